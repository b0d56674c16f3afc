"""How good a reading is: gold facts that people wrote down, compared with the facts of a reader.

``read_facts`` and ``problems`` take a gold file in, ``compare`` pairs both sides of one article,
``figures`` counts over all of them, ``errors`` tells what went wrong, by kind and cause.
"""

from verbale.evaluation.checks import problems
from verbale.evaluation.errors import Error, errors
from verbale.evaluation.figures import Figure, figures
from verbale.evaluation.files import facts_from, read_facts
from verbale.evaluation.matching import Comparison, compare
from verbale.evaluation.records import Facts

__all__ = [
    "Comparison",
    "Error",
    "Facts",
    "Figure",
    "compare",
    "errors",
    "facts_from",
    "figures",
    "problems",
    "read_facts",
]
