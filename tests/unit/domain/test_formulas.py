"""Each formula at its edges: below, at and above; and what cannot be computed, with its reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.capaian import Capaian, StatusCapaian
from lkjip.domain.formulas import FUNGSI, TANPA_ANGKA, compute_capaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.rules import load_aturan
from tests.makers.nilai import ambigu, angka, kata, tidak_berlaku

LABEL = load_aturan().istilah.urutan_label
BERANGKA = sorted(set(FUNGSI) - TANPA_ANGKA)


def hitung(rumus: str, target: str, realisasi: str, **pengaturan: object) -> Capaian:
    return compute_capaian(rumus, angka(target), angka(realisasi), Pengaturan(**pengaturan))  # type: ignore[arg-type]


def label(rumus: str, target: str, realisasi: str, **pengaturan: object) -> Capaian:
    return compute_capaian(rumus, kata(target), kata(realisasi), Pengaturan(**pengaturan), LABEL)  # type: ignore[arg-type]


# --- nol bukan kosong bukan tidak berlaku ---


@pytest.mark.parametrize("rumus", FUNGSI)
@pytest.mark.parametrize(
    ("target", "realisasi", "status", "sebab"),
    [
        (angka("10"), kosong(), StatusCapaian.BELUM_ADA_DATA, "realisasi belum diisi (sel kosong)"),
        (kosong(), angka("10"), StatusCapaian.BELUM_ADA_DATA, "target belum diisi (sel kosong)"),
        (kosong(), tidak_berlaku(), StatusCapaian.TIDAK_BERLAKU, "realisasi dinyatakan tidak berlaku (tertulis 'N/A')"),
        (tidak_berlaku(""), kosong(), StatusCapaian.TIDAK_BERLAKU, "target dinyatakan tidak berlaku"),
        (
            angka("10"),
            ambigu("1.234", "1234", "1.234"),
            StatusCapaian.TIDAK_DAPAT_DIHITUNG,
            "realisasi '1.234' dapat dibaca sebagai 1.234 atau 1,234",
        ),
        (
            ambigu("1.2.3"),
            angka("10"),
            StatusCapaian.TIDAK_DAPAT_DIHITUNG,
            "target '1.2.3' dapat dibaca sebagai lebih dari satu angka",
        ),
    ],
)
def test_tanpa_angka_ada_sebabnya(
    rumus: str, target: Nilai, realisasi: Nilai, status: StatusCapaian, sebab: str
) -> None:
    hasil = compute_capaian(rumus, target, realisasi, Pengaturan(), LABEL)
    assert (hasil.status, hasil.alasan) == (status, sebab)
    assert (hasil.nilai, hasil.mentah, hasil.untuk_rerata) == (None, None, None)
    assert hasil.trace[-1].isi == sebab


@pytest.mark.parametrize("rumus", BERANGKA)
def test_teks_bukan_angka_bagi_rumus_angka(rumus: str) -> None:
    hasil = compute_capaian(rumus, angka("10"), kata("Tinggi"))
    assert (hasil.status, hasil.alasan) == (StatusCapaian.TIDAK_DAPAT_DIHITUNG, "realisasi 'Tinggi' bukan angka")


def test_realisasi_nol_tetap_angka() -> None:
    hasil = hitung("naik", "10", "0")
    assert (hasil.status, hasil.nilai, hasil.alasan) == (StatusCapaian.TERUKUR, 0, "")


# --- target 0 ---


def test_target_nol_makin_tinggi_makin_baik_tidak_dapat_dihitung() -> None:
    for realisasi in ("0", "5"):
        hasil = hitung("naik", "0", realisasi)
        assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG
        assert "target 0" in hasil.alasan


@pytest.mark.parametrize("rumus", ["turun", "turun_rasio"])
@pytest.mark.parametrize(("realisasi", "capaian"), [("-1", 100), ("0", 100), ("0.01", 0), ("5", 0)])
def test_target_nol_makin_rendah_makin_baik(rumus: str, realisasi: str, capaian: int) -> None:
    hasil = hitung(rumus, "0", realisasi)
    assert hasil.nilai == capaian
    assert hasil.catatan[0].startswith("Target 0 dan realisasi")


@pytest.mark.parametrize("rumus", ["naik", "turun", "turun_rasio", "stabil"])
def test_target_negatif_ditolak_dengan_sebab(rumus: str) -> None:
    hasil = hitung(rumus, "-5", "3")
    assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG
    assert "target -5 negatif" in hasil.alasan


# --- turun_rasio dan realisasi 0 ---


def test_rasio_dengan_realisasi_nol_tidak_dapat_dihitung() -> None:
    hasil = hitung("turun_rasio", "10", "0")
    assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG
    assert "realisasi 0" in hasil.alasan


def test_rasio_dengan_realisasi_nol_menurut_pengaturan() -> None:
    hasil = hitung("turun_rasio", "10", "0", rasio_nol=Decimal(100))
    assert hasil.nilai == 100
    assert hasil.catatan == ("Realisasi 0: capaian 100% menurut pengaturan.",)


def test_rasio_dengan_realisasi_negatif_tidak_dapat_dihitung() -> None:
    assert "realisasi -2 negatif" in hitung("turun_rasio", "10", "-2").alasan


# --- stabil ---


@pytest.mark.parametrize(("realisasi", "capaian"), [("9.9", "99"), ("10", "100"), ("10.1", "99"), ("20", "0")])
def test_stabil_turun_ke_dua_arah(realisasi: str, capaian: str) -> None:
    assert hitung("stabil", "10", realisasi).nilai == Decimal(capaian)


def test_stabil_tidak_kurang_dari_nol() -> None:
    hasil = hitung("stabil", "10", "31")
    assert (hasil.nilai, hasil.mentah) == (0, -110)


def test_stabil_dengan_target_nol() -> None:
    assert hitung("stabil", "0", "0").nilai == 100
    assert "target 0" in hitung("stabil", "0", "1").alasan


# --- rentang ---


@pytest.mark.parametrize(
    ("rumus", "realisasi", "capaian"),
    [
        ("rentang_naik", "79.99", "99.9875"),
        ("rentang_naik", "80", "100"),
        ("rentang_naik", "90", "100"),
        ("rentang_naik", "90.09", "100.1"),
        ("rentang_turun", "79.2", "101"),
        ("rentang_turun", "80", "100"),
        ("rentang_turun", "90", "100"),
        ("rentang_turun", "90.9", "99"),
    ],
)
def test_rentang_di_bawah_pada_dan_di_atas_batas(rumus: str, realisasi: str, capaian: str) -> None:
    assert hitung(rumus, "80-90", realisasi).nilai == Decimal(capaian)


def test_target_satu_angka_adalah_rentang_ke_dirinya_sendiri() -> None:
    assert hitung("rentang_naik", "80", "88").nilai == Decimal(110)


def test_rentang_terbalik_ditolak() -> None:
    assert "terbalik (90 sampai 80)" in hitung("rentang_naik", "90-80", "85").alasan


@pytest.mark.parametrize(("rumus", "menjadi"), [("naik", "rentang_naik"), ("turun", "rentang_turun")])
def test_target_rentang_dihitung_dengan_rumus_rentang(rumus: str, menjadi: str) -> None:
    hasil = hitung(rumus, "80-90", "85")
    assert (hasil.rumus, hasil.nilai) == (menjadi, 100)


@pytest.mark.parametrize("rumus", ["stabil", "turun_rasio"])
def test_target_rentang_tidak_cocok_bagi_rumus_lain(rumus: str) -> None:
    assert "pilih rumus rentang_naik" in hitung(rumus, "80-90", "85").alasan


def test_realisasi_rentang_tidak_dapat_dihitung() -> None:
    assert "berupa rentang" in hitung("naik", "80", "80-90").alasan


def test_angka_tak_hingga_tidak_dapat_dihitung() -> None:
    hasil = compute_capaian("naik", terukur("Infinity"), angka("5"))
    assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG


def test_angka_sangat_besar_dan_sangat_kecil_tetap_terhitung() -> None:
    assert hitung("naik", "0.000000000000000000000000000001", "1E+30").nilai == Decimal("1E+62")


# --- batas atas ---


@pytest.mark.parametrize(("batas", "rerata"), [(None, 150), (100, 100), (110, 110), (120, 120)])
def test_batas_untuk_rerata_membiarkan_nilai(batas: int | None, rerata: int) -> None:
    hasil = hitung("naik", "10", "15", batas=None if batas is None else Decimal(batas))
    assert (hasil.nilai, hasil.mentah, hasil.untuk_rerata) == (150, 150, rerata)


def test_batas_untuk_semua_membatasi_yang_ditampilkan() -> None:
    hasil = hitung("naik", "10", "15", batas=Decimal(120), batas_untuk="semua")
    assert (hasil.nilai, hasil.mentah, hasil.untuk_rerata) == (120, 150, 120)
    assert hasil.catatan[0] == "150,00% dibatasi 120% menurut pengaturan."


def test_tepat_di_batas_tidak_dibatasi() -> None:
    assert hitung("naik", "10", "12", batas=Decimal(120)).catatan == ()


@pytest.mark.parametrize(("realisasi", "ditinjau"), [("11.99", False), ("12", False), ("12.01", True)])
def test_lebih_dari_120_target_perlu_ditinjau(realisasi: str, ditinjau: bool) -> None:
    catatan = hitung("naik", "10", realisasi).catatan
    assert any("target perlu ditinjau" in satu for satu in catatan) is ditinjau


# --- predikat ---


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian"),
    [
        ("BB", "A", "100"),
        ("BB", "BB", "100"),
        ("BB", "B", "80"),
        ("Level 3", "Level 3 Plus", "100"),
        ("Level 3 Plus", "Level 3", "85.71428571428571428571428571"),
        ("WTP", "Wajar Dengan Pengecualian", "75"),
        ("Opini WTP", "wtp", "100"),
        ("CC (60,00)", "CC dengan skor 60,09", "100.15"),
        ("Tinggi", "tinggi ", "100"),
    ],
)
def test_predikat(target: str, realisasi: str, capaian: str) -> None:
    assert label("predikat", target, realisasi).nilai == Decimal(capaian)


def test_predikat_di_bawah_target_nol_menurut_pengaturan() -> None:
    hasil = label("predikat", "BB", "B", predikat_ordinal=False)
    assert hasil.nilai == 0
    assert "menurut pengaturan" in hasil.catatan[0]


def test_predikat_menyebut_urutan_yang_dipakai() -> None:
    assert "Urutan 'sakip'" in label("predikat", "BB", "B").catatan[0]


def test_predikat_berupa_skor_dihitung_dari_skor() -> None:
    hasil = compute_capaian("predikat", angka("75"), angka("60"), Pengaturan(), LABEL)
    assert hasil.nilai == 80
    assert "Dihitung dari skornya: 60 ÷ 75" in hasil.catatan[0]


def test_predikat_dengan_skor_target_nol_tidak_dapat_dihitung() -> None:
    hasil = compute_capaian("predikat", angka("0"), angka("60"), Pengaturan(), LABEL)
    assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG


@pytest.mark.parametrize(("target", "realisasi"), [("BB", "Istimewa"), ("BB", "WTP"), ("Cukup aneh", "Baik")])
def test_predikat_di_luar_urutan_tidak_dapat_dihitung(target: str, realisasi: str) -> None:
    hasil = label("predikat", target, realisasi)
    assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG
    assert f"'{target}' dan '{realisasi}'" in hasil.alasan


def test_predikat_dengan_angka_sebelah_tidak_dapat_dihitung() -> None:
    hasil = compute_capaian("predikat", kata("BB"), angka("70"), Pengaturan(), LABEL)
    assert hasil.status is StatusCapaian.TIDAK_DAPAT_DIHITUNG


# --- ya atau tidak ---


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian"),
    [("Ya", "Ya", 100), ("Ya", "belum", 0), ("Terlaksana", "Sudah", 100), ("Tidak", "Tidak", 100)],
)
def test_terlaksana_atau_tidak(target: str, realisasi: str, capaian: int) -> None:
    assert label("ya_tidak", target, realisasi).nilai == capaian


@pytest.mark.parametrize(("realisasi", "capaian"), [("0", 0), ("0.99", 0), ("1", 100), ("2", 100)])
def test_terlaksana_dari_angka(realisasi: str, capaian: int) -> None:
    assert hitung("ya_tidak", "1", realisasi).nilai == capaian


@pytest.mark.parametrize(("realisasi", "capaian"), [("0", 0), ("1", 100), ("100", 100)])
def test_angka_di_samping_kata_ya(realisasi: str, capaian: int) -> None:
    assert compute_capaian("ya_tidak", kata("Ya"), angka(realisasi), Pengaturan(), LABEL).nilai == capaian


@pytest.mark.parametrize("realisasi", [angka("50"), kata("hampir")])
def test_bukan_ya_bukan_tidak(realisasi: Nilai) -> None:
    hasil = compute_capaian("ya_tidak", kata("Ya"), realisasi, Pengaturan(), LABEL)
    assert f"'{realisasi.teks}' tidak dapat dibaca" in hasil.alasan
    terbalik = compute_capaian("ya_tidak", realisasi, kata("Ya"), Pengaturan(), LABEL)
    assert f"'{realisasi.teks}' tidak dapat dibaca" in terbalik.alasan


def test_ya_tidak_tanpa_daftar_kata() -> None:
    assert compute_capaian("ya_tidak", kata("Ya"), kata("Ya")).status is StatusCapaian.TIDAK_DAPAT_DIHITUNG


# --- satuan yang berbeda dicatat, tidak diperbaiki ---


@pytest.mark.parametrize(
    ("target", "realisasi", "dicatat"),
    [
        (angka("0.95"), angka("97"), True),
        (angka("97"), angka("0.95"), True),
        (angka("1"), angka("97", "%"), True),
        (angka("1"), angka("97"), False),
        (angka("0.95"), angka("0.97"), False),
        (angka("0.95"), angka("18.99"), False),
        (angka("0.95"), angka("19"), True),
        (angka("0"), angka("97"), False),
        (angka("95"), angka("97"), False),
        (angka("7", "Unit"), angka("7", "unit"), False),
        (angka("7", "Unit"), angka("7", "Dokumen"), True),
    ],
)
def test_satuan_yang_mungkin_berbeda(target: Nilai, realisasi: Nilai, dicatat: bool) -> None:
    catatan = compute_capaian("turun", target, realisasi).catatan
    assert any("satuan" in satu.lower() for satu in catatan) is dicatat


def test_pecahan_dan_persen_dihitung_apa_adanya() -> None:
    assert compute_capaian("naik", angka("0.5"), angka("97")).mentah == 19400


# --- jejak ---


def test_jejak_menyebut_rumus_angka_dan_hasil() -> None:
    jejak = hitung("naik", "85", "87.5").trace
    assert [(satu.langkah, satu.isi) for satu in jejak] == [
        ("Rumus", "realisasi ÷ target × 100"),
        ("Angka dimasukkan", "87,5 ÷ 85 × 100"),
        ("Hasil", "102,94% (dibulatkan dari 102,941176…)"),
    ]


def test_jejak_memperlihatkan_batas_bawah() -> None:
    jejak = hitung("turun", "10", "25").trace
    assert [satu.langkah for satu in jejak] == ["Rumus", "Angka dimasukkan", "Hasil", "Catatan", "Ditampilkan"]
    assert jejak[2].isi == "-50,00%"
    assert jejak[4].isi == "0,00%"


def test_jejak_menaruh_angka_negatif_dalam_kurung() -> None:
    assert hitung("turun", "10", "-2").trace[1].isi == "(2 × 10 − (-2)) ÷ 10 × 100"


@pytest.mark.parametrize("rumus", FUNGSI)
def test_setiap_rumus_punya_jejak_yang_lengkap(rumus: str) -> None:
    hasil = compute_capaian(rumus, angka("8"), angka("7"), Pengaturan(), LABEL)
    assert [satu.langkah for satu in hasil.trace][:3] == ["Rumus", "Angka dimasukkan", "Hasil"]
    assert all(satu.isi for satu in hasil.trace)


def test_jejak_rumus_predikat_menyebut_tempat_label() -> None:
    assert "target BB ke-5, realisasi B ke-4 dari 7" in label("predikat", "BB", "B").trace[1].isi
