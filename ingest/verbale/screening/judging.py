"""Whether an actor is a listed party: the name, with what else is known for and against it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.listed import ListedName, ListedParty, ListName, Stated
from verbale.screening.likeness import MATCH, REVIEW, Likeness, likeness
from verbale.screening.tables import table

__all__ = ["Result", "Subject", "Verdict", "judged"]

Verdict = Literal["match", "review", "no match"]

_WEAK = 0.85  # what a low-quality alias is worth at most
_LIFTED = 0.92
_CONTRADICTED = 0.3
_ELSEWHERE = 0.12  # what a country that is not on the entry takes off: people have several


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is looked for: the name, and all that is known of the bearer."""

    name: str
    aliases: tuple[str, ...] = ()
    type: Literal["Person", "Organization"] | None = None
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    positions: tuple[str, ...] = ()
    births: tuple[Stated, ...] = ()
    gender: Literal["male", "female"] | None = None
    id: str | None = None  # the actor's IRI, where the subject is one of a store


@dataclass(frozen=True, slots=True)
class Result:
    """What came of comparing a subject with an entry: the score from 0 to 1, the verdict, the reasons in words."""

    subject: Subject
    list: ListName
    party: ListedParty
    score: float
    verdict: Verdict
    reasons: tuple[str, ...]

    @property
    def entry(self) -> str:
        """The entry as people write it: the list and the list's number of the party, "un:KPi.001"."""
        return f"{self.list}:{self.party.id}"


def judged(subject: Subject, list: ListName, party: ListedParty, names: tuple[ListedName, ...] | None = None) -> Result:
    """The verdict on one subject and one entry.

    The names decide (all of the entry's, or those given); a birth date or a sex that contradicts makes no match
    whatever the names. A doubt about the names is lifted by the same day of birth, or by two of: year of birth,
    country, post.
    """
    if subject.type and (subject.type == "Person") != (party.type == "Person"):
        return Result(subject, list, party, 0.0, "no match", ("a person is not an organisation or a ship",))
    found, name = _closest(subject, party, names or party.names)
    reasons = [f'"{subject.name}" against "{name.text}" ({_told(name)})', *found.reasons]
    if against := _contradiction(subject, party):
        return Result(subject, list, party, min(found.score, _CONTRADICTED), "no match", (*reasons, against))
    score, support = found.score, _support(subject, party)
    reasons += [why for why, _ in support]
    if _elsewhere(subject, party) and score >= REVIEW:
        score -= _ELSEWHERE
        reasons.append(f"the entry's countries ({', '.join(_countries(party))}) are not {', '.join(subject.countries)}")
    elif found.liftable and REVIEW <= score < MATCH and sum(worth for _, worth in support) >= 2:
        score = _LIFTED
        reasons.append("what else is known lifts the doubt about the name")
    verdict: Verdict = "match" if score >= MATCH else "review" if score >= REVIEW else "no match"
    return Result(subject, list, party, round(score, 3), verdict, tuple(reasons))


def _told(name: ListedName) -> str:
    return {"primary": "primary name", "strong": "alias", "weak": "weak alias"}[name.quality]


def _closest(subject: Subject, party: ListedParty, names: tuple[ListedName, ...]) -> tuple[Likeness, ListedName]:
    """The best likeness of any two of their names; the entry's earlier name where two are alike."""
    best: tuple[Likeness, ListedName] | None = None
    for name in names:
        for spelling in (subject.name, *subject.aliases):
            found = likeness(spelling, name.text, party.type == "Person")
            if name.quality == "weak" and found.score > _WEAK:
                found = Likeness(_WEAK, (*found.reasons, "the list calls this alias weak"), True)
            if best is None or found.score > best[0].score:
                best = found, name
    assert best, "a listed party has a name"
    return best


def _contradiction(subject: Subject, party: ListedParty) -> str | None:
    if subject.gender and party.gender and subject.gender != party.gender:
        return f"the entry is of a {party.gender} person, not a {subject.gender} one"
    mine, theirs = _bounded(subject.births), _bounded(party.births)
    if mine and theirs and not any(_overlap(a, b) for a in mine for b in theirs):
        return f"born {mine[0][2]}, the entry {' or '.join(words for _, _, words in theirs)}"
    return None


_Born = tuple[date, date, str]  # the first and the last possible day, and the words


def _bounded(births: tuple[Stated, ...]) -> list[_Born]:
    return [(birth.earliest, birth.latest, birth.words) for birth in births if birth.earliest and birth.latest]


def _overlap(one: _Born, other: _Born) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _support(subject: Subject, party: ListedParty) -> list[tuple[str, int]]:
    """What speaks for it, and its worth: a day of birth 2, all else 1."""
    found = []
    births = [(a, b) for a in _bounded(subject.births) for b in _bounded(party.births) if _overlap(a, b)]
    if any(a[0] == a[1] == b[0] == b[1] for a, b in births):
        found.append((f"the same day of birth, {births[0][0][2]}", 2))
    elif births:
        found.append((f"born {births[0][0][2]}, which the entry's {births[0][1][2]} allows", 1))
    if shared := [country for country in subject.countries if country in _countries(party)]:
        found.append((f"the same country, {', '.join(shared)}", 1))
    mine, theirs = _post_words(subject.positions), _post_words(party.positions)
    if shared := [word for word in mine if word in theirs]:
        found.append((f"the post: {', '.join(shared)}", 1))
    return found


def _post_words(positions: tuple[str, ...]) -> list[str]:
    common = table("words")["posts"]
    return [word for post in positions for word in re.findall(r"\w+", post.lower()) if word not in common]


def _countries(party: ListedParty) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*party.nationalities, *party.countries)))


def _elsewhere(subject: Subject, party: ListedParty) -> bool:
    """Whether both tell countries, all of the entry's are known, and none is in common."""
    theirs = _countries(party)
    return bool(
        subject.countries
        and theirs
        and all(len(country) == 2 for country in theirs)
        and not set(theirs) & set(subject.countries)
    )
