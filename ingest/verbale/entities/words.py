"""The words of ``words.toml``, as sets to look into (never to iterate over)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["kind_of", "words"]


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
def kind_of(section: str) -> dict[str, str]:
    """The class that a name's last word tells, for the sections ``named`` and ``places``."""
    return {word: name for name, listed in reversed(_table()[section].items()) if name[0].isupper() for word in listed}
