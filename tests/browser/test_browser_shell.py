"""The shell in a real browser: first start with the demo (with an office of one's own: test_main_path), Indonesian
throughout, nothing from outside, closed to others.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from lkjip.domain.access import Peran
from tests.browser.conftest import ROOT, Server, Visitor, start_server, stop_server, visit
from tests.makers.browser import Browsers
from tests.makers.server import network_address

pytestmark = pytest.mark.browser

FOR_ADMINS = ("jejak_audit", "pengguna")  # as they are sorted
PHONE = {"width": 390, "height": 844}
PAGES = [page.stem for page in sorted((ROOT / "pages").glob("*.py"))]

# Words of Streamlit's, Plotly's and the grid's own interface that would betray an untranslated text.
ENGLISH = re.compile(
    r"\b(?:the|and|your|you|please|search|upload|browse|drag|drop|files?|open|close|clear|choose|select|selected|"
    r"option|options|results?|press|enter|loading|running|error|warning|download|show|hide|columns?|rows?|fullscreen|"
    r"view|sidebar|home|page|pages|settings|zoom|pan|reset|axes|autoscale|plot|increment|decrement|copy|link|heading|"
    r"help|less|more|none|null|nan|true|false|undefined|submit|apply|add|remove|delete|empty|traceback|exception|yyyy)\b",
    re.IGNORECASE,
)
# Indonesian or official words that happen to look English, and the names of icon glyphs drawn as pictures.
ALLOWED = re.compile(r"\bNone\b(?=\.py)", re.IGNORECASE)


WIDER_THAN_THE_SCREEN = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return main.scrollWidth - main.clientWidth;
}"""


def shown_words(visitor: Visitor) -> str:
    """Everything a reader sees or hears: text without icon glyphs, labels, titles, placeholders."""
    return str(
        visitor.page.evaluate(
            """() => {
              const parts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (parent.closest('script, style, noscript, [data-testid=stIconMaterial]')) continue;
                parts.push(walker.currentNode.data);
              }
              for (const element of document.querySelectorAll('*'))
                for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
                  if (element.getAttribute(name)) parts.push(element.getAttribute(name));
              return parts.join('\\n');
            }"""
        )
    )


def english_words(text: str) -> list[str]:
    return sorted({match.group(0) for match in ENGLISH.finditer(ALLOWED.sub("", text))})


def test_pertama_kali_coba_dengan_data_contoh_lalu_dibuka_lagi_dari_halaman_masuk(visitor: Visitor) -> None:
    visitor.open()
    visitor.click("button", "Coba dengan data contoh")
    visitor.see("7 dari 12 indikator mencapai target 2025")
    visitor.page.locator(".js-plotly-plot").first.wait_for()
    assert "DEMO" in visitor.text()
    assert "CONTOH" in visitor.text()
    visitor.page.get_by_role("button", name="Keluar").click()
    visitor.page.wait_for_url("**/masuk**")
    visitor.click("button", "Buka kantor contoh")
    visitor.see("7 dari 12 indikator mencapai target 2025")


def test_setiap_halaman_berbahasa_indonesia_bertanda_demo_dan_muat_di_telepon(demo: Visitor) -> None:
    """From page to page as a reader goes; the pages of the admin last."""
    demo.page.set_viewport_size(PHONE)
    faults = {}
    for halaman in sorted(PAGES, key=FOR_ADMINS.__contains__):
        if halaman == FOR_ADMINS[0]:
            demo.sit_as(Peran.ADMIN)
        demo.open(f"/{'' if halaman == 'beranda' else halaman}")
        if found := [*too_wide(demo), *wrong_words(demo)]:
            faults[halaman] = found
    assert faults == {}


def too_wide(demo: Visitor) -> Iterator[str]:
    """Parts of the page that are wider than the phone; in the end all of them are open."""
    for bagian in [None, *demo.page.get_by_role("tab").all()[1:]]:
        if bagian is not None:
            bagian.click()
        demo.settle()
        if demo.page.evaluate(WIDER_THAN_THE_SCREEN) > 0:
            yield f"melebar ke samping di telepon: {bagian.inner_text() if bagian else 'bagian pertama'}"


def wrong_words(demo: Visitor) -> Iterator[str]:
    """Texts that should not be there, or are missing."""
    if demo.page.evaluate("document.documentElement.lang") != "id":
        yield "tidak bertanda bahasa Indonesia"
    yield from english_words(shown_words(demo))
    text = demo.text()
    yield from (f"tanpa '{kata}'" for kata in ("DEMO", "Kabupaten Contoh · Tahun 2025") if kata not in text)
    if "Terjadi kesalahan" in text:
        yield "Terjadi kesalahan"


def test_tahun_di_alamat_bertahan_saat_berpindah_halaman(demo: Visitor) -> None:
    demo.open("/?tahun=2023")
    demo.see("Kinerja tahun 2023")
    demo.page.get_by_role("link", name="Pengaturan").click()
    demo.settle()
    demo.see("Kabupaten Contoh · Tahun 2023")
    demo.page.get_by_role("link", name="Beranda").click()
    demo.settle()
    demo.see("Kinerja tahun 2023")


def test_alamat_yang_tidak_ada_dijawab_dalam_bahasa_indonesia(demo: Visitor) -> None:
    demo.open("/halaman-rahasia")
    demo.see("Halaman tidak ada")
    assert english_words(shown_words(demo)) == []


@pytest.mark.parametrize("halaman", ["capaian", "pages/capaian"])  # every page, raw: tests/server/test_pages.py
def test_permintaan_pertama_pada_server_baru_tidak_melewati_pintu(
    chromium: Browsers, tmp_path: Path, halaman: str
) -> None:
    """Regression: Streamlit runs pages/x.py by its address until st.navigation has run once in the process."""
    fresh = start_server(tmp_path / "data")
    try:
        for visitor in visit(chromium, fresh):
            visitor.open(f"/{halaman}")
            assert visitor.page.url.endswith("/mulai"), "tanpa akun hanya mulai pertama yang terbuka"
            text = visitor.text()
            assert "Mulai untuk kantor ini" in text
            assert "Ringkasan" not in text, "halaman dijalankan langsung"
    finally:
        stop_server(fresh)


def test_server_hanya_mendengar_di_komputer_ini(demo_server: Server) -> None:
    port = int(demo_server.url.rsplit(":", 1)[1])
    address = network_address()
    with pytest.raises(OSError, match=r".*"), socket.create_connection((address, port), timeout=2):
        pass


def test_tajuk_keamanan_ada_pada_jawaban_yang_sebenarnya(demo_server: Server) -> None:
    for path in ("/", "/capaian", "/_stcore/health", "/favicon.png"):
        try:
            answer = urlopen(demo_server.url + path)
        except HTTPError as refused:  # nobody is logged in: 401 with the same headers
            answer = refused
        with answer:
            assert "script-src 'self'" in answer.headers["Content-Security-Policy"], path
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_kesalahan_program_tampil_dengan_nomor_kejadian_tanpa_jejak(own_demo: Visitor) -> None:
    data = own_demo.server.data
    own_demo.open()
    (data / "lkjip.db").write_bytes(b"rusak")
    for leftover in data.glob("lkjip.db-*"):
        leftover.unlink()
    own_demo.page.get_by_role("link", name="Pengaturan").click()
    own_demo.settle()
    own_demo.see("nomor kejadian")
    text = own_demo.text()
    assert re.search(r"\d{4}-\d{4}-[0-9A-F]{4}", text)
    assert str(data) not in text
    assert "Traceback" not in text
    assert "sqlite" not in text.lower()


def test_kata_bawaan_yang_muncul_saat_dipakai_juga_berbahasa_indonesia(demo: Visitor, tmp_path: Path) -> None:
    """Words of Streamlit that appear only in use: no match, field hints, table tools, an uploaded file, help."""
    demo.sit_as(Peran.ADMIN)
    demo.open("/pengaturan")
    demo.page.get_by_label("Nama pimpinan").fill("Coba")
    demo.page.get_by_test_id("InputInstructions").first.wait_for()
    assert "Tekan Enter" in shown_words(demo)
    demo.page.get_by_role("combobox").first.fill("zzzz")
    demo.page.get_by_text("Tidak ada yang cocok").wait_for()
    demo.page.keyboard.press("Escape")
    demo.page.get_by_test_id("stTooltipHoverTarget").first.hover()
    demo.page.get_by_test_id("stTooltipContent").first.wait_for()
    demo.settle()
    seen = [shown_words(demo)]

    demo.sit_as(Peran.ANALIS)
    demo.open("/capaian")
    demo.page.get_by_test_id("stDataFrame").first.hover()
    tools = demo.page.get_by_test_id("stElementToolbarButton")
    tools.first.wait_for()
    demo.settle()
    seen.append(shown_words(demo))
    tools.get_by_role("button", name="Cari").first.click()
    demo.settle()
    seen.append(shown_words(demo))

    demo.open("/unggah_data")
    berkas = tmp_path / "iku.csv"
    berkas.write_text("No;Sasaran;Indikator;Satuan;Target 2025;Realisasi 2025\n1;S;I;%;90;85,5\n", encoding="utf-8")
    demo.page.locator("input[type=file]").first.set_input_files(str(berkas))
    demo.see("di daftar belum disimpan.")
    demo.settle()
    seen.append(shown_words(demo))
    assert [words for text in seen if (words := english_words(text))] == []


def test_berkas_terlalu_besar_ditolak_dalam_bahasa_indonesia(demo: Visitor, tmp_path: Path) -> None:
    berkas = tmp_path / "besar.csv"
    berkas.write_bytes(b"a;b\n" * (4 * 1024 * 1024 + 1))
    demo.open("/unggah_data")
    demo.page.locator("input[type=file]").first.set_input_files(str(berkas))
    demo.page.get_by_text("Berkas terlalu besar: paling besar 15 MB.").first.wait_for(state="attached")
    assert {"error", "file", "smaller"}.isdisjoint(word.lower() for word in english_words(shown_words(demo)))
