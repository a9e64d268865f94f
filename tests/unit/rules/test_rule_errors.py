"""A wrong rule file is refused with file, key, what was found and what to write. Each test breaks one thing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lkjip.errors import RuleError
from lkjip.rules.files import FOLDER, rules_version
from lkjip.rules.load import load_aturan
from lkjip.rules.sop import load_sop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the rules of the repository, to be broken."""
    salinan = tmp_path / "rules"
    shutil.copytree(FOLDER, salinan, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return salinan


def change(folder: Path, nama: str, dari: str, menjadi: str) -> None:
    jalan = folder / nama
    isi = jalan.read_text(encoding="utf-8")
    assert dari in isi, f"'{dari}' tidak ada dalam {nama}"
    jalan.write_text(isi.replace(dari, menjadi, 1), encoding="utf-8")


def message(folder: Path) -> str:
    with pytest.raises(RuleError) as galat:
        load_aturan(folder)
    return str(galat.value)


def test_aturan_utuh_diterima(folder: Path) -> None:
    assert load_aturan(folder).versi == load_aturan().versi


@pytest.mark.parametrize(
    ("nama", "dari", "menjadi", "harapan"),
    [
        ("formulas/naik.toml", "fungsi =", "fungsinya =", ("'fungsi'", "tidak ada", "Tulis teks")),
        ("formulas/naik.toml", 'arah = "naik"', 'arah = "naik"\nwarna = "biru"', ("'warna'", "'biru'", "hanya kunci")),
        ("formulas/naik.toml", 'id = "naik"', 'id = "nail"', ("'id'", "'nail'", "naik")),
        ("formulas/naik.toml", 'fungsi = "naik"', 'fungsi = "eval"', ("'fungsi'", "'eval'", "turun_rasio")),
        ("formulas/naik.toml", 'arah = "naik"', 'arah = "atas"', ("'arah'", "'atas'", "naik, turun, tetap")),
        ("formulas/naik.toml", '"lkjip_terbit"', '"permen_lama"', ("'sumber'", "'permen_lama'", "sources.toml")),
        ("formulas/naik.toml", "2014-01-01", '"2014"', ("'berlaku_sejak'", "'2014'", "2017-01-01")),
        ("formulas/naik.toml", "2014-01-01", "2014-01-01T00:00:00", ("'berlaku_sejak'", "2014", "2017-01-01")),
        ("formulas/naik.toml", "nama = ", 'nama = " "\ntulis = ', ("'nama'", "' '", "tidak kosong")),
        ("formulas/naik.toml", "nama = ", "nama = {a = 1}\nlama = ", ("'nama'", "sebuah tabel", "teks")),
        ("scales/tiga_tingkat.toml", "sampai = 100", "sampai = 99", ("'jenjang[2].sampai'", "'99'", "celah")),
        (
            "scales/tiga_tingkat.toml",
            "sampai = 100",
            "sampai = 101",
            ("'jenjang[2].sampai'", "'101'", "tumpang tindih"),
        ),
        ("scales/tiga_tingkat.toml", "sampai = 100", "", ("'jenjang[2].sampai'", "tidak ada", "angka")),
        ("scales/tiga_tingkat.toml", "mulai = 75", "mulai = 100", ("'jenjang[2].mulai'", "'100'", "di bawah 100")),
        ("scales/tiga_tingkat.toml", "mulai = 75", 'mulai = "75"', ("'jenjang[2].mulai'", "'75'", "angka")),
        ("scales/tiga_tingkat.toml", "mulai = 75", "mulai = true", ("'jenjang[2].mulai'", "'True'", "angka")),
        ("scales/tiga_tingkat.toml", "mulai = 75", "mulai = inf", ("'jenjang[2].mulai'", "'Infinity'", "angka")),
        ("scales/tiga_tingkat.toml", "mulai = 0", "mulai = 1", ("'jenjang[3].mulai'", "'1'", "0 untuk jenjang")),
        ("scales/tiga_tingkat.toml", "Hampir Tercapai", "Tercapai", ("'jenjang[2].predikat'", "'Tercapai'", "belum")),
        ("scales/tiga_tingkat.toml", "batas_masuk = true", "batas_masuk = 1", ("'batas_masuk'", "'1'", "true atau")),
        ("sources.toml", 'keyakinan = "Q"', 'keyakinan = "?"', ("keyakinan", "'?'", "Q, S, K, D")),
        ("sources.toml", "tahun = 2014", "tahun = true", ("tahun", "'True'", "bilangan bulat")),
        ("sources.toml", "tahun = 2014", "tahun = 2014.5", ("tahun", "'2014.5'", "bilangan bulat")),
        ("sources.toml", "[perpres_29_2014]", "perpres = 3\n[perpres_29_2014]", ("perpres", "'3'", "hanya kunci")),
        ("programs.toml", '"7.01.02"', '"VII.01"', ("VII.01", "'VII.01'", "angka dan titik")),
        ("programs.toml", "[program]", "tahun = 2020\n[program]", ("'tahun'", "'2020'", "hanya kunci")),
        ("findings.toml", 'tingkat = "peringatan"', 'tingkat = "fatal"', ("tingkat", "'fatal'", "galat, peringatan")),
        ("findings.toml", "{indikator}", "{indikator", ("pesan", "{indikator", "berpasangan")),
        ("findings.toml", "{indikator}", "{}", ("pesan", "{}", "nama di dalam kurung")),
        ("findings.toml", "{indikator}", "{0.kelas}", ("pesan", "{0.kelas}", "nama di dalam kurung")),
        ("findings.toml", "[target_belum_ada]", "[target_belum_ada]\nbaru = 1", ("baru", "'1'", "hanya kunci")),
        ("terms.toml", '"n/a",', '"n/a", "-",', ("'tidak_berlaku'", "'-'", "'kosong'")),
        ("terms.toml", '"n/a",', '"N/A",', ("'tidak_berlaku'", "'N/A'", "'n/a'")),
        ("terms.toml", '"n/a",', '"n/a", "n/a",', ("'tidak_berlaku'", "'n/a'", "satu kali")),
        ("terms.toml", '"n/a",', '"n/a", 0,', ("'tidak_berlaku'", "daftar berisi", "daftar teks")),
        ("terms.toml", "pagu = [", 'pagu = [ "target",', ("'judul.pagu'", "'target'", "'target'")),
        ("terms.toml", "triwulan = [", "kuartal = [", ("'judul.triwulan'", "tidak ada", "daftar teks")),
        (
            "terms.toml",
            "\n[judul]\n",
            '\n[judul]\nwarna = ["merah"]\n',
            ("'judul.warna'", "daftar berisi 1", "hanya kunci"),
        ),
        ("terms.toml", "[tingkat]", "[tingkatan]", ("'tingkat'", "tidak ada", "tabel [tingkat]")),
        (
            "terms.toml",
            'sakip = ["D", "C", ',
            'sakip = ["D"]\nsisa = ["C", ',
            ("'urutan_label.sakip'", "daftar", "dua"),
        ),
        ("terms.toml", '"D", "C"', '"D", "d"', ("'urutan_label.sakip'", "'d'", "satu kali")),
        ("terms.toml", '"D", "C"', '"D|", "C"', ("'urutan_label.sakip'", "''", "tidak kosong")),
        ("terms.toml", "jumlah = [", "jumlah = []\njumlahan = [", ("'jumlah'", "daftar berisi 0", "satu teks")),
        ("terms.toml", "[kelompok]", "[[kelompok]]", ("'kelompok'", "daftar berisi 1", "sebuah tabel")),
    ],
)
def test_aturan_salah_ditolak_dengan_tempat_dan_obat(
    folder: Path, nama: str, dari: str, menjadi: str, harapan: tuple[str, str, str]
) -> None:
    """`harapan`: the key, what was found, what to write."""
    change(folder, nama, dari, menjadi)
    pesan = message(folder)
    assert nama in pesan
    for bagian in harapan:
        assert bagian in pesan


def test_kunci_ganda_ditolak(folder: Path) -> None:
    change(folder, "formulas/naik.toml", 'id = "naik"', 'id = "naik"\nid = "naik"')
    assert "bukan TOML yang sah" in message(folder)


def test_berkas_bukan_utf8_ditolak(folder: Path) -> None:
    (folder / "terms.toml").write_bytes(b'kosong = ["\xff"]')
    assert "terms.toml" in message(folder)


def test_berkas_hilang_disebut_namanya(folder: Path) -> None:
    (folder / "terms.toml").unlink()
    assert "terms.toml: berkas tidak ada" in message(folder)


@pytest.mark.parametrize("bagian", ["formulas", "scales"])
def test_folder_tanpa_satu_aturan_pun_ditolak(folder: Path, bagian: str) -> None:
    shutil.rmtree(folder / bagian)
    assert bagian in message(folder)


def test_skala_tanpa_jenjang_ditolak(folder: Path) -> None:
    jalan = folder / "scales/tiga_tingkat.toml"
    jalan.write_text(jalan.read_text(encoding="utf-8").split("[[jenjang]]")[0], encoding="utf-8")
    assert "jenjang" in message(folder)


def test_skala_dengan_daftar_jenjang_kosong_ditolak(folder: Path) -> None:
    jalan = folder / "scales/tiga_tingkat.toml"
    jalan.write_text(jalan.read_text(encoding="utf-8").split("[[jenjang]]")[0] + "jenjang = []\n", encoding="utf-8")
    assert "daftar berisi 0" in message(folder)


def test_langkah_sop_yang_melompat_nomor_ditolak(folder: Path) -> None:
    change(folder, "sop.toml", "nomor = 2", "nomor = 3")
    with pytest.raises(RuleError, match=r"langkah\[2\]\.nomor.*'3'.*tanpa celah"):
        load_sop(folder)


def test_aturan_yang_berubah_berversi_lain(folder: Path) -> None:
    sebelum = rules_version(folder)
    change(folder, "scales/tiga_tingkat.toml", "Hampir Tercapai", "Nyaris Tercapai")
    assert rules_version(folder) != sebelum


def test_akhir_baris_windows_tidak_mengubah_versi(folder: Path) -> None:
    sebelum = rules_version(folder)
    jalan = folder / "sop.toml"
    jalan.write_bytes(jalan.read_bytes().replace(b"\n", b"\r\n"))
    assert rules_version(folder) == sebelum
