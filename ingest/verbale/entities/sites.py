"""The town that a place lies in which no table holds: a square, a prison, an academy."""

from collections.abc import Iterator

from verbale.entities.naming import plain
from verbale.entities.positions import Positions
from verbale.entities.reference import Known, Reference
from verbale.entities.whereabouts import Whereabouts
from verbale.model import Chain

__all__ = ["Sites"]

_SIDES = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "old"})
_NAMESAKES = frozenset(
    {"base", "airbase", "airport", "airfield", "plant"}
)  # they stand outside a town, but bear its name
_OUTLYING = _NAMESAKES | {"cosmodrome", "camp", "dam", "mine", "field", "facility"}
_RULED = frozenset({"province", "region", "district", "governorate", "prefecture", "oblast", "state", "canton"})


class Sites:
    """The towns of an article, and where in its text each is named."""

    def __init__(
        self, chains: tuple[Chain, ...], where: Whereabouts, positions: Positions, reference: Reference
    ) -> None:
        """Notes each mention of a town whose position is known, and of a capital that stands for its state."""
        self._where = where
        self._positions = positions
        self._reference = reference
        self._told = frozenset(plain(chain.name) for chain in chains if chain.type in ("City", "State"))
        self._capitals: dict[str, Known | None] = {}
        self._named: dict[int, tuple[int, Known]] = {}
        for chain in chains:
            for mention in chain.mentions if chain.type in ("City", "State") else ():
                town = positions.of(chain) if chain.type == "City" else self._capital(plain(mention.text))
                if town is not None:
                    self._named[mention.span.start] = (mention.span.end, town)

    def of(self, chain: Chain) -> Known | None:
        """The town that a place is named after or put in, or that alone is told of with it.

        A part of a town and a name that the tables have without the words around it lie
        where their own name says. What else is no building, what stands outside towns and
        what is wider than one is not put into the town of its sentence.
        """
        own = (self._positions.named(name, self._where.area(chain)) for name in self._own(chain))
        found = next((town for town in own if town is not None and town.how == "name"), None)
        if found is not None or chain.type == "City":
            return found
        put = (self._where.put(mention, self._named) for mention in chain.mentions)
        found = next((town for town in put if town is not None), None)
        words = plain(chain.name).lower().split()
        if found is not None or chain.type == "Water" or words[0] in _SIDES or words[-1] in _OUTLYING:
            return found
        spans = [self._where.sentence(mention) for mention in chain.mentions]
        if chain.type == "Facility":
            spans.append((0, len(self._where)))
        return next((town for span in spans if (town := self._only(*span)) is not None), None)

    def country(self) -> str | None:
        """The country that most of the article's towns lie in."""
        counts: dict[str, int] = {}
        for _, town in self._named.values():
            counts[town.country or ""] = counts.get(town.country or "", 0) + 1
        return max(sorted(counts), key=lambda code: counts[code], default=None)

    def _only(self, begin: int, end: int) -> Known | None:
        """The town that is named in a stretch of the text, where there is one."""
        told = {town.id: town for start, (_, town) in self._named.items() if begin <= start < end}
        return next(iter(told.values())) if len(told) == 1 else None

    def _own(self, chain: Chain) -> Iterator[str]:
        """The towns that a place may have its name from, or be: "Kabul airport", "North Oslo", "Bergen Norway"."""
        words = plain(chain.name).split()
        if len(words) > 1:
            yield plain(chain.name)
        for end in range(1, len(words)):
            if self._is_land(" ".join(words[end:]).removeprefix("of ")):
                words = words[:end]
                yield " ".join(words)
        if words[0].lower() in _SIDES and len(words) > 1:
            yield " ".join(words[1:])
        last = words[-1].lower()
        for end in range(len(words) - 1, 0, -1):
            name = " ".join(words[:end])
            told = name in self._told or self._capital(name) is not None
            if told or last in _NAMESAKES or (last in _RULED and end == len(words) - 1):
                yield name

    def _capital(self, name: str) -> Known | None:
        if name not in self._capitals:
            state = self._reference.known(name)
            seat = state is not None and state.how == "capital"
            self._capitals[name] = self._positions.named(name, None) if seat else None
        return self._capitals[name]

    def _is_land(self, name: str) -> bool:
        known = self._reference.known(name)
        return known is not None and known.how == "name" and known.type in ("State", "Region")
