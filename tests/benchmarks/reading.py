"""Read and validate one section workbook against openpyxl reading its cells; the child's start is counted apart."""

from __future__ import annotations

import io
import subprocess
import sys

import openpyxl

from lkjip.services import importing
from tests.benchmarks.measure import Row, compare
from tests.makers.here import read_here
from tests.makers.section import section_workbook


def bare_openpyxl(content: bytes) -> int:
    """The thinnest reader: every cell's value touched once."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def bare_process() -> None:
    """The thinnest reading process: an interpreter that has loaded openpyxl."""
    subprocess.run([sys.executable, "-I", "-B", "-c", "import openpyxl"], check=True)


def rows() -> list[Row]:
    content, tiny = section_workbook(), section_workbook(sheets=1, rows=1)
    assert importing.read("seksi.xlsx", content).bacaan == read_here("seksi.xlsx", content).bacaan
    return [
        compare(
            "read + validate a section workbook (5 × 60 × 15), in process",
            lambda: read_here("seksi.xlsx", content),
            "openpyxl reading the cells",
            lambda: bare_openpyxl(content),
            "≤ 2 ×",
            rounds=15,
        ),
        compare(
            "child start: a one-row workbook through the reading process",
            lambda: importing.read("kecil.xlsx", tiny),
            "a Python process that imports openpyxl",
            bare_process,
            "counted apart",
        ),
        compare(
            "the section workbook as uploaded, with its reading process",
            lambda: importing.read("seksi.xlsx", content),
            "openpyxl reading the cells",
            lambda: bare_openpyxl(content),
            "the sum of both",
        ),
    ]
