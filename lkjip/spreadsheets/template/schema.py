"""The sheets and columns of a section workbook. Writer, reader and marker know the layout only from here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lkjip.domain.indikator import Agregasi
from lkjip.domain.isian_format import Identitas

PETUNJUK, SEMBUNYI = "Petunjuk", "_lkjip"
BARIS_JUDUL = 5  # row of the column headers; data follow
KOLOM_ID = "id"
AWALAN_INDIKATOR, AWALAN_KODE = "indikator ", "kode "
TANDA_CONTOH = "CONTOH: data rekaan untuk latihan, bukan data kantor"
NAMA_DAFTAR = "lkjip_daftar_indikator"  # a defined name: Excel keeps lists on another sheet only so in the plain format
BARIS_BUKTI = 3  # prepared rows of evidence per indicator
PALING_SEDIKIT_BUKTI = 12
SIFAT_DOKUMEN = "lkjip_sidik"  # custom property; gone in .ods and .xls, so nothing depends on it
KODE_FORMAT = re.compile(r"LKJIP-(\w+)-(\d{4})-(\d+)-([0-9a-f]{16})")  # the visible identity on Petunjuk

CARA_SETAHUN = {
    Agregasi.JUMLAH: "dijumlahkan",
    Agregasi.TERAKHIR: "nilai terakhir",
    Agregasi.RATA_RATA: "dirata-ratakan",
    Agregasi.MAKSIMUM: "nilai tertinggi",
}


class Status(StrEnum):
    """What a section may say of an indicator's data instead of a number."""

    TERSEDIA = "Tersedia"
    BELUM = "Belum ada data"
    TIDAK_BERLAKU = "Tidak berlaku"


class Isi(StrEnum):
    """What a column holds: decides format, validation and how a cell is read."""

    TEKS = "teks"
    NILAI = "nilai"  # a number, or a label where the formula of the indicator asks for one
    RUPIAH = "rupiah"
    TANGGAL = "tanggal"
    STATUS = "status"
    INDIKATOR = "indikator"  # one of the section's indicators


@dataclass(frozen=True, slots=True)
class KolomFormat:
    """A column: `judul` may name {tahun} and {lalu}; `isian` True where the section writes; `petunjuk` is its comment.

    `wajib_sama`: a locked column whose change makes the row useless (else it is only worth a warning).
    """

    kunci: str
    judul: str
    lebar: float
    isi: Isi = Isi.TEKS
    isian: bool = False
    petunjuk: str = ""
    triwulan: int | None = None
    wajib_sama: bool = False

    def judul_tahun(self, tahun: int) -> str:
        """The header as written for a year."""
        return self.judul.format(tahun=tahun, lalu=tahun - 1)


@dataclass(frozen=True, slots=True)
class LembarFormat:
    """A sheet with its title, one sentence under it, and its columns after the hidden id."""

    nama: str
    judul: str
    kalimat: str
    kolom: tuple[KolomFormat, ...]
    beku: int  # columns that stay in sight

    def nomor(self, kunci: str) -> int:
        """The 1-based number of a column as written; 1 is the hidden id."""
        return 2 + next(place for place, kolom in enumerate(self.kolom) if kolom.kunci == kunci)

    def isian(self) -> tuple[KolomFormat, ...]:
        """The columns the section writes in."""
        return tuple(kolom for kolom in self.kolom if kolom.isian)


_TW = ("I", "II", "III", "IV")
_NOMOR = KolomFormat("nomor", "No", 5, petunjuk="Nomor urut. Jangan diubah.")
_TEKS = KolomFormat(
    "teks", "Indikator kinerja", 30, wajib_sama=True,
    petunjuk="Indikator menurut Perjanjian Kinerja. Terkunci; bila keliru, beri tahu analis.",
)  # fmt: skip


def _quarters(judul: str, isi: Isi, lebar: float, petunjuk: str, setahun: str) -> tuple[KolomFormat, ...]:
    quarters = tuple(
        KolomFormat(f"tw{nomor}", judul.format(f"TW {nama}"), lebar, isi, True, petunjuk, nomor)
        for nomor, nama in enumerate(_TW, 1)
    )
    return (*quarters, KolomFormat("setahun", judul.format("setahun").capitalize(), lebar + 1, isi, True, setahun))


INDIKATOR = LembarFormat(
    "Indikator",
    "Realisasi Indikator Kinerja",
    "Isi realisasi tiap triwulan di sel kuning. Persentase capaian tidak perlu diisi: program yang menghitungnya.",
    (
        _NOMOR,
        KolomFormat("sasaran", "Sasaran strategis", 20, petunjuk="Sasaran yang memuat indikator ini. Terkunci."),
        _TEKS,
        KolomFormat("satuan", "Satuan", 9, wajib_sama=True, petunjuk="Satuan target dan realisasi. Terkunci."),
        KolomFormat(
            "agregasi", "Cara setahun", 12,
            petunjuk="Cara angka triwulan menjadi angka setahun. Terkunci.",
        ),
        KolomFormat(
            "target", "Target {tahun}", 9.5, Isi.NILAI, wajib_sama=True,
            petunjuk="Target menurut Perjanjian Kinerja (atau Renstra). Terkunci; perubahan target lewat analis.",
        ),
        KolomFormat("target_lalu", "Target {lalu}", 9.5, Isi.NILAI, petunjuk="Target tahun lalu. Terkunci."),
        KolomFormat(
            "realisasi_lalu", "Realisasi {lalu}", 9.5, Isi.NILAI,
            petunjuk="Realisasi tahun lalu. Terkunci.",
        ),
        *_quarters(
            "{}", Isi.NILAI, 9,
            "Tulis angka triwulan ini saja, memakai satuan di kolom Satuan. Bila tidak ada kejadian, tulis 0.",
            "Tulis angka setahun. Boleh kosong bila angka setahun cukup dihitung dari triwulan.",
        ),
        KolomFormat(
            "status", "Status data", 13.5, Isi.STATUS, True,
            "Pilih 'Belum ada data' atau 'Tidak berlaku' hanya bila angkanya memang tidak ada.",
        ),
        KolomFormat("keterangan", "Keterangan", 20, Isi.TEKS, True, "Tulis alasan bila datanya tidak ada."),
    ),
    beku=4,
)  # fmt: skip

ANALISIS = LembarFormat(
    "Analisis",
    "Analisis Capaian",
    "Wajib diisi untuk indikator yang di bawah target atau lebih buruk dari tahun lalu; sebaiknya untuk semua.",
    (
        _NOMOR,
        _TEKS,
        KolomFormat("pendorong", "Faktor pendorong", 36, Isi.TEKS, True, "Tulis apa yang membuat target tercapai."),
        KolomFormat("penghambat", "Faktor penghambat", 36, Isi.TEKS, True, "Tulis apa yang menghambat capaian."),
        KolomFormat("upaya", "Upaya yang dilakukan", 36, Isi.TEKS, True, "Tulis tindakan nyata tahun ini."),
        KolomFormat(
            "tindak_lanjut", "Rencana tindak lanjut", 36, Isi.TEKS, True,
            "Tulis yang akan dilakukan, oleh siapa, dan kapan.",
        ),
    ),
    beku=3,
)  # fmt: skip

ANGGARAN = LembarFormat(
    "Anggaran",
    "Realisasi Anggaran",
    "Isi realisasi belanja tiap triwulan dalam rupiah penuh, tanpa titik, koma, atau 'Rp'.",
    (
        _NOMOR,
        KolomFormat("kode", "Kode", 20, wajib_sama=True, petunjuk="Kode menurut dokumen anggaran. Terkunci."),
        KolomFormat("uraian", "Uraian", 46, petunjuk="Nama program, kegiatan, atau sub kegiatan. Terkunci."),
        KolomFormat("pagu", "Pagu {tahun}", 18, Isi.RUPIAH, wajib_sama=True, petunjuk="Pagu yang berlaku. Terkunci."),
        *_quarters(
            "Realisasi {}", Isi.RUPIAH, 17,
            "Tulis belanja triwulan ini saja (bukan kumulatif), rupiah penuh. Bila tidak ada belanja, tulis 0.",
            "Tulis belanja setahun. Harus sama dengan jumlah empat triwulan.",
        ),
    ),
    beku=3,
)  # fmt: skip

DATA_DUKUNG = LembarFormat(
    "Data Dukung",
    "Data Dukung",
    "Satu baris untuk satu bukti. Pilih indikatornya, lalu tunjukkan dokumennya sampai ke halaman.",
    (
        _NOMOR,
        KolomFormat("indikator", "Indikator", 44, Isi.INDIKATOR, True, "Pilih indikator yang dibuktikan dari daftar."),
        KolomFormat("uraian", "Uraian bukti", 36, Isi.TEKS, True, "Tulis nama dokumen, misalnya Laporan Survei IKM."),
        KolomFormat("tautan", "Tautan (link)", 34, Isi.TEKS, True, "Tempel alamat lengkap yang diawali https://."),
        KolomFormat("nomor_dokumen", "Nomor dokumen", 22, Isi.TEKS, True, "Tulis nomor surat atau dokumen, bila ada."),
        KolomFormat("halaman", "Halaman", 10, Isi.TEKS, True, "Tulis nomor halaman, misalnya 12 atau 12-14."),
        KolomFormat(
            "tanggal", "Tanggal dokumen", 14, Isi.TANGGAL, True,
            "Tulis tanggal dokumen: hari, bulan, tahun, misalnya 31-12-2025.",
        ),
    ),
    beku=3,
)  # fmt: skip

LEMBAR: Mapping[str, LembarFormat] = {
    lembar.nama: lembar for lembar in (INDIKATOR, ANALISIS, ANGGARAN, DATA_DUKUNG)
}  # fmt: skip


def indikator_id(nomor: int) -> str:
    """The hidden id of an indicator's row."""
    return f"{AWALAN_INDIKATOR}{nomor}"


def kode_id(kode: str) -> str:
    """The hidden id of a budget line's row; the word before it keeps "7.01.02" from becoming a date."""
    return f"{AWALAN_KODE}{kode}"


def pilihan_indikator(nomor: int, teks: str) -> str:
    """An indicator as it stands in the drop-down of Data Dukung."""
    return f"{nomor}. {teks}"


def kode_format(identitas: Identitas) -> str:
    """The identity in one visible word, for when the hidden sheet is lost."""
    return f"LKJIP-{identitas.versi_templat}-{identitas.tahun}-{identitas.seksi_id}-{identitas.sidik}"
