"""Unggah data: a section workbook is recognised, checked for the chosen section, explained, stored as a version."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.services import kiriman
from lkjip.services.opening import Store
from lkjip.store import penjelasan
from tests.makers.akun import log_in_all
from tests.makers.kiriman import TAHUN, Kantor, collecting, collection_of, complete, filled
from tests.makers.section_format import Isian
from tests.pages.conftest import Seat, Visit, texts

FILLINGS = {"kantor": collecting}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def kantor(store: Store, seat: Seat) -> Kantor:
    """Rina of Pelayanan sits at the screen."""
    made = collection_of(store, log_in_all(store))
    seat(made.warga.seksi.token)
    return made


def book(kantor: Kantor, isian: Isian) -> bytes:
    return filled(isian, kantor.workbook(kantor.pelayanan))


def drop(app: AppTest, *files: bytes) -> AppTest:
    app.file_uploader[0].set_value([(f"isian {n}.xlsx", isi, XLSX) for n, isi in enumerate(files, 1)])
    app = app.run()
    assert not app.exception, [satu.value for satu in app.exception]
    return app


def plain(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def button(app: AppTest, label: str) -> object:
    return next(satu for satu in app.button if satu.label == label)


def versions(kantor: Kantor) -> list[int]:
    riwayat = kiriman.history(kantor.store, kantor.warga.analis.actor, TAHUN, kantor.pelayanan)
    return [satu.kiriman.versi for satu in riwayat]


def test_buku_kerja_dikenali_dan_disimpan_sebagai_versi_pertama(visit: Visit, kantor: Kantor) -> None:
    isi = book(kantor, complete())
    app = drop(visit("unggah_data"), isi)
    assert "Buku kerja Seksi Pelayanan tahun 2025, menjadi versi 1." in plain(app)
    assert "Tidak ada temuan." in texts(app)
    assert not [satu for satu in app.selectbox if "diterima dari seksi" in satu.label], "seksi tidak memilih"
    app = button(app, "Simpan").click().run()  # type: ignore[attr-defined]
    assert "Tersimpan: Seksi Pelayanan tahun 2025, versi 1, 6 isian." in plain(app)
    assert versions(kantor) == [1]
    lagi = drop(visit("unggah_data"), isi)
    assert "sudah tersimpan sebagai versi 1" in plain(lagi)
    assert button(lagi, "Simpan").disabled  # type: ignore[attr-defined]


def test_galat_dikelompokkan_menurut_jenisnya_dan_menutup_simpan(visit: Visit, kantor: Kantor) -> None:
    salah = {**complete(ikm="abc", arsip="x.y"), ("Indikator", "tw1", 1): "banyak", ("Indikator", "tw2", 1): -5}
    app = drop(visit("unggah_data"), book(kantor, salah))
    tabel = app.table[0].value
    assert tabel.iloc[0]["Tingkat"].replace("\\", "") == "✕\u00a0Galat (3)"
    assert "Juga di lembar 'Indikator', sel" in tabel.iloc[0]["Temuan"]
    assert [str(satu)[0] for satu in tabel["Tingkat"]] == sorted((str(x)[0] for x in tabel["Tingkat"]), key="✕▲•".index)
    assert button(app, "Simpan").disabled  # type: ignore[attr-defined]
    assert [url for satu in app.get("link_button") if (url := satu.proto.url).startswith("/unduh/bertanda/")]
    assert versions(kantor) == []


def test_buku_kerja_seksi_lain_ditolak_dengan_nama_yang_benar(visit: Visit, kantor: Kantor, seat: Seat) -> None:
    seat(kantor.warga.seksi_lain.token)
    app = drop(visit("unggah_data"), book(kantor, complete()))
    isi = str(app.table[0].value.to_numpy().tolist()).replace("\\", "")
    assert "Berkas ini untuk Seksi Pelayanan tahun 2025; Anda mengirim untuk Seksi Pemberdayaan tahun 2025." in isi
    assert button(app, "Simpan").disabled  # type: ignore[attr-defined]


def test_analis_memilih_seksi_dan_yang_lain_ditolak(visit: Visit, kantor: Kantor, seat: Seat) -> None:
    seat(kantor.warga.analis.token)
    app = drop(visit("unggah_data"), book(kantor, complete()))
    assert "Buku kerja Seksi Pelayanan tahun 2025, menjadi versi 1." in plain(app), "menurut tanda pengenalnya"
    pilih = next(satu for satu in app.selectbox if "diterima dari seksi" in satu.label)
    app = pilih.set_value("Seksi Pemberdayaan").run()
    isi = str(app.table[0].value.to_numpy().tolist()).replace("\\", "")
    assert "Berkas ini untuk Seksi Pelayanan tahun 2025, bukan Seksi Pemberdayaan tahun 2025." in isi
    assert button(app, "Simpan").disabled  # type: ignore[attr-defined]


def test_penjelasan_wajib_diketik_di_layar_dan_tersimpan_bersama_buku_kerja(visit: Visit, kantor: Kantor) -> None:
    app = drop(visit("unggah_data"), book(kantor, complete(ikm=84)))
    assert "Penjelasan wajib untuk 1 indikator." in plain(app)
    isian = {satu.label: satu for satu in app.text_area}
    isian["Faktor penghambat"].set_value("Antrean panjang")
    isian["Upaya yang dilakukan"].set_value("Loket baru")
    app = button(app, "Pakai penjelasan ini").click().run()  # type: ignore[attr-defined]
    assert "Tidak ada temuan." in texts(app)
    button(app, "Simpan").click().run()  # type: ignore[attr-defined]
    with kantor.store.read() as connection:
        (kata,) = penjelasan.load_penjelasan(connection, TAHUN)
    assert (kata.penghambat, kata.upaya, kata.sumber.oleh) == ("Antrean panjang", "Loket baru", "Rina Contoh")


def test_sebelum_disimpan_terlihat_apa_yang_berubah_dan_yang_masih_kurang(visit: Visit, kantor: Kantor) -> None:
    kantor.send(kantor.warga.seksi.actor, book(kantor, complete()), kantor.pelayanan)
    kurang = {key: isi for key, isi in complete(ikm=90).items() if key[0] != "Anggaran"}
    app = drop(visit("unggah_data"), book(kantor, kurang))
    beda = next(satu.value for satu in app.dataframe if "Sesudah" in satu.value.columns).to_numpy().tolist()
    assert beda == [
        ["'Indeks Kepuasan Masyarakat', setahun", "87", "90"],
        ["Serapan 7.01.02, setahun", "90000000", "(dikosongkan)"],
    ]
    assert any("masih kurang 1 hal" in satu.label for satu in app.expander)
    button(app, "Simpan").click().run()  # type: ignore[attr-defined]
    assert versions(kantor) == [2, 1]


def test_seksi_melihat_versinya_sendiri_dengan_yang_berubah(visit: Visit, kantor: Kantor, seat: Seat) -> None:
    for ikm in (87, 88):
        kantor.send(kantor.warga.seksi.actor, book(kantor, complete(ikm=ikm)), kantor.pelayanan)
    app = visit("unggah_data")
    tabel = [satu.value for satu in app.dataframe]
    assert [list(satu["Versi"]) for satu in tabel if "Versi" in satu.columns] == [["2 (berlaku)", "1"]]
    assert any("Versi 2 dibanding versi 1: 1 isian berubah" in satu.label for satu in app.expander)
    seat(kantor.warga.seksi_lain.token)
    assert not [satu for satu in visit("unggah_data").dataframe if "Versi" in satu.value.columns]


def test_beberapa_buku_kerja_sekaligus_disimpan_dengan_satu_tombol(visit: Visit, kantor: Kantor, seat: Seat) -> None:
    seat(kantor.warga.analis.token)
    lain = filled({("Indikator", "setahun", 1): 6}, kantor.workbook(kantor.pemberdayaan))
    app = drop(visit("unggah_data"), book(kantor, complete()), lain)
    semua = next(satu for satu in app.button if satu.label.startswith("Simpan semua"))
    app = semua.click().run()
    assert "Semua berkas di daftar sudah tersimpan." in texts(app)
    assert versions(kantor) == [1]
