"""RDF terms as N-Quads writes them, and what their literals mean: no object is made of a term that is only compared."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from verbale.vocab import PREFIXES

__all__ = ["Term", "Triple", "bare", "meaning", "ordered", "string"]

Term = str  # <iri>, "text", "text"@en, "1"^^<datatype>, _:blank
Triple = tuple[Term, Term, Term]

_XSD = PREFIXES["xsd"]
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_NUMBERS = {
    _XSD + "integer": re.compile(r"[+-]?\d+"),
    _XSD + "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
}


def bare(term: Term) -> str:
    """An IRI without its brackets; another term as it is."""
    return term[1:-1] if term.startswith("<") else term


def string(term: Term) -> str:
    """The string of an IRI or literal; a blank node has none."""
    if not term.startswith('"'):
        return "" if term.startswith("_:") else bare(term)
    text = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, code)


@lru_cache(maxsize=10_000)
def meaning(term: Term) -> tuple[str, Decimal | date | str | None]:
    """The datatype of a literal and what it means; nothing where its text is not of that datatype, or for an IRI."""
    tail = term[term.rindex('"') + 1 :] if term.startswith('"') else "-"
    if tail.startswith("@"):
        return PREFIXES["rdf"] + "langString", string(term)
    if tail and not tail.startswith("^^"):
        return "", None
    text, datatype = string(term), tail[3:-1] or _XSD + "string"
    try:
        if datatype == _XSD + "date":
            return (datatype, date.fromisoformat(text)) if len(text) == 10 else ("", None)
        if lexical := _NUMBERS.get(datatype):
            return (datatype, Decimal(text)) if lexical.fullmatch(text) else ("", None)
    except ValueError:
        return "", None
    return datatype, text


def ordered(one: Term, other: Term, *, equal: bool) -> bool:
    """Whether both are numbers or both are days, and the one comes before the other (or is equal to it)."""
    first, second = meaning(one)[1], meaning(other)[1]
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return first <= second if equal else first < second
    if isinstance(first, date) and isinstance(second, date):
        return first <= second if equal else first < second
    return False
