"""The two cookies: who is logged in, and which form a browser was given. Neither can be read by a script."""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

SESI = "lkjip_sesi"
FORMULIR = "lkjip_formulir"


def is_https(alamat: str) -> bool:
    """Is the public address an encrypted one? Then the cookies may only travel encrypted."""
    return urlsplit(alamat).scheme == "https"


def set_session(response: Response, token: str, alamat: str) -> None:
    """Give the browser its session; it ends with the browser, or on the server."""
    response.set_cookie(SESI, token, path="/", httponly=True, samesite="lax", secure=is_https(alamat))


def clear_session(response: Response) -> None:
    """Take the session back."""
    response.delete_cookie(SESI, path="/", httponly=True, samesite="lax")


def form_token(connection: HTTPConnection) -> str:
    """The token of this browser's forms; a new one where it has none."""
    return connection.cookies.get(FORMULIR) or secrets.token_urlsafe(24)


def set_form_token(response: Response, token: str, alamat: str) -> None:
    """Let the browser keep the token that its forms carry too."""
    response.set_cookie(FORMULIR, token, path="/", httponly=True, samesite="strict", secure=is_https(alamat))


def same_form(connection: HTTPConnection, sent: str) -> bool:
    """Does the form carry the token of this browser? Another site can send the form, but not know the token."""
    kept = connection.cookies.get(FORMULIR, "")
    return bool(kept) and hmac.compare_digest(kept.encode(), sent.encode())
