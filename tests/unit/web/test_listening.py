"""Where the server may listen, and under which address it may be told to be reached."""

from __future__ import annotations

import pytest
from streamlit import config as streamlit_config

from lkjip.config import Config
from lkjip.errors import RefusedError
from lkjip.services import contoh
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from lkjip.web.listening import allow_public_address, check_at_start, is_local
from tests.makers.akun import Warga
from tests.makers.invariants import assert_sentence

EVERYWHERE = "0.0.0.0"  # noqa: S104


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What Streamlit is told and tells."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(streamlit_config, "get_option", kept.get)
    monkeypatch.setattr(streamlit_config, "set_option", kept.__setitem__)
    return kept


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_alamat_setempat(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize("address", [None, "", EVERYWHERE, "::", "192.168.1.7", "lkjip.example", "127.0.0.1.example"])
def test_alamat_yang_terdengar_dari_luar(address: str | None) -> None:
    assert not is_local(address)


@pytest.mark.parametrize("address", [EVERYWHERE, None])
def test_kantor_contoh_tidak_mulai_mendengarkan_keluar(
    store: Store, options: dict[str, object], address: str | None
) -> None:
    contoh.load_demo(store, OPERATOR)
    options["server.address"] = "127.0.0.1"
    check_at_start(Config.from_env())
    options["server.address"] = address
    with pytest.raises(RefusedError, match="Data contoh hanya untuk komputer ini") as caught:
        check_at_start(Config.from_env())
    assert_sentence(str(caught.value))


def test_kantor_sendiri_boleh_mendengarkan_keluar(warga: Warga, options: dict[str, object]) -> None:
    assert warga
    options["server.address"] = EVERYWHERE
    check_at_start(Config.from_env())


@pytest.mark.parametrize(
    ("alamat", "nama"),
    [
        ("https://lkjip.example", "lkjip.example"),
        ("http://192.168.1.7:8501", "192.168.1.7"),
        ("http://[fd00::1]", "fd00::1"),
    ],
)
def test_alamat_umum_dikenalkan_kepada_streamlit(options: dict[str, object], alamat: str, nama: str) -> None:
    allow_public_address(Config.from_env({"LKJIP_ALAMAT": alamat + "/"}))
    assert options["server.allowedHosts"] == ["127.0.0.1", "localhost", nama]


def test_tanpa_alamat_umum_tidak_ada_yang_berubah(options: dict[str, object]) -> None:
    allow_public_address(Config.from_env({}))
    assert options == {}


@pytest.mark.parametrize("alamat", ["lkjip.example", "ftp://lkjip.example", "https://", "http://[x", "*"])
def test_alamat_umum_yang_bukan_alamat_ditolak_saat_mulai(options: dict[str, object], alamat: str) -> None:
    with pytest.raises(RefusedError, match="LKJIP_ALAMAT") as caught:
        allow_public_address(Config.from_env({"LKJIP_ALAMAT": alamat}))
    assert_sentence(str(caught.value))
    assert options == {}
