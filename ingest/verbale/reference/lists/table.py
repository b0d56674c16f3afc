"""CSV lists, row by row, each with the line on which it stands."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from verbale.errors import UnreadableList

__all__ = ["first_row", "records", "rows"]

csv.field_size_limit(1_000_000)  # the longest statement of reasons has some 20,000 characters


def rows(path: Path, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, with the line on which each ends. Raises UnreadableList where one is no CSV."""
    reader = None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(_plain(file), delimiter=delimiter, strict=True)
            for row in reader:
                if any(cell.strip("\x1a \t") for cell in row):  # the last line of an official file is Ctrl-Z
                    yield reader.line_num, row
    except UnicodeDecodeError as error:
        raise UnreadableList(f"{path}: is not UTF-8; convert it first: iconv -t UTF-8") from error
    except csv.Error as error:
        line = reader.line_num if reader else 1
        raise UnreadableList(f"{path}, line {line}: {error}; get the list again, nothing was taken in") from error
    except OSError as error:
        raise UnreadableList(f"{path}: {error.strerror or error}; check the path") from error


def records(
    path: Path, delimiter: str = ",", *, known: Sequence[str], skip: int = 0
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows under a header, by column; ``skip`` rows stand before it.

    Raises UnreadableList for a column that is not known, and for a row with more or fewer cells than the header.
    """
    found = rows(path, delimiter)
    for _ in range(skip):
        next(found, None)
    _, header = next(found, (1, []))
    columns = [name.strip() for name in header]
    for name in columns:
        if name and name not in known:
            raise UnreadableList(f"{path}, line {skip + 1}: the column {name} is not one that verbale knows")
    for line, row in found:
        if len(row) != len(columns):
            raise UnreadableList(
                f"{path}, line {line}: {len(row)} cells under {len(columns)} columns; nothing was taken in"
            )
        yield line, dict(zip(columns, row, strict=True))


def first_row(path: Path, delimiter: str = ",") -> list[str]:
    """The cells of the first row, for telling formats apart; none where it is no CSV."""
    try:
        return next((row for _, row in rows(path, delimiter)), [])
    except UnreadableList:
        return []


def _plain(file: io.TextIOWrapper) -> Iterator[str]:
    return (line.replace("\0", "") for line in file)
