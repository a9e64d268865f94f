"""Checks of budget lines: negative or overspent amounts, missing amounts, duplicate codes, unnamed lines."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import StatusNilai, format_rupiah
from lkjip.domain.reading import Bacaan
from lkjip.validation.registry import check, some

_RECURRING = frozenset({TingkatAnggaran.REKENING, TingkatAnggaran.SKPD})


@check
def negative_amount(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A pagu below zero, or a realisasi below zero (a return payment?)."""
    for line in bacaan.anggaran:
        for field, nilai in (("pagu", line.pagu), ("realisasi", line.realisasi)):
            if nilai.angka is not None and nilai.angka < 0:
                yield katalog.temuan(
                    "anggaran_negatif",
                    lembar=bacaan.lembar,
                    sel=line.sel.get(field, ""),
                    nilai=format_rupiah(nilai.angka),
                    uraian=line.uraian,
                    kolom=field,
                )


@check
def overspent(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Realisasi above pagu."""
    for line in bacaan.anggaran:
        pagu, reached = line.pagu.angka, line.realisasi.angka
        if pagu is not None and reached is not None and reached > pagu >= 0:
            yield katalog.temuan(
                "serapan_di_atas_100",
                lembar=bacaan.lembar,
                sel=line.sel.get("realisasi", ""),
                nilai=format_rupiah(reached),
                uraian=line.uraian,
                pagu=format_rupiah(pagu),
                tahun=line.tahun or "",
            )


@check
def missing_amount(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Lines of the lowest level without pagu although the table has a pagu column."""
    parents = {line.induk for line in bacaan.anggaran}
    has_pagu = {(line.tahun, line.triwulan, line.kelompok) for line in bacaan.anggaran if "pagu" in line.sel}
    gone = [
        line
        for line in bacaan.anggaran
        if line.pagu.status in (StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU)
        and line.urutan not in parents
        and (line.tahun, line.triwulan, line.kelompok) in has_pagu
    ]
    if gone:
        distinct = {line.urutan: line for line in gone}.values()
        yield katalog.temuan(
            "pagu_kosong",
            lembar=bacaan.lembar,
            sel=gone[0].sel.get("pagu", gone[0].sel["uraian"]),
            nilai=gone[0].pagu.teks,
            banyak=len(distinct),
            daftar=some(f"'{line.uraian}'" for line in distinct),
        )


@check
def duplicate_codes(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """The same code twice in the same period; accounts and units may come again under another parent."""
    places: dict[tuple[object, ...], list[str]] = {}
    for line in bacaan.anggaran:
        if line.kode:
            parent = line.induk if line.tingkat in _RECURRING else None
            key = (line.kode, line.tingkat, parent, line.tahun, line.triwulan, line.kelompok)
            places.setdefault(key, []).append(line.sel.get("kode", line.sel["uraian"]))
    twice = {(key[0], *cells): cells for key, cells in places.items() if len(cells) > 1}
    if twice:
        first, cells = next(iter(twice.items()))
        yield katalog.temuan(
            "kode_ganda",
            lembar=bacaan.lembar,
            sel=cells[0],
            nilai=str(first[0]),
            banyak=len(twice),
            daftar=some(f"{key[0]} di {some(cells)}" for key, cells in twice.items()),
        )


@check
def unnamed_line(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A line with amounts but neither name nor code."""
    for line in {line.urutan: line for line in bacaan.anggaran if not line.uraian and not line.kode}.values():
        yield katalog.temuan("baris_anggaran_tanpa_nama", lembar=bacaan.lembar, sel=line.sel.get("pagu", ""))
