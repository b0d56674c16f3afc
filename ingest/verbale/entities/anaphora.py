"""Titles, pronouns, common nouns and groups: which chains they belong to."""

import re

from spacy.tokens import Token

from verbale.entities.growing import Growing, Names
from verbale.entities.memory import Memory
from verbale.entities.offices import Office
from verbale.entities.pages import Page, pages
from verbale.entities.register import Register
from verbale.entities.words import words
from verbale.model import Mention, Paragraph

__all__ = ["resolve"]

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_WE = frozenset({"we", "us", "our", "ours"})
_I = frozenset({"i", "me", "my"})
_DEALING = frozenset({"with", "between", "from", "against"})
_LAND = frozenset({"State", "Country"})
_BODIES = frozenset(
    {"State", "Government", "InternationalOrganization", "Party", "ArmedForce", "Company", "Media", "Organization"}
)
_CROWDS = frozenset({"Organization", "ArmedForce", "Bloc", "Party"})
_COUNT = re.compile(
    r"^(?:(?:(?:at )?least|about|around|roughly|nearly|almost|over|more than|up to|several|additional|other"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|thousand|[\d,.]+|all|any|both|few|many|most|some|certain|such|th(?:e|is|at|ese|ose)"
    rf"|his|her|its|their|our|my|your|(?:{'|'.join(sorted(words('partitives')))})s? of) )*",
    re.IGNORECASE,
)


def resolve(paragraphs: tuple[Paragraph, ...], mentions: tuple[Mention, ...], named: Names) -> list[Growing]:
    """All chains, the named ones first made, with everything that refers to them."""
    read = pages(paragraphs, mentions, named)
    reader = _Reader(named, Register(read))
    for number, page in enumerate(read):
        reader.read(number, page)
    return reader.chains


def _shortest_first(mentions: tuple[Mention, ...]) -> list[Mention]:
    """In the order of the text, the noun alone before its whole phrase, by which it may be known already."""
    ends = {"nominal": 1, "mass": 1}
    return sorted(mentions, key=lambda one: (one.span.start, one.span.end * ends.get(one.kind, -1)))


class _Reader:
    """Goes through the article once and gives each mention its chain."""

    def __init__(self, named: Names, register: Register) -> None:
        self.chains = named.chains
        self._named = named
        self._register = register
        self._memory = Memory()
        self._common: dict[tuple[str, str], Growing] = {}

    def read(self, number: int, page: Page) -> None:
        bounds = [sentence.end for sentence in page.doc.sents]
        first = self._memory.sentence
        phrases: dict[int, Growing] = {}  # by the token that they hang on: one noun, with less and more of its phrase
        for mention in _shortest_first(page.mentions):
            tokens = page.tokens(mention)
            if tokens is None:
                continue
            self._memory.sentence = first + sum(1 for bound in bounds if bound <= tokens[0])
            token = page.root(*tokens)
            common = mention.kind in ("nominal", "mass") and bool(mention.type)
            if common and token.i in phrases:
                phrases[token.i].mentions.append(mention)
                continue
            for chain in self._chains(mention, number, page, token, tokens[1]):
                if common:
                    phrases[token.i] = chain
                if mention.kind != "name":
                    chain.mentions.append(mention)
                self._memory.add(chain, token.dep_ in ("nsubj", "nsubjpass"))
        self._memory.sentence = first + len(bounds)

    def _chains(self, mention: Mention, number: int, page: Page, token: Token, end: int) -> list[Growing]:
        """The chains that a mention refers to."""
        if mention.kind == "group":
            return self._group(token.lemma_.lower())
        chain: Growing | None
        match mention.kind:
            case "name":
                chain = self._named.of[mention]
            case "pronoun" if mention.text.lower() in _WE | _I:
                chain = self._issuer(mention, page)
            case "pronoun":
                chain = self._pronoun(mention.text.lower())
            case "title":
                named = page.ends.get(end)
                person = named if named is not None and named.type == "Person" else None
                chain = person or self._title(mention, number, page, token, page.offices.get(end))
            case _:
                chain = self._noun(mention, token)
        return [chain] if chain is not None else []

    def _issuer(self, mention: Mention, page: Page) -> Growing | None:
        """Who says "we" and "I" in a government's release, outside of quotations: its state, and who signed it."""
        state = self._named.issuer
        if state is None or page.quoted(mention):
            return None
        return state if mention.text.lower() in _WE else self._named.signer

    def _pronoun(self, word: str) -> Growing | None:
        gender = "he" if word in _HE else "she" if word in _SHE else ""
        if gender:
            known = self._register.gender
            chain = self._memory.latest(lambda one: one.type == "Person" and known.get(id(one), gender) == gender)
            if chain is not None:
                known.setdefault(id(chain), gender)
            return chain
        if word in _IT:
            return self._memory.latest(lambda one: one.type in _BODIES, 2)
        return self._memory.latest(lambda one: one.type in _CROWDS and not one.key.startswith("actor/"), 1)

    def _group(self, noun: str) -> list[Growing]:
        """The two whom "both countries" or "the two leaders" are: those whom the article names most of the recent."""
        kinds = {"Person"} if noun in words("offices") or noun in ("man", "woman") else {"State"}
        return self._memory.leading(lambda one: one.type in kinds, 2, 5)

    def _title(self, mention: Mention, number: int, page: Page, token: Token, office: Office | None) -> Growing | None:
        """The holder of the post, else somebody unnamed."""
        if office is None:
            return None
        if office.holder is not None and office.holder.start in page.begins:
            return page.begins[office.holder.start]
        body = page.begins.get(office.body.start) if office.body else None
        if body is None and office.owner is not None:
            body = self._home(self._pronoun(page.doc[office.owner].lower_))
        head = page.doc[office.head].lemma_.lower()
        post = frozenset(word.lower_ for word in page.doc[office.post[0] : office.post[1]])
        definite = office.start < office.head and page.doc[office.start].lower_ == "the"
        if definite or body is not None:
            holder = self._register.holder(head, post, body, number)
            if holder is not None:
                return holder
        key = ("Person", mention.text.casefold())
        told = body is not None or " " in mention.text or token.left_edge.lower_ in ("a", "an")
        there = (told and _does(token)) or (definite and body is not None and _deals(token))
        return self._common.get(key) or (self._new(mention, key, mention.text) if there else None)

    def _home(self, person: Growing | None) -> Growing | None:
        """What a person's own post is of: "his foreign minister" is that of the state he leads."""
        return self._register.body(person) if person is not None else None

    def _noun(self, mention: Mention, token: Token) -> Growing | None:
        """A common noun's chain: that of the same words, or of the same noun with more words."""
        if not mention.type:
            return self._definite(token.lemma_.lower())
        text = mention.text if mention.kind == "mass" else _COUNT.sub("", mention.text)
        key = (mention.type, text.casefold())
        if key in self._common:
            return self._common[key]
        if " " not in text:
            for (kind, words_before), chain in reversed(self._common.items()):
                if kind == mention.type and words_before.split()[-1] == key[1]:
                    return chain
        return self._new(mention, key, text)

    def _definite(self, noun: str) -> Growing | None:
        """Which known thing "the country", "the government" or "the alliance" is."""
        if noun in ("country", "nation", "kingdom", "republic"):
            subject = self._memory.subject()
            home = self._home(subject) if subject is not None and subject.type == "Person" else None
            return (
                home
                if home is not None and home.type == "State"
                else self._memory.latest(lambda one: one.type in _LAND)
            )
        if noun in ("north", "south"):
            return self._memory.latest(
                lambda one: one.type == "State" and one.name.casefold().startswith(f"{noun} "), 6
            )
        if noun in ("government", "authority", "authorities", "regime"):
            return self._memory.latest(lambda one: one.type == "State")
        return self._memory.latest(lambda one: one.type in _BODIES and noun in one.name.casefold().split(), 6)

    def _new(self, mention: Mention, key: tuple[str, str], name: str) -> Growing:
        chain = Growing(name, mention.type, key[1])
        self._common[key] = chain
        self.chains.append(chain)
        return chain


def _does(token: Token) -> bool:
    """Whether a noun does or says something, or has it done to it: "by a minister", "according to an aide"."""
    if token.dep_ != "pobj":
        return token.dep_ in ("nsubj", "nsubjpass")
    return token.head.lower_ == "by" or (token.head.lower_ == "to" and token.head.head.lower_ == "according")


def _deals(token: Token) -> bool:
    """Whether a noun is one of several between whom something passes: "talks with the minister", "and the envoy"."""
    if token.dep_ == "pobj":
        return token.head.lower_ in _DEALING
    return token.dep_ == "conj"
