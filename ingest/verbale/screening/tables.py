"""The tables of spellings, words and syllables, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """The table of that name, as its file has it."""
    return tomllib.loads(files("verbale.screening").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
