"""Streamlit's index.html in Indonesian: language, title, icon, our scripts; no inline script (strict CSP)."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lkjip.web.assets import asset_url

NOSCRIPT = (
    "<noscript><p>Aplikasi LKjIP memerlukan JavaScript. "
    "Aktifkan JavaScript pada peramban ini, lalu muat ulang halaman.</p></noscript>"
)

# Before Streamlit's own, which connects with the cookie of the first.
SCRIPTS = ("layar.js", "bahasa.js", "isian.js", "sesi.js")
STYLES = "layar.css"


def indonesian(html: str) -> str:
    """The rewritten page. Everything of ours comes from our own server."""
    html = re.sub(r"<html lang=\"[^\"]*\"", '<html lang="id"', html, count=1)
    html = re.sub(r"<title>.*?</title>", "<title>LKjIP</title>", html, count=1, flags=re.DOTALL)
    html = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    html = re.sub(r"<link[^>]*service-desc[^>]*>", "", html)
    html = re.sub(
        r"<link rel=\"shortcut icon\"[^>]*>",
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("lambang.svg")}">',
        html,
    )
    html = re.sub(r"<script>(?:(?!</script>).)*</script>", "", html, flags=re.DOTALL)
    html = re.sub(r"<noscript>.*?</noscript>", NOSCRIPT, html, count=1, flags=re.DOTALL)
    scripts = "".join(f'<script src="{asset_url(name)}"></script>' for name in SCRIPTS)
    styles = f'<link rel="stylesheet" href="{asset_url(STYLES)}">'
    return html.replace("</head>", f"{styles}{scripts}</head>", 1)


OURS = ("/masuk", "/mulai", "/sandi", "/auth/", "/unduh/", "/aset/")  # plain pages and files of our own
NEVER_A_PAGE = ("/static/", "/media/", "/component/", "/_stcore/", *OURS)


class IndonesianShell:
    """Rewrites every HTML answer (Streamlit sends index.html for each page address).

    For addresses that may be pages Streamlit is not told that the browser takes gzip: a compressed page of 6 KB
    could not be rewritten.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; rewrite its answer when it is a page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(OURS):
            await self.app(scope, receive, send)
            return
        if not scope["path"].startswith(NEVER_A_PAGE):
            if _deeper_than_a_page(scope):
                await RedirectResponse("/")(scope, receive, send)
                return
            headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            scope = {**scope, "headers": headers}
        start: Message | None = None
        body = bytearray()

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                await _send_page(start, bytes(body), send)

        await self.app(scope, receive, collect)


def _deeper_than_a_page(scope: Scope) -> bool:
    """A visit of /a/b: Streamlit would answer a page that cannot find its own files, and stays blank."""
    return "/" in scope["path"].strip("/") and "text/html" in Headers(scope=scope).get("accept", "")


def _is_page(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and "content-encoding" not in headers
    )


async def _send_page(start: Message, body: bytes, send: Send) -> None:
    page = indonesian(body.decode("utf-8")).encode("utf-8") if body else body
    headers = MutableHeaders(raw=list(start["headers"]))
    for validator in ("etag", "last-modified"):  # they describe Streamlit's file, not this page
        del headers[validator]
    if body:
        headers["content-length"] = str(len(page))
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": page})
