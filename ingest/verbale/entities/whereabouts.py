"""Where a place lies, by the words around its name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from verbale.entities.naming import plain
from verbale.entities.publishers import country, town
from verbale.entities.reference import Known, Reference
from verbale.model import Chain, Document, Mention

__all__ = ["Whereabouts"]

_INSIDE = re.compile(r"(?:,| in| of|,? in the| of the)(?: [a-z-]+){0,3} ")  # "in the far eastern"
_SPOT = r"(?:province|region|city|town|port|village|district|capital|area|island|base)"
_BEFORE = re.compile(rf"(?:'s)?(?: [a-z-]+ed| [a-z-]+ern| [a-z-]+al)?(?: {_SPOT})?(?: {_SPOT})?(?: of)?,? ")
_GONE = frozenset({"SU", "DD"})  # states of the past, where nothing lies today
_END = re.compile(r"[.!?][\"”')]*\s+(?=[\"“'(A-Z])|\n\n")
_COUNTIES = re.compile(r"\b(?:[Cc]ount(?:y|ies)|COUNT(?:Y|IES))\b")
_NARROW = 45  # characters, more than lie between "Oslo's" and the name of what it has
_STEPS = 3  # of "Haad, Sool Region, Somaliland, Somalia"
_LAND = frozenset({"State", "Country", "Region", "City"})


class Whereabouts:
    """The countries and regions that an article speaks of, and where in its text."""

    def __init__(self, document: Document, chains: tuple[Chain, ...], reference: Reference) -> None:
        """Counts the countries, and notes where each state, country and region is named."""
        self._text = plain(document.text)
        self._reference = reference
        self._starts: dict[int, tuple[Mention, Known]] = {}
        self._ends: dict[int, tuple[Mention, Known]] = {}
        counts: dict[str, int] = {}
        divisions: dict[str, int] = {}
        for chain in chains:
            known = reference.known(plain(chain.name)) if chain.type in ("State", "Country", "Region") else None
            if known is None or known.type not in ("State", chain.type) or known.country in _GONE:
                continue
            for mention in chain.mentions:
                if mention.kind == "name":
                    self._starts[mention.span.start] = (mention, known)
                    self._ends[mention.span.end] = (mention, known)
            if known.country:
                counts[known.country] = counts.get(known.country, 0) + len(chain.mentions)
            if known.division:
                divisions[known.division] = divisions.get(known.division, 0) + len(chain.mentions)
        home = country(document, reference)
        if home:
            counts.setdefault(home, 0)
        self.countries = _ranked(counts)
        self.home = town(document, reference)
        self.counties = _COUNTIES.search(self._text) is not None
        self.divisions = _ranked(divisions)
        self._counts = counts
        self._order = sorted(self._starts)
        self._ends_of = [end.end() for end in _END.finditer(self._text)]
        self._named_in = frozenset(known.country for _, known in self._starts.values() if known.type == "Region")

    def __len__(self) -> int:
        """The length of the text."""
        return len(self._text)

    def area(self, chain: Chain) -> Known | None:
        """The region or the country that some mention is put in: "in X, Y" or "Y's city of X"."""
        return next((area for mention in chain.mentions if (area := self._after(mention))), None) or self._area(chain)

    def near(self, chain: Chain) -> Known | None:
        """The state, country or region that is named nearest in the sentence of some mention."""
        return next((known for mention in chain.mentions if (known := self._nearest(mention))), None)

    def put(self, mention: Mention, towns: Mapping[int, tuple[int, Known]]) -> Known | None:
        """The town that the words right around a mention put it in: "in X, Oslo", "Oslo's X"; by start and end."""
        link = _INSIDE.match(self._text, mention.span.end)
        if link is not None and (town := towns.get(link.end()) or towns.get(link.end() + len("the "))):
            return town[1]
        before = (
            known
            for start, (end, known) in towns.items()
            if start < mention.span.start and 0 <= mention.span.start - end < _NARROW
            if _BEFORE.fullmatch(self._text[end : mention.span.start])
        )
        return next(before, None)

    def sentence(self, mention: Mention) -> tuple[int, int]:
        """Where the sentence of a mention begins and ends."""
        sentence = bisect_right(self._ends_of, mention.span.start)
        begin = self._ends_of[sentence - 1] if sentence else 0
        return begin, self._ends_of[sentence] if sentence < len(self._ends_of) else len(self._text)

    def country(self, chain: Chain) -> str | None:
        """The country of a place that no table holds: the one that the text puts it in, else the nearest named."""
        within = self._within(plain(chain.name))
        if within is not None:
            return within.country
        area = self._area(chain)
        if area is not None:
            return area.country
        for mention in chain.mentions:
            near = self._nearest(mention)
            if near is not None:
                return near.country
        return self.countries[0] if len(self.countries) == 1 or self._leads() else None

    def elsewhere(self, chain: Chain) -> Known | None:
        """The region that a state's name means, where the article is about that region's country: Georgia in the US."""
        region = self._reference.namesake(plain(chain.name))
        if region is None or any(mention.text != chain.name for mention in chain.mentions if mention.kind == "name"):
            return None
        home = self._counts.get(region.country or "", 0)
        return region if home > len(chain.mentions) or region.country in self._named_in else None

    def owner(self, chain: Chain) -> Known | None:
        """The state whose name or demonym is a part of a body's name: "Peruvian police"."""
        return self._within(plain(chain.name))

    def _leads(self) -> bool:
        first, second = (self._counts[code] for code in self.countries[:2]) if len(self.countries) > 1 else (0, 1)
        return first >= 2 * second

    def _within(self, name: str) -> Known | None:
        for found in re.finditer(r"(?<![\w'])\w", name):
            match = self._reference.at(name, found.start())
            if match and match[1].type == "State":
                return match[1]
        return None

    def _area(self, chain: Chain) -> Known | None:
        """The region or the country that some mention is put in: "in X, Y" or "Y's city of X"."""
        for mention in chain.mentions:
            area = self._after(mention) or self._before(mention)
            if area is not None:
                return area
        return None

    def _after(self, mention: Mention) -> Known | None:
        end = mention.span.end
        found: Known | None = None
        for _ in range(_STEPS):
            link = _INSIDE.match(self._text, end)
            if link is None:
                break
            following = self._starts.get(link.end()) or self._starts.get(link.end() + len("the "))
            if following is None:
                break
            found = found or self._placed(following[1])
            end = following[0].span.end
        return found

    def _before(self, mention: Mention) -> Known | None:
        start = mention.span.start
        for end in range(start, max(start - _NARROW, 0), -1):
            if end in self._ends and self._ends[end][0].span.start < start:
                between = self._text[end:start]
                return self._placed(self._ends[end][1]) if _BEFORE.fullmatch(between) else None
        return None

    def _nearest(self, mention: Mention) -> Known | None:
        """The state, country or region named nearest in the same sentence."""
        begin, finish = self.sentence(mention)
        inside = self._order[bisect_left(self._order, begin) : bisect_left(self._order, finish)]
        near = min(inside, key=lambda start: abs(start - mention.span.start), default=None)
        return self._starts[near][1] if near is not None and self._starts[near][1].country else None

    def _placed(self, known: Known) -> Known | None:
        """A region as it is, a state as its country."""
        return self._reference.country(known.country or "") if known.type == "State" else known


def _ranked(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What was named, the most often first."""
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
