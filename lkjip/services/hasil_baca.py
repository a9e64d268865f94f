"""What was read from a file, in the user's words: one sentence a table, and its records as rows to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lkjip.domain.numbers import Nilai
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BacaanIndikator
from lkjip.domain.showing import join_words, show_nilai
from lkjip.services.reading import Reading, TableKey
from lkjip.spreadsheets.table import Jenis, Peran, Tabel

NAMA_JENIS = {Jenis.CAPAIAN: "tabel capaian", Jenis.ANGGARAN: "tabel anggaran", Jenis.LAIN: "belum dikenali"}
COCOK = {
    "ya": "✓ cocok",
    "pembulatan": "≈ beda pembulatan",
    "tidak": "✕ tidak cocok",
    "tak_terperiksa": "–",
}


def table_key(tabel: Tabel) -> TableKey:
    """The name of a table in `Changes` and `Pilihan.tabel`."""
    return (tabel.lembar, tabel.nomor)


def is_known(tabel: Tabel) -> bool:
    """True where the program understands the table; else the user has to name its columns."""
    return tabel.jenis is not Jenis.LAIN


def table_sentence(tabel: Tabel, bacaan: Bacaan) -> str:
    """ "Lembar 'IKU', judul kolom di baris 3–4: tabel capaian, 9 indikator, tahun 2020–2024." """
    tersembunyi = sum(baris.tersembunyi for baris in tabel.baris)
    isi = [NAMA_JENIS[tabel.jenis], *_contents(bacaan), f"{len(tabel.baris)} baris" if not is_known(tabel) else ""]
    if tersembunyi:
        isi.append(f"{tersembunyi} baris tersembunyi ikut dibaca")
    judul = _lines(tabel.baris_judul)
    return f"Lembar '{tabel.lembar}', {judul}: {', '.join(filter(None, isi))}."


def _lines(baris: Sequence[int]) -> str:
    if not baris:
        return "tanpa baris judul"
    return f"judul kolom di baris {min(baris)}" + (f"–{max(baris)}" if max(baris) > min(baris) else "")


def _contents(bacaan: Bacaan) -> list[str]:
    if bacaan.indikator:
        nama = {(satu.sasaran, satu.sel.get("indikator", satu.indikator)) for satu in bacaan.indikator}
        return [f"{len(nama)} indikator", *_years(satu.tahun for satu in bacaan.indikator)]
    if bacaan.anggaran:
        return [f"{len(bacaan.anggaran)} baris anggaran", *_years(satu.tahun for satu in bacaan.anggaran)]
    return []


def _years(tahun: Any) -> list[str]:
    ada = sorted({satu for satu in tahun if satu is not None})
    if not ada:
        return ["tahun tidak tertulis"]
    runtut = ada == list(range(ada[0], ada[-1] + 1)) and len(ada) > 2
    return [f"tahun {ada[0]}–{ada[-1]}" if runtut else f"tahun {join_words(map(str, ada))}"]


def needs_year(reading: Reading) -> bool:
    """True where some record names no year, so that the chosen one is used."""
    return any(not _names_year(tabel) for tabel in reading.tabel if is_known(tabel))


def _names_year(tabel: Tabel) -> bool:
    return bool(tabel.tahun_judul) or any(kolom.tahun or kolom.peran is Peran.TAHUN for kolom in tabel.kolom)


def proposed_year(reading: Reading) -> int | None:
    """The year the titles of the file name, where they name one."""
    tahun = {tabel.tahun_judul for tabel in reading.tabel if tabel.tahun_judul}
    return tahun.pop() if len(tahun) == 1 else None


def read_years(reading: Reading) -> tuple[int, ...]:
    """The years written in the file, ascending."""
    semua = [satu.tahun for bacaan in reading.bacaan for satu in bacaan.indikator]
    semua += [satu.tahun for bacaan in reading.bacaan for satu in bacaan.anggaran]
    return tuple(sorted({tahun for tahun in semua if tahun is not None}))


def has_indicators(reading: Reading) -> bool:
    """True where there are targets and realisasi to store."""
    return any(bacaan.indikator for bacaan in reading.bacaan)


def lacks_sasaran(reading: Reading) -> bool:
    """True where some indicator stands under no sasaran."""
    return any(not satu.sasaran.strip() for bacaan in reading.bacaan for satu in bacaan.indikator)


def has_budget(reading: Reading) -> bool:
    """True where there are budget lines to store."""
    return any(bacaan.anggaran for bacaan in reading.bacaan)


def has_quarters(reading: Reading) -> bool:
    """True where a budget table has quarters."""
    return any(satu.triwulan for bacaan in reading.bacaan for satu in bacaan.anggaran)


def indicator_rows(bacaan: Bacaan) -> list[dict[str, Any]]:
    """The records of an indicator table."""
    return [_indicator_row(satu) for satu in bacaan.indikator]


def budget_rows(bacaan: Bacaan) -> list[dict[str, Any]]:
    """The records of a budget table."""
    return [_budget_row(satu) for satu in bacaan.anggaran]


def _indicator_row(satu: BacaanIndikator) -> dict[str, Any]:
    return {
        "sasaran": satu.sasaran,
        "indikator": satu.indikator,
        "satuan": satu.satuan,
        "waktu": _period(satu.tahun, satu.triwulan),
        "target": _value(satu.target),
        "realisasi": _value(satu.realisasi),
        "tercetak": _value(satu.capaian_tercetak),
        "hitungan": satu.cocok.hitungan,
        "cocok": COCOK[satu.cocok.hasil],
        "sel": ", ".join(filter(None, (satu.sel.get("target"), satu.sel.get("realisasi")))),
    }


def _budget_row(satu: BacaanAnggaran) -> dict[str, Any]:
    return {
        "kode": satu.kode,
        "uraian": satu.uraian,
        "tingkat": satu.tingkat.value.replace("_", " "),
        "kelompok": satu.kelompok,
        "waktu": _period(satu.tahun, satu.triwulan),
        "pagu": _value(satu.pagu),
        "realisasi": _value(satu.realisasi),
        "tercetak": _value(satu.persen_tercetak),
        "cocok": COCOK[satu.cocok.hasil],
        "sel": ", ".join(filter(None, (satu.sel.get("pagu"), satu.sel.get("realisasi")))),
    }


def renstra_rows(bacaan: Bacaan) -> list[dict[str, Any]]:
    """The plan's side of a budget table: checked, not stored."""
    return [
        {
            "uraian": satu.uraian,
            "tingkat": satu.tingkat.value.replace("_", " "),
            "pagu": _value(satu.pagu),
            "lalu": _value(satu.realisasi_lalu),
            "realisasi": _value(satu.realisasi),
            "tercetak": _value(satu.persen_tercetak),
            "cocok": COCOK[satu.cocok.hasil],
            "sel": ", ".join(filter(None, (satu.sel.get("pagu"), satu.sel.get("realisasi")))),
        }
        for satu in bacaan.renstra
    ]


def _period(tahun: int | None, triwulan: int | None) -> str:
    return " ".join(filter(None, (str(tahun or ""), f"TW {triwulan}" if triwulan else "")))


def _value(nilai: Nilai) -> Any:
    single = nilai.angka is not None and nilai.sampai is None
    return nilai.angka if single else show_nilai(nilai)
