"""A value is a term, whatever it holds."""

from datetime import date
from pathlib import Path

import pytest
from asking import Ask, holding
from pyoxigraph import Literal, NamedNode
from rdflib import Dataset, Graph

from verbale.errors import BadValue, UnknownName
from verbale.questions.binding import bind, term, written
from verbale.questions.question import Parameter, Question, read

HOSTILE = [
    '" } UNION { ?s ?p ?o',
    "' } UNION { ?s ?p ?o } #",
    '""" } UNION { ?s ?p ?o',
    "O'Neill",
    "<script>alert(1)</script>",
    "a\nb\r\nc",
    "\\",
    '\\" } UNION { ?s ?p ?o',
    r"\u0022 } UNION { ?s ?p ?o",
    r"\\u0022 } UNION { ?s ?p ?o",
    r"\U00000022 } UNION { ?s ?p ?o",
    "> } ; DROP ALL #",
    "{}",
    "?_actor_iri",
    "Zürich 東京 🕊",
]


def question(tmp_path: Path, sparql: str) -> Question:
    path = tmp_path / "subject" / "asked.rq"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sparql, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_text_comes_back_as_it_went_in(tmp_path: Path, value: str) -> None:
    asked = question(tmp_path, "SELECT ?back WHERE { BIND (?_given_string AS ?back) } ORDER BY ?back")
    sparql = bind(asked, {"_given_string": Literal(value)})
    found = holding("meetings").query(sparql)
    assert found.rows == ((Literal(value),),)  # type: ignore[union-attr]
    assert [str(row[0]) for row in Graph().query(sparql)] == [value]  # type: ignore[index]


@pytest.mark.parametrize("value", HOSTILE)
def test_no_name_breaks_out_of_a_question(ask: Ask, value: str) -> None:
    with pytest.raises(UnknownName):
        ask("meetings", "who-met-whom", "who", actor=value)


@pytest.mark.parametrize("value", ["http://e.org/> } UNION { ?s ?p ?o", 'urn:x" }', "http://e.org/a b", "urn:x\\u003e"])
def test_an_iri_that_is_none_is_refused(ask: Ask, value: str) -> None:
    with pytest.raises(BadValue, match="is not an IRI"):
        ask("meetings", "who-met-whom", "who", actor=value)


def test_a_value_is_bound_in_every_group_that_names_it_and_in_no_other(tmp_path: Path) -> None:
    asked = question(
        tmp_path,
        """SELECT ?_a_string WHERE {
          ?s ?p "{ ?_a_string }" . # { ?_a_string
          { SELECT DISTINCT ?s ?_a_string WHERE { ?s ?p ?_a_string } GROUP BY ?s ?_a_string }
          FILTER NOT EXISTS { ?s ?q <http://e.org/?_a_string> FILTER (?q != ?_a_string) }
        } ORDER BY ?_a_string""",
    )
    assert bind(asked, {"_a_string": Literal("x")}).split("\n") == [
        "SELECT ?_a_string WHERE {",
        '          ?s ?p "{ ?_a_string }" . # { ?_a_string',
        '          { SELECT DISTINCT ?s ?_a_string WHERE { VALUES ?_a_string { "x" } ?s ?p ?_a_string }'
        " GROUP BY ?s ?_a_string }",
        '          FILTER NOT EXISTS { VALUES ?_a_string { "x" } ?s ?q <http://e.org/?_a_string>'
        " FILTER (?q != ?_a_string) }",
        "        } ORDER BY ?_a_string",
    ]


def test_without_values_a_question_is_its_file(tmp_path: Path) -> None:
    sparql = "SELECT ?s WHERE { ?s ?p ?_o_iri } ORDER BY ?s"
    assert bind(question(tmp_path, sparql), {}) == sparql


def test_values_become_terms_of_their_parameters_kind() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    day = Literal("2024-05-02", datatype=NamedNode(xsd + "date"))
    assert term(Parameter("from", "_from_date", "date"), "2024-05-02") == day
    assert term(Parameter("from", "_from_date", "date"), date(2024, 5, 2)) == day
    assert term(Parameter("km", "_km_number", "number"), "150") == Literal("150", datatype=NamedNode(xsd + "integer"))
    assert term(Parameter("km", "_km_number", "number"), 2.5) == Literal(
        "2.500000", datatype=NamedNode(xsd + "decimal")
    )
    assert term(Parameter("item", "_item_string", "string"), "5") == Literal("5")


@pytest.mark.parametrize(
    ("kind", "value", "complaint"),
    [
        ("date", "May 2024", "is not a day"),
        ("date", "2024-02-30", "is not a day"),
        ("number", "many", "is not a number"),
        ("number", "nan", "is not a number"),
        ("number", "inf", "is not a number"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_the_parameters_name(kind: str, value: str, complaint: str) -> None:
    with pytest.raises(BadValue, match=f"^given: .*{complaint}"):
        term(Parameter("given", f"_given_{kind}", kind), value)  # type: ignore[arg-type]


def test_rdflib_runs_a_bound_question_too() -> None:
    from asking import DATA

    from verbale.questions import saved

    dataset = Dataset(default_union=True)
    dataset.parse(DATA / "claims.trig", format="trig")
    norland = NamedNode("https://w3id.org/verbale/id/norland")
    rows = list(dataset.query(bind(saved("who-denied-what"), {"_actor_iri": norland})))
    assert [str(row["denier"]) for row in rows] == ["Norland"]  # type: ignore[index,call-overload]


def test_an_escaped_backslash_before_a_u_starts_no_code() -> None:
    assert written(Literal(r"\u0022")) == r'"\\\U000000750022"'
