"""A decision makes one node of two, in every question and for good, until it is taken back."""

from dataclasses import replace
from datetime import date

import pytest

from tests.identity.conftest import DMITRIY, DMYTRO, GENEVA, PERSON, VIENNA, lines, met, take
from verbale.errors import ContradictoryDecision, UnknownName
from verbale.graph import iris, shapes
from verbale.identity import Decision, decide, decisions, undo
from verbale.model import Document
from verbale.questions import answer
from verbale.store import Store, memory, select

ONE = Decision.of(DMYTRO, DMITRIY, "one", date(2024, 7, 1), "the desk")
BOTH = [(DMITRIY, "Angela Merkel"), (DMITRIY, "Emmanuel Macron")]


def test_two_that_are_one_are_one_in_every_row(articles: Store) -> None:
    assert met(articles, "Dmytro Kovalenko") == [(DMYTRO, "Angela Merkel")]
    assert decide(articles, [ONE]) == 1
    for name in ("Dmytro Kovalenko", "Dmitriy Kovalenko", DMYTRO, DMITRIY):
        assert met(articles, name) == BOTH
    counted = select(
        articles,
        "PREFIX v: <https://w3id.org/verbale/ontology#> SELECT (COUNT(DISTINCT ?who) AS ?n) "
        "WHERE { ?meeting a v:Meeting ; v:participant ?who }",
    )
    assert counted.rows[0][0].value == "3"  # type: ignore[union-attr]


def test_an_article_that_is_taken_in_again_follows_the_decision(articles: Store) -> None:
    before = lines(articles)
    decide(articles, [ONE])
    after = lines(articles)
    take(articles, VIENNA, GENEVA)
    assert lines(articles) == after
    undo(articles, (DMITRIY, DMYTRO))
    assert lines(articles) == before


def test_a_changed_article_and_a_new_one_follow_and_are_restored(articles: Store) -> None:
    decide(articles, [ONE])
    longer = replace(VIENNA, text=VIENNA.text + "Dmytro Kovalenko met Annalena Baerbock on Wednesday.\n")
    later = replace(VIENNA, name="later", url="", text="Dmytro Kovalenko met Catherine Colonna in Paris.\n")
    take(articles, longer, later)
    assert [whom for _, whom in met(articles, "Dmytro Kovalenko")] == [
        "Angela Merkel", "Annalena Baerbock", "Catherine Colonna", "Emmanuel Macron",
    ]  # fmt: skip
    undo(articles, (DMYTRO, DMITRIY))
    with memory() as fresh:
        take(fresh, longer, GENEVA, later)
        assert lines(articles) == lines(fresh)


def test_a_decision_that_is_taken_back_leaves_no_trace(articles: Store) -> None:
    before = lines(articles)
    decide(articles, [ONE])
    assert lines(articles) != before
    undo(articles, (DMITRIY, DMYTRO))
    assert lines(articles) == before
    assert met(articles, "Dmytro Kovalenko") == [(DMYTRO, "Angela Merkel")]


def test_where_nothing_was_decided_nothing_is_written() -> None:
    with memory() as store:
        take(store, VIENNA, GENEVA)
        assert len(store.graphs()) == 2


def test_the_question_tells_who_decided_and_when(articles: Store) -> None:
    decide(articles, [ONE])
    found = answer(articles, "which-decisions-of-identity")
    assert found.rows == [
        ("Dmitriy Kovalenko", "one", "Dmytro Kovalenko", date(2024, 7, 1), "the desk", DMITRIY, DMITRIY, DMYTRO)
    ]


BERLIN = Document(
    name="berlin",
    text="Dmytro Kovalenko met Angela Merkel in Berlin. Dmitriy Kovalenko met Emmanuel Macron in Berlin.\n",
    published=date(2024, 5, 2),
    publisher="Example Wire",
)


def test_two_names_of_one_article_leave_a_graph_that_keeps_the_shapes() -> None:
    with memory() as store:
        take(store, BERLIN)
        before = lines(store)
        decide(store, [ONE])
        assert met(store, "Dmytro Kovalenko") == BOTH
        (graph,) = (name for name in store.graphs() if not name.endswith(iris.IDENTITY))
        said = {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store.quads(graph)}
        assert shapes.problems(said) == ()
        named = {(predicate.rpartition("#")[2], value) for who, predicate, value in said if who == f"<{DMITRIY}>"}
        assert {("label>", '"Dmitriy Kovalenko"'), ("altLabel>", '"Dmytro Kovalenko"')} <= named
        assert ("label>", '"Dmytro Kovalenko"') not in named
        undo(store, ONE.pair)
        assert lines(store) == before


def test_decisions_are_taken_back_in_any_order() -> None:
    with memory() as store:
        third = replace(GENEVA, name="rome", url="", text="Dmytri Kovalenko met Giorgia Meloni in Rome.\n")
        take(store, VIENNA, GENEVA, third)
        before = lines(store)
        other = Decision.of(DMYTRO, f"{PERSON}dmytri-kovalenko", "one")
        decide(store, [ONE])
        alone = lines(store)
        decide(store, [other])
        assert {node for node, _ in met(store, "Dmytri Kovalenko")} == {DMITRIY}
        undo(store, other.pair)
        assert lines(store) == alone
        decide(store, [other])
        undo(store, ONE.pair)
        assert {node for node, _ in met(store, "Dmytro Kovalenko")} == {f"{PERSON}dmytri-kovalenko"}
        undo(store, other.pair)
        assert lines(store) == before


def test_one_by_way_of_others_is_not_kept_apart_as_well(articles: Store) -> None:
    merkel = f"{PERSON}angela-merkel"
    decide(articles, [ONE, Decision.of(merkel, DMYTRO, "apart")])
    before = lines(articles)
    with pytest.raises(ContradictoryDecision, match="by way of others"):
        decide(articles, [Decision.of(merkel, DMITRIY, "one")])
    with pytest.raises(ContradictoryDecision, match=f"--undo {DMITRIY} {DMYTRO}"):
        decide(articles, [Decision.of(DMITRIY, DMYTRO, "apart")])
    assert lines(articles) == before


def test_what_cannot_be_one_is_refused(articles: Store) -> None:
    before = lines(articles)
    ukraine = "https://w3id.org/verbale/id/actor/state/UA"
    with pytest.raises(ContradictoryDecision, match="Person and State can't be one"):
        decide(articles, [ONE, Decision.of(DMYTRO, ukraine, "one")])
    with pytest.raises(UnknownName, match="nobody"):
        decide(articles, [ONE, Decision.of(DMYTRO, f"{PERSON}nobody", "one")])
    with pytest.raises(ContradictoryDecision, match="twice"):
        decide(articles, [Decision.of(DMYTRO, DMYTRO, "one")])
    with pytest.raises(UnknownName, match="nothing was decided"):
        undo(articles, (DMYTRO, DMITRIY))
    assert lines(articles) == before
    assert decisions(articles) == ()


def test_what_reference_data_know_stands_for_what_they_do_not() -> None:
    with memory() as store:
        told = "The African Union met Kenya in Nairobi. The Afrikan Union Organisation met Kenya in Nairobi.\n"
        take(store, replace(VIENNA, text=told, url=""))
        known = "https://w3id.org/verbale/id/actor/international-organization/african-union"
        other = "https://w3id.org/verbale/id/actor/international-organization/aaa"
        graph = next(iter(store.graphs()))
        text = "".join(f"{line} .\n" for line in lines(store))
        store.replace(
            {graph: text, "https://example.org/g": text.replace(known, other).replace(graph, "https://example.org/g")}
        )
        decide(store, [Decision.of(known, other, "one")])
        assert answer(store, "which-decisions-of-identity").rows[0][5] == known
