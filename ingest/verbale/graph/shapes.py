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
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import RdfFormat, parse

from verbale import resources
from verbale.errors import InvalidGraph
from verbale.graph.terms import Term, Triple, bare, meaning, ordered, string
from verbale.vocab import PREFIXES, V

__all__ = ["Problem", "check", "problems"]

_SH = "http://www.w3.org/ns/shacl#"
_TYPE, _FIRST, _REST = (f"<{PREFIXES['rdf']}{name}>" for name in ("type", "first", "rest"))


@dataclass(frozen=True, slots=True)
class Problem:
    """A node that breaks a shape, and the shape's word for it."""

    node: str
    shape: str  # the name of the class's shape, without namespace: "MeetingShape"
    message: str

    def __str__(self) -> str:
        """One line: node, shape and message."""
        return f"<{self.node}> breaks {self.shape}: {self.message}"


def check(triples: Iterable[Triple]) -> None:
    """Nothing, if the graph keeps all shapes; else InvalidGraph with the first node, shape and message."""
    found = problems(triples)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise InvalidGraph(f"{found[0]}{more}")


def problems(triples: Iterable[Triple]) -> tuple[Problem, ...]:
    """Every breach of a shape, in the order of the shapes."""
    graph = _Graph(triples)
    found: dict[Problem, None] = {}
    for name, target, shape in _shapes():
        for node in graph.into[_TYPE].get(target, ()):
            for message in _breaches(shape, graph, node):
                found[Problem(bare(node), name, message)] = None
    return tuple(found)


class _Graph:
    """Triples by predicate: from subject to objects, and back. Dictionaries serve as sets that keep their order."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.out: dict[Term, dict[Term, dict[Term, None]]] = defaultdict(dict)
        for subject, predicate, value in triples:
            self.out[predicate].setdefault(subject, {})[value] = None
        self.into: dict[Term, dict[Term, dict[Term, None]]] = _Backwards(self.out)

    def one(self, node: Term, predicate: Term) -> Term | None:
        return next(iter(self.out[predicate].get(node, ())), None)

    def items(self, head: Term | None) -> list[Term]:
        """The members of an RDF list."""
        members: list[Term] = []
        while head is not None and (member := self.one(head, _FIRST)) is not None:
            members.append(member)
            head = self.one(head, _REST)
        return members


class _Backwards(dict[Term, dict[Term, dict[Term, None]]]):
    """From objects to subjects, turned round only for the predicates that are asked for."""

    def __init__(self, out: dict[Term, dict[Term, dict[Term, None]]]) -> None:
        super().__init__()
        self.out = out

    def __missing__(self, predicate: Term) -> dict[Term, dict[Term, None]]:
        turned: dict[Term, dict[Term, None]] = {}
        for subject, objects in self.out[predicate].items():
            for value in objects:
                turned.setdefault(value, {})[subject] = None
        self[predicate] = turned
        return turned


_Path = Callable[[_Graph, Term], Collection[Term]]
_Test = Callable[[_Graph, Term, Collection[Term]], bool]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A node shape (no path) or a property shape: tests of the values at its path, and shapes that each value keeps."""

    path: _Path | None
    tests: tuple[_Test, ...]
    inner: tuple[_Shape, ...]
    message: str
    optional: bool  # whether all tests hold of no values


def _breaches(shape: _Shape, graph: _Graph, node: Term) -> list[str]:
    values = (node,) if shape.path is None else shape.path(graph, node)
    if not values and shape.optional:
        return []
    found: list[str] = []
    for test in shape.tests:  # a loop, since a generator for each node would cost as much as the tests
        if not test(graph, node, values):
            found.append(shape.message)
            break
    for inner in shape.inner:
        for value in values:
            found += _breaches(inner, graph, value)
    return found


# ---------------------------------------------------------------- compiling shapes.ttl


@cache
def _shapes() -> tuple[tuple[str, Term, _Shape], ...]:
    """Each shape's name, target class and tests, in the order of the file."""
    quads = parse(path=str(resources.ontology() / "shapes.ttl"), format=RdfFormat.TURTLE)
    source = _Graph((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads)
    return tuple(
        (bare(node).removeprefix(V), target, _shape(source, node))
        for node, targets in source.out[_sh("targetClass")].items()
        for target in targets
    )


def _shape(source: _Graph, node: Term) -> _Shape:
    """A shape compiled. A constraint component that is not known here is a NotImplementedError."""
    tests: list[_Test] = []
    names: set[str] = set()
    for predicate, subjects in source.out.items():
        name = bare(predicate).removeprefix(_SH)
        if node not in subjects or predicate != _sh(name) or name in _NO_CONSTRAINTS:
            continue
        if name not in _COMPONENTS:
            raise NotImplementedError(f"shapes.ttl uses sh:{name}, which verbale.graph.shapes does not know")
        tests += [_COMPONENTS[name](source, value) for value in subjects[node]]
        names.add(name)
    path = source.one(node, _sh("path"))
    return _Shape(
        path=None if path is None else _path(source, path),
        tests=tuple(tests),
        inner=tuple(_shape(source, inner) for inner in source.out[_sh("property")].get(node, ())),
        message=string(source.one(node, _sh("message")) or ""),
        optional=names.isdisjoint(_OF_NOTHING),
    )


def _path(source: _Graph, node: Term) -> _Path:
    """What to follow from a node: a property, a property backwards, or any of several properties."""
    if node.startswith("<"):
        return lambda graph, subject: graph.out[node].get(subject, ())
    if inverse := source.one(node, _sh("inversePath")):
        return lambda graph, subject: graph.into[inverse].get(subject, ())
    predicates = source.items(source.one(node, _sh("alternativePath")))
    if not predicates:
        raise NotImplementedError("shapes.ttl uses a path that verbale.graph.shapes does not know")
    return lambda graph, subject: {value: None for p in predicates for value in graph.out[p].get(subject, ())}


# ---------------------------------------------------------------- constraint components, SHACL section 4


def _class(source: _Graph, value: Term) -> _Test:
    return lambda graph, node, values: all(value in graph.out[_TYPE].get(each, ()) for each in values)


def _datatype(source: _Graph, value: Term) -> _Test:
    datatype = bare(value)
    return lambda graph, node, values: all(meaning(each)[0] == datatype for each in values)


def _node_kind(source: _Graph, value: Term) -> _Test:
    if value != _sh("IRI"):
        raise NotImplementedError(f"shapes.ttl uses sh:nodeKind {value}, which verbale.graph.shapes does not know")
    return lambda graph, node, values: all(each.startswith("<") for each in values)


def _min_count(source: _Graph, value: Term) -> _Test:
    least = int(string(value))
    return lambda graph, node, values: len(values) >= least


def _max_count(source: _Graph, value: Term) -> _Test:
    most = int(string(value))
    return lambda graph, node, values: len(values) <= most


def _min_inclusive(source: _Graph, value: Term) -> _Test:
    return lambda graph, node, values: all(ordered(value, each, equal=True) for each in values)


def _max_inclusive(source: _Graph, value: Term) -> _Test:
    return lambda graph, node, values: all(ordered(each, value, equal=True) for each in values)


def _min_length(source: _Graph, value: Term) -> _Test:
    least = int(string(value))
    return lambda graph, node, values: all(len(string(each)) >= least for each in values)


def _pattern(source: _Graph, value: Term) -> _Test:
    pattern = re.compile(string(value))
    return lambda graph, node, values: all(pattern.search(string(each)) for each in values)


def _equals(source: _Graph, other: Term) -> _Test:
    return lambda graph, node, values: set(values) == set(graph.out[other].get(node, ()))


def _comparison(other: Term, *, equal: bool) -> _Test:
    return lambda graph, node, values: all(
        ordered(each, bound, equal=equal) for each in values for bound in graph.out[other].get(node, ())
    )


def _in(source: _Graph, value: Term) -> _Test:
    allowed = set(source.items(value))
    return lambda graph, node, values: allowed.issuperset(values)


def _or(source: _Graph, value: Term) -> _Test:
    choices = [_shape(source, member) for member in source.items(value)]
    return lambda graph, node, values: all(
        any(not _breaches(choice, graph, each) for choice in choices) for each in values
    )


_NO_CONSTRAINTS = {"targetClass", "property", "path", "message"}
_OF_NOTHING = {"minCount", "equals"}  # the components that may fail where there are no values
_COMPONENTS: dict[str, Callable[[_Graph, Term], _Test]] = {
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
    "lessThan": lambda source, value: _comparison(value, equal=False),
    "lessThanOrEquals": lambda source, value: _comparison(value, equal=True),
    "in": _in,
    "or": _or,
}


def _sh(name: str) -> Term:
    return f"<{_SH}{name}>"
