"""One year for nine sections, in a real browser: plan in (published figures of Kecamatan Muncar), nine workbooks out,
filled by hand as sections do it - late, for the wrong section, on an old version, full of errors, empty - and back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.domain.kantor import Kantor
from lkjip.domain.pengumpulan import Keadaan
from lkjip.services import clock, distribusi, kantor, papan, perencanaan, seksi
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.opening import Store, open_store
from tests.browser.conftest import Furnish, Server, Visitor
from tests.browser.test_halaman_analisis import choose
from tests.makers import muncar
from tests.makers import rencana as plans
from tests.makers.akun import add_account
from tests.makers.section_format import Isian, cell_name, filled

pytestmark = pytest.mark.browser

TAHUN = 2024
SASARAN = "Meningkatnya kinerja Kecamatan Muncar"
TEPAT, TERLAMBAT, SALAH, LAMA, GALAT, KOSONG = "ABCD", "E", "F", "G", "H", "I"
NAMA = {huruf: f"Seksi {huruf} (CONTOH)" for huruf in "ABCDEFGHI"}
ANALIS = Actor("Siti Contoh", Peran.ANALIS)


def with_store(server: Server, do: Callable[[Store], Any]) -> Any:
    store = open_store(Config(server.data, f"sqlite:///{server.data / 'lkjip.db'}"))
    try:
        return do(store)
    finally:
        store.close()


def give(visitor: Visitor, nama: str, content: bytes) -> None:
    berkas = {"name": nama, "mimeType": "application/octet-stream", "buffer": content}
    visitor.page.locator("input[type=file]").set_input_files([berkas])
    visitor.page.get_by_role("heading", name=nama).wait_for()
    visitor.settle()


def import_plan(visitor: Visitor, real_data: Path) -> None:
    """The Renstra matrix and the PK, through the page."""
    page = visitor.page
    visitor.open("/perencanaan?bagian=Impor")
    give(visitor, "renstra.xlsx", plans.muncar_matrix(real_data))
    visitor.see("Yang akan berubah")
    visitor.click("button", "Terapkan")
    visitor.see("Lihat hasilnya di bagian Ikhtisar dan Renstra.")
    visitor.click("button", "Berkas lain")
    page.get_by_text("Perjanjian Kinerja (PK)").first.click()
    visitor.settle()
    rows = [(place, SASARAN, satu["indikator"], satu.get("satuan") or "", satu["target"])
            for place, satu in enumerate(muncar.document(real_data)["indicators"], 1)]  # fmt: skip
    give(visitor, "pk.xlsx", plans.pk(rows, f"Perjanjian Kinerja Tahun {TAHUN}"))
    page.get_by_label("Nomor PK").fill("1/PK/2024")
    page.get_by_label("Nomor PK").press("Enter")
    visitor.settle()
    page.get_by_label("Tanggal PK").first.get_by_role("spinbutton").first.click()
    page.keyboard.type("15012024")
    page.get_by_role("heading", name="pk.xlsx").click()  # closes the calendar: only then the date counts
    visitor.settle()
    visitor.click("button", "Terapkan")
    visitor.see("Lihat hasilnya di bagian Ikhtisar dan Rekonsiliasi.")


def prepare(store: Store) -> None:
    """Nine sections, each answers for one indicator."""
    for nama in NAMA.values():
        seksi.add_seksi(store, OPERATOR, nama)
    homes = {satu.nama: satu.id for satu in seksi.list_seksi(store)}
    indikator = perencanaan.list_indikator(store, OPERATOR)
    assert len(indikator) == 9
    for satu, nama in zip(indikator, NAMA.values(), strict=True):
        perencanaan.edit_indikator(
            store, OPERATOR, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus="naik",
            agregasi=satu.agregasi, seksi=homes[nama],
        )  # fmt: skip


def late_handing_over(store: Store) -> None:
    """Section E had its workbook long ago; its due date has passed."""
    (late,) = [satu.seksi.id for satu in distribusi.overview(store, ANALIS, TAHUN) if satu.seksi.nama == NAMA["E"]]
    past = clock.today() - timedelta(days=9)
    distribusi.hand_over(
        store, ANALIS, TAHUN, [late], cara="Surat dinas", tanggal=past, tenggat=past + timedelta(days=7)
    )


def change_the_plan_of_g(store: Store) -> None:
    """After the workbooks went out, the target of section G's indicator was revised."""
    satu = perencanaan.list_indikator(store, OPERATOR)[6]
    perencanaan.edit_indikator(
        store, OPERATOR, satu.id, satu.versi, teks=satu.teks, satuan="%", rumus="naik", agregasi=satu.agregasi
    )


def indicator_of(workbook: bytes) -> str:
    """The section's indicator as it stands in the drop-down of Data Dukung."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Indikator"]
    return f"1. {sheet[cell_name('Indikator', 'teks', 1)].value}"


def complete(workbook: bytes) -> bytes:
    """Target reached, with evidence."""
    isian: Isian = {
        ("Indikator", "setahun", 1): 150,
        ("Data Dukung", "indikator", 1): indicator_of(workbook),
        ("Data Dukung", "nomor_dokumen", 1): "100/12/2024",
        ("Data Dukung", "halaman", 1): "3",
    }
    return filled(isian, workbook)


SALAHNYA: dict[tuple[str, str, int], Any] = {  # twelve kinds of mistakes, each in a cell of its own
    ("Indikator", "target", 1): 1,  # a locked cell
    ("Indikator", "tw1", 1): "98.5.3",
    ("Indikator", "tw2", 1): "1.234",
    ("Indikator", "tw3", 1): date(2024, 3, 1),
    ("Indikator", "tw4", 1): "#DIV/0!",
    ("Indikator", "setahun", 1): "=A1*2",
    ("Indikator", "status", 1): "Mungkin ada",
    ("Data Dukung", "indikator", 1): "7. Indikator lain",
    ("Data Dukung", "tautan", 2): "contoh.example/laporan",
    ("Data Dukung", "halaman", 3): "belakang",
    ("Data Dukung", "tanggal", 4): "31/02/2024",
    ("Data Dukung", "tanggal", 5): date(2019, 5, 5),
}


def with_twelve_errors(workbook: bytes) -> bytes:
    """A workbook with all of them."""
    rows = {("Data Dukung", "indikator", nomor): indicator_of(workbook) for nomor in range(2, 6)}
    names = {("Data Dukung", "nomor_dokumen", nomor): f"{nomor}/2024" for nomor in range(3, 6)}
    return filled({**rows, **names, **SALAHNYA}, workbook)


def assert_marked(content: bytes) -> None:
    """Every mistake stands in the list of the first sheet, and its own cell says so."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames[0] == "Temuan"
    listed = {(row[1], row[2]) for row in book["Temuan"].iter_rows(min_row=5, values_only=True) if row[1]}
    planted = {(lembar, cell_name(lembar, kunci, baris)) for lembar, kunci, baris in SALAHNYA}
    assert listed == planted
    for lembar, sel in planted:
        assert book[lembar][sel].comment is not None, (lembar, sel)
    assert book["Indikator"].protection.sheet


def upload(visitor: Visitor, huruf: str, content: bytes) -> None:
    visitor.open("/unggah_data")
    choose(visitor, f"Buku kerja {TAHUN} diterima dari seksi", NAMA[huruf])
    give(visitor, f"isian-{huruf}.xlsx", content)


def store_it(visitor: Visitor) -> None:
    visitor.click("button", "Simpan")
    visitor.see("Lihat kelengkapan")


def begun(store: Store) -> None:
    """The office of the publication without data, and who does its year."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Muncar", "Kabupaten Banyuwangi", tahun_aktif=TAHUN))
    for nama, peran in (("siti", Peran.ANALIS), ("dewi", Peran.SEKRETARIS)):
        add_account(store, nama, f"{nama.title()} Contoh", peran)


def test_satu_tahun_sembilan_seksi_dari_rencana_sampai_papan(furnish: Furnish, real_data: Path) -> None:
    visitor = furnish(begun)
    page, server = visitor.page, visitor.server
    import_plan(visitor, real_data)
    with_store(server, prepare)

    visitor.sit_as(Peran.SEKRETARIS)
    visitor.open("/format_pengumpulan")
    page.get_by_label("Nomor disposisi").fill("B.1/2025")
    visitor.click("button", f"Buka tahun {TAHUN}")
    visitor.see(f"tahun {TAHUN} terbuka")

    visitor.sit_as(Peran.ANALIS)
    visitor.open("/format_pengumpulan?bagian_format=Buku+kerja")
    visitor.click("button", "Buat format semua seksi")
    visitor.see("9 buku kerja siap")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh semua (ZIP)").click()
    packed = zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes()))
    books = {nama.removesuffix(".xlsx").split("-")[3].upper(): packed.read(nama) for nama in packed.namelist()}
    assert sorted(books) == sorted(NAMA)
    page.get_by_role("tab", name="Penyampaian").click()
    visitor.click("button", "Simpan penyampaian")
    visitor.see("Penyampaian kepada 9 seksi tercatat.")
    with_store(server, late_handing_over)

    visitor.open("/unggah_data")  # several at once: each goes to the section it names
    page.locator("input[type=file]").set_input_files([
        {"name": f"isian-{huruf}.xlsx", "mimeType": "application/octet-stream", "buffer": complete(books[huruf])}
        for huruf in (*TEPAT, TERLAMBAT)
    ])  # fmt: skip
    visitor.see("Simpan semua yang siap (5)")
    visitor.settle()
    visitor.click("button", "Simpan semua yang siap (5)")
    visitor.see("Semua berkas di daftar sudah tersimpan.")

    upload(visitor, SALAH, complete(books["A"]))
    visitor.see(f"untuk {NAMA['A']} tahun {TAHUN}")
    assert page.get_by_role("button", name="Simpan", exact=True).is_disabled()

    with_store(server, change_the_plan_of_g)
    upload(visitor, LAMA, complete(books[LAMA]))
    visitor.see("Buku kerja ini versi lama")
    visitor.see(f"tidak lagi cocok dengan rencana {NAMA[LAMA]} tahun {TAHUN}")
    assert page.get_by_role("button", name="Simpan", exact=True).is_disabled()

    upload(visitor, GALAT, with_twelve_errors(books[GALAT]))
    assert page.get_by_role("button", name="Simpan", exact=True).is_disabled()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh buku kerja bertanda").click()
    assert_marked(waiting.value.path().read_bytes())

    upload(visitor, KOSONG, books[KOSONG])
    store_it(visitor)

    visitor.open("/kelengkapan")
    visitor.see("6 dari 9 seksi sudah mengirim: 5 siap diterima dan 1 belum lengkap.")
    board = with_store(server, lambda store: papan.board(store, ANALIS, TAHUN))
    seen = {satu.seksi.nama[6]: (satu.keadaan, satu.waktu.kalimat) for satu in board.baris}
    left = "belum, sisa 7 hari"
    assert seen == {
        **dict.fromkeys(TEPAT, (Keadaan.SIAP, "tepat waktu")),
        TERLAMBAT: (Keadaan.SIAP, "terlambat 2 hari"),
        **dict.fromkeys((SALAH, LAMA, GALAT), (Keadaan.MENUNGGU, left)),
        KOSONG: (Keadaan.SEBAGIAN, left),
    }
    empty = next(satu for satu in board.baris if satu.keadaan is Keadaan.SEBAGIAN)
    assert [(bagian.ada, bagian.dari) for bagian in empty.bagian if bagian.dari] == [(0, 1), (0, 1)]
