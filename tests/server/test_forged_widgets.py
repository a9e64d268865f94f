"""Widget states no browser would send: whatever arrives, nothing is stored that the page and the role do not allow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lkjip.domain.access import Peran
from lkjip.services import contoh
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import open_store
from tests.makers.section import section_workbook
from tests.makers.server import start_server, stop_server
from tests.makers.streamlit_client import HTML, Tab, Visit, Widgets
from tests.server.conftest import INDIKATOR, INDIKATOR_DAN_TARGET, SASARAN, Kota, close, settle

ENGLISH = ("Traceback", "Exception", "StreamlitAPI", "KeyError", "ValueError", "/lkjip/")


@pytest.fixture(scope="module")
def pabrik(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kota]:
    """An office for forgers."""
    data = tmp_path_factory.mktemp("pabrik")
    store, warga = settle(data)
    kota = Kota(start_server(data), store, warga)
    yield kota
    close(kota)


@pytest.fixture(scope="module")
def bengkel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kota]:
    """An office in which something may be stored."""
    data = tmp_path_factory.mktemp("bengkel")
    store, warga = settle(data)
    kota = Kota(start_server(data), store, warga)
    yield kota
    close(kota)


def forgeries(tab: Tab) -> list[Widgets]:
    """For every widget of the page but its buttons: values of every kind that no browser would send for it."""
    values: list[tuple[str, Any]] = [
        ("string_value", "bukan pilihan"), ("int_value", 10**12), ("int_value", -1), ("double_value", 1e308),
        ("double_value", float("nan")), ("bool_value", True), ("string_trigger_value", "x"),
        ("string_array_value", ["bukan pilihan"] * 50), ("int_array_value", [99, -1]),
        ("double_array_value", [1.5] * 9), ("json_value", '{"edited_rows":{"0":{"x":1}}}'),
        ("bytes_value", b"\xff\x00"),
        ("json_trigger_value", "[]"),
        ("file_uploader_state_value", [("sesi-lain", "berkas-lain", "../../x.xlsx", 2**40)]),
    ]  # fmt: skip
    fields = [key for key, kind in tab.ids().items() if kind != "button"]
    return [dict.fromkeys(fields, value) for value in values]


PARTS = {
    "perencanaan": ("Renstra", "Impor", "Indikator dan target", "Sasaran dan program", "Rekonsiliasi", "Tambah"),
}


def opened(tab: Tab, page: str) -> Tab:
    """The page with every part of it drawn."""
    tab.run(page)
    for part in PARTS.get(page, ()):
        tab.open_part(page, part)
    return tab


PAGES = ("", "perencanaan", "unggah_data", "capaian", "anggaran", "draf_lkjip", "pengaturan", "panduan")


@pytest.mark.parametrize("page", PAGES)
def test_nilai_yang_tidak_mungkin_tidak_menyimpan_apa_pun(pabrik: Kota, page: str) -> None:
    before = pabrik.contents()
    with pabrik.visit(Peran.ANALIS).tab() as tab:
        every = forgeries(opened(tab, page))
    for forged in every:
        with pabrik.visit(Peran.ANALIS).tab() as tab:
            opened(tab, page)
            tab.run(page, forged)
            for word in ENGLISH:
                assert word not in tab.says(), forged
    assert pabrik.contents() == before
    pabrik.assert_well()


def test_pilihan_di_luar_daftar_bersama_tombol_simpan_ditolak(pabrik: Kota) -> None:
    """The forged choice travels with the press of the real button."""
    before = pabrik.contents()
    for label, kind, value in (
        ("Seksi penanggung jawab", "string_value", "999"), ("Seksi penanggung jawab", "int_value", 999),
        ("Sasaran strategis", "int_value", 99), ("Sasaran strategis", "string_value", "karangan"),
        ("Rumus capaian", "int_value", 99), ("Rumus capaian", "string_value", "eval"),
        ("Angka setahun", "int_value", -1), ("Angka setahun", "string_value", "karangan"),
    ):  # fmt: skip
        with pabrik.visit(Peran.ANALIS).tab() as tab:
            tab.run("perencanaan", query=INDIKATOR_DAN_TARGET)
            chosen = next(e for k, e in tab.elements() if k in ("selectbox", "radio") and label in e.label)
            button = tab.widget("button", "Simpan indikator")
            forged = {chosen.id: (kind, value), button.id: ("trigger_value", True)}
            tab.run("perencanaan", forged, query=INDIKATOR_DAN_TARGET)
            for word in ENGLISH:
                assert word not in tab.says()
    after = pabrik.contents()
    assert {name for name in after if after[name] != before[name]} <= {"jejak_audit", "indikator"}
    with pabrik.store.read() as connection:
        query = "SELECT sasaran_id, teks, rumus, agregasi, seksi_id FROM indikator"
        rows = [tuple(row) for row in connection.exec_driver_sql(query)]
    assert rows == [(1, INDIKATOR, "naik", "terakhir", pabrik.warga.seksi.actor.seksi)]


@pytest.mark.parametrize("peran", [Peran.SEKSI, Peran.SEKRETARIS, Peran.CAMAT, Peran.ADMIN])
def test_tombol_dan_isian_halaman_analis_di_tangan_peran_lain_tidak_berbuat_apa_pun(pabrik: Kota, peran: Peran) -> None:
    """Ids are computed from the analyst's page; every button of it is pressed, with every field filled."""
    before = pabrik.contents()
    pages = ("perencanaan", "unggah_data") if peran is Peran.ADMIN else ("perencanaan", "pengaturan", "unggah_data")
    for page in pages:  # the admin may change the rules himself
        with pabrik.visit(Peran.ANALIS).tab() as own:
            opened(own, page)
            buttons = [key for key, kind in own.ids().items() if kind == "button" and "keluar" not in key]
            fields = {
                k: ("string_value", "palsu") for k, kind in own.ids().items() if kind in ("text_area", "text_input")
            }
            hashes = own.pages
        for key in buttons:
            with pabrik.visit(peran).tab() as tab:
                tab.run(widgets={**fields, key: ("trigger_value", True)}, page_hash=hashes[page])
                tab.run(page, {**fields, key: ("trigger_value", True)})
    assert pabrik.contents() == before
    pabrik.assert_well()


def test_tombol_yang_dimatikan_tidak_berbuat_apa_pun(pabrik: Kota) -> None:
    before = pabrik.contents()
    pressed = 0
    for peran, page in ((Peran.ANALIS, "perencanaan"), (Peran.ANALIS, "draf_lkjip"), (Peran.CAMAT, "draf_lkjip")):
        with pabrik.visit(peran).tab() as tab:
            off = [e.id for kind, e in opened(tab, page).elements() if kind == "button" and e.disabled]
            for key in off:
                pressed += 1
                tab.run(page, {key: ("trigger_value", True)})
                for word in ENGLISH:
                    assert word not in tab.says()
    assert pressed, "tidak ada tombol yang dimatikan untuk dicoba"
    assert pabrik.contents() == before


def test_widget_yang_tidak_ada_hanya_menyandung_pengirimnya(pabrik: Kota) -> None:
    """Some ids Streamlit passes over, over others it stumbles: then the sender alone reads of an incident."""
    before = pabrik.contents()
    for key, value in (
        ("$$ID-0123456789abcdef0123456789abcdef-None", ("trigger_value", True)),
        ("$$ID-0123456789abcdef0123456789abcdef-keluar", ("trigger_value", True)),
        ("$$ID-x-simpan_semua", ("trigger_value", True)),
        ("pemilik_sesi", ("string_value", "agus")),
        ("x" * 10_000, ("string_value", "y" * 10_000)),
        ("", ("trigger_value", True)),
    ):
        with pabrik.visit(Peran.SEKSI).tab() as tab, pabrik.visit(Peran.CAMAT).tab() as other:
            tab.run("", {key: value})
            assert "Rina Contoh" in tab.says() or "nomor kejadian" in tab.says()
            for word in (*ENGLISH, "Agus Contoh"):
                assert word not in tab.says()
            assert "Budi Contoh" in other.run("").says()
    assert pabrik.contents() == before


QUERIES = (
    "tahun=1", "tahun=99999999999999999999", "tahun=%00", "tahun=2025&tahun=2024", "bagian=karangan",
    "tahun=<script>alert(1)</script>", "x=" + "y" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_alamat_karangan_tidak_merusak_halaman(pabrik: Kota, query: str) -> None:
    with pabrik.visit(Peran.ANALIS).tab() as tab:
        for page in ("", "capaian", "perencanaan"):
            tab.run(page, query=query)
            for word in ENGLISH:
                assert word not in tab.says()
            assert "Kecamatan Uji" in tab.says()


@pytest.mark.parametrize(
    ("nilai", "kind"), [(1999, "int_value"), (2100, "int_value"), (10**15, "int_value"), (1e300, "double_value")]
)
def test_angka_di_luar_batas_tidak_tersimpan(bengkel: Kota, nilai: float, kind: str) -> None:
    with bengkel.visit(Peran.ADMIN).tab() as tab:
        tab.run("pengaturan")
        field, button = tab.widget("number_input", "Tahun laporan"), tab.widget("button", "Simpan data kantor")
        tab.run("pengaturan", {field.id: (kind, nilai), button.id: ("trigger_value", True)})
        for word in ENGLISH:
            assert word not in tab.says()
    with bengkel.store.read() as connection:
        assert connection.exec_driver_sql("SELECT tahun_aktif FROM kantor").scalar() == 2025
    bengkel.assert_well()


def test_isian_yang_terlalu_panjang_tidak_melewati_batasnya(bengkel: Kota) -> None:
    """`maxlength` is the browser's; what arrives all the same is cut or refused, never kept whole."""
    with bengkel.visit(Peran.ANALIS).tab() as tab:
        tab.run("perencanaan", query=INDIKATOR_DAN_TARGET)
        field, button = tab.widget("text_area", "Indikator"), tab.widget("button", "Simpan indikator")
        long = {field.id: ("string_value", "a" * 100_000), button.id: ("trigger_value", True)}
        tab.run("perencanaan", long, query=INDIKATOR_DAN_TARGET)
    with bengkel.store.read() as connection:
        (kept,) = connection.exec_driver_sql("SELECT teks FROM indikator").scalars()
    assert len(kept) <= 2000


def test_berkas_milik_sesi_lain_tidak_terbaca(pabrik: Kota) -> None:
    before = pabrik.contents()
    owner = pabrik.visit(Peran.ANALIS)
    with owner.tab() as mine, pabrik.visit(Peran.SEKSI).tab() as other:
        mine.run("unggah_data")
        assert owner.upload(mine.session_id, "rahasia", "rahasia.csv", b"No;Indikator\n1;rahasia") == 204
        uploader = other.run("unggah_data").widget("file_uploader", "Berkas tabel")
        for session_id in (mine.session_id, other.session_id, ""):
            forged = {uploader.id: ("file_uploader_state_value", [(session_id, "rahasia", "rahasia.csv", 22)])}
            other.run("unggah_data", forged)
            assert "rahasia.csv" not in other.text()
    assert pabrik.contents() == before


def test_suntingan_kolom_yang_terkunci_dan_baris_karangan_tidak_berlaku(pabrik: Kota) -> None:
    """Streamlit applies whatever edits arrive; what may be changed is decided again by us."""
    before = pabrik.contents()
    forged_edits = (
        {"edited_rows": {"0": {"Judul kolom": "palsu", "Kolom": "ZZ", "Contoh isi": "palsu"}}},
        {"edited_rows": {"999": {"Arti": "Target"}, "-1": {"Arti": "Target"}}},
        {"edited_rows": {"0": {"Arti": "bukan pilihan", "Tahun": 1, "Triwulan": 99, "tidak ada": 1}}},
        {"edited_rows": {"0": {"Arti": None, "Tahun": "dua ribu"}}},
        {"added_rows": [{"Arti": "Target"}], "deleted_rows": [0, 1, 2]},
    )
    visit = pabrik.visit(Peran.ANALIS)
    for edits in forged_edits:
        with visit.tab() as tab:
            uploader = tab.run("unggah_data").widget("file_uploader", "Berkas tabel")
            book = section_workbook(sheets=1, rows=3)
            assert visit.upload(tab.session_id, "f", "seksi.xlsx", book) == 204
            sent = [(tab.session_id, "f", "seksi.xlsx", len(book))]
            tab.run("unggah_data", {uploader.id: ("file_uploader_state_value", sent)})
            editors = [key for key, kind in tab.ids().items() if "arti_" in key or "kolom_" in key]
            assert "seksi.xlsx" in tab.text()
            assert editors
            tab.run("unggah_data", {key: ("string_value", json.dumps(edits)) for key in editors})
            assert "ZZ" not in tab.says()
            assert "Traceback" not in tab.text()
    assert pabrik.contents() == before
    pabrik.assert_well()


def test_yang_sah_memang_tersimpan(bengkel: Kota) -> None:
    """Without this the silence above would prove nothing: the same client, the same way, the right person."""
    before = bengkel.contents()
    with bengkel.visit(Peran.ANALIS).tab() as tab:
        tab.run("perencanaan", query=INDIKATOR_DAN_TARGET)
        field, button = tab.widget("text_area", "Indikator"), tab.widget("button", "Simpan indikator")
        tab.run(
            "perencanaan",
            {field.id: ("string_value", "Indikator yang ditulis ulang"), button.id: ("trigger_value", True)},
            query=INDIKATOR_DAN_TARGET,
        )
        assert "tersimpan" in tab.says()
    after = bengkel.contents()
    assert {name for name in after if after[name] != before[name]} == {"indikator", "jejak_audit"}
    with bengkel.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT teks FROM indikator").scalars().all()
    assert rows == ["Indikator yang ditulis ulang"]
    bengkel.assert_well()


def test_batang_peran_di_luar_kantor_contoh_tidak_ada_dan_tidak_berlaku(pabrik: Kota, tmp_path: Path) -> None:
    demo = tmp_path / "contoh"
    store = open_store(kota_config(demo))
    contoh.load_demo(store, OPERATOR)
    server = start_server(demo)
    try:
        visit = Visit(server.url)
        assert visit.post("/mulai/contoh", {}, "/masuk").status_code == 303
        with visit.tab() as tab:
            bar = tab.run("").widget("button_group", "Lihat sebagai")
        with pabrik.visit(Peran.SEKSI).tab() as outside:
            outside.run("")
            for kind, value in (
                ("string_array_value", ["Admin"]),
                ("int_array_value", [4]),
                ("string_array_value", ["x"]),
            ):
                outside.run("", {bar.id: (kind, value)})
                assert "Rina Contoh" in outside.says()
                assert "Akun baru" not in outside.run("pengguna", {bar.id: (kind, value)}).text()
        with visit.tab() as tab:  # in the demo: only the roles that are offered
            for kind, value in (
                ("string_array_value", ["perintah"]),
                ("int_array_value", [99]),
                ("int_array_value", []),
            ):
                tab.run("", {bar.id: (kind, value)})
                for word in ENGLISH:
                    assert word not in tab.says()
        assert visit.get("/", **HTML).status_code == 200
        with store.read() as connection:
            owner = "SELECT peran FROM sesi JOIN pengguna ON pengguna.id = sesi.pengguna_id"
            assert connection.exec_driver_sql(owner).scalars().all() == ["analis"]
    finally:
        stop_server(server)
        store.close()


def kota_config(data: Any) -> Any:
    from lkjip.config import Config

    return Config.from_env({"LKJIP_DATA": str(data)})


def test_setelah_semua_pemalsuan_data_masih_yang_semula(pabrik: Kota) -> None:
    pabrik.assert_well()
    with pabrik.visit(Peran.ANALIS).tab() as tab:
        assert SASARAN in tab.run("perencanaan", query="bagian=Sasaran+dan+program").text()
