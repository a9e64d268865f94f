"""Each page by its address and by its hash: a server that nobody has used yet, and every role after that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from lkjip.config import Config
from lkjip.domain.access import PERAN_AKUN, Peran
from tests.makers import ready
from tests.makers.hak import TERBUKA
from tests.makers.server import Server, start_server, stop_server
from tests.makers.streamlit_client import HTML, Visit
from tests.server.conftest import SPOKEN_OF, Kota, close, move_in

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


@pytest.fixture
def baru(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has asked anything yet, without office and accounts."""
    ready.lay(Config.from_env({"LKJIP_DATA": str(tmp_path / "data")}))  # migrating it costs more than all the rest
    running = start_server(tmp_path / "data")
    yield running
    stop_server(running)


def assert_only_the_first_start(server: Server, path: str) -> None:
    """There is no account: a person is led to the first start, a program gets 401, and no websocket opens."""
    visit = Visit(server.url)
    assert visit.get(path).status_code == 401
    answer = visit.get(path, **HTML)
    assert (answer.status_code, answer.headers["location"]) == (303, "/mulai")
    assert "Ringkasan" not in answer.text, "halaman dijalankan langsung"
    assert "Mulai untuk kantor ini" in visit.get("/mulai", **HTML).text
    with pytest.raises(InvalidStatus), visit.tab():
        pass


@pytest.mark.parametrize("nama", TERBUKA)
def test_permintaan_pertama_server_baru_tidak_membuka_halaman(nama: str, baru: Server) -> None:
    """Until Streamlit has run its navigation once, pages beside a main script would run by their address alone.

    The first who asks has no account, because there is none; the first for whom a script runs may not open the page.
    """
    for path in (f"/{nama}", f"/{ADDRESS[nama]}", f"/pages/{nama}", f"/pages/{nama}.py"):
        assert_only_the_first_start(baru, path)
    kota = move_in(baru)
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
    close(kota)


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
