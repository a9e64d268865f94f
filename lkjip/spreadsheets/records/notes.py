"""Findings about how a table was read: rows put together or left out, odd columns, mixed spellings, years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkjip.domain.finding import Finding, Katalog, quoted
from lkjip.domain.reading import BacaanIndikator, Pertanyaan
from lkjip.spreadsheets.cells import Cell, column_letter
from lkjip.spreadsheets.numbers.parse import KOMA, TITIK, column_style
from lkjip.spreadsheets.numbers.text import normalize
from lkjip.spreadsheets.records.capaian import final_targets
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.table import BarisTabel, Peran, Tabel
from lkjip.spreadsheets.tables.grid import is_number, text_of
from lkjip.spreadsheets.tables.headers import VALUES

NAMED = 8
_TWO_IN_ONE = re.compile(r"(?:^|\s)1\s*[.)]\s*\S.*?(?:\s|\n)2\s*[.)]\s*\S", re.S)


def some(items: Iterable[object]) -> str:
    """The first few items in words: "A1, A2, ... (12 seluruhnya)"."""
    listed = [quoted(str(item)) for item in items]
    named = ", ".join(listed[:NAMED])
    return f"{named}, ... ({len(listed)} seluruhnya)" if len(listed) > NAMED else named


def notes_rows(tabel: Tabel, katalog: Katalog) -> list[Finding]:
    """Rows that are no records, rows put together, totals without a word, data beside the headed columns."""
    found = []
    texts = {"liar": "baris_tanpa_nama", "pecah": "baris_pecah", "kelompok": "baris_kelompok"}
    names = {kolom.nomor for kolom in tabel.kolom if kolom.peran in (Peran.INDIKATOR, Peran.URAIAN)}
    figures = {kolom.nomor for kolom in tabel.kolom if kolom.peran in VALUES}
    for row in tabel.lain:
        if row.catatan == "kelompok" and any(place == row.row for place, _ in tabel.sasaran):
            continue
        cell = _shown(row, figures if row.catatan == "liar" else names)
        found.append(
            katalog.temuan(
                texts[row.catatan], lembar=tabel.lembar, sel=cell.address, nilai=text_of(cell), baris=row.row
            )
        )
    joined = [row for row in tabel.baris if len(row.fisik) > 1]
    if joined:
        rows = some(f"{row.fisik[0]}-{row.fisik[-1]}" for row in joined)
        found.append(katalog.temuan("baris_digabung", lembar=tabel.lembar, banyak=len(joined), baris=rows))
    for row in tabel.baris:
        if row.catatan == "tanpa_label":
            found.append(katalog.temuan("jumlah_tanpa_label", lembar=tabel.lembar, sel=f"A{row.row}", baris=row.row))
        elif row.catatan == "dipulihkan":
            cell = _shown(row, names)
            found.append(
                katalog.temuan(
                    "baris_dipulihkan", lembar=tabel.lembar, sel=cell.address, nilai=text_of(cell), baris=row.row
                )
            )
    return found + _unheaded(tabel, katalog)


def _shown(row: BarisTabel, wanted: set[int]) -> Cell:
    """The cell to show for a row: the first of the wanted columns, else its first number, else its first cell."""
    own = [(nomor, cell) for nomor, cell in row.cells.items() if cell.row == row.row] or list(row.cells.items())
    return min(own, key=lambda item: (item[0] not in wanted, not is_number(item[1]), item[0]))[1]


def _unheaded(tabel: Tabel, katalog: Katalog) -> list[Finding]:
    """Columns without a header that hold numbers: seen, and not read."""
    found = []
    for kolom in tabel.kolom:
        if kolom.judul or kolom.peran is not Peran.ABAIKAN:
            continue
        cells = [raw.cells[kolom.nomor] for raw in tabel.mentah if kolom.nomor in raw.cells]
        numbers = [cell for cell in cells if is_number(cell)]
        if numbers:
            found.append(
                katalog.temuan(
                    "kolom_tanpa_judul",
                    lembar=tabel.lembar,
                    sel=numbers[0].address,
                    nilai=text_of(numbers[0]),
                    kolom=column_letter(kolom.nomor),
                    banyak=len(numbers),
                )
            )
    return found


def notes_values(tabel: Tabel, nilai: NilaiKolom, questions: Sequence[Pertanyaan], katalog: Katalog) -> list[Finding]:
    """Ambiguous numbers, numbers stored as text beside real ones, two decimal marks in one column."""
    found = [
        katalog.temuan(
            "angka_ambigu",
            lembar=tabel.lembar,
            sel=asked.sel[0],
            nilai=asked.contoh[0],
            kolom=asked.judul,
            banyak=len(asked.sel),
            daftar=some(asked.sel),
        )
        for asked in questions
    ]
    found += _all_texts(tabel, nilai, katalog)
    for nomor, kolom in nilai.kolom.items():
        if nilai.scale[nomor]:
            factor = f"{10 ** nilai.scale[nomor]:,}".replace(",", ".")
            found.append(katalog.temuan("angka_dalam_juta", lembar=tabel.lembar, kolom=kolom.judul, faktor=factor))
        if not nilai.texts[nomor]:
            continue
        cells = nilai.cells[nomor]
        numbers = [cell for cell in cells if isinstance(cell.value, Decimal)]
        texts = [cell for cell in cells if numbers and isinstance(cell.value, str) and is_number(cell)]
        texts = [cell for cell in texts if nilai.reads(cell, nomor)]
        if texts:
            found.append(
                katalog.temuan(
                    "angka_sebagai_teks",
                    lembar=tabel.lembar,
                    sel=texts[0].address,
                    nilai=text_of(texts[0]),
                    kolom=kolom.judul,
                    banyak=len(texts),
                    daftar=some(cell.address for cell in texts),
                )
            )
        found += _mixed_marks(tabel, kolom.judul, cells, nilai, katalog)
    return found


def _mixed_marks(tabel: Tabel, judul: str, cells: list[Cell], nilai: NilaiKolom, katalog: Katalog) -> list[Finding]:
    """Commas and points as decimal marks in one column: the rarer ones are named."""
    styles = {style: _proving(cells, style, nilai) for style in (KOMA, TITIK)}
    if not all(styles.values()):
        return []
    fewer = min(styles.values(), key=len)
    first, listed = fewer[0], some(cell.address for cell in fewer)
    return [
        katalog.temuan(
            "desimal_campur",
            lembar=tabel.lembar,
            sel=first.address,
            nilai=text_of(first),
            kolom=judul,
            daftar=listed,
        )
    ]


def _all_texts(tabel: Tabel, nilai: NilaiKolom, katalog: Katalog) -> list[Finding]:
    """Columns of a workbook in which every number is a text: the program reads them, Excel does not add them up.

    Cells of files that know no kinds of cells (csv, html) have no number format.
    """
    columns = [
        (kolom.judul, numbers)
        for nomor, kolom in nilai.kolom.items()
        if nilai.texts[nomor]
        and len(numbers := [cell for cell in nilai.cells[nomor] if is_number(cell)]) > 1
        and all(isinstance(cell.value, str) and cell.format for cell in numbers)
    ]
    if not columns:
        return []
    first = columns[0][1][0]
    return [
        katalog.temuan(
            "semua_angka_teks",
            lembar=tabel.lembar,
            sel=first.address,
            nilai=text_of(first),
            kolom=some(f"'{judul}'" for judul, _ in columns),
        )
    ]


def _proving(cells: list[Cell], style: str, nilai: NilaiKolom) -> list[Cell]:
    """The cells that by themselves prove a decimal mark."""
    mark = "," if style == KOMA else "."
    return [
        cell
        for cell in cells
        if isinstance(cell.value, str)
        and mark in normalize(cell.value)
        and column_style([cell], nilai.istilah) == style
    ]


def notes_capaian(tabel: Tabel, records: Sequence[BacaanIndikator], katalog: Katalog) -> list[Finding]:
    """Two indicators in one cell; "Capaian" read as realisasi; a final target without its year."""
    found = []
    for record in {record.urutan: record for record in records}.values():
        if _TWO_IN_ONE.search(record.indikator):
            found.append(
                katalog.temuan(
                    "dua_indikator", lembar=tabel.lembar, sel=record.sel.get("indikator", ""), nilai=record.indikator
                )
            )
    meant = [k for k in tabel.kolom_peran(Peran.REALISASI) if k.judul.lower().lstrip().startswith("capaian")]
    meant = [k for k in meant if "realisasi" not in k.judul.lower()]
    if meant:
        found.append(
            katalog.temuan("capaian_dibaca_realisasi", lembar=tabel.lembar, kolom=some(f"'{k.judul}'" for k in meant))
        )
    for kolom in final_targets(tabel.kolom):
        found.append(katalog.temuan("target_akhir_tanpa_tahun", lembar=tabel.lembar, kolom=kolom.judul))
    return found


def notes_year(tabel: Tabel, years: set[int | None], tahun: int | None, katalog: Katalog) -> list[Finding]:
    """No year known, years still counted from the plan's start, or another year than the one in work."""
    found = []
    if None in years:
        found.append(katalog.temuan("tahun_tidak_diketahui", lembar=tabel.lembar))
    counted = sorted(year for year in years if year is not None and year < 100)
    if counted:
        found.append(katalog.temuan("tahun_ke_tanpa_tahun", lembar=tabel.lembar, daftar=some(counted)))
    named = {year for year in years if year is not None and year >= 100}
    if tahun is not None and named and tahun not in named and not counted:
        found.append(katalog.temuan("tahun_berbeda", lembar=tabel.lembar, tahun=tahun, daftar=some(sorted(named))))
    return found
