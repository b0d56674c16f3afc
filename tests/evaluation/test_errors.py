"""What went wrong, by kind and cause."""

from tests.evaluation.written import Json, actor, event, facts, place, speech
from verbale.evaluation import compare, errors

PERU, CHILE, MALI = actor("Peru"), actor("Chile"), actor("Mali")
ALL = [PERU, CHILE, MALI]


def told(kind: str, gold: dict[str, list[Json]], found: dict[str, list[Json]]) -> list[tuple[str, str]]:
    """Cause and what, of the errors of a kind."""
    compared = compare("one", facts(**gold), facts(**found))
    return [(error.cause, error.what) for error in errors([compared]) if error.kind == kind]


def causes(kind: str, gold: list[Json], found: list[Json], name: str = "events") -> list[str]:
    return [cause for cause, _ in told(kind, {"actors": ALL, name: gold}, {"actors": ALL, name: found})]


def test_nothing_is_wrong_with_what_is_equal() -> None:
    same = facts(actors=ALL, events=[event("Visit", "Peru came", visitor=["Peru"], start="2021", place="")])
    assert errors([compare("one", same, same)]) == ()


def test_actors_and_places_are_missed_extra_or_taken_for_the_other() -> None:
    gold = {"actors": [PERU, CHILE, actor("Mali")], "places": [place("Lima"), place("Oslo")]}
    found = {"actors": [actor("Peru", type="Person"), actor("Oslo"), actor("Andes")], "places": [place("Mali")]}
    assert told("missed actor", gold, found) == [("not found", "Chile"), ("found only as a place", "Mali")]
    assert told("extra actor", gold, found) == [("in gold only as a place", "Oslo"), ("not in gold", "Andes")]
    assert told("actor type", gold, found) == [("taken for Person", "Peru")]
    assert told("missed place", gold, found) == [("not found", "Lima"), ("found only as an actor", "Oslo")]
    assert told("extra place", gold, found) == [("in gold only as an actor", "Mali")]


def test_one_entry_for_two_and_two_for_one_are_told_apart_from_unknown_names() -> None:
    two = {"actors": [actor("Ann Lee"), actor("Lee Ann", "Ann")]}
    one = {"actors": [actor("Ann Lee", "Lee Ann")]}
    assert told("missed actor", two, one) == [("one entry found for two", "Lee Ann")]
    assert told("extra actor", one, two) == [("a second entry for one", "Lee Ann")]


def test_a_places_country_and_coordinates_are_told() -> None:
    gold = {"places": [place("Aya", country="CO", at=(0, 0)), place("Bea", country="CO", at=(0, 0))]}
    found = {"places": [place("Aya", country="EC", at=(0, 9)), place("Bea")]}
    assert told("place country", gold, found) == [("EC in place of CO", "Aya"), ("none in place of CO", "Bea")]
    assert told("place coordinates", gold, found) == [("more than 100 km away", "Aya"), ("no coordinates", "Bea")]


def test_a_missed_event_has_its_cause() -> None:
    gold = [
        event("Visit", "Peru came in May", visitor=["Peru"]),
        event("Visit", "Peru came in May and again in July", visitor=["Peru"]),
        event("Visit", "Chile came in June", visitor=["Chile"]),
        event("Aid", "Mali was fed", recipient=["Mali"]),
        event("Attack", "shells fell on Mali", target=["Mali"]),
    ]
    found = [
        event("Visit", "Peru came in May", visitor=["Peru"]),
        event("Visit", "Chile came in June", visitor=["Mali"]),
        event("Cooperation", "Mali was fed", party=["Mali"]),
    ]
    assert causes("missed event", gold, found) == [
        "one event found for two",
        "right type, no core participant in common",
        "Cooperation at the same words",
        "no such event found",
    ]


def test_an_extra_event_has_its_cause() -> None:
    gold = [
        event("Visit", "Peru came in May", visitor=["Peru"]),
        event("Visit", "Chile came in June", visitor=["Chile"]),
        event("Aid", "Mali was fed", recipient=["Mali"]),
    ]
    found = [
        event("Visit", "Peru came in May", visitor=["Peru"]),
        event("Visit", "the arrival of Peru", visitor=["Peru"]),
        event("Visit", "Chile came in June", visitor=["Mali"]),
        event("Cooperation", "Mali was fed", party=["Mali"]),
        event("Attack", "the raid", target=["Mali"]),
    ]
    assert causes("extra event", gold, found) == [
        "a repeat of an event already counted",
        "right type, no core participant in common",
        "Aid at the same words in gold",
        "not in gold",
    ]


def test_arguments_of_a_found_event_have_their_cause() -> None:
    gold = {"actors": [*ALL, actor("Iran")], "places": [place("Lima")]}
    gold["events"] = [
        event("Attack", "x", attacker=["Peru"], target=["Chile", "Mali", "Iran"], place="Lima"),
    ]
    found = {"actors": [*ALL, actor("Andes")]}
    found["events"] = [event("Attack", "x", attacker=["Peru", "Chile", "Andes"])]
    assert told("missed argument", gold, found) == [
        ("itself not found", "place Lima"),
        ("has another role there", "target Chile"),
        ("not taken as a part", "target Mali"),
        ("itself not found", "target Iran"),
    ]
    assert told("extra argument", gold, found) == [
        ("has another role there", "attacker Chile"),
        ("in gold nowhere", "attacker andes"),
    ]


def test_dates_statuses_and_words_of_a_found_event_are_told() -> None:
    def sale(buyer: str, **more: object) -> Json:
        return event("ArmsTransfer", f"sold to {buyer}", supplier=["Peru"], recipient=[buyer], **more)

    gold = [
        sale("Chile", start="2021-05", status="alleged", attributed_to=["Mali"], denied_by=["Peru"]),
        sale("Mali", start="2021", status="planned", attributed_to=["Chile"]),
    ]
    found = [sale("Chile", start="2022", status="alleged", attributed_to=["Chile"]), sale("Mali", denied_by=["Mali"])]
    assert causes("event date", gold, found) == ["another date", "no date"]
    assert causes("event status", gold, found) == ["occurred in place of planned"]
    assert causes("attribution", gold, found) == ["someone else's word", "nobody's word"]
    assert causes("denial", gold, found) == ["denial missed", "denial not in gold"]


def test_speech_is_of_another_act_by_another_speaker_or_unheard() -> None:
    gold = [
        speech("vow", "Peru promised gold", ["Peru"]),
        speech("say", "Chile spoke of rain", ["Chile"]),
        speech("warn", "Mali warned of war", ["Mali"]),
    ]
    found = [
        speech("say", "Peru promised gold", ["Peru"]),
        speech("say", "Chile spoke of rain", ["Mali"]),
        speech("deny", "no word of it", ["Peru"]),
    ]
    assert causes("missed speech", gold, found, "speech") == ["taken for say", "another speaker", "not heard"]
    assert causes("extra speech", gold, found, "speech") == [
        "vow in gold",
        "another speaker, or a repeat",
        "not in gold",
    ]


def test_posts_are_missed_and_extra() -> None:
    gold = {"actors": ALL, "posts": [{"holder": "Peru", "post": "chair"}, {"holder": "Chile", "post": "member"}]}
    found = {"actors": ALL, "posts": [{"holder": "Peru", "post": "guest"}, {"holder": "Mali", "post": "host"}]}
    assert told("missed post", gold, found) == [
        ("other post of the holder found", "Peru: chair"),
        ("no post of the holder", "Chile: member"),
    ]
    assert told("extra post", gold, found) == [
        ("holder has other posts in gold", "Peru: guest"),
        ("holder has no post in gold", "Mali: host"),
    ]


def test_every_error_names_its_article_and_quotes_the_words() -> None:
    gold = facts(actors=ALL, events=[event("Visit", "Peru came", visitor=["Peru"])])
    (missed,) = errors([compare("talks", gold, facts(actors=ALL))])
    assert (missed.article, missed.type, missed.what, missed.words) == (
        "talks", "Visit", "visitor Peru (occurred)", "Peru came",
    )  # fmt: skip
