"""Cities and counties by name."""

from bisect import bisect_left
from functools import cached_property
from math import log10

from verbale.reference.folding import fold
from verbale.reference.known import Known, slug
from verbale.reference.tables import Packed, packed

__all__ = ["Cities", "key"]

_WHOLE = {"st": "saint", "mt": "mount", "ft": "fort"}
_COUNTY = 3.0  # a thousand people: less is spoken of a county than of a town with as many


def key(name: str) -> str:
    """A name as the tables of places are ordered by: folded, its first word in full ("St. Louis", "Mt. Vernon")."""
    first, *others = fold(name).split(" ")
    return " ".join((_WHOLE.get(first, first), *others)) if others else first


class Cities:
    """GeoNames' cities with at least 500 people, and the counties of the United States.

    Nothing is read before the first question.
    """

    @cached_property
    def _rows(self) -> Packed:
        return packed("cities")

    @cached_property
    def _names(self) -> Packed:
        return packed("city_names")

    @cached_property
    def _counties(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in packed("counties"):
            found.setdefault(key(row.split("\t")[0]), []).append(row)
        return found

    def named(self, name: str) -> tuple[Known, ...]:
        """All that bear a name, those that have it as another spelling among them."""
        folded = key(name)
        place = bisect_left(self._names, f"{folded}\t")
        line = self._names[place] if place < len(self._names) else ""
        found = line[len(folded) + 1 :].split(" ") if line.startswith(f"{folded}\t") else []
        counties = self._counties.get(folded, ())
        return (*(self._city(row) for row in found), *(_county(row) for row in counties))

    def _city(self, entry: str) -> Known:
        identity, name, latitude, longitude, country, division, people = self._rows[int(entry.lstrip("~"))].split("\t")
        return Known(
            f"place/geonames/{identity}",
            "City",
            name,
            country,
            f"place/country/{country}",
            None,
            float(latitude),
            float(longitude),
            int(identity),
            "spelling" if entry.startswith("~") else "name",
            f"{country}.{division}",
            log10(max(int(people), 1)),
        )


def _county(row: str) -> Known:
    name, state, latitude, longitude = row.split("\t")
    identity = f"place/region/us-{state.lower()}-{slug(fold(name))}"
    return Known(
        identity,
        "Region",
        name,
        "US",
        "place/country/US",
        None,
        float(latitude),
        float(longitude),
        division=f"US.{state}",
        people=_COUNTY,
    )
