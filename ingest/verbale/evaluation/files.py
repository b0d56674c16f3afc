"""Gold and facts files: JSON text into values, with an error that tells what is not as it should be."""

import json
from pathlib import Path

from verbale.errors import UnreadableFacts
from verbale.evaluation.records import Actor, Event, Facts, Place, Post, Speech
from verbale.evaluation.scheme import LISTS

__all__ = ["facts_from", "read_facts"]


def read_facts(path: Path) -> Facts:
    """The facts that the file holds.

    Raises UnreadableFacts with the file, the line of what is no JSON or the item that lacks
    something, and the remedy.
    """
    try:
        return facts_from(json.loads(path.read_bytes()), str(path))
    except json.JSONDecodeError as error:
        where = f"{path}, line {error.lineno}, column {error.colno}"
        raise UnreadableFacts(f"{where}: no JSON ({error.msg}): mend it there or just before") from error
    except UnicodeDecodeError as error:
        raise UnreadableFacts(f"{path}: not in UTF-8: save it in UTF-8") from error
    except OSError as error:
        raise UnreadableFacts(f"{path}: {error.strerror}: check that the file may be read") from error


def facts_from(value: object, where: str) -> Facts:
    """The facts that a JSON object holds; ``where`` is what errors call it."""
    whole = _Item(value, where)
    missing = [name for name in LISTS if name not in whole.fields]
    if missing:
        raise whole.wrong(f"lacks {', '.join(missing)}", "give each, if only as an empty list: []")
    return Facts(
        tuple(_actor(item) for item in whole.items("actors")),
        tuple(Post(item.word("holder"), item.word("post"), item.maybe("of") or "") for item in whole.items("posts")),
        tuple(_place(item) for item in whole.items("places")),
        tuple(_event(item) for item in whole.items("events")),
        tuple(_speech(item) for item in whole.items("speech")),
    )


class _Item:
    """A JSON object and what errors call it."""

    def __init__(self, value: object, where: str) -> None:
        self.where = where
        if not isinstance(value, dict):
            raise self.wrong("no JSON object", "write it as {...}")
        self.fields: dict[str, object] = value

    def wrong(self, what: str, remedy: str) -> UnreadableFacts:
        return UnreadableFacts(f"{self.where}: {what}: {remedy}")

    def items(self, key: str) -> list["_Item"]:
        found = self.fields.get(key)
        if not isinstance(found, list):
            raise self.wrong(f"{key} is no list", "write it as [...]")
        return [_Item(value, f"{self.where}, {key} {number}") for number, value in enumerate(found, 1)]

    def maybe(self, key: str) -> str | None:
        """The words, or None where there are none."""
        found = self.fields.get(key)
        if found is not None and not isinstance(found, str):
            raise self.wrong(f"{key} is no text", "write it in quotes, or leave it out")
        return found or None

    def word(self, key: str) -> str:
        found = self.maybe(key)
        if not found:
            raise self.wrong(f"lacks {key}", f'give it as "{key}": "..."')
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; one alone may stand without its brackets."""
        found = self.fields.get(key)
        values = found if isinstance(found, list) else [] if found is None else [found]
        if not all(isinstance(value, str | int | float) for value in values):
            raise self.wrong(f"{key} holds something else than names", 'write it as ["...", "..."]')
        return tuple(str(value) for value in values if value)

    def number(self, key: str) -> float | None:
        found = self.fields.get(key)
        if found is not None and (isinstance(found, bool) or not isinstance(found, int | float)):
            raise self.wrong(f"{key} is no number", "write degrees as 51.88, or null")
        return None if found is None else float(found)


def _actor(item: _Item) -> Actor:
    return Actor(item.word("name"), item.word("type"), item.words("aliases"))


def _place(item: _Item) -> Place:
    latitude, longitude = item.number("lat"), item.number("lon")
    point = None if latitude is None or longitude is None else (latitude, longitude)
    return Place(item.word("name"), item.word("type"), item.words("aliases"), item.maybe("country"), point)


def _event(item: _Item) -> Event:
    arguments = _Item(item.fields.get("args", {}), f"{item.where}, args")
    return Event(
        item.word("id"),
        item.word("type"),
        {role: arguments.words(role) for role in arguments.fields},
        item.word("status"),
        item.maybe("evidence") or "",
        item.maybe("place") or "",
        item.maybe("start"),
        item.maybe("end"),
        item.words("attributed_to"),
        item.words("denied_by"),
    )


def _speech(item: _Item) -> Speech:
    return Speech(
        item.word("id"),
        item.word("act"),
        item.words("speaker"),
        item.maybe("evidence") or "",
        item.words("target"),
        item.words("about"),
        item.maybe("date"),
    )
