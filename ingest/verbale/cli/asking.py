"""Verbs that ask: ``ask`` a saved question, list the ``questions``, run any ``query``."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.markup import escape

from verbale.cli.screen import DEFAULT_STORE, StoreOption, console, show

if TYPE_CHECKING:
    from verbale.questions import Answer, Queryable, Question

__all__ = ["ANY_OPTION", "ask", "parameters", "query", "questions"]

ANY_OPTION = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
"""A question's parameters are options that only its file knows."""

Format = Annotated[
    Literal["table", "json", "csv", "tsv", "turtle"],
    typer.Option("--format", "-f", help="How to print the answer."),
]


def _names(incomplete: str) -> list[str]:
    from verbale.questions import questions

    return [name for name in questions() if name.startswith(incomplete)]


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(autocompletion=_names, help="A saved question's name.")] = None,
    store: StoreOption = DEFAULT_STORE,
    format: Format = "table",
    help: Annotated[
        bool, typer.Option("--help", "-h", help="Tell what the question wants to know, and leave.")
    ] = False,
) -> None:
    """Answer a saved question; its parameters are options, a name stands for what bears it.

    Example: verbale ask who-met-whom --actor "Angela Merkel" --format csv
    """
    from verbale.questions import answer, saved
    from verbale.store import open_store

    if question is None:
        print(context.get_help())
        raise typer.Exit(0 if help else 2)
    asked = saved(question)
    if help:
        _explain(asked)
        raise typer.Exit
    values = parameters(asked, context.args)
    with open_store(store) as opened:
        _print(opened, answer(opened, asked, values), format)


def parameters(question: "Question", words: Sequence[str]) -> Mapping[str, str]:
    """The parameters among the words of the command line; wrong usage where a word is none."""
    known = [parameter.name for parameter in question.parameters]
    values: dict[str, str] = {}
    rest = list(words)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--") or name[2:] not in known:
            options = ", ".join(f"--{option}" for option in known) or "none"
            raise typer.BadParameter(f"{name}: {question.name} has these options of its own: {options}")
        if not equals:
            if not rest:
                raise typer.BadParameter(f"{name} wants a value")
            value = rest.pop(0)
        values[name[2:]] = value
    return values


def _explain(question: "Question") -> None:
    console.print(
        f"[bold]{escape(question.summary)}[/bold]\n{escape(question.description)}\n", soft_wrap=not console.is_terminal
    )
    rows = [
        (f"--{parameter.name}", parameter.kind, parameter.default or "", parameter.description)
        for parameter in question.parameters
    ]
    if rows:
        show(("option", "kind", "default", ""), rows)
    shown = next((parameter for parameter in question.parameters if parameter.kind == "iri"), None)
    example = f" --{shown.name} NAME" if shown else ""
    console.print(f"\nExample: verbale ask {question.name}{example} --format csv", soft_wrap=not console.is_terminal)


def _print(store: "Queryable", answer: "Answer", format: str) -> None:
    from verbale.questions import answers

    if format == "table":
        columns, rows = answers.tabulated(answer)
        if rows:
            show(columns, rows)
        else:
            print("No rows.", file=sys.stderr)
        return
    writers = {"json": answers.to_json, "csv": answers.to_csv, "tsv": answers.to_tsv}
    sys.stdout.write(answers.to_turtle(store, answer) if format == "turtle" else writers[format](answer))


def questions(
    format: Annotated[
        Literal["table", "turtle"], typer.Option("--format", "-f", help="A table, or the SHACL catalogue.")
    ] = "table",
) -> None:
    """List the saved questions.

    Example: verbale questions --format turtle > catalogue.ttl
    """
    from verbale.questions import catalogue
    from verbale.questions import questions as saved

    if format == "turtle":
        sys.stdout.write(catalogue())
        return
    rows = [
        (question.subject, question.name, question.summary, " ".join(f"--{p.name}" for p in question.parameters))
        for question in saved().values()
    ]
    show(("about", "question", "", "options"), rows)


def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL query, or a file that holds one.", metavar="SPARQL|FILE.rq")],
    store: StoreOption = DEFAULT_STORE,
    format: Format = "table",
) -> None:
    """Run any SPARQL query; the union of the articles' graphs is the default graph.

    Example: verbale query 'SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n)'
    """
    from verbale.graph.serialise import triples_text
    from verbale.questions import Answer
    from verbale.store import open_store

    with open_store(store) as opened:
        found = opened.query(_text(sparql))
        if isinstance(found, bool):
            print(json.dumps({"head": {}, "boolean": found}) if format == "json" else str(found).lower())
        elif isinstance(found, list):
            if format not in ("table", "turtle"):
                raise typer.BadParameter(f"CONSTRUCT and DESCRIBE give a graph: --format turtle, not {format}")
            sys.stdout.write(triples_text(found, "turtle"))
        else:
            _print(opened, Answer.of(found), format)


def _text(sparql: str) -> str:
    """The query itself: the file's text where the word names one."""
    from verbale.errors import QueryFailed

    if "{" in sparql:
        return sparql
    path = Path(sparql)
    if not path.is_file():
        raise QueryFailed(f"{sparql}: neither a query nor a file; a query holds braces, a file ends in .rq")
    return path.read_text(encoding="utf-8")
