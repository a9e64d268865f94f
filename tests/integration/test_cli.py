"""The command line as its users call it: exit codes, Indonesian sentences, JSON with exact field names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip.cli.help import Kelompok
from lkjip.cli.program import lkjip
from lkjip.config import SAMPLE_FOLDER
from lkjip.services import audit_log, evaluation, kantor
from lkjip.services.actor import OPERATOR
from tests.makers.command_line import CommandLine, command_line
from tests.makers.ready import demo_office

ROOT = Path(__file__).resolve().parents[2]
KINERJA = "Sasaran;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025;Capaian (%)\nA;IKM;nilai;85;87,5;102,94\n"
IKM = "Meningkatnya kualitas pelayanan publik kecamatan;Indeks Kepuasan Masyarakat (IKM);nilai"
GANGGUAN = "Terwujudnya ketenteraman dan ketertiban umum;Jumlah gangguan ketenteraman dan ketertiban umum;kejadian"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return command_line(tmp_path, monkeypatch, capsys)


@pytest.fixture
def demo(run: CommandLine) -> CommandLine:
    run.lay(demo_office)
    return run


def _last_deeds(run: CommandLine, count: int) -> list[tuple[str, str, str]]:
    """Who, what, with which result: the newest rows of the trail first."""
    store = run.store()
    found, _total = audit_log.rows(store, OPERATOR, audit_log.Saringan(), count=count)
    store.close()
    return [(satu.oleh, satu.perbuatan, satu.hasil) for satu in found]


def test_dipanggil_sebagai_program_dari_folder_mana_pun(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LKJIP_DATA": str(tmp_path / "data")}
    call = [sys.executable, "-m", "lkjip"]
    done = subprocess.run([*call, "contoh"], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 sasaran, 12 indikator, 145 baris anggaran" in done.stdout
    assert (tmp_path / "data" / "lkjip.db").exists()
    wrong = subprocess.run([*call, "evaluasi"], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "--tahun belum diisi. Lihat: python -m lkjip evaluasi --help\n"


def test_bantuan_menyebut_setiap_perintah_dalam_bahasa_indonesia(run: CommandLine) -> None:
    code, out, _err = run()
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2:3].islower()][:2] == [
        "contoh", "hitung",
    ]  # fmt: skip
    for name, command in lkjip.commands.items():
        calls = [(name, part) for part in command.commands] if isinstance(command, Kelompok) else [(name,)]
        for call in calls:
            out = run.done(*call, "--help")
            assert out.startswith(f"Pemakaian: python -m lkjip {' '.join(call)}")
            assert "Tampilkan bantuan ini." in out


@pytest.mark.parametrize("kelompok", ["pengguna", "seksi"])
def test_kelompok_perintah_tanpa_perintah_menampilkan_daftarnya(run: CommandLine, kelompok: str) -> None:
    assert run.done(kelompok) == run.done(kelompok, "--help")
    assert "  daftar  " in run.done(kelompok)


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
    run: CommandLine, masukan: tuple[str, str, str], capaian: str, predikat: str
) -> None:
    rumus, target, realisasi = masukan
    code, out, _err = run("hitung", "--rumus", rumus, "--target", target, "--realisasi", realisasi, "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["capaian"], answer["status"], answer["predikat"]) == (capaian, "terukur", predikat)
    assert [step["langkah"] for step in answer["jejak"]]


def test_hitung_yang_tidak_dapat_dihitung_menyebut_alasannya(run: CommandLine) -> None:
    code, out, _err = run("hitung", "--rumus", "naik", "--target", "0", "--realisasi", "5", "--json")
    answer = json.loads(out)
    assert (code, answer["capaian"], answer["status"], answer["predikat"]) == (0, None, "tidak_dapat_dihitung", None)
    assert answer["alasan"]


def test_hitung_tanpa_json_untuk_dibaca_orang(run: CommandLine) -> None:
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
        (["terbang"], "Perintah itu tidak ada. Pilih: contoh, hitung, baca,"),
        (["pengguna", "terbang"], "Perintah itu tidak ada. Pilih: daftar, buat, ubah,"),
        (["impor", __file__, "--tahun", "2025", "--sebagai"], "Pilihan --sebagai perlu satu nilai sesudahnya."),
        (["contoh", "sekali", "lagi"], "Cara memanggil belum benar."),
    ],
)
def test_cara_memanggil_yang_salah_dijelaskan_dengan_kode_2(
    run: CommandLine, arguments: list[str], kalimat: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(kalimat)


def test_baca_memberi_nama_kolom_yang_tetap(run: CommandLine, tmp_path: Path) -> None:
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


def test_baca_anggaran(run: CommandLine) -> None:
    answer = run.json("baca", SAMPLE_FOLDER / "contoh-anggaran-2021-2025.xlsx", "--jenis", "anggaran")
    baris = answer["tabel"][4]["baris"][1]
    assert (baris["kode"], baris["tingkat"], baris["pagu"], baris["tahun"]) == (
        "7.01.01.2.01", "kegiatan", "32250000", 2025,
    )  # fmt: skip
    assert baris["cocok"] == "ya"
    assert baris["persen"].startswith(baris["persen_tercetak"][:4])
    none = run.json("baca", SAMPLE_FOLDER / "contoh-anggaran-2021-2025.xlsx", "--jenis", "capaian")
    assert none["tabel"] == []


def test_baca_sebagai_renstra_menandai_targetnya(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    answer = run.json("baca", path, "--jenis", "renstra")
    assert [satu["jenis_target"] for satu in answer["tabel"][0]["baris"]] == ["renstra"]


@pytest.mark.parametrize(
    "isi", [b"", b"\n", os.urandom(3000), b"%PDF-1.7 bukan tabel", b"PK\x03\x04rusak", b"<html>", b"\x00" * 5000]
)
def test_baca_berkas_apa_pun_memberi_temuan_bukan_galat_program(run: CommandLine, tmp_path: Path, isi: bytes) -> None:
    path = tmp_path / "aneh.xlsx"
    path.write_bytes(isi)
    code, out, err = run("baca", path, "--json")
    answer = json.loads(out)
    assert (code, err) == (1, "")
    assert any(satu["tingkat"] == "galat" for satu in answer["temuan"])


def test_baca_semua_berkas_buruk_tanpa_galat_program(run: CommandLine, bad_files: Path) -> None:
    for path in sorted((bad_files / "corpus").rglob("*.*"))[::9]:
        code, out, _err = run("baca", path, "--json")
        assert code in (0, 1), path.name
        assert "tabel" in json.loads(out), path.name


def test_impor_evaluasi_dan_ekspor_sampai_selesai(demo: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(
        KINERJA.replace("A;IKM", "Meningkatnya kualitas pelayanan publik kecamatan;Indeks Kepuasan Masyarakat (IKM)")
    )
    out = demo.done("impor", path, "--tahun", "2025", "--sebagai", "contoh.analis", "--unit", "00.00.01")
    assert "Tersimpan: Target PK 1 berubah; Realisasi 1 baru." in out
    answer = demo.json("evaluasi", "--tahun", "2025")
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


def test_impor_mencatat_siapa_dan_menerima_rumus_hanya_bila_diminta(demo: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text("Sasaran;Indikator Kinerja;Target 2025;Realisasi 2025;Capaian\nBaru;Jumlah aduan;10;8;120,00\n")
    _code, out, _err = demo("impor", path, "--tahun", "2025", "--sebagai", "Contoh.Analis", "--terima-rumus")
    assert "usul rumus turun untuk 'Jumlah aduan'" in out
    answer = demo.json("evaluasi", "--tahun", "2025")
    aduan = next(satu for satu in answer["indikator"] if satu["indikator"] == "Jumlah aduan")
    assert (aduan["rumus"], aduan["rumus_ditetapkan"], aduan["capaian"]) == ("turun", True, "120")
    assert _last_deeds(demo, 1) == [("Sari Contoh (Analis) (contoh.analis)", "simpan unggahan", "berhasil")]


def test_seksi_mengimpor_realisasi_indikatornya_sendiri(demo: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "seksi.csv"
    path.write_text(f"Sasaran;Indikator Kinerja;Satuan;Realisasi 2025\n{IKM};87,5\n")
    assert "Tersimpan: Realisasi 1 baru." in demo.done("impor", path, "--tahun", "2025", "--sebagai", "contoh.seksi")


@pytest.mark.parametrize(
    ("kepala", "baris", "kalimat"),
    [
        ("Realisasi 2025", f"{GANGGUAN};9", "bukan tanggung jawab seksi Anda: 'Jumlah gangguan ketenteraman"),
        ("Target 2025;Realisasi 2025", f"{IKM};85;87,5", "Berkas ini mengubah target."),
        ("Realisasi 2025", "Sasaran baru;Indikator baru;nilai;9", "belum ada di Perencanaan: 'Indikator baru'"),
    ],
)
def test_seksi_tidak_dapat_mengimpor_yang_bukan_bagiannya(
    demo: CommandLine, tmp_path: Path, kepala: str, baris: str, kalimat: str
) -> None:
    path = tmp_path / "seksi.csv"
    path.write_text(f"Sasaran;Indikator Kinerja;Satuan;{kepala}\n{baris}\n")
    before = demo.json("evaluasi", "--tahun", "2025")["sidik"]
    code, out, _err = demo("impor", path, "--tahun", "2025", "--sebagai", "contoh.seksi")
    assert code == 1
    assert "DITOLAK, seksi.csv tidak disimpan: " in out
    assert kalimat in out
    assert demo.json("evaluasi", "--tahun", "2025")["sidik"] == before
    assert demo.done("impor", path, "--tahun", "2025", "--sebagai", "contoh.analis")


@pytest.mark.parametrize("akun", ["contoh.camat", "contoh.sekretaris", "contoh.admin"])
def test_yang_tidak_berhak_mengunggah_tidak_dapat_mengimpor(demo: CommandLine, tmp_path: Path, akun: str) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    assert "tidak berhak mengunggah data." in demo.refused("impor", path, "--tahun", "2025", "--sebagai", akun)
    ((_oleh, perbuatan, hasil),) = _last_deeds(demo, 1)
    assert perbuatan == "mengunggah data"
    assert hasil.startswith("ditolak: ")


def test_akun_untuk_sebagai_harus_ada_dan_tidak_dikunci(demo: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    for call in (("impor", path), ("evaluasi",), ("ekspor", "--format", "xlsx", "--keluar", tmp_path / "x.xlsx")):
        assert demo.refused(*call, "--tahun", "2025", "--sebagai", "tiada") == (
            "Pengguna 'tiada' tidak ada. Daftarnya: python -m lkjip pengguna daftar\n"
        )
    demo.done("pengguna", "buat", "tono", "--nama", "Tono Contoh", "--peran", "analis")
    demo.done("evaluasi", "--tahun", "2025", "--sebagai", "tono")
    demo.done("pengguna", "kunci", "tono")
    assert demo.refused("impor", path, "--tahun", "2025", "--sebagai", "tono").startswith(
        "Akun ini dikunci oleh admin."
    )
    assert not (tmp_path / "x.xlsx").exists()


def test_ekspor_tercatat_dan_yang_tidak_berhak_ditolak(demo: CommandLine, tmp_path: Path) -> None:
    keluar = tmp_path / "x.xlsx"
    call = ("ekspor", "--tahun", "2025", "--format", "xlsx", "--keluar", keluar)
    assert "tidak berhak mengunduh draf LKjIP." in demo.refused(*call, "--sebagai", "contoh.seksi")
    assert "tidak berhak melihat capaian" in demo.refused(*call, "--sebagai", "contoh.admin")
    assert not keluar.exists()
    demo.done(*call, "--sebagai", "contoh.camat")
    demo.done(*call)
    assert _last_deeds(demo, 2) == [
        ("Pengguna komputer ini", "unduh dokumen", "tercatat"),
        ("Budi Contoh (Camat) (contoh.camat)", "unduh dokumen", "tercatat"),
    ]


def test_evaluasi_hanya_untuk_yang_boleh_melihat_capaian(demo: CommandLine) -> None:
    for akun in ("contoh.seksi", "contoh.camat", "contoh.sekretaris"):
        demo.done("evaluasi", "--tahun", "2025", "--sebagai", akun)
    assert "Admin tidak berhak" in demo.refused("evaluasi", "--tahun", "2025", "--sebagai", "contoh.admin")


def test_impor_menolak_berkas_bermasalah_dan_menyimpan_yang_lain(demo: CommandLine, tmp_path: Path) -> None:
    good, bad = tmp_path / "baik.csv", tmp_path / "buruk.csv"
    good.write_text(KINERJA)
    bad.write_text("bukan tabel\n")
    code, out, _err = demo("impor", bad, good, "--tahun", "2025")
    assert code == 1
    assert "DITOLAK, buruk.csv tidak disimpan: " in out
    assert "Tersimpan: Sasaran 1 baru" in out


def test_impor_menjawab_pertanyaan_lewat_pilihan_jawab(demo: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "ambigu.csv"
    path.write_text("Kode;Program;Pagu 2025;Realisasi 2025\n7.01.09;Lain;21,276,070,424,00;21,198,274,724,57\n")
    code, out, _err = demo("impor", path, "--tahun", "2025")
    assert code == 1
    questions = demo.json("baca", path)["pertanyaan"]
    jawab = [item for satu in questions for item in ("--jawab", f"{satu['kunci']}={next(iter(satu['pilihan']))}")]
    code, out, _err = demo("impor", path, "--tahun", "2025", *jawab)
    assert (code, "Tersimpan: Baris anggaran 2025: 1 baru" in out) == (0, True)
    code, _out, err = demo("impor", path, "--tahun", "2025", "--jawab", "tanpa tanda")
    assert (code, err) == (1, "Jawaban 'tanpa tanda' tidak lengkap. Tulis --jawab KUNCI=PILIHAN.\n")


def test_impor_untuk_unit_lain_ditolak(demo: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    code, _out, err = demo("impor", path, "--tahun", "2025", "--unit", "64.02.13")
    assert code == 1
    assert "bukan unit '64.02.13'" in err


def test_impor_ke_basis_data_kosong_membuka_kantor_tanpa_nama(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.csv"
    path.write_text(KINERJA)
    code, out, err = run("impor", path, "--tahun", "2025", "--unit", "64.02.13")
    assert (code, err) == (0, "")
    assert out.startswith("Belum ada kantor: dibuka kantor tanpa nama.")
    assert run("impor", path, "--tahun", "2025", "--unit", "64.02.14")[0] == 1
    assert "Kecamatan (nama belum diisi), tahun 2025" in run("evaluasi", "--tahun", "2025")[1]


def test_tanpa_kantor_dan_tanpa_data_dijelaskan(run: CommandLine) -> None:
    assert run("evaluasi", "--tahun", "2025")[2].startswith("Belum ada kantor.")
    run("contoh")
    code, _out, err = run("evaluasi", "--tahun", "2019")
    assert (code, err) == (1, "Belum ada data tahun 2019. Tahun yang ada: 2021, 2022, 2023, 2024, 2025.\n")


def test_ekspor_ke_folder_yang_tidak_ada_dijelaskan(demo: CommandLine, tmp_path: Path) -> None:
    code, _out, err = demo("ekspor", "--tahun", "2025", "--format", "xlsx", "--keluar", tmp_path / "tiada" / "x.xlsx")
    assert code == 1
    assert "tidak ada. Buat dahulu" in err


def test_basis_data_rusak_dijelaskan(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "lkjip.db").write_bytes(b"rusak" * 100)
    code, _out, err = run("evaluasi", "--tahun", "2025")
    assert (code, err.startswith("Berkas lkjip.db rusak")) == (1, True)


def test_evaluasi_sama_dengan_layanan(demo: CommandLine) -> None:
    answer = demo.json("evaluasi", "--tahun", "2024")
    store = demo.store()
    evaluasi = evaluation.evaluate(store, OPERATOR, 2024)
    office = kantor.current(store)
    assert office is not None
    assert (answer["kantor"], answer["demo"], answer["sidik"]) == (office.nama, True, evaluasi.data.sidik)
    assert answer["keseluruhan"]["rerata"] == format(evaluasi.rerata or 0, "f").rstrip("0")
    assert [satu["capaian"] is None for satu in answer["indikator"]] == [
        satu.capaian.nilai is None for satu in evaluasi.indikator
    ]
    store.close()


def test_kesalahan_program_menjadi_satu_kalimat_dengan_tempatnya(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError("rahasia")

    monkeypatch.setattr("lkjip.services.calculating.hitung", broken)
    code, _out, err = run("hitung", "--rumus", "naik", "--target", "1", "--realisasi", "1")
    assert code == 1
    assert err.startswith("Kesalahan dalam program ini (test_cli.py, baris ")
    assert "rahasia" not in err


def test_format_menulis_satu_buku_kerja_tiap_seksi_dan_menyebut_yang_tidak_mendapat(
    demo: CommandLine, tmp_path: Path
) -> None:
    demo.done("seksi", "tambah", "Kelurahan Baru (CONTOH)")
    folder = tmp_path / "format" / "2025"
    out = demo.done("format", "--tahun", "2025", "--keluar", str(folder), "--tenggat", "2026-01-15")
    written = sorted(path.name for path in folder.iterdir())
    assert len(written) >= 1
    assert all(name.startswith("format-2025-") and name.endswith(".xlsx") for name in written)
    assert out.count("Tersimpan: ") == len(written)
    assert "Kelurahan Baru (CONTOH) tidak mendapat format" in out
    before = [path.read_bytes() for path in sorted(folder.iterdir())]
    demo.done("format", "--tahun", "2025", "--keluar", str(folder), "--tenggat", "2026-01-15")
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == before, "yang sama, sampai ke bitnya"
