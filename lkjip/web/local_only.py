"""The gate of this version: one user, on this machine.

There are no accounts yet, so nobody else may reach the data: requests from another address are refused, and so are
requests whose Host is not this machine (DNS rebinding) or which another web page sent (Origin of another site).
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY_VIOLATION = 1008


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
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def reason_to_refuse(scope: Scope) -> str:
    """Why this request may not pass, in Indonesian; "" when it may."""
    client = scope.get("client")
    here = f"http://127.0.0.1:{(scope.get('server') or ('', 8501))[1]}"
    headers = Headers(scope=scope)
    if client is None or not is_loopback(client[0]):
        return (
            "Aplikasi ini hanya dapat dibuka di komputer tempat ia dijalankan. "
            f"Buka di komputer itu dengan alamat {here}."
        )
    if host_name(headers.get("host", "")) not in LOCAL_NAMES:
        return f"Alamat ini tidak dikenal. Buka aplikasi dengan alamat {here}."
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != headers["host"]:
        return "Permintaan dari situs lain ditolak."
    return ""


class LocalOnly:
    """Refuses every HTTP request and websocket that does not come from this machine's own browser page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403 (websocket: close) with the reason."""
        reason = reason_to_refuse(scope) if scope["type"] in {"http", "websocket"} else ""
        if not reason:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": reason})
        else:
            await PlainTextResponse(reason, status_code=403)(scope, receive, send)
