"""What has to be known of a query before a store sees it, and graphs as updates."""

import re

__all__ = ["FORM", "calls_service", "code_of", "form", "names_dataset", "ntriples", "replacement"]

# Strings first: they may hold anything. An IRI has no blanks, a comparison nearly always does.
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|#[^\n]*",
    re.DOTALL,
)
_SERVICE = re.compile(r"service(?=[\s#<?$:\w])", re.IGNORECASE)
FORM = re.compile(r"(?<![\w?$:.-])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w?$:.-])FROM\b(?!:)", re.IGNORECASE)


def code_of(query: str) -> str:
    """The query with strings, IRIs and comments blanked, every character in its place."""
    return _OPAQUE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), query)


def form(query: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; empty where it is none of them."""
    found = FORM.search(code_of(query))
    return found[1].upper() if found else ""


def names_dataset(query: str) -> bool:
    """Whether the query itself says, by ``FROM``, which graphs it is about."""
    return bool(_FROM.search(code_of(query)))


def calls_service(query: str) -> bool:
    """Whether the query may call another endpoint; what cannot be read for sure counts as a call.

    ``<`` begins an IRI or compares, which no pattern can tell apart, so that a
    ``SERVICE`` can hide from a pattern. Wherever the word occurs, a whole parser decides.
    """
    if not _SERVICE.search(query):
        return False
    from rdflib.plugins.sparql.parser import parseQuery  # slow to import, and seldom needed

    try:
        return _holds_service(parseQuery(query))
    except Exception:  # pyparsing's, rdflib's own and RecursionError alike: not read, so not trusted
        return True


def _holds_service(node: object) -> bool:
    if getattr(node, "name", "") == "ServiceGraphPattern":
        return True
    if isinstance(node, str):
        return False
    children = node.values() if isinstance(node, dict) else node if hasattr(node, "__iter__") else ()
    return any(_holds_service(child) for child in children)


def ntriples(graph: str, nquads: str) -> str:
    """N-Quads, all of one graph, as N-Triples."""
    return "".join(_triples(graph, nquads))


def replacement(graph: str, nquads: str, piece: int | None = None) -> list[str]:
    """SPARQL updates that put N-Quads, all of one graph, in place of the graph.

    One update, or as many as it takes for none to hold more than ``piece`` characters
    of data; the first of them empties the graph.
    """
    pieces = [""]
    for line in _triples(graph, nquads):
        if piece is not None and pieces[-1] and len(pieces[-1]) + len(line) > piece:
            pieces.append("")
        pieces[-1] += line
    inserts = [f"INSERT DATA {{ GRAPH <{graph}> {{\n{data}}} }}" for data in pieces if data]
    return [";\n".join([f"DROP SILENT GRAPH <{graph}>", *inserts[:1]]), *inserts[1:]]


def _triples(graph: str, nquads: str) -> list[str]:
    # Not splitlines: a literal may hold U+2028, U+0085 and their like.
    end = f" <{graph}> ."
    return [line.removesuffix(end) + " .\n" for line in nquads.split("\n") if line]
