"""A whole invented kecamatan: 4 sasaran, 12 indicators of all polarities, 5 years, 6 programmes (all CONTOH)."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.evaluasi import DataKinerja, Evaluasi
from lkjip.domain.evaluate import evaluate
from lkjip.domain.indikator import Agregasi, Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, terukur
from lkjip.domain.trace import Source
from lkjip.rules.load import load_aturan

TAHUN = (2021, 2022, 2023, 2024, 2025)
BERKAS = "contoh-capaian-2021-2025.xlsx"

KANTOR = Kantor(
    nama="Kecamatan Samboja (CONTOH)",
    kabupaten="Kutai Kartanegara",
    kode="64.02.13",
    nama_pimpinan="Nama Camat (CONTOH)",
    nip_pimpinan="00000000 000000 0 000 (CONTOH)",
    pangkat_pimpinan="Pembina (CONTOH)",
    alamat="Jalan Contoh Nomor 1",
    ibu_kota="Samboja",
    tahun_aktif=2025,
    demo=True,
)

SASARAN = (
    Sasaran(1, 1, "Meningkatnya kualitas pelayanan publik kecamatan", ("7.01.01", "7.01.02")),
    Sasaran(2, 2, "Meningkatnya keberdayaan masyarakat desa dan kelurahan", ("7.01.03", "7.01.06")),
    Sasaran(3, 3, "Terjaganya ketenteraman dan ketertiban umum", ("7.01.04", "7.01.05")),
    Sasaran(4, 4, "Meningkatnya akuntabilitas kinerja kecamatan"),
)

# id, sasaran, name, unit, formula, Renstra 2021-2026, PK 2021-2025, realisasi 2021-2025 ("" = no value given)
BARIS = (
    (1, 1, "Indeks Kepuasan Masyarakat (IKM) atas pelayanan administrasi terpadu kecamatan", "Nilai", "naik",
     "82 83 84 85 86 87", "82 83 84 85 86", "82.14 83.6 84.92 87.5 88.95"),
    (2, 1, "Persentase permohonan yang selesai sesuai standar waktu pelayanan", "%", "naik",
     "90 92 94 95 96 97", "90 92 94 95 96", "88.5 91.2 93.1 94.6 95.4"),
    (3, 1, "Rata-rata waktu penyelesaian satu permohonan", "hari", "rentang_turun",
     "4-5 4-5 3-4 3-4 2-3 2-3", "4-5 4-5 3-4 3-4 2-3", "5 4.5 4 3.5 2.5"),
    (4, 2, "Persentase desa yang menetapkan APBDes tepat waktu", "%", "naik",
     "80 85 90 95 100 100", "80 85 90 95 100", "76.92 84.62 84.62 92.31 84.62"),
    (5, 2, "Persentase usulan Musrenbang kecamatan yang diakomodasi dalam RKPD", "%", "naik",
     "35 38 40 42 45 48", "35 38 40 42 45", "31.2 33.8 35.1 36.4 33.2"),
    (6, 2, "Persentase desa dengan status Indeks Desa meningkat", "%", "naik",
     "10 15 20 25 30 30", "10 15 20 25 30", "7.69 15.38 15.38 23.08 38.46"),
    (7, 2, "Jumlah kelompok masyarakat yang aktif dalam pembangunan kelurahan", "kelompok", "naik",
     "20 22 24 26 28 30", "20 22 24 26 28", "21 23 25 27 28"),
    (8, 3, "Jumlah gangguan ketenteraman dan ketertiban umum", "kejadian", "turun",
     "24 22 20 18 16 14", "24 22 20 18 16", "26 21 20 19 12"),
    (9, 3, "Persentase gangguan ketertiban yang ditangani dalam 1 x 24 jam", "%", "naik",
     "85 88 90 92 94 95", "85 88 90 92 94", "84 86 91 90 93.996"),
    (10, 4, "Predikat evaluasi SAKIP kecamatan", "Predikat", "predikat",
     "B B BB BB BB A", "B B BB BB BB", "B B B BB BB"),
    (11, 4, "Persentase tindak lanjut temuan hasil pemeriksaan", "%", "naik",
     "90 95 100 100 100 100", "90 95 100 100 100", "90 95 100 100"),
    (12, 4, "Jumlah temuan administrasi keuangan yang berulang", "temuan", "turun",
     "3 2 1 1 0 0", "3 2 1 1 0", "4 2 1 0 0"),
)  # fmt: skip

# code, name, pagu, realisasi of 2025; levels follow from the length of the code
PAGU = (
    ("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", 6_412_750_000, 6_011_224_310),
    ("7.01.01.2.02", "Administrasi Keuangan Perangkat Daerah", 4_980_000_000, 4_702_115_000),
    ("7.01.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN", 4_980_000_000, 4_702_115_000),
    ("7.01.01.2.06", "Administrasi Umum Perangkat Daerah", 1_432_750_000, 1_309_109_310),
    ("7.01.01.2.06.0004", "Penyediaan Bahan Logistik Kantor", 432_750_000, 401_009_310),
    ("7.01.01.2.06.0009", "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD", 1_000_000_000, 908_100_000),
    ("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", 1_250_000_000, 1_198_400_000),
    ("7.01.02.2.01", "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan", 1_250_000_000,
     1_198_400_000),
    ("7.01.02.2.01.0014", "Peningkatan Efektivitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
     1_250_000_000, 1_198_400_000),
    ("7.01.03", "Program Pemberdayaan Masyarakat Desa dan Kelurahan", 3_875_500_000, 3_402_960_500),
    ("7.01.03.2.02", "Kegiatan Pemberdayaan Kelurahan", 3_875_500_000, 3_402_960_500),
    ("7.01.03.2.02.0002", "Pembangunan Sarana dan Prasarana Kelurahan", 2_950_000_000, 2_588_100_500),
    ("7.01.03.2.02.0003", "Pemberdayaan Masyarakat di Kelurahan", 925_500_000, 814_860_000),
    ("7.01.04", "Program Koordinasi Ketentraman dan Ketertiban Umum", 642_300_000, 640_118_000),
    ("7.01.04.2.01", "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum", 642_300_000, 640_118_000),
    ("7.01.04.2.01.0001", "Sinergitas dengan Kepolisian, TNI, dan Instansi Vertikal", 642_300_000, 640_118_000),
    ("7.01.05", "Program Penyelenggaraan Urusan Pemerintahan Umum", 415_000_000, 306_900_000),
    ("7.01.05.2.01", "Penyelenggaraan Urusan Pemerintahan Umum Sesuai Penugasan Kepala Daerah", 415_000_000,
     306_900_000),
    ("7.01.05.2.01.0003", "Pembinaan Wawasan Kebangsaan dan Ketahanan Nasional", 415_000_000, 306_900_000),
    ("7.01.06", "Program Pembinaan dan Pengawasan Pemerintahan Desa", 530_000_000, 512_775_000),
    ("7.01.06.2.01", "Fasilitasi, Rekomendasi, dan Koordinasi Pembinaan Pemerintahan Desa", 530_000_000, 512_775_000),
    ("7.01.06.2.01.0002", "Fasilitasi Penyusunan Peraturan Desa dan Peraturan Kepala Desa", 530_000_000, 512_775_000),
)  # fmt: skip


def nilai(teks: str) -> Nilai:
    """A value of `88.95`, `2-3`, `BB` or nothing."""
    if not teks:
        return kosong()
    bawah, _, atas = teks.partition("-")
    if not bawah.replace(".", "").isdigit():
        return Nilai(StatusNilai.TEKS, teks=teks)
    return terukur(Decimal(bawah), sampai=Decimal(atas) if atas else None)


def _source(row: int, column: str) -> Source:
    return Source(BERKAS, "Pengukuran", f"{column}{row}", "0" * 64, "Pengguna CONTOH", "2026-01-12")


def indikator() -> tuple[Indikator, ...]:
    return tuple(
        Indikator(i, s, i, teks, satuan, rumus, Agregasi.TERAKHIR, rumus_ditetapkan=True)
        for i, s, teks, satuan, rumus, *_ in BARIS
    )


def target() -> tuple[Target, ...]:
    semua = []
    for i, *_, renstra, pk, _r in BARIS:
        for offset, teks in enumerate(renstra.split()):
            semua.append(Target(i, 2021 + offset, JenisTarget.RENSTRA, nilai(teks), _source(4 + i, "F")))
        for tahun, teks in zip(TAHUN, pk.split(), strict=True):
            semua.append(Target(i, tahun, JenisTarget.PK, nilai(teks), _source(4 + i, "G")))
    return tuple(semua)


def realisasi() -> tuple[Realisasi, ...]:
    return tuple(
        Realisasi(i, tahun, nilai(teks), sumber=_source(4 + i, "H"))
        for i, *_, angka in BARIS
        for tahun, teks in zip(TAHUN, angka.split(), strict=False)
    )


def anggaran(tahun: int = 2025) -> tuple[BarisAnggaran, ...]:
    """The budget down to sub kegiatan, parents found by code."""
    tingkat = {7: TingkatAnggaran.PROGRAM, 12: TingkatAnggaran.KEGIATAN, 17: TingkatAnggaran.SUB_KEGIATAN}
    tempat = {kode: urutan for urutan, (kode, *_) in enumerate(PAGU, 1)}
    baris = []
    for urutan, (kode, uraian, pagu, dipakai) in enumerate(PAGU, 1):
        induk = tempat.get(kode[: {12: 7, 17: 12}.get(len(kode), 0)])
        baris.append(
            BarisAnggaran(tahun, urutan, kode, uraian, tingkat[len(kode)], terukur(pagu), terukur(dipakai), induk,
                          sumber=Source("contoh-anggaran-2025.xlsx", "LRA", f"E{urutan + 6}"))
        )  # fmt: skip
    return tuple(baris)


def data_kinerja(*, demo: bool = True) -> DataKinerja:
    """All stored facts of the invented office."""
    kantor = KANTOR if demo else Kantor("Kecamatan Samboja", "Kutai Kartanegara", "64.02.13", ibu_kota="Samboja")
    return DataKinerja(
        kantor, Pengaturan(), SASARAN, indikator(), target(), realisasi(), anggaran(), versi=7, sidik="3f9ac21b7e04"
    )


def evaluate_data(data: DataKinerja, tahun: int = 2025) -> Evaluasi:
    """Any facts evaluated under the rules in force."""
    return evaluate(data, tahun, load_aturan())


def evaluasi(*, demo: bool = True, tahun: int = 2025) -> Evaluasi:
    """The invented office evaluated under the rules in force."""
    return evaluate_data(data_kinerja(demo=demo), tahun)
