"""FollowTheMoney entities as JSON lines, as OpenSanctions publishes them: flat, or each with its sanctions nested.

In a flat file a Sanction stands apart from its entity, before or after it: the listings are gathered first.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from verbale.errors import UnreadableList
from verbale.listed import Identifier, ListedParty, Listing, PartyType, Provision, Quality, Snapshot, Stated, stated
from verbale.reference.lists.words import country, filled, names

__all__ = ["snapshot"]

_SCHEMAS: dict[str, PartyType] = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "LegalEntity": "Organization",
    "PublicBody": "Organization",
    "Vessel": "Vessel",
    "Airplane": "Aircraft",
}
_NAMES: tuple[tuple[str, Quality], ...] = (
    ("alias", "strong"),
    ("previousName", "strong"),
    ("weakAlias", "weak"),
)
_NUMBERS = ("passportNumber", "idNumber", "taxNumber", "registrationNumber", "innCode", "ogrnCode", "imoNumber", "mmsi")
_BIRTHS = ("birthDate",)

Entity = dict[str, Any]


def snapshot(path: Path, published: date | None) -> Snapshot:
    """The persons, organisations, vessels and aircraft of the file. Raises UnreadableList."""
    if published is None:
        raise UnreadableList(f"{path}: tells no day of publication; give it with --date")
    return Snapshot("ftm", published, _parties(path))


def _parties(path: Path) -> Iterator[ListedParty]:
    sanctions: dict[str, list[Entity]] = {}
    for _, entity in _entities(path):
        if entity["schema"] == "Sanction":
            for target in _values(entity, "entity"):
                sanctions.setdefault(str(target), []).append(_properties(entity))
    seen: dict[str, int] = {}
    for line, entity in _entities(path):
        if entity["schema"] not in _SCHEMAS:
            continue
        if entity["id"] in seen:
            raise UnreadableList(
                f"{path}, line {line}: the id {entity['id']} stands on line {seen[entity['id']]} already"
            )
        seen[entity["id"]] = line
        nested = [_properties(one) for one in _values(entity, "sanctions") if isinstance(one, dict)]
        yield _party(entity, [*sanctions.get(entity["id"], ()), *nested])


def _party(entity: Entity, sanctions: Sequence[Entity]) -> ListedParty:
    def of(*keys: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filled(one) for key in keys for one in _values(entity, key) if isinstance(one, str)))

    caption = filled(entity.get("caption"))
    texts: list[tuple[str, Quality]] = [(caption, "primary")]
    texts += [(text, "strong") for text in of("name")]
    texts += [(text, quality) for key, quality in _NAMES for text in of(key)]
    listings = [_listing(entity["id"], one) for one in sanctions]
    gender = of("gender")
    return ListedParty(
        id=entity["id"],
        type=_SCHEMAS[entity["schema"]],
        names=names(texts),
        listings=tuple(listings),
        births=tuple(stated(words) for words in of(*_BIRTHS)),
        birth_places=of("birthPlace"),
        nationalities=tuple(dict.fromkeys(country(words) for words in of("nationality", "citizenship"))),
        countries=tuple(dict.fromkeys(country(words) for words in of("country", "jurisdiction", "flag"))),
        identifiers=tuple(Identifier(key, value) for key in _NUMBERS for value in of(key)),
        positions=of("position"),
        gender=_gender(gender),
    )


def _listing(number: str, sanction: Entity) -> Listing:
    def first(*keys: str) -> str:
        return next((filled(str(one)) for key in keys for one in sanction.get(key, ())), "")

    def day(*keys: str) -> Stated | None:
        words = first(*keys)
        return stated(words) if words else None

    return Listing(
        authority=first("authority") or first("country") or "unnamed authority",
        program=first("program", "programId"),
        reference=first("authorityId", "unscId") or number,
        listed_on=day("listingDate", "startDate"),
        ended_on=day("endDate"),
        provisions=tuple(Provision(filled(one)) for one in sanction.get("provisions", ())),
        reason=first("reason") or None,
    )


def _gender(words: Sequence[str]) -> Literal["male", "female"] | None:
    return "male" if words == ("male",) else "female" if words == ("female",) else None


def _entities(path: Path) -> Iterator[tuple[int, Entity]]:
    """Each line's entity, with the line's number."""
    try:
        with path.open("rb") as file:
            for line, text in enumerate(file, start=1):
                if not text.strip():
                    continue
                try:
                    entity = json.loads(text)
                except ValueError as error:  # no JSON, or no UTF-8
                    raise UnreadableList(f"{path}, line {line}: not JSON ({error}); nothing was taken in") from error
                if not isinstance(entity, dict) or not {"id", "schema", "properties"} <= entity.keys():
                    raise UnreadableList(f"{path}, line {line}: no entity with id, schema and properties")
                yield line, entity
    except OSError as error:
        raise UnreadableList(f"{path}: {error.strerror or error}; check the path") from error


def _properties(entity: Entity) -> Entity:
    found = entity["properties"]
    return found if isinstance(found, dict) else {}


def _values(entity: Entity, key: str) -> list[Any]:
    found = _properties(entity).get(key, [])
    return found if isinstance(found, list) else [found]
