"""Words of spreadsheets: `terms.toml`."""

from __future__ import annotations

from pathlib import Path

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.aturan import Istilah
from lkjip.rules.checked import Checked
from lkjip.rules.files import read_rules

# The values of lkjip.spreadsheets.table.Peran (a test compares them: rooms do not import each other).
PERAN = (
    "nomor",
    "sasaran",
    "indikator",
    "satuan",
    "target",
    "realisasi",
    "persen",
    "predikat",
    "keterangan",
    "kode",
    "uraian",
    "pagu",
    "tahun",
    "triwulan",
    "abaikan",
)
RINCIAN = ("tujuan", "awal", "akhir", "definisi", "cara_ukur", "sumber_data", "penanggung_jawab", "bukti")
TAHAP = ("renstra", "pk", "sebelum", "sesudah")
KELOMPOK = ("operasi", "modal", "tidak_terduga", "transfer")


def read_terms(folder: Path) -> Istilah:
    """The dictionary; no word may mean two things in one list of meanings."""
    tabel = read_rules(folder, "terms.toml")
    kosong, tidak_berlaku = tabel.words("kosong"), tabel.words("tidak_berlaku")
    for kata in tidak_berlaku:
        if kata in kosong:
            tabel.refuse("tidak_berlaku", kata, "kata yang tidak juga ada dalam 'kosong'")
    _small(tabel, "kosong", kosong)
    _small(tabel, "tidak_berlaku", tidak_berlaku)
    istilah = Istilah(
        judul=_dictionary(tabel.table("judul"), PERAN),
        kosong=kosong,
        tidak_berlaku=tidak_berlaku,
        jumlah=_small(tabel, "jumlah", tabel.words("jumlah")),
        tanda_tangan=_small(tabel, "tanda_tangan", tabel.words("tanda_tangan")),
        tingkat=_dictionary(tabel.table("tingkat"), tuple(TingkatAnggaran)),
        urutan_label=_ordered_labels(tabel.table("urutan_label")),
        tahap=_dictionary(tabel.table("tahap"), TAHAP),
        kelompok=_dictionary(tabel.table("kelompok"), KELOMPOK),
        satuan=_small(tabel, "satuan", tabel.words("satuan")),
        lintas_tahun=_small(tabel, "lintas_tahun", tabel.words("lintas_tahun")),
        rincian=_dictionary(tabel.table("rincian"), RINCIAN),
    )
    tabel.done()
    return istilah


def _small(tabel: Checked, kunci: str, kata: tuple[str, ...]) -> tuple[str, ...]:
    for satu in kata:
        if satu != " ".join(satu.lower().split()):
            tabel.refuse(kunci, satu, f"'{' '.join(satu.lower().split())}' (huruf kecil, spasi tunggal)")
    return kata


def _dictionary(tabel: Checked, arti: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Meaning -> words, for exactly these meanings; a word stands under one meaning only."""
    pemilik: dict[str, str] = {}
    kamus = {}
    for kunci in arti:
        kamus[kunci] = _small(tabel, kunci, tabel.words(kunci))
        for kata in kamus[kunci]:
            if kata in pemilik:
                tabel.refuse(kunci, kata, f"kata yang tidak juga ada dalam '{pemilik[kata]}'")
            pemilik[kata] = kunci
    tabel.done()
    return kamus


def _ordered_labels(tabel: Checked) -> dict[str, tuple[str, ...]]:
    """List name -> labels from low to high; at least two labels, each spelling once."""
    daftar = {}
    for kunci in tabel.keys():  # noqa: SIM118
        daftar[kunci] = tabel.words(kunci)
        if len(daftar[kunci]) < 2:
            tabel.refuse(kunci, list(daftar[kunci]), "paling sedikit dua label, dari yang terendah")
        ejaan = [satu.strip().casefold() for label in daftar[kunci] for satu in label.split("|")]
        kembar = [satu for tempat, satu in enumerate(ejaan) if not satu or satu in ejaan[:tempat]]
        if kembar:
            tabel.refuse(kunci, kembar[0], "setiap ejaan satu kali saja dan tidak kosong")
    return daftar
