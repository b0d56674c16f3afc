"""Cities by name, ranked by what the article speaks of."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from math import asin, cos, log10, radians, sin, sqrt

from verbale.reference.folding import fold
from verbale.reference.known import Known
from verbale.reference.tables import packed

__all__ = ["Cities"]

_HERE = 1.2  # what being in one of the article's countries is worth, in powers of ten of people
_SECOND = 1.0  # what another spelling costs, likewise
_GREAT = 5.0  # a hundred thousand people: less is not meant where its country is not spoken of
_FAMOUS = 6.5  # three million people: known abroad by other spellings too, as New York City is
_MARGIN = 0.7  # by how much a place abroad must lead its namesakes
_NEAR = 600.0  # kilometres from the middle of the region that the text puts it in


class Cities:
    """GeoNames' cities with at least 1,000 people. Nothing is read before the first question."""

    @cached_property
    def _rows(self) -> list[str]:
        return packed("cities")

    @cached_property
    def _names(self) -> list[str]:
        return packed("city_names")

    def _named(self, name: str) -> list[tuple[Known, float, bool]]:
        """The cities of that name, the power of ten of their people, and whether it is their first name."""
        key = f"{fold(name)}\t"
        place = bisect_left(self._names, key)
        if place == len(self._names) or not self._names[place].startswith(key):
            return []
        found = self._names[place][len(key) :].split(" ")
        return [(*_known(self._rows[int(row.lstrip("~"))]), not row.startswith("~")) for row in found]

    def find(self, name: str, here: Sequence[str], within: Known | None) -> Known | None:
        """The city that a name means where the countries ``here`` are spoken of, the nearest of them first.

        Where the text puts it ``within`` a country or a region ("Tyre, Lebanon"), nothing
        outside is meant. Else the larger wins, being in one of the countries counts, and
        a place abroad must be great and lead its namesakes by far. Another spelling never
        leads out of the countries: Kirin in Kenya is not Jilin in China.
        """
        found = self._named(name)
        if within is not None:
            inside = [city for city in found if _inside(city[0], within)]
            return max(inside, key=lambda city: (city[2], city[1]))[0] if inside else None
        ranked = sorted(
            (
                (size + _bonus(city, here) - (0 if first else _SECOND), city, size)
                for city, size, first in found
                if first or city.country in here or size >= _FAMOUS
            ),
            key=lambda entry: -entry[0],
        )
        if not ranked:
            return None
        best, city, size = ranked[0]
        if city.country in here:
            return city
        lead = best - ranked[1][0] if len(ranked) > 1 else best
        return city if size >= _GREAT and lead >= _MARGIN else None


def _bonus(city: Known, here: Sequence[str]) -> float:
    return _HERE * ((city.country in here) + (city.country in here[:1]) / 2)


def _inside(city: Known, area: Known) -> bool:
    if area.type == "Country" or area.latitude is None or area.longitude is None:
        return city.country == area.country
    if area.country and city.country != area.country:
        return False
    return _kilometres(city, area) <= _NEAR


def _kilometres(one: Known, other: Known) -> float:
    """The great-circle distance of two known points, on a sphere of 6,371 km."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    north, east, norths, easts = (radians(degrees or 0.0) for degrees in points)
    half = sin((norths - north) / 2) ** 2 + cos(north) * cos(norths) * sin((easts - east) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def _known(row: str) -> tuple[Known, float]:
    identity, name, latitude, longitude, country, _, people = row.split("\t")
    point = (float(latitude), float(longitude))
    known = Known(
        f"place/geonames/{identity}", "City", name, country, f"place/country/{country}", None, *point, int(identity)
    )
    return known, log10(int(people))
