"""Names for the things of one article: one for each, no two alike, and the article's other words for it."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Called", "Named", "Thing", "named_apart"]

# Words that stand for a name without being one, lower case; English, as the articles are.
_PRONOUNS = """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves this that these those
    who whom whose which one ones another other others each both all some any none
"""


class Thing(NamedTuple):
    """An actor or a place as the graph has it."""

    iri: str
    type: str
    label: str
    country: str | None = None
    identity: str | None = None


class Named(NamedTuple):
    """An actor or a place under the one name that it has in the article."""

    iri: str
    type: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    identity: str | None


class Called(NamedTuple):
    """The things in the order of the text, and what each IRI is called."""

    things: tuple[Named, ...]
    by_iri: dict[str, str]

    def name(self, iri: str) -> str:
        """What the thing of that IRI is called."""
        return self.by_iri[iri]

    def names(self, iris: Iterable[str]) -> list[str]:
        """The names of those that are among these things, each once, in the order of the text."""
        asked = {self.by_iri[iri] for iri in iris if iri in self.by_iri}
        return [thing.name for thing in self.things if thing.name in asked]


def named_apart(things: Iterable[Thing], mentions: Iterable[tuple[str, int, str]], needed: set[str]) -> Called:
    """The things that are mentioned or needed, named.

    ``mentions`` are IRI, start and words. Two things of one label are told apart by the longer name
    that one of them has in the text; where there is none, they are the same to the reader, and become one.
    """
    known = {thing.iri: thing for thing in things}
    words = _words(known, mentions)
    first = {iri: number for number, iri in enumerate(words)}
    listed = sorted(
        (iri for iri in known if iri in words or iri in needed), key=lambda iri: (first.get(iri, len(first)), iri)
    )
    by_iri: dict[str, str] = {}
    taken: set[str] = set()
    # The one that is spoken of most keeps the label.
    for iri in sorted(listed, key=lambda iri: -len(words.get(iri, ()))):
        label = known[iri].label
        fuller = [word for word in words.get(iri, ()) if _key(label) in _key(word) and _key(word) not in taken]
        longest = max(fuller, key=len, default=label)
        by_iri[iri] = label if _key(label) not in taken else longest
        taken.add(_key(by_iri[iri]))
    named: dict[str, Named] = {}
    for iri in listed:
        named_before = named.get(_key(by_iri[iri]))
        by_iri[iri] = named_before.name if named_before else by_iri[iri]
        named[_key(by_iri[iri])] = _merged(named_before, known[iri], by_iri[iri], words.get(iri, []))
    return Called(tuple(named.values()), by_iri)


def _words(known: dict[str, Thing], mentions: Iterable[tuple[str, int, str]]) -> dict[str, list[str]]:
    """What the text calls each thing, in the order of first mention; words for several at once do not name any."""
    meant: dict[tuple[int, str], list[str]] = {}
    for iri, start, quote in mentions:
        if iri in known:
            meant.setdefault((start, quote), []).append(iri)
    pronouns = frozenset(_PRONOUNS.split())
    words: dict[str, list[str]] = {}
    for (_, quote), iris in meant.items():
        for iri in iris:
            words.setdefault(iri, [])
            if len(iris) == 1 and (quote == "US" or _key(quote) not in pronouns):
                words[iri].append(quote)
    return words


def _merged(before: Named | None, thing: Thing, name: str, words: Iterable[str]) -> Named:
    aliases = [*(before.aliases if before else ()), *words]
    others = tuple(alias for alias in dict.fromkeys(aliases) if alias != name)
    if before:
        return before._replace(aliases=others)
    return Named(thing.iri, thing.type, name, others, thing.country, thing.identity)


def _key(name: str) -> str:
    """The name as a reader compares it: without case and a leading article."""
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
