"""What travels from official sanctions lists: a snapshot, the parties in it, their names and their listings.

The words are those of FollowTheMoney (followthemoney.tech), which has them from the lists themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

__all__ = [
    "Identifier",
    "ListName",
    "ListedName",
    "ListedParty",
    "Listing",
    "PartyType",
    "Provision",
    "Quality",
    "Snapshot",
    "Stated",
]

ListName = Literal["un", "ofac", "eu", "uk", "ftm"]
PartyType = Literal["Person", "Organization", "Vessel", "Aircraft"]
Quality = Literal["primary", "strong", "weak"]


@dataclass(frozen=True, slots=True)
class ListedName:
    """One of a party's names."""

    text: str  # as the list writes it: "PUTIN, Vladimir Vladimirovich" too
    quality: Quality  # a weak alias is one that the list itself calls low quality
    script: str  # ISO 15924: "Latn", "Cyrl", "Arab", "Hang", "Hani"


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in the list's words, and the days that it may be: "between 1962 and 1965", "1960s", "circa 1960".

    Without bounds where the words give none: they are kept, nothing is made up.
    """

    words: str
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A passport, tax, registration or IMO number, with the country that gave it (ISO 3166-1 alpha-2) if it is told."""

    kind: str
    value: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """The legal basis of a listing; ``inferred`` tells how it was found where the list does not name it."""

    text: str
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """That an authority lists the party under a programme."""

    authority: str  # "United Nations Security Council"
    program: str
    reference: str  # the authority's number of the entry
    listed_on: Stated | None = None
    ended_on: Stated | None = None
    provisions: tuple[Provision, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ListedParty:
    """An entry of a list: who it is, and under what."""

    id: str  # the list's number of the party, which stays the same from snapshot to snapshot
    type: PartyType
    names: tuple[ListedName, ...]  # the primary name first
    listings: tuple[Listing, ...]
    births: tuple[Stated, ...] = ()
    birth_places: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()  # ISO 3166-1 alpha-2 where the list's word is known, else the word
    countries: tuple[str, ...] = ()  # of residence, registration or flag, likewise
    identifiers: tuple[Identifier, ...] = ()
    positions: tuple[str, ...] = ()  # "Defence Minister", in the list's words
    gender: Literal["male", "female"] | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list as it was published on a day: its parties are read one by one, so that a list of any size fits."""

    name: ListName
    published: date
    parties: Iterator[ListedParty]
    notes: list[str] = field(default_factory=list)  # what is odd in the file, complete when the parties are read
