import pytest


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Kenyan President Amina Otieno resigned.", ("Amina Otieno", "President", "Kenya")),
        ("Kenya's foreign minister, Amina Otieno, resigned.", ("Amina Otieno", "foreign minister", "Kenya")),
        ("Amina Otieno, the foreign minister of Kenya, resigned.", ("Amina Otieno", "foreign minister", "Kenya")),
        ("Amina Otieno, Kenya's defence minister, resigned.", ("Amina Otieno", "defence minister", "Kenya")),
        ("Secretary of State Jane Roe resigned.", ("Jane Roe", "Secretary of State", None)),
        ("Kremlin spokesperson Ivan Sokolov declined to comment.", ("Ivan Sokolov", "spokesperson", "Kremlin")),
        ("UN Secretary-General Luis Rojas arrived.", ("Luis Rojas", "Secretary-General", "United Nations")),
        ("The President of Chile Luis Rojas arrived.", ("Luis Rojas", "President", "Chile")),
        ("Former Chilean president Luis Rojas died.", ("Luis Rojas", "president", "Chile")),
        ("Luis Rojas is the president of Chile.", ("Luis Rojas", "president", "Chile")),
        ("Luis Rojas served as president of Chile.", ("Luis Rojas", "president", "Chile")),
    ],
)
def test_a_post_is_read_in_all_its_forms(find, text, post):
    assert post in find(text).posts()


def test_his_minister_serves_what_he_himself_heads(find):
    found = find("Chilean President Luis Rojas brought his Defense Minister, Pablo Vega, to the talks.")
    assert ("Pablo Vega", "Defense Minister", "Chile") in found.posts()


def test_several_holders_of_one_post_each_have_their_own_state(find):
    found = find("Presidents Amina Otieno of Kenya and Luis Rojas of Chile signed the accord.")
    assert found.posts() == {("Amina Otieno", "President", "Kenya"), ("Luis Rojas", "President", "Chile")}


def test_two_posts_of_one_person_are_two(find):
    found = find("Pablo Vega, mayor of Valparaiso and former interior minister, arrived in Chile.")
    assert {(holder, post) for holder, post, _ in found.posts()} >= {
        ("Pablo Vega", "mayor"),
        ("Pablo Vega", "former interior minister"),
    }


def test_a_calling_or_a_form_of_address_is_no_post(find):
    assert not find("Dr. Amina Otieno met journalist Luis Rojas and Mr. Pablo Vega.").posts()


def test_the_words_of_a_post_cover_it_and_its_holder(find):
    found = find("On Monday, Kenyan President Amina Otieno resigned.")
    (tenure,) = found.tenures
    assert found.document.text[tenure.evidence.start : tenure.evidence.end] == "Kenyan President Amina Otieno"


def test_a_post_told_twice_is_one(find):
    found = find("Kenyan President Amina Otieno resigned. President Otieno gave no reason.")
    assert len(found.tenures) == 1


def test_every_end_of_a_post_is_an_entity(find):
    found = find("The governor of Kenya's central bank, Amina Otieno, met Pablo Vega, the envoy to Chile.")
    ids = {entity.id for entity in found.entities}
    assert all(tenure.holder in ids and tenure.body in {*ids, None} for tenure in found.tenures)


def test_a_post_that_only_one_state_has_is_of_that_state_if_the_article_names_it(find):
    found = find("Secretary of State Jane Roe arrived. The United States sent her.")
    assert ("Jane Roe", "Secretary of State", "United States") in found.posts()
    assert ("Jane Roe", "Secretary of State", None) in find("Secretary of State Jane Roe arrived.").posts()


def test_a_president_is_of_the_articles_state_unless_it_has_another(find):
    text = "Chile votes on Sunday. In Chile, President Luis Rojas leads. Chile hopes. Chilean voters queue."
    assert ("Luis Rojas", "President", "Chile") in find(text).posts()
    found = find(f"{text} Chilean President Pablo Vega resigned.")
    assert ("Luis Rojas", "President", None) in found.posts()


def test_an_official_told_by_his_charge_holds_it(find):
    found = find("She met an official in charge of fisheries, Pablo Vega, on Monday.")
    assert ("Pablo Vega", "official") in {(holder, post) for holder, post, _ in found.posts()}
