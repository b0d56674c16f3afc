"""Saved questions: SPARQL files with a header, their parameters bound as terms, and their answers."""

from verbale.questions.answers import Answer, answer
from verbale.questions.catalogue import catalogue, questions, saved
from verbale.questions.question import Parameter, Question
from verbale.store import Queryable

__all__ = ["Answer", "Parameter", "Queryable", "Question", "answer", "catalogue", "questions", "saved"]
