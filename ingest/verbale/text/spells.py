"""Arithmetic on partial dates: days, months, years and stretches of days."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from verbale.model import PartialDate
from verbale.text.days import YEARS

__all__ = ["Unit", "day", "month", "moved", "stretch", "week", "weekday_after", "weekday_before", "year"]

Unit = Literal["day", "week", "month", "year"]


def day(value: date) -> PartialDate:
    """This very day."""
    return PartialDate(value, value, "day")


def month(of_year: int, number: int) -> PartialDate | None:
    """A whole month; None outside the years that news speaks of."""
    if of_year not in YEARS:
        return None
    return PartialDate(
        date(of_year, number, 1), date(of_year, number, monthrange(of_year, number)[1]), "month"
    )  # fmt: skip


def year(number: int) -> PartialDate | None:
    """A whole year; None outside the years that news speaks of."""
    if number not in YEARS:
        return None
    return PartialDate(date(number, 1, 1), date(number, 12, 31), "year")


def stretch(first: date, last: date) -> PartialDate | None:
    """Some day from the first to the last; its precision is what the two have in common, None where that is nothing."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return None
    return PartialDate(first, last, "month" if first.month == last.month else "year")


def week(of: date) -> PartialDate | None:
    """Some day of the week, Monday to Sunday, in which a day lies."""
    monday = of - timedelta(of.weekday())
    return stretch(monday, monday + timedelta(6))


def weekday_before(number: int, of: date) -> date:
    """The last such weekday (Monday 0) on or before a day."""
    return of - timedelta((of.weekday() - number) % 7)


def weekday_after(number: int, of: date) -> date:
    """The first such weekday (Monday 0) on or after a day."""
    return of + timedelta((number - of.weekday()) % 7)


def moved(origin: date, count: int, unit: Unit) -> PartialDate | None:
    """The day, week, month or year that lies ``count`` of them after a day, before it where negative."""
    if unit == "year":
        return year(origin.year + count)
    if unit == "month":
        years, number = divmod(origin.year * 12 + origin.month - 1 + count, 12)
        return month(years, number + 1)
    there = origin + timedelta(count * (7 if unit == "week" else 1))
    return week(there) if unit == "week" else day(there)
