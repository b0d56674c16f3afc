"""The United Nations Security Council Consolidated List, in the XML of its schema ``sc-sanctions.xsd``."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from lxml.etree import _Element

from verbale.errors import UnreadableList
from verbale.listed import Identifier, ListedName, ListedParty, Listing, Provision, Quality, Snapshot, Stated, stated
from verbale.reference.lists.words import country, filled, names
from verbale.reference.lists.xml import elements, root_attributes

__all__ = ["ROOT", "snapshot"]

ROOT = "CONSOLIDATED_LIST"
AUTHORITY = "United Nations Security Council"
_QUALITIES: dict[str, Quality] = {"good": "strong", "a.k.a.": "strong", "f.k.a.": "strong", "": "strong", "low": "weak"}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KNOWN = frozenset(
    {
        *("DATAID", "VERSIONNUM", *_NAMES, "NAME_ORIGINAL_SCRIPT", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON"),
        *("GENDER", "SUBMITTED_BY", "COMMENTS1", "TITLE", "DESIGNATION", "NATIONALITY", "NATIONALITY2", "LIST_TYPE"),
        *("LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD", "DELISTED_ON", "SUBMITTED_ON"),
        *("INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS", "INDIVIDUAL_DATE_OF_BIRTH", "INDIVIDUAL_PLACE_OF_BIRTH"),
        *("INDIVIDUAL_DOCUMENT", "ENTITY_ALIAS", "ENTITY_ADDRESS"),
    }
)


def snapshot(path: Path, published: date | None = None) -> Snapshot:
    """The list in the file, of the day that it names. Raises UnreadableList, also while its parties are read."""
    words = root_attributes(path).get("dateGenerated", "")
    day = published or stated(words).earliest
    if day is None:
        raise UnreadableList(f"{path}: tells no day of publication; give it with --date")
    return Snapshot("un", day, _parties(path))


def _parties(path: Path) -> Iterator[ListedParty]:
    seen: set[str] = set()
    for element in elements(path, ("INDIVIDUAL", "ENTITY")):
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _KNOWN:
                raise UnreadableList(
                    f"{path}, line {child.sourceline}: the element {child.tag} is not in the schema that verbale "
                    "knows; nothing was taken in"
                )
        reference = _text(element, "REFERENCE_NUMBER")
        name = " ".join(part for tag in _NAMES if (part := _text(element, tag)))
        if not reference or not name:
            raise UnreadableList(f"{path}, line {element.sourceline}: an entry without REFERENCE_NUMBER or a name")
        if reference in seen:
            raise UnreadableList(f"{path}, line {element.sourceline}: {reference} stands there a second time")
        seen.add(reference)
        yield _party(element, reference, name)


def _party(element: _Element, reference: str, name: str) -> ListedParty:
    person = element.tag == "INDIVIDUAL"
    prefix = "INDIVIDUAL" if person else "ENTITY"
    places = [_place(place) for place in element.findall("INDIVIDUAL_PLACE_OF_BIRTH")]
    homes = [country(words) for home in element.findall(f"{prefix}_ADDRESS") if (words := _text(home, "COUNTRY"))]
    nations = [_values(element, tag) for tag in ("NATIONALITY", "NATIONALITY2")]
    identifiers = (_identifier(one) for one in element.findall("INDIVIDUAL_DOCUMENT"))
    return ListedParty(
        id=reference,
        type="Person" if person else "Organization",
        names=_listed_names(element, name, prefix),
        listings=(_listing(element, reference),),
        births=tuple(found for one in element.findall("INDIVIDUAL_DATE_OF_BIRTH") if (found := _birth(one))),
        birth_places=tuple(dict.fromkeys(place for place in places if place)),
        nationalities=tuple(dict.fromkeys(country(words) for found in nations for words in found)),
        countries=tuple(dict.fromkeys(homes)),
        identifiers=tuple(dict.fromkeys(one for one in identifiers if one)),
        positions=tuple(dict.fromkeys([*_values(element, "TITLE"), *_values(element, "DESIGNATION")])),
        gender=_gender(_text(element, "GENDER")),
    )


def _listed_names(element: _Element, name: str, prefix: str) -> tuple[ListedName, ...]:
    found: list[tuple[str, Quality]] = [(name, "primary"), (_text(element, "NAME_ORIGINAL_SCRIPT"), "strong")]
    for alias in element.findall(f"{prefix}_ALIAS"):
        found.append((_text(alias, "ALIAS_NAME"), _QUALITIES.get(_text(alias, "QUALITY").lower(), "weak")))
    return names(found)


def _listing(element: _Element, reference: str) -> Listing:
    regime, day = _text(element, "UN_LIST_TYPE"), stated(_text(element, "LISTED_ON"))
    ended = _text(element, "DELISTED_ON")
    return Listing(
        authority=AUTHORITY,
        program=regime,
        reference=reference,
        listed_on=day if day.words else None,
        ended_on=stated(ended) if ended else None,
        provisions=tuple(_provisions(regime, day)),
        reason=_text(element, "COMMENTS1") or None,
    )


def _provisions(regime: str, day: Stated) -> Iterator[Provision]:
    """The list names no resolution: that of the day of listing is taken, else the one that set up the regime."""
    known = _resolutions().get(regime, ())
    for resolution, adopted, _ in known:
        if day.earliest == day.latest == adopted:
            yield Provision(resolution, "the resolution on this regime that was adopted on the day of listing")
            return
    for resolution, _, lists in known:
        if lists == "founds":
            yield Provision(resolution, "the resolution that set up the regime; the list names none")


@cache
def _resolutions() -> dict[str, tuple[tuple[str, date, str], ...]]:
    """By regime the resolutions that set it up or name those whom it lists (symbols and days: United Nations)."""
    found: dict[str, list[tuple[str, date, str]]] = {}
    text = files("verbale.reference.lists").joinpath("resolutions.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        found.setdefault(row["regime"], []).append(
            (row["resolution"], date.fromisoformat(row["adopted"]), row["lists"])
        )
    return {regime: tuple(rows) for regime, rows in found.items()}


def _birth(element: _Element) -> Stated | None:
    note = _text(element, "NOTE")
    words = _text(element, "DATE") or _text(element, "YEAR")
    if not words and _text(element, "FROM_YEAR"):
        words = f"between {_text(element, 'FROM_YEAR')} and {_text(element, 'TO_YEAR')}"
    if words and _text(element, "TYPE_OF_DATE").upper() == "APPROXIMATELY":
        words = f"approximately {words}"
    whole = f"{words} ({note})" if words and note else words or note
    return stated(whole) if whole else None


def _place(element: _Element) -> str:
    parts = (_text(element, tag) for tag in ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY"))
    note = _text(element, "NOTE")
    return ", ".join(part for part in (*parts, note) if part)


def _identifier(element: _Element) -> Identifier | None:
    kind = _text(element, "TYPE_OF_DOCUMENT") or _text(element, "TYPE_OF_DOCUMENT2")
    value = _text(element, "NUMBER") or _text(element, "NOTE")
    from_ = _text(element, "ISSUING_COUNTRY") or _text(element, "COUNTRY_OF_ISSUE")
    return Identifier(kind or "document", value, country(from_) if from_ else None) if value else None


def _gender(words: str) -> Literal["male", "female"] | None:
    return "male" if words == "Male" else "female" if words == "Female" else None


def _values(element: _Element, tag: str) -> list[str]:
    return [text for value in element.iterfind(f"{tag}/VALUE") if (text := filled(value.text))]


def _text(element: _Element, tag: str) -> str:
    return filled(element.findtext(tag))
