"""One spelling for names that differ in accents, apostrophes, hyphens or case."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold"]

_APART = {
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
}
_PLAIN = str.maketrans(_APART)
_MARKS = re.compile(r"['’‘`ʼʻ.]")
_REST = re.compile(r"[\W_]+")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """The name in lower-case ASCII letters and digits, words parted by one blank.

    Apostrophes and full stops vanish ("Sana'a" is "sanaa", "U.S." is "us"); hyphens
    and other marks part words.
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_PLAIN))
        name = "".join(letter for letter in name if not unicodedata.combining(letter))
    return _REST.sub(" ", _MARKS.sub("", name)).strip().casefold()
