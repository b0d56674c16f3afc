"""An article laid out for reading: which words mean whom, which words are a date."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from verbale.events.lexicon import Mood
from verbale.model import Document, Entity, Paragraph, PartialDate, Span

__all__ = ["PLACES", "Scene", "Weighed"]

PLACES = frozenset({"Country", "Region", "City", "Facility", "Water", "Place"})


class Weighed(NamedTuple):
    """How a reader holds what a trigger tells, and on whose word, where it found whose."""

    trigger: Token
    noun: bool
    mood: Mood
    claimants: tuple[str, ...]


class Scene:
    """An article's parse with its entities and dates at the words that name them.

    A mention stands at its head word ("Chancellor Angela Merkel" at "Merkel"); a token is
    known by its offset in the article's text, so that paragraphs never mix.
    """

    def __init__(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        entities: Sequence[Entity],
        times: Mapping[Span, PartialDate],
    ) -> None:
        """Lay out the parse, the mentions and the dates."""
        self.document = document
        self.paragraphs = tuple(paragraphs)
        self.times = times
        self.entities = {entity.id: entity for entity in entities}
        self._starts = {id(paragraph.doc): paragraph.span.start for paragraph in paragraphs}
        self._states = {entity.territory: entity.id for entity in entities if entity.territory}
        self._known: dict[int, list[str]] = {}
        self._voices: dict[int, tuple[str, ...]] = {}
        self._heads: dict[int, Token] = {}
        self._weighed: dict[tuple[str, Span], Weighed] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._place_mention(mention.span, entity.id)
        self.sentences = tuple(sentence for paragraph in paragraphs for sentence in paragraph.doc.sents)
        self.lemmas = tuple(tuple(token.lemma_.lower() for token in sentence) for sentence in self.sentences)
        self._affiliations = self._affiliate()
        dated = [(words.root, when) for span, when in times.items() for words in self._words(span)]
        self._dates = {self.offset(token): when for token, when in dated}
        self._dated = tuple({self.offset(token): token for token, _ in dated}.values())

    def offset(self, token: Token) -> int:
        """Where the token begins in the article's text."""
        return self._starts[id(token.doc)] + token.idx

    def span(self, tokens: Iterable[Token]) -> Span:
        """The stretch of the text from the first to the last of the tokens."""
        ordered = sorted(tokens, key=self.offset)
        return Span(self.offset(ordered[0]), self.offset(ordered[-1]) + len(ordered[-1].text))

    def tokens(self, span: Span) -> list[Token]:
        """The tokens of a stretch of the text."""
        return [token for words in self._words(span) for token in words]

    def known(self, token: Token) -> tuple[str, ...]:
        """The entities whose mention has this token as its head."""
        return tuple(self._known.get(self.offset(token), ()))

    def actors(self, token: Token) -> tuple[str, ...]:
        """The actors that the token means; a country stands for its state."""
        found = (self._states.get(one, one) for one in self.known(token))
        return tuple(dict.fromkeys(one for one in found if self.entities[one].type not in PLACES))

    def places(self, token: Token) -> tuple[str, ...]:
        """The places that the token means; a state stands for its territory."""
        found = (self.entities[one].territory or one for one in self.known(token))
        return tuple(dict.fromkeys(one for one in found if one in self.entities and self.entities[one].type in PLACES))

    def date(self, token: Token) -> PartialDate | None:
        """The date whose words have this token as their head."""
        return self._dates.get(self.offset(token))

    def dated(self, words: Words) -> list[Token]:
        """The words of a stretch of a paragraph that are the head of a date, in order."""
        inside = [one for one in self._dated if words.start <= one.i < words.end and one.doc is words.doc]
        return sorted(inside, key=lambda one: one.i)

    def name(self, token: Token, whom: Sequence[str], voice: tuple[str, ...]) -> None:
        """Let a token mean these actors; ``voice`` is who speaks where it stands for a speaker."""
        place = self.offset(token)
        self._known.setdefault(place, list(whom))
        self._voices[place] = voice

    def weigh(self, type_: str, passage: Span, weighed: "Weighed") -> None:
        """Note how a reader that weighs more than the parse holds an event of the type that is told in a passage."""
        self._weighed.setdefault((type_, passage), weighed)

    def weighed(self, type_: str, passage: Span) -> "Weighed | None":
        """How such a reader holds it; None where none has read it."""
        return self._weighed.get((type_, passage))

    def voice(self, token: Token) -> tuple[str, ...]:
        """Who speaks through a pronoun of the first person; nobody through other words."""
        return self._voices.get(self.offset(token), ())

    def names(self, entity: str, span: Span) -> bool:
        """Whether words of the stretch mean the entity; a country's name means its state too."""
        return any(span.start <= one.start and one.end <= span.end for one in self._named(entity))

    def stretched(self, span: Span, entities: Iterable[str]) -> Span:
        """The stretch, longer by as much as it takes to name those of the entities whom its sentence names."""
        words = self.tokens(span)
        sentence = self.span(words[0].sent) if words else span
        for entity in entities:
            hulls = [
                Span(min(span.start, one.start), max(span.end, one.end))
                for one in self._named(entity)
                if sentence.start <= one.start and one.end <= sentence.end
            ]
            span = min(hulls, key=lambda hull: hull.end - hull.start, default=span)
        return span

    def _named(self, entity: str) -> list[Span]:
        known = self.entities.get(entity)
        land = self.entities.get(known.territory) if known and known.territory else None
        return [mention.span for one in (known, land) if one for mention in one.mentions]

    def lies_in(self, a: str, b: str) -> bool:
        """Whether one place lies in the other, or belongs to the same country as the country that the other is."""
        first, second = self.entities[a], self.entities[b]
        if b in (first.parent, second.parent) or a in (first.parent, second.parent):
            return True
        return first.country is not None and first.country == second.country and "Country" in (first.type, second.type)

    def state_of_land(self, place: str) -> str | None:
        """The state whose land the place is; None for other places than countries."""
        return self._states.get(place)

    def place_of(self, entity: str) -> str | None:
        """The place that an entity is, or the land of the state that it is where the article speaks of it."""
        place = self.entities.get(self.entities[entity].territory or entity)
        return place.id if place is not None and place.type in PLACES and place.mentions else None

    def affiliation(self, actor: str) -> str | None:
        """The state that the article puts beside an actor: "Kenyan minister X", "X, the president of Chile"."""
        return self._affiliations.get(actor)

    def _affiliate(self) -> dict[str, str]:
        found: dict[str, str] = {}
        states = {entity.country: entity.id for entity in self.entities.values() if entity.type == "State"}
        for _, token in sorted(self._heads.items()):
            for actor in self.known(token):
                if self.entities[actor].type == "State" or actor in found:
                    continue
                state = next((one for near in _beside(token) for one in self.actors(near) if self._is_state(one)), None)
                if state is not None:
                    found[actor] = state
        for entity in self.entities.values():
            if entity.type != "State" and entity.country in states:
                found.setdefault(entity.id, states[entity.country])
        return found

    def _is_state(self, entity: str) -> bool:
        return self.entities[entity].type == "State"

    def is_to_come(self, when: PartialDate | None) -> bool:
        """Whether a date lies wholly after the day of publication."""
        published = self.document.published
        return when is not None and published is not None and when.earliest > published

    def is_past(self, when: PartialDate | None) -> bool:
        """Whether a date lies wholly before the day of publication."""
        published = self.document.published
        return when is not None and published is not None and when.latest < published

    def month(self, when: PartialDate) -> PartialDate:
        """The month of a date, or the date itself where it is no nearer than that."""
        if when.precision != "day":
            return when
        first = when.earliest.replace(day=1)
        return PartialDate(first, first.replace(day=monthrange(first.year, first.month)[1]), "month")

    def _words(self, span: Span) -> Iterable[Words]:
        for paragraph in self.paragraphs:
            if paragraph.span.start <= span.start < paragraph.span.end:
                words = _cut(paragraph.doc, span.start - paragraph.span.start, span.end - paragraph.span.start)
                if words is not None:
                    yield words

    def _place_mention(self, span: Span, entity: str) -> None:
        for words in self._words(span):
            root = words.root
            names = [token for token in words if token.dep_ == "appos" and token.head == root]
            if self.entities[entity].type == "Person":  # "Foreign Minister Ana Ruiz", which the parse may tear apart
                names += [token for token in words if not words.start <= token.head.i < words.end and token != root]
            for token in (root, *names):  # "her husband John": both words mean him
                place = self.offset(token)
                self._heads[place] = token
                here = self._known.setdefault(place, [])
                if entity not in here:
                    here.append(entity)


def _cut(doc: Doc, start: int, end: int) -> Words | None:
    words = doc.char_span(start, end, alignment_mode="expand")
    return words if words is not None and len(words) else None


def _beside(token: Token) -> Iterable[Token]:
    """The words before and behind a name that say whose he or she is."""
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            yield child
            yield from (one for one in child.children if one.dep_ in ("amod", "compound", "nmod", "poss"))
        elif child.dep_ == "appos":
            yield from (one for one in child.subtree if one.dep_ in ("amod", "compound", "nmod", "poss", "pobj"))
    if token.dep_ == "appos":
        yield from (one for one in token.head.children if one.dep_ in ("amod", "compound", "nmod", "poss"))
