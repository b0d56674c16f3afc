"""What every store promises: in memory, in a directory, an Oxigraph server, a Virtuoso server."""

import pytest
from pyoxigraph import Literal, NamedNode

from tests.store.samples import E, G, graph, large_graph, said
from verbale.errors import QueryFailed
from verbale.store import Store, memory, open_store, push, select

AWKWARD = [
    "He said \"no\", and 'no' again",
    'ends with a backslash \\ or a quote "',
    "two\nlines\r\nand\ttabs",
    "\\u0041 is no A, and \\n no line end",
    "\x01\x1f\x7f",
    "\u0085 and \u2028 end no line, \ufeff marks nothing",
    "שלום, مرحبا, 안녕, 🙂",
    '" } ; DROP ALL ; INSERT DATA { <a:a> <a:b> "',
    "<https://example.org/id/graph/awkward> .",
    "x" * 100_000,
]


def test_a_graph_comes_back_to_the_letter(store: Store) -> None:
    store.replace(graph("awkward", *AWKWARD))
    assert said(store, "awkward") == sorted(AWKWARD)


def test_a_graph_comes_back_to_the_letter_when_it_took_another_s_place(store: Store) -> None:
    store.replace(graph("awkward", "before"))
    store.replace(graph("awkward", *AWKWARD))
    assert said(store, "awkward") == sorted(AWKWARD)


def test_a_graph_takes_the_place_of_the_one_of_its_name_and_of_no_other(store: Store) -> None:
    store.replace(graph("a", "old", "kept") | graph("b", "other"))
    store.replace(graph("a", "new", "kept") | graph("c", "fresh"))
    assert store.graphs() == [G + "a", G + "b", G + "c"]
    assert [said(store, name) for name in "abc"] == [["kept", "new"], ["other"], ["fresh"]]
    assert store.size() == 4
    assert len(list(store.quads())) == 4


def test_an_empty_text_removes_a_graph_also_one_that_is_not_there(store: Store) -> None:
    store.replace(graph("a", "x") | graph("b", "y"))
    store.replace({G + "a": "", G + "nowhere": ""})
    assert store.graphs() == [G + "b"]


def test_a_large_graph_is_taken_in_whole(store: Store) -> None:
    store.replace(large_graph("large", 9_000))
    assert store.size() == 9_000


def test_queries_see_the_union_of_the_graphs_as_a_bag(store: Store) -> None:
    store.replace(graph("a", "x") | graph("b", "x", "y"))
    pattern = f"{{ <{E}thing> <{E}says> ?said }} ORDER BY ?said"
    assert len(select(store, f"SELECT ?said {pattern}").rows) in (2, 3)  # Virtuoso drops what is twice in the union
    assert select(store, f"SELECT DISTINCT ?said {pattern}").rows == ((Literal("x"),), (Literal("y"),))


def test_a_query_that_names_its_graphs_sees_only_those(store: Store) -> None:
    store.replace(graph("a", "x") | graph("b", "y"))
    assert select(store, f"SELECT ?o FROM <{G}b> {{ ?s <{E}says> ?o }}").rows == ((Literal("y"),),)
    assert select(store, f"SELECT ?o {{ GRAPH <{G}a> {{ ?s <{E}says> ?o }} }}").rows == ((Literal("x"),),)


def test_rows_follow_the_columns_and_leave_what_is_unbound_empty(store: Store) -> None:
    store.replace(graph("a", "x"))
    found = select(store, f"SELECT ?o ?none ?s {{ ?s <{E}says> ?o OPTIONAL {{ ?s <{E}lacks> ?none }} }}")
    assert found.variables == ("o", "none", "s")
    assert found.rows == ((Literal("x"), None, NamedNode(E + "thing")),)


def test_ask_is_answered_by_a_truth_and_construct_by_triples(store: Store) -> None:
    store.replace(graph("a", "x"))
    assert store.query(f'ASK {{ ?s <{E}says> "x" }}') is True
    assert store.query(f'ASK {{ ?s <{E}says> "z" }}') is False
    built = store.query(f"CONSTRUCT {{ ?o <{E}by> ?s }} WHERE {{ ?s <{E}lacks> ?o }}")
    assert built == []
    built = store.query(f"CONSTRUCT {{ ?s <{E}told> ?o }} WHERE {{ ?s <{E}says> ?o }}")
    assert isinstance(built, list)
    assert [str(triple) for triple in built] == [f'<{E}thing> <{E}told> "x"']


def test_a_query_of_a_hundred_kilobytes_is_answered(store: Store) -> None:
    store.replace(graph("a", "x"))
    values = " ".join(f'"value number {i}"' for i in range(4_000))
    assert select(store, f'SELECT ?o {{ VALUES ?o {{ {values} "x" }} ?s <{E}says> ?o }}').rows == ((Literal("x"),),)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s ?p ?o",
        "SELECT ?s { ?s unknown:p ?o }",
        "",
        "# only a comment",
        "hello",
        "DROP ALL",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
    ],
)
def test_what_is_no_query_is_refused_in_one_line_and_changes_nothing(store: Store, query: str) -> None:
    store.replace(graph("a", "x"))
    with pytest.raises(QueryFailed) as refusal:
        store.query(query)
    assert str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert said(store, "a") == ["x"]


def test_the_rows_of_an_ask_are_refused(store: Store) -> None:
    with pytest.raises(QueryFailed, match="SELECT"):
        select(store, "ASK { ?s ?p ?o }")


@pytest.mark.slow
@pytest.mark.parametrize("server", ["oxigraph", pytest.param("virtuoso", marks=pytest.mark.virtuoso)])
def test_a_pushed_store_is_whole_at_the_other_end_and_can_be_pushed_again(
    server: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue(f"{server}_url")
    with_password = url.replace("//", "//dba:dba@") if server == "virtuoso" else url
    with memory() as source:
        source.replace(graph("pushed-a", *AWKWARD) | graph("pushed-b", "y"))
        for _ in range(2):
            assert push(source, with_password) == (2, len(AWKWARD) + 1)
        with open_store(with_password) as target:
            assert set(target.graphs()) >= set(source.graphs())
            for name in source.graphs():
                assert set(target.quads(name)) == set(source.quads(name))
