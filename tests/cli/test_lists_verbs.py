"""``verbale lists``, run as a user runs it."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reference.lists.samples import ALT, SDN, UN, written

LATER = UN.replace("2025-03-01", "2025-04-01").replace("The Outlaw", "The Righteous")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"list.xml": UN, "later.xml": LATER, "sdn.csv": SDN, "alt.csv": ALT}.items():
        written(tmp_path, name, text)
    return tmp_path


def test_lists_are_taken_in_shown_and_compared(run: Run, folder: Path) -> None:
    done = run("lists", "import", "list.xml", folder=folder)
    assert (done.returncode, done.stdout) == (0, "un list of 2025-03-01: 2 parties\n")
    assert run("lists", "import", "later.xml", "--list", "un", folder=folder).returncode == 0
    assert run("lists", "import", "sdn.csv", "alt.csv", "--date", "2025-03-02", folder=folder).returncode == 0
    shown = json.loads(run("lists", "show", "--format", "json", folder=folder).stdout)
    assert [tuple(row.values()) for row in shown] == [
        ("ofac", "2025-03-02", "3"),
        ("un", "2025-03-01", "2"),
        ("un", "2025-04-01", "2"),
    ]
    changes = run("lists", "diff", "--list", "un", "--format", "csv", folder=folder).stdout
    assert [row[:3] for row in csv.reader(changes.splitlines())][1:] == [["KPi.900", "HONG GIL DONG", "names"]]


def test_an_entry_is_asked_for_by_its_name_with_its_inferred_basis(run: Run, folder: Path) -> None:
    run("lists", "import", "list.xml", folder=folder)
    done = run("ask", "what-the-list-said", "--listed", "Hong Kil-tong", "--format", "json", folder=folder)
    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert row["basis"]["value"] == "S/RES/2321 (2016)"
    assert row["inference"]["value"].startswith("the resolution on this regime")


@pytest.mark.parametrize(
    ("words", "complaint", "code"),
    [
        (("import", "missing.xml"), "check the path", 1),
        (("import", "sdn.csv"), "give it with --date", 1),
        (("import", "list.xml", "--list", "eu"), "is the list un, not eu", 1),
        (("import", "list.xml", "--date", "yesterday"), "write it as YYYY-MM-DD", 2),
        (("diff", "--list", "un"), "no snapshot of the list un", 1),
    ],
)
def test_bad_input_gets_a_line_with_the_remedy(
    run: Run, folder: Path, words: tuple[str, ...], complaint: str, code: int
) -> None:
    run("lists", "import", "sdn.csv", "alt.csv", "--date", "2025-03-02", folder=folder)
    done = run("lists", *words, folder=folder)
    assert done.returncode == code
    assert complaint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert "ofac,2025-03-02,3" in run("lists", "show", "--format", "csv", folder=folder).stdout
