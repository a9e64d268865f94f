"""Downloads: each asks its right and leaves its row in the trail before a byte is sent (`services/downloads.py`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lkjip.config import Config
from lkjip.errors import RefusedError, SessionEndedError
from lkjip.services import audit_log, downloads
from lkjip.services.audit_log import Saringan
from lkjip.services.downloads import Unduhan
from lkjip.services.opening import Store, shared_store
from lkjip.web.gate import ACTOR
from lkjip.web.html import page

LARGEST = 2**31 - 1
BACK = '<p><a href="/">Kembali ke aplikasi</a></p>'


def routes() -> list[Route]:
    """The addresses of this module."""
    return [
        Route("/unduh/dokumen/{tahun:int}/{bentuk}", _document, methods=["GET"]),
        Route("/unduh/asli/{impor:int}", _original, methods=["GET"]),
        Route("/unduh/format/{nomor:int}", _format, methods=["GET"]),
        Route("/unduh/format-semua/{tahun:int}", _all_formats, methods=["GET"]),
        Route("/unduh/disposisi/{tahun:int}/{nomor:int}", _disposisi, methods=["GET"]),
        Route("/unduh/bertanda/{kunci:str}", _marked, methods=["GET"]),
        Route("/unduh/kiriman/{kiriman:int}/bertanda", _marked_version, methods=["GET"]),
        Route("/unduh/jejak-audit", _trail, methods=["GET"]),
    ]


async def _document(request: Request) -> Response:
    tahun, bentuk = request.path_params["tahun"], request.path_params["bentuk"]
    return await _give(lambda: downloads.document(_store(), request.scope[ACTOR], _in_reach(tahun), bentuk))


async def _original(request: Request) -> Response:
    impor = request.path_params["impor"]
    return await _give(lambda: downloads.original(_store(), request.scope[ACTOR], _in_reach(impor)))


async def _format(request: Request) -> Response:
    nomor = request.path_params["nomor"]
    return await _give(lambda: downloads.section_format(_store(), request.scope[ACTOR], _in_reach(nomor)))


async def _all_formats(request: Request) -> Response:
    tahun = request.path_params["tahun"]
    return await _give(lambda: downloads.all_formats(_store(), request.scope[ACTOR], _in_reach(tahun)))


async def _disposisi(request: Request) -> Response:
    tahun, nomor = _in_reach(request.path_params["tahun"]), request.path_params["nomor"]
    return await _give(lambda: downloads.disposisi(_store(), request.scope[ACTOR], tahun, _in_reach(nomor)))


async def _marked(request: Request) -> Response:
    kunci = request.path_params["kunci"]
    return await _give(lambda: downloads.marked(_store(), request.scope[ACTOR], kunci))


async def _marked_version(request: Request) -> Response:
    kiriman = request.path_params["kiriman"]
    return await _give(lambda: downloads.marked_version(_store(), request.scope[ACTOR], _in_reach(kiriman)))


async def _trail(request: Request) -> Response:
    asked = request.query_params
    saringan = Saringan(
        asked.get("oleh", ""), asked.get("perbuatan", ""), asked.get("hasil", ""),
        _day(asked.get("sejak")), _day(asked.get("sampai")), asked.get("cari", ""),
    )  # fmt: skip
    return await _give(lambda: audit_log.export(_store(), request.scope[ACTOR], saringan))


def _store() -> Store:
    return shared_store(Config.from_env())


def _in_reach(number: int) -> int:
    """A number any database can look for."""
    if number > LARGEST:
        raise RefusedError("Berkas ini tidak ada.")
    return number


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


async def _give(make: Callable[[], Unduhan]) -> Response:
    try:
        satu = await run_in_threadpool(make)
    except SessionEndedError as error:
        return page("Sesi berakhir", '<p><a href="/masuk">Masuk lagi</a></p>', salah=str(error), status=401)
    except RefusedError as error:
        return page("Tidak dapat diunduh", BACK, salah=str(error), status=403)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(satu.nama, safe='', errors='replace')}",
        "Cache-Control": "private, no-store",
    }
    return Response(satu.isi, media_type=satu.mime, headers=headers)
