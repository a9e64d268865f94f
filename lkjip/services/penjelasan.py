"""Explanations typed without a workbook: what there is of each indicator of a section, and storing one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.isian_kiriman import KATA
from lkjip.domain.kelengkapan import IndikatorDiminta
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.terkumpul import gather
from lkjip.domain.wajib_jelas import lacking_words
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.isian_terkumpul import load_isian
from lkjip.services.kiriman import checked_words
from lkjip.store import Store, kiriman, penjelasan, perencanaan


@dataclass(frozen=True, slots=True)
class PenjelasanIndikator:
    """One indicator with the words stored of it. `kurang`: what is still lacking, where it has to be explained."""

    diminta: IndikatorDiminta
    kata: Penjelasan
    kurang: tuple[str, ...] = ()


def of_section(
    store: Store, actor: Actor, tahun: int, seksi_id: int, diminta: tuple[IndikatorDiminta, ...]
) -> tuple[PenjelasanIndikator, ...]:
    """The indicators of a section with their words: first those that have to be explained."""
    with rights.reading(store, actor, Aksi.NARASI, seksi_id) as connection:
        stored = {satu.indikator_id: satu for satu in penjelasan.load_penjelasan(connection, tahun)}
        counted = _counted(connection, tahun, seksi_id)
    found = [
        PenjelasanIndikator(
            satu, stored.get(satu.id, Penjelasan(satu.id, tahun)),
            lacking_words(counted.get(satu.id)) if satu.wajib else (),
        )
        for satu in diminta
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda satu: not satu.diminta.wajib))


def explain(store: Store, actor: Actor, kata: Penjelasan, terlihat: Penjelasan | None = None) -> bool:
    """Store an explanation typed without a workbook; a section explains its own indicators. False: nothing changed.

    `terlihat` is the explanation the form showed: a newer one of somebody else is not passed over unseen. The same
    words are stored once more where they came with a workbook whose newer version no longer says them.
    """
    words = checked_words({kata.indikator_id: kata})
    with store.read() as connection:
        found = perencanaan.find_indikator(connection, kata.indikator_id)
    owner = found.seksi if found else None
    with rights.deed(store, actor, Aksi.NARASI, "tulis penjelasan", found.teks if found else "", seksi=owner) as deed:
        if found is None:
            raise RefusedError("Indikator ini tidak ada. Muat ulang halaman.")
        if not words:
            raise RefusedError("Penjelasan belum diisi. Isi dahulu, lalu simpan lagi.")
        stored = {satu.indikator_id: satu for satu in penjelasan.load_penjelasan(deed.connection, kata.tahun)}
        before = stored.get(kata.indikator_id)
        deed.sebelum = texts_of(before)
        deed.sesudah = texts_of(words[kata.indikator_id])
        if deed.sebelum == deed.sesudah and kata.indikator_id in _counted(deed.connection, kata.tahun, owner or 0):
            deed.silent = True
            return False
        if before is not None and terlihat is not None and texts_of(before) != texts_of(terlihat):
            raise StaleError(
                f"Penjelasan ini sudah diubah oleh {before.sumber.oleh} pada {before.sumber.pada}. "
                "Tulisan Anda belum disimpan: bandingkan dahulu keduanya, lalu simpan lagi."
            )
        penjelasan.add_penjelasan(deed, words.values())
    return True


def texts_of(kata: Penjelasan | None) -> dict[str, str]:
    """The words by their field; {} where there is no explanation."""
    return {medan: getattr(kata, medan) for medan in KATA} if kata else {}


def _counted(connection: Connection, tahun: int, seksi_id: int) -> dict[int, Penjelasan]:
    """The explanations that count as delivered by a section."""
    versi = kiriman.load_kiriman(connection, tahun, seksi_id)
    return dict(gather(load_isian(connection, tahun), seksi_id, versi[-1] if versi else None).penjelasan)
