"""The id of a Streamlit session is worth nothing to another login: not for seeing, not for writing, not for sending."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lkjip.domain.access import Peran
from lkjip.services import accounts
from tests.makers.akun import Orang
from tests.makers.streamlit_client import Tab, Visit, Widgets
from tests.server.conftest import INDIKATOR, INDIKATOR_DAN_TARGET, Kota


@pytest.fixture
def victim(kota: Kota) -> Iterator[Tab]:
    """The analyst with the planning page open."""
    with kota.visit(Peran.ANALIS).tab() as tab:
        tab.run("perencanaan", query=INDIKATOR_DAN_TARGET)
        assert INDIKATOR in tab.text()
        yield tab


def press(tab: Tab, label: str) -> Widgets:
    return {tab.widget("button", label).id: ("trigger_value", True)}


ATTACKERS = (Peran.SEKSI, Peran.SEKRETARIS, Peran.CAMAT, Peran.ADMIN)


@pytest.mark.parametrize("peran", ATTACKERS)
@pytest.mark.parametrize("away", [False, True], ids=["korban-tersambung", "korban-terputus"])
def test_dengan_nomor_sesi_orang_lain_tidak_ada_yang_terlihat_atau_tertulis(
    kota: Kota, peran: Peran, away: bool
) -> None:
    before = kota.contents()
    with kota.visit(Peran.ANALIS).tab() as victim:
        victim.run("perencanaan", query=INDIKATOR_DAN_TARGET)
        stolen = victim.session_id
        widgets = {key: ("trigger_value", True) for key, kind in victim.ids().items() if kind == "button"}
        if away:
            victim.__exit__()
        with kota.visit(peran).tab(session_id=stolen) as attacker:
            attacker.run(widgets=widgets, page_hash=victim.pages["perencanaan"])
            assert attacker.session_id != stolen
            assert INDIKATOR not in attacker.text()
            assert "tidak berhak" in attacker.says()
        if not away:
            victim.run("perencanaan", query=INDIKATOR_DAN_TARGET)  # the victim was not even disturbed
            assert INDIKATOR in victim.text()
    assert kota.contents() == before
    kota.assert_well()


def test_akun_yang_sama_di_peramban_lain_juga_mendapat_sesi_sendiri(kota: Kota, victim: Tab) -> None:
    other = Visit(kota.server.url)
    assert other.log_in("siti").status_code == 303
    with other.tab(session_id=victim.session_id) as tab:
        tab.run("")
        assert tab.session_id != victim.session_id


def test_peramban_yang_sama_mendapat_sesinya_kembali(kota: Kota) -> None:
    visit = kota.visit(Peran.ANALIS)
    with visit.tab() as tab:
        kept = tab.run("capaian").session_id
    with visit.tab(session_id=kept) as tab:
        assert tab.run("capaian").session_id == kept


@pytest.mark.parametrize("forged", ["x", "", "..x", "0" * 4000, "df410872-a908-485d-8994-12f14355aa38"])
def test_nomor_sesi_karangan_memberi_sesi_baru(kota: Kota, forged: str) -> None:
    with kota.visit(Peran.SEKSI).tab(session_id=forged) as tab:
        tab.run("")
        assert tab.session_id != forged
        assert "Rina Contoh" in tab.says()


@pytest.mark.parametrize("peran", [Peran.SEKSI, Peran.ADMIN, Peran.CAMAT])
def test_ke_sesi_orang_lain_tidak_dapat_mengirim_atau_menghapus_berkas(kota: Kota, victim: Tab, peran: Peran) -> None:
    attacker, owner = kota.visit(peran), victim.visit
    assert owner.upload(victim.session_id, "milik-korban", "a.xlsx", b"asli") == 204
    assert attacker.upload(victim.session_id, "milik-korban", "a.xlsx", b"palsu") == 403
    assert attacker.upload(victim.session_id, "milik-korban", "a.xlsx", b"", method="DELETE") == 403
    forged = f"{victim.session_id}%2fmilik-korban"
    assert attacker.upload(forged, "x", "a.xlsx", b"palsu") == 403
    assert kota.visit().upload(victim.session_id, "milik-korban", "a.xlsx", b"palsu") == 401
    assert owner.upload(victim.session_id, "milik-korban", "a.xlsx", b"", method="DELETE") == 204


def test_berkas_media_hanya_untuk_yang_masuk(kota: Kota, victim: Tab) -> None:
    """What protects it: a session, and an address made of the hash of the content. No page puts data of the office
    into media: downloads go through /unduh, which asks the right of each."""
    addresses = set(re.findall(r"/media/[0-9a-z.]+", str(victim.messages)))
    assert addresses
    for address in addresses:
        assert kota.visit().get(address).status_code == 401
        assert kota.visit(Peran.SEKSI).get(address).status_code == 200
    for path in ("perencanaan", "capaian", "anggaran", "draf_lkjip", "unggah_data", "pengaturan"):
        victim.run(path)
        assert "/media/" not in victim.text(), path


def test_masuk_sebagai_orang_lain_di_tab_yang_sama_tidak_meninggalkan_apa_pun(kota: Kota) -> None:
    visit = Visit(kota.server.url)
    visit.log_in("siti")
    with visit.tab() as tab:
        stolen = tab.run("perencanaan").session_id
    visit.log_in("rina")
    with visit.tab(session_id=stolen) as tab:
        tab.run("perencanaan")
        assert tab.session_id != stolen
        assert INDIKATOR not in tab.text()


def test_sesi_yang_dipakai_penyerang_tetap_milik_akunnya_sendiri(kota: Kota, victim: Tab) -> None:
    owner: Orang = kota.warga.seksi
    with kota.visit(owner).tab(session_id=victim.session_id) as attacker:
        assert "Rina Contoh" in attacker.run("").says()
        assert "Siti Contoh" not in attacker.says()
    assert accounts.who(kota.store, kota.warga.analis.token).actor is not None
