"""Phrases of office: "Russia's defence minister", "head of the agency", "the Kenyan president"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from verbale.entities.holders import Place, body_behind, holder, holders
from verbale.entities.sheets import sheet
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
_ELECTED = frozenset({"senator", "representative", "congressman", "congresswoman", "mp"})
_OPEN = frozenset({"the", "a", "an", "of", "and", "for", "&"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our"})
_LONGEST = 12  # tokens of a complement: "for Economic Growth, Energy, and the Environment"


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


def offices(paragraph: Doc, cover: Mapping[int, Place]) -> list[Office]:
    """The phrases of office of a paragraph; ``cover`` tells for a token the name that it is part of.

    One of several holders ("Presidents A and B") counts for each of them.
    """
    found: list[Office] = []
    past = 0
    read = sheet(paragraph)
    doc = read.tokens
    for token in read.offices:
        if token.i < past or not _is_head(doc, token, cover):
            continue
        office = _phrase(doc, token, cover)
        past = office.end
        found.append(office)
    return _each(doc, _together(doc, found), cover)


def _together(doc: Sequence[Token], found: list[Office]) -> list[Office]:
    """Gives two posts that "and" joins one holder: "mayor of Oslo and former minister A", "A, a mayor and poet"."""
    result = list(found)
    for i in (*range(len(found) - 2, -1, -1), *range(len(found) - 1)):
        one, other = result[i], result[i + 1]
        if not _joined(doc, one.end, other.start):
            continue
        if one.holder is None and other.holder is not None and other.holder.start >= other.end:
            result[i] = replace(one, holder=other.holder)
        elif other.holder is None and one.holder is not None and one.holder.end <= one.start:
            result[i + 1] = replace(other, holder=one.holder)
    return result


def _joined(doc: Sequence[Token], end: int, start: int) -> bool:
    between = [token.lower_ for token in doc[end:start]]
    return bool(between) and len(between) <= 3 and all(word in (",", "and", "a", "an", "the") for word in between)


def _each(doc: Sequence[Token], found: list[Office], cover: Mapping[int, Place]) -> list[Office]:
    result = []
    for office in found:
        persons = holders(doc, office.end, cover) if doc[office.head].tag_ in ("NNS", "NNPS") else []
        result += [replace(office, holder=person, body=of or office.body) for person, of in persons]
        if not persons:
            of = (
                body_behind(doc, office.holder.end, cover)
                if office.holder and office.holder.start >= office.end
                else None
            )
            result.append(replace(office, body=office.body or of))
    return result


def _is_head(doc: Sequence[Token], token: Token, cover: Mapping[int, Place]) -> bool:
    if token.i in cover:
        return False
    following = token.i + 1
    # The last head of a compound counts: "Defense Minister", "vice president", "governor general".
    return not (following < len(doc) and following not in cover and _continues(token, doc[following]))


def _continues(token: Token, following: Token) -> bool:
    if following.lower_.rstrip(".") in words("offices") and following.pos_ in ("NOUN", "PROPN"):
        return True
    return token.dep_ == "compound" and token.head.i == following.i and following.pos_ in ("NOUN", "PROPN")


def _phrase(doc: Sequence[Token], token: Token, cover: Mapping[int, Place]) -> Office:
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
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_:
        end = post_end = end + 2  # "president-elect"
    while first and (doc[first - 1].dep_ in ("amod", "advmod", "det") and doc[first - 1].head.i == token.i):
        first -= 1
    person = holder(doc, token, first, end, cover)
    return Office(first, end, token.i, (post_start, post_end), body, owner, person)


def _leftwards(doc: Sequence[Token], start: int, cover: Mapping[int, Place]) -> tuple[int, Place | None, int | None]:
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


def _modifies(doc: Sequence[Token], i: int) -> bool:
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


def _rightwards(doc: Sequence[Token], i: int, cover: Mapping[int, Place]) -> tuple[int, int, Place | None]:
    """Where the phrase ends, where the post ends, and the body in the complement."""
    end = i
    limit = min(len(doc), i + _LONGEST)
    head = doc[i - 1].lemma_.lower()
    while end < limit and _links(doc[end].lower_, head) and not doc[end - 1].is_sent_end:
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


def _links(word: str, head: str) -> bool:
    """Whether a preposition goes on with the post: "of", "for"; of those who are sent or advise, "to" and "on" too."""
    if word == "from":
        return head in _ELECTED
    return word in ("of", "for") or (head in _SENT and word in ("to", "on", "in", "at"))


def _is_body(doc: Sequence[Token], place: Place) -> bool:
    """A name that a post can be of; the model takes "State" or "Defense" for names too."""
    if place.type == "Person":
        return False
    return not (place.end - place.start == 1 and doc[place.start].lower_ in words("modifiers"))


def _words_end(doc: Sequence[Token], i: int, limit: int, cover: Mapping[int, Place]) -> int:
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
