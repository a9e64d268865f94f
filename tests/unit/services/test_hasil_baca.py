"""What was read, in one sentence and in rows: sheet, header rows, kind, how many, which years, what was hidden."""

from __future__ import annotations

from lkjip.services import hasil_baca, importing
from lkjip.services.reading import Reading

KINERJA = """No,Sasaran,Indikator Kinerja,Satuan,Target 2023,Realisasi 2023,Target 2024,Realisasi 2024
1,Pelayanan,Indeks Kepuasan Masyarakat,nilai,"85,5","87,2",86,"80-90"
2,Pelayanan,Nilai SAKIP,nilai,B,BB,B,
"""
TANPA_TAHUN = """No,Indikator Kinerja,Satuan,Target,Realisasi
1,Indeks Kepuasan Masyarakat,nilai,"85,5","87,2"
"""
ANGGARAN = """Realisasi Anggaran Tahun 2025,,,
Kode,Uraian,Pagu (Rp),Realisasi (Rp)
7.01.02,Program Penyelenggaraan Pemerintahan,100.000.000,95.000.000
7.01.02.2.01,Koordinasi Kegiatan Pemerintahan,100.000.000,95.000.000
"""


def read(isi: str) -> Reading:
    return importing.read("contoh.csv", isi.encode(), tahun=2025)


def sentence(isi: str) -> str:
    reading = read(isi)
    return hasil_baca.table_sentence(reading.tabel[0], reading.bacaan[0])


def test_tabel_capaian_diceritakan_dengan_indikator_dan_tahunnya() -> None:
    assert sentence(KINERJA) == "Lembar 'CSV', judul kolom di baris 1: tabel capaian, 2 indikator, tahun 2023 dan 2024."


def test_tabel_anggaran_diceritakan_dengan_baris_dan_tahun_judulnya() -> None:
    assert sentence(ANGGARAN) == "Lembar 'CSV', judul kolom di baris 2: tabel anggaran, 2 baris anggaran, tahun 2025."


def test_tahun_hanya_diminta_bila_berkas_tidak_menyebutnya() -> None:
    assert hasil_baca.needs_year(read(TANPA_TAHUN))
    assert not hasil_baca.needs_year(read(KINERJA))
    assert not hasil_baca.needs_year(read(ANGGARAN))


def test_tahun_judul_diusulkan() -> None:
    assert hasil_baca.proposed_year(read(ANGGARAN)) == 2025
    assert hasil_baca.proposed_year(read(KINERJA)) is None


def test_tahun_yang_tertulis_di_berkas() -> None:
    assert hasil_baca.read_years(read(KINERJA)) == (2023, 2024)


def test_pilihan_hanya_untuk_yang_ada_di_berkas() -> None:
    kinerja, anggaran = read(KINERJA), read(ANGGARAN)
    assert hasil_baca.has_indicators(kinerja)
    assert not hasil_baca.has_budget(kinerja)
    assert hasil_baca.has_budget(anggaran)
    assert not hasil_baca.has_indicators(anggaran)
    assert not hasil_baca.has_quarters(anggaran)


def test_indikator_tanpa_sasaran_dikenali() -> None:
    assert hasil_baca.lacks_sasaran(read(TANPA_TAHUN))
    assert not hasil_baca.lacks_sasaran(read(KINERJA))


def test_baris_menunjukkan_angka_rentang_sebutan_dan_yang_kosong_apa_adanya() -> None:
    rows = hasil_baca.indicator_rows(read(KINERJA).bacaan[0])
    by_place = {(row["indikator"], row["waktu"]): row for row in rows}
    assert str(by_place["Indeks Kepuasan Masyarakat", "2023"]["target"]) == "85.5"
    assert by_place["Indeks Kepuasan Masyarakat", "2024"]["realisasi"] == "80–90"
    assert by_place["Nilai SAKIP", "2023"]["realisasi"] == "BB"
    assert by_place["Nilai SAKIP", "2024"]["realisasi"] == "belum ada data"
    assert by_place["Indeks Kepuasan Masyarakat", "2023"]["sel"] == "E2, F2"
