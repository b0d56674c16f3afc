"""Which of the places that share a name an article means, judged for all its names together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.distance import kilometres
from verbale.entities.naming import plain
from verbale.entities.reference import Known, Reference
from verbale.entities.whereabouts import Whereabouts
from verbale.model import Chain

__all__ = ["Positions"]

# What speaks for a place is counted in powers of ten of people.
_HERE = 1.2  # being in one of the article's countries; half as much again in the one it speaks of most
_DIVISION = 1.5  # being in a state or a province that the article names; likewise
_BESIDE = 0.5  # being in the one that is named in the same sentence
_NEIGHBOUR = 3.0  # each other name of the article that may mean a place close by
_SEAT = 0.8  # being the capital of a state
_SECOND = 1.0  # what another spelling costs
_SINGLE = 4.0  # ten thousand people: less is not meant even by a name of one word that no other place bears
_GREAT = 5.0  # a hundred thousand people: less is not meant where nothing near it is spoken of
_FAMOUS = 6.5  # three million people: known abroad by other spellings too, as New York City is
_MARGIN = 0.7  # by how much a place that nothing else speaks for must lead its namesakes
_WIDE = 600.0  # kilometres from the middle of a region whose division is not known
_REACH = 250.0  # kilometres: places farther apart say nothing about each other
_COMPANY = 1.0  # neighbours beyond so many add nothing
_MOST = 12  # places of one name that are weighed


_UNLIKELY = 0.02  # of a name's places, those with less of a share are no company
_CELL = 3  # degrees, no less than _REACH is from north to south

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """What a name may mean: what speaks for it by itself, and what the article adds."""

    known: Known
    size: float
    support: float

    @property
    def score(self) -> float:
        return self.size + self.support


@dataclass(frozen=True, slots=True)
class _Name:
    """The places that a name may mean, the likeliest first, and whether its own words put it there."""

    places: tuple[_Place, ...]
    put: bool

    def chosen(self) -> Known | None:
        """The likeliest, where the article speaks for it or it is known without."""
        best = self.places[0]
        if self.put or best.support > 0:
            return best.known
        if len(self.places) == 1 and (" " in best.known.name or best.known.people >= _SINGLE):
            return best.known
        lead = best.score - self.places[1].score if len(self.places) > 1 else best.score
        return best.known if best.known.people >= _GREAT and lead >= _MARGIN else None


class Positions:
    """The places of an article's cities and counties."""

    def __init__(self, chains: Iterable[Chain], where: Whereabouts, reference: Reference) -> None:
        """Weighs the places of each name, first alone, then beside those of the other names."""
        self._where = where
        self._reference = reference
        listed: dict[_Key, list[Chain]] = {}
        for chain in chains:
            if chain.type in ("City", "Region"):
                listed.setdefault(_key(chain), []).append(chain)
        alone = {key: name for key, together in listed.items() if (name := self._alone(together))}
        home = self._weighed(where.home, "City", None, None) if where.home else None
        if where.home and home is not None:
            alone.setdefault(("City", where.home.casefold()), home)
        self._names = _together(alone, _together(alone, alone))

    def of(self, chain: Chain) -> Known | None:
        """The place that a chain names."""
        name = self._names.get(_key(chain))
        return name.chosen() if name else None

    def named(self, name: str, area: Known | None) -> Known | None:
        """The city of a name that is a part of another: "Kabul" in "Kabul airport"."""
        found = self._weighed(name, "City", area, None)
        return found.chosen() if found else None

    def _alone(self, together: list[Chain]) -> _Name | None:
        area = next((area for chain in together if (area := self._where.area(chain))), None)
        near = next((near for chain in together if (near := self._where.near(chain))), None)
        return self._weighed(plain(together[0].name), together[0].type, area, near)

    def _weighed(self, name: str, kind: str, area: Known | None, near: Known | None) -> _Name | None:
        """The places of a name; none where the text puts it in an area that has none, and the best is elsewhere."""
        found = [known for known in self._reference.cities(name) if known.type == kind]
        if kind == "City" and self._where.counties:  # "Clark and Floyd counties"
            found += self._reference.cities(f"{name} County")
        here = self._where.countries
        inside = [known for known in found if area is not None and _inside(known, area)]
        told = [known for known in found if known.how == "name" or known.country in here or known.people >= _FAMOUS]
        seat = self._seat(name, found)
        places = [_Place(known, _size(known, seat), self._support(known, near)) for known in inside or told]
        places.sort(key=lambda place: (-place.score, place.known.id))
        if not places or (area is not None and not inside and places[0].known.country not in here):
            return None
        return _Name(tuple(places[:_MOST]), bool(inside))

    def _seat(self, name: str, found: list[Known]) -> Known | None:
        """The place that is the capital of a state, where the name is one's."""
        state = self._reference.known(name)
        if state is None or state.how != "capital":
            return None
        return max((known for known in found if known.country == state.country), key=_people, default=None)

    def _support(self, known: Known, near: Known | None) -> float:
        """What the countries and divisions that the article names add to a place."""
        support = _HERE * _standing(known.country, self._where.countries)
        support += _DIVISION * _standing(known.division, self._where.divisions)
        if near is not None:
            support += _BESIDE * (known.division == near.division if near.division else known.country == near.country)
        return support


def _key(chain: Chain) -> _Key:
    return chain.type, plain(chain.name).casefold()


def _people(known: Known) -> float:
    return known.people


def _size(known: Known, seat: Known | None) -> float:
    """What a place weighs by its people: those beyond a hundred thousand count twice, since they make it known afar."""
    size = known.people + max(0.0, known.people - _GREAT)
    return size + _SEAT * (known is seat) - _SECOND * (known.how == "spelling")


def _standing(place: str | None, named: Sequence[str]) -> float:
    return 0.0 if not place else (place in named) + (place in named[:1]) / 2


def _together(alone: dict[_Key, _Name], judged: dict[_Key, _Name]) -> dict[_Key, _Name]:
    """The names, each place with the company of the other names' places, as likely as those were judged."""
    around = _Around(judged)
    result = {}
    for key, name in alone.items():
        places = [
            _Place(place.known, place.size, place.support + around.company(key, place.known)) for place in name.places
        ]
        result[key] = _Name(tuple(sorted(places, key=lambda place: (-place.score, place.known.id))), name.put)
    return result


class _Around:
    """All places that an article's names may mean, by where they lie."""

    def __init__(self, names: dict[_Key, _Name]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[_Key, Known, float]]] = {}
        for key, name in names.items():
            odds = [10 ** (place.score - name.places[0].score) for place in name.places]
            for place, odd in zip(name.places, odds, strict=True):
                if odd > _UNLIKELY:
                    self._cells.setdefault(_cell(place.known), []).append((key, place.known, odd / sum(odds)))

    def company(self, key: _Key, place: Known) -> float:
        """How much other names that are likely to mean places around speak for one: the nearer, the more."""
        nearest: dict[_Key, float] = {}
        row, column = _cell(place)
        for cell in ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            for other, known, share in self._cells.get(cell, ()):
                if other != key:
                    close = share * max(0.0, 1 - _apart(place, known) / _REACH)
                    nearest[other] = max(nearest.get(other, 0.0), close)
        return _NEIGHBOUR * min(sum(nearest.values()), _COMPANY)


def _cell(place: Known) -> tuple[int, int]:
    return int((place.latitude or 0.0) // _CELL), int((place.longitude or 0.0) // (2 * _CELL))


def _inside(place: Known, area: Known) -> bool:
    if area.type == "Country" or area.latitude is None or area.longitude is None:
        return place.country == area.country
    if area.division:
        return place.division == area.division
    if area.country and place.country != area.country:
        return False
    return _apart(place, area) <= _WIDE


def _apart(one: Known, other: Known) -> float:
    """How many kilometres lie between two known points."""
    return kilometres(*((known.latitude or 0.0, known.longitude or 0.0) for known in (one, other)))
