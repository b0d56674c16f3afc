"""The tables, tab separated, and how they are read."""

import gzip
from pathlib import Path

__all__ = ["packed", "rows"]

_FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """A table's rows by the names in its first line."""
    head, *lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def packed(name: str) -> list[str]:
    """The lines of a packed table, which has no first line of names."""
    return gzip.decompress((_FOLDER / f"{name}.tsv.gz").read_bytes()).decode().split("\n")
