"""Find the tables of a workbook: header, columns with roles, logical rows with levels. Pure; nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.aturan import Istilah
from lkjip.domain.finding import Finding, Katalog
from lkjip.spreadsheets.cells import Cell, Sheet, Workbook
from lkjip.spreadsheets.table import BarisTabel, Jenis, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.attach import attach
from lkjip.spreadsheets.tables.columns import kind_of, propose, settle_money, view
from lkjip.spreadsheets.tables.grid import Grid
from lkjip.spreadsheets.tables.headers import VALUES, find_blocks
from lkjip.spreadsheets.tables.headless import headless_table
from lkjip.spreadsheets.tables.hyphens import join_hyphenated
from lkjip.spreadsheets.tables.levels import Penentu
from lkjip.spreadsheets.tables.meaning import correct
from lkjip.spreadsheets.tables.plan_columns import name_plan_columns
from lkjip.spreadsheets.tables.regions import (
    Region,
    physical_rows,
    regions,
    side_by_side,
    titles_above,
    without_footer,
    year_of_titles,
)
from lkjip.spreadsheets.tables.rows import Baris, Perakit
from lkjip.spreadsheets.tables.words import Kamus
from lkjip.spreadsheets.tables.years import settle_promise, settle_years


def find_tables(
    workbook: Workbook, istilah: Istilah, katalog: Katalog
) -> tuple[tuple[Tabel, ...], tuple[Finding, ...]]:
    """All tables of the visible sheets (of hidden ones where no visible sheet has any), with what must be known."""
    kamus = Kamus(istilah)
    by_sheet = [(sheet, _tables_of(sheet, kamus)) for sheet in workbook.sheets]
    seen = [(sheet, tables) for sheet, tables in by_sheet if not sheet.hidden]
    only_hidden = not any(tables for _, tables in seen)
    chosen = by_sheet if only_hidden else seen
    findings: list[Finding] = []
    for sheet, tables in by_sheet:
        findings += _about_sheet(sheet, tables, workbook, katalog, read=not sheet.hidden or only_hidden)
    every = tuple(table for _, some in chosen for table in some)
    if not every and workbook.sheets:
        findings.append(katalog.temuan("tabel_tidak_ditemukan", berkas=workbook.name))
    return every, tuple(findings)


def with_roles(tabel: Tabel, changes: Mapping[int, Kolom], istilah: Istilah) -> Tabel:
    """The table with the user's columns in place of the proposed ones; kind, rows and levels follow them."""
    columns = {kolom.nomor: kolom for kolom in tabel.kolom} | dict(changes)
    kolom = tuple(columns[number] for number in sorted(columns))
    roles = {satu.peran for satu in kolom}
    if Peran.INDIKATOR in roles and roles & VALUES:
        jenis = Jenis.CAPAIAN
    elif roles & {Peran.URAIAN, Peran.KODE} and roles & {Peran.PAGU, Peran.REALISASI}:
        jenis = Jenis.ANGGARAN
    else:
        jenis = Jenis.LAIN
    return _assembled(replace(tabel, kolom=kolom, jenis=jenis), istilah)


def _about_sheet(
    sheet: Sheet, tables: list[Tabel], workbook: Workbook, katalog: Katalog, *, read: bool
) -> list[Finding]:
    """Hidden sheets with tables that are left out, and visible ones in which no table was found."""
    if not sheet.cells:
        return []
    place = {"berkas": workbook.name, "lembar": sheet.name}
    found = []
    if sheet.hidden and tables and not read:
        found.append(
            katalog.temuan("lembar_tersembunyi_dilewati", **place, banyak=len({cell.row for cell in sheet.cells}))
        )
    elif not tables and not sheet.hidden:
        found.append(katalog.temuan("lembar_tanpa_tabel", **place, banyak=len({cell.row for cell in sheet.cells})))
    return found


def _tables_of(sheet: Sheet, kamus: Kamus) -> list[Tabel]:
    """The tables of one sheet from top to bottom and left to right."""
    grid = Grid(join_hyphenated(sheet))
    found: list[Tabel] = []
    empty: list[Tabel] = []
    sheet_titles: tuple[str, ...] = ()
    end = 0
    for region in regions(grid, find_blocks(grid, kamus), kamus):
        titles = titles_above(grid, region.block.first, end)
        sheet_titles = sheet_titles or titles
        for columns in side_by_side(region.paths, grid, region.rows, kamus):
            some = _tables_in(grid, region, columns, (titles, sheet_titles), kamus)
            found += [table for table in some if table.mentah]
            empty += [table for table in some if not table.mentah and table.jenis is not Jenis.LAIN]
            end = max([end, region.block.last, *(raw.row for table in some for raw in table.mentah[-1:])])
    if not found:
        found = empty or [_assembled(table, kamus.istilah) for table in headless_table(grid)]
    return [replace(table, nomor=number) for number, table in enumerate(found, 1)]


def _tables_in(
    grid: Grid, region: Region, columns: list[int], lines: tuple[tuple[str, ...], tuple[str, ...]], kamus: Kamus
) -> list[Tabel]:
    """One header's tables: usually one; two views where indicators and money stand side by side in the same rows."""
    titles, above = lines
    paths = {column: region.paths[column] for column in columns}
    alone = len(columns) == len(region.paths)
    last = 10**6 if alone or max(columns) == max(region.paths) else max(columns)
    first = 1 if min(columns) == min(region.paths) else min(columns)
    mentah = physical_rows(grid, region.rows, first, last) if region.rows else ()
    proposed = propose(paths, kamus)
    mentah = without_footer(mentah, {c: found.peran for c, found in proposed.items()}, kamus.istilah)
    data = _by_column(mentah)
    meant = settle_money(correct(proposed, data, kamus))
    ordinals = {column: found.tahun_ke for column, found in meant.items() if found.tahun_ke}
    found = []
    for jenis in sorted(kind_of(meant.values()), reverse=True) or [Jenis.LAIN]:
        kolom = settle_years(view(meant, jenis), ordinals, (*above, *titles))
        kolom = settle_promise(kolom, titles, kamus)
        if jenis is Jenis.CAPAIAN:
            money = frozenset(column for column, guess in meant.items() if guess.uang)
            kolom = name_plan_columns(kolom, money, kamus.istilah)
        kolom = _with_unheaded(kolom, mentah, data, jenis)
        title = titles[-1] if titles else (above[-1] if above else "")
        table = Tabel(
            grid.sheet.name,
            0,
            jenis,
            title,
            region.block.rows,
            kolom,
            (),
            mentah,
            judul_atas=titles,
            tahun_judul=year_of_titles(titles) or year_of_titles(above),
        )
        found.append(_assembled(table, kamus.istilah))
    return found


def _by_column(mentah: tuple[BarisTabel, ...]) -> dict[int, list[Cell]]:
    cells: dict[int, list[Cell]] = {}
    for raw in mentah:
        for column, cell in raw.cells.items():
            if cell.row == raw.row:
                cells.setdefault(column, []).append(cell)
    return cells


def _with_unheaded(
    kolom: tuple[Kolom, ...], mentah: tuple[BarisTabel, ...], data: Mapping[int, list[Cell]], jenis: Jenis
) -> tuple[Kolom, ...]:
    """Sheet columns without a header that join no other column are columns too, ignored until the user says more."""
    known = {satu.nomor: satu for satu in kolom}
    name = Peran.INDIKATOR if jenis is Jenis.CAPAIAN else Peran.URAIAN
    joined = attach(known, mentah, [satu.nomor for satu in kolom if satu.peran is name])
    extra = [Kolom(column, "", Peran.ABAIKAN) for column in sorted(data) if column not in joined]
    return tuple(sorted([*kolom, *extra], key=lambda satu: satu.nomor))


def _assembled(tabel: Tabel, istilah: Istilah) -> Tabel:
    """Logical rows and levels from the physical rows and the columns' roles."""
    susunan = Perakit(tabel.jenis, tabel.kolom, istilah).rakit(tabel.mentah)
    levels: Sequence[TingkatAnggaran | None] = [None] * len(susunan.baris)
    if tabel.jenis is Jenis.ANGGARAN:
        levels = Penentu(susunan.baris, tabel.kolom, istilah).tentukan()
    rows = tuple(_as_row(line, level) for line, level in zip(susunan.baris, levels, strict=True))
    others = tuple(_as_row(line) for line in susunan.lain)
    return replace(tabel, baris=rows, lain=others, sasaran=tuple(susunan.sasaran))


def _as_row(line: Baris, tingkat: TingkatAnggaran | None = None) -> BarisTabel:
    return BarisTabel(line.row, line.cells, line.jumlah, tingkat, line.hidden, tuple(line.rows), line.catatan)
