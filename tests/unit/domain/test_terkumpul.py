"""What counts as delivered, and what is held back until it is accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.indikator import Realisasi
from lkjip.domain.pengumpulan import DataDukung, Keadaan, Kiriman, Penjelasan, PutusanKiriman, SerapanSeksi
from lkjip.domain.terkumpul import Isian, gather, held_sentence, held_versions, leave_out
from lkjip.domain.trace import Source
from tests.makers.kinerja import data_kinerja, evaluate_data
from tests.makers.nilai import angka

LAMA, BUKU, NANTI = (Source(f"{nama}.xlsx", "L", "A1", sha256=nama) for nama in ("lama", "buku", "nanti"))
FORMULIR = Source(oleh="Siti")
IMPOR = {"lama": 3, "buku": 5, "nanti": 8}
BERLAKU = Kiriman(1, 2025, 1, 1, 5, isi={
    "indikator 1 | TW I | realisasi": "5", "indikator 1 | data dukung 2 | tautan": "https://x",
    "indikator 1 | penjelasan | upaya": "pompa", "anggaran 7.01 | setahun | realisasi": "9",
})  # fmt: skip


def isian(sumber: Source) -> Isian:
    return Isian(
        2025,
        tuple(Realisasi(1, 2025, angka("5"), tw, sumber=sumber) for tw in (1, 2)),
        (Penjelasan(1, 2025, upaya="pompa", sumber=sumber), Penjelasan(2, 2025, upaya="pompa", sumber=sumber)),
        (DataDukung(1, 2025, 1, tautan="https://x", sumber=sumber), DataDukung(2, 2025, 1, sumber=sumber)),
        (SerapanSeksi(1, 2025, "7.01", angka("9"), None, sumber), SerapanSeksi(1, 2025, "7.02", angka("9"), 1, sumber),
         SerapanSeksi(2, 2025, "7.01", angka("9"), 2, sumber)),
        IMPOR,
    )  # fmt: skip


def keys(isian: Isian, berlaku: Kiriman | None) -> tuple[list[object], ...]:
    found = gather(isian, 1, berlaku)
    return list(found.realisasi), list(found.penjelasan), list(found.data_dukung), list(found.serapan)


SEMUA = ([(1, 1), (1, 2)], [1, 2], [1, 2], [("7.01", None), ("7.02", 1)])


def test_sebelum_ada_kiriman_semua_yang_berlaku_dihitung() -> None:
    assert keys(isian(LAMA), None) == SEMUA


@pytest.mark.parametrize("sumber", [BUKU, NANTI, FORMULIR], ids=["buku kerja", "impor sesudahnya", "formulir"])
def test_yang_datang_bersama_atau_sesudah_buku_kerja_dihitung(sumber: Source) -> None:
    assert keys(isian(sumber), BERLAKU) == SEMUA


def test_dari_berkas_lama_hanya_yang_juga_diisi_buku_kerja() -> None:
    assert keys(isian(LAMA), BERLAKU) == ([(1, 1)], [1], [1], [("7.01", None)])


def test_buku_kerja_kosong_tidak_dilengkapi_oleh_berkas_lama() -> None:
    assert keys(isian(LAMA), replace(BERLAKU, isi={})) == ([], [], [], [])


def test_tahun_lain_tidak_dihitung() -> None:
    lain = replace(isian(LAMA), realisasi=(Realisasi(1, 2024, angka("5"), 1, sumber=LAMA),))
    assert keys(lain, None)[0] == []


def _versi(*states: Keadaan | None) -> frozenset[int]:
    versi = [Kiriman(nomor, 2025, 1, nomor, nomor) for nomor in range(1, len(states) + 1)]
    words = {nomor: PutusanKiriman(nomor, keadaan) for nomor, keadaan in enumerate(states, 1) if keadaan}
    return held_versions(versi, words)


def test_ditahan_semua_versi_setelah_yang_terakhir_diterima() -> None:
    terima, tolak = Keadaan.DITERIMA, Keadaan.DIKEMBALIKAN
    assert _versi() == frozenset()
    assert _versi(None) == {1}
    assert _versi(terima) == frozenset()
    assert _versi(tolak) == {1}
    assert _versi(tolak, terima) == frozenset()
    assert _versi(terima, None) == {2}
    assert _versi(terima, tolak, None) == {2, 3}


def test_seksi_dan_tahun_lain_tidak_ikut_diterima() -> None:
    versi = [Kiriman(1, 2025, 1, 1, 1), Kiriman(2, 2025, 2, 1, 2), Kiriman(3, 2024, 1, 1, 3)]
    assert held_versions(versi, {1: PutusanKiriman(1, Keadaan.DITERIMA)}) == {2, 3}


def test_realisasi_dari_berkas_yang_ditahan_disisihkan_yang_diketik_tidak() -> None:
    satu, dua, tiga = (Realisasi(n, 2025, angka("5"), sumber=s) for n, s in enumerate((BUKU, LAMA, FORMULIR), 1))
    assert leave_out((satu, dua, tiga), {"buku"}) == ((dua, tiga), (satu,))
    assert leave_out((satu, dua, tiga), ()) == ((satu, dua, tiga), ())


def test_yang_ditahan_disebut_dalam_kalimat_di_samping_hasil() -> None:
    data = data_kinerja()
    ditahan = tuple(satu for satu in data.realisasi if satu.indikator_id == 1)
    kalimat = "1 realisasi 2025 tidak ikut dihitung: kiriman seksinya belum diterima analis."
    assert held_sentence(ditahan, 2025) == kalimat
    assert held_sentence(ditahan, 2030) == ""
    tersisa = tuple(satu for satu in data.realisasi if satu.indikator_id != 1)
    evaluasi = evaluate_data(replace(data, realisasi=tersisa, ditahan=ditahan))
    assert evaluasi.aturan[-1] == kalimat
    assert evaluasi.indikator[0].realisasi is None
    assert kalimat not in evaluate_data(data).aturan
