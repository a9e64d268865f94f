"""Levels by the form of codes, and by what adds up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.anggaran import TingkatAnggaran as T
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import BarisTabel, Kolom, Peran
from lkjip.spreadsheets.tables.codes import code_of, level_of_code
from lkjip.spreadsheets.tables.sums import parents_by_sum, rough_amount


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("7", T.URUSAN), ("7.01", T.BIDANG), ("7.01.02", T.PROGRAM), ("7.01.02.2.01", T.KEGIATAN),
        ("7.01.02.2.01.14", T.SUB_KEGIATAN), ("7.01.02.2.01.0014", T.SUB_KEGIATAN),
        ("7.01.02.2.01.00014", T.SUB_KEGIATAN),
        ("2.16.2.20.2.21.01.0000", T.SKPD), ("7.01.0.00.0.00.01.0000", T.SKPD), ("5.1.02", T.REKENING),
        ("5.1.02.01.001.00024", T.REKENING), ("5111", T.REKENING), ("5.01.02", T.PROGRAM), ("X.XX.01", T.PROGRAM),
        ("1.01.01.2.01.01.1", T.REKENING), ("A", None), ("", None), ("I.1", None),
    ],
)  # fmt: skip
def test_tingkat_menurut_bentuk_kode(code: str, level: T | None) -> None:
    assert level_of_code(code) is level


def _row(*texts: str) -> tuple[BarisTabel, tuple[Kolom, ...]]:
    cells = {place: Cell(1, place, text) for place, text in enumerate(texts, 1) if text}
    return BarisTabel(1, cells), tuple(Kolom(place, "Kode", Peran.KODE) for place in range(1, len(texts) + 1))


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("7", "01", "02", "2.01", "0014"), "7.01.02.2.01.0014"),
        (("7", "01", "", "", ""), "7.01"),
        (("2.16", "2.16.2.20.2.21.01.0000", "2.16.01", ""), "2.16.01"),
        (("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0001", "5.1.02"), "5.1.02"),
        (("2", "", ""), "2"),
        (("", "-", ""), ""),
    ],
)
def test_kode_dalam_beberapa_kolom(texts: tuple[str, ...], code: str) -> None:
    row, kolom = _row(*texts)
    assert code_of(row, kolom) == code


def _amounts(*values: int) -> list[tuple[Decimal, ...]]:
    return [(Decimal(value), Decimal(value // 2)) for value in values]


def test_baris_yang_berjumlah_adalah_rincian() -> None:
    assert parents_by_sum(_amounts(60, 30, 10, 20, 30), [None] * 5) == [None, 0, 1, 1, 0]


def test_rantai_satu_rincian() -> None:
    assert parents_by_sum(_amounts(50, 50, 50), [None] * 3) == [None, 0, 1]


def test_yang_tidak_berjumlah_tidak_punya_rincian() -> None:
    assert parents_by_sum(_amounts(60, 30, 10), [None] * 3) == [None, None, None]


def test_nol_tidak_membuktikan_apa_pun() -> None:
    assert parents_by_sum(_amounts(0, 0, 0), [None] * 3) == [None, None, None]


def test_tingkat_yang_diketahui_membatasi() -> None:
    assert parents_by_sum(_amounts(50, 50), [3, 3]) == [None, None]
    assert parents_by_sum(_amounts(50, 50), [3, 4]) == [None, 0]


def test_jumlah_sama_tidak_membawa_program_ke_bawah_sub_kegiatan() -> None:
    # program 1, kegiatan, sub kegiatan, program 2 with the very same amount
    ranks = [80, None, None, 80, None]
    assert parents_by_sum(_amounts(50, 50, 50, 50, 50), ranks)[3] is None


def test_satu_sel_yang_salah_ketik_tidak_merusak_pohon() -> None:
    lines = [tuple(Decimal(value) for value in row) for row in ((60, 60, 61, 60), (30, 30, 30, 30), (30, 30, 30, 30))]
    assert parents_by_sum(lines, [None] * 3) == [None, 0, 0]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp 1.500.000,-", "1500000"),
        ("1,234,567.00", "1234567.00"),
        ("1.234.567,5", "1234567.5"),
        ("-", "0"),
        ("12", "12"),
    ],
)
def test_jumlah_kasar_untuk_membandingkan(text: str, amount: str) -> None:
    assert rough_amount(Cell(1, 1, text)) == Decimal(amount)
