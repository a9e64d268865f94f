"""A table with roles becomes the lines of a plan: each indicator once a row, with all its targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip.domain.aturan import Istilah
from lkjip.domain.baca_rencana import BacaanRencana, BarisRencana, TargetTerbaca
from lkjip.domain.finding import Katalog
from lkjip.domain.indikator import Rincian
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.spreadsheets.records.capaian import is_final_target
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.records.notes import notes_rows, notes_values
from lkjip.spreadsheets.table import BarisTabel, Jenis, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.grid import small_int, text_of
from lkjip.spreadsheets.tables.plan_columns import NUMBERS

ROLES = frozenset({Peran.TARGET, *NUMBERS})
_NOTHING = frozenset({"-", "–", "—"})


def read_plan(tabel: Tabel, istilah: Istilah, katalog: Katalog, answers: Mapping[str, str]) -> BacaanRencana:
    """All lines of an indicator table; other tables give none."""
    if tabel.jenis is not Jenis.CAPAIAN:
        return BacaanRencana(tabel.lembar, tabel.nomor)
    nilai = NilaiKolom(tabel, istilah, answers, ROLES)
    questions = nilai.questions()
    findings = notes_rows(tabel, katalog) + notes_values(tabel, nilai, questions, katalog)
    lines = tuple(_Pembaca(tabel, nilai).lines())
    return BacaanRencana(tabel.lembar, tabel.nomor, lines, tuple(findings), questions)


class _Pembaca:
    def __init__(self, tabel: Tabel, nilai: NilaiKolom) -> None:
        self.tabel = tabel
        self.nilai = nilai
        self.named = {role: next(iter(tabel.kolom_peran(role)), None) for role in Peran}
        targets = [kolom for kolom in tabel.kolom_peran(Peran.TARGET) if kolom.tahap != "kumulatif"]
        self.final = self.named[Peran.AKHIR] or next((kolom for kolom in targets if is_final_target(kolom)), None)
        self.targets = [kolom for kolom in targets if not is_final_target(kolom) and kolom.triwulan is None]

    def lines(self) -> Iterator[BarisRencana]:
        """Row by row; tujuan and sasaran hold until the next one is named."""
        headings = list(self.tabel.sasaran)
        tujuan, sasaran = ("", ""), ("", "")
        for row in self.tabel.baris:
            while headings and headings[0][0] < row.row:
                sasaran = (headings.pop(0)[1], "")
            if row.jumlah:
                continue
            tujuan = self._text(row, Peran.TUJUAN) or tujuan
            sasaran = self._text(row, Peran.SASARAN) or sasaran
            yield self._line(row, tujuan, sasaran)

    def _line(self, row: BarisTabel, tujuan: tuple[str, str], sasaran: tuple[str, str]) -> BarisRencana:
        read = {role: self._text(row, role) or ("", "") for role in Peran}
        awal, akhir = self.named[Peran.AWAL], self.final
        targets = tuple(self._targets(row))
        values = [satu.nilai for satu in targets]
        cells = {role.value: place for role, (_, place) in read.items() if place}
        cells |= {"tujuan": tujuan[1], "sasaran": sasaran[1]}
        cells |= {name: _cell(row, kolom) for name, kolom in (("awal", awal), ("akhir", akhir))}
        return BarisRencana(
            self.tabel.lembar,
            row.row,
            tujuan[0],
            sasaran[0],
            read[Peran.INDIKATOR][0],
            read[Peran.SATUAN][0] or next((value.satuan for value in values if value.satuan), ""),
            targets,
            self._number(row, awal),
            awal.tahun if awal else None,
            self._number(row, akhir),
            Rincian(*(read[role][0] for role in (Peran.DEFINISI, Peran.CARA_UKUR, Peran.SUMBER_DATA, Peran.BUKTI))),
            read[Peran.PENANGGUNG_JAWAB][0],
            cells,
        )

    def _targets(self, row: BarisTabel) -> Iterator[TargetTerbaca]:
        year = self.named[Peran.TAHUN]
        written = small_int(row.cells.get(year.nomor)) if year else None
        for kolom in self.targets:
            value = self.nilai.at(row, kolom.nomor)
            tahun = written or kolom.tahun or self.tabel.tahun_judul
            yield TargetTerbaca(tahun, kolom.tahap, value, _cell(row, kolom), kolom.judul)

    def _number(self, row: BarisTabel, kolom: Kolom | None) -> Nilai | None:
        """None where there is no such column or nothing stands in it."""
        value = self.nilai.at(row, kolom.nomor) if kolom else None
        return None if value is None or value.status is StatusNilai.KOSONG else value

    def _text(self, row: BarisTabel, role: Peran) -> tuple[str, str] | None:
        """Text and cell; None where nothing is written."""
        kolom = self.named[role]
        text = " ".join(text_of(row.cells.get(kolom.nomor)).split()) if kolom else ""
        return None if not text or text in _NOTHING else (text, _cell(row, kolom))


def _cell(row: BarisTabel, kolom: Kolom | None) -> str:
    cell = row.cells.get(kolom.nomor) if kolom else None
    return cell.address if cell else ""
