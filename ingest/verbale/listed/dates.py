"""Dates as lists write them: a day, a month, a year, a span, "circa", "1960s", and what is no date at all."""

import re
from calendar import monthrange
from datetime import date

from verbale.listed.records import Stated

__all__ = ["stated"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august"),
            *("sep sept september", "oct october", "nov november", "dec december"),
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?:T.*)?",
        rf"(?P<day>\d{{1,2}})[./] ?(?P<number>\d{{1,2}})[./] ?{_YEAR}\.?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? {_YEAR}",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? {_YEAR}",
        rf"{_MONTH} {_YEAR}",
        rf"(?P<number>\d{{1,2}})[./]{_YEAR}",
        rf"{_YEAR}-(?P<number>\d\d)",
        _YEAR,
    )
]
_DECADE = re.compile(r"(1[89]\d|20\d)0s", re.IGNORECASE)
_SPAN = re.compile(r"(?:between )?(.+?) (?:and|to|-|–) (.+)", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4}) ?[-–] ?(\d{4})")
_NOTE = re.compile(r"\s*\((?!or\b|possibly|alt)[^()]*\)$", re.IGNORECASE)  # "1963 (as of 2009)"
_ABOUT = re.compile(r"^(?:circa|approximately|approx\.?|about|c\.|ca\.)\s*", re.IGNORECASE)
_ROUGH = 1  # years to each side of "circa 1960": lists put so what they know to within a year or so


def stated(words: str) -> Stated:
    """The date in these words, with the first and last day that it may be; without days where no date is told.

    The words are kept to the letter. "Circa" and "approximately" widen a date by a year to each side.
    """
    bare = " ".join(words.split())
    dated = _NOTE.sub("", bare)
    plain = _ABOUT.sub("", dated)
    bounds = _bounds(plain)
    if bounds and plain != dated:
        first, last = bounds
        bounds = date(first.year - _ROUGH, 1, 1), date(last.year + _ROUGH, 12, 31)
    return Stated(words, *(bounds or (None, None)))


def _bounds(words: str) -> tuple[date, date] | None:
    if found := _one(words):
        return found
    if decade := _DECADE.fullmatch(words):
        first = int(decade[1]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    span = _YEARS.fullmatch(words) or _SPAN.fullmatch(words)
    ends = [_one(_ABOUT.sub("", end)) for end in span.groups()] if span else []
    if len(ends) == 2 and ends[0] and ends[1] and ends[0][0] <= ends[1][1]:
        return ends[0][0], ends[1][1]
    return None


def _one(words: str) -> tuple[date, date] | None:
    """The first and last day of a day, a month or a year; None where the words are no such thing, or no such day."""
    found = next((match for form in _FORMS if (match := form.fullmatch(words))), None)
    if found is None:
        return None
    told = found.groupdict()
    year = int(told["year"])
    month = _MONTHS[told["month"].lower()] if told.get("month") else int(told.get("number") or 0)
    try:
        if told.get("day"):
            day = date(year, month, int(told["day"]))
            return day, day
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
    return date(year, 1, 1), date(year, 12, 31)
