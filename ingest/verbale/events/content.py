"""What a plain saying does, by what is said: a demand, a promise, a reproach."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.frames import event_type
from verbale.events.lexicon import predicates, themes, words
from verbale.events.roles import actors_of
from verbale.events.scene import Scene
from verbale.model import Event

__all__ = ["accuses", "act_of", "by_content", "is_demand"]

_CLOSE = ("aux", "acomp", "attr", "dobj", "xcomp", "oprd", "amod", "advmod")
_DONE = frozenset({"did", "had", "has", "have", "was", "were"})
_WILL = frozenset({"will", "would", "'ll", "’ll"})


def by_content(token: Token, act: str, speakers: tuple[str, ...], scene: Scene) -> str:
    """The act of a plain saying by its clause; other acts stay what they are."""
    if act not in ("say", "vow"):
        return act
    for thing in clauses.direct_objects(token)[:1] if token.lemma_ not in words("neutral") else ():
        if (theme := themes().get(thing.lemma_.lower())) is not None:
            return theme
    if act == "vow":
        return act
    for clause in token.children:
        if clause.dep_ not in ("ccomp", "oprd", "xcomp"):
            continue
        if (found := act_of(clause)) is not None:
            return found
        if clause.dep_ == "oprd" and token.lemma_ == "call":
            return "criticise"
        if clause.dep_ == "ccomp" and token.lemma_ in ("claim", "allege") and _of_others(clause, speakers, scene):
            return "accuse"
        if clause.dep_ == "ccomp" and _of_oneself(clause, speakers, scene):
            if _denies(clause):
                return "deny"
            if any(child.dep_ == "aux" and child.lower_ in _WILL for child in clause.children):
                return "announce"
    return act


def act_of(clause: Token) -> str | None:
    """The act that the words of a clause make of it: "is unacceptable", "must leave"; None for a plain one."""
    if is_demand(clause):
        return "demand"
    near = [clause, *(child for child in clause.children if child.dep_ in _CLOSE)]
    near += [below for child in near[1:] if child.dep_ in _CLOSE[1:] for below in child.children]
    lemmas = {one.lemma_.lower() for one in near}
    return next((name for name, marks in predicates().items() if lemmas & marks), None)


def is_demand(verb: Token) -> bool:
    """Whether a clause asks for something without saying whom: "it is critical that they leave"."""
    return (
        verb.lemma_ == "be"
        and any(child.lower_ == "it" and child.dep_ in ("nsubj", "expl") for child in verb.children)
        and any(child.dep_ == "acomp" and child.lemma_.lower() in words("demanded") for child in verb.children)
    )


def _of_others(clause: Token, speakers: tuple[str, ...], scene: Scene) -> bool:
    """Whether what is claimed is about another actor."""
    named = {one for doer in clauses.subjects(clause) for one in actors_of(doer, scene)}
    return bool(named) and not named & set(speakers)


def _of_oneself(clause: Token, speakers: tuple[str, ...], scene: Scene) -> bool:
    """Whether what is said is about the one who says it: "said it would", "France said France will"."""
    doers = clauses.subjects(clause)
    named = {one for doer in doers for one in actors_of(doer, scene)}
    return bool(named & set(speakers)) or (not named and any(one.lower_ in words("self-reference") for one in doers))


def _denies(clause: Token) -> bool:
    """Whether a clause says that something was not done, rather than is not thought or will not be."""
    return any(child.dep_ == "neg" for child in clause.children) and any(
        child.dep_ in ("aux", "auxpass") and child.lower_ in _DONE for child in clause.children
    )


def accuses(saying: Token, speakers: tuple[str, ...], about: Sequence[Event]) -> bool:
    """Whether a plain claim puts a hostile act on someone else."""
    if saying.lemma_ not in words("claiming"):
        return False
    for event in about:
        of_type = event_type(event.type)
        doers = event.roles.get(of_type.core[0], ())
        if of_type.reproach and doers and not set(doers) & set(speakers):
            return True
    return False
