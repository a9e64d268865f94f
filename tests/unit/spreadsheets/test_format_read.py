"""A section workbook that came back: its values, and one finding for each thing that can be wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl.workbook import Workbook as Book

from lkjip.domain.finding import Tingkat
from lkjip.domain.isian_format import VERSI_TEMPLAT, IsiFormat
from lkjip.domain.numbers import StatusNilai
from lkjip.rules import load_aturan
from lkjip.spreadsheets.cells import Cell, Workbook
from lkjip.spreadsheets.template.evidence import read_day
from lkjip.spreadsheets.template.read import file_findings, identify, read_isian
from tests.makers.section_format import (
    ANGGARAN,
    AWAL,
    INDIKATOR,
    ISI,
    bacaan,
    cell_name,
    dibaca,
    edited,
    filled,
    found,
    read_cells,
    workbook_bytes,
)

IKM = "1. Indeks Kepuasan Masyarakat (CONTOH)"


def test_format_kosong_yang_kembali_tidak_berisi_apa_apa_dan_tanpa_temuan() -> None:
    hasil = bacaan(workbook_bytes())
    assert hasil.identitas == ISI.identitas
    assert (hasil.realisasi, hasil.penjelasan, hasil.data_dukung, hasil.serapan, hasil.temuan) == ((), (), (), (), ())


def test_berkas_lain_bukan_format_seksi() -> None:
    other = Workbook("a.xlsx", "", "xlsx", ())
    assert identify(other.sheets) is None
    aturan = load_aturan()
    assert read_isian(other, ISI, aturan.istilah, aturan.katalog).identitas is None


def test_isian_terbaca_dengan_selnya() -> None:
    hasil = bacaan(filled({
        ("Indikator", "tw1", 1): 87.25,
        ("Indikator", "setahun", 1): 88,
        ("Indikator", "tw3", 2): 0,
        ("Indikator", "setahun", 3): "A",
        ("Indikator", "setahun", 4): "Tidak",
        ("Analisis", "penghambat", 2): "Jumlah personel kurang",
        ("Anggaran", "tw2", 2): 125_000_000.5,
        ("Data Dukung", "indikator", 2): IKM,
        ("Data Dukung", "tautan", 2): "https://contoh.go.id/laporan.pdf",
        ("Data Dukung", "nomor_dokumen", 2): "B.12/Kec/2025",
        ("Data Dukung", "halaman", 2): 12,
        ("Data Dukung", "tanggal", 2): date(2025, 6, 30),
    }))  # fmt: skip
    said = {(satu.indikator_id, satu.triwulan): satu.nilai for satu in hasil.realisasi}
    assert said[3, 1].angka == Decimal("87.25")
    assert said[3, None].angka == 88
    assert said[5, 3].angka == 0, "nol bukan kosong"
    assert said[6, None].teks == "A"
    assert said[7, None].teks == "Tidak"
    assert hasil.realisasi[0].sumber.sel == cell_name("Indikator", "tw1", 1)
    assert hasil.penjelasan[0].penghambat == "Jumlah personel kurang"
    (serapan,) = hasil.serapan
    assert (serapan.kode, serapan.triwulan, serapan.nilai.angka) == ("7.01.02.2.01.0014", 2, Decimal("125000000.5"))
    (bukti,) = hasil.data_dukung
    assert (bukti.indikator_id, bukti.halaman, bukti.tanggal, bukti.nomor) == (
        3, "12", date(2025, 6, 30), "B.12/Kec/2025",
    )  # fmt: skip
    assert hasil.temuan == ()


NILAI: list[tuple[tuple[str, str, int], Any, str, Tingkat]] = [
    (("Indikator", "tw1", 1), "naik sedikit", "isian_bukan_angka", Tingkat.GALAT),
    (("Indikator", "tw1", 1), "98.5.3", "isian_bukan_angka", Tingkat.GALAT),
    (("Indikator", "tw1", 1), True, "isian_bukan_angka", Tingkat.GALAT),
    (("Indikator", "tw1", 1), date(2025, 12, 10), "isian_tanggal", Tingkat.GALAT),
    (("Indikator", "tw1", 1), "1.234", "isian_ambigu", Tingkat.GALAT),
    (("Indikator", "tw1", 1), "-", "isian_kata_kosong", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 1), "nihil", "isian_kata_kosong", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 1), "n/a", "isian_tidak_berlaku", Tingkat.CATATAN),
    (("Indikator", "tw1", 1), "80-90", "isian_rentang", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 1), "85%", "isian_satuan_lain", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 2), "3 kasus", "isian_satuan_lain", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 5), 0.95, "isian_pecahan", Tingkat.PERINGATAN),
    (("Indikator", "setahun", 3), "Istimewa", "isian_label_tak_dikenal", Tingkat.PERINGATAN),
    (("Indikator", "setahun", 4), "Mungkin", "isian_label_tak_dikenal", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 1), "#DIV/0!", "isian_galat", Tingkat.GALAT),
    (("Indikator", "tw1", 1), "=1+1", "isian_rumus_tanpa_nilai", Tingkat.GALAT),
    (("Indikator", "status", 1), "Selesai", "isian_status_tak_dikenal", Tingkat.PERINGATAN),
    (("Indikator", "tw1", 1), "≥ 85", "keterangan_dalam_sel", Tingkat.CATATAN),
    (("Analisis", "upaya", 1), "-", "isian_tanda_saja", Tingkat.CATATAN),
    (("Anggaran", "tw1", 1), "belum cair semua", "isian_bukan_angka", Tingkat.GALAT),
    (("Anggaran", "tw1", 1), 0.001, "isian_rupiah_tidak_wajar", Tingkat.GALAT),
    (("Anggaran", "tw1", 1), 1e18, "isian_rupiah_tidak_wajar", Tingkat.GALAT),
    (("Anggaran", "tw1", 1), -5, "isian_rupiah_negatif", Tingkat.PERINGATAN),
    (("Anggaran", "tw1", 1), date(2025, 1, 7), "isian_tanggal", Tingkat.GALAT),
]


@pytest.mark.parametrize(("tempat", "nilai", "kode", "tingkat"), NILAI, ids=str)
def test_tiap_isian_yang_meragukan_ditunjuk_selnya(
    tempat: tuple[str, str, int], nilai: object, kode: str, tingkat: Tingkat
) -> None:
    hasil = dibaca({tempat: nilai})
    (satu,) = found(hasil, kode)
    assert (satu.lembar, satu.sel, satu.tingkat) == (tempat[0], cell_name(*tempat), tingkat)
    assert [lain.kode for lain in hasil.temuan] == [kode]


@pytest.mark.parametrize(
    ("nilai", "angka"),
    [("87,5", "87.5"), ("0", "0"), (0, "0"), ("1.234.567", "1234567"), ("88 nilai", "88"), (-3, "-3")],
)
def test_tulisan_yang_jelas_tidak_ditanyakan(nilai: object, angka: str) -> None:
    hasil = dibaca({("Indikator", "tw1", 1): nilai})
    assert hasil.realisasi[0].nilai.angka == Decimal(angka)
    assert hasil.temuan == ()


@pytest.mark.parametrize(("isian", "format_sel"), [(0.95, "0%"), (95, "General"), ("95%", "@"), (95, '0"%"')])
def test_persen_dibaca_sama_bagaimanapun_ditulis(isian: object, format_sel: str) -> None:
    def write(book: Book) -> None:
        cell = book["Indikator"][cell_name("Indikator", "tw1", 5)]
        cell.value, cell.number_format = isian, format_sel

    hasil = bacaan(edited(write))
    assert hasil.realisasi[0].nilai.angka == 95
    assert hasil.temuan == ()


def test_tepat_satu_persen_dan_target_pecahan_tidak_dicurigai() -> None:
    assert dibaca({("Indikator", "tw1", 5): 1.01}).temuan == ()
    assert found(dibaca({("Indikator", "tw1", 5): 1}), "isian_pecahan")
    assert dibaca({("Indikator", "tw1", 5): 0}).temuan == ()


def test_nilai_yang_dapat_berarti_dua_hal_tetap_ambigu() -> None:
    (satu,) = dibaca({("Indikator", "tw1", 1): "1.234"}).realisasi
    assert satu.nilai.status is StatusNilai.AMBIGU
    assert satu.nilai.pilihan == (Decimal(1234), Decimal("1.234"))


@pytest.mark.parametrize(
    ("status", "keadaan"),
    [
        ("Tidak berlaku", StatusNilai.TIDAK_BERLAKU),
        ("Belum ada data", StatusNilai.KOSONG),
        ("belum  ADA data", StatusNilai.KOSONG),
    ],
)  # fmt: skip
def test_status_menggantikan_angka_dengan_alasannya(status: str, keadaan: StatusNilai) -> None:
    (satu,) = bacaan(
        filled({("Indikator", "status", 2): status, ("Indikator", "keterangan", 2): "Pos ditutup"})
    ).realisasi
    assert (satu.triwulan, satu.nilai.status, satu.nilai.alasan) == (None, keadaan, "Pos ditutup")


def test_status_tersedia_tidak_menambah_apa_apa() -> None:
    assert dibaca({("Indikator", "status", 2): "Tersedia"}).realisasi == ()


@pytest.mark.parametrize(
    ("status", "kolom", "bertentangan"),
    [("Tidak berlaku", "tw1", True), ("Belum ada data", "tw1", False), ("Belum ada data", "setahun", True)],
)
def test_status_yang_bertentangan_dengan_angka(status: str, kolom: str, bertentangan: bool) -> None:
    hasil = dibaca({("Indikator", kolom, 2): 4, ("Indikator", "status", 2): status})
    assert [satu.nilai.angka for satu in hasil.realisasi] == [4]
    assert bool(found(hasil, "isian_status_bertentangan")) is bertentangan


TERKUNCI = [
    ("Indikator", "teks", 1, "Indeks Kepuasan Pegawai", "format_terkunci_berubah"),
    ("Indikator", "satuan", 1, "%", "format_terkunci_berubah"),
    ("Indikator", "target", 1, 80, "format_terkunci_berubah"),
    ("Indikator", "target", 3, "CC", "format_terkunci_berubah"),
    ("Indikator", "target", 2, None, "format_terkunci_berubah"),
    ("Indikator", "sasaran", 1, "Sasaran lain", "format_terkunci_lain"),
    ("Indikator", "realisasi_lalu", 1, 99, "format_terkunci_lain"),
    ("Indikator", "agregasi", 1, "dijumlahkan", "format_terkunci_lain"),
    ("Analisis", "teks", 1, "Yang lain", "format_terkunci_berubah"),
    ("Anggaran", "kode", 1, "7.01.03", "format_terkunci_berubah"),
    ("Anggaran", "kode", 1, date(2002, 1, 7), "format_terkunci_berubah"),
    ("Anggaran", "pagu", 1, 1, "format_terkunci_berubah"),
    ("Anggaran", "uraian", 2, "Kegiatan lain", "format_terkunci_lain"),
]


@pytest.mark.parametrize(("lembar", "kunci", "baris", "nilai", "kode"), TERKUNCI)
def test_sel_terkunci_yang_diubah_paksa_dibandingkan_dengan_semula(
    lembar: str, kunci: str, baris: int, nilai: object, kode: str
) -> None:
    hasil = dibaca({(lembar, kunci, baris): nilai})
    (satu,) = hasil.temuan
    assert (satu.kode, satu.lembar, satu.sel) == (kode, lembar, cell_name(lembar, kunci, baris))
    assert "semula" in satu.pesan


def test_spasi_dan_huruf_besar_di_sel_terkunci_bukan_perubahan() -> None:
    teks = f"  {INDIKATOR[0].teks.upper()}  "
    assert dibaca({("Indikator", "teks", 1): teks, ("Indikator", "target", 1): "88,50"}).temuan == ()


def test_target_yang_diubah_paksa_tidak_menggeser_isian() -> None:
    hasil = dibaca({("Indikator", "target", 1): 10, ("Indikator", "tw1", 1): 9})
    assert [(satu.indikator_id, satu.nilai.angka) for satu in hasil.realisasi] == [(3, 9)]


ISIAN = {("Indikator", "tw1", 1): 81, ("Indikator", "tw1", 2): 82, ("Indikator", "tw1", 5): 85}
DIHARAPKAN = {3: 81, 5: 82, 8: 85}


def _read(change: Any) -> tuple[dict[int, Decimal | None], Any]:
    hasil = bacaan(edited(change, filled(ISIAN)))
    return {satu.indikator_id: satu.nilai.angka for satu in hasil.realisasi}, hasil


def test_baris_yang_disisipkan_di_tengah_tidak_menggeser_apa_pun() -> None:
    values, hasil = _read(lambda book: book["Indikator"].insert_rows(AWAL + 1, 2))
    assert values == DIHARAPKAN
    assert hasil.temuan == ()


def test_baris_di_atas_judul_dan_kolom_yang_disisipkan_tidak_menggeser_apa_pun() -> None:
    def change(book: Book) -> None:
        book["Indikator"].insert_rows(1, 3)
        book["Indikator"].insert_cols(6)

    values, hasil = _read(change)
    assert values == DIHARAPKAN
    assert hasil.temuan == ()


def test_kolom_tersembunyi_yang_dihapus_diganti_pencocokan_tulisan() -> None:
    values, hasil = _read(lambda book: book["Indikator"].delete_cols(1))
    assert values == DIHARAPKAN
    assert [satu.kode for satu in hasil.temuan] == ["format_id_hilang"]


def _swap(book: Book, columns: range) -> None:
    sheet = book["Indikator"]
    for column in columns:
        one, two = sheet.cell(AWAL, column), sheet.cell(AWAL + 1, column)
        one.value, two.value = two.value, one.value


def test_baris_yang_diurutkan_seluruhnya_dibaca_menurut_tandanya() -> None:
    values, hasil = _read(lambda book: _swap(book, range(1, 17)))
    assert values == DIHARAPKAN
    assert hasil.temuan == ()


def test_baris_yang_diurutkan_tanpa_kolom_tersembunyi_dibaca_menurut_tulisannya() -> None:
    values, hasil = _read(lambda book: _swap(book, range(2, 17)))
    assert values == DIHARAPKAN
    assert [satu.kode for satu in hasil.temuan] == ["format_baris_bergeser"] * 2


def test_baris_yang_disalin_dan_terisi_dua_kali_disebut_keduanya() -> None:
    def copy(book: Book) -> None:
        for column in range(1, 17):
            book["Indikator"].cell(AWAL + 7, column).value = book["Indikator"].cell(AWAL, column).value

    values, hasil = _read(copy)
    (satu,) = found(hasil, "format_baris_ganda")
    assert satu.sel == f"D{AWAL + 7}"
    assert f"baris {AWAL}" in satu.pesan
    assert values == DIHARAPKAN


def test_salinan_baris_yang_kosong_tidak_mengganggu() -> None:
    def copy(book: Book) -> None:
        for column in range(1, 6):
            book["Indikator"].cell(AWAL + 7, column).value = book["Indikator"].cell(AWAL, column).value

    values, hasil = _read(copy)
    assert values == DIHARAPKAN
    assert hasil.temuan == ()


def test_baris_yang_hilang_disebut_namanya() -> None:
    values, hasil = _read(lambda book: book["Indikator"].delete_rows(AWAL + 1))
    assert values == {3: 81, 8: 85}
    (satu,) = hasil.temuan
    assert (satu.kode, satu.tingkat) == ("format_baris_hilang", Tingkat.GALAT)
    assert INDIKATOR[1].teks in satu.pesan


def test_isian_di_baris_tambahan_tidak_ditebak_miliknya() -> None:
    def write(book: Book) -> None:
        book["Indikator"].cell(AWAL + 9, 4).value = "Indikator karangan sendiri"
        book["Indikator"].cell(AWAL + 9, 10).value = 77

    values, hasil = _read(write)
    assert values == DIHARAPKAN
    (satu,) = hasil.temuan
    assert (satu.kode, satu.sel, satu.nilai) == ("format_baris_tak_dikenal", f"J{AWAL + 9}", "77")


def test_dua_indikator_berteks_sama_dibedakan_sasarannya() -> None:
    kembar = replace(INDIKATOR[1], teks=INDIKATOR[0].teks)
    isi = replace(ISI, indikator=(INDIKATOR[0], kembar))
    content = filled({("Indikator", "tw1", 1): 81, ("Indikator", "tw1", 2): 2}, workbook_bytes(isi))
    hasil = bacaan(edited(lambda book: book["Indikator"].delete_cols(1), content), isi)
    assert {satu.indikator_id: satu.nilai.angka for satu in hasil.realisasi} == {3: 81, 5: 2}


def test_lembar_yang_diganti_namanya_dikenali_dari_judul_kolomnya() -> None:
    def rename(book: Book) -> None:
        book["Indikator"].title = "Isian kami"

    values, hasil = _read(rename)
    assert values == DIHARAPKAN
    assert hasil.temuan == ()


@pytest.mark.parametrize("lembar", ["Indikator", "Analisis", "Anggaran", "Data Dukung"])
def test_lembar_yang_dihapus_disebut(lembar: str) -> None:
    hasil = bacaan(edited(lambda book: book.remove(book[lembar])))
    assert [(satu.kode, satu.lembar) for satu in hasil.temuan] == [("format_lembar_hilang", lembar)]


def test_lembar_yang_memang_kosong_boleh_tidak_ada() -> None:
    isi = replace(ISI, anggaran=())
    content = edited(lambda book: book.remove(book["Anggaran"]), workbook_bytes(isi))
    assert bacaan(content, isi).temuan == ()


def test_judul_kolom_yang_diubah_disebut() -> None:
    def change(book: Book) -> None:
        book["Indikator"]["J5"] = "Januari"

    hasil = bacaan(edited(change))
    (satu,) = found(hasil, "format_kolom_hilang")
    assert (satu.tingkat, "'TW I'" in satu.pesan) == (Tingkat.GALAT, True)


def test_tulisan_di_luar_kolom_diberitahukan() -> None:
    def change(book: Book) -> None:
        book["Indikator"].cell(AWAL, 20).value = "lihat lampiran"

    (satu,) = bacaan(edited(change)).temuan
    assert (satu.kode, satu.sel, satu.nilai) == ("format_di_luar_kolom", f"T{AWAL}", "lihat lampiran")


def test_lembar_tersembunyi_yang_hilang_diganti_yang_tertulis_di_petunjuk() -> None:
    hasil = bacaan(edited(lambda book: book.remove(book["_lkjip"]), filled(ISIAN)))
    assert hasil.identitas == ISI.identitas
    assert [satu.kode for satu in hasil.temuan] == ["format_identitas_hilang"]
    assert len(hasil.realisasi) == 3


@pytest.mark.parametrize(
    ("versi", "kode", "tingkat"),
    [("0", "format_versi_lama", Tingkat.CATATAN), ("2", "format_versi_tak_dikenal", Tingkat.GALAT),
     ("baru", "format_versi_tak_dikenal", Tingkat.GALAT)],
)  # fmt: skip
def test_versi_format_lain_dibaca_dengan_catatan_atau_ditolak(versi: str, kode: str, tingkat: Tingkat) -> None:
    assert VERSI_TEMPLAT == "1"

    def change(book: Book) -> None:
        book["_lkjip"]["B5"] = versi

    hasil = bacaan(edited(change, filled(ISIAN)))
    assert [(satu.kode, satu.tingkat) for satu in hasil.temuan] == [(kode, tingkat)]
    assert len(hasil.realisasi) == 3


BUKTI = [
    ("indikator", "9. Indikator lain", "bukti_tanpa_indikator", Tingkat.GALAT),
    ("indikator", None, "bukti_tanpa_indikator", Tingkat.GALAT),
    ("tautan", "www.contoh.go.id/laporan", "bukti_tautan", Tingkat.PERINGATAN),
    ("tautan", "C:\\Data\\laporan.pdf", "bukti_tautan", Tingkat.PERINGATAN),
    ("tautan", "javascript:alert(1)", "bukti_tautan", Tingkat.PERINGATAN),
    ("halaman", "depan", "bukti_halaman", Tingkat.PERINGATAN),
    ("halaman", date(2025, 12, 14), "bukti_halaman", Tingkat.PERINGATAN),
    ("tanggal", "31-02-2025", "bukti_tanggal_mustahil", Tingkat.PERINGATAN),
    ("tanggal", "akhir tahun", "bukti_tanggal_mustahil", Tingkat.PERINGATAN),
    ("tanggal", date(2024, 12, 31), "bukti_tanggal_luar_tahun", Tingkat.PERINGATAN),
    ("tanggal", date(2026, 1, 1), "bukti_tanggal_luar_tahun", Tingkat.PERINGATAN),
]


@pytest.mark.parametrize(("kunci", "nilai", "kode", "tingkat"), BUKTI)
def test_bukti_yang_meragukan_ditunjuk(kunci: str, nilai: object, kode: str, tingkat: Tingkat) -> None:
    isian = {("Data Dukung", "indikator", 1): IKM, ("Data Dukung", "uraian", 1): "Laporan"}
    hasil = dibaca({**isian, ("Data Dukung", kunci, 1): nilai})
    assert [(satu.kode, satu.tingkat) for satu in hasil.temuan] == [(kode, tingkat)]


@pytest.mark.parametrize("halaman", [12, "12", "12-14", "hal. 12", "halaman 12 s.d. 14", "12, 15 dan 18"])
@pytest.mark.parametrize("tanggal", [date(2025, 1, 1), "31-12-2025", "31/12/2025", "1 Mei 2025", "2025-12-31"])
def test_bukti_yang_lengkap_tidak_ditanyakan(halaman: object, tanggal: object) -> None:
    hasil = dibaca({
        ("Data Dukung", "indikator", 1): "Indeks Kepuasan Masyarakat (contoh)",
        ("Data Dukung", "tautan", 1): "https://contoh.go.id/a?b=1",
        ("Data Dukung", "halaman", 1): halaman,
        ("Data Dukung", "tanggal", 1): tanggal,
    })  # fmt: skip
    assert hasil.temuan == ()
    assert hasil.data_dukung[0].tanggal is not None


def test_bukti_yang_hanya_menyebut_indikator_tidak_dihitung() -> None:
    hasil = dibaca({("Data Dukung", "indikator", 1): IKM})
    assert [satu.kode for satu in hasil.temuan] == ["bukti_kosong"]
    assert hasil.data_dukung == ()


def test_bukti_dinomori_per_indikator() -> None:
    isian = {
        ("Data Dukung", "indikator", n): nama
        for n, nama in ((1, IKM), (2, "2. Gangguan ketertiban (CONTOH)"), (4, IKM))
    }
    hasil = dibaca({**isian, **{("Data Dukung", "uraian", n): "x" for n in (1, 2, 4)}})
    assert [(satu.indikator_id, satu.urutan) for satu in hasil.data_dukung] == [(3, 1), (5, 1), (3, 2)]


@pytest.mark.parametrize(
    ("nilai", "hari"),
    [
        (Decimal(45_657), date(2024, 12, 31)),
        (Decimal(12), None),
        (Decimal("45657.5"), None),
        (None, None),
        (True, None),
    ],
)
def test_tanggal_yang_tersimpan_sebagai_angka_seri(nilai: Any, hari: date | None) -> None:
    assert read_day(Cell(1, 1, nilai)) == hari


@pytest.mark.parametrize(("panjang", "utuh"), [(160, True), (161, False), (30_000, False)])
def test_isian_yang_panjang_dipotong_dalam_temuan(panjang: int, utuh: bool) -> None:
    (satu,) = dibaca({("Anggaran", "tw1", 1): "a" * panjang}).temuan
    assert len(satu.nilai) == min(panjang, 160)
    assert satu.nilai.endswith("…") is not utuh
    assert len(satu.pesan) < 700


def test_temuan_galat_disebut_dahulu() -> None:
    hasil = dibaca({("Indikator", "tw1", 1): "-", ("Anggaran", "tw1", 1): "abc"})
    assert [satu.tingkat for satu in hasil.temuan] == [Tingkat.GALAT, Tingkat.PERINGATAN]


def test_yang_disembunyikan_format_sendiri_tidak_disebut_sebagai_temuan_berkas() -> None:
    katalog = load_aturan().katalog
    hidden = katalog.temuan("lembar_tersembunyi", lembar="_lkjip", banyak=3)
    other = katalog.temuan("berkas_tautan_luar")
    workbook = replace(read_cells(workbook_bytes()), findings=(hidden, other))
    assert file_findings(workbook) == (other,)


def test_format_tanpa_anggaran_atau_tanpa_indikator_terbaca() -> None:
    for isi in (
        replace(ISI, anggaran=()),
        replace(ISI, indikator=()),
        IsiFormat("", "K", False, 1, "S", 2025, None, (), ANGGARAN),
    ):
        assert bacaan(workbook_bytes(isi), isi).temuan == ()
