"""Facts as files hold them, short to write."""

from typing import Any

from verbale.evaluation import Facts, facts_from

Json = dict[str, Any]


def actor(name: str, *aliases: str, type: str = "State") -> Json:
    return {"name": name, "type": type, "aliases": list(aliases)}


def place(name: str, *, country: str | None = None, at: tuple[float, float] | None = None, type: str = "City") -> Json:
    latitude, longitude = at or (None, None)
    return {"name": name, "type": type, "country": country, "lat": latitude, "lon": longitude, "aliases": []}


def event(type: str, words: str, /, **more: Any) -> Json:
    """An event that occurred; roles and other fields by name."""
    fields = ("place", "start", "end", "status", "attributed_to", "denied_by", "id")
    args = {role: names for role, names in more.items() if role not in fields}
    plain = {"id": words, "type": type, "args": args, "place": None, "start": None, "status": "occurred"}
    return plain | {"evidence": words} | {name: value for name, value in more.items() if name in fields}


def speech(act: str, words: str, speaker: list[str], target: list[str] | None = None) -> Json:
    return {"id": words, "act": act, "speaker": speaker, "target": target or [], "about": [], "evidence": words}


def written(**lists: list[Json]) -> Json:
    return {name: lists.get(name, []) for name in ("actors", "posts", "places", "events", "speech")}


def facts(**lists: list[Json]) -> Facts:
    return facts_from(written(**lists), "facts")
