"""What a section may store: realisasi of the indicators it answers for, nothing else. The rest is the analyst's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip.domain.access import Actor, Aksi, may
from lkjip.domain.evaluasi import DataKinerja
from lkjip.services.plan_anggaran import RencanaAnggaran
from lkjip.services.plan_kinerja import RencanaKinerja

SHOWN = 3


def facts_only(actor: Actor, kinerja: RencanaKinerja) -> RencanaKinerja:
    """The plan as this sender may carry it out: from a section only the facts, no new sasaran, no formula."""
    if may(actor, Aksi.UBAH_RENCANA):
        return kinerja
    return replace(kinerja, sasaran_baru=(), usulan=(), hanya_fakta=True)


def beyond_section(
    actor: Actor, data: DataKinerja, kinerja: RencanaKinerja, anggaran: RencanaAnggaran
) -> tuple[str, ...]:
    """What this upload would change beyond the right of who sends it, as sentences; () for the analyst."""
    if may(actor, Aksi.UNGGAH, None):  # may upload for the whole office
        return ()
    found = []
    strangers = [group.teks for group in kinerja.kelompok if group.stored is None]
    foreign = [group.teks for group in kinerja.kelompok if group.stored and group.stored.seksi != actor.seksi]
    if strangers:
        found.append(f"Indikator ini belum ada di Perencanaan: {_names(strangers)}. Minta analis menambahkannya.")
    if foreign:
        found.append(f"Indikator ini bukan tanggung jawab seksi Anda: {_names(foreign)}. Hapus barisnya dari berkas.")
    if kinerja.target and not foreign:
        found.append("Berkas ini mengubah target. Target ditetapkan analis; samakan targetnya dengan Perencanaan.")
    if anggaran.baris:
        found.append("Berkas ini berisi anggaran. Anggaran dimuat oleh analis; unggah hanya tabel kinerja.")
    return tuple(found)


def _names(texts: Iterable[str]) -> str:
    names = [f"'{teks}'" for teks in texts]
    more = f" dan {len(names) - SHOWN} lagi" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
