"""Korean, Chinese, Vietnamese and Burmese names by family name and syllables."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from verbale.screening.tables import table

__all__ = ["LANGUAGES", "Syllabic", "agreement", "keys", "parsed"]

LANGUAGES = ("korean", "chinese", "vietnamese", "burmese")
_LONGEST = 7  # letters of a syllable
_MOST = 5  # syllables of a name
Agreement = Literal["same", "near", "initial", "different"]


@dataclass(frozen=True, slots=True)
class Syllabic:
    """A name of one of these languages: its family name (in Burmese none) and the syllables given."""

    language: str
    family: str
    given: tuple[str, ...]


@lru_cache(maxsize=400_000)
def parsed(words: tuple[str, ...], surname: int | None = None) -> tuple[Syllabic, ...]:
    """The ways of reading the words as such a name; ``surname`` is which word the list marks as the family's.

    The family name stands first, or last in a name turned round for foreign readers.
    """
    if not 1 < len(words) <= _MOST:
        return ()
    found: list[Syllabic] = []
    for language in LANGUAGES:
        if language == "burmese":
            found += _burmese(words)
            continue
        places = (surname,) if surname is not None else (0, len(words) - 1)
        for place in dict.fromkeys(places):
            rest = [_split(word, language) for word in (*words[:place], *words[place + 1 :])]
            if _families(language).get(words[place]) and all(rest):
                given = tuple(part for parts in rest for part in parts)
                if len(given) <= _MOST - 1:
                    found.append(Syllabic(language, words[place], given))
    return tuple(found)


def _burmese(words: tuple[str, ...]) -> Iterator[Syllabic]:
    known, honours = _families("burmese"), table("syllables")["burmese"]["honours"]
    rest = tuple(word for place, word in enumerate(words) if place or word not in honours)
    if rest and sum(word in known for word in rest) * 2 > len(rest) and all(len(word) <= _LONGEST for word in rest):
        yield Syllabic("burmese", "", rest)


@cache
def _families(language: str) -> dict[str, frozenset[object]]:
    """The groups of family names, by their spellings."""
    found: dict[str, set[object]] = {}
    for number, group in enumerate(table("syllables")[language]["families"]):
        for spelling in group:
            found.setdefault(spelling, set()).add(number)
    return {spelling: frozenset(groups) for spelling, groups in found.items()}


@lru_cache(maxsize=100_000)
def _parts(syllable: str, language: str) -> tuple[str, str, str] | None:
    """Initial, vowel and final of a syllable, where it is one."""
    rules = table("syllables")[language]
    for initial in rules["initials"]:
        if not syllable.startswith(initial):
            continue
        for final in rules["finals"]:
            vowel = syllable[len(initial) : len(syllable) - len(final)]
            if syllable.endswith(final) and vowel in rules["vowels"]:
                return rules["alike"].get(initial, initial), vowel, final
    return None


@lru_cache(maxsize=100_000)
def _split(word: str, language: str) -> tuple[str, ...]:
    """The word as one to three syllables, the fewest and longest first; nothing where it is no such word."""
    if _parts(word, language):
        return (word,)
    for cut in range(min(_LONGEST, len(word) - 1), 0, -1):
        if _parts(word[:cut], language) and (rest := _split(word[cut:], language)) and len(rest) < 3:
            return (word[:cut], *rest)
    return ()


@lru_cache(maxsize=200_000)
def agreement(one: Syllabic, other: Syllabic) -> tuple[Agreement, str]:
    """Whether two names of one language are the same, may be, or are different; and why, in words."""
    if one.language == "burmese":
        known = _families("burmese")
        pairs = list(zip(one.given, other.given, strict=False))
        alike = all(a == b or known.get(a, frozenset("a")) & known.get(b, frozenset("b")) for a, b in pairs)
        if alike and len(one.given) == len(other.given):
            return "same", "every syllable of the Burmese name agrees"
        return "different", "the Burmese names differ by a syllable, and they have no family name"
    families = _families(one.language)
    names = f"{one.family.title()} and {other.family.title()}"
    related = bool(families[one.family] & families[other.family])
    if not related and not _dropped(one, other):
        return "different", f"family names {names} differ"
    if len(one.given) != len(other.given):
        return "different", f"given names have {len(one.given)} and {len(other.given)} syllables"
    found = [_syllable(a, b, one.language) for a, b in zip(one.given, other.given, strict=True)]
    if not related:
        found.append(("near", f"family names {names} may be one, as the south and the north write it"))
    if sum(verdict != "same" for verdict, _ in found) > 1 and any(verdict == "initial" for verdict, _ in found):
        return "different", "; ".join(why for _, why in found if why)
    for degree in ("different", "initial", "near"):
        for verdict, why in found:
            if verdict == degree:
                return verdict, why
    return "same", f"family name and every given syllable agree as {one.language.title()}"


def _dropped(one: Syllabic, other: Syllabic) -> bool:
    """Whether the family names differ by an r or n that the south of Korea does not write: Ryu and Yu, Ro and No."""
    if one.language != "korean" or not (_parts(one.family, "korean") and _parts(other.family, "korean")):
        return False
    return _syllable(one.family, other.family, "korean")[0] == "near"


def _syllable(one: str, other: str, language: str) -> tuple[Agreement, str]:
    if one == other:
        return "same", ""
    rules = table("syllables")[language]
    first, second = _parts(one, language), _parts(other, language)
    assert first
    assert second
    why = f"given syllables {one.title()} and {other.title()} differ"
    vowels = set(rules["vowels"][first[1]].split()) & set(rules["vowels"][second[1]].split())
    finals = {first[2], second[2]}
    if not vowels or (len(finals) > 1 and finals not in ({"k", "g"}, {"p", "b"})):
        return "different", why
    if first[0] == second[0]:
        return "same", ""
    if any({first[0], second[0]} <= set(series) for series in rules["series"]):
        return "near", why + " by an initial that romanisations mix: one spelling may stand for two names"
    return "initial", why + " by their initial only, which needs a person's eye"


def keys(name: Syllabic) -> Iterator[str]:
    """What names that may agree have in common: the family and the ends of the given syllables."""
    if name.language == "burmese":
        return
    ends = []
    for syllable in name.given:
        parts = _parts(syllable, name.language)
        assert parts
        ends.append({"g": "k", "b": "p"}.get(parts[2], parts[2]))
    families = _families(name.language)
    groups = families[name.family]
    if name.language == "korean" and name.family[0] in "rn":
        groups |= families.get(name.family[1:], frozenset())
    for group in sorted(groups, key=str):
        yield f"{name.language}/{group}/{'-'.join(ends)}"
