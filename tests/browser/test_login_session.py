"""An open page and its login session: a restart goes by unnoticed, an ended session leads to the login page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE_MS, READY
from tests.makers.browser import Browsers, Listener
from tests.makers.server import start_server, stop_server
from tests.server.conftest import settle

pytestmark = pytest.mark.browser
SEEN = "Capaian kinerja 2025"
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"


def logged_in(chromium: Browsers, url: str) -> Page:
    page: Page = chromium.take()
    page.goto(f"{url}/capaian")
    page.get_by_label("Nama pengguna").fill("siti")
    page.get_by_label("Kata sandi").fill("perahu kuning di muara")
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_selector(READY, timeout=PATIENCE_MS)
    page.get_by_text(SEEN).first.wait_for(timeout=PATIENCE_MS)
    return page


def test_halaman_terbuka_tersambung_lagi_selama_sesinya_hidup_lalu_mengantar_ke_halaman_masuk(
    chromium: Browsers, tmp_path: Path
) -> None:
    store, _warga = settle(tmp_path)
    server = start_server(tmp_path)
    port = int(server.url.rpartition(":")[2])
    try:
        page = logged_in(chromium, server.url)
        asked: list[str] = []
        heard = Listener(page)
        heard.on("request", lambda request: asked.append(request.url))
        page.wait_for_timeout(7000)
        heard.stop()
        assert asked == [], "selama tersambung tidak ada yang ditanyakan"

        stop_server(server)
        page.wait_for_selector(f"[data-testid=stApp]:not({CONNECTED})", timeout=PATIENCE_MS)
        server = start_server(tmp_path, port)
        page.wait_for_selector(CONNECTED, timeout=PATIENCE_MS)
        page.get_by_text(SEEN).first.wait_for(timeout=PATIENCE_MS)
        assert page.url == f"{server.url}/capaian"

        with store.write() as connection:
            connection.exec_driver_sql("UPDATE sesi SET berakhir = terakhir, sebab = 'Sesi diakhiri admin.'")
        stop_server(server)
        page.wait_for_selector(f"[data-testid=stApp]:not({CONNECTED})", timeout=PATIENCE_MS)
        server = start_server(tmp_path, port)
        page.wait_for_url("**/masuk?lanjut=%2Fcapaian", timeout=15_000)
        page.get_by_text("Sesi diakhiri admin.").wait_for()
        page.get_by_label("Nama pengguna").fill("siti")
        page.get_by_label("Kata sandi").fill("perahu kuning di muara")
        page.get_by_role("button", name="Masuk").click()
        page.wait_for_url(f"{server.url}/capaian", timeout=PATIENCE_MS)
        chromium.give_back(page)
    finally:
        stop_server(server)
        store.close()
