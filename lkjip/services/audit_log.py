"""The audit trail for reading: who, when, what, before, after, with which result; filters, export, the chain."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.tanggal import WITA
from lkjip.services import rights
from lkjip.services.downloads import Unduhan
from lkjip.store import Store, audit
from lkjip.store.deed import TERCATAT

SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Jejak:
    """One row of the trail."""

    id: int
    pada: datetime
    oleh: str
    peran: str
    perbuatan: str
    objek: str
    sebelum: str
    sesudah: str
    hasil: str
    sidik: str


@dataclass(frozen=True, slots=True)
class Saringan:
    """What to show; "" and None do not filter. Days are days of WITA, both included."""

    oleh: str = ""
    perbuatan: str = ""
    hasil: str = ""
    sejak: date | None = None
    sampai: date | None = None
    cari: str = ""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The names and deeds that occur, for the filters."""

    oleh: tuple[str, ...]
    perbuatan: tuple[str, ...]


def rows(
    store: Store, actor: Actor, saringan: Saringan, *, lewati: int = 0, count: int | None = 50
) -> tuple[tuple[Jejak, ...], int]:
    """Rows that fit, newest first, and how many fit in all."""
    start, end = _start(saringan.sejak), _start(saringan.sampai)
    with rights.reading(store, actor, Aksi.LIHAT_AUDIT) as connection:
        found, total = audit.select_rows(
            connection, oleh=saringan.oleh, perbuatan=saringan.perbuatan, hasil=saringan.hasil, cari=saringan.cari,
            sejak=start, sampai=end + timedelta(days=1) if end else None, lewati=lewati, count=count,
        )  # fmt: skip
    return tuple(Jejak(**{**row, "pada": row["pada"].astimezone(WITA)}) for row in found), total


def choices(store: Store, actor: Actor) -> Pilihan:
    """What the filters offer."""
    with rights.reading(store, actor, Aksi.LIHAT_AUDIT) as connection:
        return Pilihan(tuple(audit.distinct(connection, "oleh")), tuple(audit.distinct(connection, "perbuatan")))


def broken(store: Store, actor: Actor) -> tuple[int, ...]:
    """Numbers of rows whose seal does not follow: changed by hand, or a row before them is gone."""
    with rights.reading(store, actor, Aksi.LIHAT_AUDIT) as connection:
        return tuple(audit.broken_rows(connection))


def export(store: Store, actor: Actor, saringan: Saringan) -> Unduhan:
    """The rows that fit as CSV (semicolons, UTF-8 with mark, every field quoted and unable to become a formula)."""
    found, _total = rows(store, actor, saringan, count=None)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["Nomor", "Waktu (WITA)", "Oleh", "Peran", "Perbuatan", "Objek", "Sebelum", "Sesudah", "Hasil",
                     "Segel"])  # fmt: skip
    for satu in found:
        fields = (satu.oleh, satu.peran, satu.perbuatan, satu.objek, satu.sebelum, satu.sesudah, satu.hasil, satu.sidik)
        moment = satu.pada.strftime("%Y-%m-%d %H:%M:%S")
        writer.writerow([satu.id, moment, *(_harmless(text) for text in fields)])
    with rights.deed(store, actor, Aksi.LIHAT_AUDIT, "unduh jejak audit", f"{len(found)} baris") as deed:
        deed.hasil = TERCATAT
    return Unduhan("jejak-audit.csv", "text/csv; charset=utf-8", ("\ufeff" + out.getvalue()).encode())


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(SIGNS) else text


def _start(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time.min, WITA)
