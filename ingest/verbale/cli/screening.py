"""The verb that looks for people and organisations on the sanctions lists in the store: ``screen``."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.articles import Failures
from verbale.cli.screen import DEFAULT_STORE, StoreOption, console, errors, show
from verbale.errors import UnknownName, UnreadableNames

if TYPE_CHECKING:
    from verbale.screening import Index, Result, Subject
    from verbale.store import Store

__all__ = ["screen"]

_COLUMNS = ("name", "verdict", "score", "entry", "listed as", "reasons")
_Pair = tuple[str, str]


def screen(
    file: Annotated[
        Path | None, typer.Argument(help="A CSV file with a column name, and birth_date, country, type where known.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    article: Annotated[str | None, typer.Option(help="Only those whom this article names.")] = None,
    name: Annotated[str | None, typer.Option(help="Only this name.")] = None,
    lists: Annotated[
        list[str] | None, typer.Option("--list", help="Only this list: un, ofac, eu, uk or ftm; may come again.")
    ] = None,
    format: Annotated[
        Literal["table", "json", "csv"], typer.Option("--format", "-f", help="json: an object a line.")
    ] = "table",
    confirm: Annotated[
        _Pair | None, typer.Option(metavar="ACTOR ENTRY", help="Keep that the actor is this entry.")
    ] = None,
    reject: Annotated[
        _Pair | None, typer.Option(metavar="ACTOR ENTRY", help="Keep that the actor is not this entry.")
    ] = None,
) -> None:
    """Match persons and organisations with the newest snapshot of each sanctions list in the store.

    Without FILE, --article or --name all those of the store are screened, and the matches are written into it
    as identities. What is for review needs a person's eye; --confirm and --reject keep what the eye saw.

    Example: verbale screen --name "Sergei Shoigu" --list eu

    Example: verbale screen customers.csv --format csv

    Example: verbale screen --confirm "Sergei Shoigu" ofac:35173
    """
    from verbale.graph import iris
    from verbale.screening import Subject, identities
    from verbale.screening.feedback import decided, screened
    from verbale.store import open_store

    if sum(option is not None for option in (file, article, name, confirm, reject)) > 1:
        raise typer.BadParameter("FILE, --article, --name, --confirm and --reject exclude each other")
    failures = Failures()
    everyone = file is None and article is None and name is None
    with open_store(store, writable=everyone) as opened:
        index = _index(opened, lists or ())
        if confirm or reject:
            _decide(opened, index, confirm, reject)
            return
        wanted = [Subject(name)] if name is not None else _subjects(opened, file, article, failures)
        rulings = decided(opened)
        found = [(subject, screened(index, subject, rulings)) for subject in wanted]
        if everyone:
            opened.replace(
                {
                    iris.DEFAULT_BASE + identities.GRAPH: identities.nquads(
                        one for _, results in found for one in results
                    )
                }
            )
    _print(found, format)
    failures.leave(len(found))


def _index(store: "Store", lists: Iterable[str]) -> "Index":
    """The newest snapshot of each list that is wanted. Raises UnknownName where the store has none."""
    from verbale import lists as kept
    from verbale.screening import Index

    newest = {held.name: held for held in kept.snapshots(store)}  # by day, the oldest first
    wanted = set(lists)
    if missing := sorted(wanted - set(newest)) or ([] if newest else ["sanctions"]):
        raise UnknownName(f"the store has no {missing[0]} list: take it in with `verbale lists import FILE`")
    chosen = [held for name, held in newest.items() if not wanted or name in wanted]
    return Index((held.name, kept.parties(store, held)) for held in chosen)


def _subjects(store: "Store", file: Path | None, article: str | None, failures: Failures) -> "Iterator[Subject]":
    from verbale.questions.names import article_graphs
    from verbale.screening.subjects import actors, rows

    if file is None:
        yield from actors(store, article_graphs(store, article) if article else ())
        return
    for row in rows(file):
        if isinstance(row, UnreadableNames):
            failures.add(row)
        else:
            yield row


def _decide(store: "Store", index: "Index", confirm: _Pair | None, reject: _Pair | None) -> None:
    from verbale.questions.names import named
    from verbale.questions.question import Parameter
    from verbale.screening.feedback import decide

    said = confirm or reject
    assert said
    index.entry(said[1])
    actor = named(store, Parameter("actor", "_actor_iri", "iri"), said[0]).value
    decide(store, actor, said[1], "one" if confirm else "apart", datetime.now(UTC).date())
    console.print(f"kept: {said[0]} {'is' if confirm else 'is not'} {said[1]}", soft_wrap=True)


def _print(found: "list[tuple[Subject, tuple[Result, ...]]]", format: str) -> None:
    """The results; who is on no list is a row of its own in json and csv, and counted in the table."""
    rows = [(subject, result) for subject, results in found for result in results or (None,)]
    if format == "json":
        for subject, result in rows:
            print(json.dumps(_told(subject, result), ensure_ascii=False))
        return
    cells = [_cells(subject, result) for subject, result in rows if result or format == "csv"]
    if format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([_COLUMNS, *cells])
        return
    if cells:
        show(_COLUMNS, cells)
    none = sum(not results for _, results in found)
    errors.print(f"{len(found)} screened, {none} of them without a match or a doubt")


def _cells(subject: "Subject", result: "Result | None") -> tuple[str, ...]:
    if result is None:
        return (subject.name, "no match", "", "", "", "")
    listed = result.party.names[0].text
    return (subject.name, result.verdict, f"{result.score:.2f}", result.entry, listed, "; ".join(result.reasons))


def _told(subject: "Subject", result: "Result | None") -> dict[str, object]:
    """A result as JSON has it; the listings with their authority, programme, reference and day."""
    about: dict[str, object] = {"name": subject.name, "actor": subject.id}
    if result is None:
        return about | {"verdict": "no match"}
    listings = [
        {
            "authority": listing.authority,
            "program": listing.program,
            "reference": listing.reference,
            "listed_on": listing.listed_on.words if listing.listed_on else None,
        }
        for listing in result.party.listings
    ]
    return about | {
        "verdict": result.verdict,
        "score": result.score,
        "entry": result.entry,
        "listed_as": result.party.names[0].text,
        "reasons": list(result.reasons),
        "listings": listings,
    }
