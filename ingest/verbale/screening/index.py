"""The listed names by the sounds of their words, so that few are compared with a name."""

from collections.abc import Iterable, Iterator

from verbale.errors import UnknownName
from verbale.listed import ListedName, ListedParty, ListName
from verbale.screening.judging import Result, Subject, judged
from verbale.screening.naming import Name, Word, prepared
from verbale.screening.syllables import keys

__all__ = ["Index"]

_STUB = 3  # consonants that near spellings have in common


class Index:
    """Listed parties, in memory, found by two words or by family name and syllables."""

    def __init__(self, lists: Iterable[tuple[ListName, Iterable[ListedParty]]]) -> None:
        """Read all names of the lists; seconds for a hundred thousand."""
        self._entries: list[tuple[ListName, ListedParty]] = []
        self._numbers: dict[str, int] = {}
        self._owners: list[tuple[int, ListedName]] = []
        self._by_word: dict[str, set[int]] = {}
        self._by_family: dict[str, set[int]] = {}
        self._lone: set[int] = set()
        self._vowelless: set[int] = set()
        for name, parties in lists:
            for party in parties:
                self._numbers[f"{name}:{party.id}"] = len(self._entries)
                for listed in party.names:
                    self._add(prepared(listed.text, party.type == "Person"), (len(self._entries), listed))
                self._entries.append((name, party))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    def __contains__(self, entry: str) -> bool:
        """Whether there is an entry "un:KPi.001"."""
        return entry in self._numbers

    def entry(self, entry: str) -> tuple[ListName, ListedParty]:
        """The party of "un:KPi.001". Raises UnknownName."""
        if entry not in self._numbers:
            raise UnknownName(f"no list in the store has the entry {entry!r}: write it as `verbale screen` prints it")
        return self._entries[self._numbers[entry]]

    def _add(self, name: Name, owner: tuple[int, ListedName]) -> None:
        number = len(self._owners)
        self._owners.append(owner)
        if len(name.words) == 1:
            self._lone.add(number)
        if name.vowelless:
            self._vowelless.add(number)
        for word in name.words:
            for key in _keys(word):
                self._by_word.setdefault(key, set()).add(number)
        for syllabic in name.syllabic:
            for key in keys(syllabic):
                self._by_family.setdefault(key, set()).add(number)

    def screened(self, subject: Subject) -> tuple[Result, ...]:
        """The entries that match or need a person's eye, the best first."""
        near = self._candidates(subject)
        results = [judged(subject, *self._entries[number], tuple(names)) for number, names in near.items()]
        found = [result for result in results if result.verdict != "no match"]
        return tuple(sorted(found, key=lambda result: (-result.score, result.entry)))

    def _candidates(self, subject: Subject) -> dict[int, list[ListedName]]:
        """The numbers of the parties with names that may be the subject's, and these, in the lists' order."""
        numbers: set[int] = set()
        kinds = {None: (True, False), "Person": (True,), "Organization": (False,)}[subject.type]
        for spelling in (subject.name, *subject.aliases):
            for person in kinds:
                numbers |= self._near(prepared(spelling, person))
        found: dict[int, list[ListedName]] = {}
        for number in sorted(numbers):
            owner, name = self._owners[number]
            found.setdefault(owner, []).append(name)
        return found

    def _near(self, name: Name) -> set[int]:
        once: set[int] = set()
        twice: set[int] = set()
        sure: set[int] = set()  # at least one word must be the same, not only near
        for word in name.words:
            bearers = set().union(*(self._by_word.get(key, set()) for key in _keys(word)))
            sure = sure.union(*(self._by_word.get(key, set()) for key in word.readings))
            twice |= once & bearers
            once |= bearers
        twice = once if len(name.words) == 1 else twice if name.vowelless else twice & (sure | self._vowelless)
        families = (self._by_family.get(key, set()) for syllabic in name.syllabic for key in keys(syllabic))
        return twice.union(once & self._lone, *families)


def _keys(word: Word) -> Iterator[str]:
    yield from sorted(word.readings)
    if len(word.skeleton) >= _STUB:
        yield "#" + word.skeleton[:_STUB]
    elif word.skeleton:
        yield "=" + word.skeleton
