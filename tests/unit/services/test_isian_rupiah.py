"""Amounts of money typed into a form: money has no part smaller than a sen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.numbers import StatusNilai
from lkjip.errors import RefusedError
from lkjip.services.isian import read_rupiah


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("600.000", "600000"),
        ("12,345", "12345"),
        ("1.500.000", "1500000"),
        ("Rp 1.500.000,50", "1500000.50"),
        ("0", "0"),
        ("1" + "0" * 15, "1" + "0" * 15),
    ],
)
def test_jumlah_rupiah_terbaca_satu_arti(teks: str, angka: str) -> None:
    assert read_rupiah(teks, "Pagu").angka == Decimal(angka)


@pytest.mark.parametrize(("teks", "status"), [("", StatusNilai.KOSONG), ("tidak berlaku", StatusNilai.TIDAK_BERLAKU)])
def test_yang_bukan_jumlah_tetap_bukan_nol(teks: str, status: StatusNilai) -> None:
    nilai = read_rupiah(teks, "Pagu")
    assert (nilai.status, nilai.angka) == (status, None)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("seribu", "bukan jumlah rupiah"),
        ("80-90", "bukan jumlah rupiah"),
        ("-0,01", "kurang dari nol"),
        ("1.000.000.000.000.000,01", "terlalu besar"),
        ("0,0015", "lebih halus dari sen"),
    ],
)
def test_yang_bukan_jumlah_rupiah_ditolak_dengan_sebabnya(teks: str, sebab: str) -> None:
    with pytest.raises(RefusedError, match=sebab):
        read_rupiah(teks, "Pagu")
