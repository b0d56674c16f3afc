"""What each kind of list tells, entry by entry, and what is refused; the lists are those of ``samples``."""

from datetime import date
from pathlib import Path

import pytest

from tests.reference.lists.samples import ADD, ALT, COMMENTS, ENTITIES, JOURNAL, SDN, UN, written
from verbale.errors import UnreadableList
from verbale.listed import Identifier, ListedParty, Provision, Snapshot
from verbale.reference.lists import snapshot

DAY = date(2025, 3, 2)


def parties(found: Snapshot) -> dict[str, ListedParty]:
    return {party.id: party for party in found.parties}


def names(party: ListedParty) -> list[tuple[str, str, str]]:
    return [(name.text, name.quality, name.script) for name in party.names]


def of_ofac(folder: Path, sdn: str = SDN, alt: str = ALT) -> Snapshot:
    files = {"sdn.csv": sdn, "alt.csv": alt, "add.csv": ADD, "comments.csv": COMMENTS}
    return snapshot([written(folder, name, text) for name, text in files.items()], DAY)


# ---------------------------------------------------------------- the United Nations


def test_a_un_entry_is_told_whole(tmp_path: Path) -> None:
    found = snapshot([written(tmp_path, "list.xml", UN)])
    assert (found.name, found.published) == ("un", date(2025, 3, 1))
    hong = parties(found)["KPi.900"]
    assert names(hong) == [
        ("HONG GIL DONG", "primary", "Latn"),
        ("홍길동", "strong", "Hang"),
        ("Hong Kil-tong", "strong", "Latn"),
        ("The Outlaw", "weak", "Latn"),
    ]
    assert (hong.type, hong.gender, hong.nationalities, hong.countries) == ("Person", "male", ("KP",), ("RU",))
    assert hong.identifiers == (Identifier("Passport", "7777", "PK"),)
    assert (hong.birth_places, hong.positions) == (("Kaesong, Korea",), ("Chairman",))
    (listing,) = hong.listings
    assert (listing.authority, listing.program, listing.reason) == (
        *("United Nations Security Council", "DPRK"),
        "Buys parts for the robbers.",
    )


def test_a_birth_that_is_not_known_to_the_day_keeps_its_words_and_bounds(tmp_path: Path) -> None:
    hong = parties(snapshot([written(tmp_path, "list.xml", UN)]))["KPi.900"]
    assert [(birth.words, birth.earliest, birth.latest) for birth in hong.births] == [
        ("between 1962 and 1965", date(1962, 1, 1), date(1965, 12, 31)),
        ("approximately 1970 (by his own word)", date(1969, 1, 1), date(1971, 12, 31)),
    ]


def test_the_resolution_that_the_un_list_does_not_name_is_marked_as_inferred_with_how(tmp_path: Path) -> None:
    found = parties(snapshot([written(tmp_path, "list.xml", UN)]))
    assert found["KPi.900"].listings[0].provisions == (
        Provision("S/RES/2321 (2016)", "the resolution on this regime that was adopted on the day of listing"),
    )
    assert found["KPe.900"].listings[0].provisions == (  # of a day on which none was adopted
        Provision("S/RES/1718 (2006)", "the resolution that set up the regime; the list names none"),
    )


# ---------------------------------------------------------------- OFAC


def test_an_ofac_entry_is_joined_from_all_files_and_its_remarks_are_read(tmp_path: Path) -> None:
    found = of_ofac(tmp_path)
    hong, ship, bank = found.parties
    assert (found.name, found.published, found.notes) == ("ofac", DAY, [])
    assert names(hong) == [
        ("HONG, Gil-dong", "primary", "Latn"),
        ("HONG, Kil-tong", "strong", "Latn"),
        ("THE OUTLAW", "weak", "Latn"),
    ]
    assert [birth.words for birth in hong.births] == ["12 Mar 1965", "1966"]
    assert (hong.gender, hong.nationalities, hong.positions) == ("male", ("KP",), ("Chairman", "Captain"))
    assert hong.listings[0].reason is not None
    assert "Additional information" in hong.listings[0].reason
    assert (ship.type, ship.countries) == ("Vessel", ("PA",))
    assert Identifier("Vessel Registration Identification", "IMO 9000001") in ship.identifiers
    assert Identifier("call sign", "HMZZ") in ship.identifiers
    assert (bank.type, names(bank)[1], bank.countries) == ("Organization", ("OLD CARP BANK", "weak", "Latn"), ("IR",))


def test_rows_of_parties_that_are_not_in_the_list_are_told_and_not_lost_without_a_word(tmp_path: Path) -> None:
    found = of_ofac(tmp_path, alt=ALT + '99,13,"aka","NOBODY",-0- \n')
    assert len(list(found.parties)) == 3
    (note,) = found.notes
    assert "alt.csv: 1 rows are of 1 parties that are not in sdn.csv, 99 the first" in note


# ---------------------------------------------------------------- the European Union, FollowTheMoney


def test_an_eu_row_is_a_listing_with_its_regulation(tmp_path: Path) -> None:
    sidorov, ship = snapshot([written(tmp_path, "32020R0001.csv", JOURNAL)], DAY).parties
    assert names(sidorov) == [
        ("Ivan Petrovich SIDOROV", "primary", "Latn"),
        ("Iwan SIDOROW", "strong", "Latn"),
        ("Иван Петрович СИДОРОВ", "strong", "Cyrl"),
        ("Jan SIDOROV", "strong", "Latn"),
    ]
    (listing,) = sidorov.listings
    assert listing.provisions == (Provision("CELEX 32020R0001, annex I: Asset freeze"),)
    assert listing.listed_on is not None
    assert (listing.listed_on.words, listing.listed_on.earliest) == ("23.2.2022", date(2022, 2, 23))
    assert [birth.earliest for birth in sidorov.births] == [date(1970, 1, 18), date(1965, 3, 29)]
    assert (ship.type, ship.listings[0].listed_on, ship.listings[0].reason) == ("Vessel", None, "Ships oil, and more.")


def test_a_sanction_of_followthemoney_is_joined_to_its_entity(tmp_path: Path) -> None:
    (ada,) = snapshot([written(tmp_path, "entities.ftm.json", ENTITIES)], DAY).parties
    assert names(ada) == [
        ("Ada Byron", "primary", "Latn"),
        ("Ада Байрон", "strong", "Cyrl"),
        ("Countess", "weak", "Latn"),
    ]
    (listing,) = ada.listings
    assert (listing.authority, listing.program, listing.provisions) == (
        "Office of Carps",
        "CARP",
        (Provision("Act 1"),),
    )


# ---------------------------------------------------------------- what is refused


def refused(found: Path | list[Path], day: date | None = DAY) -> str:
    with pytest.raises(UnreadableList) as caught:
        list(snapshot(found if isinstance(found, list) else [found], day).parties)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (UN[:900], "line 15, column 79: expected"),
        (UN.replace("<ENTITIES>", "<ENTITIES>&", 1), "list.xml, line "),
        (UN.replace("<VERSIONNUM>", "<COLOUR>red</COLOUR><VERSIONNUM>", 1), "the element COLOUR is not in the schema"),
        (UN.replace("<REFERENCE_NUMBER>KPi.900</REFERENCE_NUMBER>", "", 1), "without REFERENCE_NUMBER"),
        (UN.replace("KPe.900", "KPi.900"), "KPi.900 stands there a second time"),
        (UN.replace("<CONSOLIDATED", '<!DOCTYPE l [<!ENTITY a "x">]>\n<CONSOLIDATED', 1), "declares a document type"),
        (UN.replace("CONSOLIDATED_LIST", "SOME_LIST"), "no list that verbale knows"),
    ],
    ids=["cut short", "not well-formed", "unknown element", "no number", "twice", "entities", "another list"],
)
def test_a_damaged_un_list_is_refused_with_what_is_wrong_and_where(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in refused(written(tmp_path, "list.xml", text))


@pytest.mark.parametrize(
    ("sdn", "complaint"),
    [
        (SDN.replace("9,", "7,", 1), "line 3: the number 7 stands there a second time"),
        (SDN.replace(",vessel,", ",submarine,"), "line 2: submarine is no type of party"),
        (SDN.replace("Panama,", "Panama,more,"), "line 2: 13 cells, where sdn has 12"),
    ],
    ids=["twice", "unknown type", "a cell too many"],
)
def test_a_damaged_ofac_list_is_refused_with_the_line(tmp_path: Path, sdn: str, complaint: str) -> None:
    with pytest.raises(UnreadableList, match=complaint):
        list(of_ofac(tmp_path, sdn=sdn).parties)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (JOURNAL.replace("celex,recordId,", "celex,recordId,shoeSize,", 1), "the column shoeSize"),
        (JOURNAL.replace("Vessel,GOLDEN", "Spaceship,GOLDEN"), "line 3: Spaceship is no kind of party"),
        (JOURNAL.replace("32020R0001,2,", "32020R0001,1,"), "the number 32020R0001-I-1 stands on"),
        (JOURNAL.replace("Led the raid.", "Led, the raid."), "line 2: 16 cells under 15 columns"),
    ],
    ids=["unknown column", "unknown kind", "twice", "a cell too many"],
)
def test_a_damaged_table_of_the_eu_is_refused_with_the_line(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in refused(written(tmp_path, "list.csv", text))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (ENTITIES[:-5], "line 3: not JSON"),
        (ENTITIES.replace('"id": "a-1", ', ""), "line 3: no entity with id"),
        (ENTITIES + "\n" + ENTITIES.split("\n")[1], "line 4: the id p-1 stands on line 2 already"),
    ],
    ids=["cut short", "no id", "twice"],
)
def test_damaged_entities_are_refused_with_the_line(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in refused(written(tmp_path, "entities.json", text))


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    assert "empty" in refused(written(tmp_path, "empty.csv", ""))
    assert "no list that verbale knows" in refused(written(tmp_path, "notes.txt", "a, b\n"))
    assert "check the path" in refused(tmp_path / "missing.xml")
    assert "with the files beside it" in refused([written(tmp_path, "a.csv", JOURNAL), written(tmp_path, "b.xml", UN)])
    assert "give it with --date" in refused(written(tmp_path, "a.csv", JOURNAL), None)


def test_a_list_is_not_taken_for_another(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match="is the list un, not eu"):
        snapshot([written(tmp_path, "list.xml", UN)], of="eu")
