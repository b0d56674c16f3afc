"""Events: candidates with their dates, places and words, told again or not."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from verbale.events import clauses, merge
from verbale.events.dating import date_of
from verbale.events.persons import name_first_persons
from verbale.events.scene import Scene
from verbale.events.stances import standing
from verbale.events.triggers import Candidate, candidates
from verbale.model import Document, Entity, Event, Paragraph, PartialDate, Span, article_hash

__all__ = ["events"]

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "on", "off", "across", "around", "throughout", "within"})


def events(
    document: Document,
    paragraphs: Sequence[Paragraph],
    entities: Sequence[Entity],
    times: Mapping[Span, PartialDate],
) -> tuple[Event, ...]:
    """The happenings that the article tells of, each once, in the order of their first mention."""
    scene = Scene(document, paragraphs, entities, times)
    name_first_persons(scene)
    told = [_told(candidate, scene) for candidate in candidates(scene)]
    return merge.merged(told, scene, article_hash(document))


def _told(candidate: Candidate, scene: Scene) -> merge.Told:
    token = candidate.site.token
    when = date_of(_anchors(candidate), scene)
    place = candidate.place or _where(candidate, scene)
    return merge.Told(
        candidate=candidate,
        place=place,
        when=when,
        standing=standing(token, candidate.site.noun, scene),
        weak=candidate.site.noun and candidate.site.carrier is None,
        evidence=passage(candidate, scene),
    )


def _anchors(candidate: Candidate) -> list[Token]:
    at = candidate.site
    return [at.token] + ([at.carrier] if at.carrier is not None else [])


def _where(candidate: Candidate, scene: Scene) -> str | None:
    for anchor in _anchors(candidate):
        for prep, obj in clauses.prepositions(anchor):
            if prep in _WHERE and (found := scene.places(obj)):
                return found[0]
    return None


def passage(candidate: Candidate, scene: Scene) -> Span:
    """The shortest stretch that shows the event: the trigger with its participants, inside its sentence."""
    token = candidate.site.token
    keep: list[Token] = [token, *candidate.site.token.children] if candidate.site.noun else [token]
    if candidate.site.carrier is not None:
        keep.append(candidate.site.carrier)
    for one in candidate.tokens:
        if one.sent == token.sent:
            keep += _short(one)
    keep = [one for one in keep if not one.is_punct]
    return scene.span(keep)


def _short(token: Token) -> list[Token]:
    found = [token]
    for child in token.children:
        if child.dep_ in ("det", "compound", "amod", "nmod", "poss", "nummod", "case"):
            found += list(child.subtree)
    return found
