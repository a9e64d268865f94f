"""Timeliness of a section against its own due date, from below, at and above."""

from __future__ import annotations

from datetime import date

import pytest

from lkjip.domain.ketepatan import Ketepatan, due_date, timeliness
from lkjip.domain.pengumpulan import Distribusi, Kiriman, Peristiwa

TENGGAT = date(2026, 1, 15)
ISI = {"indikator 1 | setahun | realisasi": "88"}


def versi(nomor: int, hari: int, *, isi: dict[str, str] | None = None, bulan: int = 1) -> Kiriman:
    return Kiriman(nomor, 2025, 1, nomor, nomor, isi=ISI if isi is None else isi, tanggal=date(2026, bulan, hari))


@pytest.mark.parametrize(
    ("hari", "kalimat"), [(14, "tepat waktu"), (15, "tepat waktu"), (16, "terlambat 1 hari"), (20, "terlambat 5 hari")]
)
def test_yang_sudah_mengirim(hari: int, kalimat: str) -> None:
    assert timeliness([versi(1, hari)], TENGGAT, date(2026, 2, 1)).kalimat == kalimat


@pytest.mark.parametrize(
    ("hari", "kalimat"),
    [(10, "belum, sisa 5 hari"), (14, "belum, sisa 1 hari"), (15, "belum, hari ini tenggatnya"),
     (16, "belum, lewat 1 hari")],
)  # fmt: skip
def test_yang_belum_mengirim(hari: int, kalimat: str) -> None:
    assert timeliness([], TENGGAT, date(2026, 1, hari)).kalimat == kalimat


def test_perbaikan_setelah_dikembalikan_tetap_tepat_waktu_dan_keduanya_terlihat() -> None:
    waktu = timeliness([versi(1, 10), versi(2, 25)], TENGGAT, date(2026, 2, 1))
    assert (waktu.ketepatan, waktu.pertama, waktu.terakhir) == (
        Ketepatan.TEPAT, date(2026, 1, 10), date(2026, 1, 25),
    )  # fmt: skip


def test_buku_kerja_kosong_yang_tepat_waktu_bukan_kiriman_tepat_waktu() -> None:
    kosong = versi(1, 10, isi={})
    assert timeliness([kosong], TENGGAT, date(2026, 1, 20)).kalimat == "belum, lewat 5 hari"
    assert timeliness([kosong, versi(2, 17)], TENGGAT, date(2026, 1, 20)).kalimat == "terlambat 2 hari"


def test_tanpa_tenggat_tidak_ada_yang_terlambat() -> None:
    assert timeliness([], None, date(2026, 1, 20)).kalimat == "belum, tanpa tenggat"
    assert timeliness([versi(1, 3)], None, date(2026, 1, 20)).kalimat == "terkirim, tanpa tenggat"


def test_tenggat_milik_seksi_sendiri_mendahului_disposisi() -> None:
    def kejadian(nomor: int, seksi: int, apa: Peristiwa, tenggat: date | None) -> Distribusi:
        return Distribusi(nomor, 2025, seksi, apa, date(2026, 1, 2), tenggat=tenggat)

    daftar = [
        kejadian(1, 1, Peristiwa.DISAMPAIKAN, date(2026, 1, 12)),
        kejadian(2, 1, Peristiwa.DISAMPAIKAN, date(2026, 1, 20)),
        kejadian(3, 1, Peristiwa.DISAMPAIKAN, None),
        kejadian(4, 1, Peristiwa.DIINGATKAN, date(2026, 1, 30)),
        kejadian(5, 2, Peristiwa.DISAMPAIKAN, date(2026, 1, 9)),
    ]
    assert due_date(1, daftar, TENGGAT) == date(2026, 1, 20)
    assert due_date(2, daftar, TENGGAT) == date(2026, 1, 9)
    assert due_date(3, daftar, TENGGAT) == TENGGAT
    assert due_date(3, daftar, None) is None
