"""Every finding code of reading and checking: a sheet that brings it about, and one close by that does not."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import lkjip.rules
from lkjip import validation
from lkjip.domain.numbers import kosong
from lkjip.rules import load_aturan
from tests.makers.sheets import a_date, book, read, read_rows, sheet

N = None
IND = ["No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"]
ANG = ["Kode", "Program/Kegiatan", "Pagu", "Realisasi", "%"]


def ind(*rows: list[Any], head: list[Any] | None = None) -> list[list[Any]]:
    return [head or IND, *([place, "Meningkatnya pelayanan", *row] for place, row in enumerate(rows, 1))]


def ang(*rows: list[Any]) -> list[list[Any]]:
    return [ANG, *rows]


GOOD = ind(["Indeks Kepuasan", "Nilai", 80, 82, "102,50"], ["Nilai SAKIP", "Nilai", 70, 63, "90,00"])
GOOD_MONEY = ang(
    ["7.01.01", "Program Penunjang", 1000, 900, "90,00"], ["7.01.02", "Program Pelayanan", 500, 400, "80,00"]
)
QUARTERS = [
    ["Program", "Anggaran", "Realisasi TW I", "Realisasi TW II", "Realisasi TW III", "Realisasi TW IV", "Realisasi"],
    ["Program Pelayanan", 1000, 100, 200, 300, 100, 750],
]
GROUPS = [
    ["Kode", "Uraian", "Operasi", N, "Transfer", N],
    [N, N, "Anggaran", "Realisasi", "Anggaran", "Realisasi"],
    ["7.01.01", "Program Penunjang", 1000, 900, 0, 0],
]
EVALUATION = [
    ["No", "Program", "Target Renstra 2026", N, "Anggaran Renja 2024", N, "Realisasi 2024", N],
    [N, N, "K", "Rp", "K", "Rp", "K", "Rp"],
    [1, "Program Pelayanan", 100, 5000, 90, 1000, 90, 900],
]


def plan(pagu: Any, before: Any, year: Any, until: Any, share: Any) -> list[list[Any]]:
    """One line of the official form of an evaluation of the Renja, its money columns."""
    return [
        ["Program", "Target Renstra pada Tahun 2026 (Akhir Periode Renstra) (Rp)",
         "Realisasi Capaian Kinerja Renstra sampai dengan Renja Tahun 2023 (Rp)", "Anggaran Renja 2024 (Rp)",
         "Realisasi Renja 2024 (Rp)", "Realisasi Kinerja dan Anggaran Renstra s/d Tahun 2024 (Rp)",
         "Tingkat Capaian Realisasi Anggaran Renstra s/d Tahun 2024 (%)"],
        ["Program Pelayanan", pagu, before, 1000, year, until, share],
    ]  # fmt: skip


# code -> rows of a sheet in which it must be found
FOUND: dict[str, list[list[Any]]] = {
    "tabel_tidak_ditemukan": [["Surat pengantar"], ["Dengan hormat"]],
    "tabel_tanpa_judul_kolom": [[n, f"7.01.01.2.0{n}", "Perencanaan dan Keuangan", 1] for n in range(1, 5)],
    "tabel_tanpa_baris": [IND],
    "peran_kolom_kurang": [["No", "Nama", "Umur"], *([n, f"Contoh {n}", 40 + n] for n in range(1, 4))],
    "lembar_tanpa_tabel": [["Surat pengantar"], ["Dengan hormat"]],
    "baris_tanpa_nama": [*GOOD_MONEY[:2], [N, N, 77, N, N], *GOOD_MONEY[2:]],
    "baris_pecah": [*GOOD[:2], [N, N, "Nilai RB Nilai 10 20 30 40 50"], *GOOD[2:]],
    "baris_dipulihkan": [
        ["Indikator", "Satuan", "Target 2023", "Target 2024", "Realisasi 2023", "Realisasi 2024"],
        ["Indeks Kepuasan", "Nilai", 80, 81, 82, 83],
        ["Persentase pelayanan tepat\nwaktu % 70 71 72 73"],
        ["Nilai SAKIP", "Nilai", 60, 61, 62, 63],
    ],
    "baris_kelompok": [
        ["Program", "Pagu", "Realisasi"], ["Program Pelayanan", 100, 90], ["Catatan umum"], ["Program Umum", 5, 4],
    ],
    "baris_digabung": [
        *ind(["Persentase penyelesaian", "%", 90, 95, "105,56"]), [N, N, "pengaduan masyarakat"],
        [2, "Meningkatnya pelayanan", "Nilai SAKIP", "Nilai", 70, 63, "90,00"],
    ],
    "jumlah_tanpa_label": [*GOOD_MONEY, [N, N, 1500, 1300, N]],
    "kolom_tanpa_judul": [*GOOD_MONEY[:2], [*GOOD_MONEY[2], 12345]],
    "angka_ambigu": ind(["Jumlah penduduk terlayani", "Orang", "1.234", "1.300", "105,35"]),
    "kolom_ganda": [[*GOOD[0][:6], "Realisasi"], [*GOOD[1][:6], 70]],
    "kolom_sejenis": [[*GOOD[0][:6], "Hasil"], [*GOOD[1][:6], 70]],
    "angka_terlalu_panjang": ind(["Indeks Kepuasan", "Nilai", 80, "6403011234560001", ""]),
    "nama_berupa_galat": ind(["#REF!", "Nilai", 80, 82, "102,50"]),
    "nama_terlalu_panjang": ind(["Uraian " * 400, "Nilai", 80, 82, "102,50"]),
    "angka_dalam_juta": [
        ["Program", "Anggaran (juta Rp)", "Realisasi (juta Rp)"], ["Program A satu", "1.500,5", "1.400,2"],
    ],
    "angka_sebagai_teks": ind(["A satu", "%", 80, "82,5", 1], ["B dua", "%", "80,5", 82, 1]),
    "desimal_campur": ind(["A satu", "%", "80,5", "82,55", 1], ["B dua", "%", "80.5", "82,5", 1]),
    "dua_indikator": ind(["1. Nilai LHE AKIP   2. Indeks Kepuasan Masyarakat", "Nilai", 80, 82, "102,50"]),
    "capaian_dibaca_realisasi": [["No", "Indikator", "Target", "Capaian"], [1, "Indeks Kepuasan", 80, 82]],
    "target_akhir_tanpa_tahun": [
        ["No", "Indikator", "Target 2024", "Realisasi 2024", "Target Akhir Renstra"], [1, "Indeks", 80, 81, 90],
    ],
    "kode_jadi_tanggal": ang([a_date(2002, 1, 7), "Program Pelayanan", 1000, 900, "90,00"]),
    "kode_program_tidak_dikenal": ang(["7.01.99", "Program Lain", 1000, 900, "90,00"]),
    "pagu_dua_tahap": [
        ["Program", "Anggaran Sebelum Perubahan", "Anggaran Setelah Perubahan", "Realisasi"],
        ["Program A satu", 100, 200, 150],
    ],
    "realisasi_ganda": [
        ["Kode", "Uraian", "Anggaran", "Realisasi Periode Ini", "Realisasi s.d. Periode Ini", "%"],
        ["7.01.01", "Program Penunjang", 1000, 200, 500, "50,00"],
    ],
    "kelompok_nol": GROUPS,
    "kolom_renstra_diperiksa": EVALUATION,
    "kolom_renstra_tidak_disimpan": [
        ["Program", "Anggaran Renstra 2025", "Anggaran Renstra 2026", "Anggaran 2024", "Realisasi 2024"],
        ["Program Pelayanan", 5000, 6000, 1000, 900],
    ],
    "renstra_tidak_sama_tahun": plan(5000, 2000, 900, 2800, "56,00"),
    "capaian_renstra_tidak_cocok": plan(5000, 2000, 900, 2900, "68,00"),
    "renstra_bukan_angka": plan("lima ribu rupiah", 2000, 900, 2900, ""),
    "tahun_tidak_diketahui": GOOD,
    "tahun_ke_tanpa_tahun": [
        ["No", "Indikator", "Satuan", "Target Tahun ke-", N, N], [N, N, N, 1, 2, 3], [1, "Indeks", "Nilai", 8, 9, 10],
    ],
    "tahun_berbeda": [["No", "Indikator", "Target 2019", "Realisasi 2019"], [1, "Indeks Kepuasan", 80, 81]],
    "bukan_angka": ind(["Indeks Kepuasan", "Nilai", "98.5.3", 82, "102,50"]),
    "spasi_dalam_angka": ang(["7.01.01", "Program Penunjang", "1 00.000.000", "91.250.000", "91,25"]),
    "perbandingan_bukan_angka": ind(["Rasio guru murid", "", "1:32", "1:17,9", "83,86"]),
    "angka_terpotong": ang(["7.01.01", "Program Penunjang", "3,50001E+11", "3,01308E+11", "86,09"]),
    "none_sebagai_angka": ang(["7.01.01", "Program Satu", "None", 5, ""], ["7.01.02", "Program B", 10, 5, "50,00"]),
    "galat_sebagai_nilai": ang(["7.01.01", "Program Satu", 0, 0, "#DIV/0!"], ["7.01.02", "Program B", 10, 5, "50,00"]),
    "keterangan_dalam_sel": ind(["Tingkat Inflasi", "%", 3, "2,55 Perubahan Target", 100]),
    "nilai_negatif": ind(["Pertumbuhan investasi", "%", 2, "(53,88)", ""]),
    "target_kosong": ind(["A satu", "%", "-", 5, ""], ["B dua", "%", 10, 5, "50,00"]),
    "realisasi_kosong": ind(["A satu", "%", 5, "belum ada realisasi", ""], ["B dua", "%", 10, 5, "50,00"]),
    "target_teks_realisasi_angka": ind(["Nilai EPPD", "Predikat", "Tinggi", 82, 100]),
    "nilai_berupa_kata": ind(["Opini BPK", "", "WTP", "WTP", 100]),
    "indikator_ganda": ind(*[["Indeks Kepuasan", "Nilai", 80, 82, "102,50"]] * 2),
    "capaian_di_atas_120": ind(["A satu", "%", 10, 13, "130,00"]),
    "satuan_berbeda": ind(["Kontribusi pariwisata", "", "0,00725", "1,93%", "26.620,69%"]),
    "capaian_tidak_cocok": ind(["Pelayanan ibu hamil", "%", 100, 100, "65,93"]),
    "capaian_disalin_dari_realisasi": ind(["A satu", "%", 80, 60, 60]),
    "serapan_tidak_cocok": ang(["7.01.01", "Program Penunjang", 1000, 900, "63,14"]),
    "kolom_persen_lain": ang(*([f"7.01.{n:02}", "Program Penunjang", 1000, 900, "33,00"] for n in range(1, 13))),
    "persen_pembulatan": ind(["A satu", "%", "93,14", "93,5", "100,38"]),
    "capaian_dibatasi": ind(["A satu", "%", "75,00", "78,11", "100"]),
    "persen_sebagai_pecahan": ang(["7.01.01", "Program Penunjang", 100000000, 149425965, "1,49"]),
    "beberapa_rumus": ind(["A satu", "%", 80, 60, "75,00"], ["B dua", "%", 10, 12, "80,00"]),
    "anggaran_negatif": ang(["7.01.01", "Program Penunjang", 1000, -50, ""]),
    "serapan_di_atas_100": ang(["7.01.01", "Program Penunjang", 1000, 1001, "100,10"]),
    "pagu_kosong": ang(["7.01.01", "Program Penunjang", "-", 5, ""], ["7.01.02", "Program B", 10, 5, "50,00"]),
    "kode_ganda": ang(*[["7.01.01", "Program Penunjang", 1000, 900, "90,00"]] * 2),
    "jumlah_berbeda": [*GOOD_MONEY, [N, "JUMLAH", 1600, 1300, N]],
    "rincian_tidak_sama": ang(
        ["7.01.01", "Program Penunjang", 1000, 900, "90,00"], ["7.01.01.2.01", "Keuangan", 600, 500, "83,33"],
        ["7.01.01.2.02", "Umum", 300, 400, "133,33"],
    ),
    "triwulan_tidak_sama_tahun": QUARTERS,
}  # fmt: skip
# Codes that need more than rows: tested below.
APART = {
    "rumus_tertimpa",
    "angka_bersama",
    "rupiah_bersama",
    "semua_angka_teks",
    "lembar_tersembunyi_dilewati",
    "indikator_tanpa_nama",
    "baris_anggaran_tanpa_nama",
}


def _own_codes() -> set[str]:
    """The codes of the two blocks of findings.toml that belong to tables and checks."""
    path = Path(lkjip.rules.__file__).parent / "findings.toml"
    text = path.read_text(encoding="utf-8")
    block = text[text.index("# --- tabel") :]
    end = re.search(r"\n# --- (?!pemeriksaan isi)", block[5:])
    return set(tomllib.loads(block[: end.start() + 5] if end else block))


def test_setiap_kode_temuan_punya_contoh() -> None:
    assert _own_codes() == set(FOUND) | APART


def _year(kode: str) -> int | None:
    return None if kode == "tahun_tidak_diketahui" else 2024


@pytest.mark.parametrize("kode", sorted(FOUND))
def test_temuan_muncul_pada_contohnya(kode: str) -> None:
    terbaca = read_rows(FOUND[kode], tahun=_year(kode))
    assert kode in terbaca.kode, terbaca.kode


@pytest.mark.parametrize("kode", sorted(FOUND))
def test_pesan_lengkap_tanpa_tempat_kosong(kode: str) -> None:
    for finding in read_rows(FOUND[kode], tahun=_year(kode)).dengan(kode):
        assert not re.search(r"[{}]|None |, ,", finding.pesan + finding.saran)
        assert finding.saran.endswith(".")


@pytest.mark.parametrize("rows", [GOOD, GOOD_MONEY], ids=["indikator", "anggaran"])
def test_tabel_yang_benar_tanpa_peringatan(rows: list[list[Any]]) -> None:
    terbaca = read_rows(rows, tahun=2024)
    assert set(terbaca.kode) <= {"angka_sebagai_teks"}


@pytest.mark.parametrize(
    ("rows", "kode"),
    [
        (ind(["A satu", "%", 10, 12, "120,00"]), "capaian_di_atas_120"),
        (ang(["7.01.01", "Program Penunjang", 1000, 1000, "100,00"]), "serapan_di_atas_100"),
        (ind(["A satu", "%", 100, 60, 60]), "capaian_disalin_dari_realisasi"),
        ([*GOOD_MONEY, [N, "JUMLAH", 1500, 1300, N]], "jumlah_berbeda"),
        (ind(["A satu", "%", 0, 0, 100]), "target_kosong"),
        (ind(["A satu", "%", 5, 0, 0]), "realisasi_kosong"),
        ([[*IND[:6], "Realisasi"], [1, "Meningkatnya", "A satu", "%", 5, 4, "4,0"]], "kolom_ganda"),
        ([[*IND[:6], "Realisasi"], [1, "Meningkatnya", "A satu", "%", 5, 4, "-"]], "kolom_ganda"),
        (ind(["A satu", "Rp", 10**15 - 1, 10**15 - 1, "100,00"]), "angka_terlalu_panjang"),
        (ind(["a" * 2000, "%", 10, 10, "100,00"]), "nama_terlalu_panjang"),
        (ind(["Kelas jalan", "", "3/4", "3/4", ""]), "bukan_angka"),
        (ind(["Tingkat kematangan", "", 3, "Level 3", ""]), "bukan_angka"),
        (ind(["A satu", "%", "1.234,5", "1.300,0", "105,31"]), "angka_ambigu"),
        ([QUARTERS[0], ["Program Pelayanan", 1000, 100, 200, 300, 100, 700]], "triwulan_tidak_sama_tahun"),
        ([QUARTERS[0], ["Program Pelayanan", 1000, 100, 300, 600, 700, 700]], "triwulan_tidak_sama_tahun"),
    ],
    ids=[
        "tepat 120", "tepat 100", "target 100", "jumlah benar", "target nol", "realisasi nol", "kolom kedua sama",
        "kolom kedua kosong", "15 angka", "2.000 huruf", "keduanya kata", "kata dengan angka", "gaya terbukti",
        "triwulan dijumlah", "triwulan kumulatif",
    ],
)  # fmt: skip
def test_tepat_di_batas_tidak_disebut(rows: list[list[Any]], kode: str) -> None:
    assert kode not in read_rows(rows, tahun=2024).kode


@pytest.mark.parametrize(
    "kode",
    ["bukan_angka", "kode_jadi_tanggal", "tabel_tanpa_baris", "tabel_tanpa_judul_kolom", "tabel_tidak_ditemukan",
     "peran_kolom_kurang", "tahun_ke_tanpa_tahun", "indikator_tanpa_nama", "baris_anggaran_tanpa_nama",
     "kolom_ganda", "angka_terlalu_panjang", "nama_berupa_galat", "nama_terlalu_panjang", "rupiah_bersama"],
)  # fmt: skip
def test_hanya_yang_salah_bila_disimpan_menjadi_galat(kode: str) -> None:
    assert load_aturan().katalog.teks[kode].tingkat == "galat"


def test_tidak_ada_galat_lain() -> None:
    errors = {kode for kode in _own_codes() if load_aturan().katalog.teks[kode].tingkat == "galat"}
    assert len(errors) == 14


@pytest.mark.parametrize("tulisan", ["31/02/2025", "=8", "@8", "<b>8</b>", "**8**", "8\ufffd", "1E400", "3/4"])
def test_angka_rusak_di_samping_angka_tidak_disimpan_sebagai_kata(tulisan: str) -> None:
    (finding,) = read_rows(ind(["A satu", "%", 10, tulisan, ""]), tahun=2024).dengan("bukan_angka")
    assert (finding.sel, finding.nilai) == ("F2", tulisan)


@pytest.mark.parametrize(("target", "realisasi", "sel"), [("Tinggi", 82, "E2"), (82, "Tinggi", "F2")])
def test_kata_di_samping_angka_ditunjuk_selnya(target: Any, realisasi: Any, sel: str) -> None:
    (finding,) = read_rows(ind(["Nilai EPPD", "", target, realisasi, ""]), tahun=2024).dengan(
        "target_teks_realisasi_angka"
    )
    assert finding.sel == sel


def test_satu_angka_gabungan_untuk_dua_indikator_disebut_keduanya() -> None:
    rows = ind(["A satu", "%", 80, 70, ""], ["B dua", "%", 80, N, ""])
    (finding,) = read_rows(rows, merges=["F2:F3"], tahun=2024).dengan("angka_bersama")
    assert (finding.sel, finding.nilai) == ("F2", "70")
    assert "'A satu', 'B dua'" in finding.pesan


def test_rupiah_gabungan_yang_akan_terhitung_dua_kali_ditolak() -> None:
    rows = ang(["7.01.01", "Program Penunjang", 1000, 400, ""], ["7.01.02", "Program Pelayanan", N, 300, ""])
    (finding,) = read_rows(rows, merges=["C2:C3"], tahun=2024).dengan("rupiah_bersama")
    assert (finding.sel, finding.nilai) == ("C2", "Rp1.000")


@pytest.mark.parametrize(
    ("kode", "nama", "usul"),
    [
        ("7.1.2", "Program apa saja", "7.01.02"),
        ("7.01.92", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "7.01.02"),
        ("7.01.92", "Program Penyelenggaran Pemerintahan dan Pelayanan Publik", "7.01.02"),
        ("7.01.92", "Program lain sama sekali", ""),
        ("7.01.02", "Program apa saja", None),
        ("7.02.02", "Program urusan lain", None),
    ],
)
def test_kode_program_di_luar_daftar_diberi_usul_terdekat(kode: str, nama: str, usul: str | None) -> None:
    found = read_rows(ang([kode, nama, 1000, 900, "90,00"]), tahun=2024).dengan("kode_program_tidak_dikenal")
    assert [(one.sel, one.nilai) for one in found] == ([("A2", kode)] if usul is not None else [])
    if usul is not None:
        assert (f"kemungkinan {usul}" in found[0].saran) is bool(usul)


def test_nama_yang_sama_tersusun_dan_terurai_adalah_satu_nama() -> None:
    rows = ind(["M\u00e9ranti", "%", 8, 8, ""], ["Me\u0301ranti", "%", 8, 8, ""])
    rows[2][1] = rows[1][1]
    assert "indikator_ganda" in read_rows(rows, tahun=2024).kode


def test_galat_yang_ditulis_tidak_disebut_angka_yang_terbaca() -> None:
    assert (
        "angka_sebagai_teks"
        not in read_rows(ind(["A satu", "%", 8, 8, ""], ["B dua", "%", 8, "#N/A", ""]), tahun=2024).kode
    )


def test_kutipan_dari_sel_panjang_dipotong() -> None:
    (finding,) = read_rows(FOUND["nama_terlalu_panjang"], tahun=2024).dengan("nama_terlalu_panjang")
    assert "2.799 huruf" in finding.pesan
    assert len(finding.pesan) < 300


@pytest.mark.parametrize(
    "row", [[2, "Sasaran lain", N, "pengaduan", 10, 8], [N, "Sasaran lain", N, "pengaduan", 10, 8]]
)
def test_baris_berangka_tanpa_nama_di_tengah_tabel_tidak_hilang_diam_diam(row: list[Any]) -> None:
    terbaca = read_rows([IND, GOOD[1], row, GOOD[2]], tahun=2024)
    (finding,) = terbaca.dengan("baris_tanpa_nama")
    assert (finding.sel, finding.nilai) == ("E3", "10")
    assert len(terbaca.bacaan[0].indikator) == 2


def test_usul_kode_dari_tanggal() -> None:
    (finding,) = read_rows(FOUND["kode_jadi_tanggal"], tahun=2024).dengan("kode_jadi_tanggal")
    assert "7.01.02" in finding.saran
    assert finding.sel == "A2"


def test_lembar_tersembunyi_dengan_tabel_dilewati_dan_disebut() -> None:
    terbaca = read(book(sheet(GOOD, "Tampak"), sheet(GOOD, "Lama", hidden=True)), tahun=2024)
    assert [finding.lembar for finding in terbaca.dengan("lembar_tersembunyi_dilewati")] == ["Lama"]
    assert {table.lembar for table in terbaca.tabel} == {"Tampak"}


def test_lembar_tersembunyi_dibaca_bila_tidak_ada_yang_lain() -> None:
    terbaca = read(book(sheet(GOOD, "Lama", hidden=True)), tahun=2024)
    assert {table.lembar for table in terbaca.tabel} == {"Lama"}
    assert "lembar_tersembunyi_dilewati" not in terbaca.kode


def test_baris_tanpa_nama_tidak_boleh_disimpan() -> None:
    katalog = load_aturan().katalog
    (work,) = read_rows(GOOD, tahun=2024).bacaan
    nameless = replace(work, indikator=tuple(replace(one, indikator=" ") for one in work.indikator))
    assert "indikator_tanpa_nama" in {finding.kode for finding in validation.validate(nameless, katalog)}
    (money,) = read_rows(GOOD_MONEY, tahun=2024).bacaan
    nameless = replace(money, anggaran=tuple(replace(one, uraian="", kode="") for one in money.anggaran))
    assert "baris_anggaran_tanpa_nama" in {finding.kode for finding in validation.validate(nameless, katalog)}


def test_angka_sendiri_ada_dalam_temuan_capaian() -> None:
    (finding,) = read_rows(FOUND["capaian_disalin_dari_realisasi"], tahun=2024).dengan("capaian_disalin_dari_realisasi")
    assert "75 persen" in finding.pesan
    (finding,) = read_rows(FOUND["serapan_tidak_cocok"], tahun=2024).dengan("serapan_tidak_cocok")
    assert "90 persen" in finding.pesan


def test_induk_dengan_rincian_belum_lengkap_tidak_disalahkan() -> None:
    (money,) = read_rows(FOUND["rincian_tidak_sama"], tahun=2024).bacaan
    lines = tuple(replace(one, pagu=kosong(), realisasi=kosong()) if one.urutan == 3 else one for one in money.anggaran)
    codes = {finding.kode for finding in validation.validate(replace(money, anggaran=lines), load_aturan().katalog)}
    assert "rincian_tidak_sama" not in codes


def test_kontrol_hanya_satu_tingkat() -> None:
    (money,) = read_rows(FOUND["rincian_tidak_sama"], tahun=2024).bacaan
    assert money.kontrol == {"Pagu 2024": Decimal(1000), "Realisasi 2024": Decimal(900)}


def test_anggaran_dalam_juta_disimpan_dalam_rupiah() -> None:
    (money,) = read_rows(FOUND["angka_dalam_juta"], tahun=2024).bacaan
    assert (money.anggaran[0].pagu.angka, money.anggaran[0].pagu.teks) == (Decimal(1_500_500_000), "1.500,5")


@pytest.mark.parametrize(
    ("values", "number_format", "named"),
    [(("80,5", "82,5"), "General", True), (("80,5", "82,5"), "", False), (("80,5", 82), "General", False)],
    ids=["lembar kerja", "csv tanpa jenis sel", "satu angka benar"],
)
def test_kolom_seluruhnya_teks_hanya_disebut_pada_lembar_kerja(
    values: tuple[Any, Any], number_format: str, named: bool
) -> None:
    made = sheet(ind(["A satu", "%", 80, values[0], ""], ["B dua", "%", 80, values[1], ""]))
    cells = tuple(replace(cell, format=number_format) for cell in made.cells)
    found = read(book(replace(made, cells=cells)), tahun=2024).dengan("semua_angka_teks")
    assert [(one.sel, "'Realisasi'" in one.pesan) for one in found] == ([("F2", True)] if named else [])
