"""The verdict on a subject and an entry, and the index that finds the entries."""

from dataclasses import replace
from datetime import date

import pytest

from verbale.listed import ListedName, ListedParty, Stated
from verbale.screening import Index, Subject, judged


def day(text: str) -> Stated:
    return Stated(text, date.fromisoformat(text), date.fromisoformat(text))


def year(number: int) -> Stated:
    return Stated(str(number), date(number, 1, 1), date(number, 12, 31))


ENTRY = ListedParty(
    "X.001",
    "Person",
    (ListedName("CAMPOS ROJAS, Pedro", "primary", "Latn"), ListedName("Tiago Serrano", "weak", "Latn")),
    (),
    births=(day("1960-05-04"),),
    nationalities=("VE",),
    positions=("Minister of Mines",),
    gender="male",
)
FULL = Subject("Pedro Campos Rojas", type="Person")
SHORT = Subject("Pedro Campos", type="Person")


def test_the_whole_name_matches_and_the_reasons_name_the_entrys_name() -> None:
    found = judged(FULL, "un", ENTRY)
    assert found.verdict == "match"
    assert '"CAMPOS ROJAS, Pedro" (primary name)' in found.reasons[0]


@pytest.mark.parametrize("birth", [day("1961-05-04"), year(1959)])
def test_another_year_of_birth_makes_no_match(birth: Stated) -> None:
    found = judged(replace(FULL, births=(birth,)), "un", ENTRY)
    assert found.verdict == "no match"
    assert "1960-05-04" in found.reasons[-1]


def test_another_sex_makes_no_match() -> None:
    assert judged(replace(FULL, gender="female"), "un", ENTRY).verdict == "no match"


def test_an_organisation_is_no_person() -> None:
    assert judged(replace(FULL, type="Organization"), "un", ENTRY).verdict == "no match"


def test_a_doubt_is_lifted_by_the_day_of_birth_or_by_two_other_things_that_agree() -> None:
    assert judged(SHORT, "un", ENTRY).verdict == "review"
    assert judged(replace(SHORT, countries=("VE",)), "un", ENTRY).verdict == "review"
    assert judged(replace(SHORT, births=(day("1960-05-04"),)), "un", ENTRY).verdict == "match"
    assert judged(replace(SHORT, births=(year(1960),), countries=("VE",)), "un", ENTRY).verdict == "match"
    assert judged(replace(SHORT, positions=("mines minister",), countries=("VE",)), "un", ENTRY).verdict == "match"


def test_another_country_asks_for_a_persons_eye() -> None:
    found = judged(replace(FULL, countries=("PT",)), "un", ENTRY)
    assert found.verdict == "review"
    assert "VE" in found.reasons[-1]


def test_a_weak_alias_alone_is_no_match() -> None:
    assert judged(Subject("Tiago Serrano"), "un", ENTRY).verdict == "review"


@pytest.fixture(scope="module")
def index() -> Index:
    def party(number: int, *names: str) -> ListedParty:
        return ListedParty(f"X.{number:03}", "Person", tuple(ListedName(n, "primary", "Latn") for n in names), ())

    crowd = [f"{given} {family}" for given in ("Ivan", "Oleg", "Anton") for family in ("Belov", "Sizov", "Rybin")]
    entries = ["CHO MYONGSIK", "GORSHKOV, Pavel Andreyevich", "AL-HUSAYN, Khalid", "Serguei Joukov", *crowd]
    return Index([("un", (party(number, name) for number, name in enumerate(entries)))])


@pytest.mark.parametrize(
    ("name", "entry"),
    [("Jo Myong Sik", "X.000"), ("Павел Горшков", "X.001"), ("Khaled Hussein", "X.002"), ("Sergei Zhukov", "X.003")],
)
def test_the_index_finds_a_name_in_another_spelling(index: Index, name: str, entry: str) -> None:
    assert [(found.party.id, found.verdict) for found in index.screened(Subject(name))] == [(entry, "match")]


def test_the_index_finds_what_the_south_writes_without_an_r() -> None:
    listed = ListedParty("X.9", "Person", (ListedName("RYU MYONG", "primary", "Latn"),), ())
    assert [found.verdict for found in Index([("un", [listed])]).screened(Subject("Yu Myong"))] == ["review"]


def test_the_index_shows_a_lone_surname_for_review_only(index: Index) -> None:
    assert {found.verdict for found in index.screened(Subject("Belov"))} == {"review"}
    assert index.screened(Subject("Marta Lindqvist")) == ()
