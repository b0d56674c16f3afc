"""Where articles come from: a file, a folder or standard input, in any of three formats."""

import re
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from io import BufferedReader
from pathlib import Path
from typing import Literal

from verbale.errors import UnreadableArticle
from verbale.model import Document
from verbale.text import html, jsonl, plain
from verbale.text.decoding import LONGEST, decode, unreadable

__all__ = ["SUFFIXES", "read"]

Format = Literal["plain", "html", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""The files that are read in a folder, and the format that a file's name promises."""

_LONGEST_FILE = 8 * LONGEST  # bytes of a plain text or a page
_PAGE = re.compile(rb"\s*<(!doctype|!--|\?xml|html|head|meta|title|body|main|article|div|h1|p)\b", re.IGNORECASE)
_ROW = re.compile(rb"\s*\{\s*[\"}]")


def read(source: Path | str) -> Iterator[Document | UnreadableArticle]:
    """The articles of a file, of a folder, or of standard input ("-"), in a fixed order.

    What can't be read comes as an UnreadableArticle in its place, unraised, and the
    rest goes on; each is one line with the path, the line where there is one, why, and
    the remedy. A folder is read with all below it, sorted by path, but for hidden files
    and those without one of SUFFIXES. A file of another suffix and standard input are
    told by their first bytes: JSON Lines, HTML, else plain text.

    An article is called by its file's stem; one of standard input "stdin".
    """
    if source == "-":
        yield from _opened(None, "standard input")
        return
    path = Path(source)
    if not path.is_dir():
        yield from _opened(path, str(path))
        return
    found = False
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in SUFFIXES and not hidden and file.is_file():
            found = True
            yield from _opened(file, str(file))
    if not found:
        yield unreadable(str(path), "no article in this folder", f"name files {', '.join(SUFFIXES)}")


def _opened(path: Path | None, where: str) -> Iterator[Document | UnreadableArticle]:
    """The articles of an open file, or of standard input."""
    try:
        with path.open("rb") if path else nullcontext(sys.stdin.buffer) as stream:
            if not isinstance(stream, BufferedReader):  # standard input may have been replaced
                stream = BufferedReader(stream)
            yield from _articles(stream, path, where)
    except FileNotFoundError:
        yield unreadable(where, "no such file or folder", "check the path")
    except OSError as error:
        yield unreadable(where, error.strerror or str(error), "check that the file may be read")
    except UnreadableArticle as error:
        yield error


def _articles(stream: BufferedReader, path: Path | None, where: str) -> Iterator[Document | UnreadableArticle]:
    head = stream.peek(1)
    if not head:
        raise unreadable(where, "empty", "give an article's text, an HTML page or JSON Lines")
    name = path.stem if path else "stdin"
    kind = (SUFFIXES.get(path.suffix.lower()) if path else None) or _kind(head)
    if kind == "jsonl":
        yield from jsonl.articles(stream, name, where)
        return
    content = stream.read(_LONGEST_FILE + 1)
    if len(content) > _LONGEST_FILE:
        raise unreadable(
            where, f"longer than the {_LONGEST_FILE:,} bytes of one article", "split it, or write JSON Lines"
        )
    yield html.article(content, name, where) if kind == "html" else plain.article(decode(content, where), name, where)


def _kind(head: bytes) -> Format:
    """The format of what begins so."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _ROW.match(head):
        return "jsonl"
    return "html" if _PAGE.match(head) else "plain"
