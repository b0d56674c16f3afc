"""What is promised of dates: their words, their value, their precision, and what is no date."""

import os
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from verbale.model import Document
from verbale.text.dates import times
from verbale.text.parsing import paragraphs

WEDNESDAY = "2024-05-15"


def dated(text: str, on: str | None) -> list[tuple[str, str]]:
    """The words and the value of each date in the text."""
    document = Document("a", text, published=date.fromisoformat(on) if on else None)
    return [(text[span.start : span.end], value.iso) for span, value in times(document, paragraphs(document)).items()]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("They met on Tuesday, May 7, 2019, in Oslo.", "Tuesday, May 7, 2019", "2019-05-07"),
        ("They met on 7 May 2019 in Oslo.", "7 May 2019", "2019-05-07"),
        ("They met on the 7th of May 2019.", "7th of May 2019", "2019-05-07"),
        ("They met on Dec. 7, 2019.", "Dec. 7, 2019", "2019-12-07"),
        ("They met on 2019-05-07 in Oslo.", "2019-05-07", "2019-05-07"),
        ("They met in May 2019.", "May 2019", "2019-05"),
        ("The war began in 1999.", "1999", "1999"),
        ("The 1998 accord failed.", "1998", "1998"),
        ("The rule has held since mid-2006.", "2006", "2006"),
        ("Emissions are to fall by 2050.", "2050", "2050"),
    ],
)
def test_a_date_with_its_year_needs_no_day_of_publication(text, words, iso):
    assert dated(text, None) == [(words, iso)]
    assert dated(text, WEDNESDAY) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("The envoys met on Wednesday.", "Wednesday", "2024-05-15"),
        ("The envoys met on Thursday.", "Thursday", "2024-05-09"),
        ("The envoys will meet on Thursday.", "Thursday", "2024-05-16"),
        ("The envoys will meet on Wednesday.", "Wednesday", "2024-05-15"),
        ("She plans to visit Oslo on Monday.", "Monday", "2024-05-20"),
        ("Talks are scheduled for Sunday.", "Sunday", "2024-05-19"),
        ("Preparations for the November 9 summit go on.", "November 9", "2024-11-09"),
        ("He left last Wednesday.", "last Wednesday", "2024-05-08"),
        ("He returns next Wednesday.", "next Wednesday", "2024-05-22"),
        ("The army attacked this Monday.", "this Monday", "2024-05-13"),
        ("The parliament votes this Friday.", "this Friday", "2024-05-17"),
        ("Shells fell on Sunday night.", "Sunday night", "2024-05-12"),
        ("He spoke on Friday of last week.", "Friday of last week", "2024-05-10"),
        ("The ministers met today.", "today", "2024-05-15"),
        ("Yesterday’s vote failed.", "Yesterday", "2024-05-14"),
        ("The vote is tomorrow.", "tomorrow", "2024-05-16"),
        ("He died last night.", "last night", "2024-05-14"),
        ("It began the day before yesterday.", "the day before yesterday", "2024-05-13"),
        ("Four days ago the bridge fell.", "Four days ago", "2024-05-11"),
        ("He was chosen three months ago.", "three months ago", "2024-02"),
        ("The post was closed two years ago.", "two years ago", "2022"),
        ("The truce broke last month.", "last month", "2024-04"),
        ("The truce broke earlier this month.", "earlier this month", "2024-05"),
        ("Last year he won.", "Last year", "2023"),
        ("Two men died in the last two weeks.", "the last two weeks", "2024-05"),
        ("The envoys met on April 30.", "April 30", "2024-04-30"),
        ("The envoys met on 3 December.", "3 December", "2023-12-03"),
        ("The congress of June 3 has its guests.", "June 3", "2024-06-03"),
        ("The envoys met on Friday, Dec. 15.", "Friday, Dec. 15", "2023-12-15"),
        ("He visited Oslo in July.", "July", "2023-07"),
        ("He visited Oslo in May.", "May", "2024-05"),
        ("He will visit Oslo in July.", "July", "2024-07"),
        ("He resigned last May.", "last May", "2023-05"),
        ("They met in March last year.", "March last year", "2023-03"),
        ("They met on March 9 last year.", "March 9 last year", "2023-03-09"),
    ],
)
def test_a_date_is_told_from_the_day_of_publication_and_without_it_not_at_all(text, words, iso):
    assert dated(text, WEDNESDAY) == [(words, iso)]
    assert dated(text, None) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met from 3 to 5 May.", [("3", "2024-05-03"), ("5 May", "2024-05-05")]),
        ("They met on April 3-5, 2022.", [("April 3", "2022-04-03"), ("5, 2022", "2022-04-05")]),
        ("They met from April 29 to May 2, 2022.", [("April 29", "2022-04-29"), ("May 2, 2022", "2022-05-02")]),
        ("They fought between 1939 and 1945.", [("1939", "1939"), ("1945", "1945")]),
    ],
)
def test_a_stretch_of_time_is_two_dates(text, found):
    assert dated(text, WEDNESDAY) == found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They met on 3 May 2022. Three days later the truce broke.", ("Three days later", "2022-05-06")),
        ("They met on 3 May 2022. The next day he left.", ("The next day", "2022-05-04")),
        ("They met in May 2022.\n\nTwo years earlier they had fought.", ("Two years earlier", "2020")),
        ("He was born in 1960. In June of that year war began.", ("June of that year", "1960-06")),
        ("He was born in 1960. Three days later war began.", ("1960", "1960")),
    ],
)
def test_some_words_count_from_the_date_named_last_if_it_is_exact_enough(text, last):
    assert dated(text, None)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said no.",
        "The soldiers may march in an august parade.",
        "Shops opened on Black Friday.",
        "He led the Friday prayers.",
        "The Good Friday Agreement held.",
        "They meet every Friday.",
        "It changed the world after 9/11 and the Sept. 11 attacks.",
        "World War II was long.",
        "The army sent 2,000 troops.",
        "The army sent 2000 troops at 1500 GMT.",
        "Resolution 1874 was ignored.",
        "It cost $2000.",
        "In the 1990s there was war.",
        "The man is 70 years old.",
        "They fought for three years.",
        "About five years ago they fought.",
        "Three days after the summit he left.",
        "The city has grown over the last year.",
        "USA Today had the story.",
    ],
)
def test_what_looks_like_a_date_and_is_none_yields_nothing(text):
    assert dated(text, WEDNESDAY) == []


def test_a_number_of_things_after_a_month_is_no_day():
    assert dated("In April 14 people died.", WEDNESDAY) == [("April", "2024-04")]
    assert dated("On April 14 people died.", WEDNESDAY) == [("April 14", "2024-04-14")]


@pytest.mark.parametrize(
    ("text", "on", "earliest", "latest", "precision"),
    [
        ("He left in April.", WEDNESDAY, "2024-04-01", "2024-04-30", "month"),
        ("He left in 2016.", WEDNESDAY, "2016-01-01", "2016-12-31", "year"),
        ("He left last week.", WEDNESDAY, "2024-05-06", "2024-05-12", "month"),
        ("He left last week.", "2024-05-09", "2024-04-29", "2024-05-05", "year"),
        ("He left over the weekend.", WEDNESDAY, "2024-05-11", "2024-05-12", "month"),
        ("In the past ten days he left.", WEDNESDAY, "2024-05-05", "2024-05-15", "month"),
    ],
)
def test_a_date_is_no_more_exact_than_its_words(text, on, earliest, latest, precision):
    document = Document("a", text, published=date.fromisoformat(on))
    (value,) = times(document, paragraphs(document)).values()
    assert (str(value.earliest), str(value.latest), value.precision) == (earliest, latest, precision)


def test_a_week_across_two_years_has_nothing_to_tell():
    assert dated("He left last week.", "2024-01-09") == [("last week", "2024-01")]
    assert dated("He left last week.", "2025-01-08") == []


def test_a_day_that_no_calendar_has_is_no_date():
    assert dated("They met on 31 June 2022.", WEDNESDAY) == [("June 2022", "2022-06")]
    assert dated("They met on 2022-06-31.", WEDNESDAY) == []


def test_dates_come_in_the_order_of_the_text_without_overlap():
    text = (
        "On Monday, 6 May 2024, he met her; on Tuesday he left.\n\nLast week, in April 2023 and in 2022 "
        "they had met, and the next day they will meet again on June 3."
    )
    document = Document("a", text, published=date(2024, 5, 15))
    spans = list(times(document, paragraphs(document)))
    assert len(spans) >= 6
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_another_process_with_another_hash_seed_reads_the_same():
    program = (
        "from datetime import date; from verbale.model import Document; from verbale.text.dates import times\n"
        "from verbale.text.parsing import paragraphs\n"
        "d = Document('a', 'On Monday he left. In May 2022 he came, will go in July.', published=date(2024, 5, 15))\n"
        "print(times(d, paragraphs(d)))"
    )
    source = Path(__file__).parents[2] / "ingest"
    printed = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(source)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert printed[0].count("PartialDate") == 3
