"""Grades: each edge from below, at and above, and what is shown never contradicts what is graded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.capaian import Capaian, Ketercapaian, StatusCapaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.predikat import decimals_to_show, grade, is_reached, ketercapaian
from lkjip.rules import load_aturan

SKALA = load_aturan().skala
BAWAAN, LAMA, STATUS = SKALA["permendagri_86_2017"], SKALA["memuaskan_lama"], SKALA["tiga_tingkat"]
BULAT = Pengaturan(bulatkan_dulu=True)


@pytest.mark.parametrize(
    ("angka", "predikat"),
    [
        ("-50", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
        ("50.9999999999999999", "Sangat Rendah"),
        ("51", "Rendah"),
        ("65.99", "Rendah"),
        ("66", "Sedang"),
        ("75.99", "Sedang"),
        ("76", "Tinggi"),
        ("90.5", "Tinggi"),
        ("90.9999999999999999", "Tinggi"),
        ("91", "Sangat Tinggi"),
        ("26620.69", "Sangat Tinggi"),
    ],
)
def test_tepat_di_batas_masuk_predikat_atas(angka: str, predikat: str) -> None:
    assert grade(BAWAAN, Decimal(angka)) == predikat


@pytest.mark.parametrize(
    ("angka", "predikat"),
    [("85.01", "Memuaskan"), ("85", "Sangat Baik"), ("30.01", "Agak Kurang"), ("30", "Kurang"), ("0", "Kurang")],
)
def test_skala_lama_tepat_di_batas_masuk_predikat_bawah(angka: str, predikat: str) -> None:
    assert grade(LAMA, Decimal(angka)) == predikat


@pytest.mark.parametrize(
    ("angka", "predikat"), [("90.49", "Tinggi"), ("90.5", "Sangat Tinggi"), ("91", "Sangat Tinggi")]
)
def test_dibulatkan_dahulu_menurut_pengaturan(angka: str, predikat: str) -> None:
    assert grade(BAWAAN, Decimal(angka), BULAT) == predikat


@pytest.mark.parametrize(
    ("angka", "status"),
    [
        ("74.99", Ketercapaian.TIDAK_TERCAPAI),
        ("75", Ketercapaian.HAMPIR),
        ("99.99", Ketercapaian.HAMPIR),
        ("100", Ketercapaian.TERCAPAI),
        ("100.01", Ketercapaian.TERCAPAI),
    ],
)
def test_ketercapaian(angka: str, status: Ketercapaian) -> None:
    capaian = Capaian(StatusCapaian.TERUKUR, "naik", Decimal(angka), Decimal(angka), Decimal(angka))
    assert ketercapaian(capaian, STATUS) is status


def test_tanpa_capaian_tidak_terukur() -> None:
    assert ketercapaian(Capaian(StatusCapaian.BELUM_ADA_DATA, "naik"), STATUS) is Ketercapaian.TIDAK_TERUKUR


@pytest.mark.parametrize(
    ("angka", "tempat"),
    [("90.5", 2), ("90.99", 2), ("90.994", 2), ("90.996", 3), ("90.9996", 4), ("91.001", 2), ("99.996", 3), ("100", 2)],
)
def test_angka_dan_predikat_tidak_bertentangan(angka: str, tempat: int) -> None:
    assert decimals_to_show(Decimal(angka), (BAWAAN, STATUS)) == tempat


def test_skala_dengan_batas_di_luar_juga_tidak_bertentangan() -> None:
    assert decimals_to_show(Decimal("85.001"), (LAMA,)) == 3


def test_setelah_dibulatkan_dahulu_yang_tampil_persen_utuh() -> None:
    assert decimals_to_show(Decimal("90.5"), (BAWAAN, STATUS), BULAT) == 0


def test_tempat_desimal_tidak_melebihi_ketelitian_angka() -> None:
    assert decimals_to_show(Decimal("90.99999999999999999999999999999999"), (BAWAAN,)) == 28


@pytest.mark.parametrize(
    ("angka", "biasa", "bulat"), [("99.49", False, False), ("99.5", False, True), ("100", True, True)]
)
def test_tercapai_mengikuti_cara_pembulatan(angka: str, biasa: bool, bulat: bool) -> None:
    assert is_reached(Decimal(angka)) is biasa
    assert is_reached(Decimal(angka), BULAT) is bulat
