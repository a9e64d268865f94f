"""Section workbooks: filled beforehand, made, kept, handed out. Making the same again gives back what is there."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.isian_format import VERSI_TEMPLAT, IsiFormat
from lkjip.domain.kantor import Seksi
from lkjip.domain.pengumpulan import FormatSeksi
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.evaluation import load_from
from lkjip.services.isi_format import budget_lines, contents, why_none
from lkjip.spreadsheets.template.write import write_workbook
from lkjip.store import Store, impor
from lkjip.store import format_seksi as records
from lkjip.store import seksi as sections
from lkjip.store.deed import TERCATAT

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MIME_ZIP = "application/zip"
_LONGEST_NAME = 60
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes


@dataclass(frozen=True, slots=True)
class KeadaanFormat:
    """Where one section's workbook stands. `basi`: the plan has changed since then; `alasan`: why it gets none."""

    seksi: Seksi
    indikator: int
    kode: tuple[str, ...]
    format: FormatSeksi | None
    basi: bool = False
    alasan: str = ""


def prefill(store: Store, actor: Actor, tahun: int, seksi_id: int) -> IsiFormat:
    """What the workbook of a section would be filled with now."""
    with rights.reading(store, actor, Aksi.AMBIL_FORMAT, seksi_id) as connection:
        seksi = _section(connection, seksi_id)
        return contents(connection, tahun, (seksi,))[seksi.id]


def overview(store: Store, actor: Actor, tahun: int) -> tuple[KeadaanFormat, ...]:
    """Every section in use: how much it would be asked, which workbook it has, whether that is still right."""
    with rights.reading(store, actor, Aksi.AMBIL_FORMAT) as connection:
        active = _active(connection)
        isi = contents(connection, tahun, active)
        latest = latest_formats(connection, tahun)
    found = []
    for seksi in active:
        mine, made = isi[seksi.id], latest.get(seksi.id)
        stale = made is not None and made.sidik != mine.sidik
        codes = tuple(satu.kode for satu in mine.anggaran)
        found.append(KeadaanFormat(seksi, len(mine.indikator), codes, made, stale, why_none(mine)))
    return tuple(found)


def make(
    store: Store, actor: Actor, tahun: int, seksi_ids: Collection[int] | None = None, tenggat: date | None = None
) -> tuple[FormatSeksi, ...]:
    """Workbooks of the sections asked for (None: all in use) that have something to report; the rest: see `overview`.

    Where nothing has changed since the last one, that one is returned. Without a due date the last one counts whatever
    due date it shows. Refused where no section asked for has anything to report.
    """
    with rights.reading(store, actor, Aksi.FORMAT) as connection:
        asked = [seksi for seksi in _active(connection) if seksi_ids is None or seksi.id in seksi_ids]
        isi = contents(connection, tahun, asked, tenggat)
    reasons = [why_none(satu) for satu in isi.values()]
    if all(reasons):
        raise RefusedError(" ".join(reasons) or "Belum ada seksi yang dapat diberi format. Tambahkan di Pengaturan.")
    written = {key: _write(satu) for key, satu in isi.items() if not why_none(satu)}
    with rights.deed(store, actor, Aksi.FORMAT, "buat format pengumpulan", str(tahun)) as deed:
        latest = latest_formats(deed.connection, tahun)
        made: dict[int, FormatSeksi] = {}
        new = []
        for key, content in written.items():
            sha256 = hashlib.sha256(content).hexdigest()
            last = latest.get(key)
            if last and last.sidik == isi[key].sidik and (tenggat is None or last.sha256 == sha256):
                made[key] = last
                continue
            impor.keep_bytes(deed, sha256, file_name(isi[key].seksi, tahun), content)
            records.add_format(deed, FormatSeksi(0, tahun, key, VERSI_TEMPLAT, isi[key].sidik, sha256))
            new.append(isi[key].seksi)
        deed.silent = not new
        deed.sesudah = {"tahun": tahun, "seksi": new, "tanpa_isi": [reason for reason in reasons if reason]}
        latest = latest_formats(deed.connection, tahun)
    return tuple(made.get(key) or latest[key] for key in written)


def workbook(store: Store, actor: Actor, format_id: int) -> tuple[str, bytes]:
    """Name and bytes of one workbook as it was made; a section gets only its own."""
    with store.read() as connection:
        made = next((satu for satu in records.load_format(connection) if satu.id == format_id), None)
    if made is None:
        with rights.reading(store, actor, Aksi.AMBIL_FORMAT, actor.seksi):
            raise RefusedError("Format ini tidak ada. Muat ulang halaman, lalu pilih lagi.")
    with rights.deed(
        store, actor, Aksi.AMBIL_FORMAT, "unduh format pengumpulan", f"{made.tahun}", seksi=made.seksi_id
    ) as deed:
        deed.hasil, deed.sesudah = TERCATAT, {"format": made.id, "sha256": made.sha256}
        return _kept(deed.connection, made)


def zip_all(store: Store, actor: Actor, tahun: int) -> tuple[str, bytes]:
    """The workbooks in use of all sections of a year in one ZIP."""
    with rights.deed(store, actor, Aksi.AMBIL_FORMAT, "unduh semua format pengumpulan", f"{tahun}") as deed:
        names = {seksi.id for seksi in _active(deed.connection)}
        made = [satu for key, satu in latest_formats(deed.connection, tahun).items() if key in names]
        if not made:
            raise RefusedError(f"Belum ada format pengumpulan {tahun}. Buat dahulu.")
        files: dict[str, bytes] = {}
        for satu in made:
            name, content = _kept(deed.connection, satu)
            files[name if name not in files else f"{satu.seksi_id}-{name}"] = content
        deed.hasil, deed.sesudah = TERCATAT, {"format": [satu.id for satu in made]}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:  # workbooks are packed already
        for name, content in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name, _ZIP_DATE), content)
    return f"format-pengumpulan-{tahun}.zip", buffer.getvalue()


def set_program(store: Store, actor: Actor, seksi_id: int, codes: Sequence[str]) -> None:
    """The programmes, kegiatan or sub kegiatan (codes) whose spending a section reports, instead of those before."""
    chosen = tuple(dict.fromkeys(kode.strip() for kode in codes if kode.strip()))
    with rights.deed(store, actor, Aksi.FORMAT, "tetapkan kode anggaran seksi", f"seksi {seksi_id}") as deed:
        seksi = _section(deed.connection, seksi_id)
        data = load_from(deed.connection)
        known = {satu.kode for satu in data.pagu} | {satu.kode for satu in data.anggaran}
        unknown = [kode for kode in chosen if kode not in known]
        if unknown:
            raise RefusedError(
                f"Kode {', '.join(unknown)} tidak ada dalam anggaran. Pilih dari daftar, atau muat anggarannya dahulu."
            )
        deed.objek = seksi.nama
        deed.sebelum = list(records.load_seksi_program(deed.connection).get(seksi_id, ()))
        deed.sesudah = list(chosen)
        records.set_seksi_program(deed, seksi_id, chosen)


def code_choices(store: Store, actor: Actor, tahun: int) -> tuple[tuple[str, str], ...]:
    """Codes of the year's budget with their names, in its order, each once."""
    with rights.reading(store, actor, Aksi.FORMAT) as connection:
        lines = budget_lines(load_from(connection), tahun)
    return tuple({satu.kode: (satu.kode, satu.uraian) for satu in reversed(lines) if satu.kode}.values())[::-1]


def latest_formats(connection: Connection, tahun: int) -> dict[int, FormatSeksi]:
    """The workbook in use of each section of a year."""
    return {satu.seksi_id: satu for satu in records.load_format(connection, tahun)}


def file_name(seksi: str, tahun: int) -> str:
    """ "format-2025-seksi-pelayanan.xlsx": plain letters, so that every system keeps it."""
    plain = re.sub(r"[^a-z0-9]+", "-", seksi.casefold()).strip("-")[:_LONGEST_NAME].strip("-")
    return f"format-{tahun}-{plain or 'seksi'}.xlsx"


def _write(isi: IsiFormat) -> bytes:
    return write_workbook(isi, load_aturan().istilah.urutan_label)


def _active(connection: Connection) -> list[Seksi]:
    return [seksi for seksi in sections.load_seksi(connection) if seksi.aktif]


def _section(connection: Connection, seksi_id: int) -> Seksi:
    seksi = sections.find_seksi(connection, seksi_id)
    if seksi is None:
        raise RefusedError("Seksi ini tidak ada. Muat ulang halaman.")
    return seksi


def _kept(connection: Connection, made: FormatSeksi) -> tuple[str, bytes]:
    seksi = _section(connection, made.seksi_id)
    content = impor.original_bytes(connection, made.sha256)
    if content is None:
        raise RefusedError(f"Berkas format {seksi.nama} hilang dari basis data. Buat lagi formatnya.")
    return file_name(seksi.nama, made.tahun), content
