"""How many an attack killed and injured, and how long an event lasted."""

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.frames import event_type
from verbale.events.lexicon import words
from verbale.events.merge import Happening
from verbale.events.scene import Scene
from verbale.model import Quantity

__all__ = ["count"]

_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_LEAST = re.compile(r"\b(at least|more than|over|no fewer than|no less than|upwards of)\W*$", re.IGNORECASE)
_MOST = re.compile(r"\b(at most|up to|fewer than|less than|under|no more than)\W*$", re.IGNORECASE)


def count(found: Sequence[Happening], scene: Scene) -> None:
    """Give the happenings the numbers that their sentences state."""
    for one in found:
        counts = event_type(one.type).counts
        for telling in one.tellings:
            for role, quantity in _people(telling.token, counts, scene):
                one.quantities.setdefault(role, quantity)
            lasted = _duration(telling.token, telling.candidate.site.carrier, scene)
            if lasted is not None:
                one.quantities.setdefault("lasted", lasted)


def _people(trigger: Token, counts: Mapping[str, str], scene: Scene) -> Iterator[tuple[str, Quantity]]:
    """How many people the sentence counts, by role: who is told of by a word of the role's class."""
    for token in trigger.sent if counts else ():
        role = next((role for role, name in counts.items() if token.lemma_.lower() in words(name)), None)
        if role is None or token.pos_ not in ("VERB", "ADJ", "NOUN"):
            continue
        people = [*clauses.objects(token), *(clauses.subjects(token) if token.lemma_ == "die" else ())]
        people += [child for child in token.children if child.dep_ == "nummod"]
        people += [token.head] if token.dep_ in ("amod", "acl", "oprd", "acomp") else []
        for one in people:
            number = _number_of(one)
            if number is not None and _value(number) is not None:
                yield role, _quantity(number, "people", scene)
                break


def _number_of(noun: Token) -> Token | None:
    if noun.like_num or noun.lemma_.lower() in _SCALES:
        return noun
    return next((child for child in noun.children if child.dep_ == "nummod"), None)


def _duration(trigger: Token, carrier: Token | None, scene: Scene) -> Quantity | None:
    """ "talked for two hours", "lasted three days", "a five-day visit"."""
    for anchor in (trigger, *((carrier,) if carrier is not None else ())):
        for prep, noun in clauses.prepositions(anchor):
            if prep in ("for", "between") and noun.lemma_ in _UNITS and (number := _number_of(noun)) is not None:
                return _quantity(number, noun.lemma_, scene) if _value(number) is not None else None
        for child in anchor.children:
            if child.dep_ in ("amod", "compound", "nmod") and child.lemma_ in _UNITS:
                number = next((one for one in child.children if one.like_num), None)
                if number is not None and _value(number) is not None:
                    return _quantity(number, child.lemma_, scene)
    return None


def _quantity(number: Token, unit: str, scene: Scene) -> Quantity:
    """The number with its bounds: "at least 12", "between four and five"."""
    value = _value(number)
    before = number.doc[max(number.sent.start, number.left_edge.i - 3) : number.i].text
    first, last = number.left_edge, number
    least, most = value, value
    if _LEAST.search(before) or _is_plural(number):
        most = None
    elif _MOST.search(before):
        least = None
    upper = _upper(number)
    if upper is not None:
        most, last = _value(upper), upper
    return Quantity(least, most, unit, scene.span([first, number, last]))


def _upper(number: Token) -> Token | None:
    """The second number of "between four (hours) and five (hours)"."""
    if not re.search(r"\bbetween\W*$", number.doc[max(0, number.left_edge.i - 2) : number.i].text, re.IGNORECASE):
        return None
    after = number.doc[number.i + 1 : number.i + 5]
    return next((token for token in after if token.like_num), None)


def _is_plural(number: Token) -> bool:
    """Whether the word says many of them: "dozens" are two dozen at least."""
    return number.lemma_.lower() in _SCALES and number.lower_.endswith("s")


def _value(number: Token) -> float | None:
    text = number.lower_.replace(",", "")
    try:
        value = float(text)
    except ValueError:
        base = _WORDS.get(text, _SCALES.get(number.lemma_.lower()))
        if base is None:
            return None
        value = float(base) * (2 if _is_plural(number) else 1)
    factors = [child for child in number.children if child.dep_ == "compound" and child.like_num]
    if number.lemma_.lower() in _SCALES and factors and (factor := _value(factors[0])) is not None:
        value *= factor
    return value
