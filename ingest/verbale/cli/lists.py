"""``verbale lists``: sanctions lists in the store, taken in, shown and compared."""

import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from verbale.cli.screen import DEFAULT_STORE, StoreOption, console, errors, show

__all__ = ["app"]

app = typer.Typer(help="Sanctions lists: take them in, show them, compare them.", no_args_is_help=True)

ListOption = Annotated[
    Literal["un", "ofac", "eu", "uk", "ftm"] | None, typer.Option("--list", "-l", help="Which list it is.")
]
Format = Annotated[Literal["table", "json", "csv"], typer.Option("--format", "-f", help="How to print the rows.")]


@app.command("import")
def take(
    files: Annotated[list[Path], typer.Argument(help="The list's file, or all its files, or their folder.")],
    list_: ListOption = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of publication, where no file tells it.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a list in as the snapshot of its day: UN XML, OFAC's CSV files, EU listings in CSV, FollowTheMoney.

    The format is told by the content. Earlier snapshots stay; a damaged file changes nothing.

    Example: verbale lists import consolidated.xml

    Example: verbale lists import sdn.csv alt.csv add.csv sdn_comments.csv --date 2026-11-20
    """
    from verbale import lists
    from verbale.store import open_store

    published = _day(day)
    with open_store(store, writable=True) as opened, _counting() as progress:
        held = lists.imported(opened, files, published, list_, progress=progress)
    for note in held.notes:
        errors.print(f"note: {note}", markup=False)
    console.print(f"{held.name} list of {held.published}: {held.parties:,} parties", soft_wrap=True)


@app.command("show")
def show_(store: StoreOption = DEFAULT_STORE, format: Format = "table") -> None:
    """Print the snapshots that the store holds.

    Example: verbale lists show
    """
    from verbale import lists
    from verbale.store import open_store

    with open_store(store) as opened:
        found = lists.snapshots(opened)
    _print(
        ("list", "published", "parties"), [(one.name, str(one.published), str(one.parties)) for one in found], format
    )


@app.command()
def diff(
    list_: Annotated[Literal["un", "ofac", "eu", "uk", "ftm"], typer.Option("--list", "-l", help="Which list.")],
    old: Annotated[str | None, typer.Argument(metavar="[OLD]", help="Its day; without it the one before NEW.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="[NEW]", help="Its day; without it the latest.")] = None,
    store: StoreOption = DEFAULT_STORE,
    format: Format = "table",
) -> None:
    """Print what differs between two snapshots of a list: parties added, removed, and fields changed.

    Example: verbale lists diff --list un 2026-01-31 2026-02-27
    """
    from verbale import lists
    from verbale.store import open_store

    with open_store(store) as opened:
        newer = lists.held(opened, list_, _day(new))
        older = lists.held(opened, list_, _day(old), before=None if old else newer.published)
        found = lists.difference(opened, older, newer)
    rows = [(one.id, one.name, one.change, one.before, one.after) for one in found]
    _print(("number", "name", "change", "before", "after"), rows, format)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise typer.BadParameter(f"{words} is no day; write it as YYYY-MM-DD") from error


@contextmanager
def _counting() -> Iterator[Callable[[int], None]]:
    """Tell how many parties were read, on a terminal."""
    if not errors.is_terminal:
        yield lambda count: None
        return
    with errors.status("reading the list") as status:
        yield lambda count: status.update(f"{count:,} parties") if count % 100 == 0 else None


def _print(columns: Sequence[str], rows: Sequence[Sequence[str]], format: str) -> None:
    if format == "table":
        show(columns, rows)
    elif format == "json":
        print(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
    else:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([columns, *rows])
