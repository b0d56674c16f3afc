"""Links: known identities for chains, local ones for the rest."""

import re
import unicodedata

from verbale.entities.naming import plain
from verbale.entities.reference import Known, Reference
from verbale.model import Chain, Document, Entity, Mention, article_hash

__all__ = ["link"]

_PLACES = frozenset({"Country", "Region", "City", "Facility", "Water", "Place"})
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def link(document: Document, chains: tuple[Chain, ...], reference: Reference) -> tuple[Entity, ...]:
    """The actors and places of an article, in the order of their first mentions.

    What reference data know has its identity from there; a person with a full name has
    one that all articles share; a bare surname, a description or a place that no table
    holds is local to the article. Every State comes with its Country.
    """
    here = article_hash(document)
    countries = _countries(chains, reference)
    found: dict[str, Entity] = {}
    for chain in chains:
        entity = _entity(chain, here, countries, reference)
        before = found.get(entity.id)
        found[entity.id] = entity if before is None else _joined(before, entity.mentions)
    for entity in list(found.values()):
        if entity.type == "State" and entity.territory and entity.territory not in found:
            country = reference.country(entity.country or "")
            if country:
                found[country.id] = _from(country, ())
    return tuple(found.values())


def _joined(entity: Entity, more: tuple[Mention, ...]) -> Entity:
    mentions = tuple(sorted({*entity.mentions, *more}, key=lambda mention: mention.span))
    return Entity(
        entity.id, entity.type, entity.name, mentions, entity.country, entity.latitude, entity.longitude,
        entity.geonames, entity.wikidata, entity.territory, entity.parent,
    )  # fmt: skip


def _countries(chains: tuple[Chain, ...], reference: Reference) -> tuple[str, ...]:
    """The countries of an article, the most named first."""
    counts: dict[str, int] = {}
    for chain in chains:
        known = reference.known(chain.name) if chain.type in ("State", "Country") else None
        if known and known.country:
            counts[known.country] = counts.get(known.country, 0) + len(chain.mentions)
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _entity(chain: Chain, here: str, countries: tuple[str, ...], reference: Reference) -> Entity:
    known = reference.known(plain(chain.name)) if chain.type != "Person" else None
    if chain.type in ("State", "Country") and known and known.country:
        country = reference.country(known.country)
        if chain.type == "Country" and country:
            return _from(country, chain.mentions)
        if chain.type == "State":
            return _from(known, chain.mentions, country.id if country else None)
    if chain.type == "City":
        city = reference.city(chain.name, (known.country, *countries) if known and known.country else countries)
        if city:
            return _from(city, chain.mentions, name=chain.name)
    elif known and known.type == chain.type:
        return _from(known, chain.mentions)
    slug = _slug(chain.name)
    kind = _CAPITAL.sub("-", chain.type).lower()
    if chain.type in _PLACES:
        return Entity(f"place/{here}/{slug}", chain.type, chain.name, chain.mentions)
    if chain.type == "Person" and " " not in chain.name:
        return Entity(f"actor/{here}/{slug}", chain.type, chain.name, chain.mentions)
    return Entity(f"actor/{kind}/{slug}", chain.type, chain.name, chain.mentions)


def _from(known: Known, mentions: tuple[Mention, ...], territory: str | None = None, name: str = "") -> Entity:
    return Entity(
        known.id, known.type, name or known.name, mentions, known.country, known.latitude, known.longitude,
        known.geonames, known.wikidata, territory, known.parent,
    )  # fmt: skip


def _slug(name: str) -> str:
    """A name as part of an IRI: lower-case ASCII letters and digits, words parted by hyphens."""
    spelled = unicodedata.normalize("NFKD", name)
    spelled = "".join(letter for letter in spelled if not unicodedata.combining(letter))
    return re.sub(r"[^\w]+", "-", spelled.casefold()).strip("-")
