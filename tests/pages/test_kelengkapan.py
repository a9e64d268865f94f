"""Kelengkapan: the state of every section in word and shape, what is missing by name, and the analyst's word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.domain.pengumpulan import Distribusi, Keadaan, Penjelasan, Peristiwa
from lkjip.services import evaluation, kiriman, papan, penjelasan
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.store import format_seksi
from lkjip.ui.formats import tanggal_ringkas
from tests.makers.akun import found_office, log_in_all, logged_in
from tests.makers.kiriman import TAHUN, Kantor, collection_of, complete, filled, open_collection, values, words
from tests.pages.conftest import Seat, Visit, texts


def one_has_sent(store: Store) -> None:
    """Pelayanan has sent everything, Pemberdayaan nothing."""
    found_office(store)
    with logged_in(store) as warga:
        made = open_collection(store, warga)
        made.send(warga.seksi.actor, filled(complete(), made.workbook(made.pelayanan)), made.pelayanan)
        made.workbook(made.pemberdayaan)


FILLINGS = {"kantor": one_has_sent}


@pytest.fixture
def kantor(store: Store, seat: Seat) -> Kantor:
    """The analyst sits at the screen of `one_has_sent`."""
    made = collection_of(store, log_in_all(store))
    seat(made.warga.analis.token)
    return made


def choose(app: AppTest, row: int) -> AppTest:
    """Click a row of the board."""
    app.session_state[app.dataframe[0].key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


def button(app: AppTest, label: str) -> object:
    return next(satu for satu in app.button if satu.label.startswith(label))


def links(app: AppTest) -> list[str]:
    urls = [satu.proto.url for satu in app.get("link_button")]
    return [url for url in urls if url.startswith("/unduh/")]


def states(app: AppTest) -> list[tuple[str, ...]]:
    tabel = app.dataframe[0].value
    return [tuple(str(baris[judul]) for judul in ("Seksi", "Keadaan", "Realisasi", "Anggaran", "Kiriman"))
            for _, baris in tabel.iterrows()]  # fmt: skip


def test_kantor_baru_mengatakan_apa_yang_harus_ditetapkan_dahulu(visit: Visit, kantor_baru: Store) -> None:
    app = visit("kelengkapan")
    assert "Belum ada seksi yang diminta mengirim data tahun 2025." in texts(app).replace("\\", "")
    assert "Tetapkan seksi yang bertanggung jawab" in texts(app)


def test_setiap_seksi_dengan_kata_bentuk_dan_hitungan_isinya(visit: Visit, kantor: Kantor) -> None:
    app = visit("kelengkapan")
    assert "1 dari 2 seksi sudah mengirim: 1 siap diterima." in texts(app).replace("\\", "")
    assert states(app) == [
        ("Seksi Pelayanan", "◕ Siap diterima", "● 2/2", "● 1/1", f"versi 1, {tanggal_ringkas(papan.today())}"),
        ("Seksi Pemberdayaan", "○ Menunggu", "○ 0/1", "○ 0/1", "–"),
    ]


def test_yang_kurang_disebut_namanya(visit: Visit, kantor: Kantor) -> None:
    app = choose(visit("kelengkapan"), 1)
    teks = texts(app).replace("\\", "")
    assert "'Jumlah desa mandiri': belum diisi" in teks
    assert "'7.01.03': belum diisi" in teks
    assert not [satu for satu in app.button if satu.label.startswith("Terima")]


def test_analis_menerima_dan_keadaannya_berubah(visit: Visit, kantor: Kantor) -> None:
    app = choose(visit("kelengkapan"), 0)
    assert {url.rpartition("/")[0] for url in links(app)} == {"/unduh/asli", "/unduh/kiriman/1"}
    app = button(app, "Terima versi 1").click().run()  # type: ignore[attr-defined]
    assert not app.exception
    assert "Kiriman diterima." in texts(app)
    assert states(app)[0][1] == "● Diterima"


def test_mengembalikan_butuh_alasan_yang_lalu_terlihat(visit: Visit, kantor: Kantor) -> None:
    app = choose(visit("kelengkapan"), 0)
    app = button(app, "Kembalikan").click().run()  # type: ignore[attr-defined]
    assert "Catatan untuk seksi belum diisi" in texts(app)
    next(satu for satu in app.text_area if satu.label.startswith("Catatan")).set_value("Lampirkan survei.")
    app = button(app.run(), "Kembalikan").click().run()  # type: ignore[attr-defined]
    assert "Kiriman dikembalikan." in texts(app)
    assert states(app)[0][1] == "↩ Dikembalikan"
    app = choose(visit("kelengkapan"), 0)
    assert "Lampirkan survei." in texts(app).replace("\\", "")


def test_seksi_yang_dikembalikan_membacanya_di_beranda_dan_di_barisnya_sendiri(
    visit: Visit, kantor: Kantor, seat: Seat
) -> None:
    seat(kantor.warga.seksi.token)
    assert "dikembalikan" not in texts(visit())
    (sent,) = kiriman.history(kantor.store, kantor.warga.analis.actor, TAHUN, kantor.pelayanan)
    kiriman.return_with_reason(kantor.store, kantor.warga.analis.actor, sent.kiriman.id, None, "Lampirkan survei.")
    beranda = texts(visit()).replace("\\", "")
    assert f"Analis mengembalikan kiriman {TAHUN} seksi Anda: Lampirkan survei." in beranda
    assert "Tidak ada yang menunggu keputusan." not in beranda
    papan_seksi = texts(visit("kelengkapan")).replace("\\", "")
    assert "### Seksi Pelayanan" in papan_seksi
    assert "Lampirkan survei." in papan_seksi


def test_putusan_atas_versi_yang_sudah_digantikan_tidak_tersimpan(visit: Visit, kantor: Kantor) -> None:
    app = choose(visit("kelengkapan"), 0)
    lagi = filled(complete(ikm=88), kantor.workbook(kantor.pelayanan))
    kantor.send(kantor.warga.seksi.actor, lagi, kantor.pelayanan)
    app = button(app, "Terima versi 1").click().run()  # type: ignore[attr-defined]
    assert "Sudah ada versi 2" in texts(app)
    (baris, _) = papan.board(kantor.store, OPERATOR, TAHUN).baris
    assert baris.keadaan is Keadaan.SIAP


def test_perubahan_antarversi_disebut_isian_demi_isian(visit: Visit, kantor: Kantor) -> None:
    lagi = filled(complete(ikm=88), kantor.workbook(kantor.pelayanan))
    kantor.send(kantor.warga.seksi.actor, lagi, kantor.pelayanan)
    app = choose(visit("kelengkapan"), 0)
    beda = app.dataframe[2].value
    assert beda.to_numpy().tolist() == [["'Indeks Kepuasan Masyarakat', setahun", "87", "88"]]


@pytest.mark.parametrize("peran", [Peran.SEKRETARIS, Peran.CAMAT])
def test_pembaca_melihat_tanpa_tombol(peran: Peran, visit: Visit, kantor: Kantor, seat: Seat) -> None:
    seat(kantor.warga.of(peran).token)
    app = choose(visit("kelengkapan"), 0)
    assert [satu.label for satu in app.button if "versi" in satu.label or "Kembalikan" in satu.label] == []
    assert not app.toggle
    assert links(app)


def test_seksi_melihat_semua_keadaan_tetapi_hanya_versi_sendiri(visit: Visit, kantor: Kantor, seat: Seat) -> None:
    seat(kantor.warga.seksi_lain.token)
    app = choose(visit("kelengkapan"), 0)
    assert len(states(app)) == 2
    assert links(app) == []
    seat(kantor.warga.seksi.token)
    app = choose(visit("kelengkapan"), 0)
    assert links(app)
    assert not app.toggle


def behind(kantor: Kantor, **kata: str) -> None:
    """Pelayanan sends once more: arsip below its target, and worse than last year."""
    isi = complete(arsip=80) | words(kata.get("penghambat", ""), kata.get("upaya", ""), 2)
    kantor.send(kantor.warga.seksi.actor, filled(isi, kantor.workbook(kantor.pelayanan)), kantor.pelayanan)


def word_field(app: AppTest, label: str, place: int = 0) -> Any:
    return [satu for satu in app.text_area if satu.label == label][place]


def expanders(app: AppTest) -> list[str]:
    return [str(satu.label).replace("\\", "") for satu in app.expander if not satu.label.startswith("Versi")]


def test_seksi_menulis_penjelasan_yang_kurang_dan_papan_mengatakannya_ada(
    visit: Visit, kantor: Kantor, seat: Seat
) -> None:
    behind(kantor, penghambat="Arsip rusak karena banjir")
    seat(kantor.warga.seksi.token)
    app = choose(visit("kelengkapan"), 0)
    assert app.dataframe[0].value["Penjelasan"][0] == "○ 0/1"
    assert "Wajib dijelaskan karena target tidak tercapai: 80, target 90" in texts(app).replace("\\", "")
    assert expanders(app) == [
        "Persentase arsip tertata: ○ kurang upaya atau tindak lanjut",
        "Indeks Kepuasan Masyarakat: tidak wajib",
    ]
    assert word_field(app, "Faktor penghambat").value == "Arsip rusak karena banjir"
    word_field(app, "Upaya yang dilakukan").set_value("Arsip dibersihkan")
    app = button(app, "Simpan penjelasan").click().run()  # type: ignore[attr-defined]
    assert "Penjelasan tersimpan." in texts(app)
    assert app.dataframe[0].value["Penjelasan"][0] == "● 1/1"
    assert expanders(app)[0] == "Persentase arsip tertata: ● lengkap"
    app = button(app, "Simpan penjelasan").click().run()  # type: ignore[attr-defined]
    assert "Tidak ada yang berubah." in texts(app)


def test_penjelasan_kosong_ditolak_dengan_kalimat(visit: Visit, kantor: Kantor) -> None:
    behind(kantor)
    app = choose(visit("kelengkapan"), 0)
    app = button(app, "Simpan penjelasan").click().run()  # type: ignore[attr-defined]
    assert "Penjelasan belum diisi." in texts(app)


def test_penjelasan_rekan_ditunjukkan_dan_tulisan_sendiri_tidak_hilang(visit: Visit, kantor: Kantor) -> None:
    behind(kantor)
    app = choose(visit("kelengkapan"), 0)
    rekan = Penjelasan(kantor.arsip, TAHUN, penghambat="Listrik padam", upaya="Genset")
    penjelasan.explain(kantor.store, kantor.warga.seksi.actor, rekan)
    word_field(app, "Faktor penghambat").set_value("Arsip rusak")
    app = button(app, "Simpan penjelasan").click().run()  # type: ignore[attr-defined]
    assert "sudah diubah oleh Rina Contoh" in texts(app)
    assert app.table[0].value.to_numpy().tolist()[0] == ["Faktor penghambat", "Arsip rusak", "Listrik padam"]
    app = button(app, "Tetap pakai isian saya").click().run()  # type: ignore[attr-defined]
    assert word_field(app, "Faktor penghambat").value == "Arsip rusak"
    app = button(app, "Simpan penjelasan").click().run()  # type: ignore[attr-defined]
    assert "Penjelasan tersimpan." in texts(app)


@pytest.mark.parametrize("siapa", ["seksi_lain", "sekretaris", "camat"])
def test_yang_tidak_berhak_menulis_tidak_melihat_formulirnya(
    siapa: str, visit: Visit, kantor: Kantor, seat: Seat
) -> None:
    behind(kantor)
    seat(getattr(kantor.warga, siapa).token)
    app = choose(visit("kelengkapan"), 0)
    assert "'Persentase arsip tertata': penghambat dan upaya atau tindak lanjut" in texts(app).replace("\\", "")
    assert expanders(app) == []


def test_sakelar_menyisihkan_yang_belum_diterima(visit: Visit, kantor: Kantor) -> None:
    app = visit("kelengkapan")
    app = app.toggle[0].set_value(True).run()
    assert not app.exception
    assert kantor_service.pengaturan(kantor.store)[0].hanya_diterima
    assert "sekarang hanya menghitung kiriman yang sudah diterima" in texts(app)
    assert len(evaluation.load(kantor.store, OPERATOR).ditahan) == 2
    for halaman in ("capaian", "anggaran", "draf_lkjip"):
        assert "2 realisasi 2025 tidak ikut dihitung" in "".join(str(satu.value) for satu in visit(halaman).info)
    app = visit("kelengkapan")
    assert app.toggle[0].value
    app.toggle[0].set_value(False).run()
    assert not kantor_service.pengaturan(kantor.store)[0].hanya_diterima


def test_saringan_menyisakan_keadaan_yang_dipilih(visit: Visit, kantor: Kantor) -> None:
    app = visit("kelengkapan")
    app = app.button_group[0].set_value(["○ Menunggu"]).run()
    assert [satu[0] for satu in states(app)] == ["Seksi Pemberdayaan"]


def test_tenggat_lewat_disebut_di_kalimat_dan_tabel(visit: Visit, kantor: Kantor) -> None:
    with kantor.store.deed(OPERATOR, "sampaikan uji", "") as deed:
        format_seksi.add_distribusi(deed, [
            Distribusi(0, TAHUN, kantor.pemberdayaan, Peristiwa.DISAMPAIKAN, date(2026, 1, 2), tenggat=date(2026, 1, 5))
        ])  # fmt: skip
    app = visit("kelengkapan")
    assert "Lewat tenggat: Seksi Pemberdayaan." in texts(app).replace("\\", "")
    assert str(app.dataframe[0].value["Ketepatan"][1]).startswith("✕ belum, lewat ")
    assert kiriman.history(kantor.store, kantor.warga.analis.actor, TAHUN, kantor.pemberdayaan) == ()


def test_beranda_seksi_menyebut_kiriman_yang_belum_lengkap_dan_membawanya_ke_sini(
    visit: Visit, kantor: Kantor, seat: Seat
) -> None:
    joko = kantor.warga.seksi_lain
    kantor.send(joko.actor, filled(values(setahun={1: 5}), kantor.workbook(kantor.pemberdayaan)), kantor.pemberdayaan)
    seat(joko.token)
    app = visit()
    assert f"Kiriman {TAHUN} seksi Anda belum lengkap: kurang 1 data dukung dan 1 anggaran." in texts(app).replace(
        "\\", ""
    )
    assert "Tidak ada yang menunggu keputusan" not in texts(app)
    app = button(app, "Kelengkapan").click().run()  # type: ignore[attr-defined]
    assert f"Kelengkapan {TAHUN}" in app.title[0].value
