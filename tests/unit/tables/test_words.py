"""Header words: roles by exact phrases, years, quarters, units, stages and groups."""

from __future__ import annotations

import pytest

from lkjip.rules import load_aturan
from lkjip.spreadsheets.table import Peran
from lkjip.spreadsheets.tables.words import Kamus, level_word, quarter_in, span_of, tokens, years_of


@pytest.fixture(scope="module")
def kamus() -> Kamus:
    return Kamus(load_aturan().istilah)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Target", Peran.TARGET), ("TARGET 2024", Peran.TARGET), ("Target (%)", Peran.TARGET), ("TK", Peran.TARGET),
        ("Target Renstra Kecamatan Muncar Tahun ke-", Peran.TARGET), ("Realisasi", Peran.REALISASI),
        ("Realisasi Capaian Tahun ke-", Peran.REALISASI), ("RK", Peran.REALISASI), ("CK", Peran.PERSEN),
        ("Capaian Realisasi Renstra Setda (Tahun)", Peran.REALISASI), ("Rasio Capaian pada Tahun ke-", Peran.PERSEN),
        ("Rasio antara Realisasi dan Anggaran", Peran.PERSEN), ("% Realisasi Anggaran", Peran.PERSEN),
        ("CAPAIAN%", Peran.PERSEN), ("Capaian_Tahun_2018", Peran.PERSEN), ("Indikator_Kinerja", Peran.INDIKATOR),
        ("Idikator Program Sekretariat Daerah", Peran.INDIKATOR), ("Prediket", Peran.PREDIKAT), ("NO.", Peran.NOMOR),
        ("Progam/Kegiatan/SubKegiatan", Peran.URAIAN), ("PAGU_DIPA", Peran.PAGU), ("Pagu Anggaran (Rp.)", Peran.PAGU),
        ("Anggaran pada Tahun ke-", Peran.PAGU), ("Kode Rekening", Peran.KODE), ("Tahun", Peran.TAHUN),
        ("Triwulan", Peran.TRIWULAN), ("Sisa (Rp.)", Peran.ABAIKAN), ("Persen di RAK (Rencana Kas)", Peran.ABAIKAN),
        ("Evaluasi/Tindak lanjut", Peran.KETERANGAN), ("Januari", None), ("Fungsi Kecamatan Muncar", None),
    ],
)  # fmt: skip
def test_peran_menurut_kata_judul(kamus: Kamus, header: str, role: Peran | None) -> None:
    assert kamus.label(header).peran is role


def test_realisasi_triwulan_satu_bukan_triwulan_dua(kamus: Kamus) -> None:
    assert (kamus.label("Realisasi TW I").peran, kamus.label("Realisasi TW I").triwulan) == (Peran.REALISASI, 1)
    assert kamus.label("Triwulan II").triwulan == 2
    assert kamus.label("Indikator Kinerja Individu").triwulan is None


@pytest.mark.parametrize(
    ("header", "unit"), [("(Rp)", "rp"), ("Rp.", "rp"), ("(%)", "%"), ("K", "k"), ("Kinerja", "k"), ("Target", "")]
)
def test_satuan_di_bawah_judul_kelompok(kamus: Kamus, header: str, unit: str) -> None:
    assert kamus.label(header).satuan == unit


@pytest.mark.parametrize(
    ("header", "stage"),
    [
        ("Anggaran Sebelum Perubahan", "sebelum"), ("Setelah Perubahan", "sesudah"), ("menjadi_anggaran", "sesudah"),
        ("Target PK 2024", "pk"), ("Target Renstra 2024", "renstra"), ("Anggaran", ""),
    ],
)  # fmt: skip
def test_tahap_menurut_judul(kamus: Kamus, header: str, stage: str) -> None:
    assert kamus.label(header).tahap == stage


def test_tahun_dalam_judul(kamus: Kamus) -> None:
    assert kamus.label("Realisasi 2024").tahun == 2024
    assert kamus.label("Target Akhir Renstra 2021-2026").tahun is None
    assert kamus.label("Tahun ke-3").tahun_ke == 3
    assert years_of("TAHUN ANGGARAN 2026") == (2026,)
    assert years_of("kode 12024 dan 2024") == (2024,)
    assert span_of("Renstra 2021 s.d. 2026") == (2021, 2026)
    assert span_of("2026-2021") is None


def test_kata_dipecah_tanpa_tanda_baca() -> None:
    assert tokens("SDG’S (%)") == ("sdgs", "%")
    assert tokens("Capaian\n_Kinerja s.d. 2024") == ("capaian", "kinerja", "sd", "2024")


@pytest.mark.parametrize(
    ("header", "level"),
    [
        ("Sub Kegiatan", "sub_kegiatan"),
        ("PROGRAM", "program"),
        ("Kegiatan", "kegiatan"),
        ("Program/Kegiatan", ""),
        ("Uraian", ""),
    ],
)
def test_tingkat_dari_judul_kolom(header: str, level: str) -> None:
    assert level_word(header) == level


@pytest.mark.parametrize(("text", "quarter"), [("II", 2), ("TW 3", 3), ("Triwulan IV", 4), ("Semester I", None)])
def test_triwulan_dalam_sel(text: str, quarter: int | None) -> None:
    assert quarter_in(text) == quarter
