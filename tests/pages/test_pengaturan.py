"""Pengaturan: office and rules by form; nothing typed is lost when a colleague was faster."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from lkjip.domain.access import Peran
from lkjip.services import first_start, seksi
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.first_start import Awal
from lkjip.services.opening import Store
from tests.pages.conftest import Login, Visit, texts

REKAN = Actor("Rekan", Peran.ADMIN)


def button(app: AppTest, label: str) -> Button:
    return next(one for one in app.button if one.label == label)


def field(app: AppTest, label: str) -> object:
    return next(one for one in (*app.text_input, *app.selectbox, *app.radio, *app.number_input) if one.label == label)


def test_pimpinan_dan_tahun_disimpan(visit: Visit, kantor_baru: Store, login: Login) -> None:
    login(Peran.ADMIN)
    app = visit("pengaturan")
    field(app, "Nama pimpinan").set_value("Damar Contoh, S.Sos.")  # type: ignore[attr-defined]
    field(app, "Tahun laporan yang dikerjakan").set_value(2024)  # type: ignore[attr-defined]
    button(app, "Simpan data kantor").click().run()
    kantor = kantor_service.current(kantor_baru)
    assert kantor is not None
    assert (kantor.nama_pimpinan, kantor.tahun_aktif) == ("Damar Contoh, S.Sos.", 2024)
    assert "Data kantor tersimpan." in texts(app)


def test_aturan_disimpan_dan_berlaku_pada_hitungan(visit: Visit, demo: Store) -> None:
    app = visit("pengaturan")
    field(app, "Skala predikat").set_value("sebutan_baik")  # type: ignore[attr-defined]
    field(app, "Batas capaian").set_value(Decimal(100))  # type: ignore[attr-defined]
    button(app, "Simpan aturan").click().run()
    pengaturan, _versi = kantor_service.pengaturan(demo)
    assert (pengaturan.skala, pengaturan.batas, pengaturan.batas_untuk) == ("sebutan_baik", Decimal(100), "rerata")
    assert "Aturan tersimpan" in texts(app)
    assert "(Sangat Baik)" in visit().header[0].value


@pytest.fixture
def didahului(visit: Visit, kantor_baru: Store, login: Login) -> AppTest:
    """I have typed a head of office; meanwhile a colleague has saved another one; I press save."""
    login(Peran.ADMIN)
    app = visit("pengaturan")
    field(app, "Nama pimpinan").set_value("Nama dari saya")  # type: ignore[attr-defined]
    kantor = kantor_service.current(kantor_baru)
    assert kantor is not None
    kantor_service.change_office(kantor_baru, REKAN, replace(kantor, nama_pimpinan="Nama dari rekan"))
    return button(app, "Simpan data kantor").click().run()


def test_bila_rekan_lebih_dulu_kedua_tulisan_ditunjukkan_dan_tidak_ada_yang_ditimpa(
    didahului: AppTest, kantor_baru: Store
) -> None:
    assert "Rekan" in didahului.warning[0].value
    beda = next(table.value for table in didahului.table if "Isian" in table.value.columns)
    assert beda.to_numpy().tolist() == [["Nama pimpinan", "Nama dari saya", "Nama dari rekan"]]
    kantor = kantor_service.current(kantor_baru)
    assert kantor is not None
    assert kantor.nama_pimpinan == "Nama dari rekan"
    assert field(didahului, "Nama pimpinan").value == "Nama dari saya"  # type: ignore[attr-defined]


def test_isian_saya_dapat_dipertahankan_dan_disimpan_sesudah_melihat(didahului: AppTest, kantor_baru: Store) -> None:
    button(didahului, "Tetap pakai isian saya").click().run()
    assert field(didahului, "Nama pimpinan").value == "Nama dari saya"  # type: ignore[attr-defined]
    button(didahului, "Simpan data kantor").click().run()
    kantor = kantor_service.current(kantor_baru)
    assert kantor is not None
    assert kantor.nama_pimpinan == "Nama dari saya"


def test_isian_saya_dapat_dilepas_dan_yang_tersimpan_muncul(didahului: AppTest, kantor_baru: Store) -> None:
    button(didahului, "Pakai yang tersimpan").click().run()
    assert field(didahului, "Nama pimpinan").value == "Nama dari rekan"  # type: ignore[attr-defined]


def test_nama_kantor_kosong_ditolak_dengan_petunjuk(visit: Visit, kantor_baru: Store, login: Login) -> None:
    login(Peran.ADMIN)
    app = visit("pengaturan")
    field(app, "Nama kantor").set_value(" ")  # type: ignore[attr-defined]
    button(app, "Simpan data kantor").click().run()
    assert "Nama kantor belum diisi" in app.error[0].value


def test_dari_data_contoh_ke_kantor_sendiri(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.ADMIN)
    app = visit("pengaturan")
    assert button(app, "Mulai untuk kantor sendiri").disabled
    next(one for one in app.checkbox if one.label.startswith("Ya, hapus data contoh")).check().run()
    app = button(app, "Mulai untuk kantor sendiri").click().run()
    assert not app.exception
    assert first_start.state(demo) == Awal(None, ada_akun=False)
    assert kantor_service.current(demo) is None


def test_hanya_admin_yang_melihat_data_kantor_seksi_dan_jalan_keluar_dari_contoh(
    visit: Visit, demo: Store, login: Login
) -> None:
    app = visit("pengaturan")  # as analis: the rules only
    assert [one.label for one in app.button if one.label.startswith("Simpan")] == ["Simpan aturan"]
    assert "Beralih ke kantor sendiri" not in texts(app)


@pytest.fixture
def halaman_admin(visit: Visit, kantor_baru: Store, login: Login) -> AppTest:
    """Pengaturan as the admin of an office with the one section 'Seksi Uji' sees it."""
    login(Peran.ADMIN)
    return visit("pengaturan")


def seksi_form(app: AppTest, place: int = 0) -> tuple[Any, Any, Any]:
    """Name, tick and button of the section in this row."""
    nama = [one for one in app.text_input if one.label == "Nama seksi"][place]
    pakai = [one for one in app.checkbox if one.label == "Dipakai"][place]
    return nama, pakai, [one for one in app.button if one.label == "Simpan"][place]


def test_seksi_ditambahkan_dan_diganti_namanya(halaman_admin: AppTest, kantor_baru: Store) -> None:
    field(halaman_admin, "Seksi baru").set_value("  Kelurahan  Muara ")  # type: ignore[attr-defined]
    app = button(halaman_admin, "Tambah seksi").click().run()
    assert "ditambahkan." in texts(app)
    assert "Seksi Kelurahan" not in texts(app)
    assert {satu.nama for satu in seksi.list_seksi(kantor_baru)} == {"Seksi Uji", "Kelurahan Muara"}
    assert field(app, "Seksi baru").value == "", "ready for the next one"  # type: ignore[attr-defined]
    nama, _pakai, simpan = seksi_form(app)
    nama.set_value("Kelurahan Muara Jaya")
    simpan.click().run()
    assert "Kelurahan Muara Jaya" in {satu.nama for satu in seksi.list_seksi(kantor_baru)}


@pytest.mark.parametrize(("nama", "kata"), [("seksi uji", "sudah ada"), ("   ", "belum diisi")])
def test_seksi_yang_tidak_boleh_ditambahkan_ditolak_dengan_kalimat(
    nama: str, kata: str, halaman_admin: AppTest, kantor_baru: Store
) -> None:
    field(halaman_admin, "Seksi baru").set_value(nama)  # type: ignore[attr-defined]
    app = button(halaman_admin, "Tambah seksi").click().run()
    assert kata in app.error[0].value
    assert len(seksi.list_seksi(kantor_baru)) == 1


def test_seksi_yang_masih_mempunyai_akun_tidak_dapat_disisihkan(halaman_admin: AppTest, kantor_baru: Store) -> None:
    _nama, pakai, simpan = seksi_form(halaman_admin)
    pakai.uncheck()
    app = simpan.click().run()
    assert "masih mempunyai akun" in app.error[0].value
    assert seksi.list_seksi(kantor_baru)[0].aktif


def test_bila_seksi_diubah_admin_lain_lebih_dulu_yang_tersimpan_dapat_ditampilkan(
    halaman_admin: AppTest, kantor_baru: Store
) -> None:
    satu = seksi.list_seksi(kantor_baru)[0]
    seksi.change_seksi(kantor_baru, OPERATOR, replace(satu, nama="Nama dari admin lain"))
    nama, _pakai, simpan = seksi_form(halaman_admin)
    nama.set_value("Nama dari saya")
    app = simpan.click().run()
    assert seksi.list_seksi(kantor_baru)[0].nama == "Nama dari admin lain"
    assert seksi_form(app)[0].value == "Nama dari saya", "what was typed is not lost"
    app = button(app, "Tampilkan yang tersimpan").click().run()
    assert seksi_form(app)[0].value == "Nama dari admin lain"
