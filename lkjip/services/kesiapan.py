"""Is the year ready to become a draft? What is missing, how much of it, and on which page it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from lkjip.domain.capaian import StatusCapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.indikator import JenisTarget


class Keadaan(StrEnum):
    """SIAP: nothing to do. KURANG: the draft says so in an honest sentence. WAJIB: without it there is no draft."""

    SIAP = "siap"
    KURANG = "kurang"
    WAJIB = "wajib"


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of the check: what, its state, a sentence with counts and names, and the page that mends it."""

    judul: str
    keadaan: Keadaan
    penjelasan: str
    halaman: str


def check_readiness(evaluasi: Evaluasi) -> tuple[Butir, ...]:
    """The whole check, what stops the draft first, then what is missing, then what is ready."""
    order = {Keadaan.WAJIB: 0, Keadaan.KURANG: 1, Keadaan.SIAP: 2}
    checks = ALWAYS + (OF_INDICATORS if evaluasi.indikator else ())
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
    nama = [satu.indikator.teks for satu in missing]
    lebih = len(nama) - 3
    return "; ".join(nama[:3]) + (f"; dan {lebih} indikator lain" if lebih > 0 else "")


def _all_or_missing(
    judul: str, missing: list[EvaluasiIndikator], jumlah: int, *, lengkap: str, kurang: str, halaman: str
) -> Butir:
    if not missing:
        return Butir(judul, Keadaan.SIAP, f"{jumlah} dari {jumlah} indikator {lengkap}.", halaman)
    return Butir(judul, Keadaan.KURANG, f"{len(missing)} dari {jumlah} indikator {kurang}: {_names(missing)}.", halaman)


def _indicators(evaluasi: Evaluasi) -> Butir:
    judul = "Sasaran dan indikator"
    if not evaluasi.indikator:
        return Butir(
            judul, Keadaan.WAJIB, "Belum ada satu pun indikator. Unggah tabel kinerja lebih dahulu.", "unggah_data"
        )
    jumlah = f"{len(evaluasi.sasaran)} sasaran dan {len(evaluasi.indikator)} indikator."
    return Butir(judul, Keadaan.SIAP, jumlah, "perencanaan")


def _pk_targets(evaluasi: Evaluasi) -> Butir:
    missing = [satu for satu in evaluasi.indikator if satu.dasar is not JenisTarget.PK]
    return _all_or_missing("Target Perjanjian Kinerja", missing, len(evaluasi.indikator), lengkap=f"punya target PK {evaluasi.tahun}", kurang=f"tidak punya target PK {evaluasi.tahun}", halaman="perencanaan")  # fmt: skip


def _realisations(evaluasi: Evaluasi) -> Butir:
    missing = [satu for satu in evaluasi.indikator if satu.capaian.status is StatusCapaian.BELUM_ADA_DATA]
    return _all_or_missing("Realisasi", missing, len(evaluasi.indikator), lengkap=f"punya realisasi {evaluasi.tahun}", kurang="belum terukur karena datanya belum ada", halaman="unggah_data")  # fmt: skip


def _quarters(evaluasi: Evaluasi) -> Butir:
    missing = [satu for satu in evaluasi.indikator if satu.sementara]
    return _all_or_missing("Setahun penuh", missing, len(evaluasi.indikator), lengkap="dihitung dari data setahun", kurang="masih sementara (triwulan belum lengkap)", halaman="unggah_data")  # fmt: skip


def _formulas(evaluasi: Evaluasi) -> Butir:
    missing = [satu for satu in evaluasi.indikator if not satu.indikator.rumus_ditetapkan]
    return _all_or_missing("Rumus capaian", missing, len(evaluasi.indikator), lengkap="memakai rumus yang sudah ditetapkan", kurang="memakai rumus bawaan yang belum ditetapkan", halaman="perencanaan")  # fmt: skip


def _units(evaluasi: Evaluasi) -> Butir:
    missing = [satu for satu in evaluasi.indikator if not satu.indikator.satuan.strip()]
    return _all_or_missing(
        "Satuan", missing, len(evaluasi.indikator), lengkap="bersatuan", kurang="belum bersatuan", halaman="perencanaan"
    )


def _earlier_years(evaluasi: Evaluasi) -> Butir:
    lalu = evaluasi.tahun - 1
    missing = [
        satu
        for satu in evaluasi.indikator
        if not any(tahun.tahun == lalu and tahun.realisasi is not None for tahun in satu.riwayat)
    ]
    return _all_or_missing("Perbandingan dengan tahun lalu", missing, len(evaluasi.indikator), lengkap=f"punya realisasi {lalu}", kurang=f"tidak punya realisasi {lalu}", halaman="unggah_data")  # fmt: skip


def _renstra(evaluasi: Evaluasi) -> Butir:
    missing = [satu for satu in evaluasi.indikator if satu.akhir_renstra is None]
    return _all_or_missing("Target jangka menengah (Renstra)", missing, len(evaluasi.indikator), lengkap="punya target Renstra", kurang="tidak punya target Renstra", halaman="perencanaan")  # fmt: skip


def _budget(evaluasi: Evaluasi) -> Butir:
    judul = "Realisasi anggaran"
    if not evaluasi.anggaran.baris:
        penjelasan = f"Belum ada data anggaran {evaluasi.tahun}. Unggah laporan realisasi anggaran."
        return Butir(judul, Keadaan.KURANG, penjelasan, "unggah_data")
    return Butir(judul, Keadaan.SIAP, f"{len(evaluasi.anggaran.baris)} baris anggaran {evaluasi.tahun}.", "anggaran")


def _programmes(evaluasi: Evaluasi) -> Butir:
    judul = "Program pendukung sasaran"
    missing = [satu.sasaran.teks for satu in evaluasi.sasaran if not satu.sasaran.program]
    if not missing:
        return Butir(judul, Keadaan.SIAP, "Setiap sasaran sudah dihubungkan dengan programnya.", "anggaran")
    penjelasan = (
        f"{len(missing)} dari {len(evaluasi.sasaran)} sasaran belum dihubungkan dengan program, sehingga "
        f"efisiensinya belum dapat dinyatakan: {'; '.join(missing[:3])}."
    )
    return Butir(judul, Keadaan.KURANG, penjelasan, "anggaran")


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
ALWAYS: tuple[Check, ...] = (_indicators, _budget, _office)
OF_INDICATORS: tuple[Check, ...] = (
    _realisations, _pk_targets, _quarters, _formulas, _units, _earlier_years, _renstra, _programmes,
)  # fmt: skip
