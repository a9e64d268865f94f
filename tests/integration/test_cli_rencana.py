"""`python -m lkjip rencana`: the same import without a browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lkjip.cli.program import main
from lkjip.config import Config
from lkjip.domain.evaluasi import DataKinerja
from lkjip.services import evaluation
from lkjip.services.actor import OPERATOR
from lkjip.store import open_store
from tests.makers import ready
from tests.makers import rencana as maker

RENSTRA = ("--jenis", "renstra", "--tahun", "2025", "--renstra", "2025-2029")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LKJIP_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("LKJIP_DATABASE_URL", raising=False)
    ready.lay(Config.from_env())
    return tmp_path


@pytest.fixture
def matriks(data: Path) -> str:
    path = data / "matriks.xlsx"
    path.write_bytes(maker.matrix())
    return str(path)


def run(berkas: str, *options: str) -> int:
    return main(["rencana", berkas, *options])


def facts() -> DataKinerja:
    store = open_store(Config.from_env())
    try:
        return evaluation.load(store, OPERATOR)
    finally:
        store.close()


def written(data: Path, rows: Sequence[Sequence[object]]) -> str:
    path = data / "lain.xlsx"
    path.write_bytes(maker.matrix(rows))
    return str(path)


def test_pratinjau_tidak_menyimpan_apa_pun(matriks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(matriks, *RENSTRA, "--pratinjau") == 0
    out = capsys.readouterr().out
    assert "29 baru, 0 berubah, 0 dihapus, 0 sama." in out
    assert "Baru: Indeks Kepuasan Masyarakat | Target Renstra 2025 | 85 | Lembar 'Matriks', sel G4" in out
    assert facts().indikator == ()


def test_matriks_diterapkan_dan_yang_sama_tidak_diulang(matriks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(matriks, *RENSTRA) == 0
    assert run(matriks, *RENSTRA) == 0
    assert run(matriks, *RENSTRA[:4]) == 0  # the Renstra of the year
    out = capsys.readouterr().out
    assert out.count("Tersimpan: 29 baru") == 1
    assert out.count("Tidak ada yang berubah") == 2
    assert [satu.nama for satu in facts().rencana.renstra] == ["Renstra 2025-2029"]


def test_renstra_yang_tidak_ada_disebut_dengan_yang_ada(matriks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(matriks, "--jenis", "renstra", "--tahun", "2025", "--renstra", "Renstra Lain") == 1
    assert "Renstra 'Renstra Lain' tidak ada (belum ada)." in capsys.readouterr().err


def test_nama_mirip_dijawab_di_baris_perintah(data: Path, matriks: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(matriks, *RENSTRA)
    rows = [list(row) for row in maker.BARIS]
    rows[1][3] = "Persentase aduan yang selesai tepat waktu"
    other = written(data, rows)
    assert run(other, *RENSTRA) == 1
    assert "DITOLAK" in capsys.readouterr().out
    assert run(other, *RENSTRA, "--sama", f"{rows[1][3]}=Nilai SAKIP kecamatan") == 1
    assert "tidak cocok dengan indikator yang ditanyakan" in capsys.readouterr().err
    assert run(other, *RENSTRA, "--sama", f"{rows[1][3]}=Persentase aduan yang selesai") == 0
    assert len(facts().indikator) == 3
    assert run(other, *RENSTRA, "--semua-baru") == 0
    assert len(facts().indikator) == 4


def test_yang_hilang_dikeluarkan_hanya_bila_diminta(
    data: Path, matriks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(matriks, *RENSTRA)
    short = written(data, maker.BARIS[:2])
    assert run(short, *RENSTRA) == 0
    assert "tidak ada di berkas (1): Nilai SAKIP kecamatan" in capsys.readouterr().out
    assert [satu.berlaku for satu in facts().rencana.posisi] == [True, True, True]
    assert run(short, *RENSTRA, "--keluarkan") == 0
    assert [satu.berlaku for satu in facts().rencana.posisi] == [True, True, False]


def test_pk_dan_program_dari_baris_perintah(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pk, dpa = data / "pk.xlsx", data / "dpa.xlsx"
    pk.write_bytes(maker.pk(maker.PK))
    dpa.write_bytes(maker.program())
    assert run(str(pk), "--jenis", "pk", "--tahun", "2025") == 1
    assert "Isi nomor dan tanggal PK murni." in capsys.readouterr().out
    document = ("--nomor", "1/PK/2025", "--tanggal", "2025-01-15")
    assert run(str(pk), "--jenis", "pk", "--tahun", "2025", *document) == 0
    assert run(str(dpa), "--jenis", "program", "--tahun", "2025", "--tahap", "perubahan") == 0
    assert [satu.pagu.angka for satu in facts().pagu][:2] == [1_100_000, 700_000]
    assert len(facts().target) == 3


def test_cara_memanggil_yang_salah_dijelaskan(matriks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(matriks, "--tahun", "2025") == 2
    assert "--jenis belum diisi." in capsys.readouterr().err
