"""Writes the example workbooks of `data/contoh`: `python -m lkjip.services.contoh_workbooks [FOLDER]`."""

from __future__ import annotations

import io
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from lkjip.config import SAMPLE_FOLDER
from lkjip.services.contoh_tables import (
    ANGGARAN,
    FIRST_BUDGET_ROW,
    FIRST_ROW,
    NAMES,
    Lembar,
    budget,
    sample,
    sheets,
    written,
)
from lkjip.services.isian import read_isian

MARK = "CONTOH: kantor, nama, dan angka rekaan"


def workbooks() -> dict[str, bytes]:
    """Every example workbook by file name."""
    by_file: dict[str, list[Lembar]] = {}
    for lembar in sheets():
        by_file.setdefault(lembar.berkas, []).append(lembar)
    return {**{name: _indicator_book(some) for name, some in by_file.items()}, ANGGARAN: _budget_book()}


def _book() -> tuple[Any, io.BytesIO, dict[str, Any]]:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": MARK, "created": datetime(2025, 1, 2)})  # noqa: DTZ001  # a fixed date: same bytes
    styles = {
        "title": book.add_format({"bold": True}),
        "head": book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}),
        "text": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
        "rupiah": book.add_format({"border": 1, "num_format": "#,##0"}),
        "percent": book.add_format({"border": 1, "num_format": "0.00"}),
    }
    return book, content, styles


def _titles(page: Any, styles: dict[str, Any], judul: str) -> None:
    for row, text in enumerate((judul, sample()["kantor"]["nama"].upper(), MARK)):
        page.write_string(row, 0, text, styles["title"])


def _indicator_book(lembar: list[Lembar]) -> bytes:
    book, content, styles = _book()
    for satu in lembar:
        page = book.add_worksheet(satu.nama)
        _titles(page, styles, satu.judul)
        _headers(page, satu, styles["head"])
        _indicator_rows(page, satu, styles["text"])
    book.close()
    return content.getvalue()


def _headers(page: Any, lembar: Lembar, style: Any) -> None:
    """Two header rows: names over both, groups over their columns."""
    page.set_column(0, 0, 5)
    page.set_column(1, 2, 40)
    top, bottom = FIRST_ROW - 3, FIRST_ROW - 2
    for column, text in enumerate(NAMES):
        page.merge_range(top, column, bottom, column, text, style)
    column = len(NAMES)
    for lajur in lembar.lajur:
        last = column + len(lajur.anak) - 1
        page.merge_range(top, column, bottom if column == last else top, last, lajur.judul, style)
        for place, text in enumerate(lajur.anak if column < last else ()):
            page.write_string(bottom, column + place, text, style)
        column = last + 1


def _indicator_rows(page: Any, lembar: Lembar, style: Any) -> None:
    for row, number, satu, first in lembar.rows():
        texts = (f"{number}", sample()["sasaran"][number - 1]["teks"]) if first else ("", "")
        for column, text in enumerate((*texts, satu["teks"], satu["satuan"])):
            page.write_string(row - 1, column, text, style)
        for column, lajur, index in lembar.columns():
            _write_value(page, row - 1, column - 1, written(satu, lajur, index), style)


def _write_value(page: Any, row: int, column: int, teks: str, style: Any) -> None:
    """A plain number as a number, everything else as it is written."""
    nilai = read_isian(teks, "Nilai")
    if nilai.angka is not None and nilai.sampai is None:
        page.write_number(row, column, float(nilai.angka), style)
    elif teks:
        page.write_string(row, column, teks, style)
    else:
        page.write_blank(row, column, None, style)


def _budget_book() -> bytes:
    book, content, styles = _book()
    for tahun in sample()["tahun"]:
        page = book.add_worksheet(f"Anggaran {tahun}")
        _titles(page, styles, f"LAPORAN REALISASI ANGGARAN TAHUN {tahun}")
        page.set_column(0, 0, 20)
        page.set_column(1, 1, 70)
        page.set_column(2, 4, 18)
        heads = ("Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "%")
        for column, text in enumerate(heads):
            page.write_string(FIRST_BUDGET_ROW - 2, column, text, styles["head"])
        for pos in budget():
            if pos.tahun == tahun:
                page.write_string(pos.row - 1, 0, pos.kode, styles["text"])
                page.write_string(pos.row - 1, 1, pos.uraian, styles["text"])
                page.write_number(pos.row - 1, 2, float(pos.pagu), styles["rupiah"])
                page.write_number(pos.row - 1, 3, float(pos.realisasi), styles["rupiah"])
                page.write_number(pos.row - 1, 4, float(round(pos.realisasi / pos.pagu * 100, 2)), styles["percent"])
    book.close()
    return content.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE_FOLDER
    for name, book_content in workbooks().items():
        (folder / name).write_bytes(book_content)
