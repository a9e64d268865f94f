"""The sheet Data Dukung: each filled line is one piece of evidence of one indicator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from lkjip.domain.isian_format import IsiFormat
from lkjip.domain.pengumpulan import DataDukung
from lkjip.domain.tanggal import BULAN, FIRST_DAY, LAST_DAY
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.locate import Baris, LembarTerbaca, plain, text_of
from lkjip.spreadsheets.template.notes import Catatan
from lkjip.spreadsheets.template.values import Tempat, read_words

_PAGES = re.compile(r"(?:hal(?:aman|\.)?\s*)?\d{1,5}(?:\s*(?:-|–|s\.?d\.?|s/d|,|;|&|dan)\s*\d{1,5})*", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3})\.\s+(.*)", re.DOTALL)
_DIGITS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = re.compile(r"(\d{1,2})\s+([^\W\d_]+)\.?\s+(\d{4})")
_MONTHS = {name[:3].casefold(): number for number, name in enumerate(BULAN, 1)} | {"agt": 8, "nop": 11, "peb": 2}
_EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet
_SERIAL = ((FIRST_DAY - _EPOCH).days, (LAST_DAY - _EPOCH).days)  # a date whose cell lost its format: a bare number


def read_evidence(found: LembarTerbaca, isi: IsiFormat, catatan: Catatan) -> tuple[DataDukung, ...]:
    """All pieces of evidence in the order of the sheet, numbered per indicator."""
    pieces: list[DataDukung] = []
    for _, cells in found.baris:
        filled = [cells[kolom.kunci] for kolom in found.lembar.isian() if _says(cells.get(kolom.kunci))]
        if not filled:
            continue
        indikator_id = _indicator(found, cells, filled[0], isi, catatan)
        if indikator_id is None:
            continue
        if len(filled) == 1:
            catatan.add("bukti_kosong", found.nama, filled[0], text_of(filled[0]))
            continue
        number = 1 + sum(satu.indikator_id == indikator_id for satu in pieces)
        pieces.append(_piece(found, cells, DataDukung(indikator_id, isi.tahun, number), filled[0], catatan))
    return tuple(pieces)


def _says(cell: Cell | None) -> bool:
    return cell is not None and (cell.formula or bool(cell.galat) or bool(text_of(cell)))


def _indicator(found: LembarTerbaca, cells: Baris, first: Cell, isi: IsiFormat, catatan: Catatan) -> int | None:
    """The indicator the line names: as chosen from the list, or by its text alone if that is unique."""
    written = text_of(cells.get("indikator"))
    numbered = _NUMBERED.fullmatch(written)
    choices = {
        plain(schema.pilihan_indikator(n, satu.teks)): satu.indikator_id for n, satu in enumerate(isi.indikator, 1)
    }
    chosen = choices.get(plain(written))
    if chosen is not None:
        return chosen
    text = plain(numbered[2] if numbered else written)
    named = [satu.indikator_id for satu in isi.indikator if plain(satu.teks) == text]
    if len(named) == 1:
        return named[0]
    cell = cells.get("indikator", first)
    catatan.add("bukti_tanpa_indikator", found.nama, cell, written or "(kosong)")
    return None


def _piece(found: LembarTerbaca, cells: Baris, empty: DataDukung, first: Cell, catatan: Catatan) -> DataDukung:
    texts = {
        key: read_words(Tempat(found.nama, cells[key], key.replace("_", " ")), catatan) if key in cells else ""
        for key in ("uraian", "tautan", "nomor_dokumen", "halaman")
    }
    if texts["tautan"] and not _LINK.fullmatch(texts["tautan"]):
        catatan.add("bukti_tautan", found.nama, cells["tautan"], texts["tautan"])
    pages_as_day = "halaman" in cells and isinstance(cells["halaman"].value, date)  # "12-14" typed into a plain cell
    if texts["halaman"] and (pages_as_day or not _PAGES.fullmatch(texts["halaman"])):
        catatan.add("bukti_halaman", found.nama, cells["halaman"], texts["halaman"])
    return DataDukung(
        empty.indikator_id,
        empty.tahun,
        empty.urutan,
        texts["uraian"],
        texts["tautan"],
        texts["nomor_dokumen"],
        texts["halaman"],
        _day(found, cells, empty.tahun, catatan),
        catatan.source(found.nama, first),
    )


def _day(found: LembarTerbaca, cells: Baris, tahun: int, catatan: Catatan) -> date | None:
    cell = cells.get("tanggal")
    if cell is None or not _says(cell):
        return None
    day = None if cell.galat or cell.formula else read_day(cell)
    if day is None:
        catatan.add("bukti_tanggal_mustahil", found.nama, cell, text_of(cell) or cell.galat or "rumus")
    elif day.year != tahun:
        catatan.add("bukti_tanggal_luar_tahun", found.nama, cell, day.strftime("%d-%m-%Y"), tahun=tahun)
    return day


def read_day(cell: Cell) -> date | None:
    """The day of a cell: a real date, its serial number, or a text such as 31-12-2025, 31 Desember 2025, 2025-12-31."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, Decimal):
        if value == value.to_integral_value() and _SERIAL[0] <= value <= _SERIAL[1]:
            return _EPOCH + timedelta(days=int(value))
        return None
    return _written_day(value) if isinstance(value, str) else None


def _written_day(text: str) -> date | None:
    text = " ".join(text.split())
    if found := _DIGITS.fullmatch(text):
        parts = found[3], found[2], found[1]
    elif found := _ISO.fullmatch(text):
        parts = found[1], found[2], found[3]
    elif found := _WORDED.fullmatch(text):
        parts = found[3], _month(found[2], _MONTHS), found[1]
    else:
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _month(word: str, months: Mapping[str, int]) -> str:
    """The number of a month by its first letters; "0" (no month) for any other word."""
    return str(months.get(word.casefold()[:3], 0))
