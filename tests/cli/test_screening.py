"""``verbale screen``: names, files and stores against a list in the store, as a user runs it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2024-05-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>
<DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>PAVEL</FIRST_NAME><SECOND_NAME>ANDREYEVICH</SECOND_NAME>
<THIRD_NAME>GORSHKOV</THIRD_NAME><UN_LIST_TYPE>Libya</UN_LIST_TYPE><REFERENCE_NUMBER>LYi.901</REFERENCE_NUMBER>
<LISTED_ON>2020-02-03</LISTED_ON><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1960-05-04</DATE>
</INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>
"""
ARTICLE = "title: Talks\ndate: 2024-05-02\n\nPavel Gorshkov met Angela Merkel in Vienna on Tuesday.\n"


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Path:
    """A folder whose store holds the list and an article."""
    (tmp_path / "list.xml").write_text(LIST, encoding="utf-8")
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    for words in (("lists", "import", "list.xml"), ("ingest", "talks.txt")):
        done = run(*words, folder=tmp_path)
        assert done.returncode == 0, done.stderr
    return tmp_path


def test_a_name_is_found_with_its_reasons_and_listing(run: Run, desk: Path) -> None:
    told = json.loads(run("screen", "--name", "Горшков Павел", "--format", "json", folder=desk).stdout)
    assert (told["verdict"], told["entry"]) == ("match", "un:LYi.901")
    assert told["listings"][0]["listed_on"] == "2020-02-03"
    assert any("patronymic" in reason for reason in told["reasons"])


def test_a_file_is_screened_row_by_row_and_bad_rows_are_told(run: Run, desk: Path) -> None:
    (desk / "names.csv").write_text('name,birth_date\n"Gorshkov, Pavel",1960\nPavel Gorshkov,1971\n,1970\n')
    done = run("screen", "names.csv", "--format", "csv", folder=desk)
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["match", "no match"]
    assert "names.csv, line 4" in done.stderr
    assert done.returncode == 1


def test_the_store_is_screened_and_a_rejected_match_is_gone(run: Run, desk: Path) -> None:
    same = "SELECT ?party WHERE { ?actor <http://www.w3.org/2002/07/owl#sameAs> ?party }"
    run("screen", folder=desk)
    assert "LYi.901" in run("query", same, "--format", "csv", folder=desk).stdout
    assert run("screen", "--reject", "Pavel Gorshkov", "un:LYi.901", folder=desk).returncode == 0
    assert "LYi.901" not in run("screen", folder=desk).stdout
    assert "LYi.901" not in run("query", same, "--format", "csv", folder=desk).stdout


def test_an_unknown_list_or_entry_is_told_with_what_to_do(run: Run, desk: Path) -> None:
    assert "lists import" in run("screen", "--list", "eu", folder=desk).stderr
    assert "no list in the store" in run("screen", "--confirm", "Pavel Gorshkov", "un:X", folder=desk).stderr
