"""How an event is held where it is told: as fact, planned, feared, alleged, or denied, and on whose word."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.lexicon import Mood, is_claimant, mood_of, saying
from verbale.events.roles import actors_of
from verbale.events.scene import Scene

__all__ = ["Mood", "Standing", "standing"]

Effect = tuple[Token | None, Mood]

_STRENGTH: tuple[Mood, ...] = ("occurred", "alleged", "planned", "hypothetical", "negated")
_MODALS: dict[str, Mood] = {
    "will": "planned",
    "shall": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "wo": "planned",
    "would": "hypothetical",
    "could": "hypothetical",
    "may": "hypothetical",
    "might": "hypothetical",
    "should": "hypothetical",
    "must": "hypothetical",
    "can": "hypothetical",
    "ca": "hypothetical",
    "ought": "hypothetical",
}
_REPORTED = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})
_ADJECTIVES: dict[str, Mood] = {
    "alleged": "alleged",
    "reported": "alleged",
    "suspected": "alleged",
    "purported": "alleged",
    "planned": "planned",
    "upcoming": "planned",
    "scheduled": "planned",
    "forthcoming": "planned",
    "next": "planned",
    "future": "planned",
    "further": "hypothetical",
    "proposed": "hypothetical",
    "possible": "hypothetical",
    "potential": "hypothetical",
    "feared": "hypothetical",
    "threatened": "hypothetical",
}
_RESOLVED = frozenset({"decide", "vote", "choose", "opt"})  # in the past: done
_VERBAL = ("VERB", "AUX")
_CALLS = frozenset({"call", "demand", "request", "plan", "possibility", "risk", "threat", "prospect", "fear", "danger"})
_DEFINITE = frozenset({"the", "this", "these", "those", "that"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The mood of an event where it is told, and whose word it is there."""

    mood: Mood
    claimants: tuple[str, ...] = ()


def standing(token: Token, noun: bool, scene: Scene) -> Standing:
    """How the event of a trigger is held, read off the words that govern it."""
    mood: Mood = "occurred"
    claimants: dict[str, None] = {}
    for word, effect in _noun_effects(token) if noun else _verb_effects(token):
        if _STRENGTH.index(effect) > _STRENGTH.index(mood):
            mood = effect
        if word is not None and effect != "negated" and is_claimant(word):
            claimants.update(dict.fromkeys(_speakers(word, scene)))
    return Standing(mood, tuple(claimants))


def _speakers(word: Token, scene: Scene) -> tuple[str, ...]:
    holders = clauses.agents(word) if word.pos_ in _VERBAL else clauses.holders(word)
    return tuple(one for holder in holders for one in scene.voice(holder) or actors_of(holder, scene))


def _noun_effects(noun: Token) -> Iterator[Effect]:
    """A noun of action: its own adjectives, the verb that carries it, the word that it completes."""
    definite = False
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ == "no":
            yield None, "negated"
        elif child.dep_ == "amod" and child.lower_ in _ADJECTIVES:
            yield None, _ADJECTIVES[child.lower_]
        elif (child.dep_ == "det" and child.lower_ in _DEFINITE) or child.dep_ == "poss" or _names(child):
            definite = True
    carrier = clauses.support(noun)
    if carrier is not None and carrier.head is not noun:
        yield from _governed_by(carrier, noun)
        yield from _verb_effects(carrier)
        return
    if carrier is not None:
        yield from _own(carrier)
    head = noun
    while head.dep_ in ("conj", "appos") and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ in ("dobj", "nsubjpass") and head.head.pos_ in _VERBAL:
        yield from _governed_by(head.head, noun)
        if not definite:
            yield from _verb_effects(head.head)
    elif head.dep_ == "pobj" and head.head.lower_ in ("for", "of", "to", "on", "in"):
        yield from _completing(head, definite)


def _names(child: Token) -> bool:
    """Whether a modifier names whose it is, which takes the event as known: "Chilean aggression"."""
    return child.dep_ in ("amod", "compound", "nmod") and (
        child.pos_ == "PROPN" or child.ent_type_ in ("NORP", "GPE", "ORG")
    )


def _completing(noun: Token, definite: bool) -> Iterator[Effect]:
    """A noun behind a preposition: "calls for talks", "the risk of war"."""
    prep, above = noun.head.lower_, noun.head.head
    if above.pos_ in ("NOUN", "ADJ") and prep in ("for", "of"):
        effect = mood_of(above, "nouns")
        if effect is not None and (not definite or above.lemma_ in _CALLS):
            yield above, effect
    elif above.pos_ == "VERB" and prep == "for" and (effect := mood_of(above, "verbs")):
        yield above, effect
    elif above.pos_ == "VERB" and not definite:
        yield from _verb_effects(above)


def _governed_by(verb: Token, noun: Token) -> Iterator[Effect]:
    """A bare object: "demand talks", "plan an attack", "deny the attack"."""
    effect = mood_of(verb, "verbs")
    if effect is not None and verb.lemma_ not in (
        "report",
        "lead",
        "order",
        "block",
        "stop",
        "discuss",
        "allow",
        "reject",
    ):
        yield verb, effect


def _verb_effects(verb: Token) -> Iterator[Effect]:
    """A verb: its own negation and modals, then the words above whose complement it is."""
    yield from _own(verb)
    below = verb
    for _ in range(8):
        word = below.head
        if below.dep_ == "conj" and word.pos_ in _VERBAL:
            if below.tag_ == word.tag_ and not any(child.dep_ == "aux" for child in below.children):
                yield from _own(word)
            below = word
            continue
        if below.dep_ in ("xcomp", "ccomp", "oprd", "acomp"):
            yield from _complement(below, word)
        elif below.dep_ == "pcomp":
            word = word.head
            kind = "verbs" if word.pos_ in _VERBAL else "nouns"
            effect = mood_of(word, kind)
            if effect is None:
                return
            yield word, effect
        elif below.dep_ == "acl" and _clausal(below) and (effect := mood_of(word, "nouns")):
            yield word, effect
            if word.dep_ in ("dobj", "nsubjpass") and word.head.pos_ in _VERBAL:
                yield from _own(word.head)
            return
        elif below.dep_ == "advcl" and _infinitive(below):
            yield from _purpose(word)
            return
        else:
            return
        if word.pos_ not in _VERBAL and word.pos_ != "ADJ":
            return
        below = word


def _complement(below: Token, word: Token) -> Iterator[Effect]:
    effect = mood_of(word, "verbs")
    if effect == "planned" and word.tag_ in ("VBD", "VBN") and word.lemma_ in _RESOLVED and not list(_own(word)):
        effect = None
    if word.lemma_ == "be" and below.dep_ == "xcomp" and _infinitive(below):
        yield None, "planned"
    elif effect is not None and not (effect == "alleged" and below.dep_ == "oprd"):
        yield word, effect
    elif saying(word) and below.dep_ == "ccomp":
        yield word, "occurred"
    if below.dep_ == "xcomp" or not saying(word):
        yield from _own(word)


def _purpose(main: Token) -> Iterator[Effect]:
    moods = [effect for _, effect in _own(main)]
    yield None, "planned" if "planned" in moods else "hypothetical" if "hypothetical" in moods else "occurred"
    if not moods:
        yield None, "hypothetical"


def _clausal(verb: Token) -> bool:
    """An infinitive, or a clause with "that": "plans to visit", "fears that it will attack"."""
    return _infinitive(verb) or any(child.dep_ == "mark" for child in verb.children)


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _own(verb: Token) -> Iterator[Effect]:
    demanded = any(child.dep_ == "aux" and child.lower_ in ("should", "must", "ought") for child in verb.children)
    for child in verb.children:
        if child.dep_ == "neg" and demanded:
            continue
        if child.dep_ == "neg" or (child.dep_ == "preconj" and child.lower_ == "neither"):
            yield None, "negated"
        elif child.dep_ == "aux" and child.lower_ in _MODALS:
            yield None, _modal(child, verb)
        elif child.dep_ == "aux" and child.lower_ == "to" and verb.dep_ == "ROOT":
            yield None, "planned"
        elif child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            yield None, "hypothetical"
        elif child.dep_ == "advmod" and child.lower_ in _REPORTED:
            yield None, "alleged"
        elif (
            not demanded
            and child.dep_ in ("nsubj", "nsubjpass")
            and any(one.lower_ in ("no", "neither") for one in child.children)
        ):
            yield None, "negated"


def _modal(modal: Token, verb: Token) -> Mood:
    """What a modal says; "would" under a verb of saying in the past is the future of that past."""
    told = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and saying(verb.head) is not None
    if told and modal.lower_ == "would" and not any(child.dep_ == "advcl" for child in verb.children):
        return "planned"
    return _MODALS[modal.lower_]
