"""The verb that decides who is one with whom: ``resolve``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.padding import Padding

from verbale.cli.screen import DEFAULT_STORE, StoreOption, console

if TYPE_CHECKING:
    from verbale.identity import Decision, Proposal
    from verbale.store import Store

__all__ = ["resolve"]

Pair = tuple[str, str]


def resolve(
    store: StoreOption = DEFAULT_STORE,
    accept: Annotated[
        Pair | None, typer.Option(metavar="A B", help="They are one: names of the store, or IRIs.")
    ] = None,
    refuse: Annotated[Pair | None, typer.Option(metavar="A B", help="Keep them apart.")] = None,
    undo: Annotated[Pair | None, typer.Option(metavar="A B", help="Take back what was decided of them.")] = None,
    decisions: Annotated[
        Path | None,
        typer.Option("--from", help="Decide as a file says: lines of --json with a ruling, - for standard input."),
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day of the decision, YYYY-MM-DD.")] = None,
    by: Annotated[str, typer.Option(help="Who decides.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Proposals as JSON Lines.")] = False,
) -> None:
    """Propose which actors may be one, with the passages; accept, refuse, or take a decision back.

    All graphs follow a decision, also those of articles that are taken in later. With no option
    the pairs that may be one are listed, the likeliest first. In a file each line is a proposal's
    with "ruling": "one", "apart", or null for undecided.

    Example: verbale resolve --json > pairs.jsonl

    Example: verbale resolve --accept "Sergei Lavrov" "Sergey Lavrov" --on 2024-05-02

    Example: verbale resolve --from pairs.jsonl
    """
    from verbale.identity import decide, proposals
    from verbale.identity import undo as take_back
    from verbale.store import open_store

    asked = [value for value in (accept, refuse, undo, decisions) if value is not None]
    if len(asked) > 1:
        raise typer.BadParameter("one of --accept, --refuse, --undo and --from at a time")
    day = _day(on)
    with open_store(store, writable=bool(asked)) as opened:
        if not asked:
            _tell(proposals(opened), as_json=as_json)
            return
        if undo:
            changed = take_back(opened, _decided_on(opened, undo))
        else:
            changed = decide(opened, _decided(opened, accept, refuse, decisions, day, by))
    console.print(f"decided; {changed} graph{'' if changed == 1 else 's'} changed", soft_wrap=True)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise typer.BadParameter(f"--on {value}: a day is written YYYY-MM-DD") from error


def _decided(
    store: Store, accept: Pair | None, refuse: Pair | None, file: Path | None, day: date | None, by: str
) -> list[Decision]:
    from verbale.identity import Decision
    from verbale.identity.exchange import read_decisions

    if file:
        name = "standard input" if str(file) == "-" else str(file)
        return read_decisions(sys.stdin if str(file) == "-" else file, name, day, by)
    pair = _nodes(store, accept or refuse or ("", ""))
    return [Decision.of(*pair, "one" if accept else "apart", day, by)]


def _nodes(store: Store, pair: Pair) -> Pair:
    """The IRIs that two names mean; an IRI means itself, though another may stand for it."""
    from verbale.questions.names import named
    from verbale.questions.question import Parameter

    parameter = Parameter("actor", "_actor_iri", "iri")
    first, second = (value if "://" in value else named(store, parameter, value).value for value in pair)
    return first, second


def _decided_on(store: Store, pair: Pair) -> Pair:
    """The IRIs of two nodes that were decided about, by the names that they had then."""
    from verbale.identity.decisions import ledger

    names = ledger(store).names
    found = []
    for value in pair:
        bearers = [iri for iri, name in names.items() if value in (iri, name)]
        found.append(bearers[0] if len(bearers) == 1 else _nodes(store, (value, value))[0])
    return found[0], found[1]


def _tell(found: list[Proposal], *, as_json: bool) -> None:
    from verbale.identity.exchange import line

    if as_json:
        for proposal in found:
            print(line(proposal))
        return
    for proposal in found:
        console.print(f"[bold]{proposal.score:.2f}[/bold]  {proposal.type}: {escape('; '.join(proposal.reasons))}")
        for iri, name, passage in zip(
            (proposal.first, proposal.second), proposal.names, proposal.passages, strict=True
        ):
            console.print(f"  [bold]{escape(name)}[/bold]  <{escape(iri)}>", soft_wrap=True)
            console.print(Padding(escape(passage), (0, 0, 0, 6)))
    pairs = "1 pair" if len(found) == 1 else f"{len(found)} pairs"
    console.print(f"{pairs} may be one: decide with --accept, --refuse or --from", soft_wrap=True)
