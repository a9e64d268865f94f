"""Our own few files for the browser, served from memory under an address that carries their hash."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "aset"
PREFIX = "/aset"
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@cache
def _contents() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in FOLDER.iterdir() if file.suffix in MEDIA_TYPES}


def asset_url(name: str) -> str:
    """Address of an asset; it changes with the content, so that browsers may keep it for ever."""
    return f"{PREFIX}/{hashlib.sha256(_contents()[name]).hexdigest()[:12]}/{name}"


async def _serve(request: Request) -> Response:
    content = _contents().get(request.path_params["name"])
    if content is None:
        return Response("Berkas tidak ada.", status_code=404, media_type="text/plain")
    media_type = MEDIA_TYPES[Path(request.path_params["name"]).suffix]
    return Response(content, media_type=media_type, headers={"Cache-Control": "public, immutable, max-age=31536000"})


def routes() -> list[Route]:
    """The one route under which all assets stand."""
    return [Route(PREFIX + "/{version}/{name}", _serve, methods=["GET"])]
