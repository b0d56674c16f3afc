"""Who holds which post, as far as the article tells it beside a name."""

from dataclasses import dataclass

from verbale.entities.growing import Growing
from verbale.entities.pages import Page

__all__ = ["Register"]

_HEADS = frozenset(
    {
        *("leader", "president", "premier", "ruler", "king", "chancellor", "dictator", "emir", "sultan", "queen"),
        *("monarch", "minister", "strongman"),
    }
)
_LESSER = frozenset({"deputy", "vice", "under", "assistant", "associate"})
_FEMALE = frozenset(
    {"mrs", "ms", "miss", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman", "lady", "dame"}
)
_MALE = frozenset(
    {"mr", "king", "prince", "spokesman", "chairman", "congressman", "sir", "lord", "emir", "sultan", "pope"}
)


@dataclass(frozen=True, slots=True)
class _Post:
    head: str
    words: frozenset[str]
    body: Growing | None
    holder: Growing
    page: int


class Register:
    """The posts of an article, and what they tell of their holders' sex."""

    def __init__(self, read: list[Page]) -> None:
        """Notes every post whose holder is named beside it."""
        self.gender: dict[int, str] = {}
        self._posts: list[_Post] = []
        for number, page in enumerate(read):
            for office in page.offices.values():
                holder = page.begins.get(office.holder.start) if office.holder else None
                if holder is None:
                    continue
                words = frozenset(token.lower_.rstrip(".") for token in page.doc[office.post[0] : office.post[1]])
                if words & (_FEMALE | _MALE):
                    self.gender[id(holder)] = "she" if words & _FEMALE else "he"
                body = page.begins.get(office.body.start) if office.body else None
                self._posts.append(_Post(page.doc[office.head].lemma_.lower(), words, body, holder, number))

    def holder(self, head: str, words: frozenset[str], body: Growing | None, page: int) -> Growing | None:
        """Who holds such a post: the latest told up to a page, else the first told after it.

        "Leader" is the head of a state by any title. A post of another body is not meant,
        nor another ministry, nor a deputy for the post itself.
        """
        fitting = [post for post in self._posts if _fits(post, head, words, body)]
        before = [post.holder for post in fitting if post.page <= page]
        return before[-1] if before else fitting[0].holder if fitting else None

    def body(self, person: Growing) -> Growing | None:
        """The state or organisation of a person's first post."""
        return next((post.body for post in self._posts if post.holder is person and post.body is not None), None)


def _fits(post: _Post, head: str, words: frozenset[str], body: Growing | None) -> bool:
    if post.head != head and not (head == "leader" and post.head in _HEADS):
        return False
    told = words - {head, "the", "of"}
    if head in ("minister", "secretary") and told and not told & post.words:
        return False
    if (words & _LESSER) != (post.words & _LESSER):
        return False
    if body is None:
        return True
    return post.body is not None and _key(post.body) == _key(body)


def _key(chain: Growing) -> str:
    """One key for a state and its country."""
    return chain.key.rsplit("/", 1)[-1]
