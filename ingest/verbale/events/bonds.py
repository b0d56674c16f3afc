"""What one event does to another: the sanctions that an act breaches, the events on which one depends."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.events.frames import core_of, event_type
from verbale.events.merge import Happening
from verbale.events.scene import Scene

__all__ = ["tie"]


def tie(found: Sequence[Happening], scene: Scene) -> None:
    """Tie breaches to the sanctions that they break, and events under a condition to those that it names."""
    for one in found:
        for telling in one.tellings:
            for word in _conditions(telling.token):
                for other in found:
                    if other is not one and other not in one.depends_on and _told_in(other, word):
                        one.depends_on.append(other)
        if _is_breach(one):
            _breach(one, found, scene)


def _is_breach(one: Happening) -> bool:
    return one.tellings[0].kind in event_type(one.type).breaking


def _conditions(verb: Token) -> list[Token]:
    """The verbs of the clauses "if ..." and "unless ..." below a verb."""
    return [
        child
        for child in verb.children
        if child.dep_ == "advcl"
        and any(mark.dep_ == "mark" and mark.lower_ in ("if", "unless") for mark in child.children)
    ]


def _told_in(one: Happening, clause: Token) -> bool:
    words = list(clause.subtree)
    return any(telling.token in words for telling in one.tellings)


def _breach(one: Happening, found: Sequence[Happening], scene: Scene) -> None:
    """The event of the type in the same sentence, else the last one before; who imposed it is the breach's too."""
    place = scene.offset(one.tellings[0].token)
    sanctions = [other for other in found if other is not one and other.type == one.type and not _is_breach(other)]
    sentence = one.tellings[0].token.sent
    here = [other for other in sanctions if any(telling.token.sent == sentence for telling in other.tellings)]
    before = [other for other in sanctions if scene.offset(other.tellings[0].token) < place]
    for other in (here or before[-1:])[:1]:
        one.breaches.append(other)
        imposer = core_of(one.type)[0]
        if not one.roles.get(imposer) and other.roles.get(imposer):
            one.add(imposer, *other.roles[imposer])
