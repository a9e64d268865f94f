"""Documents that set targets and budgets: which one says what, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class JenisDokumen(StrEnum):
    """What a document sets. The PK in force is the last PERUBAHAN, else the MURNI."""

    RENSTRA = "renstra"
    PK_MURNI = "pk_murni"
    PK_PERUBAHAN = "pk_perubahan"
    DPA = "dpa"
    DPPA = "dppa"
    LAINNYA = "lainnya"


NAMA_DOKUMEN = {
    JenisDokumen.RENSTRA: "Renstra",
    JenisDokumen.PK_MURNI: "PK murni",
    JenisDokumen.PK_PERUBAHAN: "PK perubahan",
    JenisDokumen.DPA: "DPA",
    JenisDokumen.DPPA: "DPA perubahan",
    JenisDokumen.LAINNYA: "Dokumen lain",
}


class Tahap(StrEnum):
    """Which budget a pagu belongs to."""

    MURNI = "murni"
    PERUBAHAN = "perubahan"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One document on record; `id` 0 while it is not stored yet."""

    id: int
    jenis: JenisDokumen
    tahun: int | None
    nomor: str
    tanggal: date | None
    perihal: str = ""
    oleh: str = ""
    pada: str = ""
