"""A saved question: a SPARQL file whose header says what it asks and what it wants to know.

The header is grlc's, lines that begin with ``#+``: ``summary: WORDS``, ``description: >`` with
indented lines, ``tags: [A, B]``, and the maps ``parameters:``, ``defaults:`` and ``ranges:``, one indented
line ``NAME: VALUE`` for each parameter. ``view:`` names the picture that suits the answer.

A parameter is a variable that begins with ``?_``; the last word of its name is its kind:
``?_actor_iri``, ``?_from_date``, ``?_km_number``, ``?_item_string``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from verbale.questions.tokens import tokens

__all__ = ["Kind", "Parameter", "Question", "Range", "View", "read"]

Kind = Literal["iri", "date", "number", "string"]
View = Literal["table", "network", "map", "timeline"]


class Range(NamedTuple):
    """The numbers that make sense for a parameter, both ends among them: ``0 to 100``, ``whole 1 to 3``."""

    least: float
    most: float
    whole: bool

    def holds(self, number: float) -> bool:
        """Whether the number is one of them."""
        return self.least <= number <= self.most and (not self.whole or number.is_integer())

    def __str__(self) -> str:
        """As a sentence tells it."""
        return f"a {'whole ' if self.whole else ''}number from {self.least:g} to {self.most:g}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to know; where no value is given, ``default`` holds, and without one, anything goes."""

    name: str  # as users write it: "actor", "from"
    variable: str  # "_actor_iri", without the question mark
    kind: Kind
    description: str = ""
    default: str | None = None
    range: Range | None = None  # of a number


@dataclass(frozen=True)
class Question:
    """A saved question, as its file gives it."""

    name: str
    path: Path
    summary: str
    description: str
    tags: tuple[str, ...]
    view: View
    parameters: tuple[Parameter, ...]
    sparql: str

    @property
    def subject(self) -> str:
        """The folder that the question lies in: "claims", "meetings"."""
        return self.path.parent.name

    @cached_property
    def defaults(self) -> Mapping[str, str]:
        """The values that hold where none is given, by the parameters' names."""
        return {parameter.name: parameter.default for parameter in self.parameters if parameter.default is not None}


def read(path: Path) -> Question:
    """The question that a ``.rq`` file holds; ValueError if its header names a parameter or a view that is none."""
    sparql = path.read_text(encoding="utf-8")
    header = _header(sparql)
    written = _text(header, "view") or "table"
    view: View | None = next((view for view in get_args(View) if view == written), None)
    if view is None:
        raise ValueError(f"{path}: no such view: {written}")
    return Question(
        name=path.stem,
        path=path,
        summary=_text(header, "summary"),
        description=_text(header, "description"),
        tags=tuple(tag.strip() for tag in _text(header, "tags").strip("[]").split(",") if tag.strip()),
        view=view,
        parameters=_parameters(path, sparql, header),
        sparql=sparql,
    )


def _header(sparql: str) -> dict[str, list[str]]:
    """The header's entries: the rest of the entry's line, then its indented lines."""
    entries: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in re.findall(r"^#\+ ?(.*)$", sparql, re.MULTILINE):
        if found := re.match(r"(\w+):\s*(.*)$", line):
            lines = entries.setdefault(found[1], [])
            lines.append(found[2].strip())
        else:
            lines.append(line.strip())
    return entries


def _text(header: Mapping[str, list[str]], entry: str) -> str:
    return " ".join(line for line in header.get(entry, ()) if line not in ("", ">"))


def _map(header: Mapping[str, list[str]], entry: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in header.get(entry, ()) if line)
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}


def _parameters(path: Path, sparql: str, header: Mapping[str, list[str]]) -> tuple[Parameter, ...]:
    descriptions, defaults, ranges = (_map(header, entry) for entry in ("parameters", "defaults", "ranges"))
    used = {token.text[1:]: None for token in tokens(sparql) if token.text.startswith("?_")}
    if unused := sorted((descriptions.keys() | defaults.keys() | ranges.keys()) - used.keys()):
        raise ValueError(f"{path}: the header names parameters that the query does not use: {', '.join(unused)}")
    # The header's order is the one in which a reader wants them; the query's is the engine's.
    order = [*descriptions, *(variable for variable in used if variable not in descriptions)]
    return tuple(
        _parameter(path, variable, descriptions.get(variable, ""), defaults.get(variable), ranges.get(variable))
        for variable in order
    )


def _parameter(path: Path, variable: str, description: str, default: str | None, allowed: str | None) -> Parameter:
    name, _, written = variable.removeprefix("_").rpartition("_")
    kind: Kind | None = next((kind for kind in get_args(Kind) if kind == written), None)
    if kind is None or not name:
        raise ValueError(f"{path}: ?{variable} does not end in a kind of value")
    found = re.fullmatch(r"(whole )?([\d.]+) to ([\d.]+)", allowed or "")
    if allowed is not None and (found is None or kind != "number"):
        raise ValueError(f"{path}: ?{variable} has no such range: {allowed}")
    span = Range(float(found[2]), float(found[3]), bool(found[1])) if found else None
    return Parameter(name.replace("_", "-"), variable, kind, description, default, span)
