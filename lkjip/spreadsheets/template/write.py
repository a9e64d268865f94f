"""One section workbook as .xlsx: prefilled, yellow cells open, everything else locked. Same content, same bytes."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkjip.domain.isian_format import IsiFormat
from lkjip.spreadsheets.template import schema, styles
from lkjip.spreadsheets.template.cover import cover, page_setup
from lkjip.spreadsheets.template.prefilled import write_pieces
from lkjip.spreadsheets.template.rows import BarisFormat, evidence_lines, rows_of
from lkjip.spreadsheets.template.schema import BARIS_JUDUL, KolomFormat, LembarFormat
from lkjip.spreadsheets.template.validations import Label, validation

if TYPE_CHECKING:  # the library is loaded where a workbook is written
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_PLAIN, _TALL = 20, 66  # points
_FREE = {"format_columns": True, "format_rows": True}  # a section may widen what it cannot read
_NO_LABEL: Label = {}
_EMPTY = {
    schema.INDIKATOR.nama: "Tidak ada indikator yang menjadi tanggung jawab seksi ini.",
    schema.ANALISIS.nama: "Tidak ada indikator yang menjadi tanggung jawab seksi ini.",
    schema.ANGGARAN.nama: "Tidak ada program, kegiatan, atau sub kegiatan yang dilaporkan seksi ini.",
    schema.DATA_DUKUNG.nama: "Tidak ada indikator yang perlu dibuktikan.",
}


def write_workbook(isi: IsiFormat, label: Label = _NO_LABEL) -> bytes:
    """The bytes of the workbook; `label`: the ordered labels (`Istilah.urutan_label`) offered as drop-downs."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(buffer, options)
    book.set_size(2400, 1400)
    book.set_properties({
        "title": f"Format Pengumpulan Data Kinerja {isi.tahun}",
        "subject": isi.seksi,
        "author": isi.kantor_nama,
        "comments": schema.TANDA_CONTOH if isi.demo else "",
        "created": datetime(isi.tahun, 1, 1),  # noqa: DTZ001 - the same content gives the same bytes
    })  # fmt: skip
    book.set_custom_property(schema.SIFAT_DOKUMEN, isi.sidik, "text")
    writer = _Writer(book, isi, label)
    cover(book.add_worksheet(schema.PETUNJUK), isi, writer.format)
    for lembar in schema.LEMBAR.values():
        writer.sheet(lembar)
    writer.hidden()
    for sheet in book.worksheets():
        sheet.protect("", _FREE)
    book.close()
    return buffer.getvalue()


class _Writer:
    """The workbook in the making; formats are made once each."""

    def __init__(self, book: Workbook, isi: IsiFormat, label: Label) -> None:
        self._book = book
        self._isi = isi
        self._label = label
        self._formats: dict[str, Format] = {}

    def format(self, look: dict[str, Any] | str) -> Format:
        """The format of a look or of the name of one."""
        look = styles.of(look) if isinstance(look, str) else look
        key = repr(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def sheet(self, lembar: LembarFormat) -> None:
        """One sheet of the schema with heads, rows, checks and print setup."""
        sheet = self._book.add_worksheet(lembar.nama)
        self._heads(sheet, lembar)
        rows: list[BarisFormat] = list(rows_of(lembar.nama, self._isi))
        if lembar is schema.DATA_DUKUNG:
            rows = [BarisFormat("", {"nomor": Decimal(n)}) for n in range(1, evidence_lines(self._isi) + 1)]
        for place, baris in enumerate(rows, BARIS_JUDUL):
            self._row(sheet, lembar, place, baris)
        if not rows:
            sheet.write_string(BARIS_JUDUL, 1, _EMPTY[lembar.nama], self.format("sub"))
        _print_setup(sheet, lembar, self._isi, max(len(rows), 1))

    def _heads(self, sheet: Worksheet, lembar: LembarFormat) -> None:
        isi = self._isi
        sheet.set_column(0, 0, 12, None, {"hidden": True})
        sheet.write_string(0, 1, f"{lembar.judul} Tahun {isi.tahun}", self.format("judul"))
        sheet.write_string(1, 1, f"{isi.seksi} · {isi.kantor_nama}", self.format("sub"))
        sheet.write_string(2, 1, lembar.kalimat, self.format("sub"))
        if isi.demo:
            sheet.write_string(3, 1, schema.TANDA_CONTOH, self.format("contoh"))
        sheet.set_row(0, 22)
        sheet.set_row(BARIS_JUDUL - 1, 34)
        sheet.write_string(BARIS_JUDUL - 1, 0, schema.KOLOM_ID, self.format("sembunyi"))
        for column, kolom in enumerate(lembar.kolom, 1):
            sheet.set_column(column, column, kolom.lebar)
            look = self.format("kepala_isian" if kolom.isian else "kepala")
            sheet.write_string(BARIS_JUDUL - 1, column, kolom.judul_tahun(isi.tahun), look)
            size = {"x_scale": 1.6, "y_scale": 0.8, "author": "LKjIP", "font_family": 2}
            sheet.write_comment(BARIS_JUDUL - 1, column, kolom.petunjuk, size)

    def _row(self, sheet: Worksheet, lembar: LembarFormat, row: int, baris: BarisFormat) -> None:
        if baris.id:
            sheet.write_string(row, 0, baris.id, self.format("sembunyi"))
        texts = [(str(baris.isi.get(kolom.kunci, "")), kolom.lebar) for kolom in lembar.kolom]
        sheet.set_row(row, styles.height(texts, _TALL if lembar is schema.ANALISIS else _PLAIN))
        for column, kolom in enumerate(lembar.kolom, 1):
            value = baris.isi.get(kolom.kunci, "")
            self._cell(sheet, row, column, kolom, value)
            rule = validation(kolom, baris.indikator, self._label) if kolom.isian else None
            if rule:
                sheet.data_validation(row, column, row, column, rule)

    def _cell(self, sheet: Worksheet, row: int, column: int, kolom: KolomFormat, value: str | Decimal) -> None:
        look = self.format(styles.of_cell(kolom, value))
        if isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), look)
        elif value:
            sheet.write_string(row, column, value, look)
        else:
            sheet.write_blank(row, column, None, look)

    def hidden(self) -> None:
        """The sheet nobody sees: whose workbook it is, the list of indicators, and what was filled in beforehand."""
        sheet, isi = self._book.add_worksheet(schema.SEMBUNYI), self._isi
        identitas = isi.identitas
        names = ("kantor", "seksi_id", "seksi", "tahun", "versi_templat", "sidik")
        rows = [(name, str(getattr(identitas, name))) for name in names]
        rows += [(f"isi {number}", piece) for number, piece in enumerate(write_pieces(isi), 1)]
        for row, (name, text) in enumerate(rows):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, text)
        for row, satu in enumerate(isi.indikator):
            sheet.write_string(row, 3, schema.pilihan_indikator(row + 1, satu.teks))
        last = max(len(isi.indikator), 1)
        self._book.define_name(schema.NAMA_DAFTAR, f"='{schema.SEMBUNYI}'!$D$1:$D${last}")
        sheet.very_hidden()


def _print_setup(sheet: Worksheet, lembar: LembarFormat, isi: IsiFormat, rows: int) -> None:
    sheet.freeze_panes(BARIS_JUDUL, lembar.beku)
    sheet.repeat_rows(BARIS_JUDUL - 1)
    sheet.print_area(0, 1, BARIS_JUDUL + rows - 1, len(lembar.kolom))
    page_setup(sheet, isi)
