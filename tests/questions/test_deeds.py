"""One question for each of the other types of event; expectations from ``data/deeds.trig``."""

import pytest
from asking import Ask


@pytest.mark.parametrize(
    ("question", "columns", "rows"),
    [
        (
            "who-agreed-on-what",
            "party subject stance quote",
            [
                ("Norland", "the border", "asserted", "a treaty on the border"),
                ("Ostia", "the border", "asserted", "a treaty on the border"),
            ],
        ),
        (
            "who-aided-whom",
            "donor recipient item stance quote",
            [("Ostia", "Norland", "food", "planned", "Ostia will send food")],
        ),
        (
            "who-works-with-whom",
            "party subject kind",
            [("Norland", "naval drills", "joint-exercise"), ("Ostia", "naval drills", "joint-exercise")],
        ),
        ("who-is-at-war", "party kind quote", [("Norland", "civil-war", "Norland's civil war")]),
        (
            "whose-forces-move",
            "actor item kind stance claimant",
            [("Ostia", "a missile", "missile-launch", "alleged", "Norland")],
        ),
        ("who-coerced-whom", "actor target item kind", [("Norland", "the editor", None, "arrest")]),
        (
            "who-protested-against-whom",
            "actor target kind place latitude longitude",
            [("protesters", "Norland", "demonstration", "the square", 10.5, -20.25)],
        ),
        (
            "who-gave-way",
            "actor recipient item kind stance",
            [("Norland", "protesters", "the editor", "release", "denied")],
        ),
        (
            "who-came-and-went",
            "person organization post kind stance quote",
            [("the editor", "Norland", "president", "election", "hypothetical", "might be elected president")],
        ),
    ],
)
def test_each_deed_has_its_parties_words_and_stance(
    ask: Ask, question: str, columns: str, rows: list[tuple[object, ...]]
) -> None:
    assert ask("deeds", question, columns) == rows


def test_a_deed_is_found_by_any_of_its_parties_and_by_no_other(ask: Ask) -> None:
    assert ask("deeds", "who-aided-whom", "item", actor="Norland") == [("food",)]
    assert ask("deeds", "who-aided-whom", "item", actor="protesters") == []
