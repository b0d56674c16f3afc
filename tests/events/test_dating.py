"""When an event is: what the clause does not date, the words around it or the article may."""

import pytest


def dates(done, type_):
    return [event.starts.iso if event.starts else None for event, _ in done.of(type_)]


def test_what_the_clause_adds_is_of_the_day_before_it(read):
    done = read(
        "Emmanuel Macron met Angela Merkel in Vienna on Monday. Macron also met Sergei Lavrov.", on="2024-05-02"
    )
    assert dates(done, "Meeting") == ["2024-04-29", "2024-04-29"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Peru announced on Monday that it had expelled the ambassador of Chile.", "2024-04-29"),
        ("Peru announced on Monday that it would expel the ambassador of Chile.", None),
        ("Peru said on Monday that it had expelled the ambassador of Chile.", None),
    ],
)
def test_what_is_announced_as_done_has_the_day_of_the_announcement(read, words, day):
    assert dates(read(words), "Coercion") == [day]


def test_a_story_runs_on_in_the_year_of_the_sentence_before(read):
    done = read("In 1998 the country was poor.\n\nRebels attacked Freetown.", on=None)
    assert dates(done, "Attack") == ["1998"]


def test_a_meeting_on_a_journey_is_of_the_month_of_the_journey(read):
    done = read("Angela Merkel will travel to Kenya on June 4. Angela Merkel will meet Emmanuel Macron.")
    assert dates(done, "Visit") == ["2024-06-04"]
    assert dates(done, "Meeting") == ["2024-06"]


def test_two_journeys_in_two_months_date_no_meeting(read):
    done = read(
        "Angela Merkel will travel to Kenya on June 4. Angela Merkel will visit Peru on July 9. "
        "Angela Merkel will meet Emmanuel Macron."
    )
    assert dates(done, "Meeting") == [None]


def test_the_opening_of_a_story_is_news_of_its_month(read):
    told = "The weather is fine. " * 5 + "Rebels attacked Freetown."
    assert dates(read(told), "Attack") == ["2024-05"]
    assert dates(read("The weather is fine. " + told), "Attack") == [None]
