"""Checks of printed percentages: contradicted, rounded otherwise, copied, or printed as a fraction."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import format_ringkas
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BacaanIndikator
from lkjip.validation.registry import check, some

MANY = 10  # so many contradictions in one column are one finding, not ten
FRACTION = "pecahan"


Record = BacaanIndikator | BacaanAnggaran


def _all(bacaan: Bacaan) -> list[Record]:
    return [*bacaan.indikator, *bacaan.anggaran]


def printed_cell(record: Record) -> str:
    """Where the printed percentage stands."""
    field = "capaian_tercetak" if isinstance(record, BacaanIndikator) else "persen_tercetak"
    return record.sel.get(field, "")


@check
def contradicted_capaian(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """No known formula gives the printed capaian; our own number stands beside it."""
    for record in bacaan.indikator:
        if record.cocok.hasil != "tidak":
            continue
        copied = record.realisasi.angka == record.capaian_tercetak.angka
        kode = "capaian_disalin_dari_realisasi" if copied else "capaian_tidak_cocok"
        yield katalog.temuan(
            kode,
            lembar=bacaan.lembar,
            sel=printed_cell(record),
            nilai=record.capaian_tercetak.teks,
            indikator=record.indikator,
            tahun=record.tahun or "",
            target=record.target.teks,
            realisasi=record.realisasi.teks,
            hitungan=_percent(record.cocok.hitungan),
        )


@check
def contradicted_share(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """The printed absorption is not realisasi / pagu; a whole column that never is, is something else."""
    wrong = [line for line in bacaan.anggaran if line.cocok.hasil == "tidak"]
    right = [line for line in bacaan.anggaran if line.cocok.hasil in ("ya", "pembulatan")]
    if len(wrong) > MANY and len(wrong) > len(right):
        yield katalog.temuan(
            "kolom_persen_lain",
            lembar=bacaan.lembar,
            sel=printed_cell(wrong[0]),
            nilai=wrong[0].persen_tercetak.teks,
            banyak=len(wrong),
            daftar=some(printed_cell(line) for line in wrong),
        )
        return
    for line in wrong:
        yield katalog.temuan(
            "serapan_tidak_cocok",
            lembar=bacaan.lembar,
            sel=printed_cell(line),
            nilai=_shown(line),
            uraian=line.uraian,
            hitungan=_percent(line.cocok.hitungan),
        )


@check
def rounded_otherwise(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Reproduced only by cutting off, by coarser rounding or from unrounded inputs."""
    found = [record for record in _all(bacaan) if record.cocok.hasil == "pembulatan"]
    if found:
        yield katalog.temuan(
            "persen_pembulatan",
            lembar=bacaan.lembar,
            sel=printed_cell(found[0]),
            nilai=_shown(found[0]),
            banyak=len(found),
            daftar=some(printed_cell(record) for record in found),
            catatan=found[0].cocok.catatan,
        )


@check
def capped(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """The printed capaian was capped; the raw one is named."""
    found = [record for record in bacaan.indikator if record.cocok.dibatasi is not None]
    if found:
        first = found[0]
        yield katalog.temuan(
            "capaian_dibatasi",
            lembar=bacaan.lembar,
            sel=printed_cell(first),
            nilai=_shown(first),
            banyak=len(found),
            batas=format_ringkas(first.cocok.dibatasi or Decimal(0)),
            hitungan=_percent(first.cocok.hitungan),
            daftar=some(printed_cell(record) for record in found),
        )


@check
def fraction_for_percent(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """ "1,08" where 108 % is meant."""
    found = [
        record
        for record in _all(bacaan)
        if FRACTION in record.cocok.catatan.lower() and record.cocok.hasil in ("ya", "pembulatan")
    ]
    if found:
        yield katalog.temuan(
            "persen_sebagai_pecahan",
            lembar=bacaan.lembar,
            sel=printed_cell(found[0]),
            nilai=_shown(found[0]),
            banyak=len(found),
            hitungan=_percent(found[0].cocok.hitungan),
            daftar=some(printed_cell(record) for record in found),
        )


@check
def several_formulas(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """One table (or one row in different years) follows more than one formula."""
    by_formula: dict[str, list[BacaanIndikator]] = {}
    for record in bacaan.indikator:
        equal = record.target.angka == record.realisasi.angka
        if record.cocok.hasil in ("ya", "pembulatan") and record.cocok.rumus and not equal:
            by_formula.setdefault(record.cocok.rumus, []).append(record)
    if len(by_formula) > 1:
        yield katalog.temuan(
            "beberapa_rumus",
            lembar=bacaan.lembar,
            sel=printed_cell(next(iter(by_formula.values()))[0]),
            daftar="; ".join(
                f"{rumus}: {some(printed_cell(record) for record in records)}" for rumus, records in by_formula.items()
            ),
        )


def _percent(angka: Decimal | None) -> str:
    return format_ringkas(angka) if angka is not None else "tidak dapat dihitung"


def _shown(record: Record) -> str:
    nilai = record.capaian_tercetak if isinstance(record, BacaanIndikator) else record.persen_tercetak
    return format_ringkas(nilai.angka) if nilai.angka is not None else nilai.teks
