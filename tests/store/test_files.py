"""RDF files taken in: every format, every mistake with its place, and nothing half."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tests.store.samples import E, graph, said
from verbale.errors import UnreadableGraph
from verbale.graph.serialise import Format, quads_text
from verbale.store import Store, memory, read_graphs, select

BASE = "https://example.org/id/"
ENDINGS: dict[Format, str] = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nquads": ".nq",
    "ntriples": ".nt",
    "jsonld": ".jsonld",
}


@pytest.fixture
def full() -> Store:
    """A store with one article's graph, which says of itself where it comes from."""
    store = memory()
    name = NamedNode(f"{BASE}graph/abc")
    origin = Quad(name, NamedNode("http://www.w3.org/ns/prov#wasGeneratedBy"), NamedNode(f"{BASE}run/abc"), name)
    text = Quad(NamedNode(f"{BASE}article/abc"), NamedNode(f"{E}says"), Literal("x\ny"), name)
    store.replace({name.value: f"{origin} .\n{text} .\n"})
    return store


@pytest.mark.parametrize("format", ENDINGS)
def test_what_was_exported_comes_back_under_its_own_name(full: Store, format: Format, tmp_path: Path) -> None:
    path = tmp_path / f"export{ENDINGS[format]}"
    path.write_text(quads_text(full.quads(), format, base=BASE), encoding="utf-8")
    with memory() as other:
        other.replace(read_graphs([path], BASE))
        assert other.graphs() == [f"{BASE}graph/abc"]
        assert set(other.quads()) == set(full.quads())


def test_rdf_xml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.RDF"
    path.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">'
        '<rdf:Description rdf:about="https://example.org/thing"><e:says>x</e:says></rdf:Description></rdf:RDF>'
    )
    (text,) = read_graphs([path], BASE).values()
    assert text.startswith('<https://example.org/thing> <https://example.org/says> "x" <https://example.org/id/graph/')


def test_triples_without_a_graph_go_into_one_named_by_the_file_s_content(tmp_path: Path) -> None:
    for name, content in {"a.ttl": "<x:a> <x:b> 1 .", "b.ttl": "<x:a> <x:b> 1 .", "c.ttl": "<x:a> <x:b> 2 ."}.items():
        (tmp_path / name).write_text(content)
    same, again, other = (list(read_graphs([tmp_path / name], BASE)) for name in ("a.ttl", "b.ttl", "c.ttl"))
    assert same == again != other
    assert same[0].startswith(f"{BASE}graph/")


def test_a_file_of_several_articles_is_no_single_one(tmp_path: Path) -> None:
    said_of = "<http://www.w3.org/ns/prov#wasGeneratedBy> <x:run> ."
    (tmp_path / "a.ttl").write_text(f"<{BASE}graph/a> {said_of} <{BASE}graph/b> {said_of}")
    assert set(read_graphs([tmp_path / "a.ttl"], BASE)).isdisjoint({f"{BASE}graph/a", f"{BASE}graph/b"})


def test_the_same_graph_in_two_files_is_one(tmp_path: Path) -> None:
    for name, value in {"a.nq": "x", "b.nq": "y"}.items():
        (tmp_path / name).write_text("".join(graph("a", value).values()))
    with memory() as store:
        store.replace(read_graphs([tmp_path / "a.nq", tmp_path / "b.nq"], BASE))
        assert said(store, "a") == ["x", "y"]


def test_blank_nodes_of_two_files_stay_apart_and_keep_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<x:a> <x:has> [ <x:name> "one" ] .')
    (tmp_path / "b.ttl").write_text('<x:b> <x:has> [ <x:name> "two" ] .')
    found = read_graphs([tmp_path / "a.ttl", tmp_path / "b.ttl"], BASE)
    assert found == read_graphs([tmp_path / "a.ttl", tmp_path / "b.ttl"], BASE)
    with memory() as store:
        store.replace(found)
        rows = select(store, "SELECT ?s ?n { ?s <x:has> ?o . ?o <x:name> ?n } ORDER BY ?s").rows
    assert rows == ((NamedNode("x:a"), Literal("one")), (NamedNode("x:b"), Literal("two")))


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.ttl", b"<x:a> <x:b> 1 .\n<x:a> zz:b 2 .", "a.ttl:2:7: The prefix zz: has not been declared"),
        ("a.ttl", b'<x:a> <x:b> "open\n', "a.ttl:1:13: Unexpected end of file"),
        ("a.ttl", b"<b> <x:c> 1 .", "a.ttl:1:1: a relative IRI, and no base"),
        ("a.ttl", b"<x:a> <x:b> \xff .", "a.ttl:1:"),
        ("a.trig", b"<x:g> { <x:a> <x:b> 1 ", "a.trig:1:"),
        ("a.nq", b"<x:a> <x:b> 1 .\n", "a.nq:1:"),
        ("a.nt", b"<x:a> <x:b> <x:c> .\nnonsense", "a.nt:2:1"),
        ("a.jsonld", b'{"@id": "x:a",\n "x:b" }', "a.jsonld:2:"),
        ("a.jsonld", b'{"@context": "http://example.org/c", "@id": "x:a", "b": 1}', "its @context is somewhere else"),
        ("a.rdf", b"<a>\n<b>\n</a>", "a.rdf:3:"),
        ("a.rdf", b"<html/>", "a.rdf: "),
        ("a.csv", b"a,b", "does not end as RDF files do: .ttl, .trig"),
    ],
)
def test_a_broken_file_is_told_with_line_and_column(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableGraph) as failure:
        read_graphs([tmp_path / name], BASE)
    assert complaint in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(UnreadableGraph, match=r"none\.ttl cannot be read \(No such file"):
        read_graphs([tmp_path / "none.ttl"], BASE)
    with pytest.raises(UnreadableGraph, match=r"folder\.ttl cannot be read \(Is a directory"):
        read_graphs([tmp_path / "folder.ttl"], BASE)


def test_one_broken_file_among_good_ones_yields_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.ttl").write_text("<x:a> <x:b> 1 .")
    (tmp_path / "bad.ttl").write_text("<x:a> <x:b>")
    with pytest.raises(UnreadableGraph):
        read_graphs([tmp_path / "good.ttl", tmp_path / "bad.ttl"], BASE)
