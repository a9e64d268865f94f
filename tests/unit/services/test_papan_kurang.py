"""What a reminder says is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lkjip.domain.kantor import Seksi
from lkjip.domain.kelengkapan import Bagian, Kelengkapan
from lkjip.domain.pengumpulan import Keadaan
from lkjip.services.papan import BarisPapan, Papan, missing

TIDAK_DIBACA: Any = None


@pytest.mark.parametrize(
    ("banyak", "kalimat"),
    [
        (3, "Realisasi: I1, I2, dan I3"),
        (4, "Realisasi: I1, I2, I3, dan I4"),
        (5, "Realisasi: I1, I2, I3, I4, dan 1 lainnya"),
    ],
)
def test_indikator_yang_tidak_muat_bukan_seksi_lain(banyak: int, kalimat: str) -> None:
    bagian = Kelengkapan(Bagian.REALISASI, 0, banyak, tuple(f"I{nomor}" for nomor in range(1, banyak + 1)))
    baris = BarisPapan(Seksi(7, "Seksi Uji"), Keadaan.MENUNGGU, (bagian,), TIDAK_DIBACA, TIDAK_DIBACA)
    assert missing(Papan(2025, date(2026, 1, 1), (baris,))) == {7: (kalimat,)}
