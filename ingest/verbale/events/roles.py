"""The slots around a trigger, and whom the words in them mean."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.lexicon import words
from verbale.events.scene import Scene

__all__ = ["Site", "actors_of", "conditions", "matches", "phrase", "site", "slot_tokens"]

_MODIFIERS = ("compound", "amod", "nmod", "npadvmod", "poss")
_OF = frozenset({"of", "from", "for", "in", "with", "at", "between"})


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger in its clause: a verb, or a noun with the verb that carries it."""

    token: Token
    noun: bool
    carrier: Token | None = None  # the support verb of a noun
    slots: dict[str, tuple[Token, ...]] = field(default_factory=dict, compare=False)  # those looked at so far
    below: dict[Token, tuple[tuple[str, Token], ...]] = field(default_factory=dict, compare=False)  # prepositions, too

    @property
    def verb(self) -> Token | None:
        """The verb whose clause the trigger belongs to."""
        return self.carrier if self.noun else self.token


def site(token: Token, noun: bool) -> Site:
    """The trigger with its support verb found."""
    return Site(token, noun, clauses.support(token) if noun else None)


def slot_tokens(slot: str, at: Site) -> tuple[Token, ...]:
    """The head words in a slot: "subject", "object", a preposition, or a path such as "object.against"."""
    if slot not in at.slots:
        at.slots[slot] = _slot(slot, at)
    return at.slots[slot]


def _slot(slot: str, at: Site) -> tuple[Token, ...]:
    first, _, rest = slot.partition(".")
    if not rest:
        return _noun_slot(first, at) if at.noun else _verb_slot(first, at)
    inner: list[Token] = []
    for token in slot_tokens(first, at):
        inner.extend(slot_tokens(rest, Site(token, True)))
    return tuple(inner)


def _behind(slot: str, token: Token, at: Site) -> list[Token]:
    """What a preposition governs below the trigger or a word beside it."""
    if token not in at.below:
        at.below[token] = tuple(clauses.prepositions(token))
    return [governed for preposition, governed in at.below[token] if preposition == slot]


def _verb_slot(slot: str, at: Site) -> tuple[Token, ...]:
    verb = at.token
    if slot == "subject":
        return clauses.agents(verb)
    if slot == "object":
        return clauses.objects(verb)
    if slot == "asker":
        return _askers(verb)
    if slot == "dative":
        return tuple(child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP")
    if slot == "passive":
        return (verb,) if clauses.is_passive(verb) else ()
    if slot == "complement":
        return tuple(child for child in verb.children if child.dep_ in ("xcomp", "ccomp"))
    if slot == "complement-noun":
        return tuple(
            one for child in verb.children if child.dep_ in ("oprd", "attr") for one in clauses.with_joined(child)
        )
    if slot == "owner":
        return tuple(poss for one in clauses.subjects(verb) for poss in one.children if poss.dep_ == "poss")
    found = _behind(slot, verb, at)
    for thing in slot_tokens("object", at)[:1]:
        if thing.i > verb.i:
            found += _behind(slot, thing, at)
    return tuple(found)


def _askers(verb: Token) -> tuple[Token, ...]:
    """Who asks another to do what the verb says: "A looks to B to help supply shells"."""
    governor = verb
    for _ in range(3):
        if governor.dep_ not in ("xcomp", "ccomp", "advcl"):
            return ()
        governor = governor.head
        if governor.lemma_ in words("asking"):
            return clauses.subjects(governor)
    return ()


def _noun_slot(slot: str, at: Site) -> tuple[Token, ...]:
    noun, carrier = at.token, at.carrier
    if slot == "possessive":
        return tuple(one for child in noun.children if child.dep_ == "poss" for one in clauses.with_joined(child))
    if slot == "modifier":
        return tuple(_modifiers(noun))
    if slot == "self":
        return (noun,)
    if slot == "subject":
        return _carrying_agents(noun, carrier)
    if slot == "clause":
        return _clause_subject(noun)
    if slot in ("object", "passive", "complement"):
        return ()
    found = _behind(slot, noun, at)
    if carrier is not None:
        found += [obj for obj in _behind(slot, carrier, at) if obj is not noun]
        if slot == "by":
            found += list(clauses.agents(carrier)) if carrier.head is noun else []
    return tuple(dict.fromkeys(found))


def _modifiers(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in _MODIFIERS and child.dep_ != "poss":
            yield child
            yield from (one for one in child.children if one.dep_ in ("conj", "npadvmod", "compound", "amod", "nmod"))


def _carrying_agents(noun: Token, carrier: Token | None) -> tuple[Token, ...]:
    if carrier is None:
        return ()
    if carrier.head is noun and carrier.dep_ == "acl" and carrier.tag_ == "VBN":
        return clauses.agents(carrier)
    return tuple(one for one in clauses.agents(carrier) if one is not noun)


def _clause_subject(noun: Token) -> tuple[Token, ...]:
    """The subject of the clause in which the noun is an adjunct: "during a visit to Oslo, she said"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("during", "on", "after", "before", "at", "in", "for", "following"):
        return ()
    verb = prep.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return clauses.agents(verb) if verb.pos_ in ("VERB", "AUX") else ()


def actors_of(token: Token, scene: Scene, depth: int = 3) -> tuple[str, ...]:
    """The actors that a word means, also through "Iranian forces", "members of the militia", "the two sides"."""
    if any(child.dep_ == "det" and child.lower_ == "no" for child in token.children):
        return ()
    direct = scene.actors(token)
    if depth == 0:
        return direct
    if direct:
        behind = _behind_bracket(token, scene)
        return behind or tuple(dict.fromkeys((*direct, *_of_several(token, direct, scene), *_listed(token, scene))))
    for child in token.children:
        if child.dep_ == "appos" and (found := scene.actors(child)):
            return found
    if token.lemma_.lower() in words("acting"):
        for child in token.children:
            if child.dep_ in _MODIFIERS and (found := scene.actors(child)):
                return found
    if token.lemma_.lower() in words("counting") or token.pos_ == "NUM":
        inside = [obj for prep, obj in clauses.prepositions(token) if prep in _OF]
        found = tuple(dict.fromkeys(one for obj in inside for one in actors_of(obj, scene, depth - 1)))
        if found:
            return found
    return ()


def _behind_bracket(token: Token, scene: Scene) -> tuple[str, ...]:
    """The people of "Republic of Chad (ROC) minister X and ...", where the bracket ends the phrase for the parser."""
    doc, last = token.doc, token.i
    while last + 2 < len(doc) and doc[last + 1].lower_ == "of":
        last += 2
    if doc[last + 1 : last + 2].text != "(" or doc[last + 3 : last + 4].text != ")" or last + 4 >= len(doc):
        return ()
    name = doc[last + 4]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    people = {one for one in scene.actors(name) if scene.entities[one].type == "Person"}
    if name.i == last + 4 or not people:
        return ()
    return tuple(dict.fromkeys(one for joined in clauses.with_joined(name) for one in scene.actors(joined)))


def _of_several(token: Token, first: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The others of "the governments of A, B and C", whose name covers only the first."""
    if token.lemma_.lower() not in words("several-of"):
        return ()
    behind = [obj for prep, obj in clauses.prepositions(token) if prep == "of"]
    return tuple(dict.fromkeys(one for obj in behind for one in scene.actors(obj) if one not in first))


def _listed(token: Token, scene: Scene) -> Iterator[str]:
    """Those of a group whom its phrase names: "three senators, A, B and C", "eight people, including A"."""
    if token.tag_ != "NNS":
        return
    named = [one for child in token.rights if child.dep_ == "appos" for one in clauses.with_joined(child)]
    named += [one for prep, one in clauses.prepositions(token) if prep == "including"]
    for one in named:
        yield from scene.actors(one)


def matches(token: Token, condition: str, scene: Scene) -> bool:
    """Whether the word meets a condition of a frame: a class of words, or actor, place, person, name, any."""
    test = _TESTS.get(condition)
    if test is not None:
        return test(token, scene)
    known = words(condition)
    if token.lemma_.lower() in known or token.lower_ in known:
        return True
    return condition in words("compounded") and any(
        one.lemma_.lower() in known for one in token.children if one.dep_ == "compound"
    )


def _types(token: Token, scene: Scene) -> set[str]:
    return {scene.entities[one].type for one in actors_of(token, scene)}


_TESTS: dict[str, Callable[[Token, Scene], bool]] = {
    "any": lambda token, scene: True,
    "actor": lambda token, scene: bool(actors_of(token, scene)),
    "place": lambda token, scene: bool(scene.places(token)),
    "name": lambda token, scene: bool(scene.known(token)),
    "state": lambda token, scene: "State" in _types(token, scene),
    "party": lambda token, scene: "Party" in _types(token, scene),
    "person": lambda token, scene: _is_person(token, scene),
    "visitor": lambda token, scene: _is_visitor(token, scene),
    "visitor-name": lambda token, scene: (
        "Person" in _types(token, scene) or token.lemma_.lower() in words("person-noun")
    ),
    "armed": lambda token, scene: "ArmedForce" in _types(token, scene),
    "bloc": lambda token, scene: bool(_types(token, scene) & {"InternationalOrganization", "Bloc"}),
    "fighting": lambda token, scene: _fights(token, scene),
    "person-name": lambda token, scene: "Person" in _types(token, scene),
}


def conditions() -> frozenset[str]:
    """The conditions that are not classes of words."""
    return frozenset(_TESTS)


def _is_person(token: Token, scene: Scene) -> bool:
    if token.lemma_.lower() in words("person-noun") or token.lemma_.lower() in words("office"):
        return True
    kinds = _types(token, scene)
    return bool(kinds) and not kinds & {"State", "Media", "Company", "InternationalOrganization", "Bloc"}


def _is_visitor(token: Token, scene: Scene) -> bool:
    """One who can travel: a person, people, a delegation; not a state or an institution."""
    lemma = token.lemma_.lower()
    if lemma in words("person-noun") or lemma in words("office") or lemma in ("delegation", "team", "mission", "crew"):
        return True
    return bool(_types(token, scene) & {"Person", "Organization", "ArmedForce", "Party"})


def _fights(token: Token, scene: Scene) -> bool:
    lemma = token.lemma_.lower()
    if lemma in words("military-unit") or lemma in words("fighters-word"):
        return True
    return bool(_types(token, scene) & {"ArmedForce", "State", "Bloc"})


def phrase(token: Token) -> str:
    """The noun phrase of a word without its relative clauses, as the text has it."""
    keep = [token]
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nummod", "nmod", "quantmod", "neg", "advmod", "poss") or (
            child.dep_ == "prep" and child.lower_ == "of"
        ):
            keep += child.subtree
    first, last = min(one.i for one in keep), max(one.i for one in keep)
    return " ".join(token.doc[first : last + 1].text.split())
