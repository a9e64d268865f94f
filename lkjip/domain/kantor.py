"""The office that reports, and the settings under which its figures are computed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Kantor:
    """Office, its head and the year in work. `demo` marks invented data (CONTOH) wherever it shows."""

    nama: str
    kabupaten: str
    kode: str = ""
    jabatan_pimpinan: str = "Camat"
    nama_pimpinan: str = ""
    nip_pimpinan: str = ""
    pangkat_pimpinan: str = ""
    alamat: str = ""
    ibu_kota: str = ""
    tahun_aktif: int = 2025
    demo: bool = False
    versi: int = 1

    @property
    def daerah(self) -> str:
        """The kabupaten or kota as it is written out, however it was typed: "Kutai Kartanegara" is a Kabupaten."""
        known = self.kabupaten.casefold().startswith(("kabupaten ", "kota ", "kab. "))
        return self.kabupaten if known else f"Kabupaten {self.kabupaten}"


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """Which scale, cap and treatment are in force; each is printed beside the results.

    `batas` caps capaian (None: no cap); `batas_untuk` says for what: "rerata" (mean only) or "semua".
    `rasio_nol` is what `turun_rasio` gives for realisasi 0 (None: tidak dapat dihitung).
    `predikat_ordinal`: label indicators below target get the ordinal ratio (True) or 0 (False).
    `bulatkan_dulu`: grade the rounded instead of the raw value.
    `ambang_lonjakan`: percent of change against last year above which a realisasi is questioned.
    `hanya_diterima`: analysis leaves out what sections sent and nobody has accepted yet.
    """

    skala: str = "permendagri_86_2017"
    batas: Decimal | None = None
    batas_untuk: str = "rerata"
    rasio_nol: Decimal | None = None
    predikat_ordinal: bool = True
    bulatkan_dulu: bool = False
    ambang_tinjau: Decimal = Decimal(120)
    ambang_lonjakan: Decimal = Decimal(50)
    hanya_diterima: bool = False


@dataclass(frozen=True, slots=True)
class Seksi:
    """A section of the office: sends data, answers for indicators. One no longer `aktif` keeps its history.

    `kepala` is who the workbook is addressed to, `kontak` how to reach him.
    """

    id: int
    nama: str
    aktif: bool = True
    versi: int = 1
    kepala: str = ""
    kontak: str = ""
