"""Events from the parse by frames, acts of speech, and on whose word each stands."""

from verbale.events.happenings import events
from verbale.events.persons import laid_out
from verbale.events.reports import speech
from verbale.events.scene import Scene
from verbale.events.voices import claims

__all__ = ["Scene", "claims", "events", "laid_out", "speech"]
