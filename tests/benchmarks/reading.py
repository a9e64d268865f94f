"""Read and validate one section workbook against openpyxl reading its cells; the child's start is counted apart."""

from __future__ import annotations

import io

import openpyxl

from lkjip.services import importing
from tests.benchmarks.measure import Row, compare
from tests.makers.section import section_workbook


def bare_openpyxl(content: bytes) -> int:
    """The thinnest reader: every cell's value touched once."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def rows() -> list[Row]:
    content, tiny = section_workbook(), section_workbook(sheets=1, rows=1)
    start = compare(
        "child start + one-row workbook",
        lambda: importing.read("kecil.xlsx", tiny),
        "openpyxl, the same",
        lambda: bare_openpyxl(tiny),
        "counted apart",
    )
    whole = compare(
        "read + validate a section workbook (5 × 60 × 15)",
        lambda: importing.read("seksi.xlsx", content),
        "openpyxl reading the cells",
        lambda: bare_openpyxl(content),
        "≤ 2 × without child start",
    )
    apart = Row(
        "the same without child start",
        whole.floor,
        whole.work_ms - start.work_ms,
        whole.floor_ms,
        "≤ 2 ×",
    )
    return [start, whole, apart]
