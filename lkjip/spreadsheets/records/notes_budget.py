"""Findings about how a budget table was read: its codes, the stage and columns chosen, what belongs to the Renstra."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from lkjip.domain.finding import Finding, Katalog
from lkjip.spreadsheets.records.anggaran import PembacaAnggaran
from lkjip.spreadsheets.records.notes import some
from lkjip.spreadsheets.records.renstra import PLAN, renstra_columns
from lkjip.spreadsheets.table import BarisTabel, Peran, Tabel
from lkjip.spreadsheets.tables.codes import code_of
from lkjip.spreadsheets.tables.grid import text_of

ALIKE = 0.8  # of 1: how much of two names must agree


def notes_anggaran(
    tabel: Tabel, reader: PembacaAnggaran, program: Mapping[str, str], katalog: Katalog
) -> list[Finding]:
    """Codes turned into dates, unknown programme codes, the stage of the budget chosen, groups of zeros left out."""
    found = _codes(tabel, program, katalog)
    for lane in reader.lajur:
        if len(lane.pagu) > 1 and lane.pagu_kolom is not None:
            others = some(f"'{k.judul}'" for stage, k in lane.pagu.items() if stage != lane.tahap)
            found.append(
                katalog.temuan("pagu_dua_tahap", lembar=tabel.lembar, kolom=lane.pagu_kolom.judul, lain=others)
            )
    for lane in reader.lajur:
        unused = [kolom for kolom in lane.realisasi_lain if kolom is not lane.realisasi]
        if unused and lane.realisasi is not None:
            named = some(f"'{kolom.judul}'" for kolom in unused)
            found.append(katalog.temuan("realisasi_ganda", lembar=tabel.lembar, kolom=lane.realisasi.judul, lain=named))
    if reader.kosong and len(reader.kosong) < len(reader.lajur):
        groups = some(lane.kelompok.replace("_", " ") for lane in reader.kosong)
        found.append(katalog.temuan("kelompok_nol", lembar=tabel.lembar, kelompok=groups))
    return found + _plan_columns(tabel, reader, katalog)


def _plan_columns(tabel: Tabel, reader: PembacaAnggaran, katalog: Katalog) -> list[Finding]:
    """Columns of the whole plan: those that are checked and shown, and those of which nothing is taken."""
    plan = [k for k in tabel.kolom if k.tahap in PLAN and k.peran in (Peran.PAGU, Peran.REALISASI, Peran.PERSEN)]
    columns = renstra_columns(tabel)
    checked = [kolom for kolom in columns.semua if kolom] if columns else []
    taken = [*checked, *(k for lane in reader.lajur for k in (*lane.pagu.values(), lane.realisasi, lane.persen) if k)]
    left = [kolom for kolom in plan if kolom not in taken]
    return [
        katalog.temuan(kode, lembar=tabel.lembar, kolom=some(f"'{kolom.judul}'" for kolom in some_columns))
        for kode, some_columns in (("kolom_renstra_diperiksa", checked), ("kolom_renstra_tidak_disimpan", left))
        if some_columns
    ]


def _codes(tabel: Tabel, program: Mapping[str, str], katalog: Katalog) -> list[Finding]:
    found = []
    columns = [kolom.nomor for kolom in tabel.kolom_peran(Peran.KODE)]
    dates = [
        row.cells[c] for row in tabel.baris for c in columns if c in row.cells and isinstance(row.cells[c].value, date)
    ]
    for cell in dates:
        moment = cell.value
        if isinstance(moment, date):
            guess = f"{moment.day}.{moment.month:02}.{moment.year % 100:02}"
            found.append(
                katalog.temuan(
                    "kode_jadi_tanggal", lembar=tabel.lembar, sel=cell.address, nilai=text_of(cell), usul=guess
                )
            )
    return found + _unknown_programs(tabel, columns, program, katalog)


def _unknown_programs(tabel: Tabel, columns: list[int], program: Mapping[str, str], katalog: Katalog) -> list[Finding]:
    """Programme codes of a listed urusan that are not in the list, each with the nearest code that is."""
    numbers = {_numbers(code): code for code in program}
    listed = {parts[:2] for parts in numbers}
    found = []
    for row in tabel.baris:
        code = code_of(row, tabel.kolom)
        parts = _numbers(code)
        if len(parts) != 3 or parts[:2] not in listed or code in program:
            continue
        place = next((row.cells[column].address for column in reversed(columns) if column in row.cells), f"A{row.row}")
        nearest = numbers.get(parts) or _named_alike(row, tabel, program)
        found.append(
            katalog.temuan(
                "kode_program_tidak_dikenal",
                lembar=tabel.lembar,
                sel=place,
                nilai=code,
                usul=f" (kemungkinan {nearest}, {program[nearest]})" if nearest else "",
            )
        )
    return found


def _numbers(code: str) -> tuple[int, ...]:
    """ "7.1.2" and "7.01.02" are the same numbers; () for what is no code."""
    parts = code.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else ()


def _named_alike(row: BarisTabel, tabel: Tabel, program: Mapping[str, str]) -> str:
    """The listed programme whose name this row bears, or nearly so; "" without one."""
    texts = [text_of(row.cells[k.nomor]).casefold() for k in tabel.kolom_peran(Peran.URAIAN) if k.nomor in row.cells]
    names = {name.casefold(): code for code, name in program.items()}
    near = [match for text in texts for match in get_close_matches(text, names, 1, ALIKE)]
    return names[near[0]] if near else ""
