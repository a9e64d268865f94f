"""Sasaran strategis and their indicators; targets (Renstra, PK) and realisasi of a year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Source


class JenisTarget(StrEnum):
    """Which promise a target belongs to."""

    PK = "pk"
    RENSTRA = "renstra"


class Agregasi(StrEnum):
    """How quarters become the year."""

    JUMLAH = "jumlah"
    TERAKHIR = "terakhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"


LONGEST_TEXT = 2_000  # letters of a name, in forms and files
UNGROUPED = "Belum dikelompokkan"  # the sasaran of indicators whose file names none


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A sasaran strategis; `program` lists the codes (or, lacking codes, names) of the programmes that serve it."""

    id: int
    urutan: int
    teks: str
    program: tuple[str, ...] = ()
    versi: int = 1

    @property
    def ungrouped(self) -> bool:
        """True for the stand-in of a sasaran, until the office has named its own."""
        return " ".join(self.teks.split()).casefold() == UNGROUPED.casefold()

    @property
    def sebutan(self) -> str:
        """How captions name it: "sasaran 2"."""
        return "indikator yang belum dikelompokkan" if self.ungrouped else f"sasaran {self.urutan}"

    @property
    def judul(self) -> str:
        """How headings name it: "Sasaran 2: Meningkatnya ..."."""
        return "Indikator yang Belum Dikelompokkan" if self.ungrouped else f"Sasaran {self.urutan}: {self.teks}"


@dataclass(frozen=True, slots=True)
class Rincian:
    """What an indicator means: definition, way of measuring, source of the data, evidence expected."""

    definisi: str = ""
    cara_ukur: str = ""
    sumber_data: str = ""
    bukti: str = ""


@dataclass(frozen=True, slots=True)
class Indikator:
    """An indicator of a sasaran. `rumus` is the id of a formula in `lkjip/rules/formulas`.

    `rumus_ditetapkan` is False while the formula is only the default or a proposal nobody has confirmed.
    `seksi` is the section (id) that answers for the data; None: nobody has been named. `rincian`: what is measured how.
    """

    id: int
    sasaran_id: int
    urutan: int
    teks: str
    satuan: str
    rumus: str = "naik"
    agregasi: Agregasi = Agregasi.TERAKHIR
    rumus_ditetapkan: bool = False
    versi: int = 1
    seksi: int | None = None
    rincian: Rincian = Rincian()


@dataclass(frozen=True, slots=True)
class Target:
    """The target in force of one indicator for one year under one promise.

    `renstra`: which Renstra (id) a Renstra target belongs to; `dokumen` (id) and `alasan`: what set it, and why anew.
    """

    indikator_id: int
    tahun: int
    jenis: JenisTarget
    nilai: Nilai
    sumber: Source = Source()
    renstra: int | None = None
    dokumen: int | None = None
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Realisasi:
    """What was reached: for the whole year (`triwulan` None) or up to/in one quarter (1-4)."""

    indikator_id: int
    tahun: int
    nilai: Nilai
    triwulan: int | None = None
    capaian_tercetak: Nilai | None = None
    sumber: Source = Source()
