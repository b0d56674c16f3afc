"""The ontology seen by its readers and its judges: the terms with their definitions, and the checks that it keeps.

The judges are pySHACL, the hygiene queries, and a DL reasoner (HermiT through owlready2,
which needs Java). rdflib, pySHACL and owlready2 are imported where they are used: to
import them takes ten times as long as to list the terms.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from verbale import resources
from verbale.errors import NoJava
from verbale.graph.shapes import Problem
from verbale.vocab import PREFIXES, V

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["Outcome", "Term", "check", "counterexamples", "examples", "hygiene", "reasoning", "terms"]

_SORTS = {"Class": "class", "ObjectProperty": "relation", "DatatypeProperty": "attribute"}
_DATA = "https://w3id.org/verbale/id/"

# Things that are told, or by a property's domain or range implied, to be of two disjoint classes.
_CLASHES = """
SELECT DISTINCT ?file ?thing ?one ?other WHERE {
  { GRAPH ?file { ?thing a ?first } }
  UNION { GRAPH ?file { ?thing ?property ?value } ?property rdfs:domain ?first }
  UNION { GRAPH ?file { ?value ?property ?thing } ?property rdfs:range ?first }
  { GRAPH ?file { ?thing a ?second } }
  UNION { GRAPH ?file { ?thing ?property2 ?value2 } ?property2 rdfs:domain ?second }
  UNION { GRAPH ?file { ?value2 ?property2 ?thing } ?property2 rdfs:range ?second }
  ?first rdfs:subClassOf* ?one .
  ?second rdfs:subClassOf* ?other .
  ?disjoint owl:members/rdf:rest*/rdf:first ?one , ?other .
  FILTER(STR(?one) < STR(?other))
}
ORDER BY ?file ?thing ?one ?other
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property. ``kind`` is "class", "relation" (to a thing) or "attribute" (to a literal)."""

    iri: str
    kind: str
    label: str
    definition: str
    example: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found: what it looked at ("44 examples"), and a line for each thing that is wrong."""

    name: str
    scope: str
    problems: tuple[str, ...]


def terms() -> tuple[Term, ...]:
    """Every class and property of ``verbale.ttl``, in the order of the file."""
    sorts: dict[str, str] = {}
    told: dict[tuple[str, str], str] = {}
    for quad in parse(path=str(resources.ontology() / "verbale.ttl"), format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(V):
            continue
        sort = str(quad.object.value).removeprefix(PREFIXES["owl"]) if isinstance(quad.object, NamedNode) else ""
        if quad.predicate.value == PREFIXES["rdf"] + "type" and sort in _SORTS:
            sorts[quad.subject.value] = _SORTS[sort]
        elif isinstance(quad.object, Literal):
            told[quad.subject.value, quad.predicate.value] = quad.object.value
    words = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "definition", PREFIXES["skos"] + "example")
    return tuple(Term(iri, kind, *(told.get((iri, word), "") for word in words)) for iri, kind in sorts.items())


def check(folder: Path | None = None) -> Iterator[Outcome]:
    """Every check of the ontology in ``folder``, one outcome at a time.

    The reasoner comes last: where Java is missing, NoJava is raised after all the others have reported.
    """
    folder = folder or resources.ontology()
    right, wrong = _turtles(folder / "examples"), _turtles(folder / "counterexamples")
    yield Outcome("examples", f"{len(right)} examples kept by pySHACL", examples(folder))
    yield Outcome("counterexamples", f"{len(wrong)} counterexamples refused by pySHACL", counterexamples(folder))
    yield Outcome("hygiene", f"{len(_queries(folder))} queries without a row", hygiene(folder))
    yield Outcome("reasoning", "consistent, every class satisfiable, by HermiT", reasoning(folder))


# ---------------------------------------------------------------- pySHACL


def examples(folder: Path) -> tuple[str, ...]:
    """A line for each breach of a shape in an example: file, node, shape and message."""
    shapes = _rdf(folder / "shapes.ttl")
    return tuple(
        f"examples/{path.name}: {problem}"
        for path in _turtles(folder / "examples")
        for problem in _judged(_rdf(path), shapes)
    )


def counterexamples(folder: Path) -> tuple[str, ...]:
    """A line for each counterexample that is not refused by the shape, and by none but the shape, that it names.

    Its first line is a comment that names the shape: ``# v:MeetingShape must refuse this: nobody takes part.``
    """
    shapes = _rdf(folder / "shapes.ttl")
    problems: list[str] = []
    for path in _turtles(folder / "counterexamples"):
        named = re.match(r"# v:(\w+Shape) must refuse this", path.read_text("utf-8"))
        if not named:
            problems.append(f"counterexamples/{path.name}: the first line does not name the shape that must refuse it")
            continue
        found = _judged(_rdf(path), shapes)
        if not any(problem.shape == named[1] for problem in found):
            problems.append(f"counterexamples/{path.name}: {named[1]} does not refuse it")
        problems += [f"counterexamples/{path.name}: {problem}" for problem in found if problem.shape != named[1]]
    return tuple(problems)


def _judged(data: Graph, shapes: Graph) -> list[Problem]:
    """What pySHACL holds against the data: SHACL Core, no inference."""
    from pyshacl import validate
    from rdflib import RDF, SH, Graph

    _, report, _ = validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    problems = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        owner = shapes.value(None, SH.property, source) or source
        node, message = report.value(result, SH.focusNode), report.value(result, SH.resultMessage)
        problems.append(Problem(str(node), str(owner).removeprefix(V), str(message)))
    return sorted(problems, key=str)


# ---------------------------------------------------------------- hygiene


def hygiene(folder: Path) -> tuple[str, ...]:
    """A line for each row of a hygiene query: the query's file and what the row holds."""
    store = Store()
    for path in _turtles(folder):
        store.load(path=str(path), format=RdfFormat.TURTLE)
    problems: list[str] = []
    for path in _queries(folder):
        rows = store.query(path.read_text("utf-8"))
        assert isinstance(rows, QuerySolutions)
        names = [variable.value for variable in rows.variables]
        for row in rows:
            told = ", ".join(f"{name} {row[name]}" for name in names if row[name] is not None)
            problems.append(f"hygiene/{path.name}: {told}")
    return tuple(problems)


# ---------------------------------------------------------------- reasoning


def reasoning(folder: Path) -> tuple[str, ...]:
    """A line for each class that can have no member; or, if nothing can be so at all, lines that say where.

    Judged are the ontology, its kinds and alignments, and the examples, each taken as an
    article of its own. HermiT does not know xsd:date: axioms and values of that type are
    left out of its copy. NoJava where there is no Java to run it.
    """
    from rdflib import Graph

    terms = Graph()
    for name in ("verbale", "kinds", "alignments"):
        terms += _rdf(folder / f"{name}.ttl")
    things = [_apart(_rdf(path), path.stem) for path in _turtles(folder / "examples")]
    empty = _empty_classes(terms, *things)
    if empty is not None:
        return tuple(f"verbale.ttl: <{iri}> can have no member (HermiT)" for iri in empty)
    if _empty_classes(terms) is None:
        return ("verbale.ttl, kinds.ttl and alignments.ttl contradict each other (HermiT)",)
    return _clashes(folder) or ("examples: one of them contradicts verbale.ttl (HermiT)",)


def _clashes(folder: Path) -> tuple[str, ...]:
    """The things of the examples that are of two classes which exclude each other; HermiT itself names none."""
    store = Store()
    store.load(path=str(folder / "verbale.ttl"), format=RdfFormat.TURTLE)
    for path in _turtles(folder / "examples"):
        store.load(path=str(path), format=RdfFormat.TURTLE, to_graph=NamedNode(f"file:{path.name}"))
    rows = store.query(_CLASHES, prefixes=PREFIXES)
    assert isinstance(rows, QuerySolutions)
    problems = []
    for row in rows:
        file, thing, *classes = (row[name].value for name in ("file", "thing", "one", "other"))
        excluding = " and ".join(cls.removeprefix(V) for cls in classes)
        problems.append(f"examples/{file.removeprefix('file:')}: <{thing}> is {excluding}, which exclude each other")
    return tuple(problems)


def _empty_classes(*graphs: Graph) -> list[str] | None:
    """The classes that can have no member, or None where the graphs together contradict themselves."""
    java = shutil.which("java")
    if java is None:
        raise NoJava("the reasoner needs Java and none is installed: apt-get install default-jre-headless")
    from rdflib import Graph

    owlready2: Any = import_module("owlready2")  # untyped
    graph = Graph()
    for part in graphs:
        graph += part
    _forget_dates(graph)
    world = owlready2.World()
    try:
        world.get_ontology(V).load(fileobj=BytesIO(graph.serialize(format="nt", encoding="utf-8")))
        owlready2.sync_reasoner_hermit(world, debug=0)
        return sorted(cls.iri for cls in world.inconsistent_classes() if cls is not owlready2.Nothing)
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    except owlready2.OwlReadyJavaError as error:
        raise NoJava(f"the reasoner could not run {java}: {' '.join(str(error).split())[:200]}") from error
    finally:
        world.close()


def _apart(example: Graph, name: str) -> Graph:
    """The example with the IRIs of its data set apart from those of the other examples."""
    from rdflib import Graph, URIRef

    moved = Graph()
    for triple in example:
        first, second, third = (
            URIRef(term.replace(_DATA, f"{_DATA}{name}/")) if isinstance(term, URIRef) else term for term in triple
        )
        moved.add((first, second, third))
    return moved


def _forget_dates(graph: Graph) -> None:
    """Take out every statement that uses xsd:date, and the restriction that one of them describes."""
    from rdflib import RDFS, XSD, BNode, Literal

    for subject, predicate, value in list(graph):
        if value == XSD.date or (isinstance(value, Literal) and value.datatype == XSD.date):
            graph.remove((subject, predicate, value))
            if isinstance(subject, BNode):
                graph.remove((subject, None, None))
                graph.remove((None, RDFS.subClassOf, subject))


# ---------------------------------------------------------------- files


def _turtles(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ttl"))


def _queries(folder: Path) -> list[Path]:
    return sorted((folder / "hygiene").glob("*.rq"))


def _rdf(path: Path) -> Graph:
    from rdflib import Graph

    return Graph().parse(path, format="turtle")
