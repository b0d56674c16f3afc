"""How alike two names are, and keys under which names that may be alike meet.

Names are compared word by word in Latin letters, whatever their script: transliterations
differ in vowels, doubled letters and a few pairs of consonants, so that what is left
without those, the word's frame, tells more than its letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from rigour.text import levenshtein
from rigour.text.translit import ascii_text

from verbale.reference.folding import fold

__all__ = ["MISSING", "frame", "keys", "likeness", "words"]

_PARTICLES = frozenset(
    {
        *("al", "el", "ad", "as", "ibn", "bin", "ben", "bint", "von", "van", "der", "de", "da", "di", "la", "le"),
        *("the", "of", "for", "and", "in", "on"),
    }
)
_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "sir", "lord", "lady", "prof"),
        *("general", "president", "minister", "secretary", "ambassador"),
    }
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Digraphs first; each stands for a sound that transliterations write in several ways.
_SOUNDS = (
    *(("sch", "s"), ("sh", "s"), ("kh", "h"), ("ph", "f"), ("zh", "z"), ("gh", "g"), ("ck", "k"), ("ch", "c")),
    *(("dj", "j"), ("ts", "z"), ("q", "k"), ("x", "ks"), ("w", "v")),
)
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")
_LEAST_FRAME = 0.4  # of the letters the same, for words of one frame: "mhmd" and "Mohammed" have half
_LEAST_SPELLING = 0.75  # of the letters the same, for long words of different frames
_LONG = 5  # letters: shorter words that differ in a consonant are other words
_INITIAL, _RIVAL = 0.7, 0.4
MISSING = 0.04
"""What a word that only one of two names has costs, where it is a person's."""


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower-case Latin letters, without titles and particles."""
    spelled = fold(ascii_text(name)).split()
    kept = tuple(word for word in spelled if word not in _PARTICLES and word not in _TITLES)
    return kept or tuple(spelled)


@lru_cache(maxsize=100_000)
def frame(word: str) -> str:
    """The consonants of a word, one letter for each sound; a vowel at its beginning is "a"."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    opening = "a" if _VOWELS.match(word) else ""
    return opening + _DOUBLE.sub(r"\1", _VOWELS.sub("", word))


def keys(name: str) -> tuple[str, ...]:
    """What two alike names have in common: two frames, a frame and another word's initial, or all letters' frame."""
    told = words(name)
    if len(told) < 2:
        return (f"={frame(''.join(told))}",) if told else ()
    found = [f"={frame(''.join(told))}"]
    for one, other in combinations(told, 2):
        found.append("+".join(sorted((frame(one), frame(other)))))
        found += [f"{frame(long)}-{frame(short)[:1]}" for long, short in ((one, other), (other, one)) if len(long) > 2]
    return tuple(dict.fromkeys(found))


def likeness(one: str, other: str, missing: float = MISSING) -> float:
    """How alike two names of several words are, from 0 to 1; 0 where each has a word that the other lacks.

    A word that only one has costs ``missing``, little for a person ("Vladimir Vladimirovich Putin"), but
    an initial or a generation that only one has costs much where the other has one too. An initial stands
    for a word in the same place that is no last one: "John Roos" is not "John R. Bass".
    """
    first, second = sorted((words(one), words(other)), key=lambda told: (len(told), told))
    if "".join(first) == "".join(second):
        return 1.0 if first == second else 0.98
    if len(first) < 2:
        return 0.0
    within = {(first[i], second[i]) for i in range(len(first) - 1)}
    left, total, weight = list(second), 0.0, 0
    for word in first:
        near, match = max(
            ((_near(word, candidate, (word, candidate) in within), candidate) for candidate in left), default=(0.0, "")
        )
        if not near:
            return 0.0
        left.remove(match)
        total += near * max(len(word), len(match))
        weight += max(len(word), len(match))
    return max(0.0, total / weight - _cost(left, first, missing))


def _cost(left: Sequence[str], shorter: Sequence[str], missing: float) -> float:
    initials = any(len(word) == 1 for word in shorter)
    rivals = [word for word in left if word in _GENERATIONS or (len(word) == 1 and initials)]
    return missing * len(left) + _RIVAL * len(rivals)


@lru_cache(maxsize=200_000)
def _near(one: str, other: str, within: bool) -> float:
    """How alike two words are; ``within`` where an initial may stand for the other."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _INITIAL if within and long.startswith(short) else 0.0
    if any(letter.isdigit() for letter in one + other) or long == f"{short}a":  # Ivanov is not Ivanova
        return 0.0
    same = 1 - levenshtein(one, other) / len(long)
    if frame(one) == frame(other):
        return 0.85 + 0.15 * same if same >= _LEAST_FRAME else 0.0
    return same * 0.9 if len(short) >= _LONG and same >= _LEAST_SPELLING else 0.0
