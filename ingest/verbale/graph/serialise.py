"""Graphs as text: Turtle and TriG that a person can read, N-Quads, N-Triples and JSON-LD; stable to the byte.

The Turtle is written here and not by a library: pyoxigraph's writer prints prefixes
in an order that changes from run to run and puts no space between things, rdflib's
is fifty times slower and rewrites numbers. It keeps to the plain part of the grammar
(https://www.w3.org/TR/turtle/): names that would need escapes are written as full IRIs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal as Choice

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from verbale import vocab
from verbale.graph import iris, jsonld

__all__ = ["Format", "quads_text", "triples_text"]

Format = Choice["turtle", "trig", "nquads", "ntriples", "jsonld"]

_TYPE = vocab.PREFIXES["rdf"] + "type"
_XSD = vocab.PREFIXES["xsd"]
_FIRST = (_TYPE, vocab.PREFIXES["rdfs"] + "label", vocab.PREFIXES["skos"] + "altLabel")
# What a reader wants first comes first; a thing of two sections stands in the later one (speech is an event).
_SECTIONS = {
    "Article": "article",
    "Actor": "actors",
    "Place": "places",
    "Event": "events",
    "Speech": "speech",
    "Tenure": "tenures",
    "Claim": "claims",
    "PartialDate": "dates",
    "Quantity": "quantities",
    "Delegation": "delegations",
    "Passage": "passages",
}
_RANKS = {name: rank for rank, name in enumerate(_SECTIONS)}
_REST = len(_SECTIONS)

# Only forms that every parser gives back unchanged.
_BARE = {
    _XSD + "integer": re.compile(r"-?(0|[1-9][0-9]*)"),
    _XSD + "decimal": re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]{1,6}"),  # rdflib reads 0.0000001 as 1E-7
    _XSD + "boolean": re.compile(r"true|false"),
}
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def quads_text(quads: Iterable[Quad], format: Format, base: str = iris.DEFAULT_BASE) -> str:
    """The quads as text. Turtle and N-Triples know no named graphs: they hold the union of all."""
    kept = _canonical(quads)
    if format == "nquads":
        return "".join(sorted({f"{quad} .\n" for quad in kept}))
    if format == "ntriples":
        return "".join(sorted({f"{quad.triple} .\n" for quad in kept}))
    if format == "jsonld":
        return jsonld.text(kept, base)
    return _Writer(base).document(kept, named=format == "trig")


def triples_text(triples: Iterable[Triple], format: Format, base: str = iris.DEFAULT_BASE) -> str:
    """The triples as text, in no named graph."""
    return quads_text((Quad(*triple) for triple in triples), format, base)


def _canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once; blank nodes, where there are any, named by RDFC-1.0, since their own names change."""
    kept = list(dict.fromkeys(quads))
    if not any(isinstance(term, BlankNode) for quad in kept for term in quad):
        return kept
    dataset = Dataset(kept)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return list(dataset)


def _natural(text: str) -> list[str | int]:
    """A key that puts passage 90 before passage 1200."""
    return [int(part) if part.isdigit() else part for part in re.split(r"([0-9]+)", text)]


class _Writer:
    """Turtle and TriG; remembers which prefixes it has used."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._used: set[str] = set()

    def document(self, quads: Iterable[Quad], *, named: bool) -> str:
        """All of it: the prefixes that are used, then the things."""
        graphs: dict[str, list[Triple]] = defaultdict(list)
        names: dict[str, NamedNode] = {}
        for quad in quads:
            graph = quad.graph_name
            name = str(graph) if named and not isinstance(graph, DefaultGraph) else ""
            if isinstance(graph, NamedNode):
                names[name] = graph
            graphs[name].append(quad.triple)
        parts = []
        for name in sorted(graphs, key=_natural):
            things = "\n".join(self._things(dict.fromkeys(graphs[name])))
            parts.append(
                f"{self._term(names[name]) if name in names else name} {{\n\n{things}\n}}\n" if name else things
            )
        head = [
            f"@prefix {prefix}: <{vocab.PREFIXES[prefix]}> .\n" for prefix in vocab.PREFIXES if prefix in self._used
        ]
        if "" in self._used:
            head.insert(0, f"@base <{self._base}> .\n")
        return "".join(head) + ("\n" if head and parts else "") + "\n".join(parts)

    def _things(self, triples: Iterable[Triple]) -> Iterator[str]:
        """Each subject with all that is said of it, in sections."""
        said: dict[str, list[Triple]] = defaultdict(list)
        for triple in triples:
            said[str(triple.subject)].append(triple)
        ranks = {subject: _rank(about) for subject, about in said.items()}
        titles = [*_SECTIONS.values(), "how it came about, and the rest"]
        section = _REST  # so that what has no sections gets no heading either
        for subject in sorted(said, key=lambda subject: (ranks[subject], _natural(subject))):
            if ranks[subject] != section:
                section = ranks[subject]
                yield f"# ---- {titles[section]}\n"
            yield self._thing(said[subject])

    def _thing(self, about: list[Triple]) -> str:
        values: dict[str, list[Triple]] = defaultdict(list)
        for triple in about:
            values[triple.predicate.value].append(triple)
        lines = []
        for predicate in sorted(values, key=lambda iri: (_FIRST.index(iri) if iri in _FIRST else len(_FIRST), iri)):
            ordered = sorted(values[predicate], key=_by_depth if predicate == _TYPE else _by_object)
            objects = [self._term(triple.object) for triple in ordered]
            joined = ", ".join(objects)
            if len(joined) > 100 and len(objects) > 1:
                joined = ",\n        ".join(objects)
            lines.append(f"{'a' if predicate == _TYPE else self._term(NamedNode(predicate))} {joined}")
        return f"{self._term(about[0].subject)} " + " ;\n    ".join(lines) + " .\n"

    def _term(self, term: NamedNode | BlankNode | Literal | Triple) -> str:
        if isinstance(term, NamedNode):
            return self._iri(term)
        if isinstance(term, Literal):
            return self._literal(term)
        return str(term)

    def _iri(self, node: NamedNode) -> str:
        value = node.value
        if rest := jsonld.relative(value, self._base):
            self._used.add("")
            return f"<{rest}>"
        for prefix, namespace in vocab.PREFIXES.items():
            if value.startswith(namespace) and _LOCAL.fullmatch(value, len(namespace)):
                self._used.add(prefix)
                return f"{prefix}:{value.removeprefix(namespace)}"
        return str(node)

    def _literal(self, literal: Literal) -> str:
        bare = _BARE.get(literal.datatype.value)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        quoted = _long(literal.value) if "\n" in literal.value else str(Literal(literal.value))
        if literal.language:
            return f"{quoted}@{literal.language}" + (f"--{literal.direction.value}" if literal.direction else "")
        if literal.datatype.value == _XSD + "string":
            return quoted
        return f"{quoted}^^{self._iri(literal.datatype)}"


def _above(iri: str) -> tuple[str, ...]:
    """The local names of a class of the ontology and of those above it; none for other classes."""
    name = iri.removeprefix(vocab.V)
    try:
        return (name, *vocab.superclasses(name)) if name != iri else ()
    except KeyError:
        return ()


def _rank(about: Iterable[Triple]) -> int:
    """The section of a thing, by its types."""
    types = (t.object.value for t in about if t.predicate.value == _TYPE and isinstance(t.object, NamedNode))
    return max((_RANKS[name] for value in types for name in _above(value) if name in _RANKS), default=_REST)


def _by_object(triple: Triple) -> tuple[int, list[str | int]]:
    return 0, _natural(str(triple.object))


def _by_depth(triple: Triple) -> tuple[int, list[str | int]]:
    """The most special class first: ``a v:Meeting, v:Event, v:Situation``."""
    value = triple.object.value if isinstance(triple.object, NamedNode) else str(triple.object)
    return -len(_above(value)), [value]


def _long(value: str) -> str:
    """A string of several lines, its line ends as they are."""
    escaped = re.sub(r'"(?="|$)', r'\\"', value.replace("\\", "\\\\"))
    return '"""' + _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04X}", escaped) + '"""'
