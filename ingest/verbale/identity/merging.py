"""Decisions taken and taken back: the ledger and every graph that they change, in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from verbale import vocab
from verbale.errors import ContradictoryDecision, UnknownName
from verbale.graph import iris
from verbale.identity.decisions import Decision, Ledger, ledger, replacements
from verbale.identity.following import as_read, following
from verbale.store import Store, select

__all__ = ["decide", "decisions", "undo"]

_BATCH = 200  # IRIs in one query: endpoints limit its length
_UNTOUCHED = f"FILTER (!STRENDS(STR(?graph), '/{iris.IDENTITY}'))"


def decisions(store: Store, base: str = iris.DEFAULT_BASE) -> tuple[Decision, ...]:
    """The decisions that stand, in the order of the nodes."""
    return ledger(store, base).decisions


def decide(store: Store, decided: Iterable[Decision], base: str = iris.DEFAULT_BASE) -> int:
    """Take decisions, all or none, and let every graph follow; how many graphs changed.

    The same pair decided alike again is no change but for when and by whom. Raises
    UnknownName for a node that the store does not have, ContradictoryDecision where a
    pair was decided otherwise, is of two classes, or is kept apart and one by way of others.
    """
    held = ledger(store, base)
    by_pair = {decision.pair: decision for decision in held.decisions}
    new = sorted(decided)
    classes, names = _described(store, [iri for decision in new for iri in decision.pair])
    for decision in new:
        earlier = by_pair.get(decision.pair)
        if earlier and earlier.ruling != decision.ruling:
            was = "one" if earlier.ruling == "one" else "to be kept apart"
            pair = " ".join(decision.pair)
            raise ContradictoryDecision(
                f"{pair}: they were decided to be {was}; `verbale resolve --undo {pair}` takes that back"
            )
        _check(decision, classes, held)
        by_pair[decision.pair] = decision
    return _settle(store, held, tuple(sorted(by_pair.values())), dict(names) | dict(held.names), base)


def undo(store: Store, pair: tuple[str, str], base: str = iris.DEFAULT_BASE) -> int:
    """Take back what was decided of two nodes, and let every graph follow; how many graphs changed.

    The graphs are then what they would be had it never been decided, to the byte. Raises
    UnknownName where nothing was decided of the two.
    """
    held = ledger(store, base)
    first, second = sorted(pair)
    left = tuple(decision for decision in held.decisions if decision.pair != (first, second))
    if len(left) == len(held.decisions):
        known = "; ".join(" ".join(decision.pair) for decision in held.decisions[:3]) or "nothing"
        raise UnknownName(f"nothing was decided of {first} and {second}; decided was, of: {known}")
    return _settle(store, held, left, held.names, base)


def _check(decision: Decision, classes: dict[str, frozenset[str]], held: Ledger) -> None:
    """See that both nodes are there and of one class; a node that is one with another is there as that."""
    kinds = []
    for iri in decision.pair:
        found = classes.get(iri) or classes.get(held.replaced.get(iri, ""))
        if not found and iri not in held.names:
            raise UnknownName(f"the store has no actor and no place {iri}: ingest the articles that tell of it first")
        kinds.append(found)
    if decision.first == decision.second:
        raise ContradictoryDecision(f"{decision.first} is given twice: name two nodes")
    if decision.ruling == "one" and all(kinds) and kinds[0] != kinds[1]:
        told = " and ".join("/".join(sorted(kind)) for kind in kinds if kind)
        raise ContradictoryDecision(f"{' '.join(decision.pair)}: {told} can't be one, things of one class can")


def _described(store: Store, nodes: list[str]) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """The most special classes and the name of each node that is an actor or a place of the store.

    Nodes that others stand for are described by what the store says of those.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for some in _batches(sorted({*nodes, *_stands(store, nodes)})):
        rows = select(
            store,
            f"SELECT DISTINCT ?node ?class ?name WHERE {{ VALUES ?node {{ {some} }} "
            f"GRAPH ?graph {{ ?node a ?class ; <{vocab.PREFIXES['rdfs']}label> ?name }} {_UNTOUCHED} }} "
            "ORDER BY ?node ?class ?name",
        ).rows
        for node, kind, name in rows:
            if isinstance(node, NamedNode) and isinstance(kind, NamedNode) and isinstance(name, Literal):
                found[node.value].add(kind.value.removeprefix(vocab.V))
                names.setdefault(node.value, name.value)
    return {node: _special(kinds) for node, kinds in found.items() if kinds & {"Actor", "Place"}}, names


def _stands(store: Store, nodes: list[str]) -> list[str]:
    replaced = f"<{vocab.PREFIXES['dcterms']}isReplacedBy>"
    stands: list[str] = []
    for some in _batches(nodes):
        query = f"SELECT DISTINCT ?by WHERE {{ VALUES ?node {{ {some} }} ?node {replaced} ?by }} ORDER BY ?by"
        stands += [row[0].value for row in select(store, query).rows if isinstance(row[0], NamedNode)]
    return stands


def _special(kinds: set[str]) -> frozenset[str]:
    """The classes without those that are above others of them."""
    known = {kind: set(vocab.superclasses(kind)) for kind in kinds if _is_class(kind)}
    above = set().union(*known.values())
    return frozenset(kind for kind in known if kind not in above)


def _is_class(kind: str) -> bool:
    try:
        vocab.superclasses(kind)
    except KeyError:
        return False
    return True


def _batches(nodes: Iterable[str]) -> Iterator[str]:
    listed = [str(NamedNode(iri)) for iri in nodes]
    for start in range(0, len(listed), _BATCH):
        yield " ".join(listed[start : start + _BATCH])


def _settle(store: Store, held: Ledger, decided: tuple[Decision, ...], names: Mapping[str, str], base: str) -> int:
    """Write the ledger and the graphs that speak of a node whose stand-in changes."""
    replaced = replacements(decided)
    changed = {iri for iri in {*held.replaced, *replaced} if held.replaced.get(iri) != replaced.get(iri)}
    concerned = sorted(changed | {held.replaced[iri] for iri in changed if iri in held.replaced})
    texts: dict[str, str] = {}
    read = dict(held.read)
    for graph in _speaking(store, concerned):
        now = set(store.quads(graph))
        after, lines = following(as_read(graph, now, held), replaced)
        if after != now:
            texts[graph] = "".join(sorted(f"{quad} .\n" for quad in after))
        read.pop(graph, None)
        if lines:
            read[graph] = lines
    kept = {iri for decision in decided for iri in decision.pair}
    new = Ledger(decided, {iri: name for iri, name in names.items() if iri in kept}, replaced, read)
    home = base + iris.IDENTITY
    # A store without transactions may stop in between: what restores a graph is there as long as it may be needed.
    whole = replace(new, read={**held.read, **read})
    if whole.read != held.read:
        store.replace({home: whole.text(base)} | texts)
        if whole.read != new.read:
            store.replace({home: new.text(base)})
    else:
        store.replace(texts | {home: new.text(base)})
    return len(texts)


def _speaking(store: Store, nodes: Iterable[str]) -> list[str]:
    """The graphs that speak of any of the nodes, sorted."""
    found: set[str] = set()
    for some in _batches(nodes):
        rows = select(
            store,
            f"SELECT DISTINCT ?graph WHERE {{ VALUES ?node {{ {some} }} "
            f"{{ GRAPH ?graph {{ ?node ?p ?o }} }} UNION {{ GRAPH ?graph {{ ?s ?p ?node }} }} {_UNTOUCHED} }}",
        ).rows
        found.update(row[0].value for row in rows if isinstance(row[0], NamedNode))
    return sorted(found)
