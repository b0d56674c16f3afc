"""Where the ontology and the saved questions are: inside the wheel, else in the checkout."""

from pathlib import Path

__all__ = ["ontology", "queries"]

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _CHECKOUT / name


def ontology() -> Path:
    """The folder of the ontology's files."""
    return _folder("ontology")


def queries() -> Path:
    """The folder of the saved questions, one ``.rq`` file each, in folders by subject."""
    return _folder("queries")
