"""Requests and websockets through an ASGI application, without a server."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    sent: bytes
    cookies: tuple[str, ...] = ()

    @property
    def content(self) -> bytes:
        return gzip.decompress(self.sent) if self.headers.get("content-encoding") == "gzip" else self.sent

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run to the end in a thread of its own: a browser test in the same process keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, coroutine).result()


def get(app: ASGIApp, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """A GET as a browser on this machine sends it."""
    return ask(app, path, headers={"accept-encoding": "gzip, br", **(headers or {})})


def ask(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | Sequence[bytes] = b"",
    query: str = "",
    client: tuple[str, int] | None = ("127.0.0.1", 4000),
    more: Sequence[tuple[str, str]] = (),
) -> Answer:
    """Any request; `body` in one piece or several, `more`: headers once again."""
    asked = [*{"host": "127.0.0.1:8501", **(headers or {})}.items(), *more]
    scope = scope_of(path, asked, method=method, query=query, client=client)
    pieces = [body] if isinstance(body, bytes) else list(body)
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        piece = pieces.pop(0) if pieces else b""
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: Any) -> None:
        sent.append(message)

    run(app(scope, receive, send))
    start = sent[0]
    content = b"".join(message.get("body", b"") for message in sent[1:])
    pairs = [(name.decode(), value.decode("latin-1")) for name, value in start["headers"]]
    cookies = tuple(value for name, value in pairs if name.lower() == "set-cookie")
    return Answer(start["status"], dict(pairs), content, cookies)


def scope_of(
    path: str,
    headers: Sequence[tuple[str, str]] = (("host", "127.0.0.1:8501"),),
    *,
    method: str = "GET",
    query: str = "",
    client: tuple[str, int] | None = ("127.0.0.1", 4000),
    kind: str = "http",
) -> dict[str, Any]:
    """The scope as uvicorn makes it: the path once decoded, header names in lower case."""
    return {
        "type": kind,
        "http_version": "1.1",
        "method": method,
        "scheme": "http" if kind == "http" else "ws",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
        "client": client,
        "server": ("127.0.0.1", 8501),
        "subprotocols": [],
    }


def handshake(
    app: ASGIApp, path: str = "/_stcore/stream", headers: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """What a websocket is told when it opens."""
    asked = list({"host": "127.0.0.1:8501", **(headers or {})}.items())
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    run(app(scope_of(path, asked, kind="websocket"), receive, send))
    return sent
