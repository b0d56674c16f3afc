"""How an event is held where it is told: as fact, planned, feared, alleged, or denied, and on whose word."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.lexicon import moods, sayings
from verbale.events.roles import actors_of
from verbale.events.scene import Scene

__all__ = ["Mood", "Standing", "standing"]

Mood = Literal["occurred", "planned", "hypothetical", "alleged", "negated"]

_STRENGTH: tuple[Mood, ...] = ("occurred", "alleged", "planned", "hypothetical", "negated")
_MODALS: dict[str, Mood] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned",
    "would": "hypothetical", "could": "hypothetical", "may": "hypothetical", "might": "hypothetical",
    "should": "hypothetical", "must": "hypothetical", "can": "hypothetical", "ca": "hypothetical", "ought": "hypothetical",
}  # fmt: skip
_REPORTED = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})
_SAYS = frozenset({"say", "tell", "report", "state", "add", "insist", "claim", "believe", "maintain", "think"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The mood of an event where it is told, and whose word it is there."""

    mood: Mood
    claimants: tuple[str, ...] = ()


def standing(token: Token, noun: bool, scene: Scene) -> Standing:
    """How the event of a trigger is held, read off the words that govern it."""
    mood: Mood = "occurred"
    claimants: dict[str, None] = {}
    for word, effect in _governors(token, noun):
        if _STRENGTH.index(effect) > _STRENGTH.index(mood):
            mood = effect
        if word is not None and effect != "negated" and word.pos_ == "VERB" and word.lemma_ in sayings():
            for agent in clauses.agents(word):
                claimants.update(dict.fromkeys(actors_of(agent, scene)))
    return Standing(mood, tuple(claimants))


def _governors(token: Token, noun: bool) -> Iterator[tuple[Token | None, Mood]]:
    """The words above a trigger that change how it is held, from the inside out."""
    yield from _own(token, noun)
    word, below = token.head, token
    for _ in range(12):
        if word is below:
            return
        if below.dep_ in ("conj", "appos") and word.pos_ == below.pos_:
            if below.pos_ in ("VERB", "AUX"):
                yield from _own(word, False, shared=True)
        elif word.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            if below.dep_ not in ("advcl", "relcl", "nsubj", "nsubjpass", "acl") or _passes(below, word):
                effect = _effect(word, below)
                if effect is not None:
                    yield word, effect
            if word.pos_ in ("VERB", "AUX"):
                yield from _own(
                    word, False, shared=below.dep_ not in ("xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "prep")
                )
        if word.dep_ == "relcl":
            return
        word, below = word.head, word


def _passes(below: Token, word: Token) -> bool:
    if below.dep_ == "acl":
        return word.pos_ == "NOUN" and word.lemma_ in moods()
    return below.dep_ in ("nsubj", "nsubjpass") and word.lemma_ in (
        "likely",
        "possible",
        "need",
        "plan",
        "schedule",
        "expect",
        "deny",
        "threaten",
    )


def _own(token: Token, noun: bool, shared: bool = False) -> Iterator[tuple[Token | None, Mood]]:
    for child in token.children:
        if child.dep_ == "neg" or (noun and child.dep_ == "det" and child.lower_ == "no"):
            yield None, "negated"
        elif child.dep_ == "aux" and child.lower_ in _MODALS and not shared:
            yield None, _MODALS[child.lower_]
        elif child.dep_ == "aux" and child.lower_ == "to" and token.dep_ in ("ROOT", "advcl"):
            yield None, "planned" if token.dep_ == "ROOT" else "hypothetical"
        elif child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            yield None, "hypothetical"
        elif child.dep_ == "advmod" and child.lower_ in _REPORTED:
            yield None, "alleged"
        elif noun and child.dep_ == "amod":
            if child.lower_ in ("alleged", "reported", "suspected", "purported"):
                yield None, "alleged"
            elif child.lower_ in ("planned", "upcoming", "scheduled", "forthcoming", "proposed", "future"):
                yield None, "planned"
            elif child.lower_ in ("possible", "potential", "further", "feared", "threatened", "any"):
                yield None, "hypothetical"


def _effect(word: Token, below: Token) -> Mood | None:
    if word.lemma_ in _SAYS and below.dep_ in ("ccomp", "xcomp", "dobj"):
        return "alleged" if word.lemma_ in ("claim", "believe", "think") else "occurred"
    effect = moods().get(word.lemma_.lower())
    if effect is None or effect == "neutral":
        return None
    if effect == "negated" and below.dep_ not in ("xcomp", "acl", "dobj", "prep", "ccomp"):
        return None
    return effect  # type: ignore[return-value]
