"""Letters and reminders to a section, and the dates in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lkjip.domain.kantor import Kantor, Seksi
from lkjip.domain.pengingat import Keperluan, covering_letter, reminder_letter, short_reminder
from lkjip.domain.tanggal import days_left, write_date, write_weekday

KANTOR = Kantor("Kecamatan Uji", "Kutai Kartanegara")
SEKSI = Seksi(1, "Seksi Pelayanan", kepala="Rina Contoh")
PERLU = Keperluan(KANTOR, SEKSI, 2025, date(2026, 1, 16), ("Realisasi TW IV", "Data dukung IKM"), "Kasubag")


@pytest.mark.parametrize(
    ("hari", "kata"),
    [(14, "2 hari lagi"), (15, "1 hari lagi"), (16, "hari ini"), (17, "terlambat 1 hari"), (18, "terlambat 2 hari")],
)
def test_jarak_ke_tenggat_ditulis_dengan_kata(hari: int, kata: str) -> None:
    assert days_left(date(2026, 1, hari), date(2026, 1, 16)) == kata


def test_tanggal_ditulis_dengan_nama_hari_dan_bulan() -> None:
    assert write_date(date(2025, 2, 14)) == "14 Februari 2025"
    assert write_weekday(date(2025, 2, 14)) == "Jumat, 14 Februari 2025"
    assert write_weekday(date(2025, 8, 17)) == "Minggu, 17 Agustus 2025"


def test_surat_pengantar_menyebut_seksi_tahun_dan_tenggat() -> None:
    surat = covering_letter(PERLU)
    assert surat.perihal == "Permintaan data dan informasi kinerja tahun 2025"
    assert surat.isi.startswith("Yth. Rina Contoh, Kepala Seksi Pelayanan\nKecamatan Uji")
    assert "paling lambat Jumat, 16 Januari 2026" in surat.isi
    assert surat.isi.endswith("\n\nKasubag")


def test_surat_tanpa_tenggat_dan_tanpa_nama_kepala_tetap_utuh() -> None:
    bare = Keperluan(KANTOR, Seksi(2, "Kelurahan Muara"), 2025, None)
    assert covering_letter(bare).isi.startswith("Yth. Kepala Kelurahan Muara\n")
    assert "paling lambat" not in covering_letter(bare).isi
    assert "Belum ada data yang kami terima." in reminder_letter(bare, date(2026, 1, 1)).isi
    assert short_reminder(bare, date(2026, 1, 1)) == (
        "Yth. Kepala Kelurahan Muara, data kinerja Kelurahan Muara untuk LKjIP 2025 belum lengkap. "
        "Mohon diunggah lewat aplikasi. Terima kasih. (Kecamatan Uji)"
    )


def test_pengingat_menyebut_yang_kurang_satu_per_satu() -> None:
    isi = reminder_letter(PERLU, date(2026, 1, 18)).isi
    assert "(tenggat Jumat, 16 Januari 2026, terlambat 2 hari)" in isi
    assert "- Realisasi TW IV\n- Data dukung IKM" in isi
    pendek = short_reminder(PERLU, date(2026, 1, 14))
    assert pendek.startswith("Yth. Rina Contoh, ")
    assert "Tenggat 16 Januari 2026 (2 hari lagi). Yang kurang: Realisasi TW IV; Data dukung IKM." in pendek


def test_pesan_pendek_tetap_pendek_bila_banyak_yang_kurang() -> None:
    """Up to 160 letters of what is missing are written out, from there on only the parts."""
    fits = ("Realisasi: " + "a" * 149,)
    assert f"Yang kurang: {fits[0]}." in short_reminder(replace(PERLU, kurang=fits), date(2026, 1, 14))
    many = ("Realisasi: " + "a" * 90, "Data dukung: " + "b" * 90)
    assert "Yang kurang: realisasi dan data dukung (rinciannya di halaman Kelengkapan)." in short_reminder(
        replace(PERLU, kurang=many), date(2026, 1, 14)
    )
    assert "b" * 90 in reminder_letter(replace(PERLU, kurang=many), date(2026, 1, 14)).isi
