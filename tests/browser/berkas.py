"""Small spreadsheets as a section would send them, for the browser tests. Names and figures are CONTOH."""

from __future__ import annotations

KINERJA = """Pengukuran Kinerja Tahun 2025 (CONTOH),,,,,,
No,Sasaran Strategis,Indikator Kinerja,Satuan,Target,Realisasi,Capaian (%)
1,Meningkatnya kualitas pelayanan,Indeks Kepuasan Masyarakat,nilai,"85,50","87,25","102,05"
2,Meningkatnya kualitas pelayanan,Persentase pengaduan selesai,%,"90,00","81,00","90,00"
3,Meningkatnya ketertiban,Jumlah gangguan ketertiban,kejadian,10,8,"120,00"
"""
BERGALAT = KINERJA.replace('"81,00"', "98.5.3")
ANGGARAN = """Laporan Realisasi Anggaran Tahun 2025 (CONTOH),,,
Kode,Uraian,Pagu (Rp),Realisasi (Rp)
7.01.02,Program Penyelenggaraan Pemerintahan dan Pelayanan Publik,100.000.000,95.000.000
7.01.02.2.01,Koordinasi Kegiatan Pemerintahan,60.000.000,58.000.000
7.01.02.2.02,Pelayanan Administrasi Terpadu,40.000.000,37.000.000
"""
RAGU = """No,Sasaran Strategis,Indikator Kinerja,Satuan,Target 2025,Realisasi 2025
1,Meningkatnya pelayanan,Jumlah penduduk yang dilayani,orang,1.250,1.234
2,Meningkatnya pelayanan,Jumlah dokumen kependudukan,dokumen,2.500,2.345
"""


def csv(nama: str, isi: str) -> dict[str, object]:
    """A file as Playwright drops it."""
    return {"name": nama, "mimeType": "text/csv", "buffer": isi.encode()}
