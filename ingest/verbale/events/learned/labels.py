"""What the network tells apart and what it is told: types, roles, acts, moods, and the classes of its features.

The event types and their roles are the ontology's: with a new class the network is
trained again, and no line changes here. The dependency and part-of-speech labels are
those of the pinned parser.
"""

import tomllib
from importlib.resources import files
from typing import get_args

from verbale import vocab
from verbale.events.lexicon import Mood, acts

__all__ = [
    "ACTS",
    "BAG",
    "DEPENDENCIES",
    "KINDS",
    "MOODS",
    "PATHS",
    "ROLES",
    "TAGS",
    "TOLD",
    "TYPES",
    "allowed",
    "edge",
]

TYPES = tuple(sorted(vocab.event_types()))
ACTS = acts()
TOLD = TYPES + ACTS
"""What a word can be the trigger of: an event of a type, or an act of speech."""

ROLES = (
    *sorted({role for type_ in TYPES for role in vocab.roles(type_)}),
    "place",
    "starts",
    "claimant",
    "denier",
    "speaker",
    "addressee",
)
"""What a slot can be to a trigger; "claimant" and "denier" are whose word an event is and who denies it."""

MOODS: tuple[Mood, ...] = get_args(Mood)

_TABLE = tomllib.loads(files(__package__).joinpath("labels.toml").read_text("utf-8"))


def _numbered(name: str) -> dict[str, int]:
    """The classes of a feature with their numbers, from 1; 0 is any other."""
    return {label: number for number, label in enumerate(_TABLE[name].split(), start=1)}


KINDS = _numbered("kinds")
"""The classes of what a slot names."""

DEPENDENCIES = _numbered("dependencies")
TAGS = _numbered("tags")
_PREPOSITIONS = _numbered("prepositions")

BAG = 10
"""Labels of a path that are told: up to five edges up, five down."""

_RELATIONS = len(DEPENDENCIES) + 1

PATHS = 2 * _RELATIONS + len(_PREPOSITIONS)
"""How many labels an edge of a path can have: each relation up or down, each preposition passed through."""


def edge(dependency: str, preposition: str, down: bool) -> int:
    """The label of an edge of a path: a relation up or down, or the preposition behind which it goes down."""
    if preposition in _PREPOSITIONS:
        return 2 * _RELATIONS + _PREPOSITIONS[preposition] - 1
    return DEPENDENCIES.get(dependency, 0) + (_RELATIONS if down else 0)


def allowed(told: str) -> tuple[str, ...]:
    """The roles that a slot can have to a trigger of an event type or act of speech."""
    if told in ACTS:
        return ("speaker", "addressee")
    return (*vocab.roles(told), "place", "starts", "claimant", "denier")
