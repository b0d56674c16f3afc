"""Acts of speech: who says what kind of thing to whom, about which events."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.lexicon import needs_clause, sayings
from verbale.events.roles import actors_of
from verbale.events.scene import Scene
from verbale.model import Document, Entity, Event, Paragraph, PartialDate, Span, Speech, article_hash

__all__ = ["speech"]

_COMPLEMENTS = ("ccomp", "xcomp", "acl")


def speech(
    document: Document,
    paragraphs: Sequence[Paragraph],
    entities: Sequence[Entity],
    events: Sequence[Event],
    times: Mapping[Span, PartialDate],
) -> tuple[Speech, ...]:
    """The acts of speech that the article reports, in the order of the text."""
    scene = Scene(document, paragraphs, entities, times)
    article = article_hash(document)
    found = []
    for sentence in scene.sentences:
        for token in sentence:
            said = _said(token, scene)
            if said is not None:
                found.append(_speech(token, *said, events, scene, article))
    return tuple(found)


def _said(token: Token, scene: Scene) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    if token.pos_ != "VERB":
        if token.lower_ == "according":
            speakers = [
                one for prep, obj in clauses.prepositions(token) if prep == "to" for one in actors_of(obj, scene)
            ]
            return ("say", tuple(dict.fromkeys(speakers)), ()) if speakers else None
        return None
    act = next((act for rest, act in sayings().get(token.lemma_, ()) if _below(token, rest)), None)
    if act is None:
        return None
    speakers = tuple(dict.fromkeys(one for agent in clauses.agents(token) for one in actors_of(agent, scene)))
    addressees = tuple(
        dict.fromkeys(one for obj in _addressed(token) for one in actors_of(obj, scene) if one not in speakers)
    )
    if not speakers:
        return None
    if token.lemma_ in needs_clause() and not addressees and not any(c.dep_ in _COMPLEMENTS for c in token.children):
        return None
    return act, speakers, addressees


def _addressed(token: Token) -> Iterator[Token]:
    yield from clauses.objects(token)
    for prep, obj in clauses.prepositions(token):
        if prep in ("to", "on", "upon", "against", "with"):
            yield obj


def _below(token: Token, rest: tuple[str, ...]) -> bool:
    at = [token]
    for word in rest:
        found = next((c for one in at for c in one.children if word in (c.lemma_.lower(), c.lower_)), None)
        if found is None:
            return False
        at.append(found)
    return True


def _speech(
    token: Token,
    act: str,
    speakers: tuple[str, ...],
    addressees: tuple[str, ...],
    events: Sequence[Event],
    scene: Scene,
    article: str,
) -> Speech:
    span = _passage(token, scene)
    about = tuple(event.id for event in events if any(span.start <= one.start < span.end for one in event.evidence))
    trigger = scene.span([token])
    when = next((when for child in token.subtree if (when := scene.date(child)) and child.head == token), None)
    return Speech(f"speech/{article}/{act}-{trigger.start}", act, speakers, span, trigger, addressees, about, when)


def _passage(token: Token, scene: Scene) -> Span:
    sentence = [one for one in token.sent if not one.is_space]
    return scene.span([sentence[0], sentence[-1]])
