"""A Streamlit session belongs to one login: what Streamlit is told, and what it answers about its sessions."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit import config as streamlit_config
from streamlit import runtime

from lkjip.web import ownership
from tests.makers.asgi import scope_of


def test_kepala_dari_luar_diganti_dengan_milik_sesi() -> None:
    forged = [("host", "x"), ("X-LKJIP-SESI", "curian"), ("x-lkjip-sesi", "curian lagi")]
    scope = scope_of("/", forged)
    told = ownership.with_owner(scope, "sidik")
    assert [value for name, value in told["headers"] if name == b"x-lkjip-sesi"] == [b"sidik"]
    assert (b"host", b"x") in told["headers"]
    assert len(scope["headers"]) == 3  # the request itself is left as it came


def test_streamlit_membandingkan_pemilik(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, object] = {}
    monkeypatch.setattr(streamlit_config, "set_option", told.__setitem__)
    ownership.bind_sessions()
    assert told == {"server.trustedUserHeaders": {"x-lkjip-sesi": "sesi"}}


def test_pemilik_sesi_streamlit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ownership.owner_of("a") is None  # no server in this process
    context = SimpleNamespace(headers=[("host", "x"), ("x-lkjip-sesi", "sidik")])
    clients = {"a": SimpleNamespace(client_context=context), "b": SimpleNamespace(client_context=None)}
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(get_client=clients.get))
    assert [ownership.owner_of(name) for name in ("a", "b", "c", "")] == ["sidik", None, None, None]
