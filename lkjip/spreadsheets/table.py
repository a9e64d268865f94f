"""What a table means: columns with roles, rows with levels. Found by `tables.py`, corrected by the user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.fast_init import fast_init
from lkjip.spreadsheets.cells import Cell


class Jenis(StrEnum):
    """What kind of table it is."""

    CAPAIAN = "capaian"
    ANGGARAN = "anggaran"
    LAIN = "lain"


class Peran(StrEnum):
    """The meaning of a column. PERSEN is a printed capaian (indicator table) or serapan (budget table).

    From TUJUAN to BUKTI: what only a plan says of an indicator (AWAL: kondisi awal, AKHIR: target akhir Renstra).
    """

    NOMOR = "nomor"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    TARGET = "target"
    REALISASI = "realisasi"
    PERSEN = "persen"
    PREDIKAT = "predikat"
    KETERANGAN = "keterangan"
    KODE = "kode"
    URAIAN = "uraian"
    PAGU = "pagu"
    TAHUN = "tahun"
    TRIWULAN = "triwulan"
    TUJUAN = "tujuan"
    AWAL = "awal"
    AKHIR = "akhir"
    DEFINISI = "definisi"
    CARA_UKUR = "cara_ukur"
    SUMBER_DATA = "sumber_data"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    BUKTI = "bukti"
    ABAIKAN = "abaikan"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its number, header text as written (levels joined with " / "), role and what the header says of it.

    `tahun` from the header; `tahap` "renstra"|"pk"|"sebelum"|"sesudah"|""; `kelompok` "operasi"|"modal"|...;
    `triwulan` 1-4; `persen` True where the header carries "(%)".
    """

    nomor: int
    judul: str
    peran: Peran
    tahun: int | None = None
    tahap: str = ""
    kelompok: str = ""
    triwulan: int | None = None
    persen: bool = False


@fast_init
@dataclass(frozen=True, slots=True)
class BarisTabel:
    """One logical data row (several physical rows where a text is split): cells by column number, and its level.

    `jumlah` marks a total or subtotal row. `tingkat` is set in budget tables. `fisik` are the sheet rows it was put
    together from. `catatan` says why a row is no record: "kelompok" (a heading between the data), "liar" (amounts
    without a name), "pecah" (figures run into the name by a conversion); "tanpa_label" is a total without a word.
    """

    row: int
    cells: dict[int, Cell]
    jumlah: bool = False
    tingkat: TingkatAnggaran | None = None
    tersembunyi: bool = False
    fisik: tuple[int, ...] = ()
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table found in a sheet.

    `mentah` are the physical rows by sheet column (so that corrected roles can be applied again), `lain` the rows that
    are no records (see `BarisTabel.catatan`), `sasaran` the goal or context in force at a row where headings name it,
    `judul_atas` the title lines above the table, `tahun_judul` the year they name.
    """

    lembar: str
    nomor: int
    jenis: Jenis
    judul: str
    baris_judul: tuple[int, ...]
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTabel, ...]
    mentah: tuple[BarisTabel, ...] = ()
    lain: tuple[BarisTabel, ...] = ()
    sasaran: tuple[tuple[int, str], ...] = ()
    judul_atas: tuple[str, ...] = ()
    tahun_judul: int | None = None

    def kolom_peran(self, peran: Peran) -> tuple[Kolom, ...]:
        """The columns that play one role."""
        return tuple(kolom for kolom in self.kolom if kolom.peran is peran)
