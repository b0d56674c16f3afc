"""What travels from official sanctions lists, and what their words mean: records, dates, names."""

from verbale.listed.dates import stated
from verbale.listed.names import named
from verbale.listed.records import (
    Identifier,
    ListedName,
    ListedParty,
    Listing,
    ListName,
    PartyType,
    Provision,
    Quality,
    Snapshot,
    Stated,
)

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
    "named",
    "stated",
]
