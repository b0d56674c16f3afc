"""Bytes to text: UTF-8 and nothing else, and how a reader's complaint is worded."""

import codecs
import re

from verbale.errors import UnreadableArticle

__all__ = ["LONGEST", "complete", "decode", "unreadable"]

LONGEST = 2_000_000
"""The longest article, in characters: a novel has half a million; what is longer is a corpus or not a text."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")  # JSON can smuggle halves of a character in: "\ud83d"


def unreadable(where: str, why: str, remedy: str) -> UnreadableArticle:
    """The error of this place (a path, with a line where there is one), in one line."""
    return UnreadableArticle(f"{where}: {why}; {remedy}")


def decode(content: bytes, where: str, offset: int = 0) -> str:
    """The text of UTF-8 bytes, without the byte order mark that may open them.

    ``offset`` is where in the file the bytes begin. Raises UnreadableArticle with the
    offset in the file of the first byte that is not text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise unreadable(where, "is UTF-16", "convert it first: iconv -f UTF-16 -t UTF-8")
    body = content.removeprefix(codecs.BOM_UTF8)
    offset += len(content) - len(body)
    nul = body.find(0)
    if nul >= 0:
        raise unreadable(where, f"a NUL byte at offset {offset + nul}", "this is not a text file")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise unreadable(
            where,
            f"not UTF-8 (byte 0x{body[error.start]:02x} at offset {offset + error.start})",
            "convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def complete(text: str, where: str) -> str:
    """The article's text itself, if it is one: not blank, not endless, made of characters.

    Raises UnreadableArticle else.
    """
    if not text.strip():
        raise unreadable(where, "no text", "give the article's body, or leave it out")
    if len(text) > LONGEST:
        raise unreadable(
            where, f"{len(text):,} characters, more than the {LONGEST:,} of one article", "split it into its articles"
        )
    if _SURROGATE.search(text) or "\0" in text:
        raise unreadable(where, "a NUL or half a surrogate pair in the text", "write the text anew as plain UTF-8")
    return text
