"""Every saved question gives the same rows whichever store is asked.

Virtuoso sorts text by its own collation: its rows are compared without their order.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores import VIRTUOSO_PASSWORD, VIRTUOSO_USER
from verbale import pipeline
from verbale.graph.iris import DEFAULT_BASE
from verbale.questions import Question, answer, questions
from verbale.store import Store, memory, open_store, push, read_graphs
from verbale.text.readers import read

ROOT = Path(__file__).parents[2]
VALUES = {"actor": f"{DEFAULT_BASE}actor/person/kim-jong-un", "place": f"{DEFAULT_BASE}place/country/RU"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def here() -> Iterator[Store]:
    """The seed article, articles enough for what only many show, and the data by which the questions are tested."""
    articles = [ROOT / "seeds", *sorted((ROOT / "training/articles").glob("*.txt"))[::4]]
    with memory() as store:
        for found in (one for source in articles for one in read(source)):
            assert not isinstance(found, Exception)
            assert list(pipeline.ingest([found], store, reader="fast"))
        store.replace(read_graphs(sorted((ROOT / "tests/questions/data").glob("*.trig")), DEFAULT_BASE))
        yield store


def copied(here: Store, url: str) -> Store:
    there = open_store(url)
    there.replace(dict.fromkeys(there.graphs(), ""))
    push(here, url)
    return there


@pytest.fixture(scope="module")
def on_oxigraph(here: Store, oxigraph_url: str) -> Store:
    return copied(here, oxigraph_url)


@pytest.fixture(scope="module")
def on_virtuoso(here: Store, virtuoso_url: str) -> Store:
    return copied(here, virtuoso_url.replace("//", f"//{VIRTUOSO_USER}:{VIRTUOSO_PASSWORD}@"))


def ways(question: Question) -> list[dict[str, str]]:
    """The question as it stands, and with each value that it can take."""
    return [{}, *({p.name: VALUES[p.name]} for p in question.parameters if p.name in VALUES)]


@pytest.mark.parametrize("name", questions())
def test_an_oxigraph_server_gives_the_same_rows(name: str, here: Store, on_oxigraph: Store) -> None:
    for values in ways(questions()[name]):
        assert answer(on_oxigraph, name, values) == answer(here, name, values)


@pytest.mark.virtuoso
@pytest.mark.parametrize("name", questions())
def test_virtuoso_gives_the_same_rows(name: str, here: Store, on_virtuoso: Store) -> None:
    for values in ways(questions()[name]):
        assert Counter(answer(on_virtuoso, name, values).rows) == Counter(answer(here, name, values).rows)


def test_the_data_let_most_questions_answer_something(here: Store) -> None:
    silent = [name for name in questions() if not any(answer(here, name, way).rows for way in ways(questions()[name]))]
    assert len(silent) < len(questions()) / 2, silent
