"""What a section's workbook says, what is wrong with it, and what storing it would change: made anew each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi, may
from lkjip.domain.evaluasi import DataKinerja, Evaluasi
from lkjip.domain.evaluate import evaluate
from lkjip.domain.finding import Finding, blocks, sorted_findings
from lkjip.domain.indikator import Realisasi
from lkjip.domain.isian_format import BacaanFormat, IsiFormat
from lkjip.domain.isian_kiriman import PerubahanIsian, differences, fields_of
from lkjip.domain.kelengkapan import Kelengkapan, completeness
from lkjip.domain.pengumpulan import Keadaan, Kiriman, Penjelasan, PutusanKiriman
from lkjip.domain.rencana_kiriman import RencanaKiriman, carried_out, plan_kiriman
from lkjip.domain.terkumpul import Isian, gather
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services.choices import Hitung
from lkjip.services.evaluation import load_from
from lkjip.services.isi_format import contents_of, filled_with
from lkjip.services.isian_terkumpul import asked_of, codes_of, load_isian, texts_of
from lkjip.services.kewajaran import arrived, check_realisasi
from lkjip.services.kiriman_alamat import Alamat, address_findings
from lkjip.services.kiriman_periksa import (
    WajibJelas,
    evaluate_with,
    explanation_findings,
    explanations_due,
    value_findings,
)
from lkjip.services.reading import Reading
from lkjip.spreadsheets.template.read import file_findings, read_isian
from lkjip.store import format_seksi, impor, kiriman, perencanaan, seksi

Ketikan = Mapping[int, Penjelasan]  # explanations typed on the screen, by indicator
TANPA_KETIKAN: Ketikan = {}


class SeksiTahun(NamedTuple):
    """Whose data, of which year: the choice on the screen."""

    seksi_id: int
    tahun: int


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """Everything about storing one workbook now, against one state of the database.

    `berlaku` is the version in force, `perubahan` what differs from it, `bagian` how complete the section would be,
    `hitung` how many facts are new and how many changed, `nama` the texts of the indicators by id. `sudah_ada`: a
    sentence where these bytes are the version in force.
    """

    isi: IsiFormat
    temuan: tuple[Finding, ...]
    bacaan: BacaanFormat = field(default_factory=lambda: BacaanFormat(None))
    isian: Mapping[str, str] = field(default_factory=dict)
    berlaku: Kiriman | None = None
    perubahan: tuple[PerubahanIsian, ...] = ()
    wajib: tuple[WajibJelas, ...] = ()
    bagian: tuple[Kelengkapan, ...] = ()
    rencana: RencanaKiriman = RencanaKiriman()
    hitung: tuple[Hitung, ...] = ()
    nama: Mapping[int, str] = field(default_factory=dict)
    format_id: int | None = None
    catatan: tuple[str, ...] = ()
    sudah_ada: str = ""

    @property
    def versi(self) -> int:
        """The number this version would get."""
        return (self.berlaku.versi if self.berlaku else 0) + 1

    @property
    def boleh_simpan(self) -> bool:
        """No error stands, and there is something to store."""
        return not blocks(self.temuan) and not self.sudah_ada


def look(connection: Connection, actor: Actor, reading: Reading, untuk: SeksiTahun, ketikan: Ketikan) -> Pratinjau:
    """The whole check from scratch."""
    seksi_id, tahun = untuk
    if reading.identitas is None:
        raise RefusedError(f"'{reading.berkas}' bukan buku kerja seksi. Unggah buku kerja dari Format pengumpulan.")
    aturan = load_aturan()
    data = load_from(connection, semua=True, seksi=seksi_id)
    isi = _contents(connection, data, untuk)
    alamat = _address(connection, actor, reading, isi)
    address = address_findings(reading.identitas, alamat, aturan.katalog)
    if blocks(address):
        return Pratinjau(isi, address)
    bacaan = read_isian(reading.workbook, alamat.semula or isi, aturan.istilah, aturan.katalog)
    isian = fields_of(bacaan)
    berlaku = _in_force(connection, tahun, seksi_id)
    perubahan = differences(berlaku.isi if berlaku else {}, isian)
    stored = load_isian(connection, tahun, {satu.id for satu in data.indikator})
    rencana = plan_kiriman(stored, bacaan, isi, perubahan, berlaku.versi + 1 if berlaku else 1)
    after = _with_typed(carried_out(stored, rencana), ketikan)
    evaluasi = evaluate_with(data, rencana.realisasi, tahun, aturan)
    wajib = explanations_due(evaluasi, seksi_id, {kata.indikator_id: kata for kata in after.penjelasan}, aturan)
    empty = () if isian else (aturan.katalog.temuan("kiriman_tanpa_isi", seksi=isi.seksi),)
    temuan = (*address, *empty, *file_findings(reading.workbook), *bacaan.temuan)
    temuan += value_findings(bacaan, isi, aturan.katalog)
    temuan += check_realisasi(data, arrived(data, bacaan, tahun))
    temuan += explanation_findings(wajib, alamat.semula or isi, aturan.katalog)
    as_version = Kiriman(0, tahun, seksi_id, 0, _newest(stored) + 1, isi=isian)
    diminta = asked_of(evaluasi, seksi_id, codes_of(isi), aturan)
    return Pratinjau(
        isi, sorted_findings(tuple(dict.fromkeys(temuan))), bacaan, isian, berlaku, perubahan, wajib,
        completeness(diminta, gather(after, seksi_id, as_version)), rencana,
        (_count(rencana.realisasi, stored.realisasi),), _names(connection, evaluasi, perubahan),
        alamat.dibuat.id if alamat.dibuat else None,
        _notes(berlaku, perubahan, kiriman.load_putusan(connection, tahun)),
        _known(connection, reading, berlaku),
    )  # fmt: skip


def _contents(connection: Connection, data: DataKinerja, untuk: SeksiTahun) -> IsiFormat:
    home = seksi.find_seksi(connection, untuk.seksi_id)
    if home is None:
        raise RefusedError("Seksi ini tidak ada. Muat ulang halaman, lalu pilih lagi.")
    codes = format_seksi.load_seksi_program(connection)
    return contents_of(evaluate(data, untuk.tahun, load_aturan()), codes, (home,))[home.id]


def _address(connection: Connection, actor: Actor, reading: Reading, isi: IsiFormat) -> Alamat:
    identitas = reading.identitas
    assert identitas is not None  # noqa: S101 - asked before
    made = format_seksi.find_format(connection, identitas.sidik)
    mine = [satu for satu in format_seksi.load_format(connection, isi.tahun) if satu.seksi_id == isi.seksi_id]
    semula = isi if identitas.sidik == isi.sidik else filled_with(connection, made) if made else None
    known = seksi.find_seksi(connection, identitas.seksi_id)
    return Alamat(
        isi, made, semula, mine[-1] if mine else None, known.nama if known and made else "",
        bool(may(actor, Aksi.UNGGAH, None)),
    )  # fmt: skip


def _in_force(connection: Connection, tahun: int, seksi_id: int) -> Kiriman | None:
    versi = kiriman.load_kiriman(connection, tahun, seksi_id)
    return versi[-1] if versi else None


def _count(new: tuple[Realisasi, ...], standing: tuple[Realisasi, ...]) -> Hitung:
    known = {(satu.indikator_id, satu.triwulan) for satu in standing}
    changed = sum((satu.indikator_id, satu.triwulan) in known for satu in new)
    return Hitung("Realisasi", len(new) - changed, changed)


def _with_typed(isian: Isian, ketikan: Ketikan) -> Isian:
    words = {kata.indikator_id: kata for kata in isian.penjelasan} | dict(ketikan)
    return replace(isian, penjelasan=tuple(words.values()))


def _names(connection: Connection, evaluasi: Evaluasi, perubahan: Iterable[PerubahanIsian]) -> dict[int, str]:
    """The section's indicators, and those that an older version reported and that are no longer its own."""
    named = dict(texts_of(evaluasi))
    for key in {satu.kunci.indikator_id for satu in perubahan} - {None, *named}:
        gone = perencanaan.find_indikator(connection, key or 0)
        if gone is not None:
            named[gone.id] = gone.teks
    return named


def _newest(isian: Isian) -> int:
    return max(isian.impor.values(), default=0)


def _notes(
    berlaku: Kiriman | None, perubahan: tuple[PerubahanIsian, ...], putusan: Mapping[int, PutusanKiriman]
) -> tuple[str, ...]:
    """What to know before a later version is stored."""
    if berlaku is None:
        return ()
    notes = [] if perubahan else [f"Tidak ada isian yang berubah dibanding versi {berlaku.versi}."]
    word = putusan.get(berlaku.id)
    if word is not None and word.keadaan is Keadaan.DITERIMA:
        notes.append(f"Versi {berlaku.versi} sudah diterima. Versi baru harus diterima analis lagi.")
    if word is not None and word.keadaan is Keadaan.DIKEMBALIKAN:
        notes.append(f"Versi {berlaku.versi} dikembalikan oleh {word.oleh}: {word.alasan}")
    return tuple(notes)


def _known(connection: Connection, reading: Reading, berlaku: Kiriman | None) -> str:
    if berlaku is None:
        return ""
    row = impor.find(connection, berlaku.impor_id)
    if row is None or row["sha256"] != reading.sha256:
        return ""
    return f"Berkas ini sudah tersimpan sebagai versi {berlaku.versi} oleh {berlaku.oleh} pada {berlaku.pada}."
