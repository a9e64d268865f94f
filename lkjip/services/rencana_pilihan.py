"""Importing a plan: what the user chooses, what would change, what stands against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lkjip.domain.dokumen import Tahap
from lkjip.domain.finding import Finding
from lkjip.domain.reading import Pertanyaan
from lkjip.domain.renstra import Renstra
from lkjip.services.reading import TableKey


class JenisRencana(StrEnum):
    """What a file is imported as."""

    RENSTRA = "renstra"
    PK = "pk"
    PROGRAM = "program"


NAMA_RENCANA = {
    JenisRencana.RENSTRA: "Matriks Renstra (tujuan, sasaran, indikator, target per tahun)",
    JenisRencana.PK: "Perjanjian Kinerja (PK)",
    JenisRencana.PROGRAM: "Program, kegiatan, sub kegiatan dengan pagu (DPA)",
}
NAMA_TAHAP = {Tahap.MURNI: "Murni", Tahap.PERUBAHAN: "Perubahan"}
BARU = 0  # in `PilihanRencana.padanan`: this line is an indicator of its own


@dataclass(frozen=True, slots=True)
class PilihanRencana:
    """The user's choices. `tabel`: the tables to use (None: all that fit).

    `padanan`: line of the file (key) -> id of the stored indicator it means, or BARU. `keluarkan`: keys of what is
    stored, not in the file, and to be taken out. `ganti_satuan`: the units of the file replace stored ones.
    `renstra_baru`: the Renstra to begin with this file, where it is not stored yet (by its name).
    """

    jenis: JenisRencana
    tahun: int
    renstra_id: int = 0
    renstra_baru: Renstra | None = None
    tahap: Tahap = Tahap.MURNI
    nomor: str = ""
    tanggal: date | None = None
    alasan: str = ""
    tabel: frozenset[TableKey] | None = None
    padanan: Mapping[str, int] = field(default_factory=dict)
    semua_baru: bool = False
    ganti_satuan: bool = False
    keluarkan: frozenset[str] = frozenset()
    keluarkan_semua: bool = False

    def leaves(self, kunci: str) -> bool:
        """Is this to be taken out?"""
        return self.keluarkan_semua or kunci in self.keluarkan


class Golongan(StrEnum):
    """What happens to something stored."""

    BARU = "Baru"
    BERUBAH = "Berubah"
    DIHAPUS = "Dihapus"


@dataclass(frozen=True, slots=True)
class PerubahanRencana:
    """One thing that would be stored: of what (`butir`), which field, which year, before and after, from which cell."""

    golongan: Golongan
    butir: str
    apa: str
    tahun: int | None = None
    sebelum: str = ""
    sesudah: str = ""
    lembar: str = ""
    sel: str = ""


@dataclass(frozen=True, slots=True)
class Hilang:
    """Something stored that the file does not name: left as it is unless the user takes it out."""

    kunci: str
    butir: str
    isi: str


@dataclass(frozen=True, slots=True)
class TakDikenal:
    """A line whose indicator is not stored under this name, with the stored ones it resembles (id, text)."""

    kunci: str
    teks: str
    lembar: str
    sel: str
    calon: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Usulan:
    """What one kind of import finds: the changes listed, and what is needed to decide."""

    perubahan: tuple[PerubahanRencana, ...] = ()
    sama: int = 0
    hilang: tuple[Hilang, ...] = ()
    tak_dikenal: tuple[TakDikenal, ...] = ()
    temuan: tuple[Finding, ...] = ()
    kontrol: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PratinjauRencana:
    """What applying a file would do. `halangan`: why it cannot be done yet; `sudah_ada`: about an earlier import."""

    usulan: Usulan
    temuan: tuple[Finding, ...] = ()
    pertanyaan: tuple[Pertanyaan, ...] = ()
    halangan: tuple[str, ...] = ()
    sudah_ada: str = ""

    @property
    def boleh_terapkan(self) -> bool:
        """Nothing stands against it."""
        return not self.halangan

    def count(self, golongan: Golongan) -> int:
        """How many changes of one group."""
        return sum(satu.golongan is golongan for satu in self.usulan.perubahan)

    @property
    def kalimat(self) -> str:
        """How many of each group, in one sentence."""
        baru, berubah, dihapus = (self.count(golongan) for golongan in Golongan)
        return f"{baru} baru, {berubah} berubah, {dihapus} dihapus, {self.usulan.sama} sama."


@dataclass(frozen=True, slots=True)
class Diterapkan:
    """What was stored; `sudah_ada`: nothing was, because nothing differs."""

    impor_id: int
    kalimat: str
    sudah_ada: bool = False
