"""Decisions about a pair, the graph of identities, and who is screened."""

from datetime import date
from pathlib import Path

import pytest

from verbale.errors import UnreadableNames
from verbale.listed import ListedName, ListedParty
from verbale.screening import Index, Subject
from verbale.screening.feedback import decide, decided, screened
from verbale.screening.identities import GRAPH, nquads
from verbale.screening.subjects import actors, rows
from verbale.store import memory

BASE = "https://w3id.org/verbale/id/"
PAVEL = BASE + "actor/person/pavel-gorshkov"
SUBJECT = Subject("Pavel Gorshkov", type="Person", id=PAVEL)
INDEX = Index(
    [
        ("un", [ListedParty("A.1", "Person", (ListedName("GORSHKOV, Pavel", "primary", "Latn"),), ())]),
        ("eu", [ListedParty("7 b", "Person", (ListedName("Lev Tarasov", "primary", "Latn"),), ())]),
    ]
)


def test_a_rejected_pair_is_not_shown_again_and_others_are() -> None:
    store = memory()
    assert [found.entry for found in screened(INDEX, SUBJECT, decided(store))] == ["un:A.1"]
    decide(store, PAVEL, "un:A.1", "apart", date(2024, 5, 2))
    assert screened(INDEX, SUBJECT, decided(store)) == ()
    assert screened(INDEX, Subject("Pavel Gorshkov", id=BASE + "actor/other"), decided(store))


def test_a_confirmed_pair_is_a_match_whatever_the_names() -> None:
    store = memory()
    decide(store, PAVEL, "eu:7 b", "one")
    found = {result.entry: result for result in screened(INDEX, SUBJECT, decided(store))}
    assert found["eu:7 b"].verdict == "match"
    assert "a person confirmed it" in found["eu:7 b"].reasons


def test_the_last_word_on_a_pair_counts() -> None:
    store = memory()
    decide(store, PAVEL, "un:A.1", "apart")
    decide(store, PAVEL, "un:A.1", "one")
    assert list(decided(store).values()) == ["one"]


def test_only_matches_are_written_as_identity_with_their_reasons() -> None:
    lone = Subject("Gorshkov", type="Person", id=BASE + "actor/person/gorshkov")
    results = [*INDEX.screened(SUBJECT), *INDEX.screened(lone)]
    assert {result.verdict for result in results} == {"match", "review"}
    store = memory()
    store.replace({BASE + GRAPH: nquads(results)})
    same = "SELECT ?actor ?party WHERE { ?actor <http://www.w3.org/2002/07/owl#sameAs> ?party }"
    found = store.query(same)
    assert not isinstance(found, bool | list)
    assert [[term.value for term in row] for row in found.rows] == [[PAVEL, BASE + "listed/un/A.1"]]  # type: ignore[union-attr]
    assert "written alike" in nquads(results)


def test_a_stores_persons_and_organisations_come_with_posts_and_countries() -> None:
    v, label = "https://w3id.org/verbale/ontology#", "http://www.w3.org/2000/01/rdf-schema#label"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    graph = f"<{BASE}graph/x>"
    said = [
        (f"<{PAVEL}>", kind, f"<{v}Person>"),
        (f"<{PAVEL}>", label, '"Pavel Gorshkov"'),
        (f"<{PAVEL}>", "http://www.w3.org/2004/02/skos/core#altLabel", '"Gorshkov"'),
        ("<x:tenure>", v + "holder", f"<{PAVEL}>"),
        ("<x:tenure>", v + "post", '"harbour minister"'),
        ("<x:tenure>", v + "body", "<x:state>"),
        ("<x:state>", v + "countryCode", '"BY"'),
        ("<x:state>", kind, f"<{v}State>"),
        ("<x:state>", label, '"Belarus"'),
    ]
    store = memory()
    store.replace({graph[1:-1]: "".join(f"{s} <{p}> {o} {graph} .\n" for s, p, o in said)})
    wanted = Subject("Pavel Gorshkov", (), "Person", ("BY",), ("harbour minister",), id=PAVEL)
    assert actors(store) == [wanted]
    assert actors(store, ["x:another"]) == []


def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text(
        'name,birth_date,country,type\n"Serrano, Tiago",1960-05-04,ve,person\n'
        ",,,\nAda Lind,May,,\nB,,,,\nC,,Peru,\nD,,,ship\n"
    )
    found = list(rows(file))
    assert [f.name for f in found if isinstance(f, Subject)] == ["Serrano, Tiago"]
    assert [str(f).split(":")[0][-6:] for f in found if isinstance(f, UnreadableNames)] == [
        f"line {number}" for number in range(3, 8)
    ]


@pytest.mark.parametrize("text", ["", "surname\nX\n", "name,shoe_size\nX,42\n", "name\n\xff\n"])
def test_a_file_that_names_no_column_as_it_should_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UnreadableNames, match=r"names\.csv"):
        list(rows(file))
