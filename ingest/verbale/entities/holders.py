"""Who holds a post: the person beside the phrase of office, or across a verb."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from verbale.entities.words import words

__all__ = ["Place", "body_behind", "holder", "holders"]

_CHARGE = 8  # tokens of "in charge of trade policies"
_BE = frozenset({"be", "become", "remain"})
_MAKE = frozenset({"appoint", "choose", "designate", "elect", "name", "nominate", "pick"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands in a paragraph: its tokens and its class."""

    start: int
    end: int
    type: str


def holder(doc: Sequence[Token], token: Token, start: int, end: int, cover: Mapping[int, Place]) -> Place | None:
    """The person of the phrase ``start`` to ``end`` around the head ``token``.

    Before or after it ("minister A", "A, the minister,"), or across "is", "as" and
    "appointed". More than one are for ``holders``.
    """
    if token.tag_ in ("NNS", "NNPS"):
        return None
    after = end
    while after < len(doc) and doc[after].lower_.rstrip(".") in words("address"):
        after += 1
    right = _person(cover, after)
    if right is not None and right.start == after:
        return right
    if start > 1 and doc[start - 1].text in (",", "(", "-", "–", "—"):
        left = _person(cover, start - 2)
        if left is not None:
            return left
    after = _past_charge(doc, token, after)
    if after + 1 < len(doc) and doc[after].text == ",":
        right = _person(cover, after + 1)
        told = start < token.i or any(child.dep_ in ("det", "poss") for child in token.children)
        if right is not None and told and _closes(doc, right.end):
            return right
    return _across(token, cover)


def _past_charge(doc: Sequence[Token], token: Token, i: int) -> int:
    """The comma behind "in charge of trade", where that hangs on the post; else the token itself."""
    if i < len(doc) and doc[i].dep_ == "prep" and doc[i].head.i == token.i:
        for j in range(i, min(len(doc), i + _CHARGE)):
            if doc[j].text == ",":
                return j
    return i


def _across(token: Token, cover: Mapping[int, Place]) -> Place | None:
    """Whom the sentence puts beside the post: "an official in charge of trade, A", "A is the minister".

    The subject of "is" and of "served as", the object of "named A minister".
    """
    verb = token.head
    for child in token.children:
        if child.dep_ == "appos" and (person := _person(cover, child.i)) is not None:
            return person
    if token.dep_ == "attr" and verb.lemma_ in _BE:
        return _argument(verb, ("nsubj",), cover)
    if token.dep_ == "oprd" and verb.lemma_ in _MAKE:
        return _argument(verb, ("dobj", "nsubjpass"), cover)
    if token.dep_ == "pobj" and verb.lower_ == "as" and verb.head.pos_ == "VERB":
        made = verb.head.lemma_ in _MAKE
        return _argument(verb.head, ("dobj", "nsubjpass") if made else ("nsubj", "nsubjpass"), cover)
    return None


def _argument(verb: Token, relations: tuple[str, ...], cover: Mapping[int, Place]) -> Place | None:
    for child in verb.children:
        if child.dep_ in relations:
            if child.lower_ == "who" and verb.dep_ == "relcl":
                return _person(cover, verb.head.i)
            return _person(cover, child.i)
    if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ == "VERB":
        return _argument(verb.head, ("nsubj",), cover)
    return None


def holders(doc: Sequence[Token], i: int, cover: Mapping[int, Place]) -> list[tuple[Place, Place | None]]:
    """The persons of a list that begins at a token, each with what is behind it: "A of Peru, B and C of Chile"."""
    found = []
    while i < len(doc):
        person = _person(cover, i)
        if person is None or person.start != i:
            break
        body = body_behind(doc, person.end, cover)
        found.append((person, body))
        i = body.end if body else person.end
        while i < len(doc) and doc[i].lower_ in (",", "and"):
            i += 1
    return found


def body_behind(doc: Sequence[Token], i: int, cover: Mapping[int, Place]) -> Place | None:
    """The name in "of Peru" right behind a person."""
    if i + 1 >= len(doc) or doc[i].lower_ != "of":
        return None
    first = i + 2 if doc[i + 1].lower_ == "the" else i + 1
    place = cover.get(first)
    return place if place is not None and place.start == first and place.type != "Person" else None


def _person(cover: Mapping[int, Place], i: int) -> Place | None:
    place = cover.get(i)
    return place if place is not None and place.type == "Person" else None


def _closes(doc: Sequence[Token], i: int) -> bool:
    return i >= len(doc) or doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX", "ADP")
