"""A paragraph's tokens, looked at once: what all stages of reading entities go through again and again."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from verbale.entities.words import words

__all__ = ["Sheet", "sheet"]

_KEPT = 400  # paragraphs, more than all but the longest articles have
_PRONOUNS = frozenset(
    {
        *("he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "themselves"),
        *("it", "its", "itself", "we", "us", "our", "ours", "i", "me", "my"),
    }
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The tokens of a paragraph, its text, and where tokens begin and end in it (from offsets to tokens, half open).

    ``nouns`` are common nouns and names, ``offices`` words that may be the head of a
    phrase of office, ``pronouns`` those of persons and things.
    """

    tokens: Sequence[Token]
    text: str
    starts: dict[int, int]
    ends: dict[int, int]
    nouns: Sequence[Token]
    offices: Sequence[Token]
    pronouns: Sequence[Token]


@lru_cache(maxsize=_KEPT)
def sheet(doc: Doc) -> Sheet:
    """The sheet of a paragraph: making a token object costs more than all that is asked of it."""
    tokens = list(doc)
    text = "".join([token.text_with_ws for token in tokens])
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    nouns, offices, pronouns = [], [], []
    posts = words("offices")
    for i, token in enumerate(tokens):
        begin = token.idx
        starts[begin] = i
        ends[begin + len(token)] = i + 1
        kind, word = token.pos_, token.lower_
        if kind in ("NOUN", "PROPN", "ADJ"):
            if kind != "ADJ":
                nouns.append(token)
            if token.lemma_.lower() in posts or word.rstrip(".") in posts:
                offices.append(token)
        if word in _PRONOUNS:
            pronouns.append(token)
    return Sheet(tokens, text, starts, ends, nouns, offices, pronouns)
