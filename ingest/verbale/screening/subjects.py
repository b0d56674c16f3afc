"""Who is to be screened: the persons and organisations of a store, or the rows of a file."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode

from verbale import vocab
from verbale.errors import UnreadableNames
from verbale.listed import Stated
from verbale.screening.judging import Subject
from verbale.store import Queryable, select

__all__ = ["actors", "rows"]

_KINDS = ("Person", "Organization", "Company", "Party", "ArmedForce", "Media")
_PREFIXES = "".join(f"PREFIX {name}: <{vocab.PREFIXES[name]}> " for name in ("v", "rdfs", "skos"))
_FACTS = {
    "kind": "?actor a ?kind . BIND (STRAFTER(STR(?kind), '#') AS ?value)",
    "name": "?actor rdfs:label ?value",
    "alias": "?actor skos:altLabel ?value",
    "post": "?tenure v:holder ?actor ; v:post ?value",
    "country": "{ ?actor v:countryCode ?value } UNION { ?tenure v:holder ?actor ; v:body/v:countryCode ?value }",
}
_COLUMNS = ("name", "birth_date", "country", "type")
_TYPES: dict[str, Choice["Person", "Organization"] | None] = {
    "": None,
    "person": "Person",
    "organization": "Organization",
    "organisation": "Organization",
}


def actors(store: Queryable, graphs: Sequence[str] = ()) -> list[Subject]:
    """The persons and organisations that the store's articles name, or those of some graphs, by IRI."""
    told: dict[str, defaultdict[str, list[str]]] = {}
    kinds = ", ".join(f"v:{kind}" for kind in _KINDS)
    chosen = f"VALUES ?graph {{ {' '.join(f'<{graph}>' for graph in graphs)} }}" if graphs else ""
    among = f"GRAPH ?graph {{ ?actor a ?class . FILTER (?class IN ({kinds})) }}"
    for fact, pattern in _FACTS.items():
        query = (
            f"{_PREFIXES} SELECT DISTINCT ?actor ?value WHERE {{ {chosen} {among} {pattern} }} ORDER BY ?actor ?value"
        )
        for actor, value in select(store, query).rows:
            if isinstance(actor, NamedNode) and isinstance(value, Literal):
                told.setdefault(actor.value, defaultdict(list))[fact].append(value.value)
    return [_subject(iri, facts) for iri, facts in sorted(told.items()) if facts["name"]]


def _subject(iri: str, facts: defaultdict[str, list[str]]) -> Subject:
    names = [*facts["name"], *facts["alias"]]
    # an article calls people by a bare surname too: beside a full name that adds nothing
    whole = [name for name in names[1:] if len(name.split()) > 1]
    kind: Choice["Person", "Organization"] = "Person" if "Person" in facts["kind"] else "Organization"
    return Subject(names[0], tuple(whole), kind, tuple(facts["country"]), tuple(facts["post"]), id=iri)


def rows(path: Path) -> Iterator[Subject | UnreadableNames]:
    """The rows of a CSV file with a column ``name`` and perhaps birth_date, country, type; an error for each bad row.

    Raises UnreadableNames where the file itself cannot be used. Holds one row at a time.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check(path, reader.fieldnames or ())
            for row in reader:
                yield _row(row, f"{path}, line {reader.line_num}")
    except OSError as error:
        raise UnreadableNames(f"{path} can't be read: {error.strerror}") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise UnreadableNames(f"{path} is no CSV in UTF-8 ({error}): save it as such") from error


def _check(path: Path, columns: Iterable[str]) -> None:
    columns = tuple(columns)
    if "name" not in columns:
        raise UnreadableNames(f"{path}, line 1: no column `name`: the first line must name the columns")
    if strange := [column for column in columns if column not in _COLUMNS]:
        raise UnreadableNames(f"{path}, line 1: unknown column {strange[0]!r}: the columns are {', '.join(_COLUMNS)}")


def _row(row: dict[str, str | None], where: str) -> Subject | UnreadableNames:
    if None in row or None in row.values():
        return UnreadableNames(f"{where}: not as many cells as columns: quote names that hold a comma")
    cells = {column: (cell or "").strip() for column, cell in row.items()}
    if not cells["name"]:
        return UnreadableNames(f"{where}: the name is empty: fill it in or drop the row")
    kind, country = cells.get("type", "").lower(), cells.get("country", "").upper()
    if kind not in _TYPES:
        return UnreadableNames(f"{where}: type {cells['type']!r}: write person or organization")
    if country and not (len(country) == 2 and country.isalpha()):
        return UnreadableNames(f"{where}: country {country!r}: write its two-letter code of ISO 3166-1")
    try:
        births = (_birth(cells["birth_date"]),) if cells.get("birth_date") else ()
    except ValueError as error:
        return UnreadableNames(f"{where}: birth_date: {error}: write it as 1960-05-04 or 1960")
    return Subject(cells["name"], (), _TYPES[kind], (country,) if country else (), births=births)


def _birth(words: str) -> Stated:
    if len(words) == 4 and words.isdigit():
        return Stated(words, date(int(words), 1, 1), date(int(words), 12, 31))
    day = date.fromisoformat(words)
    return Stated(words, day, day)
