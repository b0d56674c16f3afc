"""What reference data say of one thing, whichever table it stands in."""

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["How", "Known", "slug"]

How = Literal["name", "demonym", "people", "capital", "spelling"]


@dataclass(frozen=True, slots=True)
class Known:
    """An actor or a place of the tables, with the fields of ``verbale.model.Entity``.

    ``how`` tells how the words found name it: "Kenya" is a name of Kenya, "Kenyan" a
    demonym, "Kenyans" its people, "Nairobi" its capital, and another spelling is one
    that a city has beside its own name. ``division`` is the first-order division that a
    place is or lies in ("US.GA"), ``people`` the power of ten of a city's people.
    """

    id: str
    type: str
    name: str
    country: str | None = None
    parent: str | None = None
    wikidata: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    how: How = "name"
    division: str = ""
    people: float = 0.0

    def by(self, how: How) -> "Known":
        """The same thing, named in another way."""
        return replace(self, how=how)


def slug(name: str) -> str:
    """A folded name as part of an IRI: "cote divoire" gives "cote-divoire"."""
    return name.replace(" ", "-")
