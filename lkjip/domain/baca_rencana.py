"""One line of a plan as read from a file: tujuan, sasaran, indikator with targets, kondisi awal, target akhir."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip.domain.finding import Finding
from lkjip.domain.indikator import Rincian
from lkjip.domain.numbers import Nilai
from lkjip.domain.reading import Pertanyaan


@dataclass(frozen=True, slots=True)
class TargetTerbaca:
    """A target of one year. `tahun` None: the column names none; 1-9: the year counted from the start of the plan.

    `tahap` is the promise or stage its header names ("renstra", "pk", "sebelum", "sesudah", "").
    """

    tahun: int | None
    tahap: str
    nilai: Nilai
    sel: str
    kolom: str = ""


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """One indicator as a plan writes it. `awal`, `akhir`: None where the file has no such column.

    `penanggung` names who answers for it; `sel` maps field name to the cell it was read from.
    """

    lembar: str
    baris: int
    tujuan: str
    sasaran: str
    indikator: str
    satuan: str
    target: tuple[TargetTerbaca, ...]
    awal: Nilai | None
    tahun_awal: int | None
    akhir: Nilai | None
    rincian: Rincian
    penanggung: str
    sel: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BacaanRencana:
    """The plan in one table, with what must be known or answered about it."""

    lembar: str
    nomor: int
    baris: tuple[BarisRencana, ...] = ()
    temuan: tuple[Finding, ...] = ()
    pertanyaan: tuple[Pertanyaan, ...] = ()
