"""Real workbooks and text tables, cell for cell (the outcomes of hostile and odd files: `test_outcomes`)."""

from __future__ import annotations

import csv
import io
import warnings
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import openpyxl

from lkjip.domain.finding import Katalog
from lkjip.spreadsheets.cells import Workbook
from lkjip.spreadsheets.files.read import read_workbook


def read_all(files: list[Path], katalog: Katalog) -> dict[str, Workbook]:
    with ThreadPoolExecutor(2) as pool:
        return dict(
            zip(
                (str(path.name) for path in files),
                pool.map(lambda path: read_workbook(path.name, path.read_bytes(), katalog), files),
                strict=True,
            )
        )


def test_lembar_nyata_terbaca_sama_dengan_openpyxl(real_data: Path, katalog: Katalog) -> None:
    """Values of all real workbooks, cell for cell, against openpyxl's full mode."""
    files = sorted((real_data / "spreadsheets").glob("*.xlsx"))
    for name, workbook in read_all(files, katalog).items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(real_data / "spreadsheets" / name, data_only=True)
        for sheet in workbook.sheets:
            expected = {
                cell.coordinate: cell
                for row in book[sheet.name].iter_rows()
                for cell in row
                if cell.value is not None and str(cell.value).strip()
            }
            assert {cell.address for cell in sheet.cells} == set(expected), (name, sheet.name)
            for cell in sheet.cells:
                value, other = cell.value, expected[cell.address].value
                if isinstance(other, int | float) and not isinstance(other, bool):
                    assert value == Decimal(format(other, ".15g")), (name, sheet.name, cell.address)
                elif cell.galat:
                    assert cell.galat == other
                elif isinstance(other, str):
                    assert value == other.replace("\r\n", "\n"), (name, sheet.name, cell.address)
                assert cell.format == expected[cell.address].number_format


def test_baris_tersembunyi_lembar_nyata(real_data: Path, katalog: Katalog) -> None:
    name = "deliserdang_bappedalitbang_evaluasi_renja_tw4_2025.xlsx"
    workbook = read_workbook(name, (real_data / "spreadsheets" / name).read_bytes(), katalog)
    (sheet,) = workbook.sheets
    assert sheet.hidden_rows == frozenset({40, 41, 43, 82, 86, 89, 90, *range(106, 113)})
    assert len(sheet.merges) == 46
    assert [finding.kode for finding in workbook.findings] == ["baris_tersembunyi", "sel_galat"]


def test_csv_nyata_dengan_koma_tanpa_kutip_di_dalam_isian(real_data: Path, katalog: Katalog) -> None:
    name = "deliserdang_master_kegiatan_semicolon_bom.csv"
    content = (real_data / "spreadsheets" / name).read_bytes()
    workbook = read_workbook(name, content, katalog)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    expected = {
        (row, column): field
        for row, record in enumerate(rows, 1)
        for column, field in enumerate(record, 1)
        if field.strip()
    }
    assert {(cell.row, cell.column): cell.value for cell in workbook.sheets[0].cells} == expected
    assert workbook.findings == ()
