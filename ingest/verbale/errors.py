"""Everything that verbale raises on purpose: one tree, each error named for the reader's mistake.

A message is one line that says what is wrong, where, and what to do about it.
"""

__all__ = [
    "AmbiguousName",
    "BadTable",
    "BadValue",
    "ContradictoryDecision",
    "InvalidGraph",
    "NoJava",
    "QueryFailed",
    "RemoteFailed",
    "StoreInUse",
    "StoreTooNew",
    "StoreUnusable",
    "UnknownName",
    "UnknownQuestion",
    "UnreadableArticle",
    "UnreadableDecisions",
    "UnreadableFacts",
    "UnreadableGraph",
    "UnreadableList",
    "UnreadableNames",
    "VerbaleError",
]


class VerbaleError(Exception):
    """The root: everything that verbale raises on purpose."""


class UnreadableArticle(VerbaleError):
    """The bytes hold no article: the path, the line where there is one, and why."""


class UnreadableFacts(VerbaleError):
    """A gold or facts file is not as it should be: the file, the line or item, and what to do."""


class UnreadableGraph(VerbaleError):
    """A file that should hold RDF does not: path, line, column and the parser's word."""


class UnreadableList(VerbaleError):
    """A file is no sanctions list that verbale knows, or is damaged: the file, the line and what to do."""


class UnreadableNames(VerbaleError):
    """A file of names to screen has a row or a column that can't be used: the file, the line, and what to do."""


class InvalidGraph(VerbaleError):
    """A graph breaks the ontology's shapes: the node, the shape and its message."""


class BadTable(VerbaleError):
    """A table of words and frames has a key or a value that it can't have: the file, the table, the key."""


class UnknownQuestion(VerbaleError):
    """No saved question of that name, with the nearest names."""


class BadValue(VerbaleError):
    """A question's parameter is missing, unknown or not of its kind."""


class UnknownName(VerbaleError):
    """No actor, place or event of that name in the store, with the nearest names."""


class AmbiguousName(VerbaleError):
    """A name that stands for several things in the store, with their IRIs."""


class ContradictoryDecision(VerbaleError):
    """A decision about identity goes against another, or about things that can't be one: which, and what to undo."""


class UnreadableDecisions(VerbaleError):
    """A file of decisions is not as it should be: the file, the line, and what to do."""


class QueryFailed(VerbaleError):
    """The store refused the query: the parser's word and its place."""


class StoreUnusable(VerbaleError):
    """The store's directory is missing, damaged or not writable."""


class StoreInUse(StoreUnusable):
    """Another process holds the store open for writing."""


class StoreTooNew(StoreUnusable):
    """The store was written by a later version of verbale."""


class RemoteFailed(VerbaleError):
    """A remote endpoint is down, slow, refuses the credentials, or answers something else than SPARQL."""


class NoJava(VerbaleError):
    """The reasoner needs a Java runtime and none is installed."""
