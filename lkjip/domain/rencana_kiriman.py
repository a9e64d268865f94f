"""What storing a section's workbook would append: what differs from the facts in force, and what it takes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from lkjip.domain.indikator import Realisasi
from lkjip.domain.isian_format import BacaanFormat, IsiFormat
from lkjip.domain.isian_kiriman import BUKTI, KATA, KunciIsian, ObjekIsian, PerubahanIsian
from lkjip.domain.koreksi import same
from lkjip.domain.numbers import Nilai, kosong
from lkjip.domain.pengumpulan import DataDukung, Penjelasan, SerapanSeksi
from lkjip.domain.terkumpul import Isian

Fakta = TypeVar("Fakta", Realisasi, SerapanSeksi)


@dataclass(frozen=True, slots=True)
class RencanaKiriman:
    """The facts to append; evidence by indicator as a whole (an empty tuple: there is none any more)."""

    realisasi: tuple[Realisasi, ...] = ()
    penjelasan: tuple[Penjelasan, ...] = ()
    data_dukung: Mapping[int, tuple[DataDukung, ...]] | None = None
    serapan: tuple[SerapanSeksi, ...] = ()


def plan_kiriman(
    isian: Isian, bacaan: BacaanFormat, isi: IsiFormat, perubahan: Iterable[PerubahanIsian], versi: int
) -> RencanaKiriman:
    """Compare a workbook with the facts in force.

    A field that the version before filled in and this one leaves empty is taken back (`kosong`, with the version in its
    reason), so that the older value does not stay in silence; fields no longer asked of the section are left alone.
    """
    mine = {satu.indikator_id for satu in isi.indikator}
    codes = {baris.kode for baris in isi.anggaran}
    gone = [satu.kunci for satu in perubahan if satu.dikosongkan and _asked(satu.kunci, mine, codes)]
    empty = kosong(f"dikosongkan pada kiriman versi {versi}")
    realisasi = [Realisasi(satu.indikator_id, isi.tahun, satu.nilai, satu.triwulan, sumber=satu.sumber)
                 for satu in bacaan.realisasi]  # fmt: skip
    realisasi += [Realisasi(kunci.indikator_id or 0, isi.tahun, empty, kunci.triwulan)
                  for kunci in gone if kunci.indikator_id is not None and kunci.medan == "realisasi"]  # fmt: skip
    serapan = list(bacaan.serapan)
    serapan += [SerapanSeksi(isi.seksi_id, isi.tahun, kunci.milik, empty, kunci.triwulan)
                for kunci in gone if kunci.objek is ObjekIsian.ANGGARAN]  # fmt: skip
    return RencanaKiriman(
        _changed(realisasi, isian.realisasi, _realisasi_key),
        tuple(_words(bacaan, isian, isi.tahun, gone)),
        _evidence(bacaan, isian, gone),
        _changed(serapan, isian.serapan, _serapan_key),
    )


def _asked(kunci: KunciIsian, mine: set[int], codes: set[str]) -> bool:
    return kunci.milik in codes if kunci.objek is ObjekIsian.ANGGARAN else kunci.indikator_id in mine


def _realisasi_key(satu: Realisasi) -> tuple[object, ...]:
    return satu.indikator_id, satu.tahun, satu.triwulan


def _serapan_key(satu: SerapanSeksi) -> tuple[object, ...]:
    return satu.seksi_id, satu.tahun, satu.kode, satu.triwulan


def _changed(
    new: Iterable[Fakta], in_force: Iterable[Fakta], key: Callable[[Fakta], tuple[object, ...]]
) -> tuple[Fakta, ...]:
    known: dict[tuple[object, ...], Nilai] = {key(satu): satu.nilai for satu in in_force}
    return tuple(satu for satu in new if key(satu) not in known or not same(known[key(satu)], satu.nilai))


def _words(bacaan: BacaanFormat, isian: Isian, tahun: int, gone: Sequence[KunciIsian]) -> Iterable[Penjelasan]:
    """Text by text: the workbook's, else none where it was taken back, else what stands (it may have been typed in)."""
    standing = {kata.indikator_id: kata for kata in isian.penjelasan}
    sent = {kata.indikator_id: kata for kata in bacaan.penjelasan}
    taken = {(kunci.indikator_id, kunci.medan) for kunci in gone if kunci.tempat == "penjelasan"}
    for key in dict.fromkeys([*sent, *(nomor for nomor, _ in taken if nomor is not None)]):
        before = standing.get(key, Penjelasan(key, tahun))
        now = sent.get(key, Penjelasan(key, tahun))
        texts = {}
        for medan in KATA:
            written = getattr(now, medan).strip()
            texts[medan] = written or ("" if (key, medan) in taken else getattr(before, medan))
        if any(texts[medan] != getattr(before, medan) for medan in KATA):
            yield Penjelasan(key, tahun, **texts, sumber=now.sumber)


def _evidence(bacaan: BacaanFormat, isian: Isian, gone: Sequence[KunciIsian]) -> dict[int, tuple[DataDukung, ...]]:
    standing, sent = _by_indicator(isian.data_dukung), _by_indicator(bacaan.data_dukung)
    taken = {kunci.indikator_id for kunci in gone if kunci.tempat.startswith("data dukung")}
    wanted = dict.fromkeys([*sent, *(nomor for nomor in taken if nomor is not None)])
    return {
        key: sent.get(key, ())
        for key in wanted
        if [_contents(satu) for satu in sent.get(key, ())] != [_contents(satu) for satu in standing.get(key, ())]
    }


def _by_indicator(evidence: Iterable[DataDukung]) -> dict[int, tuple[DataDukung, ...]]:
    found: dict[int, tuple[DataDukung, ...]] = {}
    for satu in evidence:
        found[satu.indikator_id] = (*found.get(satu.indikator_id, ()), satu)
    return found


def _contents(satu: DataDukung) -> tuple[object, ...]:
    return tuple(getattr(satu, medan) for medan in BUKTI)


def carried_out(isian: Isian, rencana: RencanaKiriman) -> Isian:
    """The facts in force after the plan has been carried out."""
    words = {kata.indikator_id: kata for kata in (*isian.penjelasan, *rencana.penjelasan)}
    evidence = rencana.data_dukung or {}
    kept = [satu for satu in isian.data_dukung if satu.indikator_id not in evidence]
    return replace(
        isian,
        realisasi=put_over(isian.realisasi, rencana.realisasi),
        penjelasan=tuple(words.values()),
        data_dukung=(*kept, *(satu for some in evidence.values() for satu in some)),
        serapan=tuple({_serapan_key(satu): satu for satu in (*isian.serapan, *rencana.serapan)}.values()),
    )


def put_over(standing: Iterable[Realisasi], new: Iterable[Realisasi]) -> tuple[Realisasi, ...]:
    """The realisasi in force once these have been appended."""
    return tuple({_realisasi_key(satu): satu for satu in (*standing, *new)}.values())
