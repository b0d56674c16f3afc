"""Which kind of event, or act of speech, words tell of where one word tells of several."""

import pytest

from verbale.events.frames import event_type


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Italy returned the statue to Greece.", ("Withdrawal", "release")),
        ("Angela Merkel returned to Berlin.", ("Visit", "return")),
        ("Norway suspended aid to Mali.", ("Sanction", "impose")),
        ("Kenya sent peacekeepers to Haiti.", ("MilitaryActivity", "peacekeeping")),
        ("Peru summoned the ambassador of Chile.", ("Meeting", "summons")),
        ("Peru convened the ministers of Chile.", ("Meeting", "talks")),
    ],
)
def test_the_first_event_and_its_kind(read, words, told):
    event = read(words).events[0]
    assert (event.type, event.kind) == told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Russia vetoed the draft.", ("deny", {"Russia"})),
        ("Peru's ultimatum to Chile expired.", ("warn", {"Peru"})),
        ("Chile is willing to talk.", ("vow", {"Chile"})),
    ],
)
def test_acts_of_speech_in_other_words(read, words, said):
    assert read(words).said() == [said]


@pytest.mark.parametrize(
    ("trigger", "kind"), [("convict", "conviction"), ("arrest", "arrest"), ("torment", "coercion")]
)
def test_a_trigger_where_no_frame_finds_it_names_its_kind_or_that_of_the_type(trigger, kind):
    assert event_type("Coercion").kind_of(trigger) == kind


def test_a_favour_that_is_returned_is_nothing_given_back(read):
    assert read("Norway returned the favour to Mali.").events == ()
