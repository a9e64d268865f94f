"""Reading a form: at most 4 KB, only as urlencoded, only from the browser that was given it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from lkjip.errors import RefusedError
from lkjip.web.cookies import same_form

LARGEST = 4096
FORM = "application/x-www-form-urlencoded"
STALE = "Formulir ini sudah terlalu lama terbuka atau bukan dari halaman ini. Isi dan kirim sekali lagi."
UNREADABLE = "Isian tidak dapat dibaca. Tulis ulang isian itu."


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields; RefusedError where it is too large, of another kind, or from elsewhere."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise RefusedError(STALE)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise RefusedError("Isian terlalu panjang. Tulis lebih pendek, lalu kirim lagi.")
    try:
        written = bytes(body).decode("utf-8")
        fields = dict(parse_qsl(written, keep_blank_values=True, max_num_fields=20, errors="strict"))
    except ValueError as error:
        raise RefusedError(UNREADABLE) from error
    if any("\0" in text for text in fields.values()):  # no database keeps it, nobody types it
        raise RefusedError(UNREADABLE)
    if not same_form(request, fields.get("formulir", "")):
        raise RefusedError(STALE)
    return fields


def inside(address: str) -> str:
    """An address inside this application to go on to; "/" for anything else (another site, a login page)."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address or not address.isprintable():
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    if parts.scheme or parts.netloc or parts.path.startswith(("/masuk", "/mulai", "/auth", "/_stcore", "/media")):
        return "/"
    return address
