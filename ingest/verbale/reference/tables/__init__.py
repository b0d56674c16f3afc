"""The tables, tab separated, and how they are read."""

import gzip
import re
from array import array
from collections.abc import Iterator
from pathlib import Path

__all__ = ["Packed", "packed", "rows"]

_FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """A table's rows by the names in its first line."""
    head, *lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


class Packed:
    """The lines of a large table, as one run of bytes: a string for each would take five times the memory."""

    def __init__(self, content: bytes) -> None:
        """Notes where each line begins."""
        self._content = content
        self._starts = array("I", [0, *(end.end() for end in re.finditer(b"\n", content)), len(content) + 1])

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._starts) - 1

    def __getitem__(self, line: int) -> str:
        """A line, counted from 0."""
        return self._content[self._starts[line] : self._starts[line + 1] - 1].decode()

    def __iter__(self) -> Iterator[str]:
        """The lines in order."""
        return (self[line] for line in range(len(self)))


def packed(name: str) -> Packed:
    """The lines of a packed table, which has no first line of names."""
    return Packed(gzip.decompress((_FOLDER / f"{name}.tsv.gz").read_bytes()))
