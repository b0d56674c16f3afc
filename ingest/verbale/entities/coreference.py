"""Chains: the mentions of one and the same actor or place, brought together."""

from dataclasses import dataclass, field

from verbale.entities.naming import plain
from verbale.entities.reference import Reference
from verbale.model import Chain, Document, Mention, Paragraph

__all__ = ["chains"]


@dataclass(slots=True)
class _Growing:
    """A chain while the article is read on."""

    name: str
    type: str
    key: str
    mentions: list[Mention] = field(default_factory=list)


def chains(
    document: Document, paragraphs: tuple[Paragraph, ...], mentions: tuple[Mention, ...], reference: Reference
) -> tuple[Chain, ...]:
    """The chains of an article in the order of their first mentions.

    Names are one when reference data say so or when their words are the same; a bare
    surname is the person whose full name ends in it.
    """
    growing: list[_Growing] = []
    for mention in mentions:
        if mention.kind == "name":
            _join(mention, growing, reference)
    return tuple(Chain(tuple(chain.mentions), chain.name, chain.type) for chain in growing)


def _join(mention: Mention, growing: list[_Growing], reference: Reference) -> None:
    name = plain(mention.text)
    known = reference.known(name)
    key = known.id if known and known.type in (mention.type, "State") and mention.type != "Person" else name.casefold()
    for chain in growing:
        if (chain.type == mention.type and chain.key == key) or _same_person(chain, mention, name):
            chain.mentions.append(mention)
            if mention.type == "Person" and len(name) > len(chain.name):
                chain.name = name
            return
    canonical = known.name if known and key == known.id and mention.type != "City" else name
    growing.append(_Growing(canonical, mention.type, key, [mention]))


def _same_person(chain: _Growing, mention: Mention, name: str) -> bool:
    if chain.type != "Person" or mention.type != "Person":
        return False
    mine, theirs = name.casefold().split(), chain.name.casefold().split()
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    return mine == theirs[-len(mine) :] or (len(mine) == 1 and mine[0] == theirs[0])
