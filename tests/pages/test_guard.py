"""No page runs past the entry, and none shows anything when it is tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT, Visit, texts

PAGES = sorted((ROOT / "pages").glob("*.py"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_halaman_yang_dijalankan_tanpa_pintu_masuk_menolak_dan_tidak_menunjukkan_apa_pun(
    page: Path, demo: object
) -> None:
    app = AppTest.from_file(str(page), default_timeout=60).run()
    assert not app.exception
    assert [error.value for error in app.error] == [
        "Halaman ini hanya terbuka lewat aplikasi. Buka alamat utama aplikasi, lalu pilih halaman di menu."
    ]
    assert texts(app) == app.error[0].value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_sebelum_ada_kantor_setiap_halaman_menawarkan_cara_mulai(page: Path, visit: Visit) -> None:
    app = visit(page.stem)
    if page.stem == "panduan":
        assert app.title[0].value == "Panduan"
    else:
        assert {button.label for button in app.button} >= {"Mulai untuk kantor ini", "Coba dengan data contoh"}


def test_pengunjung_dari_komputer_lain_ditolak_oleh_halaman_sendiri(
    visit: Visit, demo: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from streamlit.runtime.context import ContextProxy

    monkeypatch.setattr(ContextProxy, "ip_address", property(lambda self: "192.168.1.7"))
    app = visit()
    assert "hanya dapat dibuka di komputer" in app.error[0].value
    assert not app.metric
