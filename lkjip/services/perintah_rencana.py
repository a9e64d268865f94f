"""Importing a plan from the command line: choices as written there, the preview as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.renstra import RencanaRenstra, Renstra, renstra_of
from lkjip.domain.trace import place
from lkjip.errors import RefusedError
from lkjip.services import impor_rencana, importing, rights
from lkjip.services.batch import read_answers
from lkjip.services.command_line import finding_lines
from lkjip.services.rencana_pilihan import BARU, JenisRencana, PilihanRencana, PratinjauRencana
from lkjip.store import Store, impor
from lkjip.store.renstra import load_rencana

_YEARS = re.compile(r"^(20\d\d)\s*[-–]\s*(20\d\d)$")
_SHOWN = 200  # lines of changes; the count of the rest is said


@dataclass(frozen=True, slots=True)
class PerintahRencana:
    """What was asked for: the choices, and what is only known by name yet."""

    pilihan: PilihanRencana
    renstra: str = ""
    sama: tuple[str, ...] = ()
    jawab: tuple[str, ...] = ()
    pratinjau: bool = False


def import_plan(
    store: Store, actor: Actor, name: str, content: bytes, perintah: PerintahRencana
) -> tuple[list[str], bool]:
    """Preview one file, and apply it unless only the preview was asked for: lines, and whether it is acceptable."""
    with rights.reading(store, actor, Aksi.UBAH_RENCANA) as connection:
        answers = impor.remembered_answers(connection) | read_answers(perintah.jawab)
        rencana = load_rencana(connection)
    reading = importing.read(name, content, answers=answers, tahun=perintah.pilihan.tahun)
    pilihan = _with_renstra(perintah, rencana)
    shown = impor_rencana.preview(store, actor, reading, pilihan)
    pilihan = _with_matches(perintah, pilihan, shown)
    shown = impor_rencana.preview(store, actor, reading, pilihan)
    lines = [f"Berkas: {name}", *_lines(shown)]
    if perintah.pratinjau:
        return [*lines, *shown.halangan], shown.boleh_terapkan
    try:
        done = impor_rencana.apply(store, actor, reading, content, pilihan)
    except RefusedError as error:
        return [*lines, f"DITOLAK, {name} tidak disimpan: {error}"], False
    return [*lines, done.kalimat], True


def _with_renstra(perintah: PerintahRencana, rencana: RencanaRenstra) -> PilihanRencana:
    """The Renstra by its name or years; years nobody has stored yet begin a new one."""
    pilihan, wanted = perintah.pilihan, " ".join(perintah.renstra.split())
    if pilihan.jenis is not JenisRencana.RENSTRA:
        return pilihan
    if not wanted:
        found = renstra_of(rencana, pilihan.tahun)
        return replace(pilihan, renstra_id=found.id if found else 0)
    years = _YEARS.match(wanted)
    for satu in rencana.renstra:
        if satu.nama.casefold() == wanted.casefold() or (
            years and (satu.mulai, satu.akhir) == (int(years[1]), int(years[2]))
        ):
            return replace(pilihan, renstra_id=satu.id)
    if years is None:
        ada = ", ".join(satu.nama for satu in rencana.renstra) or "belum ada"
        raise RefusedError(
            f"Renstra '{wanted}' tidak ada ({ada}). Untuk memulainya tulis tahunnya, misalnya 2025-2029."
        )
    name = f"Renstra {years[1]}-{years[2]}"
    return replace(pilihan, renstra_baru=Renstra(0, name, int(years[1]), int(years[2])))


def _with_matches(perintah: PerintahRencana, pilihan: PilihanRencana, shown: PratinjauRencana) -> PilihanRencana:
    """`--sama "text in the file=stored text"`; an empty right side says that it is a new indicator."""
    matches = {}
    for written in perintah.sama:
        left, mark, right = (part.strip() for part in written.partition("="))
        line = next((satu for satu in shown.usulan.tak_dikenal if satu.teks.casefold() == left.casefold()), None)
        stored = next((key for key, teks in line.calon if teks.casefold() == right.casefold()), None) if line else None
        if line is None or not mark or (right and stored is None):
            raise RefusedError(f"'--sama {written}' tidak cocok dengan indikator yang ditanyakan pratinjau.")
        matches[line.kunci] = stored if stored is not None else BARU
    return replace(pilihan, padanan=matches)


def _lines(shown: PratinjauRencana) -> Iterator[str]:
    """Totals, what changes, what is not in the file, findings, questions."""
    yield shown.kalimat
    yield from (f"  {label}: {jumlah:,.0f}".replace(",", ".") for label, jumlah in shown.usulan.kontrol.items())
    changes = shown.usulan.perubahan
    for satu in changes[:_SHOWN]:
        where = place(satu.lembar, satu.sel)
        what = " ".join(filter(None, (satu.apa, str(satu.tahun or ""))))
        values = f"{satu.sebelum} -> {satu.sesudah}" if satu.sebelum else satu.sesudah
        yield f"  {satu.golongan.value}: {satu.butir} | {what} | {values}" + (f" | {where}" if where else "")
    if len(changes) > _SHOWN:
        yield f"  ... dan {len(changes) - _SHOWN} lagi"
    yield from _missing(shown)
    yield from finding_lines(shown.temuan)
    for tanya in shown.pertanyaan:
        yield f"PERTANYAAN {tanya.kunci}: kolom '{tanya.judul}', misalnya {', '.join(tanya.contoh)}"
        yield from (f"  {kode} = {arti}" for kode, arti in tanya.pilihan)


def _missing(shown: PratinjauRencana) -> Iterable[str]:
    if shown.usulan.hilang:
        names = "; ".join(satu.butir for satu in shown.usulan.hilang[:10])
        yield f"Tersimpan tetapi tidak ada di berkas ({len(shown.usulan.hilang)}): {names}"
