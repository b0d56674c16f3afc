"""Where graphs are kept: embedded (Oxigraph) or remote (SPARQL 1.1 protocol), behind one interface."""

from pathlib import Path
from typing import NamedTuple

from verbale.store.embedded import memory, open_directory
from verbale.store.files import read_graphs
from verbale.store.interface import Queryable, Results, Store, Term, select
from verbale.store.remote import open_url

__all__ = ["Pushed", "Queryable", "Results", "Store", "Term", "memory", "open_store", "push", "read_graphs", "select"]


class Pushed(NamedTuple):
    """How much was sent."""

    graphs: int
    quads: int


def open_store(location: str | Path, *, writable: bool = False) -> Store:
    """The store at a location: the URL of a SPARQL 1.1 endpoint, or else a directory.

    See ``verbale.store.endpoints`` for the URLs and credentials that are understood.
    Raises StoreUnusable, StoreInUse or StoreTooNew where a directory cannot be opened,
    RemoteFailed where the URL is none; a remote is not spoken to yet.
    """
    if isinstance(location, str) and "://" in location:
        return open_url(location)
    return open_directory(Path(location), writable=writable)


def push(source: Store, url: str) -> Pushed:
    """Send every named graph of a store to a remote one, in place of what that has under the same names.

    Graph by graph: where it fails midway, the graphs before stand and the rest is as it
    was, and pushing again is safe. Raises RemoteFailed.
    """
    quads = 0
    graphs = source.graphs()
    with open_url(url) as target:
        for graph in graphs:
            lines = sorted(f"{quad} .\n" for quad in source.quads(graph))
            target.replace({graph: "".join(lines)})
            quads += len(lines)
    return Pushed(len(graphs), quads)
