"""Quotations: which words stand between quotation marks, and whose a quoted sentence is."""

from collections.abc import Mapping

from spacy.tokens import Token

from verbale.events.scene import Scene

__all__ = ["Quotes"]

_OPEN = frozenset({"“", "«", "„"})
_CLOSE = frozenset({"”", "»"})
_EITHER = frozenset({'"', "``", "''"})


class Quotes:
    """The quoted stretches of an article, paragraph by paragraph.

    A paragraph that opens a quotation and does not close it hands it on to the next,
    which repeats the opening mark.
    """

    def __init__(self, scene: Scene) -> None:
        """Find the quoted words of the article."""
        self._inside: frozenset[int] = frozenset(self._scan(scene))
        self._scene = scene

    @staticmethod
    def _scan(scene: Scene) -> list[int]:
        found: list[int] = []
        for paragraph in scene.paragraphs:
            inside = False
            for token in paragraph.doc:
                if token.text in _OPEN:
                    inside = True
                elif token.text in _CLOSE:
                    inside = False
                elif token.text in _EITHER:
                    inside = not inside
                elif inside:
                    found.append(scene.offset(token))
        return found

    def inside(self, token: Token) -> bool:
        """Whether the token stands between quotation marks."""
        return self._scene.offset(token) in self._inside

    def speakers(self, said: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        """The speakers of quoted sentences that name none, by the offset of the sentence's root.

        ``said`` gives the speakers by the offset of the sentence's first word where a sentence names them: a
        quotation goes on from there to the end of the quoted sentences.
        """
        carried: dict[int, tuple[str, ...]] = {}
        last: tuple[str, ...] = ()
        for sentence in self._scene.sentences:
            first = self._scene.offset(sentence[0])
            if first in said:
                last = said[first]
            elif self._quoted(sentence):
                carried[first] = last
            elif not any(self.inside(token) for token in sentence):
                last = ()
        return {first: who for first, who in carried.items() if who}

    def _quoted(self, sentence: object) -> bool:
        words = [token for token in sentence if token.is_alpha]  # type: ignore[attr-defined]
        return bool(words) and sum(self.inside(token) for token in words) > 0.8 * len(words)
