"""What an evaluation has to say about its own data: findings per indicator and for the budget."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.domain.anggaran import EvaluasiAnggaran
from lkjip.domain.aturan import Aturan
from lkjip.domain.capaian import StatusCapaian
from lkjip.domain.evaluasi import DataKinerja, EvaluasiIndikator
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import StatusNilai, format_ringkas
from lkjip.domain.showing import show_nilai, show_percent
from lkjip.domain.trace import Source
from lkjip.domain.units import unit_note

_PK, _TERUKUR = JenisTarget.PK, StatusCapaian.TERUKUR  # asked for every indicator, see numbers.py


def indicator_findings(satu: EvaluasiIndikator, aturan: Aturan, pengaturan: Pengaturan) -> Iterator[Finding]:
    """Findings of one indicator in the report year; none where `is_plain`."""
    yield from _about_rule(satu, aturan)
    yield from _about_target(satu, aturan.katalog)
    yield from _about_realisasi(satu, aturan.katalog)
    yield from _about_result(satu, aturan.katalog, pengaturan)


def is_plain(satu: EvaluasiIndikator) -> bool:
    """Measured against its PK target, complete, without a remark: the usual case, about which nothing is to be said."""
    return (
        satu.indikator.rumus_ditetapkan
        and satu.dasar is _PK
        and satu.capaian.status is _TERUKUR
        and not satu.capaian.catatan
        and not satu.kurang
        and satu.akhir_renstra is None
    )


def budget_findings(anggaran: EvaluasiAnggaran, aturan: Aturan) -> Iterator[Finding]:
    """One finding for each remark on the budget."""
    for catatan in anggaran.catatan:
        yield aturan.katalog.temuan("anggaran_perlu_diperiksa", tahun=anggaran.tahun, rincian=catatan)


def correction_findings(data: DataKinerja, tahun: int, aturan: Aturan) -> Iterator[Finding]:
    """Corrections of the year whose old value stands no longer."""
    for satu in data.koreksi_basi:
        if satu.tahun == tahun:
            values = {"lama": show_nilai(satu.lama), "baru": show_nilai(satu.baru)}
            yield aturan.katalog.temuan("koreksi_basi", nomor=satu.id, objek=satu.objek.value, **values)


def _about_rule(satu: EvaluasiIndikator, aturan: Aturan) -> Iterator[Finding]:
    rumus = aturan.rumus.get(satu.indikator.rumus)
    if rumus is None:
        yield aturan.katalog.temuan("rumus_tidak_dikenal", indikator=satu.indikator.teks, rumus=satu.indikator.rumus)
    elif not satu.indikator.rumus_ditetapkan:
        yield aturan.katalog.temuan("rumus_belum_ditetapkan", indikator=satu.indikator.teks, rumus=rumus.nama)


def _about_target(satu: EvaluasiIndikator, katalog: Katalog) -> Iterator[Finding]:
    target = satu.target
    if target is None or target.nilai.status is StatusNilai.KOSONG:
        yield katalog.temuan("target_belum_ada", **_about(satu))
        return
    if target.jenis is JenisTarget.RENSTRA:
        yield katalog.temuan("target_pk_belum_ada", **_place(target), **_about(satu))
        return
    pk, renstra = satu.ini.target_pk, satu.ini.target_renstra
    if pk and renstra and (pk.nilai.angka, pk.nilai.sampai) != (renstra.nilai.angka, renstra.nilai.sampai):
        janji = {"target_pk": show_nilai(pk.nilai), "target_renstra": show_nilai(renstra.nilai)}
        yield katalog.temuan("target_pk_beda_renstra", **_place(pk), **_about(satu), **janji)


def _about_realisasi(satu: EvaluasiIndikator, katalog: Katalog) -> Iterator[Finding]:
    if satu.kurang:
        yield katalog.temuan("realisasi_sementara", **_about(satu), rincian=satu.catatan[-1])
    realisasi = satu.realisasi
    if realisasi is None or realisasi.nilai.status is StatusNilai.KOSONG:
        yield katalog.temuan("realisasi_belum_ada", **_about(satu))


def _about_result(satu: EvaluasiIndikator, katalog: Katalog, pengaturan: Pengaturan) -> Iterator[Finding]:
    capaian = satu.capaian
    if capaian.status is StatusCapaian.TERUKUR and not capaian.catatan:
        return
    isi, target, realisasi = _about(satu), satu.target, satu.realisasi
    if capaian.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG:
        yield katalog.temuan("capaian_tidak_dapat_dihitung", **_place(target), **isi, alasan=capaian.alasan)
    if capaian.mentah is not None and capaian.mentah > pengaturan.ambang_tinjau:
        ambang = format_ringkas(pengaturan.ambang_tinjau)
        yield katalog.temuan(
            "target_perlu_ditinjau", **_place(target), **isi, capaian=show_percent(capaian.mentah), ambang=ambang
        )
    if capaian.catatan and target and realisasi and unit_note(capaian.rumus, target.nilai, realisasi.nilai):
        angka = {"target": show_nilai(target.nilai), "realisasi": show_nilai(realisasi.nilai)}
        yield katalog.temuan("satuan_mungkin_berbeda", **_place(target), **isi, **angka)


def _about(satu: EvaluasiIndikator) -> dict[str, str]:
    return {"indikator": satu.indikator.teks, "tahun": str(satu.tahun)}


def _place(target: Target | None) -> dict[str, str]:
    sumber = target.sumber if target else Source()
    return {"berkas": sumber.berkas, "lembar": sumber.lembar, "sel": sumber.sel}
