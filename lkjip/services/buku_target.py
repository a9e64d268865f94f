"""The ledger of an indicator's targets, and revising one target with its document and reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.buku_target import RevisiTarget, Ukuran, ledger
from lkjip.domain.dokumen import Dokumen, JenisDokumen
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.koreksi import same
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.periode import by_year
from lkjip.domain.renstra import renstra_id, targets_in_force
from lkjip.errors import RefusedError, StaleError
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.evaluation import load_from
from lkjip.services.isian import read_isian, read_text, write_nilai
from lkjip.store import Store, dokumen, perencanaan

_JENIS = {JenisTarget.PK: JenisDokumen.PK_PERUBAHAN, JenisTarget.RENSTRA: JenisDokumen.RENSTRA}


@dataclass(frozen=True, slots=True)
class Revisi:
    """What a revision form holds; `terlihat` is the target the form showed."""

    tahun: int
    jenis: JenisTarget
    baru: str
    nomor: str
    tanggal: date | None
    alasan: str
    terlihat: str


def entries(store: Store, actor: Actor, indikator_id: int) -> tuple[RevisiTarget, ...]:
    """Every entry of the ledger of one indicator, newest first."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        data = load_from(connection)
        indikator = next((satu for satu in data.indikator if satu.id == indikator_id), None)
        if indikator is None:
            return ()
        history = perencanaan.target_history(connection, indikator_id)
        papers = {satu.id: satu for satu in dokumen.load_dokumen(connection)}
    reached = by_year(data.realisasi, indikator_id, indikator.agregasi)
    aturan = load_aturan()
    return ledger(
        indikator, history, papers, reached, Ukuran(aturan.rumus, data.pengaturan, aturan.istilah.urutan_label)
    )


def revise(store: Store, actor: Actor, indikator_id: int, revisi: Revisi, *, kartu: str = "") -> None:
    """Append a revised target with its document; the old one stays in the ledger."""
    nilai = read_isian(revisi.baru, f"Target {revisi.tahun}")
    alasan, nomor = read_text(revisi.alasan, "Alasan perubahan"), read_text(revisi.nomor, "Nomor dokumen")
    if nilai.status is StatusNilai.KOSONG:
        raise RefusedError("Target baru belum diisi. Tulis nilainya, misalnya 87,5.")
    place = f"indikator {indikator_id}, {revisi.tahun}"
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "ubah target", place, kartu=kartu) as deed:
        if perencanaan.find_indikator(deed.connection, indikator_id) is None:
            raise RefusedError("Indikator ini sudah tidak ada. Muat ulang halaman.")
        data = load_from(deed.connection)
        stored = targets_in_force(data.rencana, perencanaan.load_target(deed.connection))
        place_of = (indikator_id, revisi.tahun, revisi.jenis)
        old = next((satu for satu in stored if (satu.indikator_id, satu.tahun, satu.jenis) == place_of), None)
        if write_nilai(old.nilai if old else None) != revisi.terlihat:
            raise StaleError(
                f"Target ini kini '{write_nilai(old.nilai if old else None)}'. Perubahan Anda belum disimpan: "
                "lihat nilai terbaru, lalu simpan lagi."
            )
        if old is not None and same(old.nilai, nilai):
            raise RefusedError(f"Target sudah '{write_nilai(old.nilai)}'; tidak ada yang diubah.")
        paper = Dokumen(0, _JENIS[revisi.jenis], revisi.tahun, nomor, revisi.tanggal, "Perubahan target")
        key = dokumen.add_dokumen(deed, paper)
        renstra = renstra_id(data.rencana, revisi.jenis, revisi.tahun)
        target = Target(indikator_id, revisi.tahun, revisi.jenis, nilai, renstra=renstra, dokumen=key, alasan=alasan)
        perencanaan.add_target(deed, [target])
        deed.sebelum = write_nilai(old.nilai if old else None)
        deed.sesudah = {"target": write_nilai(nilai), "dokumen": nomor, "alasan": alasan}
