"""Dates by the calendar: days, months and years, with or without the year; one rule for each form."""

import re
from datetime import date

from verbale.model import Span
from verbale.text import spells
from verbale.text.days import MONTHS, WEEKDAYS
from verbale.text.scene import Found, Rule, Scene, ahead, capitalised, entity, lead, over, token_after, token_at

__all__ = ["RULES"]

_MONTH = rf"(?P<month>{capitalised(MONTHS)})\b"
_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_NO_MORE = r"(?![\w%]|[.,:/]\d|[-–]\d)"
_DAY = rf"(?P<day>{_NUMBER})(?![\w%]|[.,:/]\d)"
_YEAR = r"(?P<year>1\d{3}|2[01]\d\d)(?![\w%]|[.,:/]\d|-\d{1,2}\b)"
_WHICH = r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|the\s+same|the\s+following|the\s+previous)\s+year\b"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|{_WHICH}))"
_WEEKDAY = rf"(?:\b(?P<weekday>{capitalised(WEEKDAYS)})\b\.?,?\s+(?:the\s+)?)?"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|until|through)\s+)"

_STEP = {"last": -1, "this": 0, "next": 1, "that": 0, "the same": 0, "the following": 1, "the previous": -1}
_DATED = re.compile(
    r"\b(?:in|since|until|till|by|from|during|of|before|after|between|to|through|early|mid|late|last|next|this|as of)"
    r"(?:\s+|-)(?:(?:early|mid|late|around|about)(?:\s+|-))?$",
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(r"\b(?:1\d{3}|2[01]\d\d)\s?[-–—]\s?$")
_OF_A_YEAR = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|our)|['’]s?)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:resolutions?|unscr|order|no\.?|nos\.?|number|acts?|law|decree|article|section|flight|highway|room|page),?\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[-\s]+(?:years?|months?|weeks?|days?|hours?|gmt|utc|hrs?|local\s+time|people|troops|soldiers)\b", re.IGNORECASE
)
_ATTACKS = re.compile(r"\.?\s+11(?:th)?\s+(?:terror\w*\s+)?(?:attacks?|hijack\w+)\b")  # a name for 2001
_IN = re.compile(r"\b(?:in|since)\s+$", re.IGNORECASE)
_TO_A_YEAR = re.compile(rf"{_TO}(?:{_MONTH}\.?\s+{_NUMBER}|{_NUMBER}\s+{_MONTH.replace('month', 'other')}),?\s+{_YEAR}")
_NAMES = {"PERSON", "ORG", "GPE", "NORP", "FAC"}


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_of(match: re.Match[str]) -> int:
    return MONTHS[match["month"].lower()]


def _year_of(match: re.Match[str], scene: Scene) -> int | None:
    """The year that the words give: a number, "last year", "that year"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if not groups.get("which"):
        return None
    words = " ".join(groups["which"].lower().split())
    if words in {"this", "last", "next"}:
        return scene.published.year + _STEP[words] if scene.published else None
    return scene.latest.earliest.year + _STEP[words] if scene.latest else None


def _yearless(scene: Scene, span: Span, month: int, day: int, weekday: int | None) -> date | None:
    """The day and month in the year that suits best: that of its weekday, of a plan, else the nearest."""
    origin = scene.published
    if origin is None:
        return None
    days = [found for step in (-1, 0, 1) if (found := _calendar_day(origin.year + step, month, day))]
    if weekday is not None:
        days = [found for found in days if found.weekday() == weekday] or days
    if ahead(scene, span):
        days = [found for found in days if found >= origin] or days
    # News names days to come without their year for two months ahead, days past for ten.
    return min(days, key=lambda found: (found - origin).days * (6 if found > origin else -1), default=None)


def _full_day(match: re.Match[str], scene: Scene) -> Found:
    """September 13, 2023 · Wednesday, Sept. 13 · 13 September 2023 · May 3-5 · 3 to 5 May 2023."""
    text, month, year = scene.doc.text, _month_of(match), _year_of(match, scene)
    if year is None and (match["which"] or _counts_things(match, scene)):
        return
    if month == 9 and _ATTACKS.match(text, match.end("month")):
        return
    if year is None and (later := _TO_A_YEAR.match(text, match.end())):
        year = int(later["year"])
    weekday = WEEKDAYS.get((match["weekday"] or "").lower())
    groups = [group for group in ("day", "last") if match[group]]
    for group in groups:
        number = int(re.sub(r"\D", "", match[group]))
        if year is None:
            found = _yearless(scene, over(match), month, number, weekday if group == groups[0] else None)
        else:
            found = _calendar_day(year, month, number)
        if found is None:
            return
        # Of two days, the first has the words up to its number, the second those from its number on.
        start = match.start(0 if group == groups[0] else group)
        yield Span(start, match.end(0 if group == groups[-1] else group)), spells.day(found)


def _counts_things(match: re.Match[str], scene: Scene) -> bool:
    """Whether the number after the month counts what follows it: "in July 14 people died"."""
    after = token_after(scene.doc, over(match))
    if after is None or match.start("day") < match.start("month"):
        return False
    things = after.tag_ == "NNS" or after.lower_ == "people"
    return things and bool(_IN.search(lead(scene, match.start())))


def _iso(match: re.Match[str], scene: Scene) -> Found:
    """2023-09-13."""
    found = _calendar_day(int(match["year"]), int(match["number"]), int(match["day"]))
    if found:
        yield over(match), spells.day(found)


def _month_and_year(match: re.Match[str], scene: Scene) -> Found:
    """July 2023 · July of last year."""
    year = _year_of(match, scene)
    value = spells.month(year, _month_of(match)) if year else None
    if value:
        yield over(match), value


def _bare_month(match: re.Match[str], scene: Scene) -> Found:
    """July · last July."""
    span, number = over(match, "month", "month"), _month_of(match)
    named = entity(scene, span)
    dated = _DATED.search(lead(scene, span.start)) or match["step"]
    if scene.published is None or not (named == "DATE" or (dated and named not in _NAMES)):
        return
    if not match["step"] and _after_a_name(scene, span):
        return  # Theresa May
    if number == 9 and _ATTACKS.match(scene.doc.text, span.end):
        return
    if len(match["month"]) < 4 and number != 5 and not dated:
        return  # "Jan", "Jun" are names of people
    year, this = scene.published.year, scene.published.month
    step = (match["step"] or "").lower()
    if step == "last":
        year -= number >= this
    elif step == "next":
        year += number <= this
    elif not step and ahead(scene, span):
        year += number < this
    elif not step:
        year -= number > this
    value = spells.month(year, number)
    if value:
        yield over(match), value


def _after_a_name(scene: Scene, span: Span) -> bool:
    token = token_at(scene.doc, span.start)
    before = scene.doc[token.i - 1] if token is not None and token.i else None
    return before is not None and before.pos_ == "PROPN" and before.lower_ not in WEEKDAYS


def _bare_year(match: re.Match[str], scene: Scene) -> Found:
    """2006, where a year can stand."""
    text, span = scene.doc.text, over(match)
    named = entity(scene, span)
    if named in {"CARDINAL", "QUANTITY", "MONEY", "TIME", "PERCENT", "ORDINAL"} or _COUNTED.match(text, span.end):
        return
    before = lead(scene, span.start)
    if _NUMBERED.search(before) or before.endswith(("$", "€", "£", "#")):
        return
    value = spells.year(int(match["year"]))
    if value and (named == "DATE" or any(words.search(before) for words in (_DATED, _OF_A_YEAR, _FROM_YEAR))):
        yield span, value


_BEFORE = r"(?<![\w$€£#.,/-])"

_CENTURIES = ("1", "20", "21")
_NAMED = tuple(sorted({name[:3] for name in MONTHS}))

RULES: tuple[Rule, ...] = (
    (_CENTURIES, re.compile(rf"{_BEFORE}(?P<year>1\d{{3}}|2[01]\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])"), _iso),
    (
        _NAMED,
        re.compile(rf"{_WEEKDAY}\b{_MONTH}\.?\s+{_DAY}(?:{_TO}(?P<last>{_NUMBER}){_NO_MORE})?{_OF_YEAR}?"),
        _full_day,
    ),
    (
        _NAMED,
        re.compile(
            rf"{_WEEKDAY}{_BEFORE}(?P<day>{_NUMBER})(?:(?:{_TO}|\s+and\s+)(?P<last>{_NUMBER}))?\s+(?:of\s+)?"
            rf"{_MONTH}(?:\.?{_OF_YEAR})?"
        ),
        _full_day,
    ),
    (_NAMED, re.compile(rf"\b{_MONTH}\.?{_OF_YEAR}"), _month_and_year),
    (_NAMED, re.compile(rf"(?:\b(?P<step>[Ll]ast|[Nn]ext|[Tt]his)\s+)?\b{_MONTH}"), _bare_month),
    (_CENTURIES, re.compile(rf"(?:(?<=\d{{4}}-)|(?<=\b[Mm]id-)|{_BEFORE}){_YEAR}"), _bare_year),
)
"""Each form of an absolute date, with its reading."""
