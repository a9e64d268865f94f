"""A desk in another room, with a real browser: over the network card, and through a proxy that ends TLS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.berkas import ANGGARAN, csv
from tests.browser.conftest import Visitor, visit
from tests.browser.test_unggah_data import drop
from tests.makers.browser import Browsers
from tests.makers.proxy import reverse_proxy, self_signed
from tests.makers.server import Server, free_port, network_address, start_server, stop_server
from tests.server.conftest import INDIKATOR, settle

pytestmark = pytest.mark.browser


@pytest.fixture(params=["http", "https"])
def meja(request: pytest.FixtureRequest, chromium: Browsers, tmp_path: Path) -> Iterator[Visitor]:
    """As the README has it: plain HTTP listens everywhere; behind HTTPS the server stays on 127.0.0.1."""
    address, port, behind = network_address(), free_port(), free_port()
    store, _warga = settle(tmp_path / "data")
    store.close()
    if request.param == "http":
        url = f"http://{address}:{port}"
        server = start_server(tmp_path / "data", port, listen="0.0.0.0", LKJIP_ALAMAT=url)  # noqa: S104
    else:
        url = f"https://{address}:{behind}"
        server = start_server(tmp_path / "data", port, LKJIP_ALAMAT=url)
    try:
        with reverse_proxy(address, behind, port, self_signed(tmp_path, address)):
            yield from visit(chromium, Server(url, server.data, server.process, server.log))
    finally:
        stop_server(server)


def test_masuk_unggah_simpan_dan_unduh_dari_meja_lain(meja: Visitor) -> None:
    meja.log_in("siti")
    (sesi,) = (satu for satu in meja.page.context.cookies() if satu["name"] == "lkjip_sesi")
    assert (sesi["httpOnly"], sesi["secure"]) == (True, meja.server.url.startswith("https"))
    meja.open("/capaian")
    meja.see("Capaian kinerja 2025")
    meja.page.get_by_text(INDIKATOR).first.wait_for(state="attached")
    meja.open("/unggah_data")
    drop(meja, csv("anggaran.csv", ANGGARAN))
    meja.click("button", "Simpan")
    meja.see("Tersimpan: Baris anggaran 2025: 3 baru")
    meja.open("/draf_lkjip")
    with meja.page.expect_download(timeout=60_000) as pdf:
        meja.page.get_by_role("link", name="Buat PDF").click()
    assert Path(pdf.value.path()).read_bytes().startswith(b"%PDF-")
    meja.page.get_by_role("button", name="Keluar").click()
    meja.page.wait_for_url(f"{meja.server.url}/masuk?keluar=1")
