"""How far a noun's phrase reaches: "all other journalists held in Lima", "tens of thousands of citizens"."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.entities.words import words

__all__ = ["full_end", "phrases"]

_TELLING = frozenset({"of", "in", "from", "at", "with", "to", "for", "inside", "within"})
_LONGEST = 12  # tokens behind the noun
_NO_PART = frozenset({"the", "a", "an", "no", "only", "even", "just", "which", "what"})  # of what a group is called


def full_end(doc: Sequence[Token], token: Token) -> int:
    """Where the phrase around a noun ends: with what it is of, in and from, and the nouns joined to it."""
    last = token
    for child in token.rights:
        told = child.dep_ == "prep" and child.lower_ in _TELLING and child.i == last.i + 1
        if told or child.dep_ == "cc" or (child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")):
            last = child.right_edge
        elif child.lower_ != ",":
            break
    return _ended(doc, token, last)


def phrases(doc: Sequence[Token], token: Token, start: int, end: int, full: int) -> tuple[tuple[int, int], ...]:
    """The stretches that a noun's longer phrases cover, beside the one from ``start`` to ``end``.

    To the left with what tells how many and whose they are, to the right up to ``full``
    and with the participle that says which of them.
    """
    left = min(start, _left(doc, token))
    ends = (end, max(end, full), max(end, _told_end(doc, token)))
    found = dict.fromkeys((first, last) for last in ends for first in (start, left))
    found.pop((start, end), None)
    return tuple(found)


def _told_end(doc: Sequence[Token], token: Token) -> int:
    """The end of the noun's phrase with whatever qualifies it but a clause of its own."""
    last = token
    for child in token.rights:
        if child.lower_ == "including":
            break
        if child.dep_ in ("prep", "acl", "cc") or (child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")):
            last = child.right_edge
        elif child.lower_ != ",":
            break
    return _ended(doc, token, last)


def _ended(doc: Sequence[Token], token: Token, last: Token) -> int:
    while last.i > token.i and (last.is_punct or last.dep_ == "cc"):
        last = doc[last.i - 1]
    return last.i + 1 if last.i - token.i <= _LONGEST else token.i + 1


def _left(doc: Sequence[Token], token: Token) -> int:
    """Where the phrase begins that counts them or tells whose they are: "their", "some", "tens of thousands of"."""
    first = token.left_edge.i
    while first > 1 and doc[first - 1].lower_ == "of" and _counts(doc[first - 2]):
        first -= 2
        while first and doc[first - 1].pos_ in ("ADJ", "NUM"):
            first -= 1
    while first < token.i and (doc[first].lower_ in _NO_PART or doc[first].is_punct):
        first += 1
    return first if token.i - first <= _LONGEST else token.i


def _counts(token: Token) -> bool:
    return token.lower_.removesuffix("s") in words("partitives")
