"""What a section workbook carries: what it is filled with beforehand, whose it is, and what came back in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from lkjip.domain.finding import Finding
from lkjip.domain.indikator import Agregasi, Rincian
from lkjip.domain.numbers import Nilai
from lkjip.domain.pengumpulan import DataDukung, Penjelasan, SerapanSeksi
from lkjip.domain.trace import Source

VERSI_TEMPLAT = "1"  # of the layout; an older one that still fits is read with a note


@dataclass(frozen=True, slots=True)
class IndikatorFormat:
    """One prefilled line of the sheets Indikator and Analisis."""

    indikator_id: int
    sasaran: str
    teks: str
    satuan: str
    rumus: str  # id of the formula
    agregasi: Agregasi
    target: Nilai | None  # PK target in force, else the Renstra target of the year
    target_lalu: Nilai | None = None
    realisasi_lalu: Nilai | None = None
    rincian: Rincian = Rincian()


@dataclass(frozen=True, slots=True)
class AnggaranFormat:
    """One prefilled line of the sheet Anggaran: a code the section reports on."""

    kode: str
    uraian: str
    tingkat: str
    pagu: Decimal | None


@dataclass(frozen=True, slots=True)
class Identitas:
    """Whose workbook it is: office (code and name), section, year, layout, fingerprint of the prefilled content."""

    kantor: str
    seksi_id: int
    seksi: str
    tahun: int
    versi_templat: str
    sidik: str


@dataclass(frozen=True, slots=True)
class IsiFormat:
    """Everything needed to write one workbook."""

    kantor_kode: str
    kantor_nama: str
    demo: bool
    seksi_id: int
    seksi: str
    tahun: int
    tenggat: date | None
    indikator: tuple[IndikatorFormat, ...]
    anggaran: tuple[AnggaranFormat, ...]

    @property
    def sidik(self) -> str:
        """A short hash of all that is filled in beforehand (not of the due date): another plan, another fingerprint."""
        content = asdict(self)
        content.pop("tenggat")
        text = json.dumps([VERSI_TEMPLAT, content], ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def identitas(self) -> Identitas:
        """What is hidden in the workbook."""
        office = f"{self.kantor_kode} {self.kantor_nama}".strip()
        return Identitas(office, self.seksi_id, self.seksi, self.tahun, VERSI_TEMPLAT, self.sidik)


@dataclass(frozen=True, slots=True)
class RealisasiFormat:
    """One filled-in cell of the sheet Indikator: a quarter (1-4) or the year (None)."""

    indikator_id: int
    triwulan: int | None
    nilai: Nilai
    sumber: Source


@dataclass(frozen=True, slots=True)
class BacaanFormat:
    """What came back in a section workbook; values with their cells, and what is wrong with them.

    `identitas` None: no section workbook. Empty input cells are not listed; a missing row is a finding.
    """

    identitas: Identitas | None
    realisasi: tuple[RealisasiFormat, ...] = ()
    penjelasan: tuple[Penjelasan, ...] = ()
    data_dukung: tuple[DataDukung, ...] = ()
    serapan: tuple[SerapanSeksi, ...] = ()
    temuan: tuple[Finding, ...] = ()
