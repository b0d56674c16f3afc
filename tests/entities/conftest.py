"""What the stages find in an article of the test's own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from verbale.entities import chains, link, mentions, tenures
from verbale.model import Document, Entity, Mention, Tenure
from verbale.reference import load
from verbale.text.parsing import paragraphs


@dataclass(frozen=True)
class Found:
    """The result of all four stages over one article."""

    document: Document
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    tenures: tuple[Tenure, ...]

    def named(self, name: str) -> Entity:
        return next(entity for entity in self.entities if entity.name == name)

    def types(self, text: str) -> set[str]:
        return {mention.type for mention in self.mentions if mention.text == text and mention.kind == "name"}

    def words(self, name: str) -> list[str]:
        return [mention.text for mention in self.named(name).mentions]

    def posts(self) -> set[tuple[str, str, str | None]]:
        names = {entity.id: entity.name for entity in self.entities}
        return {(names[t.holder], t.post, names[t.body] if t.body else None) for t in self.tenures}


@pytest.fixture(scope="session")
def find() -> Callable[..., Found]:
    def find(text: str, publisher: str = "") -> Found:
        document = Document("test", text, published=date(2024, 5, 2), publisher=publisher)
        parsed, reference = paragraphs(document), load()
        found = mentions(document, parsed, reference)
        entities = link(document, chains(document, parsed, found, reference), reference)
        return Found(document, found, entities, tenures(document, parsed, entities))

    return find
