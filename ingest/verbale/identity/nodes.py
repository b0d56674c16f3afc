"""The named actors of a store: what they are called, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from verbale import vocab
from verbale.identity.decisions import is_known
from verbale.identity.likeness import words
from verbale.store import Store, select

__all__ = ["Node", "nodes"]

_LOCAL = re.compile(r"/actor/[0-9a-f]{20}/")
_LOWER = re.compile(r"(the |a |an )?[a-z]")

_PREFIXES = f"""
PREFIX v: <{vocab.V}>
PREFIX rdfs: <{vocab.PREFIXES["rdfs"]}>
PREFIX skos: <{vocab.PREFIXES["skos"]}>
"""
# One short query for each part: stores plan a long one with a variable property badly.
_CLASSES = "SELECT DISTINCT ?node ?value ?graph WHERE { GRAPH ?graph { ?node a v:Actor . ?node a ?value } }"
_LABELS = "SELECT DISTINCT ?node ?value ?graph WHERE { GRAPH ?graph { ?node a v:Actor . ?node rdfs:label ?value } }"
_ALIASES = "SELECT DISTINCT ?node ?value ?graph WHERE { GRAPH ?graph { ?node a v:Actor . ?node skos:altLabel ?value } }"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: its class, its name, all names that are more than a word of them, and the graphs that speak of it."""

    iri: str
    type: str
    name: str
    names: tuple[str, ...]
    graphs: frozenset[str]
    bare: bool  # a person told by one word alone
    known: bool  # to reference data


def nodes(store: Store) -> dict[str, Node]:
    """The actors of the articles by IRI, in its order.

    Without states, which reference data know, and without what is an article's own
    ("officials", "the ministry") but for people told by a bare surname.
    """
    labels: defaultdict[str, dict[str, None]] = defaultdict(dict)
    others: defaultdict[str, dict[str, None]] = defaultdict(dict)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    graphs: defaultdict[str, set[str]] = defaultdict(set)
    for node, value, graph in _told(store, _CLASSES):
        kinds[node].add(value.removeprefix(vocab.V))
        graphs[node].add(graph)
    for query, names in ((_LABELS, labels), (_ALIASES, others)):
        for node, value, _ in _told(store, query):
            names[node][value] = None
    found: dict[str, Node] = {}
    for iri, named in sorted(labels.items()):
        kinds[iri].discard("Actor")
        if not kinds[iri] or "State" in kinds[iri]:
            continue
        called, kind = next(iter(named)), min(kinds[iri])
        bare = kind == "Person" and len(words(called)) < 2 and called.isascii()
        if not words(called) or (_LOCAL.search(iri) and (not bare or _LOWER.match(called))):
            continue
        full = tuple(each for each in (*named, *others[iri]) if each in named or len(words(each)) > 1)
        found[iri] = Node(iri, kind, called, full, frozenset(graphs[iri]), bare, is_known(iri))
    return found


def _told(store: Store, query: str) -> list[tuple[str, str, str]]:
    rows = select(store, _PREFIXES + query).rows
    found = [
        (node.value, value.value, graph.value)
        for node, value, graph in rows
        if isinstance(node, NamedNode) and isinstance(value, NamedNode | Literal) and isinstance(graph, NamedNode)
    ]
    return sorted(found)
