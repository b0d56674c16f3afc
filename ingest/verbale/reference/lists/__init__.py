"""Official sanctions lists: which list a file is, by its content, and its parties one by one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from verbale.errors import UnreadableList
from verbale.listed import ListName, Snapshot
from verbale.reference.lists import eu, ftm, ofac, un
from verbale.reference.lists.table import first_row
from verbale.reference.lists.xml import root_name

__all__ = ["snapshot"]

_WHAT = "a UN list in XML, OFAC's CSV files, EU listings in CSV, or FollowTheMoney entities as JSON lines"


def snapshot(paths: Sequence[Path], published: date | None = None, of: ListName | None = None) -> Snapshot:
    """The list that the files are, of the day that they tell or that is given.

    A list of several files is given as all of them, or as their folder. ``of`` says which list it
    should be. Its parties are read as they are asked for. Raises UnreadableList, then too.
    """
    files = [file for path in paths for file in _files(path)]
    if not files:
        raise UnreadableList(f"{paths[0]}: an empty folder; give {_WHAT}")
    found = _recognised(files, published)
    if of is not None and found.name != of:
        raise UnreadableList(f"{files[0]}: is the list {found.name}, not {of}")
    return found


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
    return [path]


def _recognised(files: Sequence[Path], published: date | None) -> Snapshot:
    kinds = {_kind(file): file for file in files}
    alone = kinds.keys() if len(files) == 1 else ()
    if kinds.keys() == {"celex"}:
        return eu.journal(files, published)
    if "sdn" in kinds and kinds.keys() <= ofac.CELLS.keys() and len(kinds) == len(files):
        return ofac.snapshot(ofac.Files(**kinds), published)
    if un.ROOT in alone:
        return un.snapshot(files[0], published)
    if "ftm" in alone:
        return ftm.snapshot(files[0], published)
    beside = " with the files beside it" if len(files) > 1 else ""
    raise UnreadableList(f"{files[0]}: is no list that verbale knows{beside}; give {_WHAT}")


def _kind(path: Path) -> str:
    """What a file is by its first bytes: the root of XML, a kind of table, "ftm"; empty where it is none of these."""
    try:
        with path.open("rb") as file:
            start = file.read(4096).lstrip(b"\xef\xbb\xbf \r\n\t")
    except OSError as error:
        raise UnreadableList(f"{path}: {error.strerror or error}; check the path") from error
    if not start:
        raise UnreadableList(f"{path}: empty; give {_WHAT}")
    if start.startswith(b"<"):
        return root_name(path)
    if start.startswith(b"{"):
        return "ftm"
    row = first_row(path)
    if row[:1] == ["celex"]:
        return "celex"
    by_cells = {cells: kind for kind, cells in ofac.CELLS.items()}
    number = row[:1] == ["ID"] or (bool(row) and row[0].isdigit())
    return by_cells.get(len(row), "") if number else ""
