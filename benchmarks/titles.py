"""What titles name, found in the bodies: ``python -m benchmarks.titles RELEASES.jsonl TITLES.json``.

RELEASES has the rows that ``verbale`` reads (text, title, date, publisher, url); TITLES lists of some of their
titles the ``url``, the ``kind`` (call, meeting or visit) and ``with_or_place``. The body is read without its title.
It is right if a meeting in it has one of the named partners as a participant, or a visit leads to one of
the named places, or into one of the named countries.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from verbale import pipeline
from verbale.model import Document, Entity, Reading
from verbale.reference.folding import fold
from verbale.text.readers import read

CIRCUMSTANCE = re.compile(r"\s(?:on|from|during|at|in)\s.*", re.IGNORECASE)
AND = re.compile(r",? and |, (?:and )?")
LITTLE = {"the", "of", "and", "jr"}


def named(words: str) -> Iterator[frozenset[str]]:
    """The words of each partner or place that a title lists, folded, without what tells when or whereabouts."""
    for part in AND.split(CIRCUMSTANCE.sub("", words)):
        found = frozenset(fold(part).split()) - LITTLE
        if found:
            yield found


def last(words: str) -> set[str]:
    """The last word of each partner: the surname, or the noun of a group."""
    parts = (fold(part).split() for part in AND.split(CIRCUMSTANCE.sub("", words)))
    return {part[-1] for part in parts if part and part[-1] not in LITTLE}


def names(entity: Entity) -> list[frozenset[str]]:
    """The words of each name and description of it in the body, folded."""
    texts = [entity.name, *(mention.text for mention in entity.mentions)]
    return [frozenset(fold(text).split()) - LITTLE for text in texts]


def outcome(reading: Reading, kind: str, words: str) -> str:
    """``right``, or the cause why not."""
    entities = {entity.id: entity for entity in reading.entities}
    wanted = "Visit" if kind == "visit" else "Meeting"
    events = [event for event in reading.events if event.type == wanted]
    if kind == "visit":
        fitting = {entity.id for entity in entities.values() if is_place(entity, words)}
        lands = {entities[id].country for id in fitting if entities[id].type in ("Country", "State")} - {None}
        fitting |= {entity.id for entity in entities.values() if entity.country in lands and "place/" in entity.id}
        filled = {event.place for event in events} | {who for event in events for who in event.roles.get("host", ())}
    else:
        fitting = {entity.id for entity in entities.values() if is_partner(entity, words)}
        filled = {who for event in events for who in event.roles.get("participant", ())}
    if filled & fitting:
        return "right"
    what = "place" if kind == "visit" else "partner"
    if not events:
        return f"no {wanted.lower()} found" + ("" if fitting else f", nor the {what}")
    return f"a {wanted.lower()} found, the {what} not in it" if fitting else f"the {what} not found"


def is_partner(entity: Entity, words: str) -> bool:
    """Whether the entity bears the surname, or the noun of the group, of a partner."""
    return any(found & last(words) for found in names(entity))


def is_place(entity: Entity, words: str) -> bool:
    """Whether the entity is called as a place of the title is, or one name holds the other."""
    wanted = list(named(words))
    return any(found and (found <= place or place <= found) for found in names(entity) for place in wanted)


def main() -> None:
    """Read the releases that the titles are of, and print how many are right, and the causes of the rest."""
    if len(sys.argv) != 3:
        sys.exit("usage: python -m benchmarks.titles RELEASES.jsonl TITLES.json")
    releases = {found.url: found for found in read(sys.argv[1]) if isinstance(found, Document)}
    titles = [row for row in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")) if row["url"] in releases]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    causes: Counter[tuple[str, str]] = Counter()
    for row in titles:
        reading = pipeline.read(replace(releases[row["url"]], headline=""))
        found = outcome(reading, row["kind"], row["with_or_place"])
        total[row["kind"]] += 1
        right[row["kind"]] += found == "right"
        if found != "right":
            causes[row["kind"], found] += 1
    print(f"{total.total()} titles, found in the body {right.total() / total.total():.3f}")
    print("\n| kind | titles | found |\n| --- | --- | --- |")
    for kind, number in sorted(total.items()):
        print(f"| {kind} | {number} | {right[kind] / number:.3f} |")
    print("\n| kind | cause | titles |\n| --- | --- | --- |")
    for (kind, cause), number in causes.most_common():
        print(f"| {kind} | {cause} | {number} |")


if __name__ == "__main__":
    main()
