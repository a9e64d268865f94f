"""The plan's side of a budget line names its figures with their years, and without where the file tells none."""

from __future__ import annotations

import pytest

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.numbers import kosong
from lkjip.domain.printed import Cocok
from lkjip.domain.reading import BacaanRenstra


def line(akhir: int | None, lalu: int | None, tahun: int | None) -> BacaanRenstra:
    return BacaanRenstra(
        1, None, "7.01.01", "Program", TingkatAnggaran.PROGRAM, akhir, lalu, tahun, kosong(), kosong(), kosong(),
        kosong(), Cocok("tak_terperiksa"), {},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("medan", "dengan", "tanpa"),
    [
        ("pagu", "Pagu Renstra 2030", "Pagu Renstra"),
        ("realisasi_lalu", "Realisasi Renstra s.d. 2024", "Realisasi Renstra s.d. tahun lalu"),
        ("realisasi", "Realisasi Renstra s.d. 2025", "Realisasi Renstra s.d. tahun ini"),
        ("persen_tercetak", "Capaian Renstra s.d. 2025 (%)", "Capaian Renstra s.d. tahun ini (%)"),
    ],
)
def test_angka_renstra_disebut_dengan_tahunnya(medan: str, dengan: str, tanpa: str) -> None:
    assert line(2030, 2024, 2025).nama(medan) == dengan
    assert line(None, None, None).nama(medan) == tanpa
