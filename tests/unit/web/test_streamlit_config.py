"""The shipped `.streamlit/config.toml`: safe settings, and a theme that can be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEME = CONFIG["theme"]


@pytest.mark.parametrize(
    ("bagian", "nama", "nilai"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "enableXsrfProtection", True),
        ("server", "enableCORS", True),
        ("server", "maxUploadSize", 15),
        ("server", "enableAgentApi", False),
        ("server", "fileWatcherType", "none"),
        ("server", "enableStaticServing", False),
        ("browser", "serverAddress", "127.0.0.1"),
        ("browser", "gatherUsageStats", False),
        ("client", "showErrorDetails", "none"),
        ("runner", "postScriptGC", False),
        ("client", "toolbarMode", "minimal"),
        ("client", "disableDataExport", True),
    ],
)
def test_setelan_yang_dikirim_aman(bagian: str, nama: str, nilai: object) -> None:
    assert CONFIG[bagian][nama] == nilai


def test_hanya_nama_komputer_ini_yang_diterima() -> None:
    assert set(CONFIG["server"]["allowedHosts"]) <= {"localhost", "127.0.0.1"}


def test_semua_setelan_dikenal_streamlit() -> None:
    from streamlit import config

    known = set(config._config_options_template)
    for bagian, isi in CONFIG.items():
        for nama, nilai in isi.items():
            names = [f"{bagian}.{nama}.{dalam}" for dalam in nilai] if isinstance(nilai, dict) else [f"{bagian}.{nama}"]
            assert set(names) <= known


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_hitungan_kontras_benar() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("teks", ["textColor", "linkColor", "primaryColor"])
@pytest.mark.parametrize("dasar", ["backgroundColor", "secondaryBackgroundColor"])
def test_teks_terbaca_di_atas_dasarnya(teks: str, dasar: str) -> None:
    assert contrast(THEME[teks], THEME[dasar]) >= 4.5


def test_tulisan_putih_terbaca_di_atas_tombol_utama() -> None:
    assert contrast("#FFFFFF", THEME["primaryColor"]) >= 4.5


@pytest.mark.parametrize("warna", ["green", "orange", "red", "blue", "gray", "yellow"])
def test_warna_keadaan_terbaca_di_atas_dasarnya_dan_di_atas_putih(warna: str) -> None:
    assert contrast(THEME[f"{warna}TextColor"], THEME[f"{warna}BackgroundColor"]) >= 4.5
    assert contrast(THEME[f"{warna}TextColor"], THEME["backgroundColor"]) >= 4.5


def test_tema_sendiri_dan_tanpa_alamat_luar() -> None:
    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert THEME["primaryColor"].upper() not in {"#C53948", "#FF4B4B"}
    assert re.search(r"https?://", text) is None


def test_warna_keadaan_sama_dengan_okabe_ito() -> None:
    assert (THEME["greenColor"], THEME["orangeColor"], THEME["redColor"]) == ("#009E73", "#E69F00", "#D55E00")
