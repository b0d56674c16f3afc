"""Quads as JSON-LD 1.1, flat, with the short names of the ontology's context.

Numbers and dates stay strings that the context types, so that ``8.10`` stays ``8.10``.
The context stands in the text itself: nobody has to fetch it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from verbale import resources

__all__ = ["relative", "text"]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
# Steps without dots before them and without colons: "..", "//" and "a:b" mean something of their own.
_RELATIVE = re.compile(r"(?!\.)[\w~.-]+(/(?!\.)[\w~.-]+)*")

_Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Short:
    """The short name of an IRI, and what the context makes of its values: "@id", a datatype, or nothing."""

    name: str
    type: str


def relative(iri: str, base: str) -> str:
    """What follows the base, where every parser puts the two together again; else nothing."""
    fits = base.endswith("/") and iri.startswith(base) and _RELATIVE.fullmatch(iri, len(base))
    return iri.removeprefix(base) if fits else ""


def text(quads: Iterable[Quad], base: str) -> str:
    """The quads as JSON-LD: one object a thing, things sorted by IRI, named graphs as ``@graph``."""
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        name = quad.graph_name
        graphs["" if isinstance(name, DefaultGraph) else _iri(name, base)].append(quad)
    nodes: list[_Node] = []
    for graph in sorted(graphs):
        things = _things(graphs[graph], base)
        nodes += [{_keyword("@id"): graph, "@graph": things}] if graph else things
    context = {**_context(), "@base": base}
    return json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


def _things(quads: Iterable[Quad], base: str) -> list[_Node]:
    said: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    id_key, type_key = _keyword("@id"), _keyword("@type")
    for quad in sorted(quads, key=str):
        about = said[_iri(quad.subject, base)]
        if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode):
            about[type_key].append(_named(quad.object.value).name)
        else:
            short = _named(quad.predicate.value)
            about[short.name].append(_value(quad.object, short.type, base))
    return [
        {id_key: subject} | {key: _alone(about[key]) for key in sorted(about, key=lambda key: (key != type_key, key))}
        for subject, about in sorted(said.items())
    ]


def _alone(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _iri(node: object, base: str) -> str:
    """What stands as ``@id``: what follows the base where that cannot be taken for anything else."""
    if isinstance(node, BlankNode):
        return str(node)
    if not isinstance(node, NamedNode):
        raise TypeError(f"{node} has no IRI; JSON-LD holds RDF 1.1")
    return relative(node.value, base) or node.value


def _value(term: object, expected: str, base: str) -> Any:
    if not isinstance(term, Literal):
        iri = _iri(term, base)
        return iri if expected == "@id" else {"@id": iri}
    if term.language:
        tag = {"@value": term.value, "@language": term.language}
        return tag | {"@direction": term.direction.value} if term.direction else tag
    datatype = term.datatype.value
    if datatype == (expected or _STRING):
        return term.value
    return {"@value": term.value} if datatype == _STRING else {"@value": term.value, "@type": datatype}


def _named(iri: str) -> _Short:
    if iri in _shorts():
        return _shorts()[iri]
    vocabulary = _context().get("@vocab", "")
    local = iri.removeprefix(vocabulary)
    bare = vocabulary and local != iri and local.isalnum() and local not in _context()
    return _Short(local if bare else iri, "")


def _keyword(keyword: str) -> str:
    """The context's own name for ``@id`` or ``@type``."""
    return next((name for name, meaning in _context().items() if meaning == keyword), keyword)


@cache
def _context() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((resources.ontology() / "context.jsonld").read_text(encoding="utf-8"))
    context: Mapping[str, Any] = found["@context"]
    return context


@cache
def _shorts() -> dict[str, _Short]:
    """The context read backwards: short names by IRI."""
    context = _context()
    shorts: dict[str, _Short] = {}
    for name, meaning in context.items():
        entry = meaning if isinstance(meaning, dict) else {"@id": meaning}
        iri = _expand(str(entry.get("@id", name)), context)
        prefix = iri.endswith(("#", "/"))
        if name.startswith("@") or iri.startswith("@") or prefix or not {"@id", "@type"}.issuperset(entry):
            continue
        shorts.setdefault(iri, _Short(name, _expand(str(entry.get("@type", "")), context)))
    return shorts


def _expand(name: str, context: Mapping[str, Any]) -> str:
    prefix, colon, local = name.partition(":")
    namespace = context.get(prefix)
    return namespace + local if colon and isinstance(namespace, str) and not local.startswith("//") else name
