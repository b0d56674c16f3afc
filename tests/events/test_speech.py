"""Acts of speech: who, which act, to whom, about what."""

import pytest


@pytest.mark.parametrize(
    ("text", "act", "speaker", "addressee"),
    [
        ("Norway condemned the attack on Kenya.", "criticise", "Norway", None),
        ("Norway praised Kenya for its courage.", "praise", "Norway", "Kenya"),
        ("Norway urged Kenya to release the prisoners.", "demand", "Norway", "Kenya"),
        ("Norway called on Kenya to release the prisoners.", "demand", "Norway", "Kenya"),
        ("Norway warned Kenya that it would respond.", "warn", "Norway", "Kenya"),
        ("Norway accused Kenya of lying.", "accuse", "Norway", "Kenya"),
        ("Norway expressed concern about the election.", "concern", "Norway", None),
        ("Norway rejected the proposal.", "deny", "Norway", None),
        ("Norway announced new rules.", "announce", "Norway", None),
        ("Norway pledged to support Kenya.", "vow", "Norway", None),
        ("Norway proposed a vote.", "propose", "Norway", None),
        ("Norway said that the vote was close.", "say", "Norway", None),
        ("The vote was close, according to Norway.", "say", "Norway", None),
        ("Norway's call for a vote was heard.", "demand", "Norway", None),
        ("Kenya was accused by Norway of lying.", "accuse", "Norway", "Kenya"),
    ],
)
def test_the_act_is_that_of_the_verb(read, text, act, speaker, addressee):
    done = read(text)
    assert done.said() == [(act, {speaker})]
    assert done.names(done.speech[0].addressees) == ({addressee} if addressee else set())


def test_what_is_said_can_make_a_plain_saying_a_demand(read):
    assert read("Norway said that Kenya must release the prisoners.").said() == [("demand", {"Norway"})]


def test_a_quotation_keeps_its_speaker_over_sentences(read):
    done = read("“We are ready,” Angela Merkel said. “Peru may attack Chile.”")
    event, _ = next(done.of("Attack"))
    assert done.held(event) == {("Angela Merkel", "hypothetical")}


def test_the_first_person_of_a_signed_statement_is_who_signs(read):
    done = read("Angela Merkel, Chancellor\n\nWe condemn the attack on Kenya.")
    assert done.said() == [("criticise", {"Angela Merkel"})]


def test_the_events_in_what_is_said_are_what_it_is_about(read):
    done = read("Norway said that Kenya attacked Somalia. Angela Merkel visited Ghana.")
    attack, _ = next(done.of("Attack"))
    assert done.speech[0].about == (attack.id,)


def test_a_denied_speech_is_not_reported(read):
    assert read("Norway did not say when.").said() == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway reiterated its appreciation for the help.", "praise"),
        ("Norway expressed its condemnation of the vote.", "criticise"),
        ("Norway underscored its commitment to the treaty.", "vow"),
        ("Norway emphasized the need for a vote.", "demand"),
        ("Norway discussed the support for a vote with Kenya.", "say"),
        ("Norway said that it is critical that the vote be free.", "demand"),
        ("Norway said that it had not sold the ships.", "deny"),
        ("Norway said that it was not sure.", "say"),
    ],
)
def test_what_is_expressed_decides_the_act(read, text, act):
    assert read(text).said() == [(act, {"Norway"})]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway is imposing sanctions on Kenya.", "announce"),
        ("Norway will continue to work with Ghana.", "vow"),
        ("Angela Merkel will travel to Ghana on Monday.", "announce"),
        ("Kenya has attacked Somalia.", "accuse"),
        ("Kenya’s leaders must release the prisoners.", "demand"),
        ("This decision is shameful.", "criticise"),
    ],
)
def test_what_a_states_press_release_does_is_its_own_act(read, text, act):
    signed = f"Erna Solberg, Prime Minister\n\n{text}"
    assert read(signed, publisher="Government of Norway").said() == [(act, {"Erna Solberg"} | _named(text))]
    assert read(text).said() == []


def _named(text: str) -> set[str]:
    return {"Norway"} if text.startswith("Norway") else set()


def test_a_press_release_tells_no_news_of_old_deeds(read):
    text = "Erna Solberg, Prime Minister\n\nOn March 3, 2019, Norway imposed sanctions on Kenya."
    assert read(text, publisher="Government of Norway").said() == []


def test_what_a_press_release_plans_is_its_issuers_word(read):
    done = read("Angela Merkel will travel to Ghana on Monday. Norway thanks Ghana.", publisher="Government of Norway")
    visit, _ = next(done.of("Visit"))
    assert done.held(visit) == {("Norway", "planned")}
