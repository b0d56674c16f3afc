"""Sanctions lists in the store: taken in as snapshots, read back, and compared."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from verbale.errors import UnknownName
from verbale.graph import iris, listings
from verbale.listed import ListedParty, ListName
from verbale.reference import lists
from verbale.store import Queryable, Store, select

__all__ = ["Change", "Held", "difference", "held", "imported", "parties", "snapshots"]

_PREFIX = "PREFIX v: <https://w3id.org/verbale/ontology#>"


@dataclass(frozen=True, slots=True)
class Held:
    """A snapshot that the store holds."""

    name: ListName
    published: date
    parties: int
    graph: str
    notes: tuple[str, ...] = ()  # what was odd in its files, told when it is taken in


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a party from one snapshot to the next."""

    id: str
    name: str
    change: str  # "added", "removed", or the field that differs: "births"
    before: str
    after: str


def imported(
    store: Store,
    paths: Sequence[Path],
    published: date | None = None,
    of: ListName | None = None,
    base: str = iris.DEFAULT_BASE,
    progress: Callable[[int], None] = lambda count: None,
) -> Held:
    """Take a list in as the snapshot of its day, whole or not at all; earlier snapshots stay.

    The files are read and written to a temporary file first, party by party, so that memory stays flat and
    a damaged list changes nothing. ``progress`` is told how many parties were read. Raises UnreadableList.
    """
    snapshot = lists.snapshot(paths, published, of)
    graph = base + listings.graph_of(snapshot.name, snapshot.published)
    with tempfile.TemporaryDirectory() as work:
        draft = Path(work) / "snapshot.nq"
        count = -1  # the first piece is the snapshot's own
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            for piece in listings.nquads(snapshot, base):
                file.write(piece)
                count += 1
                progress(count)
        store.put(graph, draft)
    return Held(snapshot.name, snapshot.published, count, graph, tuple(snapshot.notes))


def snapshots(store: Queryable) -> tuple[Held, ...]:
    """The snapshots that the store holds, by list and day."""
    found = select(
        store,
        f"""{_PREFIX} SELECT ?name ?day ?graph (COUNT(?party) AS ?parties) WHERE {{
          GRAPH ?graph {{ ?snapshot a v:Snapshot ; v:dataset ?name ; v:published ?day . ?party a v:ListedParty }}
        }} GROUP BY ?name ?day ?graph ORDER BY ?name ?day""",
    )
    rows = [[term.value for term in row if isinstance(term, Literal | NamedNode)] for row in found.rows]
    return tuple(Held(name, date.fromisoformat(day), int(count), graph) for name, day, graph, count in rows)  # type: ignore[arg-type]


def parties(store: Queryable, snapshot: Held) -> Iterator[ListedParty]:
    """The parties of a snapshot, by their numbers, as its list told them; several names or dates by their letters."""
    found = select(
        store, f"SELECT ?s ?p ?o WHERE {{ GRAPH {NamedNode(snapshot.graph)} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o"
    )
    told = ((s, p, o) for s, p, o in found.rows)
    return listings.parties(
        (s.value, p.value, o)
        for s, p, o in told
        if isinstance(s, NamedNode) and isinstance(p, NamedNode) and isinstance(o, NamedNode | Literal)
    )


def held(store: Queryable, name: ListName, published: date | None = None, before: date | None = None) -> Held:
    """The latest snapshot of a list, or that of a day, or the latest before a day. Raises UnknownName."""
    found = [
        one
        for one in snapshots(store)
        if one.name == name
        and (published is None or one.published == published)
        and (before is None or one.published < before)
    ]
    if not found:
        when = f" of {published}" if published else f" before {before}" if before else ""
        raise UnknownName(f"the store has no snapshot of the list {name}{when}: see `verbale lists show`")
    return found[-1]


def difference(store: Queryable, older: Held, newer: Held) -> tuple[Change, ...]:
    """What differs from one snapshot to the other: parties added, removed, and fields that changed, by number."""
    before = {party.id: party for party in parties(store, older)}
    after = {party.id: party for party in parties(store, newer)}
    found: list[Change] = []
    for number in sorted(before.keys() | after.keys()):
        old, new = before.get(number), after.get(number)
        if old is None or new is None:
            party = new or old
            assert party is not None
            found.append(Change(number, party.names[0].text, "added" if old is None else "removed", "", ""))
            continue
        for field in fields(ListedParty):
            one, other = getattr(old, field.name), getattr(new, field.name)
            if one != other:
                found.append(Change(number, new.names[0].text, field.name, _written(one), _written(other)))
    return tuple(found)


def _written(value: object) -> str:
    """A field as a reader writes it: the names of a party, parted by semicolons."""
    if isinstance(value, tuple):
        return "; ".join(_written(one) for one in value)
    text = getattr(value, "text", None) or getattr(value, "words", None) or getattr(value, "value", None)
    if isinstance(text, str):
        return text
    if hasattr(value, "authority"):
        parts = (
            _written(getattr(value, field)) for field in ("program", "listed_on", "ended_on", "provisions", "reason")
        )
        return ", ".join(part for part in parts if part)
    return "" if value is None else str(value)
