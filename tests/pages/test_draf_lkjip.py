"""Draf LKjIP: what is missing is named with its page; the documents are made at the click."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.services import evaluation, kantor
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from tests.pages.conftest import Login, Visit, texts


def links(app: AppTest) -> list[Any]:
    """The buttons that lead to the download route; AppTest has no class of its own for them."""
    return [satu.proto for satu in app.get("link_button")]


def test_tanpa_indikator_tidak_ada_tombol_unduh(visit: Visit, kantor_baru: Store) -> None:
    app = visit("draf_lkjip")
    assert "Draf belum dapat dibuat" in texts(app)
    assert not [satu for satu in links(app) if satu.url.startswith("/unduh")]


def test_dengan_data_tombol_pdf_dan_xlsx_tersedia(visit: Visit, demo: Store) -> None:
    unduh = [satu for satu in links(visit("draf_lkjip")) if satu.url.startswith("/unduh")]
    assert [(satu.label, satu.url, satu.disabled) for satu in unduh] == [
        ("Buat PDF", "/unduh/dokumen/2025/pdf", False),
        ("Buat XLSX", "/unduh/dokumen/2025/xlsx", False),
    ]


def test_versi_dan_segel_data_tertulis(visit: Visit, demo: Store) -> None:
    data = evaluation.load(demo, OPERATOR)
    assert f"Versi data {data.versi}, segel {data.sidik}" in texts(visit("draf_lkjip"))


def test_yang_belum_lengkap_disebut_dan_yang_dilengkapi_hilang(visit: Visit, demo: Store) -> None:
    sekarang = kantor.current(demo)
    assert sekarang is not None
    kantor.change_office(demo, OPERATOR, replace(sekarang, alamat=""))
    assert "Belum diisi" in texts(visit("draf_lkjip"))
    assert "alamat" in texts(visit("draf_lkjip"))
    sekarang = kantor.current(demo)
    assert sekarang is not None
    kantor.change_office(demo, OPERATOR, replace(sekarang, alamat="Jalan CONTOH 1"))
    assert "Belum diisi" not in texts(visit("draf_lkjip"))


def test_yang_sudah_siap_tidak_disuruh_dilengkapi(visit: Visit, demo: Store, login: Login) -> None:
    """Regression: beside what was ready the Camat read "dilengkapi analis"."""
    login(Peran.CAMAT)
    sekarang = kantor.current(demo)
    assert sekarang is not None
    kantor.change_office(demo, OPERATOR, replace(sekarang, alamat=""))
    app = visit("draf_lkjip")
    kurang = texts(app).count("Belum lengkap]")
    assert kurang
    assert sum(satu.value.startswith("dilengkapi") for satu in app.caption) == kurang
