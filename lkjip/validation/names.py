"""Checks of names: what stands in place of one, what is too long for one; and one cell that serves several names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.indikator import LONGEST_TEXT
from lkjip.domain.numbers import Nilai, format_rupiah
from lkjip.domain.reading import Bacaan
from lkjip.validation.registry import check, some

_ERROR = re.compile(r"#(?:DIV/0!|REF!|N/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|####)|Err:[0-9]+", re.IGNORECASE)


def _named(bacaan: Bacaan) -> dict[str, str]:
    """Cell -> name of every indicator, sasaran, budget line and code."""
    found: dict[str, str] = {}
    for record in bacaan.indikator:
        for field, name in (("indikator", record.indikator), ("sasaran", record.sasaran)):
            found.setdefault(record.sel.get(field, ""), name)
    for line in bacaan.anggaran:
        for field, name in (("uraian", line.uraian), ("kode", line.kode)):
            found.setdefault(line.sel.get(field, ""), name)
    return found


@check
def error_as_name(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """#REF! where an indicator, a sasaran or a budget line should be named."""
    for cell, name in _named(bacaan).items():
        if _ERROR.fullmatch(name):
            yield katalog.temuan("nama_berupa_galat", lembar=bacaan.lembar, sel=cell, nilai=name)


@check
def overlong_name(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A name longer than the forms of the program take: a text that has slipped into the name's column."""
    for cell, name in _named(bacaan).items():
        if len(name) > LONGEST_TEXT:
            length, most = (f"{number:,}".replace(",", ".") for number in (len(name), LONGEST_TEXT))
            yield katalog.temuan(
                "nama_terlalu_panjang", lembar=bacaan.lembar, sel=cell, nilai=name, banyak=length, paling_banyak=most
            )


@check
def one_value_for_several(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A merged cell whose value reaches several indicators, or whose rupiah several budget lines would count."""
    work: dict[str, dict[str, Nilai]] = {}
    for record in bacaan.indikator:
        for field, nilai in (("target", record.target), ("realisasi", record.realisasi)):
            if field in record.sel and nilai.terukur:
                work.setdefault(record.sel[field], {})[record.indikator] = nilai
    yield from _shared(bacaan, katalog, "angka_bersama", work)
    money: dict[str, dict[str, Nilai]] = {}
    for line in bacaan.anggaran:
        for field, nilai in (("pagu", line.pagu), ("realisasi", line.realisasi)):
            if field in line.sel and nilai.angka:
                money.setdefault(line.sel[field], {})[line.uraian or line.kode] = nilai
    yield from _shared(bacaan, katalog, "rupiah_bersama", money)


def _shared(bacaan: Bacaan, katalog: Katalog, kode: str, cells: dict[str, dict[str, Nilai]]) -> Iterable[Finding]:
    for cell, names in cells.items():
        if len(names) > 1:
            nilai = next(iter(names.values()))
            shown = format_rupiah(nilai.angka) if kode == "rupiah_bersama" and nilai.angka is not None else nilai.teks
            yield katalog.temuan(
                kode,
                lembar=bacaan.lembar,
                sel=cell,
                nilai=shown,
                banyak=len(names),
                daftar=some(f"'{name}'" for name in names),
            )
