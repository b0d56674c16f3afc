"""Two articles that spell one minister in two ways, and stores to take them into."""

from datetime import date

import pytest

from tests.store.conftest import no_settings, oxigraph_url, store, virtuoso_url
from verbale import pipeline
from verbale.model import Document
from verbale.questions import answer
from verbale.store import Queryable, Store

__all__ = ["no_settings", "oxigraph_url", "store", "virtuoso_url"]

PERSON = "https://w3id.org/verbale/id/actor/person/"
DMITRIY, DMYTRO = f"{PERSON}dmitriy-kovalenko", f"{PERSON}dmytro-kovalenko"

VIENNA = Document(
    name="vienna",
    text="Foreign Minister Dmytro Kovalenko of Ukraine met Angela Merkel in Vienna on Tuesday.\n",
    published=date(2024, 5, 2),
    publisher="Example Wire",
    url="https://example.org/vienna",
)
GENEVA = Document(
    name="geneva",
    text="Ukraine's Foreign Minister Dmitriy Kovalenko met Emmanuel Macron in Geneva on Monday.\n",
    published=date(2024, 6, 5),
    publisher="Example Post",
    url="https://example.org/geneva",
)


def take(store: Store, *documents: Document) -> None:
    list(pipeline.ingest(documents, store, reader="fast"))


def lines(store: Store) -> list[str]:
    """All that the store holds, as sorted N-Quads."""
    return sorted(str(quad) for quad in store.quads())


def met(store: Queryable, actor: str) -> list[tuple[object, ...]]:
    """Whom an actor met, by a name or an IRI: the actor's node and the other's name."""
    found = answer(store, "who-met-whom", {"actor": actor})
    who, whom, first, second = (found.columns.index(name) for name in ("who", "whom", "whoIri", "whomIri"))
    pairs = [((row[first], row[whom]), (row[second], row[who])) for row in found.rows]
    return sorted(own if str(own[0]).endswith("kovalenko") else other for own, other in pairs)


@pytest.fixture
def articles(store: Store) -> Store:
    """A store that holds both articles."""
    take(store, VIENNA, GENEVA)
    return store
