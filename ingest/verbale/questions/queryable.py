"""What a store must do to be asked: one method, whichever store it is."""

from typing import Protocol

from pyoxigraph import Triple

from verbale.errors import QueryFailed
from verbale.store.interface import Results

__all__ = ["Queryable", "select"]


class Queryable(Protocol):
    """A store, as a question sees it; the union of its named graphs is the default graph."""

    def query(self, sparql: str) -> Results | bool | list[Triple]:
        """Rows for SELECT, a truth for ASK, triples for CONSTRUCT and DESCRIBE."""
        ...


def select(store: Queryable, sparql: str) -> Results:
    """The rows of a SELECT. Raises QueryFailed for another form of query."""
    found = store.query(sparql)
    if not isinstance(found, Results):
        raise QueryFailed("only SELECT gives rows")
    return found
