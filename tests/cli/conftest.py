"""The command itself, run as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
VERBALE = Path(sys.executable).with_name("verbale")
ARTICLE = (
    "title: Talks in Vienna\ndate: 2024-05-02\npublisher: Example Wire\n\n"
    "Angela Merkel met Emmanuel Macron in Vienna on Tuesday. Germany accused Iran of arming rebels in Yemen. "
    "Tehran denied the accusation.\n"
)


def verbale(*words: object, folder: Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VERBALE_")}
    done = subprocess.run(
        [VERBALE, *map(str, words)], cwd=folder, input=stdin, capture_output=True, env=environment, timeout=300
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def run() -> Run:
    return verbale


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``verbale.db``, into which one article was read; tests only ask it."""
    folder = tmp_path_factory.mktemp("shelf")
    (folder / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    done = verbale("ingest", "talks.txt", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder
