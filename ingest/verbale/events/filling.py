"""What the clause leaves out and the article gives: roles, places and attackers told elsewhere."""

from collections.abc import Sequence

from verbale.events.frames import needs_of
from verbale.events.merge import Happening
from verbale.events.scene import Scene

__all__ = ["filled"]

_TRAVELS = ("visit", "trip", "arrival", "departure", "tour", "state-visit", "stop")


def filled(found: Sequence[Happening], scene: Scene) -> list[Happening]:
    """The happenings with what the article tells of them elsewhere; those without participants are left out."""
    for one in found:
        if one.type == "Attack":
            _attacker(one, found)
        elif one.type == "Visit":
            _host(one, scene)
        elif one.type == "Meeting":
            _venue(one, found)
        elif one.type == "LeadershipChange":
            _organization(one, scene)
    return [one for one in found if not needs_of(one.type) or any(one.roles.get(role) for role in needs_of(one.type))]


def _attacker(one: Happening, found: Sequence[Happening]) -> None:
    """The other party of a war of two, for an attack on one of them."""
    targets = set(one.roles.get("target", ()))
    if one.roles.get("attacker") or not targets:
        return
    for war in found:
        parties = war.roles.get("party", ()) if war.type == "War" else ()
        others = [party for party in parties if party not in targets]
        if len(parties) == 2 and len(others) == 1:
            one.add("attacker", others[0])
            return


def _host(one: Happening, scene: Scene) -> None:
    """The state that is visited, unless the visitor comes home."""
    state = scene.state_of_land(one.place) if one.place else None
    if state is None or one.roles.get("host") or one.tellings[0].kind not in _TRAVELS:
        return
    visitors = one.roles.get("visitor", ())
    if state not in visitors and all(scene.affiliation(visitor) != state for visitor in visitors):
        one.add("host", state)


def _venue(one: Happening, found: Sequence[Happening]) -> None:
    """The place of the one visit that a participant is on."""
    if one.place:
        return
    visits = [
        visit
        for visit in found
        if visit.type == "Visit" and visit.place and visit.core & one.core and _compatible(visit, one)
    ]
    places = dict.fromkeys(visit.place for visit in visits)
    if len(places) == 1:
        one.place = next(iter(places))


def _compatible(a: Happening, b: Happening) -> bool:
    if a.when and b.when:
        return not (a.when.latest < b.when.earliest or b.when.latest < a.when.earliest)
    return a.when is None and b.when is None


def _organization(one: Happening, scene: Scene) -> None:
    """The state of the person whose post it is."""
    if one.roles.get("organization"):
        return
    for person in one.roles.get("person", ()):
        if (state := scene.affiliation(person)) is not None:
            one.add("organization", state)
            return
