"""Chains: the mentions of one and the same actor or place, brought together."""

import re

from verbale.entities.anaphora import resolve
from verbale.entities.growing import Growing, Names
from verbale.entities.reference import Reference
from verbale.model import Chain, Document, Mention, Paragraph

__all__ = ["chains"]

_LONGEST = 8  # words in what a group is called
_SEVERAL = re.compile(r",| (?:and|or) ")


def chains(
    document: Document, paragraphs: tuple[Paragraph, ...], mentions: tuple[Mention, ...], reference: Reference
) -> tuple[Chain, ...]:
    """The chains of an article in the order of their first mentions.

    Names are one when reference data say so, when their words are the same, when one
    is the surname or the abbreviation of the other. Titles, pronouns and groups ("both
    countries") join the chains that they refer to; a group stands in several. A title
    or a common noun for nobody named has a chain of its own; a pronoun that refers to
    nothing found is left out.
    """
    named = Names(document, reference)
    for mention in mentions:
        if mention.kind == "name":
            named.join(mention)
    found = resolve(paragraphs, mentions, named)
    return tuple(_finished(chain) for chain in found if chain.mentions)


def _finished(chain: Growing) -> Chain:
    ordered = sorted(dict.fromkeys(chain.mentions), key=lambda mention: (mention.span.start, -mention.span.end))
    return Chain(tuple(ordered), _fullest(chain), chain.type)


def _fullest(chain: Growing) -> str:
    """What a chain is called: a group by the fullest of its phrases that tells of no other beside it."""
    if chain.type == "Person" or any(mention.kind not in ("nominal", "mass", "pronoun") for mention in chain.mentions):
        return chain.name
    phrases = (" ".join(mention.text.split()) for mention in chain.mentions if mention.type == chain.type)
    alone = (phrase for phrase in phrases if phrase.count(" ") < _LONGEST and not _SEVERAL.search(phrase))
    return max(alone, key=len, default=chain.name)
