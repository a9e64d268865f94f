"""Drop-downs and number checks of the input cells, with what Excel says when somebody types something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkjip.domain.isian_format import IndikatorFormat
from lkjip.domain.labels import find_label
from lkjip.domain.tanggal import FIRST_DAY, LAST_DAY
from lkjip.spreadsheets.template.schema import NAMA_DAFTAR, Isi, KolomFormat, Status

Label = Mapping[str, tuple[str, ...]]
LONGEST_LIST = 255  # of a list that stands in the validation itself
_MOST = 1e15
YA_TIDAK = ("Ya", "Tidak")


def choices_of(indikator: IndikatorFormat, label: Label) -> tuple[str, ...]:
    """The words an indicator is answered with: yes or no, or the ordered labels its target belongs to; () a number."""
    if indikator.rumus == "ya_tidak":
        return YA_TIDAK
    if indikator.rumus != "predikat" or indikator.target is None:
        return ()
    for nama, urutan in label.items():
        found = find_label(indikator.target.teks, nama, urutan)
        if found and found.skor is None:
            return tuple(satu.split("|")[0] for satu in urutan)
    return ()


def validation(kolom: KolomFormat, indikator: IndikatorFormat | None, label: Label) -> dict[str, Any] | None:
    """What XlsxWriter's `data_validation` is told for one cell; None where anything may stand."""
    if kolom.isi is Isi.STATUS:
        return _list(tuple(Status), "Pilih salah satu status dari daftar.")
    if kolom.isi is Isi.INDIKATOR:
        return {
            "validate": "list",
            "source": f"={NAMA_DAFTAR}",
            **_refuse("Pilih indikator dari daftar; jangan diketik sendiri."),
        }
    if kolom.isi is Isi.TANGGAL:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": FIRST_DAY,
            "maximum": LAST_DAY,
            **_refuse("Isi tanggal yang benar, misalnya 31-12-2025."),
        }
    if kolom.isi is Isi.RUPIAH:
        return _number(0, "Isi angka rupiah penuh tanpa 'Rp' dan tanpa huruf. Bila tidak ada belanja, isi 0.")
    if kolom.isi is Isi.NILAI and indikator is not None:
        return _of_value(indikator, label)
    return None


def _of_value(indikator: IndikatorFormat, label: Label) -> dict[str, Any] | None:
    choices = choices_of(indikator, label)
    if choices:
        return _list(choices, "Pilih salah satu dari daftar.")
    if indikator.rumus == "predikat":
        return None
    return _number(
        -_MOST, "Isi angka saja, tanpa satuan dan tanpa huruf. Bila memang nol, isi 0; bila belum ada, kosongkan."
    )


def _list(choices: tuple[str, ...], pesan: str) -> dict[str, Any] | None:
    if len(",".join(choices)) > LONGEST_LIST:
        return None
    return {"validate": "list", "source": list(choices), **_refuse(pesan)}


def _number(least: float, pesan: str) -> dict[str, Any]:
    return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": _MOST, **_refuse(pesan)}


def _refuse(pesan: str) -> dict[str, Any]:
    return {"error_type": "stop", "error_title": "Isian tidak sesuai", "error_message": pesan, "ignore_blank": True}
