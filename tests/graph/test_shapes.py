"""What an article's graph must hold to, and that the cheap check finds what pySHACL finds."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from pyshacl import validate
from rdflib import RDF, SH, Graph

from verbale import resources
from verbale.errors import InvalidGraph
from verbale.graph import shapes
from verbale.graph.shapes import check, problems
from verbale.graph.terms import Triple

EXAMPLES = sorted((resources.ontology() / "examples").glob("*.ttl"))
COUNTEREXAMPLES = sorted((resources.ontology() / "counterexamples").glob("*.ttl"))
PREFIXES = """
@base <https://w3id.org/verbale/id/> .
@prefix v: <https://w3id.org/verbale/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="module")
def judge():
    """PySHACL's verdict on triples: each node with the message that it was given."""
    shacl = Graph().parse(resources.ontology() / "shapes.ttl")

    def verdict(said: list[Triple]) -> set[tuple[str, str]]:
        text = "".join(f"{' '.join(triple)} .\n" for triple in said)
        _, report, _ = validate(Graph().parse(data=text, format="nt"), shacl_graph=shacl, inference="none")
        return {
            (str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage)))
            for result in report.subjects(RDF.type, SH.ValidationResult)
        }

    return verdict


def triples(turtle: str | Path) -> list[Triple]:
    store = Store()
    if isinstance(turtle, Path):
        store.load(path=str(turtle), format=RdfFormat.TURTLE)
    else:
        store.load(PREFIXES + turtle, format=RdfFormat.TURTLE)
    return sorted((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store)


def verdict_of_check(said: list[Triple]) -> set[tuple[str, str]]:
    return {(problem.node, problem.message) for problem in problems(said)}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_kept(path):
    check(triples(path))


@pytest.mark.parametrize("path", COUNTEREXAMPLES, ids=lambda path: path.stem)
def test_a_counterexample_is_refused_by_its_own_shape_and_by_no_other(path):
    own = re.match(r"# v:(\w+) must refuse this: .+\.\n", path.read_text("utf-8"))[1]
    assert {problem.shape for problem in problems(triples(path))} == {own}


def test_the_refusal_names_node_shape_and_message_in_one_line():
    with pytest.raises(InvalidGraph) as refusal:
        check(triples("<article/a1> a v:Article ; <http://purl.org/dc/terms/identifier> 'a1' ; v:text 'Peace.' ."))
    assert str(refusal.value) == (
        "<https://w3id.org/verbale/id/article/a1> breaks ArticleShape:"
        " An article has one publisher, an actor, named or not."
    )


def test_the_refusal_counts_what_else_is_wrong():
    with pytest.raises(InvalidGraph, match=r"A place needs a name \(rdfs:label\)\. \(and 1 more\)$"):
        check(triples("<place/a> a v:Place . <place/b> a v:Place ."))


def test_an_empty_graph_breaks_nothing():
    check([])


@pytest.mark.parametrize("path", [*EXAMPLES, *COUNTEREXAMPLES], ids=lambda path: path.stem)
def test_the_check_says_what_pyshacl_says(path, judge):
    said = triples(path)
    assert verdict_of_check(said) == judge(said)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["claim", "delegation", "leadership-change", "listing", "mention", "state", "tenure"])
def test_the_check_says_what_pyshacl_says_of_each_graph_that_lacks_a_triple(name, judge):
    whole = triples(resources.ontology() / "examples" / f"{name}.ttl")
    for missing, triple in enumerate(whole):
        rest = whole[:missing] + whole[missing + 1 :]
        assert verdict_of_check(rest) == judge(rest), triple


@pytest.mark.parametrize(
    ("turtle", "wrong"),
    [
        ("v:earliest '2023-02-30'^^xsd:date ; v:latest '2023-03-01'^^xsd:date ; v:precision 'day'", True),
        ("v:earliest '2023-02-28'^^xsd:date ; v:latest '2023-03-01'^^xsd:date ; v:precision 'day'", False),
        ("v:earliest '2023-02-28' ; v:latest '2023-03-01'^^xsd:date ; v:precision 'day'", True),
        ("v:earliest '2023-02-28'^^xsd:date ; v:latest '2023-02-28'^^xsd:date ; v:precision 'day'@en", True),
        ("v:earliest '20230228'^^xsd:date ; v:latest '2023-02-28'^^xsd:date ; v:precision 'day'", True),
    ],
)
def test_a_date_is_a_day_of_the_calendar(turtle, wrong):
    assert bool(problems(triples(f"<date/d> a v:PartialDate ; {turtle} ."))) == wrong


@pytest.mark.parametrize("latitude", ["90.5", "-90.5", "'north'", "'1e1'^^xsd:decimal", "10", "10.0 , 20.0"])
def test_a_latitude_is_one_decimal_number_on_the_globe(latitude):
    found = problems(triples(f"<place/p> a v:Place ; rdfs:label 'P' ; v:latitude {latitude} ; v:longitude 0.0 ."))
    assert [problem.message for problem in found] == ["A place's latitude is one decimal number from -90 to 90."]


def test_a_struck_place_may_be_the_target_but_no_attacker():
    event = """
    <event/e> a v:Attack , v:Event , v:Situation ; rdfs:label "attack" ; v:inArticle <article/a1> ;
        v:hasParticipant <place/p> ; v:{role} <place/p> .
    <place/p> a v:City , v:Place ; rdfs:label "P" .
    """
    example = (resources.ontology() / "examples" / "attack.ttl").read_text("utf-8").split("\n\n")
    article, claim = example[1], example[3].replace("event/a1/attack-7", "event/e")
    terms = "@prefix kind: <https://w3id.org/verbale/kind/> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
    as_target, as_attacker = (
        triples(terms + article + event.replace("{role}", role) + claim) for role in ("target", "attacker")
    )
    assert problems(as_target) == ()
    assert [problem.message for problem in problems(as_attacker)] == ["The attacker is an actor."]


def test_every_shape_is_refused_something():
    refused = {re.match(r"# v:(\w+) must", path.read_text("utf-8"))[1] for path in COUNTEREXAMPLES}
    text = (resources.ontology() / "shapes.ttl").read_text("utf-8")
    assert refused == set(re.findall(r"^v:(\w+Shape) a sh:NodeShape", text, re.M))


def test_the_shapes_stand_in_the_order_of_the_classes():
    folder = resources.ontology()
    classes = re.findall(r"^v:(\w+) a owl:Class", (folder / "verbale.ttl").read_text("utf-8"), re.M)
    assert re.findall(r"^v:(\w+)Shape a", (folder / "shapes.ttl").read_text("utf-8"), re.M) == classes


def test_a_constraint_that_the_check_does_not_know_is_refused_and_not_passed_over(tmp_path, monkeypatch):
    text = (resources.ontology() / "shapes.ttl").read_text("utf-8")
    (tmp_path / "shapes.ttl").write_text(text.replace("sh:minLength 1", "sh:maxLength 1"), encoding="utf-8")
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    shapes._shapes.cache_clear()
    try:
        with pytest.raises(NotImplementedError, match="sh:maxLength"):
            check([])
    finally:
        shapes._shapes.cache_clear()
