"""The same happening told again is one event."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    return tuple(_event(group, scene, article) for group in groups)


def _same(group: Sequence[Told], one: Told, scene: Scene) -> bool:
    first = group[0]
    if first.candidate.type != one.candidate.type:
        return False
    if any(_conflict(other, one, scene) for other in group):
        return False
    return any(_alike(other, one) for other in group)


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
    shared = any(
        set(a.candidate.roles[role]) & set(b.candidate.roles[role])
        for role in sorted(a.candidate.roles.keys() & b.candidate.roles.keys())
    )
    kin = a.candidate.trigger == b.candidate.trigger or a.candidate.frame.kind_of(
        a.candidate.trigger
    ) == b.candidate.frame.kind_of(b.candidate.trigger)
    return (shared and (kin or (a.place is not None and a.place == b.place))) or (not b.candidate.roles and kin)


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
    kind = best.candidate.frame.kind_of(best.candidate.trigger)
    return Event(
        id=f"event/{article}/{best.candidate.type.lower()}-{trigger.start}",
        type=best.candidate.type,
        kind=kind,
        roles=roles,
        evidence=tuple(dict.fromkeys([best.evidence, *(one.evidence for one in group)])),
        trigger=trigger,
        details=details,
        place=next((one.place for one in [best, *group] if one.place), None),
        starts=when,
        ends=when if when and when.precision == "day" else None,
    )
