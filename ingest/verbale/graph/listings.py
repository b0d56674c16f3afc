"""A snapshot of a list as quads, party by party, and back: one named graph, no blank nodes, FollowTheMoney's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from verbale import vocab
from verbale.graph import iris
from verbale.listed import (
    Identifier,
    ListedName,
    ListedParty,
    Listing,
    ListName,
    PartyType,
    Provision,
    Quality,
    Snapshot,
    named,
    stated,
)

__all__ = ["graph_of", "nquads", "parties"]

_A, _LABEL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#label"
_COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"  # how what is inferred of an entry was found
_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_NUMBER = re.compile(r"(?P<kind>[^:]*): (?P<value>.*?)(?: \((?P<country>[A-Z]{2})\))?", re.DOTALL)
_FTM = {
    **{name: vocab.PREFIXES["ftm"] + f"Thing:{name}" for name in ("alias", "weakAlias", "country")},
    **{
        name: vocab.PREFIXES["ftm"] + f"Person:{name}"
        for name in ("birthDate", "birthPlace", "nationality", "position", "gender")
    },
    "idNumber": vocab.PREFIXES["ftm"] + "LegalEntity:idNumber",
    "reason": vocab.PREFIXES["ftm"] + "Sanction:reason",
    "startDate": vocab.PREFIXES["ftm"] + "Interval:startDate",  # where the list names no single day
}
"""FollowTheMoney's terms for what a list tells of a party, and of why."""


@dataclass(frozen=True, slots=True)
class _Authority:
    """A body that publishes a list, under the id that it has in articles, and its state."""

    id: str
    type: str
    state: tuple[str, str] | None = None  # id and name


_AUTHORITIES = {
    "United Nations Security Council": _Authority(
        "actor/international-organization/un-security-council", "InternationalOrganization"
    ),
    "Office of Foreign Assets Control": _Authority(
        "actor/government/ofac", "Government", ("actor/state/US", "United States")
    ),
    "Council of the European Union": _Authority(
        "actor/international-organization/council-of-the-european-union", "InternationalOrganization"
    ),
}


def graph_of(list_name: ListName, published: date) -> str:
    """The id of the named graph that holds a list as of its day of publication."""
    return f"graph/list/{list_name}/{published}"


def nquads(snapshot: Snapshot, base: str = iris.DEFAULT_BASE) -> Iterator[str]:
    """The snapshot in N-Quads, a party at a time, each party's lines sorted."""
    graph = NamedNode(base + graph_of(snapshot.name, snapshot.published))
    writer = _Writer(base, snapshot)
    for lines in writer.parts():
        yield "".join(f"{line} {graph} .\n" for line in sorted(set(lines)))


class _Writer:
    def __init__(self, base: str, snapshot: Snapshot) -> None:
        self.base, self.snapshot = base, snapshot
        self.here = self.node(f"snapshot/{snapshot.name}/{snapshot.published}")
        self.authorities: set[str] = set()

    def node(self, identifier: str) -> str:
        return str(NamedNode(self.base + identifier))

    def parts(self) -> Iterator[list[str]]:
        day = self.snapshot.published
        yield [
            *_say(self.here, _A, _term("Snapshot")),
            *_say(self.here, _LABEL, _text(f"{self.snapshot.name} list of {day}")),
            *_say(self.here, "dataset", _text(self.snapshot.name)),
            *_say(self.here, "published", str(Literal(day.isoformat(), datatype=_DATE))),
        ]
        for party in self.snapshot.parties:
            yield [*self._party(party), *(line for one in party.listings for line in self._listing(party, one))]

    def _party(self, party: ListedParty) -> Iterator[str]:
        node = self._node_of(party)
        first, *others = party.names
        yield from _say(node, _A, _term("ListedParty"))
        yield from _say(node, _LABEL, _text(first.text))
        for name in others:
            tagged = Literal(name.text, language=f"und-{name.script.lower()}")
            yield from _say(node, "weakAlias" if name.quality == "weak" else "alias", str(tagged))
        told: Mapping[str, Iterable[str]] = {
            "schema": [party.type],
            "birthDate": [birth.words for birth in party.births],
            "birthPlace": party.birth_places,
            "nationality": party.nationalities,
            "country": party.countries,
            "idNumber": [_number(one) for one in party.identifiers],
            "position": party.positions,
            "gender": [party.gender] if party.gender else [],
        }
        for predicate, words in told.items():
            yield from _say(node, predicate, *map(_text, words))

    def _listing(self, party: ListedParty, listing: Listing) -> Iterator[str]:
        which = f"{listing.reference}-{listing.program}" if len(party.listings) > 1 else listing.reference
        day = self.snapshot.published
        node = self.node(f"listing/{self.snapshot.name}/{iris.step(which)}/{day}")
        yield from _say(node, _A, _term("Listing"))
        yield from _say(node, "entity", self._node_of(party))
        yield from _say(node, "snapshot", self.here)
        yield from self._authority(node, listing.authority)
        told: Mapping[str, Iterable[str]] = {
            "program": [listing.program],
            "authorityId": [listing.reference],
            "reason": [listing.reason or ""],
            "provisions": [one.text for one in listing.provisions if one.inferred is None],
            "inferredProvisions": [one.text for one in listing.provisions if one.inferred],
            _COMMENT: [one.inferred or "" for one in listing.provisions],
        }
        for predicate, words in told.items():
            yield from _say(node, predicate, *(_text(one) for one in words if one))
        for predicate, when in (("listingDate", listing.listed_on), ("endDate", listing.ended_on)):
            if when and when.earliest and when.earliest == when.latest:
                yield from _say(node, predicate, str(Literal(when.earliest.isoformat(), datatype=_DATE)))
        if listing.listed_on and (
            not listing.listed_on.earliest or listing.listed_on.earliest != listing.listed_on.latest
        ):
            yield from _say(node, "startDate", _text(listing.listed_on.words))

    def _authority(self, node: str, name: str) -> Iterator[str]:
        body = _AUTHORITIES.get(name) or _Authority(f"actor/organization/{iris.slug(name)}", "Organization")
        who = self.node(body.id)
        yield from _say(node, "authority", who)
        if name in self.authorities:
            return
        self.authorities.add(name)
        yield from self._actor(who, body.type, name)
        if body.state:
            state, label = body.state
            yield from _say(who, "belongsTo", self.node(state))
            yield from self._actor(self.node(state), "State", label)

    @staticmethod
    def _actor(node: str, type_: str, name: str) -> Iterator[str]:
        yield from _say(node, _A, *(_term(one) for one in (type_, *vocab.superclasses(type_))))
        yield from _say(node, _LABEL, _text(name))

    def _node_of(self, party: ListedParty) -> str:
        return self.node(f"listed/{self.snapshot.name}/{iris.step(party.id)}")


def parties(told: Iterable[tuple[str, str, Literal | NamedNode]]) -> Iterator[ListedParty]:
    """The parties of a snapshot's graph, by their numbers; names of one quality by their letters.

    ``told`` are its triples: subject and predicate as IRIs, and the object.
    """
    names = {iri: name for name, iri in _FTM.items()}
    about: dict[str, dict[str, list[str]]] = {}
    aliases: dict[str, list[ListedName]] = {}
    for subject, predicate, value in told:
        name = names.get(predicate, predicate.removeprefix(vocab.V))
        about.setdefault(subject, {}).setdefault(name, []).append(value.value)
        if isinstance(value, Literal) and value.language:
            quality: Quality = "weak" if name == "weakAlias" else "strong"
            script = value.language.rpartition("-")[2].capitalize()
            aliases.setdefault(subject, []).append(ListedName(value.value, quality, script))
    listings: dict[str, list[Listing]] = {}
    for of in about.values():
        if "entity" in of:
            listings.setdefault(of["entity"][0], []).append(_listing(of, about))
    for node in sorted(about):
        if "schema" in about[node]:
            yield _party(node, about[node], aliases.get(node, []), listings.get(node, []))


def _party(node: str, of: dict[str, list[str]], aliases: list[ListedName], listings: list[Listing]) -> ListedParty:
    gender = of.get("gender", [None])[0]
    return ListedParty(
        id=unquote(node.rpartition("/")[2]),
        type=next(type_ for type_ in get_args(PartyType) if type_ == of["schema"][0]),
        names=(named(of[_LABEL][0], "primary"), *sorted(aliases, key=lambda name: (name.quality, name.text))),
        listings=tuple(sorted(listings, key=lambda listing: (listing.reference, listing.program))),
        births=tuple(stated(words) for words in sorted(of.get("birthDate", ()))),
        birth_places=tuple(sorted(of.get("birthPlace", ()))),
        nationalities=tuple(sorted(of.get("nationality", ()))),
        countries=tuple(sorted(of.get("country", ()))),
        identifiers=tuple(_identifier(words) for words in sorted(of.get("idNumber", ()))),
        positions=tuple(sorted(of.get("position", ()))),
        gender="male" if gender == "male" else "female" if gender == "female" else None,
    )


def _listing(of: dict[str, list[str]], about: dict[str, dict[str, list[str]]]) -> Listing:
    inference = of.get(_COMMENT, [None])[0]
    listed = of.get("listingDate") or of.get("startDate")
    named_ = [Provision(text) for text in sorted(of.get("provisions", ()))]
    return Listing(
        authority=about[of["authority"][0]][_LABEL][0],
        program=of.get("program", [""])[0],
        reference=of["authorityId"][0],
        listed_on=stated(listed[0]) if listed else None,
        ended_on=stated(of["endDate"][0]) if "endDate" in of else None,
        provisions=(*named_, *(Provision(text, inference) for text in sorted(of.get("inferredProvisions", ())))),
        reason=of.get("reason", [None])[0],
    )


def _number(one: Identifier) -> str:
    return f"{one.kind.replace(':', '')}: {one.value}" + (f" ({one.country})" if one.country else "")


def _identifier(words: str) -> Identifier:
    match = _NUMBER.fullmatch(words)
    assert match is not None  # written by _number
    return Identifier(match["kind"], match["value"], match["country"])


def _term(name: str) -> str:
    return str(NamedNode(vocab.V + name))


def _text(words: str) -> str:
    return str(Literal(words))


def _say(subject: str, predicate: str, *objects: str) -> Iterator[str]:
    iri = predicate if ":" in predicate else _FTM.get(predicate, vocab.V + predicate)
    for value in objects:
        yield f"{subject} <{iri}> {value}"
