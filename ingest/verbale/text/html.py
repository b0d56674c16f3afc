"""HTML pages: the article that trafilatura finds in them, one paragraph a block."""

import codecs
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from verbale.errors import UnreadableArticle
from verbale.model import Document
from verbale.text.days import day_of
from verbale.text.decoding import complete, decode, unreadable

__all__ = ["article"]

_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BLOCKS = {"p", "head", "quote", "list", "item", "table", "row", "cell"}
_SENTENCE = re.compile(r".*[.!?…][\"'”’)\]]*", re.DOTALL)
_FEWEST_WORDS = 10  # in whole sentences; a form, a menu or an error page has fewer


def article(content: bytes, name: str, where: str) -> Document:
    """The article of a page, with the title, day, publisher and address that its metadata give.

    Paragraphs, headings, list items and quotations become paragraphs parted by an
    empty line, with single spaces between their words; a heading that only repeats the
    headline is left out. A day is taken from metadata and the address, never guessed
    from the prose. Raises UnreadableArticle where the page holds no prose.
    """
    # A second to import, for pages only.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    page = bare_extraction(
        _decoded(content, where),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # Without a last day given the reading would depend on today.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2199-12-31"},
    )
    if not isinstance(page, Page):
        raise _nothing(where)
    headline = " ".join((page.title or "").split())
    blocks = list(_blocks(page.body))
    if blocks and blocks[0] == headline:
        del blocks[0]
    if sum(len(block.split()) for block in blocks if _SENTENCE.fullmatch(block)) < _FEWEST_WORDS:
        raise _nothing(where)
    return Document(
        name=name,
        text=complete("\n\n".join(blocks), where),
        headline=headline,
        published=_day(page.date),
        publisher=page.sitename or "",
        url=page.url or "",
    )


def _nothing(where: str) -> UnreadableArticle:
    return unreadable(where, "no article in this HTML page", "save the page of one article, or its text as .txt")


def _decoded(content: bytes, where: str) -> str:
    """The page in the encoding that it declares, else UTF-8."""
    declared = None if content.startswith(codecs.BOM_UTF8) else _CHARSET.search(content[:4096])
    if not declared:
        return decode(content, where)
    encoding = declared[1].decode().lower()
    if encoding in {"iso-8859-1", "latin1", "latin-1", "us-ascii"}:
        encoding = "windows-1252"  # as the HTML standard has it
    try:
        return decode(content.decode(encoding).encode(), where)
    except UnicodeDecodeError as error:
        why = f"not {encoding}, which it declares (offset {error.start})"
        raise unreadable(where, why, "save it as UTF-8") from error
    except (LookupError, UnicodeEncodeError) as error:
        raise unreadable(where, f"declares the encoding {encoding!r}, which is unknown", "save it as UTF-8") from error


def _blocks(body: Any) -> Iterator[str]:
    """The texts of the blocks, in the order of the page; two line breaks part a block as well."""
    for run in re.split(r"\n\s*\n", "".join(_pieces(body))):
        if words := " ".join(run.split()):
            yield words


def _pieces(element: Any) -> Iterator[str]:
    """An element's characters, an empty line at each end of a block, a line feed for a line break."""
    edge = "\n\n" if element.tag in _BLOCKS else ""
    yield "\n" if element.tag == "lb" else edge
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")
    yield edge


def _day(words: str | None) -> date | None:
    try:
        return day_of(words) if words else None
    except ValueError:  # a page's metadata are not the reader's mistake
        return None
