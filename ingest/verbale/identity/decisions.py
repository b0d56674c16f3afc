"""Decisions that two nodes are one, or are not, and the named graph that keeps them.

Beside the decisions the graph holds what follows from them: which IRI stands for which
(``dcterms:isReplacedBy``), and for each graph that was changed the statements that were
read there (``prov:value``, N-Triples), so that a decision can be taken back to the byte.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode, Quad

from verbale import reference, vocab
from verbale.errors import ContradictoryDecision
from verbale.graph import iris
from verbale.store import Store

__all__ = ["Decision", "Ledger", "Ruling", "is_known", "ledger", "replacements"]

Ruling = Choice["one", "apart"]

_LOCAL = re.compile(r"/(actor|place)/[0-9a-f]{20}/")
_LABEL = NamedNode(vocab.PREFIXES["rdfs"] + "label")
_TYPE = NamedNode(vocab.PREFIXES["rdf"] + "type")
_REPLACED = NamedNode(vocab.PREFIXES["dcterms"] + "isReplacedBy")
_DATE = NamedNode(vocab.PREFIXES["dcterms"] + "date")
_CREATOR = NamedNode(vocab.PREFIXES["dcterms"] + "creator")
_VALUE = NamedNode(vocab.PREFIXES["prov"] + "value")
_DECISION, _CONCERNS, _RULING = (NamedNode(vocab.V + name) for name in ("Decision", "concerns", "ruling"))
_DAY = NamedNode(vocab.PREFIXES["xsd"] + "date")


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """That two nodes, by their IRIs in the order of the alphabet, are one or are to be kept apart."""

    first: str
    second: str
    ruling: Ruling
    on: date | None = None
    by: str = ""

    @classmethod
    def of(cls, one: str, other: str, ruling: Ruling, on: date | None = None, by: str = "") -> Decision:
        """The decision about two nodes in any order."""
        first, second = sorted((one, other))
        return cls(first, second, ruling, on, by)

    @property
    def pair(self) -> tuple[str, str]:
        """The two nodes."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a store holds of decisions: they, the nodes' names, what stands for what, and what was read before."""

    decisions: tuple[Decision, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)  # a node's IRI by that of the node that it is one with
    read: Mapping[str, str] = field(default_factory=dict)  # N-Triples by graph: what it said of merged nodes

    def text(self, base: str = iris.DEFAULT_BASE) -> str:
        """The ledger as N-Quads, sorted; empty where there is no decision."""
        graph = NamedNode(base + iris.IDENTITY)
        quads: list[Quad] = []
        for decision in self.decisions:
            node = NamedNode(f"{base}decision/{sha256(' '.join(decision.pair).encode()).hexdigest()[:20]}")
            quads.append(Quad(node, _TYPE, _DECISION, graph))
            quads.append(Quad(node, _RULING, Literal(decision.ruling), graph))
            quads += [Quad(node, _CONCERNS, NamedNode(iri), graph) for iri in decision.pair]
            if decision.on:
                quads.append(Quad(node, _DATE, Literal(decision.on.isoformat(), datatype=_DAY), graph))
            if decision.by:
                quads.append(Quad(node, _CREATOR, Literal(decision.by), graph))
            for iri in decision.pair:
                if iri in self.names:
                    quads.append(Quad(NamedNode(iri), _LABEL, Literal(self.names[iri]), graph))
        quads += [Quad(NamedNode(iri), _REPLACED, NamedNode(by), graph) for iri, by in self.replaced.items()]
        quads += [Quad(NamedNode(about), _VALUE, Literal(lines), graph) for about, lines in self.read.items()]
        return "".join(sorted({f"{quad} .\n" for quad in quads}))


def ledger(store: Store, base: str = iris.DEFAULT_BASE) -> Ledger:
    """The ledger that a store holds; an empty one where nothing was ever decided."""
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads(base + iris.IDENTITY):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            said[quad.predicate.value][quad.subject.value].append(quad.object.value)
    days, creators = said[_DATE.value], said[_CREATOR.value]
    found = []
    for node, nodes in said[_CONCERNS.value].items():
        ruling: Ruling = "one" if said[_RULING.value][node] == ["one"] else "apart"
        day, by = next(iter(days[node]), ""), next(iter(creators[node]), "")
        found.append(Decision.of(nodes[0], nodes[-1], ruling, date.fromisoformat(day) if day else None, by))
    names, replaced, read = (
        {iri: min(values) for iri, values in said[predicate.value].items()} for predicate in (_LABEL, _REPLACED, _VALUE)
    )
    return Ledger(tuple(sorted(found)), names, replaced, read)


def replacements(decided: Iterable[Decision]) -> dict[str, str]:
    """For each node that is one with another, the one that stands for all of them.

    It is one that reference data know, else one that all articles share, else any; of
    several the first in the alphabet. Raises ContradictoryDecision where two nodes that
    are to be kept apart are one by way of others.
    """
    decided = tuple(decided)
    groups: dict[str, list[str]] = {}
    for decision in decided:
        if decision.ruling == "one":
            joined = sorted({*groups.get(decision.first, decision.pair), *groups.get(decision.second, decision.pair)})
            joined = sorted({*joined, *decision.pair})
            groups.update(dict.fromkeys(joined, joined))
    for decision in decided:
        if decision.ruling == "apart" and decision.second in groups.get(decision.first, ()):
            raise ContradictoryDecision(
                f"{decision.first} and {decision.second} are kept apart and would be one by way of others: "
                "undo one of these decisions with `verbale resolve --undo`"
            )
    stands = {iri: min(group, key=_rank) for iri, group in sorted(groups.items())}
    return {iri: by for iri, by in stands.items() if iri != by}


def is_known(iri: str) -> bool:
    """Whether reference data know the node."""
    return reference.load().holds("/".join(iri.split("/")[-3:]))  # "actor/state/KE", whatever the base


def _rank(iri: str) -> tuple[bool, bool, str]:
    return not is_known(iri), bool(_LOCAL.search(iri)), iri
