"""Stored facts in, evaluation out. The numbers themselves come from `lkjip/domain/evaluate.py`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.evaluasi import DataKinerja, Evaluasi
from lkjip.domain.evaluate import evaluate as evaluate_data
from lkjip.domain.numbers import Nilai
from lkjip.domain.terkumpul import held_versions, leave_out
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.fakta_terkoreksi import Fakta, corrected
from lkjip.store import Store, anggaran, audit, kantor, kiriman, koreksi, pagu, perencanaan, realisasi, renstra
from lkjip.store.years import known_years


def load(store: Store, actor: Actor) -> DataKinerja:
    """All facts in force, as one unchanging state, with data version and seal."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        data = load_from(connection)
    return replace(data, sidik=seal(data))


def load_from(connection: Connection, *, semua: bool = False, seksi: int | None = None) -> DataKinerja:
    """The same without seal, inside a transaction that is already open.

    `semua`: also what nobody has accepted yet; `seksi`: with the indicators of one section only, and their facts.
    """
    office = kantor.load_kantor(connection)
    if office is None:
        raise RefusedError("Belum ada kantor. Buka halaman Beranda dan mulai di sana, atau muat data contoh.")
    indikator = tuple(satu for satu in perencanaan.load_indikator(connection) if seksi in {None, satu.seksi})
    known = {satu.id for satu in indikator}
    only = None if seksi is None else known
    facts = corrected(
        koreksi.load_koreksi(connection),
        Fakta(
            tuple(satu for satu in perencanaan.load_target(connection, only) if satu.indikator_id in known),
            tuple(satu for satu in realisasi.load_realisasi(connection, only) if satu.indikator_id in known),
            anggaran.load_anggaran(connection),
        ),
    )
    pengaturan = kantor.load_pengaturan(connection)[0]
    counted, held = leave_out(
        facts.realisasi, held_files(connection) if pengaturan.hanya_diterima and not semua else ()
    )
    return DataKinerja(
        kantor=office,
        pengaturan=pengaturan,
        sasaran=perencanaan.load_sasaran(connection),
        indikator=indikator,
        target=facts.target,
        realisasi=counted,
        anggaran=facts.anggaran,
        versi=audit.data_version(connection),
        rencana=renstra.load_rencana(connection),
        pagu=pagu.load_pagu(connection),
        koreksi_basi=facts.basi,
        ditahan=held,
    )


def held_files(connection: Connection) -> frozenset[str]:
    """The files (SHA-256) that sections sent and nobody has accepted, less those an accepted version brought too."""
    versi = kiriman.load_versi(connection)
    if not versi:
        return frozenset()
    held, files = held_versions(versi, kiriman.load_putusan(connection)), kiriman.load_berkas(connection)
    counted = {files[satu.id].sha256 for satu in versi if satu.id not in held}
    return frozenset(files[key].sha256 for key in held) - counted


def evaluate(store: Store, actor: Actor, tahun: int) -> Evaluasi:
    """The evaluation of a year by the rules in force."""
    return evaluate_data(load(store, actor), tahun, load_aturan())


def years(store: Store) -> tuple[int, ...]:
    """Years with any target, realisasi or budget, ascending."""
    with store.read() as connection:
        return known_years(connection)


def data_version(store: Store) -> int:
    """Grows with every deed; the key of every cache."""
    with store.read() as connection:
        return audit.data_version(connection)


def seal(data: DataKinerja) -> str:
    """A short hash of what is said, not of when it was stored: the same facts give the same seal on any machine."""
    digest = hashlib.sha256()
    for part in _facts(data):
        digest.update(json.dumps(part, ensure_ascii=False, sort_keys=True, default=str).encode())
    return digest.hexdigest()[:12]


def _facts(data: DataKinerja) -> Iterable[object]:
    place = {satu.id: number for number, satu in enumerate(data.indikator)}
    group = {satu.id: number for number, satu in enumerate(data.sasaran)}
    office = asdict(data.kantor)
    office.pop("versi")
    yield office
    yield asdict(data.pengaturan)
    for sasaran in data.sasaran:
        yield "sasaran", sasaran.teks, sasaran.program
    for satu in data.indikator:
        yield "indikator", group[satu.sasaran_id], satu.teks, satu.satuan, satu.rumus, satu.agregasi.value
    yield sorted(["target", place[t.indikator_id], t.tahun, t.jenis.value, *_said(t.nilai)] for t in data.target)
    yield sorted(
        ["realisasi", place[r.indikator_id], r.tahun, r.triwulan or 0, *_said(r.nilai)] for r in data.realisasi
    )
    for baris in data.anggaran:
        levels = (baris.tahun, baris.urutan, baris.induk, baris.kode, baris.uraian, baris.tingkat.value, baris.kelompok)
        yield "anggaran", levels, _said(baris.pagu), _said(baris.realisasi)
    yield from _plan_facts(data, place)


def _plan_facts(data: DataKinerja, place: Mapping[int, int]) -> Iterable[object]:
    """What several Renstra add; an office without them has the seal it always had."""
    if data.rencana.renstra:
        number = {satu.id: nomor for nomor, satu in enumerate(data.rencana.renstra)}
        yield "renstra", [(satu.nama, satu.mulai, satu.akhir) for satu in data.rencana.renstra]
        yield "tahun", [(satu.tahun, number.get(satu.renstra_id or 0)) for satu in data.rencana.tahun]
        yield sorted(
            (number[satu.renstra_id], place[satu.indikator_id])
            for satu in data.rencana.posisi
            if satu.berlaku and satu.renstra_id in number and satu.indikator_id in place
        )
        yield sorted((place[t.indikator_id], t.tahun, number.get(t.renstra or 0, -1)) for t in data.target)


def _said(nilai: Nilai) -> list[str]:
    numbers = ["" if angka is None else format(angka.normalize(), "f") for angka in (nilai.angka, nilai.sampai)]
    return [nilai.status.value, *numbers, "" if nilai.terukur else nilai.teks]
