"""The Renstra side of an evaluation of the Renja: pagu of the whole plan and what was spent until a year, line by line.

Form of Permendagri 86/2017, Lampiran (evaluasi hasil Renja): target and pagu to the end of the Renstra, realisasi up to
the year before, the year itself, realisasi up to and with the year, and the share reached. These are read, checked and
shown; the store knows the budget of single years only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.arithmetic import naik
from lkjip.domain.numbers import Nilai, kosong
from lkjip.domain.printed import check_share
from lkjip.domain.reading import BacaanAnggaran, BacaanRenstra
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.records.control import PRINTED, whole_sum
from lkjip.spreadsheets.table import BarisTabel, Kolom, Peran, Tabel

PLAN = frozenset({"renstra", "kumulatif"})
_FIELDS = ("pagu", "realisasi_lalu", "realisasi", "persen_tercetak")


@dataclass(frozen=True, slots=True)
class KolomRenstra:
    """The money columns of the whole plan; `lalu` ends the year before the evaluated one."""

    pagu: Kolom | None
    lalu: Kolom | None
    realisasi: Kolom | None
    persen: Kolom | None

    @property
    def semua(self) -> tuple[Kolom | None, ...]:
        """In the order of the fields of a record."""
        return (self.pagu, self.lalu, self.realisasi, self.persen)


def renstra_columns(tabel: Tabel) -> KolomRenstra | None:
    """The plan's columns, None where the table has no pagu of a year beside the plan's: then the plan is its budget."""
    yearly = [kolom for kolom in tabel.kolom_peran(Peran.PAGU) if kolom.tahap not in PLAN]
    pagu = [kolom for kolom in tabel.kolom_peran(Peran.PAGU) if kolom.tahap == "renstra"]
    reached = [kolom for kolom in tabel.kolom_peran(Peran.REALISASI) if kolom.tahap == "kumulatif"]
    shares = [kolom for kolom in tabel.kolom_peran(Peran.PERSEN) if kolom.tahap in PLAN]
    if not yearly or not (pagu or reached):
        return None
    before, until = _before_and_until(reached, yearly[0], tabel.tahun_judul)
    last = max(pagu, key=lambda kolom: (kolom.tahun or 0, kolom.nomor), default=None)
    return KolomRenstra(last, before, until, shares[-1] if shares else None)


def _before_and_until(reached: Sequence[Kolom], yearly: Kolom, year: int | None) -> tuple[Kolom | None, Kolom | None]:
    """Of the cumulated columns that of the year before and that of the year; where no year is named, by their place."""
    if len(reached) > 1:
        ordered = sorted(reached, key=lambda kolom: (kolom.tahun or 0, kolom.nomor))
        if not all(kolom.tahun for kolom in reached):
            ordered = sorted(reached, key=lambda kolom: kolom.nomor)
        return ordered[-2], ordered[-1]
    if not reached:
        return None, None
    (only,) = reached
    evaluated = yearly.tahun or year
    earlier = only.tahun < evaluated if only.tahun and evaluated else only.nomor < yearly.nomor
    return (only, None) if earlier else (None, only)


def read_renstra(tabel: Tabel, nilai: NilaiKolom, lines: Sequence[BacaanAnggaran]) -> tuple[BacaanRenstra, ...]:
    """One record for each row of the table that says anything of the plan; names and levels as in its budget lines."""
    columns = renstra_columns(tabel)
    if columns is None:
        return ()
    by_order = {line.urutan: line for line in reversed(lines)}
    found = []
    for order, row in enumerate(tabel.baris, 1):
        where = {
            field: row.cells[kolom.nomor].address
            for field, kolom in zip(_FIELDS, columns.semua, strict=True)
            if kolom is not None and kolom.nomor in row.cells
        }
        if where and order in by_order:
            found.append(_record(row, by_order[order], columns, nilai, where))
    return tuple(found)


def _record(
    row: BarisTabel, line: BacaanAnggaran, columns: KolomRenstra, nilai: NilaiKolom, where: dict[str, str]
) -> BacaanRenstra:
    pagu, before, until, share = (_value(row, kolom, nilai) for kolom in columns.semua)
    return BacaanRenstra(
        line.urutan,
        line.induk,
        line.kode,
        line.uraian,
        line.tingkat,
        columns.pagu.tahun if columns.pagu else None,
        columns.lalu.tahun if columns.lalu else None,
        (columns.realisasi.tahun or line.tahun) if columns.realisasi else None,
        pagu,
        before,
        until,
        share,
        check_share(pagu, until, share),
        {"uraian": line.sel["uraian"], **where},
    )


def _value(row: BarisTabel, kolom: Kolom | None, nilai: NilaiKolom) -> Nilai:
    return nilai.at(row, kolom.nomor) if kolom else kosong("kolomnya tidak ada dalam tabel")


def renstra_totals(records: Sequence[BacaanRenstra]) -> dict[str, Decimal]:
    """Sums over one level and the share they give, and the printed totals beside them."""
    if not records:
        return {}
    sums = {field: whole_sum(records, _value_of(field)) for field in _FIELDS[:3]}
    pagu, reached = sums["pagu"], sums["realisasi"]
    sums["persen_tercetak"] = naik(pagu, reached).mentah if pagu is not None and reached is not None else None
    totals = {records[0].nama(field): amount for field, amount in sums.items() if amount is not None}
    for line in records:
        if line.tingkat is TingkatAnggaran.TOTAL:
            for field in _FIELDS:
                amount = _value_of(field)(line).angka
                if amount is not None:
                    totals[line.nama(field) + PRINTED] = amount
    return totals


def _value_of(field: str) -> Callable[[BacaanRenstra], Nilai]:
    def value(line: BacaanRenstra) -> Nilai:
        nilai: Nilai = getattr(line, field)
        return nilai

    return value
