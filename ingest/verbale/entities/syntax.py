"""Whether a name stands where a place stands or where somebody acts."""

from spacy.tokens import Token

from verbale.entities.words import words

__all__ = ["acts", "is_place"]

_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "poss", "dative"})
_WITH = frozenset({"by", "with", "between", "against", "among", "from"})


def is_place(head: Token) -> bool:
    """Whether what hangs on this token is somewhere: "in Peru", "visited Peru", "a city of Peru"."""
    word = head.head
    match head.dep_:
        case "pobj":
            return _after_preposition(word)
        case "dobj":
            return word.lemma_ in words("reach", "places")
        case "conj" if word is not head:
            return is_place(word)
        case "npadvmod" | "advmod":
            return True
    return False


def _after_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if governor.dep_ == "prep" and governor.lower_ == "out":
        return True
    if word in words("within", "places"):
        return True
    if word == "to":
        return governor.lemma_ in words("motion", "places")
    if word == "from":
        return governor.lemma_ in words("motion", "places") or governor.lemma_ in words("reach", "places")
    if word == "for":
        return governor.lemma_ in ("leave", "depart", "head", "set")
    return word == "of" and governor.lower_ in words("part", "places")


def acts(head: Token) -> bool:
    """Whether a city's name stands for the government that sits there: "Lima rejected", "talks with Lima"."""
    if head.dep_ in _ACTING:
        return True
    if head.dep_ == "pobj":
        return head.head.lower_ in _WITH and not is_place(head)
    if head.dep_ == "conj" and head.head is not head:
        return acts(head.head)
    return False
