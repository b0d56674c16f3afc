"""Claims: on whose word, and in which stance, each event, act of speech and tenure stands."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.events.persons import name_first_persons
from verbale.events.scene import Scene
from verbale.events.stances import standing
from verbale.model import Claim, Document, Entity, Event, Paragraph, Speech, Stance, Tenure

__all__ = ["claims"]

_STANCES: dict[str, Stance] = {
    "occurred": "asserted",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "alleged": "alleged",
    "negated": "denied",
}


def claims(
    document: Document,
    paragraphs: Sequence[Paragraph],
    entities: Sequence[Entity],
    events: Sequence[Event],
    speech: Sequence[Speech],
    tenures: Sequence[Tenure],
) -> tuple[Claim, ...]:
    """Whose word each situation is: at least one claim for every event, act of speech and tenure."""
    scene = Scene(document, paragraphs, entities, {})
    name_first_persons(scene)
    tokens = {scene.offset(token): token for paragraph in paragraphs for token in paragraph.doc}
    found: list[Claim] = []
    for event in events:
        found += _event_claims(event, tokens[event.trigger.start], scene)
    found += [Claim(one.id, None, "asserted", one.evidence) for one in speech]
    found += [Claim(one.id, None, "asserted", one.evidence) for one in tenures]
    return tuple(found)


def _event_claims(event: Event, token: Token, scene: Scene) -> list[Claim]:
    held = standing(token, token.pos_ != "VERB", scene)
    stance = _STANCES[held.mood]
    if held.mood in ("alleged", "planned", "hypothetical") and held.claimants:
        return [Claim(event.id, one, stance, event.evidence[0]) for one in held.claimants]
    if held.mood == "occurred" and held.claimants:
        return [Claim(event.id, None, stance, event.evidence[0])] + [
            Claim(event.id, one, stance, event.evidence[0]) for one in held.claimants
        ]
    return [Claim(event.id, None, stance, event.evidence[0])]
