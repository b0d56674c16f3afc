"""Each verb does what its help says."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib

from tests.cli.conftest import ARTICLE, Run
from verbale.cli.app import app

V = "https://w3id.org/verbale/ontology#"
VERBS = sorted(command.name or command.callback.__name__ for command in app.registered_commands if command.callback)


@pytest.mark.parametrize("verb", [*VERBS, "ontology"])
def test_every_verb_explains_itself_with_an_example_and_stands_in_the_readme(
    verb: str, run: Run, tmp_path: Path
) -> None:
    done = run(verb, "--help", folder=tmp_path)
    assert done.returncode == 0
    assert f"verbale {verb}" in done.stdout
    assert f"verbale {verb}" in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_ingest_prints_what_it_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("ingest", "talks.txt", folder=tmp_path)
    assert "Angela Merkel met Emmanuel Macron" in done.stdout
    assert (tmp_path / "verbale.db").is_dir()


def test_ingest_tells_how_each_event_is_held(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    lines = run("ingest", "talks.txt", folder=tmp_path).stdout.splitlines()
    (head,) = (line for line in lines if line.startswith("event"))
    held = [name.strip() for name in head.split("┃")].index("held")
    told = {row[0].strip(): row[held].strip() for line in lines if len(row := line.split("│")) > held}
    assert told["Meeting"] == "asserted"
    assert told["ArmsTransfer"] == "alleged by Germany, denied by Iran"


def test_ingest_reads_standard_input(run: Run, tmp_path: Path) -> None:
    done = run("ingest", "-", "--format", "json", folder=tmp_path, stdin=ARTICLE.encode())
    assert json.loads(done.stdout)["article"] == "stdin"


def test_ask_takes_a_name_for_an_actor(run: Run, shelf: Path) -> None:
    done = run("ask", "who-met-whom", "--actor", "emmanuel macron", "--format", "csv", folder=shelf)
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["who"], row["whom"], row["place"], row["when"]) == (
        "Angela Merkel", "Emmanuel Macron", "Vienna", "2024-04-30",
    )  # fmt: skip


def test_ask_answers_in_every_format(run: Run, shelf: Path) -> None:
    def answer(format: str) -> str:
        done = run("ask", "who-denied-what", f"--format={format}", folder=shelf)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert json.loads(answer("json"))["results"]["bindings"][0]["denier"]["value"] == "Iran"
    assert answer("tsv").startswith("?")
    assert "Tehran denied" in answer("table")
    graph = rdflib.Graph().parse(data=answer("turtle"), format="turtle")
    assert any("Tehran denied" in quote for quote in graph.objects(None, rdflib.URIRef(f"{V}quote")))


def test_query_runs_any_select_ask_and_construct(run: Run, shelf: Path) -> None:
    (shelf / "count.rq").write_text(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?s a <{V}Claim> }}")
    assert int(run("query", "count.rq", "--format", "csv", folder=shelf).stdout.split()[1]) >= 4
    assert run("query", "ASK { ?s ?p ?o }", folder=shelf).stdout == "true\n"
    built = run("query", f"CONSTRUCT {{ ?s a ?t }} WHERE {{ ?s a ?t, <{V}Claim> }}", folder=shelf).stdout
    assert len(rdflib.Graph().parse(data=built, format="turtle")) >= 4


def test_an_export_loads_into_another_store_and_answers_alike(run: Run, shelf: Path, tmp_path: Path) -> None:
    for format, suffix in (("trig", "trig"), ("nquads", "nq")):
        file = tmp_path / f"all.{suffix}"
        file.write_text(run("export", "--format", format, folder=shelf).stdout, encoding="utf-8")
        run("load", file, "--store", tmp_path / suffix, folder=tmp_path)
        here = run("ask", "who-armed-whom", "--format", "json", folder=shelf).stdout
        assert (
            run("ask", "who-armed-whom", "--format", "json", "--store", tmp_path / suffix, folder=tmp_path).stdout
            == here
        )


def test_export_writes_one_article_or_one_answer(run: Run, shelf: Path) -> None:
    whole = run("export", "--article", "talks", folder=shelf).stdout
    assert "v:text" in whole
    answer = run("export", "--question", "who-denied-what", folder=shelf).stdout
    assert "v:Claim" in answer
    assert "v:text" not in answer


def test_an_exported_answer_takes_the_questions_own_options(run: Run, shelf: Path) -> None:
    asked = ("export", "--question", "who-met-whom")
    assert "v:Meeting" in run(*asked, "--actor", "Emmanuel Macron", folder=shelf).stdout
    assert "v:Meeting" in run(*asked, "--until=2024-05-01", folder=shelf).stdout
    assert run(*asked, "--from", "2024-05-02", folder=shelf).stdout.strip() == ""


def test_facts_writes_a_file_for_each_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    line = run("facts", "talks.txt", folder=tmp_path).stdout
    run("facts", "talks.txt", "--out", "facts", folder=tmp_path)
    assert json.loads((tmp_path / "facts" / "talks.json").read_text(encoding="utf-8")) == json.loads(line)
    assert {"article", "actors", "posts", "places", "events", "speech"} == set(json.loads(line))


def test_questions_lists_all_and_writes_the_shacl_catalogue(run: Run, tmp_path: Path) -> None:
    listed = run("questions", folder=tmp_path).stdout
    assert "who-met-whom" in listed
    catalogue = rdflib.Graph().parse(
        data=run("questions", "--format", "turtle", folder=tmp_path).stdout, format="turtle"
    )
    executables = set(catalogue.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/shacl#SPARQLExecutable")))
    assert len(executables) >= 25


def test_ontology_prints_terms_with_their_definitions(run: Run, tmp_path: Path) -> None:
    done = run("ontology", folder=tmp_path)
    assert "ArmsTransfer" in done.stdout
    assert "Weapons, munitions" in done.stdout
