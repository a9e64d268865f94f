"""The prefilled rows of each sheet: what the writer puts down and what the reader compares a returned file with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.isian_format import IndikatorFormat, IsiFormat
from lkjip.domain.numbers import Nilai
from lkjip.spreadsheets.template import schema

MOST_DIGITS = 15  # of a number in a cell
Tampil = str | Decimal


@dataclass(frozen=True, slots=True)
class BarisFormat:
    """One row: hidden id, what its locked cells show by column key, and the indicator or code it is about."""

    id: str
    isi: Mapping[str, Tampil]
    indikator: IndikatorFormat | None = None
    kode: str = ""


def rows_of(nama: str, isi: IsiFormat) -> tuple[BarisFormat, ...]:
    """The prefilled rows of a sheet; Data Dukung has none, only empty numbered lines."""
    if nama == schema.ANGGARAN.nama:
        return tuple(
            BarisFormat(
                schema.kode_id(satu.kode),
                {
                    "nomor": Decimal(nomor),
                    "kode": satu.kode,
                    "uraian": satu.uraian,
                    "pagu": "" if satu.pagu is None else _number(satu.pagu),
                },
                kode=satu.kode,
            )
            for nomor, satu in enumerate(isi.anggaran, 1)
        )
    if nama == schema.DATA_DUKUNG.nama:
        return ()
    return tuple(
        BarisFormat(
            schema.indikator_id(satu.indikator_id),
            _about(nomor, satu) if nama == schema.INDIKATOR.nama else {"nomor": Decimal(nomor), "teks": satu.teks},
            satu,
        )
        for nomor, satu in enumerate(isi.indikator, 1)
    )


def _about(nomor: int, satu: IndikatorFormat) -> dict[str, Tampil]:
    return {
        "nomor": Decimal(nomor),
        "sasaran": satu.sasaran,
        "teks": satu.teks,
        "satuan": satu.satuan,
        "agregasi": schema.CARA_SETAHUN[satu.agregasi],
        "target": shown(satu.target, satu.satuan),
        "target_lalu": shown(satu.target_lalu, satu.satuan),
        "realisasi_lalu": shown(satu.realisasi_lalu, satu.satuan),
    }


def shown(nilai: Nilai | None, satuan: str) -> Tampil:
    """A value as its cell shows it: a bare number where the column of units says the rest, else as it was written."""
    if nilai is None:
        return ""
    bare = nilai.satuan.casefold() in ("", satuan.casefold())
    if nilai.angka is not None and nilai.sampai is None and not nilai.alasan and bare:
        return _number(nilai.angka)
    return nilai.teks or ("" if nilai.angka is None else format(nilai.angka, "f"))


def _number(angka: Decimal) -> Tampil:
    """A number a cell can hold to the last digit, else its text."""
    digits = len(angka.as_tuple().digits)
    return angka if digits <= MOST_DIGITS else format(angka, "f")


def evidence_lines(isi: IsiFormat) -> int:
    """How many empty lines Data Dukung offers."""
    return max(schema.PALING_SEDIKIT_BUKTI, schema.BARIS_BUKTI * len(isi.indikator)) if isi.indikator else 0
