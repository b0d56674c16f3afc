"""Whom a slot means where the parse tears a phrase apart."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "Angela Merkel spoke today by phone with Kenyan President William Ruto.",
        "Angela Merkel held a call on Tuesday with Kenyan President William Ruto.",
        "Angela Merkel spoke today with Republic of Kenya (RK) President William Ruto.",
    ],
)
def test_a_partner_is_found_behind_what_stands_between(read, words):
    assert read(words).roles("Meeting") == [{"participant": {"Angela Merkel", "William Ruto"}}]


def test_behind_a_bracket_stand_all_who_are_joined(read):
    done = read(
        "Angela Merkel spoke today with Republic of Chad (ROC) Foreign Minister Mahamat Saleh "
        "and Kenyan President William Ruto."
    )
    assert done.roles("Meeting") == [{"participant": {"Angela Merkel", "Mahamat Saleh", "William Ruto"}}]


def test_a_state_before_a_bracket_stays_where_nobody_follows(read):
    done = read("Angela Merkel met the Republic of Chad (ROC) in Vienna.")
    assert done.roles("Meeting") == [{"participant": {"Angela Merkel", "Chad"}}]


def test_a_name_torn_from_its_post_is_one_person(read):
    done = read(
        "Angela Merkel met today with Australian Foreign Minister Marise Payne in Melbourne to affirm the pact."
    )
    assert done.roles("Meeting") == [{"participant": {"Angela Merkel", "Marise Payne"}}]


def test_a_call_without_a_caller_is_no_event(read):
    assert read("Analysts read the call with William Ruto.").roles("Meeting") == []
