"""The first start: only while nobody has an account, only on this machine under a local name, only once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from starlette.types import ASGIApp
from streamlit import config as streamlit_config

from lkjip.services import accounts, kantor
from lkjip.store import Store
from lkjip.web.cookies import SESI
from tests.unit.web.conftest import Browser

SANDI = "tujuh ekor bekantan"
ISIAN = {
    "kantor": "Kecamatan Uji Jaya", "kabupaten": "Kabupaten Uji", "pimpinan": "", "tahun": "2025",
    "nama": "Agus Contoh", "pengguna": "agus", "baru": SANDI, "ulang": SANDI,
}  # fmt: skip


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server listens here only, as shipped."""
    told = streamlit_config.get_option
    monkeypatch.setattr(
        streamlit_config, "get_option", lambda name: "127.0.0.1" if name == "server.address" else told(name)
    )


def test_kantor_dan_admin_pertama(store: Store, browser: Browser) -> None:
    assert browser.ask("/").headers["location"] == "/mulai"
    answer = browser.send("/mulai", ISIAN)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    hadir = accounts.who(store, browser.cookies[SESI])
    assert hadir.actor is not None
    assert (hadir.actor.pengguna, hadir.actor.peran) == ("agus", "admin")
    office = kantor.current(store)
    assert office is not None
    assert (office.nama, office.demo) == ("Kecamatan Uji Jaya", False)


def test_sesudah_ada_akun_halaman_mulai_tidak_ada_lagi(store: Store, app: ASGIApp, browser: Browser) -> None:
    browser.send("/mulai", ISIAN)
    stranger = Browser(app)
    assert stranger.ask("/mulai").headers["location"] == "/masuk"
    stranger.cookies["lkjip_formulir"] = "t"
    body = b"formulir=t&kantor=Lain&kabupaten=Lain&tahun=2025&nama=Lain&pengguna=lain&baru=x&ulang=x"
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert stranger.ask("/mulai", method="POST", body=body, **kind).headers["location"] == "/masuk"
    assert stranger.ask("/mulai/contoh", method="POST", body=b"formulir=t", **kind).headers["location"] == "/mulai"
    assert SESI not in stranger.cookies
    office = kantor.current(store)
    assert office is not None
    assert office.nama == "Kecamatan Uji Jaya"


@pytest.mark.parametrize(
    ("client", "host", "more"),
    [
        ("192.168.1.7", "127.0.0.1:8501", {}),
        ("127.0.0.1", "lkjip.kantor.example", {}),
        ("192.168.1.7", "lkjip.kantor.example", {}),
        ("127.0.0.1", "127.0.0.1:8501", {"x-forwarded-for": "192.168.1.7"}),
        ("127.0.0.1", "127.0.0.1:8501", {"x-real-ip": "127.0.0.1"}),
        (None, "127.0.0.1:8501", {}),
    ],
)
def test_dari_komputer_lain_tidak_dapat_dimulai(
    store: Store, app: ASGIApp, client: str | None, host: str, more: dict[str, str]
) -> None:
    browser = Browser(app, {"lkjip_formulir": "t"}, client and (client, 4000), host)  # type: ignore[arg-type]
    answer = browser.ask("/mulai", **more)
    assert (answer.status, "di komputer tempat ia dijalankan" in answer.text) == (403, True)
    kind = {"content-type": "application/x-www-form-urlencoded", **more}
    body = "&".join(f"{name}={value}" for name, value in {"formulir": "t", **ISIAN}.items()).replace(" ", "+").encode()
    assert browser.ask("/mulai", method="POST", body=body, **kind).status == 403
    assert browser.ask("/mulai/contoh", method="POST", body=b"formulir=t", **kind).headers["location"] == "/mulai"
    assert not accounts.any_account(store)
    assert kantor.current(store) is None


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("tahun", "dua ribu", "bukan tahun"), ("tahun", "99", "bukan tahun"), ("tahun", "٢٠٢٥", "bukan tahun"),
        ("tahun", "1999", "tidak dapat dipakai"), ("tahun", "2100", "tidak dapat dipakai"),
        ("kantor", " ", "belum diisi"),
        ("pengguna", "A B", "Nama pengguna"), ("baru", "pendek", "tidak sama"), ("ulang", "lain", "tidak sama"),
        ("nama", "", "Nama lengkap"), ("formulir", "tebakan", "sekali lagi"),
    ],
)  # fmt: skip
def test_isian_yang_salah_dikatakan_dan_yang_lain_tetap(
    store: Store, browser: Browser, nama: str, isi: str, kata: str
) -> None:
    answer = browser.send("/mulai", {**ISIAN, nama: isi})
    assert (answer.status, kata in answer.text) == (403, True)
    assert nama == "formulir" or "Kabupaten Uji" in answer.text
    assert SANDI not in answer.text
    assert not accounts.any_account(store)


def test_dua_yang_memulai_bersamaan_satu_yang_jadi(store: Store, app: ASGIApp) -> None:
    browsers = [Browser(app) for _ in range(2)]
    both = [{**ISIAN, "pengguna": nama, "kantor": f"Kecamatan {nama}"} for nama in ("agus", "lain")]
    for browser in browsers:
        browser.ask("/mulai")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda pair: pair[0].send("/mulai", pair[1]), zip(browsers, both, strict=True)))
    assert sorted(SESI in browser.cookies for browser in browsers) == [False, True]
    winner = next(fields for browser, fields in zip(browsers, both, strict=True) if SESI in browser.cookies)
    assert {answer.status for answer in answers} <= {303, 403}
    office = kantor.current(store)
    assert office is not None
    assert office.nama == winner["kantor"]
    with store.read() as connection:
        assert connection.scalar(text("SELECT count(*) FROM pengguna")) == 1


@pytest.mark.usefixtures("address")
def test_data_contoh_dimulai_tanpa_sandi(store: Store, browser: Browser) -> None:
    assert browser.send("/mulai/contoh", {}, "/mulai").headers["location"] == "/"
    hadir = accounts.who(store, browser.cookies[SESI])
    assert hadir.actor is not None
    assert hadir.actor.peran == "analis"


@pytest.mark.usefixtures("address")
def test_data_contoh_tanpa_tanda_formulir_ditolak(store: Store, browser: Browser) -> None:
    answer = browser.send("/mulai/contoh", {"formulir": "tebakan"}, "/mulai")
    assert answer.status == 403
    assert kantor.current(store) is None


@pytest.mark.parametrize("alamat", ["0.0.0.0", "192.168.1.7", "::", None])  # noqa: S104
def test_data_contoh_tidak_dimulai_pada_server_yang_mendengarkan_keluar(
    store: Store, browser: Browser, monkeypatch: pytest.MonkeyPatch, alamat: str | None
) -> None:
    told = streamlit_config.get_option
    monkeypatch.setattr(streamlit_config, "get_option", lambda name: alamat if name == "server.address" else told(name))
    answer = browser.send("/mulai/contoh", {}, "/mulai")
    assert (answer.status, "hanya untuk komputer ini" in answer.text) == (403, True)
    assert kantor.current(store) is None
    assert not accounts.any_account(store)
