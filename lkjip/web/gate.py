"""The gate: nothing but the login page, our own assets and the health sign is given to whoever is not logged in.

Pure ASGI in front of Streamlit's whole application: pages, websocket, media, uploads, metrics, component files.
Default deny: an address that is not named here needs a session.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lkjip.config import Config
from lkjip.domain.access import Actor, Aksi, may_somewhere
from lkjip.services import accounts, kantor
from lkjip.services.accounts import Hadir
from lkjip.services.opening import shared_store
from lkjip.web import ownership
from lkjip.web.cookies import SESI
from lkjip.web.perimeter import close_websocket, from_this_machine
from lkjip.web.quota import Quota

ACTOR = "lkjip.actor"  # in the scope, for the routes behind the gate
OPEN_PREFIXES = ("/static/", "/aset/")
OPEN = frozenset({"/_stcore/health", "/masuk", "/mulai", "/mulai/contoh", "/auth/logout"})
BEFORE_NEW_PASSWORD = frozenset({"/sandi"})
UPLOAD = "/_stcore/upload_file/"
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check", "/auth/login", "/oauth2callback")
NOT_YOURS = "Sesi unggahan ini bukan milik Anda. Muat ulang halaman Unggah data, lalu coba lagi."
LOGIN_FIRST = "Masuk dahulu: sesi tidak ada atau sudah berakhir."
DEMO_LOCAL = "Data contoh hanya dapat dibuka di komputer tempat aplikasi dijalankan."


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request may not pass; `tujuan` is where a person (not a program) is sent instead."""

    status: int
    alasan: str
    tujuan: str = ""


class Gate:
    """Looks the session up for every request and websocket, puts the actor into the scope, counts uploads."""

    def __init__(
        self, app: ASGIApp, quota: Quota | None = None, owner_of: Callable[[str], str | None] = ownership.owner_of
    ) -> None:
        self.app = app
        self.owner_of = owner_of
        self.quota = quota or Quota()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its actor, or refuse it."""
        if scope["type"] not in {"http", "websocket"} or is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        hadir, refused = await asyncio.to_thread(_look, scope)
        if refused is None and hadir.actor is not None:
            refused = self._beyond_right(scope, hadir.actor)
        if refused is None:
            sealed = ownership.with_owner(scope, hadir.actor.sesi if hadir.actor else "")
            await self.app({**sealed, ACTOR: hadir.actor}, receive, send)
        elif scope["type"] == "websocket":
            await close_websocket(receive, send, refused.alasan)
        else:
            await _answer(scope, refused)(scope, receive, send)

    def _beyond_right(self, scope: Scope, actor: Actor) -> Refused | None:
        path = scope["path"]
        if path.startswith(CLOSED):
            return Refused(403, "Alamat ini ditutup.")
        if scope["type"] != "http" or not path.startswith(UPLOAD) or scope["method"] not in {"PUT", "DELETE"}:
            return None
        if izin := may_somewhere(actor, Aksi.UNGGAH):
            return self._beyond_upload(scope, actor)
        return Refused(403, izin.alasan)

    def _beyond_upload(self, scope: Scope, actor: Actor) -> Refused | None:
        """Only into one's own Streamlit session, and no more than the quota."""
        if self.owner_of(scope["path"].removeprefix(UPLOAD).partition("/")[0]) != actor.sesi:
            return Refused(403, NOT_YOURS)
        if scope["method"] == "DELETE":
            return None
        headers = Headers(scope=scope)
        announced = None if "transfer-encoding" in headers else headers.get("content-length")
        too_much = self.quota.refuse(actor.pengguna_id or 0, announced)
        return Refused(*too_much) if too_much else None


def is_open(path: str) -> bool:
    """Needs no session."""
    return path in OPEN or (path.startswith(OPEN_PREFIXES) and ".." not in path)


def _look(scope: Scope) -> tuple[Hadir, Refused | None]:
    """In a thread: whose session is it, and may it pass at all?"""
    store = shared_store(Config.from_env())
    hadir = accounts.who(store, HTTPConnection(scope).cookies.get(SESI))
    if not from_this_machine(scope):
        office = kantor.current(store)
        if office is not None and office.demo:
            return hadir, Refused(403, DEMO_LOCAL)
    if hadir.actor is None:
        start = not accounts.any_account(store)
        return hadir, Refused(401, hadir.sebab or LOGIN_FIRST, "/mulai" if start else _login_address(scope))
    if hadir.harus_ganti and scope["path"] not in BEFORE_NEW_PASSWORD:
        return hadir, Refused(403, "Ganti dahulu kata sandi pertama Anda.", "/sandi")
    return hadir, None


def _login_address(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return "/masuk" if wanted == "/" else f"/masuk?lanjut={quote(wanted, safe='/')}"


def _answer(scope: Scope, refused: Refused) -> Response:
    person = "text/html" in Headers(scope=scope).get("accept", "") and scope["method"] in {"GET", "HEAD"}
    if person and refused.tujuan:
        return RedirectResponse(refused.tujuan, status_code=303, headers={"Cache-Control": "no-store"})
    return PlainTextResponse(refused.alasan, status_code=refused.status, headers={"Cache-Control": "no-store"})
