"""Which states an article speaks of: a demonym that only tells where somebody is from names no actor."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.entities.naming import Name, head
from verbale.entities.words import words

__all__ = ["bystanders"]

_QUALIFYING = frozenset({"amod", "compound", "nmod", "npadvmod", "conj"})
_FEW = 2  # demonyms in an article that is not about their state
_ORGANS = frozenset({"Government", "ArmedForce"})


def bystanders(docs: Sequence[Doc], named: Sequence[list[Name]]) -> frozenset[str]:
    """The ids of the states that do nothing in the article and have nothing done to them.

    "A British journalist" and "Somali pirates" do not make their states parties to
    anything; "the British minister", "a British proposal", "British" said three times
    and every other name of the state do.
    """
    weak: Counter[str] = Counter()
    strong: set[str] = set()
    for doc, listed in zip(docs, named, strict=True):
        for name in listed:
            state = name.state or name
            if state.known is None or state.known.type != "State":
                continue
            owned = name.state is not None and name.type not in _ORGANS
            alone = name.state is None and name.cut is None
            if state.known.how == "demonym" and (owned or (alone and _qualifies(head(doc, name)))):
                weak[state.known.id] += 1
            elif state.known.how != "people":
                strong.add(state.known.id)
    return frozenset(identity for identity, count in weak.items() if count <= _FEW and identity not in strong)


def _qualifies(token: Token) -> bool:
    """Whether a demonym stands before somebody or something that is not its state's hand."""
    if token.dep_ not in _QUALIFYING:
        return False
    noun = token.head
    while token.dep_ == "conj" and noun.dep_ == "conj" and noun.head is not noun:
        noun = noun.head
    if token.dep_ == "conj" and noun.dep_ in _QUALIFYING:
        noun = noun.head
    lemma = noun.lemma_.lower()
    if token.dep_ == "npadvmod" and lemma in words("driven", "places"):
        return False
    office = lemma in words("offices") and noun.tag_ in ("NN", "NNP")
    return not office and lemma not in words("State", "itself") and lemma not in words("deeds")
