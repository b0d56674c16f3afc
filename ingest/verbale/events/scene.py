"""An article laid out for reading: which words mean whom, which words are a date."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from verbale.model import Document, Entity, Paragraph, PartialDate, Span

__all__ = ["PLACES", "Scene"]

PLACES = frozenset({"Country", "Region", "City", "Facility", "Water", "Place"})


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
        self.document = document
        self.paragraphs = tuple(paragraphs)
        self.entities = {entity.id: entity for entity in entities}
        self._starts = {id(paragraph.doc): paragraph.span.start for paragraph in paragraphs}
        self._states = {entity.territory: entity.id for entity in entities if entity.territory}
        self._known: dict[int, list[str]] = {}
        self._covered: dict[int, int] = {}
        self._voices: dict[int, tuple[str, ...]] = {}
        self._dates: dict[int, PartialDate] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._place_mention(mention.span, entity.id)
        for span, when in times.items():
            for words in self._words(span):
                self._dates[self.offset(words.root)] = when
        self.sentences = tuple(sentence for paragraph in paragraphs for sentence in paragraph.doc.sents)

    def offset(self, token: Token) -> int:
        """Where the token begins in the article's text."""
        return self._starts[id(token.doc)] + token.idx

    def span(self, tokens: Iterable[Token]) -> Span:
        """The stretch of the text from the first to the last of the tokens."""
        ordered = sorted(tokens, key=self.offset)
        return Span(self.offset(ordered[0]), self.offset(ordered[-1]) + len(ordered[-1].text))

    def quote(self, span: Span) -> str:
        """The words of a stretch of the text."""
        return self.document.text[span.start : span.end]

    def known(self, token: Token) -> tuple[str, ...]:
        """The entities whose mention has this token as its head."""
        return tuple(self._known.get(self.offset(token), ()))

    def within_mention(self, token: Token) -> int | None:
        """The offset of the head of the longest mention that covers the token."""
        return self._covered.get(self.offset(token))

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

    def name(self, token: Token, whom: Sequence[str], voice: tuple[str, ...]) -> None:
        """Let a token mean these actors; ``voice`` is who speaks where it stands for a speaker."""
        place = self.offset(token)
        self._known.setdefault(place, list(whom))
        self._voices[place] = voice

    def voice(self, token: Token) -> tuple[str, ...]:
        """Who speaks through a pronoun of the first person; nobody through other words."""
        return self._voices.get(self.offset(token), ())

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
            head = self.offset(words.root)
            here = self._known.setdefault(head, [])
            if entity not in here:
                here.append(entity)
            for token in words:
                self._covered.setdefault(self.offset(token), head)


def _cut(doc: Doc, start: int, end: int) -> Words | None:
    words = doc.char_span(start, end, alignment_mode="expand")
    return words if words is not None and len(words) else None
