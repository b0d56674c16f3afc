"""All saved questions, by name; and their catalogue in SHACL's words for SPARQL."""

import difflib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Triple

from verbale import resources
from verbale.errors import UnknownQuestion
from verbale.graph.serialise import triples_text
from verbale.questions.question import Parameter, Question, read

__all__ = ["catalogue", "questions", "saved"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_DCTERMS = "http://purl.org/dc/terms/"
_SHACL = "http://www.w3.org/ns/shacl#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_QUESTION = "https://w3id.org/verbale/question/"
_DATATYPES = {"date": "date", "number": "decimal", "string": "string"}


@cache
def questions() -> Mapping[str, Question]:
    """The saved questions by name, sorted by subject and name; those that ``facts`` is made of are not among them."""
    paths = sorted(resources.queries().glob("*/*.rq"))
    found = [read(path) for path in paths if path.parent.name != "facts"]
    return MappingProxyType({question.name: question for question in found})


def saved(name: str) -> Question:
    """The question of that name (``who-met-whom``); UnknownQuestion tells the nearest names."""
    if question := questions().get(name):
        return question
    near = difflib.get_close_matches(name, questions(), n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`verbale questions` lists them"
    raise UnknownQuestion(f"no question is called {name!r}; {hint}")


def catalogue() -> str:
    """The catalogue as Turtle: a ``sh:SPARQLSelectExecutable`` for each question, with its parameters."""
    triples = [triple for question in questions().values() for triple in _described(question)]
    return triples_text(triples, "turtle")


def _described(question: Question) -> list[Triple]:
    node = NamedNode(_QUESTION + question.name)
    triples = [
        Triple(node, NamedNode(_RDF + "type"), NamedNode(_SHACL + "SPARQLExecutable")),
        Triple(node, NamedNode(_RDF + "type"), NamedNode(_SHACL + "SPARQLSelectExecutable")),
        Triple(node, NamedNode(_RDFS + "label"), Literal(question.summary, language="en")),
        Triple(node, NamedNode(_RDFS + "comment"), Literal(question.description, language="en")),
        *(Triple(node, NamedNode(_DCTERMS + "subject"), Literal(tag)) for tag in question.tags),
        Triple(node, NamedNode(_SHACL + "select"), Literal(question.sparql)),
    ]
    for parameter in question.parameters:
        triples += _parameter(node, parameter)
    return triples


def _parameter(question: NamedNode, parameter: Parameter) -> list[Triple]:
    node = NamedNode(f"{question.value}/{parameter.name}")
    triples = [
        Triple(question, NamedNode(_SHACL + "parameter"), node),
        Triple(node, NamedNode(_RDF + "type"), NamedNode(_SHACL + "Parameter")),
        Triple(node, NamedNode(_SHACL + "path"), NamedNode(f"{_QUESTION}parameter#{parameter.variable}")),
        Triple(node, NamedNode(_SHACL + "optional"), Literal(True)),
    ]
    if parameter.description:
        triples.append(Triple(node, NamedNode(_SHACL + "description"), Literal(parameter.description, language="en")))
    if parameter.default is not None:
        triples.append(Triple(node, NamedNode(_SHACL + "defaultValue"), Literal(parameter.default)))
    if parameter.kind == "iri":
        triples.append(Triple(node, NamedNode(_SHACL + "nodeKind"), NamedNode(_SHACL + "IRI")))
    else:
        datatype = NamedNode(_XSD + _DATATYPES[parameter.kind])
        triples.append(Triple(node, NamedNode(_SHACL + "datatype"), datatype))
    if parameter.range:
        for bound, number in (("minInclusive", parameter.range.least), ("maxInclusive", parameter.range.most)):
            value = Literal(f"{number:g}", datatype=NamedNode(_XSD + "decimal"))
            triples.append(Triple(node, NamedNode(_SHACL + bound), value))
    return triples
