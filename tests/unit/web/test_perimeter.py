"""The outer gate: only this machine, only its own pages."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip.web.perimeter import Perimeter, from_this_machine, host_name, is_loopback, public_name, reason_to_refuse
from tests.makers.asgi import ask, handshake, run, scope_of

OFFICE = "https://lkjip.kantor.example"


def scope(client: str | None = "127.0.0.1", host: str = "127.0.0.1:8501", origin: str | None = None) -> dict[str, Any]:
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin else [])
    return {
        "server": ("127.0.0.1", 9000),
        "type": "http",
        "method": "GET",
        "path": "/",
        "client": client and (client, 4000),
        "headers": headers,
    }


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
def test_alamat_komputer_ini_dikenali(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.1", "::ffff:192.168.1.7", "fe80::1", "bukan alamat", ""])
def test_alamat_lain_bukan_komputer_ini(address: str) -> None:
    assert not is_loopback(address)


@pytest.mark.parametrize(
    ("host", "nama"),
    [("localhost:8501", "localhost"), ("[::1]:8501", "::1"), ("127.0.0.1", "127.0.0.1"), ("[rusak", ""), ("", "")],
)
def test_nama_host_tanpa_porta(host: str, nama: str) -> None:
    assert host_name(host) == nama


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_halaman_sendiri_boleh_lewat(host: str) -> None:
    assert reason_to_refuse(scope(host=host)) == ""
    assert reason_to_refuse(scope(host=host, origin=f"http://{host}")) == ""


def test_komputer_lain_ditolak_dengan_petunjuk() -> None:
    assert "http://127.0.0.1:9000" in reason_to_refuse(scope(client="192.168.1.7"))
    assert reason_to_refuse(scope(client=None)) != ""


def test_nama_host_asing_yang_menunjuk_ke_sini_ditolak() -> None:
    assert reason_to_refuse(scope(host="jahat.example:8501")) != ""
    assert reason_to_refuse(scope(host="127.0.0.1.jahat.example")) != ""
    assert reason_to_refuse(scope(host="")) != ""


@pytest.mark.parametrize("origin", ["http://jahat.example", "http://127.0.0.1:9999", "null", "https://localhost"])
def test_permintaan_yang_dikirim_situs_lain_ditolak(origin: str) -> None:
    assert reason_to_refuse(scope(origin=origin)) != ""


def send_through(scope_: dict[str, Any]) -> tuple[bool, list[dict[str, Any]]]:
    """Whether the inner application was reached, and what was sent."""
    reached = False
    sent: list[dict[str, Any]] = []

    async def inner(_scope: Any, _receive: Any, _send: Any) -> None:
        nonlocal reached
        reached = True

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    run(Perimeter(inner)(scope_, receive, send))
    return reached, sent


def test_http_yang_ditolak_mendapat_403_dan_tidak_sampai_ke_aplikasi() -> None:
    reached, sent = send_through(scope(client="192.168.1.7"))
    assert not reached
    assert sent[0]["status"] == 403


def test_websocket_dari_situs_lain_ditutup_dan_tidak_sampai_ke_aplikasi() -> None:
    reached, sent = send_through(scope(origin="http://jahat.example") | {"type": "websocket"})
    assert not reached
    assert [message["type"] for message in sent] == ["websocket.close"]
    assert sent[0]["code"] == 1008


@pytest.mark.parametrize("jenis", ["http", "websocket", "lifespan"])
def test_yang_sah_sampai_ke_aplikasi(jenis: str) -> None:
    reached, sent = send_through(scope() | {"type": jenis})
    assert reached
    assert sent == []


# --- with a public address ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alamat", "nama"),
    [
        ("https://lkjip.kantor.example", "lkjip.kantor.example"),
        ("http://LKJIP.kantor.example:8501", "lkjip.kantor.example"),
        ("http://192.168.1.7:8501", "192.168.1.7"),
        ("http://[fd00::1]:8501", "fd00::1"),
        ("lkjip.kantor.example", ""),
        ("ftp://lkjip.kantor.example", ""),
        ("https://", ""),
        ("https://[rusak", ""),
        ("https://a@b", ""),
        ("", ""),
    ],
)
def test_nama_dari_alamat_umum(alamat: str, nama: str) -> None:
    assert public_name(alamat) == nama


@pytest.mark.parametrize("host", ["lkjip.kantor.example", "LKJIP.Kantor.Example", "lkjip.kantor.example:443"])
def test_komputer_lain_boleh_lewat_alamat_umum(host: str) -> None:
    assert reason_to_refuse(scope("192.168.1.7", host), OFFICE) == ""
    assert reason_to_refuse(scope("192.168.1.7", host, f"https://{host}"), OFFICE) == ""


@pytest.mark.parametrize(
    "host",
    ["jahat.example", "kantor.example", "x.lkjip.kantor.example", "lkjip.kantor.example.jahat.example", "192.168.1.9",
     "lkjip.kantor.example.", "", "lkjip.kantor.example@jahat", "jahat@lkjip.kantor.example", "lkjip.kantor.example/x",
     "lkjip.kantor.example:x", "lkjip.kantor.example:123456", "a b", "lkjip.kantor.example, jahat.example"],
)  # fmt: skip
def test_nama_host_lain_ditolak_walau_ada_alamat_umum(host: str) -> None:
    assert OFFICE in reason_to_refuse(scope("192.168.1.7", host), OFFICE)


@pytest.mark.parametrize(
    "origin",
    ["https://jahat.example", "null", "", "lkjip.kantor.example", "https://lkjip.kantor.example:444", "http://[rusak",
     "file://lkjip.kantor.example", "https://x@lkjip.kantor.example", "https://lkjip.kantor.example/x",
     "https://lkjip.kantor.example https://jahat.example"],
)  # fmt: skip
def test_asal_lain_ditolak_walau_ada_alamat_umum(origin: str) -> None:
    headers = [("host", "lkjip.kantor.example"), ("origin", origin)]
    assert reason_to_refuse(scope_of("/", headers, client=("192.168.1.7", 1)), OFFICE) != ""


def test_asal_kedua_yang_diselipkan_ditolak() -> None:
    headers = [("host", "127.0.0.1:8501"), ("origin", "http://127.0.0.1:8501"), ("origin", "http://jahat.example")]
    assert reason_to_refuse(scope_of("/", headers)) != ""


@pytest.mark.parametrize("alamat", ["lkjip.kantor.example", "x", "https://"])
def test_alamat_umum_yang_keliru_tidak_membuka_apa_pun(alamat: str) -> None:
    for host in ("", "jahat.example", "lkjip.kantor.example"):
        assert reason_to_refuse(scope("192.168.1.7", host), alamat) != ""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8501", "[::1]:8501"])
def test_permintaan_dari_komputer_ini(host: str) -> None:
    assert from_this_machine(scope(host=host))
    assert not from_this_machine(scope("192.168.1.7", host))
    assert not from_this_machine(scope(None, host))


def test_nama_lain_bukan_dari_komputer_ini() -> None:
    assert not from_this_machine(scope(host="lkjip.kantor.example"))


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"])
def test_yang_diteruskan_perantara_bukan_dari_komputer_ini(header: str) -> None:
    headers = [("host", "127.0.0.1:8501"), (header, "127.0.0.1")]
    assert not from_this_machine(scope_of("/", headers))
    assert reason_to_refuse(scope_of("/", headers)) == ""  # the wall looks at the address, not at what is claimed


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Forwarded-For", "X-Original-Host", "Forwarded"])
def test_nama_yang_hanya_diakui_di_kepala_lain_tidak_membuka(header: str) -> None:
    headers = [("host", "jahat.example"), (header, "127.0.0.1:8501")]
    assert reason_to_refuse(scope_of("/", headers)) != ""


def test_jawaban_penolakan_berbahasa_indonesia() -> None:
    async def inner(_scope: Any, _receive: Any, _send: Any) -> None:
        raise AssertionError

    app = Perimeter(inner, OFFICE)
    answer = ask(app, "/", headers={"host": "jahat.example"}, client=("192.168.1.7", 1))
    assert (answer.status, answer.text) == (
        403, "Alamat ini tidak dikenal. Buka aplikasi dengan alamat https://lkjip.kantor.example."
    )  # fmt: skip
    assert [message["type"] for message in handshake(app, headers={"origin": "http://[rusak"})] == ["websocket.close"]
