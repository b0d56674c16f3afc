"""The first person: whom "I", "we" and "our" mean, in a signed statement and inside quotations."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as Words

from verbale.events import clauses
from verbale.events.lexicon import speaks
from verbale.events.quotes import Quotes
from verbale.events.roles import actors_of
from verbale.events.scene import Scene
from verbale.model import Document, Entity, Paragraph, PartialDate, Span

__all__ = ["issuers", "laid_out", "quoted_speakers", "signers"]

_SINGULAR = frozenset({"i", "me", "my"})
_PLURAL = frozenset({"we", "us", "our"})
_LEMMAS = _SINGULAR | _PLURAL
_HEADING = 24  # words at most in the line that signs a statement


def laid_out(
    document: Document,
    paragraphs: Sequence[Paragraph],
    entities: Sequence[Entity],
    times: Mapping[Span, PartialDate],
) -> Scene:
    """The article as a scene, its dates in place and its first persons named: what events, speech and claims read."""
    scene = Scene(document, paragraphs, entities, times)
    _name_first_persons(scene)
    return scene


def _name_first_persons(scene: Scene) -> None:
    """Let the first-person pronouns of the scene mean their speakers.

    Outside quotations they mean who signed the statement ("Jane Doe, Foreign Secretary" as its first
    line, or "attributable to"); inside, whoever is quoted. "We" acts for the speaker's state where it is known.
    """
    quotes = Quotes(scene)
    pronouns = [
        token
        for lemmas, sentence in zip(scene.lemmas, scene.sentences, strict=True)
        for lemma, token in zip(lemmas, sentence, strict=True)
        if lemma in _LEMMAS and (token.lower_ in _SINGULAR or token.lower_ in _PLURAL)
    ]
    if not pronouns:
        return
    signed = signers(scene)
    opening = " ".join(sentence.text.lower() for sentence in scene.sentences[:3])
    spoken_for = "attributable" in opening or "spokes" in opening
    state = _state_of(signed, scene) or _publisher_state(scene)
    speakers = quoted_speakers(scene, quotes)
    for token in pronouns:
        if quotes.inside(token):
            who = speakers.get(scene.offset(token.sent[0]), ())
            acting = _state_of(who, scene)
        else:
            who, acting = tuple(dict.fromkeys(signed + state)) if spoken_for else signed or state, state
        if who:
            scene.name(token, acting or who if token.lower_ in _PLURAL else who, voice=who)


def quoted_speakers(scene: Scene, quotes: Quotes) -> dict[int, tuple[str, ...]]:
    """Whose words the quoted sentences are, by the offset of the sentence's first word."""
    said: dict[int, tuple[str, ...]] = {}
    for sentence in scene.sentences:
        if not quotes.touch(sentence):
            continue
        for token in sentence:
            if token.pos_ == "VERB" and speaks(token) and not quotes.inside(token):
                who = tuple(one for agent in clauses.agents(token) for one in actors_of(agent, scene))
                if who:
                    said.setdefault(scene.offset(sentence[0]), who)
            elif token.lower_ == "according":
                who = tuple(
                    one for prep, obj in clauses.prepositions(token) if prep == "to" for one in actors_of(obj, scene)
                )
                if who:
                    said.setdefault(scene.offset(sentence[0]), who)
    return said | quotes.speakers(said)


def signers(scene: Scene) -> tuple[str, ...]:
    """Who signs a statement: the persons of a first line without a verb, those to whom it is attributable, or the
    governments that release it."""
    for place, sentence in enumerate(scene.sentences[:3]):
        lemmas = set(scene.lemmas[place])
        heading = place == 0 and len(sentence) <= _HEADING and not any(t.pos_ in ("VERB", "AUX") for t in sentence)
        released = (
            "statement" in lemmas and bool(lemmas & {"release", "issue"}) and "follow" in lemmas | _lower(sentence)
        )
        if heading or "attributable" in lemmas:
            who = [one for token in sentence for one in scene.actors(token) if scene.entities[one].type == "Person"]
        elif released or (place == 0 and sentence[0].lower_ == "we" and sentence[1].text == ","):
            who = [one for token in sentence for one in scene.actors(token)]
        else:
            continue
        if who:
            return tuple(dict.fromkeys(who))
    return ()


def issuers(scene: Scene) -> tuple[str, ...]:
    """In whose name an official statement speaks: its signers, the publisher's state, the organ that publishes it.

    Nobody for an article that no one signs and no state publishes.
    """
    publisher = f" {scene.document.publisher} "
    organs = (
        entity.id
        for entity in scene.entities.values()
        if entity.type == "Government"
        and any(f" {name} " in publisher for name in (entity.name, *(mention.text for mention in entity.mentions)))
    )
    return tuple(dict.fromkeys((*signers(scene), *_publisher_state(scene), *organs)))


def _lower(sentence: Words) -> set[str]:
    return {"follow" for token in sentence if token.lower_ == "following"}


def _state_of(who: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    states = (one if scene.entities[one].type == "State" else scene.affiliation(one) for one in who)
    return tuple(dict.fromkeys(state for state in states if state is not None))[:1]


def _publisher_state(scene: Scene) -> tuple[str, ...]:
    """The state whose name or country code the publisher bears."""
    publisher = f" {scene.document.publisher} "
    for entity in scene.entities.values():
        names = [entity.country or "-", entity.name, *(mention.text for mention in entity.mentions)]
        if entity.type == "State" and any(f" {name} " in publisher for name in names):
            return (entity.id,)
    return ()
