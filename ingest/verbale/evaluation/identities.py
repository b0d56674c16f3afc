"""Whom a name means, on either side: arguments are compared by that, not by spelling."""

from collections.abc import Iterable

from verbale.evaluation.likeness import folded
from verbale.evaluation.pairing import Pairs, pairs
from verbale.evaluation.records import Actor, Event, Facts
from verbale.evaluation.scheme import text_roles

__all__ = ["Argument", "Identities", "alike"]

Argument = tuple[str, str]
"""A role, and whom the filler means; ``place`` is a role here."""


def alike(gold: Actor, found: Actor) -> float:
    """How surely two entries are the same: 2 by name, less by alias, 0 where neither bears the other's name."""
    if folded(gold.name) == folded(found.name):
        return 2.0
    if folded(gold.name) in found.names or folded(found.name) in gold.names:
        return 1.5 if gold.type == found.type else 1.0
    return 0.0


class Identities:
    """The entries of both files, paired, and which of them a name means.

    A name that no entry bears means itself, folded. A place that bears an actor's name ("he went to
    Kenya") and that actor are one: which of the two an article means is not asked of an argument.
    """

    def __init__(self, gold: Facts, found: Facts) -> None:
        """Pair the actors and the places of both files."""
        self.actors: Pairs = pairs(gold.actors, found.actors, alike)
        self.places: Pairs = pairs(gold.places, found.places, alike)
        self._gold = _named(gold)
        self._found: dict[str, str] = {}
        for ours, theirs, partners in (
            (gold.actors, found.actors, self.actors),
            (gold.places, found.places, self.places),
        ):
            for pair in partners:
                meant = self.in_gold(ours[pair.gold].name)
                for name in theirs[pair.found].names:
                    self._found.setdefault(name, meant)

    def in_gold(self, name: str) -> str:
        """Whom the gold file means by the name."""
        return self._gold.get(folded(name), folded(name))

    def in_found(self, name: str) -> str:
        """Whom the facts mean by the name: the partner of the entry that bears it, else as the gold file has it."""
        return self._found.get(folded(name)) or self.in_gold(name)

    def all_in_gold(self, names: Iterable[str]) -> frozenset[str]:
        """Whom the gold file means by the names."""
        return frozenset(map(self.in_gold, names))

    def all_in_found(self, names: Iterable[str]) -> frozenset[str]:
        """Whom the facts mean by the names."""
        return frozenset(map(self.in_found, names))

    def gold_arguments(self, event: Event) -> frozenset[Argument]:
        """What fills which role of a gold event, its place among them."""
        return frozenset((role, self.in_gold(name)) for role, name in _fillers(event))

    def found_arguments(self, event: Event) -> frozenset[Argument]:
        """What fills which role of a found event, its place among them."""
        return frozenset((role, self.in_found(name)) for role, name in _fillers(event))


def _named(gold: Facts) -> dict[str, str]:
    """A key for each name of the gold file; the first entry to bear a name has it."""
    keys: dict[str, str] = {}
    for number, actor in enumerate(gold.actors):
        for name in actor.names:
            keys.setdefault(name, f"actor:{number}")  # a colon stands in no folded name
    for number, place in enumerate(gold.places):
        for name in place.names:
            keys.setdefault(name, f"place:{number}")
    for place in gold.places:
        meant = keys.get(folded(place.name), "")
        if meant.startswith("actor:"):
            keys.update(dict.fromkeys(place.names, meant))
    return keys


def _fillers(event: Event) -> list[Argument]:
    told = [(role, name) for role, names in event.arguments.items() if role not in text_roles() for name in names]
    return [*told, ("place", event.place)] if event.place else told
