"""The trained network at work: the encoder by ONNX Runtime in 8-bit integers, its small heads by numpy."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from verbale.events.learned.labels import ROLES, TOLD
from verbale.events.learned.pieces import tokenizer, windows
from verbale.events.learned.view import Pairs, View

__all__ = ["WEIGHTS", "Network", "trained"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WEIGHTS = Path(__file__).parent / "weights"
"""The weights that come with the package."""

_TOGETHER = 8  # windows that are encoded at a time


@cache
def trained(folder: Path = WEIGHTS) -> "Network":
    """The network whose weights lie in a folder."""
    return Network(folder)


class Network:
    """What ``training.network.Network`` learned, without what learning needs."""

    def __init__(self, folder: Path) -> None:
        """Load the encoder, its tokenizer and the heads."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = onnxruntime.InferenceSession(
            folder / "encoder.onnx", options, providers=["CPUExecutionProvider"]
        )
        self.version = sha256((folder / "heads.npz").read_bytes()).hexdigest()[:12]
        """The first digits of the SHA-256 of the heads, which are never trained without the encoder."""
        self._pieces = tokenizer(folder / "tokenizer.json")
        with np.load(folder / "heads.npz") as heads:
            self._heads: Mapping[str, Floats] = {name: heads[name].astype(np.float32) for name in heads.files}

    def vectors(self, view: View) -> Floats:
        """The vectors of the article's words: (words, width)."""
        cut = windows(view, self._pieces)
        found = np.zeros((len(view.words), self._heads["teller.weight"].shape[1]), np.float32)
        order = sorted(range(len(cut.rows)), key=lambda row: len(cut.rows[row]))
        for start in range(0, len(order), _TOGETHER):
            some = order[start : start + _TOGETHER]
            longest = max(len(cut.rows[row]) for row in some)
            pieces = np.zeros((len(some), longest), np.int64)
            mask = np.zeros_like(pieces)
            for place, row in enumerate(some):
                pieces[place, : len(cut.rows[row])] = cut.rows[row]
                mask[place, : len(cut.rows[row])] = 1
            states = np.asarray(self._encoder.run(None, {"pieces": pieces, "mask": mask})[0], np.float32)
            for place, row in enumerate(some):
                here = cut.firsts[:, 0] == row
                found[here] = states[place, cut.firsts[here, 1]]
        return found

    def words(self, view: View, vectors: Floats) -> Floats:
        """The words with what the parse and the rules say of them: (words, features)."""
        known = [self._table("dependency", view.dependency), self._table("tag", view.tag)]
        return np.concatenate([vectors, *known, self._table("mood", view.mood), view.hints], axis=1)

    def triggers(self, words: Floats) -> Floats:
        """How likely each word tells each type of event and act of speech: (words, TOLD)."""
        return _sigmoid(self._head("trigger", words))

    def moods(self, words: Floats, told: Ints) -> Floats:
        """How likely each trigger is held in each mood: (triggers, MOODS)."""
        logits = self._head("stance", np.concatenate([words, np.eye(len(TOLD), dtype=np.float32)[told]], axis=1))
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True), np.float32)

    def parts(self, view: View, vectors: Floats, word: int, told: str, pairs: Pairs) -> Floats:
        """How likely each slot has each part in what the word tells: (pairs, ROLES)."""
        if not len(pairs.slots):
            return np.zeros((0, len(ROLES)), np.float32)
        slots = [view.slots[place] for place in pairs.slots]
        at = np.array([slot.word for slot in slots], np.int64)
        teller = self._linear("teller", vectors[[word]])
        named = self._linear("named", vectors[at])
        rows = len(slots)

        def repeated(row: Floats) -> Floats:
            return np.repeat(row, rows, axis=0)

        features = [
            repeated(teller),
            named,
            teller * named,
            repeated(self._table("told", np.array([TOLD.index(told)]))),
            self._table("bag", pairs.bag).sum(axis=1),
            self._table("path", pairs.path),
            self._table("near", pairs.near),
            self._table("apart", pairs.apart),
            self._table("kind", np.array([slot.kind for slot in slots])),
            self._table("dependency", view.dependency[at]),
            repeated(self._table("mood", view.mood[[word]])),
            pairs.flags,
        ]
        return _sigmoid(self._head("part", np.concatenate(features, axis=1)))

    def _table(self, name: str, index: Ints) -> Floats:
        return self._heads[f"{name}.weight"][index]

    def _linear(self, name: str, values: Floats) -> Floats:
        return values @ self._heads[f"{name}.weight"].T + self._heads[f"{name}.bias"]

    def _head(self, name: str, values: Floats) -> Floats:
        return self._linear(f"{name}.4", np.maximum(self._linear(f"{name}.1", values), 0))


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)
