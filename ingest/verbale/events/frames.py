"""Frames: which words tell of which kind of event, and where its participants stand.

One TOML file per event type. A frame has ``verbs`` and ``nouns`` (its triggers), roles
with the slots that fill them, best first, and conditions:

- a trigger may have several words: "pull out" is "pull" with "out" below it, "shake hand"
  is "shake" with "hand" below it; "peace talk" is the noun "talk" with "peace" before it;
- roles have slots; "or" before a slot: only if those before it give nobody;
- ``kind`` names the event kind, ``kinds`` overrides it by trigger;
- ``requires`` and ``refuses`` name for a slot a class of ``words.toml``, or "actor",
  "place", "name", "any"; several separated by "|";
- ``bare = true``: counts also where no participant stands by it, if the article gives one elsewhere;
- ``least = 2``: counts only with so many participants;
- ``apart = true``: an event apart from the one that its object names ("violated the embargo").

``staged = true``: tellings side by side of such an event are its stages.
``never`` names the actor types that alone make no such event (a deal of two firms);
``lands`` the roles that a place can fill ("shelled the town"); ``core`` the roles by which two
tellings are seen to be of one event; ``needs`` those of which an event has one at least, if not the core.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from verbale import vocab

__all__ = ["Frame", "Trigger", "by_lemma", "core_of", "delegation_triggers", "frames", "needs_of", "staged_types"]

_KEYS = {"verbs", "nouns", "adjectives", "kind", "kinds", "requires", "refuses", "bare", "least", "apart"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell of a kind of event."""

    type: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    kind: str
    kinds: Mapping[str, str]
    requires: Mapping[str, tuple[str, ...]]
    refuses: Mapping[str, tuple[str, ...]]
    bare: bool
    least: int
    apart: bool
    lands: tuple[str, ...]
    never: tuple[str, ...]
    details: tuple[str, ...]  # the roles that are filled with words

    def kind_of(self, trigger: str) -> str:
        """The event kind that a trigger of this frame names."""
        return self.kinds.get(trigger, self.kind)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word: its text in the frame, its head lemma, the words beside it, its part of speech."""

    text: str
    rest: tuple[str, ...]
    noun: bool
    frame: Frame


def _conditions(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {slot: tuple(one.strip() for one in value.split("|")) for slot, value in table.items()}


def _frame(table: Mapping[str, object], file: Mapping[str, object]) -> Frame:
    entry: dict[str, object] = dict(table)

    def listed(key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        return tuple(str(value).split(",")) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]

    return Frame(
        type=str(file["class"]),
        verbs=listed("verbs"),
        nouns=listed("nouns"),
        roles={key: listed(key) for key in entry if key not in _KEYS},
        kind=str(entry.get("kind", file.get("kind", ""))),
        kinds=dict(entry.get("kinds", {})),  # type: ignore[call-overload]
        requires=_conditions(entry.get("requires", {})),  # type: ignore[arg-type]
        refuses=_conditions(entry.get("refuses", {})),  # type: ignore[arg-type]
        bare=bool(entry.get("bare", False)),
        least=int(str(entry.get("least", 1))),
        apart=bool(entry.get("apart", False)),
        lands=tuple(file.get("lands", ())),  # type: ignore[arg-type]
        never=tuple(file.get("never", ())),  # type: ignore[arg-type]
        details=vocab.details(str(file["class"])),
    )


def _read(text: str) -> tuple[Frame, ...]:
    table = tomllib.loads(text)
    return tuple(_frame(one, table) for one in table["frame"])


@cache
def _texts() -> tuple[str, ...]:
    folder = files(__package__).joinpath("frames")
    paths = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(path.read_text("utf-8") for path in paths)


@cache
def frames() -> tuple[Frame, ...]:
    """All frames of all event types, in the order of the files' names."""
    return tuple(frame for text in _texts() for frame in _read(text))


@cache
def _cores() -> Mapping[str, tuple[str, ...]]:
    tables = [tomllib.loads(text) for text in _texts()]
    return {table["class"]: tuple(table["core"]) for table in tables}


def core_of(type_: str) -> tuple[str, ...]:
    """The core roles of an event type."""
    return _cores()[type_]


@cache
def staged_types() -> frozenset[str]:
    """The event types of which stages told together are one: setting out, stopping, being received."""
    tables = [tomllib.loads(text) for text in _texts()]
    return frozenset(table["class"] for table in tables if table.get("staged", False))


def needs_of(type_: str) -> tuple[str, ...]:
    """The roles of which an event of the type needs one at least; none where it stands alone ("World War II")."""
    return _needs()[type_]


@cache
def _needs() -> Mapping[str, tuple[str, ...]]:
    tables = [tomllib.loads(text) for text in _texts()]
    return {table["class"]: tuple(table.get("needs", table["core"])) for table in tables}


def _index(some: tuple[Frame, ...]) -> Mapping[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for frame in some:
        for noun, texts in ((False, frame.verbs), (True, frame.nouns)):
            for text in texts:
                *before, last = text.split()
                head, rest = (last, before) if noun else (text.split()[0], text.split()[1:])
                found.setdefault(head, []).append(Trigger(text, tuple(rest), noun, frame))
    return {head: tuple(sorted(triggers, key=lambda one: -len(one.rest))) for head, triggers in found.items()}


@cache
def by_lemma() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers of events by the lemma of their head word, those of more words first."""
    return _index(frames())


@cache
def delegation_triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers of "came with" by lemma."""
    return _index(_read(files(__package__).joinpath("delegations.toml").read_text("utf-8")))
