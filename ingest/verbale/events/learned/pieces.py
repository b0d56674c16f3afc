"""The article cut into windows of word pieces, as the encoder takes them."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from verbale.events.learned.view import View

__all__ = ["Windows", "tokenizer", "windows"]

_LONGEST = 192  # pieces in a window: the encoder was made for 256, and several short paragraphs help each other
_WORD = 24  # pieces of a word that are looked at: a web address may have hundreds


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of an article and where each word begins."""

    rows: list[list[int]]  # the pieces of each window
    firsts: NDArray[np.int64]  # (words, 2): window and place of each word's first piece


@cache
def tokenizer(path: Path) -> Tokenizer:
    """The word-piece tokenizer that a file holds, without padding or cutting."""
    found = Tokenizer.from_file(str(path))
    found.no_padding()
    found.no_truncation()
    return found


def windows(view: View, pieces: Tokenizer) -> Windows:
    """The article in windows: as many sentences as go into one; a sentence that is longer than any is parted."""
    encoded = pieces.encode([token.text for token in view.words], is_pretokenized=True, add_special_tokens=False)
    start, end = _special("[CLS]", pieces), _special("[SEP]", pieces)
    spans: list[list[int]] = [[] for _ in view.words]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        spans[word if word is not None else 0].append(piece)
    rows: list[list[int]] = []
    firsts = np.zeros((len(view.words), 2), np.int64)
    for sentence in _sentences(view):
        size = sum(len(spans[word]) for word in sentence)
        if not rows or len(rows[-1]) + size > _LONGEST:
            rows.append([start])
        for word in sentence:
            if len(rows[-1]) > _LONGEST:
                rows.append([start])
            firsts[word] = len(rows) - 1, len(rows[-1])
            rows[-1] += spans[word][:_WORD] or [end]
    return Windows([[*row, end] for row in rows], firsts)


def _special(name: str, pieces: Tokenizer) -> int:
    found = pieces.token_to_id(name)
    if found is None:
        raise ValueError(f"the tokenizer has no {name}")
    return found


def _sentences(view: View) -> list[range]:
    starts = [0, *(np.flatnonzero(np.diff(view.sentence)) + 1).tolist(), len(view.words)]
    return [range(a, b) for a, b in pairwise(starts)] if view.words else []
