"""No page runs past the entry or without a living session; each role opens what 04-quality.md §4 gives it, no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import NAMA_PERAN, PERAN_AKUN, Actor, Peran
from lkjip.services import evaluation, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.ui import navigation
from lkjip.ui.indikator import label
from tests.makers import akun
from tests.makers.hak import TERBUKA
from tests.pages.conftest import ROOT, Login, Seat, Visit, texts

PAGES = sorted((ROOT / "pages").glob("*.py"))
LEWAT_APLIKASI = "Halaman ini hanya terbuka lewat aplikasi. Buka alamat utama aplikasi, lalu pilih halaman di menu."


def test_setiap_berkas_halaman_ada_di_tabel_ini() -> None:
    assert sorted(TERBUKA) == [page.stem for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_halaman_yang_dijalankan_tanpa_pintu_masuk_menolak_dan_tidak_menunjukkan_apa_pun(
    page: Path, demo: Store, login: Login
) -> None:
    login(Peran.ADMIN)
    app = AppTest.from_file(str(page), default_timeout=60).run()
    assert not app.exception
    assert [error.value for error in app.error] == [LEWAT_APLIKASI]
    assert texts(app) == LEWAT_APLIKASI
    assert not app.button


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_setiap_peran_membuka_tepat_halaman_yang_menjadi_haknya(
    peran: Peran, visit: Visit, demo: Store, login: Login
) -> None:
    login(peran)
    app = visit()
    outcome = {}
    for nama in TERBUKA:
        app.switch_page(str(ROOT / "pages" / f"{nama}.py")).run()
        assert not app.exception, nama
        outcome[nama] = bool(app.title)
        if not app.title:
            assert [f"{NAMA_PERAN[peran]} tidak berhak" in error.value for error in app.error] == [True], nama
            assert [satu.proto.label for satu in app.get("page_link")] == ["Ke Beranda"], nama
            assert not [*app.dataframe, *app.metric, *app.text_input, *app.file_uploader], nama
    assert outcome == {nama: peran.value in siapa for nama, siapa in TERBUKA.items()}


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_tidak_ada_tautan_ke_halaman_yang_tidak_boleh_dibuka_peran_itu(
    peran: Peran, visit: Visit, demo: Store, login: Login
) -> None:
    """Also where work is left to do: programmes to link, realisasi to fill in, an indicator to look into."""
    for sasaran in perencanaan.list_sasaran(demo, OPERATOR):
        perencanaan.set_program(demo, OPERATOR, sasaran.id, sasaran.versi, [])
    (pertama, *_lain) = evaluation.evaluate(demo, OPERATOR, 2025).indikator
    login(peran)
    for nama, siapa in TERBUKA.items():
        if peran.value not in siapa:
            continue
        app = visit(nama, **({"indikator": label(pertama)} if nama == "capaian" else {}))
        pages = [satu.proto.page or "beranda" for satu in app.get("page_link")]
        assert [satu for satu in pages if peran.value not in TERBUKA[satu]] == [], nama
        if nama == "capaian":
            assert "Asal angka" in [satu.label.partition(":")[0] for satu in app.expander]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pengunjung_tanpa_sesi_hanya_mendapat_jalan_masuk(page: Path, visit: Visit, demo: Store, login: Login) -> None:
    login(None)
    app = visit(page.stem)
    assert [satu.value for satu in app.warning] == ["Anda belum masuk, atau sesi sudah berakhir."]
    assert texts(app) == app.warning[0].value
    assert not app.button
    target = "" if page.stem == "beranda" else page.stem
    assert _links(app) == [("Masuk lagi", f"/masuk?lanjut=/{target}")]


def test_tanda_masuk_karangan_sama_dengan_tanpa_sesi(visit: Visit, demo: Store, seat: Seat) -> None:
    seat("x" * 43)
    app = visit("capaian")
    assert not app.title
    assert [label for label, _url in _links(app)] == ["Masuk lagi"]


def test_sandi_pertama_harus_diganti_sebelum_halaman_mana_pun(visit: Visit, kantor_baru: Store, seat: Seat) -> None:
    key = akun.add_account(kantor_baru, "baru.datang", "Baru Datang", Peran.ANALIS, harus_ganti=True)
    seat(akun.open_session(kantor_baru, key).token)
    app = visit("capaian")
    assert texts(app).count("Ganti dahulu kata sandi pertama Anda.") == 1
    assert not app.title
    assert ("Ganti kata sandi", "/sandi") in _links(app)


@pytest.mark.parametrize("peran", [*PERAN_AKUN, None])
def test_menu_hanya_menunjukkan_yang_boleh_dibuka(
    peran: Peran | None, visit: Visit, demo: Store, login: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[Any] = []
    real = st.navigation

    def record(pages: Any, **options: Any) -> Any:
        menus.append(pages)
        return real(pages, **options)

    monkeypatch.setattr(st, "navigation", record)
    login(peran)
    visit("panduan")
    shown = {
        page.title for group in menus[-1].values() for page in group if page.visibility == "visible"
    }  # fmt: skip
    boleh = {nama for nama, siapa in TERBUKA.items() if peran is not None and peran.value in siapa}
    actor = None if peran is None else Actor("Uji", peran, seksi=1)
    assert shown == {navigation.halaman(nama).judul_bagi(actor) for nama in boleh}
    registered = {page.title for group in menus[-1].values() for page in group}
    titles = {navigation.halaman(nama).judul_bagi(actor) for nama in TERBUKA}
    assert registered == titles, "an unknown page speaks English"


def _links(app: AppTest) -> list[tuple[str, str]]:
    return [(satu.proto.label, satu.proto.url) for satu in app.get("link_button")]


def test_menu_samping_menyebut_seksi_orangnya(visit: Visit, kantor_baru: Store, login: Login) -> None:
    login(Peran.SEKSI)
    assert any("Seksi Uji" in satu.value for satu in visit().sidebar.caption)
    login(Peran.CAMAT)
    assert not any("Seksi Uji" in satu.value for satu in visit().sidebar.caption)
