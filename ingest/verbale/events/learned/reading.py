"""What the network reads in an article: which words tell of events and speech, and who has which part in them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.events.frames import event_type
from verbale.events.learned.labels import ACTS, MOODS, ROLES, TOLD, allowed
from verbale.events.learned.network import Network
from verbale.events.learned.view import Pairs, View
from verbale.events.lexicon import Mood
from verbale.events.scene import PLACES
from verbale.model import PartialDate

__all__ = ["Told", "told"]

Floats = NDArray[np.float32]

_STARTS = ROLES.index("starts")
_WORD = ("claimant", "denier")
_DOUBT = 0.03  # how likely a word must tell what the rules see in it
_SURE = 0.65  # the same where the rules see nothing
_PART = 0.4  # how likely a part must be
_CORE = 0.25  # the same for a part without which there is no event
_JOINT = 0.8  # the same for whoever is not the only one on whose word it is


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A word that tells of an event or an act of speech, with what the network makes of it."""

    word: int
    told: str
    mood: Mood
    roles: Mapping[str, tuple[str, ...]]  # who has which part, likeliest first; not place and day
    place: str | None
    date: PartialDate | None
    slots: Mapping[str, int]  # the word that names each who has a part


def told(view: View, network: Network) -> list[Told]:
    """What the words of the article tell, in their order.

    A word that the frames and the verbs of saying know is believed unless the network is
    sure that it tells nothing; any other only where the network is sure.
    """
    if not view.words:
        return []
    vectors = network.vectors(view)
    words = network.words(view, vectors)
    likely = network.triggers(words) * view.open[:, None]
    found = np.argwhere(likely > np.where(view.hints[:, : len(TOLD)] > 0, _DOUBT, _SURE))
    if not len(found):
        return []
    moods = network.moods(words[found[:, 0]], found[:, 1]).argmax(axis=1)
    triggers = [(word, TOLD[kind], view.pairs(word, TOLD[kind])) for word, kind in found.tolist()]
    all_parts = network.parts(view, vectors, triggers)
    told_: list[Told] = []
    for (word, kind), mood, (_, _, pairs), parts in zip(found.tolist(), moods, triggers, all_parts, strict=True):
        best, date = _best(pairs, parts, TOLD[kind], view)
        roles, slots = _taken(best, TOLD[kind])
        place = roles.pop("place", (None,))[0]
        if place is not None:
            place = view.scene.entities[place].territory or place
        ordered = {role: roles[role] for role in ROLES if role in roles}
        told_.append(Told(word, TOLD[kind], MOODS[mood], ordered, place, date, slots))
    return told_


Best = dict[str, dict[str, tuple[float, int]]]  # by role and entity: how likely, and the word that names it


def _best(pairs: Pairs, parts: Floats, kind: str, view: View) -> tuple[Best, PartialDate | None]:
    """For each role how likely each has it, by the likeliest word; and the day."""
    best: Best = {role: {} for role in allowed(kind) if role != "starts"}
    columns = {role: ROLES.index(role) for role in best}
    day, date = _PART, None
    likely = parts.max(axis=1, initial=0) > _CORE  # less is no part at all
    for place, scores in zip(pairs.slots[likely].tolist(), parts[likely].tolist(), strict=True):
        slot = view.slots[place]
        if slot.date is not None and scores[_STARTS] > day:
            day, date = scores[_STARTS], slot.date
        for one in slot.fillers:
            for role, column in columns.items():
                if scores[column] <= _CORE or not _can(one, role, kind, view):
                    continue
                known = best[role]
                if one not in known or scores[column] > known[one][0]:
                    known[one] = scores[column], slot.word
    return best, date


def _can(filler: str, role: str, kind: str, view: View) -> bool:
    """Whether it is of a kind that can have the role: a place where something is, an actor who does it."""
    entity = view.scene.entities[filler]
    if role == "place":
        return entity.type in PLACES or entity.territory is not None
    return entity.type not in PLACES or (kind not in ACTS and role in event_type(kind).lands)


def _taken(best: Best, kind: str) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """Those whose parts are likely enough, and the words that name them."""
    roles: dict[str, tuple[str, ...]] = {}
    slots: dict[str, int] = {}
    core = ("speaker",) if kind in ACTS else event_type(kind).core
    for role, known in best.items():
        first = _CORE if role in core else _PART
        other = _JOINT if role in _WORD else first
        ranked = sorted(known.items(), key=lambda item: (-item[1][0], item[1][1], item[0]))
        taken = [one for place, (one, (score, _)) in enumerate(ranked) if score > (other if place else first)]
        if taken:
            roles[role] = tuple(taken[:1] if role == "place" else taken)
            slots |= {one: known[one][1] for one in roles[role]}
    return roles, slots
