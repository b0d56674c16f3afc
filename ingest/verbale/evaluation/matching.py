"""One article's gold facts and found facts, side by side: which of them are the same."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from verbale.evaluation.identities import Argument, Identities
from verbale.evaluation.likeness import same_date, shared_words
from verbale.evaluation.pairing import Pairs, pairs
from verbale.evaluation.records import Event, Facts, Post, Speech
from verbale.evaluation.scheme import CORE

__all__ = ["SAME_WORDS", "Comparison", "compare", "event_likeness"]

SAME_WORDS = 0.5
"""From this share of common words on, two passages are about the same."""

_LEAST_SPEECH = 0.3  # an act by the same speaker with no target and few words in common is another


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides of one article, and the pairs between them."""

    article: str
    gold: Facts
    found: Facts
    who: Identities
    posts: Pairs
    events: Pairs
    speech: Pairs
    any_act: Pairs  # acts of speech, paired whatever the act


def compare(article: str, gold: Facts, found: Facts) -> Comparison:
    """Pair what both sides list of the article."""
    who = Identities(gold, found)
    of_post: Callable[[Post, Post], float] = partial(_post_likeness, who)
    of_event: Callable[[Event, Event], float] = partial(event_likeness, who)
    of_words: Callable[[Speech, Speech], float] = partial(_speech_likeness, who)

    def of_act(one: Speech, other: Speech) -> float:
        return of_words(one, other) if one.act == other.act else 0.0

    return Comparison(
        article,
        gold,
        found,
        who,
        posts=pairs(gold.posts, found.posts, of_post),
        events=pairs(gold.events, found.events, of_event),
        speech=pairs(gold.speech, found.speech, of_act, _LEAST_SPEECH),
        any_act=pairs(gold.speech, found.speech, of_words, _LEAST_SPEECH),
    )


def event_likeness(who: Identities, gold: Event, found: Event) -> float:
    """How alike two events are; 0 where they are not the same.

    The same have one type and a core participant in common; where either side has none, half of
    the shorter evidence. Among several, more in common goes first: core, arguments, date, words.
    """
    if gold.type != found.type:
        return 0.0
    ours, theirs = who.gold_arguments(gold), who.found_arguments(found)
    words = shared_words(gold.evidence, found.evidence)
    our_core, their_core = _core(gold, ours), _core(found, theirs)
    if not our_core or not their_core:
        return words if words >= SAME_WORDS else 0.0
    common = len(our_core & their_core) / max(len(our_core), len(their_core))
    if not common:
        return 0.0
    full = len(ours & theirs) / max(len(ours), len(theirs))
    return 1 + common + full + 0.5 * same_date(gold.start, found.start) + 0.5 * words


def _core(event: Event, arguments: frozenset[Argument]) -> frozenset[str]:
    """Who fills a core role of the event."""
    return frozenset(filler for role, filler in arguments if role in CORE.get(event.type, ()))


def _speech_likeness(who: Identities, gold: Speech, found: Speech) -> float:
    """How alike two acts of speech are, the act aside; 0 where no speaker is in common."""
    if gold.speakers and not who.all_in_gold(gold.speakers) & who.all_in_found(found.speakers):
        return 0.0
    to_same = bool(who.all_in_gold(gold.targets) & who.all_in_found(found.targets))
    return 0.1 + to_same + shared_words(gold.evidence, found.evidence)


def _post_likeness(who: Identities, gold: Post, found: Post) -> float:
    """2 for the same holder and post of the same body, 1 of another body; 0 for another post or holder."""
    if who.in_gold(gold.holder) != who.in_found(found.holder) or shared_words(gold.post, found.post) < SAME_WORDS:
        return 0.0
    return 2.0 if who.in_gold(gold.of) == who.in_found(found.of) else 1.0
