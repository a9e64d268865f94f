"""What the user chooses before saving, and what the preview tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lkjip.domain.finding import Finding
from lkjip.services.proposals import UsulanRumus
from lkjip.services.reading import TableKey

JENIS_TARGET = {
    "otomatis": "Menurut judul kolom",
    "pk": "Target Perjanjian Kinerja (PK)",
    "renstra": "Target Renstra",
    "keduanya": "Target PK dan Renstra sekaligus",
}
CARA_ANGGARAN = {
    "ganti": "Menggantikan anggaran tahun itu",
    "tambah": "Menambah anggaran tahun itu",
}
CARA_TRIWULAN = {
    "": "Belum dipilih",
    "jumlah": "Tiap triwulan berdiri sendiri, dijumlahkan",
    "kumulatif": "Kumulatif, dipakai triwulan terakhir yang terisi",
}


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The user's choices. `sasaran`: for indicators without one; `tabel`: the tables to store (None: all).

    `triwulan_anggaran` is needed only where a budget table has quarters and no year.
    """

    target: str = "otomatis"
    sasaran: str = ""
    anggaran: str = "ganti"
    triwulan_anggaran: str = ""
    rumus_diterima: frozenset[str] = frozenset()
    tabel: frozenset[TableKey] | None = None


@dataclass(frozen=True, slots=True)
class Hitung:
    """How many facts of one kind are new, changed, unchanged, or empty and therefore passed over."""

    jenis: str
    baru: int = 0
    berubah: int = 0
    sama: int = 0
    dilewati: int = 0


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One value that would be replaced: what, which year, before and after, and the cell of the new one."""

    apa: str
    tahun: int
    sebelum: str
    sesudah: str
    lembar: str
    sel: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving would do. `halangan`: why it cannot be done yet; `sudah_ada`: a sentence about an earlier save.

    `temuan`: what is implausible beside the data already stored; never an error.
    """

    hitung: tuple[Hitung, ...]
    perubahan: tuple[Perubahan, ...] = ()
    kontrol: Mapping[str, Decimal] = field(default_factory=dict)
    usulan: tuple[UsulanRumus, ...] = ()
    catatan: tuple[str, ...] = ()
    halangan: tuple[str, ...] = ()
    sudah_ada: str = ""
    temuan: tuple[Finding, ...] = ()

    @property
    def boleh_simpan(self) -> bool:
        """Nothing stands against saving."""
        return not self.halangan

    @property
    def ada_perubahan(self) -> bool:
        """Saving would store at least one fact."""
        return any(satu.baru or satu.berubah for satu in self.hitung)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored. Without a change of a file already known nothing was, and `impor_id` is the earlier import."""

    impor_id: int
    hitung: tuple[Hitung, ...]
    kalimat: str
    sudah_ada: bool = False
