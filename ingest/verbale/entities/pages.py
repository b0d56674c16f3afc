"""A paragraph with what was found in it, by token: what the reader of anaphora looks things up in."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.entities.growing import Growing, Names
from verbale.entities.offices import Office, Place, offices
from verbale.entities.sheets import sheet
from verbale.model import Mention, Paragraph

__all__ = ["Page", "pages"]


@dataclass(frozen=True, slots=True)
class Page:
    """``begins`` and ``ends`` lead from a token to the chain whose name begins or ends there (half open)."""

    doc: Doc
    mentions: tuple[Mention, ...]
    offset: int  # where the paragraph begins in the text
    begins: dict[int, Growing]
    ends: dict[int, Growing]
    offices: dict[int, Office]  # by where they end

    def tokens(self, mention: Mention) -> tuple[int, int] | None:
        """The tokens that a mention covers, half open."""
        read = sheet(self.doc)
        start, end = read.starts.get(mention.span.start - self.offset), read.ends.get(mention.span.end - self.offset)
        return None if start is None or end is None else (start, end)

    def quoted(self, mention: Mention) -> bool:
        """Whether a mention stands within quotation marks of its paragraph."""
        tokens = self.tokens(mention)
        before = [token.text for token in self.doc[: tokens[0]]] if tokens else []
        plain = before.count('"') % 2 == 1
        return plain or before.count("“") > before.count("”")

    def root(self, start: int, end: int) -> Token:
        """The token that the others of a stretch hang on."""
        tokens = sheet(self.doc).tokens
        for i in range(end - 1, start - 1, -1):
            parent = tokens[i].head.i
            if parent == i or not start <= parent < end:
                return tokens[i]
        return tokens[end - 1]


def pages(paragraphs: tuple[Paragraph, ...], mentions: tuple[Mention, ...], named: Names) -> list[Page]:
    """A page for each paragraph; ``mentions`` are in the order of the text."""
    result = []
    at = 0
    for paragraph in paragraphs:
        first = at
        while at < len(mentions) and mentions[at].span.start < paragraph.span.end:
            at += 1
        result.append(_page(paragraph, mentions[first:at], named))
    return result


def _page(paragraph: Paragraph, inside: tuple[Mention, ...], named: Names) -> Page:
    doc, offset = paragraph.doc, paragraph.span.start
    read = sheet(doc)
    cover: dict[int, Place] = {}
    begins: dict[int, Growing] = {}
    ends: dict[int, Growing] = {}
    for mention in inside:
        first, last = mention.span.start - offset, mention.span.end - offset
        if mention.kind == "name" and first in read.starts and last in read.ends:
            place = Place(read.starts[first], read.ends[last], mention.type)
            begins.setdefault(place.start, named.of[mention])
            ends.setdefault(place.end, named.of[mention])
            cover.update((i, place) for i in range(place.start, place.end) if i not in cover)
    phrases = {office.end: office for office in offices(doc, cover)}
    return Page(doc, inside, offset, begins, ends, phrases)
