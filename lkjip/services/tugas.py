"""The next thing to do, for the person who asks: what is missing counts only where he can do something about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.domain.access import Actor, Aksi, Peran, may_somewhere
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.ketepatan import Ketepatan
from lkjip.domain.pengumpulan import Keadaan as KeadaanKiriman
from lkjip.domain.showing import join_words
from lkjip.domain.tanggal import write_date
from lkjip.services.kesiapan import Butir, Keadaan, summary
from lkjip.services.papan import BarisPapan

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


def next_task(evaluasi: Evaluasi, butir: Sequence[Butir], actor: Actor, kiriman: BarisPapan | None = None) -> Tugas:
    """What stops the draft, else what it lacks, else the draft, else a look at the figures.

    `kiriman`: where the workbook of a section's own account stands, as the board has it.
    """
    if actor.peran is Peran.SEKSI:
        return (_of_workbook(kiriman, evaluasi.tahun) if kiriman else None) or _of_section(evaluasi, actor)
    for satu in butir:
        if satu.keadaan is not Keadaan.SIAP and can_mend(actor, satu.halaman):
            return Tugas(f"{satu.judul}: {satu.penjelasan}", satu.halaman)
    if may_somewhere(actor, Aksi.EKSPOR_DRAF):
        return Tugas(summary(butir), "draf_lkjip", "Buka draf")
    return Tugas("Lihat capaian setiap indikator dan asal angkanya.", "capaian")


def _of_workbook(baris: BarisPapan, tahun: int) -> Tugas | None:
    """A workbook that was returned, lacks something or was not sent though it is due: until then nothing is done."""
    if baris.keadaan is KeadaanKiriman.DIKEMBALIKAN and baris.putusan is not None:
        return Tugas(f"Analis mengembalikan kiriman {tahun} seksi Anda: {baris.putusan.alasan}", "kelengkapan")
    if baris.keadaan is KeadaanKiriman.SEBAGIAN:
        kurang = [f"{len(satu.kurang)} {satu.bagian.value.lower()}" for satu in baris.bagian if satu.kurang]
        return Tugas(f"Kiriman {tahun} seksi Anda belum lengkap: kurang {join_words(kurang)}.", "kelengkapan")
    if baris.keadaan is KeadaanKiriman.MENUNGGU and baris.waktu.tenggat is not None:
        lewat = f", sudah lewat {baris.waktu.hari} hari" if baris.waktu.ketepatan is Ketepatan.LEWAT else ""
        return Tugas(
            f"Buku kerja {tahun} seksi Anda belum dikirim. Tenggatnya {write_date(baris.waktu.tenggat)}{lewat}.",
            "format_pengumpulan",
        )
    return None


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
