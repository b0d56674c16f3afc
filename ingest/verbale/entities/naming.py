"""Names in a paragraph: the model's entities, corrected and completed by reference data."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.entities.reference import Known, Reference
from verbale.entities.words import kind_of, words

__all__ = ["Name", "names", "plain"]

_PLAIN = str.maketrans("’‘–—", "''--")
_LABELS = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "City", "LOC": "Region", "FAC": "Facility", "NORP": "Group",
}  # fmt: skip
_BEFORE = frozenset({"the", "a", "an", "this", "that", "'s", "’s", '"', "“", "‘", "'", "(", "-", "its", "his", "their"})
_AFTER = frozenset({"'s", "’s", "'", "’", '"', "”", ")", ",", ".", "-", "(", ":"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name over the tokens ``start`` to ``end``, half open. Its type is a class, or "Group" for a people or creed."""

    start: int
    end: int
    type: str
    known: Known | None = None


def plain(text: str) -> str:
    """The text with typewriter apostrophes and dashes, of the same length."""
    return text.translate(_PLAIN)


def names(doc: Doc, reference: Reference) -> list[Name]:
    """The names of a paragraph in order, none overlapping another.

    The longest wins; of two of one length, the one from reference data. A name of the
    tables inside a longer one that the model found is not a name of its own.
    """
    found = [*_from_tables(doc, reference), *_from_model(doc)]
    found.sort(key=lambda name: (name.start - name.end, name.known is None, name.start))
    taken = [False] * len(doc)
    kept = []
    for name in found:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = [True] * (name.end - name.start)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _from_tables(doc: Doc, reference: Reference) -> list[Name]:
    text = plain(doc.text)
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    found: list[Name] = []
    past = 0
    for token in doc:
        if token.idx < past:
            continue
        match = reference.at(text, token.idx)
        if match and match[0] in ends:
            past, known = match
            found.append(Name(token.i, ends[past], known.type, known))
    return found


def _from_model(doc: Doc) -> list[Name]:
    found = []
    for entity in doc.ents:
        if entity.label_ not in _LABELS:
            continue
        start, end = entity.start, entity.end
        while start < end and doc[start].lower_ in _BEFORE:
            start += 1
        while end > start and doc[end - 1].lower_ in _AFTER:
            end -= 1
        kind = _LABELS[entity.label_]
        if kind == "Person":
            start = _without_title(doc, start, end)
        if start < end and any(token.text[0].isupper() for token in doc[start:end]):
            found.append(Name(start, end, _typed(doc, start, end, kind)))
    return found


def _without_title(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins once the titles that the model took for a part of it are off."""
    while end - start > 1 and doc[start].lower_ in words("offices") | words("address") | words("modifiers"):
        start += 1
    return start


def _typed(doc: Doc, start: int, end: int, kind: str) -> str:
    """The class that a name's own words tell, else the one of the model's label."""
    if kind == "Person":
        return kind
    last, first = doc[end - 1].text, doc[start].text
    table = kind_of("named") if kind in ("Organization", "Group") else kind_of("places")
    if last in table:
        return table[last]
    if first in table and end - start > 1 and doc[start + 1].lower_ in ("of", "for"):
        return table[first]
    if kind == "Region" and first in ("Lake", "Gulf", "Strait", "Straits", "Bay", "Sea", "River"):
        return "Water"
    return kind


def head(doc: Doc, name: Name) -> Token:
    """The token of a name that the rest of the sentence hangs on."""
    for token in reversed(list(doc[name.start : name.end])):
        if not name.start <= token.head.i < name.end or token.head is token:
            return token
    return doc[name.end - 1]
