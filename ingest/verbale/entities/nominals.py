"""Actors without a name: "protesters", "Peruvian police", "state media", "the people of Chad"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from verbale.entities.offices import Place
from verbale.entities.phrases import full_end, phrases
from verbale.entities.sheets import sheet
from verbale.entities.words import classes, words

__all__ = ["Nominal", "nominals"]

_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative", "agent"})
_DOING = frozenset({"nsubj", "nsubjpass", "agent"})
_AIMED_AT = frozenset({"dobj", "conj", "dative"})
_BELONGING = frozenset({"amod", "compound", "nmod"})
_BY = frozenset({"by", "with", "between"})
_SAYING = frozenset(
    {
        *(
            "accuse",
            "add",
            "admit",
            "announce",
            "believe",
            "claim",
            "confirm",
            "deny",
            "estimate",
            "expect",
            "fear",
            "insist",
        ),
        *("report", "say", "suspect", "tell", "think", "urge", "warn"),
    }
)
_LEFT = frozenset(
    {
        "compound",
        "amod",
        "nummod",
        "nmod",
        "quantmod",
        "advmod",
        "punct",
        "case",
        "poss",
        "npadvmod",
        "det",
        "prep",
        "pobj",
    }
)
_STOP = frozenset(
    {
        *("the", "a", "an", "this", "that", "these", "those", "some", "any", "all", "many", "most", "both"),
        *(",", "and", "or", "no", "another", "each", "every", "only", "even", "just", "which", "what"),
    }
)
_LOOSE = frozenset({"'s", "’s", "least", "most", "to", "than"})  # ends of "at least", "up to"
_NEW = frozenset({"a", "an", "one", "another"})
_STOPPING = frozenset({"PRON", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "DET"})
_WITH_REMIT = frozenset({"ministry", "department", "bureau", "office", "board", "committee"})
_HOUSES = frozenset({"embassy", "consulate", "office", "bureau"})  # where things happen, unless they speak
_COLLECTIVE = frozenset(
    {
        *(
            "army",
            "cabinet",
            "coastguard",
            "crowd",
            "delegation",
            "junta",
            "legislature",
            "media",
            "military",
            "militia",
            "mob",
        ),
        *(
            "navy",
            "opposition",
            "paramilitary",
            "parliament",
            "police",
            "press",
            "public",
            "senate",
            "coalition",
            "airforce",
            "leadership",
            "crew",
            "staff",
            "team",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A common noun with what stands before it, over the tokens ``start`` to ``end``; ``type`` is its class.

    ``mass`` is of people, bodies or states at large: an actor only with a part in what happens.
    ``State`` is a name in all but form: "the Peruvian government" is Peru. ``wholes`` are
    the stretches of its longer phrases: "families of the victims", "all the doctors and nurses".
    """

    start: int
    end: int
    type: str
    mass: bool
    wholes: tuple[tuple[int, int], ...] = ()


def nominals(paragraph: Doc, cover: Mapping[int, Place]) -> Iterator[Nominal]:
    """The nominals of a paragraph that act or are acted on; ``cover`` tells which tokens are part of a name."""
    read = sheet(paragraph)
    doc = read.tokens
    for token in read.nouns:
        if token.i in cover or token.dep_ not in _ROLES:
            continue
        lemma = "media" if token.lower_ == "media" else token.lemma_.lower()
        if lemma not in _people() or (token.i and doc[token.i - 1].lower_ == "both"):
            continue
        start = _start(doc, token, cover)
        anchor = _anchor(doc, start, token.i, cover)
        end = _remit(doc, token.i + 1, cover) if lemma in _WITH_REMIT else token.i + 1
        if anchor is None and (lemma in words("State", "itself") or classes("anchored").get(lemma) != "Organization"):
            anchor = _complement(doc, end, cover)
            end = anchor.end if anchor else end
        full = full_end(doc, token)
        told = (end - start > 1 and not _only_counts(doc, start, token.i)) or (full > end and token.dep_ in _DOING)
        kind = _kind(token, lemma, anchor, told)
        mass = not kind or (kind != "State" and _is_beside(token, anchor))
        if not kind:
            kind = _mass(token, lemma, token.left_edge.i < token.i or full > end)
        if kind == "Bloc":
            end = _pair(doc, end)
        if kind and not (lemma in _HOUSES and token.dep_ not in ("nsubj", "agent")) and doc[start].lower_ != "social":
            wholes = phrases(doc, token, start, end, full) if kind != "State" else ()
            yield Nominal(start, end, kind, mass, wholes)


def _is_beside(token: Token, anchor: Place | None) -> bool:
    """Whether a group is told of for another's sake: "friends of voters"; "warned voters", without a name beside them.

    In "thousands of voters marched" they act.
    """
    if token.tag_ != "NNS" or (token.dep_ != "pobj" and token.dep_ not in _AIMED_AT):
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return token.head.head.dep_ not in _DOING
    return anchor is None and not (token.dep_ == "pobj" and token.head.lower_ in _BY)


@cache
def _people() -> frozenset[str]:
    """Every noun that can be a nominal: most nouns are none, and what stands around them need not be looked at."""
    return words("State", "itself").union(*(classes(section) for section in ("anchored", "groups", "mass")))


def _only_counts(doc: Sequence[Token], start: int, end: int) -> bool:
    return all(token.like_num or token.dep_ in ("nummod", "quantmod") for token in doc[start:end])


def _kind(token: Token, lemma: str, anchor: Place | None, told: bool) -> str:
    """The class of a noun: by the name beside it, else by itself, where it is ``told`` more or says enough."""
    if anchor is not None:
        if lemma in words("State", "itself"):
            return "State" if anchor.type in ("State", "Country") else "Government"
        if lemma in classes("anchored") and anchor.type != "Person":
            plural = (
                token.tag_ in ("NNS", "NNPS") or classes("anchored")[lemma] != "Organization" or lemma in _COLLECTIVE
            )
            if plural:
                return classes("anchored")[lemma]
    if token.tag_ in ("NNS", "NNPS") or lemma in _COLLECTIVE:
        known = told or lemma not in words("vague") or (token.dep_ == "nsubj" and token.head.lemma_ in _SAYING)
        return classes("groups").get(lemma, "") if known else ""
    return ""


def _mass(token: Token, lemma: str, told: bool) -> str:
    """The class of a plural for people at large; the vaguest where it is ``told`` which of them are meant."""
    if token.tag_ not in ("NNS", "NNPS"):
        return _single(token, lemma)
    if lemma in words("vague") and not told:
        return ""
    if token.dep_ == "conj" and token.head.pos_ == "NOUN" and _group(token.head.lemma_.lower()):
        return ""  # told with those before: "men, women and children"
    counted = lemma in words("counted")
    if counted and (token.head.lemma_ in words("befallen") or any(child.lower_ == "of" for child in token.rights)):
        return ""  # "killed 12 people": a number; "dozens of monks": the monks
    return _group(lemma)


def _group(lemma: str) -> str:
    """The class of a noun for several people, whatever is said of them."""
    kind = classes("mass").get(lemma) or classes("groups").get(lemma, "")
    return "Organization" if kind == "Person" else kind


def _single(token: Token, lemma: str) -> str:
    """The class of somebody who is neither named nor told by an office: "a soldier", "her husband"."""
    if lemma in words("offices") or lemma in _COLLECTIVE or token.tag_ != "NN":
        return ""
    if token.left_edge.lower_ not in _NEW or any(child.dep_ in ("appos", "conj") for child in token.rights):
        return ""  # "the man" is somebody told of before, "a man, Ali Reza" has a name
    single = lemma in words("armed") or lemma in words("Person", "mass") or lemma in words("Organization", "groups")
    return "Person" if single else ""


def _start(doc: Sequence[Token], token: Token, cover: Mapping[int, Place]) -> int:
    """Where the noun's own words begin, its articles and numbers of indefinite size left out."""
    start = token.i
    while start:
        before = doc[start - 1]
        if before.lower_ in _STOP or before.is_space or before.is_sent_end:
            break
        place = cover.get(start - 1)
        if place is not None:
            if not start <= doc[place.end - 1].head.i <= token.i and not (
                before.head.i <= token.i and before.head.i >= start
            ):
                break
            start = place.start
            continue
        if before.text in ("'s", "’s") and start - 2 in cover:
            start -= 1
            continue
        participle = before.tag_ in ("VBN", "VBG") and before.dep_ == "amod"
        if (before.pos_ in _STOPPING and not participle) or before.dep_ not in _LEFT:
            break
        if not start - 1 < before.head.i <= token.i:
            break
        start -= 1
    while start < token.i and (doc[start].is_punct or doc[start].lower_ in _LOOSE):
        start += 1
    return start


def _anchor(doc: Sequence[Token], start: int, end: int, cover: Mapping[int, Place]) -> Place | None:
    for i in range(start, end):
        if i in cover:
            return cover[i]
    return None


def _pair(doc: Sequence[Token], end: int) -> int:
    """The end of "allies and partners"."""
    if end + 1 < len(doc) and doc[end].lower_ == "and" and doc[end + 1].lower_ in ("partners", "allies", "friends"):
        return end + 2
    return end


def _remit(doc: Sequence[Token], i: int, cover: Mapping[int, Place]) -> int:
    """The end of what a ministry is for: "of defence", "of foreign affairs"."""
    end = i
    if i + 1 < len(doc) and doc[i].lower_ in ("of", "for"):
        end = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        first = end
        while end < len(doc) and end not in cover and doc[end].lower_ in words("modifiers"):
            end += 1
        end = end if end > first else i
    return end


def _complement(doc: Sequence[Token], i: int, cover: Mapping[int, Place]) -> Place | None:
    """The name in "of Chad" right behind the noun."""
    if i + 1 >= len(doc) or doc[i].lower_ != "of":
        return None
    first = i + 2 if doc[i + 1].lower_ == "the" else i + 1
    place = cover.get(first)
    if place is None or place.start != first:
        return None
    last = doc[place.end - 1]
    while last.dep_ in _BELONGING and last.head.i > last.i:
        last = last.head  # "of Peruvian origin", "of Peruvian President Garcia"
    return replace(place, end=max(place.end, last.i + 1))
