"""The next thing to do, for the person who asks: what is missing counts only where he can do something about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.domain.access import Actor, Aksi, Peran, may_somewhere
from lkjip.domain.evaluasi import Evaluasi
from lkjip.services.kesiapan import Butir, Keadaan, summary

NEEDS = {"unggah_data": Aksi.UNGGAH, "perencanaan": Aksi.UBAH_RENCANA, "pengaturan": Aksi.ATUR_KANTOR}
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Tugas:
    """One sentence, the page it leads to, and the words on the button ("" : the title of the page)."""

    kalimat: str
    halaman: str
    tombol: str = ""


def can_mend(actor: Actor, halaman: str) -> bool:
    """May this person do the work of this page (not only look at it)?"""
    return bool(may_somewhere(actor, NEEDS.get(halaman, Aksi.LIHAT_CAPAIAN)))


def next_task(evaluasi: Evaluasi, butir: Sequence[Butir], actor: Actor, dikembalikan: str = "") -> Tugas:
    """What stops the draft, else what it lacks, else the draft, else a look at the figures.

    `dikembalikan`: why what the section sent last was returned; then mending it comes first.
    """
    if actor.peran is Peran.SEKSI and dikembalikan:
        return Tugas(f"Kiriman seksi Anda dikembalikan: {dikembalikan}", "unggah_data")
    if actor.peran is Peran.SEKSI:
        return _of_section(evaluasi, actor)
    for satu in butir:
        if satu.keadaan is not Keadaan.SIAP and can_mend(actor, satu.halaman):
            return Tugas(f"{satu.judul}: {satu.penjelasan}", satu.halaman)
    if may_somewhere(actor, Aksi.EKSPOR_DRAF):
        return Tugas(summary(butir), "draf_lkjip", "Buka draf")
    return Tugas("Lihat capaian setiap indikator dan asal angkanya.", "capaian")


def _of_section(evaluasi: Evaluasi, actor: Actor) -> Tugas:
    mine = [satu for satu in evaluasi.indikator if satu.indikator.seksi == actor.seksi]
    missing = [satu.indikator.teks for satu in mine if satu.realisasi is None or not satu.realisasi.nilai.terukur]
    if not mine:
        return Tugas("Belum ada indikator yang menjadi tanggung jawab seksi Anda; analis menetapkannya.", "capaian")
    if not missing:
        return Tugas(f"Realisasi {len(mine)} indikator seksi Anda sudah lengkap.", "capaian")
    names = "; ".join(missing[:SHOWN]) + (f"; dan {len(missing) - SHOWN} lagi" if len(missing) > SHOWN else "")
    return Tugas(
        f"{len(missing)} dari {len(mine)} indikator seksi Anda belum mempunyai realisasi {evaluasi.tahun}: {names}.",
        "unggah_data",
    )
