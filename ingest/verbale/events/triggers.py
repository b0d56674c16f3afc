"""Candidates: every place where a frame's trigger stands and its conditions hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from verbale.events.frames import Frame, Trigger, by_lemma
from verbale.events.lexicon import words
from verbale.events.roles import Site, actors_of, matches, phrase, site, slot_tokens
from verbale.events.scene import Scene

__all__ = ["Candidate", "candidates"]

_TEXT_ROLES = frozenset({"item", "measure", "subject", "post"})


@dataclass(slots=True)
class Candidate:
    """A frame found in the text, before repeats are merged: mutable until it becomes an Event."""

    frame: Frame
    trigger: str
    site: Site
    roles: dict[str, tuple[str, ...]]
    details: dict[str, tuple[str, ...]] = field(default_factory=dict)
    place: str | None = None
    tokens: tuple[Token, ...] = ()

    @property
    def type(self) -> str:
        """The event type."""
        return self.frame.type


def candidates(scene: Scene) -> Iterator[Candidate]:
    """The events told, one for each trigger, in the order of the text."""
    index = by_lemma()
    for sentence in scene.sentences:
        if _off_topic(sentence):
            continue
        for token in sentence:
            for trigger in index.get(token.lemma_.lower(), ()):
                if _stands(trigger, token) and (found := _fill(trigger, token, scene)):
                    yield found
                    break


def _off_topic(sentence: object) -> bool:
    lemmas = {token.lemma_.lower() for token in sentence}  # type: ignore[attr-defined]
    return len(lemmas & words("sport")) >= 2 or len(lemmas & words("kitchen")) >= 2


def _stands(trigger: Trigger, token: Token) -> bool:
    if trigger.noun:
        if token.pos_ not in ("NOUN", "PROPN"):
            return False
        if not trigger.rest and token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
            return False
        return all(
            any(word in (child.lemma_.lower(), child.lower_) for child in token.subtree if child.i != token.i)
            for word in trigger.rest
        )
    if token.pos_ not in ("VERB", "AUX"):
        return False
    at = [token]
    for word in trigger.rest:
        below = next(
            (child for one in at for child in one.children if word in (child.lemma_.lower(), child.lower_)), None
        )
        if below is None:
            return False
        at.append(below)
    return True


def _fill(trigger: Trigger, token: Token, scene: Scene) -> Candidate | None:
    at = site(token, trigger.noun)
    frame = trigger.frame
    roles: dict[str, tuple[str, ...]] = {}
    details: dict[str, tuple[str, ...]] = {}
    used: dict[Token, None] = {}
    place = None
    for role, slots in frame.roles.items():
        if role == "place":
            place = _place(slots, at, scene)
            continue
        found, text, tokens = _role(slots, at, scene, used)
        if role in _TEXT_ROLES:
            if text or tokens:
                details[role] = tuple(text) or tuple(phrase(one, scene) for one in tokens)
        elif found:
            roles[role] = found
        used.update(dict.fromkeys(tokens))
    candidate = Candidate(frame, trigger.text, at, roles, details, place, tuple(used))
    return candidate if _holds(frame, at, candidate, scene) else None


def _place(slots: tuple[str, ...], at: Site, scene: Scene) -> str | None:
    for slot in slots:
        for token in slot_tokens(slot.partition(":")[0], at):
            if found := scene.places(token):
                return found[0]
    return None


def _role(
    slots: tuple[str, ...], at: Site, scene: Scene, used: Mapping[Token, None]
) -> tuple[tuple[str, ...], list[str], list[Token]]:
    """Who fills the role: ids, texts for a role of words, and the head words."""
    found: dict[str, None] = {}
    texts: list[str] = []
    tokens: list[Token] = []
    for slot in slots:
        name, _, kind = slot.partition(":")
        for token in slot_tokens(name, at):
            if kind == "text" or (kind == "thing" and not actors_of(token, scene)):
                texts.append(phrase(token, scene))
                tokens.append(token)
                continue
            if kind in ("thing", "text") or (token in used and not at.noun):
                continue
            ids = actors_of(token, scene)
            if kind == "place":
                ids = ids if scene.places(token) else ()
            if kind in ("state", "person") and not matches(token, kind, scene):
                ids = ()
            if ids:
                found.update(dict.fromkeys(ids))
                tokens.append(token)
    return tuple(found), texts, tokens


def _holds(frame: Frame, at: Site, candidate: Candidate, scene: Scene) -> bool:
    for slot, allowed in frame.requires.items():
        if not any(matches(one, kind, scene) for one in _condition_tokens(slot, frame, at) for kind in allowed):
            return False
    for slot, refused in frame.refuses.items():
        if any(matches(one, kind, scene) for one in _condition_tokens(slot, frame, at) for kind in refused):
            return False
    if not candidate.roles and at.noun and not frame.bare:
        return False
    return True


def _condition_tokens(slot: str, frame: Frame, at: Site) -> tuple[Token, ...]:
    if slot == "setting":
        return tuple(at.token.sent)
    if slot == "any":
        names = [one for slots in frame.roles.values() for one in slots] + ["in", "modifier"]
    elif slot in frame.roles:
        names = list(frame.roles[slot])
    else:
        names = [slot]
    return tuple(token for name in names for token in slot_tokens(name.partition(":")[0], at))
