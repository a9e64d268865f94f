"""The rules in the repository are complete, carry their sources, and fit the program that reads them."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from lkjip.domain.explain import TULISAN
from lkjip.domain.formulas import FUNGSI
from lkjip.domain.kantor import Pengaturan
from lkjip.rules import load_aturan
from lkjip.rules.files import FOLDER
from lkjip.rules.sop import load_sop
from lkjip.rules.terms import PERAN, RINCIAN
from lkjip.spreadsheets.table import Peran

ATURAN = load_aturan()


def test_setiap_fungsi_rumus_punya_berkas_aturan() -> None:
    assert {rumus.fungsi for rumus in ATURAN.rumus.values()} == set(FUNGSI)


@pytest.mark.parametrize("rumus", ATURAN.rumus.values(), ids=list(ATURAN.rumus))
def test_tulisan_rumus_sama_dalam_berkas_aturan_dan_dalam_jejak(rumus) -> None:
    assert rumus.tulisan == TULISAN[rumus.fungsi]


def test_setiap_aturan_punya_sumber_yang_terdaftar() -> None:
    for aturan in (*ATURAN.rumus.values(), *ATURAN.skala.values(), *load_sop()):
        assert ATURAN.sumber[aturan.sumber.id] is not None


def test_skala_bawaan_dan_skala_status_ada() -> None:
    assert Pengaturan().skala in ATURAN.skala
    assert len(ATURAN.skala["tiga_tingkat"].jenjang) == 3


def test_skala_bawaan_seperti_yang_terbit() -> None:
    jenjang = [(int(satu.mulai), satu.predikat) for satu in ATURAN.skala["permendagri_86_2017"].jenjang]
    assert jenjang == [(91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (0, "Sangat Rendah")]


def test_sebutan_lain_memakai_batas_yang_sama() -> None:
    batas = {
        nama: [satu.mulai for satu in ATURAN.skala[nama].jenjang] for nama in ("permendagri_86_2017", "sebutan_baik")
    }
    assert batas["permendagri_86_2017"] == batas["sebutan_baik"]


def test_tidak_ada_aturan_yang_berlaku_di_masa_depan() -> None:
    besok = date(2027, 1, 1)
    assert all(aturan.berlaku_sejak < besok for aturan in (*ATURAN.rumus.values(), *ATURAN.skala.values()))


def test_peran_kolom_sama_dengan_yang_dikenal_pembaca_tabel() -> None:
    assert {*PERAN, *RINCIAN} == {peran.value for peran in Peran}
    assert set(ATURAN.istilah.rincian) == set(RINCIAN)
    assert set(ATURAN.istilah.judul) == set(PERAN)


def test_kosong_dan_tidak_berlaku_dua_hal_yang_berbeda() -> None:
    assert {"-", "none", "belum diisi"} <= set(ATURAN.istilah.kosong)
    assert {"n/a", "na"} <= set(ATURAN.istilah.tidak_berlaku)
    assert not set(ATURAN.istilah.kosong) & set(ATURAN.istilah.tidak_berlaku)


def test_angka_nol_tidak_pernah_kata_kosong() -> None:
    assert not {"0", "0%", "0,00", "0.00"} & {*ATURAN.istilah.kosong, *ATURAN.istilah.tidak_berlaku}


def test_urutan_predikat_sakip_dari_bawah() -> None:
    assert ATURAN.istilah.urutan_label["sakip"] == ("D", "C", "CC", "B", "BB", "A", "AA")


def test_enam_program_kecamatan_dengan_kode_teks() -> None:
    assert list(ATURAN.program) == [f"7.01.0{nomor}" for nomor in range(1, 7)]


def test_katalog_mengisi_tempat_dan_menyebut_sel() -> None:
    temuan = ATURAN.katalog.temuan("target_belum_ada", sel="F12", indikator="IKM", tahun="2025")
    assert "IKM" in temuan.pesan
    assert "2025" in temuan.saran
    assert temuan.sel == "F12"


def test_versi_aturan_pendek_dan_tetap() -> None:
    assert len(ATURAN.versi) == 12
    assert load_aturan() is ATURAN


def test_sebelas_langkah_sop_dengan_waktu_baku() -> None:
    langkah = load_sop()
    assert [satu.nomor for satu in langkah] == list(range(1, 12))
    waktu = [(satu.waktu, satu.satuan_waktu) for satu in langkah]
    assert waktu == [
        (10, "menit"), (2, "jam"), (1, "jam"), (3, "jam"), (4, "hari"), (2, "hari"), (1, "hari"), (1, "jam"),
        (10, "menit"), (15, "menit"), (1, "jam"),
    ]  # fmt: skip


def test_kejanggalan_sop_dicatat_bukan_diperbaiki() -> None:
    enam, delapan, sembilan = load_sop()[5], load_sop()[7], load_sop()[8]
    assert enam.kelengkapan == "Draft SAKIP"
    assert "Camat" in delapan.catatan
    assert sembilan.kolom == ()


def test_semua_berkas_aturan_dibaca() -> None:
    terbaca = {"sources.toml", "programs.toml", "terms.toml", "findings.toml", "sop.toml", "sandi.toml"}
    ada = {jalan.name for jalan in FOLDER.glob("*.toml")}
    assert ada == terbaca


def test_tidak_ada_bilangan_pecahan_biner_dalam_aturan() -> None:
    for jalan in FOLDER.rglob("*.toml"):
        isi = tomllib.loads(jalan.read_text(encoding="utf-8"))
        assert not any(isinstance(nilai, float) for nilai in _leaves(isi)), jalan.name


def _leaves(isi: object):
    if isinstance(isi, dict):
        for nilai in isi.values():
            yield from _leaves(nilai)
    elif isinstance(isi, list):
        for nilai in isi:
            yield from _leaves(nilai)
    else:
        yield isi
