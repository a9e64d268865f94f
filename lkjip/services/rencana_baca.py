"""The tables of a file a plan is taken from, and the plan they say."""

from __future__ import annotations

from lkjip.domain.baca_rencana import BacaanRencana
from lkjip.domain.finding import Finding
from lkjip.rules import load_aturan
from lkjip.services.reading import Reading
from lkjip.services.rencana_pilihan import JenisRencana, PilihanRencana
from lkjip.spreadsheets.records.plan import read_plan
from lkjip.spreadsheets.table import Jenis, Peran, Tabel

WANTED = {
    JenisRencana.RENSTRA: "sasaran, indikator, dan target per tahun",
    JenisRencana.PK: "sasaran, indikator, dan target",
    JenisRencana.PROGRAM: "program atau kegiatan dan pagunya",
}
_KIND = {Jenis.CAPAIAN: "tabel kinerja", Jenis.ANGGARAN: "tabel anggaran", Jenis.LAIN: "tabel yang belum dikenali"}
LAST_ORDINAL = 9  # "Tahun ke-1" to "ke-9" are no years yet
_PROMISES = frozenset({Peran.TARGET, Peran.AKHIR})


def fits(tabel: Tabel, jenis: JenisRencana) -> bool:
    """Can this table be imported as this kind of plan?"""
    roles = {kolom.peran for kolom in tabel.kolom}
    if jenis is JenisRencana.PROGRAM:
        return tabel.jenis is Jenis.ANGGARAN and Peran.PAGU in roles
    return tabel.jenis is Jenis.CAPAIAN and bool(roles & _PROMISES)


def tables_for(reading: Reading, pilihan: PilihanRencana) -> list[int]:
    """The places (in `reading.tabel`) of the tables to use: those chosen among the fitting ones, else all of them."""
    return [
        place
        for place, tabel in enumerate(reading.tabel)
        if fits(tabel, pilihan.jenis) and (pilihan.tabel is None or (tabel.lembar, tabel.nomor) in pilihan.tabel)
    ]


def read_plans(reading: Reading, pilihan: PilihanRencana) -> tuple[BacaanRencana, ...]:
    """The indicator plan of each table to use."""
    aturan = load_aturan()
    return tuple(
        read_plan(reading.tabel[place], aturan.istilah, aturan.katalog, reading.answers)
        for place in tables_for(reading, pilihan)
    )


def budgets(reading: Reading, pilihan: PilihanRencana) -> tuple[Tabel, ...]:
    """The budget tables to use."""
    return tuple(reading.tabel[place] for place in tables_for(reading, pilihan))


def no_table(reading: Reading, pilihan: PilihanRencana) -> Finding | None:
    """The error of a file that has no table of the chosen kind; None where it has one, or could not be read at all."""
    if tables_for(reading, pilihan) or not reading.workbook.sheets:
        return None
    katalog = load_aturan().katalog
    if any(fits(tabel, pilihan.jenis) for tabel in reading.tabel):
        return katalog.temuan("rencana_tabel_belum_dipilih", berkas=reading.berkas)
    found = [f"{_KIND[tabel.jenis]} di lembar '{tabel.lembar}'" for tabel in reading.tabel]
    return katalog.temuan(
        "rencana_tanpa_tabel", berkas=reading.berkas, dicari=WANTED[pilihan.jenis],
        ada=", ".join(dict.fromkeys(found)) or "tidak ada tabel",
    )  # fmt: skip


def target_years(reading: Reading) -> tuple[int, ...]:
    """The years the target columns of the file name, ascending."""
    columns = (kolom for tabel in reading.tabel if fits(tabel, JenisRencana.RENSTRA) for kolom in tabel.kolom)
    years = {kolom.tahun for kolom in columns if kolom.peran is Peran.TARGET and kolom.tahun}
    return tuple(sorted(year for year in years if year > LAST_ORDINAL))
