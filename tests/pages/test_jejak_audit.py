"""Jejak audit: filters, pages, one row in full, the export with the same filters, and a broken chain is said."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.domain.indikator import JenisTarget
from lkjip.services import audit_log, perencanaan, seksi
from lkjip.services.actor import OPERATOR
from lkjip.services.audit_log import Saringan
from lkjip.services.opening import Store
from lkjip.ui import formats
from lkjip.ui.jejak import SEHALAMAN, readable
from tests.pages.conftest import Login, Visit, texts


@pytest.fixture
def ramai(kantor_baru: Store, login: Login) -> Store:
    """A trail of more than one page: sixty sections were added."""
    for nomor in range(60):
        seksi.add_seksi(kantor_baru, OPERATOR, f"Seksi {nomor:02}")
    login(Peran.SEKRETARIS)
    return kantor_baru


def shown(app: AppTest) -> Any:
    return app.dataframe[0].value


def export_url(app: AppTest) -> str:
    return next(satu.proto.url for satu in app.get("link_button") if satu.proto.url.startswith("/unduh"))


def total(store: Store) -> int:
    return audit_log.rows(store, OPERATOR, Saringan(), count=1)[1]


def test_jumlah_dan_keutuhan_rantai_dikatakan(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit")
    assert app.header[0].value == f"{total(ramai)} perbuatan tercatat; rantai segelnya utuh."
    assert len(shown(app)) == SEHALAMAN
    assert shown(app)["Objek"][0] == "Seksi 59", "newest first"
    assert f"Baris 1 sampai {SEHALAMAN} dari {total(ramai)}" in texts(app)


def test_halaman_berikut_menunjukkan_sisanya(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit")
    app = next(satu for satu in app.number_input if satu.label == "Halaman").set_value(2).run()
    assert len(shown(app)) == total(ramai) - SEHALAMAN
    assert f"Baris {SEHALAMAN + 1} sampai {total(ramai)}" in texts(app)


def test_saringan_setelah_di_halaman_dua_tidak_meninggalkan_halaman_kosong(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit")
    next(satu for satu in app.number_input if satu.label == "Halaman").set_value(2).run()
    app = app.text_input(key="cari").set_value("Seksi 07").run()
    assert not app.exception
    assert list(shown(app)["Objek"]) == ["Seksi 07"]


def test_saringan_perbuatan_dan_oleh_dan_hasil(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit")
    app = app.selectbox(key="perbuatan").set_value("tambah seksi").run()
    assert set(shown(app)["Perbuatan"]) == {"tambah seksi"}
    app = app.selectbox(key="hasil").set_value("Ditolak").run()
    assert "Tidak ada baris dengan saringan ini." in texts(app)


def test_yang_ditolak_ditemukan_dengan_saringan_hasil(visit: Visit, ramai: Store, login: Login) -> None:
    with pytest.raises(Exception, match="sudah ada"):
        seksi.add_seksi(ramai, OPERATOR, "Seksi 07")
    app = visit("jejak_audit").selectbox(key="hasil").set_value("Ditolak").run()
    assert list(shown(app)["Objek"]) == ["Seksi 07"]
    assert shown(app)["Hasil"][0].startswith("ditolak")


def test_saringan_dari_alamat_berlaku(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit", cari="Seksi 33")
    assert list(shown(app)["Objek"]) == ["Seksi 33"]


def test_tautan_unduh_membawa_saringan_yang_sama(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit")
    assert export_url(app) == "/unduh/jejak-audit"
    app.selectbox(key="perbuatan").set_value("tambah seksi")
    app.selectbox(key="hasil").set_value("Berhasil")
    app = app.text_input(key="cari").set_value("Seksi 0").run()
    assert export_url(app) == "/unduh/jejak-audit?perbuatan=tambah+seksi&hasil=berhasil&cari=Seksi+0"


def test_satu_baris_dengan_sebelum_sesudah_dan_segel(visit: Visit, ramai: Store) -> None:
    app = visit("jejak_audit", cari="Seksi 33")
    app.session_state[app.dataframe[0].key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app = app.run()
    satu = audit_log.rows(ramai, OPERATOR, Saringan(cari="Seksi 33"))[0][0]
    assert f"Segel: {satu.sidik}" in texts(app)
    assert app.code[-1].value == readable(satu.sesudah)
    assert app.code[-1].value.startswith("id: ")
    assert "WITA" in texts(app)


def test_objek_menyebut_nama_indikator_dan_sasaran_bukan_hanya_nomornya(
    visit: Visit, demo: Store, login: Login
) -> None:
    indikator = perencanaan.list_indikator(demo, OPERATOR)[0]
    sasaran = perencanaan.list_sasaran(demo, OPERATOR)[0]
    perencanaan.set_target(demo, OPERATOR, indikator.id, 2025, "77", jenis=JenisTarget.PK)
    perencanaan.set_program(demo, OPERATOR, sasaran.id, sasaran.versi, [])
    perencanaan.remove_indikator(demo, OPERATOR, indikator.id, indikator.versi)
    login(Peran.CAMAT)
    app = visit("jejak_audit")
    objek = list(shown(app)["Objek"])[:3]
    assert objek == [
        f"indikator {indikator.id}: {indikator.teks}", f"sasaran {sasaran.id}: {sasaran.teks}",
        f"indikator {indikator.id}, 2025: {indikator.teks}",
    ]  # fmt: skip
    app.session_state[app.dataframe[0].key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    assert f"Objek: {formats.plain(objek[0])}" in texts(app.run())


def test_rantai_yang_diubah_dengan_tangan_dikatakan(visit: Visit, ramai: Store) -> None:
    nomor = audit_log.rows(ramai, OPERATOR, Saringan(cari="Seksi 33"))[0][0].id
    with ramai.write() as connection:
        for trigger in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars():
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(text("UPDATE jejak_audit SET objek = 'Seksi X' WHERE id = :id"), {"id": nomor})
    app = visit("jejak_audit")
    assert "Rantai jejak TIDAK utuh" in app.header[0].value
    assert str(nomor) in app.header[0].value


def test_teks_di_jejak_tidak_menjadi_markah(visit: Visit, ramai: Store) -> None:
    seksi.add_seksi(ramai, OPERATOR, "<b>:red[Seksi]</b> **tebal**")
    app = visit("jejak_audit")
    assert shown(app)["Objek"][0] == "<b>:red[Seksi]</b> **tebal**"


@pytest.mark.parametrize(
    ("tercatat", "terbaca"),
    [
        ('{"nama": "Tono", "seksi": null, "aktif": false}', "nama: Tono\nseksi: –\naktif: tidak"),
        ('{"hitung": [1, 2]}', "hitung: [1, 2]"),
        ("data contoh dihapus", "data contoh dihapus"),
        ("[1]", "[1]"),
        ("", "–"),
    ],
)
def test_yang_tercatat_terbaca_sebaris_sebuah_isian(tercatat: str, terbaca: str) -> None:
    assert readable(tercatat) == terbaca
