"""Dates as news writes them: partial, relative, anchored on the day of publication."""

from collections.abc import Iterator
from dataclasses import replace

from verbale.model import Document, Paragraph, PartialDate, Span
from verbale.text import absolute, relative
from verbale.text.scene import Scene

__all__ = ["times"]


def times(document: Document, paragraphs: tuple[Paragraph, ...]) -> dict[Span, PartialDate]:
    """The dates that the text names, by the span of their words, in the order of the text.

    A weekday is the nearest such day on or before publication ("on Wednesday" in an
    article of that Wednesday is that day), the next one after a verb of plan ("will
    meet on Wednesday"); "last Friday" is before publication, "next Friday" after it. A
    day and month without a year is the nearest one, further back than ahead; a month
    is the last that had begun at publication, the next one after a verb of plan.

    Months and years keep their precision: "in July" is a month, never its first day.
    "Last week" is some day of that week, as precise as what its days have in common:
    a month, or a year. "Three days later" and "the next day" count from the date named
    last in the text. Without a day of publication, relative words, weekdays, and
    months without a year yield nothing.

    What is no date of its own is left out: lengths of time, ages, decades, "every
    Friday", rough counts ("about five years ago"), and days that are names ("Black
    Friday", "the September 11 attacks"). Follows the values of TimeML's TIMEX3, with
    the earliest and latest day in place of fields left open.
    """
    found: dict[Span, PartialDate] = {}
    latest: PartialDate | None = None
    for paragraph in paragraphs:
        start = paragraph.span.start
        for span, value in _in_paragraph(Scene(paragraph.doc, document.published, latest)):
            found[Span(start + span.start, start + span.end)] = latest = value
    return found


def _in_paragraph(scene: Scene) -> Iterator[tuple[Span, PartialDate]]:
    """The dates of a paragraph, by offsets in it: of the readings at one place the longest that holds."""
    text = scene.doc.text
    lower = text.lower()
    candidates = [
        (match, reading)
        for signs, words, reading in (*absolute.RULES, *relative.RULES)
        if any(sign in lower for sign in signs)
        for match in words.finditer(text)
    ]
    candidates.sort(key=lambda candidate: (candidate[0].start(), -candidate[0].end()))
    done = 0
    for match, reading in candidates:
        if match.start() < done:
            continue
        for span, value in reading(match, scene):
            yield span, value
            scene = replace(scene, latest=value)
            done = span.end
