"""Frames: which words tell of which kind of event, and where its participants stand.

One TOML file per event type. A frame has ``verbs`` and ``nouns`` (its triggers), roles
with the slots that fill them, best first, and conditions:

- a trigger may have several words: "pull out" is "pull" with "out" below it, "shake hand"
  is "shake" with "hand" below it; "peace talk" is the noun "talk" with "peace" before it;
- ``kind`` names the event kind, ``kinds`` overrides it by trigger;
- ``requires`` and ``refuses`` name for a slot a class of ``words.toml``, or "actor",
  "place", "name", "any"; several separated by "|";
- ``bare = true``: counts also where no participant stands by it, if the article gives one elsewhere;
- ``least = 2``: counts only with so many participants.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Frame", "Trigger", "by_lemma", "frames"]

_KEYS = {"verbs", "nouns", "adjectives", "kind", "kinds", "requires", "refuses", "bare", "least"}


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


def _frame(type_: str, table: Mapping[str, object], default: str) -> Frame:
    entry: dict[str, object] = dict(table)

    def listed(key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        return tuple(str(value).split(",")) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]

    return Frame(
        type=type_,
        verbs=listed("verbs"),
        nouns=listed("nouns"),
        roles={key: listed(key) for key in entry if key not in _KEYS},
        kind=str(entry.get("kind", default)),
        kinds=dict(entry.get("kinds", {})),  # type: ignore[call-overload]
        requires=_conditions(entry.get("requires", {})),  # type: ignore[arg-type]
        refuses=_conditions(entry.get("refuses", {})),  # type: ignore[arg-type]
        bare=bool(entry.get("bare", False)),
        least=int(str(entry.get("least", 1))),
    )


@cache
def frames() -> tuple[Frame, ...]:
    """All frames of all event types, in the order of the files' names."""
    folder = files(__package__).joinpath("frames")
    found = []
    for path in sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name):
        table = tomllib.loads(path.read_text("utf-8"))
        found += [_frame(table["class"], one, table.get("kind", "")) for one in table["frame"]]
    return tuple(found)


def _triggers() -> Iterator[tuple[str, Trigger]]:
    for frame in frames():
        for text in frame.verbs:
            head, *rest = text.split()
            yield head, Trigger(text, tuple(rest), False, frame)
        for text in frame.nouns:
            *rest, head = text.split()
            yield head, Trigger(text, tuple(rest), True, frame)


@cache
def by_lemma() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers by the lemma of their head word, those of more words first."""
    found: dict[str, list[Trigger]] = {}
    for head, trigger in _triggers():
        found.setdefault(head, []).append(trigger)
    return {head: tuple(sorted(some, key=lambda t: -len(t.rest))) for head, some in found.items()}
