"""Graphs as text: readable, the same each time, and read back whole by other people's parsers."""

import os
import subprocess
import sys
from collections.abc import Iterable
from textwrap import dedent

import pytest
import rdflib
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from verbale import resources
from verbale.graph.serialise import Format, quads_text, triples_text

BASE = "https://w3id.org/verbale/id/"
V = "https://w3id.org/verbale/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GRAPH = NamedNode(BASE + "graph/abc")
THING = NamedNode(BASE + "event/abc/meeting-10")
SAYS = NamedNode(V + "item")

FORMATS: dict[Format, tuple[RdfFormat, str]] = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "trig": (RdfFormat.TRIG, "trig"),
    "nquads": (RdfFormat.N_QUADS, "nquads"),
    "ntriples": (RdfFormat.N_TRIPLES, "nt"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
}
STRINGS = [
    "",
    'She said "no"',
    'a quote at the end"',
    '"""',
    'two lines\nand """three""" quotes"',
    "a backslash \\ and at the end \\",
    "a backslash\nat the end of lines \\",
    "\\u0041 stays as it is",
    "\\\n\\u0041",
    "tab\t, line feed\n, carriage return\r, both\r\n",
    "\x01\x08\x0b\x0c\x1f\x7f",
    "\x01\n\x0b\x0c\x7f",
    "\u0085\u2028\u2029\ufeff\u200f",
    "שלום עליכם, مرحبا بالعالم, 안녕하세요, Ðặng, 🙂👩🏽‍🚀",
    "<b>&amp;</b> {x} @en ^^ # . ;",
    "x" * 300_000,
]
NUMBERS = ["8.10", "-0.50", "0.0000001", "100000000000000000000.25", ".5", "5.", "+1.0", "007.0"]
INTEGERS = ["0", "-7", "+7", "007", "12345678901234567890"]
OTHERS = [("true", "boolean"), ("1", "boolean"), ("1e6", "double"), ("2023-07-01", "date"), ("x", "anyURI")]
IRIS = [
    *(
        BASE + rest
        for rest in ("a", "a/b-c/d", "a.", "a/.", "a/..", "../a", "./a", "a//b", "é/安", "a:b", "a?b", "a#b", "", "/a")
    ),
    *(BASE + rest for rest in ("a%20b", "a(b)", "o'neill", "~a", "-a", "1", "a,b", "@a", "a/b.")),
    *(V + rest for rest in ("Meeting", "a.b", "a.", "-a", "1a", "a/b", "a%41", "é", "")),
    "http://www.wikidata.org/entity/Q42",
    "urn:isbn:0451450523",
    "mailto:a@b.org",
    "https://example.org/%F0%9F%99%82?q=(a)&b=c#d",
]


def quads() -> list[Quad]:
    literals = [
        *(Literal(value) for value in STRINGS),
        *(Literal(value, language=tag) for value in STRINGS[:5] for tag in ("en", "zh-hant-tw")),
        *(Literal(value, datatype=NamedNode(XSD + "decimal")) for value in NUMBERS),
        *(Literal(value, datatype=NamedNode(XSD + "integer")) for value in INTEGERS),
        *(Literal(value, datatype=NamedNode(XSD + kind)) for value, kind in OTHERS),
        Literal("a\nb", datatype=NamedNode("https://example.org/kind#own")),
    ]
    nodes = [NamedNode(iri) for iri in IRIS]
    return [
        *(Quad(THING, SAYS, value, GRAPH) for value in literals),
        *(Quad(node, RDF_TYPE, node, GRAPH) for node in nodes),
        *(Quad(THING, node, THING, NamedNode(BASE + "graph/other")) for node in nodes if node.value not in (BASE, V)),
        *(Quad(THING, SAYS, node) for node in nodes),
        *(Quad(node, SAYS, THING, node) for node in nodes[:3]),
    ]


def examples() -> list[Quad]:
    """One thing of each class, from the ontology's own examples."""
    found = []
    for path in sorted((resources.ontology() / "examples").glob("*.ttl")):
        found += [
            Quad(quad.subject, quad.predicate, quad.object, NamedNode(BASE + "graph/" + path.stem))
            for quad in parse(path=str(path), format=RdfFormat.TURTLE)
        ]
    assert found
    return found


def canonical(quads: Iterable[Quad], *, named: bool) -> set[str]:
    kept = [quad if named else Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
    dataset = Dataset(kept)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, dataset))


def by_pyoxigraph(text: str, format: Format) -> list[Quad]:
    return list(parse(text, FORMATS[format][0]))


def by_rdflib(text: str, format: Format) -> list[Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=FORMATS[format][1])
    return list(parse(dataset.serialize(format="nquads").encode(), RdfFormat.N_QUADS))


@pytest.fixture
def to_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have rdflib keep numbers as they are written."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    monkeypatch.setattr(rdflib.term, "_is_valid_uri", lambda _: True)


@pytest.mark.usefixtures("to_the_letter")
@pytest.mark.parametrize("reader", [by_pyoxigraph, by_rdflib], ids=["pyoxigraph", "rdflib"])
@pytest.mark.parametrize("given", [quads, examples])
@pytest.mark.parametrize("format", FORMATS)
def test_every_parser_reads_the_same_graph_back(format: Format, given, reader) -> None:  # type: ignore[no-untyped-def]
    named = format in ("trig", "nquads", "jsonld")
    wanted = canonical(given(), named=named)
    assert canonical(reader(quads_text(given(), format), format), named=named) ^ wanted == set()


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_in_which_quads_come_changes_nothing(format: Format) -> None:
    given = quads() + examples()
    assert quads_text(reversed(given), format) == quads_text(given, format)
    assert quads_text(given + given, format) == quads_text(given, format)


@pytest.mark.parametrize("format", FORMATS)
def test_another_process_writes_the_same_bytes(format: Format) -> None:
    program = f"""
        import sys
        from tests.graph.test_serialise import examples, quads_text
        sys.stdout.buffer.write(quads_text(examples(), {format!r}).encode())
    """
    written = {
        subprocess.run(
            [sys.executable, "-c", dedent(program)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert written == {quads_text(examples(), format).encode()}


def test_turtle_reads_as_a_person_would_write_it() -> None:
    text = f"""
        <{BASE}event/abc/meeting-10> <{RDF_TYPE.value}> <{V}Situation> .
        <{BASE}event/abc/meeting-10> <{RDF_TYPE.value}> <{V}Event> .
        <{BASE}event/abc/meeting-10> <{RDF_TYPE.value}> <{V}Meeting> .
        <{BASE}event/abc/meeting-10> <http://www.w3.org/2000/01/rdf-schema#label> "talks" .
        <{BASE}event/abc/meeting-10> <{V}kind> <https://w3id.org/verbale/kind/summit> .
        <{BASE}event/abc/meeting-9> <{RDF_TYPE.value}> <{V}Meeting> .
        <{BASE}place/geonames/2660646> <{RDF_TYPE.value}> <{V}City> .
        <{BASE}place/geonames/2660646> <{RDF_TYPE.value}> <{V}Place> .
        <{BASE}place/geonames/2660646> <{V}latitude> "46.20"^^<{XSD}decimal> .
        <{BASE}article/abc> <{RDF_TYPE.value}> <{V}Article> .
        <{BASE}article/abc> <{V}text> "One line.\\nAnother, with \\"quotes\\"." .
        <{BASE}article/abc> <{V}published> "2024-05-02"^^<{XSD}date> .
        <{BASE}run/abc> <http://www.w3.org/ns/prov#used> <{BASE}article/abc> .
    """
    lines = "".join(line.strip() + "\n" for line in text.splitlines())
    given = parse(lines, RdfFormat.N_TRIPLES)
    assert quads_text(given, "turtle") == dedent('''\
        @base <https://w3id.org/verbale/id/> .
        @prefix v: <https://w3id.org/verbale/ontology#> .
        @prefix kind: <https://w3id.org/verbale/kind/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix prov: <http://www.w3.org/ns/prov#> .

        # ---- article

        <article/abc> a v:Article ;
            v:published "2024-05-02"^^xsd:date ;
            v:text """One line.
        Another, with "quotes".""" .

        # ---- places

        <place/geonames/2660646> a v:City, v:Place ;
            v:latitude 46.20 .

        # ---- events

        <event/abc/meeting-9> a v:Meeting .

        <event/abc/meeting-10> a v:Meeting, v:Event, v:Situation ;
            rdfs:label "talks" ;
            v:kind kind:summit .

        # ---- how it came about, and the rest

        <run/abc> prov:used <article/abc> .
        ''')


def test_trig_keeps_the_graphs_apart_and_turtle_unites_them() -> None:
    given = [Quad(THING, SAYS, Literal("x"), NamedNode(BASE + name)) for name in ("graph/10", "graph/9")]
    given.append(Quad(THING, SAYS, Literal("y")))
    assert quads_text(given, "trig") == dedent("""\
        @base <https://w3id.org/verbale/id/> .
        @prefix v: <https://w3id.org/verbale/ontology#> .

        <event/abc/meeting-10> v:item "y" .

        <graph/9> {

        <event/abc/meeting-10> v:item "x" .

        }

        <graph/10> {

        <event/abc/meeting-10> v:item "x" .

        }
        """)
    assert quads_text(given, "turtle").endswith('<event/abc/meeting-10> v:item "x", "y" .\n')


def test_another_base_shortens_its_own_iris() -> None:
    given = [Triple(NamedNode("http://news.test/id/event/a"), SAYS, THING)]
    text = triples_text(given, "turtle", base="http://news.test/id/")
    assert text.splitlines()[0] == "@base <http://news.test/id/> ."
    assert text.endswith(f"<event/a> v:item <{THING.value}> .\n")


def test_a_base_that_is_no_folder_shortens_nothing() -> None:
    text = triples_text(
        [Triple(NamedNode("http://news.test/id#a"), SAYS, THING)], "turtle", base="http://news.test/id#"
    )
    assert "@base" not in text
    assert "<http://news.test/id#a> v:item" in text


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_valid_too(format: Format) -> None:
    assert by_pyoxigraph(quads_text([], format), format) == []


def test_blank_nodes_are_named_the_same_each_time() -> None:
    def given() -> list[Quad]:
        one, other = BlankNode(), BlankNode()
        return [Quad(THING, SAYS, one), Quad(one, SAYS, other), Quad(other, SAYS, Literal("x"), DefaultGraph())]

    for format in FORMATS:
        assert quads_text(given(), format) == quads_text(given(), format)


def test_json_ld_uses_the_short_names_of_the_ontology() -> None:
    import json

    given = [
        Quad(THING, RDF_TYPE, NamedNode(V + "Meeting"), GRAPH),
        Quad(THING, NamedNode(V + "takesPlaceIn"), NamedNode(BASE + "place/geonames/2660646"), GRAPH),
        Quad(THING, NamedNode(V + "item"), Literal("shells"), GRAPH),
        Quad(THING, NamedNode(V + "latitude"), Literal("8.10", datatype=NamedNode(XSD + "decimal")), GRAPH),
    ]
    assert json.loads(quads_text(given, "jsonld"))["@graph"] == [
        {
            "id": "graph/abc",
            "@graph": [
                {
                    "id": "event/abc/meeting-10",
                    "type": "Meeting",
                    "item": "shells",
                    "latitude": "8.10",
                    "takesPlaceIn": "place/geonames/2660646",
                }
            ],
        }
    ]
