"""Validation of one article's graph against ``shapes.ttl``, cheap enough for every ingest.

The shapes are SHACL Core and compiled once into plain functions over an index of the
graph; pySHACL reads the same file and is the judge in ``verbale ontology check``. Only
the constraint components that the file uses are known here; another one in the file
is refused when the shapes are compiled, so none goes unchecked. No inference: what a
graph does not say of its classes does not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from verbale import resources
from verbale.errors import InvalidGraph
from verbale.vocab import PREFIXES, V

__all__ = ["Problem", "check", "problems"]

_SH = "http://www.w3.org/ns/shacl#"
_TYPE = PREFIXES["rdf"] + "type"
_XSD = PREFIXES["xsd"]

_Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Problem:
    """A node that breaks a shape, and the shape's word for it."""

    node: str
    shape: str  # the name of the class's shape, without namespace: "MeetingShape"
    message: str

    def __str__(self) -> str:
        """One line: node, shape and message."""
        return f"<{self.node}> breaks {self.shape}: {self.message}"


def check(nquads: str) -> None:
    """Nothing, if the graph keeps all shapes; else InvalidGraph with the first node, shape and message."""
    found = problems(nquads)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise InvalidGraph(f"{found[0]}{more}")


def problems(nquads: str) -> tuple[Problem, ...]:
    """Every breach of a shape, in the order of the shapes; the quads are taken as one graph."""
    graph = _Graph(parse(nquads, format=RdfFormat.N_QUADS))
    found: dict[Problem, None] = {}
    for name, target, shape in _shapes():
        for node in graph.into[_TYPE].get(target, ()):
            for message in _breaches(shape, graph, node):
                found[Problem(_name(node), name, message)] = None
    return tuple(found)


class _Graph:
    """Triples by predicate: from subject to objects, and back. Dictionaries serve as sets that keep their order."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.out: dict[str, dict[_Term, dict[_Term, None]]] = defaultdict(dict)
        for quad in quads:
            self.out[quad.predicate.value].setdefault(quad.subject, {})[quad.object] = None
        self.into: dict[str, dict[_Term, dict[_Term, None]]] = _Backwards(self.out)

    def one(self, node: _Term, predicate: str) -> _Term | None:
        return next(iter(self.out[predicate].get(node, ())), None)

    def items(self, head: _Term | None) -> list[_Term]:
        """The members of an RDF list."""
        members: list[_Term] = []
        while head is not None and (member := self.one(head, PREFIXES["rdf"] + "first")) is not None:
            members.append(member)
            head = self.one(head, PREFIXES["rdf"] + "rest")
        return members


class _Backwards(dict[str, dict[_Term, dict[_Term, None]]]):
    """From objects to subjects, turned round only for the predicates that are asked for."""

    def __init__(self, out: dict[str, dict[_Term, dict[_Term, None]]]) -> None:
        super().__init__()
        self.out = out

    def __missing__(self, predicate: str) -> dict[_Term, dict[_Term, None]]:
        turned: dict[_Term, dict[_Term, None]] = {}
        for subject, objects in self.out[predicate].items():
            for value in objects:
                turned.setdefault(value, {})[subject] = None
        self[predicate] = turned
        return turned


_Path = Callable[[_Graph, _Term], Collection[_Term]]
_Test = Callable[[_Graph, _Term, Collection[_Term]], bool]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A node shape (no path) or a property shape: tests of the values at its path, and shapes that each value keeps."""

    path: _Path | None
    tests: tuple[_Test, ...]
    inner: tuple[_Shape, ...]
    message: str


def _breaches(shape: _Shape, graph: _Graph, node: _Term) -> Iterator[str]:
    values = (node,) if shape.path is None else shape.path(graph, node)
    for test in shape.tests:
        if not test(graph, node, values):
            yield shape.message
            break
    for inner in shape.inner:
        for value in values:
            yield from _breaches(inner, graph, value)


# ---------------------------------------------------------------- compiling shapes.ttl


@cache
def _shapes() -> tuple[tuple[str, _Term, _Shape], ...]:
    """Each shape's name, target class and tests, in the order of the file."""
    source = _Graph(parse(path=str(resources.ontology() / "shapes.ttl"), format=RdfFormat.TURTLE))
    return tuple(
        (_name(node).removeprefix(V), target, _shape(source, node))
        for node, targets in source.out[_SH + "targetClass"].items()
        for target in targets
    )


def _shape(source: _Graph, node: _Term) -> _Shape:
    """A shape compiled. A constraint component that is not known here is a NotImplementedError."""
    tests: list[_Test] = []
    for predicate, subjects in source.out.items():
        name = predicate.removeprefix(_SH)
        if node not in subjects or not predicate.startswith(_SH) or name in _NO_CONSTRAINTS:
            continue
        if name not in _COMPONENTS:
            raise NotImplementedError(f"shapes.ttl uses sh:{name}, which verbale.graph.shapes does not know")
        tests += [_COMPONENTS[name](source, value) for value in subjects[node]]
    path = source.one(node, _SH + "path")
    message = source.one(node, _SH + "message")
    return _Shape(
        path=None if path is None else _path(source, path),
        tests=tuple(tests),
        inner=tuple(_shape(source, inner) for inner in source.out[_SH + "property"].get(node, ())),
        message=message.value if isinstance(message, Literal) else "",
    )


def _path(source: _Graph, node: _Term) -> _Path:
    """What to follow from a node: a property, a property backwards, or any of several properties."""
    if isinstance(node, NamedNode):
        predicate = node.value
        return lambda graph, subject: graph.out[predicate].get(subject, ())
    if isinstance(inverse := source.one(node, _SH + "inversePath"), NamedNode):
        back = inverse.value
        return lambda graph, subject: graph.into[back].get(subject, ())
    predicates = [_iri(member) for member in source.items(source.one(node, _SH + "alternativePath"))]
    if not predicates:
        raise NotImplementedError("shapes.ttl uses a path that verbale.graph.shapes does not know")
    return lambda graph, subject: {value: None for p in predicates for value in graph.out[p].get(subject, ())}


# ---------------------------------------------------------------- constraint components, SHACL section 4


def _class(source: _Graph, value: _Term) -> _Test:
    return lambda graph, node, values: all(value in graph.out[_TYPE].get(each, ()) for each in values)


def _datatype(source: _Graph, value: _Term) -> _Test:
    datatype = _iri(value)
    return lambda graph, node, values: all(
        isinstance(each, Literal) and each.datatype.value == datatype and _value(each) is not None for each in values
    )


def _node_kind(source: _Graph, value: _Term) -> _Test:
    if _iri(value) != _SH + "IRI":
        raise NotImplementedError(f"shapes.ttl uses sh:nodeKind {value}, which verbale.graph.shapes does not know")
    return lambda graph, node, values: all(isinstance(each, NamedNode) for each in values)


def _min_count(source: _Graph, value: _Term) -> _Test:
    least = int(_text(value))
    return lambda graph, node, values: len(values) >= least


def _max_count(source: _Graph, value: _Term) -> _Test:
    most = int(_text(value))
    return lambda graph, node, values: len(values) <= most


def _min_inclusive(source: _Graph, value: _Term) -> _Test:
    return lambda graph, node, values: all(_ordered(value, each, equal=True) for each in values)


def _max_inclusive(source: _Graph, value: _Term) -> _Test:
    return lambda graph, node, values: all(_ordered(each, value, equal=True) for each in values)


def _min_length(source: _Graph, value: _Term) -> _Test:
    least = int(_text(value))
    return lambda graph, node, values: all(len(_text(each)) >= least for each in values)


def _pattern(source: _Graph, value: _Term) -> _Test:
    pattern = re.compile(_text(value))
    return lambda graph, node, values: all(pattern.search(_text(each)) for each in values)


def _equals(source: _Graph, value: _Term) -> _Test:
    other = _iri(value)
    return lambda graph, node, values: set(values) == set(graph.out[other].get(node, ()))


def _comparison(other: str, *, equal: bool) -> _Test:
    return lambda graph, node, values: all(
        _ordered(each, bound, equal=equal) for each in values for bound in graph.out[other].get(node, ())
    )


def _in(source: _Graph, value: _Term) -> _Test:
    allowed = set(source.items(value))
    return lambda graph, node, values: allowed.issuperset(values)


def _or(source: _Graph, value: _Term) -> _Test:
    choices = [_shape(source, member) for member in source.items(value)]
    return lambda graph, node, values: all(
        any(next(_breaches(choice, graph, each), None) is None for choice in choices) for each in values
    )


_NO_CONSTRAINTS = {"targetClass", "property", "path", "message"}
_COMPONENTS: dict[str, Callable[[_Graph, _Term], _Test]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minCount": _min_count,
    "maxCount": _max_count,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "minLength": _min_length,
    "pattern": _pattern,
    "equals": _equals,
    "lessThan": lambda source, value: _comparison(_iri(value), equal=False),
    "lessThanOrEquals": lambda source, value: _comparison(_iri(value), equal=True),
    "in": _in,
    "or": _or,
}


# ---------------------------------------------------------------- terms


def _iri(term: _Term) -> str:
    if not isinstance(term, NamedNode):
        raise NotImplementedError(f"shapes.ttl has {term} where verbale.graph.shapes expects an IRI")
    return term.value


def _name(term: _Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _text(term: _Term) -> str:
    """The string of an IRI or literal; a blank node has none."""
    return term.value if isinstance(term, (NamedNode, Literal)) else ""


def _value(term: _Term) -> Decimal | date | str | None:
    """What a literal means; None where its text is not of its datatype, or it is no literal."""
    if not isinstance(term, Literal):
        return None
    text, datatype = term.value, term.datatype.value.removeprefix(_XSD)
    try:
        if datatype == "date":
            return date.fromisoformat(text) if len(text) == 10 else None
        if datatype in {"integer", "decimal"}:
            lexical = r"[+-]?\d+" if datatype == "integer" else r"[+-]?(\d+(\.\d*)?|\.\d+)"
            return Decimal(text) if re.fullmatch(lexical, text) else None
    except ValueError:
        return None
    return text


def _ordered(one: _Term, other: _Term, *, equal: bool) -> bool:
    """Whether both are numbers or both are days, and the one comes before the other (or is equal to it)."""
    first, second = _value(one), _value(other)
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return first <= second if equal else first < second
    if isinstance(first, date) and isinstance(second, date):
        return first <= second if equal else first < second
    return False
