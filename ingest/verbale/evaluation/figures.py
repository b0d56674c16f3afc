"""The figures: what all comparisons count up to."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from verbale import vocab
from verbale.distance import kilometres
from verbale.evaluation.likeness import same_date
from verbale.evaluation.matching import Comparison
from verbale.evaluation.pairing import Pairs
from verbale.evaluation.scheme import UNVOUCHED

__all__ = ["NEAR", "Figure", "figures"]

NEAR = 100
"""Kilometres within which a place is where the gold file has it."""

_ORDER = (
    "actors", "actor type", "posts", "places", "place country", "place within 100 km", "events", "arguments",
    "event date", "event status", "attribution", "denials", "speech", "speech, any act",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """How much of one kind is found and right: precision, recall and F1, or else the accuracy over the pairs.

    ``cases`` counts what the gold files list, or the pairs that were judged.
    """

    name: str
    cases: int
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    accuracy: float | None = None


class _Counts:
    """Hits, extra and missed ones by name, and right ones among the cases."""

    def __init__(self) -> None:
        self.found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.judged: defaultdict[str, Counter[bool]] = defaultdict(Counter)

    def add(self, name: str, hits: int, found: int, gold: int) -> None:
        self.found[name].update(hits=hits, extra=found - hits, missed=gold - hits)

    def sets(self, name: str, gold: Collection[object], found: Collection[object]) -> None:
        self.add(name, len(set(gold) & set(found)), len(found), len(gold))

    def pairs(self, name: str, pairs: Pairs, gold: Collection[object], found: Collection[object]) -> None:
        self.add(name, len(pairs), len(found), len(gold))

    def judge(self, name: str, right: bool) -> None:
        self.judged[name][right] += 1


def figures(comparisons: Iterable[Comparison]) -> tuple[Figure, ...]:
    """The figures of all the articles together, each fact counting the same (micro-average).

    First the kinds of facts, then ``event TYPE`` for each type of event. What had no case is left out.
    """
    counts = _Counts()
    for comparison in comparisons:
        _entities(comparison, counts)
        _events(comparison, counts)
        counts.pairs("posts", comparison.posts, comparison.gold.posts, comparison.found.posts)
        for name, pairs in (("speech", comparison.speech), ("speech, any act", comparison.any_act)):
            counts.pairs(name, pairs, comparison.gold.speech, comparison.found.speech)
    told = [_found(name, counter) for name, counter in counts.found.items()]
    told += [
        Figure(name, judged.total(), accuracy=judged[True] / judged.total()) for name, judged in counts.judged.items()
    ]
    ranks = {name: rank for rank, name in enumerate((*_ORDER, *(f"event {name}" for name in vocab.event_types())))}
    return tuple(sorted(told, key=lambda figure: (ranks.get(figure.name, len(ranks)), figure.name)))


def _found(name: str, counter: Counter[str]) -> Figure:
    hits, extra, missed = counter["hits"], counter["extra"], counter["missed"]
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return Figure(name, hits + missed, precision, recall, f1)


def _entities(comparison: Comparison, counts: _Counts) -> None:
    gold, found, who = comparison.gold, comparison.found, comparison.who
    counts.pairs("actors", who.actors, gold.actors, found.actors)
    for pair in who.actors:
        counts.judge("actor type", gold.actors[pair.gold].type == found.actors[pair.found].type)
    counts.pairs("places", who.places, gold.places, found.places)
    for pair in who.places:
        ours, theirs = gold.places[pair.gold], found.places[pair.found]
        if ours.country:
            counts.judge("place country", ours.country == theirs.country)
        if ours.point:
            counts.judge(
                "place within 100 km", theirs.point is not None and kilometres(ours.point, theirs.point) <= NEAR
            )


def _events(comparison: Comparison, counts: _Counts) -> None:
    gold, found, who = comparison.gold.events, comparison.found.events, comparison.who
    partners = dict(comparison.events)
    counts.pairs("events", comparison.events, gold, found)
    for i, event in enumerate(gold):
        counts.add(f"event {event.type}", hits=int(i in partners), found=int(i in partners), gold=1)
        other = found[partners[i]] if i in partners else None
        counts.sets("arguments", who.gold_arguments(event), who.found_arguments(other) if other else ())
    for j, event in enumerate(found):
        if j not in comparison.events.found:
            counts.add(f"event {event.type}", hits=0, found=1, gold=0)
            counts.sets("arguments", (), who.found_arguments(event))
    for i, j in comparison.events:
        ours, theirs = gold[i], found[j]
        if ours.start:
            counts.judge("event date", same_date(ours.start, theirs.start))
        counts.judge("event status", ours.status == theirs.status)
        if ours.denied_by or theirs.denied_by:
            counts.sets("denials", who.all_in_gold(ours.denied_by), who.all_in_found(theirs.denied_by))
        if ours.status in UNVOUCHED and ours.attributed_to:
            common = who.all_in_gold(ours.attributed_to) & who.all_in_found(theirs.attributed_to)
            counts.judge("attribution", bool(common))
