"""Quotations: which words stand between quotation marks, and whose a quoted sentence is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from spacy.tokens import Span as Words
from spacy.tokens import Token

from verbale.events.scene import Scene

__all__ = ["Quotes"]

_MARK = re.compile('["“”«»„]')
_OPEN, _CLOSE = "“«„", "”»"


class Quotes:
    """The quoted stretches of an article, paragraph by paragraph.

    A quotation that its paragraph does not close ends with it; the next paragraph opens it again.
    """

    def __init__(self, scene: Scene) -> None:
        """Find the quotation marks of the article."""
        self._scene = scene
        stretches = list(self._stretches())
        self._starts = [start for start, _ in stretches]
        self._ends = [end for _, end in stretches]

    def _stretches(self) -> Iterator[tuple[int, int]]:
        for paragraph in self._scene.paragraphs:
            opened: int | None = None
            for mark in _MARK.finditer(self._scene.document.text, paragraph.span.start, paragraph.span.end):
                if opened is None and mark[0] not in _CLOSE:
                    opened = mark.end()
                elif opened is not None and mark[0] not in _OPEN:
                    yield opened, mark.start()
                    opened = None
            if opened is not None:
                yield opened, paragraph.span.end

    def inside(self, token: Token) -> bool:
        """Whether the token stands between quotation marks."""
        place = self._scene.offset(token)
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self._ends[before]

    def touch(self, sentence: Words) -> bool:
        """Whether any of the sentence stands between quotation marks."""
        first = self._scene.offset(sentence[0])
        last = self._scene.offset(sentence[-1])
        before = bisect_right(self._starts, last) - 1
        return before >= 0 and first < self._ends[before]

    def speakers(self, said: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        """The speakers of quoted sentences that name none, by the offset of the sentence's first word.

        ``said`` gives the speakers by that offset where a sentence names them: a quotation goes on from
        there to the end of the quoted sentences.
        """
        carried: dict[int, tuple[str, ...]] = {}
        last: tuple[str, ...] = ()
        for sentence in self._scene.sentences:
            first = self._scene.offset(sentence[0])
            if first in said:
                last = said[first]
            elif not self.touch(sentence):
                last = ()
            elif last and self._quoted(sentence):
                carried[first] = last
        return carried

    def _quoted(self, sentence: Words) -> bool:
        words = [token for token in sentence if token.is_alpha]
        return bool(words) and sum(self.inside(token) for token in words) > 0.8 * len(words)
