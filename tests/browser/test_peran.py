"""Every role in a real browser: its menu, the admin's accounts, the audit trail and its export, logging out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from lkjip.domain.access import Peran
from tests.browser.conftest import Visitor
from tests.browser.test_halaman_analisis import choose

pytestmark = pytest.mark.browser

MENU = {
    "Seksi": ["Beranda", "Format pengumpulan", "Unggah data", "Kelengkapan", "Capaian", "Anggaran", "Panduan"],
    "Analis": [
        "Beranda",
        "Perencanaan",
        "Format pengumpulan",
        "Unggah data",
        "Kelengkapan",
        "Capaian",
        "Anggaran",
        "Draf LKjIP",
        "Pengaturan",
        "Panduan",
    ],
    "Sekretaris": [
        "Beranda",
        "Format pengumpulan",
        "Unggahan",
        "Kelengkapan",
        "Capaian",
        "Anggaran",
        "Draf LKjIP",
        "Jejak audit",
        "Panduan",
    ],
    "Camat": ["Beranda", "Unggahan", "Kelengkapan", "Capaian", "Anggaran", "Draf LKjIP", "Jejak audit", "Panduan"],
    "Admin": ["Beranda", "Pengaturan", "Pengguna", "Jejak audit", "Panduan"],
}


def as_role(visitor: Visitor, peran: str) -> None:
    """One click on the bar of the demo."""
    named = {"name": peran, "exact": True}
    visitor.page.get_by_role("radio", **named).or_(visitor.page.get_by_role("button", **named)).first.click()
    visitor.page.locator("[data-testid=stSidebar]").get_by_text(f"({peran})").wait_for()
    visitor.settle()


def menu(visitor: Visitor) -> list[str]:
    return [str(text) for text in visitor.page.locator("[data-testid=stSidebarNavLink]").all_inner_texts()]


def test_satu_klik_mengganti_peran_dan_menunya(demo: Visitor) -> None:
    demo.open()
    for peran in ("Seksi", "Sekretaris", "Camat", "Admin", "Analis"):
        as_role(demo, peran)
        assert [text.split("\n")[-1] for text in menu(demo)] == MENU[peran]


def test_admin_membuat_akun_dan_jejaknya_terbaca_dan_terunduh(own_demo: Visitor, tmp_path: Path) -> None:
    own_demo.sit_as(Peran.ADMIN)
    own_demo.open("/pengguna")
    own_demo.page.get_by_role("textbox", name="Nama lengkap").fill("Tono Contoh")
    own_demo.page.get_by_role("textbox", name="Nama pengguna").fill("tono.contoh")
    choose(own_demo, "Peran", "Sekretaris", exact=True)
    own_demo.click("button", "Buat akun")
    own_demo.see("Kata sandi pertama untuk Tono Contoh")
    sandi = own_demo.page.locator("[data-testid=stCode]").inner_text().strip()
    assert len(sandi) >= 12
    own_demo.click("button", "Sudah disampaikan")
    assert sandi not in own_demo.text()

    own_demo.open("/jejak_audit?cari=tono.contoh")
    own_demo.see("rantai segelnya utuh")
    with own_demo.page.expect_download() as unduhan:
        own_demo.page.get_by_role("link", name="Unduh baris yang tersaring (CSV)").click()
    berkas = tmp_path / "jejak.csv"
    unduhan.value.save_as(berkas)
    baris = list(csv.DictReader(io.StringIO(berkas.read_text("utf-8-sig")), delimiter=";"))
    assert [(satu["Perbuatan"], satu["Objek"]) for satu in baris] == [("buat akun", "tono.contoh")]
    assert sandi not in berkas.read_text("utf-8-sig")


def test_setelah_keluar_alamat_halaman_tidak_membuka_apa_pun(demo: Visitor) -> None:
    demo.open()
    demo.see("7 dari 12 indikator mencapai target 2025")
    demo.page.get_by_role("button", name="Keluar").click()
    demo.page.wait_for_url("**/masuk**")
    demo.page.goto(demo.server.url + "/capaian")
    demo.page.wait_for_url("**/masuk?lanjut=**")
    assert "mencapai target" not in demo.text()
