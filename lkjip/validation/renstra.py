"""Checks of the Renstra's side of an evaluation of the Renja: column 14 = 7 + 13, 15 = 14 / 6 x 100, numbers only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import Nilai, StatusNilai, format_ringkas, format_rupiah
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BacaanRenstra
from lkjip.validation.registry import check, some
from lkjip.validation.totals import TOLERANCE


@check
def until_against_years(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Realisasi of the Renstra that is not that up to the year before plus that of the year (column 14 = 7 + 13)."""
    years = {(line.urutan, line.tahun): line for line in bacaan.anggaran if line.triwulan is None and not line.kelompok}
    wrong = []
    for line in bacaan.renstra:
        year = years.get((line.urutan, line.tahun))
        amount = _added(line, year) if year is not None else None
        if amount is not None and line.realisasi.angka is not None and abs(line.realisasi.angka - amount) > TOLERANCE:
            wrong.append((line, amount))
    if wrong:
        line, amount = wrong[0]
        yield katalog.temuan(
            "renstra_tidak_sama_tahun",
            lembar=bacaan.lembar,
            sel=line.sel["realisasi"],
            uraian=line.uraian,
            nilai=format_rupiah(line.realisasi.angka or Decimal(0)),
            hitungan=format_rupiah(amount),
            banyak=len(wrong),
            daftar=some(one.sel["realisasi"] for one, _ in wrong),
        )


def _added(line: BacaanRenstra, year: BacaanAnggaran) -> Decimal | None:
    before, own = line.realisasi_lalu.angka, year.realisasi.angka
    return before + own if before is not None and own is not None else None


@check
def contradicted_plan_share(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """The printed share of the Renstra is not its realisasi / its pagu."""
    wrong = [line for line in bacaan.renstra if line.cocok.hasil == "tidak"]
    if wrong:
        first = wrong[0]
        yield katalog.temuan(
            "capaian_renstra_tidak_cocok",
            lembar=bacaan.lembar,
            sel=first.sel["persen_tercetak"],
            nilai=format_ringkas(first.persen_tercetak.angka or Decimal(0)),
            uraian=first.uraian,
            hitungan=format_ringkas(first.cocok.hitungan or Decimal(0)),
            banyak=len(wrong),
            daftar=some(line.sel["persen_tercetak"] for line in wrong),
        )


@check
def words_for_plan_amounts(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Words where an amount of the Renstra belongs: nothing of it is stored, so it does not stand against saving."""
    wrong = [(cell, nilai) for line in bacaan.renstra for cell, nilai in _amounts(line) if _is_word(nilai)]
    if wrong:
        yield katalog.temuan(
            "renstra_bukan_angka",
            lembar=bacaan.lembar,
            sel=wrong[0][0],
            nilai=wrong[0][1].teks,
            banyak=len(wrong),
            daftar=some(cell for cell, _ in wrong),
        )


def _amounts(line: BacaanRenstra) -> Iterator[tuple[str, Nilai]]:
    fields = (("pagu", line.pagu), ("realisasi_lalu", line.realisasi_lalu), ("realisasi", line.realisasi))
    return ((line.sel[field], nilai) for field, nilai in fields if field in line.sel)


def _is_word(nilai: Nilai) -> bool:
    return nilai.status is StatusNilai.TEKS
