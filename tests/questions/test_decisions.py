"""Who was decided to be one with whom."""

from datetime import date

from asking import Ask

PERSON = "https://w3id.org/verbale/id/actor/person/"
COLUMNS = "first ruling second since by node"


def test_every_decision_is_told_with_its_day_and_who_took_it(ask: Ask) -> None:
    assert ask("decisions", "which-decisions-of-identity", COLUMNS) == [
        ("Elena Gritsak", "one", "Olena Hrytsak", date(2024, 5, 2), "M. Okafor", f"{PERSON}elena-gritsak"),
        ("Olena Hrytsai", "apart", "Olena Hrytsak", None, None, None),
    ]


def test_a_node_is_asked_about_by_its_own_iri_and_by_that_which_stands_for_it(ask: Ask) -> None:
    def told(actor: str) -> list[tuple[object, ...]]:
        return ask("decisions", "which-decisions-of-identity", "first second", actor=PERSON + actor)

    assert len(told("elena-gritsak")) == len(told("olena-hrytsak")) == 2
    assert told("olena-hrytsai") == [("Olena Hrytsai", "Olena Hrytsak")]
    assert told("nobody") == []
