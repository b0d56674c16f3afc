"""One telling of an event: where and when its words put it, how they hold it, and the words themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.dating import date_of
from verbale.events.scene import Scene
from verbale.events.stances import Standing, standing
from verbale.events.triggers import Candidate, candidates, places_of
from verbale.model import PartialDate, Span

__all__ = ["Telling", "passage", "tellings"]

_WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "on", "off", "across", "around", "throughout", "within", "along"}
)
_INSIDE = frozenset({"in", "at", "near", "outside", "inside", "across"})
_SHORT = ("det", "compound", "amod", "nmod", "poss", "nummod", "case", "quantmod")


@dataclass(frozen=True, slots=True)
class Telling:
    """A candidate with its place, date, standing and passage."""

    candidate: Candidate
    place: str | None
    when: PartialDate | None
    standing: Standing
    weak: bool  # a noun that takes the event as known says little about how it is held
    evidence: Span

    @property
    def token(self) -> Token:
        """The trigger."""
        return self.candidate.site.token

    @property
    def kind(self) -> str:
        """The event kind that the trigger names."""
        return self.candidate.frame.kind_of(self.candidate.trigger)


def tellings(scene: Scene) -> Iterator[Telling]:
    """Every telling of an event, in the order of the text."""
    for candidate in candidates(scene):
        at = candidate.site
        anchors = [at.token] + ([at.carrier] if at.carrier is not None else [])
        when, dated = date_of(anchors, scene)
        place, where = (candidate.place, None) if candidate.place else _where(anchors, candidate.tokens, scene)
        yield Telling(
            candidate=candidate,
            place=place,
            when=when,
            standing=standing(at.token, at.noun, scene),
            weak=at.noun and at.carrier is None,
            evidence=passage(candidate, [one for one in (dated, where) if one is not None], scene),
        )


def _where(anchors: list[Token], used: tuple[Token, ...], scene: Scene) -> tuple[str | None, Token | None]:
    """The place beside the trigger; else beside those who take part, or in the clauses that it depends on."""
    for anchor in anchors:
        for prep, obj in clauses.prepositions(anchor):
            if prep == "on" and obj in used:  # "sanctions on Mali" are not in Mali
                continue
            if prep in _WHERE and (found := places_of(obj, scene)):
                return found[0], obj
    sentence = anchors[0].sent
    around = [one for one in used if one.doc is sentence.doc and sentence.start <= one.i < sentence.end]
    governor = _above(anchors[-1])
    while governor is not None:
        around.append(governor)
        governor = _above(governor)
    for one in around:
        for prep, obj in clauses.prepositions(one):
            if prep in _INSIDE and obj not in used and (found := places_of(obj, scene)):
                return found[0], obj
    return None, None


def _above(verb: Token) -> Token | None:
    """The verb on which a verb depends as a part of what happens: "died after being shot"."""
    if verb.dep_ not in ("advcl", "xcomp", "conj", "pcomp"):
        return None
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return head if head.pos_ in ("VERB", "AUX") else None


def passage(candidate: Candidate, also: list[Token], scene: Scene) -> Span:
    """The shortest stretch that shows the event: the trigger with its participants, place and date, in its sentence."""
    token = candidate.site.token
    keep: list[Token] = [token, *candidate.site.token.children] if candidate.site.noun else [token]
    if candidate.site.carrier is not None:
        keep.append(candidate.site.carrier)
    objects = [] if candidate.site.noun else list(clauses.direct_objects(token)[:1])
    for one in (*candidate.tokens, *objects, *also):
        if one.sent == token.sent and one not in keep:
            keep += _short(one)
    return scene.span([one for one in keep if not one.is_punct] or [token])


def _short(token: Token) -> list[Token]:
    found = [token]
    for child in token.children:
        if child.dep_ in _SHORT:
            found += list(child.subtree)
    return found
