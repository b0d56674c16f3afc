"""What a post is of, where its own words do not say it."""

from collections.abc import Collection, Sequence

from verbale.entities.words import classes, words
from verbale.model import Document, Entity

__all__ = ["Bodies"]

_ACTORS = frozenset(
    {
        *("State", "Government", "InternationalOrganization", "Bloc", "Party", "ArmedForce", "Company", "Media"),
        "Organization",
    }
)
_LEAD = 3  # times the mentions of the next state, and a state is the one that the article is about


class Bodies:
    """The states and organisations of an article."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        """Notes who is there, which state leads and which organ publishes."""
        self._ids = frozenset(entity.id for entity in entities)
        counts: dict[str, int] = {}
        for entity in entities:
            if entity.type in ("State", "Country") and entity.country:
                counts[entity.country] = counts.get(entity.country, 0) + len(entity.mentions)
        ranked = sorted(counts, key=lambda code: (-counts[code], code))
        leads = len(ranked) == 1 or (len(ranked) > 1 and counts[ranked[0]] >= _LEAD * counts[ranked[1]])
        self._leading = self._state(ranked[0]) if leads else None
        self._issuer = next(
            (
                entity.id
                for entity in entities
                if entity.type == "Government" and document.publisher.startswith(entity.name)
            ),
            None,
        )

    def _state(self, country: str | None) -> str | None:
        state = f"actor/state/{country}"
        return state if state in self._ids else None

    def of(self, entity: Entity) -> str | None:
        """The id of a named body; of a country, its state, where the article has it. A city or region is none."""
        if entity.type in _ACTORS:
            return entity.id
        return self._state(entity.country) if entity.type == "Country" else None

    def presumed(self, post: str, head: str, held: Collection[tuple[str, str | None]]) -> str | None:
        """Whose a post is when nothing is said; ``held`` are the kinds of post, by whose, that are told of others.

        Some titles only one state has; a release's spokesperson speaks for who issues it;
        the head or a minister of state is of the state that the article is about, unless
        another is told to be that.
        """
        country = classes("whose").get(post.casefold())
        if country:
            return self._state(country)
        if head.startswith("spokes"):
            return self._issuer
        known = head in words("of_state", "whose") and (head, self._leading) not in held
        return self._leading if known else None
