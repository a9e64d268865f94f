"""Grades: each edge from below, at and above, and what is shown never contradicts what is graded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.aturan import Skala
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.predikat import grade, grader, is_reached, status_of
from lkjip.domain.showing import show_percent
from lkjip.rules import load_aturan

SKALA = load_aturan().skala
BAWAAN, LAMA, STATUS = SKALA["permendagri_86_2017"], SKALA["memuaskan_lama"], SKALA["tiga_tingkat"]
BULAT = Pengaturan(bulatkan_dulu=True)


def read(tertulis: str) -> Decimal:
    return Decimal(tertulis.replace(",", "."))


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
    assert status_of(STATUS)(Decimal(angka)) is status


def test_tanpa_capaian_tidak_terukur_dan_tanpa_predikat() -> None:
    assert status_of(STATUS)(None) is Ketercapaian.TIDAK_TERUKUR
    assert grader(BAWAAN)(None) == ""


@pytest.mark.parametrize(
    ("angka", "tertulis"),
    [
        ("90.5", "90,50"),
        ("90.994", "90,99"),
        ("90.996", "90,996"),
        ("90.9996", "90,9996"),
        ("91", "91,00"),
        ("91.001", "91,001"),
        ("99.996", "99,996"),
        ("100", "100,00"),
    ],
)
def test_angka_yang_tampil_dan_predikatnya_tidak_bertentangan(angka: str, tertulis: str) -> None:
    assert show_percent(Decimal(angka)) == tertulis
    for skala in (BAWAAN, STATUS):
        assert grade(skala, read(tertulis)) == grade(skala, Decimal(angka))


def test_skala_dengan_batas_di_luar_juga_tidak_bertentangan() -> None:
    assert show_percent(Decimal("85.001")) == "85,001"
    assert grade(LAMA, read("85,001")) == grade(LAMA, Decimal("85.001")) == "Memuaskan"
    assert grade(LAMA, Decimal("85.00")) == "Sangat Baik"


@pytest.mark.parametrize("skala", SKALA.values(), ids=list(SKALA))
def test_predikat_mulai_pada_persen_utuh(skala: Skala) -> None:
    """What `show_percent` relies on."""
    assert all(jenjang.mulai == jenjang.mulai.to_integral_value() for jenjang in skala.jenjang)


@pytest.mark.parametrize(
    ("angka", "biasa", "bulat"), [("99.49", False, False), ("99.5", False, True), ("100", True, True)]
)
def test_tercapai_mengikuti_cara_pembulatan(angka: str, biasa: bool, bulat: bool) -> None:
    assert is_reached(Decimal(angka)) is biasa
    assert is_reached(Decimal(angka), BULAT) is bulat
