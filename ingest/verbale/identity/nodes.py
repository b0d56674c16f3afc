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

_NAMES = f"""
PREFIX v: <{vocab.V}>
PREFIX rdfs: <{vocab.PREFIXES["rdfs"]}>
PREFIX skos: <{vocab.PREFIXES["skos"]}>
SELECT DISTINCT ?graph ?node ?class ?property ?name
WHERE {{
  GRAPH ?graph {{
    ?article a v:Article .
    ?node a v:Actor, ?class ; ?property ?name .
    FILTER (?class NOT IN (v:Actor, v:State))
    FILTER (?property IN (rdfs:label, skos:altLabel))
  }}
}}
ORDER BY ?node ?graph ?class ?property ?name
"""


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
    for graph, node, cls, held, name in select(store, _NAMES).rows:
        if not isinstance(graph, NamedNode) or not isinstance(node, NamedNode) or not isinstance(name, Literal):
            continue
        if not isinstance(cls, NamedNode) or not isinstance(held, NamedNode):
            continue
        (labels if held.value.endswith("label") else others)[node.value][name.value] = None
        kinds[node.value].add(cls.value.removeprefix(vocab.V))
        graphs[node.value].add(graph.value)
    found: dict[str, Node] = {}
    for iri, named in labels.items():
        called, kind = next(iter(named)), min(kinds[iri])
        bare = kind == "Person" and len(words(called)) < 2 and called.isascii()
        if not words(called) or (_LOCAL.search(iri) and (not bare or _LOWER.match(called))):
            continue
        full = tuple(each for each in (*named, *others[iri]) if each in named or len(words(each)) > 1)
        found[iri] = Node(iri, kind, called, full, frozenset(graphs[iri]), bare, is_known(iri))
    return found
