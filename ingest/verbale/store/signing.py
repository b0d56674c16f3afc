"""How a request that carries much data says who sends it."""

from __future__ import annotations

from base64 import b64encode
from urllib.error import HTTPError
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
    urlopen,
)

__all__ = ["sign", "wants_signature"]


def sign(request: Request, user: str, password: str, timeout: float) -> None:
    """Give the request an ``Authorization`` header, so that it need be sent only once.

    A server refuses an unsigned request without reading its body, and cuts a long one
    off in the middle; hence a short one asks before which way it wants (Virtuoso: digest).
    ``timeout`` in seconds is for that one. Raises what ``urlopen`` raises.
    """
    if not user:
        return
    challenge = next((details for scheme, details in _challenges(request.full_url, timeout) if scheme == "digest"), "")
    if challenge:
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, request.full_url, user, password)
        signer = AbstractDigestAuthHandler(passwords)
        digest = signer.get_authorization(request, parse_keqv_list(parse_http_list(challenge)))
        request.add_unredirected_header("Authorization", f"Digest {digest}")
    else:
        request.add_unredirected_header("Authorization", "Basic " + b64encode(f"{user}:{password}".encode()).decode())


def wants_signature(url: str, timeout: float) -> bool:
    """Whether the server wants to know who asks: what a long request that was cut off does not tell."""
    return bool(_challenges(url, timeout))


def _challenges(url: str, timeout: float) -> list[tuple[str, str]]:
    """The ways to sign that the server offers to one who has not signed: scheme and details."""
    try:
        with urlopen(Request(url, method="HEAD"), timeout=timeout):
            return []
    except HTTPError as answer:
        with answer:
            offers = [offer.partition(" ") for offer in answer.headers.get_all("WWW-Authenticate", [])]
        return [(scheme.lower(), details) for scheme, _, details in offers]
