"""Where a place lies that no table holds."""

import pytest

from verbale.entities import link
from verbale.model import Chain, Document, Mention, Span
from verbale.reference import load

BERGEN, OSLO = (60, 5), (60, 11)


def located(text, *names):
    """The point in whole degrees and the country of the first of the names, each with its type."""
    chains = []
    for name, kind in names:
        start = text.index(name)
        chains.append(Chain((Mention(Span(start, start + len(name)), name, "name", kind),), name, kind))
    place = next(entity for entity in link(Document("test", text), tuple(chains), load()) if entity.name == names[0][0])
    point = None if place.latitude is None else (round(place.latitude), round(place.longitude or 0))
    return point, place.country


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (
            "Crowds left Oslo for Harald Hall in Bergen.",
            [("Harald Hall", "Facility"), ("Oslo", "City"), ("Bergen", "City")],
            (BERGEN, "NO"),
        ),
        (
            "Crowds left Oslo. Bergen's Harald Hall was full.",
            [("Harald Hall", "Facility"), ("Oslo", "City"), ("Bergen", "City")],
            (BERGEN, "NO"),
        ),
        (
            "Crowds left Oslo. In Bergen they filled Harald Hall.",
            [("Harald Hall", "Facility"), ("Oslo", "City"), ("Bergen", "City")],
            (BERGEN, "NO"),
        ),
        ("Oslo was calm. Harald Hall was full.", [("Harald Hall", "Facility"), ("Oslo", "City")], (OSLO, "NO")),
        (
            "Oslo and Bergen were calm. Harald Hall was full.",
            [("Harald Hall", "Facility"), ("Oslo", "City"), ("Bergen", "City")],
            (None, "NO"),
        ),
    ],
)
def test_a_built_place_lies_in_the_town_that_it_is_told_of_with(text, names, found):
    assert located(text, *names) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Harald Base", "Facility"), ("Harald Sound", "Water"), ("southern Norway", "Region")],
)
def test_what_is_no_part_of_a_town_has_no_point_of_one(name, kind):
    assert located(f"In Bergen they spoke of {name}.", (name, kind), ("Bergen", "City")) == (None, "NO")


@pytest.mark.parametrize(
    ("name", "kind", "point"),
    [
        ("Bergen airport", "Facility", BERGEN),
        ("West Bergen", "City", BERGEN),
        ("Bergen Norway", "City", BERGEN),
        ("Stavanger Airport", "Facility", (59, 6)),
        ("Stavanger Hall", "Facility", None),
        ("Stavanger region of Norway", "Region", (59, 6)),
        ("Narvik Hills", "Region", None),
        ("Mo i Rana", "Facility", (66, 14)),
    ],
)
def test_a_place_lies_where_its_own_name_says(name, kind, point):
    text = f"Norway counted its towns, Oslo, Drammen and Bergen. The Swedes praised {name}."
    names = [(name, kind), ("Norway", "State"), ("Oslo", "City"), ("Drammen", "City"), ("Bergen,"[:6], "City")]
    assert located(text, *names)[0] == point
