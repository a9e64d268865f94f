"""The document that sets what is imported: PK murni, PK perubahan, DPA, DPPA, with number, date and reason."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip.domain.dokumen import NAMA_DOKUMEN, Dokumen, JenisDokumen, Tahap
from lkjip.domain.showing import join_words
from lkjip.services.rencana_pilihan import Golongan, JenisRencana, PerubahanRencana, PilihanRencana
from lkjip.store import Deed
from lkjip.store import dokumen as records

_KIND = {
    (JenisRencana.PK, Tahap.MURNI): JenisDokumen.PK_MURNI,
    (JenisRencana.PK, Tahap.PERUBAHAN): JenisDokumen.PK_PERUBAHAN,
    (JenisRencana.PROGRAM, Tahap.MURNI): JenisDokumen.DPA,
    (JenisRencana.PROGRAM, Tahap.PERUBAHAN): JenisDokumen.DPPA,
}


def document_of(pilihan: PilihanRencana) -> Dokumen | None:
    """The document the user describes; None where nothing was written (a DPA may stay without)."""
    nomor = " ".join(pilihan.nomor.split())
    if pilihan.jenis is JenisRencana.RENSTRA or not nomor:
        return None
    kind = _KIND[pilihan.jenis, pilihan.tahap]
    return Dokumen(0, kind, pilihan.tahun, nomor, pilihan.tanggal, " ".join(pilihan.alasan.split()))


def known_document(documents: Iterable[Dokumen], new: Dokumen | None) -> int:
    """The id of this document where it is on record already, else 0."""
    same = (
        satu.id
        for satu in documents
        if new is not None
        and (satu.jenis, satu.tahun, satu.nomor, satu.tanggal) == (new.jenis, new.tahun, new.nomor, new.tanggal)
    )
    return next(same, 0)


def missing(pilihan: PilihanRencana) -> str:
    """What a PK must say and does not yet; "" where nothing is missing."""
    if pilihan.jenis is not JenisRencana.PK:
        return ""
    wanted = [("nomor", pilihan.nomor.strip()), ("tanggal", pilihan.tanggal)]
    if pilihan.tahap is Tahap.PERUBAHAN:
        wanted.append(("alasan perubahan", pilihan.alasan.strip()))
    lacking = [name for name, value in wanted if not value]
    kind = NAMA_DOKUMEN[_KIND[pilihan.jenis, pilihan.tahap]]
    return f"Isi {join_words(lacking)} {kind}." if lacking else ""


def change_of(new: Dokumen | None, known: int) -> tuple[PerubahanRencana, ...]:
    """The document as a line of the preview, where it is not on record yet."""
    if new is None or known:
        return ()
    date = f" tanggal {new.tanggal:%d-%m-%Y}" if new.tanggal else ""
    return (
        PerubahanRencana(Golongan.BARU, NAMA_DOKUMEN[new.jenis], "Dokumen", new.tahun, "", f"{new.nomor}{date}"),
    )  # fmt: skip


def store_document(deed: Deed, new: Dokumen | None, known: int) -> int | None:
    """The id of the document, put on record where it is not yet."""
    if new is None:
        return None
    return known or records.add_dokumen(deed, new)
