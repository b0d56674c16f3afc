"""The words of ``words.toml``: lists to look into (never to iterate over), and what class a word tells."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["classes", "words"]


@cache
def _table() -> dict[str, Any]:
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str, section: str = "") -> frozenset[str]:
    """One list of words."""
    table = _table()[section] if section else _table()
    return frozenset(table[name])


@cache
def classes(section: str) -> dict[str, str]:
    """For each word of a section's lists the class that it tells; where several list it, the first."""
    table = _table()[section]
    return {word: name for name in reversed(table) if name[0].isupper() for word in table[name]}
