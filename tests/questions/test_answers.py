"""An answer in each of its forms."""

import csv
import io
import json
from datetime import date

import pytest
from asking import holding
from pyoxigraph import Literal, NamedNode
from rdflib import Graph, URIRef

from verbale.errors import BadValue
from verbale.questions import Answer, answer
from verbale.questions.answers import tabulated, to_csv, to_json, to_tsv, to_turtle

XSD = "http://www.w3.org/2001/XMLSchema#"
ANSWER = Answer(
    ("who", "day", "number", "note"),
    (
        (
            NamedNode("https://example.org/a"),
            Literal("2024-05-02", datatype=NamedNode(XSD + "date")),
            Literal("2", datatype=NamedNode(XSD + "integer")),
            Literal('a "b", c\td\ne', language="en"),
        ),
        (
            NamedNode("https://example.org/b"),
            None,
            Literal("2.5", datatype=NamedNode(XSD + "decimal")),
            Literal("true", datatype=NamedNode(XSD + "boolean")),
        ),
    ),
)


def test_rows_are_plain_values() -> None:
    assert ANSWER.rows == [
        ("https://example.org/a", date(2024, 5, 2), 2, 'a "b", c\td\ne'),
        ("https://example.org/b", None, 2.5, True),
    ]


def test_a_table_shows_words_and_no_iris() -> None:
    columns, rows = tabulated(ANSWER)
    assert columns == ("day", "number", "note")
    assert rows == [("2024-05-02", "2", 'a "b", c\td\ne'), ("", "2.5", "True")]


def test_what_only_pictures_need_is_not_in_a_table() -> None:
    columns, _ = tabulated(answer(holding("meetings"), "who-travelled-where"))
    assert columns == ("visitor", "kind", "when", "place", "origin", "stance", "claimant", "quote", "article")


def test_json_is_that_of_the_standard() -> None:
    found = json.loads(to_json(ANSWER))
    assert found["head"]["vars"] == ["who", "day", "number", "note"]
    assert found["results"]["bindings"][0] == {
        "who": {"type": "uri", "value": "https://example.org/a"},
        "day": {"type": "literal", "value": "2024-05-02", "datatype": XSD + "date"},
        "number": {"type": "literal", "value": "2", "datatype": XSD + "integer"},
        "note": {"type": "literal", "value": 'a "b", c\td\ne', "xml:lang": "en"},
    }
    assert "day" not in found["results"]["bindings"][1]


def test_csv_reads_back_to_the_values() -> None:
    assert list(csv.reader(io.StringIO(to_csv(ANSWER), newline=""))) == [
        ["who", "day", "number", "note"],
        ["https://example.org/a", "2024-05-02", "2", 'a "b", c\td\ne'],
        ["https://example.org/b", "", "2.5", "true"],
    ]


def test_tsv_holds_terms_one_row_a_line() -> None:
    lines = to_tsv(ANSWER).splitlines()
    assert lines[0] == "?who\t?day\t?number\t?note"
    assert lines[1].split("\t") == [
        "<https://example.org/a>",
        f'"2024-05-02"^^<{XSD}date>',
        f'"2"^^<{XSD}integer>',
        '"a \\"b\\", c\\td\\ne"@en',
    ]
    assert lines[2].split("\t")[1] == ""
    assert len(lines) == 3


def test_turtle_holds_the_answered_things_with_their_evidence_but_not_the_articles_text() -> None:
    store = holding("meetings")
    found = answer(store, "who-met-whom", {"actor": "Dee Voss"})
    graph = Graph().parse(data=to_turtle(store, found), format="turtle")
    base, v = "https://w3id.org/verbale/id/", "https://w3id.org/verbale/ontology#"
    quotes = {str(quote) for quote in graph.objects(None, URIRef(v + "quote"))}
    assert quotes == {"Voss said she would call Rask"}
    assert (URIRef(base + "claim-5"), URIRef(v + "claimant"), URIRef(base + "dee")) in graph
    assert (URIRef(base + "two"), URIRef(v + "publisher"), URIRef(base + "post")) in graph
    assert not list(graph.objects(None, URIRef(v + "text")))


def test_turtle_of_no_rows_holds_nothing() -> None:
    store = holding("meetings")
    nothing = answer(store, "who-met-whom", {"from": "2100-01-01"})
    assert len(Graph().parse(data=to_turtle(store, nothing), format="turtle")) == 0


def test_an_unknown_parameter_is_told_with_those_that_there_are() -> None:
    with pytest.raises(BadValue, match="who-met-whom has no parameter 'whom'; it has: actor, from, until"):
        answer(holding("meetings"), "who-met-whom", {"whom": "Bo Rask"})


def test_days_that_are_the_wrong_way_round_are_told_in_place_of_an_empty_answer() -> None:
    with pytest.raises(BadValue, match="from: 2024-03-01 comes after until: 2024-02-01"):
        answer(holding("meetings"), "who-met-whom", {"from": "2024-03-01", "until": "2024-02-01"})


def test_a_parameter_without_a_value_means_any_and_may_be_written_either_way() -> None:
    store = holding("meetings")
    everything = answer(store, "timeline-of-two").rows
    assert answer(store, "timeline-of-two", {"actor": None, "other_actor": None}).rows == everything
    assert answer(store, "timeline-of-two", {"other_actor": "Cy Holt"}).rows != everything
