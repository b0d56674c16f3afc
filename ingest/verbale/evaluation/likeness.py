"""When two names, two passages or two dates count as the same."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["folded", "same_date", "shared_words"]

_POSSESSIVE = re.compile(r"[’']s\b")
_GAP = re.compile(r"\W+")
_ARTICLES = ("the ", "a ", "an ")
_LITTLE = frozenset({"the", "a", "an", "of", "to", "in", "on", "for", "and"})


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name without case, accents, punctuation, a possessive or a leading article; empty where nothing is left."""
    letters = (letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    plain = _GAP.sub(" ", _POSSESSIVE.sub("", "".join(letters).casefold())).strip()
    article = next((article for article in _ARTICLES if plain.startswith(article)), "")
    return plain.removeprefix(article)


@lru_cache(maxsize=100_000)
def _words(passage: str) -> frozenset[str]:
    return frozenset(folded(passage).split()) - _LITTLE


def shared_words(one: str, other: str) -> float:
    """How much of the shorter passage's words the longer one has, from 0 to 1; little words don't count."""
    ours, theirs = _words(one), _words(other)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def same_date(one: str | None, other: str | None) -> bool:
    """Whether two ISO dates agree as far as the less exact of them goes; no date agrees with none."""
    return bool(one and other) and (str(one).startswith(str(other)) or str(other).startswith(str(one)))
