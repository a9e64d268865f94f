"""A section workbook saved by LibreOffice. `python -m tests.makers.libreoffice` makes the kept samples anew."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from tests.makers.section_format import Isian, filled

SOFFICE = shutil.which("soffice")
CONTOH = Path(__file__).resolve().parents[1] / "integration" / "libreoffice"
BENTUK = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods", "xls": "xls:MS Excel 97"}
ISIAN: Isian = {
    ("Indikator", "tw1", 1): 87.25,
    ("Indikator", "tw2", 1): 88,
    ("Indikator", "tw1", 2): 0,
    ("Indikator", "setahun", 3): "A",
    ("Indikator", "setahun", 4): "Ya",
    ("Indikator", "status", 5): "Tidak berlaku",
    ("Indikator", "keterangan", 5): "=tidak ada temuan",
    ("Analisis", "pendorong", 1): "Petugas dilatih\ndua kali",
    ("Anggaran", "tw1", 1): 100_000_000,
    ("Anggaran", "setahun", 2): 125_000_000.5,
    ("Data Dukung", "indikator", 1): "1. Indeks Kepuasan Masyarakat (CONTOH)",
    ("Data Dukung", "tautan", 1): "https://contoh.go.id/laporan.pdf",
    ("Data Dukung", "halaman", 1): "12-14",
    ("Data Dukung", "tanggal", 1): date(2025, 12, 31),
}


@cache
def converted(bentuk: str) -> bytes:
    """The filled workbook as LibreOffice saves it."""
    assert SOFFICE is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "isian.xlsx").write_bytes(filled(ISIAN))
        subprocess.run(
            [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--convert-to",
             BENTUK[bentuk], "--outdir", str(folder / "hasil"), str(folder / "isian.xlsx")],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return (folder / "hasil" / f"isian.{bentuk}").read_bytes()


if __name__ == "__main__":
    CONTOH.mkdir(exist_ok=True)
    for bentuk in BENTUK:
        (CONTOH / f"isian.{bentuk}").write_bytes(converted(bentuk))
