"""Real workbooks with the totals of EXPECTED.json; every trap named in a finding; no level summed twice."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.reading import Bacaan
from lkjip.services import importing
from tests.makers.sheets import Terbaca, read_path

LRA = ("lampungselatan_kominfo_lra_2026_01_januari.xlsx", "lampungselatan_kominfo_lra_2026_05_mei.xlsx")
RAK = "lampungselatan_kominfo_rak_2026.xlsx"
SATKER = "realisasi_belanja_triwulanan_satker.xlsx"
SEMARANG = "semarang_lppd_indikator_2018_2019.xlsx"
DELI = "deliserdang_bappedalitbang_evaluasi_renja_tw4_2025.xlsx"
PAPUA = "papua_rkpd_perubahan_kedua_2023.xlsx"
DIPA = "dipa_2020_excerpt.csv"
MASTER = "deliserdang_master_kegiatan_semicolon_bom.csv"


@lru_cache(maxsize=12)
def _read(real_data: Path, name: str) -> Terbaca:
    return read_path(real_data / "spreadsheets" / name)


def _expected(real_data: Path, name: str) -> dict[str, Any]:
    every = json.loads((real_data / "spreadsheets" / "EXPECTED.json").read_text(encoding="utf-8"))
    return dict(every[name])


def _sheet(terbaca: Terbaca, name: str) -> Bacaan:
    (found,) = (bacaan for bacaan in terbaca.bacaan if bacaan.lembar == name)
    return found


@pytest.mark.parametrize("name", LRA)
def test_lra_dijumlah_satu_tingkat_saja(real_data: Path, name: str) -> None:
    expected = _expected(real_data, name)
    (bacaan,) = _read(real_data, name).bacaan
    for group in ("operasi", "modal"):
        for word, key in (("Pagu", "anggaran"), ("Realisasi", "realisasi")):
            total = Decimal(str(expected[f"{group}_{key}"]))
            assert bacaan.kontrol[f"{word} {group} 2026"] == total
            assert bacaan.kontrol[f"{word} {group} 2026 menurut baris jumlah"] == total
    levels = {line.tingkat for line in bacaan.anggaran}
    assert levels == set(TingkatAnggaran)
    assert len({line.urutan for line in bacaan.anggaran}) == expected["total_row"] - expected["first_data_row"] + 1


@pytest.mark.parametrize("name", LRA)
def test_lra_setiap_rincian_berjumlah_induknya(real_data: Path, name: str) -> None:
    terbaca = _read(real_data, name)
    assert "rincian_tidak_sama" not in terbaca.kode
    assert "jumlah_berbeda" not in terbaca.kode
    assert not terbaca.dengan("bukan_angka")


@pytest.mark.parametrize(
    ("name", "lembar", "rows"),
    [(LRA[0], "Sheet1", (6, 7, 8, 9)), (LRA[1], "Sheet1", (6, 7, 8, 9)), (RAK, "Sheet10", (1, 2, 3)),
     (DELI, "Realisasi TW IV", (6, 7, 8, 9))],
)  # fmt: skip
def test_judul_kolom_beberapa_baris_dikenali_utuh(
    real_data: Path, name: str, lembar: str, rows: tuple[int, ...]
) -> None:
    assert {table.baris_judul for table in _read(real_data, name).tabel if table.lembar == lembar} == {rows}


@pytest.mark.parametrize(
    ("name", "kolom"), [(LRA[1], "Operasi / Anggaran"), (SEMARANG, "Capaian_Tahun_2018"), (SEMARANG, "2019")]
)
def test_kolom_yang_seluruhnya_teks_disebut(real_data: Path, name: str, kolom: str) -> None:
    (finding,) = _read(real_data, name).dengan("semua_angka_teks")
    assert kolom in finding.pesan


@pytest.mark.parametrize("name", LRA)
def test_lra_kode_tetap_teks_utuh(real_data: Path, name: str) -> None:
    (bacaan,) = _read(real_data, name).bacaan
    by_level = {line.tingkat: line.kode for line in bacaan.anggaran if line.urutan < 12}
    assert by_level[TingkatAnggaran.SKPD] == "2.16.2.20.2.21.01.0000"
    assert by_level[TingkatAnggaran.PROGRAM] == "2.16.01"
    assert by_level[TingkatAnggaran.SUB_KEGIATAN] == "2.16.01.2.01.0001"
    assert by_level[TingkatAnggaran.REKENING] == "5.1.02.01.001.00025"


def test_lra_nol_sebagai_teks_dan_kolom_liar_disebut(real_data: Path) -> None:
    terbaca = _read(real_data, LRA[0])
    assert any(finding.nilai == "0,00" for finding in terbaca.dengan("angka_sebagai_teks"))
    assert terbaca.dengan("kolom_tanpa_judul")[0].sel == "N13"
    assert "kelompok_nol" in terbaca.kode


def test_kominfo_lembar_10_jumlah_tiga_tahap(real_data: Path) -> None:
    terbaca = _read(real_data, RAK)
    bacaan = _sheet(terbaca, "Sheet10")
    jumlah = _expected(real_data, RAK)["jumlah"]
    assert bacaan.kontrol["Pagu"] == jumlah[1] == bacaan.kontrol["Pagu menurut baris jumlah"]
    assert bacaan.kontrol["Realisasi"] == jumlah[2] == bacaan.kontrol["Realisasi menurut baris jumlah"]
    assert "pagu_dua_tahap" in terbaca.kode
    assert len(bacaan.anggaran) == 61


def test_kominfo_huruf_romawi_dan_angka_menjadi_tingkat(real_data: Path) -> None:
    bacaan = _sheet(_read(real_data, RAK), "Sheet10")
    by_name = {line.uraian: line.tingkat.value for line in bacaan.anggaran}
    assert by_name["Penyediaan Jasa Penunjang Urusan Pemerintah Daerah"] == "kegiatan"
    assert by_name["PROGRAM PENGELOLAAN APLIKASI INFORMATIKA"] == "program"
    assert by_name["Sub KegiatanKoordinasi dan Penyusunan Dokumen DPA-SKPD"] == "sub_kegiatan"


@pytest.mark.parametrize(
    ("kode", "sel"),
    [
        ("serapan_tidak_cocok", "E4"),
        ("serapan_tidak_cocok", "E23"),
        ("baris_tanpa_nama", "G22"),
        ("pagu_kosong", "C24"),
        ("angka_sebagai_teks", "D8"),
        ("nilai_di_balik_gabungan", "C22"),
    ],
)
def test_kominfo_setiap_jebakan_disebut(real_data: Path, kode: str, sel: str) -> None:
    assert sel in {finding.sel for finding in _read(real_data, RAK).dengan(kode) if finding.lembar == "Sheet10"}


def test_kominfo_lembar_tersembunyi_disebut(real_data: Path) -> None:
    assert {finding.lembar for finding in _read(real_data, RAK).dengan("lembar_tersembunyi")} == {"Sheet7"}


def test_satker_lima_jumlah_ditanyakan_sekali_setiap_kolom(real_data: Path) -> None:
    expected = _expected(real_data, SATKER)
    terbaca = _read(real_data, SATKER)
    (bacaan,) = terbaca.bacaan
    assert len(bacaan.anggaran) == expected["non_empty_data_rows"]
    rows = [item["row"] for item in expected["text_amount_rows"]]
    asked = {question.judul: question for question in bacaan.pertanyaan}
    assert {judul: question.sel for judul, question in asked.items()} == {
        "Anggaran": tuple(f"G{row}" for row in rows),
        "Realisasi": tuple(f"H{row}" for row in rows),
    }
    assert "angka_ambigu" in terbaca.kode


def test_satker_tidak_satu_pun_jumlah_ambigu_ditebak(real_data: Path) -> None:
    (bacaan,) = _read(real_data, SATKER).bacaan
    unread = [line for line in bacaan.anggaran if line.pagu.status is StatusNilai.AMBIGU]
    assert len(unread) == 5
    assert all(line.pagu.angka is None and line.realisasi.angka is None for line in unread)


@pytest.mark.parametrize(
    ("answer", "reading"),
    [("desimal_koma", "reading_A_decimal_comma"), ("desimal_titik", "reading_B_last_digit_lost_x1000")],
)
def test_satker_jawaban_menentukan_kelima_jumlah(real_data: Path, answer: str, reading: str) -> None:
    (open_,) = _read(real_data, SATKER).bacaan
    answers = {question.kunci: answer for question in open_.pertanyaan}
    (bacaan,) = read_path(real_data / "spreadsheets" / SATKER, answers).bacaan
    assert not bacaan.pertanyaan
    found = {line.sel["pagu"]: (line.pagu.angka, line.realisasi.angka) for line in bacaan.anggaran}
    for item in _expected(real_data, SATKER)["text_amount_rows"]:
        assert found[f"G{item['row']}"] == tuple(Decimal(str(amount)) for amount in item[reading])


def test_semarang_capaian_dibaca_realisasi_dengan_peringatan(real_data: Path) -> None:
    expected = _expected(real_data, SEMARANG)
    terbaca = _read(real_data, SEMARANG)
    (bacaan,) = terbaca.bacaan
    assert bacaan.kontrol["Indikator"] == expected["data_rows"]
    assert {one.tahun for one in bacaan.indikator} == {2018, 2019}
    assert "capaian_dibaca_realisasi" in terbaca.kode
    first = bacaan.indikator[0]
    assert (first.realisasi.angka, first.target.status) == (Decimal("75.57"), StatusNilai.KOSONG)


def test_semarang_wtp_negatif_dan_nama_ganda(real_data: Path) -> None:
    expected = _expected(real_data, SEMARANG)
    terbaca = _read(real_data, SEMARANG)
    (bacaan,) = terbaca.bacaan
    words = {one.realisasi.teks for one in bacaan.indikator if one.realisasi.status is StatusNilai.TEKS}
    assert words == {"WTP"}
    assert terbaca.dengan("nilai_berupa_kata")[0].nilai == "WTP"
    negative = {one.urutan for one in bacaan.indikator if one.realisasi.angka is not None and one.realisasi.angka < 0}
    assert len(negative) == len(expected["negative_rows"])
    assert terbaca.dengan("nilai_negatif")[0].sel == "C42"
    assert len(terbaca.dengan("indikator_ganda")) == expected["duplicate_names"]


def test_deli_serdang_jumlah_setiap_triwulan_dan_tahun(real_data: Path) -> None:
    totals = _expected(real_data, DELI)["totals"]
    budget = _read(real_data, DELI).bacaan[1]
    (year,) = [line for line in budget.anggaran if line.tingkat is TingkatAnggaran.TOTAL and line.triwulan is None]
    assert (year.tahun, year.pagu.angka, year.realisasi.angka) == (2025, totals["pagu_2025"], totals["realisasi_2025"])
    quarters = {
        line.triwulan: line.realisasi.angka for line in budget.anggaran
        if line.tingkat is TingkatAnggaran.TOTAL and line.triwulan
    }  # fmt: skip
    assert quarters == {q: totals[f"tw{q}"] for q in (1, 2, 3, 4)}
    assert budget.kontrol["Pagu 2025"] == totals["pagu_2025"]


def test_deli_serdang_indikator_dan_anggaran_dua_bacaan_satu_tabel(real_data: Path) -> None:
    work, budget = _read(real_data, DELI).bacaan
    assert work.indikator
    assert not work.anggaran
    assert budget.anggaran
    assert not budget.indikator
    by_name = {line.uraian: line.tingkat.value for line in budget.anggaran}
    assert by_name["UNSUR PENUNJANG URUSAN PEMERINTAHAN"] == "urusan"
    assert by_name["PERENCANAAN"] == "bidang"
    assert by_name["Administrasi Keuangan Perangkat Daerah"] == "kegiatan"
    assert by_name["Penyediaan Gaji dan Tunjangan ASN"] == "sub_kegiatan"


def test_deli_serdang_selisih_triwulan_dan_tahun_disebut(real_data: Path) -> None:
    finding = _read(real_data, DELI).dengan("triwulan_tidak_sama_tahun")[0]
    assert finding.sel == "AC113"
    assert "Rp104.990.014" in finding.pesan


@pytest.mark.parametrize(
    "kode",
    [
        "dua_indikator",
        "baris_tersembunyi",
        "sel_galat",
        "jumlah_tanpa_label",
        "kolom_tanpa_judul",
        "kolom_renstra_diperiksa",
    ],
)
def test_deli_serdang_setiap_jebakan_disebut(real_data: Path, kode: str) -> None:
    assert kode in _read(real_data, DELI).kode


def test_deli_serdang_kesepuluh_jumlah_termasuk_renstra(real_data: Path) -> None:
    totals = _expected(real_data, DELI)["totals"]
    kontrol = _read(real_data, DELI).bacaan[1].kontrol
    names = {
        "pagu_renstra_2030": "Pagu Renstra 2030",
        "realisasi_sd_2024": "Realisasi Renstra s.d. 2024",
        "pagu_2025": "Pagu 2025",
        **{f"tw{q}": f"Realisasi triwulan {q} 2025" for q in (1, 2, 3, 4)},
        "realisasi_2025": "Realisasi 2025",
        "realisasi_renstra": "Realisasi Renstra s.d. 2025",
        "persen_renstra": "Capaian Renstra s.d. 2025 (%)",
    }
    assert {key: float(kontrol[f"{name} menurut baris jumlah"]) for key, name in names.items()} == pytest.approx(totals)


def test_deli_serdang_realisasi_renstra_tidak_dijumlah_dua_tingkat(real_data: Path) -> None:
    totals = _expected(real_data, DELI)["totals"]
    kontrol = _read(real_data, DELI).bacaan[1].kontrol
    assert kontrol["Realisasi Renstra s.d. 2024"] == totals["realisasi_sd_2024"]
    assert kontrol["Realisasi Renstra s.d. 2025"] == totals["realisasi_renstra"]
    # the hidden programme of row 106 (Rp1.173.117.699) is in no printed sum
    assert kontrol["Pagu Renstra 2030"] == Decimal(str(totals["pagu_renstra_2030"])) + 1_173_117_699


def test_deli_serdang_renstra_diperiksa_per_baris(real_data: Path) -> None:
    terbaca = _read(real_data, DELI)
    (sums,) = [one for one in terbaca.dengan("rincian_tidak_sama") if "pagu Renstra 2030" in one.pesan]
    assert "K84, K96, K106" in sums.pesan
    assert [one.sel for one in terbaca.dengan("renstra_tidak_sama_tahun")] == ["AE64"]  # its formula adds AF64
    total = terbaca.bacaan[1].renstra[-1]
    assert (total.cocok.hasil, total.sel["persen_tercetak"]) == ("ya", "AG113")


def test_deli_serdang_angka_yang_menimpa_rumus_disebut(real_data: Path) -> None:
    (finding,) = _read(real_data, DELI).dengan("rumus_tertimpa")
    assert (finding.lembar, finding.sel, finding.nilai) == ("Realisasi TW IV", "AB51", "0")
    assert "(P51+S51+V51+Y51) seharusnya 35" in finding.pesan


def test_deli_serdang_tempat_setiap_jebakan(real_data: Path) -> None:
    expected = _expected(real_data, DELI)
    terbaca = _read(real_data, DELI)
    (hidden,) = terbaca.dengan("baris_tersembunyi")
    assert f"{len(expected['hidden_rows'])} baris" in hidden.pesan
    assert terbaca.dengan("sel_galat")[0].sel == f"AF{expected['div0_row']}"
    assert terbaca.dengan("jumlah_tanpa_label")[0].sel == f"A{expected['total_row']}"
    quarters = {one.sel for one in terbaca.dengan("rincian_tidak_sama") if "triwulan" in one.pesan}
    assert quarters == {"R12", "U12", "X12", "AA12"}  # rows 91 and 96 counted twice


def test_deli_serdang_tanda_tangan_bukan_data(real_data: Path) -> None:
    terbaca = _read(real_data, DELI)
    assert max(row.row for table in terbaca.tabel for row in table.baris) == 113


def test_papua_menjadi_anggaran_yang_berlaku(real_data: Path) -> None:
    terbaca = _read(real_data, PAPUA)
    (bacaan,) = terbaca.bacaan
    assert len(bacaan.anggaran) == 1175
    assert "menjadi_anggaran" in terbaca.dengan("pagu_dua_tahap")[0].pesan
    assert bacaan.anggaran[0].kode == "1.01.01.2.01.01.1"
    assert {line.tahun for line in bacaan.anggaran} == {2023}


def test_dipa_angka_berpangkat_disebut_kehilangan_angka(real_data: Path) -> None:
    terbaca = _read(real_data, DIPA)
    (bacaan,) = terbaca.bacaan
    assert len(bacaan.anggaran) == 11
    assert bacaan.anggaran[2].pagu.angka == Decimal("350001000000")
    assert len(terbaca.dengan("angka_terpotong")) == 10


def test_daftar_tanpa_judul_kolom_ditolak_dengan_petunjuk(real_data: Path) -> None:
    terbaca = _read(real_data, MASTER)
    assert not any(bacaan.indikator or bacaan.anggaran for bacaan in terbaca.bacaan)
    assert terbaca.dengan("tabel_tanpa_judul_kolom")[0].tingkat == "galat"


def test_setda_baris_pecah_dipulihkan_atau_disebut(real_data: Path) -> None:
    terbaca = read_path(real_data / "pdf-grids" / "setda_p29_31.csv")
    work, budget = terbaca.bacaan
    assert work.kontrol["Indikator"] == 13
    assert [finding.sel for finding in terbaca.dengan("baris_pecah")] == ["A9"]
    assert len(terbaca.dengan("baris_dipulihkan")) == 5
    sirup = [one for one in work.indikator if one.indikator == "% Penayangan SIRUP"]
    assert [(one.target.angka, one.realisasi.angka) for one in sirup] == [(50, 65), (50, 60), (55, 70), (55, 85)]
    assert len(budget.anggaran) == 16


def test_setda_anggaran_sama_dengan_terbitannya(real_data: Path) -> None:
    (path,) = real_data.glob("64_*.json")
    printed = json.loads(path.read_text(encoding="utf-8"))["budget"]
    budget = read_path(real_data / "pdf-grids" / "setda_p29_31.csv").bacaan[1]
    assert {(one.uraian, one.tahun, one.pagu.angka, one.realisasi.angka) for one in budget.anggaran} == {
        (
            one["program_kegiatan"],
            one["tahun"],
            Decimal(one["pagu"].replace(".", "")),
            Decimal(one["realisasi"].replace(".", "")),
        )
        for one in printed
    }
    assert {one.cocok.hasil for one in budget.anggaran} == {"ya"}


def test_dua_tabel_di_atas_sel_yang_sama_menyebut_temuan_sekali(real_data: Path) -> None:
    reading = importing.read(DELI, (real_data / "spreadsheets" / DELI).read_bytes())
    assert len(reading.tabel) == 2
    assert len(reading.temuan) == len(set(reading.temuan))
    assert {satu for some in reading.temuan_tabel for satu in some} <= set(reading.temuan)
