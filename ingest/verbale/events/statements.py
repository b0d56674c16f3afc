"""What an official statement does in its own name: it promises, imposes, demands, reproaches."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.content import act_of
from verbale.events.frames import event_type
from verbale.events.persons import issuers
from verbale.events.roles import actors_of
from verbale.events.scene import Scene
from verbale.model import Event

__all__ = ["Statement"]


class Statement:
    """An article that someone signs or a state publishes; other articles do nothing in their own name."""

    def __init__(self, scene: Scene, events: Sequence[Event]) -> None:
        """Find whose statement it is, and the events that its verbs tell."""
        self._scene = scene
        self._issuers = issuers(scene)
        self._events = {event.trigger.start: event for event in events} if self._issuers else {}

    def act(self, root: Token) -> str | None:
        """What a main verb does as part of the statement; None where it only tells."""
        if not self._issuers:
            return None
        event = self._events.get(self._scene.offset(root))
        ahead = any(child.dep_ == "aux" and child.lower_ == "will" for child in root.children)
        if self._is_own(root):
            if event is not None and self._is_news(event) and (_performs(event) or (ahead and _gathers(event))):
                return "announce"
            return "vow" if ahead else None
        if event is not None and ahead and _gathers(event):
            return "announce"
        if event is not None and _reproaches(event):
            return "accuse"
        return act_of(root)

    def speakers(self, named: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Who speaks: whoever is named, and where that is an issuer, the others too."""
        if named and not set(named) & set(self._issuers):
            return named
        return tuple(dict.fromkeys((*named, *self._issuers)))

    def _is_news(self, event: Event) -> bool:
        """Whether the event is of the day of the statement, or to come, or undated."""
        published = self._scene.document.published
        return event.starts is None or published is None or event.starts.latest >= published

    def _is_own(self, root: Token) -> bool:
        """Whether the subject is the statement's own: "we", the publisher's state, the signer."""
        return any(
            self._scene.voice(doer) or set(self._issuers) & set(actors_of(doer, self._scene))
            for doer in clauses.subjects(root)
        )


def _performs(event: Event) -> bool:
    """Whether a state brings the event about by saying so."""
    return event.kind in event_type(event.type).performed


def _gathers(event: Event) -> bool:
    return event_type(event.type).gathering


def _reproaches(event: Event) -> bool:
    """Whether to tell of the event accuses the one who did it."""
    of_type = event_type(event.type)
    return of_type.reproach == "told" and bool(event.roles.get(of_type.core[0]))
