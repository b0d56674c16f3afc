"""Pairs of nodes that may be one, for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from verbale.graph import iris
from verbale.identity.context import Context, contexts, passages
from verbale.identity.decisions import Ledger, ledger
from verbale.identity.likeness import MISSING, frame, keys, likeness, words
from verbale.identity.nodes import Node, nodes
from verbale.store import Store

__all__ = ["REVIEW", "Proposal", "proposals"]

REVIEW = 0.75
"""From here on two nodes are likely one; a bare surname never takes a pair so far."""

_LEAST = 0.6  # a pair below is not proposed
_CROWD = 60  # nodes that share a key: more say that the key is no hint, and finer keys are there
_BARE = 0.6  # what a surname alone is worth, where the context speaks for it too
_MORE = 0.2  # what a word more costs a body's name: the Army Air Force is not the Army
_NAME = 0.85  # the part of a score that names can make up


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two nodes that may be one: names, how likely from 0 to 1, why, and a passage of each.

    ``first`` comes before ``second`` in the alphabet of IRIs.
    """

    first: str
    second: str
    names: tuple[str, str]
    type: str
    score: float
    reasons: tuple[str, ...]
    passages: tuple[str, str]


def proposals(store: Store, base: str = iris.DEFAULT_BASE) -> list[Proposal]:
    """The pairs of one class that may be one and were not decided, the likeliest first.

    By their names' likeness, and by posts, countries and neighbours that they share. Only
    nodes that share a key are compared, so that the time grows with the store and not
    with its square. A bare surname is proposed with a full name where the context speaks for it.
    """
    held = ledger(store, base)
    known = nodes(store)
    alike = {pair: near for pair, near in _alike(known) if not _decided(pair, held)}
    wanted = sorted({iri for pair in alike for iri in pair})
    around = contexts(store, wanted)
    scored = []
    for (first, second), near in sorted(alike.items()):
        one, other = known[first], known[second]
        score, reasons = _score(one, other, near, around[first], around[second])
        if score >= _LEAST:
            scored.append((score, one, other, reasons))
    scored.sort(key=lambda each: (-each[0], each[1].iri, each[2].iri))
    quoted = passages(store, sorted({node.iri for _, one, other, _ in scored for node in (one, other)}))
    return [
        Proposal(
            one.iri,
            other.iri,
            (one.name, other.name),
            one.type,
            score,
            reasons,
            (quoted.get(one.iri, ""), quoted.get(other.iri, "")),
        )
        for score, one, other, reasons in scored
    ]


def _decided(pair: tuple[str, str], held: Ledger) -> bool:
    """Whether the pair, or what it stands for, was decided."""
    stand = held.replaced
    return any(tuple(sorted(stand.get(iri, iri) for iri in decision.pair)) == pair for decision in held.decisions)


def _alike(known: dict[str, Node]) -> Iterator[tuple[tuple[str, str], float]]:
    """Each pair of nodes that share a key, with the likeness of their nearest names."""
    blocks: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    surnames: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for iri, node in known.items():
        for name in node.names:
            if node.bare:
                continue
            for key in keys(name):
                blocks[node.type, key][iri] = None
            if node.type == "Person":
                surnames[frame(words(name)[-1])][iri] = None
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, other in combinations(sorted(block), 2) if len(block) <= _CROWD else ():
            if (one, other) in seen:
                continue
            seen.add((one, other))
            near = _nearest(known[one], known[other])
            if near:
                yield (one, other), near
    for iri, node in known.items():
        bearers = surnames.get(frame(words(node.name)[-1]), {}) if node.bare else {}
        for bearer in bearers if len(bearers) <= _CROWD else ():
            first, second = sorted((iri, bearer))
            if words(node.name)[-1] == words(known[bearer].name)[-1]:
                yield (first, second), 0.0


def _nearest(one: Node, other: Node) -> float:
    """The likeness of the names that are most alike; none of two that reference data part."""
    if one.known and other.known:
        return 0.0
    missing = MISSING if one.type == "Person" else _MORE
    return max(likeness(a, b, missing) for a in one.names for b in other.names)


def _score(one: Node, other: Node, near: float, here: Context, there: Context) -> tuple[float, tuple[str, ...]]:
    """How likely two nodes are one, and why."""
    reasons = []
    bare = not near
    score = _BARE - 0.05 if bare else near * _NAME
    if bare:
        reasons.append(f"a bare surname, {one.name if one.bare else other.name}")
    else:
        reasons.append(f"names {near:.0%} alike")
    shared = sorted(here.posts & there.posts)
    if shared:
        score += 0.08
        reasons.append(f"both {shared[0]}")
    countries = sorted(here.countries & there.countries)
    if countries:
        score += 0.03
        reasons.append(f"both of {', '.join(countries[:3])}")
    elif one.type != "Person" and here.countries and there.countries:
        score -= 0.3
        reasons.append(f"of {sorted(here.countries)[0]} and of {sorted(there.countries)[0]}")
    neighbours = sorted((here.neighbours & there.neighbours) - {one.iri, other.iri})
    if neighbours:
        score += 0.02 * min(len(neighbours), 2)
        reasons.append(f"both beside {len(neighbours)} same actor{'s' if len(neighbours) > 1 else ''}")
    if one.graphs & other.graphs:
        score -= 0.05
        reasons.append("one article names both")
    if bare:
        score = min(score, REVIEW - 0.05) if shared or (countries and neighbours) else 0.0
    return round(min(score, 0.99), 2), tuple(reasons)
