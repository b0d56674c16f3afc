import os
import subprocess
import sys
from pathlib import Path

import pytest

import verbale
from verbale.model import article_hash

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(verbale.__file__).parent.parent)}


def test_a_state_has_the_same_id_in_every_article_and_brings_its_country(find):
    found = find("Kenyan negotiators walked out.")
    state = found.named("Kenya")
    assert (state.id, state.country, state.territory) == ("actor/state/KE", "KE", "place/country/KE")
    country = next(entity for entity in found.entities if entity.id == "place/country/KE")
    assert country.type == "Country"
    assert country.mentions == ()


def test_a_full_name_is_the_same_everywhere_and_a_bare_surname_only_here(find):
    found = find("Erik Solberg arrived. Prosecutor Dahl left.")
    here = article_hash(found.document)
    assert found.named("Erik Solberg").id == "actor/person/erik-solberg"
    assert found.named("Dahl").id == f"actor/{here}/dahl"


def test_somebody_unnamed_is_local_to_the_article(find):
    found = find("The train stopped at the border, where the guest was greeted by the regional governor.")
    governor = found.named("regional governor")
    assert governor.type == "Person"
    assert governor.id == f"actor/{article_hash(found.document)}/regional-governor"


def test_a_known_body_has_its_own_id_and_its_parent(find):
    found = find("The UN Security Council adopted the resolution.")
    council = found.named("United Nations Security Council")
    assert council.id == "actor/international-organization/un-security-council"
    assert council.parent == "actor/international-organization/united-nations"


def test_ids_are_unique(find):
    found = find("Kenya and Uganda met in Kampala, Uganda. Kenyan police and Ugandan police were there.")
    ids = [entity.id for entity in found.entities]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "name", "country", "near"),
    [
        ("The minister spoke in Tripoli, Lebanon, on Monday.", "Tripoli", "LB", (34.4, 35.8)),
        ("The minister spoke in Tripoli on Monday. Libya had invited her.", "Tripoli", "LY", (32.9, 13.2)),
        ("The army shelled Kandahar. Afghan forces fled.", "Kandahar", "AF", (31.6, 65.7)),
        ("The court in Paris, Texas, opened on Monday.", "Paris", "US", (33.7, -95.6)),
        ("French ministers met in Paris.", "Paris", "FR", (48.9, 2.35)),
        ("Rebels took the airport at Kabul. Afghan troops fled.", "Kabul", "AF", (34.5, 69.2)),
    ],
)
def test_a_city_is_found_by_the_countries_of_the_article(find, text, name, country, near):
    city = next(entity for entity in find(text).entities if entity.name == name and entity.type == "City")
    assert city.country == country
    assert city.latitude == pytest.approx(near[0], abs=0.5)
    assert city.longitude == pytest.approx(near[1], abs=0.5)
    assert city.id == f"place/geonames/{city.geonames}"


def test_another_spelling_does_not_lead_abroad(find):
    place = find("The train stopped in Kirin, Kenya, on Sunday.").named("Kirin")
    assert (place.country, place.latitude, place.geonames) == ("KE", None, None)


def test_a_name_that_many_places_share_has_no_point(find):
    place = find("A fire destroyed the mill in Springfield on Sunday.").named("Springfield")
    assert (place.latitude, place.geonames) == (None, None)


def test_a_place_that_no_table_holds_has_the_country_of_the_words_around_it(find):
    found = find("They met at the Zarnitsa Cosmodrome, Kazakhstan's launch site, on Monday.")
    place = found.named("Zarnitsa Cosmodrome")
    assert (place.type, place.country, place.latitude) == ("Facility", "KZ", None)


def test_georgia_may_be_a_state_of_the_union(find):
    found = find("The United States votes today. In Georgia and Ohio, American voters queued for hours.")
    assert "place/region/georgia-region" in [entity.id for entity in found.entities]
    found = find("Georgia closed its border with Russia. Georgian troops moved north.")
    assert "actor/state/GE" in [entity.id for entity in found.entities]


def test_another_process_finds_the_same(find):
    text = "Kenyan and Ugandan troops met in Kampala. The two countries, both governments and the UN police agreed."
    code = (
        "from verbale.entities import chains, link, mentions, tenures\n"
        "from verbale.model import Document\n"
        "from verbale.reference import load\n"
        "from verbale.text.parsing import paragraphs\n"
        f"document = Document('test', {text!r})\n"
        "parsed = paragraphs(document)\n"
        "found = mentions(document, parsed, load())\n"
        "print(link(document, chains(document, parsed, found, load()), load()))\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={**ENVIRONMENT, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert b"actor/state/UG" in runs[0].stdout


@pytest.mark.parametrize("text", ["", "…", "12", "a", "«»", "Ω", "\u200b", "(", "U.S.-", "'s"])
def test_a_text_without_names_has_no_entities_to_speak_of(find, text):
    assert len(find(text).entities) <= 2


def test_the_state_of_a_release_that_does_not_name_it_goes_by_the_publishers_word(find):
    issuer = "US Department of State"
    names = {entity.id: entity.name for entity in find("We welcome the agreement.", issuer).entities}
    assert names["actor/state/US"] == "US"
    names = {entity.id: entity.name for entity in find("The United States welcomes it.", issuer).entities}
    assert names["actor/state/US"] == "United States"


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("The below is attributable to Spokesperson Jane Roe:\n\nMinisters met in Lima.", True),
        ("Jane Roe, Department Spokesperson\n\nNorway condemns the attack.", True),
        ("The envoy will travel to Lima on Monday.", True),
        ("Jane Roe, Secretary\n\nNorway condemns it. The Department of State has acted.", True),
        ("Jane Roe, Secretary of State\n\nNorway condemns the attack.", False),
        ("The envoy returned from Lima on Monday.", False),
    ],
)
def test_an_organ_that_publishes_is_an_actor_where_it_is_named_or_speaks(find, text, speaks):
    found = find(text, "US Department of State press release")
    assert ("US Department of State" in [entity.name for entity in found.entities]) == speaks


def test_a_state_that_speaks_as_we_alone_is_the_state(find):
    text = "We condemn the attack.\n\nOur partners agree, and we thank them."
    states = [entity.id for entity in find(text, "US Department of State").entities if entity.type == "State"]
    assert states == ["actor/state/US"]
