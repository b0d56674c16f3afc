"""Territories, organisations and places that are known before an article is read."""

import re
from collections.abc import Sequence
from functools import cache

from verbale.reference import actors
from verbale.reference.known import Known
from verbale.reference.places import Cities

__all__ = ["Known", "Reference", "load"]

_WORD = re.compile(r"[^\W_]+")


class Reference:
    """All tables behind one door."""

    def __init__(self) -> None:
        """Reads the small tables."""
        self._known = actors.names()
        self._cities = Cities()
        self._first: dict[str, list[str]] = {}
        for name in sorted(self._known, key=lambda name: (-len(name), name)):
            if start := _WORD.match(name):
                self._first.setdefault(start[0], []).append(name)

    def at(self, text: str, start: int) -> tuple[int, Known] | None:
        """The longest known name that begins at an offset of the text: its end, and what it names.

        The text's apostrophes and dashes are to be plain (see ``verbale.entities``).
        """
        word = _WORD.match(text, start)
        for name in self._first.get(word[0], ()) if word else ():
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                return end, self._known[name]
        return None

    def known(self, name: str) -> Known | None:
        """What a whole name stands for, in the letters of the tables."""
        return self._known.get(name)

    def country(self, code: str) -> Known | None:
        """The territory of a state, by its ISO 3166-1 alpha-2 code."""
        return actors.country(code)

    def city(self, name: str, countries: Sequence[str]) -> Known | None:
        """The city that a name means in an article that speaks of these countries, the nearest first."""
        return self._cities.find(name, countries)


@cache
def load() -> Reference:
    """The reference data of this installation; the cities are read at the first question about one."""
    return Reference()
