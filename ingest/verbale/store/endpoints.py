"""Where a remote store listens, and with which credentials, from the one URL that the user gives."""

from __future__ import annotations

import netrc
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit, urlunsplit

from verbale.errors import RemoteFailed

__all__ = ["Endpoints", "endpoints"]


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of a remote store, without credentials in them.

    ``query`` and ``update`` are those of the SPARQL 1.1 Protocol, ``graphs`` that of the
    Graph Store HTTP Protocol, empty where none is known. ``parameters`` go with every query.
    """

    query: str
    update: str
    graphs: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    user: str = ""
    password: str = field(default="", repr=False)


def endpoints(url: str) -> Endpoints:
    """The endpoints that belong to a URL, by the customs of the servers.

    ======================================  =============================  ============================
    what the user gives                     update                         graph store
    ======================================  =============================  ============================
    Oxigraph ``host/`` ``host/query``       ``host/update``                ``host/store``
    Virtuoso ``host/sparql``                ``host/sparql-auth``           ``host/sparql-graph-crud-auth``
    GraphDB, RDF4J ``.../repositories/x``   ``.../repositories/x/statements``  ``.../x/rdf-graphs/service``
    Fuseki ``host/ds/query`` ``/ds/sparql`` ``host/ds/update``             ``host/ds/data``
    any other, as Fuseki's ``host/ds``      the same URL                   none: graphs go by update
    ======================================  =============================  ============================

    The variables VERBALE_UPDATE_URL and VERBALE_GRAPHS_URL override the last two columns.
    Credentials: the URL's own, else VERBALE_USER and VERBALE_PASSWORD, else those of
    the host in ``~/.netrc`` (or the file that NETRC names).
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RemoteFailed(f"{_shown(url)} is no URL of an endpoint, which begins with http:// or https:// and a host")
    user, password = _credentials(unquote(parts.username or ""), unquote(parts.password or ""), parts.hostname)
    bare = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))
    found = _customs(bare, parts.path.rstrip("/"))
    return replace(
        found,
        update=os.environ.get("VERBALE_UPDATE_URL") or found.update,
        graphs=os.environ.get("VERBALE_GRAPHS_URL") or found.graphs,
        user=user,
        password=password,
    )


def _customs(bare: str, path: str) -> Endpoints:
    host = bare.removesuffix(path)
    if path in ("", "/query"):
        # By default Oxigraph asks only the graph without a name, however it was started.
        return Endpoints(f"{host}/query", f"{host}/update", f"{host}/store", {"union-default-graph": "true"})
    if path in ("/sparql", "/sparql-auth"):
        return Endpoints(f"{host}/sparql", f"{host}/sparql-auth", f"{host}/sparql-graph-crud-auth")
    above, _, last = bare.rpartition("/")
    if above.endswith("/repositories"):
        return Endpoints(bare, f"{bare}/statements", f"{bare}/rdf-graphs/service")
    if last in ("query", "sparql"):
        return Endpoints(bare, f"{above}/update", f"{above}/data")
    return Endpoints(bare, bare)


def _credentials(user: str, password: str, host: str) -> tuple[str, str]:
    if user:
        return user, password
    if os.environ.get("VERBALE_USER"):
        return os.environ["VERBALE_USER"], os.environ.get("VERBALE_PASSWORD", "")
    try:
        entry = netrc.netrc(os.environ.get("NETRC")).authenticators(host)
    except FileNotFoundError:
        return "", ""
    except (OSError, netrc.NetrcParseError) as error:
        # The parser's own words may quote the file, and with it a password.
        raise RemoteFailed("the netrc file cannot be read: mend it or its permissions, or set VERBALE_USER") from error
    return (entry[0], entry[2] or "") if entry else ("", "")


def _shown(url: str) -> str:
    return url.rpartition("@")[2]
