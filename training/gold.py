"""Annotated articles as the network learns from them: the view of each, and what is right for its words."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from verbale import reference
from verbale.entities import chains, link, mentions
from verbale.events.learned.labels import MOODS, ROLES, TOLD
from verbale.events.learned.view import View
from verbale.events.persons import laid_out
from verbale.text.dates import times
from verbale.text.parsing import paragraphs
from verbale.text.readers import read

__all__ = ["Example", "Target", "examples"]

_TEXT_ROLES = frozenset({"subject", "measure", "item", "killed", "injured", "post"})


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
    """The annotated articles of the folders, by name."""
    for path in sorted((path for folder in folders for path in folder.glob("*.json")), key=lambda path: path.name):
        [document] = read(path.with_suffix(".txt"))
        view = View.of(_scene(document))
        gold = json.loads(path.read_text("utf-8"))
        yield Example(path.stem, view, tuple(_targets(gold, view)))


def _scene(document):
    known = reference.load()
    parsed = paragraphs(document)
    entities = link(document, chains(document, parsed, mentions(document, parsed, known), known), known)
    return laid_out(document, parsed, entities, times(document, parsed))


def _targets(gold: Mapping[str, list[dict]], view: View) -> Iterator[Target]:
    whom = _fillers(gold, view)
    text = view.scene.document.text
    for event in gold["events"]:
        roles = {
            role: _known(values, whom)
            for role, values in event["args"].items()
            if role in ROLES and role not in _TEXT_ROLES
        }
        roles["place"] = _known(event.get("place"), whom)
        roles["claimant"] = _known(event.get("attributed_to"), whom)
        roles["denier"] = _known(event.get("denied_by"), whom)
        words = _words(event["evidence"], text, view)
        yield Target(TOLD.index(event["type"]), words, roles, MOODS.index(event["status"]), event.get("start"))
    for act in gold["speech"]:
        roles = {"speaker": _known(act["speaker"], whom), "addressee": _known(act.get("target"), whom)}
        yield Target(TOLD.index(act["act"]), _words(act["evidence"], text, view), roles, None, act.get("date"))


def _known(values: object, whom: Mapping[str, str]) -> frozenset[str]:
    names = [values] if isinstance(values, str) else values or []
    return frozenset(whom[_norm(name)] for name in names if _norm(name) in whom)


def _fillers(gold: Mapping[str, list[dict]], view: View) -> dict[str, str]:
    """Which entity each name of the gold file means."""
    known: dict[str, str] = {}
    for entity in view.scene.entities.values():
        for name in (entity.name, *(mention.text for mention in entity.mentions if mention.kind in ("name", "title"))):
            known.setdefault(_norm(name), view.unified(entity.id))
    found: dict[str, str] = {}
    for entry in (*gold["actors"], *gold["places"]):
        names = [_norm(name) for name in (entry["name"], *entry.get("aliases", []))]
        match = next((known[name] for name in names if name in known), None)
        if match is not None:
            for name in names:
                found.setdefault(name, match)
    return found


def _norm(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[^\w]+", " ", re.sub(r"[’']s\b", "", plain)).strip()
    return re.sub(r"^(the|a|an) ", "", plain)


def _words(evidence: str, text: str, view: View) -> tuple[int, ...]:
    """The words of a passage; white space in it may differ from the text's."""
    pattern = r"\s+".join(re.escape(word) for word in evidence.split())
    found = re.search(pattern, text)
    if found is None:
        return ()
    starts = np.array([view.scene.offset(token) for token in view.words])
    return tuple(np.flatnonzero((starts >= found.start()) & (starts < found.end())).tolist())
