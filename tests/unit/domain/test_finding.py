"""Findings: errors block, and stand first; readings start empty."""

from __future__ import annotations

import pytest

from lkjip.domain.finding import LONGEST_QUOTE, FindingText, Katalog, Tingkat, blocks, quoted, sorted_findings
from lkjip.domain.reading import Bacaan

KATALOG = Katalog(
    {tingkat.value: FindingText(tingkat.value, tingkat, "Lembar '{lembar}', sel {sel}: {nilai}", "Tulis {benar}.")
     for tingkat in Tingkat}
)  # fmt: skip


def temuan(kode: str):
    return KATALOG.temuan(kode, lembar="IKU", sel="F12", nilai="98.5.3", benar="98,53")


def test_temuan_menyebut_tempat_nilai_dan_obat() -> None:
    hasil = temuan("galat")
    assert hasil.pesan == "Lembar 'IKU', sel F12: 98.5.3"
    assert hasil.saran == "Tulis 98,53."
    assert (hasil.lembar, hasil.sel, hasil.nilai) == ("IKU", "F12", "98.5.3")


@pytest.mark.parametrize(
    ("kode", "menghalangi"), [((), False), (("catatan", "peringatan"), False), (("catatan", "galat"), True)]
)
def test_hanya_galat_yang_menghalangi(kode: tuple[str, ...], menghalangi: bool) -> None:
    assert blocks(tuple(temuan(satu) for satu in kode)) is menghalangi


def test_galat_di_depan_lalu_menurut_urutan_ditemukan() -> None:
    urut = sorted_findings(tuple(temuan(satu) for satu in ("catatan", "galat", "peringatan", "galat")))
    assert [satu.kode for satu in urut] == ["galat", "galat", "peringatan", "catatan"]


def test_bacaan_baru_tidak_berbagi_isi() -> None:
    satu, dua = Bacaan("IKU", 1), Bacaan("IKU", 2)
    assert satu.kontrol == {}
    assert satu.kontrol is not dua.kontrol


def test_kutipan_panjang_dipotong_dan_tanda_kutipnya_tetap_tertutup() -> None:
    tepat = "a" * LONGEST_QUOTE
    assert quoted(tepat) == tepat
    assert quoted(tepat + "a") == "a" * (LONGEST_QUOTE - 1) + "…"
    assert quoted(tepat + "'") == "a" * (LONGEST_QUOTE - 1) + "…'"
