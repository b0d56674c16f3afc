"""Tenures: which post of what a person holds, in the article's words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from verbale.entities.bodies import Bodies
from verbale.entities.offices import Office, Place, offices
from verbale.entities.sheets import sheet
from verbale.entities.slugs import slug
from verbale.entities.words import words
from verbale.model import Document, Entity, Paragraph, Span, Tenure, article_hash

__all__ = ["tenures"]


def tenures(document: Document, paragraphs: tuple[Paragraph, ...], entities: tuple[Entity, ...]) -> tuple[Tenure, ...]:
    """The posts that the article gives to its persons, each once, in the order of the text.

    ``post`` is without the country ("Foreign Minister"); ``body`` is the state or the
    organisation named beside it, that of the person whom "his" means, what the title or
    the article leaves no doubt about, or None.
    """
    by_start = _by_start(entities)
    bodies = Bodies(document, entities)
    here = article_hash(document)
    found: dict[tuple[str, str], Tenure] = {}
    heads: dict[tuple[str, str], str] = {}
    for paragraph in paragraphs:
        for office, holder, named in _in(paragraph, by_start):
            post = _post(paragraph, office)
            key = (holder.id, post.casefold())
            body = _body(named, bodies, found)
            if key not in found:
                evidence = _evidence(paragraph, office)
                name = f"tenure/{here}/{slug(post)}-{_start(paragraph, office)}"
                found[key] = Tenure(name, holder.id, post, body, evidence)
                heads[key] = paragraph.doc[office.head].lemma_.lower()
            elif found[key].body is None and body is not None:
                found[key] = replace(found[key], body=body)
    held = {(heads[key], tenure.body) for key, tenure in found.items() if tenure.body}
    return tuple(
        tenure if tenure.body else replace(tenure, body=bodies.presumed(tenure.post, heads[key], held))
        for key, tenure in found.items()
        if not _is_short(key, found)
    )


def _start(paragraph: Paragraph, office: Office) -> int:
    """Where the holder's name begins in the text."""
    first = office.holder.start if office.holder else office.start
    return paragraph.span.start + paragraph.doc[first].idx


def _is_short(key: tuple[str, str], found: Mapping[tuple[str, str], Tenure]) -> bool:
    """Whether the article also gives the whole of a post: "Secretary" beside "Secretary of State"."""
    holder, post = key
    return any(other == holder and longer.startswith((f"{post} of ", f"{post} for ")) for other, longer in found)


def _by_start(entities: tuple[Entity, ...]) -> dict[int, tuple[Span, Entity]]:
    """The named mentions by where they begin; of a state and its country of one span, the state."""
    found: dict[int, tuple[Span, Entity]] = {}
    for entity in entities:
        for mention in entity.mentions:
            if mention.kind not in ("name", "pronoun"):
                continue
            before = found.get(mention.span.start)
            if before is None or mention.span.end > before[0].end:
                found[mention.span.start] = (mention.span, entity)
    return found


def _in(
    paragraph: Paragraph, by_start: Mapping[int, tuple[Span, Entity]]
) -> Iterator[tuple[Office, Entity, Entity | None]]:
    """The phrases of office with a holder: who holds it, and what or whose it is."""
    doc = paragraph.doc
    offset, read = paragraph.span.start, sheet(doc)
    cover: dict[int, Place] = {}
    entities: dict[int, Entity] = {}
    for begin, i in read.starts.items():
        match = by_start.get(offset + begin)
        if match is None or i in cover or match[0].end - offset not in read.ends:
            continue
        place = Place(i, read.ends[match[0].end - offset], match[1].type)
        entities[i] = match[1]
        if read.tokens[i].lower_ not in ("his", "her", "their", "its"):
            cover.update((i, place) for i in range(place.start, place.end))
    for office in offices(doc, cover):
        if office.holder is None or not _is_post(doc[office.head], office):
            continue
        body = entities.get(office.body.start) if office.body else None
        if body is None and office.owner is not None:
            owner = entities.get(office.owner)
            body = owner
        yield office, entities[office.holder.start], body


def _body(entity: Entity | None, bodies: Bodies, found: Mapping[tuple[str, str], Tenure]) -> str | None:
    """What a post is of by its own words; "his" minister serves what he himself heads."""
    if entity is None:
        return None
    if entity.type == "Person":
        return next((tenure.body for (holder, _), tenure in found.items() if holder == entity.id and tenure.body), None)
    return bodies.of(entity)


def _is_post(head: Token, office: Office) -> bool:
    """Whether the phrase is an office, not a form of address or a calling ("Dr", "the activist")."""
    lemma = head.lemma_.lower()
    return lemma not in words("callings") and not (
        head.lower_ in words("address") and office.post[1] - office.post[0] == 1
    )


def _post(paragraph: Paragraph, office: Office) -> str:
    """The post's words; of several holders' ("Senators A and B"), in the singular."""
    doc = paragraph.doc
    start, end = office.post
    head = doc[office.head]
    if head.tag_ not in ("NNS", "NNPS"):
        return doc[start:end].text
    one = head.lemma_.capitalize() if head.text[0].isupper() else head.lemma_
    before, after = doc[start : head.i].text_with_ws, doc[head.i + 1 : end].text
    return f"{before}{one} {after}".strip()


def _evidence(paragraph: Paragraph, office: Office) -> Span:
    doc, holder = paragraph.doc, office.holder
    start, end = office.start, office.end
    if holder is not None:
        start, end = min(start, holder.start), max(end, holder.end)
    offset = paragraph.span.start
    return Span(offset + doc[start].idx, offset + doc[end - 1].idx + len(doc[end - 1]))
