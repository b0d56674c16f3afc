"""Who stands where in a clause: subjects, objects and prepositions, through voice, control and relative clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.events.lexicon import words

__all__ = ["agents", "direct_objects", "is_passive", "objects", "prepositions", "subjects", "support", "with_joined"]

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEPTH = 6


def with_joined(token: Token) -> tuple[Token, ...]:
    """The token and what is joined to it by "and" and commas."""
    found = [token]
    for one in found:
        found.extend(child for child in one.children if child.dep_ == "conj" and child.pos_ != "VERB")
    return tuple(found)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, also as a bare participle behind a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head) if verb.head.tag_ == "VBN" else False
    return verb.dep_ in ("acl", "advcl", "amod", "ROOT") and not any(child.dep_ == "dobj" for child in verb.children)


def subjects(verb: Token, depth: int = _DEPTH) -> tuple[Token, ...]:
    """The grammatical subjects of the verb, found through relatives, joined verbs and control."""
    own = [child for child in verb.children if child.dep_ in _SUBJECT]
    if own:
        return tuple(found for child in own for found in _antecedent(child, verb))
    return () if depth == 0 else _inherited(verb, depth - 1)


def _antecedent(subject: Token, verb: Token) -> tuple[Token, ...]:
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return with_joined(verb.head)
    if subject.lower_ in _RELATIVE and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return with_joined(verb.head.head)
    return with_joined(subject)


def _inherited(verb: Token, depth: int) -> tuple[Token, ...]:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "dep") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb, head, depth)
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        return _controller(verb, head.head, depth)
    if verb.dep_ == "pcomp" and head.head.pos_ == "NOUN":
        return holders(head.head, depth)
    if verb.dep_ == "acl":
        return holders(head, depth) if _infinitive(verb) else with_joined(head)
    if verb.dep_ == "relcl" or (verb.dep_ == "amod" and verb.tag_ in ("VBN", "VBD", "VBG")):
        return with_joined(head)
    return ()


def _controller(verb: Token, governor: Token, depth: int) -> tuple[Token, ...]:
    """Who does what the dependent verb says: the object of "urge", the subject of "promise"."""
    target = [child for child in governor.children if child.dep_ in ("dobj", "dative") and child.i < verb.i]
    if target and (verb.dep_ == "xcomp" or governor.lemma_ in words("object-control")):
        return with_joined(target[0])
    if governor.lemma_ in words("asking"):
        asked = [obj for prep, obj in prepositions(governor) if prep in ("on", "for", "to", "with") and obj.i < verb.i]
        if asked:
            return tuple(asked)
    return subjects(governor, depth)


def holders(noun: Token, depth: int = _DEPTH) -> tuple[Token, ...]:
    """Whose plan, decision or attempt the noun is: its possessor, else who made it."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    if own:
        return tuple(found for child in own for found in with_joined(child))
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "pobj") and depth:
        while governor.dep_ in ("prep", "pobj", "dobj") and governor.pos_ not in ("VERB", "AUX"):
            governor = governor.head
        if governor.pos_ in ("VERB", "AUX"):
            return agents(governor, depth - 1)
    return ()


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def agents(verb: Token, depth: int = _DEPTH) -> tuple[Token, ...]:
    """Who does it: the subject in the active, the "by" phrase in the passive."""
    if not is_passive(verb):
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return ()
        return subjects(verb, depth)
    before = tuple(child for child in verb.children if child.dep_ in ("npadvmod", "nmod") and verb.dep_ == "amod")
    by = tuple(obj for prep, obj in prepositions(verb) if prep == "by" and obj.pos_ in ("NOUN", "PROPN", "PRON"))
    return by or before


def direct_objects(verb: Token) -> tuple[Token, ...]:
    """The direct objects as they stand, the relative's antecedent among them."""
    found = [one for child in verb.children if child.dep_ == "dobj" for one in _antecedent(child, verb)]
    if not found and verb.dep_ == "relcl" and any(child.dep_ == "nsubj" for child in verb.children):
        relative = [child for child in verb.children if child.lower_ in _RELATIVE and child.dep_ in _SUBJECT]
        if not relative and not is_passive(verb):
            return with_joined(verb.head)
    return tuple(found)


def objects(verb: Token) -> tuple[Token, ...]:
    """Whom or what it is done to: the object in the active, the subject in the passive."""
    if is_passive(verb):
        kept = [one for child in verb.children if child.dep_ == "dobj" for one in with_joined(child)]
        return subjects(verb) + tuple(kept)
    given = [
        one for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP" for one in with_joined(child)
    ]
    return tuple(given) + direct_objects(verb)


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions under a token with the words that they govern, the joined ones too."""
    for child in token.children:
        if child.dep_ in ("prep", "agent") or (child.dep_ == "dative" and child.pos_ == "ADP"):
            for name, one in _governed(child):
                yield name, one
                if one.lower_ in words("line"):  # "spoke by phone with X": the parser hangs "with" on "phone"
                    yield from prepositions(one)
        elif child.dep_ == "npadvmod" and token.pos_ == "VERB":  # "spoke today with X": on "today"
            yield from prepositions(child)


def _governed(prep: Token) -> Iterator[tuple[str, Token]]:
    name = prep.lower_
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            for one in with_joined(child):
                yield name, one
        elif child.dep_ in ("prep", "conj") and child.pos_ == "ADP":
            yield from _governed(child)


def support(noun: Token) -> Token | None:
    """The verb that carries a noun of action: "held" of "held talks", "launched" of "the attack that X launched"."""
    head = noun
    for _ in range(4):
        if head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
            continue
        if head.dep_ in ("dobj", "nsubjpass") and head.head.pos_ == "VERB":
            return head.head if head.head.lemma_ in words("support") else None
        if head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ in ("VERB", "AUX"):
            governor = head.head.head
            return governor if f"{governor.lemma_} {head.head.lower_}" in words("support-prepositional") else None
        if head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.lemma_ in words("series"):
            head = head.head.head
            continue
        break
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_ in words("support"):
            return child
    return None
