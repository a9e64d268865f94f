"""Who may do what: one table, default deny, and the reason for every no (04-quality.md §4, SOP roles).

The table names what is allowed; what it does not name is refused. The same function answers for menu, page, service,
download route and command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Peran(StrEnum):
    """The roles of the SOP, the administrator, and whoever sits at the server's own command line."""

    SEKSI = "seksi"
    ANALIS = "analis"
    SEKRETARIS = "sekretaris"
    CAMAT = "camat"
    ADMIN = "admin"
    PERINTAH = "perintah"
    ANONIM = "anonim"  # nobody is logged in: no right at all


NAMA_PERAN = {
    Peran.SEKSI: "Seksi/Kelurahan",
    Peran.ANALIS: "Analis (Kasubag Penyusunan Program)",
    Peran.SEKRETARIS: "Sekretaris",
    Peran.CAMAT: "Camat",
    Peran.ADMIN: "Admin",
    Peran.PERINTAH: "Baris perintah komputer server",
    Peran.ANONIM: "Pengunjung yang belum masuk",
}
PERAN_AKUN = (Peran.SEKSI, Peran.ANALIS, Peran.SEKRETARIS, Peran.CAMAT, Peran.ADMIN)  # an account has one of these


class Aksi(StrEnum):
    """What can be asked for; the value completes the sentence "<peran> tidak berhak ..."."""

    SANDI = "mengganti kata sandi sendiri"
    BANTUAN = "membaca panduan"
    UNGGAH = "mengunggah data"
    LIHAT_UNGGAHAN = "melihat berkas unggahan"
    UBAH_RENCANA = "mengubah rencana dan data kinerja"
    NARASI = "menulis narasi"
    LIHAT_CAPAIAN = "melihat capaian dan anggaran"
    EKSPOR_DRAF = "mengunduh draf LKjIP"
    BUKA_TAHUN = "membuka tahun laporan"
    FORMAT = "membuat dan menyampaikan format pengumpulan"
    AMBIL_FORMAT = "mengambil format pengumpulan"
    NILAI_KIRIMAN = "menerima atau mengembalikan kiriman seksi"
    KOREKSI = "mencatat koreksi"
    JAWAB_KOREKSI = "menjawab koreksi"
    SETUJUI = "menyetujui atau mengembalikan LKjIP"
    SURAT = "membuat surat pengantar dan nomor"
    ARSIP = "menyusun arsip"
    ATUR_ATURAN = "mengubah aturan penilaian"
    ATUR_KANTOR = "mengubah data kantor dan seksi"
    KELOLA_PENGGUNA = "mengelola pengguna"
    LIHAT_AUDIT = "membaca jejak audit"
    MULAI = "memulai atau mengganti kantor"
    CADANGKAN = "mencadangkan atau memulihkan data"
    PERIKSA = "memeriksa basis data dan jejak audit"
    HAPUS_ARSIP = "menghapus arsip"
    UBAH_AUDIT = "mengubah jejak audit"


class Lingkup(StrEnum):
    """How far a right reaches."""

    SEMUA = "semua"
    SENDIRI = "sendiri"  # only what belongs to the own section


_SEMUA, _SENDIRI = Lingkup.SEMUA, Lingkup.SENDIRI
_PEMBACA = {Peran.SEKSI: _SEMUA, Peran.ANALIS: _SEMUA, Peran.SEKRETARIS: _SEMUA, Peran.CAMAT: _SEMUA}
_PENGGUNA = {**_PEMBACA, Peran.ADMIN: _SEMUA}
_PERINTAH = {Peran.PERINTAH: _SEMUA}

HAK: dict[Aksi, dict[Peran, Lingkup]] = {
    Aksi.SANDI: _PENGGUNA,
    Aksi.BANTUAN: _PENGGUNA,
    Aksi.UNGGAH: {Peran.SEKSI: _SENDIRI, Peran.ANALIS: _SEMUA, **_PERINTAH},
    Aksi.LIHAT_UNGGAHAN: {
        Peran.SEKSI: _SENDIRI, Peran.ANALIS: _SEMUA, Peran.SEKRETARIS: _SEMUA, Peran.CAMAT: _SEMUA,
    },
    Aksi.UBAH_RENCANA: {Peran.ANALIS: _SEMUA, **_PERINTAH},
    Aksi.NARASI: {Peran.SEKSI: _SENDIRI, Peran.ANALIS: _SEMUA},
    Aksi.LIHAT_CAPAIAN: {**_PEMBACA, **_PERINTAH},
    Aksi.EKSPOR_DRAF: {Peran.ANALIS: _SEMUA, Peran.SEKRETARIS: _SEMUA, Peran.CAMAT: _SEMUA, **_PERINTAH},
    Aksi.BUKA_TAHUN: {Peran.SEKRETARIS: _SEMUA},
    Aksi.FORMAT: {Peran.ANALIS: _SEMUA, **_PERINTAH},
    Aksi.AMBIL_FORMAT: {Peran.SEKSI: _SENDIRI, Peran.ANALIS: _SEMUA, Peran.SEKRETARIS: _SEMUA, **_PERINTAH},
    Aksi.NILAI_KIRIMAN: {Peran.ANALIS: _SEMUA},
    Aksi.KOREKSI: {Peran.SEKRETARIS: _SEMUA},
    Aksi.JAWAB_KOREKSI: {Peran.ANALIS: _SEMUA},
    Aksi.SETUJUI: {Peran.CAMAT: _SEMUA},
    Aksi.SURAT: {Peran.ANALIS: _SEMUA, Peran.SEKRETARIS: _SEMUA},
    Aksi.ARSIP: {Peran.ANALIS: _SEMUA, Peran.SEKRETARIS: _SEMUA},
    Aksi.ATUR_ATURAN: {Peran.ANALIS: _SEMUA, Peran.ADMIN: _SEMUA},
    Aksi.ATUR_KANTOR: {Peran.ADMIN: _SEMUA, **_PERINTAH},
    Aksi.KELOLA_PENGGUNA: {Peran.ADMIN: _SEMUA, **_PERINTAH},
    Aksi.LIHAT_AUDIT: {Peran.SEKRETARIS: _SEMUA, Peran.CAMAT: _SEMUA, Peran.ADMIN: _SEMUA, **_PERINTAH},
    Aksi.MULAI: {Peran.ADMIN: _SEMUA, **_PERINTAH},
    Aksi.CADANGKAN: _PERINTAH,
    Aksi.PERIKSA: _PERINTAH,
    Aksi.HAPUS_ARSIP: {},
    Aksi.UBAH_AUDIT: {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `sesi` is the seal of the login session ("" at the command line); `seksi` the section he is bound to.

    `nama` stands in records ("diubah oleh"); `tertulis` in the audit trail, where two people may share a name.
    """

    nama: str
    peran: Peran
    pengguna: str = ""
    pengguna_id: int | None = None
    seksi: int | None = None
    sesi: str = ""

    @property
    def tertulis(self) -> str:
        """Full name with the user name: "Siti Aminah (siti)"."""
        return f"{self.nama} ({self.pengguna})" if self.pengguna else self.nama


@dataclass(frozen=True, slots=True)
class Izin:
    """The answer of `may`: yes, or no with a sentence for the user."""

    boleh: bool
    alasan: str = ""

    def __bool__(self) -> bool:
        return self.boleh


def may(actor: Actor | None, aksi: Aksi, seksi: int | None = None) -> Izin:
    """May this person do this? `seksi`: the section the resource belongs to (None: the whole office).

    Whoever is bound to a section is refused what belongs to another one or to the whole office.
    """
    if actor is None or actor.peran is Peran.ANONIM:
        return Izin(False, "Masuk dahulu dengan nama pengguna dan kata sandi Anda.")
    lingkup = HAK[aksi].get(actor.peran)
    if lingkup is None:
        holders = [NAMA_PERAN[peran] for peran in HAK[aksi] if peran is not Peran.PERINTAH]
        who = f" Yang berhak: {', '.join(holders)}." if holders else _ELSEWHERE[bool(HAK[aksi])]
        return Izin(False, f"{NAMA_PERAN[actor.peran]} tidak berhak {aksi.value}.{who}")
    if lingkup is Lingkup.SENDIRI and actor.seksi is None:
        return Izin(False, "Akun Anda belum dihubungkan dengan seksi. Minta admin menghubungkannya.")
    if lingkup is Lingkup.SENDIRI and seksi != actor.seksi:
        return Izin(False, f"Anda hanya berhak {aksi.value} untuk seksi Anda sendiri.")
    return Izin(True)


_ELSEWHERE = {
    False: " Ini tidak dapat dilakukan siapa pun.",
    True: " Ini hanya dapat dilakukan lewat baris perintah di komputer server.",
}


def may_somewhere(actor: Actor | None, aksi: Aksi) -> Izin:
    """May this person do this at least for the own section? (menu entries and pages)."""
    return may(actor, aksi, actor.seksi if actor is not None else None)
