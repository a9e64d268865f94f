"""The evaluation of a year: targets in force, history, means with counts, findings, sentences of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.capaian import Ketercapaian, StatusCapaian
from lkjip.domain.evaluasi import DataKinerja, Evaluasi, EvaluasiIndikator
from lkjip.domain.evaluate import evaluate
from lkjip.domain.finding import blocks
from lkjip.domain.indikator import Agregasi, Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.trace import Source
from lkjip.rules import load_aturan
from tests.makers.nilai import angka, kata

ATURAN = load_aturan()
SATU = (Indikator(1, 1, 1, "Indeks Kepuasan Masyarakat", "nilai", rumus_ditetapkan=True),)
PK, RENSTRA = JenisTarget.PK, JenisTarget.RENSTRA


def target(nilai: str | Nilai, tahun: int = 2025, jenis: JenisTarget = PK, indikator: int = 1) -> Target:
    isi = angka(nilai) if isinstance(nilai, str) else nilai
    return Target(indikator, tahun, jenis, isi, Source("pk.xlsx", "PK", "D5"))


def realisasi(nilai: str | Nilai, tahun: int = 2025, triwulan: int | None = None, indikator: int = 1) -> Realisasi:
    isi = angka(nilai) if isinstance(nilai, str) else nilai
    return Realisasi(indikator, tahun, isi, triwulan, sumber=Source("capaian.xlsx", "IKU", "F12"))


def evaluasi(
    target: Sequence[Target] = (),
    realisasi: Sequence[Realisasi] = (),
    *,
    indikator: tuple[Indikator, ...] = SATU,
    sasaran: tuple[Sasaran, ...] = (Sasaran(1, 1, "Sasaran satu", ("7.01.02",)),),
    anggaran: tuple[BarisAnggaran, ...] = (),
    **pengaturan: object,
) -> Evaluasi:
    data = DataKinerja(
        Kantor("Kecamatan CONTOH", "Kabupaten CONTOH"),
        Pengaturan(**pengaturan),  # type: ignore[arg-type]
        sasaran,
        indikator,
        tuple(target),
        tuple(realisasi),
        anggaran,
    )
    return evaluate(data, 2025, ATURAN)


def satu(*bagian: object, **lain: object) -> EvaluasiIndikator:
    return evaluasi(*bagian, **lain).indikator[0]  # type: ignore[arg-type]


def kode(hasil: Evaluasi) -> list[str]:
    return [temuan.kode for temuan in hasil.temuan]


# --- target yang berlaku ---


def test_diukur_terhadap_target_pk() -> None:
    hasil = satu([target("85"), target("90", jenis=RENSTRA)], [realisasi("87.5")])
    assert hasil.dasar is PK
    assert hasil.capaian.nilai == Decimal("102.9411764705882352941176471")
    assert (hasil.predikat, hasil.ketercapaian) == ("Sangat Tinggi", Ketercapaian.TERCAPAI)
    assert hasil.catatan == ()


def test_tanpa_target_pk_dipakai_renstra_dengan_catatan() -> None:
    hasil = evaluasi([target("90", jenis=RENSTRA)], [realisasi("81")])
    (indikator,) = hasil.indikator
    assert (indikator.dasar, indikator.capaian.nilai) == (RENSTRA, 90)
    assert indikator.catatan == ("Target PK 2025 belum ada; capaian diukur terhadap target Renstra.",)
    assert kode(hasil) == ["target_pk_belum_ada"]


def test_target_pk_yang_kosong_bukan_target() -> None:
    assert satu([target(kosong()), target("90", jenis=RENSTRA)], [realisasi("81")]).dasar is RENSTRA


def test_target_pk_kosong_tanpa_renstra() -> None:
    hasil = evaluasi([target(kosong())], [realisasi("81")])
    assert hasil.indikator[0].capaian.alasan == "target belum diisi (sel kosong)"
    assert kode(hasil) == ["target_belum_ada"]


def test_tanpa_target_tidak_terukur() -> None:
    hasil = evaluasi([], [realisasi("81")])
    (indikator,) = hasil.indikator
    assert (indikator.dasar, indikator.target, indikator.capaian.status) == (None, None, StatusCapaian.BELUM_ADA_DATA)
    assert indikator.ketercapaian is Ketercapaian.TIDAK_TERUKUR
    assert indikator.catatan == ()
    assert kode(hasil) == ["target_belum_ada"]


def test_target_terakhir_dalam_daftar_yang_berlaku() -> None:
    assert satu([target("80"), target("100")], [realisasi("90")]).capaian.nilai == 90


def test_pk_berbeda_dari_renstra_dicatat() -> None:
    hasil = evaluasi([target("85"), target("90", jenis=RENSTRA)], [realisasi("85")])
    (temuan,) = hasil.temuan
    assert temuan.kode == "target_pk_beda_renstra"
    assert "PK 85, Renstra 90" in temuan.pesan
    assert (temuan.berkas, temuan.lembar, temuan.sel) == ("pk.xlsx", "PK", "D5")


def test_pk_sama_dengan_renstra_tidak_dicatat() -> None:
    assert evaluasi([target("85"), target("85", jenis=RENSTRA)], [realisasi("85")]).temuan == ()


# --- riwayat dan akhir Renstra ---


def test_riwayat_naik_menurut_tahun_dan_tidak_tahu_masa_depan() -> None:
    hasil = satu(
        [target("80", 2023), target("85", 2025), target("80", 2024, RENSTRA), target("95", 2026, RENSTRA)],
        [realisasi("84", 2024), realisasi("80", 2023), realisasi("87", 2025), realisasi("99", 2026)],
    )
    assert [tahun.tahun for tahun in hasil.riwayat] == [2023, 2024, 2025, 2026]
    assert [tahun.capaian.nilai for tahun in hasil.riwayat[:2]] == [100, None]
    assert hasil.riwayat[1].capaian_renstra.nilai == 105
    assert [tahun.capaian_tahun.nilai for tahun in hasil.riwayat[:2]] == [100, 105]
    assert [tahun.ketercapaian for tahun in hasil.riwayat[:2]] == [Ketercapaian.TERCAPAI] * 2
    assert hasil.riwayat[2].capaian is hasil.capaian
    assert hasil.riwayat[3].realisasi is None


def test_riwayat_memuat_tahun_laporan_walau_tanpa_data() -> None:
    assert [tahun.tahun for tahun in satu().riwayat] == [2025]


def test_realisasi_tahun_lalu_tanpa_target_tetap_dalam_riwayat() -> None:
    hasil = satu([target("85")], [realisasi("70", 2022), realisasi("85")])
    assert [tahun.tahun for tahun in hasil.riwayat] == [2022, 2025]
    assert hasil.riwayat[0].capaian.alasan == "Target PK belum ditetapkan"


def test_jarak_ke_target_akhir_renstra() -> None:
    hasil = satu([target("85", 2025, RENSTRA), target("100", 2026, RENSTRA)], [realisasi("85")])
    assert hasil.akhir_renstra is not None
    assert hasil.akhir_renstra.tahun == 2026
    assert hasil.capaian_akhir is not None
    assert hasil.capaian_akhir.nilai == 85


def test_akhir_renstra_dicari_per_indikator() -> None:
    """The Renstra of one indicator may end before that of another."""
    indikator = tuple(Indikator(nomor, 1, nomor, f"Indikator {nomor}", "%") for nomor in (1, 2, 3))
    janji = [target("80", 2025, RENSTRA, 1), target("90", 2026, RENSTRA, 2), target("85", 2025, PK, 3)]
    akhir = [satu.akhir_renstra for satu in evaluasi(janji, indikator=indikator).indikator]
    assert [satu and satu.tahun for satu in akhir] == [2025, 2026, None]


def test_tahun_akhir_renstra_memakai_hitungan_yang_sama() -> None:
    hasil = satu([target("85", 2025, RENSTRA)], [realisasi("85")])
    assert hasil.capaian_akhir is hasil.riwayat[0].capaian_renstra


def test_tanpa_renstra_tidak_ada_target_akhir() -> None:
    hasil = satu([target("85")], [realisasi("85")])
    assert (hasil.akhir_renstra, hasil.capaian_akhir) == (None, None)


# --- triwulan ---


def test_triwulan_yang_kurang_membuat_sementara() -> None:
    hasil = evaluasi([target("40")], [realisasi("10", triwulan=n) for n in (1, 2, 3)], indikator=_menjumlah())
    (indikator,) = hasil.indikator
    assert (indikator.sementara, indikator.capaian.nilai) == (True, 75)
    assert indikator.catatan == ("Realisasi sementara: triwulan 4 belum diisi.",)
    assert "triwulan 4 belum diisi" in hasil.temuan[0].pesan
    assert kode(hasil) == ["realisasi_sementara"]


def _menjumlah() -> tuple[Indikator, ...]:
    return (Indikator(1, 1, 1, "Jumlah kegiatan", "kali", agregasi=Agregasi.JUMLAH, rumus_ditetapkan=True),)


# --- jejak ---


def test_jejak_sampai_ke_berkas_lembar_dan_sel() -> None:
    jejak = satu([target("85")], [realisasi("87.5")]).capaian.trace
    assert [langkah.langkah for langkah in jejak] == [
        "Target PK 2025",
        "Realisasi 2025",
        "Rumus",
        "Angka dimasukkan",
        "Hasil",
    ]
    assert str(jejak[1].sumber) == "capaian.xlsx, lembar 'IKU', sel F12"


def test_jejak_memuat_triwulan() -> None:
    bahan = [realisasi("10", triwulan=n) for n in (1, 2, 3, 4)]
    langkah = [satu.langkah for satu in satu([target("40")], bahan, indikator=_menjumlah()).capaian.trace]
    assert langkah[1:6] == ["Triwulan 1", "Triwulan 2", "Triwulan 3", "Triwulan 4", "Setahun"]


def test_jejak_yang_tidak_terukur_menyebut_sebab() -> None:
    jejak = satu([target("85")]).capaian.trace
    assert [langkah.langkah for langkah in jejak] == ["Target PK 2025", "Rumus", "Tidak dihitung"]


# --- temuan ---


@pytest.mark.parametrize(
    ("bahan_target", "bahan_realisasi", "temuan"),
    [
        ("85", None, ["realisasi_belum_ada"]),
        ("85", kosong(), ["realisasi_belum_ada"]),
        ("0", "5", ["capaian_tidak_dapat_dihitung"]),
        ("10", "12", []),
        ("10", "12.01", ["target_perlu_ditinjau"]),
        ("0.9", "95", ["target_perlu_ditinjau", "satuan_mungkin_berbeda"]),
    ],
)
def test_temuan_indikator(bahan_target: str, bahan_realisasi: str | Nilai | None, temuan: list[str]) -> None:
    bahan = [] if bahan_realisasi is None else [realisasi(bahan_realisasi)]
    hasil = evaluasi([target(bahan_target)], bahan)
    assert kode(hasil) == temuan
    assert not blocks(hasil.temuan)
    assert all("Indeks Kepuasan Masyarakat" in satu.pesan and "2025" in satu.pesan for satu in hasil.temuan)


def test_rumus_belum_ditetapkan_dicatat() -> None:
    hasil = evaluasi([target("1")], [realisasi("1")], indikator=(Indikator(1, 1, 1, "A", ""),))
    assert kode(hasil) == ["rumus_belum_ditetapkan"]
    assert "Makin tinggi makin baik" in hasil.temuan[0].pesan


def test_rumus_yang_tidak_dikenal_tidak_dihitung() -> None:
    indikator = (Indikator(1, 1, 1, "A", "", rumus="rumus_lama"),)
    hasil = evaluasi([target("1")], [realisasi("1")], indikator=indikator)
    assert hasil.indikator[0].capaian.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG
    assert kode(hasil) == ["rumus_tidak_dikenal", "capaian_tidak_dapat_dihitung"]


def test_catatan_anggaran_menjadi_temuan() -> None:
    baris = (
        BarisAnggaran(2025, 1, "", "Jumlah", TingkatAnggaran.TOTAL, terukur(11), terukur(5)),
        BarisAnggaran(2025, 2, "7.01.02", "Program", TingkatAnggaran.PROGRAM, terukur(10), terukur(5)),
    )
    hasil = evaluasi([target("1")], [realisasi("1")], anggaran=baris)
    assert kode(hasil) == ["anggaran_perlu_diperiksa"]
    assert "Rp11" in hasil.temuan[0].pesan


# --- rata-rata dan hitungan ---


def _beberapa(**pengaturan: object) -> Evaluasi:
    """Four indicators in two sasaran: 150, 80, 60 and one without realisasi."""
    indikator = tuple(Indikator(n, 1 + n // 3, n, f"I{n}", "%", rumus_ditetapkan=True) for n in (4, 3, 2, 1))
    janji = [target("100", indikator=n) for n in (1, 2, 3, 4)]
    hasil = [realisasi(isi, indikator=n) for n, isi in ((1, "150"), (2, "80"), (3, "60"))]
    sasaran = (Sasaran(2, 2, "Dua"), Sasaran(1, 1, "Satu"))
    return evaluasi(janji, hasil, indikator=indikator, sasaran=sasaran, **pengaturan)


def test_rata_rata_tidak_menghitung_yang_kosong() -> None:
    hasil = _beberapa()
    assert [satu.rerata for satu in hasil.sasaran] == [115, 60]
    assert hasil.rerata is not None
    assert hasil.rerata * 3 == 290
    assert (hasil.predikat, hasil.sasaran[1].predikat) == ("Sangat Tinggi", "Rendah")


def test_hitungan_ketercapaian() -> None:
    hitungan = _beberapa().hitungan
    assert (hitungan.jumlah, hitungan.terukur) == (4, 3)
    assert (hitungan.tercapai, hitungan.hampir, hitungan.tidak_tercapai, hitungan.tidak_terukur) == (1, 1, 1, 1)


def test_urutan_sasaran_dan_indikator() -> None:
    hasil = _beberapa()
    assert [satu.sasaran.teks for satu in hasil.sasaran] == ["Satu", "Dua"]
    assert [satu.indikator.teks for satu in hasil.indikator] == ["I1", "I2", "I3", "I4"]


def test_batas_hanya_untuk_rata_rata() -> None:
    hasil = _beberapa(batas=Decimal(100))
    assert hasil.sasaran[0].rerata == 90
    assert hasil.indikator[0].capaian.nilai == 150


def test_tanpa_yang_terukur_tidak_ada_rata_rata_dan_predikat() -> None:
    hasil = evaluasi([target("85")])
    assert (hasil.rerata, hasil.predikat, hasil.hitungan.terukur) == (None, "", 0)


def test_tanpa_indikator_sama_sekali() -> None:
    hasil = evaluasi(indikator=(), sasaran=())
    assert (hasil.sasaran, hasil.rerata, hasil.temuan, hasil.hitungan.jumlah) == ((), None, (), 0)


def test_label_diukur_dengan_rumus_predikat() -> None:
    indikator = (Indikator(1, 1, 1, "SAKIP", "predikat", "predikat", rumus_ditetapkan=True),)
    assert satu([target(kata("BB"))], [realisasi(kata("B"))], indikator=indikator).capaian.nilai == 80


# --- efisiensi dan aturan ---


def test_efisiensi_sasaran_melalui_programnya() -> None:
    baris = (BarisAnggaran(2025, 1, "7.01.02", "Program", TingkatAnggaran.PROGRAM, terukur(1000), terukur(900)),)
    hasil = evaluasi([target("85")], [realisasi("85")], anggaran=baris)
    efisiensi = hasil.sasaran[0].efisiensi
    assert efisiensi is not None
    assert (efisiensi.efisien, efisiensi.serapan, efisiensi.sisa) == (True, 90, 100)
    assert evaluasi([target("85")], [realisasi("85")]).sasaran[0].efisiensi is None


def test_anggaran_tahun_lain_tidak_ikut() -> None:
    baris = (BarisAnggaran(2024, 1, "7.01.02", "Program", TingkatAnggaran.PROGRAM, terukur(1000), terukur(900)),)
    hasil = evaluasi([target("85")], [realisasi("85")], anggaran=baris)
    assert hasil.sasaran[0].efisiensi is None
    assert hasil.anggaran.pagu is None


def test_kalimat_aturan_menyebut_rumus_skala_dan_sumber() -> None:
    aturan = " ".join(evaluasi([target("85")], [realisasi("85")]).aturan)
    assert "Makin tinggi makin baik: Persentase capaian adalah realisasi dibagi target" in aturan
    assert "≥ 91 Sangat Tinggi; ≥ 76 Tinggi" in aturan
    assert "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017, menurut kutipan laporan kantor lain" in aturan
    assert "dari angka yang belum dibulatkan" in aturan
    assert "Capaian tidak dibatasi ke atas" in aturan


@pytest.mark.parametrize(("untuk", "kalimat"), [("rerata", "120% dalam rata-rata"), ("semua", "120% di mana pun")])
def test_kalimat_aturan_menyebut_batas(untuk: str, kalimat: str) -> None:
    assert any(kalimat in satu for satu in evaluasi(batas=Decimal(120), batas_untuk=untuk).aturan)


@pytest.mark.parametrize(
    ("rumus", "pengaturan", "kalimat"),
    [
        ("turun_rasio", {}, "target ÷ realisasi: capaian tidak dapat dihitung."),
        ("turun_rasio", {"rasio_nol": Decimal(100)}, "target ÷ realisasi: capaian 100%."),
        ("predikat", {}, "di bawah predikat target: capaian menurut perbandingan urutan."),
        ("predikat", {"predikat_ordinal": False}, "di bawah predikat target: capaian 0%."),
    ],
)
def test_kalimat_aturan_menyebut_pengaturan_rumus_yang_dipakai(
    rumus: str, pengaturan: dict[str, object], kalimat: str
) -> None:
    indikator = (Indikator(1, 1, 1, "A", "", rumus, rumus_ditetapkan=True),)
    dengan = evaluasi([target("1")], [realisasi("1")], indikator=indikator, **pengaturan).aturan
    assert any(kalimat in satu for satu in dengan)
    assert not any(kalimat in satu for satu in evaluasi([target("1")], [realisasi("1")]).aturan)


def test_kalimat_aturan_menyebut_status() -> None:
    assert any(satu.startswith("Status: ") and "≥ 100 Tercapai" in satu for satu in evaluasi().aturan)


def test_kalimat_aturan_menyebut_skala_lain_dan_pembulatan() -> None:
    aturan = " ".join(evaluasi(skala="memuaskan_lama", bulatkan_dulu=True).aturan)
    assert "> 85 Memuaskan" in aturan
    assert "dibulatkan dahulu ke persen utuh" in aturan


def test_kalimat_aturan_menyebut_tingkat_anggaran() -> None:
    baris = (BarisAnggaran(2025, 1, "", "Program", TingkatAnggaran.PROGRAM, terukur(1), terukur(1)),)
    assert "Jumlah anggaran dihitung pada tingkat program saja." in evaluasi(anggaran=baris).aturan


def test_data_yang_sama_memberi_hasil_yang_sama() -> None:
    bahan = [target("85")], [realisasi("87.5")]
    assert evaluasi(*bahan) == evaluasi(*bahan)
