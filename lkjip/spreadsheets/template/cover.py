"""The sheet Petunjuk: whose workbook it is, how it is filled in, what each indicator means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lkjip.domain.isian_format import IndikatorFormat, IsiFormat
from lkjip.domain.tanggal import write_date
from lkjip.spreadsheets.template import schema, styles

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_LONGEST_FOOTER = 150  # a footer holds 255 signs in all
_WIDTHS = (30, 34, 34, 26, 26)
LABEL_KANTOR, LABEL_SEKSI = "Kantor", "Seksi"
CARA_MENGISI = (
    "Isi hanya sel berwarna kuning. Sel abu-abu terkunci: isinya dari Renstra, Perjanjian Kinerja, dan anggaran.",
    "Arahkan penunjuk ke judul kolom untuk membaca petunjuk kolom itu.",
    "Lembar Indikator: isi realisasi tiap triwulan. Persentase capaian tidak diisi; program yang menghitungnya.",
    "Nol dan kosong berbeda. Bila tidak ada kejadian atau belanja, tulis 0. Bila datanya belum ada, kosongkan dan "
    "pilih 'Belum ada data' di kolom Status data.",
    "Tulis angka saja, tanpa satuan. Persen ditulis sebagai 95 di kolom bersatuan %, bukan 0,95.",
    "Lembar Analisis: jelaskan faktor pendorong dan penghambat, upaya, dan rencana tindak lanjut.",
    "Lembar Anggaran: isi realisasi belanja dalam rupiah penuh.",
    "Lembar Data Dukung: satu baris satu bukti, lengkap dengan nomor halaman.",
    "Jangan menambah, menghapus, atau menyalin baris, dan jangan mengganti nama lembar. Simpan tetap sebagai .xlsx, "
    "lalu unggah di halaman Unggah Data.",
)


def cover(sheet: Worksheet, isi: IsiFormat, look: Callable[[dict[str, Any] | str], Format]) -> None:
    """Write the sheet."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"Format Pengumpulan Data Kinerja Tahun {isi.tahun}", look("judul"))
    sheet.write_string(1, 0, isi.kantor_nama, look("sub"))
    if isi.demo:
        sheet.write_string(2, 0, schema.TANDA_CONTOH, look("contoh"))
    row = _identity(sheet, isi, look, 4)
    row = _how_to(sheet, look, row + 1)
    if any(_says(satu) for satu in isi.indikator):
        _meanings(sheet, isi, look, row + 1)
    page_setup(sheet, isi)


def page_setup(sheet: Worksheet, isi: IsiFormat) -> None:
    """A4 landscape, one page wide; on every printed page the section, the year and the number of the page."""
    safe = isi.seksi.replace("&", "&&")[:_LONGEST_FOOTER]
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.set_header(f"&R&8{schema.TANDA_CONTOH}" if isi.demo else "")
    sheet.set_footer(f"&L&8 {safe} · {isi.tahun}&R&8Halaman &P dari &N")


def _identity(sheet: Worksheet, isi: IsiFormat, look: Callable[[dict[str, Any] | str], Format], row: int) -> int:
    known = (
        (LABEL_KANTOR, isi.identitas.kantor),
        (LABEL_SEKSI, isi.seksi),
        ("Tahun laporan", str(isi.tahun)),
        ("Dikembalikan paling lambat", write_date(isi.tenggat) if isi.tenggat else "menurut surat pengantar"),
        ("Kode format", schema.kode_format(isi.identitas)),
    )
    for number, (label, text) in enumerate(known, row):
        sheet.write_string(number, 0, label, look("label"))
        sheet.merge_range(number, 1, number, 2, text, look("kotak"))
    sheet.write_blank(row, 3, None, look("kuning"))
    sheet.write_string(row, 4, "diisi oleh seksi", look("biasa"))
    sheet.write_blank(row + 1, 3, None, look("abu"))
    sheet.write_string(row + 1, 4, "terkunci, jangan diubah", look("biasa"))
    return row + len(known)


def _how_to(sheet: Worksheet, look: Callable[[dict[str, Any] | str], Format], row: int) -> int:
    _section(sheet, look, row, "Cara mengisi")
    for number, sentence in enumerate(CARA_MENGISI, 1):
        sheet.merge_range(row + number, 0, row + number, 4, f"{number}. {sentence}", look("biasa"))
        sheet.set_row(row + number, styles.height([(sentence, sum(_WIDTHS))], 15))
    return row + len(CARA_MENGISI) + 1


def _meanings(sheet: Worksheet, isi: IsiFormat, look: Callable[[dict[str, Any] | str], Format], row: int) -> None:
    _section(sheet, look, row, "Arti indikator")
    heads = ("Indikator", "Definisi", "Cara mengukur", "Sumber data", "Bukti yang diminta")
    for column, head in enumerate(heads):
        sheet.write_string(row + 1, column, head, look("kepala"))
    for place, satu in enumerate(isi.indikator, row + 2):
        texts = (satu.teks, *_says(satu, empty=True))
        sheet.set_row(place, styles.height(zip(texts, _WIDTHS, strict=True)))
        for column, text in enumerate(texts):
            sheet.write_string(place, column, text, look("kotak"))


def _says(satu: IndikatorFormat, *, empty: bool = False) -> tuple[str, ...]:
    known = (satu.rincian.definisi, satu.rincian.cara_ukur, satu.rincian.sumber_data, satu.rincian.bukti)
    return known if empty or any(known) else ()


def _section(sheet: Worksheet, look: Callable[[dict[str, Any] | str], Format], row: int, text: str) -> None:
    sheet.write_string(row, 0, text, look("bagian"))
    for column in range(1, 5):
        sheet.write_blank(row, column, None, look("bagian"))
