"""The learned reader of events and speech: a small encoder over the article, frames and dependency paths beside it."""

from verbale.events.learned.network import trained
from verbale.events.learned.telling import read

__all__ = ["read", "trained"]
