"""Two names compared: what is one person's, what another's, and what a person must look at."""

import pytest

from verbale.screening import likeness
from verbale.screening.likeness import MATCH, REVIEW

SAME = [
    ("Pavel Gorshkov", "GORSHKOV, Pavel Andreyevich"),  # the surname first, and a patronymic
    ("Pavel Gorshkov", "Павел Андреевич ГОРШКОВ"),
    ("Sergei Zhukov", "Serguei Joukov"),  # French
    ("Yuri Shcherbakov", "Juri Schtscherbakow"),  # German
    ("Dmitry Alekseevich Yurin", "Dmitrij Aleksejevitj JURIN"),  # Swedish
    ("Khaled Hussein", "AL-HUSAYN, Khalid"),
    ("Abdul Rahman Yusuf", "Yusuf Abdelrahman"),
    ("José Núñez", "NUNEZ, Jose"),
    ("Mehmet Şimşek", "Mehmet Simsek"),
    ("Cho Myong Sik", "Jo Myeong-sik"),
    ("Ri Kwang Su", "Lee Kwangsu"),
    ("김철수", "Kim Chol Su"),
    ("王小明", "WANG, Xiaoming"),
    ("Nguyễn Văn Bình", "Nguyen Van Binh"),
    ("U Tun Naing", "Htun Naing"),
]
DIFFERENT = [
    ("Pavel Gorshkov", "GORSHKOV, Ivan"),
    ("Pavel Gorshkov", "GORSHKOVA, Irina Pavlovna"),
    ("Alex Gorshkov", "GORSHKOVA, Alex"),  # a man's surname and a woman's
    ("Sasha Petrenko Ivanovich", "Sasha Petrenko Ivanovna"),  # a man's patronymic and a woman's
    ("Hasan Mansour", "Husain Mansour"),
    ("Kim Chol Su", "Kim Chol Min"),
    ("Kim Chol Su", "Ri Chol Su"),
    ("Park Jin", "PARK, Jin Su"),
    ("Wang Xiaoming", "Wang Xiaohong"),
    ("Nguyen Van Binh", "Nguyen Van Hai"),
    ("Tun Naing", "Tun Naing Oo"),
]
REVIEWED = [
    ("Kim Jong Su", "Kim Tong Su", "Jong and Tong"),  # one initial apart
    ("Kim Jun Su", "Kim Chun Su", "Jun and Chun"),  # one spelling may be two names
    ("Ryu Myong", "YU, Myong", "Ryu and Yu"),  # two names in the north, one in the south
    ("Pedro Campos", "CAMPOS ROJAS, Pedro", "Rojas"),
    ("Gorshkov", "GORSHKOV, Pavel", "only one name"),
    ("P. Gorshkov", "Pavel Gorshkov", "not the same"),
    ("Karim Saleh", "Karam Saleh", "not the same"),
    ("Khalid Salim", "خالد سالم", "no vowels"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_match_and_say_why(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found.score >= MATCH, found
    assert found.reasons


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_of_two_people_are_not_even_shown(one: str, other: str) -> None:
    assert likeness(one, other).score < REVIEW


@pytest.mark.parametrize(("one", "other", "why"), REVIEWED)
def test_a_doubt_is_shown_with_its_cause_and_is_no_match(one: str, other: str, why: str) -> None:
    found = likeness(one, other)
    assert REVIEW <= found.score < MATCH, found
    assert why in " ".join(found.reasons)


@pytest.mark.parametrize("word", ["Gorshkov", "Kim", "Al-Masri", "Aung"])
def test_a_lone_word_never_matches_not_even_itself(word: str) -> None:
    assert likeness(word, word).score < MATCH


def test_one_word_of_a_full_name_that_is_looked_for_is_not_shown() -> None:
    assert likeness("Ivan Gorshkov", "Ivan").score < REVIEW
