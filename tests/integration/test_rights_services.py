"""The table of rights once more, through every service: a function that is not in this table fails the test."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from sqlalchemy import RowMapping, select, text

from lkjip import services
from lkjip.config import Config
from lkjip.domain.access import Actor, Aksi, Peran, may
from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.indikator import Agregasi, JenisTarget
from lkjip.domain.kantor import Kantor, Pengaturan, Seksi
from lkjip.domain.koreksi import ObjekKoreksi
from lkjip.domain.numbers import kosong
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.pengumpulan import Penjelasan, Peristiwa
from lkjip.domain.renstra import Renstra
from lkjip.domain.tahun import Disposisi, TindakLanjut
from lkjip.errors import ForbiddenError, RefusedError
from lkjip.services import (
    accounts,
    audit_log,
    batch,
    buka_tahun,
    buku_target,
    contoh,
    distribusi,
    downloads,
    evaluation,
    first_start,
    format_seksi,
    impor_rencana,
    importing,
    isian_kinerja,
    kantor,
    kiriman,
    koreksi,
    papan,
    penjelasan,
    perencanaan,
    periksa,
    perintah_rencana,
    pohon_program,
    posisi,
    rekonsiliasi,
    renstra,
    seksi,
    sisa_isian,
    tabel_target,
    tujuan,
    users,
)
from lkjip.services.actor import OPERATOR
from lkjip.services.buku_target import Revisi
from lkjip.services.kiriman import SeksiTahun
from lkjip.services.koreksi import DapatDikoreksi
from lkjip.services.letak_baris import IsianBaris
from lkjip.services.posisi import IsianPosisi
from lkjip.services.rekonsiliasi import Dasar, Keputusan
from lkjip.services.rencana_pilihan import JenisRencana, PilihanRencana
from lkjip.store import Store, tables_akun
from lkjip.store import kartu as forms
from lkjip.store.metadata import metadata
from tests.integration.conftest import ADMIN, ANALIS, CAMAT, SEKRETARIS, SEKSI
from tests.makers import ready
from tests.makers.akun import KANTOR, SANDI, Warga, found_office, logged_in
from tests.makers.hak import KOLOM, allowed

CSV = b"""Sasaran Strategis;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025
Meningkatnya pelayanan;Indeks Kepuasan Masyarakat;nilai;85;87,5
"""
MATRIKS = CSV.replace(b";Realisasi 2025", b"").replace(b";87,5", b"")
RENCANA = PilihanRencana(JenisRencana.RENSTRA, 2025, renstra_baru=Renstra(0, "Renstra 2025-2029", 2025, 2029))
MILIK = CSV.replace(b"87,5", b"88,5")
LAMA = (
    999  # a version nobody has seen: an allowed change stops at it, so that the calls do not change each other's world
)
SIAPA_PUN = Actor("Pengunjung", Peran.ANONIM)


@dataclass(slots=True)
class Dunia:
    """An office with a plan, an import of the analyst, one of each section, and its people."""

    store: Store
    warga: Warga
    sasaran: int = 0
    indikator: int = 0
    impor: dict[str, int] = field(default_factory=dict)

    def actor(self, peran: Peran) -> Actor:
        return {Peran.ANONIM: SIAPA_PUN, Peran.PERINTAH: OPERATOR}.get(peran) or self.warga.of(peran).actor


@cache
def _reading(content: bytes, nama: str) -> importing.Reading:
    return importing.read(nama, content, tahun=2025)


def _send(store: Store, actor: Actor, content: bytes, nama: str) -> None:
    importing.save(store, actor, _reading(content, nama), content, tahun=2025)


def with_sections_imports(store: Store) -> None:
    """The analyst's import, then one of each section, to which the indicator was handed."""
    found_office(store)
    with logged_in(store) as warga:
        _send(store, warga.analis.actor, CSV, "kantor.csv")
        (satu,) = perencanaan.list_indikator(store, warga.analis.actor)
        versi, lain = satu.versi, CSV.replace(b"87,5", b"86")
        for nama, orang, isi in (("lain", warga.seksi_lain, lain), ("sendiri", warga.seksi, MILIK)):
            versi = perencanaan.edit_indikator(
                store, warga.analis.actor, satu.id, versi, teks=satu.teks, satuan=satu.satuan, rumus="naik",
                agregasi=Agregasi.TERAKHIR, seksi=orang.actor.seksi,
            )  # fmt: skip
            _send(store, orang.actor, isi, f"{nama}.csv")


FILLINGS = {"dunia": with_sections_imports}


@pytest.fixture
def dunia(store: Store, warga: Warga) -> Dunia:
    (satu,) = perencanaan.list_indikator(store, warga.analis.actor)
    kept = {row.berkas.removesuffix(".csv"): row.id for row in importing.history(store, warga.analis.actor)}
    assert set(kept) == {"kantor", "lain", "sendiri"}
    return Dunia(store, warga, satu.sasaran_id, satu.id, kept)


def _own(dunia: Dunia) -> int:
    return dunia.warga.seksi.actor.seksi or 0


@dataclass(frozen=True, slots=True)
class Pintu:
    """One call of a service: which right it needs, whether the thing asked for is the own section's."""

    aksi: Aksi
    call: Callable[[Dunia, Actor], object]
    own: bool = False


def _other(dunia: Dunia) -> int:
    return dunia.warga.seksi_lain.actor.seksi or 0


U, L, R, C = Aksi.UNGGAH, Aksi.LIHAT_UNGGAHAN, Aksi.UBAH_RENCANA, Aksi.LIHAT_CAPAIAN
K, P, J, M = Aksi.ATUR_KANTOR, Aksi.KELOLA_PENGGUNA, Aksi.LIHAT_AUDIT, Aksi.MULAI
A, F = Aksi.AMBIL_FORMAT, Aksi.FORMAT
PK = JenisTarget.PK
HARI = date(2026, 1, 5)
DISPOSISI = Disposisi(0, 2025, "1", HARI, "Susun", HARI, "Sekretaris", "Kasubag")
TIDAK_ADA = DapatDikoreksi(ObjekKoreksi.REALISASI, "987654|2025|", "Realisasi", 2025, kosong(), kosong())
BARIS = BarisPagu(2025, Tahap.MURNI, 1, "7.01.01", "Program", TingkatAnggaran.PROGRAM, kosong())
BARU = "bubur ayam jam tujuh"

PINTU: dict[str, Pintu] = {
    "accounts.change_password": Pintu(
        Aksi.SANDI, lambda d, a: accounts.change_password(d.store, a, f"{SANDI}?", BARU, BARU)
    ),
    "audit_log.rows": Pintu(J, lambda d, a: audit_log.rows(d.store, a, audit_log.Saringan())),
    "audit_log.choices": Pintu(J, lambda d, a: audit_log.choices(d.store, a)),
    "audit_log.broken": Pintu(J, lambda d, a: audit_log.broken(d.store, a)),
    "audit_log.export": Pintu(J, lambda d, a: audit_log.export(d.store, a, audit_log.Saringan())),
    "batch.import_file": Pintu(
        U, lambda d, a: batch.import_file(d.store, a, "kinerja.csv", CSV, batch.Perintah(2025)), own=True
    ),
    "batch.evaluate_year": Pintu(C, lambda d, a: batch.evaluate_year(d.store, a, 2031)),
    "buka_tahun.state": Pintu(C, lambda d, a: buka_tahun.state(d.store, a, 2025)),
    "buka_tahun.open_year": Pintu(Aksi.BUKA_TAHUN, lambda d, a: buka_tahun.open_year(d.store, a, DISPOSISI)),
    "buka_tahun.preview_roll": Pintu(C, lambda d, a: buka_tahun.preview_roll(d.store, a, 2026)),
    "buka_tahun.roll": Pintu(R, lambda d, a: buka_tahun.roll(d.store, a, 2025)),
    "buka_tahun.settle": Pintu(
        R,
        lambda d, a: buka_tahun.settle(d.store, a, TindakLanjut(987654, 2025, 2024, "x"), selesai=True, keterangan="y"),
    ),
    "buku_target.entries": Pintu(C, lambda d, a: buku_target.entries(d.store, a, d.indikator)),
    "buku_target.revise": Pintu(
        R, lambda d, a: buku_target.revise(d.store, a, d.indikator, Revisi(2025, PK, "9", "1", None, "x", "lain"))
    ),
    "contoh.load_demo": Pintu(M, lambda d, a: contoh.load_demo(d.store, a)),
    "downloads.document": Pintu(Aksi.EKSPOR_DRAF, lambda d, a: downloads.document(d.store, a, 2025, "xlsx")),
    "downloads.disposisi": Pintu(C, lambda d, a: downloads.disposisi(d.store, a, 2025, 987654)),
    "downloads.section_format": Pintu(A, lambda d, a: downloads.section_format(d.store, a, 987654), own=True),
    "downloads.all_formats": Pintu(A, lambda d, a: downloads.all_formats(d.store, a, 2025)),
    "distribusi.overview": Pintu(A, lambda d, a: distribusi.overview(d.store, a, 2025), own=True),
    "distribusi.texts": Pintu(F, lambda d, a: distribusi.texts(d.store, a, 2025, HARI)),
    "distribusi.hand_over": Pintu(
        F, lambda d, a: distribusi.hand_over(d.store, a, 2025, [], cara="Surat", tanggal=HARI, tenggat=HARI)
    ),
    "distribusi.record": Pintu(
        A, lambda d, a: distribusi.record(d.store, a, 2025, _own(d), Peristiwa.DITERIMA, tanggal=HARI), own=True
    ),
    "distribusi.record (pengingat)": Pintu(
        F, lambda d, a: distribusi.record(d.store, a, 2025, _own(d), Peristiwa.DIINGATKAN, tanggal=HARI)
    ),
    "downloads.original": Pintu(L, lambda d, a: downloads.original(d.store, a, d.impor["kantor"])),
    "downloads.original (seksi sendiri)": Pintu(
        L, lambda d, a: downloads.original(d.store, a, d.impor["sendiri"]), own=True
    ),
    "downloads.original (seksi lain)": Pintu(L, lambda d, a: downloads.original(d.store, a, d.impor["lain"])),
    "downloads.original (tidak ada)": Pintu(L, lambda d, a: downloads.original(d.store, a, 987654), own=True),
    "downloads.marked": Pintu(U, lambda d, a: downloads.marked(d.store, a, "tidak ada"), own=True),
    "downloads.marked_version": Pintu(L, lambda d, a: downloads.marked_version(d.store, a, 987654), own=True),
    "evaluation.load": Pintu(C, lambda d, a: evaluation.load(d.store, a)),
    "evaluation.evaluate": Pintu(C, lambda d, a: evaluation.evaluate(d.store, a, 2025)),
    "first_start.end_demo": Pintu(M, lambda d, a: first_start.end_demo(d.store, a)),
    "format_seksi.prefill": Pintu(A, lambda d, a: format_seksi.prefill(d.store, a, 2025, _own(d)), own=True),
    "format_seksi.overview": Pintu(A, lambda d, a: format_seksi.overview(d.store, a, 2025)),
    "format_seksi.make": Pintu(F, lambda d, a: format_seksi.make(d.store, a, 2025, [])),
    "format_seksi.workbook": Pintu(A, lambda d, a: format_seksi.workbook(d.store, a, 987654), own=True),
    "format_seksi.zip_all": Pintu(A, lambda d, a: format_seksi.zip_all(d.store, a, 2025)),
    "format_seksi.set_program": Pintu(F, lambda d, a: format_seksi.set_program(d.store, a, 987654, [])),
    "format_seksi.code_choices": Pintu(F, lambda d, a: format_seksi.code_choices(d.store, a, 2025)),
    "importing.remembered_answers": Pintu(U, lambda d, a: importing.remembered_answers(d.store, a), own=True),
    "importing.preview": Pintu(
        U, lambda d, a: importing.preview(d.store, a, _reading(CSV, "kinerja.csv"), 2025), own=True
    ),
    "importing.save": Pintu(U, lambda d, a: _send(d.store, a, CSV, "kinerja.csv"), own=True),
    "importing.history": Pintu(L, lambda d, a: importing.history(d.store, a), own=True),
    "isian_kinerja.set_target": Pintu(
        R, lambda d, a: isian_kinerja.set_target(d.store, a, d.indikator, 2025, "9", jenis=PK, terlihat="lain")
    ),
    "isian_kinerja.set_realisasi": Pintu(
        R, lambda d, a: isian_kinerja.set_realisasi(d.store, a, d.indikator, 2025, "9", terlihat="lain")
    ),
    "isian_kinerja.target_history": Pintu(C, lambda d, a: isian_kinerja.target_history(d.store, a, d.indikator)),
    "kantor.start_office": Pintu(M, lambda d, a: kantor.start_office(d.store, a, KANTOR)),
    "kantor.change_office": Pintu(K, lambda d, a: kantor.change_office(d.store, a, Kantor("A", "B", versi=LAMA))),
    "kantor.set_pengaturan": Pintu(
        Aksi.ATUR_ATURAN, lambda d, a: kantor.set_pengaturan(d.store, a, Pengaturan(), LAMA)
    ),
    "koreksi.values_of_indicator": Pintu(C, lambda d, a: koreksi.values_of_indicator(d.store, a, d.indikator, 2025)),
    "koreksi.values_of_budget": Pintu(C, lambda d, a: koreksi.values_of_budget(d.store, a, 2025)),
    "koreksi.declare": Pintu(R, lambda d, a: koreksi.declare(d.store, a, TIDAK_ADA, "9", alasan="x")),
    "koreksi.withdraw": Pintu(R, lambda d, a: koreksi.withdraw(d.store, a, 987654, "x")),
    "koreksi.register": Pintu(C, lambda d, a: koreksi.register(d.store, a, 2025)),
    "kiriman.preview": Pintu(
        U, lambda d, a: kiriman.preview(d.store, a, _reading(CSV, "kinerja.csv"), SeksiTahun(_own(d), 2025)), own=True
    ),
    "kiriman.preview (seksi lain)": Pintu(
        U, lambda d, a: kiriman.preview(d.store, a, _reading(CSV, "kinerja.csv"), SeksiTahun(_other(d), 2025))
    ),
    "kiriman.save": Pintu(
        U,
        lambda d, a: kiriman.save(d.store, a, _reading(CSV, "kinerja.csv"), CSV, untuk=SeksiTahun(_own(d), 2025)),
        own=True,
    ),
    "kiriman.history": Pintu(L, lambda d, a: kiriman.history(d.store, a, 2025, _own(d)), own=True),
    "kiriman.history (seksi lain)": Pintu(L, lambda d, a: kiriman.history(d.store, a, 2025, _other(d))),
    "kiriman.changes": Pintu(L, lambda d, a: kiriman.changes(d.store, a, 987654, 987655), own=True),
    "kiriman.accept": Pintu(Aksi.NILAI_KIRIMAN, lambda d, a: kiriman.accept(d.store, a, 987654, None)),
    "kiriman.return_with_reason": Pintu(
        Aksi.NILAI_KIRIMAN, lambda d, a: kiriman.return_with_reason(d.store, a, 987654, None, "salah")
    ),
    "papan.board": Pintu(C, lambda d, a: papan.board(d.store, a, 2025)),
    "impor_rencana.preview": Pintu(
        R, lambda d, a: impor_rencana.preview(d.store, a, _reading(MATRIKS, "matriks.csv"), RENCANA)
    ),
    "impor_rencana.apply": Pintu(
        R, lambda d, a: impor_rencana.apply(d.store, a, _reading(MATRIKS, "matriks.csv"), MATRIKS, RENCANA)
    ),
    "perintah_rencana.import_plan": Pintu(
        R,
        lambda d, a: perintah_rencana.import_plan(
            d.store, a, "matriks.csv", MATRIKS, perintah_rencana.PerintahRencana(RENCANA)
        ),
    ),
    "renstra.load": Pintu(C, lambda d, a: renstra.load(d.store, a)),
    "renstra.add": Pintu(R, lambda d, a: renstra.add(d.store, a, Renstra(0, "Renstra 2025-2029", 2025, 2029))),
    "renstra.change": Pintu(R, lambda d, a: renstra.change(d.store, a, Renstra(987654, "Renstra", 2025, 2029))),
    "renstra.remove": Pintu(R, lambda d, a: renstra.remove(d.store, a, 987654, LAMA)),
    "renstra.choose": Pintu(R, lambda d, a: renstra.choose(d.store, a, 2025, 987654, 0)),
    "perencanaan.list_sasaran": Pintu(C, lambda d, a: perencanaan.list_sasaran(d.store, a)),
    "perencanaan.list_indikator": Pintu(C, lambda d, a: perencanaan.list_indikator(d.store, a)),
    "perencanaan.add_sasaran": Pintu(R, lambda d, a: perencanaan.add_sasaran(d.store, a, "Meningkatnya pelayanan")),
    "perencanaan.edit_sasaran": Pintu(R, lambda d, a: perencanaan.edit_sasaran(d.store, a, d.sasaran, LAMA, "Lain")),
    "perencanaan.set_program": Pintu(R, lambda d, a: perencanaan.set_program(d.store, a, d.sasaran, LAMA, ["7.01"])),
    "perencanaan.remove_sasaran": Pintu(R, lambda d, a: perencanaan.remove_sasaran(d.store, a, d.sasaran, LAMA)),
    "perencanaan.add_indikator": Pintu(
        R, lambda d, a: perencanaan.add_indikator(d.store, a, d.sasaran, "Indeks Kepuasan Masyarakat")
    ),
    "perencanaan.edit_indikator": Pintu(
        R,
        lambda d, a: perencanaan.edit_indikator(
            d.store, a, d.indikator, LAMA, teks="Lain", satuan="", rumus="naik", agregasi=Agregasi.TERAKHIR
        ),
    ),
    "perencanaan.remove_indikator": Pintu(R, lambda d, a: perencanaan.remove_indikator(d.store, a, d.indikator, LAMA)),
    "penjelasan.of_section": Pintu(
        Aksi.NARASI, lambda d, a: penjelasan.of_section(d.store, a, 2025, _own(d), ()), own=True
    ),
    "penjelasan.of_section (seksi lain)": Pintu(
        Aksi.NARASI, lambda d, a: penjelasan.of_section(d.store, a, 2025, _other(d), ())
    ),
    "penjelasan.explain": Pintu(
        Aksi.NARASI, lambda d, a: penjelasan.explain(d.store, a, Penjelasan(d.indikator, 2025, upaya=" ")), own=True
    ),
    "periksa.check": Pintu(Aksi.PERIKSA, lambda d, a: periksa.check(d.store, a)),
    "pohon_program.add": Pintu(
        R, lambda d, a: pohon_program.add(d.store, a, 2025, Tahap.MURNI, IsianBaris("7.01.01.2.02", "Keuangan", "1"))
    ),
    "pohon_program.change": Pintu(R, lambda d, a: pohon_program.change(d.store, a, BARIS, "Lain", "2")),
    "pohon_program.remove": Pintu(R, lambda d, a: pohon_program.remove(d.store, a, BARIS)),
    "posisi.save": Pintu(
        R, lambda d, a: posisi.save(d.store, a, 987654, d.indikator, IsianPosisi(), IsianPosisi("80", 2024, "90"))
    ),
    "rekonsiliasi.overview": Pintu(C, lambda d, a: rekonsiliasi.overview(d.store, a, 2025)),
    "rekonsiliasi.settle": Pintu(
        R,
        lambda d, a: rekonsiliasi.settle(
            d.store, a, 2025, "tidak ada", keputusan=Keputusan.DITERIMA, dasar=Dasar("sudah dibahas")
        ),
    ),
    "seksi.add_seksi": Pintu(K, lambda d, a: seksi.add_seksi(d.store, a, "Seksi Pelayanan")),
    "seksi.change_seksi": Pintu(K, lambda d, a: seksi.change_seksi(d.store, a, Seksi(1, "Seksi Lain", True, LAMA))),
    "tabel_target.load": Pintu(C, lambda d, a: tabel_target.load(d.store, a, d.indikator)),
    "tabel_target.save": Pintu(
        R, lambda d, a: tabel_target.save(d.store, a, d.indikator, {(2025, PK): tabel_target.Isian("lain", "9")})
    ),
    "tujuan.add": Pintu(R, lambda d, a: tujuan.add(d.store, a, 987654, "Meningkatnya pelayanan")),
    "tujuan.change": Pintu(R, lambda d, a: tujuan.change(d.store, a, 987654, LAMA, "Lain")),
    "tujuan.remove": Pintu(R, lambda d, a: tujuan.remove(d.store, a, 987654, LAMA)),
    "users.accounts": Pintu(P, lambda d, a: users.accounts(d.store, a)),
    "users.create": Pintu(P, lambda d, a: users.create(d.store, a, "siti", "Orang Lain", Peran.CAMAT)),
    "users.reset_password": Pintu(P, lambda d, a: users.reset_password(d.store, a, d.warga.camat.id, LAMA)),
    "users.change": Pintu(
        P, lambda d, a: users.change(d.store, a, d.warga.camat.id, LAMA, nama="Lain", peran=Peran.ADMIN)
    ),
    "users.lock": Pintu(P, lambda d, a: users.lock(d.store, a, d.warga.camat.id, LAMA)),
    "users.unlock": Pintu(P, lambda d, a: users.unlock(d.store, a, 987654, LAMA)),
    "users.end_sessions": Pintu(P, lambda d, a: users.end_sessions(d.store, a, 987654)),
}

# Functions that take an actor and stand outside the table, each with its reason and its own test.
LAIN = {
    "rights.deed": "pintunya sendiri",
    "rights.reading": "pintunya sendiri",
    "rights.record_refusal": "pintunya sendiri",
    "batch.open_office": "bertanya hanya bila belum ada kantor",
    "first_start.switch_role": "hanya di kantor contoh",
    "sisa_isian.waiting": "hanya tulisan sendiri",
    "sisa_isian.let_go": "hanya tulisan sendiri",
}

# Functions that read the store for whoever asks: what they tell is no secret, or they are what identifies people.
TANPA_PELAKU = {
    "accounts.any_account", "accounts.by_name", "accounts.log_in", "accounts.log_out", "accounts.who",
    "evaluation.data_version", "evaluation.years", "first_start.begin_demo", "first_start.begin_office",
    "first_start.state", "kantor.current", "kantor.pengaturan", "seksi.list_seksi", "sisa_isian.keep",
}  # fmt: skip


def _public() -> dict[str, list[str]]:
    """Every public function of the services that takes the store, with the names of its parameters."""
    found = {}
    for module in pkgutil.iter_modules(services.__path__):
        room = importlib.import_module(f"lkjip.services.{module.name}")
        for name, thing in vars(room).items():
            function = inspect.unwrap(thing) if callable(thing) else thing
            if inspect.isfunction(function) and function.__module__ == room.__name__ and not name.startswith("_"):
                parameters = list(inspect.signature(function).parameters)
                if "store" in parameters:
                    found[f"{module.name}.{name}"] = parameters
    return found


def test_setiap_layanan_ada_dalam_tabel_ini() -> None:
    with_actor = {name for name, parameters in _public().items() if "actor" in parameters}
    in_table = {name.partition(" (")[0] for name in PINTU}
    assert with_actor - in_table - set(LAIN) == set(), "layanan baru: tambahkan ke PINTU dengan haknya"
    assert (in_table | set(LAIN)) - with_actor == set(), "layanan ini tidak ada lagi"
    assert set(_public()) - with_actor == TANPA_PELAKU, "layanan tanpa pelaku: mintakan pelakunya, atau jelaskan"


Isi = dict[str, list[tuple[object, ...]]]


def _contents(store: Store) -> Isi:
    """Every row of every table but the audit trail, which only grows."""
    with store.read() as connection:
        names = [table.name for table in metadata.sorted_tables if table.name != "jejak_audit"]
        rows = {name: connection.execute(text(f"SELECT * FROM {name}")) for name in names}
        return {name: sorted(map(tuple, found), key=repr) for name, found in rows.items()}


def _audit_after(store: Store, last: int) -> list[RowMapping]:
    """The rows of the audit trail that came after this one (its rows cannot be changed: the database refuses)."""
    query = text("SELECT * FROM jejak_audit WHERE id > :last ORDER BY id")
    with store.read() as connection:
        return list(connection.execute(query, {"last": last}).mappings())


def _call(pintu: Pintu, dunia: Dunia, actor: Actor) -> str:
    """ "boleh" (done, or stopped by something else than the right), or the sentence of the refusal."""
    try:
        pintu.call(dunia, actor)
    except ForbiddenError as error:
        return str(error)
    except RefusedError:
        return "boleh"
    return "boleh"


def _allowed(nama: str, peran: Peran) -> bool:
    pintu = PINTU[nama]
    return allowed(peran, pintu.aksi, own=pintu.own and peran is Peran.SEKSI)


def test_setiap_layanan_menolak_yang_tidak_berhak_dan_hanya_mencatat_penolakannya(dunia: Dunia) -> None:
    before = _contents(dunia.store)
    last = _audit_after(dunia.store, 0)[-1]["id"]
    for nama, pintu in PINTU.items():
        ditolak = [peran for peran in KOLOM if not _allowed(nama, peran)]
        for peran in ditolak:
            actor = dunia.actor(peran)
            answer = _call(pintu, dunia, actor)
            own = pintu.own and peran is Peran.SEKSI
            assert answer != "boleh", f"{nama} sebagai {peran}: tidak ditolak"
            assert answer == may(actor, pintu.aksi, actor.seksi if own else None).alasan, nama
            new = _audit_after(dunia.store, last)
            assert len(new) == 1, f"{nama} sebagai {peran}: {len(new)} baris jejak"
            assert f"ditolak: {answer}" in new[0].values()
            assert actor.tertulis in new[0].values()
            last = new[0]["id"]
        if ditolak:
            assert _contents(dunia.store) == before, f"{nama} ditolak bagi {ditolak} tetapi mengubah sesuatu"


def test_setiap_layanan_mengizinkan_yang_berhak(dunia: Dunia) -> None:
    for nama, pintu in PINTU.items():
        for peran in KOLOM:
            if _allowed(nama, peran):
                answer = _call(pintu, dunia, dunia.actor(peran))
                assert answer == "boleh", f"{nama} sebagai {peran}: {answer}"


def test_yang_diizinkan_tabel_memang_sampai_selesai(dunia: Dunia) -> None:
    """The calls above stop at old versions; here one deed of each right goes through."""
    store, warga = dunia.store, dunia.warga
    assert perencanaan.add_sasaran(store, warga.analis.actor, "Sasaran lain")
    assert seksi.add_seksi(store, warga.admin.actor, "Seksi Baru")
    kantor.set_pengaturan(store, warga.analis.actor, Pengaturan(), 1)
    assert users.create(store, warga.admin.actor, "baru", "Orang Baru", Peran.CAMAT)
    assert downloads.original(store, warga.seksi.actor, dunia.impor["sendiri"]).isi == MILIK
    assert [satu.id for satu in importing.history(store, warga.seksi.actor)] == [dunia.impor["sendiri"]]
    assert [satu.id for satu in importing.history(store, warga.camat.actor)] == sorted(
        dunia.impor.values(), reverse=True
    )
    assert downloads.document(store, warga.camat.actor, 2025, "xlsx").isi.startswith(b"PK")
    assert audit_log.rows(store, warga.sekretaris.actor, audit_log.Saringan())[1] > 5


@pytest.mark.parametrize("actor", [SEKSI, ANALIS, SEKRETARIS, CAMAT, ADMIN, OPERATOR, SIAPA_PUN], ids=str)
def test_kantor_hanya_dibuka_oleh_yang_berhak_memulai(sqlite_config: Config, actor: Actor) -> None:
    store = ready.opened(sqlite_config)
    if allowed(actor.peran, M, own=False):
        assert batch.open_office(store, actor, "1", 2025)[0].startswith("Belum ada kantor")
    else:
        with pytest.raises(ForbiddenError):
            batch.open_office(store, actor, "1", 2025)
        assert kantor.current(store) is None
    store.close()


def test_tulisan_yang_tersisa_hanya_kembali_kepada_penulisnya(store: Store, warga: Warga) -> None:
    isi = {"isian": [["sasaran_baru", "teks", "panjang"], ["indikator_1", "teks", "lain"]]}
    sisa_isian.keep(store, warga.analis.id, "perencanaan", isi)
    for orang, halaman in (
        (warga.camat.actor, "perencanaan"),
        (OPERATOR, "perencanaan"),
        (warga.analis.actor, "capaian"),
    ):
        assert sisa_isian.waiting(store, orang, halaman) is None
        sisa_isian.let_go(store, orang, halaman, ["sasaran_baru", "indikator_1"])
    for _ in range(2):
        kept = sisa_isian.waiting(store, warga.analis.actor, "perencanaan")
        assert kept is not None, "sampai disimpan"
        assert kept[0] == isi
    sisa_isian.let_go(store, warga.analis.actor, "perencanaan", ["sasaran_baru"])
    kept = sisa_isian.waiting(store, warga.analis.actor, "perencanaan")
    assert kept is not None
    assert kept[0] == {"isian": [["indikator_1", "teks", "lain"]]}
    sisa_isian.let_go(store, warga.analis.actor, "perencanaan", ["indikator_1"])
    assert sisa_isian.waiting(store, warga.analis.actor, "perencanaan") is None


@pytest.mark.parametrize(("jam", "ada"), [(47, True), (49, False)])
def test_tulisan_yang_tersisa_menunggu_dua_hari(jam: int, ada: bool, store: Store, warga: Warga) -> None:
    with store.write() as connection:
        pada = datetime.now(UTC) - timedelta(hours=jam)
        forms.keep_typed(connection, warga.analis.id, "perencanaan", {"isian": []}, pada)
    assert (sisa_isian.waiting(store, warga.analis.actor, "perencanaan") is not None) is ada
    sisa_isian.keep(store, warga.camat.id, "perencanaan", {"isian": []})
    with store.read() as connection:
        assert len(connection.execute(select(tables_akun.isian_tersisa)).all()) == 1 + ada
