"""Verdicts on printed percentages, one reason each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.numbers import Nilai, kosong
from lkjip.domain.printed import check_printed, check_share
from tests.makers.nilai import angka, kata


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak", "hasil", "rumus"),
    [
        ("85", "87.5", "102.94", "ya", "naik"),
        ("85", "87.5", "102.9", "ya", "naik"),
        ("85", "87.5", "103", "ya", "naik"),
        ("85", "87.5", "102.941176470588", "ya", "naik"),
        ("10", "12", "80", "ya", "turun"),
        ("9.20", "9.53", "96.54", "ya", "turun_rasio"),
        ("10", "17.05", "29.50", "ya", "turun"),
        ("10", "17.05", "170.50", "ya", "naik"),
        ("20", "34.1", "-70.50", "tidak", ""),
        ("20", "54.1", "-70.50", "ya", "turun"),
        ("93.14", "93.5", "100.38", "pembulatan", "naik"),
        ("85", "87.5", "103.00", "pembulatan", "naik"),
        ("85", "87.5", "102.00", "pembulatan", "naik"),
        ("15", "11", "73.30", "tidak", ""),
        ("70", "66.7", "95.24", "pembulatan", "naik"),
        ("0.16", "0.19", "87.10", "pembulatan", "turun_rasio"),
        ("5.1", "9.8", "6.37", "pembulatan", "turun"),
        ("100", "100", "99.29", "tidak", ""),
        ("95", "162.1", "31.15", "tidak", ""),
        ("80", "86.4", "1.08", "ya", "naik"),
        ("80", "86.4", "1.080", "ya", "naik"),
        ("80", "87", "1.08", "pembulatan", "naik"),
        ("80", "80", "1", "ya", "naik"),
        ("80", "86.4", "1.1", "tidak", ""),
        ("0.2", "0.3", "101", "tidak", ""),
    ],
)
def test_putusan(target: str, realisasi: str, tercetak: str, hasil: str, rumus: str) -> None:
    cocok = check_printed(angka(target), angka(realisasi), angka(tercetak))
    assert (cocok.hasil, cocok.rumus) == (hasil, rumus)


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak", "batas"),
    [("72.29", "79.29", "100", 100), ("10", "15", "110", 110), ("10", "15", "120", 120), ("10", "5", "120.00", 120)],
)
def test_dibatasi(target: str, realisasi: str, tercetak: str, batas: int) -> None:
    cocok = check_printed(angka(target), angka(realisasi), angka(tercetak))
    assert (cocok.hasil, cocok.dibatasi) == ("ya", batas)
    assert f"tercetak {batas}%: dibatasi" in cocok.catatan


def test_nilai_negatif_tercetak_nol() -> None:
    cocok = check_printed(angka("10"), angka("25"), angka("0"), "turun")
    assert (cocok.hasil, cocok.dibatasi, cocok.hitungan) == ("ya", 0, -50)


def test_batas_hanya_dipercaya_pada_rumus_yang_berlaku() -> None:
    """66,7 of 70 printed as 100 is no capped result where higher is known to be better."""
    assert check_printed(angka("70"), angka("66.7"), angka("100"), "naik").hasil == "tidak"
    assert check_printed(angka("70"), angka("66.7"), angka("100"), "turun").hasil == "ya"


def test_realisasi_yang_tersalin_disebut() -> None:
    cocok = check_printed(angka("80"), angka("84.5"), angka("84.5"))
    assert cocok.hasil == "tidak"
    assert "sama dengan realisasi" in cocok.catatan
    assert "105,63%" in cocok.catatan


def test_realisasi_sama_dengan_persentase_pada_target_seratus_memang_benar() -> None:
    assert check_printed(angka("100"), angka("84.5"), angka("84.5")).hasil == "ya"


def test_selisih_bukan_capaian() -> None:
    cocok = check_printed(angka("0.64"), angka("0.18"), angka("72.52"))
    assert cocok.hasil == "tidak"
    assert "selisih" in cocok.catatan


def test_dua_rumus_cocok_dipilih_yang_berlaku_lalu_naik() -> None:
    bahan = angka("87.65"), angka("87.64"), angka("100")
    assert check_printed(*bahan).rumus == "naik"
    assert "lebih dari satu rumus: naik, turun, turun_rasio" in check_printed(*bahan).catatan
    assert check_printed(*bahan, "turun").rumus == "turun"
    assert check_printed(*bahan, "turun").hitungan == Decimal("100.0114090131203650884198517")


def test_cocok_dengan_rumus_lain_dari_yang_berlaku() -> None:
    cocok = check_printed(angka("10"), angka("12"), angka("80"), "naik")
    assert (cocok.hasil, cocok.rumus, cocok.hitungan) == ("ya", "turun", 120)
    assert "bukan rumus yang berlaku (naik)" in cocok.catatan


def test_rumus_di_luar_tiga_yang_umum_ikut_dicoba() -> None:
    cocok = check_printed(angka("10"), angka("12"), angka("80"), "stabil")
    assert (cocok.rumus, cocok.hitungan) == ("stabil", 80)


def test_rumus_yang_tidak_dikenal_tidak_mengganggu() -> None:
    cocok = check_printed(angka("10"), angka("12"), angka("120"), "rumus_lama")
    assert (cocok.hasil, cocok.rumus, cocok.hitungan) == ("ya", "naik", None)


@pytest.mark.parametrize(
    ("rumus", "nama"), [("", "rentang_naik"), ("naik", "naik"), ("rentang_turun", "rentang_turun")]
)
def test_target_rentang(rumus: str, nama: str) -> None:
    cocok = check_printed(angka("80-90"), angka("85"), angka("100"), rumus)
    assert (cocok.hasil, cocok.rumus) == ("ya", nama)


def test_sama_dengan_target_seratus_dengan_rumus_apa_pun() -> None:
    cocok = check_printed(angka("44.44"), angka("44.44"), angka("100.00"))
    assert (cocok.hasil, cocok.catatan) == ("ya", "Realisasi sama dengan target: setiap rumus memberi 100%.")


@pytest.mark.parametrize(("rumus", "hasil"), [("", "tak_terperiksa"), ("naik", "tak_terperiksa"), ("turun", "tidak")])
def test_target_nol(rumus: str, hasil: str) -> None:
    assert check_printed(angka("0"), angka("3"), angka("55"), rumus).hasil == hasil


def test_target_dan_realisasi_nol_seratus_bila_makin_rendah_makin_baik() -> None:
    assert check_printed(angka("0"), angka("0"), angka("100")).rumus == "turun"


def test_satuan_yang_mungkin_berbeda_disebut() -> None:
    cocok = check_printed(angka("0.00725"), angka("1.93", "%"), angka("26620.69"))
    assert cocok.hasil == "ya"
    assert "mungkin berbeda satuan" in cocok.catatan


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak", "sebab"),
    [
        (kosong(), angka("1"), angka("2"), "target bukan angka"),
        (kata("Tinggi"), kata("Tinggi"), angka("100"), "target dan realisasi bukan angka"),
        (angka("1"), angka("1"), kosong(), "persentase tercetak bukan angka"),
        (angka("1"), angka("1"), angka("80-90"), "tercetak rentang"),
    ],
)
def test_tak_terperiksa_dengan_sebab(target: Nilai, realisasi: Nilai, tercetak: Nilai, sebab: str) -> None:
    cocok = check_printed(target, realisasi, tercetak)
    assert cocok.hasil == "tak_terperiksa"
    assert sebab in cocok.catatan


@pytest.mark.parametrize("target", ["-10", "-0.5"])
def test_target_negatif_tidak_cocok_dengan_rumus_apa_pun(target: str) -> None:
    cocok = check_printed(angka(target), angka("3"), angka("55"))
    assert (cocok.hasil, cocok.hitungan) == ("tidak", None)


def test_pembagi_nol_dalam_pemeriksaan_masukan_yang_dibulatkan() -> None:
    """Inputs no larger than their own rounding prove nothing."""
    assert check_printed(angka("0.1"), angka("0.0"), angka("50")).hasil == "tidak"


# --- serapan ---


@pytest.mark.parametrize(
    ("pagu", "realisasi", "tercetak", "hasil", "catatan"),
    [
        ("2726810205", "2562626955", "93.98", "ya", ""),
        ("100000000", "149425965", "1.49", "ya", "pecahan"),
        ("2726810205", "2562626955", "93.97", "pembulatan", "dipotong"),
        ("2726810205", "2562626955", "94.00", "pembulatan", "bilangan bulat"),
        ("5569088920", "3513771168", "63.14", "tidak", "63,09%"),
        ("0", "0", "0", "tak_terperiksa", "Pagu 0"),
    ],
)
def test_serapan(pagu: str, realisasi: str, tercetak: str, hasil: str, catatan: str) -> None:
    cocok = check_share(angka(pagu), angka(realisasi), angka(tercetak))
    assert cocok.hasil == hasil
    assert catatan in cocok.catatan


def test_serapan_tanpa_angka() -> None:
    cocok = check_share(kosong(), angka("1"), kata("#DIV/0!"))
    assert cocok.hasil == "tak_terperiksa"
    assert "pagu dan persentase tercetak bukan angka" in cocok.catatan


def test_target_rentang_di_bawah_rumus_yang_tidak_mengenal_rentang() -> None:
    cocok = check_printed(angka("80-90"), angka("85"), angka("100"), "stabil")
    assert (cocok.hasil, cocok.rumus, cocok.hitungan) == ("ya", "rentang_naik", None)
    assert "bukan rumus yang berlaku (stabil)" in cocok.catatan
