"""What the verbs share: the store's option, tables, progress, and the way to say that something is wrong."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

__all__ = ["StoreOption", "complain", "console", "errors", "show"]

DEFAULT_STORE = "verbale.db"

StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        "-s",
        envvar="VERBALE_STORE",
        help="A directory, or the URL of a SPARQL endpoint.",
    ),
]

console = Console(highlight=False, soft_wrap=False)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def complain(message: str) -> None:
    """One line on standard error."""
    errors.print(f"[red]verbale:[/red] {escape(' '.join(message.split()))}")


def show(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """A readable table; without a terminal it is as wide as its words, so that nothing is cut off."""
    table = Table(title=title or None, title_justify="left", header_style="bold", show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    if sys.stdout.isatty():
        console.print(table)
    else:
        Console(highlight=False, width=160).print(table)
