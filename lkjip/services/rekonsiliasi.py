"""Reconciliation of Renstra, PK and budget: what differs this year, and settling it with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.dokumen import Dokumen, JenisDokumen
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.rekonsiliasi import Beda, JenisBeda, Putusan, differences, section_spending
from lkjip.domain.renstra import targets_for
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.evaluation import load_from
from lkjip.services.isian import read_text, write_nilai
from lkjip.store import Deed, Store, dokumen, penjelasan, perencanaan
from lkjip.store import rekonsiliasi as records


class Keputusan(StrEnum):
    """How a difference is settled."""

    DITERIMA = "diterima"  # it is meant so; the reason says why
    SAMAKAN = "PK disamakan dengan Renstra"  # targets only: a PK target with the Renstra's value is appended
    DIBUKA = "dibuka lagi"


@dataclass(frozen=True, slots=True)
class BarisRekonsiliasi:
    """One difference with the decision in force (None: open)."""

    beda: Beda
    putusan: Putusan | None

    @property
    def terbuka(self) -> bool:
        """Nobody has settled it yet."""
        return self.putusan is None or self.putusan.keputusan == Keputusan.DIBUKA


def overview(store: Store, actor: Actor, tahun: int) -> tuple[BarisRekonsiliasi, ...]:
    """All differences of a year, open ones first."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return _lines(connection, tahun)


def _lines(connection: Connection, tahun: int) -> tuple[BarisRekonsiliasi, ...]:
    decided = records.load_putusan(connection, tahun)
    data = load_from(connection)
    found = (*differences(data, tahun), *section_spending(data, penjelasan.load_serapan(connection, tahun), tahun))
    lines = [BarisRekonsiliasi(beda, decided.get(beda.kunci)) for beda in found]
    return tuple(sorted(lines, key=lambda satu: not satu.terbuka))


@dataclass(frozen=True, slots=True)
class Dasar:
    """What a decision rests on: the reason, and the document where a target is changed."""

    alasan: str
    nomor: str = ""
    tanggal: date | None = None


def settle(
    store: Store, actor: Actor, tahun: int, kunci: str, *, keputusan: Keputusan, dasar: Dasar, kartu: str = ""
) -> None:
    """Settle one difference as it stands now; refused where it has changed or is gone."""
    dasar = replace(dasar, alasan=read_text(dasar.alasan, "Alasan"))
    with rights.deed(
        store, actor, Aksi.UBAH_RENCANA, "rekonsiliasi", f"{tahun}: {keputusan.value}", kartu=kartu
    ) as deed:
        line = next((satu for satu in _lines(deed.connection, tahun) if satu.beda.kunci == kunci), None)
        if line is None:
            raise RefusedError("Perbedaan ini sudah tidak ada atau isinya sudah lain. Muat ulang halaman.")
        deed.sebelum = {"apa": line.beda.apa, "renstra": line.beda.renstra, "pk": line.beda.pk,
                        "anggaran": line.beda.anggaran}  # fmt: skip
        if keputusan is Keputusan.SAMAKAN:
            _adopt(deed, tahun, line.beda, dasar)
        elif keputusan is Keputusan.DIBUKA and line.terbuka:
            raise RefusedError("Perbedaan ini masih terbuka.")
        records.add_putusan(deed, Putusan(tahun, kunci, keputusan.value, dasar.alasan))
        deed.sesudah = {"keputusan": keputusan.value, "alasan": dasar.alasan}


def _adopt(deed: Deed, tahun: int, beda: Beda, dasar: Dasar) -> None:
    """Append a PK target with the Renstra's value, under its document."""
    if beda.jenis not in (JenisBeda.TARGET, JenisBeda.HANYA_RENSTRA) or beda.indikator_id is None:
        raise RefusedError("Hanya target yang dapat disamakan di sini. Perbaiki yang lain di Indikator dan target.")
    nomor = read_text(dasar.nomor, "Nomor dokumen PK")
    data = load_from(deed.connection)
    mine = [
        satu
        for satu in targets_for(data.rencana, data.target, tahun)
        if satu.indikator_id == beda.indikator_id and satu.tahun == tahun and satu.jenis is JenisTarget.RENSTRA
    ]
    if not mine:
        raise RefusedError(f"Target Renstra {tahun} indikator ini tidak ada lagi. Muat ulang halaman.")
    paper = Dokumen(0, JenisDokumen.PK_PERUBAHAN, tahun, nomor, dasar.tanggal, "Rekonsiliasi dengan Renstra")
    key = dokumen.add_dokumen(deed, paper)
    target = Target(beda.indikator_id, tahun, JenisTarget.PK, mine[0].nilai, dokumen=key, alasan=dasar.alasan)
    perencanaan.add_target(deed, [target])
    deed.sesudah = {"target PK": write_nilai(mine[0].nilai)}
