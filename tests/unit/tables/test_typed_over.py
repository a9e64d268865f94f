"""Numbers typed over a formula are named with what the formula would give; what merely is no formula is not."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
import xlsxwriter

from lkjip.domain.finding import Finding
from lkjip.rules import load_aturan
from lkjip.spreadsheets.files.read import read_workbook
from lkjip.spreadsheets.files.xlsx_formulas import UNKNOWN, Shapes, shape_of
from lkjip.spreadsheets.numbers.row_formula import is_of_row, value_at, written_at
from tests.makers.sheets import book, read, read_bytes, sheet

HEAD = ["No", "Indikator", "Target", "Triwulan I", "Triwulan II", "Realisasi"]
SUM = "c(-2,0)+c(-1,0)"  # =D+E in column F
F = 6


def findings(typed: dict[int, Any], rows: int = 10, shape: str = SUM, quarters: Any = (1, 2)) -> list[Finding]:
    """`rows` indicators whose Realisasi (column F) is a formula but in the typed rows (sheet row: value)."""
    values = [
        HEAD,
        *([n, f"Jumlah laporan nomor {n}", 3, *quarters, typed.get(n + 1, 3)] for n in range(1, rows + 1)),
    ]
    made = sheet(values)
    cells = tuple(
        replace(cell, shape=shape) if cell.column == F and cell.row > 1 and cell.row not in typed else cell
        for cell in made.cells
    )
    return read(book(replace(made, cells=cells)), tahun=2025).dengan("rumus_tertimpa")


def test_satu_angka_di_antara_rumus_disebut_dengan_hasil_rumusnya() -> None:
    (finding,) = findings({5: 0})
    assert (finding.sel, finding.nilai, finding.tingkat) == ("F5", "0", "peringatan")
    assert "(D5+E5) seharusnya 3" in finding.pesan
    assert "salin rumus" in finding.saran


def test_dua_angka_disebut_bersama() -> None:
    (finding,) = findings({5: 0, 8: 7})
    assert "F5 0, menurut rumus 3, F8 7, menurut rumus 3" in finding.pesan


@pytest.mark.parametrize("typed", [3, 3.0, "3.00"])
def test_angka_yang_sama_dengan_hasil_rumus_tidak_disebut(typed: Any) -> None:
    assert findings({5: typed}) == []


@pytest.mark.parametrize(("typed", "named"), [(3.3, False), (3.33, False), (3.34, True), (3.2, True), (3, True)])
def test_pembulatan_pada_desimal_yang_diketik_tidak_disebut(typed: float, named: bool) -> None:
    assert bool(findings({5: typed}, quarters=(1.333, 2))) is named


@pytest.mark.parametrize(("count", "named"), [(2, True), (3, False)])
def test_kolom_yang_kebanyakan_diketik_tidak_disebut(count: int, named: bool) -> None:
    assert bool(findings(dict.fromkeys(range(4, 4 + count), 0))) is named  # 8 of 10 are nearly all, 7 are not


@pytest.mark.parametrize(("rows", "named"), [(4, False), (5, True)])
def test_tiga_rumus_belum_kebiasaan(rows: int, named: bool) -> None:
    assert bool(findings({3: 0}, rows=rows)) is named


@pytest.mark.parametrize("row", [2, 11])
def test_di_tepi_tabel_bukan_di_antara_rumus(row: int) -> None:
    assert findings({row: 0}) == []


@pytest.mark.parametrize("shape", [UNKNOWN, "c(0,-1)+1", "SUM(r(0,1,0,4))", "c(-2,0)/0", "MAX(c(-2,0),c(-1,0))"])
def test_rumus_yang_tidak_dapat_diikuti_tidak_dipakai_menuduh(shape: str) -> None:
    assert findings({5: 0}, shape=shape) == []


def test_rumus_berbagi_dan_biasa_sebentuk() -> None:
    shapes = Shapes()
    shapes.add(2, 6, "D2+E2", {"t": "shared", "si": "0", "ref": "F2:F4"})
    shapes.add(3, 6, "", {"t": "shared", "si": "0"})
    shapes.add(4, 6, "D4+E4", {})
    shapes.add(4, 7, "", {"t": "shared", "si": "0"})
    shapes.add(5, 6, "", {"t": "shared", "si": "9"})
    shapes.add(6, 6, "D6:D7", {"t": "array", "ref": "F6"})
    assert [shapes.names[number] for *_, number in shapes.places] == [SUM, SUM, SUM, SUM, UNKNOWN, UNKNOWN]


def test_berkas_dengan_rumus_berbagi_dibaca_sampai_temuannya() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        page = made.add_worksheet("Evaluasi")
        page.write_row(0, 0, HEAD)
        for row in range(1, 11):
            page.write_row(row, 0, [row, f"Jumlah laporan nomor {row}", 3, 1, 2])
            if row == 4:
                page.write(row, 5, 0)
            else:
                page.write_formula(row, 5, f"=D{row + 1}+E{row + 1}", None, 3)
    (finding,) = read_bytes("evaluasi.xlsx", out.getvalue(), tahun=2025).dengan("rumus_tertimpa")
    assert (finding.lembar, finding.sel) == ("Evaluasi", "F5")
    read_back = read_workbook("evaluasi.xlsx", out.getvalue(), load_aturan().katalog)
    shapes = {cell.address: cell.shape for cell in read_back.sheets[0].cells if cell.column == F}
    assert (shapes["F2"], shapes["F5"], shapes["F11"]) == (SUM, "", SUM)


@pytest.mark.parametrize(
    ("formula", "shape"),
    [
        ("P51+S51", "c(-12,0)+c(-9,0)"),
        ("SUM(A51:C51)", "SUM(r(-27,0,-25,0))"),
        ("$P51*2", "c(-12,0)*2"),
        ("P$51", UNKNOWN),
        ("Lembar2!P51", UNKNOWN),
        ('IF(P51="",0,1)', UNKNOWN),
        ("", UNKNOWN),
        ("+".join(["P51"] * 61), UNKNOWN),  # longer than what travels
        ("LOG10(P51)", "LOG10(c(-12,0))"),
    ],
)
def test_bentuk_rumus_dilihat_dari_selnya(formula: str, shape: str) -> None:
    assert shape_of(formula, 51, 28) == shape


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        ("c(-2,0)+c(-1,0)", 3), ("SUM(r(-2,0,-1,0))", 3), ("AVERAGE(r(-2,0,-1,0))", "1.5"), ("-c(-1,0)*(2+1)", -6),
        ("ROUND(c(-2,0)/3,2)", "0.33"), ("IFERROR(c(-2,0)/c(5,0),0)", 0), ("c(-2,0)/c(5,0)", None),
        ("c(-2,0)^2", None), ("c(-5,0)+1", None), ("MAX(c(-2,0))", None), ("c(-2,0)+", None), ("((((", None),
        ("__import__('os')", None), ("c(1)", None),
    ],
)  # fmt: skip
def test_nilai_rumus_satu_baris(shape: str, value: Any) -> None:
    cells = {(cell.row, cell.column): cell for cell in sheet([["kata", N, N, 1, 2]]).cells}
    found = value_at(shape, 1, F, lambda row, column: cells.get((row, column)))
    assert (None if found is None else str(found)) == (None if value is None else str(value))


N = None


def test_rumus_ditulis_kembali_untuk_sebuah_sel() -> None:
    assert written_at("SUM(r(-27,0,-25,0))+c(-1,0)", 51, 28) == "SUM(A51:C51)+AA51"
    assert is_of_row(SUM)
    assert not is_of_row("SUM(r(0,1,0,4))")
    assert not is_of_row("1+2")
