"""EU listings as tables: the consolidated list's CSV (semicolons, version 1.1), and one CSV for each regulation.

The first is what the Commission publishes (FSD, "Consolidated list of persons, groups and entities", a row for
each name, birth or number of an entity); the second what OpenSanctions takes from the Official Journal.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from verbale.errors import UnreadableList
from verbale.listed import Identifier, ListedParty, Listing, PartyType, Provision, Quality, Snapshot, Stated, stated
from verbale.reference.lists.table import records
from verbale.reference.lists.words import country, filled, names

__all__ = ["JOURNAL_COLUMNS", "journal"]

AUTHORITY = "Council of the European Union"
JOURNAL_COLUMNS = (
    *("celex", "recordId", "programKey", "annex", "measure", "startDate", "reason", "schema", "name", "alias"),
    *("weakAlias", "previousName", "country", "nationality", "jurisdiction", "birthDate", "birthPlace", "position"),
    *("passportNumber", "gender", "appearance", "ethnicity", "fatherName", "motherName", "incorporationDate"),
    *("legalForm", "sector", "registrationNumber", "taxNumber", "idNumber", "innCode", "ogrnCode", "kppCode"),
    *("okpoCode", "leiCode", "swiftBic", "ticker", "imoNumber", "mmsi", "flag", "address", "phone", "email"),
    *("website", "notes"),
)
_NUMBERS = {
    "passportNumber": "Passport",
    "registrationNumber": "Registration number",
    "taxNumber": "Tax number",
    "idNumber": "National ID",
    "innCode": "INN",
    "ogrnCode": "OGRN",
    "kppCode": "KPP",
    "okpoCode": "OKPO",
    "leiCode": "LEI",
    "swiftBic": "SWIFT/BIC",
    "ticker": "Ticker",
    "imoNumber": "IMO",
    "mmsi": "MMSI",
}
_SCHEMAS: dict[str, PartyType] = {
    "Person": "Person",
    "LegalEntity": "Organization",
    "Company": "Organization",
    "Organization": "Organization",
    "PublicBody": "Organization",
    "Asset": "Organization",
    "Vessel": "Vessel",
    "Airplane": "Aircraft",
}
_BOTH = re.compile(r"([^()]+) \(([^()]*[^\x00-\u024f\u2018\u2019][^()]*)\)")
_OR = re.compile(r";| or |\bor (?=\d)|[()]")


def journal(paths: Sequence[Path], published: date | None) -> Snapshot:
    """The listings of the regulations in the files, a row each. Raises UnreadableList."""
    if published is None:
        raise UnreadableList(f"{paths[0]}: tells no day of publication; give it with --date")
    return Snapshot("eu", published, _of_journal(paths))


def _of_journal(paths: Sequence[Path]) -> Iterator[ListedParty]:
    seen: dict[str, str] = {}
    for path in paths:
        for line, row in records(path, known=JOURNAL_COLUMNS):
            cells = {column: filled(row.get(column)) for column in JOURNAL_COLUMNS}
            if cells["schema"] not in _SCHEMAS or not cells["name"]:
                raise UnreadableList(f"{path}, line {line}: {cells['schema'] or 'nothing'} is no kind of party")
            number = f"{cells['celex']}-{cells['annex']}-{cells['recordId'] or f'line-{line}'}"
            here = f"{path}, line {line}"
            if number in seen:
                raise UnreadableList(f"{here}: the number {number} stands on {seen[number]} already")
            seen[number] = here
            yield _party(number, cells)


def _party(number: str, cells: dict[str, str]) -> ListedParty:
    texts: list[tuple[str, Quality]] = [(cells["name"], "primary")]
    texts += [(text, "strong") for column in ("alias", "previousName") for text in _aliases(cells[column])]
    texts += [(text, "weak") for text in _aliases(cells["weakAlias"])]
    start = cells["startDate"]
    identifiers = [Identifier(kind, value) for column, kind in _NUMBERS.items() for value in _several(cells[column])]
    homes = [country(words) for column in ("country", "jurisdiction", "flag") for words in _several(cells[column])]
    return ListedParty(
        id=number,
        type=_SCHEMAS[cells["schema"]],
        names=names(texts),
        listings=(
            Listing(
                authority=AUTHORITY,
                program=cells["programKey"],
                reference=number,
                listed_on=stated(start) if start else None,
                provisions=(Provision(f"CELEX {cells['celex']}, annex {cells['annex']}: {cells['measure']}"),),
                reason=cells["reason"] or None,
            ),
        ),
        births=births(cells["birthDate"]),
        birth_places=tuple(_several(cells["birthPlace"])),
        nationalities=tuple(dict.fromkeys(country(words) for words in _several(cells["nationality"]))),
        countries=tuple(dict.fromkeys(homes)),
        identifiers=tuple(dict.fromkeys(identifiers)),
        positions=tuple(_several(cells["position"])),
        gender=_gender(cells["gender"]),
    )


def births(words: str) -> tuple[Stated, ...]:
    """Each of "18.1.1970 or 29.3.1965"; the words as one where a part of them is no date."""
    parts = [part.strip(" .,") for part in _OR.split(words) if part.strip(" .,")]
    each = [stated(part.removeprefix("possibly").strip(" :")) for part in parts]
    if len(each) > 1 and all(one.earliest for one in each):
        return tuple(dict.fromkeys(each))
    return (stated(words),) if words else ()


def _aliases(words: str) -> Iterator[str]:
    """Each name; what stands in brackets behind one in other letters is the same name once more."""
    for text in _several(words):
        both = _BOTH.fullmatch(text)
        yield from both.groups() if both else (text,)


def _several(words: str) -> list[str]:
    return list(dict.fromkeys(part for piece in words.split(";") if (part := piece.strip())))


def _gender(words: str) -> Literal["male", "female"] | None:
    return "male" if words == "male" else "female" if words == "female" else None
