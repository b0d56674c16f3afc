"""Titles, pronouns, common nouns and groups: which chains they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.entities.growing import Growing, Names
from verbale.entities.offices import Office, Place, offices
from verbale.model import Mention, Paragraph

__all__ = ["resolve"]

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its"})
_FEMALE = frozenset(
    {"mrs", "ms", "miss", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman", "lady", "dame"}
)
_MALE = frozenset(
    {"mr", "king", "prince", "spokesman", "chairman", "congressman", "sir", "lord", "emir", "sultan", "pope"}
)
_HEADS = frozenset(
    {
        "leader",
        "president",
        "premier",
        "ruler",
        "king",
        "chancellor",
        "dictator",
        "emir",
        "sultan",
        "queen",
        "monarch",
        "minister",
    }
)
_THINGS = frozenset(
    {
        "State",
        "Government",
        "InternationalOrganization",
        "Party",
        "ArmedForce",
        "Company",
        "Media",
        "Organization",
        "Bloc",
    }
)


@dataclass(frozen=True, slots=True)
class _Post:
    """That a chain's person holds a post of a body, as the article told by some offset."""

    head: str
    words: frozenset[str]
    body: Growing | None
    holder: Growing
    told: int


def resolve(text: str, paragraphs: tuple[Paragraph, ...], mentions: tuple[Mention, ...], named: Names) -> list[Growing]:
    """All chains, the named ones first made, with everything that refers to them."""
    reader = _Reader(text, named)
    rest = list(mentions)
    at = 0
    for paragraph in paragraphs:
        inside = []
        while at < len(rest) and rest[at].span.start < paragraph.span.end:
            inside.append(rest[at])
            at += 1
        reader.read(paragraph, inside)
    return reader.chains


class _Reader:
    """Goes through the article once and remembers who was spoken of."""

    def __init__(self, text: str, named: Names) -> None:
        self.chains = named.chains
        self._of = named.of
        self._posts: list[_Post] = []
        self._recent: list[tuple[int, Growing, bool]] = []  # sentence, chain, whether it was a subject
        self._gender: dict[int, str] = {}
        self._nominal: dict[tuple[str, str], Growing] = {}
        self._sentence = 0

    def read(self, paragraph: Paragraph, inside: list[Mention]) -> None:
        doc, offset = paragraph.doc, paragraph.span.start
        starts = {offset + token.idx: token.i for token in doc}
        ends = {offset + token.idx + len(token): token.i + 1 for token in doc}
        cover: dict[int, Place] = {}
        by_start: dict[int, Growing] = {}
        for mention in inside:
            if mention.kind == "name" and mention.span.start in starts and mention.span.end in ends:
                place = Place(starts[mention.span.start], ends[mention.span.end], mention.type)
                by_start.setdefault(place.start, self._of[mention])
                cover.update((i, place) for i in range(place.start, place.end) if i not in cover)
        phrases = {office.end: office for office in offices(doc, cover)}
        for office in phrases.values():
            self._learn(doc, offset, office, by_start)
        bounds = [sentence.end for sentence in doc.sents]
        first = self._sentence
        for mention in inside:
            start, end = starts.get(mention.span.start), ends.get(mention.span.end)
            if start is None or end is None:
                continue
            self._sentence = first + sum(1 for bound in bounds if bound <= start)
            token = doc[start:end].root
            chain = self._chain(mention, doc, token, phrases.get(end), by_start)
            if chain is not None:
                self._recent.append((self._sentence, chain, token.dep_ in ("nsubj", "nsubjpass")))
        self._sentence = first + len(bounds)

    def _learn(self, doc: Doc, offset: int, office: Office, by_start: Mapping[int, Growing]) -> None:
        """Keeps a post whose holder is named beside it."""
        if office.holder is None or office.holder.start not in by_start:
            return
        holder = by_start[office.holder.start]
        body = by_start.get(office.body.start) if office.body else None
        lemma = doc[office.head].lemma_.lower()
        words = frozenset(token.lower_ for token in doc[office.post[0] : office.post[1]])
        for token in doc[office.post[0] : office.post[1]]:
            word = token.lower_.rstrip(".")
            if word in _FEMALE or word in _MALE:
                self._gender[id(holder)] = "she" if word in _FEMALE else "he"
        self._posts.append(_Post(lemma, words, body, holder, offset + doc[office.head].idx))

    def _chain(
        self, mention: Mention, doc: Doc, token: Token, office: Office | None, by_start: Mapping[int, Growing]
    ) -> Growing | None:
        """The chain that a mention belongs to, which it then joins."""
        if mention.kind == "name":
            return self._of[mention]
        chain: Growing | None
        if mention.kind == "pronoun":
            chain = self._pronoun(mention.text.lower(), token)
        elif mention.kind == "title":
            chain = self._title(mention, doc, token, office, by_start)
        else:
            chain = self._common(mention, token)
        if chain is not None:
            chain.mentions.append(mention)
        return chain

    def _pronoun(self, word: str, token: Token) -> Growing | None:
        if word in _HE or word in _SHE:
            gender = "he" if word in _HE else "she"
            chain = self._latest(lambda chain: chain.type == "Person" and self._gender.get(id(chain), gender) == gender)
            if chain is not None:
                self._gender.setdefault(id(chain), gender)
            return chain
        if word in _IT:
            return self._latest(lambda chain: chain.type in _THINGS)
        return None

    def _latest(self, fits, within: int = 3) -> Growing | None:  # type: ignore[no-untyped-def]
        """The most salient chain of the last sentences: the nearest subject, else the nearest at all."""
        best: tuple[int, Growing] | None = None
        for back, (sentence, chain, subject) in enumerate(reversed(self._recent)):
            distance = self._sentence - sentence
            if distance > within:
                break
            if not fits(chain):
                continue
            score = distance * 4 + back - (3 if subject else 0)
            if best is None or score < best[0]:
                best = (score, chain)
        return best[1] if best else None

    def _title(
        self, mention: Mention, doc: Doc, token: Token, office: Office | None, by_start: Mapping[int, Growing]
    ) -> Growing | None:
        if office is None:  # a title together with the name behind it
            for i in range(token.i, token.i + 1):
                for start in range(i, -1, -1):
                    chain = by_start.get(start)
                    if chain is not None and chain.type == "Person":
                        return chain
            return None
        body = by_start.get(office.body.start) if office.body else None
        lemma = doc[office.head].lemma_.lower()
        words = frozenset(word.lower_ for word in doc[office.post[0] : office.post[1]])
        definite = office.start < office.head and doc[office.start].lower_ == "the"
        if definite or body is not None:
            chain = self._holder(lemma, words, body)
            if chain is not None:
                return chain
        return self._nobody(mention, token, definite, body is not None or len(words) > 1)

    def _holder(self, lemma: str, words: frozenset[str], body: Growing | None) -> Growing | None:
        """The latest person who is told to hold such a post."""
        best: Growing | None = None
        for post in self._posts:
            same = post.head == lemma or (lemma == "leader" and post.head in _HEADS)
            if not same or (body is not None and post.body is not None and _key(post.body) != _key(body)):
                continue
            if lemma == "minister" and not (words & post.words) - {"minister", "the"}:
                continue
            if body is not None and post.body is None:
                continue
            best = post.holder
        return best

    def _nobody(self, mention: Mention, token: Token, definite: bool, told: bool) -> Growing | None:
        """A person without a name: new where the article introduces one."""
        key = ("Person", mention.text.casefold())
        if key in self._nominal:
            return self._nominal[key]
        if (
            not told
            or token.dep_ not in ("nsubj", "nsubjpass", "agent")
            and not (token.dep_ == "pobj" and token.head.lower_ == "by")
        ):
            return None
        return self._new(mention, key)

    def _common(self, mention: Mention, token: Token) -> Growing | None:
        """A common noun's chain: that of the same words, or of the same noun with more words."""
        words = mention.text.casefold().split()
        exact = self._nominal.get((mention.type, mention.text.casefold()))
        if exact is not None:
            return exact
        if len(words) == 1:
            for (kind, text), chain in reversed(self._nominal.items()):
                if kind == mention.type and text.split()[-1] == words[-1]:
                    return chain
        return self._new(mention, (mention.type, mention.text.casefold()))

    def _new(self, mention: Mention, key: tuple[str, str]) -> Growing:
        chain = Growing(mention.text, mention.type, key[1])
        self._nominal[key] = chain
        self.chains.append(chain)
        return chain


def _key(chain: Growing) -> str:
    """One key for a state and its country."""
    return chain.key.rsplit("/", 1)[-1]
