"""The distribution list (SOP step 3): to whom, when, due when, received when; texts ready to be copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.kantor import Kantor, Seksi
from lkjip.domain.ketepatan import due_date
from lkjip.domain.pengingat import Keperluan, Surat, covering_letter, reminder_letter, short_reminder
from lkjip.domain.pengumpulan import Distribusi, FormatSeksi, Peristiwa
from lkjip.domain.tanggal import write_date
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.isi_format import contents, why_none
from lkjip.services.isian import read_text
from lkjip.store import Store, format_seksi, kantor, kiriman
from lkjip.store import seksi as sections
from lkjip.store import tahun as years


@dataclass(frozen=True, slots=True)
class BarisDistribusi:
    """One section on the list: its workbook in use, how it was handed over, when it is due, what came back."""

    seksi: Seksi
    format: FormatSeksi | None
    disampaikan: Distribusi | None
    diterima: Distribusi | None
    diingatkan: tuple[Distribusi, ...]
    tenggat: date | None
    kiriman: int  # versions received
    diminta: bool = True  # False: no indicator and no budget code is its own, so that it gets no workbook

    @property
    def belum(self) -> bool:
        """A workbook was made and not handed over yet."""
        return self.format is not None and self.disampaikan is None

    @property
    def usang(self) -> bool:
        """The plan has changed since the workbook was handed over: a newer one exists."""
        return bool(self.format and self.disampaikan and self.disampaikan.format_id != self.format.id)


def overview(store: Store, actor: Actor, tahun: int) -> tuple[BarisDistribusi, ...]:
    """All sections in use, by name; a section sees its own line."""
    with rights.reading(store, actor, Aksi.AMBIL_FORMAT, actor.seksi) as connection:
        mine = rights.as_now(connection, actor).seksi
        lines = [satu for satu in _lines(connection, tahun) if mine is None or satu.seksi.id == mine]
        return tuple(_asked(connection, tahun, lines))


def _asked(connection: Connection, tahun: int, lines: Sequence[BarisDistribusi]) -> list[BarisDistribusi]:
    """The lines, with those marked that get no workbook because they have nothing to report."""
    open_ones = [satu.seksi for satu in lines if satu.format is None and not satu.kiriman]
    isi = contents(connection, tahun, open_ones) if open_ones else {}
    idle = {key for key, satu in isi.items() if why_none(satu)}
    return [replace(satu, diminta=satu.seksi.id not in idle) for satu in lines]


def _lines(connection: Connection, tahun: int) -> list[BarisDistribusi]:
    made = {satu.seksi_id: satu for satu in format_seksi.load_format(connection, tahun)}
    events = format_seksi.load_distribusi(connection, tahun)
    sent = [satu.seksi_id for satu in kiriman.load_kiriman(connection, tahun)]
    orders = years.disposisi_history(connection, tahun)
    general = orders[0].tenggat if orders else None
    return [
        _line(seksi, made.get(seksi.id), [satu for satu in events if satu.seksi_id == seksi.id], general,
              sent.count(seksi.id))
        for seksi in sections.load_seksi(connection)
        if seksi.aktif
    ]  # fmt: skip


def _line(
    seksi: Seksi, made: FormatSeksi | None, events: Sequence[Distribusi], general: date | None, sent: int
) -> BarisDistribusi:
    newest = {satu.peristiwa: satu for satu in events}  # oldest first: the last of each kind stays
    handed = newest.get(Peristiwa.DISAMPAIKAN)
    due = due_date(seksi.id, events, general)
    reminders = tuple(satu for satu in events if satu.peristiwa is Peristiwa.DIINGATKAN)
    return BarisDistribusi(seksi, made, handed, newest.get(Peristiwa.DITERIMA), reminders, due, sent)


def hand_over(
    store: Store, actor: Actor, tahun: int, seksi_ids: Iterable[int], *, cara: str, tanggal: date, tenggat: date,
    kartu: str = "",
) -> int:  # fmt: skip
    """Record that the workbooks in use were handed to these sections; returns to how many."""
    cara = read_text(cara, "Cara penyampaian")
    if tenggat < tanggal:
        raise RefusedError(
            f"Tenggat {write_date(tenggat)} lebih awal daripada tanggal penyampaian {write_date(tanggal)}."
        )
    wanted = set(seksi_ids)
    with rights.deed(store, actor, Aksi.FORMAT, "sampaikan format", str(tahun), kartu=kartu) as deed:
        lines = {satu.seksi.id: satu for satu in _lines(deed.connection, tahun)}
        missing = [lines[key].seksi.nama for key in wanted if key in lines and lines[key].format is None]
        if missing or not wanted <= set(lines):
            names = ", ".join(missing) or "seksi yang sudah tidak dipakai"
            raise RefusedError(f"Belum ada format untuk: {names}. Buat formatnya lebih dahulu.")
        blank = Distribusi(0, tahun, 0, Peristiwa.DISAMPAIKAN, tanggal, cara=cara, tenggat=tenggat)
        events = [
            replace(blank, seksi_id=key, format_id=made.id, kepada=satu.seksi.kepala or satu.seksi.nama)
            for key, satu in lines.items()
            if key in wanted and (made := satu.format) is not None
        ]
        if not events:
            raise RefusedError("Belum ada seksi yang dipilih. Pilih paling sedikit satu.")
        format_seksi.add_distribusi(deed, events)
        deed.sesudah = {"kepada": [satu.kepada for satu in events], "tenggat": str(tenggat), "cara": cara}
        return len(events)


def record(
    store: Store, actor: Actor, tahun: int, seksi_id: int, peristiwa: Peristiwa, *, tanggal: date, catatan: str = ""
) -> None:
    """Record a receipt (by the section itself, or the analyst for it) or a reminder (analyst)."""
    aksi = Aksi.AMBIL_FORMAT if peristiwa is Peristiwa.DITERIMA else Aksi.FORMAT
    with rights.deed(store, actor, aksi, f"catat format {peristiwa.value}", f"seksi {seksi_id}, {tahun}",
                     seksi=seksi_id) as deed:  # fmt: skip
        line = next((satu for satu in _lines(deed.connection, tahun) if satu.seksi.id == seksi_id), None)
        if line is None or line.disampaikan is None:
            raise RefusedError("Format ini belum dicatat sebagai disampaikan. Catat penyampaiannya lebih dahulu.")
        event = Distribusi(
            0, tahun, seksi_id, peristiwa, tanggal, line.disampaikan.format_id, line.disampaikan.kepada,
            catatan=" ".join(catatan.split()),
        )  # fmt: skip
        format_seksi.add_distribusi(deed, [event])
        deed.sesudah = {"seksi": line.seksi.nama, "tanggal": str(tanggal)}


@dataclass(frozen=True, slots=True)
class TeksSeksi:
    """The texts for one section: covering letter, formal reminder, short reminder."""

    pengantar: Surat
    pengingat: Surat
    pendek: str


def texts(
    store: Store, actor: Actor, tahun: int, today: date, kurang: Mapping[int, tuple[str, ...]] | None = None
) -> dict[int, TeksSeksi]:
    """The texts for every section on the list; `kurang`: what each still lacks, by section."""
    with rights.reading(store, actor, Aksi.FORMAT) as connection:
        office = kantor.load_kantor(connection)
        lines = _lines(connection, tahun)
    if office is None:
        return {}
    return {satu.seksi.id: _texts(office, satu, tahun, today, (kurang or {}).get(satu.seksi.id, ())) for satu in lines}


def _texts(office: Kantor, line: BarisDistribusi, tahun: int, today: date, kurang: tuple[str, ...]) -> TeksSeksi:
    perlu = Keperluan(office, line.seksi, tahun, line.tenggat, kurang)
    return TeksSeksi(covering_letter(perlu), reminder_letter(perlu, today), short_reminder(perlu, today))
