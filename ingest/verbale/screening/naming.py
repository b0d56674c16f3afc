"""A name made ready to be compared: its words, what they are for, and its readings by syllables."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from verbale.reference.folding import fold
from verbale.screening.sounds import latin, readings, skeleton
from verbale.screening.syllables import Syllabic, parsed
from verbale.screening.tables import table

__all__ = ["Name", "Word", "prepared"]

_WORD = re.compile(r"[^\W_]+")
_VOWELLESS = re.compile(r"[\u0590-\u07ff]")


@dataclass(frozen=True, slots=True, eq=False)  # one of each text, so that caches need not look into it
class Word:
    """A word of a name that can tell persons apart."""

    text: str
    readings: frozenset[str]
    skeleton: str
    sex: str | None  # what a patronymic tells; other words tell nothing

    @property
    def initial(self) -> bool:
        """Whether it is only a letter."""
        return len(self.text) == 1


@dataclass(frozen=True, slots=True)
class Name:
    """A name's words in their order, titles and particles left out."""

    text: str
    words: tuple[Word, ...]
    surname: int | None  # the word that the writer marks as the family's, by a comma or capitals
    vowelless: bool  # from a script that writes no short vowels
    syllabic: tuple[Syllabic, ...]


@lru_cache(maxsize=400_000)
def prepared(text: str, person: bool = True) -> Name:
    """The name, read; an organisation's has no titles or family name, but legal forms to leave out."""
    plain = re.sub(r"\([^)]*\)", " ", text.replace("\u200c", ""))
    head, comma, tail = plain.partition(",")
    turned = f"{tail} {head}" if person and comma and tail.strip() else plain
    vowelless = bool(_VOWELLESS.search(text))
    kept = _kept(turned, person)
    surname = _surname(turned, head, bool(comma), kept) if person else None
    bare = fold(turned)
    plain_words = _kept(bare, person) if bare.isascii() else kept  # many write "Simsek" where the marks say "Shimshek"
    words = tuple(
        _word(*pair) for pair in zip(kept, plain_words if len(plain_words) == len(kept) else kept, strict=True)
    )
    syllabic = parsed(kept, surname) if person else ()
    return Name(text, words, surname, vowelless, syllabic)


def _kept(text: str, person: bool) -> tuple[str, ...]:
    rules = table("words")
    dropped = _dropped(person)
    words = _WORD.findall(latin(text))
    if person and len(words) > 1 and any(word in rules["particles"] for word in words):
        words = ["abd" if re.fullmatch("abd[aeou]l?", word) else word for word in words]
    kept = [word for word in words if word not in dropped] or words
    joined: list[str] = []
    for word in kept:  # "Abd al-Rahman" is one given name, like "Abdulrahman"
        if joined and re.fullmatch("abd([aeou][lrsdntz])?", joined[-1]):
            joined[-1] = "abd" + word
        else:
            joined.append(word)
    return tuple(joined)


@cache
def _dropped(person: bool) -> frozenset[str]:
    rules = table("words")
    return frozenset(rules["particles"] + rules["titles"] if person else rules["articles"] + rules["legal_forms"])


def _surname(turned: str, head: str, comma: bool, kept: tuple[str, ...]) -> int | None:
    """Which word is marked: before the comma, or alone in capitals."""
    if comma:
        marked = _kept(head, True)
    else:
        words = _WORD.findall(turned)
        capitals = [word for word in words if len(word) > 1 and word.isupper()]
        marked = _kept(" ".join(capitals), True) if capitals and len(capitals) < len(words) else ()
    return kept.index(marked[-1]) if marked and marked[-1] in kept else None


@lru_cache(maxsize=400_000)
def _word(text: str, bare: str) -> Word:
    rules = table("words")
    sex = None
    if re.search(rules["patronymics_male"], text):
        sex = "male"
    elif re.search(rules["patronymics_female"], text):
        sex = "female"
    return Word(text, readings(text) | readings(bare), skeleton(text), sex)
