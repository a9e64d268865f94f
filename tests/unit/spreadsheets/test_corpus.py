"""Files from public test collections and generators: each is read with cells or refused with a finding."""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from lkjip.domain.finding import Katalog, Tingkat
from lkjip.spreadsheets.cells import Workbook
from lkjip.spreadsheets.files.read import read_workbook

MADE_TOO_SLOWLY = {"bomb_rows", "bomb_space", "bomb_shared", "bomb_onetext", "bomb_lying", "encrypted"}
READ = {
    "dim_lie", "dv_many", "external_link", "is_csv", "is_html", "merge_all", "merge_col", "styled_blank",
    "ods_repeat_blank", "odd_strict", "odd_prefixed", "odd_no_r", "odd_no_dim", "odd_small_dim", "odd_no_styles",
    "odd_bad_fill", "odd_backslash", "odd_abs_target", "odd_date1904",
}  # fmt: skip


def read_all(files: list[Path], katalog: Katalog) -> dict[str, Workbook]:
    with ThreadPoolExecutor(2) as pool:
        return dict(
            zip(
                (str(path.name) for path in files),
                pool.map(lambda path: read_workbook(path.name, path.read_bytes(), katalog), files),
                strict=True,
            )
        )


def cell_count(workbook: Workbook) -> int:
    return sum(len(sheet.cells) for sheet in workbook.sheets)


def refusals(workbook: Workbook) -> list[str]:
    return [finding.kode for finding in workbook.findings if finding.tingkat is Tingkat.GALAT]


@pytest.mark.parametrize("golongan", ["valid", "doubtful", "hostile", "corrupt", "encrypted"])
def test_setiap_berkas_terbaca_berisi_atau_ditolak_dengan_temuan(
    golongan: str, bad_files: Path, katalog: Katalog
) -> None:
    corpus = bad_files / "corpus"
    with (corpus / "INDEX.csv").open(encoding="utf-8", newline="") as index:
        files = [corpus / row["path"] for row in csv.DictReader(index) if row["class"] == golongan]
    if golongan == "valid":
        files = files[::2]  # the whole takes long and every kind is in the half
    wrong = []
    for name, workbook in read_all(files, katalog).items():
        refused = refusals(workbook)
        if (cell_count(workbook) > 0) is bool(refused) or len(refused) > 1:
            wrong.append((name, refused))
        if golongan == "encrypted" and refused != ["berkas_terkunci"]:
            wrong.append((name, refused))
        if golongan == "valid" and not set(refused) <= {
            "berkas_makro", "berkas_tanpa_isi", "teks_bukan_tabel", "berkas_terkunci"
        }:  # fmt: skip
            wrong.append((name, refused))
        if golongan == "corrupt" and not refused:
            wrong.append((name, refused))
    assert wrong == []


def test_tulisan_nakal_sebagai_berkas(bad_files: Path, katalog: Katalog) -> None:
    for name, workbook in read_all(sorted((bad_files / "corpus" / "strings").glob("*.txt")), katalog).items():
        assert (cell_count(workbook) > 0) is not bool(refusals(workbook)), name


def test_berkas_buatan_pembangkit(bad_files: Path, tmp_path: Path, katalog: Katalog) -> None:
    generator = _load(bad_files / "generate_workbooks.py")
    names = [name for name in generator.GENS if name not in MADE_TOO_SLOWLY]
    files = []
    for name in names:
        files.append(tmp_path / f"{name}.{generator.EXT.get(name, 'xlsx')}")
        generator.GENS[name](str(files[-1]), False)
    read = read_all(files, katalog)
    assert {path.stem for path in files if cell_count(read[path.name])} == READ
    assert {path.stem for path in files if len(refusals(read[path.name])) == 1} == set(names) - READ


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


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    was, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = was
    return module
