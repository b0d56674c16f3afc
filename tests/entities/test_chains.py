import pytest


def test_a_surname_is_the_person_of_that_name(find):
    found = find("Erik Solberg arrived on Monday. Solberg met the king on Tuesday.")
    assert found.words("Erik Solberg") == ["Erik Solberg", "Solberg"]


def test_he_is_the_man_who_was_spoken_of(find):
    found = find("Erik Solberg arrived in Oslo. He met reporters and praised his hosts.")
    assert found.words("Erik Solberg") == ["Erik Solberg", "He", "his"]


def test_a_spokeswoman_is_not_he(find):
    found = find("Erik Solberg resigned. Spokeswoman Ingrid Dahl confirmed it. He left the capital on Sunday.")
    assert "He" in found.words("Erik Solberg")
    assert "He" not in found.words("Ingrid Dahl")


def test_a_title_is_who_holds_the_post(find):
    found = find(
        "Kenyan President Amina Otieno and Chilean President Luis Rojas signed the accord in Geneva. "
        "The Kenyan president left on Monday. The Chilean leader stayed."
    )
    assert "Kenyan president" in found.words("Amina Otieno")
    assert "Chilean leader" in found.words("Luis Rojas")


def test_both_countries_are_two_states(find):
    found = find("Kenya met Uganda for talks on Monday. Both countries denied that Kenya had armed Uganda.")
    assert "Both countries" in found.words("Kenya")
    assert "Both countries" in found.words("Uganda")


def test_the_two_leaders_are_two_persons(find):
    found = find("Amina Otieno received Luis Rojas in Nairobi. The two leaders talked for an hour.")
    assert "two leaders" in found.words("Amina Otieno")
    assert "two leaders" in found.words("Luis Rojas")


def test_the_country_that_a_president_leaves_is_his_own(find):
    found = find(
        "Chilean President Luis Rojas praised Norway and its king on Monday. He has not left the country since May."
    )
    assert "country" in found.words("Chile")


def test_an_abbreviation_in_brackets_is_the_same_body(find):
    found = find("The National Liberation Movement (NLM) seized the port. The NLM said it had won.")
    assert "NLM" in found.words("National Liberation Movement")


def test_one_state_under_all_its_names(find):
    found = find("The United States sent aid. Washington said American engineers would follow. The U.S. paid for it.")
    assert found.words("United States")[:2] == ["United States", "Washington"]
    assert {"American", "U.S."} <= set(found.words("United States"))


def test_who_says_we_in_a_release_is_its_government(find):
    text = "Jane Roe, Secretary of State\n\nWe welcome the release of the prisoners. The United States will help."
    assert "We" in find(text, "US Department of State press release").words("United States")
    assert "We" not in find(text, "A newspaper").words("United States")
    unnamed = find("We welcome the release of the prisoners.", "US Department of State press release")
    assert unnamed.words("US") == ["We"]


def test_we_in_a_quotation_is_not_the_issuer(find):
    text = "Jane Roe, Secretary of State\n\nThe United States will help. “We are free,” a prisoner said."
    assert "We" not in find(text, "US Department of State press release").words("United States")


def test_a_deputy_is_not_who_he_stands_in_for(find):
    found = find(
        "Secretary of State Jane Roe and Deputy Secretary of State John Doe met the envoys. "
        "The Secretary left early. The Deputy Secretary stayed."
    )
    assert "Secretary" in found.words("Jane Roe")
    assert "Deputy Secretary" in found.words("John Doe")


def test_the_words_of_a_post_beside_a_name_are_that_person_too(find):
    found = find("Chilean President Luis Rojas brought his Defense Minister, Pablo Vega, to the talks.")
    assert "his Defense Minister" in found.words("Pablo Vega")


def test_the_north_is_the_state_that_is_named_so(find):
    found = find("South Korea and North Korea met on Monday. The North fired two rockets while the South protested.")
    assert "North" in found.words("North Korea")
    assert "South" in found.words("South Korea")


def test_a_group_is_called_by_its_whole_phrase_and_known_by_its_noun_too(find):
    found = find("Protesters from the northern towns burned tires. The protesters went home.")
    assert {"Protesters", "protesters"} < set(found.words("Protesters from the northern towns"))


def test_somebody_without_a_name_is_called_by_the_noun(find):
    found = find("A man from the northern towns burned tires.")
    assert [entity.name for entity in found.entities if entity.type == "Person"] == ["man"]


@pytest.mark.parametrize(
    "subject",
    ["Nurses from the old towns on the far bank of the river", "Nurses and their children", "Nurses from Lima or Oslo"],
)
def test_a_group_is_not_called_by_a_phrase_as_long_as_a_sentence_or_of_several(find, subject):
    found = find(f"{subject} went home.")
    assert "Nurses" in [entity.name for entity in found.entities if entity.type == "Organization"]


def test_officials_who_say_something_are_somebody(find):
    assert "Officials" in {entity.name for entity in find("Officials said that the bridge fell.").entities}
    assert "Officials" not in {entity.name for entity in find("The bridge fell on officials.").entities}


def test_people_at_large_of_two_numbers_are_two_groups(find):
    found = find("Norway detained eight people on Monday. Denmark freed four people on Friday.")
    assert found.words("eight people") == ["eight people"]
    assert found.words("four people") == ["four people"]


def test_whom_a_group_includes_is_no_part_of_its_name(find):
    assert find("Norway detained eight tourists, including Maria Varga.").words("eight tourists") == ["eight tourists"]


def test_a_group_is_one_however_it_is_counted(find):
    found = find("A group of protesters burned cars. The protesters fled.")
    assert found.words("group of protesters") == ["group of protesters", "protesters", "protesters"]


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("The mayor had talks with the Irish prime minister.", True),
        ("The mayor and the Irish prime minister agreed.", True),
        ("Even the Irish prime minister agreed.", True),
        ("The mayor lived near the Irish prime minister.", False),
        ("The mayor had talks with a former Irish prime minister.", False),
    ],
)
def test_the_holder_of_a_states_post_with_whom_somebody_deals_is_a_person(find, sentence, there):
    assert ("Irish prime minister" in [entity.name for entity in find(sentence).entities]) == there


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The bridge fell, according to a navy spokesman.", "navy spokesman"),
        ("A spokesperson said that the bridge fell.", "spokesperson"),
    ],
)
def test_an_officeholder_without_a_name_who_says_something_is_a_person(find, sentence, name):
    assert find(sentence).named(name).type == "Person"


def test_an_abbreviation_is_the_body_whose_initials_it_is(find):
    found = find("The Democratic Reform Party of Chad lost. DRP leaders called it a fraud. The DRP will sue.")
    assert found.words("Democratic Reform Party") == ["Democratic Reform Party", "DRP", "DRP"]
    found = find("The firm that patrols the coast is the Central Regional Coastguard. The CRC is also holding sailors.")
    assert found.words("Central Regional Coastguard") == ["Central Regional Coastguard", "CRC"]
    found = find("DRP was founded in 2000. The senator joined the Democratic Reform Party in May.")
    assert found.words("Democratic Reform Party") == ["DRP", "Democratic Reform Party"]


def test_an_abbreviation_is_known_by_its_initials_whatever_it_or_the_name_was_taken_for(find):
    found = find("The New Lagos Times reported the attack. The NLT quoted a witness.")
    assert found.words("New Lagos Times") == ["New Lagos Times", "NLT"]
    found = find("The rebels joined Majelis Mujahidin Nusantara (MMN), an Indonesian group. MMN is a party.")
    assert found.named("Majelis Mujahidin Nusantara").type == "Organization"


def test_a_body_is_the_same_with_and_without_its_state(find):
    found = find("The Peruvian Constitutional Court ruled on Monday. The Constitutional Court said no.")
    assert found.words("Peruvian Constitutional Court") == ["Peruvian Constitutional Court", "Constitutional Court"]
    found = find("The Constitutional Court ruled on Monday. The Constitutional Court of Peru said no.")
    assert found.words("Constitutional Court") == ["Constitutional Court", "Constitutional Court of Peru"]


def test_a_body_is_not_the_same_without_a_name_that_is_no_states(find):
    found = find("The Alder Constitutional Court ruled on Monday. The Constitutional Court said no.")
    assert found.words("Alder Constitutional Court") == ["Alder Constitutional Court"]


def test_a_surname_is_the_same_without_its_accents_and_its_particle(find):
    found = find("Turkish President Kemal Erdoğdu spoke on Monday. Mr Erdogdu left. Kemal Erdogdu returned.")
    assert {"Erdogdu", "Kemal Erdogdu"} <= set(found.words("Kemal Erdoğdu"))
    found = find("The deputy, Hassan al-Masri, spoke in a video. Masri said war would come.")
    assert "Masri" in found.words("Hassan al-Masri")


def test_a_person_is_not_made_a_body_by_initials(find):
    found = find("John Edward Karanja resigned on Monday. JEK said that he was ill.")
    assert found.named("John Edward Karanja").type == "Person"
