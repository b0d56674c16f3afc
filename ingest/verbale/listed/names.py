"""A listed name with its script."""

import unicodedata

from verbale.listed.records import ListedName, Quality

__all__ = ["named"]

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "HANGUL": "Hang",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "MYANMAR": "Mymr",
    "DEVANAGARI": "Deva",
    "THAI": "Thai",
}
_UNKNOWN = "Zyyy"  # ISO 15924: digits and signs only


def named(text: str, quality: Quality) -> ListedName:
    """A name with its script, that of the first letter of it."""
    return ListedName(text, quality, _script(text))


def _script(text: str) -> str:
    for letter in text:
        if letter.isalpha():
            return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], _UNKNOWN)
    return _UNKNOWN
