"""What all lists have in common: names by quality, countries by their words."""

from collections.abc import Iterable
from functools import lru_cache

from rigour.territories import lookup_territory

from verbale.listed import ListedName, Quality, named

__all__ = ["country", "filled", "names"]


def filled(value: str | None) -> str:
    """The text of a cell with its white space put right; empty where there is none."""
    return " ".join((value or "").split())


@lru_cache(maxsize=10_000)
def country(words: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country or of its people ("Russian"), else the words as they are."""
    bare = filled(words)
    plain = bare.removeprefix("the ").removeprefix("The ")
    for name in (bare, plain, plain.replace("Russian Federation", "Russia")):
        territory = lookup_territory(name)
        if territory is not None and len(territory.code) == 2:
            return territory.code.upper()
    return bare


def names(texts: Iterable[tuple[str, Quality]]) -> tuple[ListedName, ...]:
    """The names, each once, by the best quality it has, in the order of the list."""
    rank: dict[Quality, int] = {"primary": 0, "strong": 1, "weak": 2}
    best: dict[str, Quality] = {}
    for text, quality in texts:
        bare = filled(text)
        if bare and (bare not in best or rank[quality] < rank[best[bare]]):
            best[bare] = quality
    return tuple(named(text, quality) for text, quality in sorted(best.items(), key=lambda item: rank[item[1]]))
