"""What the network tells apart and what it is told: types, roles, acts, moods, and the classes of its features.

The event types and their roles are the ontology's: with a new class the network is
trained again, and no line changes here. The dependency and part-of-speech labels are
those of the pinned parser.
"""

from typing import get_args

from verbale import vocab
from verbale.events.lexicon import Mood, acts

__all__ = ["ACTS", "BAG", "DEPENDENCIES", "KINDS", "MOODS", "PATHS", "ROLES", "TAGS", "TOLD", "TYPES", "allowed"]

TYPES = tuple(sorted(vocab.event_types()))
ACTS = acts()
TOLD = TYPES + ACTS
"""What a word can be the trigger of: an event of a type, or an act of speech."""

ROLES = (
    *sorted({role for type_ in TYPES for role in vocab.roles(type_)}),
    "place",
    "starts",
    "claimant",
    "denier",
    "speaker",
    "addressee",
)
"""What a slot can be to a trigger; "claimant" and "denier" are whose word an event is and who denies it."""

MOODS: tuple[Mood, ...] = get_args(Mood)

KINDS = {
    name: place
    for place, name in enumerate(
        [
            "Person",
            "State",
            "Government",
            "InternationalOrganization",
            "Bloc",
            "Party",
            "ArmedForce",
            "Company",
            "Media",
            "Organization",
            "Country",
            "Region",
            "City",
            "Facility",
            "Water",
            "Place",
            "Date",
        ],
        start=1,
    )
}
"""The classes of what a slot names, by number; 0 is any other."""

DEPENDENCIES = {
    name: place
    for place, name in enumerate(
        [
            "ROOT",
            "acl",
            "acomp",
            "advcl",
            "advmod",
            "agent",
            "amod",
            "appos",
            "attr",
            "aux",
            "auxpass",
            "case",
            "cc",
            "ccomp",
            "compound",
            "conj",
            "csubj",
            "csubjpass",
            "dative",
            "dep",
            "det",
            "dobj",
            "expl",
            "intj",
            "mark",
            "meta",
            "neg",
            "nmod",
            "npadvmod",
            "nsubj",
            "nsubjpass",
            "nummod",
            "oprd",
            "parataxis",
            "pcomp",
            "pobj",
            "poss",
            "preconj",
            "predet",
            "prep",
            "prt",
            "punct",
            "quantmod",
            "relcl",
            "xcomp",
        ],
        start=1,
    )
}

TAGS = {
    name: place
    for place, name in enumerate(
        [
            "$",
            "''",
            ",",
            "-LRB-",
            "-RRB-",
            ".",
            ":",
            "ADD",
            "AFX",
            "CC",
            "CD",
            "DT",
            "EX",
            "FW",
            "HYPH",
            "IN",
            "JJ",
            "JJR",
            "JJS",
            "LS",
            "MD",
            "NFP",
            "NN",
            "NNP",
            "NNPS",
            "NNS",
            "PDT",
            "POS",
            "PRP",
            "PRP$",
            "RB",
            "RBR",
            "RBS",
            "RP",
            "SYM",
            "TO",
            "UH",
            "VB",
            "VBD",
            "VBG",
            "VBN",
            "VBP",
            "VBZ",
            "WDT",
            "WP",
            "WP$",
            "WRB",
            "XX",
            "``",
        ],
        start=1,
    )
}

_PREPOSITIONS = {
    name: place
    for place, name in enumerate(
        [
            "about",
            "after",
            "against",
            "among",
            "at",
            "before",
            "behind",
            "between",
            "by",
            "during",
            "for",
            "from",
            "in",
            "into",
            "near",
            "of",
            "off",
            "on",
            "onto",
            "out",
            "outside",
            "over",
            "through",
            "to",
            "toward",
            "towards",
            "under",
            "upon",
            "with",
            "within",
            "without",
            "amid",
            "alongside",
        ]
    )
}

BAG = 10
"""Labels of a path that are told: up to five edges up, five down."""

PATHS = 2 * (len(DEPENDENCIES) + 1) + len(_PREPOSITIONS)
"""How many labels an edge of a path can have: each relation up or down, each preposition passed through."""


def edge(dependency: str, preposition: str, down: bool) -> int:
    """The label of an edge of a path, from 1: a relation up or down, or the preposition behind which it goes down."""
    if preposition in _PREPOSITIONS:
        return 2 * (len(DEPENDENCIES) + 1) + _PREPOSITIONS[preposition]
    return DEPENDENCIES.get(dependency, 0) + (len(DEPENDENCIES) + 1 if down else 0) or 1


def allowed(told: str) -> tuple[str, ...]:
    """The roles that a slot can have to a trigger of an event type or act of speech."""
    if told in ACTS:
        return ("speaker", "addressee")
    return (*vocab.roles(told), "place", "starts", "claimant", "denier")
