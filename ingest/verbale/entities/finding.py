"""Mentions: every stretch of the text that refers to an actor or a place."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from verbale.entities.agreement import agreed
from verbale.entities.naming import Name, head, names
from verbale.entities.nominals import nominals
from verbale.entities.offices import Office, Place, offices
from verbale.entities.recognition import recognised
from verbale.entities.reference import Reference
from verbale.entities.sheets import sheet
from verbale.entities.standing import bystanders
from verbale.entities.syntax import acts, is_place
from verbale.entities.words import words
from verbale.model import Document, Mention, MentionKind, Paragraph, Span

__all__ = ["mentions"]

_HALVES = frozenset({"North", "South"})  # of a divided land, where the article names the state
_CREDIT = re.compile(
    r"\b(?:Image|Photo|Picture|Photograph|File photo|Credit)s?(?: credit| by)?:|\b(?:Photo|Image) by ", re.IGNORECASE
)
_LAST_LINE = 80  # characters of a credit at the end of a caption
_BRACKET = re.compile(r"\([^()]*\b(?:Photo|Pool|via AP|Getty Images|Images|/AP|/Reuters|/AFP|AP)\)\s*$")
_PAIRS = frozenset(
    {
        *("country", "nation", "side", "state", "government", "party", "power", "ally", "neighbor", "neighbour"),
        *("leader", "president", "minister", "man", "woman", "official"),
    }
)
_DEFINITE = frozenset(
    {
        *(
            "country",
            "nation",
            "kingdom",
            "republic",
            "government",
            "authority",
            "regime",
            "ministry",
            "party",
            "group",
        ),
        *("organization", "organisation", "agency", "council", "commission", "committee", "court", "alliance", "bloc"),
        *("union", "department", "company", "army", "movement", "assembly"),
    }
)
_INSIDE = frozenset({"Region", "City", "Facility"})  # what a country's name stands behind: "Lima, Peru"
_LOCAL = frozenset({"City", "Region", "Water", "Facility"})
_FREE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative", "agent"})


def mentions(document: Document, paragraphs: tuple[Paragraph, ...], reference: Reference) -> tuple[Mention, ...]:
    """The mentions of the text in order: names, titles, common nouns for actors, groups and pronouns.

    A country's name is a "State" where it acts and a "Country" where it is a place
    ("in Peru", "visited Peru"); a demonym is always its State. A capital that acts is
    the State. Articles, possessive endings and quotation marks stand outside.
    """
    docs = [paragraph.doc for paragraph in paragraphs]
    named = agreed(docs, [_uncredited(doc, names(doc, reference, recognised(doc))) for doc in docs])
    silent = bystanders(docs, named)
    found: dict[tuple[Span, str], Mention] = {}
    for paragraph, listed in zip(paragraphs, named, strict=True):
        for mention in _of(paragraph, listed, silent):
            found.setdefault((mention.span, mention.type), mention)
    return tuple(sorted(found.values(), key=lambda mention: (mention.span.start, -mention.span.end, mention.type)))


def _uncredited(doc: Doc, listed: list[Name]) -> list[Name]:
    """The names of a paragraph without those of its photographers: a credit, a caption's end, or a bracket there."""
    text = sheet(doc).text
    credit = _CREDIT.search(text)
    if credit is not None and credit.start() and len(text) - credit.start() > _LAST_LINE:
        credit = None
    end = credit or _BRACKET.search(text)
    return [name for name in listed if end is None or doc[name.start].idx < end.start()]


def _of(paragraph: Paragraph, listed: list[Name], silent: frozenset[str]) -> Iterator[Mention]:
    doc = paragraph.doc
    typed = [(name, kind) for name, kind in zip(listed, _types(doc, listed), strict=True) if kind]
    cover = {i: Place(name.start, name.end, kind) for name, kind in typed for i in range(name.start, name.end)}
    inside: set[int] = set()
    for nominal in nominals(doc, cover):
        if nominal.type == "State":
            inside.update(range(nominal.start, nominal.end))
        form: MentionKind = "mass" if nominal.mass else "name" if nominal.type == "State" else "nominal"
        yield _mention(paragraph, nominal.start, nominal.end, form, nominal.type)
        for start, end in nominal.wholes:  # the fuller ways to call them
            yield _mention(paragraph, start, end, form, nominal.type)
    for name, kind in typed:
        if name.start not in inside and not (kind == "State" and name.known and name.known.id in silent):
            people = name.type == "Group" or (name.known is not None and name.known.how == "people")
            group = kind == "Organization" and people
            yield _mention(paragraph, name.start, name.end, "nominal" if group else "name", kind, name.cut)
            if name.state is not None and name.state.known and name.state.known.id not in silent:
                yield _mention(paragraph, name.state.start, name.state.end, "name", "State")
    for office in offices(doc, cover):
        yield from _titles(paragraph, office)
    read = sheet(doc)
    for token in read.pronouns:
        if token.i not in cover:
            yield _mention(paragraph, token.i, token.i + 1, "pronoun", "")
    for token in read.nouns:
        if token.i and token.i not in cover and (token.pos_ == "NOUN" or token.text in _HALVES):
            yield from _definite(paragraph, token)


def _definite(paragraph: Paragraph, token: Token) -> Iterator[Mention]:
    """ "Both countries", "the two leaders", "the country", "the government": what stands for things named before."""
    lemma = token.lemma_.lower()
    if lemma not in _PAIRS and lemma not in _DEFINITE and token.text not in _HALVES:
        return
    before = paragraph.doc[token.i - 1]
    plural = token.tag_ == "NNS"
    if plural and lemma in _PAIRS and (before.lower_ == "both" or (before.lower_ == "two" and _points(before))):
        yield _mention(paragraph, token.i - 1, token.i + 1, "group", "")
    elif _stands_for(token, before, lemma):
        yield _mention(paragraph, token.i, token.i + 1, "nominal", "")


def _stands_for(token: Token, before: Token, lemma: str) -> bool:
    if token.text in _HALVES:
        return before.lower_ == "the" and token.dep_ in _FREE
    single = token.tag_ != "NNS" or lemma == "authority"
    return lemma in _DEFINITE and single and before.lower_ in ("the", "their", "our")


def _points(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].lower_ in ("the", "these", "those", "our", "their")


def _titles(paragraph: Paragraph, office: Office) -> Iterator[Mention]:
    """A title before its holder's name, together with it; a title that stands for its holder."""
    doc, holder = paragraph.doc, office.holder
    token = doc[office.head]
    before = holder is not None and office.end <= holder.start
    if holder is not None and before and all(token.text != "," for token in doc[office.end : holder.start]):
        yield _mention(paragraph, office.post[0], holder.end, "title", "Person")
    elif holder is not None and token.tag_ in ("NN", "NNP"):
        yield _mention(paragraph, _undetermined(doc, office), office.end, "title", "Person")
    elif token.tag_ in ("NN", "NNP") and token.dep_ in _FREE:
        start = _undetermined(doc, office)
        while (
            start
            and start == office.post[0]
            and doc[start - 1].dep_ in ("amod", "compound")
            and doc[start - 1].head.i == token.i
        ):
            start -= 1
        yield _mention(paragraph, start, office.end, "title", "Person")


def _undetermined(doc: Doc, office: Office) -> int:
    """Where the phrase begins without its article and what stands before that: "even the president"."""
    for i in range(office.head - 1, office.start - 1, -1):
        if doc[i].lower_ in ("the", "a", "an"):
            return i + 1
    return office.start


def _types(doc: Doc, listed: list[Name]) -> Iterator[str]:
    """The class of each name in its sentence, or nothing where it names no actor and no place."""
    before = ""
    for i, name in enumerate(listed):
        land = before in _INSIDE and doc[listed[i - 1].end : name.start].text == ","
        before = _type(doc, name, land)
        yield before


def _type(doc: Doc, name: Name, after_place: bool) -> str:
    token = head(doc, name)
    known = name.known
    if (name.type in _LOCAL or (known is not None and known.how == "capital")) and _is_of_compact(doc, name):
        return ""
    if name.type == "Group":
        return "Organization" if token.tag_ in ("NNS", "NNPS") and token.dep_ in _FREE else ""
    if known is None or known.type != "State":
        return name.type
    match known.how:
        case "demonym":
            return "State" if not after_place else "Country"
        case "people":
            return "Organization" if token.dep_ in ("nsubj", "nsubjpass", "agent") else ""
        case "capital":
            return "City" if after_place or not acts(token) else "State"
    if name.type == "Region":
        return "Region"
    return "Country" if after_place or is_place(token) else "State"


def _is_of_compact(doc: Doc, name: Name) -> bool:
    """Whether a place's name is a part of a treaty's, a war's or a feast's: "Oslo Accords", "Treaty of Rome"."""
    compacts = words("compacts", "places")
    after = doc[name.end].text if name.end < len(doc) else ""
    before = doc[name.start - 2].text if name.start > 1 and doc[name.start - 1].lower_ == "of" else ""
    return after in compacts or before in compacts


def _mention(
    paragraph: Paragraph, start: int, end: int, kind: MentionKind, of_type: str, cut: int | None = None
) -> Mention:
    """The mention over some tokens of a paragraph, or up to the character ``cut`` in the last of them."""
    read = sheet(paragraph.doc)
    first, last = read.tokens[start].idx, cut or read.tokens[end - 1].idx + len(read.tokens[end - 1])
    offset = paragraph.span.start
    return Mention(Span(offset + first, offset + last), read.text[first:last], kind, of_type)
