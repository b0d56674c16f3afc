"""The figures of files that are small enough to count by hand."""

import pytest

from tests.evaluation.written import Json, actor, event, facts, place, speech
from verbale.evaluation import Figure, compare, figures

PERU, CHILE, BOLIVIA = actor("Peru", "Lima"), actor("Chile"), actor("Bolivia")


def measured(gold: dict[str, list[Json]], found: dict[str, list[Json]]) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures([compare("one", facts(**gold), facts(**found))])}


def prf(figure: Figure) -> tuple[float | None, float | None, float | None, int]:
    return figure.precision, figure.recall, figure.f1, figure.cases


def test_what_is_found_is_counted_against_what_is_listed_on_either_side() -> None:
    # Two of three actors are found and one of the three found is none: 2/3 and 2/3.
    gold = {"actors": [PERU, CHILE, BOLIVIA]}
    found = {"actors": [actor("Peru"), actor("Chile", type="Person"), actor("Andes")]}
    counted = measured(gold, found)
    assert prf(counted["actors"]) == pytest.approx((2 / 3, 2 / 3, 2 / 3, 3))
    assert (counted["actor type"].accuracy, counted["actor type"].cases) == (0.5, 2)


def test_all_articles_count_together_fact_by_fact() -> None:
    # One of one, and none of three: recall is 1/4, not the mean of 1 and 0.
    first = compare("one", facts(actors=[PERU]), facts(actors=[PERU]))
    second = compare("two", facts(actors=[PERU, CHILE, BOLIVIA]), facts())
    (told,) = (figure for figure in figures([first, second]) if figure.name == "actors")
    assert prf(told) == pytest.approx((1.0, 0.25, 0.4, 4))


def test_names_are_the_same_without_case_accents_articles_and_possessives() -> None:
    gold = {"actors": [actor("The Élysée", type="Government"), actor("Côte d'Ivoire"), actor("Mali")]}
    found = {"actors": [actor("elysee", type="Government"), actor("Cote d’Ivoire"), actor("Mali's")]}
    assert measured(gold, found)["actors"].f1 == 1.0


def test_an_alias_names_as_well_as_the_name_but_the_name_goes_first() -> None:
    # "Lima" is Peru's alias and the name of another entry, which it is paired with.
    gold = {"actors": [actor("Lima", type="Organization"), PERU]}
    found = {"actors": [actor("Peru"), actor("Lima", type="Organization")]}
    counted = measured(gold, found)
    assert (counted["actors"].f1, counted["actor type"].accuracy) == (1.0, 1.0)
    assert measured({"actors": [PERU]}, {"actors": [actor("Lima")]})["actors"].f1 == 1.0


def test_places_are_right_within_a_hundred_kilometres_and_judged_only_where_gold_has_them() -> None:
    # A degree of longitude on the equator is 111.2 km: 0.85 of it is 94.5, and 0.95 is 105.6.
    gold = {
        "places": [
            place("Aya", country="CO", at=(0, 0)),
            place("Bea", country="CO", at=(0, 0)),
            place("Cea", at=(0, 0)),
            place("Dea"),
        ]
    }
    found = {
        "places": [
            place("Aya", country="CO", at=(0, 0.85)),
            place("Bea", country="EC", at=(0, 0.95)),
            place("Cea"),
            place("Dea", country="CO", at=(5, 5)),
        ]
    }
    counted = measured(gold, found)
    assert (counted["place country"].accuracy, counted["place country"].cases) == (0.5, 2)
    near = counted["place within 100 km"]
    assert (near.accuracy, near.cases) == (pytest.approx(1 / 3), 3)


def test_an_event_is_found_by_its_type_and_a_core_participant() -> None:
    gold = {
        "actors": [PERU, CHILE, BOLIVIA],
        "events": [
            event("Meeting", "Peru met Chile", participant=["Peru", "Chile"]),
            event("Visit", "Bolivia came to Chile", visitor=["Bolivia"], host=["Chile"]),
            event("Aid", "Peru helped Bolivia", donor=["Peru"], recipient=["Bolivia"]),
        ],
    }
    found = {
        "actors": [PERU, CHILE, BOLIVIA],
        "events": [
            event("Meeting", "Chile's talks", participant=["Chile", "Bolivia"]),  # shares Chile
            event("Visit", "Bolivia came to Chile", visitor=["Peru"], host=["Chile"]),  # the host is no core
            event("ArmsTransfer", "Peru helped Bolivia", supplier=["Peru"], recipient=["Bolivia"]),
        ],
    }
    counted = measured(gold, found)
    assert prf(counted["events"]) == pytest.approx((1 / 3, 1 / 3, 1 / 3, 3))
    assert counted["event Meeting"].f1 == 1.0
    assert (counted["event Visit"].f1, counted["event Visit"].cases) == (0.0, 1)
    assert (counted["event ArmsTransfer"].precision, counted["event ArmsTransfer"].cases) == (0.0, 0)
    # Arguments: one of the six of gold is there (Chile meets), and so is one of the six found.
    assert prf(counted["arguments"]) == pytest.approx((1 / 6, 1 / 6, 1 / 6, 6))


def test_where_nobody_takes_part_half_of_the_words_decide() -> None:
    gold = {"events": [event("Attack", "shells fell on the old town", attacker=[])]}
    for words, f1 in (("mortar shells fell everywhere again", 1.0), ("bombs fell near every village", 0.0)):
        # Shells, fell, old, town: two of four, and one of four.
        assert measured(gold, {"events": [event("Attack", words, attacker=[])]})["events"].f1 == f1, words
    assert measured(gold, {"events": [event("War", "shells fell", party=[])]})["events"].f1 == 0.0


def test_arguments_are_compared_by_whom_they_mean() -> None:
    gold = {"actors": [PERU, CHILE], "places": [place("Chile", type="Country")]}
    gold["events"] = [event("Visit", "Lima went", visitor=["Peru"], host=["Chile"], place="Chile")]
    found = {"actors": [actor("Lima", "Peru")], "places": [place("Chile", type="Country")]}
    # The land and the state of one name are one filler; a subject or item is not compared.
    found["events"] = [event("Visit", "Lima went", visitor=["Lima"], host=["Chile"], item=["anything"])]
    assert prf(measured(gold, found)["arguments"]) == pytest.approx((1.0, 2 / 3, 0.8, 3))


def test_of_several_events_the_likest_are_paired() -> None:
    gold = {"actors": [PERU, CHILE]}
    gold["events"] = [
        event("Visit", "Peru's trip in May", visitor=["Peru"], start="2021-05-03"),
        event("Visit", "Peru's trip in July", visitor=["Peru"], start="2021-07"),
    ]
    found = {"actors": [PERU, CHILE]}
    found["events"] = [
        event("Visit", "Peru's trip in July", visitor=["Peru"], start="2021-07-09"),
        event("Visit", "Peru's trip in May", visitor=["Peru"], start="2021-05"),
    ]
    counted = measured(gold, found)
    # A date is right as far as the less exact of the two goes.
    assert (counted["event date"].accuracy, counted["event date"].cases) == (1.0, 2)


def test_status_attribution_and_denials_are_judged_on_the_events_that_were_found() -> None:
    def sale(status: str, by: list[str], denied: list[str], buyer: str) -> Json:
        words = f"Peru sold {buyer} tanks"
        return event(
            "ArmsTransfer",
            words,
            supplier=["Peru"],
            recipient=[buyer],
            status=status,
            attributed_to=by,
            denied_by=denied,
        )

    actors = [PERU, CHILE, BOLIVIA]
    gold = [sale("alleged", ["Chile"], ["Peru", "Bolivia"], "Bolivia"), sale("occurred", ["Bolivia"], [], "Chile")]
    found = [sale("alleged", ["Chile", "Peru"], ["Peru"], "Bolivia"), sale("planned", [], ["Chile"], "Chile")]
    counted = measured({"actors": actors, "events": gold}, {"actors": actors, "events": found})
    assert (counted["event status"].accuracy, counted["event status"].cases) == (0.5, 2)
    # Whose word it is counts only for what the article itself does not vouch for; one of them is enough.
    assert (counted["attribution"].accuracy, counted["attribution"].cases) == (1.0, 1)
    assert prf(counted["denials"]) == pytest.approx((0.5, 0.5, 0.5, 2))


def test_speech_needs_its_act_a_speaker_and_a_target_or_some_words() -> None:
    actors = [PERU, CHILE]
    gold = [
        speech("accuse", "Peru blamed Chile for the raid", ["Peru"], ["Chile"]),
        speech("say", "Chile spoke of rain", ["Chile"]),
        speech("vow", "Peru promised gold", ["Peru"]),
    ]
    found = [
        speech("accuse", "it said otherwise", ["Lima"], ["Chile"]),  # by target alone
        speech("say", "something else entirely was told", ["Chile"]),  # neither target nor words
        speech("announce", "Peru promised gold", ["Peru"]),  # right but for the act
    ]
    counted = measured({"actors": actors, "speech": gold}, {"actors": actors, "speech": found})
    assert prf(counted["speech"]) == pytest.approx((1 / 3, 1 / 3, 1 / 3, 3))
    assert prf(counted["speech, any act"]) == pytest.approx((2 / 3, 2 / 3, 2 / 3, 3))


def test_a_post_needs_its_holder_and_half_of_its_words() -> None:
    actors = [actor("Ann Lee", "Lee", type="Person"), actor("Bo Ray", type="Person"), PERU]
    gold = [
        {"holder": "Ann Lee", "post": "deputy foreign minister", "of": "Peru"},
        {"holder": "Bo Ray", "post": "envoy", "of": None},
    ]
    found = [
        {"holder": "Lee", "post": "foreign minister", "of": None},
        {"holder": "Ann Lee", "post": "envoy", "of": None},
    ]
    counted = measured({"actors": actors, "posts": gold}, {"actors": actors, "posts": found})
    assert prf(counted["posts"]) == pytest.approx((0.5, 0.5, 0.5, 2))


def test_what_had_no_case_is_no_figure() -> None:
    names = set(measured({"actors": [PERU]}, {"actors": [PERU]}))
    assert names == {"actors", "actor type", "places", "posts", "events", "speech", "speech, any act"}
