"""One form, sent at the same time, again, or with a session that has ended: one record or none, and everybody is told.

04-quality.md §2 "Form level", in real browsers: two tabs of one session, two people, triple click, F5, a closed tab,
back and once more; two people on one record; a session that ends while a long text is being written.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import expect

from lkjip.domain.access import Peran
from lkjip.services import perencanaan, seksi, users
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from tests.browser.conftest import PATIENCE_MS, Visitor
from tests.browser.test_halaman_analisis import choose
from tests.makers.akun import SANDI, Orang, add_account, open_session
from tests.makers.browser import Browsers
from tests.makers.invariants import assert_store_whole
from tests.makers.server import start_server, stop_server
from tests.server.conftest import INDIKATOR, Kota, settle

pytestmark = pytest.mark.browser

SEKALIGUS = """(button, at) => { setTimeout(() => button.click(), at - Date.now()); }"""


@dataclass
class Ruang:
    """The office on its server, two people of each role, and the browsers that were opened."""

    chromium: Browsers
    kota: Kota
    orang: dict[Peran, tuple[Orang, Orang]]
    pages: list[Any] = field(default_factory=list)

    def sit(self, orang: Orang) -> Visitor:
        """A browser of one's own with this person's session."""
        page = self.chromium.take()
        self.pages.append(page)
        url = self.kota.server.url
        page.context.add_cookies([{"name": "lkjip_sesi", "value": orang.token, "url": url, "httpOnly": True}])
        return Visitor(page, self.kota.server)

    def second_tab(self, visitor: Visitor) -> Visitor:
        """Another tab of the same browser."""
        return Visitor(visitor.page.context.new_page(), self.kota.server)

    def fresh(self, peran: Peran) -> Orang:
        """A new session of the first person of this role."""
        return open_session(self.kota.store, self.orang[peran][0].id)


@pytest.fixture(scope="module")
def gedung(chromium: Browsers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ruang]:
    """One server for the whole module."""
    data = tmp_path_factory.mktemp("formulir")
    store, warga = settle(data)
    lain = {
        peran: open_session(store, add_account(store, f"{peran.value}.dua", f"{nama} Contoh", peran))
        for peran, nama in ((Peran.ANALIS, "Wulan"), (Peran.ADMIN, "Tono"))
    }
    server = start_server(data)
    yield Ruang(chromium, Kota(server, store, warga), {peran: (warga.of(peran), satu) for peran, satu in lain.items()})
    stop_server(server)
    assert_store_whole(store)
    store.close()


@pytest.fixture
def ruang(gedung: Ruang) -> Iterator[Ruang]:
    """The same building; its browsers are given back after each test."""
    yield gedung
    while gedung.pages:
        gedung.chromium.give_back(gedung.pages.pop())


@dataclass(frozen=True)
class Formulir:
    """Who fills it where, its fields, its button, what it stored under this name, and what both senders may read."""

    peran: Peran
    halaman: str
    isi: Callable[[Visitor, str], object]
    tombol: str
    ada: Callable[[Store, str], int]
    berhasil: str
    ditolak: str = "sudah ada"


def fill(label: str) -> Callable[[Visitor, str], object]:
    return lambda visitor, nama: visitor.page.get_by_role("textbox", name=label, exact=True).last.fill(nama)


def fill_account(visitor: Visitor, nama: str) -> None:
    visitor.page.get_by_role("textbox", name="Nama lengkap").last.fill(nama)
    visitor.page.get_by_role("textbox", name="Nama pengguna").last.fill(nama.lower().replace(" ", "."))
    choose(visitor, "Peran", "Camat", exact=True)


def count(found: Any, nama: str) -> int:
    return sum(nama in (getattr(satu, "teks", ""), getattr(satu, "nama", "")) for satu in found)


FORMULIR = {
    "sasaran": Formulir(
        Peran.ANALIS, "perencanaan?bagian=Tambah", fill("Sasaran strategis baru"), "Tambah sasaran",
        lambda store, nama: count(perencanaan.list_sasaran(store, OPERATOR), nama), "Sasaran ditambahkan.",
    ),
    "indikator": Formulir(
        Peran.ANALIS, "perencanaan?bagian=Tambah", fill("Indikator"), "Tambah indikator",
        lambda store, nama: count(perencanaan.list_indikator(store, OPERATOR), nama), "Indikator ditambahkan.",
    ),
    "seksi": Formulir(
        Peran.ADMIN, "pengaturan", fill("Seksi baru"), "Tambah seksi",
        lambda store, nama: count(seksi.list_seksi(store), nama), "ditambahkan.",
    ),
    "akun": Formulir(
        Peran.ADMIN, "pengguna", fill_account, "Buat akun",
        lambda store, nama: count((satu.pengguna for satu in users.accounts(store, OPERATOR)), nama), "dibuat.",
        "sudah dipakai",
    ),
}  # fmt: skip


def prepare(visitor: Visitor, formulir: Formulir, nama: str) -> Any:
    """Open the page, fill the form in, and give its button."""
    visitor.open(f"/{formulir.halaman}")
    formulir.isi(visitor, nama)
    return visitor.page.get_by_role("button", name=formulir.tombol, exact=True)


@pytest.mark.parametrize(
    ("jenis", "berdua"),
    [("sasaran", "dua orang"), ("akun", "dua tab")],  # every form: tests/pages/test_sekali.py
)
def test_isian_yang_sama_dikirim_pada_saat_yang_sama_menjadi_satu_dan_yang_kedua_diberi_tahu(
    jenis: str, berdua: str, ruang: Ruang
) -> None:
    formulir, nama = FORMULIR[jenis], f"Isian Bersamaan {berdua} {jenis}"
    satu, dua = ruang.orang[formulir.peran]
    kiri = ruang.sit(satu)
    kanan = ruang.second_tab(kiri) if berdua == "dua tab" else ruang.sit(dua)
    buttons = [prepare(visitor, formulir, nama) for visitor in (kiri, kanan)]
    at = time.time() * 1000 + 700
    for button in buttons:
        button.evaluate(SEKALIGUS, at)
    told = []
    for visitor in (kiri, kanan):
        sentence = re.compile(f"{re.escape(formulir.berhasil)}|{formulir.ditolak}")
        answer = visitor.page.get_by_test_id("stAlert").filter(has_text=sentence).first
        answer.wait_for(timeout=PATIENCE_MS)
        told.append(answer.inner_text())
    assert formulir.ada(ruang.kota.store, nama) == 1
    assert sorted(formulir.ditolak in kalimat for kalimat in told) == [False, True], told


@pytest.mark.parametrize("jenis", ["akun"])
def test_tiga_klik_menjadi_satu(jenis: str, ruang: Ruang) -> None:
    formulir, nama = FORMULIR[jenis], f"Isian Tiga Klik {jenis}"
    visitor = ruang.sit(ruang.orang[formulir.peran][0])
    prepare(visitor, formulir, nama).click(click_count=3, delay=5)
    visitor.see(formulir.berhasil)
    visitor.settle()
    assert formulir.ada(ruang.kota.store, nama) == 1


@pytest.mark.parametrize(("lalu", "tunggu"), [("F5", 60), ("tab ditutup", 0)])
def test_klik_lalu_muat_ulang_atau_tutup_menyimpan_utuh_atau_tidak_sama_sekali(
    lalu: str, tunggu: int, ruang: Ruang
) -> None:
    formulir, nama = FORMULIR["indikator"], f"Isian yang ditinggal {lalu} {tunggu}"
    browser = ruang.sit(ruang.orang[formulir.peran][0])
    visitor = ruang.second_tab(browser)
    prepare(visitor, formulir, nama).click(no_wait_after=True)
    visitor.page.wait_for_timeout(tunggu)
    if lalu == "F5":
        visitor.page.reload()
    else:
        visitor.page.close()
        visitor = ruang.second_tab(browser)
    button = prepare(visitor, formulir, nama)
    first = formulir.ada(ruang.kota.store, nama)
    assert first in (0, 1)
    button.click()
    visitor.see(formulir.ditolak if first else formulir.berhasil)
    assert formulir.ada(ruang.kota.store, nama) == 1
    assert_store_whole(ruang.kota.store)


def test_kembali_dengan_tombol_peramban_lalu_kirim_lagi_tidak_menggandakan(ruang: Ruang) -> None:
    formulir, nama = FORMULIR["sasaran"], "Isian yang dikirim lagi"
    visitor = ruang.sit(ruang.orang[formulir.peran][0])
    prepare(visitor, formulir, nama).click()
    visitor.see(formulir.berhasil)
    visitor.page.get_by_role("link", name="Capaian", exact=True).click()
    visitor.see("Capaian kinerja 2025")
    for _step in range(3):  # Capaian writes the indicator shown into the address: one step back stays on it
        visitor.page.go_back()
        visitor.settle()
        if "/perencanaan" in visitor.page.url:
            break
    visitor.page.get_by_role("tab", name="Tambah").click()
    formulir.isi(visitor, nama)
    visitor.click("button", formulir.tombol)
    visitor.see(formulir.ditolak)
    assert formulir.ada(ruang.kota.store, nama) == 1


def shows(visitor: Visitor, label: str, teks: re.Pattern[str]) -> None:
    """A field is drawn empty and then filled: wait for its text, not for the field."""
    isian = visitor.page.get_by_role("textbox", name=label, exact=True).first
    expect(isian).to_have_value(teks, timeout=PATIENCE_MS)


def test_dua_orang_pada_satu_catatan_yang_kedua_melihat_siapa_kapan_dan_kedua_teks(ruang: Ruang) -> None:
    satu, dua = ruang.orang[Peran.ANALIS]
    kiri, kanan = ruang.sit(satu), ruang.sit(dua)
    for visitor, teks in ((kiri, f"{INDIKATOR} menurut Siti"), (kanan, f"{INDIKATOR} menurut Wulan")):
        visitor.open("/perencanaan?bagian=Indikator+dan+target")
        shows(visitor, "Indikator", re.compile("."))
        visitor.page.get_by_role("textbox", name="Indikator", exact=True).first.fill(teks)
    kiri.click("button", "Simpan indikator")
    kiri.see("Indikator tersimpan.")
    kanan.click("button", "Simpan indikator")
    kanan.see("Siti Contoh")
    isi = kanan.text()
    assert re.search(r"Siti Contoh.*\d{1,2} \w+ 20\d\d", isi), isi
    assert "Yang Anda tulis" in isi
    for teks in ("menurut Siti", "menurut Wulan"):
        assert teks in isi
    kanan.click("button", "Tetap pakai isian saya")
    shows(kanan, "Indikator", re.compile("menurut Wulan"))
    kanan.click("button", "Simpan indikator")
    kanan.see("Indikator tersimpan.")
    teks = [indikator.teks for indikator in perencanaan.list_indikator(ruang.kota.store, OPERATOR)]
    assert f"{INDIKATOR} menurut Wulan" in teks
    kiri.open("/perencanaan?bagian=Indikator+dan+target")
    shows(kiri, "Indikator", re.compile("menurut Wulan"))


PANJANG = "Meningkatnya mutu pelayanan yang sedang saya tulis panjang-panjang; " * 20
TERTIDUR = PANJANG.replace("sedang", "sempat")


def end_session(ruang: Ruang, orang: Orang) -> None:
    with ruang.kota.store.write() as connection:
        query = "UPDATE sesi SET berakhir = terakhir, sebab = 'Sesi diakhiri admin.' WHERE sidik = ?"
        connection.exec_driver_sql(query, (orang.actor.sesi,))


def log_in_again(visitor: Visitor, pengguna: str = "siti") -> None:
    visitor.page.get_by_label("Nama pengguna").fill(pengguna)
    visitor.page.get_by_label("Kata sandi").fill(SANDI)
    visitor.page.get_by_role("button", name="Masuk").click()
    visitor.settle()


def test_sesi_berakhir_saat_menulis_panjang_isian_masih_ada_setelah_masuk_lagi(ruang: Ruang) -> None:
    orang = ruang.fresh(Peran.ANALIS)
    visitor = ruang.sit(orang)
    prepare(visitor, FORMULIR["sasaran"], PANJANG)
    end_session(ruang, orang)
    visitor.page.get_by_role("button", name="Tambah sasaran", exact=True).click()
    visitor.see("kembali setelah Anda masuk lagi")
    visitor.page.get_by_role("link", name="Masuk lagi").click()
    log_in_again(visitor)
    expect_typed(visitor, PANJANG)
    visitor.page.reload()
    expect_typed(visitor, PANJANG)
    visitor.click("button", "Tambah sasaran")
    visitor.see("Sasaran ditambahkan.")
    assert not visitor.page.get_by_text("kembali di formulirnya").count()
    visitor.page.reload()
    visitor.settle()
    expect_typed(visitor, "")


def expect_typed(visitor: Visitor, teks: str) -> None:
    """A field is drawn empty and then filled: wait for the text, not for the field."""
    if teks:
        visitor.see("kembali di formulirnya")
    isian = visitor.page.get_by_role("textbox", name="Sasaran strategis baru").last
    expect(isian).to_have_value(teks, timeout=PATIENCE_MS)


@pytest.mark.parametrize(("pengguna", "kembali"), [("siti", True), ("analis.dua", False)])
def test_komputer_yang_tertidur_melewati_sesinya_mengembalikan_tulisan_kepada_penulisnya_saja(
    pengguna: str, kembali: bool, ruang: Ruang
) -> None:
    """Nothing was clicked: the connection was lost, and the page goes to the login page by itself."""
    orang = ruang.fresh(Peran.ANALIS)
    visitor = ruang.second_tab(ruang.sit(orang))  # its line is routed: no tab for another test
    tersambung: list[Any] = []

    def pass_on(line: Any) -> None:
        tersambung.append(line)
        line.connect_to_server()

    visitor.page.route_web_socket(re.compile("/_stcore/stream"), pass_on)
    prepare(visitor, FORMULIR["sasaran"], TERTIDUR)
    end_session(ruang, orang)
    tersambung[-1].close()
    visitor.page.wait_for_url("**/masuk?lanjut=**", timeout=PATIENCE_MS)
    log_in_again(visitor, pengguna)
    isian = visitor.page.get_by_role("textbox", name="Sasaran strategis baru").last
    if kembali:
        expect_typed(visitor, TERTIDUR)
        visitor.click("button", "Tambah sasaran")
        visitor.see("Sasaran ditambahkan.")
        assert count(perencanaan.list_sasaran(ruang.kota.store, OPERATOR), TERTIDUR.strip()) == 1
    else:
        isian.wait_for()
        visitor.settle()
        assert isian.input_value() == ""
        assert visitor.page.evaluate("sessionStorage.getItem('lkjip_isian')") is None
