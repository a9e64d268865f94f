"""Whose section workbook it is, found in one walk over the cells however many rows a file has."""

from __future__ import annotations

import time

from lkjip.spreadsheets.cells import Cell, Sheet
from lkjip.spreadsheets.template.read import identify

KODE = "LKJIP-1-2025-3-0123456789abcdef"


def long_sheet(rows: int, *last: Cell) -> list[Sheet]:
    """Two columns of texts, as a registry of residents has them, and what stands below."""
    cells = [Cell(row, column, f"warga {row}") for row in range(1, rows + 1) for column in (1, 2)]
    return [Sheet("Data", hidden=False, cells=(*cells, *last))]


def seconds(sheets: list[Sheet]) -> float:
    """The best of three: what the machine itself makes it wait is left out."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        assert identify(sheets) is None
        taken.append(time.process_time() - begun)
    return min(taken)


def test_sepuluh_kali_baris_tidak_memakan_seratus_kali_waktu() -> None:
    """Regression: each row was compared with every other; 9,400 rows held the server for half a minute."""
    assert seconds(long_sheet(20_000)) < 40 * seconds(long_sheet(2_000))


def test_pengenal_yang_terlihat_menyebut_kantor_dan_seksi_di_sampingnya() -> None:
    below = (
        Cell(51, 1, "Kantor"), Cell(51, 2, "Kecamatan Uji"), Cell(52, 1, "Seksi"), Cell(52, 2, "Seksi Uji"),
        Cell(53, 1, KODE),
    )  # fmt: skip
    found = identify(long_sheet(50, *below))
    assert found is not None
    assert (found.kantor, found.seksi) == ("Kecamatan Uji", "Seksi Uji")
    assert (found.seksi_id, found.tahun, found.sidik) == (3, 2025, "0123456789abcdef")


def test_pengenal_dengan_tahun_di_luar_abad_ini_bukan_pengenal() -> None:
    for tahun, dikenal in ((1999, False), (2000, True), (2099, True), (2100, False)):
        found = identify(long_sheet(3, Cell(9, 1, KODE.replace("2025", str(tahun)))))
        assert (found is not None) is dikenal, tahun
