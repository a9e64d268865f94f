"""Each page by its address and by its hash: a server that nobody has used yet, and every role after that."""

from __future__ import annotations

import pytest
from websockets.exceptions import InvalidStatus

from lkjip.domain.access import PERAN_AKUN, Peran
from tests.makers.hak import TERBUKA
from tests.makers.streamlit_client import HTML, Visit
from tests.server.conftest import SPOKEN_OF, Begin, Kota

ADDRESS = {nama: "" if nama == "beranda" else nama for nama in TERBUKA}


def assert_closed(visit: Visit, path: str) -> None:
    """Nobody is logged in: a program gets 401, a person the login page, and no websocket opens."""
    assert visit.get(path).status_code == 401
    answer = visit.get(path, **HTML)
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/masuk")
    for text in SPOKEN_OF:
        assert text not in answer.text
    with pytest.raises(InvalidStatus), visit.tab():
        pass


def refused_pages(peran: Peran) -> list[str]:
    return [nama for nama, siapa in TERBUKA.items() if peran.value not in siapa]


@pytest.mark.parametrize("nama", TERBUKA)
def test_permintaan_pertama_server_baru_tidak_membuka_halaman(nama: str, begin: Begin) -> None:
    """Until Streamlit has run its navigation once, pages beside a main script would run by their address alone."""
    kota = begin()
    assert_closed(kota.visit(), f"/{ADDRESS[nama]}")
    outsiders = [peran for peran in PERAN_AKUN if peran.value not in TERBUKA[nama]]
    if outsiders:
        visit = Visit(kota.server.url)
        assert visit.log_in(kota.warga.of(outsiders[0]).pengguna).status_code == 303
        with visit.tab() as tab:
            tab.run(ADDRESS[nama])
            assert "tidak berhak" in tab.says()
            for text in SPOKEN_OF:
                assert text not in tab.text()
    kota.assert_well()


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_setiap_peran_menjalankan_hanya_halamannya(peran: Peran, kota: Kota) -> None:
    visit = Visit(kota.server.url)
    assert visit.log_in(kota.warga.of(peran).pengguna).status_code == 303
    for by_hash in (False, True):
        opened = set()
        with visit.tab() as tab:
            hashes = tab.run("").pages
            assert set(hashes) == set(ADDRESS.values())
            for nama, address in ADDRESS.items():
                tab.run(page_hash=hashes[address]) if by_hash else tab.run(address)
                if "tidak berhak" not in tab.says():
                    opened.add(nama)
                    continue
                for text in SPOKEN_OF:
                    assert text not in tab.text(), nama
                assert set(tab.ids().values()) <= {"selectbox", "button"}, nama
        assert opened == {nama for nama, siapa in TERBUKA.items() if peran.value in siapa}


@pytest.mark.parametrize("page_hash", ["x", "0" * 32, "../pages/pengguna.py", "'; DROP TABLE sesi"])
def test_halaman_yang_tidak_ada_tidak_membuka_yang_lain(page_hash: str, kota: Kota) -> None:
    with kota.visit(Peran.SEKSI).tab() as tab:
        tab.run(page_hash=page_hash)
        tab.run("pages/pengguna")
        tab.run("pengguna.py")
        assert "Traceback" not in tab.text()
        assert "Akun baru" not in tab.text()


def test_tanpa_masuk_tidak_satu_halaman_pun(kota: Kota) -> None:
    for address in (*ADDRESS.values(), "tidak_ada", "pages/pengguna.py"):
        assert_closed(kota.visit(), f"/{address}")
    kota.assert_well()
