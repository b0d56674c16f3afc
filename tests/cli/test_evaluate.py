"""``verbale evaluate``: what it prints, and what it says of files that are not as they should be."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ARTICLE, Run
from tests.cli.test_bad_input import refused

MEETING = "Angela Merkel met Emmanuel Macron in Vienna on Tuesday"
ACCUSED = "Germany accused Iran of arming rebels in Yemen"
GOLD: dict[str, Any] = {
    "article": "talks",
    "actors": [
        {"name": "Angela Merkel", "type": "Person", "aliases": []},
        {"name": "Emmanuel Macron", "type": "Person", "aliases": []},
        {"name": "Germany", "type": "State", "aliases": []},
        {"name": "Iran", "type": "State", "aliases": ["Tehran"]},
    ],
    "posts": [],
    "places": [{"name": "Vienna", "type": "City", "country": "AT", "lat": 48.2, "lon": 16.37, "aliases": []}],
    "events": [
        {
            "id": "e1", "type": "Meeting", "args": {"participant": ["Angela Merkel", "Emmanuel Macron"]},
            "place": "Vienna", "start": "2024-04-30", "status": "occurred", "evidence": MEETING,
        },
        {
            "id": "e2", "type": "Protest", "args": {"actor": []}, "place": None, "start": None,
            "status": "occurred", "evidence": "Talks in Vienna",
        },
    ],
    "speech": [{"id": "s1", "act": "accuse", "speaker": ["Germany"], "target": ["Iran"], "evidence": ACCUSED}],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as its annotator made it: an article and its gold file."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "gold" / "talks.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


@pytest.fixture
def written(folder: Path) -> Path:
    """Facts of that article as another reader may have written them: without Iran, and with no accusation."""
    facts = GOLD | {"actors": GOLD["actors"][:3], "events": GOLD["events"][:1], "speech": []}
    (folder / "facts").mkdir()
    (folder / "facts" / "talks.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def test_articles_are_read_and_compared(run: Run, folder: Path) -> None:
    done = run("evaluate", "gold", "--format", "json", folder=folder)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["event Meeting"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 1}
    assert figures["event Protest"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1}
    assert figures["events"]["recall"] == 0.5
    assert figures["event date"] == {"accuracy": 1.0, "n": 1}
    assert figures["speech"]["recall"] == 1.0


def test_facts_that_were_written_before_are_compared_without_reading(run: Run, written: Path) -> None:
    done = run("evaluate", "gold", "--facts", "facts", "--format", "json", folder=written)
    assert json.loads(done.stdout) == {
        "actors": {"precision": 1.0, "recall": 0.75, "f1": 0.857, "n": 4},
        "actor type": {"accuracy": 1.0, "n": 3},
        "posts": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 0},
        "places": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 1},
        "place country": {"accuracy": 1.0, "n": 1},
        "place within 100 km": {"accuracy": 1.0, "n": 1},
        "events": {"precision": 1.0, "recall": 0.5, "f1": 0.667, "n": 2},
        "arguments": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 3},
        "event date": {"accuracy": 1.0, "n": 1},
        "event status": {"accuracy": 1.0, "n": 1},
        "speech": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1},
        "speech, any act": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1},
        "event Meeting": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 1},
        "event Protest": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1},
    }


def test_the_same_figures_come_as_a_table_and_as_csv(run: Run, written: Path) -> None:
    table = run("evaluate", "gold", "--facts", "facts", folder=written).stdout
    assert "1 article" in table
    assert "0.857" in table
    rows = list(
        csv.DictReader(io.StringIO(run("evaluate", "gold", "--facts", "facts", "-f", "csv", folder=written).stdout))
    )
    assert rows[0] == {
        "figure": "actors",
        "precision": "1.000",
        "recall": "0.750",
        "f1": "0.857",
        "accuracy": "",
        "n": "4",
    }
    assert rows[1]["accuracy"] == "1.000"


def test_errors_are_told_by_kind_and_cause_with_article_and_words(run: Run, written: Path) -> None:
    told = json.loads(run("evaluate", "gold", "--facts", "facts", "--errors", "-f", "json", folder=written).stdout)
    assert [(error["kind"], error["type"], error["cause"]) for error in told] == [
        ("missed actor", "State", "not found"),
        ("missed event", "Protest", "no such event found"),
        ("missed speech", "accuse", "not heard"),
    ]
    assert told[2] | {"kind": ""} == {
        "kind": "", "type": "accuse", "cause": "not heard", "article": "talks",
        "what": "Germany to Iran", "words": ACCUSED,
    }  # fmt: skip
    table = run("evaluate", "gold", "--facts", "facts", "--errors", folder=written).stdout
    assert "not heard" in table
    assert "talks" in table
    rows = csv.DictReader(
        io.StringIO(run("evaluate", "gold", "--facts", "facts", "--errors", "-f", "csv", folder=written).stdout)
    )
    assert [row["kind"] for row in rows] == ["missed actor", "missed event", "missed speech"]


def test_a_missing_facts_file_counts_as_empty_and_is_named(run: Run, written: Path) -> None:
    for name in ("more.txt", "more.json"):
        source = written / "gold" / f"talks{name[4:]}"
        (written / "gold" / name).write_bytes(source.read_bytes())
    done = run("evaluate", "gold", "--facts", "facts", "--format", "json", folder=written)
    assert json.loads(done.stdout)["actors"]["recall"] == 0.375
    assert "more" in done.stderr
    (written / "none").mkdir()
    assert "verbale facts" in refused(run("evaluate", "gold", "--facts", "none", folder=written))


@pytest.mark.parametrize(
    ("content", "hints"),
    [
        (b'{"article": "talks",\n "actors": [}', ("line 2, column 13", "JSON")),
        ("{\"name\": \"Größe\"}".encode("latin-1"), ("UTF-8",)),
        (b"[]", ("{...}",)),
        (json.dumps(GOLD | {"posts": None}).encode(), ("posts",)),
        (json.dumps(GOLD).replace("Meeting", "Meating").encode(), ("e1", "'Meating'", "Meeting?")),
        (json.dumps(GOLD).replace('"participant"', '"guest"').encode(), ("e1", "'guest'", "participant")),
        (json.dumps(GOLD).replace(MEETING, "They met").encode(), ("e1", "'They met'", "letter")),
    ],
)  # fmt: skip
def test_a_gold_file_that_is_wrong_is_named_with_the_place_and_the_remedy(
    content: bytes, hints: tuple[str, ...], run: Run, folder: Path
) -> None:
    (folder / "gold" / "talks.json").write_bytes(content)
    line = refused(run("evaluate", "gold", folder=folder))
    for hint in ("talks.json", *hints):
        assert hint in line


def test_a_gold_file_without_its_article_and_a_folder_without_gold_files_are_named(run: Run, folder: Path) -> None:
    (folder / "gold" / "talks.txt").unlink()
    assert "talks.txt" in refused(run("evaluate", "gold", folder=folder))
    assert "NAME.json" in refused(run("evaluate", ".", folder=folder))
    assert "nowhere" in refused(run("evaluate", "nowhere", folder=folder))


def test_two_bad_files_are_both_named_and_nothing_is_counted(run: Run, folder: Path) -> None:
    (folder / "gold" / "other.json").write_text("{}", encoding="utf-8")
    (folder / "gold" / "talks.json").write_text("{}", encoding="utf-8")
    done = run("evaluate", "gold", folder=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "other.txt" in done.stderr
    assert "talks.json" in done.stderr
