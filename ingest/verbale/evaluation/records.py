"""What a gold file and a facts file hold, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.evaluation.likeness import folded

__all__ = ["Actor", "Event", "Facts", "Place", "Post", "Speech"]

_Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, is acted on or speaks."""

    name: str
    type: str
    aliases: _Names = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases, folded."""
        return tuple(name for name in map(folded, (self.name, *self.aliases)) if name)


@dataclass(frozen=True, slots=True)
class Place(Actor):
    """Somewhere; ``point`` is latitude and longitude in degrees."""

    country: str | None = None  # ISO 3166-1 alpha-2
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """Who holds which post of what."""

    holder: str
    post: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening; dates are ISO 8601, as exact as known."""

    id: str
    type: str
    arguments: Mapping[str, _Names]
    status: str
    evidence: str
    place: str = ""
    start: str | None = None
    end: str | None = None
    attributed_to: _Names = ()
    denied_by: _Names = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of speech, about the events of those ids."""

    id: str
    act: str
    speakers: _Names
    evidence: str
    targets: _Names = ()
    about: _Names = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article says, as an annotator or a reader wrote it down."""

    actors: tuple[Actor, ...] = ()
    posts: tuple[Post, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    speech: tuple[Speech, ...] = ()
