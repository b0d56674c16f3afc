"""Who was spoken of lately: plain rules of salience for pronouns and definite nouns."""

from collections.abc import Callable

from verbale.entities.growing import Growing

__all__ = ["Memory"]

_WITHIN = 3  # sentences that a pronoun reaches back
_AS_SUBJECT = 3  # by how many mentions a subject is nearer than it stands
_SENTENCE = 4  # mentions that a sentence's end is worth


class Memory:
    """The mentions read so far, by sentence."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self.sentence = 0
        self._read: list[tuple[int, Growing, bool]] = []
        self._counts: dict[int, int] = {}

    def add(self, chain: Growing, subject: bool) -> None:
        """Notes a mention of a chain in the sentence that is being read."""
        self._read.append((self.sentence, chain, subject))
        self._counts[id(chain)] = self._counts.get(id(chain), 0) + 1

    def latest(self, fits: Callable[[Growing], bool], within: int = _WITHIN) -> Growing | None:
        """The most salient chain of the last sentences: near mentions and subjects count more."""
        best: tuple[int, Growing] | None = None
        for back, (sentence, chain, subject) in enumerate(reversed(self._read)):
            distance = self.sentence - sentence
            if distance > within:
                break
            if fits(chain):
                score = distance * _SENTENCE + back - (_AS_SUBJECT if subject else 0)
                if best is None or score < best[0]:
                    best = (score, chain)
        return best[1] if best else None

    def subject(self) -> Growing | None:
        """The one subject of the sentence so far, where it named no state or country beside it."""
        here = [(chain, subject) for sentence, chain, subject in self._read[-20:] if sentence == self.sentence]
        if any(chain.type in ("State", "Country") for chain, _ in here):
            return None
        return next((chain for chain, subject in here if subject), None)

    def leading(self, fits: Callable[[Growing], bool], number: int, within: int) -> list[Growing]:
        """The chains of the last sentences that the article names most, in the order of their last mentions."""
        found: list[Growing] = []
        for sentence, chain, _ in reversed(self._read):
            if self.sentence - sentence > within:
                break
            if fits(chain) and not any(chain is other for other in found):
                found.append(chain)
        ranked = sorted(found, key=lambda chain: -self._counts[id(chain)])[:number]
        return [chain for chain in found if any(chain is other for other in ranked)] if len(ranked) == number else []
