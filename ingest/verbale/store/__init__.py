"""Where graphs are kept: embedded (Oxigraph) or remote (SPARQL 1.1 protocol), behind one interface."""

from pathlib import Path

from verbale.store.embedded import memory, open_directory
from verbale.store.interface import Results, Store, Term, select

__all__ = ["Results", "Store", "Term", "memory", "open_store", "select"]


def open_store(location: str | Path, *, writable: bool = False) -> Store:
    """The store at a location: a directory.

    Raises StoreUnusable, StoreInUse or StoreTooNew where it cannot be opened.
    """
    return open_directory(Path(location), writable=writable)
