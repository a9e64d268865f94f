"""A reading for machines: tables, columns, records with cells, findings, open questions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lkjip.domain.arithmetic import naik
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BacaanIndikator, BacaanRenstra, Pertanyaan
from lkjip.services.json_values import finding, number, state, value
from lkjip.services.reading import Reading
from lkjip.spreadsheets.cells import column_letter
from lkjip.spreadsheets.table import Jenis, Tabel

JENIS = ("auto", "capaian", "anggaran", "renstra", "pk")


def reading_json(reading: Reading, jenis: str = "auto") -> dict[str, Any]:
    """Everything that was read; `jenis` keeps the tables of one kind and says what their targets are."""
    kept = [
        (tabel, bacaan)
        for tabel, bacaan in zip(reading.tabel, reading.bacaan, strict=True)
        if jenis == "auto" or tabel.jenis is (Jenis.ANGGARAN if jenis == "anggaran" else Jenis.CAPAIAN)
    ]
    return {
        "berkas": reading.berkas,
        "sha256": reading.sha256,
        "tabel": [_table(tabel, bacaan, jenis) for tabel, bacaan in kept],
        "temuan": [finding(satu) for satu in reading.temuan],
        "pertanyaan": [_question(satu) for satu in reading.pertanyaan],
    }


def _table(tabel: Tabel, bacaan: Bacaan, jenis: str) -> dict[str, Any]:
    columns: dict[str, list[dict[str, Any]]] = {}
    for kolom in tabel.kolom:
        column = {"kolom": column_letter(kolom.nomor), "judul": kolom.judul, "tahun": kolom.tahun}
        columns.setdefault(kolom.peran.value, []).append(column)
    rows = [_indicator(satu, jenis) for satu in bacaan.indikator] + [_budget(satu) for satu in bacaan.anggaran]
    return {
        "lembar": tabel.lembar,
        "nomor": tabel.nomor,
        "jenis": tabel.jenis.value,
        "baris_judul": list(tabel.baris_judul),
        "kolom": columns,
        "baris": rows,
        "renstra": [_renstra(satu) for satu in bacaan.renstra],
        "kontrol": {label: number(jumlah) for label, jumlah in bacaan.kontrol.items()},
    }


def _indicator(satu: BacaanIndikator, jenis: str) -> dict[str, Any]:
    promise = JenisTarget(jenis) if jenis in ("renstra", "pk") else satu.jenis_target
    return {
        "sel": satu.sel,
        "sasaran": satu.sasaran or None,
        "indikator": satu.indikator,
        "satuan": satu.satuan or None,
        "tahun": satu.tahun,
        "triwulan": satu.triwulan,
        "jenis_target": promise.value,
        **state("target", satu.target),
        **state("realisasi", satu.realisasi),
        "capaian_tercetak": value(satu.capaian_tercetak),
        "capaian": number(_capaian(satu)),
        "cocok": satu.cocok.hasil,
        "rumus_cocok": satu.cocok.rumus or None,
        "dibatasi": number(satu.cocok.dibatasi),
        "catatan": satu.cocok.catatan or None,
    }


def _capaian(satu: BacaanIndikator) -> Decimal | None:
    """Our own percentage: by the formula the print follows, else by the default one."""
    if satu.cocok.hitungan is not None:
        return satu.cocok.hitungan
    return compute_capaian("naik", satu.target, satu.realisasi).nilai


def _budget(satu: BacaanAnggaran) -> dict[str, Any]:
    persen = satu.cocok.hitungan
    if persen is None and satu.pagu.angka is not None and satu.realisasi.angka is not None:
        persen = naik(satu.pagu.angka, satu.realisasi.angka).mentah
    return {
        "sel": satu.sel,
        "kode": satu.kode or None,
        "uraian": satu.uraian,
        "tingkat": satu.tingkat.value,
        "kelompok": satu.kelompok or None,
        "tahun": satu.tahun,
        "triwulan": satu.triwulan,
        **state("pagu", satu.pagu),
        **state("realisasi", satu.realisasi),
        "persen_tercetak": value(satu.persen_tercetak),
        "persen": number(persen),
        "cocok": satu.cocok.hasil,
        "catatan": satu.cocok.catatan or None,
    }


def _renstra(satu: BacaanRenstra) -> dict[str, Any]:
    """The plan's side of one budget line; not stored by an import."""
    return {
        "sel": satu.sel,
        "kode": satu.kode or None,
        "uraian": satu.uraian,
        "tingkat": satu.tingkat.value,
        "tahun_akhir": satu.tahun_akhir,
        "tahun_lalu": satu.tahun_lalu,
        "tahun": satu.tahun,
        **state("pagu", satu.pagu),
        **state("realisasi_lalu", satu.realisasi_lalu),
        **state("realisasi", satu.realisasi),
        "persen_tercetak": value(satu.persen_tercetak),
        "persen": number(satu.cocok.hitungan),
        "cocok": satu.cocok.hasil,
        "catatan": satu.cocok.catatan or None,
    }


def _question(satu: Pertanyaan) -> dict[str, Any]:
    return {
        "kunci": satu.kunci,
        "lembar": satu.lembar,
        "kolom": column_letter(satu.kolom),
        "judul": satu.judul,
        "contoh": list(satu.contoh),
        "sel": list(satu.sel),
        "pilihan": dict(satu.pilihan),
    }
