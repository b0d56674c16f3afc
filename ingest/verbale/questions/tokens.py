"""The words of a SPARQL query, as far as telling code from strings, IRIs and comments goes.

Follows the terminals of SPARQL 1.1, https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(
    r"""
      (?P<skipped> \#[^\r\n]* | \s+ )
    | (?P<string> \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<variable> [?$]\w+ )
    | (?P<word> [^\W\d]\w* )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A word of a query, where it begins, and whether it is a string, an iri, a variable, a word or other."""

    text: str
    start: int
    kind: str


def tokens(sparql: str) -> Iterator[Token]:
    """The query's words in order, without white space and comments."""
    for found in _TOKEN.finditer(sparql):
        kind = found.lastgroup or "other"
        if kind != "skipped":
            yield Token(found.group(), found.start(), kind)
