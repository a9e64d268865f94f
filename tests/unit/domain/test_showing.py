"""One wording for every screen and paper; what is shown never reaches a whole number the value does not reach."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.capaian import Capaian, Ketercapaian, StatusCapaian
from lkjip.domain.indikator import JenisTarget, Realisasi, Target
from lkjip.domain.numbers import Nilai, kosong
from lkjip.domain.showing import (
    join_words,
    show_apart,
    show_capaian,
    show_given,
    show_nilai,
    show_percent,
    show_percent_sign,
    show_status,
    with_unit,
)
from tests.makers.nilai import ambigu, angka, kata, tidak_berlaku


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [
        (None, "–"),
        (Decimal("99.994"), "99,99"),
        (Decimal("99.996"), "99,996"),
        (Decimal("100.004"), "100,004"),
        (Decimal(100), "100,00"),
        (Decimal(1) / 3, "0,33"),
    ],
)
def test_persen(nilai: Decimal | None, tertulis: str) -> None:
    assert show_percent(nilai) == tertulis


def test_persen_tidak_lebih_halus_dari_dua_belas_desimal() -> None:
    assert show_percent(Decimal("99.99999999999999")) == "100,000000000000"


def test_persen_dengan_tanda() -> None:
    assert (show_percent_sign(None), show_percent_sign(Decimal(85))) == ("–", "85,00%")


def test_capaian_atau_sebabnya() -> None:
    assert show_capaian(Capaian(StatusCapaian.TERUKUR, "naik", Decimal(85))) == "85,00"
    assert show_capaian(Capaian(StatusCapaian.TIDAK_BERLAKU, "naik")) == "tidak berlaku"


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [
        (None, "–"),
        (angka("87.50"), "87,5"),
        (angka("80-90"), "80–90"),
        (kata("BB"), "BB"),
        (kosong(), "belum ada data"),
        (tidak_berlaku(), "tidak berlaku"),
        (ambigu("1.234", "1234"), "belum pasti"),
    ],
)
def test_nilai(nilai: Nilai | None, tertulis: str) -> None:
    assert show_nilai(nilai) == tertulis


@pytest.mark.parametrize(
    ("satuan", "tertulis"),
    [("%", "87,5%"), (" persen ", "87,5%"), ("Indeks", "87,5"), ("", "87,5"), ("hari", "87,5 hari")],
)
def test_satuan(satuan: str, tertulis: str) -> None:
    assert with_unit("87,5", satuan) == tertulis


def test_isian_target_dan_realisasi() -> None:
    assert show_given(Realisasi(1, 2025, angka("87.50"))) == "87,5"
    assert show_given(Target(1, 2025, JenisTarget.PK, kosong())) == "belum ada data"
    assert show_given(None) == "–"


def test_status_dengan_tanda_dan_kata() -> None:
    assert show_status(Ketercapaian.HAMPIR) == "◐ Hampir tercapai"
    assert len({show_status(satu)[0] for satu in Ketercapaian}) == 4


def test_angka_yang_berbeda_tampak_berbeda() -> None:
    assert show_apart((Decimal("82.551"), Decimal("82.549"))) == ("82,551", "82,549")
    assert show_apart((Decimal("82.5"), Decimal("82.5"))) == ("82,50", "82,50")


@pytest.mark.parametrize(("kata", "tertulis"), [("", ""), ("a", "a"), ("ab", "a dan b"), ("abc", "a, b, dan c")])
def test_gabung_kata(kata: str, tertulis: str) -> None:
    assert join_words(kata) == tertulis
