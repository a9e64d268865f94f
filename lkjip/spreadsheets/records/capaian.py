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


def periods(tabel: Tabel, tahun: int | None) -> list[Periode]:
    """Value columns by year and quarter; those without a year belong to the table's year, else to the latest named."""
    columns = [kolom for kolom in tabel.kolom if kolom.peran in (Peran.TARGET, Peran.REALISASI, Peran.PERSEN)]
    named = [kolom.tahun for kolom in columns if kolom.tahun and kolom.tahap != "renstra"]
    default = (
        tabel.tahun_judul or tahun or max(named or [kolom.tahun for kolom in columns if kolom.tahun], default=None)
    )
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
        self.named = {role: next(iter(tabel.kolom_peran(role)), None) for role in Peran}

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
            own = self._text(row, Peran.SASARAN)
            if own:
                sasaran, place = own, ("sasaran", self._cell(row, Peran.SASARAN))
            yield from self._records(row, sasaran, place, names)

    def _records(
        self, row: BarisTabel, sasaran: str, place: tuple[str, str], names: dict[str, int]
    ) -> Iterator[BacaanIndikator]:
        name, unit = self._text(row, Peran.INDIKATOR), self._text(row, Peran.SATUAN)
        key = f"{row.fisik[0] if row.fisik else row.row}" if not self.named[Peran.TAHUN] else name
        order = names.setdefault(key, len(names) + 1)
        where = {"indikator": self._cell(row, Peran.INDIKATOR)}
        if place[0]:
            where["sasaran"] = place[1]
        if unit:
            where["satuan"] = self._cell(row, Peran.SATUAN)
        for period, pk in self.periods:
            yield from self._of_period(row, period, pk, (order, sasaran, name, unit), where)

    def _of_period(
        self,
        row: BarisTabel,
        period: Periode,
        pk: tuple[Kolom, ...],
        named: tuple[int, str, str, str],
        where: dict[str, str],
    ) -> Iterator[BacaanIndikator]:
        order, sasaran, name, unit = named
        reached = self.nilai.at(row, period.realisasi.nomor if period.realisasi else None)
        printed = self.nilai.at(row, period.persen.nomor if period.persen else None)
        year, quarter = self._year(row, period), self._quarter(row, period)
        for place, (kind, kolom, target) in enumerate(self._targets(row, pk, period.target.get("renstra"))):
            main = place == 0
            cells = dict(where)
            pairs = (("target", kolom), ("realisasi", period.realisasi), ("capaian_tercetak", period.persen))
            for label, column in pairs if main else pairs[:1]:
                if column is not None and column.nomor in row.cells:
                    cells[label] = row.cells[column.nomor].address
            own, own_printed = (reached, printed) if main else (_BESIDE_PK, _BESIDE_PK)
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
                self._text(row, Peran.PREDIKAT) if main else "",
            )

    def _targets(
        self, row: BarisTabel, pk: tuple[Kolom, ...], renstra: Kolom | None
    ) -> Iterator[tuple[JenisTarget, Kolom | None, Nilai]]:
        """The PK target (the revised one where it is filled in) and the Renstra target, the PK first."""
        chosen: Kolom | None = None
        target = self.nilai.at(row, None)
        for kolom in pk:
            nilai = self.nilai.at(row, kolom.nomor)
            if chosen is None or nilai.status is not StatusNilai.KOSONG:
                chosen, target = kolom, nilai
            if nilai.status is not StatusNilai.KOSONG:
                break
        if chosen is not None or renstra is None:
            yield JenisTarget.PK, chosen, target
        if renstra is not None:
            yield JenisTarget.RENSTRA, renstra, self.nilai.at(row, renstra.nomor)

    def _text(self, row: BarisTabel, role: Peran) -> str:
        kolom = self.named[role]
        text = text_of(row.cells.get(kolom.nomor)) if kolom else ""
        return "" if text in {"-", "–"} else text

    def _cell(self, row: BarisTabel, role: Peran) -> str:
        kolom = self.named[role]
        cell = row.cells.get(kolom.nomor) if kolom else None
        return cell.address if cell else ""

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
        kolom = self.named[Peran.TAHUN]
        written = small_int(row.cells.get(kolom.nomor)) if kolom else None
        return written if written and written > 1900 else period.tahun

    def _quarter(self, row: BarisTabel, period: Periode) -> int | None:
        return quarter_of(row, self.named[Peran.TRIWULAN]) or period.triwulan

    def _title_goal(self) -> str:
        """ "Sasaran 1: Meningkatnya ..." among the lines above the table."""
        return next((found[1] for line in self.tabel.judul_atas if (found := _GOAL_TITLE.match(line.strip()))), "")


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
