"""The demo office (CONTOH): invented data of `data/contoh`, loaded like any import, with the place of every value."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from lkjip.config import SAMPLE_FOLDER
from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.indikator import JenisTarget, Realisasi, Target
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import terukur
from lkjip.domain.trace import Source
from lkjip.errors import RefusedError
from lkjip.services.actor import Actor
from lkjip.services.isian import read_isian
from lkjip.store import Deed, Store, anggaran, impor, perencanaan, realisasi
from lkjip.store import kantor as offices

KINERJA, ANGGARAN = "kecamatan.toml", "anggaran.csv"


@dataclass(frozen=True, slots=True)
class Berkas:
    """One file of the demo office, kept in the database like an upload."""

    nama: str
    isi: bytes

    @property
    def sha256(self) -> str:
        """Hash of the content."""
        return hashlib.sha256(self.isi).hexdigest()


@cache
def sample_file(nama: str) -> Berkas:
    """A file of `data/contoh`."""
    return Berkas(nama, (SAMPLE_FOLDER / nama).read_bytes())


def load_demo(store: Store, actor: Actor) -> Kantor:
    """Make this database the demo office; a demo that is already there is made new, a real office is never touched."""
    data = tomllib.loads(sample_file(KINERJA).isi.decode())
    kantor = Kantor(**data["kantor"], demo=True)
    with store.deed(actor, "muat data contoh", kantor.nama) as deed:
        present = offices.load_kantor(deed.connection)
        if present is not None and not present.demo:
            raise RefusedError(
                f"Basis data ini sudah dipakai {present.nama}; data contoh tidak dimuat ke dalamnya. "
                "Pakai basis data lain lewat LKJIP_DATABASE_URL."
            )
        if present is not None:
            offices.clear_office(deed)
        offices.add_kantor(deed, kantor)
        counts = {"indikator": _load_kinerja(deed, data), "anggaran": _load_anggaran(deed)}
        deed.sesudah = counts
    return kantor


def _load_kinerja(deed: Deed, data: dict[str, Any]) -> int:
    """Sasaran, indicators, targets and realisasi; returns how many indicators."""
    impor_id = _keep(deed, sample_file(KINERJA), anggaran_ganti=False)
    count, targets, facts = 0, list[Target](), list[Realisasi]()
    for sasaran in data["sasaran"]:
        sasaran_id = perencanaan.add_sasaran(deed, sasaran["teks"])
        perencanaan.change_sasaran(deed, sasaran_id, 1, {}, sasaran["program"])
        for satu in sasaran["indikator"]:
            count += 1
            key = perencanaan.add_indikator(
                deed, sasaran_id, satu["teks"], satu["satuan"], rumus=satu["rumus"], ditetapkan=True
            )
            perencanaan.change_indikator(deed, key, 1, {"agregasi": satu["agregasi"]})
            targets += _targets(key, satu, data["tahun"], f"indikator {count}")
            facts += _realisasi(key, satu, data["tahun"], f"indikator {count}")
    perencanaan.add_target(deed, targets, impor_id)
    realisasi.add_realisasi(deed, facts, impor_id)
    return count


def _targets(key: int, satu: dict[str, Any], tahun: list[int], place: str) -> Iterator[Target]:
    for jenis in JenisTarget:
        for year, teks in zip(tahun, satu[jenis.value], strict=True):
            sumber = Source(KINERJA, "", f"{place}, {jenis.value} {year}")
            yield Target(key, year, jenis, read_isian(teks, "Target"), sumber)


def _realisasi(key: int, satu: dict[str, Any], tahun: list[int], place: str) -> Iterator[Realisasi]:
    """The years with one value each; the last year by its quarters where it has them."""
    for year, teks in zip(tahun, satu["realisasi"], strict=False):
        sumber = Source(KINERJA, "", f"{place}, realisasi {year}")
        yield Realisasi(key, year, read_isian(teks, "Realisasi"), None, None, sumber)
    for quarter, teks in enumerate(satu.get("triwulan", ()), 1):
        sumber = Source(KINERJA, "", f"{place}, triwulan {quarter}")
        yield Realisasi(key, tahun[-1], read_isian(teks, "Realisasi"), quarter, None, sumber)


def _load_anggaran(deed: Deed) -> int:
    """The budget of all years; returns how many lines."""
    file = sample_file(ANGGARAN)
    lines = list(_lines(file.isi.decode()))
    anggaran.add_anggaran(deed, lines, _keep(deed, file, anggaran_ganti=True))
    return len(lines)


def _lines(text: str) -> Iterator[BarisAnggaran]:
    """Budget lines in file order; the parent is the last line whose code this one begins with."""
    places: dict[tuple[int, str], int] = {}
    for row, line in enumerate(csv.DictReader(io.StringIO(text), delimiter=";"), 2):
        tahun, kode = int(line["tahun"]), line["kode"]
        urutan = sum(year == tahun for year, _kode in places) + 1
        parents = [place for (year, other), place in places.items() if year == tahun and kode.startswith(f"{other}.")]
        places[tahun, kode] = urutan
        yield BarisAnggaran(
            tahun,
            urutan,
            kode,
            line["uraian"],
            TingkatAnggaran(line["tingkat"]),
            terukur(Decimal(line["pagu"])),
            terukur(Decimal(line["realisasi"])),
            max(parents, default=None),
            sumber=Source(ANGGARAN, "", f"E{row}:F{row}"),
        )


def _keep(deed: Deed, file: Berkas, *, anggaran_ganti: bool) -> int:
    impor.keep_bytes(deed, file.sha256, file.nama, file.isi)
    note = {"contoh": True}
    return impor.add_impor(deed, file.sha256, file.nama, None, note, anggaran_ganti=anggaran_ganti)
