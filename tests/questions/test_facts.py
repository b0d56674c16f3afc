"""The facts of an article, folded from its claims; expectations by hand from ``data/facts.trig``."""

import json

from asking import holding

from verbale.questions.facts import facts

ID = "https://w3id.org/verbale/id/"


def read() -> dict[str, list[dict[str, object]]]:
    return facts(holding("facts"), ID + "six")


def test_actors_have_their_type_and_the_words_that_name_them_alone() -> None:
    # "They" is a pronoun, "both countries" means two; the publisher is not spoken of, the spokesman never named.
    assert read()["actors"] == [
        {"name": "Ostia", "type": "State", "aliases": ["the Ostians"], "wikidata": "Q1"},
        {"name": "Norland", "type": "State", "aliases": [], "wikidata": None},
        {"name": "the Council", "type": "IGO", "aliases": ["Council"], "wikidata": None},
        {"name": "spokesman", "type": "Person", "aliases": ["a spokesman", "the spokesman"], "wikidata": None},
        {"name": "General Reed", "type": "Person", "aliases": ["Reed"], "wikidata": None},
        {"name": "Reed", "type": "Person", "aliases": ["Minister Reed"], "wikidata": None},
        {"name": "observers", "type": "Organization", "aliases": [], "wikidata": None},
    ]


def test_posts_are_told_once_and_without_a_body_where_there_is_none() -> None:
    assert read()["posts"] == [
        {"holder": "General Reed", "post": "commander", "of": None},
        {"holder": "Reed", "post": "minister", "of": "Ostia"},
    ]


def test_places_are_those_mentioned_and_those_of_events() -> None:
    assert read()["places"] == [
        {"name": "Ostia", "type": "Country", "country": "OS", "lat": None, "lon": None, "aliases": []},
        {"name": "the pass", "type": "Other", "country": None, "lat": 1.5, "lon": -2.25, "aliases": []},
    ]


def test_an_event_is_told_with_roles_words_and_dates_as_exact_as_known() -> None:
    attack = read()["events"][0]
    assert attack == {
        "id": "e1",
        "type": "Attack",
        "subtype": "shelling",
        "args": {
            "attacker": ["Ostia"],
            "injured": ["dozens"],
            "item": ["mortars", "rockets"],
            "killed": ["at least 4"],
            "target": ["Norland", "General Reed", "the pass"],
        },
        "place": "the pass",
        "start": "2024-07",
        "end": "2024",
        "status": "occurred",
        "attributed_to": ["observers"],
        "denied_by": ["Ostia"],
        "evidence": "Ostia shelled the pass",
    }


def test_status_is_the_articles_own_voice_else_by_the_word_of_others() -> None:
    events = {event["subtype"]: event for event in read()["events"]}
    assert {name: event["status"] for name, event in events.items()} == {
        "shelling": "occurred",
        "truce-kept": "negated",
        "talks": "planned",
        "violate": "hypothetical",
        "supply": "alleged",
        "call": "planned",
        "conference": "alleged",
        "summit": "alleged",
    }
    assert events["supply"]["attributed_to"] == ["Ostia"]
    assert events["supply"]["denied_by"] == ["Norland"]
    assert events["supply"]["evidence"] == "Ostia said that Norland sent shells"
    # Only denied: someone must have said so.
    assert (events["conference"]["attributed_to"], events["conference"]["denied_by"]) == ([], ["Norland"])
    assert events["summit"]["attributed_to"] == ["Ostia"]


def test_what_others_than_gold_facts_tell_is_left_out() -> None:
    breach = next(event for event in read()["events"] if event["subtype"] == "violate")
    assert breach["args"] == {"target": ["Norland"]}  # not its backer
    talks = next(event for event in read()["events"] if event["subtype"] == "talks")
    assert talks["args"] == {"participant": []}  # not how long they lasted


def test_speech_has_its_speaker_target_and_the_events_that_it_is_about() -> None:
    assert read()["speech"] == [
        {
            "id": "s1",
            "act": "accuse",
            "speaker": ["Ostia"],
            "target": ["Norland"],
            "about": ["e5"],
            "date": "2024-07-02",
            "evidence": "Ostia said that Norland sent shells",
        }
    ]


def test_facts_are_those_of_the_article_whatever_else_the_store_holds() -> None:
    alone = json.dumps(facts(holding("facts"), ID + "six"))
    assert json.dumps(facts(holding("facts", "claims", "deeds", "lists", "meetings"), ID + "six")) == alone
