"""Kinds of event, and the frames: which words tell of which kind, and where its participants stand.

One TOML file per event type. What holds for the type stands first:

- ``core``: the roles by which two tellings are seen to be of one event, the doer's first; ``needs``: those of
  which an event has one at least, if not the core (none where it stands alone: "World War II");
- ``lands``: the roles that a place can fill ("shelled the town"); ``never``: the actor types that alone make no
  such event (a deal of two firms); ``kind``: the event kind where a frame names none;
- ``staged``: tellings side by side of such an event are its stages;
- ``gathering``: people come to it, with a delegation; ``journey``: by travelling, so that its place is where they are;
- ``feud``: its two parties fight each other; ``breaking``: the kinds that break another event of the type;
- ``performed``: the kinds that a state brings about by saying so; ``reproach``: whom it is laid to is accused of it,
  where it is "told" in an official statement, or only where it is "claimed";
- ``fills``: how a role that the clause leaves out is filled from elsewhere (``verbale.events.filling``), but for the
  kinds in ``unfilled``;
- ``counts``: a number of people, by the class of words that tells of them.

A frame has ``verbs`` and ``nouns`` (its triggers), roles with the slots that fill them, best first, and conditions:

- a trigger may have several words: "pull out" is "pull" with "out" below it, "shake hand"
  is "shake" with "hand" below it; "peace talk" is the noun "talk" with "peace" before it;
- roles have slots; "or" before a slot: only if those before it give nobody;
- ``kind`` names the event kind, ``kinds`` overrides it by trigger;
- ``requires`` and ``refuses`` name for a slot a class of ``words.toml``, or "actor",
  "place", "name", "any"; several separated by "|";
- ``bare = true``: counts also where no participant stands by it, if the article gives one elsewhere;
- ``least = 2``: counts only with so many participants;
- ``apart = true``: an event apart from the one that its object names ("violated the embargo").
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from verbale import vocab
from verbale.events.tables import Table

__all__ = [
    "EventType",
    "Frame",
    "Trigger",
    "by_lemma",
    "core_of",
    "delegation_triggers",
    "event_type",
    "event_types",
    "read",
]

_DELEGATION = "Delegation"  # no event, so that its roles are not the ontology's: those of its file


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell of a kind of event."""

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

    def kind_of(self, trigger: str) -> str:
        """The event kind that a trigger of this frame names."""
        return self.kinds.get(trigger, self.kind)


@dataclass(frozen=True, slots=True)
class EventType:
    """What its file says of a type of event."""

    name: str
    kind: str
    frames: tuple[Frame, ...]
    core: tuple[str, ...]
    needs: tuple[str, ...]
    lands: tuple[str, ...]
    never: tuple[str, ...]
    staged: bool
    gathering: bool
    journey: bool
    feud: bool
    breaking: tuple[str, ...]
    performed: tuple[str, ...]
    reproach: str
    fills: Mapping[str, str]
    unfilled: tuple[str, ...]
    counts: Mapping[str, str]
    details: tuple[str, ...]  # the roles that are filled with words

    def kind_of(self, trigger: str) -> str:
        """The event kind that a trigger names in the first frame that has it, else the kind of the type as a whole."""
        known = (frame for frame in self.frames if trigger in frame.verbs or trigger in frame.nouns)
        return next((frame.kind_of(trigger) for frame in known), self.kind)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word: its text in the frame, the words beside its head, its part of speech, what it tells."""

    text: str
    rest: tuple[str, ...]
    noun: bool
    frame: Frame
    type: EventType


def read(text: str, name: str) -> EventType:
    """The event type that a file tells; BadTable, with the file's name, for a key or role that there is not."""
    table = Table(tomllib.loads(text), name)
    class_, core = table.one_of("class", (*vocab.event_types(), _DELEGATION)), table.some("core")
    kind = table.text("kind")
    known = set(core) if class_ == _DELEGATION else {*vocab.roles(class_), *vocab.details(class_), "place"}
    read_ = EventType(
        name=class_,
        kind=kind,
        frames=tuple(_frame(one, kind, known) for one in table.tables("frame")),
        core=core,
        needs=table.texts("needs", core),
        lands=table.texts("lands"),
        never=table.texts("never"),
        staged=table.flag("staged"),
        gathering=table.flag("gathering"),
        journey=table.flag("journey"),
        feud=table.flag("feud"),
        breaking=table.texts("breaking"),
        performed=table.texts("performed"),
        reproach=table.one_of("reproach", ("", "told", "claimed")),
        fills=table.by_key("fills"),
        unfilled=table.texts("unfilled"),
        counts=table.by_key("counts"),
        details=vocab.details(class_),
    )
    table.only(known, (*read_.core, *read_.needs, *read_.lands, *read_.fills))
    table.only(vocab.quantities(class_), read_.counts)
    table.end()
    return read_


def _frame(table: Table, kind: str, known: Iterable[str]) -> Frame:
    frame = Frame(
        verbs=table.texts("verbs"),
        nouns=table.texts("nouns"),
        kind=table.text("kind") or kind,
        kinds=table.by_key("kinds"),
        requires=_conditions(table.by_key("requires")),
        refuses=_conditions(table.by_key("refuses")),
        bare=table.flag("bare"),
        least=table.number("least", 1),
        apart=table.flag("apart"),
        roles={role: table.texts(role) for role in table.left() if role in known},
    )
    table.end()
    return frame


def _conditions(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {slot: tuple(one.strip() for one in value.split("|")) for slot, value in table.items()}


@cache
def event_types() -> Mapping[str, EventType]:
    """The types of event by name, in the order of the files' names."""
    folder = files(__package__).joinpath("frames")
    paths = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    types = [read(path.read_text("utf-8"), path.name) for path in paths]
    return {one.name: one for one in types}


def event_type(name: str) -> EventType:
    """The type of event of that name; KeyError where no file tells it."""
    return event_types()[name]


def core_of(name: str) -> tuple[str, ...]:
    """The core roles of the type of event of that name."""
    return event_type(name).core


def _index(types: Iterable[EventType]) -> Mapping[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for type_ in types:
        for frame in type_.frames:
            for noun, texts in ((False, frame.verbs), (True, frame.nouns)):
                for text in texts:
                    words = text.split()
                    head, rest = (words[-1], words[:-1]) if noun else (words[0], words[1:])
                    found.setdefault(head, []).append(Trigger(text, tuple(rest), noun, frame, type_))
    return {head: tuple(sorted(triggers, key=lambda one: -len(one.rest))) for head, triggers in found.items()}


@cache
def by_lemma() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers of events by the lemma of their head word, those of more words first."""
    return _index(event_types().values())


@cache
def delegation_triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers of "came with" by lemma."""
    name = "delegations.toml"
    return _index([read(files(__package__).joinpath(name).read_text("utf-8"), name)])
