"""The ontology's terms, read once from ``verbale.ttl``: a new kind of event is a new class there and no line here.

Terms are told by their local names ("Meeting", "participant"), as ``verbale.model``
does. Code names only the structure (Event, Speech, Tenure, ...) and asks here for
the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from verbale import resources

__all__ = [
    "KIND",
    "PREFIXES",
    "V",
    "details",
    "event_types",
    "label",
    "quantities",
    "roles",
    "superclasses",
]

V = "https://w3id.org/verbale/ontology#"
KIND = "https://w3id.org/verbale/kind/"

PREFIXES = {
    "v": V,
    "kind": KIND,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "ftm": "https://schema.followthemoney.tech/#",
    "wd": "http://www.wikidata.org/entity/",
}
_RDFS = PREFIXES["rdfs"]

# what a file says of each node: objects by predicate
_Values = defaultdict[object, defaultdict[str, list[object]]]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What ``verbale.ttl`` says, by local name, in the order of the file."""

    labels: dict[str, str]
    parents: dict[str, str]  # of a class or property: the one directly above
    domains: dict[str, tuple[str, ...]]


def event_types() -> tuple[str, ...]:
    """The types of event that an article tells: every class directly below Event, without Speech."""
    return tuple(name for name, parent in _terms().parents.items() if parent == "Event" and name != "Speech")


def roles(event_type: str) -> tuple[str, ...]:
    """The roles that actors can have in such an event: the kinds of ``hasParticipant`` with that domain."""
    return _properties(event_type, "hasParticipant")


def details(event_type: str) -> tuple[str, ...]:
    """What such an event or tenure can tell in words: the kinds of ``hasDetail`` (item, measure, subject, post)."""
    return _properties(event_type, "hasDetail")


def quantities(event_type: str) -> tuple[str, ...]:
    """The numbers that such an event can have: the kinds of ``hasQuantity`` (killed, injured, lasted)."""
    return _properties(event_type, "hasQuantity")


def superclasses(name: str) -> tuple[str, ...]:
    """The classes above a class, nearest first; none above the topmost. An unknown class is a KeyError."""
    if name not in _terms().labels:
        raise KeyError(name)
    parents = _terms().parents
    above: list[str] = []
    while name := parents.get(name, ""):
        above.append(name)
    return tuple(above)


def label(name: str) -> str:
    """The label of a term in English. An unknown term is a KeyError."""
    return _terms().labels[name]


def _properties(event_type: str, above: str) -> tuple[str, ...]:
    classes = {event_type, *superclasses(event_type)}
    terms = _terms()
    below = (name for name, parent in terms.parents.items() if parent == above)
    return tuple(name for name in below if classes.intersection(terms.domains[name]))


@cache
def _terms() -> _Terms:
    values: _Values = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(resources.ontology() / "verbale.ttl"), format=RdfFormat.TURTLE):
        values[quad.subject][quad.predicate.value].append(quad.object)
    terms = _Terms({}, {}, {})
    for subject, found in list(values.items()):
        if not isinstance(subject, NamedNode) or not subject.value.startswith(V):
            continue
        name = subject.value.removeprefix(V)
        terms.labels[name] = next(node.value for node in found[_RDFS + "label"] if isinstance(node, Literal))
        for parent in _local(found[_RDFS + "subClassOf"] + found[_RDFS + "subPropertyOf"]):
            terms.parents[name] = parent
        terms.domains[name] = tuple(cls for domain in found[_RDFS + "domain"] for cls in _classes(domain, values))
    return terms


def _classes(domain: object, values: _Values) -> list[str]:
    """The classes of a domain: the one that it names, or the members of its union."""
    if not isinstance(domain, BlankNode):
        return _local([domain])
    rest = values[domain][PREFIXES["owl"] + "unionOf"]
    classes: list[str] = []
    while rest and isinstance(rest[0], BlankNode):
        cell = values[rest[0]]
        classes += _local(cell[PREFIXES["rdf"] + "first"])
        rest = cell[PREFIXES["rdf"] + "rest"]
    return classes


def _local(nodes: Iterable[object]) -> list[str]:
    """The local names of those nodes that are terms of the ontology."""
    return [node.value.removeprefix(V) for node in nodes if isinstance(node, NamedNode) and node.value.startswith(V)]
