"""The matches as RDF: who is which listed party, with score, reasons and source, in a named graph of its own.

``<actor> owl:sameAs <listed party>``, and an ``rdf:Statement`` about that triple: its reasons (``rdfs:comment``),
its score (``prov:value``) and the list that it was drawn from (``dcterms:source``).
"""

from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from verbale import vocab
from verbale.graph import iris
from verbale.screening.feedback import entry_iri
from verbale.screening.judging import Result

__all__ = ["GRAPH", "nquads"]

GRAPH = "graph/screening"
"""The id of the named graph, replaced by each screening of the store."""

_RDF, _XSD = vocab.PREFIXES["rdf"], vocab.PREFIXES["xsd"]
_SAME = NamedNode(vocab.PREFIXES["owl"] + "sameAs")
_TYPE, _STATEMENT, _SUBJECT, _PREDICATE, _OBJECT = (
    NamedNode(_RDF + name) for name in ("type", "Statement", "subject", "predicate", "object")
)
_COMMENT = NamedNode(vocab.PREFIXES["rdfs"] + "comment")
_VALUE = NamedNode(vocab.PREFIXES["prov"] + "value")
_SOURCE = NamedNode(vocab.PREFIXES["dcterms"] + "source")


def nquads(results: Iterable[Result], base: str = iris.DEFAULT_BASE) -> str:
    """The matches among the results as one graph in N-Quads, sorted; what is for review says nothing of identity."""
    graph = NamedNode(base + GRAPH)
    quads: set[str] = set()
    for result in results:
        if result.verdict != "match" or result.subject.id is None:
            continue
        actor, party = NamedNode(result.subject.id), NamedNode(entry_iri(result.entry, base))
        node = NamedNode(f"{base}screening/{sha256(f'{actor} {party}'.encode()).hexdigest()[:20]}")
        score = Literal(str(result.score), datatype=NamedNode(_XSD + "decimal"))
        said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
            (actor, _SAME, party),
            (node, _TYPE, _STATEMENT),
            (node, _SUBJECT, actor),
            (node, _PREDICATE, _SAME),
            (node, _OBJECT, party),
            (node, _VALUE, score),
            (node, _COMMENT, Literal("; ".join(result.reasons))),
            (node, _SOURCE, Literal(result.entry)),
        ]
        quads |= {f"{Quad(subject, predicate, value, graph)} .\n" for subject, predicate, value in said}
    return "".join(sorted(quads))
