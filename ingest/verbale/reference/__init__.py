"""Territories, organisations and places that are known before an article is read."""

import re
from functools import cache

from verbale.reference import actors
from verbale.reference.known import Known
from verbale.reference.places import Cities

__all__ = ["Known", "Reference", "load"]

_LONGEST = 100  # characters, more than any name that begins with "the"
_WORD = re.compile(r"[^\W_]+")


class Reference:
    """All tables behind one door."""

    def __init__(self) -> None:
        """Reads the small tables."""
        self._known = actors.names()
        self._countries = actors.countries()
        self._ids = frozenset(known.id for table in (self._known, self._countries) for known in table.values())
        self._cities = Cities()
        self._first: dict[str, list[str]] = {}
        for name in sorted(self._known, key=lambda name: (-len(name), name)):
            if start := _WORD.match(name):
                self._first.setdefault(start[0], []).append(name)

    def at(self, text: str, start: int) -> tuple[int, Known] | None:
        """The longest known name that begins at an offset of the text: its end, and what it names.

        The text's apostrophes and dashes are to be plain (see ``verbale.entities``).
        """
        found = self._longest(text, start)
        if text.startswith("The ", start):
            lower = self._longest(f"t{text[start + 1 : start + _LONGEST]}", 0)
            found = found or ((start + lower[0], lower[1]) if lower else None)
        if found and text.startswith(
            ("the ", "The "), start
        ):  # "the Islamic Republic of Iran" is not "the Islamic Republic"
            further = self._longest(text, start + len("the "))
            return None if further and further[0] > found[0] else found
        return found

    def _longest(self, text: str, start: int) -> tuple[int, Known] | None:
        word = _WORD.match(text, start)
        for name in self._first.get(word[0], ()) if word else ():
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                return end, self._known[name]
        return None

    def known(self, name: str) -> Known | None:
        """What a whole name stands for, in the letters of the tables."""
        return self._known.get(name)

    def holds(self, identity: str) -> bool:
        """Whether the small tables have a thing of that id; cities are not among them."""
        return identity in self._ids

    def namesake(self, name: str) -> Known | None:
        """The region of another country that has a state's name, as Georgia in the United States has."""
        return self._known.get(f"{name} (region)")

    def country(self, code: str) -> Known | None:
        """The territory of a state, by its ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def cities(self, name: str) -> tuple[Known, ...]:
        """The cities and counties that bear a name, as theirs or as another spelling."""
        return self._cities.named(name)


@cache
def load() -> Reference:
    """The reference data of this installation; the cities are read at the first question about one."""
    return Reference()
