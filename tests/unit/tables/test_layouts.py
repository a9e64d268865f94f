"""Single layouts of real offices, each with what must come out of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from lkjip.domain.indikator import JenisTarget
from lkjip.rules import load_aturan
from lkjip.spreadsheets.table import Jenis, Kolom, Peran
from lkjip.spreadsheets.tables.find import with_roles
from tests.makers.sheets import Terbaca, book, read, read_rows, sheet

N = None
Figures = tuple[Any, ...]


def indicators(terbaca: Terbaca, table: int = 0) -> list[Figures]:
    return [
        (one.indikator, one.tahun, one.triwulan, one.target.angka, one.realisasi.angka)
        for one in terbaca.bacaan[table].indikator
    ]


def lines(terbaca: Terbaca, table: int = 0) -> list[Figures]:
    return [
        (one.uraian, one.tingkat.value, one.induk, one.pagu.angka, one.realisasi.angka)
        for one in terbaca.bacaan[table].anggaran
    ]


def test_kelompok_tahun_tanpa_sel_gabungan() -> None:
    terbaca = read_rows(
        [
            ["No", "Indikator", "2023", N, N, "2024", N, N],
            [N, N, "Target", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian"],
            [1, "IKM", "80", "82", "102,50", "81", "83", "102,47"],
        ]
    )
    assert indicators(terbaca) == [("IKM", 2023, N, 80, 82), ("IKM", 2024, N, 81, 83)]


def test_tahun_ke_menjadi_tahun_menurut_judul_renstra() -> None:
    terbaca = read_rows(
        [
            ["Target Renstra 2021-2026"],
            ["No", "Indikator", "Satuan", "Target Tahun ke-", N, N, "Realisasi Tahun ke-", N, N],
            [N, N, N, 1, 2, 3, 1, 2, 3],
            [1, "IKM", "Nilai", 80, 81, 82, 79, 81, 83],
        ]
    )
    assert indicators(terbaca) == [("IKM", 2021, N, 80, 79), ("IKM", 2022, N, 81, 81), ("IKM", 2023, N, 82, 83)]
    assert {one.jenis_target for one in terbaca.bacaan[0].indikator} == {JenisTarget.RENSTRA}


def test_triwulan_di_samping_target_setahun() -> None:
    terbaca = read_rows(
        [
            ["No", "Indikator", "Target", "Target Triwulan", N, "Realisasi Triwulan", N, "Realisasi"],
            [N, N, N, "I", "II", "I", "II", N],
            [1, "Jumlah desa dibina", 13, 3, 4, 2, 5, 13],
        ],
        merges=["D1:E1", "F1:G1"],
        tahun=2025,
    )
    assert indicators(terbaca) == [
        ("Jumlah desa dibina", 2025, N, 13, 13), ("Jumlah desa dibina", 2025, 1, 3, 2),
        ("Jumlah desa dibina", 2025, 2, 4, 5),
    ]  # fmt: skip


def test_satu_tahun_satu_baris() -> None:
    terbaca = read_rows(
        [
            ["No", "Indikator", "Tahun", "Target", "Realisasi"],
            [1, "IKM", 2023, 80, 81], [N, N, 2024, 82, 83], [2, "SAKIP", 2023, 70, 71], [N, N, 2024, 72, 70],
        ]
    )  # fmt: skip
    assert [(one.urutan, one.tahun) for one in terbaca.bacaan[0].indikator] == [
        (1, 2023),
        (1, 2024),
        (2, 2023),
        (2, 2024),
    ]
    assert terbaca.bacaan[0].indikator[1].indikator == "IKM"


def test_target_perubahan_menggantikan_target_murni() -> None:
    terbaca = read_rows(
        [
            ["No", "Indikator", "Target", N, "Realisasi"],
            [N, N, "Murni", "Perubahan", N],
            [1, "IKM", 80, 82, 83],
            [2, "SAKIP", 70, N, 71],
        ],
        merges=["C1:D1"],
        tahun=2024,
    )
    assert indicators(terbaca) == [("IKM", 2024, N, 82, 83), ("SAKIP", 2024, N, 70, 71)]


def test_target_pk_dan_renstra_menjadi_dua_catatan() -> None:
    terbaca = read_rows(
        [["No", "Indikator", "Target PK 2024", "Target Renstra 2024", "Realisasi 2024"], [1, "IKM", 80, 85, 83]]
    )
    first, second = terbaca.bacaan[0].indikator
    assert (first.jenis_target, first.target.angka, first.realisasi.angka) == (JenisTarget.PK, 80, 83)
    assert (second.jenis_target, second.target.angka, second.realisasi.angka) == (JenisTarget.RENSTRA, 85, None)


def test_dua_tabel_bertumpuk_dan_tanda_tangan() -> None:
    terbaca = read_rows(
        [
            ["PERJANJIAN KINERJA TAHUN 2025"], [],
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
            [1, "Meningkatnya pelayanan", "IKM", "85"], [2, N, "Nilai SAKIP", "BB"], [],
            ["No", "Program", "Anggaran", "Keterangan"],
            [1, "Program Penunjang", "Rp 1.500.000.000", "APBD"], [2, "Program Pelayanan", "Rp 250.000.000", "APBD"],
            [N, "Jumlah", "Rp 1.750.000.000"], [],
            [N, N, N, "Contoh, Januari 2025"], ["Pihak Kedua", N, N, "Pihak Pertama"], ["Bupati", N, N, "Camat"],
        ]
    )  # fmt: skip
    assert [table.jenis for table in terbaca.tabel] == [Jenis.CAPAIAN, Jenis.ANGGARAN]
    assert {one.tahun for one in terbaca.bacaan[0].indikator} == {2025}
    assert len(terbaca.bacaan[1].anggaran) == 3
    assert terbaca.bacaan[1].kontrol["Pagu 2025"] == Decimal(1_750_000_000)


def test_dua_tabel_berdampingan() -> None:
    terbaca = read_rows(
        [
            ["No", "Indikator", "Target", "Realisasi", N, "No", "Program", "Pagu", "Realisasi"],
            [1, "IKM", 80, 82, N, 1, "Program A satu", 100, 90], [2, "SAKIP", 70, 71, N, 2, "Program B dua", 200, 150],
        ],
        tahun=2024,
    )  # fmt: skip
    assert [figures[3:] for figures in indicators(terbaca)] == [(80, 82), (70, 71)]
    assert [figures[3:] for figures in lines(terbaca, 1)] == [(100, 90), (200, 150)]


def test_dua_tabel_berdampingan_tanpa_kolom_kosong() -> None:
    head = ["No", "Indikator", "Target", "Realisasi"]
    terbaca = read_rows(
        [[*head, *head], [1, "IKM", 80, 82, 1, "Nilai Reformasi", 60, 61], [2, "SAKIP", 70, 71, N, N, N, N]], tahun=2024
    )
    assert [figures[3:] for figures in indicators(terbaca)] == [(80, 82), (70, 71)]
    assert [figures[3:] for figures in indicators(terbaca, 1)] == [(60, 61)]


def test_nomor_di_kedua_tepi_tetap_satu_tabel() -> None:
    terbaca = read_rows([["No", "Indikator", "Target", "Realisasi", "No"], [1, "IKM", 80, 82, 1]], tahun=2024)
    assert [figures[3:] for figures in indicators(terbaca)] == [(80, 82)]


def test_kinerja_dan_anggaran_dalam_baris_yang_sama() -> None:
    terbaca = read_rows(
        [
            ["Sasaran", "Indikator", "Target", "Realisasi", "%", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
            ["Meningkatnya pelayanan", "IKM", "80", "82", "102,5", "Program Pelayanan Publik", 1000, 900, 90],
        ],
        tahun=2024,
    )
    assert indicators(terbaca) == [("IKM", 2024, N, 80, 82)]
    assert lines(terbaca, 1) == [("Program Pelayanan Publik", "program", N, 1000, 900)]


def test_subtotal_di_antara_program_tidak_dijumlah_lagi() -> None:
    terbaca = read_rows(
        [
            ["No", "Program / Kegiatan", "Pagu", "Realisasi"], ["I", "Program A", N, N], [1, "Kegiatan A1", 100, 90],
            [2, "Kegiatan A2", 200, 150], [N, "Jumlah Program A", 300, 240], ["II", "Program B", N, N],
            [1, "Kegiatan B1", 400, 400], [N, "Jumlah Program B", 400, 400], [N, "TOTAL", 700, 640],
        ],
        tahun=2024,
    )  # fmt: skip
    assert terbaca.bacaan[0].kontrol["Pagu 2024"] == terbaca.bacaan[0].kontrol["Pagu 2024 menurut baris jumlah"] == 700
    assert "jumlah_berbeda" not in terbaca.kode
    assert lines(terbaca)[0] == ("Program A", "program", N, N, N)


def test_program_kegiatan_sub_kegiatan_dalam_kolom_sendiri() -> None:
    head = ["Program", "Kegiatan", "Sub Kegiatan", "Anggaran", "Realisasi"]
    flat = read_rows(
        [head, ["Program Penunjang", "Keuangan", "Gaji", 1000, 900],
         ["Program Penunjang", "Keuangan", "Administrasi", 500, 500],
         [N, "Umum", "Listrik", 200, 100]],
        tahun=2024,
    )  # fmt: skip
    assert [(name, level, parent) for name, level, parent, _, _ in lines(flat)] == [
        ("Program Penunjang", "program", N), ("Keuangan", "kegiatan", 1), ("Gaji", "sub_kegiatan", 2),
        ("Administrasi", "sub_kegiatan", 2), ("Umum", "kegiatan", 1), ("Listrik", "sub_kegiatan", 5),
    ]  # fmt: skip
    assert flat.bacaan[0].kontrol["Pagu 2024"] == 1700


def test_rekening_dari_satu_angka_bukan_urusan() -> None:
    terbaca = read_rows(
        [["Kode", "Uraian", "Anggaran", "Realisasi"], ["5", "BELANJA DAERAH", 1000, 500],
         ["5.1", "BELANJA OPERASI", 800, 400],
         ["5.1.01", "Belanja Pegawai", 800, 400], ["5.2", "BELANJA MODAL", 200, 100]],
        tahun=2024,
    )  # fmt: skip
    assert [(level, parent) for _, level, parent, _, _ in lines(terbaca)] == [
        ("rekening", N),
        ("rekening", 1),
        ("rekening", 2),
        ("rekening", 1),
    ]
    assert terbaca.bacaan[0].kontrol["Pagu 2024"] == 1000


def test_sasaran_dari_judul_di_atas_tabel() -> None:
    terbaca = read_rows(
        [
            ["Sasaran 2: Meningkatnya akuntabilitas kinerja"],
            ["Indikator", "Target", "Realisasi"],
            ["Nilai SAKIP", 72, 71],
        ]
    )
    assert terbaca.bacaan[0].indikator[0].sasaran == "Meningkatnya akuntabilitas kinerja"


def test_satuan_dari_sel_judul_nama_atau_kolom() -> None:
    head = ["No", "Indikator", "Target (%)", "Realisasi (%)"]
    assert read_rows([head, [1, "Persentase desa", 80, 76]]).bacaan[0].indikator[0].satuan == "%"
    rows = [
        ["No", "Indikator", "Target", "Realisasi"],
        [1, "Lama layanan (hari)", 5, 4],
        [2, "Unit kerja", "7 Unit", "7 Unit"],
        [3, "IKM (tujuan)", 80, 81],
    ]
    assert [one.satuan for one in read_rows(rows).bacaan[0].indikator] == ["hari", "Unit", ""]


def test_kolom_realisasi_yang_seluruhnya_belum_diisi_tetap_kolom_realisasi() -> None:
    rows = [
        ["No", "Indikator", "Target", "Realisasi"],
        [1, "IKM", 80, "belum ada realisasi"],
        [2, "SAKIP", 70, "belum dilakukan penilaian"],
    ]
    terbaca = read_rows(rows, tahun=2024)
    assert [kolom.peran for kolom in terbaca.tabel[0].kolom][-1] is Peran.REALISASI
    assert "realisasi_kosong" in terbaca.kode


def test_jumlah_dokumen_adalah_indikator_bukan_baris_jumlah() -> None:
    rows = [
        ["Indikator", "Target", "Realisasi"],
        ["Jumlah dokumen perencanaan", 5, 5],
        ["Rata-rata lama sekolah", 8, 7],
        ["Rata-rata", N, 95],
    ]
    assert [one.indikator for one in read_rows(rows).bacaan[0].indikator] == [
        "Jumlah dokumen perencanaan",
        "Rata-rata lama sekolah",
    ]


def test_rata_rata_di_kolom_sasaran_tidak_melekat_pada_indikator_di_atasnya() -> None:
    rows = [
        ["No", "Sasaran", "Indikator", "Target", "Realisasi", "Capaian (%)"],
        [1, "Ketertiban", "Rasio guru murid", "1:20", "1:18", N],
        [N, N, N, N, N, N],
        [N, "Rata-rata capaian", N, N, N, "94,31"],
    ]
    (terbaca,) = read_rows(rows, tahun=2024).bacaan[0].indikator
    assert terbaca.capaian_tercetak.angka is None


def test_baris_terakhir_tanpa_satu_pun_angka_sah_tidak_hilang() -> None:
    rows = [
        ["Sasaran", "Indikator", "Satuan", "Target", "Realisasi"],
        ["A", "Nilai X", "nilai", 80, "78,5"],
        ["A", "Nilai Y", "nilai", "seratus", "**90**"],
    ]
    terbaca = read_rows(rows, tahun=2024)
    assert [one.indikator for one in terbaca.bacaan[0].indikator] == ["Nilai X", "Nilai Y"]


def test_catatan_kaki_dan_tanda_tangan_tetap_bukan_data() -> None:
    rows = [
        ["No", "Indikator", "Target", "Realisasi"],
        [1, "Nilai X", 80, "78,5"],
        ["*) sementara", N, N, N],
        [N, "Mengetahui,", N, "Samboja, 10 Januari 2025"],
        [N, "Sekretaris", N, "Camat"],
        [N, "NIP. 1970", N, "NIP. 1971"],
    ]
    assert [one.indikator for one in read_rows(rows, tahun=2024).bacaan[0].indikator] == ["Nilai X"]


def test_tidak_berlaku_bukan_realisasi_yang_belum_diisi() -> None:
    rows = [["Indikator", "Target", "Realisasi"], ["IKM", 80, 82], ["SAKIP", 70, "N/A"], ["Temuan", 5, N]]
    (temuan,) = read_rows(rows, tahun=2024).dengan("realisasi_kosong")
    assert "1 indikator tanpa realisasi 2024: 'Temuan'" in temuan.pesan


def test_angka_bertitik_dua_disebut_sekali_dengan_usul_tulisannya() -> None:
    (temuan,) = read_rows([["Indikator", "Target", "Realisasi"], ["IKM", 80, "98.5.3"]], tahun=2024).dengan(
        "bukan_angka"
    )
    assert temuan.pesan == "Lembar 'Lembar1', sel C2: '98.5.3' bukan angka."
    assert temuan.saran == "Tulis angkanya dengan benar, misalnya 98,53."


def test_arti_kolom_dapat_diperbaiki() -> None:
    istilah = load_aturan().istilah
    (tabel,) = read_rows(
        [["A", "B", "C", "D"], [1, "Indeks Kepuasan", 80, 82], [2, "Nilai SAKIP", 70, 71], [3, "Temuan", 9, 8]]
    ).tabel
    assert tabel.jenis is Jenis.LAIN
    roles = {2: Peran.INDIKATOR, 3: Peran.TARGET, 4: Peran.REALISASI}
    changed = with_roles(tabel, {number: Kolom(number, "", role) for number, role in roles.items()}, istilah)
    assert changed.jenis is Jenis.CAPAIAN
    assert [row.row for row in changed.baris] == [2, 3, 4]
    back = with_roles(changed, {number: Kolom(number, "", Peran.ABAIKAN) for number in roles}, istilah)
    assert back.jenis is Jenis.LAIN


def test_kolom_capaian_diubah_menjadi_persentase() -> None:
    istilah = load_aturan().istilah
    (tabel,) = read_rows([["No", "Indikator", "Target", "Capaian"], [1, "IKM", 80, 82]]).tabel
    assert tabel.kolom[3].peran is Peran.REALISASI
    changed = with_roles(tabel, {4: Kolom(4, "Capaian", Peran.PERSEN)}, istilah)
    assert [kolom.peran for kolom in changed.kolom][3] is Peran.PERSEN


def test_baris_tersembunyi_ditandai() -> None:
    one = sheet([["No", "Indikator", "Target", "Realisasi"], [1, "IKM", 80, 82], [2, "SAKIP", 70, 71]])
    terbaca = read(book(replace(one, hidden_rows=frozenset({3}))), tahun=2024)
    assert [row.tersembunyi for row in terbaca.tabel[0].baris] == [False, True]


def test_kata_terakhir_nama_di_baris_berikut_bukan_sasaran() -> None:
    rows = [
        ["No", "Indikator", "Target", "Realisasi"],
        [1, "Indeks Kepuasan", 80, 82],
        [N, "Masyarakat"],
        [2, "Nilai SAKIP", 70, 63],
    ]
    (bacaan,) = read_rows(rows, tahun=2024).bacaan
    assert [(one.indikator, one.sasaran) for one in bacaan.indikator] == [
        ("Indeks Kepuasan Masyarakat", ""),
        ("Nilai SAKIP", ""),
    ]


def test_baris_jumlah_tidak_punya_kode() -> None:
    rows = [["Kode", "Uraian", "Pagu", "Realisasi"], ["7.01.01", "Program Penunjang", 10, 9], ["JUMLAH", N, 10, 9]]
    assert [line.kode for line in read_rows(rows, tahun=2024).bacaan[0].anggaran] == ["7.01.01", ""]


def test_kepala_tiga_baris_dengan_tahun_terpisah() -> None:
    terbaca = read_rows(
        [
            ["No", "Indikator", "Satuan", "Target", "Realisasi", "Capaian"], [N, "Kinerja", N, "Tahun", "Tahun", "(%)"],
            [N, N, N, "2024", "2024", N], ["1", "2", "3", "4", "5", "6"],
            ["1", "IKM", "Nilai", "80,00", "82,00", "102,50"],
        ]
    )  # fmt: skip
    assert indicators(terbaca) == [("IKM", 2024, N, Decimal("80.00"), Decimal("82.00"))]
