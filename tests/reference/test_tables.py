import pytest
from rigour.territories import get_territory

from verbale.reference.places import key
from verbale.reference.tables import packed, rows

TABLES = ("organizations", "regions", "territories")
PARTED = {"territories": "code", "organizations": "slug", "regions": "name"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_and_no_row_stands_twice(table):
    keys = [row[PARTED[table]] for row in rows(table)]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", TABLES)
def test_no_field_has_blanks_around_it_and_no_list_an_empty_or_repeated_name(table):
    for row in rows(table):
        for column, value in row.items():
            assert value == value.strip(), row
            if column in ("names", "demonyms", "capitals") and value:
                assert len(value.split("|")) == len({*value.split("|")} - {""}), row


@pytest.mark.parametrize("table", TABLES)
def test_no_name_stands_for_two_things_in_one_table(table):
    seen: dict[str, str] = {}
    for row in rows(table):
        for name in {*row["names"].split("|"), row.get("name", "")} - {""}:
            assert seen.setdefault(name, row[PARTED[table]]) == row[PARTED[table]], name


@pytest.mark.parametrize("table", ["organizations", "regions"])
def test_a_country_is_an_iso_code(table):
    for row in rows(table):
        assert not row["country"] or get_territory(row["country"]) is not None, row
        assert not row["country"] or (len(row["country"]) == 2 and row["country"].isupper()), row


def test_a_territory_is_an_iso_code_and_lies_on_earth():
    for row in rows("territories"):
        assert len(row["code"]) == 2
        assert get_territory(row["code"]) is not None
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180


def test_an_organisation_is_of_a_class_and_its_parent_is_there():
    table = rows("organizations")
    slugs = {row["slug"] for row in table}
    classes = {
        "ArmedForce",
        "Bloc",
        "Company",
        "Government",
        "InternationalOrganization",
        "Media",
        "Organization",
        "Party",
    }
    for row in table:
        assert row["type"] in classes, row
        assert row["parent"] in {*slugs, ""}, row
        assert row["wikidata"] == "" or row["wikidata"][0] == "Q", row


def test_the_cities_names_lead_to_their_rows():
    cities, names = packed("cities"), list(packed("city_names"))
    assert len(cities) > 100_000
    assert names == sorted(names)
    for line in names[::5000]:
        name, found = line.split("\t")
        first = [int(row) for row in found.split(" ") if not row.startswith("~")]
        assert all(key(cities[row].split("\t")[1]) == name for row in first)


def test_a_county_lies_in_its_state_and_bears_its_whole_name():
    counties = [row.split("\t") for row in packed("counties")]
    assert counties == sorted(counties)
    assert len(counties) > 3_000
    boulder = next(row for row in counties if row[:2] == ["Boulder County", "CO"])
    assert [float(value) for value in boulder[2:]] == pytest.approx([40.1, -105.4], abs=0.3)


def test_a_division_is_one_that_the_cities_lie_in():
    held = {".".join(row.split("\t")[4:6]) for row in packed("cities")}
    told = [f"{row['country']}.{row['division']}" for row in rows("regions") if row["division"]]
    assert len(told) > 60
    assert set(told) <= held
