"""From other desks, as the README has it: listening everywhere with LKJIP_ALAMAT, reached over the network card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
import requests
from websockets.exceptions import InvalidStatus

from lkjip.web.mulai import ONLY_HERE
from tests.browser.berkas import KINERJA
from tests.makers.proxy import reverse_proxy
from tests.makers.server import free_port, network_address, start_server, stop_server
from tests.makers.streamlit_client import HTML, SESI, Visit
from tests.server.conftest import INDIKATOR, Kota, settle

ASKED_FIRST = ("/", "/mulai", "/masuk", "/capaian", "/mulai/contoh")


@dataclass
class Jaringan:
    """The office, the addresses it is reached by, and what was answered there before it had any account."""

    kota: Kota
    langsung: str
    lewat_proksi: str
    sebelum: dict[tuple[str, str], requests.Response]


@pytest.fixture(scope="module")
def jaringan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Jaringan]:
    """One server for the whole module; it starts without office and accounts."""
    address, port, behind = network_address(), free_port(), free_port()
    data = tmp_path_factory.mktemp("jaringan")
    langsung, proksi = f"http://{address}:{port}", f"http://{address}:{behind}"
    server = start_server(data, port, listen="0.0.0.0", LKJIP_ALAMAT=langsung)  # noqa: S104  # as the README has it
    try:
        with reverse_proxy(address, behind, port):
            places = {"sini": server.url, "langsung": langsung, "proksi": proksi}
            before = {
                (name, path): Visit(url).get(path, **HTML) for name, url in places.items() for path in ASKED_FIRST
            }
            for name, url in places.items():
                before[name, "Host"] = Visit(url).get("/mulai", **HTML, Host=f"127.0.0.1:{port}")
            store, warga = settle(data)
            yield Jaringan(Kota(server, store, warga), langsung, proksi, before)
            store.close()
    finally:
        stop_server(server)


@pytest.fixture(params=["langsung", "lewat_proksi"])
def url(request: pytest.FixtureRequest, jaringan: Jaringan) -> str:
    """Over the network card, or through a proxy on it."""
    return str(getattr(jaringan, request.param))


def test_mulai_pertama_hanya_disajikan_di_komputer_server(jaringan: Jaringan) -> None:
    assert "Mulai untuk kantor ini" in jaringan.sebelum["sini", "/mulai"].text
    for tempat in ("langsung", "proksi"):
        assert jaringan.sebelum[tempat, "/mulai"].status_code == 403
        assert jaringan.sebelum[tempat, "/mulai"].text == jaringan.sebelum[tempat, "Host"].text == ONLY_HERE
        for path in (*ASKED_FIRST, "Host"):
            answer = jaringan.sebelum[tempat, path]
            assert "Mulai untuk kantor ini" not in answer.text, path
            assert not answer.headers.get("set-cookie"), path


def test_masuk_unggah_unduh_dan_websocket_dari_meja_lain(jaringan: Jaringan, url: str) -> None:
    visit = Visit(url)
    answer = visit.log_in("siti")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Secure" not in answer.headers["set-cookie"], "plain HTTP: the browser would not send it back"
    with visit.tab(Origin=url) as tab:
        assert INDIKATOR in tab.run("capaian").text()
        tab.run("unggah_data").drop((f"{url[-5:]}.csv", KINERJA.encode()))
        assert "galat" in tab.text() or "Simpan" in tab.text()
    xlsx = visit.get("/unduh/dokumen/2025/xlsx")
    assert (xlsx.status_code, xlsx.content[:2]) == (200, b"PK")
    with jaringan.kota.store.read() as connection:
        noted = connection.exec_driver_sql("SELECT alamat FROM sesi ORDER BY dibuat DESC").scalar()
    assert noted == urlsplit(url).hostname, "who came, not the proxy"


@pytest.mark.parametrize(
    "headers",
    [{"Host": "jahat.example"}, {"Host": "192.0.2.99:8501"}, {"Origin": "http://jahat.example"}, {"Origin": "null"}],
    ids=str,
)
def test_host_dan_origin_asing_ditolak_juga_dengan_sesi_yang_hidup(
    jaringan: Jaringan, url: str, headers: dict[str, str]
) -> None:
    visit = Visit(url)
    visit.http.cookies.set(SESI, jaringan.kota.warga.analis.token)
    assert visit.get("/", **HTML).status_code == 200
    for path in ("/", "/masuk", "/_stcore/host-config", "/unduh/dokumen/2025/xlsx"):
        assert (path, visit.get(path, **headers).status_code) == (path, 403)
    with pytest.raises(InvalidStatus) as refused, visit.tab(**headers):
        pass
    assert refused.value.response.status_code == 403


def test_yang_mengaku_dari_komputer_server_tetap_orang_luar(jaringan: Jaringan, url: str) -> None:
    """A Host that says 127.0.0.1, or a forwarding header, makes nobody local: the demo stays closed."""
    for headers in ({"Host": "127.0.0.1"}, {"X-Forwarded-For": "127.0.0.1"}, {"X-Real-IP": "127.0.0.1"}):
        assert Visit(url).ask("POST", "/mulai/contoh", headers=headers).headers["location"] == "/mulai"
        assert Visit(url).get("/capaian", **headers).status_code == 401
    jaringan.kota.assert_well()
