"""Anggaran: one sum on one level, the tree to the chosen depth, efficiency never from low spending alone."""

from __future__ import annotations

import json

import pytest

from lkjip.domain.access import Peran
from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.numbers import format_rupiah
from lkjip.services import evaluation, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.ui.table import LETTER, LONGEST_SHOWN, PADDING, TWO_LINES
from tests.pages.conftest import Login, Visit, texts


def test_tanpa_data_halaman_menunjuk_ke_unggah(visit: Visit, kantor_baru: Store) -> None:
    assert "Belum ada data anggaran 2025" in texts(visit("anggaran"))


def test_kalimat_pembuka_menyebut_jumlah_satu_tingkat_saja(visit: Visit, demo: Store) -> None:
    anggaran = evaluation.evaluate(demo, OPERATOR, 2025).anggaran
    program = [satu.baris.pagu.angka or 0 for satu in anggaran.setingkat(TingkatAnggaran.PROGRAM)]
    assert anggaran.pagu == sum(program)
    kalimat = visit("anggaran").header[0].value
    assert anggaran.pagu is not None
    assert format_rupiah(anggaran.pagu) in kalimat


def test_pohon_menampilkan_sampai_tingkat_yang_dipilih(visit: Visit, demo: Store) -> None:
    anggaran = evaluation.evaluate(demo, OPERATOR, 2025).anggaran
    app = visit("anggaran")
    app.segmented_control(key="sampai").set_value("Program").run()
    program = next(satu.value for satu in app.dataframe if "Uraian" in satu.value.columns)
    assert len(program) == len(anggaran.setingkat(TingkatAnggaran.PROGRAM))
    app.segmented_control(key="sampai").set_value("Sub kegiatan").run()
    semua = next(satu.value for satu in app.dataframe if "Uraian" in satu.value.columns)
    assert len(semua) == len(anggaran.baris)
    assert any(str(uraian).startswith("\u2003\u2003") for uraian in semua["Uraian"])


def test_alamat_sel_di_pohon_anggaran_tidak_terpotong(visit: Visit, demo: Store) -> None:
    app = visit("anggaran")
    tabel = next(satu for satu in app.dataframe if "Sel" in satu.value.columns)
    lebar = json.loads(tabel.proto.columns)["Sel"]["width"]
    assert lebar >= max(map(len, tabel.value["Sel"])) * LETTER + PADDING
    assert "Berkas sumber: contoh-anggaran-2021-2025.xlsx, lembar 'Anggaran 2025'." in texts(app).replace("\\", "")


def test_nama_panjang_tidak_terpotong_di_pohon_yang_digulir(visit: Visit, demo: Store) -> None:
    app = visit("anggaran")
    app.segmented_control(key="sampai").set_value("Sub kegiatan").run()
    tabel = next(satu for satu in app.dataframe if "Uraian" in satu.value.columns)
    assert len(tabel.value) > LONGEST_SHOWN
    assert tabel.proto.row_height >= TWO_LINES


def test_setiap_sasaran_mendapat_kalimat_efisiensinya(visit: Visit, demo: Store) -> None:
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    isi = texts(visit("anggaran")).replace("\\", "")
    for satu in evaluasi.sasaran:
        assert satu.efisiensi is not None
        assert f"**Sasaran {satu.sasaran.urutan}.** {satu.efisiensi.kalimat}" in isi


def test_setiap_baris_menyebut_selnya(visit: Visit, demo: Store) -> None:
    app = visit("anggaran")
    tabel = next(satu.value for satu in app.dataframe if "Uraian" in satu.value.columns)
    assert all(str(sel).strip() for sel in tabel["Sel"])


@pytest.mark.parametrize("peran", [Peran.ANALIS, Peran.SEKSI, Peran.SEKRETARIS, Peran.CAMAT])
def test_sasaran_tanpa_program_disebut_dan_hanya_analis_mendapat_tautannya(
    visit: Visit, demo: Store, login: Login, peran: Peran
) -> None:
    semua = perencanaan.list_sasaran(demo, OPERATOR)
    for satu in semua:
        perencanaan.set_program(demo, OPERATOR, satu.id, satu.versi, ())
    login(peran)
    app = visit("anggaran")
    isi = texts(app)
    tautan = [satu.proto.label for satu in app.get("page_link")]
    analis = peran is Peran.ANALIS
    assert f"{len(semua)} sasaran belum dihubungkan dengan program." in isi
    assert ("Analis menghubungkannya di halaman Perencanaan." in isi) is not analis
    assert ("Hubungkan sasaran dengan programnya" in tautan) is analis
    assert "Hubungkan sasaran" not in isi, "the chart does not ask readers to do it"
