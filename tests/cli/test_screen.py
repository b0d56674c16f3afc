"""What a user sees on a screen: no word is broken, and who wants no colours gets none."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from tests.cli.conftest import VERBALE

BOLD = "\x1b["


def seen(*words: str, folder: Path, columns: int, **environment: str) -> str:
    """What the command writes to a terminal that is so wide."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES", "CI")}
    settings = kept | {"TERM": "xterm-256color"} | environment
    with subprocess.Popen([VERBALE, *words], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=settings):
        os.close(theirs)
        told = b""
        try:
            while piece := os.read(ours, 65536):
                told += piece
        except OSError:  # Linux's way to say that the other end is closed
            pass
    os.close(ours)
    return told.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 120])
@pytest.mark.parametrize("words", [("ask", "who-met-whom"), ("questions",), ("ask", "who-met-whom", "--help")])
def test_no_word_is_broken_however_narrow_the_screen(words: tuple[str, ...], columns: int, shelf: Path) -> None:
    told = seen(*words, folder=shelf, columns=columns, NO_COLOR="1")
    wide = seen(*words, folder=shelf, columns=2000, NO_COLOR="1")
    assert set(re.findall(r"[\w-]+", told)) == set(re.findall(r"[\w-]+", wide))
    assert max(len(line.rstrip()) for line in told.splitlines()) <= columns


def test_a_row_is_a_paragraph_where_a_table_has_no_room(shelf: Path) -> None:
    told = seen("ask", "who-met-whom", folder=shelf, columns=40, NO_COLOR="1")
    assert "who  Angela Merkel\nwhom  Emmanuel Macron\n" in told


@pytest.mark.parametrize("words", [("ask", "who-met-whom"), ("ask", "who-meet-whom"), ("ingest", "--help"), ("load",)])
def test_no_color_means_neither_colours_nor_bold(words: tuple[str, ...], shelf: Path) -> None:
    assert BOLD in seen(*words, folder=shelf, columns=100)
    assert BOLD not in seen(*words, folder=shelf, columns=100, NO_COLOR="1")
