"""A version field by field, and what changed against another one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lkjip.domain.isian_format import BacaanFormat, RealisasiFormat
from lkjip.domain.isian_kiriman import differences, fields_of, name_of, parse_key, written
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, terukur
from lkjip.domain.pengumpulan import DataDukung, Penjelasan, SerapanSeksi
from lkjip.domain.trace import Source
from tests.makers.nilai import angka, kata, tidak_berlaku

ISI = Source("b.xlsx", "Indikator", "F7")


def bacaan(nilai: Nilai, triwulan: int | None = 2) -> BacaanFormat:
    return BacaanFormat(None, (RealisasiFormat(3, triwulan, nilai, ISI),))


def test_setiap_isian_bernama_menurut_pemilik_tempat_dan_medannya() -> None:
    lengkap = BacaanFormat(
        None,
        (RealisasiFormat(3, 2, angka("87.50"), ISI), RealisasiFormat(3, None, kata("BB"), ISI)),
        (Penjelasan(3, 2025, penghambat=" hujan ", upaya=""),),
        (DataDukung(3, 2025, 1, tautan="https://contoh", halaman="12", tanggal=date(2025, 3, 1)),),
        (SerapanSeksi(1, 2025, "7.01.02", angka("1500000"), 4), SerapanSeksi(1, 2025, "7.01.02", angka("2"))),
    )
    assert fields_of(lengkap) == {
        "indikator 3 | TW II | realisasi": "87,5",
        "indikator 3 | setahun | realisasi": "BB",
        "indikator 3 | penjelasan | penghambat": "hujan",
        "indikator 3 | data dukung 1 | tautan": "https://contoh",
        "indikator 3 | data dukung 1 | halaman": "12",
        "indikator 3 | data dukung 1 | tanggal": "2025-03-01",
        "anggaran 7.01.02 | TW IV | realisasi": "1500000",
        "anggaran 7.01.02 | setahun | realisasi": "2",
    }


def test_yang_kosong_tidak_terdaftar_tetapi_nol_dan_tidak_berlaku_ya() -> None:
    assert fields_of(bacaan(kosong())) == {}
    assert fields_of(bacaan(angka("0"))) == {"indikator 3 | TW II | realisasi": "0"}
    assert fields_of(bacaan(tidak_berlaku("-"))) == {"indikator 3 | TW II | realisasi": "-"}
    assert written(Nilai(StatusNilai.TIDAK_BERLAKU)) == "tidak berlaku"


def test_angka_yang_sama_tetap_sama_bagaimanapun_ditulisnya() -> None:
    assert written(terukur("87.50", teks="87,50")) == written(terukur("87.5", teks="87.5")) == "87,5"
    assert written(angka("2-3")) == "2–3"
    assert written(terukur("1E+3")) == "1000"


def test_perbedaan_menyebut_yang_baru_berubah_dan_dikosongkan() -> None:
    lama = {
        "indikator 1 | TW I | realisasi": "5",
        "indikator 1 | TW II | realisasi": "6",
        "indikator 2 | TW I | realisasi": "1",
    }
    baru = {
        "indikator 1 | TW I | realisasi": "7",
        "indikator 1 | TW III | realisasi": "8",
        "indikator 2 | TW I | realisasi": "1",
    }
    beda = differences(lama, baru)
    assert [(str(satu.kunci), satu.sebelum, satu.sesudah) for satu in beda] == [
        ("indikator 1 | TW I | realisasi", "5", "7"),
        ("indikator 1 | TW III | realisasi", "", "8"),
        ("indikator 1 | TW II | realisasi", "6", ""),
    ]
    assert [satu.dikosongkan for satu in beda] == [False, False, True]
    assert differences(lama, lama) == ()


def test_nama_isian_terbaca_orang() -> None:
    teks = {3: "Indeks Kepuasan Masyarakat"}
    nama = {kunci: name_of(parse_key(kunci), teks) for kunci in (
        "indikator 3 | TW II | realisasi", "indikator 3 | penjelasan | tindak_lanjut",
        "anggaran 7.01 | setahun | realisasi", "indikator 9 | setahun | realisasi",
    )}  # fmt: skip
    assert list(nama.values()) == [
        "'Indeks Kepuasan Masyarakat', TW II", "'Indeks Kepuasan Masyarakat', penjelasan: tindak lanjut",
        "Serapan 7.01, setahun", "'indikator 9', setahun",
    ]  # fmt: skip


def test_kunci_menyebut_indikator_dan_triwulannya() -> None:
    satu, dua = parse_key("indikator 3 | TW IV | realisasi"), parse_key("anggaran 7.01.02 | setahun | realisasi")
    assert (satu.indikator_id, satu.triwulan) == (3, 4)
    assert (dua.indikator_id, dua.milik, dua.triwulan) == (None, "7.01.02", None)


@given(st.integers(1, 10**6), st.sampled_from([None, 1, 2, 3, 4]), st.decimals(-(10**9), 10**9, places=4))
def test_nama_isian_kembali_menjadi_kuncinya(nomor: int, triwulan: int | None, nilai: Decimal) -> None:
    (nama,) = fields_of(BacaanFormat(None, (RealisasiFormat(nomor, triwulan, terukur(nilai), ISI),)))
    kunci = parse_key(nama)
    assert (str(kunci), kunci.indikator_id, kunci.triwulan) == (nama, nomor, triwulan)
