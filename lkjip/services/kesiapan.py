"""Is the year ready to become a draft? What is missing, how much of it, and on which page it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lkjip.domain.capaian import StatusCapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.indikator import JenisTarget

INDIKATOR = ("perencanaan", "Indikator dan target")
TANPA_SATUAN = frozenset({"predikat", "ya_tidak"})
PROGRAM = ("perencanaan", "Sasaran dan program")


class Keadaan(StrEnum):
    """SIAP: nothing to do. KURANG: the draft says so in an honest sentence. WAJIB: without it there is no draft."""

    SIAP = "siap"
    KURANG = "kurang"
    WAJIB = "wajib"


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of the check: what, its state, a sentence with counts and names, the page (and part) that mends it."""

    judul: str
    keadaan: Keadaan
    penjelasan: str
    halaman: str
    bagian: str = ""


def check_readiness(evaluasi: Evaluasi) -> tuple[Butir, ...]:
    """The whole check: what stops the draft, what is missing, what is ready; each in the order of `CHECKS`."""
    order = {Keadaan.WAJIB: 0, Keadaan.KURANG: 1, Keadaan.SIAP: 2}
    checks = CHECKS if evaluasi.indikator else WITHOUT_INDICATORS
    return tuple(sorted((check(evaluasi) for check in checks), key=lambda butir: order[butir.keadaan]))


def may_export(butir: Iterable[Butir]) -> bool:
    """True unless something the draft cannot be without is missing."""
    return all(satu.keadaan is not Keadaan.WAJIB for satu in butir)


def summary(butir: Iterable[Butir]) -> str:
    """The state in one sentence."""
    semua = tuple(butir)
    wajib = [satu.judul for satu in semua if satu.keadaan is Keadaan.WAJIB]
    kurang = sum(satu.keadaan is Keadaan.KURANG for satu in semua)
    if wajib:
        return f"Draf belum dapat dibuat: {', '.join(wajib)} belum ada."
    if kurang:
        return f"Draf dapat dibuat. {kurang} hal belum lengkap dan akan tertulis apa adanya di dalam draf."
    return "Data lengkap. Draf dapat dibuat."


def _names(missing: Iterable[EvaluasiIndikator]) -> str:
    return _first([satu.indikator.teks for satu in missing], "indikator")


def _first(nama: Sequence[str], apa: str) -> str:
    lebih = len(nama) - 3
    return "; ".join(nama[:3]) + (f"; dan {lebih} {apa} lain" if lebih > 0 else "")


@dataclass(frozen=True, slots=True)
class PerIndikator:
    """A check made indicator by indicator; {tahun} and {lalu} in its texts stand for the year and the year before."""

    judul: str
    kurang_pada: Callable[[EvaluasiIndikator], bool]
    lengkap: str
    kurang: str
    halaman: str
    bagian: str = ""

    def __call__(self, evaluasi: Evaluasi) -> Butir:
        """The result over all indicators, with the names of those that lack it."""
        missing = [satu for satu in evaluasi.indikator if self.kurang_pada(satu)]
        jumlah, isi = len(evaluasi.indikator), {"tahun": evaluasi.tahun, "lalu": evaluasi.tahun - 1}
        if not missing:
            kalimat = f"{jumlah} dari {jumlah} indikator {self.lengkap.format(**isi)}."
            return Butir(self.judul, Keadaan.SIAP, kalimat, self.halaman, self.bagian)
        kalimat = f"{len(missing)} dari {jumlah} indikator {self.kurang.format(**isi)}: {_names(missing)}."
        return Butir(self.judul, Keadaan.KURANG, kalimat, self.halaman, self.bagian)


def _no_earlier_year(satu: EvaluasiIndikator) -> bool:
    return not any(tahun.tahun == satu.tahun - 1 and tahun.realisasi is not None for tahun in satu.riwayat)


def _no_unit(satu: EvaluasiIndikator) -> bool:
    """Labels and done/not done need no unit."""
    return not satu.indikator.satuan.strip() and satu.indikator.rumus not in TANPA_SATUAN


def _indicators(evaluasi: Evaluasi) -> Butir:
    judul = "Sasaran dan indikator"
    if not evaluasi.indikator:
        return Butir(
            judul, Keadaan.WAJIB, "Belum ada satu pun indikator. Unggah tabel kinerja lebih dahulu.", "unggah_data"
        )
    bernama = [satu for satu in evaluasi.sasaran if not satu.sasaran.ungrouped]
    jumlah = f"{len(bernama)} sasaran dan {len(evaluasi.indikator)} indikator."
    return Butir(judul, Keadaan.SIAP, jumlah, "perencanaan")


def _budget(evaluasi: Evaluasi) -> Butir:
    judul = "Realisasi anggaran"
    if not evaluasi.anggaran.baris:
        penjelasan = f"Belum ada data anggaran {evaluasi.tahun}. Unggah laporan realisasi anggaran."
        return Butir(judul, Keadaan.KURANG, penjelasan, "unggah_data")
    return Butir(judul, Keadaan.SIAP, f"{len(evaluasi.anggaran.baris)} baris anggaran {evaluasi.tahun}.", "anggaran")


def _programmes(evaluasi: Evaluasi) -> Butir:
    judul = "Program pendukung sasaran"
    bernama = [satu.sasaran for satu in evaluasi.sasaran if not satu.sasaran.ungrouped]
    missing = [satu.teks for satu in bernama if not satu.program]
    if not bernama:
        return Butir(judul, Keadaan.KURANG, "Indikator belum dikelompokkan menurut sasaran.", *PROGRAM)
    if not missing:
        return Butir(judul, Keadaan.SIAP, "Setiap sasaran sudah dihubungkan dengan programnya.", *PROGRAM)
    penjelasan = (
        f"{len(missing)} dari {len(bernama)} sasaran belum dihubungkan dengan program, sehingga "
        f"efisiensinya belum dapat dinyatakan: {_first(missing, 'sasaran')}."
    )
    return Butir(judul, Keadaan.KURANG, penjelasan, *PROGRAM)


def _office(evaluasi: Evaluasi) -> Butir:
    kantor = evaluasi.data.kantor
    wanted = (
        ("alamat", kantor.alamat),
        (f"nama {kantor.jabatan_pimpinan}", kantor.nama_pimpinan),
        (f"NIP {kantor.jabatan_pimpinan}", kantor.nip_pimpinan),
    )
    missing = [name for name, value in wanted if not value.strip()]
    if not missing:
        return Butir("Identitas kantor", Keadaan.SIAP, f"{kantor.nama}, {kantor.nama_pimpinan}.", "pengaturan")
    return Butir("Identitas kantor", Keadaan.KURANG, f"Belum diisi: {', '.join(missing)}.", "pengaturan")


Check = Callable[[Evaluasi], Butir]
WITHOUT_INDICATORS: tuple[Check, ...] = (_indicators, _budget, _office)
# What the figures rest on, then what they are told against, then the cover: the first that lacks is the next step.
CHECKS: tuple[Check, ...] = (
    _indicators,
    PerIndikator(
        "Target Perjanjian Kinerja",
        lambda satu: satu.dasar is not JenisTarget.PK,
        "punya target PK {tahun}",
        "tidak punya target PK {tahun}",
        *INDIKATOR,
    ),
    PerIndikator(
        "Realisasi",
        lambda satu: satu.capaian.status is StatusCapaian.BELUM_ADA_DATA,
        "punya realisasi {tahun}",
        "belum terukur karena datanya belum ada",
        "unggah_data",
    ),
    PerIndikator(
        "Setahun penuh",
        lambda satu: satu.sementara,
        "dihitung dari data setahun",
        "masih sementara (triwulan belum lengkap)",
        "unggah_data",
    ),
    _budget,
    PerIndikator(
        "Rumus capaian",
        lambda satu: not satu.indikator.rumus_ditetapkan,
        "memakai rumus yang sudah ditetapkan",
        "memakai rumus bawaan yang belum ditetapkan",
        *INDIKATOR,
    ),
    PerIndikator("Satuan", _no_unit, "bersatuan", "belum bersatuan", *INDIKATOR),
    PerIndikator(
        "Perbandingan dengan tahun lalu",
        _no_earlier_year,
        "punya realisasi {lalu}",
        "tidak punya realisasi {lalu}",
        "unggah_data",
    ),
    PerIndikator(
        "Target jangka menengah (Renstra)",
        lambda satu: satu.akhir_renstra is None,
        "punya target Renstra",
        "tidak punya target Renstra",
        *INDIKATOR,
    ),
    _programmes,
    _office,
)
