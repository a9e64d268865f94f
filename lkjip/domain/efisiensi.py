"""Spending beside achievement. Low spending alone is never efficient, and no rupiah counts twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.evaluasi import Efisiensi, Hitungan
from lkjip.domain.indikator import Sasaran
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import format_rupiah
from lkjip.domain.predikat import is_reached
from lkjip.domain.showing import join_words, show_percent

_STANDAR = Pengaturan()
_RUPIAH = Decimal(1)


class Dana(NamedTuple):
    """Budget and spending of one sasaran through its programmes; `dibagi` names programmes it shares with others."""

    pagu: Decimal
    realisasi: Decimal | None
    program: tuple[str, ...]
    dibagi: tuple[str, ...] = ()


class _Program(NamedTuple):
    nama: str
    pagu: Decimal
    realisasi: Decimal | None


def funds_of(sasaran: Sequence[Sasaran], baris: Sequence[BarisAnggaran]) -> dict[int, Dana]:
    """Sasaran id -> its share. A programme that serves several sasaran is divided evenly, to the last rupiah."""
    program = _programmes(baris)
    dilayani: dict[str, list[int]] = {}
    for satu in sasaran:
        for kunci in dict.fromkeys(_key(kode, program) for kode in satu.program):
            if kunci is not None:
                dilayani.setdefault(kunci, []).append(satu.id)
    bagian: dict[int, list[tuple[_Program, bool]]] = {}
    for kunci, penerima in dilayani.items():
        for sasaran_id, dana in zip(penerima, _split(program[kunci], len(penerima)), strict=True):
            bagian.setdefault(sasaran_id, []).append((dana, len(penerima) > 1))
    return {sasaran_id: _sum(isi) for sasaran_id, isi in bagian.items()}


def judge(
    dana: Dana, capaian: Decimal | None, hitungan: Hitungan, pengaturan: Pengaturan = _STANDAR
) -> Efisiensi | None:
    """Efficiency of one sasaran; None while no spending is known (nothing to set beside the achievement)."""
    if dana.realisasi is None:
        return None
    serapan = dana.realisasi * 100 / dana.pagu if dana.pagu > 0 else None
    efisien, kalimat = _verdict(dana, serapan, capaian, hitungan, pengaturan)
    if dana.dibagi:
        kalimat += f" {join_words(dana.dibagi)} juga menunjang sasaran lain: pagu dan realisasinya dibagi rata."
    selisih = capaian - serapan if capaian is not None and serapan is not None else None
    return Efisiensi(
        pagu=dana.pagu,
        realisasi=dana.realisasi,
        serapan=serapan,
        capaian=capaian,
        selisih=selisih,
        sisa=dana.pagu - dana.realisasi,
        efisien=efisien,
        kalimat=kalimat,
        program=dana.program,
    )


def _verdict(
    dana: Dana, serapan: Decimal | None, capaian: Decimal | None, hitungan: Hitungan, pengaturan: Pengaturan
) -> tuple[bool, str]:
    if capaian is None:
        return False, "Efisiensi belum dapat dinyatakan karena capaian belum terukur."
    if not is_reached(capaian, pengaturan):
        return False, "Efisiensi belum dapat dinyatakan karena target belum tercapai."
    if serapan is None or dana.realisasi is None:
        return False, "Efisiensi belum dapat dinyatakan karena pagu 0."
    if serapan >= 100:
        sebutan = "terserap seluruhnya" if serapan == 100 else "terserap melebihi pagu"
        return False, f"Target tercapai dengan anggaran {sebutan} ({show_percent(serapan)}%): tidak ada penghematan."
    kalimat = (
        f"Efisien: capaian {show_percent(capaian)}% dengan serapan {show_percent(serapan)}%, "
        f"sisa {format_rupiah(dana.pagu - dana.realisasi)}."
    )
    if kurang := hitungan.hampir + hitungan.tidak_tercapai:
        kalimat += f" Catatan: rata-rata tercapai, tetapi {kurang} dari {hitungan.jumlah} indikator belum."
    if hitungan.tidak_terukur:
        kalimat += f" {hitungan.tidak_terukur} dari {hitungan.jumlah} indikator tidak terukur."
    return True, kalimat


def _programmes(baris: Sequence[BarisAnggaran]) -> dict[str, _Program]:
    """Programme lines by code (by name where there is none), spending groups added up."""
    kelompok: dict[str, list[BarisAnggaran]] = {}
    for satu in baris:
        if satu.tingkat is TingkatAnggaran.PROGRAM and satu.pagu.angka is not None:
            kelompok.setdefault(_plain(satu.kode or satu.uraian), []).append(satu)
    return {kunci: _programme(isi) for kunci, isi in kelompok.items()}


def _programme(baris: Sequence[BarisAnggaran]) -> _Program:
    pagu = sum((satu.pagu.angka for satu in baris if satu.pagu.angka is not None), Decimal(0))
    return _Program(baris[0].uraian, pagu, _all_or_none((satu.pagu.angka, satu.realisasi.angka) for satu in baris))


def _all_or_none(pasangan: Iterable[tuple[Decimal | None, Decimal | None]]) -> Decimal | None:
    """The spending of several lines, None while one with money lacks it: half a sum would look like thrift."""
    jumlah, ada = Decimal(0), False
    for pagu, realisasi in pasangan:
        if realisasi is not None:
            jumlah, ada = jumlah + realisasi, True
        elif pagu:
            return None
    return jumlah if ada else None


def _key(kode: str, program: Mapping[str, _Program]) -> str | None:
    """The programme a sasaran names: by code, or by name where it gave one."""
    rapi = _plain(kode)
    if rapi in program:
        return rapi
    return next((kunci for kunci, satu in program.items() if _plain(satu.nama) == rapi), None)


def _plain(teks: str) -> str:
    return " ".join(teks.casefold().split())


def _split(program: _Program, banyak: int) -> tuple[_Program, ...]:
    pagu = _shares(program.pagu, banyak)
    realisasi = _shares(program.realisasi, banyak) if program.realisasi is not None else (None,) * banyak
    return tuple(_Program(program.nama, p, r) for p, r in zip(pagu, realisasi, strict=True))


def _shares(jumlah: Decimal, banyak: int) -> tuple[Decimal, ...]:
    """Even shares in whole rupiah; the first takes what is left, so that the shares add up exactly."""
    satu = (jumlah / banyak).quantize(_RUPIAH, rounding=ROUND_DOWN)
    return (jumlah - satu * (banyak - 1), *(satu,) * (banyak - 1))


def _sum(bagian: Sequence[tuple[_Program, bool]]) -> Dana:
    return Dana(
        pagu=sum((satu.pagu for satu, _ in bagian), Decimal(0)),
        realisasi=_all_or_none((satu.pagu, satu.realisasi) for satu, _ in bagian),
        program=tuple(satu.nama for satu, _ in bagian),
        dibagi=tuple(satu.nama for satu, dibagi in bagian if dibagi),
    )
