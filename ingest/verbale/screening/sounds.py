"""A word of a name as systems of romanisation let it sound."""

import re
import unicodedata
from functools import cache, lru_cache, partial

from normality import ascii_text

from verbale.screening.tables import table

__all__ = ["latin", "readings", "skeleton"]

_HANGUL = range(0xAC00, 0xD7A4)
_MARKS = re.compile(r"['’‘`ʼʻʿʾ.]")
_VOWELS = re.compile(r"[aeiou]+")
_ABD = re.compile(r"^abd[aeou](?:l(?=\w{3})|(?=([rsdntz])\1))")


def latin(text: str) -> str:
    """The text in lower-case ASCII letters, blanks kept: any script, marks that tell a sound written out."""
    letters = table("sounds")["letters"] | table("sounds")["cyrillic"]
    text = unicodedata.normalize("NFC", text).lower()
    if not text.isascii():
        text = "".join(_hangul(letter) if ord(letter) in _HANGUL else letters.get(letter, letter) for letter in text)
    if not text.isascii():
        text = (ascii_text(text) or "").lower()
    return _MARKS.sub("", text)


def _hangul(syllable: str) -> str:
    at, jamo = ord(syllable) - _HANGUL.start, table("sounds")["hangul"]
    return f"{jamo['initials'][at // 588]}{jamo['vowels'][at % 588 // 28]}{jamo['finals'][at % 28]} "


@cache
def _systems() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    made = []
    for rules in table("sounds")["systems"].values():
        spelled = "|".join(spelling for spelling, _ in sorted(rules, key=lambda rule: -len(rule[0])))
        made.append((re.compile(spelled), {spelling.removesuffix("$"): sound for spelling, sound in rules}))
    return tuple(made)


@lru_cache(maxsize=400_000)
def readings(word: str) -> frozenset[str]:
    """How the word may sound: one key for each system, and for each of two values of its letter e."""
    word = _ABD.sub("abd", word)
    keys = set()
    for pattern, sounds in _systems():
        sounded = _vowels(pattern.sub(partial(_sound, sounds), word))
        keys |= {_single(sounded.replace("e", value)) for value in "ai"} if "e" in sounded else {_single(sounded)}
    return frozenset(keys)


def _sound(sounds: dict[str, str], found: re.Match[str]) -> str:
    return sounds[found[0]]


def _vowels(word: str) -> str:
    """One spelling for vowels that romanisations mix: y and i, ou and u, ie and e."""
    word = re.sub(r"[aeo]?[yi]+e|^e", "e", word) if word[:1] in "yie" else word
    word = word.replace("eye", "e").replace("eie", "e").replace("y", "i")
    word = re.sub(r"^i(?=[aeou])", "", word)
    word = re.sub(r"ou|oo|o", "u", word)
    word = re.sub(r"[ae]i+", "i", word)
    return re.sub(r"(?<=\w)H$", "", word)


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=400_000)
def skeleton(word: str) -> str:
    """The consonants of the first reading, for scripts that write no vowels and for finding what is near."""
    return _VOWELS.sub("", min(readings(word)))
