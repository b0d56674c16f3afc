"""``resolve``: proposals out, decisions in."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, verbale

DMYTRO = (
    "title: Talks\ndate: 2024-05-02\npublisher: Example Wire\n\n"
    "Foreign Minister Dmytro Kovalenko of Ukraine met Angela Merkel in Vienna.\n"
)
DMITRIY = (
    "title: More\ndate: 2024-06-05\npublisher: Example Post\n\n"
    "Ukraine's Foreign Minister Dmitriy Kovalenko met Emmanuel Macron in Geneva.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder whose store holds two articles that spell one minister in two ways."""
    (tmp_path / "one.txt").write_text(DMYTRO, encoding="utf-8")
    (tmp_path / "two.txt").write_text(DMITRIY, encoding="utf-8")
    done = verbale("ingest", "one.txt", "two.txt", "--reader", "fast", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path


def test_proposals_are_told_with_their_passages(run: Run, desk: Path) -> None:
    told = " ".join(run("resolve", folder=desk).stdout.split())
    assert "Dmytro Kovalenko" in told
    assert "met Angela Merkel in Vienna." in told
    assert "met Emmanuel Macron in Geneva." in told
    assert "1 pair may be one" in told


def test_accept_and_undo_by_name_leave_the_export_as_it_was(run: Run, desk: Path) -> None:
    names = ("Dmytro Kovalenko", "Dmitriy Kovalenko")

    def exported() -> str:
        return run("export", "--format", "nquads", folder=desk).stdout

    before = exported()
    done = run("resolve", "--accept", *names, "--on", "2024-07-01", "--by", "the desk", folder=desk)
    assert done.returncode == 0, done.stderr
    met = run("ask", "who-met-whom", "--actor", names[0], "--format", "csv", folder=desk).stdout
    assert met.count("actor/person/dmitriy-kovalenko") == 2
    assert "the desk" in run("ask", "which-decisions-of-identity", folder=desk).stdout
    assert run("resolve", "--undo", *names, folder=desk).returncode == 0
    assert exported() == before


def test_json_that_was_given_out_is_taken_in_with_rulings(run: Run, desk: Path) -> None:
    (line,) = run("resolve", "--json", folder=desk).stdout.splitlines()
    told = json.loads(line)
    assert told["ruling"] is None
    (desk / "pairs.jsonl").write_text(line + "\n", encoding="utf-8")
    run("resolve", "--from", "pairs.jsonl", folder=desk)
    assert run("resolve", "--json", folder=desk).stdout == line + "\n"
    ruled = json.dumps(told | {"ruling": "apart"})
    assert run("resolve", "--from", "-", folder=desk, stdin=ruled.encode()).returncode == 0
    assert run("resolve", "--json", folder=desk).stdout == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('{"first": "https://e.org/a", "second": "https://e.org/b", "ruling": "maybe"}', "pairs.jsonl:2: 'maybe'"),
        ('{"first": "x> . <y", "second": "https://e.org/b", "ruling": "one"}', "IRIs"),
        ('{"ruling": "one"}', "pairs.jsonl:2"),
        ("[", "pairs.jsonl:2"),
        ("[]", "pairs.jsonl:2"),
        ('{"first": "https://e.org/a", "second": "https://e.org/b", "ruling": "one"}', "no actor"),
    ],
)
def test_a_bad_line_is_told_and_nothing_is_decided(text: str, word: str, run: Run, desk: Path) -> None:
    good = json.loads(run("resolve", "--json", folder=desk).stdout) | {"ruling": "one"}
    (desk / "pairs.jsonl").write_text(f"{json.dumps(good)}\n{text}\n", encoding="utf-8")
    done = run("resolve", "--from", "pairs.jsonl", folder=desk)
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert run("resolve", "--json", folder=desk).stdout


def test_a_day_that_is_none_and_two_verbs_at_once_are_wrong_usage(run: Run, desk: Path) -> None:
    assert run("resolve", "--accept", "A", "B", "--on", "May", folder=desk).returncode == 2
    assert run("resolve", "--accept", "A", "B", "--refuse", "A", "B", folder=desk).returncode == 2
