"""What of the data asked of a section is there, by content, part by part; and what is missing, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from lkjip.domain.isian_kiriman import TRIWULAN
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.pengumpulan import DataDukung, Keadaan, Kiriman, Penjelasan, PutusanKiriman
from lkjip.domain.showing import join_words
from lkjip.domain.wajib_jelas import lacking_words, says_something

Milik = TypeVar("Milik", int, str)  # an indicator by its id, a budget line by its code
_TERISI = frozenset({StatusNilai.TERUKUR, StatusNilai.TIDAK_BERLAKU, StatusNilai.TEKS})


class Bagian(StrEnum):
    """The parts of what a section sends."""

    REALISASI = "Realisasi"
    PENJELASAN = "Penjelasan"
    DATA_DUKUNG = "Data dukung"
    ANGGARAN = "Anggaran"


@dataclass(frozen=True, slots=True)
class IndikatorDiminta:
    """An indicator a section answers for; `wajib`: why it has to be explained, "" where it need not."""

    id: int
    teks: str
    wajib: str = ""


@dataclass(frozen=True, slots=True)
class Diminta:
    """What is asked of one section: indicators, budget codes with their names, and the quarters of the year."""

    indikator: tuple[IndikatorDiminta, ...] = ()
    anggaran: Mapping[str, str] = field(default_factory=dict)
    triwulan: tuple[int, ...] = (1, 2, 3, 4)

    @property
    def kosong(self) -> bool:
        """True where nothing is asked."""
        return not self.indikator and not self.anggaran


@dataclass(frozen=True, slots=True)
class Terkumpul:
    """What is there: values by indicator or code and quarter (None: the year), words and evidence by indicator."""

    realisasi: Mapping[tuple[int, int | None], Nilai] = field(default_factory=dict)
    penjelasan: Mapping[int, Penjelasan] = field(default_factory=dict)
    data_dukung: Mapping[int, Sequence[DataDukung]] = field(default_factory=dict)
    serapan: Mapping[tuple[str, int | None], Nilai] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """One part of one section: `ada` of `dari` are there; `kurang` names the others and what they lack."""

    bagian: Bagian
    ada: int
    dari: int
    kurang: tuple[str, ...] = ()

    @property
    def lengkap(self) -> bool:
        """Nothing is missing (also where nothing is asked)."""
        return self.ada == self.dari


def completeness(diminta: Diminta, terkumpul: Terkumpul) -> tuple[Kelengkapan, ...]:
    """Every part, in the order of `Bagian`. Explanations count only where they are due."""
    return (
        _part(Bagian.REALISASI, ((satu.teks, _lacking_values(satu.id, diminta, terkumpul.realisasi))
                                 for satu in diminta.indikator)),
        _part(Bagian.PENJELASAN, ((satu.teks, lacking_words(terkumpul.penjelasan.get(satu.id)))
                                  for satu in diminta.indikator if satu.wajib)),
        _part(Bagian.DATA_DUKUNG, ((satu.teks, _lacking_evidence(terkumpul.data_dukung.get(satu.id, ())))
                                   for satu in diminta.indikator)),
        _part(Bagian.ANGGARAN, ((f"{kode} {uraian}".strip(), _lacking_values(kode, diminta, terkumpul.serapan))
                                for kode, uraian in diminta.anggaran.items())),
    )  # fmt: skip


def _part(bagian: Bagian, answers: Iterable[tuple[str, Sequence[str]]]) -> Kelengkapan:
    listed = list(answers)
    missing = tuple(f"'{nama}': {join_words(lacking)}" for nama, lacking in listed if lacking)
    return Kelengkapan(bagian, len(listed) - len(missing), len(listed), missing)


def _lacking_values(
    milik: Milik, diminta: Diminta, values: Mapping[tuple[Milik, int | None], Nilai]
) -> tuple[str, ...]:
    """The whole year is enough; else every quarter that is asked."""
    if _filled(values.get((milik, None))):
        return ()
    gone = [nomor for nomor in diminta.triwulan if not _filled(values.get((milik, nomor)))]
    if len(gone) == len(diminta.triwulan):
        return ("belum diisi",)
    return tuple(TRIWULAN[nomor] for nomor in gone)


def _filled(nilai: Nilai | None) -> bool:
    return nilai is not None and nilai.status in _TERISI


def _lacking_evidence(evidence: Sequence[DataDukung]) -> tuple[str, ...]:
    """A link, or the number of a document with the page in it."""
    if any(says_something(satu.tautan) or (says_something(satu.nomor) and says_something(satu.halaman))
           for satu in evidence):  # fmt: skip
        return ()
    if any(says_something(satu.nomor) for satu in evidence):
        return ("halaman dokumen",)
    return ("tautan atau nomor dokumen",)


def state_of(bagian: Iterable[Kelengkapan], berlaku: Kiriman | None, putusan: PutusanKiriman | None) -> Keadaan:
    """Where a section stands: the word about its version in force, else whether everything is there.

    A version without a single value is never complete, whatever else is known of the section's indicators.
    """
    if berlaku is None:
        return Keadaan.MENUNGGU
    if putusan is not None and putusan.kiriman_id == berlaku.id:
        return putusan.keadaan
    complete = bool(berlaku.isi) and all(satu.lengkap for satu in bagian)
    return Keadaan.SIAP if complete else Keadaan.SEBAGIAN
