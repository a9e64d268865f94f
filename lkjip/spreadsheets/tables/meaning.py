"""Columns corrected by what stands in them: names, codes, years and the word "Capaian" where it means realisasi."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import Kolom, Peran
from lkjip.spreadsheets.tables.columns import Dugaan
from lkjip.spreadsheets.tables.grid import is_number, text_of
from lkjip.spreadsheets.tables.headers import VALUES
from lkjip.spreadsheets.tables.words import Kamus

CODE = re.compile(r"^(?:\d{1,2}|[xX]{1,2})(?:\.(?:\d{1,5}|[xX]{1,2}))+\.?$")
_SHORT_CODE = re.compile(r"^\d{1,2}\.(?:0\d|\d{2})$")
_GROUPED = re.compile(r"^\d{1,3}(?:\.\d{3})+$")


@dataclass(frozen=True, slots=True)
class Isi:
    """What the data cells of one column are, counted."""

    banyak: int = 0
    angka: int = 0
    kata: int = 0
    panjang: int = 0
    kode: int = 0
    pendek: int = 0
    tanggal: int = 0

    @property
    def nama(self) -> bool:
        """Mostly texts of several words: names."""
        return self.banyak > 0 and self.panjang * 2 >= self.banyak

    @property
    def berkode(self) -> bool:
        """Mostly budget codes."""
        return self.kode > 0 and (self.kode + self.pendek + self.tanggal) * 2 > self.banyak


def content(cells: Iterable[Cell]) -> Isi:
    """Count the kinds of cells in a column."""
    total = numbers = words = long = codes = short = dates = 0
    for cell in cells:
        total += 1
        if isinstance(cell.value, Decimal):
            numbers += 1
            continue
        text = text_of(cell) if isinstance(cell.value, str) else ""
        if isinstance(cell.value, date):
            dates += 1
        elif text and CODE.match(text) and text.count(".") > 1 and not _GROUPED.match(text):
            codes += 1
        elif text and _SHORT_CODE.match(text):
            short += 1
        elif is_number(cell):
            numbers += 1
        else:
            words += 1
            long += len(text) >= 12 and " " in text
    return Isi(total, numbers + short, words, long, codes, short, dates)


def correct(columns: dict[int, Dugaan], data: dict[int, list[Cell]], kamus: Kamus) -> dict[int, Dugaan]:
    """All corrections by content, in an order in which each may build on the one before."""
    counted = {column: content(cells) for column, cells in data.items()}
    columns = _values_that_are_names(columns, counted)
    columns = _find_name(columns, counted)
    columns = _name_by_variety(columns, counted, data)
    columns = _find_code(columns, counted)
    columns = _one_sasaran(columns)
    columns = _drop_empty_twins(columns, data, kamus)
    return _capaian_as_realisasi(columns, data)


def _with_role(found: Dugaan, role: Peran) -> Dugaan:
    return replace(found, kolom=replace(found.kolom, peran=role))


def _values_that_are_names(columns: dict[int, Dugaan], counted: dict[int, Isi]) -> dict[int, Dugaan]:
    """Where no name column holds names, a value column of long texts may be it: its header was shifted."""
    empty = Isi()
    names = [column for column, found in columns.items() if found.peran in (Peran.INDIKATOR, Peran.URAIAN)]
    if any(counted.get(column, empty).kata for column in names):
        return columns
    return {
        column: _with_role(found, Peran.KETERANGAN)
        if found.peran in VALUES and counted.get(column, empty).nama and not counted.get(column, empty).angka
        else found
        for column, found in columns.items()
    }


def _find_name(columns: dict[int, Dugaan], counted: dict[int, Isi]) -> dict[int, Dugaan]:
    """The name column must hold names; where the header stands one column beside, take the first column of names."""
    result = dict(columns)
    empty = Isi()
    has_value = any(found.peran in VALUES for found in columns.values())
    for role in (Peran.INDIKATOR, Peran.URAIAN):
        named = [column for column, found in columns.items() if found.peran is role]
        words_elsewhere = any(
            found.peran is not role and role.value[:5] in found.kolom.judul.lower() for found in columns.values()
        )
        if any(counted.get(column, empty).kata for column in named) or not (named or words_elsewhere) or not has_value:
            continue
        other = {Peran.INDIKATOR, Peran.URAIAN} - {role}
        if any(found.peran in other and counted.get(column, empty).nama for column, found in columns.items()):
            continue
        free = [
            column
            for column, isi in sorted(counted.items())
            if isi.nama and (column not in columns or columns[column].peran in (Peran.ABAIKAN, Peran.KETERANGAN))
        ]
        if free:
            found = result.get(free[0], Dugaan(Kolom(free[0], "", role)))
            result[free[0]] = _with_role(found, role)
            for column in named:
                result[column] = _with_role(result[column], Peran.NOMOR)
    return result


def _name_by_variety(
    columns: dict[int, Dugaan], counted: dict[int, Isi], data: dict[int, list[Cell]]
) -> dict[int, Dugaan]:
    """Where no header names the lines, the column with the most different texts does."""
    roles = {found.peran for found in columns.values()}
    if roles & {Peran.INDIKATOR, Peran.URAIAN} or not roles & VALUES:
        return columns
    free = [
        column
        for column, isi in counted.items()
        if isi.nama and columns.get(column, Dugaan(Kolom(column, "", Peran.ABAIKAN))).peran is Peran.ABAIKAN
    ]
    if not free:
        return columns
    best = max(free, key=lambda column: (len({text_of(cell) for cell in data[column]}), -column))
    role = Peran.URAIAN if Peran.PAGU in roles else Peran.INDIKATOR
    return columns | {best: _with_role(columns.get(best, Dugaan(Kolom(best, "", role))), role)}


def _find_code(columns: dict[int, Dugaan], counted: dict[int, Isi]) -> dict[int, Dugaan]:
    """A column without header (or with a number's header) that holds budget codes is a code column."""
    result = dict(columns)
    if any(found.peran is Peran.KODE for found in columns.values()):
        return result
    for column, isi in counted.items():
        unnamed = column not in columns or not columns[column].kolom.judul
        if isi.berkode and (unnamed or columns[column].peran is Peran.NOMOR):
            result[column] = _with_role(result.get(column, Dugaan(Kolom(column, "", Peran.KODE))), Peran.KODE)
    return result


def _one_sasaran(columns: dict[int, Dugaan]) -> dict[int, Dugaan]:
    """Of several goal columns (visi, tujuan, sasaran daerah, sasaran) the last "sasaran" is the indicator's own."""
    goals = [column for column, found in sorted(columns.items()) if found.peran is Peran.SASARAN]
    if len(goals) < 2:
        return columns
    own = [
        c
        for c in goals
        if "sasaran" in columns[c].kolom.judul.lower() and "rpjmd" not in columns[c].kolom.judul.lower()
    ]
    keep = (own or goals)[-1]
    return {
        column: _with_role(found, Peran.KETERANGAN) if column in goals and column != keep else found
        for column, found in columns.items()
    }


def _drop_empty_twins(columns: dict[int, Dugaan], data: dict[int, list[Cell]], kamus: Kamus) -> dict[int, Dugaan]:
    """A target column without year and without a single number, beside target columns with years, says nothing."""
    result = dict(columns)
    for column, found in columns.items():
        twins = [
            o for c, o in columns.items() if c != column and o.peran is found.peran and (o.kolom.tahun or o.tahun_ke)
        ]
        if found.peran in VALUES and twins and not (found.kolom.tahun or found.tahun_ke):
            cells = data.get(column, [])
            if not any(is_number(cell) for cell in cells):
                result[column] = _with_role(found, Peran.ABAIKAN)
    return result


def _capaian_as_realisasi(columns: dict[int, Dugaan], data: dict[int, list[Cell]]) -> dict[int, Dugaan]:
    """ "Capaian" without "%" is the realisasi where no other column is it.

    Also "Capaian 2018" of earlier years beside "Realisasi 2019", where the figures lie nearer to the target than to
    100. Where a percentage column stands beside it, that one is the capaian.
    """
    work = {column: found for column, found in columns.items() if found.uang is not True}
    reached = [found for found in work.values() if found.peran is Peran.REALISASI]
    percents = {column: found for column, found in work.items() if found.peran is Peran.PERSEN}
    plain = {column: found for column, found in percents.items() if found.tanpa_persen and not found.kolom.persen}
    if not plain:
        return columns
    if not reached and (len(plain) < len(percents) or all(found.tanpa_persen for found in percents.values())):
        keep = plain
    else:
        years = {(found.kolom.tahun, found.tahun_ke) for found in reached}
        keep = {
            column: found
            for column, found in plain.items()
            if years and (found.kolom.tahun, found.tahun_ke) not in years and _near_target(columns, data, column)
        }
    return {c: _with_role(found, Peran.REALISASI) if c in keep else found for c, found in columns.items()}


def _near_target(columns: dict[int, Dugaan], data: dict[int, list[Cell]], column: int) -> bool:
    """The column's figures are in the unit of the target, not percent: nearer to it than to 100 in most rows."""
    targets = [c for c, found in columns.items() if found.peran is Peran.TARGET]
    if not targets:
        return False
    by_row = {cell.row: _rough(cell) for cell in data.get(targets[0], [])}
    near = far = 0
    for cell in data.get(column, []):
        value, target = _rough(cell), by_row.get(cell.row)
        if value and target:
            to_target, to_hundred = _ratio(value, target), _ratio(value, Decimal(100))
            near += to_target < to_hundred
            far += to_target > to_hundred
    return near > far


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)


def _rough(cell: Cell) -> Decimal | None:
    """A rough positive reading, good enough to compare sizes; never stored."""
    if isinstance(cell.value, Decimal):
        return cell.value if cell.value > 0 else None
    found = re.match(r"^\s*(\d+)(?:[.,](\d+))?\s*%?\s*$", text_of(cell))
    return (Decimal(f"{found[1]}.{found[2] or 0}") or None) if found else None
