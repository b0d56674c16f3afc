"""What may be one is proposed, with reasons and words; what was decided is not proposed again."""

from dataclasses import replace

import pytest

from tests.identity.conftest import DMITRIY, DMYTRO, GENEVA, VIENNA, take
from verbale.identity import Decision, decide, proposals
from verbale.identity.likeness import keys, likeness
from verbale.identity.proposals import REVIEW
from verbale.store import Store, memory


def test_two_spellings_are_proposed_with_reasons_and_the_passages(articles: Store) -> None:
    (proposal,) = proposals(articles)
    assert (proposal.first, proposal.second) == (DMITRIY, DMYTRO)
    assert proposal.score > REVIEW
    assert "both foreign minister" in proposal.reasons
    assert "both of UA" in proposal.reasons
    assert "met Emmanuel Macron" in proposal.passages[0]
    assert "met Angela Merkel" in proposal.passages[1]


@pytest.mark.parametrize("ruling", ["one", "apart"])
def test_a_decided_pair_is_not_proposed_again(ruling, articles: Store) -> None:  # type: ignore[no-untyped-def]
    decide(articles, [Decision.of(DMYTRO, DMITRIY, ruling)])
    assert proposals(articles) == []
    take(articles, VIENNA, GENEVA)
    assert proposals(articles) == []


def test_a_bare_surname_is_never_likely_whatever_speaks_for_it() -> None:
    with memory() as store:
        short = "Ukraine's Foreign Minister Kovalenko met Angela Merkel in Bonn. Kovalenko thanked Merkel.\n"
        take(store, VIENNA, replace(VIENNA, name="bonn", url="", text=short))
        (proposal,) = proposals(store)
        assert proposal.names[0] == "Kovalenko"
        assert proposal.score < REVIEW


def test_a_bare_surname_without_context_is_not_proposed() -> None:
    with memory() as store:
        take(store, VIENNA, replace(VIENNA, name="bonn", url="", text="Kovalenko arrived in Bonn.\n"))
        assert proposals(store) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dmytro Kovalenko", "Дмитро Коваленко"),
        ("Mohammed bin Salman", "محمد بن سلمان"),
        ("Xi Jinping", "习近平"),
        ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης"),
        ("Ayman al-Zawahiri", "Ayman Zawahri"),
        ("Muammar Gaddafi", "Gaddafi Muammar"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
        ("P. J. Crowley", "Philip J. Crowley"),
        ("Usama Bin Ladin", "Osama bin Laden"),
    ],
)
def test_one_name_in_two_spellings_or_scripts_is_alike_and_meets(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.7
    assert likeness(one, other) == likeness(other, one)
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Bush", "George H. W. Bush"),
        ("Sergei Ivanov", "Sergei Ivanova"),
        ("Donald Trump", "Donald Tusk"),
        ("Michel Aoun", "Joseph Aoun"),
        ("John Roos", "John R. Bass"),
        ("Boris Johnson", "Lyndon B. Johnson"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Lavrov", "Sergei Lavrov"),
        ("Martin King", "Martin King Jr. IV"),
    ],
)
def test_two_names_that_are_near_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) < 0.7
