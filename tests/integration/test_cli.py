"""The command line as its users call it: exit codes, Indonesian sentences, JSON with exact field names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lkjip.cli import program as cli
from lkjip.config import SAMPLE_FOLDER
from lkjip.services import evaluation, kantor
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import open_store

ROOT = Path(__file__).resolve().parents[2]
KINERJA = "Sasaran;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025;Capaian (%)\nA;IKM;nilai;85;87,5;102,94\n"
ENGLISH = ("Usage", "Error", "Options", "Missing", "Invalid", "No such", "Traceback", "required", "Show this")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call a command in this process: exit code, output, error output."""
    monkeypatch.setenv("LKJIP_DATABASE_URL", f"sqlite:///{tmp_path / 'lkjip.db'}")

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(satu) for satu in arguments])
        captured = capsys.readouterr()
        assert not [word for word in ENGLISH if word in captured.out + captured.err], captured.err
        return code, captured.out, captured.err

    return call


@pytest.fixture
def demo(run: Run) -> Run:
    assert run("contoh")[0] == 0
    return run


def _json(result: tuple[int, str, str]) -> Any:
    return json.loads(result[1])


def test_dipanggil_sebagai_program_dari_folder_mana_pun(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LKJIP_DATA": str(tmp_path / "data")}
    call = [sys.executable, "-m", "lkjip"]
    done = subprocess.run([*call, "contoh"], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 sasaran, 12 indikator, 145 baris anggaran" in done.stdout
    assert (tmp_path / "data" / "lkjip.db").exists()
    wrong = subprocess.run([*call, "evaluasi"], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "--tahun belum diisi. Lihat: python -m lkjip --help\n"


def test_bantuan_menyebut_setiap_perintah_dalam_bahasa_indonesia(run: Run) -> None:
    code, out, _err = run()
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2:3].islower()][:2] == [
        "contoh", "hitung",
    ]  # fmt: skip
    for name in cli.lkjip.commands:
        code, out, _err = run(name, "--help")
        assert code == 0
        assert "Tampilkan bantuan ini." in out


@pytest.mark.parametrize(
    ("masukan", "capaian", "predikat"),
    [
        (("turun", "10", "8"), "120", "Sangat Tinggi"),
        (("turun", "10", "25"), "0", "Sangat Rendah"),
        (("naik", "1,1", "0,99"), "90", "Tinggi"),
        (("rentang_naik", "80-90", "85"), "100", "Sangat Tinggi"),
        (("rentang_turun", "7-8", "9"), "87.5", "Tinggi"),
        (("turun_rasio", "10", "8"), "125", "Sangat Tinggi"),
    ],
)
def test_hitung_memberi_angka_yang_sama_dengan_aturan(
    run: Run, masukan: tuple[str, str, str], capaian: str, predikat: str
) -> None:
    rumus, target, realisasi = masukan
    code, out, _err = run("hitung", "--rumus", rumus, "--target", target, "--realisasi", realisasi, "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["capaian"], answer["status"], answer["predikat"]) == (capaian, "terukur", predikat)
    assert [step["langkah"] for step in answer["jejak"]]


def test_hitung_yang_tidak_dapat_dihitung_menyebut_alasannya(run: Run) -> None:
    code, out, _err = run("hitung", "--rumus", "naik", "--target", "0", "--realisasi", "5", "--json")
    answer = json.loads(out)
    assert (code, answer["capaian"], answer["status"], answer["predikat"]) == (0, None, "tidak_dapat_dihitung", None)
    assert answer["alasan"]


def test_hitung_tanpa_json_untuk_dibaca_orang(run: Run) -> None:
    _code, out, _err = run("hitung", "--rumus", "naik", "--target", "85", "--realisasi", "87,5")
    assert out.startswith("Capaian 102,94% (Sangat Tinggi)\n")


@pytest.mark.parametrize(
    ("arguments", "kalimat"),
    [
        (["hitung", "--rumus", "karangan", "--target", "1", "--realisasi", "1"], "Rumus 'karangan' tidak dikenal."),
        (["hitung", "--rumus", "naik", "--target", "1"], "--realisasi belum diisi."),
        (["evaluasi", "--tahun", "duaribu"], "--tahun tidak dapat dipakai: tulis bilangan 2000 sampai 2099."),
        (["evaluasi", "--tahun", "1999"], "--tahun tidak dapat dipakai: tulis bilangan 2000 sampai 2099."),
        (["evaluasi", "--tahun"], "Pilihan --tahun perlu satu nilai sesudahnya."),
        (["baca", "tidak-ada.xlsx"], "BERKAS tidak dapat dipakai: berkas tidak ditemukan."),
        (["baca", str(ROOT)], "BERKAS tidak dapat dipakai: berkas adalah folder, bukan berkas."),
        (["baca"], "BERKAS belum diisi."),
        (["impor", "--tahun", "2025"], "BERKAS... belum diisi."),
        (["baca", "--jenis", "puisi", __file__], "--jenis tidak dapat dipakai: pilih salah satu: auto, capaian,"),
        (["evaluasi", "--tahum", "2025"], "Pilihan --tahum tidak dikenal."),
        (["ekspor", "--tahun", "2025", "--format", "docx", "--keluar", "x"], "--format tidak dapat dipakai:"),
        (["terbang"], "Perintah itu tidak ada."),
        (["contoh", "sekali", "lagi"], "Cara memanggil belum benar."),
    ],
)
def test_cara_memanggil_yang_salah_dijelaskan_dengan_kode_2(run: Run, arguments: list[str], kalimat: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(kalimat)


def test_baca_memberi_nama_kolom_yang_tetap(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA + "A;Waktu layanan;hari;3;-;\n")
    code, out, _err = run("baca", path, "--json")
    answer = json.loads(out)
    assert code == 0
    (tabel,) = answer["tabel"]
    assert (tabel["lembar"], tabel["jenis"]) == ("CSV", "capaian")
    assert tabel["kolom"]["target"] == [{"kolom": "D", "judul": "Target 2025", "tahun": 2025}]
    satu, dua = tabel["baris"]
    assert {name: satu[name] for name in ("indikator", "satuan", "tahun", "target", "realisasi")} == {
        "indikator": "IKM", "satuan": "nilai", "tahun": 2025, "target": "85", "realisasi": "87.5",
    }  # fmt: skip
    assert (satu["capaian_tercetak"], satu["cocok"], satu["rumus_cocok"]) == ("102.94", "ya", "naik")
    assert satu["capaian"].startswith("102.941176")
    assert (satu["sel"]["target"], satu["status_target"], satu["status_realisasi"]) == ("D2", "terukur", "terukur")
    assert (dua["realisasi"], dua["status_realisasi"], dua["capaian"], dua["cocok"]) == (
        None, "kosong", None, "tak_terperiksa",
    )  # fmt: skip
    assert all(
        {"kode", "tingkat", "lembar", "sel", "nilai", "pesan", "saran"} <= satu.keys() for satu in answer["temuan"]
    )


def test_baca_anggaran(run: Run) -> None:
    answer = _json(run("baca", SAMPLE_FOLDER / "contoh-anggaran-2021-2025.xlsx", "--jenis", "anggaran", "--json"))
    baris = answer["tabel"][4]["baris"][1]
    assert (baris["kode"], baris["tingkat"], baris["pagu"], baris["tahun"]) == (
        "7.01.01.2.01", "kegiatan", "32250000", 2025,
    )  # fmt: skip
    assert baris["cocok"] == "ya"
    assert baris["persen"].startswith(baris["persen_tercetak"][:4])
    none = _json(run("baca", SAMPLE_FOLDER / "contoh-anggaran-2021-2025.xlsx", "--jenis", "capaian", "--json"))
    assert none["tabel"] == []


def test_baca_sebagai_renstra_menandai_targetnya(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    answer = _json(run("baca", path, "--jenis", "renstra", "--json"))
    assert [satu["jenis_target"] for satu in answer["tabel"][0]["baris"]] == ["renstra"]


@pytest.mark.parametrize(
    "isi", [b"", b"\n", os.urandom(3000), b"%PDF-1.7 bukan tabel", b"PK\x03\x04rusak", b"<html>", b"\x00" * 5000]
)
def test_baca_berkas_apa_pun_memberi_temuan_bukan_galat_program(run: Run, tmp_path: Path, isi: bytes) -> None:
    path = tmp_path / "aneh.xlsx"
    path.write_bytes(isi)
    code, out, err = run("baca", path, "--json")
    answer = json.loads(out)
    assert (code, err) == (1, "")
    assert any(satu["tingkat"] == "galat" for satu in answer["temuan"])


def test_baca_semua_berkas_buruk_tanpa_galat_program(run: Run, bad_files: Path) -> None:
    for path in sorted((bad_files / "corpus").rglob("*.*"))[::9]:
        code, out, _err = run("baca", path, "--json")
        assert code in (0, 1), path.name
        assert "tabel" in json.loads(out), path.name


def test_impor_evaluasi_dan_ekspor_sampai_selesai(demo: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(
        KINERJA.replace("A;IKM", "Meningkatnya kualitas pelayanan publik kecamatan;Indeks Kepuasan Masyarakat (IKM)")
    )
    code, out, _err = demo("impor", path, "--tahun", "2025", "--sebagai", "Rina Contoh", "--unit", "00.00.01")
    assert code == 0
    assert "Tersimpan: Target PK 1 berubah; Realisasi 1 baru." in out
    answer = _json(demo("evaluasi", "--tahun", "2025", "--json"))
    ikm = answer["indikator"][0]
    assert (ikm["target"], ikm["realisasi"], ikm["status"]) == ("85", "87.5", "terukur")
    assert ikm["capaian"].startswith("102.9411")
    assert ikm["sumber"] == "kinerja.csv, lembar 'CSV', sel E2"
    assert answer["keseluruhan"]["jumlah"] == 12
    assert len(answer["sasaran"]) == 4
    for bentuk, kepala in (("pdf", b"%PDF-"), ("xlsx", b"PK\x03\x04")):
        keluar = tmp_path / f"hasil.{bentuk}"
        assert demo("ekspor", "--tahun", "2025", "--format", bentuk, "--keluar", keluar)[0] == 0
        assert keluar.read_bytes().startswith(kepala)
    assert sorted(satu.name for satu in tmp_path.iterdir()) == ["hasil.pdf", "hasil.xlsx", "kinerja.csv", "lkjip.db"]


def test_impor_mencatat_siapa_dan_menerima_rumus_hanya_bila_diminta(demo: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text("Sasaran;Indikator Kinerja;Target 2025;Realisasi 2025;Capaian\nBaru;Jumlah aduan;10;8;120,00\n")
    _code, out, _err = demo("impor", path, "--tahun", "2025", "--sebagai", "Rina Contoh", "--terima-rumus")
    assert "usul rumus turun untuk 'Jumlah aduan'" in out
    answer = _json(demo("evaluasi", "--tahun", "2025", "--json"))
    aduan = next(satu for satu in answer["indikator"] if satu["indikator"] == "Jumlah aduan")
    assert (aduan["rumus"], aduan["rumus_ditetapkan"], aduan["capaian"]) == ("turun", True, "120")


def test_impor_menolak_berkas_bermasalah_dan_menyimpan_yang_lain(demo: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "baik.csv", tmp_path / "buruk.csv"
    good.write_text(KINERJA)
    bad.write_text("bukan tabel\n")
    code, out, _err = demo("impor", bad, good, "--tahun", "2025")
    assert code == 1
    assert "DITOLAK, buruk.csv tidak disimpan: " in out
    assert "Tersimpan: Sasaran 1 baru" in out


def test_impor_menjawab_pertanyaan_lewat_pilihan_jawab(demo: Run, tmp_path: Path) -> None:
    path = tmp_path / "ambigu.csv"
    path.write_text("Kode;Program;Pagu 2025;Realisasi 2025\n7.01.09;Lain;21,276,070,424,00;21,198,274,724,57\n")
    code, out, _err = demo("impor", path, "--tahun", "2025")
    assert code == 1
    questions = _json(demo("baca", path, "--json"))["pertanyaan"]
    jawab = [item for satu in questions for item in ("--jawab", f"{satu['kunci']}={next(iter(satu['pilihan']))}")]
    code, out, _err = demo("impor", path, "--tahun", "2025", *jawab)
    assert (code, "Tersimpan: Baris anggaran 2025 1 baru" in out) == (0, True)
    code, _out, err = demo("impor", path, "--tahun", "2025", "--jawab", "tanpa tanda")
    assert (code, err) == (1, "Jawaban 'tanpa tanda' tidak lengkap. Tulis --jawab KUNCI=PILIHAN.\n")


def test_impor_untuk_unit_lain_ditolak(demo: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    code, _out, err = demo("impor", path, "--tahun", "2025", "--unit", "64.02.13")
    assert code == 1
    assert "bukan unit '64.02.13'" in err


def test_impor_ke_basis_data_kosong_membuka_kantor_tanpa_nama(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    code, out, err = run("impor", path, "--tahun", "2025", "--unit", "64.02.13")
    assert (code, err) == (0, "")
    assert out.startswith("Belum ada kantor: dibuka kantor tanpa nama.")
    assert run("impor", path, "--tahun", "2025", "--unit", "64.02.14")[0] == 1
    assert "Kecamatan (nama belum diisi), tahun 2025" in run("evaluasi", "--tahun", "2025")[1]


def test_tanpa_kantor_dan_tanpa_data_dijelaskan(run: Run) -> None:
    assert run("evaluasi", "--tahun", "2025")[2].startswith("Belum ada kantor.")
    run("contoh")
    code, _out, err = run("evaluasi", "--tahun", "2019")
    assert (code, err) == (1, "Belum ada data tahun 2019. Tahun yang ada: 2021, 2022, 2023, 2024, 2025.\n")


def test_ekspor_ke_folder_yang_tidak_ada_dijelaskan(demo: Run, tmp_path: Path) -> None:
    code, _out, err = demo("ekspor", "--tahun", "2025", "--format", "xlsx", "--keluar", tmp_path / "tiada" / "x.xlsx")
    assert code == 1
    assert "tidak ada. Buat dahulu" in err


def test_basis_data_rusak_dijelaskan(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lkjip.db").write_bytes(b"rusak" * 100)
    code, _out, err = run("evaluasi", "--tahun", "2025")
    assert (code, err.startswith("Berkas lkjip.db rusak")) == (1, True)


def test_evaluasi_sama_dengan_layanan(demo: Run) -> None:
    from lkjip.config import Config

    answer = _json(demo("evaluasi", "--tahun", "2024", "--json"))
    store = open_store(Config.from_env())
    evaluasi = evaluation.evaluate(store, OPERATOR, 2024)
    office = kantor.current(store)
    assert office is not None
    assert (answer["kantor"], answer["demo"], answer["sidik"]) == (office.nama, True, evaluasi.data.sidik)
    assert answer["keseluruhan"]["rerata"] == format(evaluasi.rerata or 0, "f").rstrip("0")
    assert [satu["capaian"] is None for satu in answer["indikator"]] == [
        satu.capaian.nilai is None for satu in evaluasi.indikator
    ]
    store.close()


def test_kesalahan_program_menjadi_satu_kalimat_dengan_tempatnya(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError("rahasia")

    monkeypatch.setattr("lkjip.services.calculating.hitung", broken)
    code, _out, err = run("hitung", "--rumus", "naik", "--target", "1", "--realisasi", "1")
    assert code == 1
    assert err.startswith("Kesalahan dalam program ini (test_cli.py, baris ")
    assert "rahasia" not in err
