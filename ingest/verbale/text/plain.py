"""Plain text, with or without a header of ``title:``, ``date:``, ``publisher:``, ``url:`` and ``licence:`` lines."""

import re
from datetime import date

from verbale.errors import UnreadableArticle
from verbale.model import Document
from verbale.text.days import day_of
from verbale.text.decoding import complete, unreadable

__all__ = ["article"]

_FIELDS = ("title", "date", "publisher", "url", "licence", "license")
_FIELD = re.compile(rf"({'|'.join(_FIELDS)}):(.*)", re.IGNORECASE)
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


def article(text: str, name: str, where: str) -> Document:
    """The article of a text file. ``where`` is what errors call the file.

    A first line like ``title: ...`` opens a header, which the first empty line closes.
    The body is everything after that line, to the letter, with the line ends that the
    file has and the one at its end; a text without a header is all body. Raises
    UnreadableArticle with the line in the header that can't be read, or where no body
    follows.
    """
    header, start = _header(text, where)
    if header and not text[start:].strip():
        raise unreadable(where, "a header without a text", "put an empty line and the article's text after it")
    return Document(
        name=name,
        text=complete(text[start:], where),
        headline=header.get("title", ("", 0))[0],
        published=_published(header, where),
        publisher=header.get("publisher", ("", 0))[0],
        url=header.get("url", ("", 0))[0],
    )


def _header(text: str, where: str) -> tuple[dict[str, tuple[str, int]], int]:
    """The header's values with their lines, and where the body begins."""
    header: dict[str, tuple[str, int]] = {}
    if not _FIELD.match(text):
        return header, 0
    for number, line in enumerate(_LINE.finditer(text), 1):
        if not line[1].strip():
            return header, line.end()
        found = _FIELD.fullmatch(line[1])
        if not found:
            raise _bad_line(where, number, "is no header line")
        field = found[1].lower()
        if field in header:
            raise _bad_line(where, number, f"gives {field} again")
        header[field] = (found[2].strip(), number)
    return header, len(text)


def _bad_line(where: str, number: int, why: str) -> UnreadableArticle:
    known = ", ".join(field for field in _FIELDS if field != "license")
    return unreadable(
        f"{where}, line {number}",
        why,
        f"a header has {known}, once each, then an empty line; a text without one may begin with an empty line",
    )


def _published(header: dict[str, tuple[str, int]], where: str) -> date | None:
    words, number = header.get("date", ("", 0))
    if not words:
        return None
    try:
        return day_of(words)
    except ValueError as error:
        raise unreadable(f"{where}, line {number}", str(error), "write it as 2023-09-13") from error
