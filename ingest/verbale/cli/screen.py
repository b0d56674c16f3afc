"""What the verbs share: the store's option, tables, progress, and the way to say that something is wrong."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

__all__ = ["PLAIN", "StoreOption", "complain", "console", "errors", "show"]

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

PLAIN = bool(os.environ.get("NO_COLOR"))
"""Whether the user wants neither colours nor bold (https://no-color.org)."""

_COLORS: Literal["auto"] | None = None if PLAIN else "auto"
_PAPER = 160  # columns where there is no screen
_GAP = 3  # columns between two columns' words

console = Console(highlight=False, soft_wrap=False, color_system=_COLORS)
errors = Console(stderr=True, highlight=False, soft_wrap=True, color_system=_COLORS)


def complain(message: str) -> None:
    """One line on standard error."""
    errors.print(f"[red]verbale:[/red] {escape(' '.join(message.split()))}")


def show(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A readable table, in which no word is broken; a screen too narrow for that gets a paragraph for each row."""
    listed = [tuple(row) for row in rows]
    lines = [columns, *listed]
    words = [max(len(word) for line in lines for word in ["", *line[i].split()]) for i in range(len(columns))]
    width = console.width if sys.stdout.isatty() else max(_PAPER, _table_width(words))
    out = Console(highlight=False, width=width, color_system=_COLORS)
    if _table_width(words) > width:
        for row in listed:
            out.print(_paragraph(columns, row))
        return
    table = Table(header_style="bold", show_edge=False, pad_edge=False)
    natural = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    for column, wide in zip(columns, _fitted(natural, words, width), strict=True):
        table.add_column(column, width=wide, overflow="fold")
    for row in listed:
        table.add_row(*(escape(cell) for cell in row))
    out.print(table)


def _table_width(columns: Sequence[int]) -> int:
    return sum(columns) + _GAP * (len(columns) - 1)


def _fitted(natural: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """The columns' widths: the widest give way first, none below its longest word."""
    fitted = list(natural)
    while _table_width(fitted) > width:
        widest = max((i for i in range(len(fitted)) if fitted[i] > least[i]), key=lambda i: fitted[i])
        fitted[widest] -= 1
    return fitted


def _paragraph(columns: Sequence[str], row: Sequence[str]) -> Text:
    """What a row holds, a line for each column that holds something."""
    told = [(column, cell) for column, cell in zip(columns, row, strict=True) if cell]
    return (
        Text("\n").join(Text.assemble((column, "bold"), ("  " if column else ""), cell) for column, cell in told) + "\n"
    )
