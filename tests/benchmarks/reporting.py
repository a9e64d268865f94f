"""The draft LKjIP against fpdf2 writing the same texts and tables with no logic; the workbook against openpyxl."""

from __future__ import annotations

import io
from pathlib import Path

from fpdf import FPDF, FontFace
from openpyxl import Workbook

from lkjip.charts.build import document_charts
from lkjip.charts.print import to_svg
from lkjip.domain.evaluasi import Evaluasi
from lkjip.reports import pdf_paper
from lkjip.reports.build import build_document
from lkjip.reports.model import Bullets, Document, FigureImage, Heading, Paragraph, Place, RowKind, Table
from lkjip.reports.pdf import write_pdf
from lkjip.reports.xlsx import write_xlsx
from lkjip.reports.xlsx_cells import Amount, Percent
from lkjip.reports.xlsx_sheets import sheets_of
from tests.benchmarks.measure import Row, compare
from tests.makers.kinerja import evaluasi

FONTS = Path(pdf_paper.__file__).parent / "fonts"


def rows() -> list[Row]:
    hasil = evaluasi()
    bare = build_document(hasil, {})
    return [
        compare(
            "PDF: text and tables", lambda: write_pdf(bare), "fpdf2, same", lambda: _floor(bare), "≤ 1.5", rounds=5
        ),
        compare(
            "PDF: with 9 charts drawn",
            lambda: write_pdf(_whole(hasil)),
            "fpdf2, text and tables only",
            lambda: _floor(bare),
            "≤ 1.5",
            rounds=5,
        ),
        compare(
            "XLSX", lambda: write_xlsx(hasil), "openpyxl, same cells", lambda: _floor_xlsx(hasil), "≤ 1.5", rounds=7
        ),
    ]


def _whole(hasil: Evaluasi) -> Document:
    charts = document_charts(hasil)
    return build_document(hasil, {k: FigureImage(to_svg(v), v.title, v.alt) for k, v in charts.items()})


def _floor(document: Document) -> bytes:
    """The same words and cells by fpdf2's own means, in the same embedded typeface."""
    pdf = FPDF(unit="mm", format="A4")
    for style, face in pdf_paper.FACES.items():
        pdf.add_font("lkjip", style, FONTS / f"LKjIPSans-{face}.ttf")
    pdf.set_font("lkjip", size=10.5)
    for section in document.sections:
        pdf.add_page(orientation="L" if section.landscape else "P")
        for block in section.blocks:
            if isinstance(block, Heading | Paragraph | Place):
                pdf.multi_cell(0, 5.7, block.text, align="J", new_x="LMARGIN", new_y="NEXT")
            elif isinstance(block, Bullets):
                for item in block.items:
                    pdf.multi_cell(0, 5.7, item, align="J", new_x="LMARGIN", new_y="NEXT")
            elif isinstance(block, Table):
                _floor_table(pdf, block)
    return bytes(pdf.output())


def _floor_table(pdf: FPDF, block: Table) -> None:
    pdf.set_font_size(8.5)
    widths = tuple(column.width for column in block.columns)
    with pdf.table(col_widths=widths, line_height=4.05, headings_style=FontFace(emphasis="BOLD")) as table:
        table.row([column.title for column in block.columns])
        for row in block.rows:
            if row.kind is RowKind.GROUP:
                table.row().cell(row.cells[0], colspan=len(widths))
            else:
                table.row(row.cells)
    pdf.set_font_size(10.5)


def _floor_xlsx(hasil: Evaluasi) -> bytes:
    book = Workbook()
    for sheet in sheets_of(hasil):
        page = book.create_sheet(sheet.name)
        page.append([title for title, _ in sheet.columns])
        for cells in sheet.rows:
            page.append([cell.angka if isinstance(cell, Amount | Percent) else cell for cell in cells])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
