"""The outer wall: which machines, which host names, which web pages may ask at all. Who asks is the gate's question.

Without `LKJIP_ALAMAT` only this machine: requests from another address are refused, and so are requests whose Host is
not this machine (DNS rebinding) or which another web page sent (Origin of another site). With it, the office's
machines may come, but only under the address named there.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY_VIOLATION = 1008
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")  # a proxy speaks for somebody
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)


def is_loopback(address: str) -> bool:
    """True for 127.0.0.0/8, ::1 and IPv4 loopback written as IPv6."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_loopback


def host_name(host: str) -> str:
    """The name in a Host header, without port: "[::1]:8501" -> "::1"; "" when it is no host at all."""
    found = _HOST.fullmatch(host)
    return found["name"].strip("[]").lower() if found else ""


def from_this_machine(scope: Scope) -> bool:
    """The request comes from this machine and says so: a proxy here forwards the Host of whoever it speaks for."""
    client = scope.get("client")
    headers = Headers(scope=scope)
    here = client is not None and is_loopback(client[0]) and host_name(headers.get("host", "")) in LOCAL_NAMES
    return here and not any(name in headers for name in FORWARDED)


def reason_to_refuse(scope: Scope, alamat: str = "") -> str:
    """Why this request may not pass, in Indonesian; "" when it may. `alamat`: the public address, if there is one."""
    client = scope.get("client")
    here = f"http://127.0.0.1:{(scope.get('server') or ('', 8501))[1]}"
    headers = Headers(scope=scope)
    if client is None or not (alamat or is_loopback(client[0])):
        return (
            "Aplikasi ini hanya dapat dibuka di komputer tempat ia dijalankan. "
            f"Buka di komputer itu dengan alamat {here}."
        )
    names = LOCAL_NAMES | {public_name(alamat)}
    name = host_name(headers.get("host", ""))
    if not name or name not in names:
        return f"Alamat ini tidak dikenal. Buka aplikasi dengan alamat {alamat or here}."
    if any(_other_site(origin, headers["host"]) for origin in headers.getlist("origin")):
        return "Permintaan dari situs lain ditolak."
    return ""


def public_name(alamat: str) -> str:
    """The host name of the public address: "https://lkjip.example" -> "lkjip.example"; "" when it is no address."""
    try:
        parts = urlsplit(alamat)
    except ValueError:
        return ""
    return host_name(parts.netloc) if parts.scheme in {"http", "https"} else ""


def _other_site(origin: str, host: str) -> bool:
    scheme, found, netloc = origin.partition("://")
    return not found or scheme not in {"http", "https"} or netloc.lower() != host.lower()


class Perimeter:
    """Refuses every HTTP request and websocket that does not come from an allowed machine and our own pages."""

    def __init__(self, app: ASGIApp, alamat: str = "") -> None:
        self.app = app
        self.alamat = alamat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403 (websocket: close) with the reason."""
        reason = reason_to_refuse(scope, self.alamat) if scope["type"] in {"http", "websocket"} else ""
        if not reason:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await close_websocket(receive, send, reason)
        else:
            await PlainTextResponse(reason, status_code=403)(scope, receive, send)


async def close_websocket(receive: Receive, send: Send, reason: str) -> None:
    """Refuse a websocket before it is accepted: the browser sees 403."""
    await receive()
    await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": reason})
