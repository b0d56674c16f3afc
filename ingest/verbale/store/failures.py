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

__all__ = ["failure", "retried", "status"]

T = TypeVar("T")

_PAUSES = (0.2, 0.8)  # seconds before the second and the third try
_PASSING = (502, 503, 504)
_WRAPPED = {  # SPARQLWrapper's exceptions, by name so that it need not be imported here
    "QueryBadFormed": 400,
    "Unauthorized": 401,
    "EndPointNotFound": 404,
    "URITooLong": 414,
    "EndPointInternalError": 500,
}


def retried(request: Callable[[], T]) -> T:
    """What the request gives, tried up to three times. Only for requests that may be sent twice."""
    for pause in _PAUSES:
        try:
            return request()
        except Exception as error:
            if not _may_pass(error):
                raise
        time.sleep(pause)
    return request()


def status(error: BaseException) -> int:
    """The HTTP status of a failed request; 0 where there was no answer."""
    return error.code if isinstance(error, HTTPError) else _WRAPPED.get(type(error).__name__, 0)


def failure(error: Exception, url: str, timeout: float, with_password: bool) -> Exception:
    """The error as the user can act on it. One that is no failure of the remote is given back as it is."""
    code = status(error)
    if code == 400:
        return QueryFailed(f"{url} refuses it: {_word(error)}")
    if code in (401, 403):
        remedy = "check" if with_password else "set"
        what = "refuses the user name or the password" if with_password else "wants a user name and a password"
        return RemoteFailed(f"{url} {what}: {remedy} VERBALE_USER and VERBALE_PASSWORD, or ~/.netrc")
    if code in (404, 405, 410):
        return RemoteFailed(f"{url} is no SPARQL endpoint ({_reason(code)}): check the address")
    if code:
        return RemoteFailed(f"{url} failed ({_reason(code)}): see the server's log, or try again later")
    if isinstance(error, VerbaleError) or not isinstance(error, OSError | HTTPException):
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


def _may_pass(error: Exception) -> bool:
    code = status(error)
    if code:
        return code in _PASSING
    cause = error.reason if isinstance(error, URLError) else error
    return isinstance(cause, ConnectionError | HTTPException)


def _reason(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def _word(error: Exception) -> str:
    """The first lines of what the server said, without markup."""
    if isinstance(error, HTTPError):
        body = error.read(4000)
    else:  # SPARQLWrapper keeps the body only in its message, as Python writes bytes
        try:
            body = ast.literal_eval(str(error).partition("Response:\n")[2])
        except (ValueError, SyntaxError):
            body = b""
    text = unescape(re.sub(r"<[^>]*>", " ", body.decode("utf-8", "replace").split("\n\n")[0]))
    return " ".join(text.split())[:300] or "it does not say why"
