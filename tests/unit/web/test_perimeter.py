"""The outer gate: only this machine, only its own pages."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip.web.perimeter import Perimeter, host_name, is_loopback, reason_to_refuse
from tests.makers.asgi import run


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
