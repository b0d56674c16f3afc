"""JSON Lines: one article a line, with ``title``, ``date``, ``publisher``, ``url``, ``text`` and perhaps an ``id``."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from verbale.errors import UnreadableArticle
from verbale.model import Document
from verbale.text.days import day_of
from verbale.text.decoding import LONGEST, complete, decode, unreadable

__all__ = ["articles"]

_LONGEST_LINE = 8 * LONGEST  # bytes; an escaped character takes six, and the other fields are short


def articles(stream: BinaryIO, stem: str, where: str) -> Iterator[Document | UnreadableArticle]:
    """The articles of the rows, in order, and the error of each row that holds none.

    An article is called by its ``id``, else STEM-LINE, lines counted from 1. Blank
    lines are passed over. Holds one line at a time, and no line without end.
    """
    for number, offset, line in _lines(stream):
        place = f"{where}, line {number}"
        try:
            if line is None:
                raise unreadable(place, f"longer than {_LONGEST_LINE:,} bytes", "split it into its articles")
            if line.strip():
                yield _article(decode(line, place, offset), f"{stem}-{number}", place)
        except UnreadableArticle as error:
            yield error


def _lines(stream: BinaryIO) -> Iterator[tuple[int, int, bytes | None]]:
    """Each line's number, its offset, and its bytes, or None where it is too long."""
    number = offset = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        start, offset = offset, offset + len(line)
        whole = len(line) < _LONGEST_LINE or line.endswith(b"\n")
        rest = line
        while not whole and rest and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE)
            offset += len(rest)
        yield number, start, line if whole else None


def _article(line: str, name: str, where: str) -> Document:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise unreadable(where, f"not JSON ({error})", "write one JSON object a line") from error
    if not isinstance(row, dict):
        raise unreadable(where, "not a JSON object", "write one JSON object a line")
    date = _field(row, "date", where)
    try:
        published = day_of(date) if date else None
    except ValueError as error:
        raise unreadable(where, f"date: {error}", "write it as 2023-09-13") from error
    return Document(
        name=_field(row, "id", where) or name,
        text=complete(_field(row, "text", where, strip=False), where),
        headline=_field(row, "title", where),
        published=published,
        publisher=_field(row, "publisher", where),
        url=_field(row, "url", where),
    )


def _field(row: dict[str, object], key: str, where: str, *, strip: bool = True) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if key == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise unreadable(where, f"{key} is not a text", f'write it as {{"{key}": "..."}}')
    return value.strip() if strip else value
