"""A reading as quads: sorted, no blank nodes, every superclass and super-property written out.

Stores without reasoning then answer "any event" and "any participant"; a reader of
the text sees each thing whole. The names come from ``verbale.graph.iris``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from verbale import vocab
from verbale.graph import iris
from verbale.graph.subjects import subjects
from verbale.graph.terms import Triple
from verbale.model import Claim, Entity, Event, PartialDate, Quantity, Reading, Span, Speech, Tenure, article_hash

__all__ = ["UNNAMED_PUBLISHER", "nquads", "triples"]

UNNAMED_PUBLISHER = "unnamed publisher"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
_EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_SOURCE = "http://purl.org/dc/terms/source"
_WIKIDATA = "http://www.wikidata.org/entity/"
_PROV = "http://www.w3.org/ns/prov#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATE, _INTEGER, _DECIMAL, _ANY_URI = (NamedNode(_XSD + name) for name in ("date", "integer", "decimal", "anyURI"))


def triples(reading: Reading, base: str = iris.DEFAULT_BASE, software: tuple[str, ...] = ()) -> tuple[Triple, ...]:
    """What the article's graph says, sorted.

    ``software`` names what read it, each as ``name-version``; they are the agents of the graph's provenance (PROV-O).
    """
    writer = _Writer(reading, base)
    writer.article()
    writer.provenance(software)
    for entity in reading.entities:
        if entity.id in writer.used:
            writer.entity(entity)
    for span, value in reading.dates.items():
        writer.mention(span, writer.date(value))
    for event in reading.events:
        writer.event(event)
    for speech in reading.speech:
        writer.speech(speech)
    for tenure in reading.tenures:
        writer.tenure(tenure)
    for claim in reading.claims:
        writer.claim(claim)
    return tuple(sorted(writer.said))


def nquads(said: Iterable[Triple], graph: str) -> str:
    """The triples as one named graph in N-Quads, a quad a line, in their order."""
    end = f" <{graph}> .\n"
    return "".join(f"{subject} {predicate} {value}{end}" for subject, predicate, value in said)


@cache
def _classes(name: str) -> tuple[str, ...]:
    """A class and every class above it, as terms."""
    return tuple(str(NamedNode(vocab.V + cls)) for cls in (name, *vocab.superclasses(name)))


@cache
def _iri(predicate: str) -> str:
    """A term of the ontology, or a whole IRI, as N-Quads writes it."""
    return f"<{predicate if ':' in predicate else vocab.V + predicate}>"


class _Writer:
    """The triples of one article, gathered."""

    def __init__(self, reading: Reading, base: str) -> None:
        self.document = reading.document
        self.hash = article_hash(reading.document)
        self.base = base
        self.used = subjects(reading)
        self.labels = {entity.id: entity.name for entity in reading.entities}
        self.said: set[Triple] = set()
        self.terms: dict[str, str] = {}
        self.passages: dict[Span, str] = {}
        self.here = self.node(iris.article(self.hash))

    # terms ---------------------------------------------------------------

    def node(self, identifier: str) -> str:
        if identifier not in self.terms:
            self.terms[identifier] = str(NamedNode(self.base + identifier))
        return self.terms[identifier]

    @staticmethod
    def iri(iri: str) -> str:
        return str(NamedNode(iri))

    @staticmethod
    def string(value: str) -> str:
        return str(Literal(value))

    @staticmethod
    def typed(value: date | int | float) -> str:
        if isinstance(value, date):
            return str(Literal(value.isoformat(), datatype=_DATE))
        if isinstance(value, int):
            return str(Literal(str(value), datatype=_INTEGER))
        number = format(Decimal(repr(round(value, 6))).normalize(), "f")
        return str(Literal(number, datatype=_DECIMAL))

    # statements ----------------------------------------------------------

    def say(self, subject: str, predicate: str, *objects: str) -> None:
        """One triple for each object; ``predicate`` is a term of the ontology or a whole IRI."""
        iri = _iri(predicate)
        for value in objects:
            self.said.add((subject, iri, value))

    def classes(self, subject: str, name: str) -> None:
        self.say(subject, _RDF_TYPE, *_classes(name))

    def nodes(self, subject: str, predicate: str, identifiers: Iterable[str]) -> None:
        self.say(subject, predicate, *(self.node(identifier) for identifier in identifiers))

    def article(self) -> None:
        document = self.document
        self.classes(self.here, "Article")
        self.say(self.here, _IDENTIFIER, self.string(document.name))
        self.say(self.here, "text", self.string(document.text))
        if document.headline:
            self.say(self.here, "headline", self.string(document.headline))
        if document.published:
            self.say(self.here, "published", self.typed(document.published))
        if document.url:
            self.say(self.here, _SOURCE, str(Literal(document.url, datatype=_ANY_URI)))
        publisher = self.node(iris.publisher(self.hash, document.publisher))
        self.say(self.here, "publisher", publisher)
        self.classes(publisher, "Media")
        self.say(publisher, _LABEL, self.string(document.publisher or UNNAMED_PUBLISHER))

    def provenance(self, software: tuple[str, ...]) -> None:
        graph, run = self.node(iris.graph(self.hash)), self.node(f"run/{self.hash}")
        self.say(graph, _PROV + "wasGeneratedBy", run)
        self.say(graph, _PROV + "wasDerivedFrom", self.here)
        self.say(run, _RDF_TYPE, self.iri(_PROV + "Activity"))
        self.say(run, _PROV + "used", self.here)
        for name in software:
            agent = self.node(f"software/{name}")
            self.say(run, _PROV + "wasAssociatedWith", agent)
            self.say(agent, _RDF_TYPE, self.iri(_PROV + "SoftwareAgent"))
            self.say(agent, _LABEL, self.string(name))

    def entity(self, entity: Entity) -> None:
        node = self.node(entity.id)
        self.classes(node, entity.type)
        self.say(node, _LABEL, self.string(entity.name))
        names = {mention.text for mention in entity.mentions if mention.kind == "name"} - {entity.name}
        self.say(node, _ALT_LABEL, *(self.string(name) for name in sorted(names)))
        for mention in entity.mentions:
            self.mention(mention.span, node)
        if entity.country:
            self.say(node, "countryCode", self.string(entity.country))
        if entity.territory in self.used:
            self.say(node, "hasTerritory", self.node(entity.territory))
        if entity.parent in self.used:
            self.say(node, "liesIn" if entity.id.startswith("place/") else "belongsTo", self.node(entity.parent))
        if entity.latitude is not None and entity.longitude is not None:
            self.say(node, "latitude", self.typed(float(entity.latitude)))
            self.say(node, "longitude", self.typed(float(entity.longitude)))
        if entity.geonames is not None:
            self.say(node, "geonamesId", self.typed(entity.geonames))
        if entity.wikidata:
            self.say(node, _EXACT_MATCH, self.iri(_WIKIDATA + entity.wikidata))

    def passage(self, span: Span) -> str:
        if span in self.passages:
            return self.passages[span]
        node = self.passages[span] = self.node(iris.passage(self.hash, span))
        self.classes(node, "Passage")
        self.say(node, "inArticle", self.here)
        self.say(node, "startOffset", self.typed(span.start))
        self.say(node, "endOffset", self.typed(span.end))
        self.say(node, "quote", self.string(self.document.text[span.start : span.end]))
        return node

    def mention(self, span: Span, thing: str) -> None:
        node = self.passage(span)
        self.classes(node, "Mention")
        self.say(node, "refersTo", thing)

    def date(self, value: PartialDate) -> str:
        node = self.node(iris.date(value))
        self.classes(node, "PartialDate")
        self.say(node, _LABEL, self.string(iris.date(value).removeprefix("date/")))
        self.say(node, "earliest", self.typed(value.earliest))
        self.say(node, "latest", self.typed(value.latest))
        self.say(node, "precision", self.string(value.precision))
        return node

    def quantity(self, value: Quantity) -> str:
        node = self.node(iris.quantity(self.hash, value))
        self.classes(node, "Quantity")
        self.say(node, "unit", self.string(value.unit))
        self.say(node, "words", self.string(self.document.text[value.words.start : value.words.end]))
        for bound, number in (("least", value.least), ("most", value.most)):
            if number is not None:
                self.say(node, bound, self.typed(float(number)))
        return node

    def situation(self, identifier: str, name: str) -> str:
        node = self.node(identifier)
        self.classes(node, name)
        self.say(node, "inArticle", self.here)
        return node

    def event(self, event: Event) -> None:
        node = self.situation(event.id, event.type)
        fillers = list(dict.fromkeys(filler for role in event.roles.values() for filler in role))
        names = ", ".join(self.labels.get(filler, filler) for filler in fillers)
        what = vocab.label(event.type)
        self.say(node, _LABEL, self.string(f"{what}: {names}" if names else what))
        for role, identifiers in event.roles.items():
            self.nodes(node, role, identifiers)
            self.nodes(node, "hasParticipant", identifiers)
        for detail, words in event.details.items():
            for predicate in (detail, "hasDetail"):
                self.say(node, predicate, *map(self.string, words))
        for name, quantity in event.quantities.items():
            for predicate in (name, "hasQuantity"):
                self.say(node, predicate, self.quantity(quantity))
        if event.kind:
            self.say(node, "kind", self.iri(vocab.KIND + event.kind))
        if event.place:
            self.say(node, "takesPlaceIn", self.node(event.place))
        for bound, when in (("starts", event.starts), ("ends", event.ends)):
            if when:
                self.say(node, bound, self.date(when))
        self.nodes(node, "breaches", event.breaches)
        self.nodes(node, "dependsOn", event.depends_on)
        for delegation in event.delegations:
            group = self.node(iris.delegation(self.hash, delegation))
            self.classes(group, "Delegation")
            self.say(node, "hasDelegation", group)
            self.nodes(group, "hasHead", [delegation.head])
            self.nodes(group, "hasMember", delegation.members)

    def speech(self, speech: Speech) -> None:
        node = self.situation(speech.id, "Speech")
        speakers = ", ".join(self.labels.get(speaker, speaker) for speaker in speech.speakers)
        self.say(node, _LABEL, self.string(f"{speech.act}: {speakers}" if speakers else speech.act))
        self.say(node, "kind", self.iri(vocab.KIND + speech.act))
        for role, identifiers in (("speaker", speech.speakers), ("addressee", speech.addressees)):
            self.nodes(node, role, identifiers)
            self.nodes(node, "hasParticipant", identifiers)
        self.nodes(node, "about", speech.about)
        if speech.date:
            self.say(node, "starts", self.date(speech.date))

    def tenure(self, tenure: Tenure) -> None:
        node = self.situation(tenure.id, "Tenure")
        self.say(node, _LABEL, self.string(f"{tenure.post}: {self.labels.get(tenure.holder, tenure.holder)}"))
        self.nodes(node, "holder", [tenure.holder])
        self.say(node, "post", self.string(tenure.post))
        self.say(node, "hasDetail", self.string(tenure.post))
        self.nodes(node, "body", [tenure.body] if tenure.body else [])
        if self.document.published:
            self.say(node, "asOf", self.typed(self.document.published))

    def claim(self, claim: Claim) -> None:
        node = self.node(iris.claim(self.hash, claim))
        claimant = claim.claimant or iris.publisher(self.hash, self.document.publisher)
        self.classes(node, "Claim")
        self.say(node, "inArticle", self.here)
        self.nodes(node, "claims", [claim.situation])
        self.nodes(node, "claimant", [claimant])
        self.say(node, "stance", self.iri(vocab.KIND + claim.stance))
        self.say(node, "hasPassage", self.passage(claim.passage))
