"""What is wrong with a query, in one line that a person understands: the place, what is there, what to write."""

import re
from collections.abc import Iterator

from verbale.store.sparql import FORM, code_of

__all__ = ["complaint"]

_DECLARED = re.compile(r"(?<![\w?$:.-])PREFIX\s+([\w.-]*):", re.IGNORECASE)
_USED = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w.-]*):")
_PROLOGUE = re.compile(r"^(?:\s*(?:PREFIX\s+[\w.-]*:|BASE)\s+)+", re.IGNORECASE)
_UPDATE = re.compile(r"\s*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:error )?at (\d+):(\d+): ")
_BRACKETS = {"{": "}", "(": ")"}
_VALUE = "a variable (?name), an IRI (<...>), a prefixed name or a value"

_PATTERN = "a pattern in braces ({ ... })"

# Slips that the query shows by itself, up to where what is missing should stand. The parser's own list of
# what it would have taken is long, and what is missing is seldom in it.
_SLIPS = (
    (r"SELECT\s+(?:DISTINCT\s+|REDUCED\s+)?(?=WHERE\b|\{)", "a variable (?name), or * for all,"),
    (r"(?:FILTER|HAVING)\s*(?=[?$\d=<>!])", "a condition in parentheses"),
    (r"(?:OPTIONAL|UNION|MINUS)\s*(?=[^\s{])", _PATTERN),
    (r"GRAPH\s*(?=\{)", "the graph's IRI (<...>) or a variable (?name)"),
    (r"AS\s+(?=[^\s?$])", "a new variable (?name)"),
    (r"(?:ORDER|GROUP)\s+(?!\s|BY\b)", "BY"),
    (r"(?:LIMIT|OFFSET)\s+(?=[^\s\d])", "a whole number"),
    (r"[=<>|&!]\s*(?=[)}])", _VALUE),
)
_KNOWN = {  # the engine's own sentences, which come without a useful place
    "variable that is unbound": "SELECT asks for a variable that is neither in GROUP BY nor counted: add it there",
    "SELECT * is not authorized": "SELECT * does not go with GROUP BY: name the variables",
    "IRI parsing failed": "an IRI is not written as one: no blanks, and only what IRIs may hold between < and >",
}


def complaint(query: str, error: str) -> str:
    """What is wrong with the query that a store refused with this error."""
    code = code_of(query)
    if not code.strip():
        return "the query is empty: give a SELECT, ASK, CONSTRUCT or DESCRIBE"
    if _UPDATE.match(_PROLOGUE.sub("", code)):
        return "only queries are answered; to change the store use `verbale ingest` and `verbale load`"
    return next(_by_sight(query, code), None) or _by_the_parser(query, code, " ".join(error.split()))


def _by_sight(query: str, code: str) -> Iterator[str]:
    """What anyone sees who looks at the query, strings and comments left out."""
    if quote := re.search("[\"']", code):
        yield f"{_place(code, quote.start())}: the string that begins here has no end, close it with {quote[0]}"
    if not FORM.search(code):
        start = len(code) - len(_PROLOGUE.sub("", code).lstrip())
        yield f"{_place(code, start)}: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    declared = {found[1] for found in _DECLARED.finditer(code)}
    for used in _USED.finditer(code):
        if used[1] not in declared:
            remedy = f"begin the query with PREFIX {used[1]}: <...>"
            yield f"{_place(code, used.start())}: the prefix {used[1]}: is not declared, {remedy}"
    for slip, wanted in _SLIPS:
        if found := re.search(rf"(?<![\w?$:.-]){slip}", code, re.IGNORECASE):
            yield _missing(query, code, found.end(), wanted)
    opened: list[int] = []
    for bracket in re.finditer(r"[{}()]", code):
        if bracket[0] in _BRACKETS:
            opened.append(bracket.start())
        elif not opened or _BRACKETS[code[opened.pop()]] != bracket[0]:
            yield f"{_place(code, bracket.start())}: this {bracket[0]} closes nothing, take it out or open it before"
    if opened:
        bracket_ = code[opened[-1]]
        yield f"{_place(code, opened[-1])}: this {bracket_} is never closed, add {_BRACKETS[bracket_]}"


def _by_the_parser(query: str, code: str, error: str) -> str:
    """Where the store's parser stopped, and what should stand there; its own word where it tells no place."""
    for words, told in _KNOWN.items():
        if words in error:
            return told
    found = _PLACE.search(error)
    if not found:
        return error[:300]
    lines = query.split("\n")
    offset = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
    tokens = error[found.end() :]
    if re.search(r'"[?$]"', tokens):
        return _missing(query, code, offset, _VALUE)
    if re.search(r'"[.;}]"', tokens):
        return _missing(query, code, offset, "the end of the statement (a dot, ; or }) or the rest of it")
    if tokens == 'expected "{"':
        return _missing(query, code, offset, _PATTERN)
    return f"{_place(code, offset)}{_words(query, offset)}: from here on it cannot be read, look at what stands before"


def _missing(query: str, code: str, offset: int, wanted: str) -> str:
    return f"{_place(code, offset)}{_words(query, offset)}: {wanted} is expected, write it there"


def _words(query: str, offset: int) -> str:
    words = query[offset:].split("\n")[0][:30].strip()
    return f", at {words!r}" if words else ", at the end"


def _place(code: str, offset: int) -> str:
    """The offset as lines and columns are counted, from 1."""
    return f"line {code.count(chr(10), 0, offset) + 1}, column {offset - code.rfind(chr(10), 0, offset)}"
