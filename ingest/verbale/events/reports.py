"""Acts of speech: who says what kind of thing to whom, about which events."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.lexicon import needs_clause, predicates, saying_nouns, sayings, words
from verbale.events.persons import name_first_persons
from verbale.events.quotes import Quotes
from verbale.events.roles import actors_of
from verbale.events.scene import Scene
from verbale.model import Document, Entity, Event, Paragraph, PartialDate, Span, Speech, article_hash

__all__ = ["speech"]

_COMPLEMENTS = ("ccomp", "xcomp", "acl")
_ADDRESSED = ("to", "on", "upon", "against", "with", "for")
_REPORTING = frozenset({"say", "tell", "state", "add", "claim", "believe", "argue", "insist", "note", "write", "tweet"})
_SUSPECTING = frozenset(
    {"claim", "allege", "believe", "suspect", "think", "contend", "assert", "maintain", "attribute"}
)


@dataclass(frozen=True, slots=True)
class _Said:
    token: Token
    act: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...] = ()


def speech(
    document: Document,
    paragraphs: Sequence[Paragraph],
    entities: Sequence[Entity],
    events: Sequence[Event],
    times: Mapping[Span, PartialDate],
) -> tuple[Speech, ...]:
    """The acts of speech that the article reports, in the order of the text."""
    scene = Scene(document, paragraphs, entities, times)
    name_first_persons(scene)
    article = article_hash(document)
    found: list[Speech] = []
    for sentence in scene.sentences:
        for token in sentence:
            said = _other(token, scene) or _verb(token, scene)
            if said is not None:
                found.append(_speech(said, events, scene, article))
    return tuple({one.id: one for one in found}.values())


def _other(token: Token, scene: Scene) -> _Said | None:
    """ "according to X", "attributable to X", and nouns of saying with whose they are: "Norway's call for talks"."""
    if token.lower_ in ("according", "attributable"):
        who = tuple(one for prep, obj in clauses.prepositions(token) if prep == "to" for one in actors_of(obj, scene))
        return _Said(token, "say", tuple(dict.fromkeys(who))) if who else None
    act = saying_nouns().get(token.lemma_.lower())
    if act is None or token.pos_ != "NOUN" or clauses.support(token) is not None:
        return None
    owners = [child for child in token.children if child.dep_ == "poss"]
    owners += [obj for prep, obj in clauses.prepositions(token) if prep in ("by", "from")]
    who = tuple(dict.fromkeys(one for owner in owners for one in actors_of(owner, scene)))
    return _Said(token, act, who) if who and act not in ("say", "vow") else None


def _verb(token: Token, scene: Scene) -> _Said | None:
    if token.pos_ not in ("VERB", "AUX"):
        return None
    act = next((act for rest, act in sayings().get(token.lemma_, ()) if _below(token, rest)), None)
    if act is None or any(child.dep_ == "neg" for child in token.children):
        return None
    speakers = tuple(dict.fromkeys(one for agent in clauses.agents(token) for one in _who(agent, scene)))
    if not speakers:
        return None
    addressees = tuple(
        dict.fromkeys(one for obj in _addressed(token) for one in actors_of(obj, scene) if one not in speakers)
    )
    complement = any(child.dep_ in _COMPLEMENTS for child in token.children)
    if token.lemma_ in needs_clause() and not addressees and not complement and not _quoted_object(token):
        return None
    return _Said(token, _by_content(token, act), speakers, addressees)


def _who(agent: Token, scene: Scene) -> tuple[str, ...]:
    return scene.voice(agent) or actors_of(agent, scene)


def _quoted_object(token: Token) -> bool:
    return any(child.dep_ in ("dobj", "oprd", "prep") for child in token.children) and token.lemma_ in _FREE


_FREE = frozenset(
    {"describe", "stress", "emphasize", "emphasise", "underscore", "highlight", "discuss", "call", "note", "reaffirm",
     "reiterate", "commend", "welcome", "condemn", "oppose", "question", "support", "remember", "honor", "speak"}
)  # fmt: skip


def _by_content(token: Token, act: str) -> str:
    """The act of a plain saying, by what is said: a demand, a promise, a reproach."""
    if act != "say":
        return act
    content = [child for child in token.children if child.dep_ in ("ccomp", "oprd", "xcomp")]
    for clause in content:
        near = [
            clause,
            *(c for c in clause.children if c.dep_ in ("aux", "acomp", "attr", "amod", "dobj", "oprd", "xcomp", "neg")),
        ]
        near += [g for c in clause.children if c.dep_ in ("acomp", "attr", "dobj", "xcomp") for g in c.children]
        lemmas = {one.lemma_.lower() for one in near}
        for name, marks in predicates().items():
            if lemmas & marks:
                return name
    return act


def _addressed(token: Token) -> Iterator[Token]:
    yield from clauses.objects(token)
    for prep, obj in clauses.prepositions(token):
        if prep in _ADDRESSED:
            yield obj


def _below(token: Token, rest: tuple[str, ...]) -> bool:
    at = [token]
    for word in rest:
        found = next((c for one in at for c in one.children if word in (c.lemma_.lower(), c.lower_)), None)
        if found is None:
            return False
        at.append(found)
    return True


def _speech(said: _Said, events: Sequence[Event], scene: Scene, article: str) -> Speech:
    span = _passage(said.token, scene)
    about = tuple(event.id for event in events if any(span.start <= one.start < span.end for one in event.evidence))
    trigger = scene.span([said.token])
    when = next((when for child in said.token.subtree if (when := scene.date(child))), None)
    return Speech(
        f"speech/{article}/{said.act}-{trigger.start}",
        said.act,
        said.speakers,
        span,
        trigger,
        said.addressees,
        about,
        when,
    )


def _passage(token: Token, scene: Scene) -> Span:
    sentence = [one for one in token.sent if not one.is_space]
    return scene.span([sentence[0], sentence[-1]])


_ = (Quotes, words, _REPORTING, _SUSPECTING)
