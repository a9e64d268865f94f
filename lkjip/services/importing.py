"""From an uploaded file to stored facts: read, correct, preview, save. The only door for page and command line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.finding import Tingkat
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.reading import Bacaan
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.batas_seksi import beyond_section, facts_only
from lkjip.services.choices import Hitung, Pilihan, Preview, Saved
from lkjip.services.evaluation import load_from
from lkjip.services.kewajaran import implausible
from lkjip.services.plan_anggaran import RencanaAnggaran, plan_anggaran, store_anggaran
from lkjip.services.plan_kinerja import RencanaKinerja, plan_kinerja, store_kinerja
from lkjip.services.reading import Reading, read, reinterpret, unique_questions
from lkjip.spreadsheets.table import Jenis
from lkjip.store import Deed, Store, impor
from lkjip.store.values import write_moment

__all__ = [
    "Pilihan",
    "Preview",
    "Reading",
    "Saved",
    "history",
    "preview",
    "read",
    "reinterpret",
    "remembered_answers",
    "save",
]


@dataclass(frozen=True, slots=True)
class Rencana:
    """Everything that saving one file would do, against one state of the database."""

    kinerja: RencanaKinerja
    anggaran: RencanaAnggaran
    preview: Preview


@dataclass(frozen=True, slots=True)
class RiwayatImpor:
    """One earlier import, for the list of what was received."""

    id: int
    berkas: str
    sha256: str
    ukuran: int
    tahun: int | None
    oleh: str
    pada: datetime
    hitung: tuple[Hitung, ...]


def remembered_answers(store: Store, actor: Actor) -> dict[str, str]:
    """The answers given before, by question; pass them to `read`."""
    with rights.reading(store, actor, Aksi.UNGGAH, actor.seksi) as connection:
        return impor.remembered_answers(connection)


def preview(store: Store, actor: Actor, reading: Reading, tahun: int, pilihan: Pilihan | None = None) -> Preview:
    """What saving would do now, and what stands against it."""
    with rights.reading(store, actor, Aksi.UNGGAH, actor.seksi) as connection:
        return _plan(connection, rights.as_now(connection, actor), reading, tahun, pilihan or Pilihan()).preview


def save(
    store: Store, actor: Actor, reading: Reading, content: bytes, *, tahun: int, pilihan: Pilihan | None = None
) -> Saved:
    """Store the file with all its facts in one transaction, or nothing at all."""
    pilihan = pilihan or Pilihan()
    if hashlib.sha256(content).hexdigest() != reading.sha256:
        raise RefusedError(f"Berkas '{reading.berkas}' berubah sejak dibaca. Unggah sekali lagi.")
    with rights.deed(store, actor, Aksi.UNGGAH, "simpan unggahan", reading.berkas, seksi=actor.seksi) as deed:
        rencana = _plan(deed.connection, deed.actor, reading, tahun, pilihan)
        if rencana.preview.halangan:
            raise RefusedError(" ".join(rencana.preview.halangan))
        known = impor.last_of_file(deed.connection, reading.sha256)
        if known is not None and not _brings_anything(rencana, pilihan):
            deed.silent = True
            return Saved(known["id"], rencana.preview.hitung, rencana.preview.sudah_ada, sudah_ada=True)
        return _store(deed, rencana, reading, content, tahun=tahun, pilihan=pilihan)


def history(store: Store, actor: Actor, count: int = 100) -> tuple[RiwayatImpor, ...]:
    """What was received, newest first; a section sees what it sent itself."""
    with rights.reading(store, actor, Aksi.LIHAT_UNGGAHAN, actor.seksi) as connection:
        rows = impor.history(connection, count, seksi=actor.seksi)
    return tuple(
        RiwayatImpor(
            row["id"],
            row["nama_berkas"],
            row["sha256"],
            row["ukuran"],
            row["tahun"],
            row["oleh"],
            row["pada"],
            tuple(Hitung(**satu) for satu in json.loads(row["ringkasan"]).get("hitung", ())),
        )
        for row in rows
    )


def _plan(connection: Connection, actor: Actor, reading: Reading, tahun: int, pilihan: Pilihan) -> Rencana:
    data = load_from(connection)
    chosen = chosen_tables(reading, pilihan)
    kinerja = facts_only(actor, plan_kinerja(chosen, data, tahun, pilihan))
    anggaran = plan_anggaran(chosen, data, tahun, pilihan)
    known = impor.last_of_file(connection, reading.sha256)
    earlier = ""
    if known is not None:
        earlier = f"Berkas ini sudah disimpan oleh {known['oleh']} pada {write_moment(known['pada'])}."
    kontrol = {f"{table.lembar}: {label}": jumlah for table in chosen for label, jumlah in table.kontrol.items()}
    return Rencana(
        kinerja,
        anggaran,
        Preview(
            kinerja.hitung + anggaran.hitung,
            kinerja.perubahan + anggaran.perubahan,
            kontrol,
            kinerja.usulan,
            (*_other_years(chosen, tahun), *_not_stored(chosen), *kinerja.catatan, *anggaran.catatan),
            (
                *_obstacles(reading, chosen, pilihan),
                *kinerja.halangan,
                *anggaran.halangan,
                *beyond_section(actor, data, kinerja, anggaran),
            ),
            earlier,
            implausible(data, kinerja, anggaran),
        ),
    )


def chosen_tables(reading: Reading, pilihan: Pilihan) -> tuple[Bacaan, ...]:
    """The tables to store: those chosen; without a choice all that could be understood."""
    understood = {
        (tabel.lembar, tabel.nomor) for tabel in reading.tabel if tabel.jenis in (Jenis.CAPAIAN, Jenis.ANGGARAN)
    }
    wanted = pilihan.tabel if pilihan.tabel is not None else understood
    return tuple(table for table in reading.bacaan if (table.lembar, table.nomor) in wanted)


def _obstacles(reading: Reading, chosen: tuple[Bacaan, ...], pilihan: Pilihan) -> list[str]:
    """Errors, open questions, or nothing to store."""
    places = {(table.lembar, table.nomor) for table in chosen}
    findings = list(reading.temuan_berkas)
    for table, some in zip(reading.bacaan, reading.temuan_tabel, strict=True):
        findings += some if (table.lembar, table.nomor) in places or not places else ()
    errors = [satu for satu in findings if satu.tingkat is Tingkat.GALAT]
    questions = unique_questions(chosen)
    found = []
    if errors:
        found.append(f"{len(errors)} galat belum diperbaiki. Yang pertama: {errors[0].pesan} {errors[0].saran}".strip())
    if questions:
        columns = ", ".join(f"'{satu.judul}'" for satu in questions)
        found.append(f"{len(questions)} pertanyaan tentang angka belum dijawab (kolom {columns}).")
    elif _ambiguous(chosen):
        found.append(
            "Masih ada angka yang dapat dibaca dengan dua cara. Perbaiki angka itu di berkas, lalu unggah lagi."
        )
    if reading.identitas is not None:
        seksi = f"{reading.identitas.seksi} tahun {reading.identitas.tahun}"
        found.append(f"Ini buku kerja {seksi}; buku kerja seksi disimpan lewat halaman Unggah data.")
    elif not errors and not any(table.indikator or table.anggaran for table in chosen):
        nothing = "Tidak ada tabel indikator atau anggaran untuk disimpan."
        found.append("Belum ada tabel yang dipilih." if pilihan.tabel == frozenset() else nothing)
    return found


def _ambiguous(chosen: Iterable[Bacaan]) -> bool:
    values = [nilai for table in chosen for record in table.indikator for nilai in (record.target, record.realisasi)]
    values += [nilai for table in chosen for line in table.anggaran for nilai in (line.pagu, line.realisasi)]
    return any(nilai.status is StatusNilai.AMBIGU for nilai in values)


def _other_years(chosen: Iterable[Bacaan], tahun: int) -> list[str]:
    records = [record.tahun for table in chosen for record in table.indikator]
    lines = [line.tahun for table in chosen for line in table.anggaran]
    years = sorted({year for year in (*records, *lines) if year})
    if not years or tahun in years:
        return []
    return [f"Berkas ini berisi tahun {', '.join(map(str, years))}, bukan {tahun}; disimpan pada tahun yang tertulis."]


def _not_stored(chosen: Iterable[Bacaan]) -> list[str]:
    if not any(table.renstra for table in chosen):
        return []
    return ["Pagu dan realisasi Renstra (jumlah beberapa tahun) diperiksa dan ditunjukkan, tetapi tidak disimpan."]


def _brings_anything(rencana: Rencana, pilihan: Pilihan) -> bool:
    return rencana.preview.ada_perubahan or any(satu.kunci in pilihan.rumus_diterima for satu in rencana.preview.usulan)


def _store(deed: Deed, rencana: Rencana, reading: Reading, content: bytes, *, tahun: int, pilihan: Pilihan) -> Saved:
    counts = rencana.preview.hitung
    summary: Mapping[str, object] = {"hitung": [asdict(satu) for satu in counts]}
    impor.keep_bytes(deed, reading.sha256, reading.berkas, content)
    replaces = pilihan.anggaran == "ganti"
    impor_id = impor.add_impor(deed, reading.sha256, reading.berkas, tahun, summary, anggaran_ganti=replaces)
    store_kinerja(deed, rencana.kinerja, load_from(deed.connection), pilihan, impor_id)
    store_anggaran(deed, rencana.anggaran, impor_id)
    impor.remember_answers(deed, reading.answers, impor_id)
    sentence = count_sentence(counts)
    deed.sesudah = {"impor": impor_id, "sha256": reading.sha256, "isi": sentence}
    return Saved(impor_id, counts, sentence)


def count_sentence(counts: Iterable[Hitung]) -> str:
    """What was stored, in one sentence."""
    parts = [
        f"{_label(satu.jenis)} {' dan '.join(filter(None, (_part(satu.baru, 'baru'), _part(satu.berubah, 'berubah'))))}"
        for satu in counts
        if satu.baru or satu.berubah
    ]
    return (
        f"Tersimpan: {'; '.join(parts)}." if parts else "Tidak ada nilai yang berubah; berkas dicatat sebagai diterima."
    )


def _label(jenis: str) -> str:
    """A year at its end must not run into the count that follows."""
    return f"{jenis}:" if jenis[-1:].isdigit() else jenis


def _part(count: int, word: str) -> str:
    return f"{count} {word}" if count else ""
