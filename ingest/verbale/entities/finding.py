"""Mentions: every stretch of the text that refers to an actor or a place."""

from collections.abc import Iterator

from spacy.tokens import Doc

from verbale.entities.naming import Name, head, names
from verbale.entities.reference import Reference
from verbale.entities.syntax import acts, is_place
from verbale.model import Document, Mention, MentionKind, Paragraph, Span

__all__ = ["mentions"]

_PRONOUNS = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "themselves", "it", "its"}
)


def mentions(document: Document, paragraphs: tuple[Paragraph, ...], reference: Reference) -> tuple[Mention, ...]:
    """The mentions of the text in order: names, titles, common nouns for actors, groups and pronouns.

    A country's name is a "State" where it acts and a "Country" where it is a place
    ("in Peru", "visited Peru"); a demonym is always its State. A capital that acts is
    the State. Articles, possessive endings and quotation marks stand outside.
    """
    found = [mention for paragraph in paragraphs for mention in _of(paragraph, reference)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _of(paragraph: Paragraph, reference: Reference) -> Iterator[Mention]:
    doc = paragraph.doc
    for name in names(doc, reference):
        kind = _type(doc, name)
        if kind:
            yield _mention(paragraph, name.start, name.end, "name", kind)
    for token in doc:
        if token.lower_ in _PRONOUNS:
            yield _mention(paragraph, token.i, token.i + 1, "pronoun", "")


def _type(doc: Doc, name: Name) -> str:
    """The class of a name in this sentence, or nothing where it names no actor and no place."""
    token = head(doc, name)
    known = name.known
    if known is None:
        return "" if name.type == "Group" else name.type
    if known.type != "State":
        return known.type
    match known.how:
        case "demonym":
            return "State"
        case "people":
            return ""
        case "capital":
            return "State" if acts(token) else "City"
    return "Country" if is_place(token) else "State"


def _mention(paragraph: Paragraph, start: int, end: int, kind: MentionKind, of_type: str) -> Mention:
    doc = paragraph.doc
    first, last = doc[start], doc[end - 1]
    offset = paragraph.span.start
    text = doc.text[first.idx : last.idx + len(last)]
    return Mention(Span(offset + first.idx, offset + last.idx + len(last)), text, kind, of_type)
