"""Budget lines and their levels. Sums use one level only, so that no rupiah counts twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.domain.numbers import Nilai, format_rupiah
from lkjip.domain.trace import Source


class TingkatAnggaran(StrEnum):
    """Level of a budget line, from the total down to the account."""

    TOTAL = "total"
    URUSAN = "urusan"
    BIDANG = "bidang"
    SKPD = "skpd"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    REKENING = "rekening"


SEBUTAN_TINGKAT = {
    TingkatAnggaran.TOTAL: "jumlah",
    TingkatAnggaran.URUSAN: "urusan",
    TingkatAnggaran.BIDANG: "bidang urusan",
    TingkatAnggaran.SKPD: "perangkat daerah",
    TingkatAnggaran.PROGRAM: "program",
    TingkatAnggaran.KEGIATAN: "kegiatan",
    TingkatAnggaran.SUB_KEGIATAN: "sub kegiatan",
    TingkatAnggaran.REKENING: "rekening belanja",
}


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One budget line of one year. `urutan` is its place in the file, `induk` the place of the line it is part of.

    `kode` is text ("7.01.02.2.01.0014"), "" where the source has none. `kelompok` is the spending group
    ("operasi", "modal", ...) where the source splits them, else "".
    """

    tahun: int
    urutan: int
    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    pagu: Nilai
    realisasi: Nilai
    induk: int | None = None
    kelompok: str = ""
    persen_tercetak: Nilai | None = None
    sumber: Source = Source()


@dataclass(frozen=True, slots=True)
class SerapanBaris:
    """A budget line with its absorption (percent, None with `alasan` where pagu is 0 or missing)."""

    baris: BarisAnggaran
    serapan: Decimal | None
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class EvaluasiAnggaran:
    """The year's budget: every line with its absorption, and totals counted on one level only (`tingkat_jumlah`)."""

    tahun: int
    baris: tuple[SerapanBaris, ...]
    pagu: Decimal | None
    realisasi: Decimal | None
    serapan: Decimal | None
    tingkat_jumlah: TingkatAnggaran | None
    catatan: tuple[str, ...] = ()

    def setingkat(self, tingkat: TingkatAnggaran) -> tuple[SerapanBaris, ...]:
        """The lines of one level, in file order."""
        return tuple(baris for baris in self.baris if baris.baris.tingkat is tingkat)


def evaluate_anggaran(baris: Iterable[BarisAnggaran], tahun: int) -> EvaluasiAnggaran:
    """Absorption of every line of the year, and totals on one level.

    The level is the highest complete one below the total, so that nothing counts twice and nothing is left out.
    A printed total is compared with it and a difference noted.
    """
    setahun = tuple(satu for satu in baris if satu.tahun == tahun)
    serapan = tuple(absorption(satu) for satu in setahun)
    tingkat, catatan = _level(setahun)
    if tingkat is None:
        return EvaluasiAnggaran(tahun, serapan, None, None, None, None)
    dihitung = tuple(satu for satu in setahun if satu.tingkat is tingkat)
    pagu, realisasi = _sum(satu.pagu for satu in dihitung), _sum(satu.realisasi for satu in dihitung)
    catatan += _incomplete(dihitung, tingkat)
    if tingkat is not TingkatAnggaran.TOTAL:
        catatan += _against_total(setahun, tingkat, pagu, realisasi)
    persen = realisasi * 100 / pagu if pagu and realisasi is not None else None
    return EvaluasiAnggaran(tahun, serapan, pagu, realisasi, persen, tingkat, catatan)


def absorption(baris: BarisAnggaran) -> SerapanBaris:
    """Realisasi as percent of pagu, or the reason why there is none."""
    if baris.pagu.angka is None:
        return SerapanBaris(baris, None, "pagu belum diisi")
    if baris.realisasi.angka is None:
        return SerapanBaris(baris, None, "realisasi belum diisi")
    if baris.pagu.angka <= 0:
        return SerapanBaris(baris, None, "pagu 0" if baris.pagu.angka == 0 else "pagu negatif")
    return SerapanBaris(baris, baris.realisasi.angka * 100 / baris.pagu.angka)


def _sum(nilai: Iterable[Nilai]) -> Decimal | None:
    """The sum of what is filled in; None where nothing is."""
    angka = [satu.angka for satu in nilai if satu.angka is not None]
    return sum(angka, Decimal(0)) if angka else None


def _level(baris: Sequence[BarisAnggaran]) -> tuple[TingkatAnggaran | None, tuple[str, ...]]:
    """The level to count on, with a note where none is complete."""
    ada = {satu.tingkat for satu in baris if satu.pagu.angka is not None or satu.realisasi.angka is not None}
    bawahan = [tingkat for tingkat in TingkatAnggaran if tingkat in ada and tingkat is not TingkatAnggaran.TOTAL]
    lengkap = next((tingkat for tingkat in bawahan if _is_complete(tingkat, baris)), None)
    if lengkap or not ada:
        return lengkap, ()
    if TingkatAnggaran.TOTAL in ada:
        dasar = "tidak ada tingkat yang memuat semua baris; dipakai baris jumlah yang tercetak."
        return TingkatAnggaran.TOTAL, (f"Jumlah anggaran: {dasar}",) if bawahan else ()
    sebutan = SEBUTAN_TINGKAT[bawahan[0]]
    return bawahan[0], (f"Jumlah anggaran dihitung dari tingkat {sebutan}, yang tidak memuat semua baris.",)


def _is_complete(tingkat: TingkatAnggaran, baris: Sequence[BarisAnggaran]) -> bool:
    """True where every line with money is on this level, under it, or above a line on it."""
    urutan = tuple(TingkatAnggaran)
    tempat = urutan.index(tingkat)
    induk = {satu.urutan: satu.induk for satu in baris}
    berisi = [satu for satu in baris if satu.pagu.angka and satu.tingkat is not TingkatAnggaran.TOTAL]
    pada = {satu.urutan for satu in baris if satu.tingkat is tingkat}
    bersilsilah = any(satu.induk is not None for satu in berisi)
    di_atas = {atas for satu in pada for atas in _ancestors(satu, induk)}
    for satu in berisi:
        if urutan.index(satu.tingkat) < tempat and satu.urutan not in di_atas:
            return False
        if bersilsilah and urutan.index(satu.tingkat) > tempat and pada.isdisjoint(_ancestors(satu.urutan, induk)):
            return False
    return True


def _ancestors(urutan: int, induk: Mapping[int, int | None]) -> set[int]:
    """The lines a line is part of; a circle in the data ends the climb."""
    atas: set[int] = set()
    naik = induk.get(urutan)
    while naik is not None and naik not in atas:
        atas.add(naik)
        naik = induk.get(naik)
    return atas


def _incomplete(dihitung: Sequence[BarisAnggaran], tingkat: TingkatAnggaran) -> tuple[str, ...]:
    tanpa = [satu for satu in dihitung if satu.pagu.angka and satu.realisasi.angka is None]
    if not tanpa:
        return ()
    return (
        f"Realisasi {len(tanpa)} dari {len(dihitung)} baris {SEBUTAN_TINGKAT[tingkat]} belum diisi; "
        "jumlah realisasi hanya memuat yang terisi.",
    )


def _against_total(
    baris: Sequence[BarisAnggaran], tingkat: TingkatAnggaran, pagu: Decimal | None, realisasi: Decimal | None
) -> tuple[str, ...]:
    """Differences from the printed total; of several for one spending group the last speaks (repeated headers)."""
    total = {satu.kelompok: satu for satu in baris if satu.tingkat is TingkatAnggaran.TOTAL}.values()
    catatan = []
    for nama, hitungan, tercetak in (
        ("pagu", pagu, _sum(satu.pagu for satu in total)),
        ("realisasi", realisasi, _sum(satu.realisasi for satu in total)),
    ):
        if hitungan is not None and tercetak is not None and hitungan != tercetak:
            catatan.append(
                f"Jumlah {nama} {SEBUTAN_TINGKAT[tingkat]} {format_rupiah(hitungan)} berbeda dari baris jumlah yang "
                f"tercetak {format_rupiah(tercetak)} (selisih {format_rupiah(hitungan - tercetak)})."
            )
    return tuple(catatan)
