"""Rows of a returned sheet joined with what was prefilled: by hidden id, by text where the id is gone or was moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.spreadsheets.cells import Cell, address
from lkjip.spreadsheets.numbers.parse import parse_number
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.locate import Baris, LembarTerbaca, plain, text_of
from lkjip.spreadsheets.template.notes import Catatan
from lkjip.spreadsheets.template.rows import BarisFormat, Tampil

MOST_NAMED = 5
_NAMES = {"kode": ("kode",), "teks": ("sasaran", "teks")}  # what names a row, by its last key


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A row of the file and the prefilled row it is."""

    row: int
    cells: Baris
    format: BarisFormat


def join(found: LembarTerbaca, expected: Sequence[BarisFormat], catatan: Catatan) -> list[Pasangan]:
    """Each prefilled row with the row of the file; what cannot be joined, was moved, doubled or lost is a finding."""
    chosen: dict[str, Pasangan] = {}
    if schema.KOLOM_ID not in found.kolom and expected:
        catatan.add("format_id_hilang", found.nama, address(found.baris_judul, 1))
    for row, cells in found.baris:
        baris = _recognize(found, row, cells, expected, catatan)
        if baris is None:
            continue
        before = chosen.get(baris.id)
        if before is not None and _filled(found, cells) and _filled(found, before.cells):
            catatan.add("format_baris_ganda", found.nama, _place(found, row), name_of(baris), lain=before.row)
        elif before is None or _filled(found, cells):
            chosen[baris.id] = Pasangan(row, cells, baris)
    lost = [name_of(baris) for baris in expected if baris.id not in chosen]
    if lost:
        named = "; ".join(f"'{name}'" for name in lost[:MOST_NAMED]) + ("; ..." if len(lost) > MOST_NAMED else "")
        catatan.add("format_baris_hilang", found.nama, address(found.baris_judul, 2), banyak=len(lost), daftar=named)
    pairs = sorted(chosen.values(), key=lambda pair: pair.row)
    for pair in pairs:
        _compare_locked(found, pair, catatan)
    return pairs


def name_of(baris: BarisFormat) -> str:
    """How a row is called in findings: the indicator's text or the code."""
    return baris.kode or str(baris.isi.get("teks", ""))


def _recognize(
    found: LembarTerbaca, row: int, cells: Baris, expected: Sequence[BarisFormat], catatan: Catatan
) -> BarisFormat | None:
    written = text_of(cells.get(schema.KOLOM_ID))
    by_id = next((baris for baris in expected if baris.id == written), None)
    named = by_id if by_id and _fits(by_id, cells) else _by_text(cells, expected)
    if named and by_id and named is not by_id:
        catatan.add("format_baris_bergeser", found.nama, _place(found, row), name_of(named), lain=name_of(by_id))
    baris = named or by_id
    if baris is None and _filled(found, cells):
        first = next(cells[kolom.kunci] for kolom in found.lembar.isian() if _says(cells.get(kolom.kunci)))
        catatan.add("format_baris_tak_dikenal", found.nama, first, _shown(first))
    return baris


def _keys(baris: BarisFormat) -> tuple[str, ...]:
    return tuple(key for key in _NAMES["kode" if baris.kode else "teks"] if key in baris.isi)


def _fits(baris: BarisFormat, cells: Baris, *, last_only: bool = False) -> bool:
    keys = _keys(baris)[-1:] if last_only else _keys(baris)
    return all(plain(text_of(cells.get(key))) == plain(str(baris.isi[key])) for key in keys)


def _by_text(cells: Baris, expected: Iterable[BarisFormat]) -> BarisFormat | None:
    """The one prefilled row this text names; by the last key alone where the others differ; None where several fit."""
    expected = tuple(expected)
    fitting = [baris for baris in expected if _fits(baris, cells)]
    if not fitting:
        fitting = [baris for baris in expected if _fits(baris, cells, last_only=True)]
    return fitting[0] if len(fitting) == 1 else None


def _says(cell: Cell | None) -> bool:
    return cell is not None and (cell.formula or bool(cell.galat) or bool(text_of(cell)))


def _filled(found: LembarTerbaca, cells: Baris) -> bool:
    return any(_says(cells.get(kolom.kunci)) for kolom in found.lembar.isian())


def _place(found: LembarTerbaca, row: int) -> str:
    keys = [key for key in ("teks", "kode", "nomor") if key in found.kolom]
    return address(row, found.kolom[keys[0]] if keys else 2)


def _shown(cell: Cell) -> str:
    return text_of(cell) or cell.galat or "rumus"


def _compare_locked(found: LembarTerbaca, pair: Pasangan, catatan: Catatan) -> None:
    """Locked cells that no longer say what was prefilled."""
    for kolom in found.lembar.kolom:
        if kolom.isian or kolom.kunci == "nomor" or kolom.kunci not in found.kolom:
            continue
        expected = pair.format.isi.get(kolom.kunci, "")
        cell = pair.cells.get(kolom.kunci)
        if same_shown(cell, expected, catatan):
            continue
        kode = "format_terkunci_berubah" if kolom.wajib_sama else "format_terkunci_lain"
        place = cell.address if cell else address(pair.row, found.kolom[kolom.kunci])
        now = _shown(cell) if _says(cell) and cell else "(kosong)"
        catatan.add(
            kode, found.nama, place, now,
            kolom=kolom.judul.replace("{tahun}", "").replace("{lalu}", "tahun lalu").strip(),
            semula=_written(expected) or "(kosong)", baris=name_of(pair.format),
        )  # fmt: skip


def same_shown(cell: Cell | None, expected: Tampil, catatan: Catatan) -> bool:
    """Does the cell still show what was put there? Numbers by value, texts but for spaces and capitals."""
    if isinstance(expected, Decimal):
        return cell is not None and parse_number(cell, catatan.istilah).angka == expected
    return plain(text_of(cell)) == plain(expected) and not (cell is not None and (cell.galat or cell.formula))


def _written(value: Tampil) -> str:
    return format(value, "f").replace(".", ",") if isinstance(value, Decimal) else value


def columns_missing(found: LembarTerbaca, tahun: int) -> Mapping[str, str]:
    """Key and head of the columns that cannot be missed and are gone."""
    needed = (kolom for kolom in found.lembar.kolom if kolom.isian or kolom.wajib_sama)
    return {kolom.kunci: kolom.judul_tahun(tahun) for kolom in needed if kolom.kunci not in found.kolom}
