"""From a file to a stored plan: preview of what would change, and applying it in one deed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.dokumen import Tahap
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.finding import Finding, Tingkat
from lkjip.domain.reading import Pertanyaan
from lkjip.domain.renstra import Renstra
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.choices import Hitung
from lkjip.services.evaluation import load_from
from lkjip.services.reading import Reading
from lkjip.services.rencana_baca import budgets, no_table, read_plans
from lkjip.services.rencana_cocok import match
from lkjip.services.rencana_dokumen import missing
from lkjip.services.rencana_pilihan import (
    Diterapkan,
    Golongan,
    JenisRencana,
    PilihanRencana,
    PratinjauRencana,
    Usulan,
)
from lkjip.services.rencana_pk import plan_pk, store_pk
from lkjip.services.rencana_program import LINES, plan_program, store_program
from lkjip.services.rencana_renstra import plan_renstra, store_renstra
from lkjip.services.renstra import checked_renstra
from lkjip.spreadsheets.records.pagu import read_pagu
from lkjip.store import Deed, Store, dokumen, impor, perencanaan, seksi
from lkjip.store.values import write_moment

NAMA = {JenisRencana.RENSTRA: "Renstra", JenisRencana.PK: "PK", JenisRencana.PROGRAM: "Program dan pagu"}


@dataclass(frozen=True, slots=True)
class Writer:
    """How a plan is written, and how many rows of which table that makes."""

    write: Callable[[Deed, int], None]
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rencana:
    """What a file would do against one state of the database, and how it is written."""

    pratinjau: PratinjauRencana
    tulis: Writer | None = None


def preview(store: Store, actor: Actor, reading: Reading, pilihan: PilihanRencana) -> PratinjauRencana:
    """What applying the file would change now, and what stands against it."""
    with rights.reading(store, actor, Aksi.UBAH_RENCANA) as connection:
        return _plan(connection, reading, pilihan).pratinjau


def apply(store: Store, actor: Actor, reading: Reading, content: bytes, pilihan: PilihanRencana) -> Diterapkan:
    """Store the plan with the file in one transaction, or nothing at all; the same plan again stores nothing."""
    if hashlib.sha256(content).hexdigest() != reading.sha256:
        raise RefusedError(f"Berkas '{reading.berkas}' berubah sejak dibaca. Unggah sekali lagi.")
    perbuatan = f"impor {NAMA[pilihan.jenis]}"
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, perbuatan, reading.berkas) as deed:
        rencana = _plan(deed.connection, reading, pilihan)
        if rencana.pratinjau.halangan or rencana.tulis is None:
            raise RefusedError(" ".join(rencana.pratinjau.halangan))
        if not rencana.pratinjau.usulan.perubahan:
            deed.silent = True
            return Diterapkan(0, "Tidak ada yang berubah: isi berkas sama dengan yang tersimpan.", sudah_ada=True)
        return _store(deed, rencana, rencana.tulis, reading, content, pilihan)


def _store(  # noqa: PLR0917  (what is stored, and where it comes from)
    deed: Deed, rencana: Rencana, tulis: Writer, reading: Reading, content: bytes, pilihan: PilihanRencana
) -> Diterapkan:
    shown = rencana.pratinjau
    new, changed, _ = (shown.count(golongan) for golongan in Golongan)
    hitung = [asdict(Hitung(NAMA[pilihan.jenis], new, changed, shown.usulan.sama))]
    summary = {"hitung": hitung, "rencana": pilihan.jenis.value, "baris": dict(tulis.rows)}
    impor.keep_bytes(deed, reading.sha256, reading.berkas, content)
    impor_id = impor.add_impor(deed, reading.sha256, reading.berkas, pilihan.tahun, summary, anggaran_ganti=False)
    tulis.write(deed, impor_id)
    impor.remember_answers(deed, reading.answers, impor_id)
    sentence = f"Tersimpan: {shown.kalimat}"
    deed.sesudah = {"impor": impor_id, "sha256": reading.sha256, "isi": sentence}
    return Diterapkan(impor_id, sentence)


def _plan(connection: Connection, reading: Reading, pilihan: PilihanRencana) -> Rencana:
    data = load_from(connection)
    known = {satu.id for satu in data.indikator}
    stored = tuple(satu for satu in perencanaan.load_target(connection) if satu.indikator_id in known)
    data = replace(data, target=stored)  # as stored: a correction keeps standing over a plan that is imported again
    usulan, findings, questions, tulis = _by_kind(connection, data, reading, pilihan)
    absent = no_table(reading, pilihan)
    every = (*reading.temuan_berkas, *((absent,) if absent else ()), *findings, *usulan.temuan)
    every = tuple(dict.fromkeys(satu for satu in every if satu.kode != "tabel_tidak_ditemukan" or not absent))
    halangan = tuple(_obstacles(every, questions, pilihan, data))
    earlier = impor.last_of_file(connection, reading.sha256)
    said = f"Berkas ini sudah disimpan oleh {earlier['oleh']} pada {write_moment(earlier['pada'])}." if earlier else ""
    return Rencana(PratinjauRencana(usulan, every, questions, halangan, said), tulis)


def _by_kind(
    connection: Connection, data: DataKinerja, reading: Reading, pilihan: PilihanRencana
) -> tuple[Usulan, tuple[Finding, ...], tuple[Pertanyaan, ...], Writer | None]:
    documents = dokumen.load_dokumen(connection)
    if pilihan.jenis is JenisRencana.PROGRAM:
        lines, questions = _budget(reading, pilihan)
        tree = plan_program(lines, data.pagu, documents, pilihan)
        rows = {"pagu": len(tree.baris) - len(tree.tetap)}
        return tree.usulan, (), questions, Writer(lambda deed, key: store_program(deed, tree, pilihan, key), rows)
    plans = read_plans(reading, pilihan)
    findings = tuple(satu for plan in plans for satu in plan.temuan)
    questions = tuple({satu.kunci: satu for plan in plans for satu in plan.pertanyaan}.values())
    found = match(plans, data.sasaran, data.indikator, pilihan)
    sections = seksi.load_seksi(connection)
    if pilihan.jenis is JenisRencana.PK:
        pk = plan_pk(found, data, sections, documents, pilihan)
        rows = {"target": len(pk.target)}
        return pk.usulan, findings, questions, Writer(lambda deed, key: store_pk(deed, pk, data, pilihan, key), rows)
    renstra = _renstra(data, pilihan)
    if renstra is None:
        return Usulan(temuan=tuple(found.temuan)), findings, questions, None
    matrix = plan_renstra(found, data, sections, renstra, pilihan)
    places = len(matrix.posisi.posisi) + len(matrix.posisi.keluar)
    rows = {"target": len(matrix.target), "posisi_renstra": places}
    return matrix.usulan, findings, questions, Writer(lambda deed, key: store_renstra(deed, matrix, data, key), rows)


def _renstra(data: DataKinerja, pilihan: PilihanRencana) -> Renstra | None:
    """The Renstra chosen, or the one this file begins."""
    stored = data.rencana.renstra
    if pilihan.renstra_baru is None:
        return next((satu for satu in stored if satu.id == pilihan.renstra_id), None)
    new = checked_renstra(replace(pilihan.renstra_baru, id=0))
    return next((satu for satu in stored if satu.nama.casefold() == new.nama.casefold()), new)


def _budget(reading: Reading, pilihan: PilihanRencana) -> tuple[list[LINES], tuple[Pertanyaan, ...]]:
    """The lines of each budget table with the pagu of the chosen stage."""
    istilah = load_aturan().istilah
    lines, asked = list[LINES](), dict[str, Pertanyaan]()
    for tabel in budgets(reading, pilihan):
        found, questions = read_pagu(
            tabel, istilah, reading.answers, pilihan.tahun, perubahan=pilihan.tahap is Tahap.PERUBAHAN
        )
        lines.append((tabel.lembar, found))
        asked |= {satu.kunci: satu for satu in questions}
    return lines, tuple(asked.values())


def _obstacles(
    findings: tuple[Finding, ...], questions: tuple[Pertanyaan, ...], pilihan: PilihanRencana, data: DataKinerja
) -> list[str]:
    """Why it cannot be applied yet: what the user has not chosen, errors, open questions."""
    found = []
    if pilihan.jenis is JenisRencana.RENSTRA and _renstra(data, pilihan) is None:
        found.append("Pilih Renstra yang diisi berkas ini, atau mulai Renstra baru.")
    found += filter(None, [missing(pilihan)])
    errors = [satu for satu in findings if satu.tingkat is Tingkat.GALAT]
    if errors:
        found.append(f"{len(errors)} galat belum selesai. Yang pertama: {errors[0].pesan} {errors[0].saran}".strip())
    if questions:
        columns = ", ".join(f"'{satu.judul}'" for satu in questions)
        found.append(f"{len(questions)} pertanyaan tentang angka belum dijawab (kolom {columns}).")
    return found
