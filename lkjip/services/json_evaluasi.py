"""An evaluation for machines: per indicator, per sasaran, the whole, the budget."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from lkjip.domain.evaluasi import Efisiensi, Evaluasi, EvaluasiIndikator, EvaluasiSasaran
from lkjip.services.json_values import finding, number, state


def evaluation_json(evaluasi: Evaluasi) -> dict[str, Any]:
    """The same numbers as on screen and in the documents, unrounded."""
    kantor = evaluasi.data.kantor
    return {
        "kantor": kantor.nama,
        "demo": kantor.demo,
        "tahun": evaluasi.tahun,
        "versi_data": evaluasi.data.versi,
        "sidik": evaluasi.data.sidik,
        "keseluruhan": {
            "rerata": number(evaluasi.rerata),
            "predikat": evaluasi.predikat or None,
            **asdict(evaluasi.hitungan),
        },
        "sasaran": [_sasaran(satu) for satu in evaluasi.sasaran],
        "indikator": [_indicator(satu) for satu in evaluasi.indikator],
        "anggaran": _budget(evaluasi),
        "aturan": list(evaluasi.aturan),
        "temuan": [finding(satu) for satu in evaluasi.temuan],
    }


def _sasaran(satu: EvaluasiSasaran) -> dict[str, Any]:
    return {
        "sasaran": satu.sasaran.teks,
        "rerata": number(satu.rerata),
        "predikat": satu.predikat or None,
        **asdict(satu.hitungan),
        "efisiensi": _efficiency(satu.efisiensi),
    }


def _efficiency(satu: Efisiensi | None) -> dict[str, Any] | None:
    if satu is None:
        return None
    names = ("pagu", "realisasi", "serapan", "capaian", "selisih", "sisa")
    numbers = {name: number(getattr(satu, name)) for name in names}
    return {**numbers, "efisien": satu.efisien, "kalimat": satu.kalimat, "program": list(satu.program)}


def _indicator(satu: EvaluasiIndikator) -> dict[str, Any]:
    return {
        "sasaran": satu.sasaran.teks,
        "indikator": satu.indikator.teks,
        "satuan": satu.indikator.satuan or None,
        "rumus": satu.indikator.rumus,
        "rumus_ditetapkan": satu.indikator.rumus_ditetapkan,
        "dasar": satu.dasar.value if satu.dasar else None,
        **state("target", satu.target.nilai if satu.target else None),
        **state("realisasi", satu.realisasi.nilai if satu.realisasi else None),
        "sumber": str(satu.realisasi.sumber) if satu.realisasi else None,
        "capaian": number(satu.capaian.nilai),
        "status": satu.capaian.status.value,
        "alasan": satu.capaian.alasan or None,
        "predikat": satu.predikat or None,
        "ketercapaian": satu.ketercapaian.value,
        "sementara": satu.sementara,
        "catatan": [*satu.catatan, *satu.capaian.catatan],
        "riwayat": [
            {"tahun": tahun.tahun, "capaian": number(tahun.capaian.nilai), "status": tahun.capaian.status.value}
            for tahun in satu.riwayat
        ],
    }


def _budget(evaluasi: Evaluasi) -> dict[str, Any]:
    anggaran = evaluasi.anggaran
    return {
        "pagu": number(anggaran.pagu),
        "realisasi": number(anggaran.realisasi),
        "serapan": number(anggaran.serapan),
        "tingkat_jumlah": anggaran.tingkat_jumlah.value if anggaran.tingkat_jumlah else None,
        "catatan": list(anggaran.catatan),
        "baris": [
            {
                "kode": satu.baris.kode or None,
                "uraian": satu.baris.uraian,
                "tingkat": satu.baris.tingkat.value,
                "kelompok": satu.baris.kelompok or None,
                **state("pagu", satu.baris.pagu),
                **state("realisasi", satu.baris.realisasi),
                "serapan": number(satu.serapan),
                "alasan": satu.alasan or None,
            }
            for satu in anggaran.baris
        ],
    }
