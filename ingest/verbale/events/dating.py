"""When an event is told to happen: the date of its clause, else of the words around it."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.events.lexicon import saying
from verbale.events.scene import Scene
from verbale.model import PartialDate

__all__ = ["date_below", "date_of"]

_CLAUSE = frozenset({"relcl", "advcl", "ccomp", "acl", "xcomp", "conj", "pcomp", "parataxis"})
_OPENING = 6  # sentences, a signing line among them
_VERBAL = ("VERB", "AUX")


Dated = tuple[PartialDate | None, Token | None]


def date_of(anchors: list[Token], scene: Scene) -> Dated:
    """The date that stands with the trigger or the verb that carries it, else with the nearest clause above.

    With the date comes the word that gives it, where that stands in the trigger's clause.
    A date beside a verb of saying is that of the saying, and not of what is said; but what is
    announced as done was done no other day, as far as the words tell.
    """
    for anchor in (*anchors, *_above(anchors[-1])):
        if (found := date_below(anchor, scene)) is not None:
            return scene.date(found), found
    verb = anchors[-1]
    return _only_date(anchors[0], scene) or _also(verb, scene) or _running(verb, scene) or _news(verb, scene), None


def date_below(anchor: Token, scene: Scene) -> Token | None:
    """The word of the nearest date under a word, without crossing into another clause."""
    level = [anchor]
    for _ in range(4):
        below = [
            child for word in level for child in word.children if child.dep_ not in _CLAUSE or child.pos_ not in _VERBAL
        ]
        dated = [
            child for child in below if scene.date(child) is not None and (child.dep_ != "poss" or child.head == anchor)
        ]
        if dated:
            return min(dated, key=lambda one: abs(one.i - anchor.i))
        level = below
    return None


def _above(word: Token) -> Iterator[Token]:
    for _ in range(4):
        if word.head == word:
            return
        below, word = word, word.head
        if word.pos_ in _VERBAL:
            if saying(word) and below.dep_ == "ccomp" and (saying(word) != "announce" or _modal(below)):
                return
            yield word
            if below.dep_ == "relcl":
                return


def _only_date(anchor: Token, scene: Scene) -> PartialDate | None:
    """The one date of the sentence, unless it stands with a verb of saying."""
    dated = scene.dated(anchor.sent)
    if len(dated) != 1:
        return None
    for word in dated[0].ancestors:
        if word.pos_ in ("NOUN", "PROPN") and word != anchor:
            return None
        if word.pos_ in _VERBAL:
            return None if saying(word) and word != anchor else scene.date(dated[0])
    return scene.date(dated[0])


def _modal(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.children)


def _also(verb: Token, scene: Scene) -> PartialDate | None:
    """The last date of the sentence before, of which the clause tells more: "She also met the mayor"."""
    if not any(child.lower_ == "also" for child in verb.children):
        return None
    dated = _dated_before(verb, scene)
    return scene.date(dated[-1]) if dated else None


def _dated_before(verb: Token, scene: Scene) -> list[Token]:
    """The words that are the head of a date in the sentence before, which may close the paragraph before."""
    place = scene.sentences.index(verb.sent)
    return scene.dated(scene.sentences[place - 1]) if place else []


def _running(verb: Token, scene: Scene) -> PartialDate | None:
    """The month in which a story runs: of the last date before, in the same paragraph or the sentence before.

    Only for what is told in the past tense; only the month, since a story may move on by days. The year
    alone, where the sentence before names no more.
    """
    if verb.tag_ not in ("VBD", "VBN") or any(child.lower_ in ("has", "have", "had") for child in verb.children):
        return None
    dated = scene.dated(verb.doc[: verb.sent.start])
    before = [token for token in dated if (when := scene.date(token)) and when.precision != "year"]
    before = before or _dated_before(verb, scene)
    when = scene.date(before[-1]) if before else None
    return None if when is None else scene.month(when)


def _news(verb: Token, scene: Scene) -> PartialDate | None:
    """The month of publication for what is happening now, or what the opening of a story tells as news."""
    published = scene.document.published
    if published is None or scene.dated(verb.sent):
        return None
    now = verb.tag_ == "VBG" and any(
        child.dep_ == "aux" and child.lower_ in ("is", "are", "am") for child in verb.children
    )
    told = verb.tag_ in ("VBD", "VBN", "VBG") and verb.sent in scene.sentences[:_OPENING]
    return scene.month(PartialDate(published, published, "day")) if now or told else None
