"""From quarters to the year. A year with missing quarters is provisional and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from lkjip.domain.indikator import Agregasi, Realisasi
from lkjip.domain.numbers import Nilai, StatusNilai, format_ringkas, terukur
from lkjip.domain.showing import join_words, show_nilai
from lkjip.domain.trace import Step

_SEBUTAN = {
    Agregasi.JUMLAH: "dijumlahkan",
    Agregasi.TERAKHIR: "diambil yang terakhir",
    Agregasi.RATA_RATA: "dirata-ratakan",
    Agregasi.MAKSIMUM: "diambil yang tertinggi",
}
_HITUNG: Mapping[Agregasi, Callable[[Sequence[Decimal]], Decimal]] = {
    Agregasi.JUMLAH: lambda angka: sum(angka, Decimal(0)),
    Agregasi.RATA_RATA: lambda angka: sum(angka, Decimal(0)) / len(angka),
    Agregasi.MAKSIMUM: max,
}


class Setahun(NamedTuple):
    """The realisasi of a year, what is missing while it is provisional (else ""), and how it came about."""

    realisasi: Realisasi | None
    kurang: str = ""
    langkah: tuple[Step, ...] = ()


def year_of(semua: Sequence[Realisasi], agregasi: Agregasi) -> Setahun:
    """One indicator in one year: the whole-year value where it is filled in, else its quarters put together."""
    if len(semua) == 1 and semua[0].triwulan is None:
        return Setahun(semua[0])
    setahun = next((satu for satu in reversed(semua) if satu.triwulan is None), None)
    triwulan = {satu.triwulan: satu for satu in semua if satu.triwulan is not None}
    if not triwulan or (setahun is not None and setahun.nilai.status is not StatusNilai.KOSONG):
        return Setahun(setahun)
    urut = tuple(triwulan[nomor] for nomor in sorted(triwulan))
    hilang = tuple(n for n in (1, 2, 3, 4) if n not in triwulan or triwulan[n].nilai.status is StatusNilai.KOSONG)
    terisi = tuple(satu for satu in urut if satu.nilai.status is not StatusNilai.KOSONG)
    if not terisi:
        return Setahun(setahun or urut[-1])
    nilai = _together(terisi, agregasi)
    langkah = tuple(Step(f"Triwulan {satu.triwulan}", show_nilai(satu.nilai), satu.sumber) for satu in terisi)
    langkah += (Step("Setahun", f"Triwulan {_SEBUTAN[agregasi]}: {show_nilai(nilai)}"),)
    kurang = f"triwulan {join_words(str(n) for n in hilang)} belum diisi" if hilang else ""
    return Setahun(replace(terisi[-1], nilai=nilai, triwulan=None), kurang, langkah)


def by_year(semua: Iterable[Realisasi], indikator_id: int, agregasi: Agregasi) -> dict[int, Nilai]:
    """The realisasi of each year of one indicator, its quarters put together."""
    years: dict[int, list[Realisasi]] = {}
    for satu in semua:
        if satu.indikator_id == indikator_id:
            years.setdefault(satu.tahun, []).append(satu)
    whole = {tahun: year_of(facts, agregasi).realisasi for tahun, facts in years.items()}
    return {tahun: satu.nilai for tahun, satu in whole.items() if satu is not None}


def _together(terisi: Sequence[Realisasi], agregasi: Agregasi) -> Nilai:
    """The quarters as one value; a quarter that is no plain number (a label, an ambiguous text) stands for the year."""
    semua = [satu.nilai for satu in terisi if satu.nilai.status is not StatusNilai.TIDAK_BERLAKU]
    if not semua or agregasi is Agregasi.TERAKHIR:
        return (semua or [terisi[-1].nilai])[-1]
    angka: list[Decimal] = []
    for nilai in semua:
        if nilai.angka is None or nilai.sampai is not None:
            return nilai
        angka.append(nilai.angka)
    hasil = _HITUNG[agregasi](angka)
    return terukur(hasil, teks=format_ringkas(hasil, 6), satuan=semua[-1].satuan)
