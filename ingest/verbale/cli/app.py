"""The verbs together, and the one place where an error becomes a line and an exit code."""

import os
import sys

import typer

from verbale.cli import articles, asking, graphs, lists, measuring, ontology, resolving, screening
from verbale.cli.screen import PLAIN, complain
from verbale.errors import BadValue, UnknownQuestion, VerbaleError

__all__ = ["app", "main"]

app = typer.Typer(
    name="verbale",
    help="Reads news into an RDF graph of claims, and answers questions over it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    epilog="Start with: verbale ingest article.txt, then: verbale ask who-met-whom",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(articles.ingest)
app.command()(articles.facts)
app.command()(measuring.evaluate)
app.command(context_settings=asking.ANY_OPTION, add_help_option=False)(asking.ask)
app.command()(asking.questions)
app.command()(asking.query)
app.command(context_settings=graphs.ANY_OPTION)(graphs.export)
app.command()(graphs.load)
app.command()(graphs.push)
app.command()(resolving.resolve)
app.command()(screening.screen)
app.add_typer(lists.app, name="lists")
app.add_typer(ontology.app, name="ontology")


@app.callback(invoke_without_command=True)
def _about(version: bool = typer.Option(False, "--version", help="Print the version and leave.")) -> None:
    if version:
        from importlib.metadata import version as installed

        print(f"verbale {installed('verbale')}")
        raise typer.Exit


def main() -> None:
    """Run the command line; exit with 0, with 1 after an error of the data, with 2 after wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if PLAIN:
        from typer import rich_utils

        rich_utils.COLOR_SYSTEM = None
    try:
        try:
            app()
        finally:  # what cannot be written is told here, not by Python on its way out
            sys.stdout.flush()
    except (BadValue, UnknownQuestion) as error:
        complain(str(error))
        sys.exit(2)
    except VerbaleError as error:
        complain(str(error))
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has left: nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        complain(f"{error.strerror or error}: make room, or write somewhere else")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        complain("stopped; every article that was reported is in the store, whole")
        sys.exit(130)
