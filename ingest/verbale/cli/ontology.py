"""``verbale ontology``: the terms, and their checks."""

import typer
from rich.markup import escape

from verbale.cli.screen import complain, console, show

__all__ = ["app"]

app = typer.Typer(help="Print the ontology's terms with their definitions, or check it.", invoke_without_command=True)


@app.callback()
def terms(context: typer.Context) -> None:
    """Print the ontology's terms with their definitions.

    Example: verbale ontology
    """
    if context.invoked_subcommand:
        return
    from verbale.graph.ontology import terms as all_terms

    show(
        ("term", "kind", "definition"),
        ((term.iri.rpartition("#")[2], term.kind, term.definition) for term in all_terms()),
    )


@app.command()
def check() -> None:
    """Reason over the ontology, try its shapes on the examples and counterexamples, run the hygiene queries.

    Example: verbale ontology check
    """
    from verbale.graph.ontology import check as checks

    failed = 0
    for outcome in checks():
        verdict = "[red]fails[/red]" if outcome.problems else "[green]holds[/green]"
        console.print(f"{verdict}  {outcome.name}: {escape(outcome.scope)}")
        for problem in outcome.problems:
            failed += 1
            complain(problem)
    if failed:
        raise typer.Exit(1)
