"""The words of a gold file: types, roles, statuses and acts, and which role is the core of which event.

Types of event and their roles are the ontology's, but for what the facts leave out. The core roles are
those by which two descriptions of an event are recognised as the same.
"""

from functools import cache

from verbale import vocab

__all__ = ["ACTOR_TYPES", "ACTS", "CORE", "LISTS", "PLACE_TYPES", "STATUSES", "UNVOUCHED", "roles", "text_roles"]

LISTS = ("actors", "posts", "places", "events", "speech")

ACTOR_TYPES = (
    "Person", "State", "Government", "IGO", "Bloc", "Party", "ArmedForce", "Company", "Media", "Organization",
)  # fmt: skip
PLACE_TYPES = ("Country", "Region", "City", "Facility", "Water", "Other")
STATUSES = ("occurred", "planned", "alleged", "hypothetical", "negated")
UNVOUCHED = ("planned", "alleged", "hypothetical")
"""The statuses for which it is asked whose word it is."""
ACTS = (
    "say", "vow", "praise", "demand", "criticise", "accuse", "deny", "warn", "concern", "propose", "announce",
)  # fmt: skip

CORE: dict[str, tuple[str, ...]] = {
    "Meeting": ("participant",),
    "Visit": ("visitor",),
    "Agreement": ("party",),
    "Sanction": ("imposer", "target"),
    "ArmsTransfer": ("supplier", "recipient"),
    "Aid": ("donor", "recipient"),
    "Cooperation": ("party",),
    "Attack": ("attacker", "target"),
    "War": ("party",),
    "MilitaryActivity": ("actor",),
    "Coercion": ("actor", "target"),
    "Protest": ("actor",),
    "Withdrawal": ("actor",),
    "LeadershipChange": ("person",),
}

_UNTOLD = ("backer", "lasted")  # in the graph, but no roles of a gold file


@cache
def roles(event_type: str) -> tuple[str, ...]:
    """Every role that a gold file can give such an event."""
    found = (*vocab.roles(event_type), *vocab.details(event_type), *vocab.quantities(event_type))
    return tuple(role for role in found if role not in _UNTOLD)


@cache
def text_roles() -> frozenset[str]:
    """The roles that are filled with words or numbers, not with actors: they are not compared."""
    return frozenset(role for name in vocab.event_types() for role in (*vocab.details(name), *vocab.quantities(name)))
