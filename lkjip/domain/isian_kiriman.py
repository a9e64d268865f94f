"""What one version of a section's workbook holds, field by field by name, and what changed against another version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lkjip.domain.isian_format import BacaanFormat
from lkjip.domain.numbers import Nilai, StatusNilai

PEMISAH = " | "
TRIWULAN = {None: "setahun", 1: "TW I", 2: "TW II", 3: "TW III", 4: "TW IV"}
_NOMOR = {tulisan: nomor for nomor, tulisan in TRIWULAN.items()}
KATA = ("pendorong", "penghambat", "upaya", "tindak_lanjut")
BUKTI = ("uraian", "tautan", "nomor", "halaman", "tanggal")


class ObjekIsian(StrEnum):
    """What a field belongs to."""

    INDIKATOR = "indikator"
    ANGGARAN = "anggaran"


@dataclass(frozen=True, slots=True)
class KunciIsian:
    """The name of a field: of which indicator (id) or code, in which place, which field of it.

    Written "indikator 3 | TW II | realisasi", "indikator 3 | penjelasan | upaya",
    "anggaran 7.01.02 | setahun | realisasi".
    """

    objek: ObjekIsian
    milik: str
    tempat: str
    medan: str

    def __str__(self) -> str:
        return PEMISAH.join((f"{self.objek.value} {self.milik}", self.tempat, self.medan))

    @property
    def indikator_id(self) -> int | None:
        """The indicator; None for a budget code."""
        return int(self.milik) if self.objek is ObjekIsian.INDIKATOR else None

    @property
    def triwulan(self) -> int | None:
        """The quarter, or None for the whole year (of a realisasi)."""
        return _NOMOR[self.tempat]


def parse_key(text: str) -> KunciIsian:
    """The name of a field from its text."""
    whose, tempat, medan = text.split(PEMISAH)
    objek, _, milik = whose.partition(" ")
    return KunciIsian(ObjekIsian(objek), milik, tempat, medan)


def fields_of(bacaan: BacaanFormat) -> dict[str, str]:
    """Everything that was filled in, by field; what was left empty is not listed."""
    return {str(kunci): isi for kunci, isi in _fields(bacaan) if isi}


def _fields(bacaan: BacaanFormat) -> Iterator[tuple[KunciIsian, str]]:
    for satu in bacaan.realisasi:
        yield (_of_indicator(satu.indikator_id, TRIWULAN[satu.triwulan], "realisasi"), written(satu.nilai))
    for kata in bacaan.penjelasan:
        for medan in KATA:
            yield _of_indicator(kata.indikator_id, "penjelasan", medan), getattr(kata, medan).strip()
    for bukti in bacaan.data_dukung:
        for medan in BUKTI:
            isi = getattr(bukti, medan)
            yield _of_indicator(bukti.indikator_id, f"data dukung {bukti.urutan}", medan), str(isi or "").strip()
    for serapan in bacaan.serapan:
        kunci = KunciIsian(ObjekIsian.ANGGARAN, serapan.kode, TRIWULAN[serapan.triwulan], "realisasi")
        yield kunci, written(serapan.nilai)


def _of_indicator(indikator_id: int, tempat: str, medan: str) -> KunciIsian:
    return KunciIsian(ObjekIsian.INDIKATOR, str(indikator_id), tempat, medan)


def written(nilai: Nilai) -> str:
    """A value as it is compared: a number by itself however it was typed, else the text; "" where there is none."""
    if nilai.status is StatusNilai.KOSONG:
        return ""
    if nilai.angka is None:
        return " ".join(nilai.teks.split()) or nilai.status.value.replace("_", " ")
    ends = [format(angka.normalize(), "f") for angka in (nilai.angka, nilai.sampai) if angka is not None]
    return "–".join(ends).replace(".", ",")


@dataclass(frozen=True, slots=True)
class PerubahanIsian:
    """One field that two versions say differently; "" where one says nothing."""

    kunci: KunciIsian
    sebelum: str
    sesudah: str

    @property
    def dikosongkan(self) -> bool:
        """It was filled in and is no more."""
        return bool(self.sebelum) and not self.sesudah


def differences(sebelum: Mapping[str, str], sesudah: Mapping[str, str]) -> tuple[PerubahanIsian, ...]:
    """The fields that differ, in the order of the later version, then those that are gone."""
    names = [*sesudah, *(nama for nama in sebelum if nama not in sesudah)]
    return tuple(
        PerubahanIsian(parse_key(nama), sebelum.get(nama, ""), sesudah.get(nama, ""))
        for nama in names
        if sebelum.get(nama, "") != sesudah.get(nama, "")
    )


def name_of(kunci: KunciIsian, indikator: Mapping[int, str]) -> str:
    """How people call a field: "'Indeks Kepuasan Masyarakat', TW II"; `indikator`: the texts by id."""
    if kunci.objek is ObjekIsian.ANGGARAN:
        return f"Serapan {kunci.milik}, {kunci.tempat}"
    whose = f"'{indikator.get(int(kunci.milik), f'indikator {kunci.milik}')}'"
    return f"{whose}, {kunci.tempat}" if kunci.medan == "realisasi" else (
        f"{whose}, {kunci.tempat}: {kunci.medan.replace('_', ' ')}"
    )  # fmt: skip
