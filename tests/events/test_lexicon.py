"""The tables of words: every entry can be met, and says one thing."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from verbale.events.frames import by_lemma, delegation_triggers
from verbale.text.parsing import parser

FOLDER = files("verbale.events")
TRIGGERS = {one.text for index in (by_lemma(), delegation_triggers()) for some in index.values() for one in some}


def table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(FOLDER.joinpath(name).read_text("utf-8"))


def entries(name: str) -> dict[str, list[str]]:
    """The words of each class of a table."""
    flat = {"": table(name)} if name == "words.toml" else table(name)
    return {f"{part}.{key}": text.split() for part, classes in flat.items() for key, text in classes.items()}


CLASSES = [
    pytest.param(found, id=f"{name}-{key}")
    for name in ("words.toml", "speech.toml", "moods.toml")
    for key, found in entries(name).items()
]


@pytest.mark.parametrize("found", [*CLASSES, pytest.param(sorted(TRIGGERS), id="triggers")])
def test_an_entry_stands_once_and_is_words_as_the_parser_parts_them(found: list[str]):
    assert [entry for entry, count in Counter(found).items() if count > 1] == []
    parts = [part for entry in found for part in entry.replace("_", " ").split()]
    assert [part for part in parts if len(parser().tokenizer(part)) > 1] == []


@pytest.mark.parametrize(
    ("name", "part"),
    [("moods.toml", part) for part in ("verbs", "nouns")]
    + [("speech.toml", part) for part in ("acts", "nouns", "adjectives", "predicates", "themes")],
)
def test_a_word_says_one_thing(name: str, part: str):
    found = [word for text in table(name)[part].values() for word in text.split()]
    assert [word for word, count in Counter(found).items() if count > 1] == []


def test_what_governs_an_event_is_single_words():
    assert [word for found in entries("moods.toml").values() for word in found if "_" in word] == []


def test_exceptions_are_exceptions_to_something():
    moods, speech = table("moods.toml"), table("speech.toml")
    governing = {word for part in ("verbs", "nouns") for text in moods[part].values() for word in text.split()}
    said = {entry.split("_")[0] for text in speech["acts"].values() for entry in text.split()}
    assert set(moods["claimants"]["none"].split()) <= governing
    assert set(speech["needs-clause"]["verbs"].split()) <= said
    assert set(speech["needs-clause"]["free"].split()) <= set(speech["needs-clause"]["verbs"].split())
