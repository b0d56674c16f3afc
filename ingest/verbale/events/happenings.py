"""Events: everything told of, merged, filled from the whole article, with its passages."""

import re
from collections.abc import Mapping, Sequence

from verbale.events import bonds, delegations, filling, quantities
from verbale.events.merge import Happening, merged
from verbale.events.scene import Scene
from verbale.events.tellings import Telling, tellings
from verbale.model import Event, article_hash

__all__ = ["events"]

_RANK = {"occurred": 0, "alleged": 1, "negated": 2, "planned": 3, "hypothetical": 4}


def events(scene: Scene, told: Sequence[Telling] | None = None) -> tuple[Event, ...]:
    """The happenings that the article tells of, each once, in the order of their first mention.

    Out of what another reader found told, or else of what the frames find.
    """
    found = merged(list(tellings(scene)) if told is None else told, scene)
    delegations.attach(found, scene)
    found = filling.filled(found, scene)
    quantities.count(found, scene)
    bonds.tie(found, scene)
    names = _names(found, scene, article_hash(scene.document))
    return tuple(_event(one, names, scene) for one in found)


def _names(found: Sequence[Happening], scene: Scene, article: str) -> dict[Happening, str]:
    names: dict[Happening, str] = {}
    taken: dict[str, int] = {}
    for one in found:
        name = f"event/{article}/{_kebab(one.type)}-{scene.offset(_teller(one).token)}"
        taken[name] = taken.get(name, 0) + 1
        names[one] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return names


def _teller(one: Happening) -> Telling:
    """The telling that says best how the event is held: one that takes nothing for granted, as fact where one does."""
    return min(one.tellings, key=lambda telling: (telling.weak, _RANK[telling.standing.mood]))


def _event(one: Happening, names: Mapping[Happening, str], scene: Scene) -> Event:
    best = max(one.tellings, key=lambda telling: (len(telling.candidate.tokens), not telling.weak))
    verbs = [telling.kind for telling in one.tellings if not telling.candidate.site.noun]
    kinds = [*verbs, best.kind, *(telling.kind for telling in one.tellings)]
    spans = [best.evidence, *(telling.evidence for telling in one.tellings)]
    return Event(
        id=names[one],
        type=one.type,
        kind=next((kind for kind in kinds if kind and kind != _kebab(one.type)), kinds[0]),
        roles=one.roles,
        evidence=tuple(dict.fromkeys(spans)),
        trigger=scene.span([_teller(one).token]),
        details=one.details,
        quantities=one.quantities,
        place=one.place,
        starts=one.when,
        ends=one.when if one.when and one.when.precision == "day" else None,
        delegations=tuple(one.delegations),
        breaches=tuple(names[other] for other in one.breaches),
        depends_on=tuple(names[other] for other in one.depends_on),
        elsewhere=tuple(dict.fromkeys(one.elsewhere)),
    )


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
