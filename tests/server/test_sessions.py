"""The life of a login (04-quality.md §4): what it outlives, what ends it, and how soon each door knows."""

from __future__ import annotations

import re
import secrets
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from websockets.exceptions import InvalidStatus

from lkjip.domain.access import Peran
from lkjip.domain.masuk import SALAH_PALING_BANYAK
from lkjip.services import users
from lkjip.store import pengguna
from tests.makers.akun import SANDI, add_account, open_session
from tests.makers.server import start_server, stop_server
from tests.makers.streamlit_client import HTML, SESI, Tab, Visit
from tests.server.conftest import INDIKATOR, INDIKATOR_DAN_TARGET, Begin, Kota, close, settle

WRONG = "Nama pengguna atau kata sandi tidak cocok"
LOCKED = "Terlalu banyak percobaan"


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kota]:
    """One server for the tests that end logins: each ends those of an account of its own."""
    data = tmp_path_factory.mktemp("sesi")
    store, warga = settle(data)
    kota = Kota(start_server(data), store, warga)
    yield kota
    close(kota)


@pytest.fixture
def sendiri(kantor: Kota) -> Iterator[Kota]:
    """That office with an analyst whom no other test knows."""
    key = add_account(kantor.store, f"analis.{secrets.token_hex(4)}", "Wulan Contoh", Peran.ANALIS)
    kota = replace(kantor, warga=replace(kantor.warga, analis=open_session(kantor.store, key)))
    yield kota
    kota.assert_well()
    assert kota.warga.analis.token not in kota.log()


def logged_in(kota: Kota) -> Visit:
    """The analyst, by the login form."""
    visit = Visit(kota.server.url)
    assert visit.log_in(kota.warga.analis.pengguna).status_code == 303
    return visit


def age(kota: Kota, token: str, **by: timedelta) -> None:
    """Move the times of the session of this token into the past."""
    from lkjip.services.accounts import seal_of

    now = datetime.now(UTC)
    with kota.store.write() as connection:
        for name, delta in by.items():
            query = f"UPDATE sesi SET {name} = :t WHERE sidik = :s"
            moment = (now - delta).isoformat(timespec="microseconds")
            stored = connection.execute(text("SELECT dibuat FROM sesi")).scalar()
            assert isinstance(stored, str)
            if "T" not in stored:
                moment = moment.replace("T", " ")
            assert connection.execute(text(query), {"t": moment, "s": seal_of(token)}).rowcount == 1


def assert_all_closed(visit: Visit, tab: Tab, why: str = "") -> None:
    """HTTP, media, uploads and new websockets at once; the open tab at its next run."""
    assert visit.get("/capaian").status_code == 401
    assert visit.get("/media/x.png").status_code == 401
    assert visit.get("/_stcore/host-config").status_code == 401
    assert visit.get("/unduh/dokumen/2025/xlsx").status_code == 401
    assert visit.upload(tab.session_id, "f", "a.xlsx", b"x") == 401
    with pytest.raises(InvalidStatus), visit.tab(session_id=tab.session_id):
        pass
    tab.run("capaian")
    assert "Masuk lagi" in tab.text()
    assert INDIKATOR not in tab.text()
    assert why in tab.says()


def test_sesi_bertahan_pada_f5_tab_kedua_dan_mulai_ulang_server(begin: Begin) -> None:
    kota = begin()
    visit = logged_in(kota)
    with visit.tab() as first, visit.tab() as second:
        assert INDIKATOR in first.run("capaian").text()
        assert INDIKATOR in second.run("capaian").text()
        assert first.session_id != second.session_id
    with visit.tab() as reloaded:
        assert "Siti Contoh" in reloaded.run("capaian").says()
    port = int(kota.server.url.rpartition(":")[2])
    stop_server(kota.server)
    kota.server = start_server(kota.server.data, port)
    assert visit.get("/", **HTML).status_code == 200
    with visit.tab(session_id=reloaded.session_id) as after:
        assert "Siti Contoh" in after.run("capaian").says()
    kota.assert_well()


def test_keluar_di_tab_lain_menutup_semuanya(sendiri: Kota) -> None:
    visit = logged_in(sendiri)
    elsewhere = logged_in(sendiri)
    with visit.tab() as tab:
        tab.run("capaian")
        token = visit.token
        other = Visit(sendiri.server.url)
        other.http.cookies.set(SESI, token)
        assert other.get("/auth/logout").headers["location"] == "/masuk?keluar=1"
        assert_all_closed(visit, tab, "Anda sudah keluar")
    assert elsewhere.get("/capaian", **HTML).status_code == 200  # another login of the same person goes on


def test_tombol_keluar_mengantar_ke_alamat_keluar(sendiri: Kota) -> None:
    visit = logged_in(sendiri)
    with visit.tab() as tab:
        button = tab.run("capaian").widget("button", "Keluar")
        tab.run("capaian", {button.id: ("trigger_value", True)})
        targets = [
            message.auth_redirect.url for message in tab.messages if message.WhichOneof("type") == "auth_redirect"
        ]
    assert targets == ["/auth/logout"]


def test_peran_yang_diganti_berlaku_saat_itu_juga(sendiri: Kota) -> None:
    visit = logged_in(sendiri)
    with visit.tab() as tab:
        assert INDIKATOR in tab.run("perencanaan", query=INDIKATOR_DAN_TARGET).text()
        with sendiri.store.read() as connection:
            now = pengguna.find(connection, sendiri.warga.analis.id)
        assert now is not None
        users.change(sendiri.store, sendiri.warga.admin.actor, now.id, now.versi, nama=now.nama, peran=Peran.ADMIN)
        assert_all_closed(visit, tab, "Peran atau seksi akun ini baru saja diubah")
    assert visit.log_in(sendiri.warga.analis.pengguna).status_code == 303
    with visit.tab() as tab:
        assert "tidak berhak" in tab.run("perencanaan").says()
        assert "Akun baru" in tab.run("pengguna").text()


def test_akun_yang_dikunci_keluar_saat_itu_juga(sendiri: Kota) -> None:
    visit = logged_in(sendiri)
    with visit.tab() as tab:
        tab.run("capaian")
        users.lock(sendiri.store, sendiri.warga.admin.actor, sendiri.warga.analis.id, 1)
        assert_all_closed(visit, tab, "dikunci oleh admin")
    assert visit.log_in(sendiri.warga.analis.pengguna).status_code == 403


@pytest.mark.parametrize(
    ("tua", "sebab"),
    [
        ({"terakhir": timedelta(minutes=30, seconds=1)}, "30 menit tidak dipakai"),
        ({"dibuat": timedelta(hours=8, seconds=1)}, "Sesi sudah 8 jam"),
    ],
    ids=["diam", "paling lama"],
)
def test_sesi_berakhir_dengan_sendirinya(sendiri: Kota, tua: dict[str, timedelta], sebab: str) -> None:
    visit = logged_in(sendiri)
    with visit.tab() as tab:
        tab.run("capaian")
        age(sendiri, visit.token, terakhir=timedelta(minutes=29), dibuat=timedelta(hours=7, minutes=59))
        assert INDIKATOR in tab.run("capaian").text()  # just before the end; this use counts
        age(sendiri, visit.token, **tua)
        assert_all_closed(visit, tab, sebab)
    assert sebab in visit.get("/masuk", **HTML).text
    assert visit.log_in(sendiri.warga.analis.pengguna).status_code == 303


def test_yang_sedang_ditulis_saat_sesi_berakhir_kembali_setelah_masuk(sendiri: Kota) -> None:
    visit = logged_in(sendiri)
    with visit.tab() as tab:
        field = tab.run("perencanaan", query=INDIKATOR_DAN_TARGET).widget("text_area", "Indikator")
        age(sendiri, visit.token, terakhir=timedelta(minutes=31))
        before = sendiri.contents()
        tab.run("perencanaan", {field.id: ("string_value", "Tulisan yang belum disimpan")}, query=INDIKATOR_DAN_TARGET)
        assert "Masuk lagi" in tab.text()
    visit.log_in(sendiri.warga.analis.pengguna)
    with visit.tab() as tab:
        assert "Tulisan yang belum disimpan" in tab.run("perencanaan", query=INDIKATOR_DAN_TARGET).text()
    assert sendiri.contents() == before


def test_kunci_salah_sandi_bertahan_pada_mulai_ulang(begin: Begin) -> None:
    kota = begin()
    for _ in range(SALAH_PALING_BANYAK):
        assert WRONG in Visit(kota.server.url).log_in("siti", "salah").text
    assert LOCKED in Visit(kota.server.url).log_in("siti").text
    port = int(kota.server.url.rpartition(":")[2])
    stop_server(kota.server)
    kota.server = start_server(kota.server.data, port)
    assert LOCKED in Visit(kota.server.url).log_in("siti").text
    assert Visit(kota.server.url).log_in("dewi").status_code == 303
    kota.assert_well()


def words(answer: str) -> str:
    """The page without what belongs to the browser: its form token and the name it typed."""
    return re.sub(r' value="[^"]*"', "", answer)


def test_nama_yang_ada_dan_yang_tidak_ada_tidak_dapat_dibedakan(begin: Begin) -> None:
    """By text, status, cookies, and time (a dummy is hashed where there is no account)."""
    kota = begin()
    took: dict[str, list[float]] = {"siti": [], "tidak.ada": []}
    seen: dict[str, list[tuple[int, str, str]]] = {"siti": [], "tidak.ada": []}
    Visit(kota.server.url).log_in("siapa.saja", "x")
    for _ in range(SALAH_PALING_BANYAK + 1):
        for nama, times in took.items():
            visit = Visit(kota.server.url)
            visit.get("/masuk", **HTML)
            start = time.perf_counter()
            answer = visit.post("/masuk", {"pengguna": nama, "sandi": "salah sekali"})
            times.append(time.perf_counter() - start)
            cookies = ",".join(sorted(cookie.name for cookie in visit.http.cookies))
            seen[nama].append((answer.status_code, words(answer.text), cookies))
    assert [code for code, _, _ in seen["siti"]] == [403] * (SALAH_PALING_BANYAK + 1)
    minute = r"\d{2}[.:]\d{2}"
    plain = {nama: [(code, re.sub(minute, "", page), got) for code, page, got in all_] for nama, all_ in seen.items()}
    assert plain["siti"] == plain["tidak.ada"]
    known, unknown = (statistics.median(took[nama][:SALAH_PALING_BANYAK]) for nama in ("siti", "tidak.ada"))
    assert 1 / 3 < known / unknown < 3, (known, unknown)


def test_tanpa_masuk_pun_jendela_server_tidak_memuat_rahasia(begin: Begin) -> None:
    kota = begin()
    visit = logged_in(kota)
    Visit(kota.server.url).log_in("siti", "sandi salah yang khas")
    with visit.tab() as tab, visit.tab(session_id="df410872-a908-485d-8994-12f14355aa38") as other:
        secrets = [tab.run("unggah_data").session_id, other.run("").session_id, visit.token]
        visit.upload(tab.session_id, "f", "a.xlsx", b"x")
        kota.visit(Peran.SEKSI).upload(tab.session_id, "f", "a.xlsx", b"x")
    with kota.visit(Peran.SEKSI).tab(session_id=tab.session_id) as stolen:
        secrets.append(stolen.run("").session_id)
    with visit.tab(session_id=tab.session_id) as again, visit.tab(session_id=tab.session_id) as twice:
        secrets += [again.session_id, twice.run("").session_id]
        button = twice.widget("button", "Keluar")
        twice.run("", {button.id: ("trigger_value", True)})
    visit.get("/auth/logout")
    with pytest.raises(InvalidStatus), visit.tab(session_id=tab.session_id):
        pass
    stop_server(kota.server)
    log = kota.log()
    for secret in (*secrets, SANDI, "sandi salah yang khas", kota.warga.seksi.token):
        assert secret not in log
    assert not re.search(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", log)
