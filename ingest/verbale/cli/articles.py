"""Verbs that read articles: ``ingest`` and ``facts``."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from verbale.cli.screen import DEFAULT_STORE, StoreOption, complain, console, errors, show
from verbale.errors import VerbaleError

if TYPE_CHECKING:
    from verbale.model import Document, Reading
    from verbale.pipeline import Taken

__all__ = ["Failures", "ReaderOption", "facts", "ingest", "told"]

Sources = Annotated[
    list[str],
    typer.Argument(help="Files or folders of plain text, HTML or JSON Lines; - for standard input.", metavar="PATH..."),
]

ReaderOption = Annotated[
    Literal["full", "fast"],
    typer.Option("--reader", help="full: by frames and the trained network; fast: by frames alone, at half the cost."),
]


class Failures:
    """What could not be taken in, reported at the end so that it is not lost among the rest."""

    def __init__(self) -> None:
        """Nothing has failed yet."""
        self.messages: list[str] = []

    def add(self, error: VerbaleError) -> None:
        """Remember it."""
        self.messages.append(str(error))

    def leave(self, taken: int) -> None:
        """Say what failed and leave with 1, if anything did."""
        if not self.messages:
            return
        for message in self.messages:
            complain(message)
        if taken or len(self.messages) > 1:
            complain(f"{len(self.messages)} not read, {taken} read")
        raise typer.Exit(1)


def _documents(paths: list[str], failures: Failures) -> "Iterator[Document]":
    from verbale.text.readers import read

    for path in paths:
        for found in read(path):
            if isinstance(found, VerbaleError):
                failures.add(found)
            else:
                yield found


def _progress() -> Progress:
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    return Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)


def ingest(
    paths: Sources,
    store: StoreOption = DEFAULT_STORE,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", help="How to print what was found.")
    ] = "table",
    reader: ReaderOption = "full",
) -> None:
    """Read articles into the store, one named graph each; an article that comes again is replaced.

    Example: verbale ingest article.html folder/ rows.jsonl
    """
    from verbale import pipeline
    from verbale.store import open_store

    failures, count = Failures(), 0
    documents = _documents(paths, failures)
    first = next(documents, None)
    if first is None:  # nothing to take in: make no store
        failures.leave(0)
        return
    with open_store(store, writable=True) as opened, _progress() as progress:
        task = progress.add_task("reading")
        for taken in pipeline.ingest(chain([first], documents), opened, failed=failures.add, reader=reader):
            count += 1
            progress.update(task, description=f"{count} read, the last: {taken.reading.document.name}")
            _tell(taken, format)
    if format == "table" and count > 1:
        console.print(f"{count} articles in {store}")
    failures.leave(count)


def _tell(taken: "Taken", format: str) -> None:
    """Print what was found in one article."""
    reading = taken.reading
    actors = [entity for entity in reading.entities if entity.id.startswith("actor/") and entity.mentions]
    places = [entity for entity in reading.entities if entity.id.startswith("place/") and entity.mentions]
    counts = {
        "actors": len(actors),
        "places": len(places),
        "posts": len(reading.tenures),
        "events": len(reading.events),
        "speech": len(reading.speech),
        "claims": len(reading.claims),
    }
    if format == "json":
        print(json.dumps({"article": reading.document.name, "graph": taken.graph} | counts, ensure_ascii=False))
        return
    listed = ", ".join(f"{number} {name}" for name, number in counts.items())
    console.print(f"[bold]{reading.document.name}[/bold]: {listed}", soft_wrap=True)
    rows = list(_events(reading))
    if rows:
        show(("event", "who", "where", "when", "held", "words"), rows)


def _events(reading: "Reading") -> "Iterator[tuple[str, ...]]":
    """A row for each event, with how it is held: by the article itself, or by whom else."""
    from verbale.graph import iris

    names = {entity.id: entity.name for entity in reading.entities}
    for event in reading.events:
        held = [
            f"{claim.stance} by {names[claim.claimant]}" if claim.claimant else claim.stance
            for claim in reading.claims
            if claim.situation == event.id
        ]
        span = event.evidence[0]
        yield (
            event.type,
            "; ".join(f"{role} {', '.join(names[i] for i in ids)}" for role, ids in event.roles.items() if ids),
            names[event.place] if event.place else "",
            iris.date(event.starts).removeprefix("date/") if event.starts else "",
            ", ".join(dict.fromkeys(held)),
            reading.document.text[span.start : span.end],
        )


def facts(
    paths: Sources,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write NAME.json for each article into this folder.")
    ] = None,
    reader: ReaderOption = "full",
) -> None:
    """Print what articles say as one JSON object each, computed from the graph by saved questions.

    Example: verbale facts articles/ --out facts/
    """
    failures, count = Failures(), 0
    if out:
        out.mkdir(parents=True, exist_ok=True)
    for document, found in told(_documents(paths, failures), failures, reader):
        count += 1
        if out:
            target = out / f"{document.name.replace('/', '-')}.json"
            target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        else:
            print(json.dumps(found, ensure_ascii=False))
    failures.leave(count)


def told(
    documents: "Iterable[Document]", failures: Failures, reader: Literal["full", "fast"]
) -> "Iterator[tuple[Document, dict[str, Any]]]":
    """The facts of each article, computed from its graph, with progress on a terminal."""
    from verbale import pipeline
    from verbale.questions.facts import facts
    from verbale.store import memory

    with _progress() as progress:
        task = progress.add_task("reading")
        for count, document in enumerate(documents, 1):
            with memory() as store:
                for taken in pipeline.ingest([document], store, failed=failures.add, reader=reader):
                    progress.update(task, description=f"{count} read, the last: {document.name}")
                    yield document, facts(store, taken.article)
