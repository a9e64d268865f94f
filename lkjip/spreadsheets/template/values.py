"""One input cell as a value: a number, a label, or the reason why there is none. What is doubtful is a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from lkjip.domain.isian_format import IndikatorFormat
from lkjip.domain.labels import find_label
from lkjip.domain.numbers import Nilai, StatusNilai, format_angka
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.numbers.parse import parse_number
from lkjip.spreadsheets.template.locate import text_of
from lkjip.spreadsheets.template.notes import Catatan

_SEN = Decimal("0.01")
_MOST_RUPIAH = Decimal("1e15")
_ONLY_MARKS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a value stands: sheet, cell, and what it is called in findings."""

    lembar: str
    cell: Cell
    nama: str


def read_value(tempat: Tempat, indikator: IndikatorFormat, catatan: Catatan) -> Nilai | None:
    """A realisasi as written; None where the cell is empty or holds nothing that could be one (a finding says so)."""
    if _unreadable(tempat, catatan):
        return None
    text = text_of(tempat.cell)
    if (
        isinstance(tempat.cell.value, str)
        and indikator.rumus in ("predikat", "ya_tidak")
        and _is_label(text, indikator, catatan)
    ):
        return Nilai(StatusNilai.TEKS, teks=text, alasan="bukan angka")
    nilai = _number(tempat, catatan)
    if nilai is None or not nilai.terukur:
        if nilai is not None and nilai.status is StatusNilai.TEKS:
            return _words(tempat, nilai, indikator, catatan)
        return nilai
    _doubts(tempat, nilai, indikator, catatan)
    return nilai


def read_rupiah(tempat: Tempat, catatan: Catatan) -> Nilai | None:
    """An amount of money; never finer than a sen, which no column can hold."""
    if _unreadable(tempat, catatan):
        return None
    nilai = _number(tempat, catatan)
    if nilai is not None and nilai.status is StatusNilai.TEKS:
        _not_a_number(tempat, nilai, catatan)
        return None
    if nilai is not None and nilai.angka is not None:
        if nilai.sampai is not None or abs(nilai.angka) > _MOST_RUPIAH or nilai.angka % _SEN:
            catatan.add("isian_rupiah_tidak_wajar", tempat.lembar, tempat.cell, nilai.teks, nama=tempat.nama)
            return None
        if nilai.angka < 0:
            catatan.add("isian_rupiah_negatif", tempat.lembar, tempat.cell, nilai.teks, nama=tempat.nama)
    return nilai


def read_words(tempat: Tempat, catatan: Catatan) -> str:
    """A text in the section's words; marks alone ("-", "...") say nothing."""
    if _unreadable(tempat, catatan):
        return ""
    text = text_of(tempat.cell)
    if text and _ONLY_MARKS.fullmatch(text):
        catatan.add("isian_tanda_saja", tempat.lembar, tempat.cell, text, nama=tempat.nama)
        return ""
    return text


def _unreadable(tempat: Tempat, catatan: Catatan) -> bool:
    """An error or a formula without its value."""
    cell = tempat.cell
    if cell.galat:
        catatan.add("isian_galat", tempat.lembar, cell, cell.galat, nama=tempat.nama)
    elif cell.formula:
        catatan.add("isian_rumus_tanpa_nilai", tempat.lembar, cell, nama=tempat.nama)
    return bool(cell.galat) or cell.formula


def _number(tempat: Tempat, catatan: Catatan) -> Nilai | None:
    """The number, or its absence in words; None for an empty cell and for a day."""
    cell = tempat.cell
    if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
        return None
    if isinstance(cell.value, date | datetime):
        catatan.add("isian_tanggal", tempat.lembar, cell, text_of(cell), nama=tempat.nama)
        return None
    nilai = parse_number(cell, catatan.istilah)
    if nilai.status is StatusNilai.AMBIGU:
        readings = " atau ".join(format_angka(angka) for angka in nilai.pilihan)
        catatan.add("isian_ambigu", tempat.lembar, cell, nilai.teks, nama=tempat.nama, pilihan=readings)
    elif nilai.status is StatusNilai.KOSONG:
        catatan.add("isian_kata_kosong", tempat.lembar, cell, nilai.teks, nama=tempat.nama)
    elif nilai.status is StatusNilai.TIDAK_BERLAKU:
        catatan.add("isian_tidak_berlaku", tempat.lembar, cell, nilai.teks, nama=tempat.nama)
    return nilai


def _not_a_number(tempat: Tempat, nilai: Nilai, catatan: Catatan) -> None:
    alasan = nilai.alasan or "bukan angka"
    catatan.add("isian_bukan_angka", tempat.lembar, tempat.cell, nilai.teks, nama=tempat.nama, alasan=alasan)


def _is_label(text: str, indikator: IndikatorFormat, catatan: Catatan) -> bool:
    lists = catatan.label
    names = ("ya_tidak",) if indikator.rumus == "ya_tidak" else tuple(lists)
    return any(find_label(text, name, lists.get(name, ())) for name in names)


def _words(tempat: Tempat, nilai: Nilai, indikator: IndikatorFormat, catatan: Catatan) -> Nilai | None:
    if indikator.rumus in ("predikat", "ya_tidak"):
        catatan.add("isian_label_tak_dikenal", tempat.lembar, tempat.cell, nilai.teks, nama=tempat.nama)
        return nilai
    _not_a_number(tempat, nilai, catatan)
    return None


def _doubts(tempat: Tempat, nilai: Nilai, indikator: IndikatorFormat, catatan: Catatan) -> None:
    """What a reader of a readable number must still be told."""
    assert nilai.angka is not None  # noqa: S101 - only measured values come here
    percent = is_percent(indikator.satuan)
    place = (tempat.lembar, tempat.cell, nilai.teks)
    unit = nilai.satuan.casefold()
    if nilai.sampai is not None:
        catatan.add("isian_rentang", *place, nama=tempat.nama)
    if unit and unit != indikator.satuan.casefold() and not (unit == "%" and percent):
        catatan.add(
            "isian_satuan_lain",
            *place,
            nama=tempat.nama,
            tertulis=nilai.satuan,
            satuan=indikator.satuan or "tanpa satuan",
        )
    target = indikator.target.angka if indikator.target else None
    if percent and not unit and 0 < nilai.angka <= 1 and target is not None and target > 1:
        catatan.add("isian_pecahan", *place, nama=tempat.nama, persen=format_angka((nilai.angka * 100).normalize()))
    if nilai.alasan:
        catatan.add("keterangan_dalam_sel", *place)


def is_percent(satuan: str) -> bool:
    """Is the unit percent, however written?"""
    return satuan.strip().casefold() in ("%", "persen", "persentase", "prosentase")
