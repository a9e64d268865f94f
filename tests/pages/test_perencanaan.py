"""Perencanaan: indicators, formulas and targets by form; a colleague's newer record is shown, never passed over."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.domain.indikator import Agregasi, Indikator, JenisTarget
from lkjip.services import evaluation, perencanaan
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.opening import Store
from tests.pages.conftest import Visit, texts

REKAN = Actor("Rekan", Peran.ANALIS)


def widget(kind: Any, label: str, place: int = 0) -> Any:
    return [satu for satu in kind if satu.label == label][place]


def button(app: AppTest, label: str) -> Any:
    return widget(app.button, label)


def first(store: Store) -> Indikator:
    return perencanaan.list_indikator(store, OPERATOR)[0]


def target_field(app: AppTest, jenis: str, tahun: int) -> Any:
    return widget(app.text_input, f"Target {jenis} {tahun}")


def target_of(store: Store, indikator_id: int, tahun: int, jenis: JenisTarget) -> str:
    semua = evaluation.load(store, OPERATOR).target
    cocok = (indikator_id, tahun, jenis)
    return next(satu.nilai.teks for satu in semua if (satu.indikator_id, satu.tahun, satu.jenis) == cocok)


def test_kantor_baru_dapat_mulai_dengan_sasaran_pertama(visit: Visit, kantor_baru: Store) -> None:
    app = visit("perencanaan", bagian="Tambah")
    widget(app.text_area, "Sasaran strategis baru").set_value("Meningkatnya kualitas pelayanan")
    app = button(app, "Tambah sasaran").click().run()
    assert "Sasaran ditambahkan." in texts(app)
    assert [satu.teks for satu in perencanaan.list_sasaran(kantor_baru, OPERATOR)] == [
        "Meningkatnya kualitas pelayanan"
    ]


def test_sasaran_kosong_ditolak_dengan_kalimat(visit: Visit, kantor_baru: Store) -> None:
    app = button(visit("perencanaan", bagian="Tambah"), "Tambah sasaran").click().run()
    assert "belum diisi" in texts(app)
    assert perencanaan.list_sasaran(kantor_baru, OPERATOR) == ()


def test_rumus_dan_satuan_ditetapkan_lewat_formulir(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    app = visit("perencanaan", bagian="Indikator dan target")
    widget(app.radio, "Rumus capaian").set_value("turun")
    widget(app.text_input, "Satuan").set_value("poin")
    app = button(app, "Simpan indikator").click().run()
    assert "Indikator tersimpan." in texts(app)
    sesudah = first(demo)
    assert (sesudah.rumus, sesudah.satuan, sesudah.rumus_ditetapkan) == ("turun", "poin", True)
    assert sesudah.id == indikator.id


def test_rumus_tertulis_dengan_kata_di_samping_pilihannya(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Indikator dan target")
    rumus = widget(app.radio, "Rumus capaian")
    assert "Makin rendah makin baik" in rumus.options
    assert any("target" in satu for satu in rumus.proto.captions)


def test_target_pk_disimpan_dan_yang_lama_tetap_tercatat(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    lama = target_of(demo, indikator.id, 2025, JenisTarget.PK)
    app = visit("perencanaan", bagian="Indikator dan target")
    target_field(app, "PK", 2025).set_value("91,25")
    app = button(app, "Simpan target").click().run()
    assert "1 target tersimpan." in texts(app)
    assert target_of(demo, indikator.id, 2025, JenisTarget.PK) == "91,25"
    assert lama in {satu.nilai.teks for satu in perencanaan.target_history(demo, OPERATOR, indikator.id)}


def test_target_yang_tidak_berubah_tidak_menambah_riwayat(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    sebelum = len(perencanaan.target_history(demo, OPERATOR, indikator.id))
    app = button(visit("perencanaan", bagian="Indikator dan target"), "Simpan target").click().run()
    assert "Tidak ada yang berubah." in texts(app)
    assert len(perencanaan.target_history(demo, OPERATOR, indikator.id)) == sebelum


def test_satu_target_yang_meragukan_menahan_semuanya_dan_isian_tetap_ada(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    sebelum = perencanaan.target_history(demo, OPERATOR, indikator.id)
    app = visit("perencanaan", bagian="Indikator dan target")
    target_field(app, "PK", 2025).set_value("90")
    target_field(app, "Renstra", 2025).set_value("1.234")
    app = button(app, "Simpan target").click().run()
    assert "dapat berarti" in texts(app)
    assert perencanaan.target_history(demo, OPERATOR, indikator.id) == sebelum
    assert target_field(app, "PK", 2025).value == "90"


def test_target_rentang_dan_sebutan_diterima(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    app = visit("perencanaan", bagian="Indikator dan target")
    target_field(app, "PK", 2026).set_value("80-90")
    target_field(app, "Renstra", 2026).set_value("BB")
    app = button(app, "Simpan target").click().run()
    assert "2 target tersimpan." in texts(app)
    semua = {
        (satu.tahun, satu.jenis): satu.nilai
        for satu in evaluation.load(demo, OPERATOR).target
        if satu.indikator_id == indikator.id
    }
    assert str(semua[2026, JenisTarget.PK].sampai) == "90"
    assert semua[2026, JenisTarget.RENSTRA].teks == "BB"


@pytest.fixture
def didahului(visit: Visit, demo: Store) -> AppTest:
    """I have typed a unit; a colleague has saved another meanwhile; I press save."""
    app = visit("perencanaan", bagian="Indikator dan target")
    widget(app.text_input, "Satuan").set_value("satuan saya")
    satu = first(demo)
    perencanaan.edit_indikator(
        demo, REKAN, satu.id, satu.versi, teks=satu.teks, satuan="satuan rekan", rumus=satu.rumus,
        agregasi=Agregasi.TERAKHIR,
    )  # fmt: skip
    return button(app, "Simpan indikator").click().run()


def test_bila_rekan_lebih_dahulu_kedua_isian_ditunjukkan(didahului: AppTest, demo: Store) -> None:
    isi = {str(sel) for satu in didahului.table for sel in satu.value.to_numpy().ravel()}
    assert {"satuan saya", "satuan rekan"} <= isi
    assert "uat ulang" not in texts(didahului), "memuat ulang akan membuang isian yang baru saja diselamatkan"
    assert first(demo).satuan == "satuan rekan"
    assert widget(didahului.text_input, "Satuan").value == "satuan saya"


def test_isian_saya_dapat_disimpan_setelah_melihat_yang_baru(didahului: AppTest, demo: Store) -> None:
    app = button(didahului, "Tetap pakai isian saya").click().run()
    button(app, "Simpan indikator").click().run()
    assert first(demo).satuan == "satuan saya"


def test_yang_tersimpan_dapat_dipakai_kembali(didahului: AppTest, demo: Store) -> None:
    app = button(didahului, "Pakai yang tersimpan").click().run()
    assert widget(app.text_input, "Satuan").value == "satuan rekan"


def test_target_yang_didahului_rekan_tidak_tertimpa(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    app = visit("perencanaan", bagian="Indikator dan target")
    target_field(app, "PK", 2025).set_value("91")
    perencanaan.set_target(demo, REKAN, indikator.id, 2025, "92", jenis=JenisTarget.PK)
    app = button(app, "Simpan target").click().run()
    assert "sudah diubah orang lain" in texts(app)
    assert target_of(demo, indikator.id, 2025, JenisTarget.PK) == "92"
    app = button(app, "Tetap pakai isian saya").click().run()
    button(app, "Simpan target").click().run()
    assert target_of(demo, indikator.id, 2025, JenisTarget.PK) == "91"


def test_program_dihubungkan_dengan_sasaran(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Sasaran dan program")
    pilihan = widget(app.multiselect, "Program yang mendukung sasaran ini")
    pilihan.set_value(["7.01.04"])
    button(app, "Simpan sasaran").click().run()
    assert perencanaan.list_sasaran(demo, OPERATOR)[0].program == ("7.01.04",)


def test_rumusan_dan_program_sasaran_tersimpan_bersama(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Sasaran dan program")
    widget(app.text_area, "Sasaran strategis").set_value("Rumusan yang baru saja diketik")
    widget(app.multiselect, "Program yang mendukung sasaran ini").set_value(["7.01.04"])
    button(app, "Simpan sasaran").click().run()
    sasaran = perencanaan.list_sasaran(demo, OPERATOR)[0]
    assert (sasaran.teks, sasaran.program) == ("Rumusan yang baru saja diketik", ("7.01.04",))


def test_indikator_yang_dipindahkan_tetap_yang_dipilih(visit: Visit, demo: Store) -> None:
    """Its name begins with its number: moved to another sasaran it must not give way to the first indicator."""
    indikator = first(demo)
    tujuan = perencanaan.list_sasaran(demo, OPERATOR)[1]
    app = visit("perencanaan", bagian="Indikator dan target")
    widget(app.selectbox, "Sasaran strategis").set_value(tujuan.id)
    app = button(app, "Simpan indikator").click().run()
    assert (
        next(satu for satu in perencanaan.list_indikator(demo, OPERATOR) if satu.id == indikator.id).sasaran_id
        == tujuan.id
    )
    assert widget(app.text_area, "Indikator").value == indikator.teks
    target_field(app, "PK", 2026).set_value("77,5")
    button(app, "Simpan target").click().run()
    assert target_of(demo, indikator.id, 2026, JenisTarget.PK) == "77,5"


def test_indikator_dihapus_dari_daftar_setelah_diyakinkan(visit: Visit, demo: Store) -> None:
    indikator = first(demo)
    app = visit("perencanaan", bagian="Indikator dan target")
    assert button(app, "Hapus indikator").disabled
    widget(app.checkbox, "Ya, indikator ini tidak dipakai lagi").check().run()
    app = button(app, "Hapus indikator").click().run()
    assert "Indikator dihapus dari daftar." in texts(app)
    assert indikator.id not in {satu.id for satu in perencanaan.list_indikator(demo, OPERATOR)}


def test_indikator_baru_ditambahkan_ke_sasarannya(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Tambah")
    widget(app.text_area, "Indikator").set_value("Persentase surat yang dijawab tepat waktu")
    app = button(app, "Tambah indikator").click().run()
    assert "Indikator ditambahkan." in texts(app)
    perencanaan_baru = perencanaan.list_indikator(demo, OPERATOR)
    assert "Persentase surat yang dijawab tepat waktu" in {satu.teks for satu in perencanaan_baru}


def test_indikator_baru_memakai_cara_menghitung_setahun_yang_dipilih(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Tambah")
    widget(app.text_area, "Indikator").set_value("Jumlah kegiatan gotong royong")
    widget(app.radio, "Angka setahun diambil dari").set_value(Agregasi.JUMLAH)
    button(app, "Tambah indikator").click().run()
    baru = next(
        satu for satu in perencanaan.list_indikator(demo, OPERATOR) if satu.teks == "Jumlah kegiatan gotong royong"
    )
    assert baru.agregasi is Agregasi.JUMLAH


def test_target_yang_tidak_dapat_dihitung_dikatakan_setelah_disimpan(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Indikator dan target")
    assert "tidak terukur" not in texts(app)
    target_field(app, "PK", 2025).set_value("abc")
    app = button(app, "Simpan target").click().run()
    assert "1 target tersimpan." in texts(app)
    assert "target 'abc' bukan angka." in texts(app)
