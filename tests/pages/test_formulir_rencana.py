"""Perencanaan: tujuan, kondisi awal and target akhir, and lines of the programme tree by form."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.domain.dokumen import Tahap
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.renstra import Renstra
from lkjip.services import audit_log, evaluation, perencanaan, pohon_program, posisi, renstra, tujuan
from lkjip.services.actor import OPERATOR
from lkjip.services.audit_log import Saringan
from lkjip.services.letak_baris import IsianBaris
from lkjip.services.opening import Store
from lkjip.services.pohon_program import DasarPagu
from lkjip.services.posisi import IsianPosisi
from tests.pages.conftest import PENGUJI, Visit, open_part, texts
from tests.pages.test_perencanaan import REKAN, button, widget

KODE = (("7.01.01", "Program Penunjang", "1.000.000"), ("7.01.01.2.02", "Keuangan", "600.000"),
        ("7.01.01.2.06", "Umum", "400.000"))  # fmt: skip


@pytest.fixture
def berencana(kantor_baru: Store) -> Store:
    """A Renstra, a sasaran with two indicators."""
    renstra.add(kantor_baru, PENGUJI, Renstra(0, "Renstra 2025-2029", 2025, 2029))
    key = perencanaan.add_sasaran(kantor_baru, PENGUJI, "Sasaran satu")
    for nomor in ("satu", "dua"):
        perencanaan.add_indikator(kantor_baru, PENGUJI, key, f"Indikator {nomor}", "%")
    return kantor_baru


@pytest.fixture
def berpagu(kantor_baru: Store) -> Store:
    """A murni tree of three lines."""
    for isi in KODE:
        pohon_program.add(kantor_baru, PENGUJI, 2025, Tahap.MURNI, IsianBaris(*isi))
    return kantor_baru


def goals(store: Store) -> list[str]:
    return [satu.teks for satu in renstra.load(store, PENGUJI).tujuan]


def tree(store: Store, tahap: Tahap = Tahap.MURNI) -> dict[str, BarisPagu]:
    return {satu.kode: satu for satu in evaluation.load(store, PENGUJI).pagu if satu.tahap is tahap}


def plain(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def choose_line(app: AppTest, kode: str) -> AppTest:
    baris = widget(app.selectbox, "Baris yang diubah")
    return baris.set_value(next(pilihan for pilihan in keys(baris) if pilihan.endswith(f":{kode}"))).run()


def keys(baris: object) -> list[str]:
    """The values behind the options: level and code."""
    levels = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
    codes = [str(satu).split()[0] for satu in baris.options]  # type: ignore[attr-defined]
    return [f"{levels[kode.count('.') + 1]}:{kode}" for kode in codes]


def test_tujuan_ditambah_diubah_dipilih_untuk_sasaran_lalu_tidak_dapat_dihapus(visit: Visit, berencana: Store) -> None:
    app = visit("perencanaan", bagian="Renstra")
    assert "Belum ada tujuan." in plain(app)
    widget(app.text_area, "Tujuan baru").set_value("Meningkatnya pelayanan")
    app = button(app, "Tambah tujuan").click().run()
    assert "Tujuan ditambahkan." in plain(app)
    assert widget(app.text_area, "Tujuan baru").value == ""
    widget(app.text_area, "Tujuan").set_value("Meningkatnya kualitas pelayanan")
    app = button(app, "Simpan tujuan").click().run()
    assert goals(berencana) == ["Meningkatnya kualitas pelayanan"]
    app = button(app, "Simpan tujuan").click().run()
    assert "Tidak ada yang berubah." in plain(app)

    app = open_part(app, "Sasaran dan program")
    pilihan = widget(app.selectbox, "Tujuan dalam Renstra 2025–2029")
    assert pilihan.options == [
        "Belum ditentukan", "Meningkatnya kualitas pelayanan",
    ]  # fmt: skip
    pilihan.select_index(1)
    app = button(app, "Simpan sasaran").click().run()
    assert "Sasaran tersimpan." in plain(app)
    assert {satu.tujuan_id for satu in renstra.load(berencana, PENGUJI).posisi} == {1}

    app = visit("perencanaan", bagian="Renstra")
    assert "Sasaran: Sasaran satu" in plain(app)
    app = button(app, "Hapus tujuan ini").click().run()
    assert "Tujuan ini masih memuat 1 sasaran: 'Sasaran satu'." in plain(app)
    assert goals(berencana) == ["Meningkatnya kualitas pelayanan"]


def test_tujuan_yang_baru_ditulis_langsung_dapat_dipilih_di_bagian_yang_sudah_terbuka(
    visit: Visit, berencana: Store
) -> None:
    app = open_part(visit("perencanaan", bagian="Sasaran dan program"), "Renstra")
    widget(app.text_area, "Tujuan baru").set_value("Tujuan satu")
    app = open_part(button(app, "Tambah tujuan").click().run(), "Sasaran dan program")
    widget(app.selectbox, "Tujuan dalam Renstra 2025–2029").select_index(1)
    app = button(app, "Simpan sasaran").click().run()
    assert {satu.tujuan_id for satu in renstra.load(berencana, PENGUJI).posisi} == {1}


def test_tujuan_kosong_dihapus_dan_yang_baru_saja_terisi_ditolak(visit: Visit, berencana: Store) -> None:
    key = tujuan.add(berencana, PENGUJI, 1, "Tujuan satu")
    app = visit("perencanaan", bagian="Renstra")
    (satu,) = perencanaan.list_sasaran(berencana, PENGUJI)
    pindah = tujuan.PindahTujuan(1, tujuan.NONE, key)
    perencanaan.edit_sasaran(berencana, REKAN, satu.id, satu.versi, satu.teks, tujuan=pindah)
    app = button(app, "Hapus tujuan ini").click().run()
    assert "Tujuan ini masih memuat 1 sasaran" in plain(app)
    assert goals(berencana) == ["Tujuan satu"]
    perencanaan.edit_sasaran(
        berencana, REKAN, satu.id, satu.versi + 1, satu.teks, tujuan=tujuan.PindahTujuan(1, key, tujuan.NONE)
    )
    app = button(visit("perencanaan", bagian="Renstra"), "Hapus tujuan ini").click().run()
    assert "Tujuan dihapus dari daftar." in plain(app)
    assert goals(berencana) == []


def test_tujuan_yang_diubah_rekan_ditunjukkan(visit: Visit, berencana: Store) -> None:
    key = tujuan.add(berencana, PENGUJI, 1, "Tujuan satu")
    app = visit("perencanaan", bagian="Renstra")
    tujuan.change(berencana, REKAN, key, 1, "Tujuan rekan")
    widget(app.text_area, "Tujuan").set_value("Tujuan saya")
    app = button(app, "Simpan tujuan").click().run()
    assert "sudah diubah oleh Rekan" in plain(app)
    assert app.table[0].value.to_numpy().tolist() == [["Tujuan", "Tujuan saya", "Tujuan rekan"]]
    assert goals(berencana) == ["Tujuan rekan"]


def test_sasaran_yang_tujuannya_diubah_rekan_tidak_dilewati(visit: Visit, berencana: Store) -> None:
    for nomor in ("satu", "dua"):
        tujuan.add(berencana, PENGUJI, 1, f"Tujuan {nomor}")
    app = visit("perencanaan", bagian="Sasaran dan program")
    (satu,) = perencanaan.list_sasaran(berencana, PENGUJI)
    pindah = tujuan.PindahTujuan(1, tujuan.NONE, 2)
    perencanaan.edit_sasaran(berencana, REKAN, satu.id, satu.versi, satu.teks, tujuan=pindah)
    next(satu for satu in app.selectbox if satu.label.startswith("Tujuan")).select_index(1)
    app = button(app, "Simpan sasaran").click().run()
    assert app.table[0].value.to_numpy().tolist() == [["Tujuan", "Tujuan satu", "Tujuan dua"]]
    app = button(app, "Tetap pakai isian saya").click().run()
    app = button(app, "Simpan sasaran").click().run()
    assert "Sasaran tersimpan." in plain(app)
    assert {satu.tujuan_id for satu in renstra.load(berencana, PENGUJI).posisi} == {1}


def test_kondisi_awal_dan_target_akhir_disimpan_sekali(visit: Visit, berencana: Store) -> None:
    app = visit("perencanaan", bagian="Indikator dan target")
    widget(app.text_input, "Kondisi awal").set_value("1.234")
    app = button(app, "Simpan kondisi awal dan target akhir").click().run()
    assert "dapat berarti" in plain(app)
    assert widget(app.text_input, "Kondisi awal").value == "1.234"
    widget(app.text_input, "Kondisi awal").set_value("84,5")
    widget(app.number_input, "Tahun kondisi awal").set_value(2024)
    widget(app.text_input, "Target akhir 2029").set_value("tidak berlaku")
    app = button(app, "Simpan kondisi awal dan target akhir").click().run()
    assert "Kondisi awal dan target akhir tersimpan." in plain(app)
    assert posisi.shown(renstra.load(berencana, PENGUJI), 1, 1) == IsianPosisi("84,5", 2024, "tidak berlaku")
    app = button(app, "Simpan kondisi awal dan target akhir").click().run()
    assert "Tidak ada yang berubah." in plain(app)
    assert len(widget(app.selectbox, "Indikator").options) == 2, "the other indicator is still part of the year"


def test_kondisi_awal_yang_diubah_rekan_ditunjukkan(visit: Visit, berencana: Store) -> None:
    app = visit("perencanaan", bagian="Indikator dan target")
    posisi.save(berencana, REKAN, 1, 1, IsianPosisi(), IsianPosisi("80", 2024, ""))
    widget(app.text_input, "Kondisi awal").set_value("70")
    app = button(app, "Simpan kondisi awal dan target akhir").click().run()
    assert "kini '80'" in plain(app)
    assert app.table[0].value.to_numpy().tolist()[0] == ["Kondisi awal", "70", "80"]
    app = button(app, "Pakai yang tersimpan").click().run()
    assert widget(app.text_input, "Kondisi awal").value == "80"


def test_tanpa_renstra_tidak_ada_kondisi_awal(visit: Visit, kantor_baru: Store) -> None:
    key = perencanaan.add_sasaran(kantor_baru, PENGUJI, "Sasaran satu")
    perencanaan.add_indikator(kantor_baru, PENGUJI, key, "Indikator satu", "%")
    app = visit("perencanaan", bagian="Indikator dan target")
    assert "Kondisi awal dan target akhir" not in plain(app)


def test_pohon_program_pertama_ditulis_lewat_formulir(visit: Visit, kantor_baru: Store) -> None:
    app = visit("perencanaan", bagian="Sasaran dan program")
    assert "Belum ada. Impor DPA di bagian Impor" in plain(app)
    widget(app.text_input, "Kode").set_value("7.01.02.2.01")
    widget(app.text_input, "Uraian").set_value("Kegiatan")
    widget(app.text_input, "Pagu (Rp)").set_value("600.000")
    app = button(app, "Tambah baris").click().run()
    assert "Program yang memuat 7.01.02.2.01 belum ada." in plain(app)
    assert widget(app.text_input, "Uraian").value == "Kegiatan"
    widget(app.text_input, "Kode").set_value("7.01.02")
    app = button(app, "Tambah baris").click().run()
    assert "Baris ditambahkan ke pohon program." in plain(app)
    assert widget(app.text_input, "Kode").value == ""
    assert {kode: satu.pagu.angka for kode, satu in tree(kantor_baru).items()} == {"7.01.02": 600_000}


def test_satu_baris_diubah_dan_jumlah_yang_tidak_cocok_disebut(visit: Visit, berpagu: Store) -> None:
    app = visit("perencanaan", bagian="Sasaran dan program")
    assert "3 baris murni, 0 baris perubahan. Yang berlaku: murni." in plain(app)
    app = choose_line(app, "7.01.01.2.06")
    assert widget(app.text_input, "Pagu (Rp)").value == "400.000"
    widget(app.text_input, "Pagu (Rp)").set_value("450.000")
    app = button(app, "Simpan baris").click().run()
    assert "Pohon program tersimpan" in plain(app)
    assert "7.01.01 Program Penunjang: Rp1.000.000, jumlah bagiannya Rp1.050.000" in plain(app)
    assert tree(berpagu)["7.01.01.2.06"].pagu.angka == 450_000
    app = button(app, "Simpan baris").click().run()
    assert "Tidak ada yang berubah." in plain(app)


def test_baris_dikeluarkan_dan_yang_bermuatan_ditolak(visit: Visit, berpagu: Store) -> None:
    app = choose_line(visit("perencanaan", bagian="Sasaran dan program"), "7.01.01")
    app = button(app, "Keluarkan baris ini").click().run()
    assert "masih memuat 2 kegiatan" in plain(app)
    app = button(choose_line(app, "7.01.01.2.06"), "Keluarkan baris ini").click().run()
    assert not app.exception
    assert set(tree(berpagu)) == {"7.01.01", "7.01.01.2.02"}
    assert len(widget(app.selectbox, "Baris yang diubah").options) == 2


def test_baris_terakhir_dikeluarkan_dan_pohonnya_kosong(visit: Visit, kantor_baru: Store) -> None:
    pohon_program.add(kantor_baru, PENGUJI, 2025, Tahap.MURNI, IsianBaris(*KODE[0]))
    app = choose_line(visit("perencanaan", bagian="Sasaran dan program"), "7.01.01")
    widget(app.text_input, "Alasan perubahan (bila ada)").set_value("Salah tahun")
    app = button(app, "Keluarkan baris ini").click().run()
    assert not app.exception
    assert tree(kantor_baru) == {}
    (jejak, *_), _ = audit_log.rows(kantor_baru, OPERATOR, Saringan())
    assert "Salah tahun" in jejak.sesudah
    assert "Belum ada. Impor DPA di bagian Impor" in plain(app)


def test_pohon_tanpa_kode_bertambah_di_letak_yang_dipilih(visit: Visit, kantor_baru: Store) -> None:
    app = visit("perencanaan", bagian="Sasaran dan program")
    widget(app.checkbox, "Anggaran ini tidak memakai kode").check()
    widget(app.text_input, "Uraian").set_value("Program Penunjang")
    app = button(app, "Tambah baris").click().run()
    letak = widget(app.selectbox, "Letak")
    assert letak.options == ["Program baru", "Kegiatan di bawah Program Penunjang"]
    assert "Kode" not in [satu.label for satu in app.text_input], "a tree without codes asks for none"
    letak.select_index(1)
    widget(app.text_input, "Uraian").set_value("Keuangan")
    app = button(app, "Tambah baris").click().run()
    lines = evaluation.load(kantor_baru, PENGUJI).pagu
    assert [(satu.uraian, satu.tingkat.value, satu.induk) for satu in lines] == [
        ("Program Penunjang", "program", None), ("Keuangan", "kegiatan", 1),
    ]  # fmt: skip


def test_perubahan_dimulai_dari_salinan_murni_dengan_dokumen_dan_alasan(visit: Visit, berpagu: Store) -> None:
    app = visit("perencanaan", bagian="Sasaran dan program")
    app = widget(app.button_group, "Tahap anggaran").set_value(Tahap.PERUBAHAN).run()
    assert "memulainya sebagai salinan pagu murni" in "".join(str(satu.value) for satu in app.info)
    app = choose_line(app, "7.01.01.2.06")
    widget(app.text_input, "Pagu (Rp)").set_value("500.000")
    widget(app.text_input, "Nomor DPA perubahan (bila ada)").set_value("910/5")
    widget(app.text_input, "Alasan perubahan (bila ada)").set_value("Pergeseran")
    app = button(app, "Simpan baris").click().run()
    assert "3 baris murni, 3 baris perubahan. Yang berlaku: perubahan." in plain(app)
    assert tree(berpagu)["7.01.01.2.06"].pagu.angka == 400_000
    assert tree(berpagu, Tahap.PERUBAHAN)["7.01.01.2.06"].pagu.angka == 500_000


def test_baris_yang_diubah_rekan_ditunjukkan(visit: Visit, berpagu: Store) -> None:
    app = choose_line(visit("perencanaan", bagian="Sasaran dan program"), "7.01.01.2.06")
    pohon_program.change(berpagu, REKAN, tree(berpagu)["7.01.01.2.06"], "Umum", "410.000", dasar=DasarPagu())
    widget(app.text_input, "Pagu (Rp)").set_value("450.000")
    app = button(app, "Simpan baris").click().run()
    assert "Baris ini sudah diubah oleh Rekan" in plain(app)
    assert app.table[0].value.to_numpy().tolist() == [["Pagu", "450.000", "410.000"]]
    app = button(app, "Tetap pakai isian saya").click().run()
    app = button(app, "Simpan baris").click().run()
    assert tree(berpagu)["7.01.01.2.06"].pagu.angka == 450_000
