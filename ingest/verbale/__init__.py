"""Reads geopolitical news into an RDF graph of claims, and answers questions over it.

    import verbale

    store = verbale.ingest("article.txt")
    for row in verbale.ask(store, "who-met-whom", actor="Angela Merkel").rows:
        print(row)

The command ``verbale`` does the same from a shell. Heavy parts are imported when they
are first used, so that asking does not wait for the parser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas
    import rdflib

    from verbale.model import Document, Reader
    from verbale.questions import Answer
    from verbale.questions.binding import Value
    from verbale.store import Store

__all__ = ["ask", "ingest", "open_store", "to_pandas", "to_rdflib"]


def ingest(*sources: str | Path | Document, store: Store | None = None, reader: Reader = "full") -> Store:
    """Read articles into a store: files, folders, or Documents of your own making.

    Without a store, one in memory is made. The "fast" reader goes by frames alone, the
    "full" one by the trained network too, at about twice the cost. Raises UnreadableArticle at the first
    source that holds none; the articles before it are in the store.
    """
    from verbale import pipeline
    from verbale.store import memory

    into = memory() if store is None else store
    for _ in pipeline.ingest(_documents(sources), into, reader=reader):
        pass
    return into


def _documents(sources: Iterable[str | Path | Document]) -> Iterator[Document]:
    from verbale.model import Document
    from verbale.text.readers import read

    for source in sources:
        for found in [source] if isinstance(source, Document) else read(source):
            if isinstance(found, Exception):
                raise found
            yield found


def open_store(location: str | Path, *, writable: bool = False) -> Store:
    """The store in a directory, or at the URL of a SPARQL 1.1 endpoint; see ``verbale.store``."""
    from verbale import store

    return store.open_store(location, writable=writable)


def ask(store: Store, question: str, /, **values: Value | None) -> Answer:
    """The answer to a saved question; ``verbale questions`` lists them with their parameters.

    Raises UnknownQuestion, BadValue, UnknownName or AmbiguousName.
    """
    from verbale.questions import answer

    return answer(store, question, values)


def to_pandas(answer: Answer) -> pandas.DataFrame:
    """The answer as a data frame, a column for each variable. Needs pandas: ``pip install 'verbale[pandas]'``."""
    import pandas

    return pandas.DataFrame(answer.rows, columns=list(answer.columns))


def to_rdflib(store: Store) -> rdflib.Dataset:
    """All that the store holds as an rdflib Dataset, its default graph the union of the named ones."""
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    text = "".join(f"{quad} .\n" for quad in store.quads())
    dataset.parse(data=text, format="nquads")
    return dataset
