"""Who of those in the news is on a sanctions list: names compared, with reasons that can be filed."""

from verbale.screening.index import Index
from verbale.screening.judging import Result, Subject, Verdict, judged
from verbale.screening.likeness import Likeness, likeness

__all__ = ["Index", "Likeness", "Result", "Subject", "Verdict", "judged", "likeness"]
