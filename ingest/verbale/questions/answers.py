"""A question asked of a store, and its answer in the forms that people and programs read."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from verbale.errors import BadValue
from verbale.graph.serialise import triples_text
from verbale.questions.binding import Value, bind, term
from verbale.questions.catalogue import saved
from verbale.questions.names import named
from verbale.questions.question import Question
from verbale.store import Queryable, select
from verbale.store.interface import Results, Term

__all__ = ["Answer", "Cell", "answer", "evidence", "tabulated", "to_csv", "to_json", "to_tsv", "to_turtle"]

Cell = str | int | float | bool | date | None

_DRAWN = frozenset({"latitude", "longitude", "earliest", "latest"})  # maps and timelines are drawn from these
_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a SELECT gave, as RDF terms and as plain values."""

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]

    @classmethod
    def of(cls, results: Results) -> "Answer":
        """The answer that a store's rows make."""
        return cls(results.variables, results.rows)

    @property
    def rows(self) -> list[tuple[Cell, ...]]:
        """The rows as Python values: IRIs as text, days as dates, numbers as numbers, None where there is nothing."""
        return [tuple(_cell(cell) for cell in row) for row in self.terms]


def answer(store: Queryable, question: str | Question, values: Mapping[str, Value | None] | None = None) -> Answer:
    """What the store answers to a saved question.

    ``values`` are by the parameters' names (``actor``, ``from``), None for "any". An actor, place, article
    or event is given by its IRI or by a name that the store knows.
    Raises UnknownQuestion, BadValue, UnknownName or AmbiguousName, and what the store raises.
    """
    asked = saved(question) if isinstance(question, str) else question
    parameters = {parameter.name: parameter for parameter in asked.parameters}
    terms: dict[str, NamedNode | Literal] = {}
    for name, value in (values or {}).items():
        parameter = parameters.get(name.replace("_", "-"))
        if parameter is None:
            known = ", ".join(parameters) or "none"
            raise BadValue(f"{asked.name} has no parameter {name!r}; it has: {known}")
        if value is None:
            continue
        by_name = parameter.kind == "iri" and isinstance(value, str)
        terms[parameter.variable] = named(store, parameter, str(value)) if by_name else term(parameter, value)
    first, last = terms.get("_from_date"), terms.get("_until_date")
    if first is not None and last is not None and first.value > last.value:
        raise BadValue(f"from: {first.value} comes after until: {last.value}, exchange them")
    return Answer.of(select(store, bind(asked, terms)))


def tabulated(answer: Answer) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows for a reader, none twice, without IRIs and what only pictures need; other forms keep them."""
    words = [i for i, name in enumerate(answer.columns) if name not in _DRAWN and not _identifies(answer, i)]
    rows = [tuple("" if row[i] is None else str(row[i]) for i in words) for row in answer.rows]
    return tuple(answer.columns[i] for i in words), list(dict.fromkeys(rows))


def to_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON, https://www.w3.org/TR/sparql11-results-json/."""
    bindings = [
        {column: _json(cell) for column, cell in zip(answer.columns, row, strict=True) if cell is not None}
        for row in answer.terms
    ]
    results = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=1) + "\n"


def to_csv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results CSV: plain values, https://www.w3.org/TR/sparql11-results-csv-tsv/."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    writer.writerows(["" if cell is None else _lexical(cell) for cell in row] for row in answer.terms)
    return out.getvalue()


def to_tsv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results TSV: terms as in Turtle, https://www.w3.org/TR/sparql11-results-csv-tsv/."""
    lines = ["\t".join(f"?{column}" for column in answer.columns)]
    lines += ["\t".join("" if cell is None else str(cell).replace("\t", "\\t") for cell in row) for row in answer.terms]
    return "\n".join(lines) + "\n"


def evidence(store: Queryable, answer: Answer) -> list[Triple]:
    """What the store knows of the answered things: the evidence as a graph of its own.

    Those are the things whose IRIs stand in the rows (claims, events, actors) and all that they point to
    (passages, dates, places, articles), each with its own statements, but without the articles' full text.
    """
    things = sorted({str(cell) for row in answer.terms for cell in row if isinstance(cell, NamedNode)})
    triples: list[Triple] = []
    for first in range(0, len(things), _BATCH):
        query = _DESCRIBED.replace("# things", " ".join(things[first : first + _BATCH]))
        found = store.query(query)
        triples += found if isinstance(found, list) else ()
    return triples


def to_turtle(store: Queryable, answer: Answer) -> str:
    """The evidence of the answer, as Turtle."""
    return triples_text(evidence(store, answer), "turtle")


_BATCH = 200  # IRIs in one query: endpoints limit its length
_DESCRIBED = """
PREFIX v: <https://w3id.org/verbale/ontology#>
CONSTRUCT { ?thing ?property ?value }
WHERE {
  { VALUES ?thing { # things
  } ?thing ?property ?value }
  UNION
  { VALUES ?answered { # things
  } ?answered ?link ?thing . ?thing ?property ?value }
  FILTER (?property != v:text)
}
"""


def _identifies(answer: Answer, column: int) -> bool:
    cells = [row[column] for row in answer.terms if row[column] is not None]
    named = answer.columns[column].endswith("Iri") and not cells
    return named or (bool(cells) and all(isinstance(cell, NamedNode) for cell in cells))


def _cell(cell: Term | None) -> Cell:
    if cell is None or not isinstance(cell, Literal):
        return None if cell is None else _lexical(cell)
    match cell.datatype.value.removeprefix(_XSD):
        case "integer" | "int" | "long" | "nonNegativeInteger":
            return int(cell.value)
        case "decimal" | "double" | "float":
            return float(cell.value)
        case "boolean":
            return cell.value in ("true", "1")
        case "date":
            return date.fromisoformat(cell.value[:10])
        case _:
            return cell.value


def _lexical(cell: Term) -> str:
    return cell.value if isinstance(cell, NamedNode | Literal) else str(cell)


def _json(cell: Term) -> dict[str, str]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if not isinstance(cell, Literal):
        return {"type": "bnode", "value": str(cell).removeprefix("_:")}
    written = {"type": "literal", "value": cell.value}
    if cell.language:
        return written | {"xml:lang": cell.language}
    return written if cell.datatype.value == _XSD + "string" else written | {"datatype": cell.datatype.value}
