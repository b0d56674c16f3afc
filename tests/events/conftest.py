"""Reading a text of one's own through the public door, with names in place of ids."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from verbale import reference
from verbale.entities import chains, link, mentions, tenures
from verbale.events import claims, events, laid_out, speech
from verbale.model import Claim, Document, Entity, Event, Span, Speech
from verbale.text.dates import times
from verbale.text.parsing import paragraphs


@dataclass(frozen=True)
class Read:
    """What was read, told by names."""

    document: Document
    entities: dict[str, Entity]
    events: tuple[Event, ...]
    speech: tuple[Speech, ...]
    claims: tuple[Claim, ...]

    def quote(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def names(self, ids: tuple[str, ...]) -> set[str]:
        return {self.entities[one].name for one in ids}

    def of(self, type_: str) -> Iterator[tuple[Event, dict[str, set[str]]]]:
        """The events of a type with the names in their roles."""
        for event in self.events:
            if event.type == type_:
                yield event, {role: self.names(ids) for role, ids in event.roles.items()}

    def roles(self, type_: str) -> list[dict[str, set[str]]]:
        return [roles for _, roles in self.of(type_)]

    def types(self) -> list[str]:
        return [event.type for event in self.events]

    def held(self, situation: Event | Speech) -> set[tuple[str | None, str]]:
        """Who holds the situation how; None is the article itself."""
        return {
            (self.entities[claim.claimant].name if claim.claimant else None, claim.stance)
            for claim in self.claims
            if claim.situation == situation.id
        }

    def said(self) -> list[tuple[str, set[str]]]:
        return [(one.act, self.names(one.speakers)) for one in self.speech]


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    known = reference.load()

    def reading(text: str, on: str | None = "2024-05-02", publisher: str = "") -> Read:
        document = Document("own", text, published=date.fromisoformat(on) if on else None, publisher=publisher)
        parsed = paragraphs(document)
        linked = link(document, chains(document, parsed, mentions(document, parsed, known), known), known)
        scene = laid_out(document, parsed, linked, times(document, parsed))
        told = events(scene)
        said = speech(scene, told)
        held = claims(scene, told, said, tenures(document, parsed, linked))
        return Read(document, {one.id: one for one in linked}, told, said, held)

    return reading
