"""RDF files, as graphs that a store can take in: Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from xml.parsers import expat

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from verbale.errors import UnreadableGraph

__all__ = ["read_graphs"]

T = TypeVar("T")

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
_PLACE = re.compile(r"^Parser error (?:at|between) [^:]*: ")
_PLAINER = {
    "No LoadDocumentCallback": "its @context is somewhere else: write it into the file, nothing is fetched",
    "No scheme found": "a relative IRI, and no base that says relative to what",
}
_GENERATED_BY = NamedNode("http://www.w3.org/ns/prov#wasGeneratedBy")


def read_graphs(paths: Iterable[str | Path], base: str) -> dict[str, str]:
    """All graphs of the files, as ``Store.replace`` takes them: sorted N-Quads text by IRI.

    All files are read before anything is returned. Triples outside a named graph go
    into the graph that they say they are (an article's own provenance does, also in
    Turtle), else into one named by the file's content, ``{base}graph/...``. Blank nodes
    become IRIs as RDF 1.1 section 3.5 lays out, so that they mean the same in every store.

    Raises UnreadableGraph with path, line, column and what is wrong.
    """
    graphs: dict[str, set[str]] = defaultdict(set)
    for path in map(Path, paths):
        content = _content(path)
        quads = _parsed(path, content)
        h = sha256(content).hexdigest()[:20]
        home = _home(quads, base) or NamedNode(f"{base}graph/{h}")
        for quad in _skolemised(quads, f"{base}.well-known/genid/{h}-"):
            name = home if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name
            graphs[name.value].add(f"{Quad(quad.subject, quad.predicate, quad.object, name)} .\n")
    return {graph: "".join(sorted(graphs[graph])) for graph in sorted(graphs)}


def _content(path: Path) -> bytes:
    if path.suffix.lower() not in _FORMATS:
        raise UnreadableGraph(f"{path} does not end as RDF files do: {', '.join(_FORMATS)}")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableGraph(f"{path} cannot be read ({error.strerror}): check the path") from error


def _parsed(path: Path, content: bytes) -> list[Quad]:
    format = _FORMATS[path.suffix.lower()]
    try:
        return list(parse(content, format))
    except SyntaxError as error:
        line, column = error.lineno, error.offset
        if line is None and format == RdfFormat.RDF_XML:
            line, column = _xml_place(content)
        place = f"{path}:{line}:{column}" if line else str(path)
        raise UnreadableGraph(
            f"{place}: {_word(str(error.msg))}; mend it there, until then nothing is loaded"
        ) from error
    except (ValueError, OSError) as error:
        raise UnreadableGraph(f"{path}: {_word(str(error))}") from error


def _xml_place(content: bytes) -> tuple[int | None, int | None]:
    """Where the XML itself breaks, which the RDF parser does not tell."""
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        return error.lineno, error.offset + 1
    return None, None


def _word(message: str) -> str:
    """The parser's word without its place, which stands before it already."""
    bare = " ".join(_PLACE.sub("", message).split())
    return next((plain for known, plain in _PLAINER.items() if bare.startswith(known)), bare)


def _home(quads: Iterable[Quad], base: str) -> NamedNode | None:
    """The one graph of ours that the triples outside named graphs speak of as themselves."""
    found = {
        quad.subject.value: quad.subject
        for quad in quads
        if isinstance(quad.graph_name, DefaultGraph)
        and quad.predicate == _GENERATED_BY
        and isinstance(quad.subject, NamedNode)
        and quad.subject.value.startswith(f"{base}graph/")
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _skolemised(quads: list[Quad], prefix: str) -> Iterable[Quad]:
    if not any(isinstance(term, BlankNode) for quad in quads for term in quad):
        return quads
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)  # the parser's own names change from run to run
    return [
        Quad(_named(quad.subject, prefix), quad.predicate, _named(quad.object, prefix), _named(quad.graph_name, prefix))
        for quad in dataset
    ]


def _named(term: T, prefix: str) -> T | NamedNode:
    return NamedNode(prefix + term.value) if isinstance(term, BlankNode) else term
