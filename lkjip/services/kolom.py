"""The columns of a table as the user reads and corrects them: letter, header, examples, meaning, year, promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lkjip.domain.numbers import format_ringkas
from lkjip.spreadsheets.cells import Cell, column_letter
from lkjip.spreadsheets.table import Kolom, Peran, Tabel

__all__ = ["ARTI", "TAHAP", "BarisKolom", "Kolom", "Tabel", "changed_columns", "column_rows", "edited"]

ARTI = {
    Peran.ABAIKAN: "(tidak dipakai)",
    Peran.NOMOR: "Nomor",
    Peran.SASARAN: "Sasaran strategis",
    Peran.INDIKATOR: "Indikator",
    Peran.SATUAN: "Satuan",
    Peran.TARGET: "Target",
    Peran.REALISASI: "Realisasi",
    Peran.PERSEN: "Persentase tercetak",
    Peran.PREDIKAT: "Predikat tercetak",
    Peran.KETERANGAN: "Keterangan",
    Peran.KODE: "Kode rekening",
    Peran.URAIAN: "Uraian (program, kegiatan)",
    Peran.PAGU: "Pagu anggaran",
    Peran.TAHUN: "Tahun",
    Peran.TRIWULAN: "Triwulan",
    Peran.TUJUAN: "Tujuan",
    Peran.AWAL: "Kondisi awal",
    Peran.AKHIR: "Target akhir Renstra",
    Peran.DEFINISI: "Definisi",
    Peran.CARA_UKUR: "Cara mengukur",
    Peran.SUMBER_DATA: "Sumber data",
    Peran.PENANGGUNG_JAWAB: "Penanggung jawab",
    Peran.BUKTI: "Bukti dukung",
}
TAHAP = {
    "": "",
    "renstra": "Renstra",
    "pk": "PK",
    "sebelum": "Sebelum perubahan",
    "sesudah": "Sesudah perubahan",
    "kumulatif": "Kumulatif sampai tahun itu",
}
BANYAK_CONTOH = 3
TERPANJANG = 40
BUKAN_JUMLAH = (Peran.TAHUN, Peran.KODE, Peran.NOMOR, Peran.TRIWULAN)  # digits that name: 2025, not 2.025
TAHUN = range(1990, 2101)
_PERAN = {teks: peran for peran, teks in ARTI.items()}
_TAHAP = {teks: tahap for tahap, teks in TAHAP.items()}


@dataclass(frozen=True, slots=True)
class BarisKolom:
    """One column in the user's words; `arti` and `tahap` are texts of ARTI and TAHAP."""

    nomor: int
    huruf: str
    judul: str
    contoh: str
    arti: str
    tahun: int | None
    tahap: str
    triwulan: int | None


def column_rows(tabel: Tabel) -> tuple[BarisKolom, ...]:
    """Every column with its meaning as it stands and its first values."""
    return tuple(
        BarisKolom(
            kolom.nomor, column_letter(kolom.nomor), kolom.judul, _examples(tabel, kolom.nomor), ARTI[kolom.peran],
            kolom.tahun, TAHAP.get(kolom.tahap, kolom.tahap), kolom.triwulan,
        )
        for kolom in tabel.kolom
    )  # fmt: skip


def changed_columns(usulan: Tabel, rows: Sequence[BarisKolom]) -> dict[int, Kolom]:
    """The columns the user sees differently from what the program proposed.

    Only meaning, year, promise and quarter are taken over; what is not one of the offered words is left as proposed.
    """
    menurut_nomor = {kolom.nomor: kolom for kolom in usulan.kolom}
    changes = {}
    for row in rows:
        asal = menurut_nomor.get(row.nomor)
        if asal is None:
            continue
        baru = replace(
            asal,
            peran=_PERAN.get(row.arti, asal.peran),
            tahun=row.tahun if row.tahun is None or row.tahun in TAHUN else asal.tahun,
            tahap=_TAHAP.get(row.tahap, asal.tahap),
            triwulan=row.triwulan if row.triwulan in (None, 1, 2, 3, 4) else asal.triwulan,
        )
        if baru != asal:
            changes[row.nomor] = baru
    return changes


def edited(rows: Sequence[BarisKolom], edits: Mapping[int, Mapping[str, Any]]) -> tuple[BarisKolom, ...]:
    """The rows with the user's edits (place of the row -> field -> value); what may not change is passed over."""
    allowed = ("arti", "tahun", "tahap", "triwulan")
    result = list(rows)
    for place, fields in edits.items():
        if 0 <= place < len(result):
            changes = {name: _field(name, value) for name, value in fields.items() if name in allowed}
            result[place] = replace(result[place], **changes)
    return tuple(result)


def _field(name: str, value: Any) -> Any:
    if name in ("tahun", "triwulan"):
        return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    return value if isinstance(value, str) else ""


def _examples(tabel: Tabel, nomor: int) -> str:
    cells = (baris.cells[nomor] for baris in tabel.baris if nomor in baris.cells)
    peran = next((kolom.peran for kolom in tabel.kolom if kolom.nomor == nomor), None)
    texts: dict[str, None] = {}
    for cell in cells:
        if text := _written(cell, as_name=peran in BUKAN_JUMLAH):
            texts[text] = None
        if len(texts) == BANYAK_CONTOH:  # a sheet may have thousands of rows, and every column is asked
            break
    return " · ".join(texts)


def _written(cell: Cell, *, as_name: bool) -> str:
    if cell.galat:
        return cell.galat
    if cell.value is None:
        return ""
    text = str(cell.value) if as_name or isinstance(cell.value, str | bool) else _plain(cell.value)
    text = " ".join(text.split())
    return text if len(text) <= TERPANJANG else f"{text[: TERPANJANG - 1]}…"


def _plain(value: Any) -> str:
    return format_ringkas(value, 6) if hasattr(value, "as_tuple") else str(value)
