"""An xlsx read in one pass over each of its parts: styles, shared texts, then sheet by sheet.

No library stands between, because the pass that limits and order need (see `xlsx_sheet`) already sees every cell, and
because openpyxl takes longer to load than a section's workbook takes to read. Namespaces are not looked at: so Strict
Open XML, prefixed names and unusual part names need nothing of their own.
"""

from __future__ import annotations

from lkjip.spreadsheets.files.draft import Draft
from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.files.package import Package
from lkjip.spreadsheets.files.xlsx_parts import check_document_types, layout, parse_part
from lkjip.spreadsheets.files.xlsx_sheet import SheetHandler
from lkjip.spreadsheets.files.xlsx_styles import Styles, StyleSheet
from lkjip.spreadsheets.files.xlsx_values import SharedTexts, Values


def read_xlsx(package: Package, draft: Draft) -> None:
    """Fill the draft with every worksheet."""
    found = layout(package)
    if len(found.sheets) > draft.limits.sheets:
        raise Refused("lembar_terlalu_banyak", paling_banyak=draft.limits.sheets)
    check_document_types(package)
    styles = Styles(draft, _style_sheet(package, found.styles))
    texts = SharedTexts()
    if found.texts in package:
        parse_part(package, found.texts, texts)
    values = Values(styles, texts.found, since_1904=found.since_1904)
    for name, hidden, part in found.sheets:
        parse_part(package, part, SheetHandler(draft.sheet(name, hidden), values))
    if styles.incomplete:
        draft.note("format_tidak_terbaca")
    if found.external_links:
        draft.note("berkas_tautan_luar")


def _style_sheet(package: Package, part: str) -> StyleSheet | None:
    """The styles of the workbook; empty where it has none, None where they are broken (the values are still whole)."""
    sheet = StyleSheet()
    if part in package:
        try:
            parse_part(package, part, sheet)
        except Refused as refused:
            if refused.kode != "berkas_rusak":
                raise
            return None
    return sheet
