"""Whoever is not logged in, comes from elsewhere, or claims to be somebody in a header: nothing is given."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from lkjip.domain.access import PERAN_AKUN, Peran
from tests.makers.akun import SANDI
from tests.makers.server import free_port, start_server, stop_server
from tests.makers.streamlit_client import HTML, SESI, Visit
from tests.server.conftest import Kota, settle

CLOSED = (
    "/_stcore/host-config", "/_stcore/metrics", "/_stcore/stream", "/_stcore/agent/sessions", "/_stcore/agent/",
    "/_stcore/script-health-check", "/_stcore/bidi-components/x/y.js", "/component/x/index.html", "/media/0a.png",
    "/app/static/x", "/unduh/jejak-audit", "/unduh/dokumen/2025/pdf", "/unduh/asli/1", "/sandi", "/manifest.json",
)  # fmt: skip
TRICKS = (
    "//", "//media/x", "/static/../media/x", "/static/..%2fmedia/x", "/static/%2e%2e/_stcore/metrics",
    "/static/..%5c..%5capp.py", "/%2e%2e/app.py", "/aset/x/..%2f..%2f..%2fapp.py", "/STATIC/index.html", "/Masuk",
    "/masuk/", "/_stcore/HEALTH", "/_stcore/health/", "/_stcore/health/../metrics", "/_stcore%2fmetrics",
    "//_stcore/metrics", "/./_stcore/metrics", "/masuk%00", "/mulai/contoh/..", "/masuk;x=1", "/%5f_stcore/metrics",
)  # fmt: skip
FORGED = (
    {"Host": "jahat.example"}, {"Host": "127.0.0.1.jahat.example"}, {"Host": "x@127.0.0.1"},
    {"Origin": "http://jahat.example"}, {"Origin": "null"}, {"Origin": "http://[rusak"},
    {"Origin": "https://127.0.0.1:1"},
    {"X-Forwarded-For": "192.168.1.7"}, {"X-Forwarded-For": "127.0.0.1, 192.168.1.7"},
)  # fmt: skip
UPGRADE = (
    "GET /_stcore/stream HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Protocol: streamlit\n"
)


def handshake_status(visit: Visit, **headers: str) -> int:
    try:
        with visit.tab(**headers):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def raw(kota: Kota, request: str) -> str:
    """What is answered to these very bytes."""
    port = int(kota.server.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(request.replace("\n", "\r\n").encode("latin-1"))
        if request.startswith(UPGRADE):
            return line.recv(65536).decode("latin-1")
        line.shutdown(socket.SHUT_WR)
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts).decode("latin-1")


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_tanpa_masuk_setiap_alamat_tertutup(kota: Kota, method: str) -> None:
    visit = kota.visit()
    for path in CLOSED:
        assert (path, visit.ask(method, path).status_code) == (path, 401)
    upload = "/_stcore/upload_file/df410872-a908-485d-8994-12f14355aa38/f"
    assert visit.ask(method, upload, files={"file": ("a.xlsx", b"x")}).status_code == 401


def test_jalan_memutar_tidak_membuka_apa_pun(kota: Kota) -> None:
    for path in TRICKS:
        assert (path, kota.visit().get(path).status_code) == (path, 401)
        assert kota.visit().get(path, **HTML).status_code in (303, 401)


def test_bagi_yang_masuk_pun_jalan_memutar_bukan_jalan_ke_yang_tertutup(kota: Kota) -> None:
    for path in TRICKS:
        answer = kota.visit(Peran.ADMIN).get(path)
        assert "st.App" not in answer.text
        assert "openmetrics" not in answer.headers.get("content-type", ""), path


def test_yang_terbuka_tidak_membocorkan_apa_pun(kota: Kota) -> None:
    visit = kota.visit()
    assert visit.get("/_stcore/health").text == "ok"
    login = visit.get("/masuk", **HTML)
    assert login.status_code == 200
    for owner in ("rina", "siti", "agus"):
        assert owner not in login.text
    assert visit.get("/mulai").headers["location"] == "/masuk"
    assert visit.ask("POST", "/mulai/contoh").headers["location"] == "/mulai"
    for path in ("/static/tidak-ada.js", "/static/", "/aset/x/tidak-ada.css", "/aset/"):
        answer = visit.get(path)  # at most Streamlit's empty page, the same for everybody
        assert answer.status_code in (301, 404) or '<div id="root"></div>' in answer.text
        assert "Kecamatan Uji" not in answer.text


@pytest.mark.parametrize(
    "path", ["/{}/", "//{}/", "//{}", "///{}/", "/static//{}/", "/\\{}/", "/%5c{}/", "/%2f{}/", "/.//{}/"]
)
def test_tidak_ada_alamat_yang_mengantar_ke_situs_lain(kota: Kota, path: str) -> None:
    for visit in (kota.visit(), kota.visit(Peran.ANALIS)):
        for more in ({}, HTML):
            answer = visit.get(path.format("jahat.example"), **more)
            assert not re.match(r"(?:[a-z]+:)?[/\\]{2}", answer.headers.get("location", "/"))


def test_websocket_tanpa_sesi_atau_dengan_sesi_karangan_ditolak(kota: Kota) -> None:
    assert handshake_status(kota.visit()) == 403
    for cookie in ("x", "a" * 43, kota.warga.admin.actor.sesi, "' OR 1=1 --"):
        assert handshake_status(kota.visit(), Cookie=f"{SESI}={cookie}") == 403
    identity = {"X-LKJIP-Sesi": kota.warga.admin.actor.sesi, "X-Forwarded-User": "agus", "Authorization": "Basic YTph"}
    assert handshake_status(kota.visit(), **identity) == 403


@pytest.mark.parametrize("headers", FORGED, ids=str)
def test_dari_tempat_lain_ditolak_juga_dengan_sesi_yang_hidup(kota: Kota, headers: dict[str, str]) -> None:
    visit = kota.visit(Peran.ANALIS)
    for path in ("/", "/masuk", "/_stcore/host-config", "/static/x"):
        answer = visit.get(path, **headers)
        assert (answer.status_code, "lkjip_formulir" in answer.headers.get("set-cookie", "")) == (403, False)
    lines = {"Host": kota.server.url.removeprefix("http://"), "Cookie": f"{SESI}={visit.token}", **headers}
    upgrade = raw(kota, UPGRADE + "".join(f"{name}: {value}\n" for name, value in lines.items()) + "\n")
    assert upgrade.startswith("HTTP/1.1 403")


def test_jabat_tangan_yang_sama_tanpa_karangan_diterima(kota: Kota) -> None:
    lines = f"Host: {kota.server.url.removeprefix('http://')}\nCookie: {SESI}={kota.warga.analis.token}\n\n"
    assert raw(kota, UPGRADE + lines).startswith("HTTP/1.1 101")


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "jahat.example"}, {"X-Forwarded-Proto": "https"}, {"X-Real-IP": "10.0.0.1"},
        {"Forwarded": "for=10.0.0.1;host=jahat.example"}, {"X-Original-URL": "/masuk"}, {"X-Rewrite-URL": "/masuk"},
        {"X-HTTP-Method-Override": "GET"}, {"X-Forwarded-User": "agus"}, {"X-LKJIP-Sesi": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_kepala_karangan_tidak_menambah_dan_tidak_membuka(kota: Kota, headers: dict[str, str]) -> None:
    assert kota.visit().get("/_stcore/host-config", **headers).status_code == 401
    answer = kota.visit().get("/capaian", **headers, **HTML)
    assert answer.headers["location"].startswith("/masuk?")
    assert "jahat.example" not in str(answer.headers)


def test_dua_host_atau_permintaan_yang_diselundupkan_ditolak(kota: Kota) -> None:
    two_hosts = raw(kota, "GET / HTTP/1.1\nHost: 127.0.0.1\nHost: jahat.example\nConnection: close\n\n")
    no_host = raw(kota, "GET / HTTP/1.1\nConnection: close\n\n")
    absolute = raw(kota, "GET http://jahat.example/masuk HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n")
    assert two_hosts.startswith("HTTP/1.1 400")
    assert no_host.startswith(("HTTP/1.1 400", "HTTP/1.1 403"))
    assert not absolute.startswith("HTTP/1.1 200")
    smuggled = raw(
        kota,
        "POST /masuk HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 4\nTransfer-Encoding: chunked\n\n"
        "0\n\nGET /_stcore/metrics HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n",
    )
    assert "openmetrics" not in smuggled


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_metrik_dan_antarmuka_agen_tertutup_bagi_semua(kota: Kota, peran: Peran) -> None:
    for path in ("/_stcore/metrics", "/_stcore/agent/sessions", "/_stcore/script-health-check", "/auth/login"):
        assert kota.visit(peran).get(path).status_code == 403


@pytest.mark.parametrize("peran", [Peran.SEKRETARIS, Peran.CAMAT, Peran.ADMIN])
def test_yang_tidak_mengunggah_tidak_dapat_mengirim_berkas(kota: Kota, peran: Peran) -> None:
    visit = kota.visit(peran)
    with visit.tab() as tab:
        tab.run("")
        assert visit.upload(tab.session_id, "f", "a.xlsx", b"x") == 403


def test_berkas_tanpa_ukuran_atau_terlalu_besar_ditolak(kota: Kota) -> None:
    visit = kota.visit(Peran.ANALIS)
    with visit.tab() as tab:
        tab.run("unggah_data")
        path = f"/_stcore/upload_file/{tab.session_id}/f"
        visit.get("/_stcore/health")
        xsrf = {"X-Xsrftoken": visit.http.cookies.get("_streamlit_xsrf") or ""}
        assert visit.ask("PUT", path, headers=xsrf, data=iter([b"x" * 100])).status_code == 411
        assert visit.upload(tab.session_id, "f", "a.xlsx", b"x" * (16 * 1024 * 1024)) == 413
        assert visit.ask("PUT", path, files={"file": ("a", b"x")}).status_code == 403  # without the XSRF token


def test_setiap_jawaban_membawa_kepala_pengaman(kota: Kota) -> None:
    for path, more in (("/masuk", HTML), ("/", HTML), ("/_stcore/health", {}), ("/static/x", {}), ("/x", {})):
        answer = kota.visit().get(path, **more)
        assert "script-src 'self';" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers
    page = kota.visit(Peran.ANALIS).get("/", **HTML).text
    for text in (page, kota.visit().get("/masuk", **HTML).text):
        assert not re.search(r"<script(?![^>]*src=)", text)


def test_pada_alamat_umum_hanya_nama_itu_yang_dijawab(tmp_path: Path) -> None:
    store, warga = settle(tmp_path)
    port = free_port()
    server = start_server(tmp_path, port, LKJIP_ALAMAT="https://lkjip.kantor.example")
    try:
        office = {"Host": "lkjip.kantor.example", "X-Forwarded-For": "192.168.1.7"}
        visit = Visit(server.url)
        assert visit.get("/masuk", **office).status_code == 200
        for headers in ({**office, "Host": "jahat.example"}, {**office, "Origin": "http://jahat.example"}):
            assert visit.get("/masuk", **headers).status_code == 403
        assert visit.get("/mulai", **office).headers["location"] == "/masuk"
        visit.http.headers.update(office)
        form = re.search(r'name="formulir" value="([^"]*)"', visit.get("/masuk", **HTML).text)
        assert form is not None
        fields = {"formulir": form[1], "pengguna": "siti", "sandi": SANDI}
        tokens = {"Cookie": f"lkjip_formulir={form[1]}", "Origin": "https://lkjip.kantor.example"}
        answer = visit.ask("POST", "/masuk", data=fields, headers=tokens)
        assert answer.status_code == 303
        assert "Secure" in answer.headers["set-cookie"]
        told = {**office, "Cookie": f"{SESI}={warga.analis.token}", "Origin": "https://lkjip.kantor.example"}
        with Visit(server.url).tab(**told) as tab:
            assert "Kecamatan Uji" in tab.run("").says()
        with store.read() as connection:
            noted = connection.exec_driver_sql("SELECT alamat FROM sesi ORDER BY dibuat DESC").scalar()
        assert noted == "192.168.1.7"  # who came, not the proxy
    finally:
        stop_server(server)
        store.close()


def test_setelah_semua_itu_server_tetap_sehat(kota: Kota) -> None:
    kota.assert_well()
    assert "Traceback" not in kota.log()
