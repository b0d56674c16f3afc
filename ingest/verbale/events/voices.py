"""Claims: on whose word, and in which stance, each event, act of speech and tenure stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.frames import by_lemma
from verbale.events.lexicon import saying, speaks
from verbale.events.persons import issuers, quoted_speakers
from verbale.events.quotes import Quotes
from verbale.events.roles import actors_of
from verbale.events.scene import Scene, Weighed
from verbale.events.stances import Standing, standing
from verbale.events.triggers import stands
from verbale.model import Claim, Event, Span, Speech, Stance, Tenure

__all__ = ["claims"]

_STANCES: dict[str, Stance] = {
    "occurred": "asserted",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "alleged": "alleged",
    "negated": "denied",
}
_ORDER = ("occurred", "alleged", "negated", "planned", "hypothetical")


def claims(
    scene: Scene, events: Sequence[Event], speech: Sequence[Speech], tenures: Sequence[Tenure]
) -> tuple[Claim, ...]:
    """Whose word each situation is: at least one claim for every event, act of speech and tenure.

    What the article tells as fact in one place is its own claim, whoever else says it.
    """
    quoted = quoted_speakers(scene, quotes := Quotes(scene))
    signed = issuers(scene)
    found: list[Claim] = []
    for event in events:
        told = list(_event_claims(event, list(_held(event, scene, quotes, quoted, signed))))
        found += [*told, *_argument_claims(event, told, scene, quotes, quoted)]
    facts = {one.situation for one in found if one.claimant is None and one.stance == "asserted"}
    for one in speech:
        found.append(Claim(one.id, None, "asserted", one.evidence))
        if one.act == "deny":
            found += [
                Claim(about, who, "denied", one.evidence)
                for about in one.about
                if about not in facts
                for who in one.speakers
            ]
    found += [Claim(one.id, None, "asserted", one.evidence) for one in tenures]
    return tuple(dict.fromkeys(found))


def _held(
    event: Event, scene: Scene, quotes: Quotes, quoted: Mapping[int, tuple[str, ...]], signed: tuple[str, ...]
) -> Iterator[tuple[Standing, bool, Span]]:
    """How each telling of the event is held, whether it takes the event as known, and its words."""
    for span in event.evidence:
        if (weighed := scene.weighed(event.type, span)) is not None:
            known = weighed.noun and clauses.support(weighed.trigger) is None
            held = _weighed(weighed, scene, quotes, quoted, signed)
            if held.mood == "planned" and scene.is_past(event.starts):
                held = Standing("occurred", held.claimants)
            yield held, known, span
            continue
        found = _trigger(event, span, scene)
        if found is None:
            continue
        token, noun = found
        held = _standing(token, noun, scene, quotes, quoted)
        if held.mood in ("planned", "hypothetical") and not held.claimants:
            held = Standing(held.mood, _speaking_above(token, scene) or signed)
        if held.mood == "occurred" and scene.is_to_come(event.starts):
            held = Standing("planned", held.claimants)
        if held.mood == "occurred" and held.claimants and not noun:
            held = Standing("alleged", held.claimants)
        yield held, noun and clauses.support(token) is None, span


def _weighed(
    weighed: Weighed, scene: Scene, quotes: Quotes, quoted: Mapping[int, tuple[str, ...]], signed: tuple[str, ...]
) -> Standing:
    """How another reader holds a telling; whose word it is there, where that reader found nobody's."""
    token, mood, claimants = weighed.trigger, weighed.mood, weighed.claimants
    said_by = _said_by(token, scene, quotes, quoted)
    if mood == "occurred" and not weighed.noun and said_by and not set(said_by) & set(signed):
        return Standing("alleged", said_by)
    if mood in ("planned", "hypothetical", "alleged") and not claimants:
        claimants = said_by or _speaking_above(token, scene) or (() if mood == "alleged" else signed)
    return Standing(mood, _with_issuers(claimants, signed))


def _with_issuers(claimants: tuple[str, ...], signed: tuple[str, ...]) -> tuple[str, ...]:
    """Who claims it; in an official statement one issuer speaks for all."""
    return tuple(dict.fromkeys((*claimants, *signed))) if set(claimants) & set(signed) else claimants


def _standing(
    token: Token, noun: bool, scene: Scene, quotes: Quotes, quoted: Mapping[int, tuple[str, ...]]
) -> Standing:
    held = standing(token, noun, scene)
    return held if held.claimants else Standing(held.mood, _said_by(token, scene, quotes, quoted))


def _trigger(event: Event, span: Span, scene: Scene) -> tuple[Token, bool] | None:
    tokens = scene.tokens(span)
    tokens.sort(key=lambda token: scene.offset(token) != event.trigger.start)
    for token in tokens:
        for trigger in by_lemma().get(token.lemma_.lower(), ()):
            if trigger.type.name == event.type and stands(trigger, token):
                return token, trigger.noun
    return None


def _said_by(token: Token, scene: Scene, quotes: Quotes, quoted: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Whose words an event without a governing verb of saying stands in: a quotation's, or "according to" someone's."""
    if quotes.inside(token):
        return quoted.get(scene.offset(token.sent[0]), ())
    below = (child for word in (token, *token.ancestors) for child in word.children)
    source = next((child for child in below if child.lower_ == "according"), None)
    named = clauses.prepositions(source) if source is not None else ()
    return tuple(one for prep, obj in named if prep == "to" for one in actors_of(obj, scene))


def _speaking_above(token: Token, scene: Scene) -> tuple[str, ...]:
    """Who speaks in the sentence of which the event is a part, however far above; not who denies it."""
    for word in token.ancestors:
        if word.pos_ == "VERB" and speaks(word) and saying(word) != "deny":
            who = tuple(one for agent in clauses.agents(word) for one in scene.voice(agent) or actors_of(agent, scene))
            if who:
                return who
    return ()


def _event_claims(event: Event, held: Sequence[tuple[Standing, bool, Span]]) -> Iterator[Claim]:
    strong = [one for one in held if not one[1]] or list(held)
    if not strong:
        yield Claim(event.id, None, "asserted", event.evidence[0])
        return
    mood = min((one[0].mood for one in strong), key=_ORDER.index)
    own = [span for standing, _, span in strong if standing.mood == mood and not standing.claimants]
    if own or mood in ("occurred", "negated"):
        yield Claim(event.id, None, _STANCES[mood], own[0] if own else event.evidence[0])
    for standing_, _, span in strong:
        if standing_.mood == mood != "negated":
            yield from (Claim(event.id, who, _STANCES[mood], span) for who in standing_.claimants)


def _argument_claims(
    event: Event, told: Sequence[Claim], scene: Scene, quotes: Quotes, quoted: Mapping[int, tuple[str, ...]]
) -> Iterator[Claim]:
    """Claims in the words that name those whom no claim's words name yet: by whoever says it there."""
    shown = [claim.passage for claim in told]
    own = [claim for claim in told if claim.claimant is None]
    left: list[str] = []
    for who in dict.fromkeys(one for ids in event.roles.values() for one in ids):
        if any(scene.names(who, one) for one in shown):
            continue
        there = next((one for one in (*event.evidence, *event.elsewhere) if scene.names(who, one)), None)
        if there is None:
            left.append(who)
            continue
        shown.append(there)
        token, noun = _trigger(event, there, scene) or _root(there, scene)
        held = _standing(token, noun, scene, quotes, quoted)
        stance = _STANCES["alleged" if held.mood == "occurred" and not noun else held.mood]
        if not held.claimants:
            yield from (replace(claim, passage=there) for claim in own or told)
        elif stance != "denied":
            yield from (Claim(event.id, claimant, stance, there) for claimant in held.claimants)
    for claim in told:  # a telling's sentence may name those whom its shortest passage leaves out
        if (longer := scene.stretched(claim.passage, left)) != claim.passage:
            yield replace(claim, passage=longer)


def _root(span: Span, scene: Scene) -> tuple[Token, bool]:
    """The word on which the others of a passage depend, and whether it is a noun."""
    words = scene.tokens(span)
    root = next(word for word in words if word.head not in words or word.head == word)
    return root, root.pos_ not in ("VERB", "AUX")
