"""Who is one with whom: decisions about identity, how graphs follow them, and proposals of what to decide."""

from verbale.identity.decisions import Decision, Ruling
from verbale.identity.following import followed
from verbale.identity.merging import decide, decisions, undo
from verbale.identity.proposals import Proposal, proposals

__all__ = ["Decision", "Proposal", "Ruling", "decide", "decisions", "followed", "proposals", "undo"]
