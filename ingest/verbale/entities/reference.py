"""What the stages ask of reference data; ``verbale.reference`` answers it."""

from typing import Protocol

__all__ = ["Known", "Reference"]


class Known(Protocol):
    """An actor or a place that is known before the article is read."""

    @property
    def id(self) -> str:
        """The IRI without the base: "actor/state/KE"."""

    @property
    def type(self) -> str:
        """A class of the ontology."""

    @property
    def name(self) -> str:
        """The usual English name."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2, as in ``verbale.model.Entity``."""

    @property
    def parent(self) -> str | None:
        """The id of what it is an organ or a part of."""

    @property
    def wikidata(self) -> str | None:
        """The item, such as "Q114"."""

    @property
    def latitude(self) -> float | None:
        """Degrees north, of places."""

    @property
    def longitude(self) -> float | None:
        """Degrees east, of places."""

    @property
    def geonames(self) -> int | None:
        """The GeoNames id, of cities."""

    @property
    def how(self) -> str:
        """How the words name it: "name", "demonym", "people", "capital" or "spelling"."""

    @property
    def division(self) -> str:
        """The first-order division that a place is or lies in ("US.GA"), where the tables tell."""

    @property
    def people(self) -> float:
        """The power of ten of a city's people."""


class Reference(Protocol):
    """The door to the tables."""

    def at(self, text: str, start: int, /) -> tuple[int, Known] | None:
        """The longest known name that begins at an offset: its end, and what it names."""

    def known(self, name: str, /) -> Known | None:
        """What a whole name stands for."""

    def namesake(self, name: str, /) -> Known | None:
        """The region of another country that has a state's name."""

    def country(self, code: str, /) -> Known | None:
        """The territory of a state."""

    def cities(self, name: str, /) -> tuple[Known, ...]:
        """The cities and counties that bear a name, as theirs or as another spelling."""
