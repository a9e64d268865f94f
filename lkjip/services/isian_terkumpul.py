"""The collected facts of a year, loaded as they were stored, and what is asked of each section."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from lkjip.domain.aturan import Aturan
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.isian_format import IsiFormat
from lkjip.domain.kelengkapan import Diminta, IndikatorDiminta
from lkjip.domain.terkumpul import Isian
from lkjip.domain.wajib_jelas import why_explain
from lkjip.store import impor, penjelasan, realisasi


def load_isian(connection: Connection, tahun: int, of: Collection[int] | None = None) -> Isian:
    """Realisasi (`of`: of these indicators), explanations, evidence and spending of a year in force, uncorrected."""
    return Isian(
        tahun,
        tuple(satu for satu in realisasi.load_realisasi(connection, of) if satu.tahun == tahun),
        penjelasan.load_penjelasan(connection, tahun),
        penjelasan.load_data_dukung(connection, tahun),
        penjelasan.load_serapan(connection, tahun),
        impor.last_of_each(connection),
    )


def asked_of(evaluasi: Evaluasi, seksi_id: int, codes: Iterable[tuple[str, str]], aturan: Aturan) -> Diminta:
    """What one section has to deliver: its indicators, with the reason where one has to be explained, and its codes."""
    mine = (satu for satu in evaluasi.indikator if satu.indikator.seksi == seksi_id)
    return Diminta(
        tuple(
            IndikatorDiminta(
                satu.indikator.id, satu.indikator.teks, why_explain(satu, aturan, evaluasi.data.pengaturan)
            )
            for satu in mine
        ),
        dict(codes),
    )


def codes_of(isi: IsiFormat) -> tuple[tuple[str, str], ...]:
    """The budget codes of a section's workbook with their names."""
    return tuple((baris.kode, baris.uraian) for baris in isi.anggaran)


def texts_of(evaluasi: Evaluasi) -> Mapping[int, str]:
    """The texts of the indicators of a year by id."""
    return {satu.indikator.id: satu.indikator.teks for satu in evaluasi.indikator}
