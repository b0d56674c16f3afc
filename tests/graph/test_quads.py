"""One invented article with everything in it, read by hand: what its graph says of each thing, and nothing more."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from verbale.graph import shapes
from verbale.graph.quads import nquads, triples
from verbale.model import (
    Claim,
    Delegation,
    Document,
    Entity,
    Event,
    Mention,
    MentionKind,
    PartialDate,
    Quantity,
    Reading,
    Span,
    Speech,
    Tenure,
    article_hash,
)

BASE = "https://example.org/id/"
TEXT = (
    "ALDER 🕊 — Mara Quill, the Kelvan president, met Governor Oto Brin in Port Alder from 4 March 2031. Quill brought "
    "Ana Voss and Ilo Tarn. Both leaders spoke for about two hours.\n\nThe Alder Guard of Kelva shelled Sant Bridge in "
    "July 2030 with mortars and “drones”, killing at least 12.5 people and wounding up to 30. Voss accused Orsa of "
    "arming rebels despite a travel ban; Orsa denied it. A war may follow, the Narrow League said.\n"
)
DOCUMENT = Document("wire-7", TEXT, "Two meet", date(2031, 3, 5), "Alder Wire", "https://example.org/news/7")
H = article_hash(DOCUMENT)
GRAPH = f"{BASE}graph/{H}"

QUILL, BRIN, VOSS, TARN = "actor/person/mara-quill", f"actor/{H}/brin", f"actor/{H}/voss", "actor/person/ilo-tarn"
KELVA, ORSA, GUARD = "actor/state/QZ", "actor/state/QY", "actor/armed-force/alder-guard"
LEAGUE, NOBODY = "actor/organization/narrow-league", "actor/person/nobody"
LAND, OTHER_LAND, COAST = "place/country/QZ", "place/country/QY", f"place/{H}/coast"
PORT, BRIDGE = "place/geonames/9000001", f"place/{H}/sant-bridge"
MEETING, ATTACK, WAR = f"event/{H}/meeting-46", f"event/{H}/attack-190", f"event/{H}/war-400"
SANCTION, SALE, SPEECH = f"event/{H}/sanction-350", f"event/{H}/arms-transfer-330", f"speech/{H}/accuse-310"
PRESIDENCY, GOVERNORSHIP = f"tenure/{H}/president-27", f"tenure/{H}/governor-50"

DAY = PartialDate(date(2031, 3, 4), date(2031, 3, 4), "day")
DAYS = PartialDate(date(2031, 3, 5), date(2031, 3, 7), "day")
MONTH = PartialDate(date(2030, 7, 1), date(2030, 7, 31), "month")
YEAR = PartialDate(date(2030, 1, 1), date(2030, 12, 31), "year")


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand, for the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def said(words: str, nth: int = 0, kind: MentionKind = "name") -> Mention:
    return Mention(at(words, nth), words, kind)


ENTITIES = (
    Entity(
        QUILL,
        "Person",
        "Mara Quill",
        (
            said("Mara Quill"),
            said("the Kelvan president", kind="title"),
            said("Quill", 1),
            said("Both leaders", kind="group"),
        ),
        wikidata="Q900001",
    ),
    Entity(BRIN, "Person", "Oto Brin", (said("Oto Brin"), said("Both leaders", kind="group"))),
    Entity(VOSS, "Person", "Ana Voss", (said("Ana Voss"), said("Voss", 1))),
    Entity(TARN, "Person", "Ilo Tarn"),
    Entity(KELVA, "State", "Kelva", (said("Kelva", 1),), country="QZ", territory=LAND),
    Entity(ORSA, "State", "Orsa", country="QY", territory=OTHER_LAND),
    Entity(GUARD, "ArmedForce", "Alder Guard", country="QZ", parent=KELVA),
    Entity(LEAGUE, "Organization", "Narrow League", parent="actor/organization/wide-league"),
    Entity(NOBODY, "Person", "Nobody", country="QY", parent=ORSA),
    Entity(LAND, "Country", "Kelva", country="QZ"),
    Entity(OTHER_LAND, "Country", "Orsa", country="QY"),
    Entity(COAST, "Region", "Alder Coast", country="QZ", parent=LAND),
    Entity(
        PORT,
        "City",
        "Port Alder",
        (said("Port Alder"),),
        country="QZ",
        latitude=46.2,
        longitude=-120.0,
        geonames=9000001,
        parent=COAST,
    ),
    Entity(BRIDGE, "Facility", "Sant Bridge", latitude=0.0, longitude=6.12345678),
)
EVENTS = (
    Event(
        MEETING,
        "Meeting",
        "summit",
        {"participant": (QUILL, BRIN)},
        (at("met Governor Oto Brin"),),
        at("met"),
        quantities={"lasted": Quantity(1.5, 2.0, "hour", at("about two hours"))},
        place=PORT,
        starts=DAY,
        ends=DAYS,
        delegations=(Delegation(QUILL, (VOSS, TARN), at("Quill brought Ana Voss and Ilo Tarn")),),
    ),
    Event(
        ATTACK,
        "Attack",
        "",
        {"attacker": (GUARD,), "target": (BRIDGE,)},
        (at("shelled Sant Bridge"),),
        at("shelled"),
        details={"item": ("mortars", "drones")},
        quantities={
            "killed": Quantity(12.5, None, "people", at("at least 12.5 people")),
            "injured": Quantity(0, 30, "people", at("up to 30")),
        },
        starts=MONTH,
    ),
    Event(
        SANCTION,
        "Sanction",
        "",
        {"imposer": (LEAGUE,), "target": (KELVA, ORSA)},
        (at("a travel ban"),),
        at("ban"),
        details={"measure": ("a travel ban",)},
    ),
    Event(
        SALE,
        "ArmsTransfer",
        "supply",
        {"supplier": (ORSA,)},
        (at("arming rebels"),),
        at("arming"),
        breaches=(SANCTION,),
        depends_on=(MEETING, ATTACK),
    ),
    Event(WAR, "War", "", {}, (at("A war may follow"),), at("war")),
)
CLAIMS = (
    Claim(MEETING, None, "asserted", at("met Governor Oto Brin")),
    Claim(ATTACK, None, "asserted", at("shelled Sant Bridge")),
    Claim(SANCTION, VOSS, "asserted", at("despite a travel ban")),
    Claim(SALE, VOSS, "alleged", at("arming rebels")),
    Claim(SALE, ORSA, "denied", at("Orsa denied it")),
    Claim(SALE, None, "hypothetical", at("arming rebels")),
    Claim(WAR, LEAGUE, "planned", at("A war may follow")),
    Claim(SPEECH, None, "asserted", at("Voss accused Orsa")),
    Claim(PRESIDENCY, None, "asserted", at("the Kelvan president")),
    Claim(GOVERNORSHIP, None, "asserted", at("Governor Oto Brin")),
)
READING = Reading(
    DOCUMENT,
    ENTITIES,
    (
        Tenure(PRESIDENCY, QUILL, "President", KELVA, at("the Kelvan president")),
        Tenure(GOVERNORSHIP, BRIN, "Governor", None, at("Governor Oto Brin")),
    ),
    EVENTS,
    (Speech(SPEECH, "accuse", (VOSS,), at("Voss accused Orsa"), at("accused"), (ORSA,), (SALE, ATTACK), YEAR),),
    CLAIMS,
    {at("4 March 2031"): DAY, at("July 2030"): MONTH},
)

PREFIXES = {
    BASE: "",
    "https://w3id.org/verbale/ontology#": "",
    "https://w3id.org/verbale/kind/": "kind:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": "a",
    "http://www.w3.org/2000/01/rdf-schema#": "",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
    "http://www.wikidata.org/entity/": "wd:",
}


def short(term: object) -> str:
    """A term as the expectations write it: ``a``, ``takesPlaceIn``, ``kind:summit``, ``"46.2" decimal``."""
    if isinstance(term, Literal):
        datatype = term.datatype.value.rpartition("#")[2]
        return f'"{term.value}"' + ("" if datatype == "string" else f" {datatype}")
    assert isinstance(term, NamedNode)
    for prefix, name in PREFIXES.items():
        if term.value.startswith(prefix):
            return name + term.value.removeprefix(prefix)
    return term.value


def told(reading: Reading, *software: str) -> dict[str, set[str]]:
    """What the graph says, by subject: ``{"label "Kelva"", "a State", ...}``."""
    said_of: dict[str, set[str]] = defaultdict(set)
    for quad in parse(nquads(triples(reading, BASE, software), GRAPH), format=RdfFormat.N_QUADS):
        said_of[short(quad.subject)].add(f"{short(quad.predicate)} {short(quad.object)}")
    return said_of


@pytest.fixture(scope="module")
def graph() -> dict[str, set[str]]:
    return told(READING, "reader-1.2", "parser-3")


def here(*facts: str) -> set[str]:
    """Those facts, and that it stands in the article."""
    return {*facts, f"inArticle article/{H}"}


# ---------------------------------------------------------------- the whole


def test_lines_are_sorted_and_said_once_in_one_named_graph():
    text = nquads(triples(READING, BASE), GRAPH)
    lines = text.splitlines()
    assert text.endswith(" .\n")
    assert lines == sorted(set(lines))
    assert {line.rsplit(" ", 2)[1] for line in lines} == {f"<{GRAPH}>"}
    assert "_:" not in text


def test_a_full_reading_keeps_every_shape():
    assert shapes.problems(triples(READING, BASE)) == ()


def test_names_have_the_projects_base_unless_another_is_given():
    assert f"<https://w3id.org/verbale/id/article/{H}>" in {subject for subject, _, _ in triples(READING)}


def test_the_graph_speaks_of_these_things_and_of_none_that_nothing_leads_to(graph):
    things = {name for name in graph if not name.startswith(("passage/", "claim/", "quantity/", "date/"))}
    assert things == (
        {f"article/{H}", f"graph/{H}", f"run/{H}", "software/reader-1.2", "software/parser-3", "actor/media/alder-wire"}
        | {QUILL, BRIN, VOSS, TARN, KELVA, ORSA, GUARD, LEAGUE, LAND, COAST, PORT, BRIDGE}
        | {MEETING, ATTACK, SANCTION, SALE, WAR, SPEECH, PRESIDENCY, GOVERNORSHIP}
        | {f"delegation/{H}/{at('Quill brought').start}-person-mara-quill"}
    )


# ---------------------------------------------------------------- the article and who read it


def test_an_article_is_told_with_text_headline_day_source_and_publisher(graph):
    assert graph[f"article/{H}"] == {
        "a Article",
        'dcterms:identifier "wire-7"',
        f'text "{TEXT}"',
        'headline "Two meet"',
        'published "2031-03-05" date',
        'dcterms:source "https://example.org/news/7" anyURI',
        "publisher actor/media/alder-wire",
    }
    assert graph["actor/media/alder-wire"] == {"a Media", "a Actor", 'label "Alder Wire"'}


def test_an_article_without_headline_day_source_or_publisher_gets_none_invented():
    bare = Document("note", "Nothing happened.")
    graph, h = told(Reading(bare)), article_hash(bare)
    assert graph[f"article/{h}"] == {
        "a Article",
        'dcterms:identifier "note"',
        'text "Nothing happened."',
        f"publisher actor/{h}/publisher",
    }
    assert graph[f"actor/{h}/publisher"] == {"a Media", "a Actor", 'label "unnamed publisher"'}


def test_a_graph_names_the_article_and_the_software_that_it_comes_from(graph):
    assert graph[f"graph/{H}"] == {f"prov:wasGeneratedBy run/{H}", f"prov:wasDerivedFrom article/{H}"}
    assert graph[f"run/{H}"] == {
        "a prov:Activity",
        f"prov:used article/{H}",
        "prov:wasAssociatedWith software/reader-1.2",
        "prov:wasAssociatedWith software/parser-3",
    }
    assert graph["software/parser-3"] == {"a prov:SoftwareAgent", 'label "parser-3"'}


# ---------------------------------------------------------------- actors and places


def test_an_actors_other_names_are_alternative_labels_and_its_titles_are_not(graph):
    assert graph[QUILL] == {
        "a Person",
        "a Actor",
        'label "Mara Quill"',
        'skos:altLabel "Quill"',
        "skos:exactMatch wd:Q900001",
    }
    assert graph[VOSS] == {"a Person", "a Actor", 'label "Ana Voss"', 'skos:altLabel "Voss"'}


def test_a_state_has_its_code_and_leads_to_its_land(graph):
    assert graph[KELVA] == {"a State", "a Actor", 'label "Kelva"', 'countryCode "QZ"', f"hasTerritory {LAND}"}
    assert graph[LAND] == {"a Country", "a Place", 'label "Kelva"', 'countryCode "QZ"'}


def test_a_state_whose_land_nothing_speaks_of_leads_to_none(graph):
    assert graph[ORSA] == {"a State", "a Actor", 'label "Orsa"', 'countryCode "QY"'}


def test_a_force_belongs_to_its_state(graph):
    assert graph[GUARD] == {"a ArmedForce", "a Actor", 'label "Alder Guard"', 'countryCode "QZ"', f"belongsTo {KELVA}"}


def test_a_parent_is_named_only_where_it_stands_in_the_graph(graph):
    assert graph[LEAGUE] == {"a Organization", "a Actor", 'label "Narrow League"'}


def test_a_place_has_coordinates_as_decimals_without_trailing_zeros(graph):
    assert graph[PORT] == {
        "a City",
        "a Place",
        'label "Port Alder"',
        'countryCode "QZ"',
        'latitude "46.2" decimal',
        'longitude "-120" decimal',
        'geonamesId "9000001" integer',
        f"liesIn {COAST}",
    }


def test_a_place_on_the_equator_has_coordinates_to_six_digits(graph):
    assert graph[BRIDGE] == {
        "a Facility",
        "a Place",
        'label "Sant Bridge"',
        'latitude "0" decimal',
        'longitude "6.123457" decimal',
    }


def test_what_a_place_lies_in_is_told_up_to_the_country(graph):
    assert graph[COAST] == {"a Region", "a Place", 'label "Alder Coast"', 'countryCode "QZ"', f"liesIn {LAND}"}


# ---------------------------------------------------------------- words


def test_a_mention_gives_offsets_in_characters_words_and_what_they_refer_to(graph):
    assert graph[f"passage/{H}/10-20"] == here(
        "a Mention",
        "a Passage",
        'startOffset "10" integer',
        'endOffset "20" integer',
        'quote "Mara Quill"',
        f"refersTo {QUILL}",
    )


def test_every_quote_is_the_text_between_its_offsets(graph):
    passages = {name: facts for name, facts in graph.items() if name.startswith("passage/")}
    assert len(passages) == len({*at_mentions(), *READING.dates, *(claim.passage for claim in CLAIMS)})
    for name, facts in passages.items():
        start, end = map(int, name.rpartition("/")[2].split("-"))
        assert f'quote "{TEXT[start:end]}"' in facts


def at_mentions() -> list[Span]:
    return [mention.span for entity in ENTITIES for mention in entity.mentions]


def test_every_mention_refers_and_a_group_refers_to_each_of_its_members(graph):
    refers = {
        (quote, fact.removeprefix("refersTo "))
        for facts in graph.values()
        for fact in facts
        if fact.startswith("refersTo ")
        for quote in [next(other.split('"')[1] for other in facts if other.startswith("quote "))]
    }
    assert refers == {
        ("Mara Quill", QUILL),
        ("the Kelvan president", QUILL),
        ("Quill", QUILL),
        ("Both leaders", QUILL),
        ("Both leaders", BRIN),
        ("Oto Brin", BRIN),
        ("Ana Voss", VOSS),
        ("Voss", VOSS),
        ("Kelva", KELVA),
        ("Port Alder", PORT),
        ("4 March 2031", "date/2031-03-04"),
        ("July 2030", "date/2030-07"),
    }


def test_a_passage_that_only_shows_a_claim_is_no_mention(graph):
    start, end = at("arming rebels")
    assert graph[f"passage/{H}/{start}-{end}"] == here(
        "a Passage", f'startOffset "{start}" integer', f'endOffset "{end}" integer', 'quote "arming rebels"'
    )


@pytest.mark.parametrize(
    ("name", "earliest", "latest", "precision"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04", "day"),
        ("2031-03-05--2031-03-07", "2031-03-05", "2031-03-07", "day"),
        ("2030-07", "2030-07-01", "2030-07-31", "month"),
        ("2030", "2030-01-01", "2030-12-31", "year"),
    ],
)
def test_a_partial_date_is_named_by_what_is_known_and_bounded_by_days(graph, name, earliest, latest, precision):
    assert graph[f"date/{name}"] == {
        "a PartialDate",
        f'label "{name}"',
        f'earliest "{earliest}" date',
        f'latest "{latest}" date',
        f'precision "{precision}"',
    }


# ---------------------------------------------------------------- events


def quantity(words: str) -> str:
    start, end = at(words)
    return f"quantity/{H}/{start}-{end}"


def test_a_meeting_is_told_whole(graph):
    assert graph[MEETING] == here(
        "a Meeting",
        "a Event",
        "a Situation",
        'label "meeting: Mara Quill, Oto Brin"',
        "kind kind:summit",
        f"participant {QUILL}",
        f"participant {BRIN}",
        f"hasParticipant {QUILL}",
        f"hasParticipant {BRIN}",
        f"takesPlaceIn {PORT}",
        "starts date/2031-03-04",
        "ends date/2031-03-05--2031-03-07",
        f"lasted {quantity('about two hours')}",
        f"hasQuantity {quantity('about two hours')}",
        f"hasDelegation delegation/{H}/{at('Quill brought').start}-person-mara-quill",
    )


def test_a_delegation_has_its_head_and_each_of_its_members(graph):
    assert graph[f"delegation/{H}/{at('Quill brought').start}-person-mara-quill"] == {
        "a Delegation",
        f"hasHead {QUILL}",
        f"hasMember {VOSS}",
        f"hasMember {TARN}",
    }


def test_a_role_is_a_participation_a_detail_a_detail_and_a_number_a_quantity(graph):
    assert graph[ATTACK] == here(
        "a Attack",
        "a Event",
        "a Situation",
        'label "attack: Alder Guard, Sant Bridge"',
        f"attacker {GUARD}",
        f"target {BRIDGE}",
        f"hasParticipant {GUARD}",
        f"hasParticipant {BRIDGE}",
        'item "mortars"',
        'item "drones"',
        'hasDetail "mortars"',
        'hasDetail "drones"',
        f"killed {quantity('at least 12.5 people')}",
        f"injured {quantity('up to 30')}",
        f"hasQuantity {quantity('at least 12.5 people')}",
        f"hasQuantity {quantity('up to 30')}",
        "starts date/2030-07",
    )


def test_a_quantity_has_the_bounds_that_its_words_give_and_no_others(graph):
    assert graph[quantity("about two hours")] == {
        "a Quantity",
        'unit "hour"',
        'words "about two hours"',
        'least "1.5" decimal',
        'most "2" decimal',
    }
    assert graph[quantity("at least 12.5 people")] == {
        "a Quantity",
        'unit "people"',
        'words "at least 12.5 people"',
        'least "12.5" decimal',
    }
    assert graph[quantity("up to 30")] == {
        "a Quantity",
        'unit "people"',
        'words "up to 30"',
        'least "0" decimal',
        'most "30" decimal',
    }


def test_an_act_leads_to_the_sanction_that_it_breaches_and_to_what_it_depends_on(graph):
    assert graph[SALE] == here(
        "a ArmsTransfer",
        "a Event",
        "a Situation",
        'label "arms transfer: Orsa"',
        "kind kind:supply",
        f"supplier {ORSA}",
        f"hasParticipant {ORSA}",
        f"breaches {SANCTION}",
        f"dependsOn {MEETING}",
        f"dependsOn {ATTACK}",
    )
    assert graph[SANCTION] >= {
        f"target {KELVA}",
        f"target {ORSA}",
        'measure "a travel ban"',
        'hasDetail "a travel ban"',
    }


def test_an_event_of_nobody_is_called_by_its_type(graph):
    assert graph[WAR] == here("a War", "a Event", "a Situation", 'label "war"')


# ---------------------------------------------------------------- speech, posts, claims


def test_a_speech_leads_to_the_events_that_it_is_about(graph):
    assert graph[SPEECH] == here(
        "a Speech",
        "a Event",
        "a Situation",
        'label "accuse: Ana Voss"',
        "kind kind:accuse",
        f"speaker {VOSS}",
        f"addressee {ORSA}",
        f"hasParticipant {VOSS}",
        f"hasParticipant {ORSA}",
        f"about {SALE}",
        f"about {ATTACK}",
        "starts date/2030",
    )


def test_a_post_is_held_in_a_body_as_of_the_day_of_publication(graph):
    assert graph[PRESIDENCY] == here(
        "a Tenure",
        "a Situation",
        'label "President: Mara Quill"',
        f"holder {QUILL}",
        'post "President"',
        'hasDetail "President"',
        f"body {KELVA}",
        'asOf "2031-03-05" date',
    )


def test_a_post_without_body_or_day_gets_none(graph):
    assert not [fact for fact in graph[GOVERNORSHIP] if fact.startswith("body ")]
    undated = replace(DOCUMENT, published=None)
    held = told(Reading(undated, ENTITIES, READING.tenures))
    assert not [fact for fact in held[PRESIDENCY] if fact.startswith("asOf ")]


def claimed(graph, situation: str) -> set[tuple[str, str, str]]:
    """Who holds it, how, and in which words."""
    found = set()
    for facts in graph.values():
        if f"claims {situation}" in facts:
            of = dict(fact.split(" ", 1) for fact in facts)
            (words,) = (fact for fact in graph[of["hasPassage"]] if fact.startswith("quote "))
            found.add((of["claimant"], of["stance"], words.split('"')[1]))
    return found


def test_a_claim_has_one_claimant_one_stance_and_its_words(graph):
    start, end = at("Orsa denied it")
    assert graph[f"claim/{H}/arms-transfer-330-denied-state-QY"] == here(
        "a Claim",
        f"claims {SALE}",
        f"claimant {ORSA}",
        "stance kind:denied",
        f"hasPassage passage/{H}/{start}-{end}",
    )


def test_each_holds_it_in_a_way_of_its_own_and_the_articles_voice_is_its_publishers(graph):
    assert claimed(graph, SALE) == {
        (VOSS, "kind:alleged", "arming rebels"),
        (ORSA, "kind:denied", "Orsa denied it"),
        ("actor/media/alder-wire", "kind:hypothetical", "arming rebels"),
    }
    assert claimed(graph, WAR) == {(LEAGUE, "kind:planned", "A war may follow")}
    assert claimed(graph, SPEECH) == {("actor/media/alder-wire", "kind:asserted", "Voss accused Orsa")}
    assert claimed(graph, GOVERNORSHIP) == {("actor/media/alder-wire", "kind:asserted", "Governor Oto Brin")}


@pytest.mark.parametrize(
    ("part", "used"),
    [
        ({"events": (replace(EVENTS[4], roles={"party": (TARN,)}),)}, TARN),
        ({"events": (replace(EVENTS[4], place=COAST),)}, COAST),
        ({"events": (replace(EVENTS[4], delegations=(Delegation(TARN, (NOBODY,), at("brought")),)),)}, TARN),
        ({"events": (replace(EVENTS[4], delegations=(Delegation(TARN, (NOBODY,), at("brought")),)),)}, NOBODY),
        ({"speech": (Speech(SPEECH, "say", (TARN,), at("said"), at("said")),)}, TARN),
        ({"speech": (Speech(SPEECH, "say", (), at("said"), at("said"), (TARN,)),)}, TARN),
        ({"tenures": (Tenure(PRESIDENCY, TARN, "President", None, at("president")),)}, TARN),
        ({"tenures": (Tenure(PRESIDENCY, QUILL, "President", LEAGUE, at("president")),)}, LEAGUE),
        ({"claims": (Claim(WAR, TARN, "asserted", at("war")),)}, TARN),
    ],
)
def test_whatever_has_a_part_is_told_though_no_words_mention_it(part, used):
    without = tuple(replace(entity, mentions=()) for entity in ENTITIES)
    assert used in told(Reading(DOCUMENT, without, **part))
    assert used not in told(Reading(DOCUMENT, without))
