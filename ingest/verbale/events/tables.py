"""Tables of the data files, read key by key: what is missing, of another kind or unknown is told with its place."""

from collections.abc import Iterable, Mapping
from typing import Never

from verbale.errors import BadTable

__all__ = ["Table"]


class Table:
    """A table of a TOML file; what has not been read at its end is unknown. Everything wrong is a BadTable."""

    def __init__(self, content: Mapping[str, object], place: str) -> None:
        """Take the table of that place: the file, and the frame in it."""
        self._content = dict(content)
        self._place = place

    def text(self, key: str) -> str:
        """The text of a key; empty where there is none."""
        value = self._content.pop(key, "")
        return value if isinstance(value, str) else self._refuse(key, "must be a text")

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """The text of a key, which is one of these."""
        value = self.text(key)
        self.only(known, [value])
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The list of texts of a key."""
        value = self._content.pop(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            self._refuse(key, "must be a list of texts")
        return tuple(value)

    def some(self, key: str) -> tuple[str, ...]:
        """The list of texts of a key that must be there and not be empty."""
        return self.texts(key) or self._refuse(key, "is missing")

    def by_key(self, key: str) -> dict[str, str]:
        """The table of texts of a key."""
        value = self._content.pop(key, {})
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            self._refuse(key, "must be a table of texts")
        return dict(value)

    def flag(self, key: str) -> bool:
        """Whether a key is set to true."""
        value = self._content.pop(key, False)
        return value if isinstance(value, bool) else self._refuse(key, "must be true or false")

    def number(self, key: str, default: int) -> int:
        """The whole number of a key."""
        value = self._content.pop(key, default)
        return value if isinstance(value, int) else self._refuse(key, "must be a whole number")

    def tables(self, key: str) -> "list[Table]":
        """The tables of a key, numbered from 1 in what is told of them."""
        value = self._content.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._refuse(key, "must be tables")
        return [Table(one, f"{self._place}, {key} {number}") for number, one in enumerate(value, 1)]

    def left(self) -> list[str]:
        """The keys that have not been read."""
        return list(self._content)

    def only(self, known: Iterable[str], named: Iterable[str]) -> None:
        """Refuse what is named and not known."""
        for one in named:
            if one not in known:
                self._refuse(one, f"is none of {', '.join(sorted(filter(None, known)))}")

    def end(self) -> None:
        """Refuse what has not been read: no key and no role."""
        for key in self._content:
            self._refuse(key, "is neither a key nor a role of its type")

    def _refuse(self, key: str, why: str) -> Never:
        raise BadTable(f'{self._place}: "{key}" {why}')
