"""Which of the places that share a name is meant."""

import pytest

from verbale.entities import link
from verbale.model import Chain, Document, Mention, Span
from verbale.reference import load


def point(found, name):
    """Where the place of that name lies, rounded to whole degrees, or nothing."""
    place = next(entity for entity in found.entities if entity.name == name)
    return None if place.latitude is None else (round(place.latitude), round(place.longitude))


ALONE = "A barn burned down in {} on Monday."


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("The mill in Aurora, Ill., burned.", "Aurora", (42, -88)),
        ("The mill in Aurora, Colo., burned.", "Aurora", (40, -105)),
        ("The mill in Aurora, Colorado, burned.", "Aurora", (40, -105)),
        ("Ontario closed two schools. Pupils in London protested.", "London", (43, -81)),
        ("Maine closed two schools. Pupils in Portland protested.", "Portland", (44, -70)),
    ],
)
def test_a_town_lies_in_the_state_or_province_that_the_article_names(find, text, name, place):
    assert point(find(text), name) == place


def test_towns_that_lie_together_explain_each_other(find):
    text = "Teams from Marietta, Zanesville and Cambridge played in Chillicothe on Monday."
    assert point(find(text), "Cambridge") == (40, -82)
    assert point(find(text), "Marietta") == (39, -81)


def test_a_great_city_is_itself_though_a_village_of_its_name_lies_near_another(find):
    text = "The envoy visited Pittsburgh, Houston and Chicago in March."
    assert point(find(text), "Houston") == (30, -95)


def test_a_capital_is_itself_though_another_country_is_spoken_of_more(find):
    text = "American officials and US diplomats praised the treaty. The United States signed it in Dublin on Monday."
    assert point(find(text), "Dublin") == (53, -6)


def test_a_county_is_the_one_of_the_state_that_is_named(find):
    text = "Sheriffs of Clark County met on Monday. Nevada pays them."
    assert point(find(text), "Clark County") == (36, -115)


@pytest.mark.parametrize(("text", "place"), [("Breathitt and Letcher counties", (37, -83)), ("Letcher", None)])
def test_a_county_is_told_by_its_bare_name_where_counties_are_spoken_of(text, place):
    whole = f"Kentucky counts the damage in {text}."
    chains = [_chain(whole, "Kentucky", "Region"), _chain(whole, "Letcher", "City")]
    found = next(entity for entity in link(Document("test", whole), tuple(chains), load()) if "etcher" in entity.name)
    assert (found.latitude and (round(found.latitude), round(found.longitude or 0))) == place


def _chain(text, name, kind):
    start = text.index(name)
    return Chain((Mention(Span(start, start + len(name)), name, "name", kind),), name, kind)


@pytest.mark.parametrize(
    ("name", "place"),
    [("New Concord", (40, -82)), ("Chillicothe", None), ("Poughkeepsie", (42, -74)), ("Waccabuc", None)],
)
def test_a_name_that_no_other_place_bears_suffices_unless_it_is_one_word_for_a_village(find, name, place):
    assert point(find(ALONE.format(name)), name) == place


@pytest.mark.parametrize(("publisher", "place"), [("Charlotte Morning News", (35, -81)), ("", None)])
def test_a_paper_named_after_a_town_writes_of_what_lies_around_it(find, publisher, place):
    assert point(find(ALONE.format("Concord"), publisher), "Concord") == place
