"""What the articles tell around a node: posts, countries, neighbours, and a passage to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from verbale import vocab
from verbale.reference.folding import fold
from verbale.store import Store, select

__all__ = ["Context", "contexts", "passages"]

_BATCH = 200  # IRIs in one query: endpoints limit its length
_WIDE = 110  # characters of a passage on either side of the name
_PREFIX = f"PREFIX v: <{vocab.V}> PREFIX rdfs: <{vocab.PREFIXES['rdfs']}> "

_POSTS = "GRAPH ?graph { ?tenure v:holder ?node ; v:post ?value }"
_COUNTRIES = """
{ GRAPH ?graph { ?node v:countryCode ?value } }
UNION { GRAPH ?graph { ?tenure v:holder ?node ; v:body ?body . ?body v:countryCode ?value } }
UNION { GRAPH ?graph { ?node v:belongsTo ?body . ?body v:countryCode ?value } }
"""
_TEXTS = "GRAPH ?graph { ?node v:text ?value }"
_NEIGHBOURS = "GRAPH ?graph { ?event v:hasParticipant ?node, ?value . FILTER (?value != ?node) }"


@dataclass(frozen=True, slots=True)
class Context:
    """Posts in folded words, countries by ISO 3166-1 alpha-2 code, neighbours in events by IRI."""

    posts: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)


def contexts(store: Store, nodes: Sequence[str]) -> dict[str, Context]:
    """What all articles tell around each of the nodes."""
    found = {iri: Context() for iri in nodes}
    for iri, post in _pairs(store, nodes, _POSTS):
        found[iri].posts.add(fold(post))
    for iri, code in _pairs(store, nodes, _COUNTRIES):
        found[iri].countries.add(code)
    for iri, other in _pairs(store, nodes, _NEIGHBOURS):
        found[iri].neighbours.add(other)
    return found


def passages(store: Store, nodes: Sequence[str]) -> dict[str, str]:
    """Of each node, the words of the first article around its first mention there, on one line."""
    first: dict[str, tuple[str, int, int]] = {}
    for some in _batches(nodes):
        query = (
            f"{_PREFIX} SELECT DISTINCT ?node ?article ?start ?end WHERE {{ VALUES ?node {{ {some} }} "
            "GRAPH ?graph { ?mention v:refersTo ?node ; v:inArticle ?article ; "
            "v:startOffset ?start ; v:endOffset ?end } "
            "} ORDER BY ?node ?article ?start ?end"
        )
        for node, article, start, end in select(store, query).rows:
            if not isinstance(node, NamedNode) or not isinstance(article, NamedNode):
                continue
            if isinstance(start, Literal) and isinstance(end, Literal):
                first.setdefault(node.value, (article.value, int(start.value), int(end.value)))
    texts = dict(_pairs(store, sorted({article for article, _, _ in first.values()}), _TEXTS))
    return {iri: _window(texts[article], *span) for iri, (article, *span) in first.items() if article in texts}


def _window(text: str, start: int, end: int) -> str:
    """The words around a mention: of its paragraph, and none cut in half."""
    left = max(text.rfind("\n", 0, start) + 1, start - _WIDE)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + _WIDE)
    while left > 0 and left < start and not text[left - 1].isspace():
        left += 1
    while right < len(text) and right > end and not text[right].isspace():
        right -= 1
    return " ".join(text[left:right].split())


def _pairs(store: Store, nodes: Sequence[str], pattern: str) -> Iterator[tuple[str, str]]:
    for some in _batches(nodes):
        query = f"{_PREFIX} SELECT DISTINCT ?node ?value WHERE {{ VALUES ?node {{ {some} }} {pattern} }}"
        for node, value in select(store, query).rows:
            if isinstance(node, NamedNode) and isinstance(value, NamedNode | Literal):
                yield node.value, value.value


def _batches(nodes: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(nodes), _BATCH):
        yield " ".join(str(NamedNode(iri)) for iri in nodes[start : start + _BATCH])
