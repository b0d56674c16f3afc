"""The store in a directory: whose it is, who may open it, and what stands after a crash."""

import http.server
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import G, graph, large_graph, said
from tests.stores import oxigraph
from verbale.errors import QueryFailed, StoreInUse, StoreTooNew, StoreUnusable
from verbale.store import memory, open_store


def run(code: str, folder: Path) -> subprocess.Popen[str]:
    """Another process that uses the store; ``code`` has ``folder`` and the helpers of the conftest."""
    head = f"""
        import sys
        from pathlib import Path
        from tests.store.samples import G, graph, large_graph, said
        from verbale.store import open_store
        folder = Path({str(folder)!r})
    """
    program = textwrap.dedent(head) + textwrap.dedent(code)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )


HOLD = """
    store = open_store(folder, writable=True)
    store.replace(graph("a", "x"))
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds ``tmp_path / "db"`` open for writing, with one graph in it."""
    process = run(HOLD, tmp_path / "db")
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield process
    process.communicate("\n")


def test_a_store_is_made_where_there_is_none_and_found_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "deep" / "db", writable=True) as store:
        store.replace(graph("a", "x"))
    with open_store(tmp_path / "deep" / "db") as store:
        assert said(store, "a") == ["x"]
    assert json.loads((tmp_path / "deep" / "db" / "verbale.json").read_text()) == {"format": 1}


def test_an_empty_directory_becomes_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path, writable=True) as store:
        assert store.size() == 0


def test_a_store_in_which_nothing_was_written_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "verbale.json").write_text('{"format": 1}')
    with open_store(tmp_path) as store:
        assert store.graphs() == []


def test_reading_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="verbale ingest"):
        open_store(tmp_path / "db")
    assert not (tmp_path / "db").exists()


@pytest.mark.parametrize("writable", [True, False])
def test_a_folder_of_other_things_is_left_alone(tmp_path: Path, writable: bool) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreUnusable, match="other files"):
        open_store(tmp_path, writable=writable)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "db").write_text("mine")
    with pytest.raises(StoreUnusable, match="is a file"):
        open_store(tmp_path / "db", writable=True)
    assert (tmp_path / "db").read_text() == "mine"


@pytest.mark.parametrize("writable", [True, False])
def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path, writable: bool) -> None:
    (tmp_path / "verbale.json").write_text('{"format": 2}')
    with pytest.raises(StoreTooNew, match="upgrade verbale"):
        open_store(tmp_path, writable=writable)
    assert [path.name for path in tmp_path.iterdir()] == ["verbale.json"]


@pytest.mark.parametrize("marker", ["", "{}", "[]", '{"format": "new"}', "\udcff"])
def test_a_damaged_marker_is_told(tmp_path: Path, marker: str) -> None:
    (tmp_path / "verbale.json").write_bytes(marker.encode("utf-8", "surrogateescape"))
    with pytest.raises(StoreUnusable, match=r"verbale\.json is damaged"):
        open_store(tmp_path, writable=True)


def test_damaged_data_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", writable=True) as store:
        store.replace(graph("a", "x"))
    for manifest in (tmp_path / "db").glob("MANIFEST-*"):
        manifest.write_bytes(b"junk")
    for writable in (True, False):
        with pytest.raises(StoreUnusable, match="cannot be used"):
            open_store(tmp_path / "db", writable=writable)


def test_a_store_that_another_process_writes_is_refused_to_writers(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    with pytest.raises(StoreInUse, match="wait until it ends"):
        open_store(tmp_path / "db", writable=True)


def test_a_store_that_another_process_writes_can_be_read(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with open_store(tmp_path / "db") as store:
        assert said(store, "a") == ["x"]


def test_the_store_is_free_once_it_is_closed(tmp_path: Path) -> None:
    first = open_store(tmp_path / "db", writable=True)
    first.close()
    first.close()
    open_store(tmp_path / "db", writable=True).close()


def test_readers_see_whole_graphs_while_another_process_writes(tmp_path: Path) -> None:
    writer = run(
        """
        print("open", flush=True)
        for turn in range(1_000_000):
            with open_store(folder, writable=True) as store:
                for name in "abcdef":
                    store.replace({} if turn % 2 else large_graph(name, 3_000))
                    store.replace({G + name: ""} if turn % 2 else {})
        """,
        tmp_path / "db",
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    seen = set()
    try:
        until = time.monotonic() + 4
        while time.monotonic() < until:
            if (tmp_path / "db" / "CURRENT").exists():
                with open_store(tmp_path / "db") as store:
                    seen |= {len(said(store, name)) for name in "abcdef"}
    finally:
        writer.kill()
        writer.communicate()
    assert seen == {0, 3_000}


CRASH = """
    with open_store(folder, writable=True) as store:
        print("open", flush=True)
        store.replace(large_graph("a", {size}) | graph("b", "new"))
        print("done", flush=True)
        sys.stdin.readline()
"""


@pytest.mark.slow
@pytest.mark.parametrize("size", [2_000, 40_000], ids=["by transaction", "in bulk"])
@pytest.mark.parametrize("before", [{}, graph("a", "old")], ids=["first time", "in place of another"])
def test_what_is_written_when_the_process_is_killed_is_whole_or_absent(
    tmp_path: Path, before: dict[str, str], size: int
) -> None:
    found = set()
    for attempt, delay in enumerate([0, 0.02, 0.05, 0.1, 0.2, 0.4]):
        folder = tmp_path / str(attempt)
        with open_store(folder, writable=True) as store:
            store.replace(before)
        process = run(CRASH.format(size=size), folder)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with open_store(folder, writable=True) as store:
            found.add((len(said(store, "a")), said(store, "b") == ["new"]))
    assert found <= {(1 if before else 0, False), (size, True)}


def test_a_graph_that_cannot_be_read_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    with open_store(tmp_path, writable=True) as store:
        store.replace(graph("a", "x"))
        for name in ("a", "b"):
            with pytest.raises(SyntaxError):
                store.replace(graph("c", "y") | {G + name: "<a:a> <a:b> nonsense .\n"})
        assert store.graphs() == [G + "a"]
        assert said(store, "a") == ["x"]


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """An endpoint that must not be called, and the calls that it got."""
    calls: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append(self.path)
            self.send_error(500)

        do_GET = do_POST  # noqa: N815 -- http.server's name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql", calls
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { service silent<URL>{ ?s ?p ?o } }",
        "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
        "PREFIX e: <URL> SELECT * { SERVICEe: { ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE # a comment\n <URL> { ?s ?p ?o } } } } }",
        "ASK { FILTER (?a<?c&&?d='x>')SERVICE <URL> { ?s ?p ?o } FILTER (?e='') }",
        "SELECT * { BIND (<URL> AS ?x) FILTER (?a<?b)SERVICE?x#>\n{ ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    ],
)
def test_no_query_reaches_the_network(query: str, elsewhere: tuple[str, list[str]]) -> None:
    url, calls = elsewhere
    with memory() as store, pytest.raises(QueryFailed, match="SERVICE is not followed"):
        store.query(query.replace("URL", url))
    assert calls == []


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?s ?p "The Secret Service ?x" }',
        "ASK { <https://example.org/actor/government/secret-service> ?p ?o }",
        "# asks for the service <x>\nASK { ?service ?p ?o }",
        "PREFIX service: <https://example.org/> ASK { service:x service:service ?o }",
    ],
)
def test_the_word_service_is_free(query: str) -> None:
    with memory() as store:
        assert store.query(query) is False


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("SELECT * { ?s v:x ?o }", "line 1, column 15: the prefix v: is not declared"),
        ("# v:x\nSELECT * { ?s v:x ?o }", "line 2, column 15: the prefix v: is not declared"),
        ("ASK { ?s ?p 'e:x' ; <http://e.org/> ", "line 1, column 5: this { is never closed, add }"),
        ("ASK { ?s ?p ?o } }", "line 1, column 18: this } closes nothing"),
        ("ASK {\n?s ?p 'cut off }", "line 2, column 7: the string that begins here has no end"),
        ("SELEC ?s { ?s ?p ?o }", "line 1, column 1: a query begins with SELECT, ASK"),
        ("SELECT { ?s ?p ?o }", "line 1, column 8, at '{ ?s ?p ?o }': a variable (?name), or * for all, is expected"),
        ("ASK { ?s ?p ?o FILTER ?o > 1 }", "at '?o > 1 }': a condition in parentheses is expected"),
        ("SELECT (COUNT(*) AS n) { ?s ?p ?o }", "at 'n) { ?s ?p ?o }': a new variable (?name) is expected"),
        ("SELECT * { ?s ?p ?o } ORDER ?s", "at '?s': BY is expected"),
        ("ASK { ?s ?p ?o FILTER (?o = ) }", "at ') }': a variable (?name), an IRI (<...>), a prefixed name or a value"),
        ("CONSTRUCT { ?s ?p } WHERE { ?s ?p ?o }", "line 1, column 19, at '} WHERE"),
        ("SELECT ?o { ?s ?p ?o } GROUP BY ?s", "neither in GROUP BY nor counted"),
        ("ASK { ?s knows ?o }", "line 1, column 15, at '?o }': the end of the statement"),
        ("SELECT ?s\nWHERE { ?s ?p ?o } LIMIT many", "line 2, column 26, at 'many'"),
        (" \n", "the query is empty"),
        ("PREFIX e: <x:> DELETE WHERE { ?s ?p ?o }", "verbale ingest"),
    ],
)
def test_a_refusal_says_where_the_query_is_wrong(query: str, complaint: str) -> None:
    with memory() as store, pytest.raises(QueryFailed) as refusal:
        store.query(query)
    assert complaint in str(refusal.value)
    assert len(str(refusal.value)) < 200


@pytest.mark.slow
def test_an_oxigraph_server_can_serve_the_directory(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", writable=True) as store:
        store.replace(large_graph("a", 5_000) | graph("b", "x"))
    with oxigraph(tmp_path / "db") as url, open_store(url) as served:
        assert served.graphs() == [G + "a", G + "b"]
        assert served.size() == 5_001
