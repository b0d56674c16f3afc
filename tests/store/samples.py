"""Small graphs, and what a store says of them."""

from pyoxigraph import Literal, NamedNode, Quad

from verbale.store import Store

__all__ = ["E", "G", "graph", "large_graph", "said"]

G = "https://example.org/id/graph/"
E = "https://example.org/"


def graph(name: str, *values: str) -> dict[str, str]:
    """A graph that says these strings of one thing."""
    iri = G + name
    said = (Quad(NamedNode(E + "thing"), NamedNode(E + "says"), Literal(value), NamedNode(iri)) for value in values)
    return {iri: "".join(sorted(f"{quad} .\n" for quad in said))}


def large_graph(name: str, size: int) -> dict[str, str]:
    return graph(name, *(f"value number {i}" for i in range(size)))


def said(store: Store, name: str) -> list[str]:
    """What the graph says, read back quad by quad."""
    return sorted(quad.object.value for quad in store.quads(G + name) if isinstance(quad.object, Literal))
