"""What the network makes of the tellings that the frames find, and the tellings that it adds."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from verbale import vocab
from verbale.events import clauses
from verbale.events.dating import date_of
from verbale.events.frames import EventType, Frame, event_type
from verbale.events.learned.labels import ACTS
from verbale.events.learned.network import Network
from verbale.events.learned.reading import Told, told
from verbale.events.learned.view import View
from verbale.events.reports import Said
from verbale.events.roles import Site, actors_of, phrase, site
from verbale.events.scene import Scene, Weighed
from verbale.events.stances import Standing, standing
from verbale.events.tellings import Telling, passage
from verbale.events.triggers import Candidate

__all__ = ["read"]


def read(scene: Scene, network: Network) -> tuple[list[Telling], dict[Token, Said | None]]:
    """What the article tells of events, in the order of the text, and what each word tells of speech."""
    view = View.of(scene)
    found = told(view, network)
    known = {(one.word, one.told): one for one in found}
    tellings: list[tuple[int, Telling]] = []
    for word, telling in view.framed:
        if (one := known.get((word, telling.candidate.type))) is not None:
            tellings.append((word, _held(one, _filled(telling, one), view)))
        elif _adds(telling):
            tellings.append((word, telling))
    for one in found:
        if one.told not in ACTS and (one.word, one.told) not in view.frames:
            tellings.append((one.word, _held(one, _telling(one, view), view)))
    heard: dict[Token, Said | None] = dict.fromkeys(view.words)  # the rules have looked at them all
    for word, saying in view.sayings.items():
        if (word, saying.act) in known:
            heard[view.words[word]] = saying
    heard |= dict(_heard(found, view))
    return [telling for _, telling in sorted(tellings, key=lambda pair: pair[0])], heard


def _heard(found: list[Told], view: View) -> Iterator[tuple[Token, Said]]:
    """The acts of speech at words that the rules do not know."""
    for one in found:
        speakers = one.roles.get("speaker", ())
        if one.told in ACTS and one.word not in view.sayings and speakers:
            addressees = tuple(who for who in one.roles.get("addressee", ()) if who not in speakers)
            yield view.words[one.word], Said(view.words[one.word], one.told, speakers, addressees)


def _adds(telling: Telling) -> bool:
    """Whether it tells no event of its own and adds to one: "supported the sanctions" tells who backed them."""
    roles = {role for role, ids in telling.candidate.roles.items() if ids}
    return bool(roles) and not roles & set(event_type(telling.candidate.type).core)


def _filled(telling: Telling, one: Told) -> Telling:
    """A frame's telling with the parts, the place and the day that the frame leaves open."""
    candidate = telling.candidate
    more = {role: ids for role, ids in _roles(one).items() if not candidate.roles.get(role)}
    return replace(
        telling,
        candidate=replace(candidate, roles=candidate.roles | more),
        place=telling.place or one.place,
        when=one.date or telling.when,
    )


def _telling(one: Told, view: View) -> Telling:
    """A telling that no frame knows."""
    token = view.words[one.word]
    type_ = event_type(one.told)
    at = site(token, token.pos_ not in ("VERB", "AUX"))
    candidate = Candidate(
        event_type=type_,
        frame=_plain(type_, token.lemma_.lower()),
        trigger=token.lemma_.lower(),
        site=at,
        roles=_roles(one),
        details=_details(type_, at, view),
        place=one.place,
        tokens=tuple(view.words[word] for word in one.slots.values()),
    )
    anchors = [at.token] + ([at.carrier] if at.carrier is not None else [])
    return Telling(
        candidate=candidate,
        place=one.place,
        when=one.date or date_of(anchors, view.scene)[0],
        standing=standing(at.token, at.noun, view.scene),
        weak=at.noun and at.carrier is None,
        evidence=passage(candidate, [], view.scene),
    )


def _held(one: Told, telling: Telling, view: View) -> Telling:
    """The telling as the network holds it, on the word of those whom it finds, else of those whom the rules find."""
    at = telling.candidate.site
    claimants = one.roles.get("claimant", ()) or telling.standing.claimants
    denied = telling.standing.mood == "negated" and not at.noun
    mood = "negated" if denied else one.mood
    view.scene.weigh(one.told, telling.evidence, Weighed(at.token, at.noun, mood, claimants))
    return replace(telling, standing=Standing(mood, claimants))


def _roles(one: Told) -> dict[str, tuple[str, ...]]:
    return {role: ids for role, ids in one.roles.items() if role in vocab.roles(one.told)}


def _plain(type_: EventType, trigger: str) -> Frame:
    """A frame that says nothing but the kind: of a trigger that no frame finds where it stands."""
    return Frame((), (), {}, type_.kind_of(trigger), {}, {}, {}, bare=True, least=1, apart=False)


def _details(type_: EventType, at: Site, view: View) -> dict[str, tuple[str, ...]]:
    """The object of a verb in words, where it names nobody."""
    if at.noun or not type_.details:
        return {}
    things = [one for one in clauses.direct_objects(at.token)[:1] if _is_thing(one, view)]
    return {type_.details[0]: tuple(phrase(one) for one in things)} if things else {}


def _is_thing(token: Token, view: View) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and not actors_of(token, view.scene) and view.scene.date(token) is None
