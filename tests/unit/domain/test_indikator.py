"""How a sasaran is called in headings and captions, also the one that stands in for none."""

from __future__ import annotations

import pytest

from lkjip.domain.indikator import UNGROUPED, Sasaran


@pytest.mark.parametrize("teks", [UNGROUPED, UNGROUPED.upper(), f"  {UNGROUPED}  "])
def test_pengganti_sasaran_dikenali_bagaimanapun_ditulis(teks: str) -> None:
    satu = Sasaran(9, 9, teks)
    assert satu.ungrouped
    assert (satu.sebutan, satu.judul) == ("indikator yang belum dikelompokkan", "Indikator yang Belum Dikelompokkan")


def test_sasaran_disebut_dengan_nomornya() -> None:
    satu = Sasaran(1, 2, "Meningkatnya pelayanan")
    assert not satu.ungrouped
    assert (satu.sebutan, satu.judul) == ("sasaran 2", "Sasaran 2: Meningkatnya pelayanan")
