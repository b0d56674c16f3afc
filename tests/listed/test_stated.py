"""Dates in the words of lists."""

from datetime import date

import pytest

from verbale.listed import stated


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("1967-01-09", date(1967, 1, 9), date(1967, 1, 9)),
        ("26.11.1972", date(1972, 11, 26), date(1972, 11, 26)),
        ("12 Mar 1965", date(1965, 3, 12), date(1965, 3, 12)),
        ("March 4, 1965", date(1965, 3, 4), date(1965, 3, 4)),
        ("Sept. 1978", date(1978, 9, 1), date(1978, 9, 30)),
        ("02/1964", date(1964, 2, 1), date(1964, 2, 29)),
        ("1965", date(1965, 1, 1), date(1965, 12, 31)),
        ("1960s", date(1960, 1, 1), date(1969, 12, 31)),
        ("circa 1960", date(1959, 1, 1), date(1961, 12, 31)),
        ("between 1962 and 1965", date(1962, 1, 1), date(1965, 12, 31)),
        ("1964-1966", date(1964, 1, 1), date(1966, 12, 31)),
        ("01 Jan 1961 to 31 Mar 1961", date(1961, 1, 1), date(1961, 3, 31)),
        ("1963 (as he says)", date(1963, 1, 1), date(1963, 12, 31)),
    ],
)
def test_a_date_is_as_exact_as_its_words(words: str, earliest: date, latest: date) -> None:
    found = stated(words)
    assert (found.words, found.earliest, found.latest) == (words, earliest, latest)


@pytest.mark.parametrize(
    "words", ["28 September (year unknown)", "31.2.1960", "30-35 years old", "10.2.1983 (or 10.3.1983)", "1966 to 1964"]
)
def test_what_is_no_one_date_keeps_its_words_and_gets_no_days(words: str) -> None:
    found = stated(words)
    assert (found.words, found.earliest, found.latest) == (words, None, None)
