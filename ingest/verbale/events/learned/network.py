"""The trained network at work: the encoder by ONNX Runtime in 8-bit integers, its small heads by numpy."""

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from thinc.api import NumpyOps

from verbale.events.learned.labels import ROLES, TOLD
from verbale.events.learned.pieces import tokenizer, windows
from verbale.events.learned.view import Pairs, View

__all__ = ["WEIGHTS", "Network", "trained"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WEIGHTS = Path(__file__).parent / "weights"
"""The weights that come with the package."""

_OPS = NumpyOps()  # its products keep to one thread; numpy's keep a second one spinning, at twice the cost


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
        for row, window in enumerate(cut.rows):  # one at a time: padding for a batch costs more than it saves
            pieces = np.array([window], np.int64)
            states = self._encoder.run(None, {"pieces": pieces, "mask": np.ones_like(pieces)})[0]
            here = cut.firsts[:, 0] == row
            found[here] = np.asarray(states, np.float32)[0, cut.firsts[here, 1]]
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

    def parts(self, view: View, vectors: Floats, triggers: Sequence[tuple[int, str, Pairs]]) -> list[Floats]:
        """How likely each slot has each part in what each word tells: for each trigger (pairs, ROLES).

        All are worked out at once, since many small products of matrices cost several times as much.
        """
        sizes = [len(pairs.slots) for _, _, pairs in triggers]
        if not sum(sizes):
            return [np.zeros((0, len(ROLES)), np.float32) for _ in triggers]
        words = np.array([slot.word for slot in view.slots], np.int64)
        kinds = np.array([slot.kind for slot in view.slots], np.int64)
        slots = np.concatenate([pairs.slots for _, _, pairs in triggers])
        of = np.repeat(np.arange(len(triggers)), sizes)
        tellers = np.array([word for word, _, _ in triggers], np.int64)
        told = np.array([TOLD.index(kind) for _, kind, _ in triggers], np.int64)
        teller = self._linear("teller", vectors[tellers])[of]
        named = self._linear("named", vectors[words])[slots]
        features = [
            teller,
            named,
            teller * named,
            self._table("told", told)[of],
            self._table("bag", np.concatenate([pairs.bag for _, _, pairs in triggers])).sum(axis=1),
            self._table("path", np.concatenate([pairs.path for _, _, pairs in triggers])),
            self._table("near", np.concatenate([pairs.near for _, _, pairs in triggers])),
            self._table("apart", np.concatenate([pairs.apart for _, _, pairs in triggers])),
            self._table("kind", kinds)[slots],
            self._table("dependency", view.dependency[words])[slots],
            self._table("mood", view.mood[tellers])[of],
            np.concatenate([pairs.flags for _, _, pairs in triggers]),
        ]
        likely = _sigmoid(self._head("part", np.concatenate(features, axis=1)))
        return np.split(likely, np.cumsum(sizes)[:-1])

    def _table(self, name: str, index: Ints) -> Floats:
        return self._heads[f"{name}.weight"][index]

    def _linear(self, name: str, values: Floats) -> Floats:
        return np.asarray(_OPS.affine(values, self._heads[f"{name}.weight"], self._heads[f"{name}.bias"]), np.float32)

    def _head(self, name: str, values: Floats) -> Floats:
        return self._linear(f"{name}.4", np.maximum(self._linear(f"{name}.1", values), 0))


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)
