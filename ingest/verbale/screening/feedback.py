"""What people said of a pair, confirmed or rejected: kept in a named graph of its own, and used.

A decision has the shape of every decision about identity: a ``v:Decision`` that concerns two nodes, its ruling
"one" or "apart", and its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Literal as Choice
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad

from verbale import vocab
from verbale.graph import iris
from verbale.screening.index import Index
from verbale.screening.judging import Result, Subject, judged
from verbale.store import Store

__all__ = ["GRAPH", "Ruling", "decide", "decided", "entry_iri", "screened"]

GRAPH = "graph/decisions/screening"
"""The id of the named graph that keeps them."""
Ruling = Choice["one", "apart"]

_TYPE = NamedNode(vocab.PREFIXES["rdf"] + "type")
_DATE = NamedNode(vocab.PREFIXES["dcterms"] + "date")
_DAY = NamedNode(vocab.PREFIXES["xsd"] + "date")
_DECISION, _CONCERNS, _RULING = (NamedNode(vocab.V + name) for name in ("Decision", "concerns", "ruling"))
_LISTED = "listed/"


def entry_iri(entry: str, base: str = iris.DEFAULT_BASE) -> str:
    """The IRI of a list's entry, "un:KPi.001"."""
    name, _, number = entry.partition(":")
    return f"{base}{_LISTED}{name}/{quote(number, safe='')}"


def decide(
    store: Store, actor: str, entry: str, ruling: Ruling, on: date | None = None, base: str = iris.DEFAULT_BASE
) -> None:
    """Keep that an actor, by IRI, is the entry ("one") or is not ("apart"); in place of what was said before."""
    graph = NamedNode(base + GRAPH)
    listed = entry_iri(entry, base)
    node = NamedNode(f"{base}decision/{sha256(f'{actor} {listed}'.encode()).hexdigest()[:20]}")
    kept = [quad for quad in store.quads(graph.value) if quad.subject != node]
    kept += [Quad(node, _TYPE, _DECISION, graph), Quad(node, _RULING, Literal(ruling), graph)]
    kept += [Quad(node, _CONCERNS, NamedNode(iri), graph) for iri in (actor, listed)]
    if on:
        kept.append(Quad(node, _DATE, Literal(on.isoformat(), datatype=_DAY), graph))
    store.replace({graph.value: "".join(sorted(f"{quad} .\n" for quad in kept))})


def decided(store: Store, base: str = iris.DEFAULT_BASE) -> dict[tuple[str, str], Ruling]:
    """What was decided, by the IRIs of the actor and of the entry."""
    concerned: defaultdict[str, list[str]] = defaultdict(list)
    rulings: dict[str, Ruling] = {}
    for quad in store.quads(base + GRAPH):
        node = str(quad.subject)
        if quad.predicate == _CONCERNS and isinstance(quad.object, NamedNode):
            concerned[node].append(quad.object.value)
        elif quad.predicate == _RULING and isinstance(quad.object, Literal):
            rulings[node] = "one" if quad.object.value == "one" else "apart"
    found = {}
    for node, ruling in sorted(rulings.items()):
        actor, entry = sorted(concerned[node], key=lambda iri: iri.startswith(base + _LISTED))
        found[actor, entry] = ruling
    return found


def screened(
    index: Index, subject: Subject, rulings: Mapping[tuple[str, str], Ruling], base: str = iris.DEFAULT_BASE
) -> tuple[Result, ...]:
    """As the index finds, with the decisions kept: what was rejected is not shown, what was confirmed is a match."""
    found = {result.entry: result for result in index.screened(subject)}
    for (actor, listed), ruling in rulings.items():
        if actor != subject.id:
            continue
        name, number = listed.removeprefix(base + _LISTED).split("/")
        entry = f"{name}:{unquote(number)}"
        if ruling == "apart":
            found.pop(entry, None)
        elif entry in index:  # the list may have been left out, or have dropped it since
            found[entry] = _confirmed(found.get(entry) or judged(subject, *index.entry(entry)))
    return tuple(sorted(found.values(), key=lambda result: (-result.score, result.entry)))


def _confirmed(result: Result) -> Result:
    reasons = (*result.reasons, "a person confirmed it")
    return Result(result.subject, result.list, result.party, 1.0, "match", reasons)
