"""A store elsewhere: any endpoint of the SPARQL 1.1 Protocol, with its Graph Store Protocol where there is one."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPMessage
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from verbale.errors import QueryFailed, RemoteFailed
from verbale.store.complaints import complaint
from verbale.store.endpoints import Endpoints, endpoints
from verbale.store.failures import Refused, attempt, failure
from verbale.store.interface import Results, select
from verbale.store.signing import sign, wants_signature
from verbale.store.sparql import form, names_dataset, ntriples, replacement

__all__ = ["Remote", "open_url"]

DEFAULT_TIMEOUT = 60.0
# Where graphs go by SPARQL update: so many bytes a request, which the servers we know take in at once.
_PIECE = 1_000_000
_TABLE = "application/sparql-results+json"
_GRAPH = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
# Virtuoso's own graphs, which are nobody's data.
_SERVERS_OWN = frozenset(
    {
        "http://www.openlinksw.com/schemas/virtrdf#",
        "http://localuriqaserver/sparql",
        "http://www.w3.org/ns/ldp#",
    }
)


def open_url(url: str) -> Remote:
    """The store at a URL; nothing is sent yet. VERBALE_TIMEOUT says how many seconds an answer may take (60).

    Raises RemoteFailed where the URL is none, or the credentials cannot be read.
    """
    given = os.environ.get("VERBALE_TIMEOUT", "")
    try:
        seconds = float(given) if given else DEFAULT_TIMEOUT
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise RemoteFailed(f"VERBALE_TIMEOUT is {given!r}, not a number of seconds: set it to one like 60, or unset it")
    return Remote(endpoints(url), seconds)


class Remote:
    """A SPARQL endpoint. Reads are tried again where the network failed, and so is what may be sent twice."""

    def __init__(self, found: Endpoints, timeout: float = DEFAULT_TIMEOUT) -> None:
        """``timeout`` is how many seconds one answer may take, from the question to its last byte."""
        self._at = found
        self._timeout = timeout
        self._graphs_url = found.graphs

    @property
    def location(self) -> str:
        """The query endpoint, without credentials."""
        return self._at.query

    def query(self, sparql: str, /) -> Results | bool | list[Triple]:
        """The endpoint's answer. Raises QueryFailed where it refuses the query, else RemoteFailed."""
        kind = form(sparql)
        if not kind:
            raise QueryFailed(complaint(sparql, "this is no SELECT, ASK, CONSTRUCT or DESCRIBE"))
        table = kind in ("SELECT", "ASK")
        body, headers = self._ask(sparql, kind, _TABLE if table else _GRAPH)
        try:
            if not table:
                return list(_triples(body, headers))
            found = parse_query_results(body, QueryResultsFormat.JSON)
            if isinstance(found, QueryBoolean):
                return bool(found)
            results = Results(tuple(v.value for v in found.variables), tuple(tuple(row) for row in found))
        except (SyntaxError, ValueError) as error:
            raise self._not_sparql(body) from error
        if kind == "ASK":  # Virtuoso answers with a row
            return any(
                isinstance(cell, Literal) and cell.value in ("1", "true") for row in results.rows for cell in row
            )
        self._refuse_part(results, headers)
        return results

    def replace(self, graphs: Mapping[str, str]) -> None:
        """Put the graphs one after another in place of those of their names, each by one request where it can be."""
        for graph, nquads in graphs.items():
            if not self._put(graph, nquads):
                for piece in replacement(graph, nquads, _PIECE):
                    self._update(piece)
        self._confirm(graphs)

    def put(self, graph: str, nquads: Path) -> None:
        """The same for a graph in a file."""
        self.replace({graph: nquads.read_text(encoding="utf-8")})

    def _confirm(self, graphs: Mapping[str, str]) -> None:
        """See that the last graph is there: some servers, and all web pages, answer "200 OK" to anything."""
        last = next((graph for graph, nquads in reversed(list(graphs.items())) if nquads), None)
        if last and self.query(f"ASK {{ GRAPH {NamedNode(last)} {{ ?s ?p ?o }} }}") is not True:
            raise RemoteFailed(
                f"{self.location} took the graphs and does not have them: is it writable, and an endpoint?"
            )

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted, without those that are the server's own."""
        found = select(self, "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }")
        return sorted(
            row[0].value for row in found.rows if isinstance(row[0], NamedNode) and row[0].value not in _SERVERS_OWN
        )

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all, graph by graph."""
        for iri in self.graphs() if graph is None else [graph]:
            name = NamedNode(iri)
            found = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}")
            if isinstance(found, list):
                yield from (Quad(triple.subject, triple.predicate, triple.object, name) for triple in found)

    def size(self) -> int:
        """How many quads there are in named graphs."""
        own = ", ".join(f"<{iri}>" for iri in sorted(_SERVERS_OWN))
        counted = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (?g NOT IN ({own})) }}"
        cell = select(self, counted).rows[0][0]
        return int(cell.value) if isinstance(cell, Literal) else 0

    def close(self) -> None:
        """Nothing stays open between requests."""

    def __enter__(self) -> Self:
        """Use the store in a ``with``, as any other."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""

    def _ask(self, sparql: str, kind: str, accept: str) -> tuple[bytes, HTTPMessage]:
        wrapper = self._wrapper(sparql, kind)
        wrapper.addCustomHttpHeader("Accept", accept)
        for name, value in {} if names_dataset(sparql) else self._at.parameters.items():
            wrapper.addParameter(name, value)
        try:
            return attempt(lambda: self._read(wrapper.query().response), again=True)
        except Exception as error:
            told = failure(error, self._at.query, self._timeout, bool(self._at.user))
            if isinstance(told, QueryFailed) and "error at " in str(told):  # another Oxigraph's parser
                told = QueryFailed(f"{self.location} refuses it: {complaint(sparql, str(told))}")
            raise told from error

    def _update(self, sparql: str) -> None:
        wrapper = self._wrapper(sparql, "INSERT")
        wrapper.updateEndpoint = self._at.update
        try:
            attempt(lambda: self._read(wrapper.query().response), again=False)
        except Exception as error:
            raise failure(error, self._at.update, self._timeout, bool(self._at.user)) from error

    def _wrapper(self, sparql: str, kind: str) -> Any:
        from SPARQLWrapper import POST, SPARQLWrapper  # imports rdflib: half a second that an embedded store is spared

        wrapper = SPARQLWrapper(self._at.query, self._at.update)
        wrapper.setMethod(POST)  # a GET of a long query fails
        wrapper.setOnlyConneg(True)
        wrapper.setTimeout(max(1, math.ceil(self._timeout)))
        if self._at.user:
            wrapper.setCredentials(self._at.user, self._at.password)
        # What setQuery would do, without its guess at the form, which comments and IRIs deceive.
        wrapper.queryString, wrapper.queryType = sparql, kind
        return wrapper

    def _put(self, graph: str, nquads: str) -> bool:
        """Replace a graph by the Graph Store Protocol; False where the server has none."""
        if not self._graphs_url:
            return False
        url = f"{self._graphs_url}?{urlencode({'graph': graph})}"
        body = ntriples(graph, nquads).encode()
        # N-Triples is Turtle, and Turtle is what every server takes.
        method, headers = ("PUT", {"Content-Type": "text/turtle"}) if body else ("DELETE", {})

        def send() -> None:
            request = Request(url, body or None, headers, method=method)
            sign(request, self._at.user, self._at.password, self._timeout)
            try:
                self._read(urlopen(request, timeout=self._timeout))
            except (URLError, ConnectionError) as error:
                if isinstance(error, HTTPError) or not wants_signature(url, self._timeout):
                    raise
                raise Refused(401, "") from error

        try:
            attempt(send, again=True)
        except Exception as error:
            refused = error.status if isinstance(error, Refused) else 0
            if refused == 404 and not body:
                return True  # there was no such graph
            if refused in (404, 405, 501):
                self._graphs_url = ""
                return False
            raise failure(error, self._graphs_url, self._timeout, bool(self._at.user)) from error
        return True

    def _read(self, response: Any) -> tuple[bytes, HTTPMessage]:
        """The whole body in time: the socket's own timeout limits no more than the wait for the next byte."""
        deadline = time.monotonic() + self._timeout
        chunks = []
        with response:
            while chunk := response.read1(1 << 16):
                chunks.append(chunk)
                if time.monotonic() > deadline:
                    raise TimeoutError
        if response.length:
            raise ConnectionError("it broke off its answer")
        return b"".join(chunks), response.headers

    def _not_sparql(self, body: bytes) -> RemoteFailed:
        if body.lstrip()[:1] == b"<":
            return RemoteFailed(
                f"{self.location} answers with a web page, not with SPARQL results: "
                "give the URL of the query endpoint itself"
            )
        return RemoteFailed(
            f"{self.location} answers with something else than whole SPARQL results: see the server's log"
        )

    def _refuse_part(self, results: Results, headers: HTTPMessage) -> None:
        """A part of an answer must not pass for all of it."""
        limit = headers.get("X-SPARQL-MaxRows", "")
        if headers.get("X-SQL-State") or (limit.isdigit() and len(results.rows) >= int(limit)):
            raise RemoteFailed(
                f"{self.location} gave only a part of the answer, {len(results.rows)} rows: "
                "ask with LIMIT and OFFSET, or raise the server's own limits (Virtuoso: ResultSetMaxRows)"
            )


def _triples(body: bytes, headers: HTTPMessage) -> Iterator[Triple]:
    media = headers.get_content_type()
    format = RdfFormat.N_TRIPLES if media == "text/plain" else RdfFormat.from_media_type(media)
    if format is None:
        raise ValueError(f"no RDF: {media}")
    return (quad.triple for quad in parse(body, format))
