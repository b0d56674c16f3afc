"""States, organisations and regions, by every name that the tables give them."""

from collections.abc import Iterator
from dataclasses import replace

from rigour.territories import get_territory

from verbale.reference.folding import fold
from verbale.reference.known import Known, slug
from verbale.reference.tables import rows

__all__ = ["countries", "names"]

_ENGLISH = {"TR": "Turkey", "CZ": "Czech Republic"}  # what the press says, where rigour's first name is another
_FORMS = ("Republic of", "Kingdom of", "State of", "Commonwealth of")
_KINDS = {
    "ArmedForce": "armed-force",
    "InternationalOrganization": "international-organization",
}


def _parts(field: str) -> list[str]:
    return [part for part in field.split("|") if part]


def countries() -> dict[str, Known]:
    """The territories of states, by ISO 3166-1 alpha-2 code; their points are about their middles.

    Those of scattered and of large ones are GeoNames'.
    """
    found = {}
    for row in rows("territories"):
        code = row["code"]
        point = (float(row["latitude"]), float(row["longitude"]))
        found[code] = Known(f"place/country/{code}", "Country", *_named(code), *point)
    return found


def _named(code: str) -> tuple[str, str, None, str | None]:
    territory = get_territory(code)
    if territory is None:
        raise ValueError(f"no territory {code}")
    return _ENGLISH.get(code, territory.name), code, None, territory.qid


def _states() -> Iterator[tuple[str, Known]]:
    for row in rows("territories"):
        code = row["code"]
        state = Known(f"actor/state/{code}", "State", *_named(code))
        territory = get_territory(code)
        official = (territory.name, territory.full_name) if territory else ()
        for name in (state.name, *official, *_parts(row["names"])):
            yield name, state
        for form in _FORMS:
            yield f"{form} {state.name}", state
        for capital in _parts(row["capitals"]):
            yield capital, state.by("capital")
        for demonym in _parts(row["demonyms"]):
            yield demonym, state.by("demonym")
            people = _people(demonym)
            if people:
                yield people, state.by("people")


def _people(demonym: str) -> str:
    """The plural noun of a demonym, where it is regular: "Kenyans", but no noun for "French"."""
    if demonym.endswith(("ese", "sh", "ch", "ss", "ois", ".", "US", "que", "Central African", "Philippine")):
        return ""
    return f"{demonym}s"


def _organizations() -> Iterator[tuple[str, Known]]:
    table = rows("organizations")
    ids = {row["slug"]: f"actor/{_KINDS.get(row['type'], row['type'].lower())}/{row['slug']}" for row in table}
    for row in table:
        parent = ids[row["parent"]] if row["parent"] else None
        state = row["country"] or None
        if state and not parent and row["type"] in ("Government", "ArmedForce"):
            parent = f"actor/state/{state}"
        known = Known(ids[row["slug"]], row["type"], row["name"], state, parent, row["wikidata"] or None)
        for name in (row["name"], *_parts(row["names"])):
            yield name, known


def _regions() -> Iterator[tuple[str, Known]]:
    for row in rows("regions"):
        point = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else (None, None)
        parent = f"place/country/{row['country']}" if row["country"] else None
        identity = f"place/{row['type'].lower()}/{slug(fold(row['name']))}"
        known = Known(identity, row["type"], row["name"], row["country"] or None, parent, None, *point)
        if row["division"]:
            known = replace(known, division=f"{row['country']}.{row['division']}")
        for name in (row["name"], *_parts(row["names"])):
            yield name, known


def names() -> dict[str, Known]:
    """Every name of the tables, as written there; where two share one, the state, then the organisation, has it."""
    found: dict[str, Known] = {}
    for table in (_states, _organizations, _regions):
        for name, known in table():
            found.setdefault(name, known)
    return found
