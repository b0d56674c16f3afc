"""What the clause leaves out and the article gives: roles and places told elsewhere, as the event's type says."""

from collections.abc import Callable, Mapping, Sequence

from verbale.events.frames import event_type
from verbale.events.merge import Happening
from verbale.events.scene import Scene

__all__ = ["FILLINGS", "filled"]

Filling = Callable[[Happening, str, Sequence[Happening], Scene], None]


def filled(found: Sequence[Happening], scene: Scene) -> list[Happening]:
    """The happenings with what the article tells of them elsewhere; those without participants are left out."""
    for one in found:
        of_type = event_type(one.type)
        for role, filling in of_type.fills.items():
            if one.tellings[0].kind not in of_type.unfilled and not one.roles.get(role):
                FILLINGS[filling](one, role, found, scene)
    return [one for one in found if _is_filled(one)]


def _is_filled(one: Happening) -> bool:
    needs = event_type(one.type).needs
    return not needs or any(one.roles.get(role) for role in needs)


def _foe(one: Happening, role: str, found: Sequence[Happening], scene: Scene) -> None:
    """The other party of a war of two, for an attack on one of them."""
    struck = one.core
    for war in found if struck else ():
        of_type = event_type(war.type)
        parties = war.roles.get(of_type.core[0], ()) if of_type.feud else ()
        others = [party for party in parties if party not in struck]
        if len(parties) == 2 and len(others) == 1:
            one.add(role, others[0])
            one.elsewhere += [telling.evidence for telling in war.tellings]
            return


def _land(one: Happening, role: str, found: Sequence[Happening], scene: Scene) -> None:
    """The state whose land the place is, unless it is that of those who come."""
    state = scene.state_of_land(one.place) if one.place else None
    if state is not None and all(state not in (comer, scene.affiliation(comer)) for comer in one.core):
        one.add(role, state)


def _journey(one: Happening, role: str, found: Sequence[Happening], scene: Scene) -> None:
    """The place of the one journey that a participant is on, and its month; ``role`` is the place.

    Only the month, since a journey may last for days.
    """
    journeys = [other for other in found if event_type(other.type).journey and other.core & one.core]
    places = dict.fromkeys(other.place for other in journeys if other.place and _compatible(other, one))
    if len(places) == 1 and not one.place:
        one.place = next(iter(places))
    months = dict.fromkeys(scene.month(other.when) for other in journeys if other.when)
    if len(months) == 1 and not one.when:
        one.when = next(iter(months))


def _struck(one: Happening, role: str, found: Sequence[Happening], scene: Scene) -> None:
    """The place that is struck, or the land of the state; ``role`` is the place."""
    _take_place(one, event_type(one.type).lands, scene)


def _home(one: Happening, role: str, found: Sequence[Happening], scene: Scene) -> None:
    """The land of the state that does it, where it does it to its own; ``role`` is the place."""
    _take_place(one, event_type(one.type).core[:1], scene)


def _take_place(one: Happening, roles: Sequence[str], scene: Scene) -> None:
    """Let the happening be at the one place that fills these roles."""
    named = (one.roles.get(role, ()) for role in roles)
    places = dict.fromkeys(scene.place_of(filler) for fillers in named for filler in fillers)
    places.pop(None, None)
    if one.place is None and len(places) == 1:
        one.place = next(iter(places))


def _compatible(a: Happening, b: Happening) -> bool:
    if a.when and b.when:
        return not (a.when.latest < b.when.earliest or b.when.latest < a.when.earliest)
    return a.when is None and b.when is None


def _affiliation(one: Happening, role: str, found: Sequence[Happening], scene: Scene) -> None:
    """The state that the article puts beside the first of the core for whom it does."""
    for core in event_type(one.type).core:
        for actor in one.roles.get(core, ()):
            if (state := scene.affiliation(actor)) is not None:
                one.add(role, state)
                return


FILLINGS: Mapping[str, Filling] = {
    "foe": _foe,
    "land": _land,
    "journey": _journey,
    "affiliation": _affiliation,
    "struck": _struck,
    "home": _home,
}
