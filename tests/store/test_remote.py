"""A store elsewhere: where it is, who asks, and everything that can go wrong on the way."""

import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.samples import E, G, graph, large_graph, said
from tests.stores import oxigraph
from verbale.errors import QueryFailed, RemoteFailed
from verbale.store import memory, open_store, push, select
from verbale.store.endpoints import Endpoints, endpoints
from verbale.store.remote import Remote

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]
NOTHING = b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}'
TABLE = "application/sparql-results+json"


def reply(status: int, body: bytes = NOTHING, media: str = TABLE, **headers: str) -> Answer:
    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Type": media, "Content-Length": str(len(body))} | given).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def hang(request: http.server.BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def drip(request: http.server.BaseHTTPRequestHandler) -> None:
    """A byte now and then, so that no single wait is long."""
    request.send_response(200)
    request.send_header("Content-Type", TABLE)
    request.end_headers()
    for byte in range(30):
        request.wfile.write(NOTHING[byte : byte + 1])
        request.wfile.flush()
        time.sleep(0.1)


def slam(request: http.server.BaseHTTPRequestHandler) -> None:
    """No answer at all: the connection is cut."""
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    request.connection.close()


def half(request: http.server.BaseHTTPRequestHandler) -> None:
    reply(200, NOTHING[:20], Content_Length=str(len(NOTHING)))(request)


def half_of_unknown_length(request: http.server.BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", TABLE)
    request.end_headers()
    request.wfile.write(NOTHING[:20])


class Server:
    """Gives the answers in turn, the last one for ever; remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        outer, left = self, list(answers)

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.asked.append((self.command, self.path, dict(self.headers), body))
                try:
                    (left.pop(0) if len(left) > 1 else left[0])(self)
                except OSError:
                    self.close_connection = True

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer  # noqa: N815 -- http.server's names

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def finish(self) -> None:
                try:
                    super().finish()
                except (OSError, ValueError):
                    self.close_connection = True

        class Quiet(http.server.ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A cut connection is what some tests want."""

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/ds"
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*answers: Answer) -> Server:
        servers.append(Server(*answers))
        return servers[-1]

    yield start
    for server in servers:
        server.http.shutdown()
        server.http.server_close()


# ---------------------------------------------------------------- what goes wrong

BROKEN = "broke off its answer: try again"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (reply(500, b"out of memory", "text/plain"), r"failed \(500 Internal Server Error\): see the server's log"),
        (reply(503, b"", "text/plain"), r"failed \(503 Service Unavailable\)"),
        (reply(200, b"<!DOCTYPE html><p>Welcome!", "text/html"), "answers with a web page.*give the URL of the query"),
        (reply(200, b"[1, 2", "application/json"), "answers with something else than whole SPARQL results"),
        (reply(401, b"", "text/plain"), "wants a user name and a password: set VERBALE_USER"),
        (reply(403, b"", "text/plain"), "wants a user name and a password: set VERBALE_USER"),
        (reply(404, b"", "text/plain"), r"is no SPARQL endpoint \(404 Not Found\): check the address"),
        (reply(429, b"", "text/plain"), r"failed \(429 Too Many Requests\)"),
        (hang, "did not answer within 0.5 s: ask for less, or set VERBALE_TIMEOUT higher"),
        (drip, "did not answer within 0.5 s"),
        (slam, BROKEN),
        (half, BROKEN),
        (half_of_unknown_length, "something else than whole SPARQL results"),
        (reply(200, NOTHING, X_SQL_State="S1TAT"), "only a part of the answer"),
        (reply(200, NOTHING, X_SPARQL_MaxRows="0"), "only a part of the answer, 0 rows: ask with LIMIT"),
    ],
)
def test_each_failure_is_told_in_one_line_with_the_address_and_the_remedy(
    serve: Callable[..., Server], answer: Answer, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBALE_TIMEOUT", "0.5")
    server = serve(answer)
    with pytest.raises(RemoteFailed, match=words) as failure:
        open_store(server.url).query("SELECT ?s { ?s ?p ?o }")
    assert str(failure.value).startswith(server.url)
    assert "\n" not in str(failure.value)


def test_a_server_that_is_down_is_told() -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/ds"
        with pytest.raises(RemoteFailed, match=r"cannot be reached \(Connection refused\): check that the server runs"):
            open_store(url).graphs()


def test_a_host_that_does_not_exist_is_told() -> None:
    with pytest.raises(RemoteFailed, match=r"no-such-host\.invalid/ds cannot be reached"):
        open_store("http://no-such-host.invalid/ds").graphs()


def test_the_server_s_reason_for_refusing_a_query_is_told_without_its_markup(serve: Callable[..., Server]) -> None:
    server = serve(reply(400, b"<html><b>Line 1:</b> no such\nfunction &lt;f&gt;\n\nstack trace", "text/html"))
    with pytest.raises(QueryFailed, match=r"refuses it: Line 1: no such function <f>$"):
        open_store(server.url).query("SELECT ?s { ?s ?p ?o }")


@pytest.mark.parametrize("url", ["http://", "https:///path", "http://:80/"])
def test_what_is_no_url_is_told(url: str) -> None:
    with pytest.raises(RemoteFailed, match="no URL of an endpoint"):
        open_store(url)


@pytest.mark.parametrize("value", ["soon", "0", "-1", "nan", "inf"])
def test_a_timeout_that_is_none_is_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_TIMEOUT", value)
    with pytest.raises(RemoteFailed, match="VERBALE_TIMEOUT"):
        open_store("http://localhost/query")


# ---------------------------------------------------------------- what is tried again


@pytest.mark.parametrize("trouble", [reply(503), reply(502), slam, half], ids=["503", "502", "slam", "half"])
def test_a_question_is_asked_again_when_the_network_failed(serve: Callable[..., Server], trouble: Answer) -> None:
    server = serve(trouble, trouble, reply(200))
    assert select(open_store(server.url), "SELECT ?s { ?s ?p ?o }").rows == ()
    assert len(server.asked) == 3


@pytest.mark.parametrize("trouble", [reply(500), reply(401), reply(400), reply(404)])
def test_a_question_is_not_asked_again_when_the_server_has_decided(
    serve: Callable[..., Server], trouble: Answer
) -> None:
    server = serve(trouble)
    with pytest.raises((RemoteFailed, QueryFailed)):
        open_store(server.url).query("SELECT ?s { ?s ?p ?o }")
    assert len(server.asked) == 1


def test_a_web_page_that_answers_ok_to_a_graph_has_not_taken_it(serve: Callable[..., Server]) -> None:
    page = reply(200, b"<!DOCTYPE html><p>Welcome!", "text/html")
    with pytest.raises(RemoteFailed, match="web page"):
        open_store(serve(page).url).replace(graph("a", "x"))
    nothing_there = reply(200, b'{"head": {}, "boolean": false}')
    with pytest.raises(RemoteFailed, match="does not have them"):
        open_store(f"{serve(reply(204, b''), nothing_there).url}/query").replace(graph("a", "x"))


def test_an_update_is_never_sent_twice(serve: Callable[..., Server]) -> None:
    server = serve(reply(503))
    with pytest.raises(RemoteFailed):
        open_store(server.url).replace(graph("a", "x"))
    assert len(server.asked) == 1


def test_a_graph_store_put_is_sent_again(serve: Callable[..., Server]) -> None:
    server = serve(reply(503), slam, reply(204, b""), reply(200, b'{"head": {}, "boolean": true}'))
    open_store(f"{server.url}/query").replace(graph("a", "x"))
    puts = [(method, path) for method, path, _, _ in server.asked if method == "PUT"]
    assert puts == [("PUT", f"/ds/data?graph={QUOTED}a")] * 3


QUOTED = "https%3A%2F%2Fexample.org%2Fid%2Fgraph%2F"


# ---------------------------------------------------------------- where and who


@pytest.mark.parametrize(
    ("given", "query", "update", "graphs"),
    [
        ("http://h:7878/", "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("http://h:7878/query", "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("http://h/sparql", "http://h/sparql", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        (
            "http://h/repositories/x",
            *(f"http://h/repositories/x{e}" for e in ("", "/statements", "/rdf-graphs/service")),
        ),
        ("http://h:3030/ds", "http://h:3030/ds", "http://h:3030/ds", ""),
        ("http://h:3030/ds/query", "http://h:3030/ds/query", "http://h:3030/ds/update", "http://h:3030/ds/data"),
        ("https://h/ds/sparql/", "https://h/ds/sparql", "https://h/ds/update", "https://h/ds/data"),
    ],
)
def test_the_endpoints_follow_from_one_url(given: str, query: str, update: str, graphs: str) -> None:
    found = endpoints(given)
    assert (found.query, found.update, found.graphs) == (query, update, graphs)


def test_the_environment_overrides_the_endpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_UPDATE_URL", "http://h/u")
    monkeypatch.setenv("VERBALE_GRAPHS_URL", "http://h/g")
    found = endpoints("http://h/query")
    assert (found.query, found.update, found.graphs) == ("http://h/query", "http://h/u", "http://h/g")


def test_the_url_s_own_credentials_come_first_then_the_environment_s_then_those_of_netrc(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine h login file password f1\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert [endpoints("http://h/").user, endpoints("http://h/").password] == ["file", "f1"]
    assert endpoints("http://other/").user == ""
    monkeypatch.setenv("VERBALE_USER", "env")
    monkeypatch.setenv("VERBALE_PASSWORD", "e1")
    assert [endpoints("http://h/").user, endpoints("http://h/").password] == ["env", "e1"]
    found = endpoints("http://me:p%40ss@h:81/")
    assert [found.user, found.password, found.query] == ["me", "p@ss", "http://h:81/query"]


def test_a_password_is_sent_and_never_shown(serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve(reply(401, b"wrong: s3cret", "text/plain"))
    url = server.url.replace("//", "//me:s3cret@")
    store = open_store(url)
    with pytest.raises(RemoteFailed, match="refuses the user name or the password: check VERBALE_USER") as failure:
        store.query("SELECT ?s { ?s ?p ?o }")
    assert server.asked[0][2]["Authorization"] == "Basic bWU6czNjcmV0"
    for shown in (str(failure.value), store.location, repr(endpoints(url))):
        assert "s3cret" not in shown


def test_a_broken_netrc_is_told_without_what_it_holds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine h login me s3cret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with pytest.raises(RemoteFailed, match="netrc file cannot be read") as failure:
        open_store("http://h/query")
    assert "s3cret" not in str(failure.value)


def test_a_question_goes_by_post_and_asks_for_sparql_results(serve: Callable[..., Server]) -> None:
    server = serve(reply(200))
    open_store(server.url).query("SELECT ?s { ?s ?p ?o }")
    method, path, headers, body = server.asked[0]
    assert (method, path, headers["Accept"]) == ("POST", "/ds", TABLE)
    assert body == b"query=SELECT+%3Fs+%7B+%3Fs+%3Fp+%3Fo+%7D"


# ---------------------------------------------------------------- real servers


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--union-default-graph",)], ids=["as it comes", "with the union"])
def test_an_oxigraph_server_shows_the_union_however_it_was_started(tmp_path: Path, options: tuple[str, ...]) -> None:
    with oxigraph(tmp_path, *options) as url, open_store(url) as store:
        store.replace(graph("a", "x") | graph("b", "y"))
        assert len(select(store, f"SELECT ?o {{ ?s <{E}says> ?o }}").rows) == 2


@pytest.mark.slow
def test_without_a_graph_store_graphs_go_by_update_in_pieces(
    oxigraph_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbale.store.remote._PIECE", 2_000)
    found = endpoints(oxigraph_url)
    store = Remote(Endpoints(found.query, found.update, "", found.parameters))
    store.replace(graph("pieces", "before"))
    store.replace(large_graph("pieces", 300))
    assert len(said(store, "pieces")) == 300
    store.replace({G + "pieces": ""})
    assert said(store, "pieces") == []


@pytest.mark.slow
def test_a_server_that_turns_out_to_have_no_graph_store_gets_updates(
    oxigraph_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBALE_GRAPHS_URL", f"{oxigraph_url}nothing-here")
    with open_store(oxigraph_url) as store:
        store.replace(graph("fallback", "x"))
        assert said(store, "fallback") == ["x"]


@pytest.mark.slow
@pytest.mark.virtuoso
@pytest.mark.parametrize(("user", "words"), [("dba:wrong@", "refuses the user name"), ("", "wants a user name")])
def test_virtuoso_s_refusal_is_told(virtuoso_url: str, user: str, words: str) -> None:
    with memory() as source:
        source.replace(large_graph("large", 9_000))
        with pytest.raises(RemoteFailed, match=words):
            push(source, virtuoso_url.replace("//", f"//{user}"))


@pytest.mark.slow
@pytest.mark.virtuoso
def test_an_answer_that_virtuoso_cuts_short_does_not_pass_for_a_whole_one(virtuoso_url: str) -> None:
    store = open_store(virtuoso_url.replace("//", "//dba:dba@"))
    store.replace(large_graph("cut", 12_000))
    try:
        with pytest.raises(RemoteFailed, match="only a part of the answer, 10000 rows: ask with LIMIT and OFFSET"):
            store.query(f"SELECT ?o {{ GRAPH <{G}cut> {{ ?s ?p ?o }} }}")
    finally:
        store.replace({G + "cut": ""})
