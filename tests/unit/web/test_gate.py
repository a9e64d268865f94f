"""The gate: what stands open, what needs a session, what a role may not, and no trick with the address opens it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from starlette.types import ASGIApp

from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.services import accounts, contoh
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from lkjip.web.cookies import SESI
from lkjip.web.gate import Gate, is_open
from lkjip.web.quota import Quota
from tests.makers.akun import Orang, Warga, add_account, open_session
from tests.makers.asgi import Answer, ask, handshake
from tests.unit.web.conftest import streamlit_stand_in

PAGES = ("/", "/capaian", "/pengaturan", "/jejak_audit", "/tidak_ada", "/capaian/", "/sandi", "/unduh/jejak-audit")
PROGRAMS = (
    "/media/0123abcd.xlsx", "/component/x/index.html", "/_stcore/upload_file/s/f", "/_stcore/stream",
    "/_stcore/metrics", "/_stcore/agent/sessions", "/_stcore/host-config", "/_stcore/bidi-components/x",
    "/_stcore/script-health-check", "/app/static/x", "/vendor/x.js", "/.streamlit/config.toml", "/_stcore/apapun",
)  # fmt: skip
TRICKS = (
    "//", "//media/x", "/static/../media/x", "/static/..%2fmedia/x", "/static/%2e%2e/media/x", "/static/..\\media",
    "/aset/../_stcore/stream", "/STATIC/x", "/Masuk", "/masuk/", "/masuk/..", "/_stcore/health/", "/_stcore/HEALTH",
    "/_stcore/health/../metrics", "//_stcore/health", "/masuk%00", "/masuk%2f..%2fcapaian", "/static", "/aset",
    "/mulai/", "/mulai/contoh/", "/masuk;x", "/masuk%3fx", "", "static/x",
)  # fmt: skip


def as_(orang: Orang, path: str, app: ASGIApp, method: str = "GET", **headers: str) -> Answer:
    return ask(app, path, method=method, headers={"cookie": f"{SESI}={orang.token}", **headers})


@pytest.mark.parametrize("path", ["/masuk", "/static/js/a.js", "/aset/abc/masuk.css", "/_stcore/health"])
def test_yang_terbuka_tidak_meminta_sesi(path: str) -> None:
    assert is_open(path)


@pytest.mark.parametrize("path", [*PAGES, *PROGRAMS, *TRICKS])
def test_yang_lain_tertutup(path: str) -> None:
    from urllib.parse import unquote

    assert not is_open(unquote(path))


@pytest.mark.usefixtures("warga")
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST", "OPTIONS", "PATCH"])
def test_tanpa_sesi_sebuah_program_mendapat_401(app: ASGIApp, method: str) -> None:
    for path in (*PAGES, *PROGRAMS, *TRICKS):
        answer = ask(app, path, method=method)
        assert (path, answer.status, answer.text) == (path, 401, "Masuk dahulu: sesi tidak ada atau sudah berakhir.")
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.usefixtures("warga")
def test_tanpa_sesi_seorang_pengunjung_diantar_ke_halaman_masuk_dan_kembali_lagi(app: ASGIApp) -> None:
    answer = ask(app, "/capaian", query="tahun=2024&x=a b", headers={"accept": "text/html"})
    assert answer.status == 303
    assert answer.headers["location"] == "/masuk?lanjut=/capaian%3Ftahun%3D2024%26x%3Da%20b"
    assert ask(app, "/", headers={"accept": "text/html"}).headers["location"] == "/masuk"
    assert ask(app, "/", method="POST", headers={"accept": "text/html"}).status == 401


def test_selama_belum_ada_akun_pengunjung_diantar_ke_halaman_mulai(store: Store, app: ASGIApp) -> None:
    assert ask(app, "/capaian", headers={"accept": "text/html"}).headers["location"] == "/mulai"
    assert ask(app, "/capaian").status == 401
    assert not accounts.any_account(store)


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_yang_masuk_sampai_dan_dikenal(warga: Warga, app: ASGIApp, peran: Peran) -> None:
    orang = warga.of(peran)
    for path in ("/", "/capaian", "/media/x", "/_stcore/host-config", "/component/x"):
        assert json.loads(as_(orang, path, app).text) == {"sampai": path, "siapa": orang.pengguna}


def test_yang_ditutup_tertutup_bagi_semua(warga: Warga, app: ASGIApp) -> None:
    closed = ("/_stcore/metrics", "/_stcore/agent/x", "/_stcore/script-health-check", "/auth/login", "/oauth2callback")
    for peran in PERAN_AKUN:
        assert [as_(warga.of(peran), path, app).status for path in closed] == [403] * 5


def test_kuki_palsu_bukan_sesi(warga: Warga, app: ASGIApp) -> None:
    for cookie in ("", "x", "lkjip_sesi=", "lkjip_sesi=palsu", "lkjip_sesi=" + "a" * 4000):
        assert ask(app, "/capaian", headers={"cookie": cookie}).status == 401
    seal = warga.admin.actor.sesi  # what stands in the database opens nothing
    assert ask(app, "/capaian", headers={"cookie": f"{SESI}={seal}"}).status == 401


def test_identitas_dari_luar_dibuang(warga: Warga) -> None:
    seen: list[list[tuple[bytes, bytes]]] = []

    async def inner(scope: dict[str, object], _receive: object, _send: object) -> None:
        seen.append([pair for pair in scope["headers"] if pair[0] == b"x-lkjip-sesi"])  # type: ignore[attr-defined]

    kuki = {"cookie": f"{SESI}={warga.camat.token}", "X-LKJIP-Sesi": warga.admin.actor.sesi}
    handshake(Gate(inner), headers=kuki)
    assert seen == [[(b"x-lkjip-sesi", warga.camat.actor.sesi.encode())]]


def test_websocket_tanpa_sesi_ditutup_sebelum_diterima(warga: Warga, app: ASGIApp) -> None:
    assert warga
    assert [message["type"] for message in handshake(app)] == ["websocket.close"]


@pytest.mark.parametrize(
    ("dibuat", "terakhir", "lewat"),
    [
        (timedelta(hours=7, minutes=59), timedelta(0), True),
        (timedelta(hours=8), timedelta(0), False),
        (timedelta(hours=1), timedelta(minutes=29), True),
        (timedelta(hours=1), timedelta(minutes=30), False),
    ],
)
def test_sesi_berakhir_dengan_sendirinya(
    store: Store, warga: Warga, dibuat: timedelta, terakhir: timedelta, lewat: bool
) -> None:
    app = Gate(streamlit_stand_in())
    now = datetime.now(UTC)
    tua = open_session(store, warga.analis.id, dibuat=now - dibuat, terakhir=now - terakhir)
    assert as_(tua, "/capaian", app).status == (200 if lewat else 401)


def test_yang_harus_ganti_sandi_hanya_sampai_di_halaman_sandi(store: Store, warga: Warga, app: ASGIApp) -> None:
    assert warga
    baru = open_session(store, add_account(store, "baru", "Baru Contoh", Peran.ANALIS, harus_ganti=True))
    assert as_(baru, "/sandi", app).status == 200
    for path in (*PROGRAMS, "/capaian", "/unduh/jejak-audit"):
        assert as_(baru, path, app).status == 403
    answer = as_(baru, "/capaian", app, accept="text/html")
    assert (answer.status, answer.headers["location"]) == (303, "/sandi")
    kuki = {"cookie": f"{SESI}={baru.token}"}
    assert [message["type"] for message in handshake(app, headers=kuki)] == ["websocket.close"]
    assert as_(baru, "/auth/logout", app).status == 303


# --- uploads -----------------------------------------------------------------------------------------------------


def upload_gate(owners: dict[str, str], quota: Quota | None = None) -> Gate:
    return Gate(streamlit_stand_in(), quota, owners.get)


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_hanya_yang_berhak_mengunggah_yang_boleh_mengunggah(warga: Warga, peran: Peran) -> None:
    orang = warga.of(peran)
    app = upload_gate({"milikku": orang.actor.sesi})
    status = as_(orang, "/_stcore/upload_file/milikku/f", app, "PUT", **{"content-length": "10"}).status
    assert status == (200 if peran in (Peran.SEKSI, Peran.ANALIS) else 403)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_ke_sesi_streamlit_orang_lain_tidak_ada_yang_sampai(warga: Warga, method: str) -> None:
    app = upload_gate({"milikku": warga.analis.actor.sesi, "punya-lain": warga.seksi.actor.sesi})
    for session in ("punya-lain", "tidak-ada", "", "..", "..%2fmilikku", "punya-lain%2f..%2fmilikku"):
        answer = as_(warga.analis, f"/_stcore/upload_file/{session}/f", app, method, **{"content-length": "10"})
        assert (session, answer.status) == (session, 403)
    assert as_(warga.analis, "/_stcore/upload_file/milikku/f", app, method, **{"content-length": "1"}).status == 200


def test_ukuran_unggahan_harus_disebut_dan_dihitung(warga: Warga) -> None:
    app = upload_gate({"milikku": warga.analis.actor.sesi}, Quota(per_window=100))
    put = "/_stcore/upload_file/milikku/f"
    assert as_(warga.analis, put, app, "PUT").status == 411
    chunked = {"content-length": "1", "transfer-encoding": "chunked"}
    assert as_(warga.analis, put, app, "PUT", **chunked).status == 411
    assert as_(warga.analis, put, app, "PUT", **{"content-length": "100"}).status == 200
    assert as_(warga.analis, put, app, "PUT", **{"content-length": "1"}).status == 429
    assert as_(warga.analis, put, app, "DELETE").status == 200


# --- the demo ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("client", "host", "lewat"),
    [
        ("127.0.0.1", "127.0.0.1:8501", True),
        ("192.168.1.7", "127.0.0.1:8501", False),
        ("127.0.0.1", "lkjip.kantor.example", False),
        ("192.168.1.7", "lkjip.kantor.example", False),
    ],
)
def test_kantor_contoh_hanya_terbuka_di_komputer_ini(
    store: Store, app: ASGIApp, client: str, host: str, lewat: bool
) -> None:
    contoh.load_demo(store, OPERATOR)
    headers = {"host": host, "accept": "text/html"}
    status = ask(app, "/capaian", headers=headers, client=(client, 4000)).status
    assert status == (303 if lewat else 403)
    assert len(handshake(app, headers={"host": "lkjip.kantor.example"})) == 1
