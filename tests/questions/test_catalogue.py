"""Every saved question is whole, portable and findable, and together they use the whole ontology."""

import re
from itertools import pairwise

import pytest
from asking import holding
from pyoxigraph import Store
from rdflib import SH, Graph
from rdflib.namespace import RDF, RDFS
from rdflib.plugins.sparql import prepareQuery

from verbale import resources
from verbale.errors import UnknownQuestion
from verbale.questions import answer, catalogue, questions, saved
from verbale.questions.names import NAMED_CLASSES
from verbale.questions.question import read
from verbale.questions.tokens import tokens

PATHS = sorted(resources.queries().glob("*/*.rq"))
EVERY = pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")

# What SPARQL 1.1 leaves out, or stores disagree on.
NOT_PORTABLE = re.compile(
    r"\b(SERVICE|DESCRIBE|NOW|RAND|UUID|STRUUID|YEAR|MONTH|DAY|GROUP_CONCAT|SAMPLE|MINUS)\b|[a-zA-Z)][*+]\s"
)


@EVERY
def test_a_question_has_a_summary_tags_and_a_view(path) -> None:  # type: ignore[no-untyped-def]
    question = read(path)
    assert question.summary.endswith("?")
    assert question.description.endswith(".")
    assert question.tags
    assert all(parameter.description for parameter in question.parameters)


@EVERY
def test_a_question_is_sparql_as_it_stands_for_every_parser(path) -> None:  # type: ignore[no-untyped-def]
    sparql = path.read_text(encoding="utf-8")
    Store().query(sparql)
    prepareQuery(sparql)
    code = [token.text for token in tokens(sparql) if token.kind != "string"]
    assert not NOT_PORTABLE.search(" ".join(code))


@EVERY
def test_the_order_of_the_rows_is_told_by_every_column(path) -> None:  # type: ignore[no-untyped-def]
    words = [token.text for token in tokens(path.read_text(encoding="utf-8"))]
    order = {word for word in words[len(words) - words[::-1].index("ORDER") :] if word.startswith("?")}
    select = words[words.index("SELECT") : words.index("WHERE")]
    aliases = {after for word, after in pairwise(select) if word == "AS"}
    columns = aliases or {word for word in select if word.startswith("?")}
    # What a claim or an event has one of need not be in it: its IRI is.
    told_by_iri = {"?claim", "?evidence"} & order
    assert columns <= order or told_by_iri or "facts" in str(path)


@EVERY
def test_a_default_in_the_header_is_the_one_in_the_query(path) -> None:  # type: ignore[no-untyped-def]
    question = read(path)
    for parameter in question.parameters:
        if parameter.default is not None:
            assert f"COALESCE(?{parameter.variable}, {parameter.default})" in question.sparql


def test_every_iri_parameter_is_named_for_a_class_of_things() -> None:
    for question in questions().values():
        for parameter in question.parameters:
            assert parameter.kind != "iri" or parameter.name.split("-")[-1] in NAMED_CLASSES, question.name


def test_every_term_of_the_ontology_is_used_by_a_question() -> None:
    ontology = Graph().parse(resources.ontology() / "verbale.ttl")
    terms = {str(term).partition("#")[2] for term in ontology.subjects(RDF.type) if "ontology#" in str(term)}
    used = set(re.findall(r"\bv:(\w+)", " ".join(path.read_text(encoding="utf-8") for path in PATHS)))
    # A question of all actors is one of persons too: each thing has its superclasses in the graph.
    narrower = {
        str(sub).partition("#")[2]: str(cls).partition("#")[2] for sub, cls in ontology.subject_objects(RDFS.subClassOf)
    }
    assert sorted(term for term in terms - used if narrower.get(term) not in used) == []
    assert sorted(used - terms) == []


def test_no_two_questions_share_a_name() -> None:
    names = [path.stem for path in PATHS if path.parent.name != "facts"]
    assert len(names) == len(set(names)) == len(questions())


def test_an_unknown_question_is_told_with_the_nearest() -> None:
    assert saved("who-met-whom").subject == "meetings"
    with pytest.raises(UnknownQuestion, match="did you mean who-met-whom"):
        saved("who-meet-whom")
    with pytest.raises(UnknownQuestion, match="`verbale questions` lists them"):
        saved("xyzzy")


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_without_values_answers_of_everything(name: str) -> None:
    assert answer(holding("claims", "decisions", "deeds", "lists", "meetings", "regimes"), name).rows


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_gives_each_row_once(name: str) -> None:
    rows = answer(holding("claims", "decisions", "deeds", "lists", "meetings", "regimes"), name).terms
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", sorted(questions().keys() - {"who-is-who", "where-is-a-place", "which-articles-say"}))
def test_what_another_article_calls_a_thing_changes_no_row(name: str) -> None:
    asked = {"place": "https://w3id.org/verbale/id/bern", "km": 100} if name == "events-within-km" else {}
    rows = answer(holding("claims", "decisions", "deeds", "lists", "meetings", "regimes"), name, asked).rows
    assert (
        answer(holding("claims", "decisions", "deeds", "lists", "meetings", "regimes", "names"), name, asked).rows
        == rows
    )


def test_the_catalogue_holds_each_question_as_an_executable_with_its_parameters() -> None:
    graph = Graph().parse(data=catalogue(), format="turtle")
    executables = set(graph.subjects(RDF.type, SH.SPARQLSelectExecutable))
    assert len(executables) == len(questions())
    met = next(node for node in executables if str(node).endswith("/who-met-whom"))
    assert str(graph.value(met, SH.select)) == saved("who-met-whom").sparql
    names = {str(graph.value(parameter, SH.path)).rpartition("#")[2] for parameter in graph.objects(met, SH.parameter)}
    assert names == {"_actor_iri", "_from_date", "_until_date"}
