"""XML lists, element by element: memory stays flat, and nothing outside the file is looked at."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from verbale.errors import UnreadableList

__all__ = ["elements", "root_attributes", "root_name"]

# Entities could expand without end, or name files: they are refused, not resolved.
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def root_name(path: Path) -> str:
    """The local name of the root element."""
    return str(etree.QName(_root(path).tag).localname)


def root_attributes(path: Path) -> dict[str, str]:
    """The attributes of the root element."""
    return {str(name): str(value) for name, value in _root(path).attrib.items()}


def elements(path: Path, tags: Sequence[str]) -> Iterator[etree._Element]:
    """The elements of these local names, each forgotten when the next is asked for.

    Raises UnreadableList with line and column where the file is cut short, not well-formed or declares entities.
    """
    names = [f"{{*}}{tag}" for tag in tags]
    with _opened(path) as file:
        try:
            for _, element in etree.iterparse(file, events=("end",), tag=names, **_SAFE):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise _broken(path, error) from error


def _root(path: Path) -> etree._Element:
    with _opened(path) as file:
        try:
            _, root = next(iter(etree.iterparse(file, events=("start",), **_SAFE)))
        except etree.XMLSyntaxError as error:
            raise _broken(path, error) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableList(f"{path}: declares a document type, which no official list does; get the list again")
        return root


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableList(f"{path}: {error.strerror or error}; check the path") from error


def _broken(path: Path, error: etree.XMLSyntaxError) -> UnreadableList:
    line, column = error.position
    what = str(error.msg or error).partition(", line ")[0]
    return UnreadableList(f"{path}, line {line}, column {column}: {what}; get the list again, nothing was taken in")
