"""Rules of logging in: each edge from below, at, above."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lkjip.domain.masuk import (
    SALAH_PALING_BANYAK,
    SALAH_SEALAMAT,
    Percobaan,
    plain,
    refuse_password,
    refuse_user_name,
    session_end,
)

PAGI = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
DETIK = timedelta(seconds=1)
MENIT = timedelta(minutes=1)
JAM = timedelta(hours=1)


@pytest.mark.parametrize(
    ("diam", "berakhir"), [(30 * MENIT - DETIK, False), (30 * MENIT, True), (30 * MENIT + DETIK, True)]
)
def test_sesi_berakhir_sesudah_30_menit_tidak_dipakai(diam: timedelta, berakhir: bool) -> None:
    alasan = session_end(PAGI, PAGI + JAM, PAGI + JAM + diam)
    assert ("30 menit tidak dipakai" in alasan) is berakhir
    assert bool(alasan) is berakhir


@pytest.mark.parametrize(("lama", "berakhir"), [(8 * JAM - DETIK, False), (8 * JAM, True), (8 * JAM + DETIK, True)])
def test_sesi_berakhir_sesudah_8_jam_walau_terus_dipakai(lama: timedelta, berakhir: bool) -> None:
    alasan = session_end(PAGI, PAGI + lama - DETIK, PAGI + lama)
    assert ("sudah 8 jam" in alasan) is berakhir
    assert bool(alasan) is berakhir


def test_jam_yang_mundur_tidak_mengakhiri_sesi() -> None:
    assert session_end(PAGI, PAGI + JAM, PAGI - 9 * JAM) == ""


def _gagal(kali: int, jarak: timedelta = DETIK, batas: int = SALAH_PALING_BANYAK) -> Percobaan:
    percobaan = Percobaan()
    for nomor in range(kali):
        percobaan = percobaan.after_failure(PAGI + nomor * jarak, batas)
    return percobaan


@pytest.mark.parametrize(("kali", "terkunci"), [(0, False), (4, False), (5, True)])
def test_lima_kali_salah_mengunci(kali: int, terkunci: bool) -> None:
    assert _gagal(kali).locked(PAGI + MENIT) is terkunci


@pytest.mark.parametrize(("kali", "terkunci"), [(49, False), (50, True)])
def test_satu_alamat_boleh_lebih_sering_salah(kali: int, terkunci: bool) -> None:
    assert _gagal(kali, batas=SALAH_SEALAMAT).locked(PAGI + MENIT) is terkunci


@pytest.mark.parametrize(
    ("lama", "terkunci"), [(15 * MENIT - DETIK, True), (15 * MENIT, False), (15 * MENIT + DETIK, False)]
)
def test_kunci_terbuka_sesudah_15_menit(lama: timedelta, terkunci: bool) -> None:
    percobaan = _gagal(5, timedelta())
    assert percobaan.locked(PAGI + lama) is terkunci


def test_percobaan_selama_terkunci_tidak_dihitung_dan_tidak_membuka_kunci() -> None:
    """Attempts at the same moment: the sixth is counted after the lock of the fifth."""
    percobaan = _gagal(5)
    assert percobaan.after_failure(PAGI + MENIT) == percobaan
    assert percobaan.after_failure(PAGI + MENIT).locked(PAGI + 2 * MENIT)


def test_sesudah_kunci_terbuka_lima_percobaan_lagi() -> None:
    percobaan = _gagal(5, timedelta())
    later = PAGI + 15 * MENIT
    for nomor in range(4):
        percobaan = percobaan.after_failure(later + nomor * DETIK)
        assert not percobaan.locked(later + nomor * DETIK)
    assert percobaan.after_failure(later + 4 * DETIK).locked(later + 5 * DETIK)


@pytest.mark.parametrize(("jarak", "dihitung"), [(15 * MENIT - DETIK, 2), (15 * MENIT, 1), (15 * MENIT + DETIK, 1)])
def test_kesalahan_lama_dilupakan(jarak: timedelta, dihitung: int) -> None:
    assert _gagal(2, jarak).gagal == dihitung


UMUM = ("password", "qwerty", "rahasia", "samboja", "kecamatan", "lkjip", "ab")


@pytest.mark.parametrize(
    ("sandi", "kata"),
    [
        ("mata air 7 x", ""),
        ("mata air 7x", "paling sedikit 12 tanda; yang ditulis 11"),
        ("mata air " + "x y z " * 19 + "abcde", ""),
        ("mata air " + "x y z " * 19 + "abcdef", "paling banyak 128 tanda"),
    ],
    ids=["12", "11", "128", "129"],
)
def test_panjang_kata_sandi_12_sampai_128_tanda(sandi: str, kata: str) -> None:
    alasan = refuse_password(sandi, UMUM)
    assert (kata in alasan) if kata else alasan == ""


def test_contoh_di_atas_memang_sepanjang_yang_dimaksud() -> None:
    assert [len("mata air 7 x"), len("mata air " + "x y z " * 19 + "abcde")] == [12, 128]


@pytest.mark.parametrize(
    "sandi",
    [
        "password12345",
        "P4$$w0rd!2345",
        "qwertyqwerty12",
        "S4mb0j4-2026-2026",
        "kecamatansamboja2026",
        "Kecamatan Samboja!",
        "LKJIP kecamatan 1",
        "rahasia rahasia 99",
        "123456789012345",
        "password abc",
        "ｐａｓｓｗｏｒｄ 2026",
    ],
)
def test_kata_umum_nama_dan_angka_saja_ditolak_juga_dalam_samaran(sandi: str) -> None:
    assert "mudah ditebak" in refuse_password(sandi, UMUM)


@pytest.mark.parametrize(("sisa", "boleh"), [("xyz", False), ("xyzw", True)])
def test_di_luar_kata_umum_harus_ada_empat_huruf(sisa: str, boleh: bool) -> None:
    assert (refuse_password(f"password2026 {sisa}", UMUM) == "") is boleh


def test_nama_sendiri_dan_kantor_tidak_boleh_menjadi_kata_sandi() -> None:
    sandi = "siti aminah 1990"
    assert refuse_password(sandi, UMUM) == ""
    assert "mudah ditebak" in refuse_password(sandi, UMUM, ("Siti Aminah", "siti", "aminah"))
    assert refuse_password(f"{sandi} perahu kuning", UMUM, ("Siti", "Aminah")) == ""


def test_kata_pendek_dalam_daftar_tidak_memangkas_kata_sandi() -> None:
    assert refuse_password("abxabyabzabw", ("ab",)) == ""


@pytest.mark.parametrize(("sandi", "seragam"), [("aAbBcCdDaAbB", True), ("aabbccddeeff", False), ("!" * 12, True)])
def test_kata_sandi_dari_kurang_lima_tanda_berbeda_ditolak(sandi: str, seragam: bool) -> None:
    assert ("terlalu seragam" in refuse_password(sandi, ())) is seragam


@pytest.mark.parametrize("tanda", ["\n", "\t", "\x00", "\u200b", "\ud800"])
def test_tanda_yang_tidak_terlihat_ditolak(tanda: str) -> None:
    assert "tidak terlihat" in refuse_password(f"perahu kuning{tanda}di muara", ())


def test_samaran_biasa_dibaca_sebagai_hurufnya() -> None:
    assert plain("S@mb0ja") == plain("5AMBOJA") == "samboja"


@pytest.mark.parametrize(
    ("nama", "boleh"),
    [
        ("ab", False),
        ("abc", True),
        ("a" * 32, True),
        ("a" * 33, False),
        ("siti.aminah", True),
        ("siti_a-1", True),
        ("1siti", False),
        (".siti", False),
        ("Siti", False),
        ("siti aminah", False),
        ("sití", False),
        ("siti\n", False),
        ("", False),
    ],
)
def test_nama_pengguna_3_sampai_32_tanda_diawali_huruf_kecil(nama: str, boleh: bool) -> None:
    alasan = refuse_user_name(nama)
    assert (alasan == "") is boleh
    assert boleh or "Contoh: siti.aminah" in alasan
