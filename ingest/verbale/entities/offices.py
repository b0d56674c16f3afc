"""Phrases of office: "Russia's defence minister", "head of the agency", "the Kenyan president"."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.entities.words import words

__all__ = ["Office", "Place", "offices"]

_SENT = frozenset(
    {
        "ambassador",
        "envoy",
        "representative",
        "adviser",
        "advisor",
        "aide",
        "delegate",
        "emissary",
        "nominee",
        "rapporteur",
    }
)
_OPEN = frozenset({"the", "a", "an", "of", "and", "for", "&"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our"})
_BE = frozenset({"be", "become", "remain"})
_LONGEST = 12  # tokens of a complement: "for Economic Growth, Energy, and the Environment"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands in a paragraph: its tokens and its class."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Office:
    """One phrase: all of it (``start`` to ``end``), the post in it, whose it is, and who holds it.

    ``body`` is the place of a name ("Kenya", "the UN"), ``owner`` the token of a possessive
    pronoun ("his"), ``holder`` the place of a person's name beside the phrase.
    """

    start: int
    end: int
    head: int
    post: tuple[int, int]
    body: Place | None
    owner: int | None
    holder: Place | None


def offices(doc: Doc, cover: Mapping[int, Place]) -> list[Office]:
    """The phrases of office of a paragraph; ``cover`` tells for a token the name that it is part of."""
    found = []
    past = 0
    for token in doc:
        if token.i < past or not _is_head(token, cover):
            continue
        office = _phrase(doc, token, cover)
        past = office.end
        found.append(office)
    return found


def _is_head(token: Token, cover: Mapping[int, Place]) -> bool:
    if token.i in cover or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    lemma = token.lemma_.lower()
    if lemma not in words("offices") and token.lower_.rstrip(".") not in words("offices"):
        return False
    following = token.i + 1
    doc = token.doc
    # The last head of a compound counts: "Defense Minister", "vice president", "governor general".
    return not (following < len(doc) and following not in cover and _continues(token, doc[following]))


def _continues(token: Token, following: Token) -> bool:
    if following.lower_.rstrip(".") in words("offices") and following.pos_ in ("NOUN", "PROPN"):
        return True
    return token.dep_ == "compound" and token.head.i == following.i and following.pos_ in ("NOUN", "PROPN")


def _phrase(doc: Doc, token: Token, cover: Mapping[int, Place]) -> Office:
    start, body, owner = _leftwards(doc, token.i, cover)
    post_start = start
    if body is not None and body.end > start:
        post_start = token.i
    first = start
    if body is not None:
        first = body.start
    elif owner is not None:
        first = owner
    end, post_end, complement = _rightwards(doc, token.i + 1, cover)
    body = body or complement
    if first and doc[first - 1].lower_ in ("the", "a", "an"):
        first -= 1
    holder = _holder(doc, token, first, end, cover)
    return Office(first, end, token.i, (post_start, post_end), body, owner, holder)


def _leftwards(doc: Doc, start: int, cover: Mapping[int, Place]) -> tuple[int, Place | None, int | None]:
    """Where the post begins, and the body or the pronoun to its left."""
    while start and start - 1 not in cover and _modifies(doc, start - 1):
        start -= 1
    if start and start - 1 in cover:
        place = cover[start - 1]
        if place.type != "Person" and _is_body(doc, place):
            return start, place, None
        if place.type != "Person":
            return place.start, None, None
    if start > 1 and doc[start - 1].lower_ in ("'s", "’s", "'", "’") and start - 2 in cover:
        place = cover[start - 2]
        return start, place if place.type != "Person" else None, None
    if start and doc[start - 1].lower_ in _POSSESSIVE:
        return start, None, start - 1
    return start, None, None


def _modifies(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.lower_ == "the" or token.is_sent_end:
        return False
    if token.lower_ in words("modifiers") or token.lower_ in words("offices"):
        return token.pos_ not in ("VERB", "AUX")
    if token.text == "-":
        return i > 0 and not doc[i - 1].whitespace_ and not token.whitespace_
    if not token.whitespace_ and i + 1 < len(doc) and doc[i + 1].text == "-":
        return True
    return token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("compound", "nmod") and token.head.i > i


def _rightwards(doc: Doc, i: int, cover: Mapping[int, Place]) -> tuple[int, int, Place | None]:
    """Where the phrase ends, where the post ends, and the body in the complement."""
    end = i
    limit = min(len(doc), i + _LONGEST)
    sent = doc[i - 1].lemma_.lower() in _SENT
    while end < limit and _links(doc[end].lower_, sent) and not doc[end - 1].is_sent_end:
        first = end + 1
        while first < limit and doc[first].lower_ in ("the", "a", "an"):
            first += 1
        if first < limit and first in cover and _is_body(doc, cover[first]):
            place = cover[first]
            return place.end, end, place
        last = _words_end(doc, first, limit, cover)
        if last == first:
            break
        end = last
        if end < limit and end in cover and cover[end].start == end and _is_body(doc, cover[end]):
            break
    return end, end, None


def _links(word: str, sent: bool) -> bool:
    """Whether a preposition goes on with the post: "of", "for"; of those who are sent or advise, "to" and "on" too."""
    return word in ("of", "for") or (sent and word in ("to", "on", "in", "at"))


def _is_body(doc: Doc, place: Place) -> bool:
    """A name that a post can be of; the model takes "State" or "Defense" for names too."""
    if place.type == "Person":
        return False
    return not (place.end - place.start == 1 and doc[place.start].lower_ in words("modifiers"))


def _words_end(doc: Doc, i: int, limit: int, cover: Mapping[int, Place]) -> int:
    """The end of the complement's plain words: "Foreign Affairs", "the Interior", "state"."""
    end = i
    j = i
    while j < limit:
        token = doc[j]
        place = cover.get(j)
        if place is not None and place.type == "Person":
            break
        if place is not None and _is_body(doc, place) and j > i and doc[j - 1].lower_ not in ("and", "the"):
            break
        if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and (token.text[0].isupper() or token.head.i > j)):
            end = j + 1
        elif token.lower_ not in _OPEN or token.lower_ in ("of", "for"):
            break
        j += 1
    return end


def _holder(doc: Doc, token: Token, start: int, end: int, cover: Mapping[int, Place]) -> Place | None:
    """The person beside the phrase, or across "is"."""
    if token.tag_ in ("NNS", "NNPS"):
        return None
    after = end
    while after < len(doc) and doc[after].lower_.rstrip(".") in words("address"):
        after += 1
    right = cover.get(after)
    if right is not None and right.type == "Person" and right.start == after:
        return right
    if start > 1 and doc[start - 1].text in (",", "(", "-", "–", "—"):
        left = cover.get(start - 2)
        if left is not None and left.type == "Person":
            return left
    if after + 1 < len(doc) and doc[after].text == ",":
        right = cover.get(after + 1)
        if right is not None and right.type == "Person" and _closes(doc, right.end) and start != token.i:
            return right
    if token.dep_ == "attr" and token.head.lemma_ in _BE:
        for child in token.head.children:
            if child.dep_ == "nsubj":
                subject = cover.get(child.i)
                return subject if subject is not None and subject.type == "Person" else None
    return None


def _closes(doc: Doc, i: int) -> bool:
    return i >= len(doc) or doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX", "ADP")
