"""Rewrites the tables of docs/figures.md: ``python scripts/figures.py LABEL=GOLD_DIR=FACTS_DIR...``.

Each is a column: the articles and gold facts of GOLD_DIR, compared by ``verbale evaluate`` with the facts that
``verbale facts`` or ``training.crossing`` wrote into FACTS_DIR. What stands between the page's two markers is replaced.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "figures.md"
BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"
VERBALE = Path(sys.executable).with_name("verbale")

Figures = dict[str, dict[str, float]]


def measure(gold: str, facts: str) -> tuple[Figures, list[dict[str, str]]]:
    """The figures and the errors of facts over a folder."""

    def evaluate(*options: str) -> Any:
        command = [VERBALE, "evaluate", gold, "--facts", facts, "--format", "json", *options]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return evaluate(), evaluate("--errors")


def cell(figure: dict[str, float] | None) -> str:
    """Precision, recall and F1, or the accuracy, with the number of cases; three digits of few cases tell no more."""
    if figure is None:
        return "none"
    measured = [figure[name] for name in ("precision", "recall", "f1", "accuracy") if name in figure]
    return f"{' / '.join(f'{value:.3f}' for value in measured)} ({figure['n']:.0f})"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def tables(columns: list[tuple[str, str, str]]) -> str:
    """The three tables: kinds of facts, types of event, causes of errors."""
    measured = [measure(gold, facts) for _, gold, facts in columns]
    heads = [label for label, _, _ in columns]
    names = list(dict.fromkeys(name for figures, _ in measured for name in figures))
    typed = [name for name in names if name.startswith("event ") and name.removeprefix("event ")[0].isupper()]
    rows = [[name, *(cell(figures.get(name)) for figures, _ in measured)] for name in names if name not in typed]
    types = [
        [name.removeprefix("event "), *(cell(figures.get(name)) for figures, _ in measured)] for name in sorted(typed)
    ]
    return (
        "### Kinds of facts\n\nPrecision / recall / F1 (how many gold has), or accuracy (how many were judged).\n\n"
        f"{table(['', *heads], rows)}\n### Types of event\n\n{table(['', *heads], types)}\n"
        f"### What went wrong, how often\n\n{table(['', 'cause', *heads], causes([found for _, found in measured]))}"
    )


def causes(measured: list[list[dict[str, str]]]) -> list[list[str]]:
    """A row for each kind of error and cause; what is taken for what counts as one cause."""
    counted = [Counter((error["kind"], common(error["cause"])) for error in errors) for errors in measured]
    kinds = list(dict.fromkeys(error["kind"] for errors in measured for error in errors))
    pairs = sorted({pair for count in counted for pair in count})
    pairs.sort(key=lambda pair: (kinds.index(pair[0]), -sum(count[pair] for count in counted)))
    return [[*pair, *(str(count[pair]) for count in counted)] for pair in pairs]


def common(cause: str) -> str:
    """The cause without the type, act, status or country that it names."""
    if " in place of " in cause:
        return "another in its place"
    if cause.startswith("taken for "):
        return "taken for another"
    if cause.endswith(" in gold") and cause.count(" ") == 2 and not cause.startswith("not"):
        return "another act in gold"
    return (
        f"another type at the same words{cause.partition(' at the same words')[2]}"
        if " at the same" in cause
        else cause
    )


def main() -> None:
    """Measure, and put the tables into the page."""
    columns = [tuple(column.split("=")) for column in sys.argv[1:]]
    if not columns or any(len(column) != 3 for column in columns):
        sys.exit("usage: python scripts/figures.py LABEL=GOLD_DIR=FACTS_DIR...")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{tables(columns)}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
