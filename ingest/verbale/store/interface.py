"""What every store can do, wherever it is: a directory here, or a SPARQL endpoint elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from verbale.errors import QueryFailed

__all__ = ["Queryable", "Results", "Store", "Term", "select"]

Term = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a SELECT, read to its end, so that it may go to any thread.

    ``variables`` are without their question marks; the cells of each row follow their
    order, None where a variable is unbound.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Queryable(Protocol):
    """What can be asked: all that a question needs of a store."""

    def query(self, sparql: str, /) -> Results | bool | list[Triple]:
        """The answer to a SPARQL 1.1 query: rows for SELECT, a truth for ASK, triples for CONSTRUCT and DESCRIBE.

        Raises QueryFailed where the store refuses it.
        """
        ...


class Store(Queryable, Protocol):
    """Named graphs that can be asked and replaced.

    Queries see the union of all graphs as the default graph, unless they say ``FROM``.
    The union is a bag: a triple in two graphs counts twice.
    """

    @property
    def location(self) -> str:
        """Where it is, fit to be shown: a path or a URL without credentials."""
        ...

    def replace(self, graphs: Mapping[str, str]) -> None:
        """Put each graph, N-Quads text by IRI, in place of what the store has under that IRI.

        The embedded store does all of it or nothing; a remote one, graph by graph.
        An empty text removes the graph. Every quad must name the graph it comes under.
        """
        ...

    def put(self, graph: str, nquads: Path) -> None:
        """Put a graph of any size, N-Quads in a file, in place of what the store has under that IRI.

        Unlike ``replace``, the embedded store then holds the old graph, the new one or none, should it be killed.
        """
        ...

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""
        ...

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all of them, in no order. Stay in one thread."""
        ...

    def size(self) -> int:
        """How many quads there are."""
        ...

    def close(self) -> None:
        """Let go of the store; a directory can then be opened by others."""
        ...

    def __enter__(self) -> Self:
        """Close the store at the end of the ``with``."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store, whatever happened."""
        ...


def select(store: Queryable, sparql: str) -> Results:
    """The rows of a SELECT. Raises QueryFailed for another form of query."""
    found = store.query(sparql)
    if not isinstance(found, Results):
        raise QueryFailed("rows are wanted here, and only SELECT gives rows")
    return found
