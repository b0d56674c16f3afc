"""A module imports only from floors below its own; stages never import each other."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "ingest" / "verbale"
FLOORS = (
    {"distance", "errors", "listed", "model", "resources"},
    {"vocab"},
    {"entities", "events", "graph", "reference", "store", "text"},
    {"identity"},
    {"evaluation", "lists", "pipeline", "questions", "screening"},
    {"cli"},
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms of verbale that a module imports, at any depth of its code."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names = [node.module] if node.module != "verbale" else [f"verbale.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name and name.startswith("verbale.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_floors_below_its_own(path: Path) -> None:
    here = room(path)
    assert here in FLOOR, f"{here} stands on no floor"
    above = {other for other in imported_rooms(path) - {here} if FLOOR[other] >= FLOOR[here]}
    assert not above, f"{here} imports {', '.join(sorted(above))}"


def test_the_judge_sees_an_import_from_above(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("def f():\n    from verbale import cli\n    import verbale.store.remote\n")
    assert imported_rooms(bad) == {"cli", "store"}
