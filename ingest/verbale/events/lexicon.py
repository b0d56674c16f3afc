"""Classes of words and verbs of saying, read once from the data files beside this one."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from spacy.tokens import Token

__all__ = [
    "Mood",
    "acts",
    "below",
    "free_objects",
    "is_claimant",
    "mood_of",
    "needs_clause",
    "predicates",
    "saying",
    "saying_adjectives",
    "saying_nouns",
    "speaks",
    "themes",
    "words",
]


Mood = Literal["occurred", "planned", "hypothetical", "alleged", "negated"]
_MOODS: tuple[Mood, ...] = ("planned", "hypothetical", "alleged", "negated")


def _table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@cache
def _classes() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return {name: frozenset(entry.replace("_", " ") for entry in text.split()) for name, text in table.items()}


@cache
def words(name: str) -> frozenset[str]:
    """The lemmas of a class; KeyError for a class that words.toml does not have."""
    return _classes()[name]


def acts() -> tuple[str, ...]:
    """The acts of speech, plain saying first."""
    return tuple(_table("speech.toml")["acts"])


Saying = tuple[tuple[str, ...], str]  # the words that must stand below the verb, and the act


@cache
def _sayings() -> Mapping[str, tuple[Saying, ...]]:
    """The verbs of saying by lemma, those of more words first."""
    found: dict[str, list[Saying]] = {}
    for act, text in _table("speech.toml")["acts"].items():
        for entry in text.split():
            head, *rest = entry.split("_")
            found.setdefault(head, []).append((tuple(rest), act))
    return {head: tuple(sorted(some, key=lambda one: -len(one[0]))) for head, some in found.items()}


def saying(token: Token) -> str | None:
    """The act of speech that a verb reports, by its lemma and the words below it; None where it reports none."""
    return next((act for rest, act in _sayings().get(token.lemma_, ()) if below(token, rest)), None)


@cache
def _voicings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(entry.split("_")) for entry in _table("speech.toml")["voicing"]["verbs"].split())


def speaks(token: Token) -> bool:
    """Whether a verb tells that its subject speaks: an act of speech, or "issued a statement"."""
    return saying(token) is not None or any(token.lemma_ == head and below(token, rest) for head, *rest in _voicings())


def below(token: Token, words: Iterable[str]) -> bool:
    """Whether the words stand below the token, each below it or one before: "take part in"."""
    at = [token]
    for word in words:
        found = next((c for one in at for c in one.children if word in (c.lemma_.lower(), c.lower_)), None)
        if found is None:
            return False
        at.append(found)
    return True


@cache
def saying_nouns() -> Mapping[str, str]:
    """The nouns of saying with their act."""
    return {noun: act for act, text in _table("speech.toml")["nouns"].items() for noun in text.split()}


@cache
def saying_adjectives() -> Mapping[str, str]:
    """The adjectives behind "is" that say something of the speaker, with their act."""
    return {word: act for act, text in _table("speech.toml")["adjectives"].items() for word in text.split()}


@cache
def predicates() -> Mapping[str, frozenset[str]]:
    """The act that a plain saying is where these lemmas stand in what is said."""
    return {act: frozenset(text.split()) for act, text in _table("speech.toml")["predicates"].items()}


@cache
def themes() -> Mapping[str, str]:
    """The act that an object makes of a plain saying: "reiterated his appreciation"."""
    return {noun: act for act, text in _table("speech.toml")["themes"].items() for noun in text.split()}


@cache
def free_objects() -> frozenset[str]:
    """Of those verbs the ones that say something with an object alone ("described the plan")."""
    return frozenset(_table("speech.toml")["needs-clause"]["free"].split())


@cache
def needs_clause() -> frozenset[str]:
    """Verbs that are acts of speech only with a clause, or with an actor who is spoken to."""
    return frozenset(_table("speech.toml")["needs-clause"]["verbs"].split())


@cache
def _voiceless() -> frozenset[str]:
    return frozenset(_table("moods.toml")["claimants"]["none"].split())


def is_claimant(word: Token) -> bool:
    """Whether who does what a governing word says holds the event so, too: who plans, not who tries or denies."""
    return word.lemma_.lower() not in _voiceless()


@cache
def _moods(kind: str) -> Mapping[str, Mood]:
    table = _table("moods.toml")[kind]
    return {word: mood for mood in _MOODS for word in table[mood].split()}


def mood_of(word: Token, kind: str) -> Mood | None:
    """What a governing verb or adjective ("verbs") or noun ("nouns") makes of the event below it; None: nothing."""
    return _moods(kind).get(word.lemma_.lower())
