"""Bad input gets one line with the remedy and exit code 1, no traceback, and the store stays as it was."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, VERBALE, Run

ARTICLES = {
    "empty.txt": b"",
    "latin.txt": "Größe".encode("latin-1") * 20,
    "long.txt": b"x" * 50_000_000,
    "long.jsonl": b'{"text": "' + b"x" * 50_000_000 + b'"}',
    "page.html": b"<html><head><title>x</title></head><body><nav>menu</nav></body></html>",
    "rows.jsonl": b'{"title": "no text here"}\n',
    "broken.jsonl": b'{"text": "cut off\n',
    "header.txt": b"title: only a header\ndate: 2024-05-02\n\n",
    "dated.txt": b"title: x\ndate: someday\n\nSome text.",
}


def refused(done: "subprocess.CompletedProcess[str]", code: int = 1) -> str:
    assert done.returncode == code, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("verbale: ")
    return line


@pytest.mark.parametrize("name", ARTICLES)
def test_a_file_that_holds_no_article_is_named_and_the_store_stays(name: str, run: Run, shelf: Path) -> None:
    (shelf / name).write_bytes(ARTICLES[name])
    try:
        before = run("export", "--format", "nquads", folder=shelf).stdout
        assert name in refused(run("ingest", name, folder=shelf))
        assert run("export", "--format", "nquads", folder=shelf).stdout == before
    finally:
        (shelf / name).unlink()


def test_a_missing_file_makes_no_store(run: Run, tmp_path: Path) -> None:
    assert "nowhere.txt" in refused(run("ingest", "nowhere.txt", folder=tmp_path))
    assert not (tmp_path / "verbale.db").exists()


def test_a_row_without_text_is_told_by_its_line(run: Run, tmp_path: Path) -> None:
    good = json.dumps({"id": "one", "text": "Angela Merkel met Emmanuel Macron."})
    (tmp_path / "rows.jsonl").write_text(f'{good}\n{{"title": "x"}}\n{good.replace("one", "two")}\n', encoding="utf-8")
    done = run("ingest", "rows.jsonl", "--format", "json", folder=tmp_path)
    assert done.returncode == 1
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["one", "two"]
    assert "rows.jsonl" in done.stderr
    assert "line 2" in done.stderr


def test_one_bad_article_among_many_does_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(ARTICLE.replace("Talks", f"Talks {n}"), encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"\xff\xfe\xfa")
    done = run("ingest", ".", "--format", "json", folder=tmp_path)
    assert done.returncode == 1
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["0", "1", "3", "4"]
    assert "2.txt" in done.stderr


def test_a_broken_turtle_file_is_told_by_line_and_column_and_loads_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.ttl").write_text("<https://example.org/a> a <https://example.org/B> .\n")
    (tmp_path / "bad.ttl").write_text("<https://example.org/a> a <https://example.org/B> .\n<https://x> a ; .\n")
    assert "bad.ttl:2:" in refused(run("load", "good.ttl", "bad.ttl", folder=tmp_path))
    assert not (tmp_path / "verbale.db").exists()


def test_a_store_that_another_process_holds_is_said_to_be_held(run: Run, shelf: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf / "verbale.db", tmp_path / "verbale.db")
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    script = (
        "import sys; from verbale.store import open_store\n"
        "with open_store('verbale.db', writable=True): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        assert "another process" in refused(run("ingest", "talks.txt", folder=tmp_path))
        holder.communicate()


def test_a_store_of_a_later_version_is_refused(run: Run, shelf: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf / "verbale.db", tmp_path / "verbale.db")
    (tmp_path / "verbale.db" / "verbale.json").write_text('{"format": 99}')
    assert "99" in refused(run("ask", "who-met-whom", folder=tmp_path))


def test_a_remote_that_is_down_is_said_to_be_down(run: Run, tmp_path: Path) -> None:
    refused(run("ask", "who-met-whom", "--store", "http://127.0.0.1:9/", folder=tmp_path))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("ask", "who-met-whom", "--actor", "Angela Merkle"), "Angela Merkel"),
        (("query", "SELECT * WHERE { ?s ?p"), "line 1, column 16: this { is never closed, add }"),
        (("query", "SELECT * WHERE { ?s ?p }"), "line 1, column 25, at the end"),
        (("load", "nope.ttl"), "nope.ttl cannot be read (No such file or directory): check the path"),
        (("ask", "who-met-whom", "--store", "ftp://example.org/x"), "begins with http:// or https://"),
        (("ingest", "talks.txt", "--store", "ftp://example.org/x"), "begins with http:// or https://"),
        (("export", "--question", "who-met-whom", "--actor", "Angela Merkle"), "Angela Merkel"),
        (("query", "nothing.rq"), "nothing.rq"),
        (("export", "--article", "unheard of"), "unheard of"),
        (("export", "--store", "elsewhere"), "elsewhere"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(words: tuple[str, ...], hint: str, run: Run, shelf: Path) -> None:
    assert hint in refused(run(*words, folder=shelf))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("ask", "who-meet-whom"), "who-met-whom"),
        (("ask", "who-met-whom", "--from", "last week"), "from"),
        (("ask", "events-within-km", "--km", "x) || true"), "km"),
        (("ask", "events-within-km", "--km", "-5"), "km: -5 is out of range, give a number from 0 to 20040"),
        (("ask", "events-within-km", "--km=1e9"), "from 0 to 20040"),
        (("ask", "who-is-linked-to-whom", "--hops", "99"), "hops: 99 is out of range, give a whole number from 1 to 3"),
        (("ask", "who-is-linked-to-whom", "--hops", "1.5"), "a whole number from 1 to 3"),
        (("export", "--question", "who-is-linked-to-whom", "--hops", "0"), "from 1 to 3"),
    ],
)
def test_a_value_that_is_none_is_wrong_usage_in_one_line(
    words: tuple[str, ...], hint: str, run: Run, shelf: Path
) -> None:
    assert hint in refused(run(*words, folder=shelf), code=2)


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "who-met-whom", "--actr", "x"),
        ("ask",),
        ("export", "--format", "word"),
        ("export", "--actor", "Angela Merkel"),
        ("export", "--question", "who-met-whom", "--actr", "x"),
        ("ingest",),
    ],
)
def test_wrong_usage_exits_with_2(words: tuple[str, ...], run: Run, shelf: Path) -> None:
    done = run(*words, folder=shelf)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [("export", "--format", "nquads"), ("ask", "who-met-whom"), ("questions",)])
def test_an_output_without_room_is_told_with_the_remedy(words: tuple[str, ...], shelf: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([VERBALE, *words], cwd=shelf, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert "No space left on device: make room, or write somewhere else" in refused(done)


def test_a_reader_who_leaves_early_is_no_reason_to_complain(shelf: Path) -> None:
    with subprocess.Popen(
        [VERBALE, "export", "--format", "nquads"], cwd=shelf, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        assert done.stderr.read() == b""
