"""What each part of the network is worth: ``python -m training.ablation GOLD_DIR FIRST SECOND``.

FIRST and SECOND are the weights of the two folds, as for ``training.crossing``. Prints, for the whole network
and for it without each of its parts, the figures of cross-validation on GOLD_DIR as a table in Markdown.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.crossing import crossed
from verbale.evaluation import compare, facts_from, figures, read_facts
from verbale.events.learned.labels import TOLD
from verbale.events.learned.network import Floats, Ints, Network
from verbale.events.learned.view import HINTS, Pairs, View

__all__ = ["ABLATIONS"]

_SHOWN = ("events", "arguments", "event status", "attribution", "speech", "speech, any act")


class _AddsNothing(Network):
    """Words in which the rules see nothing tell nothing."""

    def triggers(self, words: Floats) -> Floats:
        return np.where(_hinted(words), super().triggers(words), 0)


class _DropsNothing(Network):
    """What the rules see is so."""

    def triggers(self, words: Floats) -> Floats:
        return np.where(_hinted(words), 1, super().triggers(words))


class _SeesNoRules(Network):
    """The network does not know what the rules see, though they still propose."""

    def words(self, view: View, vectors: Floats) -> Floats:
        found = super().words(view, vectors)
        found[:, -HINTS:] = 0
        return found


class _FillsNothing(Network):
    """Nobody has a part but by the rules."""

    def parts(self, view: View, vectors: Floats, triggers: Sequence[tuple[int, str, Pairs]]) -> list[Floats]:
        return [np.zeros_like(part) for part in super().parts(view, vectors, triggers)]


class _HoldsAllForFact(Network):
    """Everything is told as fact."""

    def moods(self, words: Floats, told: Ints) -> Floats:
        found = np.zeros_like(super().moods(words, told))
        found[:, 0] = 1
        return found


ABLATIONS: dict[str, type[Network]] = {
    "whole": Network,
    "adds no tellings": _AddsNothing,
    "drops no tellings of the frames": _DropsNothing,
    "does not see the rules": _SeesNoRules,
    "fills no parts": _FillsNothing,
    "decides no moods": _HoldsAllForFact,
}


def main() -> None:
    """Read the folder once for each row."""
    parser = argparse.ArgumentParser(prog="python -m training.ablation", description=__doc__)
    for name in ("gold", "first", "second"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    print("| the network |", " | ".join(_SHOWN), "|")
    print("| --- |", " | ".join("---:" for _ in _SHOWN), "|")
    for name, kind in ABLATIONS.items():
        networks = [kind(options.first), kind(options.second)]
        print("|", name, "|", " | ".join(_row(options.gold, networks)), "|", flush=True)


def _row(gold: Path, networks: Sequence[Network]) -> list[str]:
    compared = [
        compare(path.stem, read_facts(path), facts_from(found, path.stem)) for path, found in crossed(gold, networks)
    ]
    found = {figure.name: figure.accuracy if figure.f1 is None else figure.f1 for figure in figures(compared)}
    return [f"{found[name]:.3f}" for name in _SHOWN]


def _hinted(words: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether the rules see in each word what it may tell: (words, TOLD)."""
    return words[:, -HINTS:][:, : len(TOLD)] > 0


if __name__ == "__main__":
    main()
