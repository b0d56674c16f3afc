"""A store in a directory of this machine, or in memory: Oxigraph."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Triple

from verbale.errors import QueryFailed, StoreInUse, StoreTooNew, StoreUnusable
from verbale.store.complaints import complaint
from verbale.store.interface import Results
from verbale.store.sparql import calls_service, names_dataset, replacement

__all__ = ["Embedded", "memory", "open_directory"]

FORMAT = 1
MARKER = "verbale.json"
# From here on, writing sorted files and linking them in is faster than the write-ahead log
# (measured: 61 against 49 thousand quads per CPU-second at 3,000, 102 against 52 at 600,000).
_BULK = 3_000


def memory() -> Embedded:
    """An empty store in memory."""
    return Embedded(pyoxigraph.Store(), "memory")


def open_directory(path: Path, *, writable: bool) -> Embedded:
    """The store in a directory; made where there is none, if it is to be written.

    Readers see the store as it was when they opened it, also while another process
    writes. Raises StoreUnusable where the directory is missing, damaged or someone
    else's, StoreInUse where another process writes, StoreTooNew for a later format.
    """
    _check(path, writable=writable)
    try:
        return Embedded(_writer(path) if writable else _reader(path), str(path))
    except (OSError, RuntimeError) as error:
        raise _unusable(path, error) from error


class Embedded:
    """Oxigraph in this process. All methods of the Store protocol, in transactions."""

    def __init__(self, store: pyoxigraph.Store, location: str) -> None:
        """Take over an open Oxigraph store; ``location`` is what messages call it."""
        self._store = store
        self.location = location

    def query(self, sparql: str, /) -> Results | bool | list[Triple]:
        """The answer; ``SERVICE`` is refused, so that no query reaches the network."""
        if calls_service(sparql):
            raise QueryFailed("SERVICE is not followed by the embedded store: load the other data into it instead")
        found: QueryBoolean | QuerySolutions | QueryTriples | None = None
        try:
            # Asking for the union would override the query's own FROM.
            found = self._store.query(sparql, use_default_graph_as_union=not names_dataset(sparql))
            if isinstance(found, QueryBoolean):
                return bool(found)
            if isinstance(found, QuerySolutions):
                names = tuple(variable.value for variable in found.variables)
                return Results(names, tuple(tuple(row) for row in found))
            return list(found)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            if isinstance(error, OSError) or "Corruption" in str(error):
                raise _unusable(Path(self.location), error) from error
            raise QueryFailed(complaint(sparql, str(error))) from error
        finally:
            found = None  # a result must end in the thread that asked: the error's traceback would keep it

    def replace(self, graphs: Mapping[str, str]) -> None:
        """Put the graphs in place of those of their names, in one transaction: all of them or nothing."""
        known = [graph for graph in graphs if self._store.contains_named_graph(NamedNode(graph))]
        try:
            if known:
                self._store.update(";\n".join(replacement(graph, text)[0] for graph, text in graphs.items()))
                return
            text = "".join(graphs.values()).encode()
            load = self._store.load if text.count(b"\n") < _BULK else self._store.bulk_load
            load(text, RdfFormat.N_QUADS, lenient=True)  # written by verbale or parsed by `verbale load`
        except (OSError, RuntimeError) as error:
            raise _unusable(Path(self.location), error) from error

    def put(self, graph: str, nquads: Path) -> None:
        """Put a graph of any size in place of that of its name; the file is read piece by piece."""
        try:
            self._store.remove_graph(NamedNode(graph))
            self._store.bulk_load(path=nquads, format=RdfFormat.N_QUADS, lenient=True)
        except (OSError, RuntimeError) as error:
            raise _unusable(Path(self.location), error) from error

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""
        return sorted(graph.value for graph in self._store.named_graphs())

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        return self._store.quads_for_pattern(None, None, None, None if graph is None else NamedNode(graph))

    def size(self) -> int:
        """How many quads there are."""
        return len(self._store)

    def close(self) -> None:
        """Let go of the directory. Nothing can be asked afterwards."""
        if hasattr(self, "_store"):
            del self._store

    def __enter__(self) -> Self:
        """Close the store at the end of the ``with``."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store, whatever happened."""
        self.close()


def _check(path: Path, *, writable: bool) -> None:
    """See that the directory is a store of ours, or free to become one."""
    marker = path / MARKER
    try:
        if path.exists() and not path.is_dir():
            raise StoreUnusable(f"{path} is a file, not a store's directory: name another with --store")
        if marker.exists():
            _check_format(marker)
        elif path.exists() and any(path.iterdir()):
            raise StoreUnusable(f"{path} holds other files and no verbale store: name a new directory with --store")
        elif not writable:
            raise StoreUnusable(f"there is no store at {path}: run `verbale ingest` first, or name one with --store")
    except OSError as error:
        raise _unusable(path, error) from error


def _check_format(marker: Path) -> None:
    try:
        written = int(json.loads(marker.read_text(encoding="utf-8"))["format"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreUnusable(f"{marker} is damaged: name another store with --store, and ingest again") from error
    if written > FORMAT:
        raise StoreTooNew(
            f"{marker.parent} was written by a later verbale (format {written}, this one reads {FORMAT}): "
            "upgrade verbale, or name another store with --store"
        )


def _writer(path: Path) -> pyoxigraph.Store:
    path.mkdir(parents=True, exist_ok=True)
    marker = path / MARKER
    if not marker.exists():
        marker.write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
    return pyoxigraph.Store(path)


def _reader(path: Path) -> pyoxigraph.Store:
    if not (path / "CURRENT").exists():  # the marker was written, and nothing since
        return pyoxigraph.Store()
    for _ in range(20):
        try:
            return pyoxigraph.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            # A writer makes the store just now, or merged files between our look at their list and at them.
            if "Column family not found" not in str(error) and "No such file" not in str(error):
                raise
        time.sleep(0.05)
    return pyoxigraph.Store.read_only(str(path))


def _unusable(path: Path, error: Exception) -> StoreUnusable:
    """The engine's word, turned into what the user can do about it."""
    word = " ".join(str(error).removeprefix("IO error: ").split())
    if "lock" in word.lower():
        return StoreInUse(f"another process writes to {path}: wait until it ends, or name another store with --store")
    if "too recent version" in word:
        return StoreTooNew(
            f"{path} was written by a later Oxigraph: upgrade verbale, or name another store with --store"
        )
    if "No such file" in word and ".sst" in word:
        return StoreInUse(f"another process changed {path} while it was read: ask again")
    return StoreUnusable(f"{path} cannot be used ({word}): name another store with --store")
