"""Cities by name, ranked by what the article speaks of."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from verbale.reference.folding import fold
from verbale.reference.known import Known
from verbale.reference.tables import packed

__all__ = ["Cities"]

_UNDISPUTED = 20  # so many times the people of the next place of that name, and nobody asks which is meant
_GREAT = 200_000  # people, below which a place outside the article's countries is not taken for meant


class Cities:
    """GeoNames' cities with at least 1,000 people. Nothing is read before the first question."""

    @cached_property
    def _rows(self) -> list[str]:
        return packed("cities")

    @cached_property
    def _names(self) -> list[str]:
        return packed("city_names")

    def _named(self, name: str) -> list[tuple[int, bool]]:
        """The rows of that name, and whether it is their first name."""
        key = f"{fold(name)}\t"
        place = bisect_left(self._names, key)
        if place == len(self._names) or not self._names[place].startswith(key):
            return []
        found = self._names[place][len(key) :].split(" ")
        return [(int(row.lstrip("~")), not row.startswith("~")) for row in found]

    def find(self, name: str, countries: Sequence[str]) -> Known | None:
        """The city that the name means where ``countries`` are spoken of, the nearest of them first.

        A place in one of the countries comes first, the largest of it; else a great
        city whose first name this is and that dwarfs its namesakes; else none. Another
        spelling never leads out of the countries: Khasan is not Hassan in India.
        """
        fields = [(self._rows[row].split("\t"), first) for row, first in self._named(name)]
        if not fields:
            return None
        for country in countries:
            here = [(first, int(field[6]), field) for field, first in fields if field[4] == country]
            if here:
                return _known(max(here, key=lambda found: (found[0], found[1]))[2])
        sizes = sorted(((int(field[6]), field) for field, first in fields if first), reverse=True)
        if not sizes or sizes[0][0] < _GREAT:
            return None
        if len(sizes) > 1 and sizes[0][0] < _UNDISPUTED * sizes[1][0]:
            return None
        return _known(sizes[0][1])


def _known(field: list[str]) -> Known:
    identity, name, latitude, longitude, country, _, _ = field
    parent = f"place/country/{country}"
    point = (float(latitude), float(longitude))
    return Known(f"place/geonames/{identity}", "City", name, country, parent, None, *point, int(identity))
