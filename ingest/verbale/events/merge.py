"""The same happening told again is one event."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.events import clauses
from verbale.events.scene import Scene
from verbale.events.stances import Standing
from verbale.events.triggers import Candidate
from verbale.model import Event, PartialDate, Span

__all__ = ["Told", "merged"]


@dataclass(slots=True)
class Told:
    """One telling of an event: a candidate with its place, date, standing and passage."""

    candidate: Candidate
    place: str | None
    when: PartialDate | None
    standing: Standing
    weak: bool  # a noun that takes the event as known says little about how it is held
    evidence: Span


def merged(told: Sequence[Told], scene: Scene, article: str) -> tuple[Event, ...]:
    """The events, each with all its passages, in the order of the text."""
    groups: list[list[Told]] = []
    for one in told:
        home = next((group for group in reversed(groups) if _same(group, one, scene)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(event for group in groups if (event := _event(group, scene, article)) is not None)


def _same(group: Sequence[Told], one: Told, scene: Scene) -> bool:
    first = group[0].candidate
    if first.type != one.candidate.type:
        return False
    if any(_linked(other.candidate, one.candidate) or _linked(one.candidate, other.candidate) for other in group):
        return True
    if any(_conflict(other, one, scene) for other in group):
        return False
    return any(_alike(other, one) for other in group)


def _linked(a: Candidate, b: Candidate) -> bool:
    """Whether a verb has the other's noun in its clause: "killed in the attack", "the strike hit", "adopted the treaty"."""
    if a.site.noun or not b.site.noun or a.number or b.number:
        return False
    verb, noun = a.site.token, b.site.token
    if b.site.carrier is not None and b.site.carrier == verb:
        return True
    near = [*clauses.agents(verb), *clauses.objects(verb), *clauses.subjects(verb)]
    near += [obj for prep, obj in clauses.prepositions(verb) if prep in ("in", "during", "by", "with", "at", "for")]
    return any(token == noun for token in near)


def _conflict(a: Told, b: Told, scene: Scene) -> bool:
    if a.place and b.place and a.place != b.place and not _within(a.place, b.place, scene):
        return True
    if a.when and b.when and (a.when.latest < b.when.earliest or b.when.latest < a.when.earliest):
        return True
    if _factual(a) != _factual(b) and not (a.weak or b.weak):
        return True
    for role in a.candidate.roles.keys() & b.candidate.roles.keys():
        mine, theirs = set(a.candidate.roles[role]), set(b.candidate.roles[role])
        if not (mine <= theirs or theirs <= mine):
            return True
    return False


_RANK = {"occurred": 0, "alleged": 1, "negated": 2, "planned": 3, "hypothetical": 4}


def _factual(one: Told) -> bool:
    return one.standing.mood in ("occurred", "alleged")


def _within(a: str, b: str, scene: Scene) -> bool:
    return scene.entities[a].parent == b or scene.entities[b].parent == a


def _alike(a: Told, b: Told) -> bool:
    shared = {
        one
        for role in sorted(a.candidate.roles.keys() & b.candidate.roles.keys())
        for one in set(a.candidate.roles[role]) & set(b.candidate.roles[role])
    }
    kin = a.candidate.trigger == b.candidate.trigger or _kind(a) == _kind(b)
    if not b.candidate.roles:
        return kin
    return bool(shared) and (kin or len(shared) > 1 or (a.place is not None and a.place == b.place))


def _kind(one: Told) -> str:
    return one.candidate.frame.kind_of(one.candidate.trigger)


def _event(group: Sequence[Told], scene: Scene, article: str) -> Event:
    best = max(group, key=lambda one: (sum(map(len, one.candidate.roles.values())), one.place is not None))
    roles: dict[str, tuple[str, ...]] = {}
    details: dict[str, tuple[str, ...]] = {}
    for one in [best, *group]:
        for role, ids in one.candidate.roles.items():
            roles[role] = tuple(dict.fromkeys(roles.get(role, ()) + ids))
        for role, texts in one.candidate.details.items():
            details.setdefault(role, texts)
    teller = min(group, key=lambda one: (one.weak, _RANK[one.standing.mood], one is not best))
    trigger = scene.span([teller.candidate.site.token])
    when = next((one.when for one in [best, *group] if one.when), None)
    return Event(
        id=f"event/{article}/{_kebab(best.candidate.type)}-{trigger.start}"
        + (f"-{best.candidate.number}" if best.candidate.number else ""),
        type=best.candidate.type,
        kind=_kind(best),
        roles=roles,
        evidence=tuple(dict.fromkeys([best.evidence, *(one.evidence for one in group)])),
        trigger=trigger,
        details=details,
        place=next((one.place for one in [best, *group] if one.place), None),
        starts=when,
        ends=when if when and when.precision == "day" else None,
    )


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
