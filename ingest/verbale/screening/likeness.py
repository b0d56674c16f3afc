"""Two names compared: how alike they are, from 0 to 1, and why."""

from dataclasses import dataclass
from functools import lru_cache

from rigour.text import levenshtein

from verbale.screening.naming import Name, Word, prepared
from verbale.screening.syllables import agreement
from verbale.screening.tables import table

__all__ = ["MATCH", "REVIEW", "Likeness", "likeness"]

MATCH = 0.9
"""From this score on, two names are one person's where nothing contradicts."""
REVIEW = 0.7
"""From this score on, a person's eye is needed."""
_ONE_WORD = 0.75  # a lone name that is looked for, borne by the other
_LONE_ALIAS = 0.6  # a full name that is looked for, and the other has one word of it
_NEAR = 0.8  # agreement that needs support
_INITIAL = 0.72  # East Asian names that differ by one initial, which no support makes one person
_UNLIKE = 0.4


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score, the reasons in words, and whether support by birth date, country or post may lift it to a match."""

    score: float
    reasons: tuple[str, ...]
    liftable: bool = False


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str, person: bool = True) -> Likeness:
    """How alike a name that is looked for (``one``) and a listed name are.

    Never a match on a single word. Names of East Asia are compared by syllables, all others by words: each must
    agree in some system of romanisation; a word that only one side has must be a patronymic to be no doubt.
    """
    return compared(prepared(one, person), prepared(other, person), person)


def compared(one: Name, other: Name, person: bool) -> Likeness:
    """As ``likeness``, of names that are prepared."""
    if [word.text for word in one.words] == [word.text for word in other.words] and len(one.words) > 1:
        if any(word.initial for word in one.words):
            return Likeness(_NEAR, ("the names are written alike, but with an initial",), True)
        return Likeness(1.0, ("the names are written alike",))
    if syllabic := _syllabic(one, other):
        return syllabic
    if not one.words or not other.words:
        return Likeness(0.0, ("there is no name to compare",))
    return _worded(one, other, person)


def _syllabic(one: Name, other: Name) -> Likeness | None:
    """The best agreement of two readings in one language; nothing where they have no language in common."""
    order = {"same": 3, "near": 2, "initial": 1, "different": 0}
    found = [
        agreement(mine, theirs)
        for mine in one.syllabic
        for theirs in other.syllabic
        if mine.language == theirs.language
    ]
    if not found:
        return None
    degree, why = max(found, key=lambda pair: order[pair[0]])
    if degree == "same":
        return Likeness(0.97, (why,))
    if degree == "near":
        return Likeness(_NEAR, (why,), True)
    return Likeness(_INITIAL if degree == "initial" else _UNLIKE, (why,))


def _worded(one: Name, other: Name, person: bool) -> Likeness:
    bare = one.vowelless != other.vowelless
    pairs, mine, theirs = _aligned(one.words, other.words, bare)
    same = [(a, b) for a, b, how in pairs if how == "same"]
    near = [(a, b) for a, b, how in pairs if how == "near"]
    if mine and theirs:
        return _apart(mine, theirs, len(pairs))
    reasons = [f"{a.text.title()} and {b.text.title()} are spellings of one name" for a, b in same if a.text != b.text]
    reasons += [f"{a.text.title()} is near to {b.text.title()} but not the same" for a, b in near]
    if same and not reasons:
        reasons.append("the words in common: " + ", ".join(a.text.title() for a, _ in same))
    if len(same) + len(near) < 2 or not same:
        score = _ONE_WORD if same and len(one.words) == 1 else _LONE_ALIAS
        return Likeness(score, (*reasons, "only one name is in common"))
    extra = [word for word in (*mine, *theirs) if not (person and word.sex)]
    if near:
        return Likeness(
            _NEAR - 0.03 * (len(near) - 1) - 0.03 * len(extra), tuple(reasons), not extra and len(near) == 1
        )
    if extra:
        words = ", ".join(word.text.title() for word in extra)
        score = _NEAR + 0.05 - 0.04 * (len(extra) - 1)
        return Likeness(max(score, 0.6), (*reasons, f"only one side has {words}"), True)
    patronymics = [word.text.title() for word in (*mine, *theirs)]
    reasons += [f"the patronymic {word} adds and contradicts nothing" for word in patronymics]
    if bare:
        return Likeness(_NEAR + 0.05, (*reasons, "the original script writes no vowels"), True)
    return Likeness(0.98 if not patronymics else 0.95, tuple(reasons))


def _apart(mine: list[Word], theirs: list[Word], common: int) -> Likeness:
    """Both sides have words that the other lacks."""
    left, right = (", ".join(word.text.title() for word in words) for words in (mine, theirs))
    return Likeness(min(0.2 + 0.15 * common, 0.65), (f"{left} on one side, {right} on the other",))


_Aligned = tuple[list[tuple[Word, Word, str]], list[Word], list[Word]]


def _aligned(one: tuple[Word, ...], other: tuple[Word, ...], bare: bool) -> _Aligned:
    """The words that agree, the surest first, and those left over on each side."""
    mine, theirs = list(one), list(other)
    pairs: list[tuple[Word, Word, str]] = []
    for wanted in ("same", "near"):
        for word in tuple(mine):
            found = next((match for match in theirs if _agreement(word, match, bare) == wanted), None)
            if found:
                pairs.append((word, found, wanted))
                mine.remove(word)
                theirs.remove(found)
    return pairs, mine, theirs


@lru_cache(maxsize=400_000)
def _agreement(one: Word, other: Word, bare: bool) -> str:
    if one.text == other.text:
        return "near" if one.initial else "same"
    if bool(one.sex) != bool(other.sex):
        return "different"  # a patronymic is not the given name that it is made of
    if one.initial or other.initial:
        return "near" if one.text[0] == other.text[0] else "different"
    if one.sex != other.sex or (one.text[-1] != other.text[-1] and _of_two_sexes(one.text, other.text)):
        return "different"
    if one.readings & other.readings or (bare and one.skeleton and one.skeleton == other.skeleton):
        return "same"
    if levenshtein(one.skeleton, other.skeleton) > 2:
        return "different"
    longer = max(len(one.text), len(other.text))
    if longer >= 5 and min(levenshtein(a, b) for a in one.readings for b in other.readings) <= 1 + (longer >= 9):
        return "near"
    return "different"


def _of_two_sexes(one: str, other: str) -> bool:
    """Whether the one is a man's surname and the other his sister's."""
    for man, woman in table("words")["gendered"]:
        for his, hers in ((one, other), (other, one)):
            if his.endswith(man) and hers.endswith(woman) and his[: -len(man)] == hers[: -len(woman)]:
                return True
    return False
