"""`python -m lkjip periksa`: each fault is named and the exit code is 1; what is whole says so with its seal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lkjip.services import seksi
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from tests.makers.command_line import CommandLine, command_line
from tests.makers.ready import demo_office


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return command_line(tmp_path, monkeypatch, capsys)


def demo_with_a_section(store: Store) -> None:
    demo_office(store)
    seksi.add_seksi(store, OPERATOR, "Kelurahan Contoh")


@pytest.fixture
def demo(run: CommandLine) -> CommandLine:
    run.lay(demo_with_a_section)
    return run


def _by_hand(run: CommandLine, *statements: str) -> None:
    """What somebody does with a database tool, past the application and the triggers that guard its tables."""
    with closing(sqlite3.connect(run.folder / "lkjip.db")) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def _faults(run: CommandLine, *arguments: str) -> list[str]:
    """What is named as wrong; both outputs and the exit code must tell the same."""
    code, out, err = run("periksa", *arguments)
    assert (code, err) == (1, "")
    named = [line.strip() for line in out.splitlines() if line.startswith("  ")]
    answer = run.json("periksa", *arguments)
    assert answer["sehat"] is False
    assert [*answer["basis_data"], *answer["jejak"], *answer["berkas"]] == named
    return named


def test_yang_utuh_disebut_utuh_dengan_segelnya(demo: CommandLine) -> None:
    answer = demo.json("periksa")
    assert (answer["sehat"], answer["basis_data"], answer["jejak"], answer["berkas"]) == (True, [], [], [])
    assert demo.done("periksa").splitlines() == [
        "Basis data: utuh.",
        f"Jejak audit: {answer['baris']} baris, rantai utuh, segel terakhir {answer['kepala']}.",
        f"Arsip berkas: {answer['jumlah_berkas']} berkas, semua cocok dengan sidiknya.",
    ]
    assert answer["jumlah_berkas"] == 4
    assert demo.json("periksa") == answer  # looking leaves nothing behind


def test_segel_yang_dicatat_dahulu_tetap_ada_sesudah_perbuatan_lain(demo: CommandLine) -> None:
    kepala = demo.json("periksa")["kepala"]
    demo.done("seksi", "tambah", "Kelurahan Dua")
    assert demo.json("periksa")["kepala"] != kepala
    for ditulis in (kepala, kepala[:12], f" {kepala.upper()} "):
        demo.done("periksa", "--kepala", ditulis)


def test_ekor_jejak_yang_dipotong_tampak_dari_segel_yang_dicatat(demo: CommandLine) -> None:
    kepala = demo.json("periksa")["kepala"]
    _by_hand(demo, "DELETE FROM jejak_audit WHERE id = (SELECT max(id) FROM jejak_audit)")
    demo.done("periksa")  # the rest of the chain is whole: only the noted seal tells
    assert _faults(demo, "--kepala", kepala) == [
        f"Segel {kepala} tidak ada lagi di jejak audit: baris terakhir dihapus atau diganti."
    ]


def test_baris_jejak_yang_diubah_disebut_nomornya(demo: CommandLine) -> None:
    last = demo.json("periksa")["baris"]
    _by_hand(demo, f"UPDATE jejak_audit SET oleh = 'orang lain' WHERE id = {last}")
    assert _faults(demo) == [
        f"Baris {last}: segel tidak cocok; baris ini atau yang sebelumnya diubah atau dihapus."
    ]  # fmt: skip


def test_baris_jejak_yang_dihapus_di_tengah_tampak_pada_baris_sesudahnya(demo: CommandLine) -> None:
    last = demo.json("periksa")["baris"]
    _by_hand(demo, f"DELETE FROM jejak_audit WHERE id = {last - 1}")
    (fault,) = _faults(demo)
    assert fault.startswith(f"Baris {last}: segel tidak cocok;")


def test_berkas_yang_diubah_dan_yang_hilang_disebut_namanya(demo: CommandLine) -> None:
    _by_hand(
        demo,
        "UPDATE berkas SET isi = x'00' WHERE sha256 = (SELECT sha256 FROM impor WHERE id = 1)",
        "DELETE FROM berkas WHERE sha256 = (SELECT sha256 FROM impor WHERE id = 2)",
    )
    faults = _faults(demo)
    assert any(fault.startswith("Impor 2 ('contoh-") and fault.endswith("berkas aslinya hilang.") for fault in faults)
    assert any(fault.startswith("Berkas 'contoh-") and "tidak sama lagi dengan sidiknya" in fault for fault in faults)


def test_basis_data_yang_rusak_di_tengah_dijelaskan(demo: CommandLine) -> None:
    path = demo.folder / "lkjip.db"
    _by_hand(demo, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    path.write_bytes(content)
    code, out, err = demo("periksa")
    assert (code, out) == (1, "")
    assert err == "Berkas basis data rusak. Hentikan program dan pulihkan dari cadangan.\n"


def test_basis_data_kosong_disebut_kosong(run: CommandLine) -> None:
    out = run.done("periksa")
    assert "Jejak audit: 0 baris, rantai utuh, segel terakhir (kosong)." in out
    assert "Basis data ini (berkas lkjip.db) masih kosong." in out
    assert _faults(run, "--kepala", "a" * 12) != []  # somebody noted a seal: this is not his database


@pytest.mark.parametrize("kepala", ["a" * 11, "a" * 65, "segel", "%" * 12])
def test_segel_yang_tidak_mungkin_adalah_salah_panggil(run: CommandLine, kepala: str) -> None:
    code, out, err = run("periksa", "--kepala", kepala)
    assert (code, out) == (2, "")
    assert err.startswith("--kepala tidak dapat dipakai: tulis segelnya, 12 sampai 64 tanda 0-9 dan a-f.")
    assert not (run.folder / "lkjip.db").exists()
