"""Names that people write, and the things in the store that they mean."""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from verbale.errors import AmbiguousName, UnknownName
from verbale.questions.binding import term, written
from verbale.questions.question import Parameter
from verbale.store import Queryable, select

__all__ = ["NAMED_CLASSES", "article_graphs", "named"]

NAMED_CLASSES = {
    "actor": "Actor",
    "authority": "Actor",
    "body": "Actor",
    "place": "Place",
    "event": "Event",
    "meeting": "Meeting",
    "article": "Article",
    "listed": "ListedParty",
}
"""The class that an ``_iri`` parameter's name stands for, by its last word: ``?_other_actor_iri`` is an Actor."""

_PREFIXES = """
PREFIX v: <https://w3id.org/verbale/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
_LABELS = ("rdfs:label", "dcterms:identifier")  # what a thing is called first of all: an article, by its identifier
_ALIASES = ("skos:altLabel", "v:headline", "<https://schema.followthemoney.tech/#Thing:alias>")

_Names = list[tuple[str, str]]  # name, IRI


def named(store: Queryable, parameter: Parameter, value: str) -> NamedNode:
    """The thing that a value for an ``_iri`` parameter means: an IRI means itself, a name what bears it.

    An IRI that another stands for, since both were decided to be one, means that other.

    A label to the letter comes first, then a label but for case and accents, then an alias alike.
    Raises UnknownName with the nearest names, AmbiguousName with the candidates' IRIs.
    """
    if "://" in value or value.startswith("urn:"):
        found = term(parameter, value)
        assert isinstance(found, NamedNode)
        return _standing(store, found)
    kind = NAMED_CLASSES[parameter.name.split("-")[-1]]
    known: _Names = []
    for bearers in _bearers(store, kind, value, known):
        if len(bearers) == 1:
            return NamedNode(bearers[0][1])
        if bearers:
            labels = {iri: label for label, iri in _names(store, kind, _LABELS)}
            listed = "; ".join(f"{labels.get(iri, name)} <{iri}>" for name, iri in bearers)
            raise AmbiguousName(f"{parameter.name}: {value!r} may be any of these, give the IRI: {listed}")
    near = _nearest(value, known)
    hint = f"; the nearest names: {', '.join(near)}" if near else ""
    raise UnknownName(f"{parameter.name}: the store knows no {kind.lower()} called {value!r}{hint}")


def article_graphs(store: Queryable, value: str) -> list[str]:
    """The named graphs of the article that a name, a headline or an IRI means, sorted.

    Raises UnknownName or AmbiguousName.
    """
    article = named(store, Parameter("article", "_article_iri", "iri"), value)
    found = select(store, f"{_PREFIXES} SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ {article} a v:Article }} }}")
    return sorted(row[0].value for row in found.rows if isinstance(row[0], NamedNode))


def _standing(store: Queryable, node: NamedNode) -> NamedNode:
    """The node that stands for this one by a decision of identity; else itself."""
    found = select(store, f"{_PREFIXES} SELECT DISTINCT ?by WHERE {{ {node} dcterms:isReplacedBy ?by }} ORDER BY ?by")
    return next((row[0] for row in found.rows if isinstance(row[0], NamedNode)), node)


def _bearers(store: Queryable, kind: str, value: str, known: _Names) -> Iterator[_Names]:
    """Those that bear the name, closest way of bearing it first; ``known`` gathers the names that were looked at."""
    # The first is a look-up in the store's index and nearly always the answer; the others read all names.
    yield _distinct(_names(store, kind, _LABELS, written(Literal(value))))
    for properties in (_LABELS, _ALIASES):
        names = _names(store, kind, properties)
        known += names
        yield _distinct(pair for pair in names if _folded(pair[0]) == _folded(value))


def _names(store: Queryable, kind: str, properties: tuple[str, ...], name: str = "?name") -> _Names:
    pattern = f"?thing a v:{kind} ; {'|'.join(properties)} {name} . ?thing {'|'.join(properties)} ?name"
    found = select(store, f"{_PREFIXES} SELECT DISTINCT ?name ?thing WHERE {{ {pattern} }} ORDER BY ?name ?thing")
    rows = ((name, thing) for name, thing in found.rows)
    return [
        (name.value, thing.value) for name, thing in rows if isinstance(name, Literal) and isinstance(thing, NamedNode)
    ]


def _distinct(names: Iterable[tuple[str, str]]) -> _Names:
    """One name for each thing."""
    return [(name, iri) for iri, name in {iri: name for name, iri in names}.items()]


def _nearest(value: str, known: _Names) -> list[str]:
    by_fold: dict[str, str] = {}
    for name, _ in known:
        by_fold.setdefault(_folded(name), name)
    close = difflib.get_close_matches(_folded(value), by_fold, n=3, cutoff=0.6)
    longer = [fold for fold in sorted(by_fold) if f" {_folded(value)} " in f" {fold} "]  # a surname's bearers
    return [by_fold[fold] for fold in dict.fromkeys([*close, *longer[:3]])]


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.casefold().split())
