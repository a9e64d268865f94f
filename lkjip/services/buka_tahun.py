"""Opening a report year (SOP step 1): gates, disposisi, and what is carried over from the year before."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.gerbang import Gerbang, all_met, gates
from lkjip.domain.gulir import Gulir, roll_forward
from lkjip.domain.renstra import TahunLaporan
from lkjip.domain.tahun import Disposisi, TindakLanjut
from lkjip.domain.tanggal import write_date
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.evaluation import load_from
from lkjip.services.isian import read_text
from lkjip.store import Deed, Store, dokumen, kantor, penjelasan, renstra
from lkjip.store import tahun as records

LONGEST_ISI = 1_500


@dataclass(frozen=True, slots=True)
class KeadaanTahun:
    """Where a year stands: its gates, when it was opened ("" not yet), the disposisi in force, promises to answer."""

    tahun: int
    gerbang: tuple[Gerbang, ...]
    dibuka: str
    dibuka_oleh: str
    disposisi: tuple[Disposisi, ...]
    tindak_lanjut: tuple[TindakLanjut, ...]

    @property
    def siap_dibuka(self) -> bool:
        """All gates are met."""
        return all_met(self.gerbang)


def state(store: Store, actor: Actor, tahun: int) -> KeadaanTahun:
    """Where the year stands."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        run = _run(connection, tahun)
        return KeadaanTahun(
            tahun,
            gates(load_from(connection), dokumen.load_dokumen(connection), tahun),
            run.dibuka,
            run.dibuka_oleh,
            records.disposisi_history(connection, tahun),
            records.load_tindak_lanjut(connection, tahun),
        )


def open_year(store: Store, actor: Actor, isian: Disposisi, *, kartu: str = "") -> int:
    """Record the disposisi and open the year; refused while a gate is closed. Returns the id of the disposisi.

    A year already open gets a newer disposisi: the older one stays on record.
    """
    satu = _checked(isian)
    with rights.deed(store, actor, Aksi.BUKA_TAHUN, "buka tahun laporan", str(satu.tahun), kartu=kartu) as deed:
        open_gates = gates(load_from(deed.connection), dokumen.load_dokumen(deed.connection), satu.tahun)
        if not all_met(open_gates):
            raise RefusedError(" ".join(gate.kalimat for gate in open_gates if not gate.terpenuhi))
        run = _run(deed.connection, satu.tahun)
        if not run.dibuka:
            renstra.set_tahun(deed, run, dibuka=True)
            _make_active(deed, satu.tahun)
        key = records.add_disposisi(deed, satu)
        deed.sesudah = {name: str(value) for name, value in asdict(satu).items() if name not in ("id", "oleh", "pada")}
        return key


def preview_roll(store: Store, actor: Actor, tahun: int) -> Gulir:
    """What stays, what changed and which promises would be carried when `tahun` follows the year before."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return _gulir(connection, tahun)


def roll(store: Store, actor: Actor, tahun: int, *, kartu: str = "") -> int:
    """Carry the open promises of the year before into `tahun` and make it the year in work; returns how many."""
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "gulirkan tahun", str(tahun), kartu=kartu) as deed:
        gulir = _gulir(deed.connection, tahun)
        records.add_tindak_lanjut(deed, gulir.janji)
        before = _make_active(deed, tahun)
        if not gulir.janji and before == tahun:
            deed.silent = True
        deed.sebelum = {"tahun aktif": before}
        deed.sesudah = {"tahun aktif": tahun, "tindak lanjut": [satu.uraian for satu in gulir.janji]}
        return len(gulir.janji)


def settle(store: Store, actor: Actor, satu: TindakLanjut, *, selesai: bool, keterangan: str) -> None:
    """Say that a promise is kept (or open again), with a remark, over the version seen."""
    keterangan = read_text(keterangan, "Keterangan") if selesai else " ".join(keterangan.split())
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "catat tindak lanjut", satu.uraian) as deed:
        deed.sebelum = {"selesai": satu.selesai, "keterangan": satu.keterangan}
        deed.sesudah = {"selesai": selesai, "keterangan": keterangan}
        records.change_tindak_lanjut(deed, satu.id, satu.versi, {"selesai": selesai, "keterangan": keterangan})


def _run(connection: Connection, tahun: int) -> TahunLaporan:
    known = renstra.load_rencana(connection).tahun
    return next((satu for satu in known if satu.tahun == tahun), TahunLaporan(tahun))


def _gulir(connection: Connection, tahun: int) -> Gulir:
    return roll_forward(
        load_from(connection),
        tahun,
        penjelasan.load_penjelasan(connection, tahun - 1),
        records.load_tindak_lanjut(connection, tahun - 1),
        records.load_tindak_lanjut(connection, tahun),
    )


def _make_active(deed: Deed, tahun: int) -> int:
    """The year in work of the office; returns the one before."""
    office = kantor.load_kantor(deed.connection)
    if office is None:
        raise RefusedError("Belum ada kantor. Mulai dari halaman Beranda.")
    if office.tahun_aktif != tahun:
        kantor.change_kantor(deed, replace(office, tahun_aktif=tahun))
    return office.tahun_aktif


def _checked(isian: Disposisi) -> Disposisi:
    isi = isian.isi.strip()
    if not isi:
        raise RefusedError("Isi disposisi belum ditulis. Tulis perintahnya, lalu simpan lagi.")
    if len(isi) > LONGEST_ISI:
        raise RefusedError(f"Isi disposisi terlalu panjang ({len(isi)} huruf, paling banyak {LONGEST_ISI}).")
    if isian.tenggat < isian.tanggal:
        raise RefusedError(
            f"Tenggat {write_date(isian.tenggat)} lebih awal daripada tanggal disposisi {write_date(isian.tanggal)}."
        )
    return replace(
        isian,
        nomor=read_text(isian.nomor, "Nomor disposisi"),
        dari=read_text(isian.dari, "Dari"),
        kepada=read_text(isian.kepada, "Kepada"),
        isi=isi,
    )


def default_due(tahun: int, today: date) -> date:
    """The end of February after the report year, the kecamatan's own deadline; once that is over, in 30 days.

    A proposal, to be changed in the form.
    """
    last = date(tahun + 1, 2, 28)
    return last if today <= last else today + timedelta(days=30)
