"""Where the publisher of an article is at home, by its name or its host."""

import re
from functools import cache
from urllib.parse import urlsplit

from verbale.entities.reference import Reference
from verbale.entities.words import words
from verbale.model import Document

__all__ = ["country", "town"]

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.ASCII)
_ENDINGS = {"uk": "GB"}  # the others are the states' ISO codes in lower case
_WORLDWIDE = frozenset({"ai", "cc", "co", "fm", "io", "la", "me", "tv", "ws"})  # sold to all comers


def country(document: Document, reference: Reference) -> str | None:
    """The country of the publisher's host: GB of "example.co.uk"."""
    ending = _host(document).rpartition(".")[2]
    code = _ENDINGS.get(ending, ending.upper())
    return code if ending not in _WORLDWIDE and reference.country(code) else None


def town(document: Document, reference: Reference) -> str | None:
    """The town that the publisher is named after, with nothing but words of the press beside it.

    "Dallas Morning News", "The Leeds Times", "dallasnews.com", "chronicle.dallas.com".
    """
    host = _HOST.fullmatch(document.publisher.strip().lower())
    for label in host[0].split(".")[:-1] if host else [document.publisher]:
        found = _named().fullmatch(label)
        if found is None or not (host or found["press"]):
            continue
        name = found["town"]
        if len(name) > 3 and name.lower() not in words("press") and reference.cities(name):
            return name
    return None


def _host(document: Document) -> str:
    publisher = document.publisher.strip().lower()
    return publisher if _HOST.fullmatch(publisher) else urlsplit(document.url or "").hostname or ""


@cache
def _named() -> re.Pattern[str]:
    press = "|".join(sorted(words("press")))
    return re.compile(rf"(?:the)?[ -]?(?P<town>\w.*?)(?P<press>(?:[ -]?(?:{press}))*)", re.IGNORECASE)
