"""Whether a name stands where a place stands or where somebody acts."""

from spacy.tokens import Token

from verbale.entities.words import classes, words

__all__ = ["acts", "is_place"]

_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "poss", "dative"})
_WITH = frozenset({"by", "with", "between", "against", "among", "from"})
# Nouns that pass from one to another: what comes "from Chad" or goes "to Chad" comes from the state.
_WORDS = frozenset(
    {
        *("statement", "support", "help", "pressure", "threat", "call", "criticism", "response", "message", "letter"),
        *("appeal", "offer", "warning", "demand", "request", "pledge", "promise", "aid", "assistance", "reaction"),
        *("commitment", "approval", "permission", "condemnation", "loan", "reply", "answer", "contribution", "sale"),
        "word",
    }
)
_DISCUSSING = frozenset({"discuss", "debate", "review", "cover"})
_TOPICS = frozenset(
    {"issue", "challenge", "concern", "crisis", "matter", "topic", "situation", "development", "conflict"}
)
_SENDING = frozenset(
    {
        "send",
        "release",
        "defect",
        "be",
        "line",
        "close",
        "change",
        "police",
        "ambassador",
        "embassy",
        "bring",
        "take",
        "carry",
        "route",
        "visitor",
    }
)


def is_place(head: Token) -> bool:
    """Whether what hangs on this token is somewhere: "in Peru", "visited Peru", "a city of Peru", "Peru's coast"."""
    word = head.head
    match head.dep_:
        case "pobj":
            return _after_preposition(word)
        case "dobj":
            return word.lemma_ in words("reach", "places") or word.lemma_ in _DISCUSSING
        case "conj" if word.pos_ == "PROPN":
            return is_place(word)
        case "poss" | "compound" | "nmod":
            return word.lemma_.lower() in words("part", "places")
        case "npadvmod" | "advmod":
            return word.lemma_ not in words("driven", "places")
    return False


def _after_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if governor.dep_ in ("prep", "advmod") and governor.lower_ in ("out", "inside", "outside"):
        return True
    if word in ("including", "as", "like", "on", "in", "regarding", "about") and governor.lemma_.lower() in _TOPICS:
        return True
    if word in ("including", "as", "like") and governor.pos_ == "NOUN":
        return is_place(governor)  # "in countries such as Peru"
    if word in words("within", "places"):
        return True
    if word == "to":
        return governor.lemma_ in words("motion", "places") or governor.lemma_ in _SENDING
    if word == "from":
        if governor.pos_ in ("NOUN", "PROPN"):
            many = governor.tag_ == "NNS" and governor.lemma_ in classes("groups")  # "soldiers from Uganda" it sent
            return not many and governor.lemma_.lower() not in _WORDS
        return governor.lemma_ in words("motion", "places") or governor.lemma_ in words("reach", "places")
    if word == "for":
        return governor.lemma_ in ("leave", "depart", "head", "set")
    if word in ("with", "between"):
        return governor.lemma_ == "border"
    if word == "of":
        part = words("part", "places")
        return governor.lower_ in part or governor.lemma_ in part or governor.lemma_ in words("dwellers", "places")
    return False


def acts(head: Token) -> bool:
    """Whether a city's name stands for the government that sits there: "Lima rejected", "talks with Lima"."""
    if head.dep_ == "poss":
        return head.head.lemma_.lower() not in words("part", "places")
    if head.dep_ in _ACTING:
        return True
    if head.dep_ == "pobj":
        return head.head.lower_ in _WITH and not is_place(head)
    if head.dep_ == "conj" and head.head is not head:
        return acts(head.head)
    return False
