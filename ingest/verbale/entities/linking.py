"""Links: known identities for chains, local ones for the rest."""

import re
from dataclasses import replace

from verbale.entities.growing import issuers
from verbale.entities.naming import plain
from verbale.entities.positions import Positions
from verbale.entities.reference import Known, Reference
from verbale.entities.sites import Sites
from verbale.entities.slugs import slug
from verbale.entities.whereabouts import Whereabouts
from verbale.model import Chain, Document, Entity, Mention, article_hash

__all__ = ["link"]

_PLACES = frozenset({"Country", "Region", "City", "Facility", "Water", "Place"})
_ORGANS_WORD = re.compile(r"\b(?:attributable to|spokes(?:man|woman|person)|will|plans to)\b", re.IGNORECASE)
_OPENING = 300  # characters in which a release says whose word it is, or what is going to happen
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def link(document: Document, chains: tuple[Chain, ...], reference: Reference) -> tuple[Entity, ...]:
    """The actors and places of an article, in the order of their first mentions.

    What reference data know has its identity from there; a person with a full name has
    one that all articles share; a bare surname, a description or a place that no table
    holds is local to the article. A place that no table holds has the country that the
    words around it name, and no coordinates. Every State comes with its Country. The
    state whose organ publishes the text is there, though it may have no mention; the
    organ, if the text names it, or its spokesperson speaks, or it announces something.
    """
    here = article_hash(document)
    where = Whereabouts(document, chains, reference)
    positions = Positions(chains, where, reference)
    sites = Sites(chains, where, positions, reference)
    found: dict[str, Entity] = {}
    for chain in chains:
        entity = _entity(chain, here, where, positions, sites, reference)
        before = found.get(entity.id)
        found[entity.id] = entity if before is None else _joined(before, entity.mentions)
    for known in issuers(document, reference):
        mentioned = found[known.id].mentions if known.id in found else ()
        if known.type == "State":
            written = any(mention.kind == "name" for mention in mentioned)
            name = "" if written else _state_as_written(known, document, reference)
            found[known.id] = _from(known, mentioned, f"place/country/{known.country}", name)
        elif mentioned or _ORGANS_WORD.search(document.text, 0, _OPENING):
            found[known.id] = _from(known, mentioned, name=_as_written(known, document, reference))
    for entity in list(found.values()):
        if entity.type == "State" and entity.territory and entity.territory not in found:
            country = reference.country(entity.country or "")
            if country:
                found[country.id] = _from(country, ())
    return tuple(found.values())


def _as_written(known: Known, document: Document, reference: Reference) -> str:
    """An issuer's name as the publisher's line has it."""
    publisher = plain(document.publisher)
    match = reference.at(publisher, 0)
    return publisher[: match[0]] if match else known.name


def _state_as_written(state: Known, document: Document, reference: Reference) -> str:
    """What the publisher's line calls its state ("US Department of State"), where the text does not name it."""
    words = plain(document.publisher).split()
    for end in range(len(words), 0, -1):
        known = reference.known(" ".join(words[:end]))
        if known is not None and known.id == state.id and (known.how == "name" or words[end - 1].isupper()):
            return " ".join(words[:end])
    return state.name


def _joined(entity: Entity, more: tuple[Mention, ...]) -> Entity:
    once = dict.fromkeys((*entity.mentions, *more))
    mentions = tuple(sorted(once, key=lambda mention: (mention.span.start, -mention.span.end)))
    return replace(entity, mentions=mentions)


def _entity(
    chain: Chain, here: str, where: Whereabouts, positions: Positions, sites: Sites, reference: Reference
) -> Entity:
    named = any(mention.kind == "name" for mention in chain.mentions)
    # A state may be spoken of as "we" alone, in a statement that its ministry signs.
    named_or_state = named or chain.type == "State"
    known = reference.known(plain(chain.name)) if chain.type != "Person" and named_or_state else None
    if chain.type in ("State", "Country") and where.elsewhere(chain) is not None:
        known = where.elsewhere(chain)
        return _from(known, chain.mentions) if known else _place(chain, known, here, where, positions, sites)
    if chain.type in ("State", "Country") and known and known.country:
        country = reference.country(known.country)
        if chain.type == "Country" and country:
            return _from(country, chain.mentions)
        return _from(known, chain.mentions, country.id if country else None)
    if chain.type in _PLACES:
        return _place(chain, known, here, where, positions, sites)
    if known and known.type == chain.type:
        return _from(known, chain.mentions)
    own = slug(chain.name)
    owner = f"actor/{here}" if not named or (chain.type == "Person" and " " not in chain.name) else _folder(chain.type)
    state = None if chain.type == "Person" else where.owner(chain)
    country_code = state.country if state else None
    return Entity(
        f"{owner}/{own}", chain.type, chain.name, chain.mentions, country_code, parent=state.id if state else None
    )


def _folder(kind: str) -> str:
    return f"actor/{_CAPITAL.sub('-', kind).lower()}"


def _place(
    chain: Chain, known: Known | None, here: str, where: Whereabouts, positions: Positions, sites: Sites
) -> Entity:
    if known and known.type == chain.type:
        return _from(known, chain.mentions)
    city = positions.of(chain)
    if city:
        return _from(city, chain.mentions, name=chain.name)
    entity = Entity(f"place/{here}/{slug(chain.name)}", chain.type, chain.name, chain.mentions)
    around = sites.of(chain) if chain.type != "Country" else None
    if around is not None:
        return replace(
            entity,
            country=around.country,
            latitude=around.latitude,
            longitude=around.longitude,
            parent=f"place/country/{around.country}",
        )
    country = where.country(chain) or sites.country()
    return replace(entity, country=country, parent=f"place/country/{country}" if country else None)


def _from(known: Known, mentions: tuple[Mention, ...], territory: str | None = None, name: str = "") -> Entity:
    return Entity(
        known.id,
        known.type,
        name or known.name,
        mentions,
        known.country,
        known.latitude,
        known.longitude,
        known.geonames,
        known.wikidata,
        territory,
        known.parent,
    )
