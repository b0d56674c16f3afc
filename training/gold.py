"""Annotated articles as the network learns from them: the view of each, and what is right for its words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from verbale import pipeline
from verbale.errors import UnreadableArticle
from verbale.evaluation import Facts, read_facts
from verbale.evaluation.likeness import folded
from verbale.events.learned.labels import MOODS, ROLES, TOLD
from verbale.events.learned.view import View
from verbale.model import Document
from verbale.text.readers import read

__all__ = ["Example", "Target", "article", "examples"]


@dataclass(frozen=True, slots=True)
class Target:
    """A gold event or act of speech: what it is, the words that show it, and who has which role.

    ``roles`` holds for each role the ids of those who have it and whom the article names.
    """

    told: int  # place in TOLD
    words: tuple[int, ...]  # one of these tells it
    roles: Mapping[str, frozenset[str]]
    mood: int | None  # place in MOODS; None for speech
    starts: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """An article and everything that is right of it."""

    name: str
    view: View
    targets: tuple[Target, ...]


def examples(folders: Sequence[Path]) -> Iterator[Example]:
    """The annotated articles of the folders, by name. A gold file that is none is UnreadableFacts."""
    for path in sorted((path for folder in folders for path in folder.glob("*.json")), key=lambda path: path.name):
        view = View.of(pipeline.scene(article(path.with_suffix(".txt"))))
        yield Example(path.stem, view, tuple(_targets(read_facts(path), view)))


def article(path: Path) -> Document:
    """The one article of a file. One that cannot be read is an UnreadableArticle."""
    (document,) = read(path)
    if isinstance(document, UnreadableArticle):
        raise document
    return document


def _targets(gold: Facts, view: View) -> Iterator[Target]:
    whom = _fillers(gold, view)

    def known(names: Iterable[str]) -> frozenset[str]:
        return frozenset(whom[folded(name)] for name in names if folded(name) in whom)

    for event in gold.events:
        roles = {role: known(names) for role, names in event.arguments.items() if role in ROLES}
        roles["place"] = known([event.place])
        roles["claimant"], roles["denier"] = known(event.attributed_to), known(event.denied_by)
        words = _words(event.evidence, view)
        yield Target(TOLD.index(event.type), words, roles, MOODS.index(event.status), event.start)
    for act in gold.speech:
        roles = {"speaker": known(act.speakers), "addressee": known(act.targets)}
        yield Target(TOLD.index(act.act), _words(act.evidence, view), roles, None, act.date)


def _fillers(gold: Facts, view: View) -> Mapping[str, str]:
    """Which entity each name of the gold file means."""
    known: dict[str, str] = {}
    for entity in view.scene.entities.values():
        for name in (entity.name, *(mention.text for mention in entity.mentions if mention.kind in ("name", "title"))):
            known.setdefault(folded(name), view.unified(entity.id))
    found: dict[str, str] = {}
    for entry in (*gold.actors, *gold.places):
        match = next((known[name] for name in entry.names if name in known), None)
        if match is not None:
            for name in entry.names:
                found.setdefault(name, match)
    return found


def _words(evidence: str, view: View) -> tuple[int, ...]:
    """The words of a passage; white space in it may differ from the text's."""
    pattern = r"\s+".join(re.escape(word) for word in evidence.split())
    found = re.search(pattern, view.scene.document.text)
    if found is None:
        return ()
    starts = np.array([view.scene.offset(token) for token in view.words])
    return tuple(np.flatnonzero((starts >= found.start()) & (starts < found.end())).tolist())
