"""Graphs that follow the decisions: one IRI for what is one, and the way back.

Decisions are applied when a graph is written and not when a question is asked: a join, a
count or a distinct row inside any query, saved or not, then sees one node, on every
store, without a word in the query and at no cost while asking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from verbale import vocab
from verbale.graph import iris
from verbale.identity.decisions import Ledger, ledger
from verbale.store import Store

__all__ = ["as_read", "followed", "following"]

T = TypeVar("T")

_LABEL = vocab.PREFIXES["rdfs"] + "label"
_ALT_LABEL = NamedNode(vocab.PREFIXES["skos"] + "altLabel")
# What a node has one of in a graph: two that become one keep the first's.
_SINGLE = frozenset(
    {_LABEL, *(vocab.V + name for name in ("countryCode", "hasTerritory", "latitude", "longitude", "geonamesId"))}
)


def followed(store: Store, graphs: Mapping[str, str], base: str = iris.DEFAULT_BASE) -> dict[str, str]:
    """Graphs as they were read, N-Quads by IRI, as the store is to have them, and its own ledger where that changes.

    One short question to the store; where nothing was decided the graphs are given back as they are.
    """
    held = ledger(store, base)
    home = base + iris.IDENTITY
    if not held.replaced or home in graphs:
        return dict(graphs)
    texts, read = {}, dict(held.read)
    for graph, text in graphs.items():
        texts[graph] = text
        read.pop(graph, None)
        if any(f"<{iri}>" in text for iri in held.replaced):
            quads, lines = following(parse(text, RdfFormat.N_QUADS), held.replaced)
            texts[graph] = "".join(sorted(f"{quad} .\n" for quad in quads))
            if lines:
                read[graph] = lines
    if read != held.read:
        texts = {home: replace(held, read=read).text(base)} | texts
    return texts


def following(quads: Iterable[Quad], replaced: Mapping[str, str]) -> tuple[set[Quad], str]:
    """A graph's quads with one node for what is one, and the N-Triples in which it said what changed."""
    nodes = {*replaced, *replaced.values()}
    kept: set[Quad] = set()
    spoken: list[Quad] = []
    for quad in quads:
        if _names(quad, nodes):
            spoken.append(quad)
        else:
            kept.add(quad)
    if not any(_names(quad, replaced) for quad in spoken):
        return {*kept, *spoken}, ""
    return kept | set(_merged(spoken, replaced)), "".join(sorted(f"{quad.triple} .\n" for quad in spoken))


def as_read(graph: str, quads: Iterable[Quad], held: Ledger) -> set[Quad]:
    """The graph's quads as they were before any decision."""
    lines = held.read.get(graph)
    if lines is None:
        return set(quads)
    stands = set(held.replaced.values())
    name = NamedNode(graph)
    before = {Quad(quad.subject, quad.predicate, quad.object, name) for quad in parse(lines, RdfFormat.N_TRIPLES)}
    return {quad for quad in quads if not _names(quad, stands)} | before


def _names(quad: Quad, nodes: Collection[str]) -> bool:
    return any(isinstance(term, NamedNode) and term.value in nodes for term in (quad.subject, quad.object))


def _merged(quads: Iterable[Quad], replaced: Mapping[str, str]) -> list[Quad]:
    """The quads under the nodes that stand for theirs; what a node has one of, it keeps its own, or takes the first."""
    merged: list[Quad] = []
    single: defaultdict[tuple[str, str], list[tuple[bool, str, Quad]]] = defaultdict(list)
    for quad in quads:
        subject, value = _stand(quad.subject, replaced), _stand(quad.object, replaced)
        new = Quad(subject, quad.predicate, value, quad.graph_name)
        if quad.predicate.value in _SINGLE and isinstance(subject, NamedNode):
            moved = subject != quad.subject
            single[subject.value, quad.predicate.value].append((moved, str(quad.subject) + str(value), new))
        else:
            merged.append(new)
    for (_, predicate), rivals in sorted(single.items()):
        first, *others = (new for _, _, new in sorted(rivals, key=lambda rival: rival[:2]))
        merged.append(first)
        if predicate == _LABEL:
            aliases = (Quad(new.subject, _ALT_LABEL, new.object, new.graph_name) for new in others)
            merged += (alias for alias in aliases if alias.object != first.object)
    return merged


def _stand(term: T, replaced: Mapping[str, str]) -> T | NamedNode:
    return NamedNode(replaced.get(term.value, term.value)) if isinstance(term, NamedNode) else term
