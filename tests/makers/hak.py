"""The table of rights as it stands in the design (quality, §4), written out by hand: the yardstick for every test."""

from __future__ import annotations

from lkjip.domain.access import Aksi, Peran

KOLOM = (Peran.ANONIM, Peran.SEKSI, Peran.ANALIS, Peran.SEKRETARIS, Peran.CAMAT, Peran.ADMIN, Peran.PERINTAH)
# "v": everything, "s": what belongs to the own section, "-": nothing.
#                            anonim seksi analis sekretaris camat admin perintah
TABEL = {
    Aksi.SANDI:               "- v v v v v -",
    Aksi.BANTUAN:             "- v v v v v -",
    Aksi.UNGGAH:              "- s v - - - v",
    Aksi.LIHAT_UNGGAHAN:      "- s v v v - -",
    Aksi.UBAH_RENCANA:        "- - v - - - v",
    Aksi.NARASI:              "- s v - - - -",
    Aksi.LIHAT_CAPAIAN:       "- v v v v - v",
    Aksi.EKSPOR_DRAF:         "- - v v v - v",
    Aksi.BUKA_TAHUN:          "- - - v - - -",
    Aksi.FORMAT:              "- - v - - - v",
    Aksi.AMBIL_FORMAT:        "- s v v - - v",
    Aksi.NILAI_KIRIMAN:       "- - v - - - -",
    Aksi.KOREKSI:             "- - - v - - -",
    Aksi.JAWAB_KOREKSI:       "- - v - - - -",
    Aksi.SETUJUI:             "- - - - v - -",
    Aksi.SURAT:               "- - v v - - -",
    Aksi.ARSIP:               "- - v v - - -",
    Aksi.ATUR_ATURAN:         "- - v - - v -",
    Aksi.ATUR_KANTOR:         "- - - - - v v",
    Aksi.KELOLA_PENGGUNA:     "- - - - - v v",
    Aksi.LIHAT_AUDIT:         "- - - v v v v",
    Aksi.MULAI:               "- - - - - v v",
    Aksi.CADANGKAN:           "- - - - - - v",
    Aksi.PERIKSA:             "- - - - - - v",
    Aksi.HAPUS_ARSIP:         "- - - - - - -",
    Aksi.UBAH_AUDIT:          "- - - - - - -",
}  # fmt: skip


def reach(peran: Peran, aksi: Aksi) -> str:
    """ "v", "s" or "-"."""
    return TABEL[aksi].split()[KOLOM.index(peran)]


def allowed(peran: Peran, aksi: Aksi, *, own: bool) -> bool:
    """May this role do it, to what is its own section's (`own`), or to another section's or the whole office's?"""
    return reach(peran, aksi) in ("v", "s" if own else "v")


# Who may open which page, written out from 04-quality.md §4 (anonymous: none).
TERBUKA = {
    "beranda":     {"seksi", "analis", "sekretaris", "camat", "admin"},
    "perencanaan": {"analis"},
    "format_pengumpulan": {"seksi", "analis", "sekretaris"},
    "unggah_data": {"seksi", "analis", "sekretaris", "camat"},
    "kelengkapan": {"seksi", "analis", "sekretaris", "camat"},
    "capaian":     {"seksi", "analis", "sekretaris", "camat"},
    "anggaran":    {"seksi", "analis", "sekretaris", "camat"},
    "draf_lkjip":  {"analis", "sekretaris", "camat"},
    "pengaturan":  {"analis", "admin"},
    "pengguna":    {"admin"},
    "jejak_audit": {"sekretaris", "camat", "admin"},
    "panduan":     {"seksi", "analis", "sekretaris", "camat", "admin"},
}  # fmt: skip
