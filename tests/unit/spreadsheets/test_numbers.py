"""Every spelling of a number that offices were seen to print, and what must never be guessed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from lkjip.domain.aturan import Istilah
from lkjip.domain.numbers import StatusNilai
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.numbers.parse import KOMA, TITIK, column_style, parse_number


@pytest.mark.parametrize(
    ("tulisan", "angka", "satuan"),
    [
        ("87,50", "87.5", ""),
        ("87.50", "87.5", ""),
        ("87,5 %", "87.5", "%"),
        ("87,5%", "87.5", "%"),
        ("87,5 persen", "87.5", "%"),
        ("(53,88)", "-53.88", ""),
        ("(5%)", "-5", "%"),
        ("-5", "-5", ""),
        ("−5,5", "-5.5", ""),
        ("–5", "-5", ""),
        ("+5", "5", ""),
        ("Rp 1.500.000.000,-", "1500000000", ""),
        ("Rp. 1.500.000.000,-", "1500000000", ""),
        ("Rp1.500.000.000,00", "1500000000", ""),
        ("-Rp5.000", "-5000", ""),
        ("Rp -5.000", "-5000", ""),
        ("Rp 5.000", "5000", ""),
        ("Rp 5,000", "5000", ""),
        ("IDR 5,000", "5000", ""),
        ("5.000,-", "5000", ""),
        ("1.234.567", "1234567", ""),
        ("1,234,567", "1234567", ""),
        ("1,234,567.00", "1234567", ""),
        ("1.234.567,89", "1234567.89", ""),
        ("1.234,567", "1234.567", ""),
        ("1234,567", "1234.567", ""),
        ("0,123", "0.123", ""),
        ("0,00", "0", ""),
        ("0", "0", ""),
        ("0%", "0", "%"),
        ("1 234 567", "1234567", ""),
        ("1 234,5", "1234.5", ""),
        ("97.5", "97.5", ""),
        ("007", "7", ""),
        (",5", "0.5", ""),
        ("\u00a097,5\u00a0", "97.5", ""),
        ("97\u200b,5", "97.5", ""),
        ("\u202b97,5\u202c", "97.5", ""),
        ("１２，５", "12.5", ""),
        ("'97,5", "97.5", ""),
        ("' 97,5", "97.5", ""),
        ("7 Unit", "7", "Unit"),
        ("7Unit", "7", "Unit"),
        ("12 bulan", "12", "bulan"),
        ("3 Dokumen Laporan", "3", "Dokumen Laporan"),
        ("120 m²", "120", "m²"),
        ("100%.", "100", "%"),
        ("1,5 miliar", "1500000000", ""),
        ("12 ribu orang", "12000", "orang"),
        ("Rp 2,5 juta", "2500000", ""),
    ],
)
def test_ejaan_angka_terbaca_tepat(tulisan: str, angka: str, satuan: str, istilah: Istilah) -> None:
    nilai = parse_number(tulisan, istilah)
    assert (nilai.status, nilai.angka, nilai.satuan) == (StatusNilai.TERUKUR, Decimal(angka), satuan)
    assert nilai.teks == tulisan.strip()


@pytest.mark.parametrize(
    ("tulisan", "angka", "catatan"),
    [
        ("66 (>100%)", "66", "(>100%)"),
        ("2,55 Perubahan Target", "2.55", "Perubahan Target"),
        ("1 (satu) dokumen", "1", "(satu)"),
        ("≥ 80", "80", "batas (≥)"),
        ("> 80%", "80", "batas (>)"),
        ("minimal 80", "80", "batas (minimal)"),
        ("3,50001E+11", "350001000000", "angka di belakang hilang"),
        ("3.50001e+11", "350001000000", "angka di belakang hilang"),
    ],
)
def test_angka_dengan_tulisan_lain_dibaca_dan_diberi_alasan(
    tulisan: str, angka: str, catatan: str, istilah: Istilah
) -> None:
    nilai = parse_number(tulisan, istilah)
    assert nilai.angka == Decimal(angka)
    assert catatan in nilai.alasan


def test_pangkat_yang_lengkap_tidak_kehilangan_angka(istilah: Istilah) -> None:
    nilai = parse_number("1,25E+02", istilah)
    assert (nilai.angka, nilai.alasan) == (Decimal(125), "")


@pytest.mark.parametrize(
    ("tulisan", "koma", "titik"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("-1.234", "-1234", "-1.234"),
        ("(1,234)", "-1.234", "-1234"),
        ("1.234 %", "1234", "1.234"),
        ("1.234 Unit", "1234", "1.234"),
        ("21,276,070,424,00", "21276070424.00", "21276070424000"),
        ("21,198,274,724,57", "21198274724.57", "21198274724570"),
        ("1.500.000.0", "1500000000", "1500000.0"),
        ("Rp 1,500,00", "1500.00", "1500000"),
    ],
)
def test_dua_kemungkinan_ditanyakan_dan_tidak_ditebak(tulisan: str, koma: str, titik: str, istilah: Istilah) -> None:
    nilai = parse_number(tulisan, istilah)
    assert (nilai.status, nilai.angka) == (StatusNilai.AMBIGU, None)
    assert nilai.pilihan == (Decimal(koma), Decimal(titik))
    assert parse_number(tulisan, istilah, KOMA).angka == Decimal(koma)
    assert parse_number(tulisan, istilah, TITIK).angka == Decimal(titik)


def test_gaya_kolom_tidak_mengubah_angka_yang_sudah_pasti(istilah: Istilah) -> None:
    assert parse_number("97.5", istilah, KOMA).angka == Decimal("97.5")
    assert parse_number("97,5", istilah, TITIK).angka == Decimal("97.5")


@pytest.mark.parametrize(
    ("tulisan", "dari", "sampai"),
    [
        ("80-90", "80", "90"),
        ("80 – 90", "80", "90"),
        ("80 s.d. 90 %", "80", "90"),
        ("80 s/d 90", "80", "90"),
        ("80 sampai dengan 90", "80", "90"),
        ("80%-90%", "80", "90"),
        ("87,5-90", "87.5", "90"),
        ("80-80", "80", "80"),
    ],
)
def test_rentang_punya_dua_ujung(tulisan: str, dari: str, sampai: str, istilah: Istilah) -> None:
    nilai = parse_number(tulisan, istilah)
    assert (nilai.angka, nilai.sampai) == (Decimal(dari), Decimal(sampai))


def test_rentang_terbalik_bukan_rentang(istilah: Istilah) -> None:
    nilai = parse_number("90-80", istilah)
    assert (nilai.status, nilai.alasan) == (StatusNilai.TEKS, "rentang terbalik: angka pertama lebih besar")


def test_rentang_ambigu_dibaca_menurut_jawaban(istilah: Istilah) -> None:
    assert parse_number("1.000-2.000", istilah).status is StatusNilai.AMBIGU
    nilai = parse_number("1.000-2.000", istilah, KOMA)
    assert (nilai.angka, nilai.sampai) == (Decimal(1000), Decimal(2000))


def test_ujung_yang_pasti_menjelaskan_ujung_lain(istilah: Istilah) -> None:
    nilai = parse_number("1.000-2.000,5", istilah)
    assert (nilai.angka, nilai.sampai) == (Decimal(1000), Decimal("2000.5"))


@pytest.mark.parametrize(
    ("tulisan", "alasan"),
    [
        ("1:20", "perbandingan (rasio)"),
        ("98.5.3", "bukan angka"),
        ("7.01.02", "bukan angka"),
        ("12.34.567", "bukan angka"),
        ("1.234,567,890", "bukan angka"),
        ("3/4", "pecahan atau tanggal"),
        ("12 Januari", "tanggal"),
        ("31 Desember 2024", "bukan angka"),
        ("80\n90", "bukan angka"),
        ("1 234", "bukan angka"),
        ("Tinggi", "bukan angka"),
        ("WTP", "bukan angka"),
        ("Level 3 Plus", "bukan angka"),
        ("CC ... skor 60,09", "bukan angka"),
        ("- 5", "bukan angka"),
        ("--5", "lebih dari satu tanda minus"),
        ("(-5)", "lebih dari satu tanda minus"),
        ("(5", "kurung"),
        ("1E400", "bukan angka"),
        ("1E+400", "terlalu besar"),
        ("9" * 31, "bukan angka"),
        ("9" * 300, "tulisan panjang"),
        ("٣٤", "bukan angka"),
        ("Rp 21,3 M", "singkatan 'M'"),
        ("=1+1", "bukan angka"),
        ("<script>1</script>", "bukan angka"),
        ("5 dari 7", "bukan angka"),
        ("2024-01-05", "bukan angka"),
    ],
)
def test_yang_bukan_angka_disebut_alasannya(tulisan: str, alasan: str, istilah: Istilah) -> None:
    nilai = parse_number(tulisan, istilah)
    assert (nilai.status, nilai.angka) == (StatusNilai.TEKS, None)
    assert alasan in nilai.alasan


def test_angka_sepanjang_batas_masih_terbaca(istilah: Istilah) -> None:
    assert parse_number("9" * 30, istilah).angka == Decimal("9" * 30)


@pytest.mark.parametrize(
    "tulisan", ["", "   ", "-", "–", "- Belum Diisi", "belum ada realisasi", "None", "nihil", "NaN", "inf", "-Infinity"]
)
def test_belum_diisi_adalah_kosong_bukan_nol(tulisan: str, istilah: Istilah) -> None:
    nilai = parse_number(tulisan, istilah)
    assert (nilai.status, nilai.angka) == (StatusNilai.KOSONG, None)
    assert nilai.alasan


@pytest.mark.parametrize("tulisan", ["N/A", "n/a", "NA", "Tidak diadakan karena Covid19", "tidak berlaku"])
def test_tidak_berlaku_adalah_keadaan_sendiri(tulisan: str, istilah: Istilah) -> None:
    assert parse_number(tulisan, istilah).status is StatusNilai.TIDAK_BERLAKU


@pytest.mark.parametrize("tulisan", ["#DIV/0!", "#REF!", "#N/A", "Err:502"])
def test_galat_excel_sebagai_teks_adalah_kosong_dengan_alasan(tulisan: str, istilah: Istilah) -> None:
    nilai = parse_number(tulisan, istilah)
    assert nilai.status is StatusNilai.KOSONG
    assert tulisan in nilai.alasan


def test_awalan_kata_kosong_tidak_menelan_kata_lain(istilah: Istilah) -> None:
    assert parse_number("nihilisme", istilah).status is StatusNilai.TEKS


@pytest.mark.parametrize(
    ("value", "number_format", "angka", "satuan"),
    [
        (Decimal("0.5338"), "0.00%", "53.38", "%"),
        (Decimal(1), "0%", "100", "%"),
        (Decimal("85"), '0"%"', "85", "%"),
        (Decimal("85"), "0\\%", "85", "%"),
        (Decimal("7"), '0" Unit"', "7", "Unit"),
        (Decimal("1500000"), '"Rp"#,##0', "1500000", ""),
        (Decimal("97.5"), "General", "97.5", ""),
        (Decimal("1.234"), "0.000", "1.234", ""),
        (Decimal("0"), "0,00", "0", ""),
    ],
)
def test_sel_angka_dibaca_menurut_formatnya(
    value: Decimal, number_format: str, angka: str, satuan: str, istilah: Istilah
) -> None:
    nilai = parse_number(Cell(2, 2, value, number_format), istilah)
    assert (nilai.angka, nilai.satuan) == (Decimal(angka), satuan)
    assert "E" not in nilai.teks


@pytest.mark.parametrize(
    ("cell", "status", "alasan"),
    [
        (Cell(1, 1, None), StatusNilai.KOSONG, "sel kosong"),
        (Cell(1, 1, None, galat="#DIV/0!"), StatusNilai.KOSONG, "sel berisi galat #DIV/0!"),
        (Cell(1, 1, None, formula=True), StatusNilai.KOSONG, "rumus belum dihitung"),
        (Cell(1, 1, True), StatusNilai.TEKS, "benar/salah"),
        (Cell(1, 1, date(2002, 1, 7), "d.mm.yy"), StatusNilai.TEKS, "tanggal"),
        (Cell(1, 1, datetime(2024, 12, 10, 8, 0), "dd/mm/yyyy hh:mm"), StatusNilai.TEKS, "tanggal"),  # noqa: DTZ001
        (Cell(1, 1, Decimal("0.0555555555555556"), "h:mm"), StatusNilai.TEKS, "jam"),
        (Cell(1, 1, Decimal("NaN")), StatusNilai.TEKS, "bukan angka"),
        (Cell(1, 1, "WTP"), StatusNilai.TEKS, "bukan angka"),
        (Cell(1, 1, "1.234"), StatusNilai.AMBIGU, "ribuan atau desimal"),
    ],
)
def test_sel_lain_disebut_keadaannya(cell: Cell, status: StatusNilai, alasan: str, istilah: Istilah) -> None:
    nilai = parse_number(cell, istilah)
    assert nilai.status is status
    assert alasan in nilai.alasan


@pytest.mark.parametrize(
    ("kolom", "gaya"),
    [
        (["1.234", "87,5"], KOMA),
        (["1.234", "87.5"], TITIK),
        (["1.234", "1.234.567"], KOMA),
        (["1,234", "1,234,567"], TITIK),
        (["1.234", "Rp 5.000"], KOMA),
        (["1.234", "5.000,-"], KOMA),
        (["1.234", "1.234,50-2.000"], KOMA),
        (["1.234", "5.678"], ""),
        (["1.234", "WTP", "-", "100"], ""),
        (["87,5", "87.5"], ""),
        (["87,5", "1.234", "21.276.070.424.00"], ""),
        (["1,5E+11", "1.234"], ""),
        ([], ""),
    ],
)
def test_gaya_desimal_hanya_yang_dibuktikan_kolom(kolom: list[str], gaya: str, istilah: Istilah) -> None:
    assert column_style(kolom, istilah) == gaya
    assert column_style([Cell(row, 1, text) for row, text in enumerate(kolom, 1)], istilah) == gaya


def test_sel_angka_tidak_membuktikan_gaya(istilah: Istilah) -> None:
    assert column_style([Cell(1, 1, Decimal("87.5")), Cell(2, 1, "1.234")], istilah) == ""
