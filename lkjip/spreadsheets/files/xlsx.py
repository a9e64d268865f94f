"""An xlsx read with openpyxl, after a scan of its XML; with calamine where openpyxl cannot open it.

Strict Open XML, of which openpyxl reads no cell without a word, is first rewritten to the usual namespaces. Sheets are
read in openpyxl's streaming mode with the file's claim about their size forgotten (`reset_dimensions`).
"""

from __future__ import annotations

import io
import re
import warnings
from typing import Any

from lkjip.spreadsheets.files.calamine import read_with_calamine
from lkjip.spreadsheets.files.draft import ERROR, FORMULA, TEXT, Draft, Look, SheetDraft
from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.files.package import Package
from lkjip.spreadsheets.files.plain_values import plain_value
from lkjip.spreadsheets.files.xlsx_parts import Layout, check_document_types, layout, parse_part, rewritten
from lkjip.spreadsheets.files.xlsx_scan import Scan, ScanHandler

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(package: Package, draft: Draft) -> None:
    """Fill the draft with every worksheet."""
    found = layout(package)
    scans = _scans(package, found, draft)
    check_document_types(package, frozenset({found.book, *(part for _, _, part in found.sheets)}))
    content = rewritten(package, found.book) or package.content
    try:
        _read_book(content, found, draft)
    except (MemoryError, Refused):
        raise
    except Exception as error:  # noqa: BLE001 (openpyxl on unusual files: KeyError, TypeError, ValueError, IndexError)
        _read_instead(content, draft, error)
    for sheet in draft.sheets:
        if sheet.name in scans:
            _complete(sheet, scans[sheet.name])
    if found.external_links:
        draft.note("berkas_tautan_luar")


def _scans(package: Package, found: Layout, draft: Draft) -> dict[str, Scan]:
    if len(found.sheets) > draft.limits.sheets:
        raise Refused("lembar_terlalu_banyak", paling_banyak=draft.limits.sheets)
    scans = {}
    for name, _, part in found.sheets:
        handler = ScanHandler(name, draft.limits)
        parse_part(package, part, handler)
        scans[name] = handler.scan
    return scans


def _read_book(content: bytes, found: Layout, draft: Draft) -> None:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for name, hidden, _ in found.sheets:
            _read_sheet(book[name], draft.sheet(name, hidden))


def _read_sheet(source: Any, target: SheetDraft) -> None:
    source.reset_dimensions()
    looks: dict[int, tuple[str, Look]] = {}
    for row in source.iter_rows():
        for cell in row:
            value = cell.value
            if value is None:
                continue
            style = id(cell.style_array)
            number_format, look = looks.get(style) or looks.setdefault(style, _look(cell, target.draft))
            if cell.data_type == "e":
                kind, value = ERROR, str(value)
            elif isinstance(value, str):
                kind, value = TEXT, _unescape(value)
            else:
                kind, value = plain_value(value, number_format)
            target.add(cell.row, cell.column, kind, value, look)


def _look(cell: Any, draft: Draft) -> tuple[str, Look]:
    """Number format in words, and with bold and indent as it travels; asked once per style."""
    bold = int(bool(cell.font and cell.font.b))
    indent = min(int(cell.alignment.indent or 0), 250) if cell.alignment else 0
    return cell.number_format, (draft.format_number(cell.number_format), bold, indent)


def _read_instead(content: bytes, draft: Draft, error: Exception) -> None:
    """Values without formats from calamine, said so; when it cannot either, the file is broken."""
    draft.restart()
    try:
        read_with_calamine(content, draft)
    except ValueError:
        raise Refused("berkas_rusak", rincian="isinya tidak menurut bentuk xlsx") from error
    draft.note("format_tidak_terbaca")


def _complete(sheet: SheetDraft, scan: Scan) -> None:
    """Add what the reader did not tell: formulas without a value, error cells it left out, merges, hidden lines."""
    sheet.merges = scan.merges
    sheet.hidden_rows = scan.hidden_rows
    sheet.hidden_columns = scan.hidden_columns
    for place in sorted(scan.uncomputed):
        sheet.add(*place, FORMULA, None)
    read = {(cell[0], cell[1]) for cell in sheet.cells} if scan.errors else set()
    for place, error in scan.errors.items():
        if place not in read:
            sheet.add(*place, ERROR, error)


def _unescape(text: str) -> str:
    """Excel writes control characters as "_x000D_"."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
