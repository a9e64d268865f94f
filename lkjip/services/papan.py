"""The board: of every section what is there, what is missing, and whether it came in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.evaluate import evaluate
from lkjip.domain.kantor import Seksi
from lkjip.domain.kelengkapan import Bagian, Diminta, Kelengkapan, completeness, state_of
from lkjip.domain.ketepatan import Ketepatan, Waktu, due_date, timeliness
from lkjip.domain.pengumpulan import Keadaan, Kiriman, PutusanKiriman
from lkjip.domain.showing import join_words
from lkjip.domain.terkumpul import gather
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.clock import today
from lkjip.services.evaluation import load_from
from lkjip.services.isi_format import contents_of
from lkjip.services.isian_terkumpul import asked_of, codes_of, load_isian
from lkjip.store import Store, format_seksi, kiriman, seksi, tahun

SHOWN = 4


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """One section on the board; `berlaku` is its version in force."""

    seksi: Seksi
    keadaan: Keadaan
    bagian: tuple[Kelengkapan, ...]
    waktu: Waktu
    diminta: Diminta
    berlaku: Kiriman | None = None
    putusan: PutusanKiriman | None = None

    def part(self, bagian: Bagian) -> Kelengkapan:
        """One of its parts."""
        return next(satu for satu in self.bagian if satu.bagian is bagian)


@dataclass(frozen=True, slots=True)
class Papan:
    """All sections that have something to send this year, as they stand on `hari_ini`."""

    tahun: int
    hari_ini: date
    baris: tuple[BarisPapan, ...]

    def count(self, keadaan: Keadaan) -> int:
        """How many sections are in this state."""
        return Counter(satu.keadaan for satu in self.baris)[keadaan]

    @property
    def lewat(self) -> tuple[BarisPapan, ...]:
        """The sections that have sent nothing although their due date has passed."""
        return tuple(satu for satu in self.baris if satu.waktu.ketepatan is Ketepatan.LEWAT)


def board(store: Store, actor: Actor, tahun_laporan: int, hari_ini: date | None = None) -> Papan:
    """Every section in use that is asked for something or has sent something."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return board_from(connection, tahun_laporan, hari_ini or today())


def board_from(connection: Connection, tahun_laporan: int, hari_ini: date) -> Papan:
    """The same in an open transaction. What nobody has accepted yet counts here like everything else."""
    aturan = load_aturan()
    data = load_from(connection, semua=True)
    evaluasi = evaluate(data, tahun_laporan, aturan)
    isian = load_isian(connection, tahun_laporan)
    versi: dict[int, list[Kiriman]] = {}
    for satu in kiriman.load_kiriman(connection, tahun_laporan):
        versi.setdefault(satu.seksi_id, []).append(satu)
    putusan = kiriman.load_putusan(connection, tahun_laporan)
    distribusi = format_seksi.load_distribusi(connection, tahun_laporan)
    disposisi = tahun.disposisi_history(connection, tahun_laporan)
    sections = seksi.load_seksi(connection)
    isi = contents_of(evaluasi, format_seksi.load_seksi_program(connection), sections)
    baris = []
    for home in sections:
        sent = versi.get(home.id, [])
        diminta = asked_of(evaluasi, home.id, codes_of(isi[home.id]), aturan)
        if not sent and (diminta.kosong or not home.aktif):
            continue
        berlaku = sent[-1] if sent else None
        word = putusan.get(berlaku.id) if berlaku else None
        bagian = completeness(diminta, gather(isian, home.id, berlaku))
        tenggat = due_date(home.id, distribusi, disposisi[0].tenggat if disposisi else None)
        waktu = timeliness(sent, tenggat, hari_ini)
        baris.append(BarisPapan(home, state_of(bagian, berlaku, word), bagian, waktu, diminta, berlaku, word))
    return Papan(tahun_laporan, hari_ini, tuple(baris))


def missing(papan: Papan) -> dict[int, tuple[str, ...]]:
    """What each section still lacks, part by part, for its reminder."""
    return {
        baris.seksi.id: tuple(
            f"{bagian.bagian.value}: {_names(bagian.kurang, 'lainnya')}" for bagian in baris.bagian if bagian.kurang
        )
        for baris in papan.baris
    }  # fmt: skip


def sentence(papan: Papan) -> str:
    """The board in one sentence."""
    if not papan.baris:
        return f"Belum ada seksi yang diminta mengirim data tahun {papan.tahun}."
    banyak = len(papan.baris)
    sent = banyak - papan.count(Keadaan.MENUNGGU)
    parts = [f"{sent} dari {banyak} seksi sudah mengirim"]
    named = ((Keadaan.DITERIMA, "diterima"), (Keadaan.SIAP, "siap diterima"), (Keadaan.SEBAGIAN, "belum lengkap"),
             (Keadaan.DIKEMBALIKAN, "dikembalikan"))  # fmt: skip
    counted = [f"{papan.count(keadaan)} {kata}" for keadaan, kata in named if papan.count(keadaan)]
    text = parts[0] + (f": {join_words(counted)}" if counted else "")
    late = papan.lewat
    return f"{text}. Lewat tenggat: {_names([satu.seksi.nama for satu in late], 'seksi lain')}." if late else f"{text}."


def _names(names: Sequence[str], rest: str) -> str:
    more = len(names) - SHOWN
    return join_words([*names[:SHOWN], *([f"{more} {rest}"] if more > 0 else [])])
