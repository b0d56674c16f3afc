"""Chains of names while the article is read on."""

import re
from dataclasses import dataclass, field

from verbale.entities.naming import plain
from verbale.entities.reference import Known, Reference
from verbale.entities.slugs import slug
from verbale.entities.words import words
from verbale.model import Document, Mention

__all__ = ["Growing", "Names", "issuers"]

_PLACES = frozenset({"Country", "Region", "City", "Facility", "Water", "Place"})
_BODIES = frozenset(
    {"Government", "Organization", "Party", "ArmedForce", "Company", "Media", "InternationalOrganization", "Bloc"}
)
_SHORT = re.compile(r"[A-Z][A-Za-z&.-]{1,9}")
_INITIALS = re.compile(r"[A-Z]{3,6}")
_ALIAS = re.compile(r"(?:(?:also|better|formerly) known as|known as|alias|a\.k\.a\.|aka|born|real name) [\"“‘']?$")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Growing:
    """A chain that is not finished. ``key`` tells what it is: an id of reference data or the folded name."""

    name: str
    type: str
    key: str
    mentions: list[Mention] = field(default_factory=list)


def issuers(document: Document, reference: Reference) -> list[Known]:
    """Who speaks in a government's own release: the organ that publishes it, and the state."""
    organ = reference.at(plain(document.publisher), 0) if document.publisher else None
    if organ is None or organ[1].type != "Government" or not organ[1].country:
        return []
    country = reference.country(organ[1].country)
    state = reference.known(country.name) if country else None
    return [organ[1], state] if state else [organ[1]]


class Names:
    """The named chains of an article, in the order of their first mentions."""

    def __init__(self, document: Document, reference: Reference) -> None:
        """Starts with the publisher, where it is an organ of a state, and its state: "the Department", "we"."""
        self.chains: list[Growing] = []
        self.of: dict[Mention, Growing] = {}
        self._text = document.text
        self._reference = reference
        self._keys: dict[tuple[str, str], Growing] = {}
        for known in issuers(document, reference):
            chain = Growing(known.name, known.type, known.id)
            self.chains.append(chain)
            self._keys[chain.type, chain.key] = chain
        self.issuer = next((chain for chain in self.chains if chain.type == "State"), None)

    @property
    def signer(self) -> Growing | None:
        """The person whose name opens a release, before the first full stop."""
        first = next((chain for chain in self.chains if chain.type == "Person"), None)
        opens = first is not None and self._text.find("\n\n") > first.mentions[0].span.start
        return first if opens and "." not in self._text[: first.mentions[0].span.start if first else 0] else None

    def join(self, mention: Mention) -> None:
        """Adds a name to its chain, or begins one."""
        name = _SPACE.sub(" ", plain(mention.text))
        known = self._reference.known(name)
        key, shown = name.casefold(), name
        if mention.type == "State":
            known = known or self._state_within(name)
        elif known is None and mention.type in _BODIES:
            known = self._body_behind(name)
        if known and known.type in (mention.type, "State") and mention.type not in ("Person", "City", "Region"):
            key, shown = known.id, known.name
        elif known and known.type == mention.type:
            key = known.id
        elif mention.type == "Region" and known is None:
            key, shown = self._region(name)
        chain = self._keys.get((mention.type, key)) or self._alike(mention, name)
        if chain is None:
            chain = Growing(shown, mention.type, key)
            self.chains.append(chain)
        elif mention.type == "Person" and len(name) > len(chain.name):
            chain.name = name
        self._keys.setdefault((mention.type, key), chain)
        chain.mentions.append(mention)
        self.of[mention] = chain

    def _body_behind(self, name: str) -> Known | None:
        """The known body in "United States House of Representatives", behind its state's name."""
        state = self._reference.at(name, 0)
        return self._reference.known(name[state[0] + 1 :]) if state and state[1].type == "State" else None

    def _region(self, name: str) -> tuple[str, str]:
        """The key of "Helmand province", which is that of "Helmand", and the name to go by."""
        bare, _, noun = name.rpartition(" ")
        if not bare or noun not in words("Region", "places"):
            return name.casefold(), name
        known = self._reference.known(bare)
        return (known.id, bare) if known and known.type == "Region" else (bare.casefold(), name)

    def _state_within(self, name: str) -> Known | None:
        """The state in "the Peruvian government" or "authorities of Peru"."""
        for start in [0, *(found.end() for found in re.finditer(r"[\s-]", name))]:
            match = self._reference.at(name, start)
            if match and match[1].type == "State":
                return match[1]
        return None

    def _alike(self, mention: Mention, name: str) -> Growing | None:
        if mention.type == "Person":
            return self._by_alias(mention) or self._abbreviated(mention, name) or self._person(name)
        if mention.type in _BODIES:
            return self._bracketed(mention, name) or self._abbreviated(mention, name) or self._part(name)
        return None

    def _by_alias(self, mention: Mention) -> Growing | None:
        """The person whom the words before give this name: "also known as", "born"."""
        before = _ALIAS.search(self._text, max(mention.span.start - 40, 0), mention.span.start)
        if before is None:
            return None
        for chain in reversed(self.chains):
            if chain.type == "Person" and 0 <= before.start() - chain.mentions[-1].span.end <= 5:
                return chain
        return None

    def _person(self, name: str) -> Growing | None:
        """The latest person whose name ends in this one, or in which this one ends, or of that first name."""
        mine = slug(name).split("-")
        for chain in reversed(self.chains):
            if chain.type != "Person":
                continue
            theirs = slug(chain.name).split("-")
            short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
            if short == long[-len(short) :] or (len(short) == 1 and short[0] == long[0]):
                return chain
            if len(short) > 1 and short[0] == long[0] and short[-1] == long[-1]:
                return chain
        return None

    def _bracketed(self, mention: Mention, name: str) -> Growing | None:
        """The body whose name an abbreviation in brackets follows: "African Union (AU)"."""
        before = self._text[: mention.span.start]
        if not (before.endswith("(") and _SHORT.fullmatch(name)):
            return None
        for chain in reversed(self.chains):
            last = chain.mentions[-1].span.end if chain.mentions else -9
            if chain.type in _BODIES and 0 <= len(before) - 1 - last <= 2:
                return chain
        return None

    def _abbreviated(self, mention: Mention, name: str) -> Growing | None:
        """What has a name of these initials, or whose initials this name spells out, whatever it was taken for."""
        for chain in reversed(self.chains):
            if chain.type in ("State", "Country") or chain.key.startswith(("actor/", "place/")):
                continue
            if _INITIALS.fullmatch(name) and _initials(chain.name) == name:
                explained = self._text[: mention.span.start].endswith("(")  # a person's initials are seldom
                if chain.type not in _BODIES and mention.type in _BODIES and (explained or chain.type != "Person"):
                    chain.type = mention.type
                return chain
            if _INITIALS.fullmatch(chain.name) and _initials(name) == chain.name and mention.type in _BODIES:
                chain.name, chain.type = name, mention.type
                return chain
        return None

    def _part(self, name: str) -> Growing | None:
        """The body whose name this one begins or ends: "the Ministry", the "Supreme Court" of "US Supreme Court"."""
        for chain in reversed(self.chains):
            parts = chain.name.split()
            if chain.type not in _BODIES or len(parts) < 2:
                continue
            if len(name) > 4 and name in (parts[0], parts[-1]):
                return chain
            if " " in name and (self._is_state_s(name, chain.name) or self._is_state_s(chain.name, name)):
                return chain
        return None

    def _is_state_s(self, name: str, whole: str) -> bool:
        """Whether the one name is the other with its state's: "Peruvian Supreme Court", "Supreme Court of Peru"."""
        if whole.endswith(f" {name}"):
            return self._is_state(whole.removesuffix(f" {name}"))
        state = whole.removeprefix(f"{name} of ").removeprefix("the ")
        return whole.startswith(f"{name} of ") and self._is_state(state)

    def _is_state(self, name: str) -> bool:
        known = self._reference.known(name)
        return known is not None and known.type == "State"


def _initials(name: str) -> str:
    """The first letters of the words of a name that have a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
