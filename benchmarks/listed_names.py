"""Persons of official lists, for measuring alone: their names, countries and years of birth as the files have them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

__all__ = ["Listed", "everyone"]


@dataclass(frozen=True)
class Listed:
    """An entry that is a person: the primary name first."""

    names: tuple[str, ...]
    country: str  # or programme, in the list's words
    years: frozenset[str]


def everyone(folder: Path) -> Iterator[Listed]:
    """The persons of the UN's XML, OFAC's CSV set and the EU's CSV in the folder, in the order of the files."""
    yield from _un(folder / "un_consolidated.xml")
    yield from _ofac(folder / "ofac_sdn.csv", folder / "ofac_alt.csv")
    for path in sorted((folder / "eu").glob("*.csv")):
        yield from _eu(path)


def _un(path: Path) -> Iterator[Listed]:
    for person in ElementTree.parse(path).getroot().iter("INDIVIDUAL"):
        parts = (person.findtext(f"{part}_NAME") for part in ("FIRST", "SECOND", "THIRD", "FOURTH"))
        aliases = [a.findtext("ALIAS_NAME") or "" for a in person.iter("INDIVIDUAL_ALIAS") if _good(a)]
        nations = [value.text or "" for nation in person.iter("NATIONALITY") for value in nation.iter("VALUE")]
        born = " ".join(text for date in person.iter("INDIVIDUAL_DATE_OF_BIRTH") for text in date.itertext())
        yield _listed([" ".join(part for part in parts if part), *aliases], " ".join(nations), born)


def _good(alias: ElementTree.Element) -> bool:
    return alias.findtext("QUALITY") != "Low"


def _ofac(sdn: Path, alt: Path) -> Iterator[Listed]:
    aliases: dict[str, list[str]] = {}
    with alt.open(encoding="latin-1", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 3:
                aliases.setdefault(row[0], []).append(row[3])
    with sdn.open(encoding="latin-1", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 11 and row[2].strip() == "individual":
                nation = " ".join(re.findall(r"nationality ([\w ]+)", row[11]))
                born = " ".join(re.findall(r"DOB ([^;]+)", row[11]))
                yield _listed([row[1], *aliases.get(row[0], ())], nation or row[3], born)


def _eu(path: Path) -> Iterator[Listed]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["schema"] == "Person" and row["name"]:
                names = [row["name"], *(row["alias"] or "").split(";")]
                yield _listed(names, row["nationality"] or row["country"] or row["programKey"], row["birthDate"])


def _listed(names: list[str], country: str, born: str) -> Listed:
    kept = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    return Listed(kept, country, frozenset(re.findall(r"\b(?:19|20)\d\d\b", born or "")))
