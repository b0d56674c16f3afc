"""What one article says, as one object: read off the RDF graph by the questions of ``queries/facts``.

What is not in the graph does not count. The object lists ``actors``, ``posts``, ``places``, ``events`` and
``speech`` by name; an event's status and those whose word it is are folded from its claims.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from verbale import resources, vocab
from verbale.questions.answers import answer
from verbale.questions.naming import Named, Thing, named_apart
from verbale.questions.question import Question, read
from verbale.store import Queryable

__all__ = ["facts"]

_TYPES = {"InternationalOrganization": "IGO", "Place": "Other"}  # what the facts call a class, where not its name
_OWN_STATUS = {"asserted": "occurred", "denied": "negated", "planned": "planned", "hypothetical": "hypothetical"}
_OTHERS_STATUS = {"alleged": "alleged", "asserted": "alleged", "planned": "planned", "hypothetical": "hypothetical"}

Facts = dict[str, Any]
Row = TypeVar("Row", bound=tuple[Any, ...])


class _Claim(NamedTuple):
    situation: str
    claimant: str
    stance: str
    voice: str  # the article's "own", or "other"
    start: int
    end: int
    quote: str


class _Event(NamedTuple):
    iri: str
    type: str
    kind: str | None
    place: str | None
    starts: str | None
    ends: str | None


def facts(store: Queryable, article: str) -> Facts:
    """The facts of the article of that IRI, in the form that gold facts have.

    Names are unique in each list; events and acts of speech are numbered in the order of the text.
    """
    return _Article(store, article).facts()


class _Article:
    """The answers about one article, and what is made of them."""

    def __init__(self, store: Queryable, article: str) -> None:
        self.store, self.article = store, article
        self.claims = _by_first(_Claim(*row[:7]) for row in self.ask("claims"))
        self.roles = _by_first(self.ask("roles"))
        self.details = _by_first(self.ask("details"))
        self.tenures = self.ask("tenures")
        self.happenings = sorted((_event(row) for row in self.ask("events")), key=self.order)
        mentions = [(thing, start, quote) for thing, start, _, quote in self.ask("mentions")]
        actors = [Thing(*row) for row in _each(self.ask("actors"))]
        places = [Thing(*row[:4]) for row in _each(self.ask("places"))]
        located = {event.place for event in self.happenings if event.place}
        self.actors = named_apart(actors, mentions, self.parts())
        self.places = named_apart(places, mentions, self.parts() | located)
        self.coordinates = {row[0]: row[4:6] for row in self.ask("places")}

    def ask(self, question: str) -> list[Any]:
        return answer(self.store, _question(question), {"article": self.article}).rows

    def order(self, event: _Event) -> tuple[int, str]:
        """Where the event is first told, and something that no two share."""
        return min((claim.start for claim in self.claims.get(event.iri, ())), default=-1), event.iri

    def parts(self) -> set[str]:
        """What does, says, claims or holds something, or is struck; the publisher's own voice does not count."""
        fillers = {filler for roles in self.roles.values() for _, _, filler in roles}
        claimants = {claim.claimant for claims in self.claims.values() for claim in claims if claim.voice == "other"}
        holders = {actor for _, holder, _, body in self.tenures for actor in (holder, body) if actor}
        return fillers | claimants | holders

    def facts(self) -> Facts:
        events = [event for event in self.happenings if event.type != "Speech"]
        speech = [event for event in self.happenings if event.type == "Speech"]
        self.numbers = {event.iri: f"e{number}" for number, event in enumerate(events, 1)}
        self.topics = _by_first(self.ask("topics"))
        return {
            "article": self.ask("article")[0][0],
            "actors": [self.actor(actor) for actor in self.actors.things],
            "posts": self.posts(),
            "places": [self.place(place) for place in self.places.things],
            "events": [self.event(event) for event in events],
            "speech": [self.speech(event, f"s{number}") for number, event in enumerate(speech, 1)],
        }

    def actor(self, actor: Named) -> Facts:
        identity = actor.identity.rpartition("/")[2] if actor.identity else None
        type = _TYPES.get(actor.type, actor.type)
        return {"name": actor.name, "type": type, "aliases": list(actor.aliases), "wikidata": identity}

    def place(self, place: Named) -> Facts:
        latitude, longitude = self.coordinates[place.iri]
        return {
            "name": place.name,
            "type": _TYPES.get(place.type, place.type),
            "country": place.country,
            "lat": latitude,
            "lon": longitude,
            "aliases": list(place.aliases),
        }

    def posts(self) -> list[Facts]:
        written = []
        for _, holder, post, body in self.tenures:
            of = self.actors.name(body) if body else None
            fact = {"holder": self.actors.name(holder), "post": post, "of": of}
            if fact not in written:
                written.append(fact)
        return written

    def event(self, event: _Event) -> Facts:
        claims = self.claims.get(event.iri, [])
        others = [claim for claim in claims if claim.voice == "other"]
        return {
            "id": self.numbers[event.iri],
            "type": event.type,
            "subtype": event.kind or "",
            "args": self.arguments(event),
            "place": self.places.name(event.place) if event.place else None,
            "start": event.starts,
            "end": event.ends,
            "status": _status(claims),
            "attributed_to": self.actors.names(claim.claimant for claim in others if claim.stance != "denied"),
            "denied_by": self.actors.names(claim.claimant for claim in others if claim.stance == "denied"),
            "evidence": _evidence(claims),
        }

    def arguments(self, event: _Event) -> dict[str, list[str]]:
        arguments = {role: self.fillers(event, role) for _, role, _ in self.roles.get(event.iri, ())}
        for _, role, words in self.details.get(event.iri, ()):
            arguments.setdefault(role, []).append(words)
        if arguments:
            return dict(sorted(arguments.items()))
        roles = vocab.roles(event.type)
        return {"actor" if "actor" in roles else roles[0]: []}  # the core role, which nobody is known to fill

    def fillers(self, event: _Event, role: str) -> list[str]:
        iris = [filler for _, name, filler in self.roles.get(event.iri, ()) if name == role]
        return list(dict.fromkeys(self.actors.names(iris) + self.places.names(iris)))

    def speech(self, event: _Event, number: str) -> Facts:
        return {
            "id": number,
            "act": event.kind or "say",
            "speaker": self.fillers(event, "speaker"),
            "target": self.fillers(event, "addressee"),
            "about": [self.numbers[topic] for _, topic in self.topics.get(event.iri, ()) if topic in self.numbers],
            "date": event.starts,
            "evidence": _evidence(self.claims.get(event.iri, [])),
        }


@cache
def _question(name: str) -> Question:
    return read(resources.queries() / "facts" / f"{name}.rq")


def _event(row: Sequence[Any]) -> _Event:
    iri, type, kind, place, starts, starts_precision, ends, ends_precision = row
    return _Event(iri, type, kind, place, _as_exact(starts, starts_precision), _as_exact(ends, ends_precision))


def _as_exact(day: Any, precision: str) -> str | None:
    """The date in ISO 8601 with as many fields as are known."""
    return str(day)[: {"day": 10, "month": 7, "year": 4}[precision]] if day else None


def _status(claims: Sequence[_Claim]) -> str:
    """How the article holds the event: in its own voice if it says so itself, else by the word of others."""
    for voice, statuses in (("own", _OWN_STATUS), ("other", _OTHERS_STATUS)):
        stances = {claim.stance for claim in claims if claim.voice == voice}
        for stance, status in statuses.items():
            if stance in stances:
                return status
    return "alleged" if claims else "occurred"  # what is only denied, someone must have alleged


def _evidence(claims: Sequence[_Claim]) -> str:
    """The words that show it best: the article's own, else those of who holds it, else a denial's."""
    best = min(claims, key=lambda claim: (claim.voice == "other", claim.stance == "denied", claim.start), default=None)
    return best.quote if best else ""


def _by_first(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by what stands in the first column, in order."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    return grouped


def _each(rows: Iterable[Row]) -> list[Row]:
    """The first row of each thing: the rows' order makes the choice the same every time."""
    return [group[0] for group in _by_first(rows).values()]
