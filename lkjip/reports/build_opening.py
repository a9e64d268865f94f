"""Bab I Pendahuluan: what is known is written, what only the office knows is a marked place."""

from __future__ import annotations

from lkjip.domain.evaluasi import Evaluasi
from lkjip.reports.model import Block, Bullets, Heading, Paragraph, Place

CATATAN_HUKUM = "Dasar hukum di atas dikutip dari SOP penyusunan LKjIP; periksa keberlakuannya sebelum disahkan."
BAGAN = 62.0  # mm kept for the organisation chart


def build_opening(evaluasi: Evaluasi, dasar_hukum: tuple[str, ...]) -> tuple[Block, ...]:
    """Bab I: what is known is written, what only the office knows is a marked place."""
    kantor, tahun = evaluasi.data.kantor, evaluasi.tahun
    return (
        Heading(1, "Pendahuluan", "BAB I"),
        Heading(2, "Latar Belakang", "A."),
        Paragraph(
            f"Laporan ini disusun sebagai wujud akuntabilitas {kantor.nama} {kantor.daerah} atas kinerja tahun "
            f"{tahun}. Isinya {_scope(evaluasi)}, perbandingan realisasi dengan target tahunan, dengan tahun-tahun "
            "sebelumnya, dan dengan target jangka menengah, serta realisasi anggaran yang menunjangnya."
        ),
        *_ungrouped(evaluasi),
        Heading(2, "Dasar Hukum", "B."),
        *_legal_basis(dasar_hukum),
        Heading(2, "Tugas dan Fungsi", "C."),
        Place("tugas dan fungsi kecamatan menurut peraturan bupati yang berlaku"),
        Heading(2, "Struktur Organisasi", "D."),
        Place("bagan struktur organisasi dan nama pejabat", room=BAGAN),
        Heading(2, "Sumber Daya", "E."),
        Place("jumlah pegawai menurut golongan, pendidikan, dan jabatan; sarana dan prasarana"),
        Heading(2, "Isu Strategis", "F."),
        Place("isu strategis kecamatan beserta sumbernya"),
        Heading(2, "Sistematika Laporan", "G."),
        Bullets(
            (
                "Bab I Pendahuluan: gambaran umum kantor dan isu strategis.",
                f"Bab II Perencanaan Kinerja: target Renstra dan Perjanjian Kinerja Tahun {tahun}.",
                "Bab III Akuntabilitas Kinerja: capaian setiap sasaran strategis dan realisasi anggaran.",
                "Bab IV Penutup: kesimpulan dan langkah perbaikan.",
                "Lampiran: pengukuran kinerja, rincian anggaran, aturan perhitungan, dan sumber data.",
            )
        ),
    )


def _scope(evaluasi: Evaluasi) -> str:
    """How many sasaran and indicators; the stand-in of a sasaran is not counted."""
    indikator = f"{evaluasi.hitungan.jumlah} indikator kinerja"
    sasaran = sum(not satu.sasaran.ungrouped for satu in evaluasi.sasaran)
    return f"{sasaran} sasaran strategis dengan {indikator}" if sasaran else indikator


def _ungrouped(evaluasi: Evaluasi) -> tuple[Block, ...]:
    banyak = sum(len(satu.indikator) for satu in evaluasi.sasaran if satu.sasaran.ungrouped)
    if not banyak:
        return ()
    return (Place(f"sasaran strategis dari {banyak} indikator yang belum dikelompokkan"),)


def _legal_basis(dasar_hukum: tuple[str, ...]) -> tuple[Block, ...]:
    """What the SOP names, with the note that nobody here has checked whether it is still in force."""
    if not dasar_hukum:
        return (Place("dasar hukum penyusunan LKjIP di kantor ini"),)
    return (
        Bullets(dasar_hukum, numbered=True),
        Paragraph(CATATAN_HUKUM, note=True),
        Place("peraturan bupati/wali kota tentang kedudukan, tugas, dan fungsi kecamatan"),
    )
