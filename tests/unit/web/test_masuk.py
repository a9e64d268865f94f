"""Login, logout and own password as a browser meets them."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from starlette.types import ASGIApp

from lkjip.domain.access import Peran
from lkjip.services import accounts, contoh
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from lkjip.web.cookies import SESI
from tests.makers.akun import SANDI, Warga, add_account
from tests.makers.invariants import assert_sentence
from tests.unit.web.conftest import Browser

WRONG = "Nama pengguna atau kata sandi tidak cocok"


@pytest.mark.usefixtures("warga")
def test_masuk_dengan_nama_dan_sandi(browser: Browser) -> None:
    answer = browser.send("/masuk", {"pengguna": " SITI ", "sandi": SANDI, "lanjut": "/capaian?tahun=2024"}, "/masuk")
    assert (answer.status, answer.headers["location"]) == (303, "/capaian?tahun=2024")
    assert "HttpOnly" in next(cookie for cookie in answer.cookies if cookie.startswith(SESI))
    assert browser.ask("/capaian").status == 200
    assert browser.ask("/masuk?lanjut=/anggaran").headers["location"] == "/anggaran"


@pytest.mark.usefixtures("warga")
@pytest.mark.parametrize(
    ("nama", "sandi"), [("siti", "salah"), ("tidak.ada", SANDI), ("", ""), ("siti", ""), ("x" * 4000, "")]
)
def test_yang_salah_ditolak_dengan_kalimat_yang_sama(browser: Browser, nama: str, sandi: str) -> None:
    answer = browser.send("/masuk", {"pengguna": nama, "sandi": sandi})
    assert answer.status == 403
    assert WRONG in answer.text
    assert SESI not in browser.cookies
    assert SANDI not in answer.text


@pytest.mark.usefixtures("warga")
@pytest.mark.parametrize(
    "lanjut", ["//jahat.example", "https://jahat.example", "/\\jahat.example", "/masuk", "/%0d\r\nX: y"]
)
def test_sesudah_masuk_tidak_diantar_ke_luar(browser: Browser, lanjut: str) -> None:
    answer = browser.send("/masuk", {"pengguna": "siti", "sandi": SANDI, "lanjut": lanjut})
    assert answer.headers["location"] == "/"


@pytest.mark.usefixtures("warga")
def test_tanpa_tanda_formulir_sandi_yang_benar_pun_ditolak(browser: Browser) -> None:
    answer = browser.send("/masuk", {"pengguna": "siti", "sandi": SANDI, "formulir": "tebakan"})
    assert (answer.status, SESI in browser.cookies) == (403, False)
    assert 'value="siti"' not in answer.text  # nothing of a foreign form is used


@pytest.mark.usefixtures("warga")
def test_halaman_masuk_berbahasa_indonesia_dan_tidak_membocorkan_apa_pun(browser: Browser) -> None:
    answer = browser.ask("/masuk")
    assert answer.status == 200
    assert "Kecamatan Uji" in answer.text
    for nama in ("rina", "siti", "Contoh", "2025"):
        assert nama not in answer.text
    browser.cookies["lkjip_formulir"] = '"><script>'
    assert "<script>" not in browser.ask("/masuk").text


def test_selama_belum_ada_akun_halaman_masuk_mengantar_ke_halaman_mulai(store: Store, browser: Browser) -> None:
    assert not accounts.any_account(store)
    assert browser.ask("/masuk").headers["location"] == "/mulai"


def test_masuk_lagi_mengakhiri_sesi_yang_lama_dan_memakai_tanda_baru(
    store: Store, warga: Warga, browser: Browser
) -> None:
    browser.cookies[SESI] = warga.analis.token
    form = {"formulir": "t", "pengguna": "dewi", "sandi": SANDI}
    browser.cookies["lkjip_formulir"] = "t"
    body = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in form.items()).encode()
    answer = browser.ask("/masuk", method="POST", body=body, **{"content-type": "application/x-www-form-urlencoded"})
    assert answer.status == 303
    assert browser.cookies[SESI] != warga.analis.token
    assert accounts.who(store, warga.analis.token).actor is None


@pytest.mark.usefixtures("warga")
def test_terkunci_setelah_lima_kali_juga_dengan_sandi_yang_benar(browser: Browser) -> None:
    for _ in range(5):
        assert WRONG in browser.send("/masuk", {"pengguna": "siti", "sandi": "salah"}).text
    answer = browser.send("/masuk", {"pengguna": "siti", "sandi": SANDI})
    assert "Terlalu banyak percobaan" in answer.text
    assert browser.send("/masuk", {"pengguna": "dewi", "sandi": SANDI}).status == 303


@pytest.mark.usefixtures("warga")
def test_nama_yang_tidak_ada_terkunci_seperti_nama_yang_ada(browser: Browser) -> None:
    answers = [browser.send("/masuk", {"pengguna": "tidak.ada", "sandi": "salah"}).text for _ in range(6)]
    assert [WRONG in answer for answer in answers] == [True] * 5 + [False]
    assert "Terlalu banyak percobaan" in answers[5]


def test_keluar_mengakhiri_sesi_dan_mengatakannya(store: Store, warga: Warga, browser: Browser) -> None:
    browser.cookies[SESI] = warga.analis.token
    answer = browser.ask("/auth/logout")
    assert (answer.status, answer.headers["location"]) == (303, "/masuk?keluar=1")
    assert accounts.who(store, warga.analis.token).actor is None
    assert "Anda sudah keluar." in browser.ask("/masuk?keluar=1").text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_situs_lain_tidak_dapat_mengeluarkan_seseorang(store: Store, warga: Warga, browser: Browser, site: str) -> None:
    browser.cookies[SESI] = warga.analis.token
    assert browser.ask("/auth/logout", **{"sec-fetch-site": site}).headers["location"] == "/"
    assert accounts.who(store, warga.analis.token).actor is not None


def test_sandi_pertama_harus_diganti_dan_sesi_lain_berakhir(store: Store, warga: Warga, app: ASGIApp) -> None:
    add_account(store, "baru", "Baru Contoh", Peran.ANALIS, harus_ganti=True)
    one, other = Browser(app), Browser(app)
    assert (
        one.send("/masuk", {"pengguna": "baru", "sandi": SANDI, "lanjut": "/capaian"}).headers["location"] == "/sandi"
    )
    other.send("/masuk", {"pengguna": "baru", "sandi": SANDI})
    assert one.ask("/capaian").headers["location"] == "/sandi"
    short = one.send("/sandi", {"lama": SANDI, "baru": "pendek", "ulang": "pendek"})
    assert (short.status, "paling sedikit 12" in short.text) == (403, True)
    fresh = {"lama": SANDI, "baru": "tujuh ekor bekantan", "ulang": "tujuh ekor bekantan"}
    assert one.send("/sandi", fresh).headers["location"] == "/"
    assert one.ask("/capaian").status == 200
    assert other.ask("/capaian").headers["location"].startswith("/masuk")
    assert other.send("/masuk", {"pengguna": "baru", "sandi": SANDI}).status == 403
    assert warga


@pytest.mark.usefixtures("warga")
def test_kolom_sandi_kosong_setelah_ditolak(browser: Browser) -> None:
    answer = browser.send("/masuk", {"pengguna": "siti", "sandi": "kata sandi yang salah"})
    assert "kata sandi yang salah" not in answer.text
    assert 'value="siti"' in answer.text


def test_kantor_contoh_dibuka_tanpa_sandi(store: Store, browser: Browser) -> None:
    contoh.load_demo(store, OPERATOR)
    answer = browser.ask("/masuk")
    assert "Buka kantor contoh" in answer.text
    assert 'type="password"' not in answer.text
    assert browser.send("/mulai/contoh", {}, "/masuk").headers["location"] == "/"
    assert browser.ask("/capaian").status == 200


def test_kalimat_penolakan_untuk_pengguna_dan_tercatat(store: Store, warga: Warga, browser: Browser) -> None:
    browser.send("/masuk", {"pengguna": "siti", "sandi": "rahasia sekali"})
    browser.send("/masuk", {"pengguna": "rahasia sekali", "sandi": "x"})
    with store.read() as connection:
        rows = connection.execute(text("SELECT * FROM jejak_audit WHERE perbuatan = 'masuk'")).all()
    assert len(rows) == 2
    assert "rahasia" not in str(rows)  # a password typed into the field of the name is not written down
    for row in rows:
        assert_sentence(row.hasil)
    assert warga
