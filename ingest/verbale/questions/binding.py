"""Values into a query: as terms, written by a serialiser, never as text.

A bound parameter stands in the query as ``VALUES ?_actor_iri { <...> }`` at the beginning of every
group that names the parameter, since a FILTER in a nested group, in EXISTS or in a subselect does not
see what the outer group binds. Every SPARQL 1.1 store takes that. A parameter without a value stays
an ordinary variable: a pattern then means "any", and a FILTER gives its default by COALESCE.
"""

import math
import re
from collections.abc import Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from verbale.errors import BadValue
from verbale.questions.question import Parameter, Question
from verbale.questions.tokens import tokens

__all__ = ["Value", "bind", "term", "written"]

Value = str | int | float | date | NamedNode
_XSD = "http://www.w3.org/2001/XMLSchema#"


def bind(question: Question, terms: Mapping[str, NamedNode | Literal]) -> str:
    """The question's SPARQL with the terms bound, by the names of its variables (``_actor_iri``)."""
    sparql = question.sparql
    for place, variables in reversed(_groups(sparql)):
        clauses = [f" VALUES ?{name} {{ {written(terms[name])} }}" for name in variables if name in terms]
        sparql = sparql[:place] + "".join(clauses) + sparql[place:]
    return sparql


def term(parameter: Parameter, value: Value) -> NamedNode | Literal:
    """The value as a term of the parameter's kind.

    A date is ``2024-05-02``, a number is written in digits; BadValue says what is wrong with the rest.
    Names of actors and places are for ``verbale.questions.names`` to resolve, not for here.
    """
    text = value.value if isinstance(value, NamedNode) else value.isoformat() if isinstance(value, date) else str(value)
    match parameter.kind:
        case "iri":
            try:
                return NamedNode(text)
            except ValueError:
                raise BadValue(f"{parameter.name}: {text!r} is not an IRI, give it whole, or a known name") from None
        case "date":
            return Literal(_day(parameter, text), datatype=NamedNode(_XSD + "date"))
        case "number":
            return _number(parameter, text)
        case "string":
            return Literal(text)


def written(value: NamedNode | Literal) -> str:
    """The term in SPARQL, whatever its text holds."""
    # SPARQL lets a store decode \u0022 before it parses the strings: then an escaped backslash
    # before a "u" would begin such a code. Writing that "u" as a code itself leaves nothing to decode.
    return re.sub(r"\\\\([uU])", lambda found: rf"\\\U{ord(found[1]):08X}", str(value))


def _day(parameter: Parameter, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadValue(f"{parameter.name}: {text!r} is not a day, write it as 2024-05-02") from None


def _number(parameter: Parameter, text: str) -> Literal:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise BadValue(f"{parameter.name}: {text!r} is not a number, write it as 100 or 2.5")
    if parameter.range and not parameter.range.holds(number):
        raise BadValue(f"{parameter.name}: {text} is out of range, give {parameter.range}")
    if number.is_integer():
        return Literal(str(int(number)), datatype=NamedNode(_XSD + "integer"))
    return Literal(f"{number:f}", datatype=NamedNode(_XSD + "decimal"))


def _groups(sparql: str) -> list[tuple[int, list[str]]]:
    """Each group that names parameters: the offset after its brace, and those variables, in order."""
    found: dict[int, list[str]] = {}
    open_groups: list[int | None] = []  # where each group that we are in begins; None around a subselect
    for token in tokens(sparql):
        if token.text == "{":
            open_groups.append(token.start + 1)
        elif token.text == "}":
            open_groups.pop()
        elif token.text.upper() == "SELECT":
            open_groups[-1:] = [None] * len(open_groups[-1:])
        elif token.text.startswith("?_") and open_groups and open_groups[-1] is not None:
            variables = found.setdefault(open_groups[-1], [])
            if token.text[1:] not in variables:
                variables.append(token.text[1:])
    return sorted(found.items())
