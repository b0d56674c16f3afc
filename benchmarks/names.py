"""Measure the comparing of names: ``python -m benchmarks.names LISTS_FOLDER``.

LISTS_FOLDER holds the UN's, OFAC's and the EU's lists (see ``listed_names``). The same: a person's primary name
and each alias of which at least half the letters agree (a nom de guerre is no spelling). The different: the name of
a person and the nearest name of another, whose years of birth are known and not the same. Nearness is
Levenshtein's, of the sorted words. Languages are told by nationality or programme. Every other pair is for tuning
(``--tuning``, which also shows what went wrong), the rest for the report.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts
from rigour.text import levenshtein_similarity

from benchmarks.listed_names import Listed, everyone
from verbale.listed import ListedName, ListedParty
from verbale.reference.folding import fold
from verbale.screening import Index, Subject, likeness
from verbale.screening.likeness import MATCH, REVIEW

LANGUAGES = {
    "Arabic": ("Iraq", "Syria", "Saudi", "Yemen", "Egypt", "Libya", "Tunisia", "Lebanon", "Jordan", "Algeria"),
    "Persian": ("Iran", "IRAN", "Afghan"),
    "Russian": ("Russia", "RUSSIA", "EU-RUS"),
    "Ukrainian": ("Ukrain", "UKRAINE", "EU-UKR"),
    "Korean": ("Korea", "DPRK"),
    "Chinese": ("China", "Chinese", "Taiwan"),
    "Burmese": ("Burma", "Myanmar", "BURMA"),
    "Spanish": ("Colombia", "Venezuela", "Mexic", "Nicaragua", "Cuba", "Spain", "SDNT", "VENEZUELA"),
    "Turkish": ("Turk",),
}
EACH = 32  # pairs of a language, 200 and some of each kind in all
CROWD = 500  # persons of a language among whom neighbours are sought
PLAIN = 0.5
QUERIES = 10_000
SCANNED = 20  # names of the scan, which is slow

Pair = tuple[str, str]


def language(listed: Listed) -> str | None:
    """The language of a person's names."""
    return next((name for name, words in LANGUAGES.items() if any(word in listed.country for word in words)), None)


def plainly(one: str, other: str) -> float:
    """Levenshtein's similarity of the folded, sorted words: a plain comparison."""
    first, second = (" ".join(sorted(fold(name).split())) for name in (one, other))
    return levenshtein_similarity(first, second, max_edits=None)


def by_rigour(one: str, other: str) -> float:
    """The share of the letters that rigour's comparison of name parts aligns, each by its score."""
    left, right = (sorted(analyze_names(NameTypeTag.PER, [name]), key=str) for name in (one, other))
    if not left or not right:
        return 0.0
    aligned = compare_parts(*align_person_name_order(left[0].parts, right[0].parts))
    letters = [len(edge.qstr) + len(edge.rstr) for edge in aligned]
    return sum(edge.score * many for edge, many in zip(aligned, letters, strict=True)) / sum(letters)


def same(people: list[Listed]) -> Iterator[Pair]:
    """Names and their other spellings."""
    for person in people:
        for alias in person.names[1:]:
            if len(alias.split()) > 1 and PLAIN <= plainly(person.names[0], alias) < 1:
                yield person.names[0], alias


def different(people: list[Listed]) -> Iterator[Pair]:
    """Names and their nearest neighbours, the nearest first."""
    dated = [person for person in people[:CROWD] if person.years]
    found = []
    for number, person in enumerate(dated):
        others = [other for other in dated[number + 1 :] if not other.years & person.years]
        if others:
            near, other = max(((plainly(person.names[0], o.names[0]), o) for o in others), key=lambda pair: pair[0])
            if near < 1:
                found.append((near, person.names[0], other.names[0]))
    for _, one, other in sorted(found, reverse=True):
        yield one, other


def pairs(people: list[Listed], kind: Callable[[list[Listed]], Iterator[Pair]], half: int) -> list[tuple[str, Pair]]:
    """The half of the pairs of a kind, with their languages."""
    found = []
    for name in LANGUAGES:
        chosen = list(zip(range(EACH), kind([person for person in people if language(person) == name]), strict=False))
        found += [(name, pair) for _, pair in chosen]
    return found[half::2]


def quality(people: list[Listed], half: int) -> None:
    """The table of found and falsely found, at the thresholds of match and of review."""
    alike, unlike = pairs(people, same, half), pairs(people, different, half)
    ways = {"verbale": lambda a, b: likeness(a, b).score, "rigour": by_rigour, "Levenshtein": plainly}
    print(f"{len(alike)} pairs of the same, {len(unlike)} of different persons\n")
    print("| way | threshold | same found | different found | precision |\n| --- | --- | --- | --- | --- |")
    for way, score in ways.items():
        for least in (MATCH, REVIEW):
            right, wrong = (sum(score(*pair) >= least for _, pair in kind) for kind in (alike, unlike))
            share = right / (right + wrong) if right + wrong else 1
            print(f"| {way} | {least} | {right} | {wrong} | {share:.3f} |")
    print("\n| language | same | matched | for review | different | matched |\n| --- | --- | --- | --- | --- | --- |")
    for name in LANGUAGES:
        hits = [likeness(*pair).score for tongue, pair in alike if tongue == name]
        misses = [likeness(*pair).score for tongue, pair in unlike if tongue == name]
        matched, seen = (sum(hit >= least for hit in hits) for least in (MATCH, REVIEW))
        wrong = sum(miss >= MATCH for miss in misses)
        print(f"| {name} | {len(hits)} | {matched} | {seen - matched} | {len(misses)} | {wrong} |")
    if half == 0:
        for name, pair in unlike:
            if likeness(*pair).score >= MATCH:
                print("wrong:", name, *pair, likeness(*pair).reasons)
        for name, pair in alike:
            if likeness(*pair).score < REVIEW:
                print("missed:", name, *pair, likeness(*pair).reasons)


def speed(people: list[Listed]) -> None:
    """Names a second through the index, and through a plain scan."""
    parties = [
        ListedParty(str(number), "Person", tuple(ListedName(name, "strong", "Latn") for name in person.names), ())
        for number, person in enumerate(people)
    ]
    names = [name for person in people for name in person.names]
    asked = (names * (QUERIES // len(names) + 1))[:QUERIES]
    begin = time.perf_counter()
    index = Index([("un", parties)])
    built = time.perf_counter() - begin
    times = []
    for name in asked:
        begin = time.perf_counter()
        index.screened(Subject(name, type="Person"))
        times.append(time.perf_counter() - begin)
    folded = [" ".join(sorted(fold(name).split())) for name in names]
    begin = time.perf_counter()
    for name in folded[:SCANNED]:
        max(levenshtein_similarity(name, other, max_edits=None) for other in folded)
    scanned = (time.perf_counter() - begin) / SCANNED
    slowest = statistics.quantiles(times, n=100)[98]
    print(f"\n{len(names):,} listed names, index built in {built:.1f} s; {QUERIES:,} names screened:")
    print(f"{QUERIES / sum(times):,.0f} a second, 99 of 100 in {slowest * 1000:.1f} ms.")
    print(f"A plain scan: {1 / scanned:,.1f} names a second")


def main() -> None:
    """Print the figures, of the half that was not tuned on unless it is asked for."""
    people = list(everyone(Path(sys.argv[1])))
    tuning = "--tuning" in sys.argv[2:]
    quality(people, 0 if tuning else 1)
    if not tuning:
        speed(people)


if __name__ == "__main__":
    main()
