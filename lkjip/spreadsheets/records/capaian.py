"""Indicator records: one for each indicator, year and quarter, with the cell of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lkjip.domain.aturan import Istilah
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import Nilai, StatusNilai, kosong
from lkjip.domain.printed import check_printed
from lkjip.domain.reading import BacaanIndikator
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.table import BarisTabel, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.grid import small_int, text_of
from lkjip.spreadsheets.tables.words import quarter_in

_NAMED = (Peran.SASARAN, Peran.INDIKATOR, Peran.SATUAN, Peran.PREDIKAT, Peran.TAHUN, Peran.TRIWULAN)
_KOSONG, _PK, _RENSTRA = StatusNilai.KOSONG, JenisTarget.PK, JenisTarget.RENSTRA  # see domain.numbers
_BESIDE_PK = kosong("tercatat pada target Perjanjian Kinerja")
_BRACKET = re.compile(r"\(([^()]+)\)\s*$")
_GOAL_TITLE = re.compile(r"^sasaran(?:\s+strategis)?\s*[\w.]{0,4}\s*[:.\-–]\s*(.{8,})$", re.I)


@dataclass(slots=True)
class Periode:
    """The value columns of one year and quarter."""

    tahun: int | None
    triwulan: int | None
    target: dict[str, Kolom] = field(default_factory=dict)
    realisasi: Kolom | None = None
    persen: Kolom | None = None

    def pk(self) -> tuple[Kolom, ...]:
        """The target columns of the Perjanjian Kinerja, the revised one first."""
        return tuple(self.target[tahap] for tahap in ("sesudah", "pk", "", "sebelum") if tahap in self.target)


def default_year(tabel: Tabel, tahun: int | None) -> int | None:
    """The year of columns that name none: the table's title, the year in work, the latest that a column names."""
    columns = [kolom for kolom in tabel.kolom if kolom.peran in (Peran.TARGET, Peran.REALISASI, Peran.PERSEN)]
    named = [kolom.tahun for kolom in columns if kolom.tahun and kolom.tahap != "renstra"]
    return tabel.tahun_judul or tahun or max(named or [kolom.tahun for kolom in columns if kolom.tahun], default=None)


def periods(tabel: Tabel, tahun: int | None) -> list[Periode]:
    """Value columns by year and quarter; those without a year belong to the table's year, else to the latest named."""
    columns = [kolom for kolom in tabel.kolom if kolom.peran in (Peran.TARGET, Peran.REALISASI, Peran.PERSEN)]
    default = default_year(tabel, tahun)
    found: dict[tuple[int | None, int | None], Periode] = {}
    for kolom in columns:
        if kolom.tahap == "kumulatif" or (kolom.peran is Peran.TARGET and is_final_target(kolom)):
            continue
        year = kolom.tahun if kolom.tahun is not None else default
        period = found.setdefault((year, kolom.triwulan), Periode(year, kolom.triwulan))
        if kolom.peran is Peran.TARGET:
            period.target.setdefault(kolom.tahap, kolom)
        elif kolom.peran is Peran.REALISASI:
            period.realisasi = period.realisasi or kolom
        else:
            period.persen = period.persen or kolom
    return [period for period in found.values() if period.target or period.realisasi]


def is_final_target(kolom: Kolom) -> bool:
    """ "Target Akhir Renstra" without a year: no year's target."""
    return kolom.tahun is None and kolom.tahap == "renstra" and "akhir" in kolom.judul.lower()


class PembacaIndikator:
    """Reads the rows of an indicator table."""

    def __init__(self, tabel: Tabel, nilai: NilaiKolom, istilah: Istilah, tahun: int | None) -> None:
        self.tabel = tabel
        self.nilai = nilai
        self.istilah = istilah
        self.periods = [(period, period.pk()) for period in periods(tabel, tahun)]
        self.units = {unit.lower() for unit in istilah.satuan}
        self.sasaran, self.indikator, self.satuan, self.predikat, self.kolom_tahun, self.kolom_triwulan = (
            next(iter(tabel.kolom_peran(role)), None) for role in _NAMED
        )

    def baca(self) -> Iterator[BacaanIndikator]:
        """All records in the order of the rows, totals and headings left out."""
        names: dict[str, int] = {}
        sasaran, place = self._title_goal(), ("", "")
        headings = list(self.tabel.sasaran)
        for row in self.tabel.baris:
            while headings and headings[0][0] < row.row:
                sasaran, place = headings.pop(0)[1], ("", "")
            if row.jumlah:
                continue
            own = _text(row, self.sasaran)
            if own:
                sasaran, place = own, ("sasaran", _cell(row, self.sasaran))
            yield from self._records(row, sasaran, place, names)

    def _records(
        self, row: BarisTabel, sasaran: str, place: tuple[str, str], names: dict[str, int]
    ) -> Iterator[BacaanIndikator]:
        name, unit = _text(row, self.indikator), _text(row, self.satuan)
        key = f"{row.fisik[0] if row.fisik else row.row}" if not self.kolom_tahun else name
        order = names.setdefault(key, len(names) + 1)
        where = {"indikator": _cell(row, self.indikator)}
        if place[0]:
            where["sasaran"] = place[1]
        if unit:
            where["satuan"] = _cell(row, self.satuan)
        named = order, sasaran, name, unit, _text(row, self.predikat)
        for period, pk in self.periods:
            yield from self._of_period(row, period, pk, named, where)

    def _of_period(
        self,
        row: BarisTabel,
        period: Periode,
        pk: tuple[Kolom, ...],
        named: tuple[int, str, str, str, str],
        where: dict[str, str],
    ) -> Iterator[BacaanIndikator]:
        order, sasaran, name, unit, predikat = named
        own = self.nilai.at(row, period.realisasi.nomor if period.realisasi else None)
        own_printed = self.nilai.at(row, period.persen.nomor if period.persen else None)
        year, quarter = self._year(row, period), self._quarter(row, period)
        reached = own
        others: tuple[tuple[str, Kolom | None], ...] = (
            ("realisasi", period.realisasi),
            ("capaian_tercetak", period.persen),
        )
        for kind, kolom, target in self._targets(row, pk, period.target.get("renstra")):
            cells = where.copy()
            for label, column in (("target", kolom), *others):
                if column is not None and (cell := row.cells.get(column.nomor)) is not None:
                    cells[label] = cell.address
            yield BacaanIndikator(
                order,
                sasaran,
                name,
                unit or self._unit(target, reached, kolom, name),
                year,
                quarter,
                kind,
                target,
                own,
                own_printed,
                check_printed(target, own, own_printed),
                cells,
                predikat,
            )
            own, own_printed, predikat, others = _BESIDE_PK, _BESIDE_PK, "", ()

    def _targets(
        self, row: BarisTabel, pk: tuple[Kolom, ...], renstra: Kolom | None
    ) -> list[tuple[JenisTarget, Kolom | None, Nilai]]:
        """The PK target (the revised one where it is filled in) and the Renstra target, the PK first."""
        chosen: Kolom | None = None
        target = self.nilai.at(row, None)
        for kolom in pk:
            nilai = self.nilai.at(row, kolom.nomor)
            filled = nilai.status is not _KOSONG
            if chosen is None or filled:
                chosen, target = kolom, nilai
            if filled:
                break
        if renstra is None:
            return [(_PK, chosen, target)]
        plan = _RENSTRA, renstra, self.nilai.at(row, renstra.nomor)
        return [plan] if chosen is None else [(_PK, chosen, target), plan]

    def _unit(self, target: Nilai, reached: Nilai, kolom: Kolom | None, name: str) -> str:
        """The unit where no column of its own tells it: from the cell, the header's "(%)", a bracket after the name."""
        header = "%" if kolom is not None and kolom.persen else ""
        return target.satuan or reached.satuan or header or self._unit_after(name)

    def _unit_after(self, name: str) -> str:
        bracket = _BRACKET.search(name)
        text = bracket[1].strip() if bracket else ""
        words = text.lower().split()
        known = text.lower() in self.units or (0 < len(words) <= 3 and words[0].rstrip(".") in self.units)
        return text if words and known else ""

    def _year(self, row: BarisTabel, period: Periode) -> int | None:
        kolom = self.kolom_tahun
        written = small_int(row.cells.get(kolom.nomor)) if kolom else None
        return written if written and written > 1900 else period.tahun

    def _quarter(self, row: BarisTabel, period: Periode) -> int | None:
        return quarter_of(row, self.kolom_triwulan) or period.triwulan

    def _title_goal(self) -> str:
        """ "Sasaran 1: Meningkatnya ..." among the lines above the table."""
        return next((found[1] for line in self.tabel.judul_atas if (found := _GOAL_TITLE.match(line.strip()))), "")


def _text(row: BarisTabel, kolom: Kolom | None) -> str:
    text = text_of(row.cells.get(kolom.nomor)) if kolom else ""
    return "" if text in {"-", "–"} else text


def _cell(row: BarisTabel, kolom: Kolom | None) -> str:
    cell = row.cells.get(kolom.nomor) if kolom else None
    return cell.address if cell else ""


def quarter_of(row: BarisTabel, kolom: Kolom | None) -> int | None:
    """The quarter a row's own column names ("II", "TW 3", 4)."""
    cell = row.cells.get(kolom.nomor) if kolom else None
    if cell is None:
        return None
    number = small_int(cell)
    return number if number in (1, 2, 3, 4) else quarter_in(text_of(cell))


def final_targets(kolom: Sequence[Kolom]) -> list[Kolom]:
    """Columns that hold the plan's final target, which is no year's target."""
    return [
        satu for satu in kolom if satu.peran is Peran.AKHIR or (satu.peran is Peran.TARGET and is_final_target(satu))
    ]
