"""Measure where toponyms are put: ``python -m benchmarks.toponyms FILE.xml``.

FILE holds articles whose toponyms are annotated with GeoNames' points, in the form of the
Local-Global Lexicon corpus (Lieberman, Samet and Sankaranarayanan, ICDE 2010). The spans are given;
what is measured is which place each is taken for. A toponym is right within 161 km (a hundred miles)
of its point; one that is put nowhere is wrong. Toponyms without a point are left out.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from verbale import reference
from verbale.distance import kilometres
from verbale.entities import link
from verbale.entities.naming import plain
from verbale.model import Chain, Document, Entity, Mention, Span

__all__ = ["resolved"]

NEAR = 161.0


def resolved(article: ElementTree.Element) -> Iterator[tuple[str, tuple[float, float], Entity | None]]:
    """Each toponym of an article with a point: its words, the point, and the place that it is taken for."""
    text = article.findtext("text", "")
    document = Document(article.get("docid", ""), text, publisher=article.findtext("domain", ""))
    known = reference.load()
    mentions = [(toponym, _mention(toponym, text, known)) for toponym in article.iter("toponym")]
    entities = link(document, _chains([mention for _, mention in mentions]), known)
    places = {entity.id: entity for entity in entities}
    of = {mention.span: entity for entity in entities for mention in entity.mentions}
    for toponym, mention in mentions:
        tag = toponym.find("gaztag")
        if tag is not None:
            entity = of.get(mention.span)
            place = places.get(entity.territory) if entity and entity.territory else entity
            yield mention.text, (float(tag.findtext("lat", "")), float(tag.findtext("lon", ""))), place


def _mention(toponym: ElementTree.Element, text: str, known: reference.Reference) -> Mention:
    span = Span(int(toponym.findtext("start", "")), int(toponym.findtext("end", "")))
    words = text[span.start : span.end]
    found = known.known(plain(words))
    if found is None or found.how == "capital" or found.type not in ("State", "Region", "Water"):
        kind = "Region" if words.title().split()[-1] in ("County", "Parish", "Province") else "City"
    else:
        kind = found.type
    return Mention(span, words, "name", kind)


def _chains(mentions: list[Mention]) -> tuple[Chain, ...]:
    """One for each name: within an article a name means one place."""
    named: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        named.setdefault((mention.text, mention.type), []).append(mention)
    return tuple(Chain(tuple(listed), name, kind) for (name, kind), listed in named.items())


def main() -> None:
    """Print the share that is right, and how many there are."""
    right = total = 0
    for article in ElementTree.parse(Path(sys.argv[1])).getroot().iter("article"):
        for _, point, place in resolved(article):
            total += 1
            if place is not None and place.latitude is not None and place.longitude is not None:
                right += kilometres(point, (place.latitude, place.longitude)) <= NEAR
    print(f"{right / total:.3f} of {total:,} toponyms within {NEAR:.0f} km")


if __name__ == "__main__":
    main()
