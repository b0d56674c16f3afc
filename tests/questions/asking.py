"""Stores that hold the small graphs of ``data/``, and rows of the columns that a test is about."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from verbale.store import Queryable, memory

Rows = list[tuple[object, ...]]
Ask = Callable[..., Rows]

DATA = Path(__file__).parent / "data"


@cache
def holding(*names: str) -> Queryable:
    """A store in memory with the graphs of ``data/NAME.trig``."""
    graphs: dict[str, str] = {}
    for name in names:
        for quad in parse(path=DATA / f"{name}.trig", format=RdfFormat.TRIG):
            graph = str(quad.graph_name)[1:-1]
            graphs[graph] = graphs.get(graph, "") + f"{quad} .\n"
    store = memory()
    store.replace(graphs)
    return store
