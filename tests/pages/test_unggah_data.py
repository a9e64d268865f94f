"""Unggah data: what was read is shown, doubts are asked, nothing is stored while an error stands, nothing twice."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.domain.indikator import JenisTarget
from lkjip.services import evaluation, importing
from lkjip.services.actor import OPERATOR
from lkjip.services.contoh import example_file
from lkjip.services.opening import Store
from tests.pages.conftest import PENGUJI, ROOT, Login, Visit, texts

KINERJA = """Pengukuran Kinerja Tahun 2025,,,,,
No,Sasaran Strategis,Indikator Kinerja,Satuan,Target,Realisasi,Capaian (%)
1,Meningkatnya kualitas pelayanan,Indeks Kepuasan Masyarakat,nilai,"85,50","87,25","102,05"
2,Meningkatnya ketertiban,Jumlah gangguan ketertiban,kejadian,10,8,"120,00"
"""
RAGU = """No,Indikator Kinerja,Satuan,Target 2025,Realisasi 2025
1,Jumlah penduduk yang dilayani,orang,1.250,1.234
2,Jumlah dokumen kependudukan,dokumen,2.500,2.345
"""
GALAT = """No,Indikator Kinerja,Satuan,Target 2025,Realisasi 2025
1,Indeks Kepuasan Masyarakat,nilai,"85,50",98.5.3
"""
ANGGARAN = """Laporan Realisasi Anggaran 2025,,,
Kode,Uraian,Pagu (Rp),Realisasi (Rp)
7.01.02,Program Penyelenggaraan Pemerintahan,100.000.000,95.000.000
7.01.02.2.01,Koordinasi Kegiatan Pemerintahan,100.000.000,95.000.000
"""


def upload(app: AppTest, *berkas: tuple[str, str]) -> AppTest:
    """Drop files into the box."""
    app.file_uploader[0].set_value([(nama, isi.encode(), "text/csv") for nama, isi in berkas])
    return app.run()


def save_button(app: AppTest) -> object:
    return next(satu for satu in app.button if satu.label == "Simpan")


def save(app: AppTest) -> AppTest:
    return save_button(app).click().run()  # type: ignore[attr-defined]


def test_halaman_kosong_mengatakan_apa_yang_dilakukan(visit: Visit, kantor_baru: Store) -> None:
    app = visit("unggah_data")
    assert "Tarik berkas" in texts(app)
    assert "Belum ada berkas yang disimpan." in texts(app)


def test_berkas_yang_dibaca_diceritakan_dalam_satu_kalimat(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("kinerja.csv", KINERJA))
    assert "2 indikator, tahun 2025" in texts(app)
    assert "judul kolom di baris 2" in texts(app)
    assert evaluation.load(kantor_baru, OPERATOR).indikator == ()


def test_simpan_menyimpan_sekali_dan_menyebut_jumlahnya(visit: Visit, kantor_baru: Store) -> None:
    app = save(upload(visit("unggah_data"), ("kinerja.csv", KINERJA)))
    assert "Tersimpan\\:" in texts(app)
    data = evaluation.load(kantor_baru, OPERATOR)
    assert [satu.teks for satu in data.indikator] == ["Indeks Kepuasan Masyarakat", "Jumlah gangguan ketertiban"]
    assert len(importing.history(kantor_baru, PENGUJI)) == 1


def test_berkas_yang_sama_diunggah_lagi_tidak_tersimpan_dua_kali(visit: Visit, kantor_baru: Store) -> None:
    save(upload(visit("unggah_data"), ("kinerja.csv", KINERJA)))
    lagi = save(upload(visit("unggah_data"), ("kinerja salinan.csv", KINERJA)))
    assert "Tidak ada yang disimpan dua kali." in texts(lagi)
    assert len(importing.history(kantor_baru, PENGUJI)) == 1
    assert len(evaluation.load(kantor_baru, OPERATOR).realisasi) == 2


def test_galat_menutup_tombol_simpan_dan_menyebut_sel_serta_obatnya(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("salah.csv", GALAT))
    assert save_button(app).disabled  # type: ignore[attr-defined]
    assert "1 galat. Selama masih ada, berkas ini tidak dapat disimpan." in texts(app)
    temuan = app.table[0].value
    assert any("E2" in str(sel) for sel in temuan.to_numpy().ravel())
    assert any("98" in str(isi) for isi in temuan.to_numpy().ravel())
    assert importing.history(kantor_baru, PENGUJI) == ()


def test_angka_yang_meragukan_ditanyakan_sekali_per_kolom_lalu_diingat(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("ragu.csv", RAGU))
    assert save_button(app).disabled  # type: ignore[attr-defined]
    tanya = [satu for satu in app.radio if satu.label == "Cara membaca"]
    assert len(tanya) == 2
    for satu in list(tanya):
        app = next(one for one in app.radio if one.key == satu.key).set_value(satu.options[0]).run()
    assert not [satu for satu in app.radio if satu.label == "Cara membaca"]
    app = save(app)
    assert "Tersimpan\\:" in texts(app)
    assert len(importing.remembered_answers(kantor_baru, OPERATOR)) == 2
    lagi = upload(visit("unggah_data"), ("ragu lagi.csv", RAGU.replace("2.345", "2.346")))
    assert not [satu for satu in lagi.radio if satu.label == "Cara membaca"]


def test_rumus_usulan_hanya_berlaku_bila_diterima(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("kinerja.csv", KINERJA))
    terima = next(satu for satu in app.checkbox if satu.label.startswith("Tetapkan rumus"))
    assert terima.value is False
    app = save(terima.check().run())
    assert "Tersimpan\\:" in texts(app)
    rumus = {
        satu.teks: (satu.rumus, satu.rumus_ditetapkan) for satu in evaluation.load(kantor_baru, OPERATOR).indikator
    }
    assert rumus == {
        "Indeks Kepuasan Masyarakat": ("naik", True),
        "Jumlah gangguan ketertiban": ("turun", True),
    }


def test_tanpa_menerima_usulan_rumus_tetap_belum_ditetapkan(visit: Visit, kantor_baru: Store) -> None:
    save(upload(visit("unggah_data"), ("kinerja.csv", KINERJA)))
    assert not any(satu.rumus_ditetapkan for satu in evaluation.load(kantor_baru, OPERATOR).indikator)


def test_target_dapat_disimpan_sebagai_pk_dan_renstra_sekaligus(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("kinerja.csv", KINERJA))
    next(satu for satu in app.selectbox if satu.label == "Target di berkas ini adalah").set_value("keduanya")
    save(app.run())
    jenis = {satu.jenis for satu in evaluation.load(kantor_baru, OPERATOR).target}
    assert jenis == {JenisTarget.PK, JenisTarget.RENSTRA}


def test_beberapa_berkas_disimpan_dengan_satu_tombol_dan_yang_bergalat_dilewati(
    visit: Visit, kantor_baru: Store
) -> None:
    app = upload(visit("unggah_data"), ("a.csv", KINERJA), ("b.csv", ANGGARAN), ("c.csv", GALAT))
    assert "3 dari 3 berkas di daftar belum disimpan." in texts(app)
    semua = next(satu for satu in app.button if satu.label.startswith("Simpan semua"))
    assert semua.label == "Simpan semua yang siap (2)"
    app = semua.click().run()
    assert "1 dari 3 berkas di daftar belum disimpan." in texts(app)
    assert {satu.berkas for satu in importing.history(kantor_baru, PENGUJI)} == {"a.csv", "b.csv"}


def test_antrean_bertahan_saat_pindah_halaman(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("kinerja.csv", KINERJA))
    app.switch_page(str(ROOT / "pages" / "panduan.py")).run()
    app.switch_page(str(ROOT / "pages" / "unggah_data.py")).run()
    assert "2 indikator, tahun 2025" in texts(app)


def test_berkas_dapat_dibuang_tanpa_menyimpan_apa_pun(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("kinerja.csv", KINERJA))
    app = next(satu for satu in app.button if satu.label == "Buang dari daftar").click().run()
    assert "2 indikator" not in texts(app)
    assert importing.history(kantor_baru, PENGUJI) == ()


def test_berkas_yang_bukan_lembar_kerja_ditolak_dengan_kalimat(visit: Visit, kantor_baru: Store) -> None:
    app = visit("unggah_data")
    app.file_uploader[0].set_value([("laporan.xlsx", b"%PDF-1.7 bukan lembar kerja", "application/pdf")])
    app = app.run()
    assert not app.exception
    assert "galat" in texts(app)
    assert "Perbaiki berkasnya" in texts(app)


def test_arti_kolom_yang_dikoreksi_dibaca_ulang_dan_dapat_dikembalikan(visit: Visit, kantor_baru: Store) -> None:
    app = upload(visit("unggah_data"), ("kinerja.csv", KINERJA))
    editor = app.data_editor[0]
    arti = list(editor.value["Arti"])
    assert arti[4:6] == ["Target", "Realisasi"]
    app.session_state[editor.key] = {
        "edited_rows": {5: {"Arti": "(tidak dipakai)"}},
        "added_rows": [],
        "deleted_rows": [],
    }
    app.run()
    assert "Realisasi" not in _counted(app)
    app = next(satu for satu in app.button if satu.label == "Kembalikan ke usulan program").click().run()
    assert "Realisasi" in _counted(app)


SEKSI_SENDIRI = """Pengukuran Kinerja Tahun 2025,,,,
No,Indikator Kinerja,Satuan,Target,Realisasi
1,Indeks Kepuasan Masyarakat (IKM),nilai,"85,50","86,00"
"""
SEKSI_LAIN = """Pengukuran Kinerja Tahun 2025,,,,
No,Indikator Kinerja,Satuan,Target,Realisasi
1,{lain},{satuan},{target},1
"""


def realisasi(store: Store) -> int:
    return len(evaluation.load(store, OPERATOR).realisasi)


def test_seksi_menyimpan_realisasi_indikatornya_sendiri(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.SEKSI)
    app = visit("unggah_data")
    assert "Yang diterima dari seksi Anda" in texts(app)
    app = upload(app, ("ikm.csv", SEKSI_SENDIRI))
    assert save_button(app).disabled is False, texts(app)  # type: ignore[attr-defined]
    app = save(app)
    assert "Tersimpan\\:" in texts(app)
    assert importing.history(demo, PENGUJI)[0].oleh.startswith("Rina Contoh")


def test_seksi_tidak_dapat_menyimpan_indikator_seksi_lain(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.SEKSI)
    data = evaluation.load(demo, OPERATOR)
    milik = next(satu.seksi for satu in data.indikator if satu.teks.startswith("Indeks Kepuasan"))
    asing = next(satu for satu in data.indikator if satu.seksi not in (milik, None))
    isi = SEKSI_LAIN.format(lain=f'"{asing.teks}"', satuan=asing.satuan, target='"1"')
    sebelum = realisasi(demo)
    app = upload(visit("unggah_data"), ("asing.csv", isi))
    assert save_button(app).disabled  # type: ignore[attr-defined]
    assert "bukan tanggung jawab seksi Anda" in texts(app)
    assert realisasi(demo) == sebelum


def test_seksi_tidak_dapat_menambah_indikator_atau_memuat_anggaran(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.SEKSI)
    app = upload(
        visit("unggah_data"), ("baru.csv", KINERJA.replace("Jumlah gangguan ketertiban", "Indikator karangan"))
    )
    assert "belum ada di Perencanaan" in texts(app)
    assert save_button(app).disabled  # type: ignore[attr-defined]
    app = upload(visit("unggah_data"), ("anggaran.csv", ANGGARAN))
    assert "Anggaran dimuat oleh analis" in texts(app)
    assert save_button(app).disabled  # type: ignore[attr-defined]


def test_seksi_hanya_melihat_unggahan_sendiri(visit: Visit, demo: Store, login: Login) -> None:
    save(upload(visit("unggah_data"), ("milik analis.csv", KINERJA)))
    assert "milik analis.csv" in list(visit("unggah_data").dataframe[-1].value["Berkas"])
    login(Peran.SEKSI)
    app = visit("unggah_data")
    assert "milik analis.csv" not in [str(sel) for tabel in app.dataframe for sel in tabel.value.to_numpy().ravel()]


@pytest.mark.parametrize("peran", [Peran.SEKRETARIS, Peran.CAMAT])
def test_yang_tidak_mengunggah_melihat_riwayat_tanpa_kotak_unggah(
    peran: Peran, visit: Visit, demo: Store, login: Login
) -> None:
    save(upload(visit("unggah_data"), ("milik analis.csv", KINERJA)))
    login(peran)
    app = visit("unggah_data")
    assert not app.file_uploader
    assert "Mengunggah dilakukan analis dan seksi" in app.header[0].value
    tabel = app.dataframe[0]
    assert "milik analis.csv" in list(tabel.value["Berkas"])
    app.session_state[tabel.key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    assert [satu.proto.url for satu in app.run().get("link_button") if satu.proto.url.startswith("/unduh/asli/")]


def test_riwayat_menjumlahkan_semua_tahun_satu_jenis_data(visit: Visit, kantor_baru: Store) -> None:
    """Five years of a budget, a kind a year, would not fit their cell."""
    nama = "contoh-anggaran-2021-2025.xlsx"
    reading = importing.read(nama, example_file(nama))
    saved = importing.save(kantor_baru, OPERATOR, reading, example_file(nama), tahun=2025)
    assert len({satu.jenis for satu in saved.hitung}) == 5
    (isi,) = visit("unggah_data").dataframe[-1].value["Isi"]
    assert isi == f"Baris anggaran: {sum(satu.baru for satu in saved.hitung)} baru"


def test_riwayat_menyebut_hanya_yang_terjadi(visit: Visit, kantor_baru: Store) -> None:
    """Regression: a file that changed two values was told as "0 baru, 2 berubah"."""
    for isi in (KINERJA, KINERJA.replace("87,25", "88,25").replace("102,05", "103,22")):
        save(upload(visit("unggah_data"), ("kinerja.csv", isi)))
    terbaru = visit("unggah_data").dataframe[-1].value["Isi"][0]
    assert "1 berubah" in terbaru
    assert " 0 " not in terbaru


def _counted(app: AppTest) -> list[str]:
    """The kinds of data in the preview."""
    tabel = next(satu.value for satu in app.dataframe if "Baru" in satu.value.columns)
    return [str(jenis) for jenis, baru in zip(tabel["Data"], tabel["Baru"], strict=True) if baru]
