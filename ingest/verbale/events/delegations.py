"""Delegations: who came to a meeting or on a visit with whom."""

from collections.abc import Sequence

from verbale.events.frames import delegation_triggers, event_type
from verbale.events.merge import Happening
from verbale.events.scene import Scene
from verbale.events.triggers import Candidate, candidates
from verbale.model import Delegation

__all__ = ["attach"]


def attach(found: Sequence[Happening], scene: Scene) -> None:
    """Give each delegation to the visit or meeting that its head came to, and its members a part in it.

    The event is one of the same sentence, else the last one before in which the head takes part.
    """
    for candidate in candidates(scene, delegation_triggers()):
        heads, brought = candidate.roles.get("head", ()), candidate.roles.get("member", ())
        members = tuple(one for one in brought if one not in heads)
        if len(heads) != 1 or not members:
            continue
        home = _home(found, candidate, heads[0], scene)
        if home is not None:
            words = scene.span([candidate.site.token, *candidate.tokens])
            home.delegations.append(Delegation(heads[0], members, words))
            home.elsewhere.append(words)
            home.add(event_type(home.type).core[0], *members)


def _home(found: Sequence[Happening], candidate: Candidate, head: str, scene: Scene) -> Happening | None:
    gatherings = [one for one in found if event_type(one.type).gathering and head in one.core]
    sentence = candidate.site.token.sent
    here = [one for one in gatherings if any(telling.token.sent == sentence for telling in one.tellings)]
    if here:
        return here[0]
    place = scene.offset(candidate.site.token)
    before = [one for one in gatherings if scene.offset(one.tellings[0].token) < place]
    meetings = [one for one in before if not event_type(one.type).journey]
    return (meetings or before)[-1] if before else None
