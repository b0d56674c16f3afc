"""The model's named entities, with its usual slips put right."""

from spacy.tokens import Doc, Token

from verbale.entities.naming import Name, is_nothing
from verbale.entities.words import classes, words

__all__ = ["recognised"]

_LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "City",
    "LOC": "Region",
    "FAC": "Facility",
    "NORP": "Group",
}
_BEFORE = frozenset(
    {"the", "a", "an", "this", "that", "'s", "’s", '"', "“", "‘", "'", "(", "-", "–", "its", "his", "their"}
)
_AFTER = frozenset(
    {"'s", "’s", "'", "’", '"', "”", "''", ")", ",", ".", "-", "–", "(", ":", "“", ";", "and", "of", "the"}
)
_PARTICLES = frozenset(
    {
        *("al", "bin", "bint", "ibn", "de", "del", "della", "da", "di", "dos", "du", "el", "la", "le", "van", "von"),
        *("der", "den", "ten", "y", "e"),
    }
)
_BRACKETS = frozenset({"(", "[", "]"})
_OPENING = frozenset({'"', "“", "‘", "'", "("})
_CLOSING = frozenset({'"', "”", "’", "'", ")"})
_PEOPLES = frozenset({"People", "Women", "Men", "Children", "Lord", "King", "Queen", "Veterans"})
_WATERS = frozenset({"Lake", "Gulf", "Strait", "Straits", "Bay", "Sea", "River"})


def recognised(doc: Doc) -> list[Name]:
    """The entities of a paragraph as names: trimmed, persons' names whole, typed by their own words."""
    found = []
    for entity in doc.ents:
        kind = _LABELS.get(entity.label_)
        if kind is None:
            continue
        start, end = _trimmed(doc, entity.start, _unbroken(doc, entity.start, entity.end))
        if kind == "Person" and start < end:
            start, end = _whole(doc, *_untitled(doc, start, end))
        if start >= end or not any(token.text[0].isupper() for token in doc[start:end]) or "]" in doc[start].text:
            continue
        if kind == "Person":
            if not _is_title(doc, start, end):
                found.append(Name(start, end, kind))
        elif not is_nothing(doc, start, end) and not _is_title(doc, start, end) and not _are_people(doc, start, end):
            end = _with_complement(doc, start, end) if kind == "Organization" else end
            found += (Name(first, last, _typed(doc, first, last, kind)) for first, last in _parted(doc, start, end))
    return found


def _unbroken(doc: Doc, start: int, end: int) -> int:
    """Where a name ends before a bracket that opens in it: "Commission on Trade (" | "COT"."""
    return next((i for i in range(start + 1, end) if doc[i].text in _BRACKETS), end)


def _parted(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """The names in one that the model found: "the Peruvian Ministry of Defence's Special Brigade" holds two.

    So does "Garcia the Labour Party".
    """
    for i in range(start + 1, end - 1):
        if doc[i].text == "the" and doc[i - 1].pos_ == "PROPN":
            return [(start, i), (i + 1, end)]
    for i in range(start + 2, end - 1):
        if doc[i].tag_ == "POS" and doc[i - 1].text not in _PEOPLES:
            return [(start, i), (i + 1, end)]
    return [(start, end)]


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and doc[start].lower_ in _BEFORE:
        start += 1
    while end > start and (doc[end - 1].lower_ in _AFTER or doc[end - 1].is_space):
        end -= 1
    return start, end


def _untitled(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A person's name without the titles that the model took for a part of it."""
    while end - start > 1 and _titles(doc[start]):
        start += 1
    return start, end


def _titles(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in words("offices") or token.lower_ in words("address") or (word in words("modifiers") and word != "de")


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Whether there is nothing but words of office in it."""
    return all(_titles(token) or token.lower_ in ("of", "for", "and", "the") for token in doc[start:end])


def _are_people(doc: Doc, start: int, end: int) -> bool:
    """Whether it is officeholders rather than a body: "Foreign Ministers of the Seven"."""
    for i in range(start, end):
        word = doc[i].lower_
        if word in ("of", "for"):
            return False
        several = word not in words("offices") and word.removesuffix("s") in words("offices")
        if several and i > start and (i + 1 == end or doc[i + 1].lower_ in ("of", "for")):
            return True
    return False


def _whole(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A person's name with the parts that the model left out: "Angel" | "Moratinos", "Ban" | "Ki-moon"."""
    while end < len(doc) and (length := _further(doc, start, end)):
        end += length
    if start > 3 and doc[start - 1].text in _CLOSING and doc[start - 3].text in _OPENING and _begins(doc[start - 4]):
        start -= 4
    while start and doc[start - 1].ent_type_ == "PERSON" and _begins(doc[start - 1]):
        start -= 1
    return start, end


def _begins(token: Token) -> bool:
    """Whether what stands before a person's name is a part of it rather than a title."""
    return _is_part(token) and not _titles(token)


def _further(doc: Doc, start: int, end: int) -> int:
    """How many tokens from ``end`` on still belong to a person's name."""
    token, left = doc[end], len(doc) - end
    if _is_part(token) and (doc[end - 1].head.i >= end or doc[end - 1].lower_ in _PARTICLES):
        return 1
    if left > 1 and token.lower_.rstrip("'’") in _PARTICLES and _joins(doc, end, start):
        return 2
    if left > 1 and token.text == "-" and not doc[end - 1].whitespace_ and not token.whitespace_:
        return 2
    if left > 3 and token.text in _OPENING and doc[end + 2].text in _CLOSING and _is_part(doc[end + 3]):
        return 4
    return 0


def _is_part(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[0].isupper()
        and token.text[-1].isalpha()
        and token.ent_type_ in ("", "PERSON", "DATE", "ORG", "GPE")
    )


def _joins(doc: Doc, i: int, start: int) -> bool:
    """Whether a particle leads on to a further part of the same name."""
    following = doc[i + 1]
    return (
        following.pos_ == "PROPN"
        and following.text[0].isupper()
        and doc[i].dep_ in ("compound", "nmod", "det")
        and following.head.i >= start
    )


def _with_complement(doc: Doc, start: int, end: int) -> int:
    """The end of "Ministry of Foreign Affairs" where the model stopped early."""
    if doc[end - 1].text not in classes("named") and doc[start].text not in classes("named"):
        return end
    if any(token.lower_ in ("of", "for") for token in doc[start:end]):
        while end < len(doc) and _continues(doc, end):
            end += 1
    i = end
    while i + 1 < len(doc) and doc[i].lower_ in ("of", "for"):
        first = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        last = first
        while last < len(doc) and _continues(doc, last):
            last += 1
        if last == first:
            break
        i = end = last
        if doc[i - 1].text in words("words", "nothing"):
            break
    return end


def _continues(doc: Doc, i: int) -> bool:
    """Whether what a body is for goes on: "East Asian | and | Pacific | Affairs"."""
    token = doc[i]
    if token.lower_ == "and":
        following = [doc[j].text for j in range(i + 1, min(i + 4, len(doc)))]
        more = any(word in words("words", "nothing") for word in following) and following[0][0].isupper()
        return more and not _is_body(doc, i + 1)
    return token.text[0].isupper() and token.ent_type_ not in ("GPE", "PERSON") and token.pos_ in ("PROPN", "ADJ")


def _is_body(doc: Doc, i: int) -> bool:
    """Whether a body's own name begins here: "Institute of Fine Arts"."""
    return any(entity.start == i and any(token.text in classes("named") for token in entity) for entity in doc.ents)


def _typed(doc: Doc, start: int, end: int, kind: str) -> str:
    """The class that a name's own words tell, else the one of the model's label."""
    table = classes("named") if kind in ("Organization", "Group") else classes("places")
    texts = [token.text for token in doc[start:end]]
    if kind in ("Organization", "Group") and "News" in texts:
        return "Media"
    if texts[0] == "Central" and "Bank" in texts:
        return "Government"
    for i, text in enumerate(texts[:-1]):
        if text in table and texts[i + 1] in ("of", "for", "on"):
            return "Government" if text == "Bank" else table[text]
    if texts[-1] in table:
        return table[texts[-1]]
    if kind == "Region" and texts[0] in _WATERS:
        return "Water"
    return kind
