"""The disposisi sheet: one page, every field, never over the signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from pypdf import PdfReader

from lkjip.domain.tahun import Disposisi
from lkjip.reports.disposisi import LembarDisposisi, write_disposisi
from tests.makers.kinerja import KANTOR

SATU = Disposisi(
    3, 2025, "B.12/Kec.Sja/900", date(2026, 1, 5), "Susun LKjIP tahun 2025.\nLaporkan setiap Jumat.",
    date(2026, 2, 20), "Sekretaris Kecamatan", "Kasubag Program", "Dewi Contoh", "5 Januari 2026",
)  # fmt: skip
LEMBAR = LembarDisposisi(KANTOR, SATU, ("PK 2025 memuat 12 indikator.",), "Dewi Contoh")


def text_of(lembar: LembarDisposisi) -> list[str]:
    pages = PdfReader(BytesIO(write_disposisi(lembar, datetime(2026, 1, 5, tzinfo=UTC)))).pages
    return [page.extract_text() for page in pages]


def test_lembar_memuat_semua_isian_dalam_satu_halaman() -> None:
    (isi,) = text_of(LEMBAR)
    for kata in (
        "KECAMATAN SAMBOJA (CONTOH)", "LEMBAR DISPOSISI", "B.12/Kec.Sja/900", "Senin, 5 Januari 2026",
        "Kasubag Program",
        "Jumat, 20 Februari 2026", "Susun LKjIP tahun 2025.", "Laporkan setiap Jumat.", "PK 2025 memuat 12 indikator.",
        "Samboja, 5 Januari 2026", "Dewi Contoh", "CONTOH",
    ):  # fmt: skip
        assert kata in isi, kata


def test_isi_yang_sangat_panjang_dipotong_dengan_keterangan() -> None:
    (isi,) = text_of(replace(LEMBAR, disposisi=replace(SATU, isi="\n".join(f"Perintah {n}" for n in range(90)))))
    assert "(selebihnya terbaca di aplikasi)" in isi
    assert "Perintah 89" not in isi
    assert "Dewi Contoh" in isi


def test_kantor_tanpa_ibu_kota_dan_penanda_tangan_memberi_tempat_kosong() -> None:
    (isi,) = text_of(replace(LEMBAR, kantor=replace(KANTOR, ibu_kota=""), penanda=""))
    assert "................, 5 Januari 2026" in isi
