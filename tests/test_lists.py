"""Lists in a real store: whole or not at all, read back as they were, compared."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reference.lists.samples import ADD, ALT, COMMENTS, ENTITIES, JOURNAL, SDN, UN, written
from verbale import lists
from verbale.errors import UnknownName, UnreadableList
from verbale.graph import shapes
from verbale.listed import ListedParty, stated
from verbale.reference.lists import snapshot
from verbale.store import Store, memory, open_store

DAY = date(2025, 3, 2)
LATER = UN.replace("2025-03-01", "2025-04-01").replace("The Outlaw", "The Righteous").replace("KPe.900", "KPe.901")


@pytest.fixture(params=["un", "ofac", "eu", "ftm"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    texts = {
        "un": {"list.xml": UN},
        "ofac": {"sdn.csv": SDN, "alt.csv": ALT, "add.csv": ADD, "comments.csv": COMMENTS},
        "eu": {"list.csv": JOURNAL},
        "ftm": {"entities.json": ENTITIES},
    }
    return [written(tmp_path, name, text) for name, text in texts[request.param].items()]


def ordered(party: ListedParty) -> ListedParty:
    """The party with what may come in any order put in one, and the day of listing written as ISO 8601 has it."""
    first, *others = party.names
    days = [listing.listed_on and listing.listed_on.earliest for listing in party.listings]
    return replace(
        party,
        listings=tuple(
            replace(listing, listed_on=day and stated(day.isoformat()))
            for listing, day in zip(party.listings, days, strict=True)
        ),
        names=(first, *sorted(others, key=lambda name: (name.quality, name.text))),
        births=tuple(sorted(party.births, key=lambda birth: birth.words)),
        identifiers=tuple(sorted(party.identifiers, key=lambda one: f"{one.kind}: {one.value}")),
        positions=tuple(sorted(party.positions)),
    )


def test_what_a_list_tells_is_read_back_from_the_store(files: list[Path]) -> None:
    with memory() as store:
        held = lists.imported(store, files, DAY)
        told = {party.id: ordered(party) for party in snapshot(files, DAY).parties}
        assert {party.id: party for party in lists.parties(store, held)} == told
        assert lists.snapshots(store) == (replace(held, notes=()),)
        assert held.parties == len(told)


def test_a_snapshots_graph_keeps_the_shapes_and_has_the_same_bytes_again(files: list[Path], tmp_path: Path) -> None:
    with memory() as store, open_store(tmp_path / "again.db", writable=True) as again:
        held = lists.imported(store, files, DAY)
        assert lists.imported(again, files, DAY) == held
        quads = sorted(str(quad) for quad in store.quads(held.graph))
        assert quads == sorted(str(quad) for quad in again.quads(held.graph))
        assert not [quad for quad in quads if "_:" in quad]
        shapes.check((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store.quads(held.graph))


def test_a_damaged_list_changes_nothing(store: Store, tmp_path: Path) -> None:
    held = lists.imported(store, [written(tmp_path, "list.xml", UN)])
    before = {str(quad) for quad in store.quads()}
    with pytest.raises(UnreadableList):  # damaged behind its first entry, of the same day
        lists.imported(store, [written(tmp_path, "broken.xml", UN.replace("</ENTITY>", "", 1))])
    assert {str(quad) for quad in store.quads()} == before
    assert [one.graph for one in lists.snapshots(store)] == [held.graph]


def test_a_snapshot_that_comes_again_takes_the_place_of_that_day_alone(store: Store, tmp_path: Path) -> None:
    lists.imported(store, [written(tmp_path, "list.xml", UN)])
    lists.imported(store, [written(tmp_path, "later.xml", LATER)])
    lists.imported(store, [written(tmp_path, "later.xml", LATER.replace("The Righteous", "The Just"))])
    assert [(one.published, one.parties) for one in lists.snapshots(store)] == [
        (date(2025, 3, 1), 2),
        (date(2025, 4, 1), 2),
    ]
    newest = lists.held(store, "un")
    assert "The Just" in {name.text for party in lists.parties(store, newest) for name in party.names}


def test_two_snapshots_differ_by_who_came_who_went_and_which_fields_changed(store: Store, tmp_path: Path) -> None:
    older = lists.imported(store, [written(tmp_path, "list.xml", UN)])
    newer = lists.imported(store, [written(tmp_path, "later.xml", LATER)])
    assert lists.difference(store, older, older) == ()
    found = lists.difference(store, older, newer)
    assert [(one.id, one.change) for one in found] == [
        ("KPe.900", "removed"),
        ("KPe.901", "added"),
        ("KPi.900", "names"),
    ]
    assert "The Outlaw" in found[2].before
    assert "The Righteous" in found[2].after


def test_a_snapshot_is_found_by_its_day_or_as_the_latest(store: Store, tmp_path: Path) -> None:
    older = lists.imported(store, [written(tmp_path, "list.xml", UN)])
    newer = lists.imported(store, [written(tmp_path, "later.xml", LATER)])
    assert lists.held(store, "un") == newer
    assert lists.held(store, "un", older.published) == older
    assert lists.held(store, "un", before=newer.published) == older
    with pytest.raises(UnknownName, match="no snapshot of the list eu"):
        lists.held(store, "eu")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "lists.db", writable=True)
