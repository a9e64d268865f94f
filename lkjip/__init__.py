"""LKjIP Kecamatan: dari lembar kerja seksi sampai draf Laporan Kinerja Instansi Pemerintah."""

__version__ = "0.1.0"
