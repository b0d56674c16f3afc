"""Candidates: every place where a frame's trigger stands and its conditions hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.frames import EventType, Frame, Trigger, by_lemma
from verbale.events.lexicon import below, words
from verbale.events.roles import Site, actors_of, conditions, matches, phrase, site, slot_tokens
from verbale.events.scene import Scene

__all__ = ["Candidate", "candidates", "places_of", "stands"]


@dataclass(slots=True)
class Candidate:
    """A frame found in the text, before repeats are merged: mutable until it becomes an Event."""

    event_type: EventType
    frame: Frame
    trigger: str
    site: Site
    roles: dict[str, tuple[str, ...]]
    details: dict[str, tuple[str, ...]] = field(default_factory=dict)
    place: str | None = None
    tokens: tuple[Token, ...] = ()
    number: int = 0  # which of several that one trigger tells: the stops of a tour

    @property
    def type(self) -> str:
        """The event type."""
        return self.event_type.name


def candidates(scene: Scene, index: Mapping[str, tuple[Trigger, ...]] | None = None) -> Iterator[Candidate]:
    """The events told, one for each trigger, in the order of the text; by other triggers where an index is given."""
    triggers = by_lemma() if index is None else index
    for lemmas, sentence in zip(scene.lemmas, scene.sentences, strict=True):
        if _off_topic(lemmas):
            continue
        for place, lemma in enumerate(lemmas):
            if lemma not in triggers:
                continue
            token = sentence[place]  # making a token costs more than looking for its lemma
            sites: dict[bool, Site] = {}
            for trigger in triggers[lemma]:
                if not stands(trigger, token):
                    continue
                if trigger.noun not in sites:
                    sites[trigger.noun] = site(token, trigger.noun)
                if found := _fill(trigger, sites[trigger.noun], scene):
                    yield from found
                    break


def _off_topic(lemmas: tuple[str, ...]) -> bool:
    """Whether a sentence is about a game or a dish: two of their words stand in it."""
    found = set(lemmas)
    return len(found & words("sport")) > 1 or len(found & words("kitchen")) > 1


def stands(trigger: Trigger, token: Token) -> bool:
    """Whether all words of a trigger stand at and below the token."""
    if trigger.noun:
        if token.pos_ not in ("NOUN", "PROPN") and token.dep_ not in ("pobj", "dobj"):
            return False
        if not trigger.rest and token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
            return False
        return all(
            any(word in (child.lemma_.lower(), child.lower_) for child in token.subtree if child.i != token.i)
            for word in trigger.rest
        )
    return token.pos_ in ("VERB", "AUX") and below(token, trigger.rest)


def _fill(trigger: Trigger, at: Site, scene: Scene) -> list[Candidate]:
    frame = trigger.frame
    if not _meets(frame, at, scene):
        return []
    roles: dict[str, tuple[str, ...]] = {}
    details: dict[str, tuple[str, ...]] = {}
    used: dict[Token, None] = {}
    places: list[str | None] = []
    for role, slots in frame.roles.items():
        if role == "place":
            where = _places(slots, at, scene)
            places = list(dict.fromkeys(place for place, _ in where))
            used.update(dict.fromkeys(token for _, token in where))
            continue
        detail = role in trigger.type.details
        found, text, tokens = _role(slots, at, scene, used, detail, role in trigger.type.lands)
        if detail:
            if text or tokens:
                details[role] = tuple(text) or tuple(phrase(one) for one in tokens)
        elif found:
            roles[role] = found
        used.update(dict.fromkeys(tokens))
    told = [
        Candidate(trigger.type, frame, trigger.text, at, roles, details, place, tuple(used), number)
        for number, place in enumerate(places or [None])
    ]
    return told if _is_filled(told[0], scene) else []


def places_of(token: Token, scene: Scene, depth: int = 3) -> tuple[str, ...]:
    """The places that a word means, also through "a station on the border in Mulhouse"."""
    found = scene.places(token)
    if found or depth == 0 or token.lemma_.lower() not in words("site"):
        return found
    for prep, obj in clauses.prepositions(token):
        if prep in ("in", "at", "near", "on", "along", "of", "outside") and (found := places_of(obj, scene, depth - 1)):
            return found
    return ()


def _places(slots: tuple[str, ...], at: Site, scene: Scene) -> list[tuple[str, Token]]:
    """The places in the first slot that names any: each stop of a tour is an event of its own."""
    for slot in slots:
        named = [(places_of(token, scene), token) for token in slot_tokens(slot.partition(":")[0], at)]
        if found := [(some[0], token) for some, token in named if some]:
            return found
    return []


def _role(
    slots: tuple[str, ...], at: Site, scene: Scene, used: Mapping[Token, None], detail: bool, land: bool
) -> tuple[tuple[str, ...], list[str], list[Token]]:
    """Who fills the role: ids, texts for a role of words, and the head words."""
    found: dict[str, None] = {}
    texts: list[str] = []
    tokens: list[Token] = []
    for slot in slots:
        if slot.startswith("or ") and (found or texts):
            continue
        name, _, kind = slot.removeprefix("or ").partition(":")
        for token in slot_tokens(name, at):
            thing = kind == "thing" and not actors_of(token, scene)
            if (kind == "text" or thing or (detail and not kind)) and scene.date(token) is None:
                texts.append(phrase(token))
                tokens.append(token)
                continue
            if detail or kind in ("thing", "text") or (token in used and not at.noun):
                continue
            ids = actors_of(token, scene) or (scene.places(token) if land else ())
            if kind == "place":
                ids = ids if scene.places(token) else ()
            if kind in conditions() - {"actor", "place"} and not matches(token, kind, scene):
                ids = ()
            if ids:
                found.update(dict.fromkeys(ids))
                tokens.append(token)
    return tuple(found), texts, tokens


def _meets(frame: Frame, at: Site, scene: Scene) -> bool:
    """Whether the frame's conditions hold."""
    for slot, allowed in frame.requires.items():
        if not any(matches(one, kind, scene) for one in _condition_tokens(slot, frame, at) for kind in allowed):
            return False
    for slot, refused in frame.refuses.items():
        if any(matches(one, kind, scene) for one in _condition_tokens(slot, frame, at) for kind in refused):
            return False
    return True


def _is_filled(candidate: Candidate, scene: Scene) -> bool:
    """Whether enough take part for an event of the kind, and not only those who make none."""
    filled = len({one for ids in candidate.roles.values() for one in ids})
    if filled and _only(candidate.event_type.never, candidate, scene):
        return False
    return candidate.frame.bare or filled >= candidate.frame.least


def _only(types: tuple[str, ...], candidate: Candidate, scene: Scene) -> bool:
    """Whether everyone who takes part is of these types: a deal between two firms."""
    return all(scene.entities[one].type in types for ids in candidate.roles.values() for one in ids)


def _condition_tokens(slots: str, frame: Frame, at: Site) -> Iterator[Token]:
    """The words that a condition is about: those of a role, of a slot, or of several ("on|to")."""
    for slot in slots.split("|"):
        if slot == "setting":
            yield from at.token.sent
            return
        names = frame.roles.get(slot, (slot,))
        if slot == "any":
            names = (*(one for some in frame.roles.values() for one in some), "in", "modifier")
        for name in names:
            yield from slot_tokens(name.removeprefix("or ").partition(":")[0], at)
