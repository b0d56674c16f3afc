"""One-to-one pairs of what the gold file and the facts list: the likest first."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

__all__ = ["Pair", "Pairs", "pairs"]

Gold = TypeVar("Gold")
Found = TypeVar("Found")


class Pair(NamedTuple):
    """The places of two entries in their lists."""

    gold: int
    found: int


class Pairs(tuple[Pair, ...]):
    """Pairs in the order in which they were made; no entry is in two."""

    __slots__ = ()

    @property
    def gold(self) -> frozenset[int]:
        """Which gold entries have a partner."""
        return frozenset(pair.gold for pair in self)

    @property
    def found(self) -> frozenset[int]:
        """Which found entries have a partner."""
        return frozenset(pair.found for pair in self)


def pairs(
    gold: Sequence[Gold], found: Sequence[Found], likeness: Callable[[Gold, Found], float], least: float = 0.0
) -> Pairs:
    """Pair the entries greedily: the likest two first, then the likest two of those that are left.

    Two that are not alike at all (0), or less than ``least``, stay apart. Where two pairs are as
    like, the entries that come first in the files go together.
    """
    ranked = [(likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    ranked = [candidate for candidate in ranked if candidate[0] > 0 and candidate[0] >= least]
    ranked.sort(key=lambda candidate: (-candidate[0], candidate[1:]))
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    return Pairs(Pair(i, j) for i, j in partners.items())
