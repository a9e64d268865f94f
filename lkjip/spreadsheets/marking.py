"""Inside the limited process: findings written into an open workbook, with openpyxl."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lkjip.spreadsheets.cells import Sheet
from lkjip.spreadsheets.files.draft import sheet_from
from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.rebuilding import plain_text, put, rebuilt
from lkjip.spreadsheets.template.styles import height

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Mark = Mapping[str, Any]  # a Finding as it travels
TEMUAN = "Temuan"
WARNA = {"galat": "FFF4B6AE", "peringatan": "FFFFD98E", "catatan": "FFCFE2F3"}
SEBUTAN = {"galat": "GALAT", "peringatan": "PERINGATAN", "catatan": "CATATAN"}
_LEBAR = {"Tingkat": 13, "Lembar": 16, "Sel": 9, "Nilai": 24, "Yang ditemukan": 70, "Yang perlu dilakukan": 60}
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LONGEST_COMMENT = 4_000
_OURS = "LKjIP: pemeriksaan"


def mark_read(content: bytes, result: Mapping[str, Any], marking: Mapping[str, Any]) -> dict[str, str]:
    """The marked workbook of a file that has just been read; pictures openpyxl does not know are lost, cells never."""
    sheets = [sheet_from(sheet, result["formats"]) for sheet in result["sheets"]]
    if not any(sheet.cells for sheet in sheets):
        raise Refused("berkas_tanpa_isi")
    book = _opened(content, sheets) if result["kind"] == "xlsx" else None
    if book is None:
        book = rebuilt(sheets, {name: tuple(labels) for name, labels in marking["label"].items()})
    return {"content": base64.b64encode(marked(book, marking["marks"])).decode("ascii")}


def _opened(content: bytes, sheets: Sequence[Sheet]) -> Workbook | None:
    """The workbook as it is; None where openpyxl cannot open (Strict, broken styles) what our reader could read."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl on unusual files: KeyError, TypeError, ValueError, ...
        return None
    return book if {sheet.name for sheet in sheets if sheet.cells} <= set(book.sheetnames) else None


def marked(book: Workbook, marks: Sequence[Mark]) -> bytes:
    """Marks in cells and the sheet Temuan in an open workbook, as bytes."""
    forget_marks(book)
    for nama, of_sheet in _by_sheet(marks).items():
        if nama in book.sheetnames:
            for sel, of_cell in of_sheet.items():
                _mark(book[nama], sel, of_cell)
    _list(book, marks)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def forget_marks(book: Workbook) -> None:
    """Take the marks of an earlier round away: a mended cell must not look wrong still."""
    if TEMUAN in book.sheetnames:
        del book[TEMUAN]
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # only cells that are there: iter_rows makes those between as well
            if cell.comment is not None and _OURS in cell.comment.text:
                _unmark(cell)


def _unmark(cell: Cell) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    assert cell.comment is not None  # noqa: S101 - the caller has looked
    own, _, ours = cell.comment.text.partition(_OURS)
    before = re.search(r"warna semula: ([0-9A-F]{8}|tidak ada)", ours)
    colour = before[1] if before else "tidak ada"
    cell.fill = PatternFill() if colour == "tidak ada" else PatternFill("solid", fgColor=colour)
    cell.comment = Comment(own.rstrip(), cell.comment.author or "LKjIP") if own.strip() else None


def _by_sheet(marks: Iterable[Mark]) -> dict[str, dict[str, list[Mark]]]:
    found: dict[str, dict[str, list[Mark]]] = {}
    for mark in marks:
        if mark["lembar"] and _CELL.fullmatch(mark["sel"]):
            found.setdefault(mark["lembar"], {}).setdefault(mark["sel"], []).append(mark)
    return found


def _mark(sheet: Worksheet, sel: str, marks: Sequence[Mark]) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = sheet[sel]
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if sel in area)
        cell = sheet.cell(area.min_row, area.min_col)
    own = cell.comment.text.rstrip() if cell.comment is not None else ""
    author = cell.comment.author if cell.comment is not None else "LKjIP"
    fill = cell.fill.fgColor.rgb if cell.fill.patternType == "solid" else None
    colour = fill if isinstance(fill, str) and len(fill) == 8 else "tidak ada"
    said = [f"{SEBUTAN[mark['tingkat']]}: {mark['pesan']} {mark['saran']}".strip() for mark in marks]
    ours = f"{_OURS} (warna semula: {colour})\n" + "\n".join(said)
    text = f"{own}\n\n{ours}" if own else ours
    cell.comment = Comment(plain_text(text)[:_LONGEST_COMMENT], author or "LKjIP", height=160, width=340)
    cell.fill = PatternFill("solid", fgColor=WARNA[marks[0]["tingkat"]])


def _list(book: Workbook, marks: Sequence[Mark]) -> None:
    """The first sheet: one row per finding, the cell as a link inside the workbook."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet = book.create_sheet(TEMUAN, 0)
    book.active = 0
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    put(sheet, 1, 1, "Temuan pemeriksaan").font = Font(name="Arial", size=15, bold=True, color="FF1F3864")
    put(sheet, 2, 1, _summary(marks)).font = Font(name="Arial", size=10, color="FF44546A")
    for column, (head, width) in enumerate(_LEBAR.items(), 1):
        cell = put(sheet, 4, column, head)
        cell.font = Font(name="Arial", size=10, bold=True, color="FF1F3864")
        cell.fill = PatternFill("solid", fgColor="FFDCE6F1")
        sheet.column_dimensions[cell.column_letter].width = width
    for row, mark in enumerate(marks, 5):
        texts = (SEBUTAN[mark["tingkat"]], *(mark[name] for name in ("lembar", "sel", "nilai", "pesan", "saran")))
        for column, text in enumerate(texts, 1):
            cell = put(sheet, row, column, text)
            cell.font = Font(name="Arial", size=10)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = height(zip(texts, _LEBAR.values(), strict=True))
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=WARNA[mark["tingkat"]])
        if mark["lembar"] in book.sheetnames and _CELL.fullmatch(mark["sel"]):
            _link(sheet.cell(row, 3), mark)
    sheet.freeze_panes = "A5"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "4:4"


def _link(cell: Cell, mark: Mark) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet = str(mark["lembar"]).replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{mark['sel']}", display=mark["sel"])
    cell.font = Font(name="Arial", size=10, color="FF0563C1", underline="single")


def _summary(marks: Sequence[Mark]) -> str:
    counts = {level: sum(mark["tingkat"] == level for mark in marks) for level in SEBUTAN}
    listed = ", ".join(f"{number} {level}" for level, number in counts.items() if number)
    if not marks:
        return "Tidak ada temuan."
    return f"{listed}. Perbaiki sel yang berwarna, simpan, lalu unggah lagi; galat harus diperbaiki dahulu."
