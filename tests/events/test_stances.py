"""On whose word an event stands, and how it is held."""

import pytest


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Kenya attacked Somalia.", {(None, "asserted")}),
        ("Kenya did not attack Somalia.", {(None, "denied")}),
        ("Kenya failed to attack Somalia.", {(None, "denied")}),
        ("Kenya will attack Somalia.", {(None, "planned")}),
        ("Kenya plans to attack Somalia.", {("Kenya", "planned")}),
        ("Kenya may attack Somalia.", {(None, "hypothetical")}),
        ("If Kenya attacks Somalia, prices will rise.", {(None, "hypothetical")}),
        ("Norway fears that Kenya will attack Somalia.", {("Norway", "hypothetical")}),
        ("Norway urged Kenya to attack Somalia.", {("Norway", "hypothetical")}),
        ("Norway accused Kenya of attacking Somalia.", {("Norway", "alleged")}),
        ("Norway claimed that Kenya attacked Somalia.", {("Norway", "alleged")}),
        ("Kenya reportedly attacked Somalia.", {(None, "alleged")}),
        ("Norway condemned Kenya's attack on Somalia.", {(None, "asserted")}),
        ("Norway confirmed that Kenya attacked Somalia.", {(None, "alleged"), ("Norway", "alleged")}),
    ],
)
def test_the_words_around_an_event_say_how_it_is_held(read, text, held):
    done = read(text)
    event, _ = next(done.of("Attack"))
    assert done.held(event) <= held
    assert done.held(event)


def test_what_the_article_tells_itself_is_fact_whoever_else_says_it(read):
    done = read("Norway said that Kenya attacked Somalia on Monday. Kenya attacked Somalia from the sea.")
    event, _ = next(done.of("Attack"))
    assert (None, "asserted") in done.held(event)


def test_a_denial_points_at_the_event_that_it_denies(read):
    done = read("Chile accused Peru of arming rebels. Peru denied the allegations.")
    event, _ = next(done.of("ArmsTransfer"))
    assert done.held(event) == {("Chile", "alleged"), ("Peru", "denied")}
    assert [(one.act, one.about) for one in done.speech] == [("accuse", (event.id,)), ("deny", (event.id,))]


def test_who_denies_denies_what_is_laid_to_him_and_not_what_else_the_accusation_tells(read):
    done = read("Chile accused Peru of arming Ghana so that Ghana can attack Togo. Peru denied the allegations.")
    attack, _ = next(done.of("Attack"))
    arms, _ = next(done.of("ArmsTransfer"))
    assert ("Peru", "denied") not in done.held(attack)
    assert ("Peru", "denied") in done.held(arms)


def test_the_feared_and_the_alleged_are_different_events(read):
    done = read("Norway fears that Chile will sell weapons to Peru. Norway accused Chile of selling weapons to Peru.")
    first, second = (event for event, _ in done.of("ArmsTransfer"))
    assert done.held(first) == {("Norway", "hypothetical")}
    assert done.held(second) == {("Norway", "alleged")}


def test_every_event_and_act_of_speech_has_a_claim_with_words_of_the_text(read):
    done = read("Norway said that Kenya attacked Somalia. Angela Merkel visited Ghana in May.")
    claimed = {claim.situation for claim in done.claims}
    assert {one.id for one in (*done.events, *done.speech)} <= claimed
    assert all(done.quote(claim.passage).strip() for claim in done.claims)


def test_the_same_text_gives_the_same_claims(read):
    text = "Chile and Peru met in Lima. Norway accused Chile of arming rebels in Peru and Bolivia."
    assert read(text).claims == read(text).claims


def test_what_was_decided_in_the_past_was_done(read):
    done = read("Kenya decided to release the prisoners.")
    event, _ = next(done.of("Withdrawal"))
    assert done.held(event) == {(None, "asserted")}


@pytest.mark.parametrize(("word", "stance"), [("further", "hypothetical"), ("future", "planned")])
def test_an_adjective_looks_ahead(read, word, stance):
    done = read(f"Norway spoke of {word} cooperation with Ghana.")
    event, _ = next(done.of("Cooperation"))
    assert {held for _, held in done.held(event)} == {stance}


def test_who_looks_to_another_for_help_says_nothing_of_it(read):
    done = read("Kenya is looking to Ghana to help supply it with shells.")
    transfer, _ = next(done.of("ArmsTransfer"))
    assert {who for who, _ in done.held(transfer)} == {None}


def test_who_is_named_elsewhere_is_shown_there_on_the_word_of_whoever_says_it_there(read):
    done = read(
        "Angela Merkel met Emmanuel Macron in Vienna on Tuesday. "
        "Merkel brought her foreign minister Ana Kovač, according to Sauli Niinistö."
    )
    (meeting, roles), *_ = done.of("Meeting")
    assert roles["participant"] == {"Angela Merkel", "Emmanuel Macron", "Ana Kovač"}
    told = {
        (claim.claimant and done.entities[claim.claimant].name): claim
        for claim in done.claims
        if claim.situation == meeting.id
    }
    assert {who: claim.stance for who, claim in told.items()} == {None: "asserted", "Sauli Niinistö": "alleged"}
    assert "Ana Kovač" not in done.quote(told[None].passage)
    assert "Ana Kovač" in done.quote(told["Sauli Niinistö"].passage)


def test_one_longer_stretch_of_the_sentence_names_whom_the_shortest_leaves_out(read):
    words = "The text of the following statement was released by the governments"
    done = read(f"{words} of Chile, Peru and Norway.")
    ((_, roles),) = done.of("Agreement")
    assert roles["party"] == {"Chile", "Peru", "Norway"}
    quotes = {done.quote(claim.passage) for claim in done.claims if claim.situation == done.events[0].id}
    assert quotes == {words, f"{words} of Chile, Peru and Norway"}
