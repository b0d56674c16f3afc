"""The list of the US Office of Foreign Assets Control in its legacy CSV set.

``sdn`` has a row for each party, ``alt`` one for each alias, ``add`` one for each address,
``sdn_comments`` remarks that did not fit; ``-0-`` is an empty cell (OFAC, "SDN Data Specification").
What is known of a person stands in the remarks: "DOB 04 Apr 1960; POB Chadan, Russia; Passport 123 (Iran)".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from verbale.errors import UnreadableList
from verbale.listed import Identifier, ListedParty, Listing, PartyType, Quality, Snapshot, Stated, stated
from verbale.reference.lists.table import rows
from verbale.reference.lists.words import country, filled, names

__all__ = ["CELLS", "Files", "snapshot"]

AUTHORITY = "Office of Foreign Assets Control"
CELLS = {"sdn": 12, "alt": 5, "add": 6, "comments": 2}
_EMPTY = "-0-"
_TYPES: Mapping[str, PartyType] = {
    "individual": "Person",
    "vessel": "Vessel",
    "aircraft": "Aircraft",
    "": "Organization",
}
# "alt. Passport A123 (Iran) expires 2027": what it is, its number, and whose; the rest is kept in the number
_NUMBERED = re.compile(
    r"(?:alt\. )?(?P<kind>Passport|National ID No\.|Tax ID No\.|Registration Number|Registration ID|Company Number"
    r"|Cedula No\.|C\.U\.R\.P\.|R\.F\.C\.|NIT #|D\.N\.I\.|SWIFT/BIC|Government Gazette Number|Identification Number"
    r"|Vessel Registration Identification|MMSI|Birth Certificate Number|Driver's License No\.|SSN|Trade License No\.)"
    r" (?P<value>.+?)(?: \((?P<country>[^()]+)\))?"
)
_KEYS = ("DOB", "POB", "nationality", "citizen", "Gender")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the set; only the first must be there."""

    sdn: Path
    alt: Path | None = None
    add: Path | None = None
    comments: Path | None = None


def snapshot(given: Files, published: date | None) -> Snapshot:
    """The list in the files. They tell no day of publication: it is to be given. Raises UnreadableList."""
    if published is None:
        raise UnreadableList(f"{given.sdn}: tells no day of publication; give it with --date")
    notes: list[str] = []
    return Snapshot("ofac", published, _parties(given, notes), notes)


def _parties(given: Files, notes: list[str]) -> Iterator[ListedParty]:
    aliases = _by_party(given.alt, "alt")
    addresses = _by_party(given.add, "add")
    remarks = _by_party(given.comments, "comments")
    seen: set[str] = set()
    for line, row in _cells(given.sdn, "sdn"):
        if row[0] in seen:
            raise UnreadableList(f"{given.sdn}, line {line}: the number {row[0]} stands there a second time")
        if row[2] not in _TYPES:
            raise UnreadableList(f"{given.sdn}, line {line}: {row[2]} is no type of party that verbale knows")
        seen.add(row[0])
        more = "".join(cells[1] for cells in remarks.get(row[0], ()))
        yield _party(row, f"{row[11]}{more}", aliases.get(row[0], ()), addresses.get(row[0], ()))
    for path, found in ((given.alt, aliases), (given.add, addresses), (given.comments, remarks)):
        if path and (lost := sorted(set(found) - seen, key=int)):
            notes.append(
                f"{path}: {sum(len(found[number]) for number in lost):,} rows are of {len(lost):,} parties that are "
                f"not in {given.sdn.name}, {lost[0]} the first: the files are not of one day"
            )


def _party(
    row: Sequence[str], remarks: str, aliases: Sequence[Sequence[str]], addresses: Sequence[Sequence[str]]
) -> ListedParty:
    type_ = _TYPES[row[2]]
    told = [part.strip() for part in remarks.rstrip(". ").split(";") if part.strip()]
    known: dict[str, list[str]] = {key: [] for key in _KEYS}
    for part in told:
        key, _, value = part.removeprefix("alt. ").partition(" ")
        if key in known and value:
            known[key].append(value)
    weak = [
        (match[1], "weak") for part in told if (match := re.fullmatch(r"(?:a\.k\.a\.|f\.k\.a\.|alt\.) '(.+)'", part))
    ]
    texts: list[tuple[str, Quality]] = [(row[1], "primary")]
    texts += [(cells[3], "weak" if "weak" in cells[4] else "strong") for cells in aliases]
    texts += [(text, "weak") for text, _ in weak]
    countries = [country(words) for words in (row[9], *(cells[4] for cells in addresses)) if words]
    numbers = [_identifier(match) for part in told if (match := _NUMBERED.fullmatch(part))]
    if row[5]:
        numbers.append(Identifier("call sign", row[5]))
    return ListedParty(
        id=row[0],
        type=type_,
        names=names(texts),
        listings=(Listing(AUTHORITY, row[3], row[0], reason="; ".join(told) or None),),
        births=_births(known["DOB"]),
        birth_places=tuple(dict.fromkeys(known["POB"])),
        nationalities=tuple(dict.fromkeys(country(words) for words in (*known["nationality"], *known["citizen"]))),
        countries=tuple(dict.fromkeys(countries)),
        identifiers=tuple(dict.fromkeys(numbers)),
        positions=tuple(title for title in row[4].split("; ") if title),
        gender=_gender(known["Gender"]),
    )


def _births(words: Sequence[str]) -> tuple[Stated, ...]:
    return tuple(stated(text) for text in dict.fromkeys(words))


def _gender(words: Sequence[str]) -> Literal["male", "female"] | None:
    told = set(words)
    return "male" if told == {"Male"} else "female" if told == {"Female"} else None


def _identifier(match: re.Match[str]) -> Identifier:
    from_ = match["country"]
    return Identifier(match["kind"], match["value"], country(from_) if from_ else None)


def _by_party(path: Path | None, kind: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for _, row in _cells(path, kind) if path else ():
        found.setdefault(row[0], []).append(row)
    return found


def _cells(path: Path, kind: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with empty cells emptied; a header, which the official files have not, is passed over."""
    for line, row in rows(path):
        cells = ["" if filled(cell) == _EMPTY else filled(cell) for cell in row]
        if len(cells) != CELLS[kind]:
            raise UnreadableList(f"{path}, line {line}: {len(cells)} cells, where {kind} has {CELLS[kind]}")
        if cells[0].isdigit():
            yield line, cells
        elif line > 1:
            raise UnreadableList(f"{path}, line {line}: {cells[0]!r} is no number of a party")
