"""Proposals as JSON Lines, and decisions read back from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from verbale.errors import UnreadableDecisions
from verbale.identity.decisions import Decision
from verbale.identity.proposals import Proposal

__all__ = ["line", "read_decisions"]


def line(proposal: Proposal) -> str:
    """The proposal as one JSON object, with a ruling that is yet to be given."""
    return json.dumps(asdict(proposal) | {"ruling": None}, ensure_ascii=False)


def read_decisions(source: Path | TextIO, name: str, on: date | None = None, by: str = "") -> list[Decision]:
    """The decisions of JSON Lines: ``first``, ``second`` and a ``ruling``; lines without a ruling are left out.

    A line's own ``on`` and ``by`` come before those given. Raises UnreadableDecisions with the line.
    """
    found = []
    for number, text in _lines(source, name):
        try:
            told = json.loads(text)
            ruling = told.get("ruling")
            if ruling is not None:
                found.append(_decision(told, ruling, on, by))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableDecisions(
                f'{name}:{number}: {error}; a line is {{"first": IRI, "second": IRI, "ruling": "one" or "apart"}}'
            ) from error
    return found


def _decision(told: dict[str, Any], ruling: str, on: date | None, by: str) -> Decision:
    if ruling not in ("one", "apart"):
        raise ValueError(f"{ruling!r} is no ruling")
    first, second = told["first"], told["second"]
    if not all(isinstance(iri, str) and "://" in iri and not set(iri) & set('<>" ') for iri in (first, second)):
        raise ValueError("first and second are to be IRIs")
    day = told.get("on")
    return Decision.of(
        first,
        second,
        "one" if ruling == "one" else "apart",
        date.fromisoformat(day) if day else on,
        told.get("by") or by,
    )


def _lines(source: Path | TextIO, name: str) -> Iterator[tuple[int, str]]:
    try:
        text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableDecisions(f"{name} cannot be read ({error}): give a file of JSON Lines in UTF-8") from error
    return ((number, each) for number, each in enumerate(text.split("\n"), 1) if each.strip())
