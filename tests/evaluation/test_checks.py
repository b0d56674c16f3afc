"""A gold file is checked before anything is counted: what is wrong is named with its remedy."""

from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from tests.evaluation.written import Json, actor, event, place, speech, written
from verbale import resources, vocab
from verbale.errors import UnreadableFacts
from verbale.evaluation import facts_from, problems
from verbale.evaluation.scheme import ACTS, CORE, roles

TEXT = "Peru  came to Lima.\nChile spoke."


def good(**changed: list[Json]) -> Json:
    lists = {
        "actors": [actor("Peru"), actor("Chile")],
        "places": [place("Lima")],
        "posts": [{"holder": "Peru", "post": "chair", "of": None}],
        "events": [event("Visit", "Peru came to Lima", visitor=["Peru"], place="Lima", start="2021-05", id="e1")],
        "speech": [speech("say", "Chile spoke", ["Chile"]) | {"about": ["e1"]}],
    }
    return written(**lists | changed)


def wrong(**changed: list[Json]) -> list[str]:
    return list(problems(facts_from(good(**changed), "gold"), TEXT))


def test_a_good_file_has_no_problem_whatever_its_white_space() -> None:
    assert wrong() == []


def visit(**changed: Any) -> list[Json]:
    given: dict[str, Any] = {"visitor": ["Peru"], "id": "e1"}
    return [event("Visit", "Peru came", **given | changed)]


@pytest.mark.parametrize(
    ("changed", "hints"),
    [
        ({"actors": [actor("Peru"), actor("Chile", type="Nation")]}, ("'Nation'", "State")),
        ({"actors": [actor("Peru"), actor("Chile"), actor("Narnia")]}, ("'Narnia'", "article")),
        ({"actors": [actor("Peru"), actor("Chile"), actor("Peru")]}, ("'Peru'", "twice")),
        ({"places": [place("Lima", type="Town")]}, ("'Town'", "City")),
        ({"posts": [{"holder": "Ecuador", "post": "chair"}]}, ("'Ecuador'", "actors")),
        ({"events": [event("Vizit", "Peru came", id="e1")]}, ("e1", "'Vizit'", "Visit?")),
        ({"events": visit(guest=["Peru"])}, ("e1", "'guest'", "visitor, host, origin")),
        ({"events": visit(host=["Ecuador"])}, ("e1", "host", "'Ecuador'", "actors or places")),
        ({"events": [event("Visit", "Peru came", host=["Peru"], id="e1")]}, ("e1", "core role", "visitor")),
        ({"events": visit(place="Quito")}, ("e1", "'Quito'", "places")),
        ({"events": visit(status="happened")}, ("e1", "'happened'", "occurred")),
        ({"events": visit(start="May 2021")}, ("e1", "'May 2021'", "2023-09")),
        ({"events": visit(start="2021-13")}, ("e1", "'2021-13'")),
        ({"events": visit(denied_by=["Ecuador"])}, ("e1", "denied_by", "'Ecuador'")),
        ({"events": [event("Visit", "Peru went", visitor=["Peru"], id="e1")]}, ("e1", "'Peru went'", "letter")),
        ({"events": [event("Visit", "", visitor=["Peru"], id="e1") | {"id": "e1"}]}, ("e1", "no evidence")),
        ({"events": visit() + visit()}, ("'e1'", "twice")),
        ({"speech": [speech("shout", "Chile spoke", ["Chile"])]}, ("'shout'", "announce")),
        ({"speech": [speech("say", "Chile spoke", ["Ecuador"])]}, ("'Ecuador'",)),
        ({"speech": [speech("say", "Chile spoke", []) | {"about": ["e9"]}]}, ("'e9'", "events")),
        ({"speech": [speech("say", "Chile shouted", ["Chile"])]}, ("'Chile shouted'",)),
    ],
)  # fmt: skip
def test_each_mistake_is_named_once_with_its_remedy(changed: dict[str, list[Json]], hints: tuple[str, ...]) -> None:
    if not changed.get("events"):
        changed = changed | {"events": visit(), "speech": changed.get("speech", [])}
    else:
        changed = changed | {"speech": []}
    (line,) = wrong(**changed)
    for hint in hints:
        assert hint in line
    assert ": " in line


@pytest.mark.parametrize(
    ("value", "hints"),
    [
        ([], ("gold", "{...}")),
        ({"actors": []}, ("posts, places, events, speech", "[]")),
        (good() | {"events": {}}, ("events", "[...]")),
        (good(actors=[{"name": "Peru"}]), ("actors 1", "type")),
        (good(actors=[{"name": 5, "type": "State"}]), ("actors 1", "name", "quotes")),
        (good(places=[place("Lima") | {"lat": "51", "lon": 3}]), ("places 1", "lat", "51.88")),
        (good(events=[event("Visit", "x") | {"args": []}]), ("events 1", "args")),
        (good(events=[event("Visit", "x", visitor=[{}])]), ("events 1, args", "visitor")),
        (good(speech=[{"id": "s1", "act": None}]), ("speech 1", "act")),
    ],
)
def test_what_is_not_in_the_form_is_told_with_its_place(value: object, hints: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableFacts) as raised:
        facts_from(value, "gold")
    for hint in hints:
        assert hint in str(raised.value)


def test_one_name_may_stand_without_its_brackets() -> None:
    (told,) = facts_from(good(events=[event("Visit", "x", visitor="Peru")]), "gold").events
    assert told.arguments == {"visitor": ("Peru",)}


def test_the_core_roles_are_those_of_the_ontologys_types() -> None:
    assert tuple(CORE) == vocab.event_types()
    for name, core in CORE.items():
        assert set(core) <= set(vocab.roles(name)), name


def test_what_facts_never_tell_is_no_role() -> None:
    assert roles("Sanction") == ("imposer", "target", "measure")
    assert roles("Attack") == ("target", "attacker", "item", "killed", "injured")


def test_the_acts_of_speech_are_the_ontologys() -> None:
    acts = [
        quad.subject.value.removeprefix(vocab.KIND)
        for quad in parse(path=str(resources.ontology() / "kinds.ttl"), format=RdfFormat.TURTLE)
        if quad.predicate.value.endswith("#inScheme")
        and isinstance(quad.subject, NamedNode)
        and not isinstance(quad.object, Literal)
        and quad.object == NamedNode(vocab.KIND + "speech-acts")
    ]
    assert tuple(acts) == ACTS
