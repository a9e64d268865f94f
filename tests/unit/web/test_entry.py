"""What `app.py` hands to Streamlit: the walls in their order, our own addresses, a server that warms up."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.routing import Route
from streamlit import config as streamlit_config

from lkjip.errors import RefusedError
from lkjip.services import contoh
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from lkjip.web import entry, logs, ownership, warmup


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What Streamlit is told; nothing of it stays in this process."""
    told: dict[str, Any] = {}
    monkeypatch.setattr(streamlit_config, "set_option", told.__setitem__)
    monkeypatch.setattr(logs, "hide_session_ids", lambda: told.update(ids="hidden"))
    return told


def test_dinding_berdiri_sebelum_gerbang_dan_gerbang_sebelum_streamlit(
    store: Store, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store
    monkeypatch.setenv("LKJIP_ALAMAT", "https://lkjip.example/")
    walls = entry.middleware()
    names = [wall.cls.__name__ for wall in walls]
    assert names == ["SecurityHeaders", "Incidents", "Perimeter", "Gate", "StaticGzip", "IndonesianShell"]
    assert walls[2].kwargs == {"alamat": "https://lkjip.example"}
    assert options["server.trustedUserHeaders"] == {ownership.HEADER: "sesi"}
    assert options["ids"] == "hidden"
    assert "lkjip.example" in options["server.allowedHosts"]


def test_alamat_sendiri_di_samping_milik_streamlit() -> None:
    routes = entry.routes()
    assert all(isinstance(route, Route) for route in routes)
    assert {route.path.split("/")[1] for route in routes} == {"aset", "masuk", "auth", "sandi", "mulai", "unduh"}
    assert {route.path for route in routes if "POST" in (route.methods or ())} == {
        "/masuk", "/sandi", "/mulai", "/mulai/contoh",
    }  # fmt: skip


def test_naskah_utama_tidak_di_samping_halaman() -> None:
    assert entry.MAIN_SCRIPT.is_file()
    assert not (entry.MAIN_SCRIPT.parent / "pages").exists()


async def run_lifespan() -> None:
    async with warmup.lifespan(None):
        pass


def test_server_mulai_dengan_pemanasan(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    warmed: list[bool] = []
    monkeypatch.setattr(warmup, "warm_up", lambda: warmed.append(True))
    assert store
    asyncio.run(run_lifespan())
    assert warmed == [True]


def test_server_dengan_data_contoh_tidak_mulai_bila_terdengar_dari_luar(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    contoh.load_demo(store, OPERATOR)
    warmed: list[bool] = []
    monkeypatch.setattr(warmup, "warm_up", lambda: warmed.append(True))
    monkeypatch.setattr(streamlit_config, "get_option", {"server.address": "0.0.0.0"}.get)  # noqa: S104
    with pytest.raises(RefusedError, match="Data contoh"):
        asyncio.run(run_lifespan())
    assert warmed == []
