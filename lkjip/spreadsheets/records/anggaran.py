"""Budget records: one for each line, year, quarter and spending group; parents linked, sums on one level only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.numbers import Nilai, StatusNilai, kosong
from lkjip.domain.printed import check_share
from lkjip.domain.reading import BacaanAnggaran
from lkjip.spreadsheets.records.capaian import quarter_of
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.table import BarisTabel, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.codes import code_of, parents
from lkjip.spreadsheets.tables.grid import small_int, text_of
from lkjip.spreadsheets.tables.words import tokens

STAGES = ("sesudah", "", "pk", "sebelum")


@dataclass(slots=True)
class Lajur:
    """The money columns of one year, quarter and spending group."""

    tahun: int | None
    triwulan: int | None
    kelompok: str
    pagu: dict[str, Kolom] = field(default_factory=dict)
    realisasi: Kolom | None = None
    realisasi_lain: tuple[Kolom, ...] = ()
    persen: Kolom | None = None
    tahap: str = ""

    @property
    def pagu_kolom(self) -> Kolom | None:
        """The pagu column of the stage that counts."""
        return self.pagu.get(self.tahap)


class PembacaAnggaran:
    """Reads the rows of a budget table."""

    def __init__(self, tabel: Tabel, nilai: NilaiKolom, tahun: int | None) -> None:
        self.tabel = tabel
        self.nilai = nilai
        self.named = {role: next(iter(tabel.kolom_peran(role)), None) for role in Peran}
        self.names = [kolom.nomor for kolom in tabel.kolom_peran(Peran.URAIAN)]
        self.lajur = self._lanes(tahun)
        for lane in self.lajur:
            lane.realisasi = self._reached(lane)
            lane.tahap = self._stage(lane)
        self.kosong = [lane for lane in self.lajur if lane.kelompok and self._all_zero(lane)]

    def _lanes(self, tahun: int | None) -> list[Lajur]:
        columns = [kolom for kolom in self.tabel.kolom if kolom.peran in (Peran.PAGU, Peran.REALISASI, Peran.PERSEN)]
        named = [kolom.tahun for kolom in columns if kolom.tahun and kolom.tahap not in ("renstra", "kumulatif")]
        default = self.tabel.tahun_judul or tahun or max(named, default=None)
        found: dict[tuple[int | None, int | None, str], Lajur] = {}
        stages = [kolom.tahap for kolom in columns if kolom.peran is Peran.PAGU]
        several = any(stage != "renstra" for stage in stages)
        plan = {Peran.PAGU, Peran.PERSEN} if several and "renstra" in stages else set()
        for kolom in columns:
            if kolom.tahap == "kumulatif" or (kolom.tahap == "renstra" and kolom.peran in plan):
                continue
            year = kolom.tahun if kolom.tahun is not None else default
            lane = found.setdefault((year, kolom.triwulan, kolom.kelompok), Lajur(year, kolom.triwulan, kolom.kelompok))
            if kolom.peran is Peran.PAGU:
                lane.pagu.setdefault(kolom.tahap, kolom)
            elif kolom.peran is Peran.REALISASI:
                lane.realisasi_lain += (kolom,)
                lane.realisasi = lane.realisasi or kolom
            else:
                lane.persen = lane.persen or kolom
        return [lane for lane in found.values() if lane.pagu or lane.realisasi]

    def _stage(self, lane: Lajur) -> str:
        """Of two stages of the budget the revised one counts, unless the printed percentages follow the first."""
        stages = [stage for stage in STAGES if stage in lane.pagu] or list(lane.pagu) or [""]
        if len(stages) < 2 or lane.realisasi is None or lane.persen is None:
            return stages[0]
        return max(stages, key=lambda stage: (self._follows(lane, stage, lane.realisasi), -stages.index(stage)))

    def _reached(self, lane: Lajur) -> Kolom | None:
        """Of several ("Periode Ini", "s.d. Periode Ini") the one the percentages follow, else the cumulated one."""
        if len(lane.realisasi_lain) < 2:
            return lane.realisasi
        stage = next(iter(lane.pagu), "")
        cumulated = [" sd " in f" {' '.join(tokens(kolom.judul))} " for kolom in lane.realisasi_lain]
        places = range(len(lane.realisasi_lain))
        follows = [self._follows(lane, stage, kolom) if lane.pagu else 0 for kolom in lane.realisasi_lain]
        return lane.realisasi_lain[max(places, key=lambda place: (follows[place], cumulated[place], -place))]

    def _follows(self, lane: Lajur, stage: str, realisasi: Kolom | None) -> int:
        """How many printed percentages are this realisasi / this stage's pagu."""
        count = 0
        for row in self.tabel.baris:
            pagu, reached, printed = (
                self.nilai.at(row, kolom.nomor if kolom else None).angka
                for kolom in (lane.pagu[stage], realisasi, lane.persen)
            )
            if pagu and reached is not None and printed is not None:
                count += abs(reached * 100 / pagu - printed) < Decimal("0.01") or abs(
                    reached / pagu - printed
                ) < Decimal("0.0001")
        return count

    def _all_zero(self, lane: Lajur) -> bool:
        """A spending group that holds nothing but zeros in the whole table."""
        columns = [kolom.nomor for kolom in (lane.pagu_kolom, lane.realisasi) if kolom]
        values = [self.nilai.at(row, column) for row in self.tabel.baris for column in columns]
        return all(nilai.angka == 0 or nilai.status is StatusNilai.KOSONG for nilai in values)

    def baca(self) -> Iterator[BacaanAnggaran]:
        """All records in the order of the rows; totals are kept as lines of their own level."""
        rows = self.tabel.baris
        levels = [row.tingkat or TingkatAnggaran.KEGIATAN for row in rows]
        above = parents(rows, levels, self.tabel.kolom)
        lanes = [lane for lane in self.lajur if lane not in self.kosong] or self.lajur
        for place, row in enumerate(rows):
            parent = above[place]
            for lane in lanes:
                yield self._record(row, lane, place + 1, None if parent is None else parent + 1, levels[place])

    def _record(
        self, row: BarisTabel, lane: Lajur, order: int, parent: int | None, level: TingkatAnggaran
    ) -> BacaanAnggaran:
        pagu = self._value(row, lane.pagu_kolom)
        where = {"uraian": self._name_cell(row)}
        code_cells = [row.cells[k.nomor] for k in self.tabel.kolom_peran(Peran.KODE) if k.nomor in row.cells]
        if code_cells:
            where["kode"] = code_cells[-1].address
        for label, kolom in (
            ("pagu", lane.pagu_kolom),
            ("realisasi", lane.realisasi),
            ("persen_tercetak", lane.persen),
        ):
            if kolom is not None and kolom.nomor in row.cells:
                where[label] = row.cells[kolom.nomor].address
        year = self.named[Peran.TAHUN]
        written = small_int(row.cells.get(year.nomor)) if year else None
        reached, printed = self._value(row, lane.realisasi), self._value(row, lane.persen)
        return BacaanAnggaran(
            order,
            parent,
            code_of(row, self.tabel.kolom),
            self._name(row),
            level,
            lane.kelompok,
            written if written and written > 1900 else lane.tahun,
            quarter_of(row, self.named[Peran.TRIWULAN]) or lane.triwulan,
            pagu,
            reached,
            printed,
            check_share(pagu, reached, printed),
            where,
        )

    def _value(self, row: BarisTabel, kolom: Kolom | None) -> Nilai:
        return self.nilai.at(row, kolom.nomor) if kolom else kosong("kolomnya tidak ada dalam tabel")

    def _name(self, row: BarisTabel) -> str:
        texts = [text_of(row.cells[column]) for column in self.names if column in row.cells]
        if texts:
            return texts[-1]
        labels = [text_of(cell) for cell in row.cells.values() if isinstance(cell.value, str)]
        return "Jumlah (tanpa keterangan)" if row.catatan == "tanpa_label" else (labels[0] if labels else "")

    def _name_cell(self, row: BarisTabel) -> str:
        cells = [row.cells[column] for column in self.names if column in row.cells]
        return cells[-1].address if cells else min(row.cells.values(), key=lambda cell: cell.column).address
