"""Where the words of a date stand, and what the parse around them says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from verbale.model import PartialDate, Span

__all__ = [
    "Found",
    "Rule",
    "Scene",
    "ahead",
    "capitalised",
    "entity",
    "lead",
    "over",
    "past",
    "token_after",
    "token_at",
]


@dataclass(frozen=True, slots=True)
class Scene:
    """The paragraph, the day of publication, and the date named last before the words."""

    doc: Doc
    published: date | None
    latest: PartialDate | None


Found = Iterator[tuple[Span, PartialDate]]
Rule = tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str], Scene], Found]]
"""Small letters of which one must stand in the paragraph, so that the words are worth looking for; words; reading."""

_PLANS = {
    *(
        "aim",
        "arrange",
        "due",
        "expect",
        "hope",
        "intend",
        "plan",
        "prepare",
        "propose",
        "schedule",
        "set",
        "slat",
        "slate",
    ),
    *("agree", "ask", "call", "demand", "invite", "pledge", "promise", "threaten", "urge", "vow", "want"),
}
_PLANNED = {"ahead", "deadline", "due", "forthcoming", "plan", "preparation", "scheduled", "upcoming"}
_FORWARD = re.compile(r"\b(?:for|until|till|by)\s+$")
_AHEAD = {"will", "shall", "would", "'ll", "’ll"}


def capitalised(table: dict[str, int], *, short: bool = True) -> str:
    """An alternation of the names of MONTHS or WEEKDAYS as news writes them: with a capital, or in capitals."""
    whole = _whole(table)
    names = [form for name in table if short or name in whole for form in (name.capitalize(), name.upper())]
    return "|".join(sorted(dict.fromkeys(names), key=lambda name: (-len(name), name)))


def _whole(table: dict[str, int]) -> set[str]:
    """The names that are no abbreviation: the longest of each number."""
    longest: dict[int, str] = {}
    for name, number in table.items():
        longest[number] = max(longest.get(number, ""), name, key=len)
    return set(longest.values())


def over(match: re.Match[str], first: str | int = 0, last: str | int = 0) -> Span:
    """The span from the start of one group to the end of another."""
    return Span(match.start(first), match.end(last))


def lead(scene: Scene, offset: int) -> str:
    """The few characters before an offset: enough for the words that lead to a date."""
    return scene.doc.text[max(0, offset - 24) : offset]


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that covers a character."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span else None


def token_after(doc: Doc, span: Span) -> Token | None:
    """The token that follows a stretch of characters."""
    last = token_at(doc, span.end - 1)
    return doc[last.i + 1] if last is not None and last.i + 1 < len(doc) else None


def entity(scene: Scene, span: Span) -> str:
    """The kind of named entity in which the words begin, or nothing."""
    token = token_at(scene.doc, span.start)
    return "" if token is None else token.ent_type_


def ahead(scene: Scene, span: Span) -> bool:
    """Whether the clause around the words speaks of what is to come: "will meet", "plans to meet", "is due"."""
    token = token_at(scene.doc, span.end - 1)
    if token is None:
        return False
    if _FORWARD.search(lead(scene, span.start)):
        return True
    for above in token.ancestors:
        if above.lemma_.lower() in _PLANNED:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return _plans(above)
    return False


def past(scene: Scene, span: Span) -> bool:
    """Whether the clause around the words tells what has been."""
    token = token_at(scene.doc, span.end - 1)
    verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None) if token else None
    if verb is None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBD" or bool(helpers & {"was", "were", "had", "has", "have"})


def _plans(verb: Token) -> bool:
    """Whether a verb, or the one that it is the purpose of, looks forward."""
    if verb.lemma_.lower() in _PLANS and any(child.dep_ == "auxpass" for child in verb.children):
        return True  # is scheduled for Friday
    if any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in verb.children):
        return True
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    head = verb.head
    if to and (head.lemma_.lower() in _PLANS | _PLANNED | {"be"} or head.lower_ == "going"):
        return True  # plans to meet, is to meet, is going to meet
    if to and verb.dep_ in {"ROOT", "acl", "relcl"}:
        return True  # Kim to visit Moscow; an election to follow in December
    joined = verb.dep_ in {"conj", "xcomp"} and head is not verb
    return joined and _plans(head)
