"""Acts of speech: who says what kind of thing to whom, about which events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from spacy.tokens import Token

from verbale.events import clauses
from verbale.events.content import accuses, by_content, is_demand
from verbale.events.dating import date_below
from verbale.events.lexicon import (
    free_objects,
    needs_clause,
    saying,
    saying_adjectives,
    saying_nouns,
    words,
)
from verbale.events.roles import actors_of
from verbale.events.scene import Scene
from verbale.events.statements import Statement
from verbale.model import Event, Span, Speech, article_hash

__all__ = ["Said", "said", "speech"]

_COMPLEMENTS = ("ccomp", "xcomp", "acl")
_TOLD = ("ccomp", "xcomp", "acl", "dobj", "oprd", "pcomp", "prep", "attr", "advcl", "dative")
_ADDRESSED = ("to", "on", "upon", "against", "with", "for")
_DEEDS = ("praise", "vow", "propose", "deny")  # "welcomed the guests", "offered aid": done, not said
_NEARBY = 400  # characters: how far behind an accusation a denial of it may stand


@dataclass(frozen=True, slots=True)
class Said:
    """A word that tells of an act of speech, and who speaks to whom by the parse."""

    token: Token
    act: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...] = ()


Heard = Mapping[Token, Said | None]


def speech(scene: Scene, events: Sequence[Event], heard: Heard = MappingProxyType({})) -> tuple[Speech, ...]:
    """The acts of speech that the article reports, in the order of the text.

    ``heard`` is what another reader makes of a word; the rules read the rest.
    A denial is about the events that it names, else about those of the accusation before it.
    """
    article = article_hash(scene.document)
    stated = Statement(scene, events)
    triggers = {event.trigger.start for event in events}
    found: list[Speech] = []
    for sentence in scene.sentences:
        for token in sentence:
            one = heard[token] if token in heard else said(token, scene)
            if one is not None:
                one = replace(one, speakers=stated.speakers(one.speakers))
            elif token.dep_ == "ROOT" and (act := stated.act(token)) is not None:
                one = Said(token, act, stated.speakers())
            if one is not None and not (one.act in _DEEDS and scene.offset(token) in triggers):
                found.append(_speech(one, found, events, scene, article))
    return tuple({one.id: one for one in found}.values())


def said(token: Token, scene: Scene) -> Said | None:
    """The act of speech of which the word tells, if any."""
    return _other(token, scene) or _verb(token, scene)


def _other(token: Token, scene: Scene) -> Said | None:
    """ "according to X", "attributable to X", and nouns of saying with whose they are: "Norway's call for talks"."""
    if token.pos_ != "NOUN":
        if token.lower_ not in ("according", "attributable"):
            return None
        who = tuple(one for prep, obj in clauses.prepositions(token) if prep == "to" for one in _who(obj, scene))
        return Said(token, "say", tuple(dict.fromkeys(who))) if who else None
    act = saying_nouns().get(token.lemma_.lower())
    if act is None or clauses.support(token) is not None:
        return None
    owners = [child for child in token.children if child.dep_ == "poss"]
    owners += [obj for prep, obj in clauses.prepositions(token) if prep in ("by", "from")]
    who = tuple(dict.fromkeys(one for owner in owners for one in actors_of(owner, scene)))
    return Said(token, act, who) if who and act not in ("say", "vow") else None


def _verb(token: Token, scene: Scene) -> Said | None:
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if token.lemma_ in ("be", "remain", "feel", "stay"):
        return _state_of_mind(token, scene)
    if token.lower_ in saying_adjectives() and token.tag_ == "VBN" and clauses.is_passive(token):
        moved = tuple(dict.fromkeys(one for doer in clauses.subjects(token) for one in _who(doer, scene)))
        return Said(token, saying_adjectives()[token.lower_], moved) if moved else None
    act = saying(token)
    if act is None or any(child.dep_ == "neg" for child in token.children):
        return None
    if _part_of_what_is_said(token) or (act == "say" and _still_to_come(token)):
        return None
    speakers = tuple(dict.fromkeys(one for agent in clauses.agents(token) for one in _who(agent, scene)))
    if not speakers:
        return None
    addressees = tuple(
        dict.fromkeys(one for obj in _addressed(token) for one in actors_of(obj, scene) if one not in speakers)
    )
    if token.lemma_ in needs_clause() and not addressees and not _has_content(token):
        return None
    return Said(token, by_content(token, act, speakers, scene), speakers, addressees)


def _state_of_mind(token: Token, scene: Scene) -> Said | None:
    """ "Kenya is concerned about ...", "we remain committed to ..."."""
    for child in token.children:
        act = saying_adjectives().get(child.lemma_.lower()) if child.dep_ in ("acomp", "attr") else None
        if is_demand(token):
            continue
        speakers = tuple(dict.fromkeys(one for doer in clauses.subjects(token) for one in _who(doer, scene)))
        if act is not None and speakers and not any(one.dep_ == "neg" for one in token.children):
            return Said(token, act, speakers)
    return None


def _part_of_what_is_said(token: Token) -> bool:
    """Whether the verb is itself the content of a saying: "vowed to support", "said it will stand with"."""
    if token.head == token or saying(token.head) is None:
        return False
    if token.dep_ == "xcomp":
        return True
    return token.dep_ == "ccomp" and any(child.dep_ == "aux" and child.tag_ == "MD" for child in token.children)


def _still_to_come(token: Token) -> bool:
    """Whether the saying is only meant: "met to discuss", "will discuss"."""
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in token.children):
        return True
    return token.dep_ in ("advcl", "relcl") and any(
        child.dep_ == "aux" and child.lower_ == "to" for child in token.children
    )


def _who(agent: Token, scene: Scene) -> tuple[str, ...]:
    direct = scene.voice(agent) or actors_of(agent, scene)
    if direct or agent.lemma_.lower() not in words("mouthpiece"):
        return direct
    behind = [child for child in agent.children if child.dep_ in ("poss", "compound", "amod", "nmod")]
    behind += [obj for prep, obj in clauses.prepositions(agent) if prep in ("of", "from", "by", "on")]
    behind += [doer for child in agent.children if child.dep_ == "acl" for doer in clauses.agents(child)]
    return tuple(dict.fromkeys(one for word in behind for one in actors_of(word, scene)))


def _has_content(token: Token) -> bool:
    """Whether something is said: a clause, or an object with a verb that takes one ("described the plan")."""
    if any(child.dep_ in _COMPLEMENTS for child in token.children):
        return True
    return token.lemma_ in free_objects() and any(child.dep_ in ("dobj", "oprd", "prep") for child in token.children)


def _addressed(token: Token) -> Iterator[Token]:
    yield from clauses.objects(token)
    for prep, obj in clauses.prepositions(token):
        if prep in _ADDRESSED:
            yield obj


def _speech(said: Said, before: Sequence[Speech], events: Sequence[Event], scene: Scene, article: str) -> Speech:
    about = _about(said, before, events, scene)
    act = "accuse" if said.act == "say" and accuses(said.token, said.speakers, about) else said.act
    trigger = scene.span([said.token])
    dated = date_below(said.token, scene)
    return Speech(
        id=f"speech/{article}/{act}-{trigger.start}",
        act=act,
        speakers=said.speakers,
        evidence=_passage(said.token, scene),
        trigger=trigger,
        addressees=said.addressees,
        about=tuple(event.id for event in about),
        date=scene.date(dated) if dated is not None else None,
    )


def _about(said: Said, before: Sequence[Speech], events: Sequence[Event], scene: Scene) -> list[Event]:
    told = [child for child in said.token.children if child.dep_ in _TOLD]
    if said.token.lower_ in ("according", "attributable"):
        told = [said.token.head]
    spans = [scene.span(child.subtree) for child in told]
    about = [
        event
        for event in events
        if any(
            span.start <= one.start and one.end <= span.end
            for span in spans
            for one in (event.trigger, *event.evidence)
        )
    ]
    if said.act != "deny" or not _refers_back(said.token):
        return about
    place = scene.offset(said.token)
    for one in reversed(before):
        if one.about and set(one.speakers) != set(said.speakers) and place - one.trigger.start < _NEARBY:
            accused = [event for event in events if event.id in one.about]
            accused = [event for event in accused if _takes_part(said.speakers, event)] or accused
            return [event for event in accused if scene.tokens(event.trigger)[0].pos_ == "VERB"] or accused
    return about


def _takes_part(who: Iterable[str], event: Event) -> bool:
    """Whether any of them fills a role: who denies an accusation denies what is laid to him."""
    return any(one in some for some in event.roles.values() for one in who)


def _refers_back(denial: Token) -> bool:
    """Whether what is denied was told before: "the allegations", "it", "any involvement"."""
    objects = [child for child in denial.children if child.dep_ in ("dobj", "ccomp", "xcomp", "prep")]
    return not objects or any(one.lemma_.lower() in words("denied") for one in objects)


def _passage(token: Token, scene: Scene) -> Span:
    """The clause of the saying, with who speaks and what is said."""
    keep = [one for one in token.subtree if not one.is_space]
    if token.pos_ not in ("VERB", "AUX") and token.head != token:
        keep = [one for one in token.head.subtree if not one.is_space]
    keep += [one for one in clauses.agents(token) if one.sent == token.sent] if token.pos_ == "VERB" else []
    words_ = [one for one in keep if not one.is_punct] or [token]
    return scene.span(words_)
