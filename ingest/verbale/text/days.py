"""The day of publication, as headers and feeds write it; the names of months and weekdays."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["MONTHS", "WEEKDAYS", "YEARS", "day_of"]

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
"""The number of a month by its name or abbreviation, in lower case, without a full stop."""

WEEKDAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
"""The number of a weekday, Monday 0, by its name or abbreviation."""

YEARS = range(1000, 2200)
"""The years that news speaks of; a number outside is something else."""

_WEEKDAY_FIRST = re.compile(r"(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s+", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.IGNORECASE)


def day_of(words: str) -> date:
    """The day that the words name beyond doubt, in the time zone that they are written in.

    Reads ISO 8601 dates and timestamps, RFC 2822 ("Wed, 13 Sep 2023 10:00:00 GMT") and
    written-out dates ("13 September 2023", "Wednesday, Sept. 13, 2023"). Raises ValueError
    for anything else, also for 03/04/2023, which means two days.
    """
    words = words.strip()
    for reading in (_iso, _written, _mail):
        found = reading(words)
        if found is not None:
            if found.year not in YEARS:
                raise ValueError(f"the year of {words!r} is outside {YEARS.start} to {YEARS.stop - 1}")
            return found
    raise ValueError(f"{words!r} is no day that can be read beyond doubt")


def _iso(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return None


def _written(words: str) -> date | None:
    rest = _WEEKDAY_FIRST.sub("", words, count=1) if _WEEKDAY_FIRST.match(words) else words
    found = _DAY_FIRST.fullmatch(rest) or _MONTH_FIRST.fullmatch(rest)
    month = MONTHS.get(found["month"].lower()) if found else None
    if not found or not month:
        return None
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _mail(words: str) -> date | None:
    if not re.search(r"[A-Za-z]{3}", words):  # its parser is lenient with numbers alone
        return None
    try:
        return parsedate_to_datetime(words).date()
    except ValueError:
        return None
