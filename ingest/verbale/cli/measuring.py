"""``verbale evaluate``: how good the reading is, on articles whose facts people wrote down."""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.articles import Failures, ReaderOption, told
from verbale.cli.screen import complain, console, show
from verbale.errors import UnreadableFacts, VerbaleError

if TYPE_CHECKING:
    from verbale.evaluation import Comparison, Error, Facts, Figure
    from verbale.model import Document

__all__ = ["evaluate"]

Format = Annotated[
    Literal["table", "json", "csv"], typer.Option("--format", "-f", help="How to print the figures or errors.")
]


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of articles, NAME.txt, and their gold facts, NAME.json.")],
    facts: Annotated[
        Path | None, typer.Option(help="Compare the facts files of this folder, NAME.json, in place of reading.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Print what went wrong, by kind and cause.")] = False,
    format: Format = "table",
    reader: ReaderOption = "full",
) -> None:
    """Read articles and compare what was found with the facts that people wrote down.

    Example: verbale evaluate my-articles/ --errors
    """
    from verbale import evaluation

    failures = Failures()
    annotated = _annotated(gold, failures)
    failures.leave(0)  # figures over a part of the files would be taken for figures over all
    compared = list(_written(annotated, facts) if facts else _read(annotated, failures, reader))
    if errors:
        _print_errors(evaluation.errors(compared), format)
    else:
        _print_figures(evaluation.figures(compared), len(compared), format)
    failures.leave(len(compared) - len(failures.messages))


def _annotated(folder: Path, failures: Failures) -> "list[tuple[Document, Facts]]":
    """The articles with their gold facts; what is wrong with a pair of files goes to the failures."""
    files = sorted(folder.glob("*.json"))
    if not files:
        what = "no gold file" if folder.is_dir() else "no such folder"
        raise UnreadableFacts(f"{folder}: {what}: name a folder of articles, NAME.txt, with gold files, NAME.json")
    found = []
    for file in files:
        try:
            found.append(_pair(file))
        except VerbaleError as error:
            failures.add(error)
    return found


def _pair(file: Path) -> "tuple[Document, Facts]":
    """A gold file's article and facts, checked against each other."""
    from verbale.evaluation import problems, read_facts
    from verbale.text.readers import read

    text = file.with_suffix(".txt")
    if not text.is_file():
        raise UnreadableFacts(f"{file}: no article beside it: put the article into {text.name}, or remove the file")
    (document,) = read(text)
    if isinstance(document, VerbaleError):
        raise document
    facts = read_facts(file)
    said = "\n".join((document.headline, document.publisher, document.text))
    wrong = list(problems(facts, said))
    if wrong:
        more = f" (and {len(wrong) - 1} more in this file)" if len(wrong) > 1 else ""
        raise UnreadableFacts(f"{file}: {wrong[0]}{more}")
    return document, facts


def _read(
    annotated: "Sequence[tuple[Document, Facts]]", failures: Failures, reader: Literal["full", "fast"]
) -> "Iterator[Comparison]":
    """The comparisons with what is read now; an article that yields no graph counts as one without facts."""
    from verbale.evaluation import Facts, compare, facts_from

    found = {
        document.name: facts for document, facts in told((document for document, _ in annotated), failures, reader)
    }
    for document, gold in annotated:
        facts = facts_from(found[document.name], document.name) if document.name in found else Facts()
        yield compare(document.name, gold, facts)


def _written(annotated: "Sequence[tuple[Document, Facts]]", folder: Path) -> "Iterator[Comparison]":
    """The comparisons with facts files; a missing one counts as one without facts, and is named."""
    from verbale.evaluation import Facts, compare, read_facts

    files = {document.name: folder / f"{document.name}.json" for document, _ in annotated}
    missing = [name for name, file in files.items() if not file.is_file()]
    if len(missing) == len(files):
        raise UnreadableFacts(f"{folder}: no facts file of these articles: make them with verbale facts --out {folder}")
    if missing:
        complain(f"without a facts file, counted as empty: {', '.join(missing)}")
    for document, gold in annotated:
        file = files[document.name]
        yield compare(document.name, gold, read_facts(file) if file.is_file() else Facts())


def _print_figures(figures: "Sequence[Figure]", articles: int, format: str) -> None:
    def rounded(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}"

    if format == "json":
        print(json.dumps({figure.name: _values(figure) for figure in figures}, indent=1))
        return
    columns = ("figure", "precision", "recall", "f1", "accuracy", "n")
    rows = [
        (f.name, rounded(f.precision), rounded(f.recall), rounded(f.f1), rounded(f.accuracy), str(f.cases))
        for f in figures
    ]
    if format == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([columns, *rows])
        return
    console.print("1 article" if articles == 1 else f"{articles} articles")
    show(columns, rows)


def _values(figure: "Figure") -> dict[str, float]:
    """What was measured, to three digits, and of how many."""
    measured = {name: getattr(figure, name) for name in ("precision", "recall", "f1", "accuracy")}
    return {name: round(value, 3) for name, value in measured.items() if value is not None} | {"n": figure.cases}


def _print_errors(errors: "Sequence[Error]", format: str) -> None:
    columns = ("kind", "type", "cause", "article", "what", "words")
    if format == "json":
        print(json.dumps([error._asdict() for error in errors], ensure_ascii=False, indent=1))
        return
    if format == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([columns, *errors])
        return
    if not errors:
        console.print("nothing is otherwise than in the gold files")
        return
    kinds = list(dict.fromkeys(error.kind for error in errors))
    causes = Counter((error.kind, error.cause) for error in errors).most_common()
    causes.sort(key=lambda counted: kinds.index(counted[0][0]))  # within a kind the commonest stays first
    show(("kind", "cause", "n"), [(kind, cause, str(number)) for (kind, cause), number in causes])
    for kind in kinds:
        console.print()
        console.print(f"[bold]{kind}[/bold]")
        show(columns[1:], [error[1:] for error in errors if error.kind == kind])
