"""The Python door: the README's blocks as they are written, and what each function promises."""

import re
from datetime import date
from pathlib import Path

import pytest

import verbale
from verbale.errors import UnreadableArticle
from verbale.model import Document
from verbale.store import Store, memory

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
SALE = Document(
    "sale",
    "Germany accused Iran of arming rebels in Yemen. Tehran denied the accusation.",
    published=date(2024, 5, 2),
    publisher="Example Wire",
)
TALKS = Document("talks", "Angela Merkel met Emmanuel Macron in Vienna.", publisher="Example Wire")


@pytest.fixture(scope="module")
def store() -> Store:
    return verbale.ingest(SALE, TALKS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README's reader has it: the seeds, and a store that they were read into."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    with verbale.open_store(folder / "verbale.db", writable=True) as kept:
        verbale.ingest(folder / "seeds", store=kept)
    return folder


def test_the_readme_has_a_block_for_each_way_out() -> None:
    ways = ("verbale.ask", "verbale.to_rdflib", "verbale.to_pandas")
    assert [way for way in ways if not any(way in block for block in BLOCKS)] == []


@pytest.mark.parametrize("block", BLOCKS, ids=[f"block-{number}" for number in range(1, len(BLOCKS) + 1)])
def test_the_readmes_python_runs_as_written_and_prints_something(
    block: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if "to_pandas" in block:
        pytest.importorskip("pandas")
    monkeypatch.chdir(desk)
    exec(compile(block, "README.md", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.strip()


def test_documents_of_ones_own_are_read_and_answer(store: Store) -> None:
    assert len(store.graphs()) == 2
    rows = verbale.ask(store, "who-met-whom", actor="Angela Merkel").rows
    assert [{"Angela Merkel", "Emmanuel Macron"} <= set(row) for row in rows] == [True]
    assert verbale.ask(store, "who-met-whom", actor="Iran").rows == []


def test_articles_go_into_the_store_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS.text, encoding="utf-8")
    kept = memory()
    assert verbale.ingest(str(tmp_path / "talks.txt"), SALE, store=kept) is kept
    assert len(kept.graphs()) == 2


def test_a_missing_source_is_named_and_what_came_before_it_is_kept(tmp_path: Path) -> None:
    kept = memory()
    with pytest.raises(UnreadableArticle, match=r"nowhere\.txt"):
        verbale.ingest(SALE, tmp_path / "nowhere.txt", TALKS, store=kept)
    names = [quad.object.value for quad in kept.quads() if quad.predicate.value.endswith("/identifier")]
    assert names == ["sale"]


def test_rdflib_gets_every_quad_and_sees_their_union(store: Store) -> None:
    dataset = verbale.to_rdflib(store)
    assert len(list(dataset.quads())) == store.size()
    assert {str(graph.identifier) for graph in dataset.graphs() if len(graph) and "graph/" in graph.identifier} == set(
        store.graphs()
    )
    met = "ASK { ?a <https://w3id.org/verbale/ontology#headline>|<https://w3id.org/verbale/ontology#text> ?t }"
    assert dataset.query(met).askAnswer


def test_pandas_gets_a_column_for_each_variable_and_every_row(store: Store) -> None:
    pytest.importorskip("pandas")
    answer = verbale.ask(store, "who-denied-what")
    frame = verbale.to_pandas(answer)
    assert list(frame.columns) == list(answer.columns)
    assert frame["denier"].tolist() == ["Iran"]
    assert [tuple(row) for row in frame.astype(object).where(frame.notna(), None).to_numpy()] == answer.rows
    nothing = verbale.to_pandas(verbale.ask(memory(), "who-denied-what"))
    assert list(nothing.columns) == list(answer.columns)
    assert len(nothing) == 0
