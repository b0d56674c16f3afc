"""The same happening told again is one event."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.events import clauses
from verbale.events.frames import core_of
from verbale.events.scene import Scene
from verbale.events.tellings import Telling
from verbale.model import Delegation, PartialDate, Quantity, Span

__all__ = ["Happening", "merged"]

_NEAR = ("in", "during", "by", "with", "at", "for", "of")


@dataclass(slots=True, eq=False)
class Happening:
    """An event in the making, with all its tellings; the stages fill it before it becomes an Event."""

    type: str
    tellings: list[Telling]
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    details: dict[str, tuple[str, ...]] = field(default_factory=dict)
    place: str | None = None
    when: PartialDate | None = None
    quantities: dict[str, Quantity] = field(default_factory=dict)
    delegations: list[Delegation] = field(default_factory=list)
    breaches: list["Happening"] = field(default_factory=list)
    depends_on: list["Happening"] = field(default_factory=list)
    elsewhere: list[Span] = field(default_factory=list)

    @property
    def core(self) -> set[str]:
        """Everyone in a core role."""
        return {one for role in core_of(self.type) for one in self.roles.get(role, ())}

    def add(self, role: str, *ids: str) -> None:
        """Let these have the role too."""
        self.roles[role] = tuple(dict.fromkeys(self.roles.get(role, ()) + ids))


def merged(told: Sequence[Telling], scene: Scene) -> list[Happening]:
    """The happenings, each with all its tellings, in the order of the text."""
    groups: list[list[Telling]] = []
    for one in told:
        home = next((group for group in reversed(groups) if _same(group, one, scene)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [_happening(group) for group in _absorbed(_joined(groups, scene), scene)]


def _joined(groups: list[list[Telling]], scene: Scene) -> list[list[Telling]]:
    """The groups, those made one that a later telling shows to be one."""
    kept: list[list[Telling]] = []
    for group in groups:
        home = next((other for other in kept if any(_same(other, one, scene) for one in group)), None)
        if home is not None and not any(_conflict(a, b, scene) for a in home for b in group):
            home.extend(group)
        else:
            kept.append(group)
    return kept


def _absorbed(groups: list[list[Telling]], scene: Scene) -> list[list[Telling]]:
    """Tellings without participants ("the deal") join the happening of their type that fits, the nearest before."""
    kept = [group for group in groups if any(one.candidate.roles for one in group)]
    for group in groups:
        if group in kept:
            continue
        first = scene.offset(group[0].token)
        fitting = [
            other
            for other in kept
            if other[0].candidate.type == group[0].candidate.type
            and not any(_conflict(a, b, scene) for a in other for b in group)
        ]
        if fitting:
            nearest = min(fitting, key=lambda other: _distance(scene.offset(other[0].token), first))
            nearest.extend(group)
        else:
            kept.append(group)
    return sorted(kept, key=lambda group: scene.offset(group[0].token))


def _distance(before: int, here: int) -> int:
    return here - before if before <= here else 2 * (before - here)


def _same(group: Sequence[Telling], one: Telling, scene: Scene) -> bool:
    if group[0].candidate.type != one.candidate.type:
        return False
    if any(_linked(other, one) or _linked(one, other) for other in group):
        return True
    if any(_conflict(other, one, scene) for other in group):
        return False
    return any(_alike(other, one) for other in group)


def _linked(a: Telling, b: Telling) -> bool:
    """Whether a verb has the other's noun in its clause: "killed in the attack", "adopted the pact"."""
    first, second = a.candidate, b.candidate
    if first.site.noun or not second.site.noun or first.number or second.number:
        return False
    if first.frame.apart or second.frame.apart:
        return False
    verb, noun = first.site.token, second.site.token
    if second.site.carrier is not None and second.site.carrier == verb:
        return True
    near = [*clauses.agents(verb), *clauses.objects(verb), *clauses.subjects(verb)]
    near += [obj for prep, obj in clauses.prepositions(verb) if prep in _NEAR]
    return any(token == noun for token in near)


def _conflict(a: Telling, b: Telling, scene: Scene) -> bool:
    if a.place and b.place and a.place != b.place and not scene.lies_in(a.place, b.place):
        return True
    if a.when and b.when and (a.when.latest < b.when.earliest or b.when.latest < a.when.earliest):
        return True
    if _factual(a) != _factual(b) and not (a.weak or b.weak):
        return True
    if a.candidate.frame.apart != b.candidate.frame.apart:
        return True
    for role in a.candidate.event_type.core:
        mine, theirs = set(a.candidate.roles.get(role, ())), set(b.candidate.roles.get(role, ()))
        if mine and theirs and not (mine <= theirs or theirs <= mine):
            return True
    return False


def _factual(one: Telling) -> bool:
    return one.standing.mood in ("occurred", "alleged")


def _alike(a: Telling, b: Telling) -> bool:
    shared = {
        one
        for role in a.candidate.event_type.core
        for one in set(a.candidate.roles.get(role, ())) & set(b.candidate.roles.get(role, ()))
    }
    kin = a.candidate.trigger == b.candidate.trigger or a.kind == b.kind
    if not b.candidate.roles:
        return kin
    if not shared:
        return False
    together = a.candidate.event_type.staged and (
        a.token.sent == b.token.sent or a.token.sent.end == b.token.sent.start
    )
    return (
        kin
        or len(shared) > 1
        or (a.place is not None and a.place == b.place)
        or (together and not (a.place and b.place))
    )


def _happening(group: list[Telling]) -> Happening:
    best = max(group, key=lambda one: (sum(map(len, one.candidate.roles.values())), one.place is not None))
    found = Happening(best.candidate.type, group)
    for one in [best, *group]:
        for role, ids in one.candidate.roles.items():
            found.add(role, *ids)
        for role, texts in one.candidate.details.items():
            found.details.setdefault(role, texts)
    found.place = next((one.place for one in [best, *group] if one.place), None)
    found.when = next((one.when for one in [best, *group] if one.when), None)
    return found
