"""The last net of our own routes: a page with an incident number; the details go to the log, never to the visitor."""

from __future__ import annotations

import logging
import secrets
from datetime import datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lkjip.errors import LkjipError
from lkjip.web.html import page

log = logging.getLogger("lkjip.insiden")


def incident_number(now: datetime) -> str:
    """Short and sayable on the telephone: "0214-0905-7F3A" (month day, hour minute, four signs)."""
    return f"{now:%m%d-%H%M}-{secrets.token_hex(2).upper()}"


class Incidents:
    """Turns an exception of a request into our own page, if its answer has not begun yet."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer for it where it fails."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception as error:
            number = incident_number(datetime.now().astimezone())
            log.exception("insiden %s pada %s", number, _place(scope))
            if begun:
                raise
            reason = str(error) if isinstance(error, LkjipError) else "Terjadi kesalahan di dalam program."
            answer = page(
                "Terjadi kesalahan", '<p><a href="/">Kembali ke aplikasi</a></p>', salah=reason, status=500,
                kalimat=f"Data yang sudah disimpan tidak berubah. Sampaikan nomor kejadian {number} kepada pengelola.",
            )  # fmt: skip
            await answer(scope, receive, send)


def _place(scope: Scope) -> str:
    """The address for the log: without session ids and file names of media, and on one line."""
    parts = scope["path"].split("/")[: 2 if scope["path"].startswith("/media/") else 3]
    return ascii("/".join(parts)[:200])
