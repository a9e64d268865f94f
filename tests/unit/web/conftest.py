"""An office with an account of every role, behind our own pages as the server has them, without the server."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from lkjip.config import Config
from lkjip.services.opening import shared_store
from lkjip.store import Store
from lkjip.web import assets, masuk, mulai, unduh
from lkjip.web.gate import ACTOR, Gate
from tests.makers import ready
from tests.makers.akun import Warga, found_office, log_in_all
from tests.makers.asgi import Answer, ask
from tests.makers.invariants import assert_store_whole

EVERY_METHOD = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Store]:
    """The database of this process's configuration, nobody in it yet; whole afterwards."""
    monkeypatch.setenv("LKJIP_DATA", str(tmp_path))
    monkeypatch.delenv("LKJIP_DATABASE_URL", raising=False)
    monkeypatch.delenv("LKJIP_ALAMAT", raising=False)
    config = Config.from_env()
    ready.lay(config, found_office if "warga" in request.fixturenames else ready.nothing)
    opened = shared_store(config)
    yield opened
    assert_store_whole(opened)
    opened.close()


@pytest.fixture
def warga(store: Store) -> Warga:
    """Everybody of an office, each logged in."""
    return log_in_all(store)


def streamlit_stand_in() -> Starlette:
    """Our own pages; everything else answers who came through (as Streamlit would answer with a page)."""

    async def reached(request: Request) -> Response:
        actor = request.scope.get(ACTOR)
        return JSONResponse({"sampai": request.url.path, "siapa": actor.pengguna if actor else None})

    ours = [*assets.routes(), *masuk.routes(), *mulai.routes(), *unduh.routes()]
    return Starlette(routes=[*ours, Route("/{path:path}", reached, methods=EVERY_METHOD)])


@pytest.fixture
def app() -> ASGIApp:
    """Gate and pages."""
    return Gate(streamlit_stand_in())


@dataclass
class Browser:
    """Cookies and forms of one browser."""

    app: ASGIApp
    cookies: dict[str, str] = field(default_factory=dict)
    client: tuple[str, int] | None = ("127.0.0.1", 4000)
    host: str = "127.0.0.1:8501"

    def ask(self, path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        path, _, query = path.partition("?")
        written = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"host": self.host, "accept": "text/html", **({"cookie": written} if written else {}), **headers}
        answer = ask(self.app, path, method=method, body=body, query=query, headers=sent, client=self.client)
        for cookie in answer.cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def send(self, path: str, fields: Mapping[str, str], page: str = "") -> Answer:
        """Fill in the form that stands on `page` (else at the same address)."""
        written = re.search(r'name="formulir" value="([^"]*)"', self.ask(page or path).text)
        fields = {"formulir": written[1] if written else "", **fields}
        kind = {"content-type": "application/x-www-form-urlencoded"}
        return self.ask(path, method="POST", body=urlencode(fields).encode(), **kind)


@pytest.fixture
def browser(app: ASGIApp) -> Browser:
    """A browser on this machine."""
    return Browser(app)
