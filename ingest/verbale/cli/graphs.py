"""Verbs that move graphs: ``export``, ``load`` and ``push``."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from verbale.cli.asking import parameters
from verbale.cli.screen import DEFAULT_STORE, StoreOption, console

__all__ = ["ANY_OPTION", "export", "load", "push"]

ANY_OPTION = {"allow_extra_args": True, "ignore_unknown_options": True}
"""A question's parameters are options that only its file knows."""

Format = Annotated[
    Literal["turtle", "trig", "nquads", "ntriples", "jsonld"],
    typer.Option("--format", "-f", help="Turtle and N-Triples hold the union of the graphs, the others name them."),
]


def export(
    context: typer.Context,
    format: Format = "turtle",
    store: StoreOption = DEFAULT_STORE,
    article: Annotated[str | None, typer.Option(help="Only this article: its name, headline or IRI.")] = None,
    question: Annotated[
        str | None,
        typer.Option(help="Only what answers this saved question, with its words; the question's options can follow."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file, in place of standard output.")] = None,
) -> None:
    """Write the store, an article's graph or a question's evidence, sorted and stable.

    Example: verbale export --format turtle --article summit > summit.ttl

    Example: verbale export --question who-met-whom --actor "Angela Merkel"
    """
    from verbale.graph.serialise import quads_text, triples_text
    from verbale.questions import answer, saved
    from verbale.questions.answers import evidence
    from verbale.questions.names import article_graphs
    from verbale.store import open_store

    if article and question:
        raise typer.BadParameter("--article and --question exclude each other")
    if context.args and not question:
        raise typer.BadParameter(f"{context.args[0]}: no such option; a question's own options go with --question")
    asked = saved(question) if question else None
    values = parameters(asked, context.args) if asked else {}
    with open_store(store) as opened:
        if asked:
            text = triples_text(evidence(opened, answer(opened, asked, values)), format)
        elif article:
            graphs = article_graphs(opened, article)
            text = quads_text((quad for graph in graphs for quad in opened.quads(graph)), format)
        else:
            text = quads_text(opened.quads(), format)
    if output is None:
        sys.stdout.write(text)
    else:
        _write(output, text)
        console.print(f"written to {output}", soft_wrap=True)


def _write(path: Path, text: str) -> None:
    """Write the file so that it is never seen half written."""
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise typer.BadParameter(f"{path} can't be written: {error.strerror}") from error


def load(
    files: Annotated[list[Path], typer.Argument(help="Turtle, TriG, N-Quads, N-Triples, JSON-LD or RDF/XML.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take RDF files into the store: all of them, or none where one is broken.

    Example: verbale load graph.trig listings.ttl
    """
    from verbale.graph.iris import DEFAULT_BASE
    from verbale.identity import followed
    from verbale.store import open_store, read_graphs

    found = read_graphs(files, DEFAULT_BASE)
    with open_store(store, writable=True) as opened:
        opened.replace(followed(opened, found))
    quads = sum(text.count("\n") for text in found.values())
    console.print(f"{quads} quads in {len(found)} graphs loaded into {store}", soft_wrap=True)


def push(
    url: Annotated[str, typer.Argument(help="The remote store's SPARQL endpoint.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Send the store to a remote SPARQL endpoint, graph by graph; graphs of the same names are replaced.

    Example: verbale push http://127.0.0.1:7878/
    """
    from verbale.store import open_store
    from verbale.store import push as send

    with open_store(store) as opened:
        sent = send(opened, url)
    console.print(f"{sent.quads} quads in {sent.graphs} graphs sent", soft_wrap=True)
