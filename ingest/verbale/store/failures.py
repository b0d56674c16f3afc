"""What goes wrong on the way to a remote store, told in one line, and what is worth a second try."""

from __future__ import annotations

import ast
import re
import ssl
import time
from collections.abc import Callable
from html import unescape
from http import HTTPStatus
from http.client import HTTPException
from typing import TypeVar
from urllib.error import HTTPError, URLError

from verbale.errors import QueryFailed, RemoteFailed, VerbaleError

__all__ = ["Refused", "attempt", "failure"]

T = TypeVar("T")

_PAUSES = (0.2, 0.8)  # seconds before the second and the third try
_PASSING = (502, 503, 504)
_KNOWN = {status.value for status in HTTPStatus}
_WRAPPED = {  # SPARQLWrapper's exceptions, by name so that it need not be imported here
    "QueryBadFormed": 400,
    "Unauthorized": 401,
    "EndPointNotFound": 404,
    "URITooLong": 414,
    "EndPointInternalError": 500,
}


class Refused(Exception):
    """The server answered with an error: its HTTP status, and the beginning of what it said."""

    def __init__(self, status: int, word: str) -> None:
        """``word`` is plain text in one line."""
        super().__init__(status, word)
        self.status = status
        self.word = word


def attempt(request: Callable[[], T], *, again: bool) -> T:
    """What the request gives; tried up to three times if it may be sent ``again``.

    Raises Refused for an error of the server's, else what the network raised.
    """
    for pause in _PAUSES if again else ():
        try:
            return _answered(request)
        except (Refused, OSError, HTTPException) as error:
            if not _may_pass(error):
                raise
        time.sleep(pause)
    return _answered(request)


def _answered(request: Callable[[], T]) -> T:
    try:
        return request()
    except HTTPError as error:
        with error:
            raise Refused(error.code, _word(error.read(4_000))) from error
    except Exception as error:
        code = _WRAPPED.get(type(error).__name__)
        if code is None:
            raise
        raise Refused(code, _word(_body(error))) from error


def failure(error: Exception, url: str, timeout: float, with_password: bool) -> Exception:
    """The error as the user can act on it. One that is no failure of the remote is given back as it is."""
    if isinstance(error, Refused):
        return _refusal(error, url, with_password)
    if not isinstance(error, OSError | HTTPException):
        return error
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return RemoteFailed(f"{url} did not answer within {timeout:g} s: ask for less, or set VERBALE_TIMEOUT higher")
    if isinstance(cause, ssl.SSLError):
        return RemoteFailed(f"{url} cannot be trusted ({cause.reason}): check the address and the certificate")
    if isinstance(cause, ConnectionRefusedError) or isinstance(error, URLError):
        word = getattr(cause, "strerror", None) or str(cause)
        return RemoteFailed(f"{url} cannot be reached ({word}): check that the server runs, and the address")
    return RemoteFailed(f"{url} broke off its answer: try again, or see the server's log")


def _refusal(error: Refused, url: str, with_password: bool) -> VerbaleError:
    reason = f"{error.status} {HTTPStatus(error.status).phrase}" if error.status in _KNOWN else str(error.status)
    if error.status == 400:
        return QueryFailed(f"{url} refuses it: {error.word or 'it does not say why'}")
    if error.status in (401, 403):
        remedy = "check" if with_password else "set"
        what = "refuses the user name or the password" if with_password else "wants a user name and a password"
        return RemoteFailed(f"{url} {what}: {remedy} VERBALE_USER and VERBALE_PASSWORD, or ~/.netrc")
    if error.status in (404, 405, 410):
        return RemoteFailed(f"{url} is no SPARQL endpoint ({reason}): check the address")
    return RemoteFailed(f"{url} failed ({reason}): see the server's log, or try again later")


def _may_pass(error: Exception) -> bool:
    if isinstance(error, Refused):
        return error.status in _PASSING
    cause = error.reason if isinstance(error, URLError) else error
    return isinstance(cause, ConnectionError | HTTPException)


def _body(error: Exception) -> bytes:
    """What the server said; SPARQLWrapper keeps it only in its message, as Python writes bytes."""
    try:
        body = ast.literal_eval(str(error).partition("Response:\n")[2])
    except (ValueError, SyntaxError):
        return b""
    return body if isinstance(body, bytes) else b""


def _word(body: bytes) -> str:
    """The first paragraph, without markup."""
    text = unescape(re.sub(r"<[^>]*>", " ", body.decode("utf-8", "replace").split("\n\n")[0]))
    return " ".join(text.split())[:300]
