"""The deeds of the command line: import one file after the other, evaluate a year that has data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.kantor import Kantor
from lkjip.errors import RefusedError
from lkjip.services import command_line, evaluation, importing, kantor
from lkjip.services.actor import Actor
from lkjip.services.choices import Pilihan
from lkjip.store import Store

TANPA_NAMA = ("Kecamatan (nama belum diisi)", "Kabupaten (nama belum diisi)")


@dataclass(frozen=True, slots=True)
class Perintah:
    """What was asked for on the command line, the same for all files."""

    tahun: int
    target: str = "otomatis"
    anggaran: str = "ganti"
    triwulan: str = ""
    jawab: tuple[str, ...] = ()
    terima_rumus: bool = False


def open_office(store: Store, actor: Actor, unit: str | None, tahun: int) -> tuple[str, ...]:
    """Make sure there is an office to import for; lines to print where one had to be opened.

    An empty database gets an office without a name (its code is `unit`), to be named on the page Pengaturan.
    A database of another office than `unit` is refused.
    """
    office = kantor.current(store)
    if office is None:
        kantor.start_office(store, actor, Kantor(*TANPA_NAMA, kode=(unit or "").strip(), tahun_aktif=tahun))
        return ("Belum ada kantor: dibuka kantor tanpa nama. Isi nama kantor dan kabupatennya di halaman Pengaturan.",)
    if unit is not None and unit.strip() != office.kode:
        raise RefusedError(f"Basis data ini milik {office.nama} (kode '{office.kode}'), bukan unit '{unit}'.")
    return ()


def import_file(store: Store, actor: Actor, name: str, content: bytes, perintah: Perintah) -> tuple[list[str], bool]:
    """Read and save one file: lines to print, and whether it was accepted."""
    answers = importing.remembered_answers(store, actor) | read_answers(perintah.jawab)
    reading = importing.read(name, content, answers=answers, tahun=perintah.tahun)
    pilihan = Pilihan(perintah.target, anggaran=perintah.anggaran, triwulan_anggaran=perintah.triwulan)
    preview = importing.preview(store, actor, reading, perintah.tahun, pilihan)
    lines = [*command_line.reading_lines(reading), *command_line.preview_lines(preview)]
    if perintah.terima_rumus:
        pilihan = replace(pilihan, rumus_diterima=frozenset(usul.kunci for usul in preview.usulan))
    try:
        saved = importing.save(store, actor, reading, content, tahun=perintah.tahun, pilihan=pilihan)
    except RefusedError as error:
        return [*lines, f"DITOLAK, {name} tidak disimpan: {error}"], False
    return [*lines, saved.kalimat], True


def read_answers(jawab: Iterable[str]) -> dict[str, str]:
    """The answers of `--jawab KUNCI=PILIHAN`."""
    answers = {}
    for satu in jawab:
        kunci, mark, pilihan = satu.rpartition("=")
        if not (kunci and mark and pilihan):
            raise RefusedError(f"Jawaban '{satu}' tidak lengkap. Tulis --jawab KUNCI=PILIHAN.")
        answers[kunci] = pilihan
    return answers


def evaluate_year(store: Store, actor: Actor, tahun: int) -> Evaluasi:
    """The evaluation, or the reason why there is nothing to evaluate."""
    known = evaluation.years(store)
    if tahun not in known:
        years = f"Tahun yang ada: {', '.join(map(str, known))}." if known else "Unggah atau impor berkas dahulu."
        evaluation.load(store, actor)
        raise RefusedError(f"Belum ada data tahun {tahun}. {years}")
    return evaluation.evaluate(store, actor, tahun)
