"""What travels through the pipeline: frozen values, no behaviour beyond their own arithmetic.

All offsets count Unicode code points of ``Document.text``, half open, as the Web
Annotation model's TextPositionSelector does. Entities, events and speech acts are
named by an ``id``, which is their IRI without the base (see ``verbale.graph.iris``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "Chain",
    "Claim",
    "Delegation",
    "Document",
    "Entity",
    "Event",
    "Mention",
    "MentionKind",
    "Paragraph",
    "PartialDate",
    "Precision",
    "Quantity",
    "Reader",
    "Reading",
    "Span",
    "Speech",
    "Stance",
    "Tenure",
    "article_hash",
]

Precision = Literal["day", "month", "year"]
MentionKind = Literal["name", "title", "nominal", "mass", "pronoun", "group"]
Stance = Literal["asserted", "alleged", "denied", "planned", "hypothetical"]
Reader = Literal["full", "fast"]  # by frames and the trained network, or by frames alone


class Span(NamedTuple):
    """A stretch of the text, ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was handed in. ``text`` is the body, kept to the letter; the headline stands apart."""

    name: str  # the file's stem, or a row's id: how the user calls it
    text: str
    headline: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""


def article_hash(document: Document) -> str:
    """Twenty hexadecimal digits of the SHA-256 of the article's content: what its graph and local things are named by.

    The name under which the article was handed in does not count: the same article
    from another folder is the same article.
    """
    published = document.published.isoformat() if document.published else ""
    content = [document.headline, published, document.publisher, document.url, document.text]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its parse; character offsets of ``doc`` count from ``span.start``."""

    span: Span
    doc: Doc


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to something: a name, a title, a common noun, a pronoun, or a group ("both countries").

    "Mass" is a common noun for people, bodies or states at large ("eight people", "other
    countries"): what nothing else refers to is an actor only with a part in what happens.

    ``type`` is the ontology's class for a name ("Person", "State", "City"), or empty
    where only coreference can tell.
    """

    span: Span
    text: str
    kind: MentionKind
    type: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one and the same thing, in the order of the text."""

    mentions: tuple[Mention, ...]
    name: str  # the fullest name in the article
    type: str  # a class of the ontology


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or a place, known from reference data or local to the article, with all its mentions.

    A group mention ("both countries") stands in each entity that it refers to.
    A state and its territory are two entities; ``territory`` leads from one to the other.
    """

    id: str
    type: str  # Person, State, Government, ... or Country, Region, City, Facility, Water, Place
    name: str
    mentions: tuple[Mention, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2: where a place lies, whose organ it is, which state it is
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    wikidata: str | None = None
    territory: str | None = None  # of a State: the id of its Country entity
    parent: str | None = None  # of an organ, party or force: the id of its state; of a place: what it lies in


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who holds which post of what, as the article says: ``evidence`` covers the words."""

    id: str
    holder: str  # entity id
    post: str
    body: str | None  # entity id of the state or organisation
    evidence: Span


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exact as the text allows: the first and the last day that it may be."""

    earliest: date
    latest: date
    precision: Precision

    @property
    def iso(self) -> str:
        """ISO 8601 with as many fields as are known: ``2023-07`` for a month."""
        return self.earliest.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the text gives exactly or within bounds ("at least 12", "between four and five hours")."""

    least: float | None
    most: float | None
    unit: str  # "people", "hour", "kilometre"
    words: Span


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who came with whom: the head and those whom he or she brought."""

    head: str  # entity id
    members: tuple[str, ...]  # entity ids, without the head
    evidence: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however often it is told.

    ``roles`` fills the ontology's roles with entity ids, ``details`` its text roles
    (item, measure, subject, post) with words, ``quantities`` killed, injured, lasted.
    """

    id: str
    type: str
    kind: str  # a concept of kinds.ttl ("summit"), or empty
    roles: Mapping[str, tuple[str, ...]]
    evidence: tuple[Span, ...]  # where it is told: the best passage first
    trigger: Span
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    place: str | None = None  # entity id
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    delegations: tuple[Delegation, ...] = ()
    breaches: tuple[str, ...] = ()  # ids of the Sanction events that this act breaches or would breach
    depends_on: tuple[str, ...] = ()  # ids of the events without which this one does not come about
    elsewhere: tuple[Span, ...] = ()  # where else the article tells who had part in it


@dataclass(frozen=True, slots=True)
class Speech:
    """A reported act of speech: who said what kind of thing to whom, about which events."""

    id: str
    act: str  # say, vow, praise, demand, criticise, accuse, deny, warn, concern, propose, announce
    speakers: tuple[str, ...]  # entity ids
    evidence: Span
    trigger: Span
    addressees: tuple[str, ...] = ()
    about: tuple[str, ...] = ()  # event ids
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Someone holds that something is so. ``claimant`` is an entity id; None is the article's own voice."""

    situation: str  # id of an Event, Speech or Tenure
    claimant: str | None
    stance: Stance
    passage: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one article."""

    document: Document
    entities: tuple[Entity, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    events: tuple[Event, ...] = ()
    speech: tuple[Speech, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: Mapping[Span, PartialDate] = field(default_factory=dict)
