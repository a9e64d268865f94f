"""An office whose sections are asked for data, and workbooks filled in as sections would (invented, CONTOH)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.isian_format import IsiFormat
from lkjip.domain.numbers import terukur
from lkjip.domain.pengumpulan import FormatSeksi
from lkjip.rules import load_aturan
from lkjip.services import isian_kinerja, kiriman, perencanaan
from lkjip.services import kantor as offices
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.isi_format import contents
from lkjip.services.kiriman import SeksiTahun
from lkjip.services.reading import Reading
from lkjip.spreadsheets.template.write import write_workbook
from lkjip.store import Store, format_seksi, impor, seksi
from lkjip.store import perencanaan as plans
from tests.makers.akun import KANTOR, Warga, found_office, logged_in
from tests.makers.here import read_here
from tests.makers.section_format import Isian, filled

TAHUN = 2025
INDIKATOR = (
    ("Indeks Kepuasan Masyarakat", "nilai", "85", "84", "83"),
    ("Persentase arsip tertata", "%", "90", "88", "87"),
    ("Jumlah desa mandiri", "desa", "5", "5", "4"),
)
PAGU = {"7.01.02": "Program Pelayanan", "7.01.03": "Program Pemberdayaan"}


@dataclass(frozen=True, slots=True)
class Kantor:
    """An office with three indicators: IKM and arsip of the first section, desa of the second; a code each."""

    store: Store
    warga: Warga
    ikm: int
    arsip: int
    desa: int

    @property
    def pelayanan(self) -> int:
        """The section of Rina."""
        assert self.warga.seksi.actor.seksi is not None
        return self.warga.seksi.actor.seksi

    @property
    def pemberdayaan(self) -> int:
        """The section of Joko."""
        assert self.warga.seksi_lain.actor.seksi is not None
        return self.warga.seksi_lain.actor.seksi

    def isi(self, seksi_id: int, tahun: int = TAHUN) -> IsiFormat:
        """What the workbook of a section is filled with now."""
        with self.store.read() as connection:
            homes = [satu for satu in seksi.load_seksi(connection) if satu.id == seksi_id]
            return contents(connection, tahun, homes)[seksi_id]

    def workbook(self, seksi_id: int, tahun: int = TAHUN, *, tercatat: bool = True) -> bytes:
        """A new workbook of a section, on record as made."""
        isi = self.isi(seksi_id, tahun)
        content = write_workbook(isi, load_aturan().istilah.urutan_label)
        if not tercatat:
            return content
        sha256 = hashlib.sha256(content).hexdigest()
        with self.store.deed(OPERATOR, "buat format uji", isi.seksi) as deed:
            impor.keep_bytes(deed, sha256, "format.xlsx", content)
            format_seksi.add_format(deed, FormatSeksi(0, tahun, seksi_id, "1", isi.sidik, sha256))
        return content

    def send(self, actor: Actor, content: bytes, seksi_id: int, tahun: int = TAHUN, **more: Any) -> kiriman.Tersimpan:
        """Store a filled workbook."""
        return kiriman.save(self.store, actor, reading_of(content), content, untuk=SeksiTahun(seksi_id, tahun), **more)

    def look(self, actor: Actor, content: bytes, seksi_id: int, tahun: int = TAHUN, **more: Any) -> kiriman.Pratinjau:
        """What storing it would do."""
        return kiriman.preview(self.store, actor, reading_of(content), SeksiTahun(seksi_id, tahun), **more)


def open_collection(store: Store, warga: Warga) -> Kantor:
    """Plan, targets of two years, last year's realisasi, owners and codes."""
    analis = warga.analis.actor
    sasaran = perencanaan.add_sasaran(store, analis, "Meningkatnya pelayanan")
    ids = []
    for teks, satuan, target, lalu, realisasi in INDIKATOR:
        key = perencanaan.add_indikator(store, analis, sasaran, teks, satuan=satuan)
        ids.append(key)
        for tahun, isi in ((TAHUN, target), (TAHUN - 1, lalu)):
            isian_kinerja.set_target(store, analis, key, tahun, isi, jenis=JenisTarget.PK, terlihat="")
        isian_kinerja.set_realisasi(store, analis, key, TAHUN - 1, realisasi, terlihat="")
    for satu in perencanaan.list_indikator(store, analis):
        home = warga.seksi_lain if "desa" in satu.teks else warga.seksi
        perencanaan.edit_indikator(
            store, analis, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus="naik",
            agregasi=satu.agregasi, seksi=home.actor.seksi,
        )  # fmt: skip
    with store.deed(OPERATOR, "kode seksi uji", "") as deed:
        format_seksi.set_seksi_program(deed, warga.seksi.actor.seksi or 0, ["7.01.02"])
        format_seksi.set_seksi_program(deed, warga.seksi_lain.actor.seksi or 0, ["7.01.03"])
    return Kantor(store, warga, *ids)


def collecting(store: Store) -> None:
    """`open_collection` in an office of its own, as a filling: nobody is logged in."""
    found_office(store)
    with logged_in(store) as warga:
        open_collection(store, warga)


def collection_of(store: Store, warga: Warga) -> Kantor:
    """What `collecting` has left in this store."""
    ids = {satu.teks: satu.id for satu in perencanaan.list_indikator(store, OPERATOR)}
    return Kantor(store, warga, *(ids[teks] for teks, *_ in INDIKATOR))


def big_office(store: Store, sections: int, indicators: int) -> dict[int, bytes]:
    """An office of many sections, each with so many indicators; the empty workbook of each by its id."""
    offices.start_office(store, OPERATOR, KANTOR)
    with store.deed(OPERATOR, "rencana uji", "") as deed:
        homes = [seksi.add_seksi(deed, f"Seksi {n} (CONTOH)") for n in range(1, sections + 1)]
        group = plans.add_sasaran(deed, "Meningkatnya pelayanan (CONTOH)")
        new = [
            plans.IndikatorBaru(group, f"Indikator {n} (CONTOH)", "nilai", "naik", True, seksi=home)
            for home in homes
            for n in range(1, indicators + 1)
        ]
        keys = plans.add_indikator(deed, new)
        plans.add_target(deed, [Target(key, TAHUN, JenisTarget.PK, terukur(85)) for key in keys])
        books = {}
        known = {satu.id: satu for satu in seksi.load_seksi(deed.connection)}
        for key, isi in contents(deed.connection, TAHUN, list(known.values())).items():
            books[key] = write_workbook(isi, load_aturan().istilah.urutan_label)
            sha256 = hashlib.sha256(books[key]).hexdigest()
            impor.keep_bytes(deed, sha256, "format.xlsx", books[key])
            format_seksi.add_format(deed, FormatSeksi(0, TAHUN, key, "1", isi.sidik, sha256))
    return books


def reading_of(content: bytes, nama: str = "isian.xlsx") -> Reading:
    """A workbook as `reading.read` gives it, without starting a reading process."""
    return read_here(nama, content)


def values(**columns: Mapping[int, Any] | Any) -> Isian:
    """Cells of the sheet Indikator by column and row: `values(tw1={1: 80}, setahun={2: 91})`."""
    return {("Indikator", kunci, baris): isi for kunci, rows in columns.items() for baris, isi in rows.items()}


def complete(*, ikm: Any = 87, arsip: Any = 91) -> Isian:
    """The first section's workbook with everything asked: reached, not worse, evidence, spending."""
    return {
        **values(setahun={1: ikm, 2: arsip}),
        ("Anggaran", "setahun", 1): 90_000_000,
        ("Data Dukung", "indikator", 1): "1. Indeks Kepuasan Masyarakat",
        ("Data Dukung", "tautan", 1): "https://contoh.example/survei",
        ("Data Dukung", "indikator", 2): "2. Persentase arsip tertata",
        ("Data Dukung", "nomor_dokumen", 2): "100/12",
        ("Data Dukung", "halaman", 2): "3",
    }


def words(penghambat: str, upaya: str, baris: int) -> Isian:
    """An explanation in the sheet Analisis."""
    return {("Analisis", "penghambat", baris): penghambat, ("Analisis", "upaya", baris): upaya}


__all__ = [
    "Kantor",
    "collecting",
    "collection_of",
    "complete",
    "filled",
    "open_collection",
    "reading_of",
    "replace",
    "values",
    "words",
]
