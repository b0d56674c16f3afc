"""An article as the network sees it: its words, what the frames say of them, and whom, where and when they name."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from verbale.events.frames import by_lemma
from verbale.events.learned.labels import (
    ACTS,
    BAG,
    DEPENDENCIES,
    KINDS,
    MOODS,
    ROLES,
    TAGS,
    TOLD,
    TYPES,
    edge,
)
from verbale.events.persons import issuers
from verbale.events.reports import Said, said
from verbale.events.scene import Scene
from verbale.events.stances import Standing, standing
from verbale.events.tellings import Telling, tellings
from verbale.events.triggers import stands
from verbale.model import PartialDate

__all__ = ["CLASSES", "FLAGS", "HINTS", "Pairs", "Slot", "View"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_TRIGGERS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
_SHAPES = 2048  # classes of whole paths
_SPREAD = (1, 2, 3, 5, 9, 17, 33, 65)  # where the classes of distances begin
_AROUND = 2  # sentences before and behind in which every slot is looked at
_APART = 6  # sentences apart that are told from more

STANDING = 8
"""How many figures tell how a filler stands in the article."""

HINTS = len(TOLD) + len(TYPES)
"""How many figures tell what the frames, the verbs of saying, and the frames' words alone see in a word."""

FLAGS = len(ROLES) + STANDING
"""How many figures tell of a pair beside its classes."""

CLASSES = {"path": _SHAPES, "near": 2 * (len(_SPREAD) + 1), "apart": 2 * _APART + 1}
"""How many classes each class-valued feature of a pair has."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word that names actors, places or a day, by its place among the article's words.

    ``fillers`` are entity ids; a state and its territory are one, the state.
    """

    word: int
    fillers: tuple[str, ...]
    date: PartialDate | None
    kind: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is told of each pair of a trigger and a slot, a row each."""

    slots: Ints  # (pairs,) index of the slot
    bag: Ints  # (pairs, BAG) labels of the path from one to the other, 0 for none
    path: Ints  # (pairs,) the path as a whole
    near: Ints  # (pairs,) how many words lie between, and on which side
    apart: Ints  # (pairs,) how many sentences lie between
    flags: Floats  # (pairs, roles and a few) the role that a frame gives, and how the filler stands in the article


@dataclass(eq=False)
class View:
    """The words of an article with all that the heads of the network are told."""

    scene: Scene
    words: list[Token]
    sentence: Ints  # (words,) which sentence
    dependency: Ints  # (words,)
    tag: Ints  # (words,)
    mood: Ints  # (words,) how the rules hold what the word tells
    hints: Floats  # (words, HINTS) what the frames and the verbs of saying see in the word
    open: NDArray[np.bool_]  # (words,) whether it may be a trigger
    slots: list[Slot]
    frames: dict[tuple[int, str], Telling] = field(default_factory=dict)
    framed: list[tuple[int, Telling]] = field(default_factory=list)  # every telling by a frame, with its word
    held: dict[int, Standing] = field(default_factory=dict)
    sayings: dict[int, Said] = field(default_factory=dict)

    @classmethod
    def of(cls, scene: Scene) -> "View":
        """The view of an article laid out."""
        words = [token for sentence in scene.sentences for token in sentence if not token.is_space]
        at = {scene.offset(token): place for place, token in enumerate(words)}
        sentence: list[int] = []
        for number, one in enumerate(scene.sentences):
            sentence += [number] * sum(not token.is_space for token in one)
        view = cls(
            scene=scene,
            words=words,
            sentence=np.array(sentence, np.int64),
            dependency=np.array([DEPENDENCIES.get(token.dep_, 0) for token in words], np.int64),
            tag=np.array([TAGS.get(token.tag_, 0) for token in words], np.int64),
            mood=np.zeros(len(words), np.int64),
            hints=np.zeros((len(words), HINTS), np.float32),
            open=np.array([token.pos_ in _TRIGGERS for token in words], bool),
            slots=[],
        )
        view._hint(at)
        view.slots += view._named()
        return view

    def _hint(self, at: Mapping[int, int]) -> None:
        """Note what the frames and the verbs of saying find, and how the rules hold it."""
        for telling in tellings(self.scene):
            word = at[self.scene.offset(telling.token)]
            self.framed.append((word, telling))
            self.frames.setdefault((word, telling.candidate.type), telling)
            self.hints[word, TYPES.index(telling.candidate.type)] = 1
        for word, token in enumerate(self.words):
            if (one := said(token, self.scene)) is not None:
                self.sayings[word] = one
                self.hints[word, len(TYPES) + ACTS.index(one.act)] = 1
        for word in np.flatnonzero(self.open).tolist():
            token = self.words[word]
            for trigger in by_lemma().get(token.lemma_.lower(), ()):
                if stands(trigger, token):
                    self.hints[word, len(TOLD) + TYPES.index(trigger.type.name)] = 1
            if token.pos_ in ("VERB", "AUX", "NOUN"):
                self.held[word] = standing(token, token.pos_ == "NOUN", self.scene)
                self.mood[word] = MOODS.index(self.held[word].mood)

    def _named(self) -> Iterator[Slot]:
        scene = self.scene
        for word, token in enumerate(self.words):
            when = scene.date(token)
            found = tuple(dict.fromkeys(self.unified(one) for one in scene.known(token)))
            if found or when is not None:
                type_ = scene.entities[found[0]].type if found else "Date"
                yield Slot(word, found, when, KINDS.get(type_, 0))

    def unified(self, entity: str) -> str:
        """The state of a territory; anything else is itself."""
        return self.scene.state_of_land(entity) or entity

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often the article names each."""
        found: dict[str, int] = {}
        for slot in self.slots:
            for one in slot.fillers:
                found[one] = found.get(one, 0) + 1
        return found

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The slots that are the first to name somebody."""
        found: dict[str, int] = {}
        for place, slot in enumerate(self.slots):
            for one in slot.fillers:
                found.setdefault(one, place)
        return frozenset(found.values())

    @cached_property
    def _standing(self) -> Floats:
        """How each slot's filler stands in the article, whatever the trigger."""
        headline = self.scene.document.headline
        signed = frozenset(issuers(self.scene))
        rows = []
        for place, slot in enumerate(self.slots):
            token = self.words[slot.word]
            names = [self.scene.entities[one] for one in slot.fillers]
            rows.append(
                [
                    any(one in signed for one in slot.fillers),
                    any(
                        mention.text in headline
                        for one in names
                        for mention in one.mentions
                        if mention.text[0].isupper()
                    ),
                    place in self.firsts,
                    min(max((self.counts[one] for one in slot.fillers), default=0), 8) / 8,
                    token.pos_ == "PRON",
                    bool(self.scene.voice(token)),
                    token.dep_ in ("nsubj", "nsubjpass"),
                    token.dep_ == "poss",
                ]
            )
        return np.array(rows, np.float32).reshape(len(self.slots), STANDING)

    @cached_property
    def _where(self) -> Ints:
        """The sentence of each slot."""
        return self.sentence[np.array([slot.word for slot in self.slots], np.int64)]

    def pairs(self, word: int, told: str) -> Pairs:
        """What is told of the slots that may have a part in what a word tells: those around it, and first names."""
        apart = self._where - self.sentence[word]
        near = np.flatnonzero(np.abs(apart) <= _AROUND).tolist()
        places = sorted({*near, *self.firsts} - {place for place in near if self.slots[place].word == word})
        chosen = np.array(places, np.int64)
        bag = np.zeros((len(chosen), BAG), np.int64)
        path = np.zeros(len(chosen), np.int64)
        flags = np.zeros((len(chosen), FLAGS), np.float32)
        given: dict[str, list[int]] = {}
        for role, ids in self._given(word, told).items():
            for one in ids:
                given.setdefault(one, []).append(ROLES.index(role))
        telling = self.frames.get((word, told))
        for row, place in enumerate(places):
            slot = self.slots[place]
            if apart[place] == 0:
                labels = _path(self.words[word], self.words[slot.word])
                bag[row, : len(labels)] = labels[:BAG]
                path[row] = 1 + zlib.crc32(bytes(labels)) % (_SHAPES - 1)
            if slot.date is not None and telling is not None and telling.when == slot.date:
                flags[row, ROLES.index("starts")] = 1
            for one in slot.fillers:
                for column in given.get(one, ()):
                    flags[row, column] = 1
        flags[:, len(ROLES) :] = self._standing[chosen]
        between = np.array([self.slots[place].word - word for place in places], np.int64)
        steps = np.searchsorted(_SPREAD, np.abs(between), side="right")
        return Pairs(
            slots=chosen,
            bag=bag,
            path=path,
            near=np.where(between < 0, steps, steps + len(_SPREAD) + 1),
            apart=np.clip(apart[chosen], -_APART, _APART) + _APART,
            flags=flags,
        )

    def _given(self, word: int, told: str) -> Mapping[str, Sequence[str]]:
        """Who has which role by the rules."""
        if (saying := self.sayings.get(word)) is not None and told in ACTS:
            return {"speaker": self._unified(saying.speakers), "addressee": self._unified(saying.addressees)}
        given = {"claimant": self._unified(self.held[word].claimants)} if word in self.held else {}
        if (telling := self.frames.get((word, told))) is not None:
            given |= {role: self._unified(ids) for role, ids in telling.candidate.roles.items()}
            given |= {"place": self._unified((telling.place,))} if telling.place else {}
        return given

    def _unified(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.unified(one) for one in ids)


def _path(start: Token, end: Token) -> list[int]:
    """The labels of the edges from one word up to where both meet, and down to the other."""
    above = {start.i: 0} | {token.i: step for step, token in enumerate(start.ancestors, start=1)}
    down = [end, *end.ancestors]
    meet = next(step for step, token in enumerate(down) if token.i in above)
    up = [start, *start.ancestors][: above[down[meet].i]]
    half = BAG // 2
    labels = [edge(token.dep_, "", False) for token in up[:half]]
    below = [edge(token.dep_, token.lower_ if token.dep_ == "prep" else "", True) for token in down[:meet]]
    return labels + below[::-1][-half:]
