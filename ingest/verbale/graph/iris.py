"""IRIs that come from content: the same input gives the same names on every run and machine."""

import re
import unicodedata
from calendar import monthrange
from datetime import date as date_type
from urllib.parse import quote

from verbale.model import Claim, Delegation, PartialDate, Quantity, Span

__all__ = [
    "DEFAULT_BASE",
    "IDENTITY",
    "article",
    "claim",
    "date",
    "delegation",
    "graph",
    "passage",
    "publisher",
    "quantity",
    "slug",
    "step",
]

DEFAULT_BASE = "https://w3id.org/verbale/id/"
IDENTITY = "graph/decisions/identity"
"""The id of the named graph that holds who was decided to be one with whom."""


def slug(name: str) -> str:
    """A name as a step of an IRI's path: lower case, no accents, hyphens between words, letters of any script."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", bare).casefold()).strip("-")


def step(number: str) -> str:
    """A reference number as a step of an IRI's path: as it is, what no path may hold written as %XX."""
    return quote(number, safe="")


def article(h: str) -> str:
    """The id of the article whose content hashes to ``h``."""
    return f"article/{h}"


def graph(h: str) -> str:
    """The id of the named graph that holds what was read in the article."""
    return f"graph/{h}"


def publisher(h: str, name: str) -> str:
    """The id of the publisher, local to the article where it has no name."""
    return f"actor/media/{slug(name)}" if slug(name) else f"actor/{h}/publisher"


def passage(h: str, span: Span) -> str:
    """The id of a passage or mention."""
    return f"passage/{h}/{span.start}-{span.end}"


def date(value: PartialDate) -> str:
    """The id of a partial date, the same in every article: ``date/2023-07``, or both ends where it is no whole unit."""
    if (value.earliest, value.latest) == _unit(value):
        return f"date/{value.iso}"
    return f"date/{value.earliest}--{value.latest}"


def _unit(value: PartialDate) -> tuple[date_type, date_type]:
    """The first and the last day of the day, month or year in which the date begins."""
    first = value.earliest
    if value.precision == "day":
        return first, first
    if value.precision == "year":
        return first.replace(month=1, day=1), first.replace(month=12, day=31)
    return first.replace(day=1), first.replace(day=monthrange(first.year, first.month)[1])


def quantity(h: str, value: Quantity) -> str:
    """The id of a quantity, by where its words stand."""
    return f"quantity/{h}/{value.words.start}-{value.words.end}"


def delegation(h: str, value: Delegation) -> str:
    """The id of a delegation, by where it is told and who leads it."""
    return f"delegation/{h}/{value.evidence.start}-{_tail(value.head)}"


def claim(h: str, value: Claim) -> str:
    """The id of a claim: what it claims, who claims it, and how."""
    who = _tail(value.claimant) if value.claimant else "article"
    return f"claim/{h}/{_tail(value.situation)}-{value.stance}-{who}"


def _tail(identifier: str) -> str:
    """An id as one step: without its first word and the article's hash."""
    return "-".join(part for part in identifier.split("/")[1:] if not re.fullmatch(r"[0-9a-f]{20}", part))
