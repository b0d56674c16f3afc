"""Dates told from another day: weekdays, "yesterday", "last month", "three days later"."""

import re
from datetime import date, timedelta

from verbale.model import PartialDate
from verbale.text import spells
from verbale.text.days import WEEKDAYS
from verbale.text.scene import Found, Rule, Scene, ahead, capitalised, lead, over, past, token_at

__all__ = ["RULES"]

_WEEKDAY = rf"(?P<weekday>{capitalised(WEEKDAYS, short=False)})\b"
_PART = r"(?:\s+(?:morning|afternoon|evening|night)\b)?"
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_COUNT = rf"(?P<count>an?|\d{{1,3}}|{'|'.join(_NUMBERS[1:])})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_STEP = {"last": -1, "previous": -1, "past": -1, "this": 0, "same": 0, "that": 0, "next": 1, "following": 1}

_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|approximately|over|under|than|least|most|to|or|and)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(?:the|these|those|his|her|its|their|our)\s+$", re.IGNORECASE)
_NAMED_DAYS = re.compile(
    r"\b(?:Ash|Black|Bloody|Cyber|Easter|Giving|Good|Holy|Maundy|Palm|Shrove|Super|Whit|[Ee]very|[Ee]ach)\s+$"
)
_NAMED_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:[Pp]rayers?|[Ss]ermons?|School|Mirror|Mail|Times|Telegraph|Herald|Express)\b"
)
_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def _weekday(match: re.Match[str], scene: Scene) -> Found:
    """Wednesday · last Friday · next Monday · Sunday night · Friday of last week."""
    text, published = scene.doc.text, scene.published
    if published is None or _NAMED_DAYS.search(lead(scene, match.start())) or _NAMED_AFTER.match(text, match.end()):
        return
    words = over(match, "weekday", "weekday")
    number, step = WEEKDAYS[match["weekday"].lower()], (match["step"] or "").lower()
    if week := match["week"]:
        monday = published - timedelta(published.weekday()) + timedelta(7 * _STEP[week])
        found = monday + timedelta(number)
    elif step.endswith(("last", "past")):
        found = spells.weekday_before(number, published - timedelta(1))
    elif step.endswith(("next", "coming")):
        found = spells.weekday_after(number, published + timedelta(1))
    elif ahead(scene, words) or (step == "this" and not past(scene, words)):
        found = spells.weekday_after(number, published)
    else:
        found = spells.weekday_before(number, published)
    yield over(match), spells.day(found)


def _day_word(match: re.Match[str], scene: Scene) -> Found:
    """Today · yesterday · tomorrow · this morning · last night."""
    if scene.published is None:
        return
    words = " ".join(match["word"].split())
    if words == "Today" and match.start() > 1:
        before = token_at(scene.doc, match.start() - 2)
        if before is not None and before.pos_ == "PROPN":
            return  # a newspaper
    step = _WORDS.get(words.lower(), 0)
    if match["twice"]:
        step *= 2
    yield over(match), spells.day(scene.published + timedelta(step))


def _unit(match: re.Match[str], scene: Scene) -> Found:
    """Last month · this week · earlier this year · next weekend."""
    origin, step = scene.published, _STEP[match["step"].lower()]
    if origin is None or (step and _LENGTH.search(lead(scene, match.start()))):
        return  # "over the last year" is a length of time
    value = _weekend(origin, step) if match["unit"] == "weekend" else spells.moved(origin, step, _unit_of(match))
    if value:
        yield over(match), value


def _weekend(origin: date, step: int) -> PartialDate | None:
    saturday = origin - timedelta(origin.weekday()) + timedelta(5 + 7 * step)
    return spells.stretch(saturday, saturday + timedelta(1))


def _the_weekend(match: re.Match[str], scene: Scene) -> Found:
    """Over the weekend."""
    if scene.published is None:
        return
    here = ahead(scene, over(match))
    saturday = (spells.weekday_after if here else spells.weekday_before)(5, scene.published)
    value = spells.stretch(saturday, saturday + timedelta(1))
    if value:
        yield over(match), value


def _lately(match: re.Match[str], scene: Scene) -> Found:
    """The past week · the last ten days: some day of them."""
    if scene.published is None:
        return
    length = 7 if not match["count"] else _count(match) * (7 if _unit_of(match) == "week" else 1)
    value = spells.stretch(scene.published - timedelta(length), scene.published)
    if value:
        yield over(match), value


def _ago(match: re.Match[str], scene: Scene) -> Found:
    """Two weeks ago."""
    if scene.published is None or _ROUGHLY.search(lead(scene, match.start())):
        return
    value = spells.moved(scene.published, -_count(match), _unit_of(match))
    if value:
        yield over(match), value


def _later(match: re.Match[str], scene: Scene) -> Found:
    """Three days later · two years earlier · the next day · the same month · that year."""
    groups = match.groupdict()
    if groups.get("count"):
        step = _count(match) * (-1 if match["way"].lower() == "earlier" else 1)
    else:
        step = _STEP[match["step"].lower()]
    if _ROUGHLY.search(lead(scene, match.start())):
        return
    value = _from_latest(scene.latest, step, _unit_of(match))
    if value:
        yield over(match), value


def _from_latest(latest: PartialDate | None, step: int, unit: spells.Unit) -> PartialDate | None:
    """The day, month or year so many after the date named last, if that is exact enough to count from."""
    exact = {"day": ("day",), "week": ("day",), "month": ("day", "month"), "year": ("day", "month", "year")}
    if latest is None or latest.precision not in exact[unit]:
        return None
    return spells.moved(latest.earliest, step, unit)


def _unit_of(match: re.Match[str]) -> spells.Unit:
    unit = match["unit"].lower()
    return "week" if unit == "week" else "month" if unit == "month" else "year" if unit == "year" else "day"


def _count(match: re.Match[str]) -> int:
    words = match["count"].lower()
    if words.isdigit():
        return int(words)
    return 1 if words in {"a", "an"} else _NUMBERS.index(words)


_WORD = (
    r"(?P<word>[Tt]oday|TODAY|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast\s+night|"
    r"[Tt]his\s+(?:morning|afternoon|evening))"
)

_UNITS = ("day", "week", "month", "year")

RULES: tuple[Rule, ...] = (
    (
        ("day",),
        re.compile(
            rf"(?:\b(?P<step>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?)\s+)?\b{_WEEKDAY}{_PART}"
            r"(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?"
        ),
        _weekday,
    ),
    (
        ("today", "night", "yesterday", "tomorrow", "morning", "afternoon", "evening"),
        re.compile(rf"(?P<twice>\b[Tt]he\s+day\s+(?:before|after)\s+)?\b{_WORD}\b{_PART}"),
        _day_word,
    ),
    (
        _UNITS,
        re.compile(
            r"(?:\b(?:[Ee]arl(?:y|ier)|[Ll]ater?)\s+(?:in\s+)?)?\b(?P<step>[Ll]ast|[Tt]his|[Nn]ext)\s+(?:past\s+|coming\s+)?"
            r"(?P<unit>weekend|week|month|year)\b"
        ),
        _unit,
    ),
    (("weekend",), re.compile(r"\b[Tt]he\s+weekend\b"), _the_weekend),
    (("week",), re.compile(r"\b[Tt]he\s+(?:past|last)\s+(?P<count>)(?P<unit>week)\b"), _lately),
    (("days", "weeks"), re.compile(rf"\b[Tt]he\s+(?:past|last)\s+{_COUNT}\s+(?P<unit>day|week)s\b"), _lately),
    (("ago",), re.compile(rf"\b{_COUNT}\s+{_UNIT}\s+ago\b", re.IGNORECASE), _ago),
    (("later", "earlier"), re.compile(rf"\b{_COUNT}\s+{_UNIT}\s+(?P<way>later|earlier)\b", re.IGNORECASE), _later),
    (_UNITS, re.compile(r"\b[Tt]he\s+(?P<step>following|previous|same)\s+(?P<unit>day|week|month|year)\b"), _later),
    (("next",), re.compile(r"\b[Tt]he\s+(?P<step>next)\s+(?P<unit>day)\b"), _later),
    (_UNITS, re.compile(r"\b(?P<step>[Tt]hat)\s+(?:same\s+)?(?P<unit>day|month|year)\b"), _later),
)
"""Each form of a relative date, with its reading."""
