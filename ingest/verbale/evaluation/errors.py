"""What went wrong, by kind and cause: so that a reader's makers know where to work, and its users what to expect."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from verbale.distance import kilometres
from verbale.evaluation.figures import NEAR
from verbale.evaluation.identities import Argument, alike
from verbale.evaluation.likeness import same_date, shared_words
from verbale.evaluation.matching import SAME_WORDS, Comparison, event_likeness
from verbale.evaluation.pairing import Pairs
from verbale.evaluation.records import Actor, Event, Speech
from verbale.evaluation.scheme import UNVOUCHED

__all__ = ["Error", "errors"]

Entry = TypeVar("Entry")
Told = TypeVar("Told", Event, Speech)


class Error(NamedTuple):
    """One thing that is not as the gold file has it.

    ``kind`` tells what ("missed event"), ``type`` of which type, ``cause`` why as far as the two
    files show it, ``what`` names it, ``words`` are the evidence.
    """

    kind: str
    type: str
    cause: str
    article: str
    what: str
    words: str


_KINDS = (
    "missed actor", "extra actor", "actor type", "missed post", "extra post", "missed place", "extra place",
    "place country", "place coordinates", "missed event", "extra event", "missed argument", "extra argument",
    "event date", "event status", "attribution", "denial", "missed speech", "extra speech",
)  # fmt: skip


def errors(comparisons: Iterable[Comparison]) -> tuple[Error, ...]:
    """Everything missed, added or told otherwise, kind by kind, each kind in the articles' order."""
    ways: tuple[Callable[[Comparison], Iterator[Error]], ...] = (
        _actors, _posts, _places, _missed_events, _extra_events, _arguments, _dates, _statuses, _words, _speech,
    )  # fmt: skip
    found = chain.from_iterable(way(comparison) for comparison in comparisons for way in ways)
    return tuple(sorted(found, key=lambda error: _KINDS.index(error.kind)))


def _actors(comparison: Comparison) -> Iterator[Error]:
    gold, found, pairs = comparison.gold, comparison.found, comparison.who.actors
    ours, theirs = _Listed("an actor", gold.actors, found.actors), _Listed("a place", gold.places, found.places)
    yield from _entities("actor", ours, theirs, pairs, comparison.article)
    for i, j in pairs:
        actor, other = gold.actors[i], found.actors[j]
        if actor.type != other.type:
            yield Error("actor type", actor.type, f"taken for {other.type}", comparison.article, actor.name, other.name)


def _places(comparison: Comparison) -> Iterator[Error]:
    gold, found, pairs = comparison.gold, comparison.found, comparison.who.places
    ours, theirs = _Listed("a place", gold.places, found.places), _Listed("an actor", gold.actors, found.actors)
    yield from _entities("place", ours, theirs, pairs, comparison.article)
    for i, j in pairs:
        place, other = gold.places[i], found.places[j]
        if place.country and place.country != other.country:
            cause = f"{other.country or 'none'} in place of {place.country}"
            yield Error("place country", place.type, cause, comparison.article, place.name, other.name)
        if place.point and (other.point is None or kilometres(place.point, other.point) > NEAR):
            cause = f"more than {NEAR} km away" if other.point else "no coordinates"
            yield Error("place coordinates", place.type, cause, comparison.article, place.name, other.name)


class _Listed(NamedTuple):
    """Actors, or places, of both sides."""

    noun: str
    gold: Sequence[Actor]
    found: Sequence[Actor]


def _entities(what: str, listed: _Listed, other: _Listed, pairs: Pairs, article: str) -> Iterator[Error]:
    """Missed and extra entries."""
    for entry in _free(listed.gold, pairs.gold):
        if any(alike(entry, candidate) for candidate in listed.found):
            cause = "one entry found for two"
        elif any(alike(entry, candidate) for candidate in other.found):
            cause = f"found only as {other.noun}"
        else:
            cause = "not found"
        yield Error(f"missed {what}", entry.type, cause, article, entry.name, "; ".join(entry.aliases))
    for entry in _free(listed.found, pairs.found):
        if any(alike(candidate, entry) for candidate in listed.gold):
            cause = "a second entry for one"
        elif any(alike(candidate, entry) for candidate in other.gold):
            cause = f"in gold only as {other.noun}"
        else:
            cause = "not in gold"
        yield Error(f"extra {what}", entry.type, cause, article, entry.name, "; ".join(entry.aliases))


def _posts(comparison: Comparison) -> Iterator[Error]:
    gold, found, who = comparison.gold.posts, comparison.found.posts, comparison.who
    holders = {who.in_found(post.holder) for post in found}
    gold_holders = {who.in_gold(post.holder) for post in gold}
    for i, post in enumerate(gold):
        if i not in comparison.posts.gold:
            cause = "other post of the holder found" if who.in_gold(post.holder) in holders else "no post of the holder"
            yield Error("missed post", "", cause, comparison.article, f"{post.holder}: {post.post}", post.of)
    for j, post in enumerate(found):
        if j not in comparison.posts.found:
            known = who.in_found(post.holder) in gold_holders
            cause = "holder has other posts in gold" if known else "holder has no post in gold"
            yield Error("extra post", "", cause, comparison.article, f"{post.holder}: {post.post}", post.of)


def _missed_events(comparison: Comparison) -> Iterator[Error]:
    found = comparison.found.events
    free = _free(found, comparison.events.found)
    for event in _free(comparison.gold.events, comparison.events.gold):
        twins = (event_likeness(comparison.who, event, other) for other in _same_words(event, found))
        told = "one event found for two", "at the same words", "no such event found"
        yield _event_error("missed event", event, _event_cause(event, any(twins), free, told), comparison)


def _extra_events(comparison: Comparison) -> Iterator[Error]:
    gold = comparison.gold.events
    free = _free(gold, comparison.events.gold)
    for event in _free(comparison.found.events, comparison.events.found):
        twins = (event_likeness(comparison.who, other, event) for other in gold)
        told = "a repeat of an event already counted", "at the same words in gold", "not in gold"
        yield _event_error("extra event", event, _event_cause(event, any(twins), free, told), comparison)


def _event_cause(event: Event, twin: bool, free: Sequence[Event], told: tuple[str, str, str]) -> str:
    """Why an event has no counterpart: its twin has another, one of another kind stands there, or nothing does."""
    there = _same_words(event, free)
    if twin:
        return told[0]
    if any(other.type == event.type for other in there):
        return "right type, no core participant in common"
    return f"{there[0].type} {told[1]}" if there else told[2]


def _arguments(comparison: Comparison) -> Iterator[Error]:
    """What paired events lack, or have too much; who has another role there is both."""
    who, names, seen = comparison.who, _names(comparison), _seen(comparison)
    for ours, theirs in _paired(comparison):
        gold, found = who.gold_arguments(ours), who.found_arguments(theirs)
        for role, filler in sorted(gold - found):
            unseen = "not taken as a part" if filler in seen else "itself not found"
            cause = "has another role there" if _has_role(filler, found) else unseen
            what = f"{role} {names.get(filler, filler)}"
            yield Error("missed argument", f"{ours.type} {role}", cause, comparison.article, what, ours.evidence)
        for role, filler in sorted(found - gold):
            foreign = "no part in gold" if filler in names else "in gold nowhere"
            cause = "has another role there" if _has_role(filler, gold) else foreign
            what = f"{role} {names.get(filler, filler)}"
            yield Error("extra argument", f"{ours.type} {role}", cause, comparison.article, what, theirs.evidence)


def _has_role(filler: str, arguments: Collection[Argument]) -> bool:
    return any(filler == other for _, other in arguments)


def _names(comparison: Comparison) -> dict[str, str]:
    """What to call whom: the gold entries' names by what they mean."""
    entries: tuple[Actor, ...] = (*comparison.gold.places, *comparison.gold.actors)
    return {comparison.who.in_gold(entry.name): entry.name for entry in entries}


def _seen(comparison: Comparison) -> set[str]:
    """Whom the facts list."""
    entries: tuple[Actor, ...] = (*comparison.found.places, *comparison.found.actors)
    return {comparison.who.in_found(entry.name) for entry in entries}


def _dates(comparison: Comparison) -> Iterator[Error]:
    for ours, theirs in _paired(comparison):
        if ours.start and not same_date(ours.start, theirs.start):
            cause = "another date" if theirs.start else "no date"
            what = f"{theirs.start or 'none'} in place of {ours.start}"
            yield Error("event date", ours.type, cause, comparison.article, what, ours.evidence)


def _statuses(comparison: Comparison) -> Iterator[Error]:
    for ours, theirs in _paired(comparison):
        if ours.status != theirs.status:
            cause = f"{theirs.status} in place of {ours.status}"
            yield Error("event status", ours.type, cause, comparison.article, theirs.evidence, ours.evidence)


def _words(comparison: Comparison) -> Iterator[Error]:
    """Whose word paired events are, and who denies them."""
    who = comparison.who
    for ours, theirs in _paired(comparison):
        right, told = who.all_in_gold(ours.attributed_to), who.all_in_found(theirs.attributed_to)
        if ours.status in UNVOUCHED and right and not right & told:
            cause = "someone else's word" if told else "nobody's word"
            what = f"{', '.join(theirs.attributed_to) or 'nobody'} in place of {', '.join(ours.attributed_to)}"
            yield Error("attribution", ours.type, cause, comparison.article, what, ours.evidence)
        denied, denials = who.all_in_gold(ours.denied_by), who.all_in_found(theirs.denied_by)
        for cause, names in (("denial missed", denied - denials), ("denial not in gold", denials - denied)):
            what = ", ".join(ours.denied_by if cause == "denial missed" else theirs.denied_by)
            for _ in names:
                yield Error("denial", ours.type, cause, comparison.article, what, ours.evidence)


def _speech(comparison: Comparison) -> Iterator[Error]:
    gold, found = comparison.gold.speech, comparison.found.speech
    heard, partners = dict(comparison.any_act), {j: i for i, j in comparison.any_act}
    for i, speech in enumerate(gold):
        if i not in comparison.speech.gold:
            there = _same_words(speech, found)
            if i in heard:
                other = found[heard[i]].act
                cause = f"taken for {other}" if other != speech.act else "one act found for two"
            else:
                cause = "another speaker" if there else "not heard"
            yield _speech_error("missed speech", speech, cause, comparison.article)
    for j, speech in enumerate(found):
        if j not in comparison.speech.found:
            there = _same_words(speech, gold)
            if j in partners and gold[partners[j]].act != speech.act:
                cause = f"{gold[partners[j]].act} in gold"
            else:
                cause = "another speaker, or a repeat" if there else "not in gold"
            yield _speech_error("extra speech", speech, cause, comparison.article)


def _speech_error(kind: str, speech: Speech, cause: str, article: str) -> Error:
    whom = f" to {', '.join(speech.targets)}" if speech.targets else ""
    return Error(kind, speech.act, cause, article, f"{', '.join(speech.speakers) or 'nobody'}{whom}", speech.evidence)


def _event_error(kind: str, event: Event, cause: str, comparison: Comparison) -> Error:
    what = "; ".join(f"{role} {', '.join(names)}" for role, names in event.arguments.items() if names)
    return Error(kind, event.type, cause, comparison.article, f"{what} ({event.status})", event.evidence)


def _paired(comparison: Comparison) -> list[tuple[Event, Event]]:
    pairs = sorted(comparison.events)
    return [(comparison.gold.events[i], comparison.found.events[j]) for i, j in pairs]


def _free(entries: Sequence[Entry], taken: Collection[int]) -> list[Entry]:
    """Those without a partner."""
    return [entry for number, entry in enumerate(entries) if number not in taken]


def _same_words(one: Told, others: Sequence[Told]) -> list[Told]:
    """Those that quote the same words."""
    return [other for other in others if shared_words(one.evidence, other.evidence) >= SAME_WORDS]
