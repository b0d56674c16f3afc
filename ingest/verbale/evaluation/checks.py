"""What is wrong with a gold file: words that the scheme doesn't know, names that stand nowhere, made-up quotations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from verbale.evaluation.records import Event, Facts, Speech
from verbale.evaluation.scheme import ACTOR_TYPES, ACTS, CORE, PLACE_TYPES, STATUSES, roles, text_roles

__all__ = ["problems"]

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SPACE = re.compile(r"\s+")


def problems(gold: Facts, text: str) -> Iterator[str]:
    """What an annotator must mend, in the order of the file: a line each, with the remedy.

    ``text`` is all that the article's file says; white space in quotations may differ from it.
    """
    flat = _SPACE.sub(" ", text)
    for actor in gold.actors:
        yield from _unknown(f"actor {actor.name!r}: type", actor.type, ACTOR_TYPES)
        if not any(_SPACE.sub(" ", name) in flat for name in (actor.name, *actor.aliases)):
            yield f"actor {actor.name!r} is not in the article: copy the name from it"
    yield from _twice("actor", [actor.name for actor in gold.actors])
    actors, places = {actor.name for actor in gold.actors}, {place.name for place in gold.places}
    for post in gold.posts:
        yield from _unlisted(f"post {post.post!r}", [post.holder], actors, "actors")
    for place in gold.places:
        yield from _unknown(f"place {place.name!r}: type", place.type, PLACE_TYPES)
    yield from _twice("place", [place.name for place in gold.places])
    for event in gold.events:
        yield from _event(event, actors, places)
        yield from _evidence(f"event {event.id}", event, flat)
    yield from _twice("event", [event.id for event in gold.events])
    for speech in gold.speech:
        where = f"speech {speech.id}"
        yield from _unknown(f"{where}: act", speech.act, ACTS)
        yield from _unlisted(where, (*speech.speakers, *speech.targets), actors, "actors")
        yield from _unlisted(f"{where}: about", speech.about, {event.id for event in gold.events}, "events")
        yield from _dates(where, {"date": speech.date})
        yield from _evidence(where, speech, flat)


def _event(event: Event, actors: set[str], places: set[str]) -> Iterator[str]:
    where = f"event {event.id}"
    if event.type not in CORE:
        yield from _unknown(f"{where}: type", event.type, tuple(CORE))
        return
    for role, fillers in event.arguments.items():
        yield from _unknown(f"{where}: role of a {event.type}", role, roles(event.type))
        if role not in text_roles():
            yield from _unlisted(f"{where}: {role}", fillers, actors | places, "actors or places")
    if not any(role in event.arguments for role in CORE[event.type]):
        core = CORE[event.type][0]
        yield f'{where}: no core role: give "{core}", as [] where the article tells none'
    yield from _unlisted(f"{where}: place", [event.place] if event.place else [], places, "places")
    yield from _unknown(f"{where}: status", event.status, STATUSES)
    yield from _dates(where, {"start": event.start, "end": event.end})
    yield from _unlisted(f"{where}: attributed_to", event.attributed_to, actors, "actors")
    yield from _unlisted(f"{where}: denied_by", event.denied_by, actors, "actors")


def _unknown(where: str, word: str, known: Sequence[str]) -> Iterator[str]:
    if word not in known:
        nearest = get_close_matches(word, known, 1)
        meant = f" (did you mean {nearest[0]}?)" if nearest else ""
        yield f"{where} {word!r} is none{meant}: use one of {', '.join(known)}"


def _unlisted(where: str, names: Iterable[str], listed: set[str], list_name: str) -> Iterator[str]:
    for name in names:
        if name not in listed:
            yield f"{where}: {name!r} is not listed: add it to {list_name}, or write it as it stands there"


def _twice(what: str, names: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"{what} {name!r} is listed twice: make them one, or call them apart"


def _dates(where: str, dates: dict[str, str | None]) -> Iterator[str]:
    for key, value in dates.items():
        if value and not _DATE.fullmatch(value):
            yield f"{where}: {key} {value!r} is no date: write 2023-09-13, 2023-09, 2023 or null"


def _evidence(where: str, item: Event | Speech, flat: str) -> Iterator[str]:
    if not item.evidence:
        yield f"{where}: no evidence: copy the words of the article that show it"
    elif _SPACE.sub(" ", item.evidence) not in flat:
        yield f"{where}: the evidence {item.evidence!r} is not in the article: copy it to the letter"
