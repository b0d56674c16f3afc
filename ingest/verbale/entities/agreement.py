"""One article, one reading: a name is of the same class wherever it stands in it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from verbale.entities.naming import Name, head, plain
from verbale.entities.sheets import sheet
from verbale.entities.words import words

__all__ = ["agreed"]

_RANK = ("Person", "Organization", "City", "Region", "Facility")
_LAND = frozenset({"City", "Region", "Water"})
_AT = frozenset({"in", "near", "at", "outside", "inside"})
_UNSURE = frozenset({"", "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})  # "May" that is a month is none
_SHIPS = frozenset({"MV", "M/V", "MT", "USS", "HMS", "HMAS", "RMS", "SS", "INS", "USNS"})
_SPOTS = frozenset({"city", "town", "village", "port"})
_DOING = frozenset({"nsubj", "nsubjpass", "poss", "appos", "agent", "dative"})
_TOWARDS = frozenset({"by", "to", "of", "from", "against", "between", "after", "including", "with", "for"})


def agreed(docs: Sequence[Doc], found: Sequence[list[Name]]) -> list[list[Name]]:
    """The names of all paragraphs, with the class that most of the article holds for each.

    A single word that ends a person's full name is that person; a "person" whom
    things happen in, or who is listed with a place, is a place; a "city" that only ever does and says is a person. A
    surname that the model overlooked is added.
    """
    surnames = _surnames(docs, found)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, listed in zip(docs, found, strict=True):
        land = {i for name in listed if name.type in _LAND for i in range(name.start, name.end)}
        for name in listed:
            if name.known is None:
                beside = name.type == "Person" and _is_beside(doc, name, land)
                land.update(range(name.start, name.end) if beside else ())
                votes[_text(doc, name)]["City" if beside else _vote(doc, name, surnames)] += 1
    parts = _parts(docs, found)
    nobody = _unnamed(docs, found)
    types = {
        text: "" if text in nobody else _plausible(text, _winner(counts), parts[text]) for text, counts in votes.items()
    }
    result = []
    for doc, listed in zip(docs, found, strict=True):
        named = [name if name.known else replace(name, type=types[_text(doc, name)]) for name in listed]
        result.append(_completed(doc, [name for name in named if name.type], surnames))
    return result


def _parts(docs: Sequence[Doc], found: Sequence[list[Name]]) -> dict[str, set[str]]:
    """What each unknown name does in the article: the relations that it stands in, a preposition for its object."""
    parts: dict[str, set[str]] = defaultdict(set)
    for doc, listed in zip(docs, found, strict=True):
        for name in listed:
            if name.known is None:
                token = head(doc, name)
                relation = token.head.lower_ if token.dep_ == "pobj" else token.dep_
                parts[_text(doc, name)].add(relation)
    return parts


def _plausible(text: str, kind: str, parts: set[str]) -> str:
    """The class, if the name's part in the article bears it out; else another or none.

    A body that never does anything is a place where something happens "at" it, else
    nothing worth noting; nor is a person who only ever qualifies a noun.
    """
    enough = _DOING | _TOWARDS | ({"conj", "compound"} if text.count(" ") > 1 else set())
    if kind == "Organization" and not parts & enough:
        return "Facility" if parts & _AT else ""
    return "" if kind == "Person" and parts == {"compound"} else kind


def _unnamed(docs: Sequence[Doc], found: Sequence[list[Name]]) -> frozenset[str]:
    """What the article introduces as no actor: ships, and what stands in brackets for a text or a plan.

    "The tanker Amal", "the MV Amal"; "Arms Trade Rules (ATR)".
    """
    nobody = set()
    for doc, listed in zip(docs, found, strict=True):
        ends = {name.end for name in listed}
        for name in listed:
            if name.known is not None or not name.start:
                continue
            before = doc[name.start - 1]
            ship = before.text in _SHIPS or before.lemma_.lower() in words("ships") or doc[name.start].text in _SHIPS
            short = name.end - name.start == 1 and doc[name.start].is_upper and before.text == "("
            if ship or (
                short and name.start > 1 and name.start - 1 not in ends and doc[name.start - 2].text[0].isupper()
            ):
                nobody.add(_text(doc, name))
                if doc[name.start].text in _SHIPS and name.end - name.start > 1:
                    nobody.add(_text(doc, replace(name, start=name.start + 1)))
    return frozenset(nobody)


def _text(doc: Doc, name: Name) -> str:
    read = sheet(doc)
    last = read.tokens[name.end - 1]
    return plain(read.text[read.tokens[name.start].idx : last.idx + len(last)])


def _surnames(docs: Sequence[Doc], found: Sequence[list[Name]]) -> frozenset[str]:
    listed = zip(docs, found, strict=True)
    return frozenset(
        doc[name.end - 1].text
        for doc, names in listed
        for name in names
        if name.type == "Person" and name.end - name.start > 1 and doc[name.end - 1].text[0].isupper()
    )


def _is_beside(doc: Doc, name: Name, land: set[int]) -> bool:
    """Whether a name is listed with a place: in "left Cusco, Punta Sal and Morag" none is a person."""
    token = head(doc, name)
    if token.dep_ != "conj" or token.head.i not in land or any(child.dep_ == "appos" for child in token.rights):
        return False
    while token.dep_ == "conj":
        token = token.head
    # "the mayor of Cusco and Maria Varga" is parsed as if both were towns
    return token.dep_ != "pobj" or token.head.head.lemma_.lower() not in words("offices")


def _vote(doc: Doc, name: Name, surnames: frozenset[str]) -> str:
    if name.end - name.start == 1 and doc[name.start].text in surnames:
        return "Person"
    token = head(doc, name)
    if name.type != "Person" and _is_titled(doc, name):
        return "Person"
    if name.start > 1 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in _SPOTS:
        return "City"
    if name.type == "Person" and token.dep_ == "pobj" and name.start and doc[name.start - 1].lower_ in _AT:
        return "City"
    if (
        name.type == "City"
        and name.end - name.start == 1
        and token.dep_ == "nsubj"
        and token.head.lemma_ in ("say", "tell", "add")
    ):
        return "Person"
    return name.type


def _is_titled(doc: Doc, name: Name) -> bool:
    """Whether an office stands right before a name: "spokesperson" before what the model took for a firm."""
    before = doc[name.start - 1] if name.start else None
    if before is None or before.lower_ not in words("offices") or before.tag_ not in ("NN", "NNP"):
        return False
    return all(part.pos_ == "PROPN" for part in doc[name.start : name.end])


def _winner(counts: Counter[str]) -> str:
    order = {kind: rank for rank, kind in enumerate(_RANK)}
    return min(counts, key=lambda kind: (-counts[kind], order.get(kind, len(order)), kind))


def _completed(doc: Doc, names: list[Name], surnames: frozenset[str]) -> list[Name]:
    covered = {i for name in names for i in range(name.start, name.end)}
    missed = [
        Name(token.i, token.i + 1, "Person")
        for token in sheet(doc).nouns
        if token.text in surnames and token.i not in covered and token.ent_type_ in _UNSURE
    ]
    return sorted([*names, *missed], key=lambda name: name.start) if missed else names
