"""The distribution list: handed over, received, reminded, due; on both databases."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from lkjip.domain.access import Peran
from lkjip.domain.pengumpulan import Distribusi, FormatSeksi, Peristiwa
from lkjip.domain.tahun import Disposisi
from lkjip.errors import AlreadyDoneError, ForbiddenError, RefusedError
from lkjip.services import distribusi, seksi
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.distribusi import BarisDistribusi
from lkjip.store import Store, format_seksi, impor, tahun
from tests.integration.conftest import ANALIS, SEKRETARIS

HASH = hashlib.sha256(b"isi").hexdigest()
HARI, TENGGAT = date(2026, 1, 8), date(2026, 1, 16)


def make_format(store: Store, seksi_id: int, sidik: str = "a1") -> int:
    """A workbook on record, as the maker of workbooks leaves it."""
    with store.deed(OPERATOR, "buat format") as deed:
        impor.keep_bytes(deed, HASH, "seksi.xlsx", b"isi")
        return format_seksi.add_format(deed, FormatSeksi(0, 2025, seksi_id, "1", sidik, HASH))


def line(store: Store, seksi_id: int, actor: Actor = ANALIS) -> BarisDistribusi:
    return next(satu for satu in distribusi.overview(store, actor, 2025) if satu.seksi.id == seksi_id)


def hand_over(store: Store, *seksi_ids: int, kartu: str = "", tenggat: date = TENGGAT) -> int:
    return distribusi.hand_over(
        store, ANALIS, 2025, seksi_ids, cara="Surat dinas", tanggal=HARI, tenggat=tenggat, kartu=kartu
    )


def test_daftar_memuat_semua_seksi_yang_dipakai_dan_belum_ada_apa_apa(demo: Store) -> None:
    rows = distribusi.overview(demo, ANALIS, 2025)
    assert len(rows) == 4
    assert all((satu.format, satu.disampaikan, satu.tenggat, satu.kiriman) == (None, None, None, 0) for satu in rows)
    out = seksi.list_seksi(demo)[3]
    assert not out.kepala


def test_seksi_tanpa_indikator_dan_kode_anggaran_tidak_diminta(demo: Store) -> None:
    assert all(satu.diminta for satu in distribusi.overview(demo, ANALIS, 2025))
    key = seksi.add_seksi(demo, OPERATOR, "Seksi Kosong")
    assert [satu.seksi.id for satu in distribusi.overview(demo, ANALIS, 2025) if not satu.diminta] == [key]
    orang = Actor("Rina Contoh", Peran.SEKSI, seksi=key)
    assert [satu.diminta for satu in distribusi.overview(demo, orang, 2025)] == [False]
    make_format(demo, key)
    assert line(demo, key).diminta, "a workbook that was made counts, whatever the plan says by now"


def test_penyampaian_tercatat_dengan_tenggat_dan_tidak_dua_kali(demo: Store) -> None:
    key = seksi.list_seksi(demo)[0].id
    made = make_format(demo, key)
    assert line(demo, key).belum
    assert hand_over(demo, key, kartu="x") == 1
    with pytest.raises(AlreadyDoneError):
        hand_over(demo, key, kartu="x")
    satu = line(demo, key)
    assert satu.disampaikan is not None
    assert (satu.disampaikan.format_id, satu.disampaikan.cara, satu.tenggat) == (made, "Surat dinas", TENGGAT)
    assert not satu.belum
    assert not satu.usang
    make_format(demo, key, "b2")
    assert line(demo, key).usang


def test_seksi_tanpa_format_tidak_dapat_disampaikan_dan_tidak_ada_yang_tercatat(demo: Store) -> None:
    first, second = (satu.id for satu in seksi.list_seksi(demo)[:2])
    make_format(demo, first)
    with pytest.raises(RefusedError, match="Belum ada format untuk"):
        hand_over(demo, first, second)
    with pytest.raises(RefusedError, match="Belum ada seksi yang dipilih"):
        hand_over(demo)
    with pytest.raises(RefusedError, match="seksi yang sudah tidak dipakai"):
        hand_over(demo, 987654)
    assert line(demo, first).disampaikan is None


@pytest.mark.parametrize(("tenggat", "boleh"), [(date(2026, 1, 7), False), (HARI, True)])
def test_tenggat_tidak_boleh_sebelum_penyampaian(demo: Store, tenggat: date, boleh: bool) -> None:
    key = seksi.list_seksi(demo)[0].id
    make_format(demo, key)
    if boleh:
        assert hand_over(demo, key, tenggat=tenggat) == 1
    else:
        with pytest.raises(RefusedError, match="Tenggat 7 Januari 2026 lebih awal"):
            hand_over(demo, key, tenggat=tenggat)


def test_tanpa_tenggat_sendiri_berlaku_tenggat_disposisi(demo: Store) -> None:
    with demo.deed(OPERATOR, "uji") as deed:
        tahun.add_disposisi(deed, Disposisi(0, 2025, "B.1", HARI, "Susun", date(2026, 2, 1)))
    assert {satu.tenggat for satu in distribusi.overview(demo, ANALIS, 2025)} == {date(2026, 2, 1)}


def test_tanda_terima_dan_pengingat_dicatat_berurutan(demo: Store) -> None:
    key = seksi.list_seksi(demo)[0].id
    orang = Actor("Rina Contoh", Peran.SEKSI, seksi=key)
    make_format(demo, key)
    with pytest.raises(RefusedError, match="belum dicatat sebagai disampaikan"):
        distribusi.record(demo, orang, 2025, key, Peristiwa.DITERIMA, tanggal=HARI)
    hand_over(demo, key)
    distribusi.record(demo, orang, 2025, key, Peristiwa.DITERIMA, tanggal=HARI)
    for hari in (12, 14):
        distribusi.record(demo, ANALIS, 2025, key, Peristiwa.DIINGATKAN, tanggal=date(2026, 1, hari))
    satu = line(demo, key)
    assert satu.diterima is not None
    assert satu.diterima.oleh == "Rina Contoh"
    assert [event.tanggal.day for event in satu.diingatkan] == [12, 14]


def test_seksi_melihat_dan_mencatat_hanya_barisnya_sendiri(demo: Store) -> None:
    first, second = (satu.id for satu in seksi.list_seksi(demo)[:2])
    orang = Actor("Rina Contoh", Peran.SEKSI, seksi=first)
    make_format(demo, second)
    hand_over(demo, second)
    assert [satu.seksi.id for satu in distribusi.overview(demo, orang, 2025)] == [first]
    with pytest.raises(ForbiddenError):
        distribusi.record(demo, orang, 2025, second, Peristiwa.DITERIMA, tanggal=HARI)
    with pytest.raises(ForbiddenError):
        distribusi.record(demo, SEKRETARIS, 2025, second, Peristiwa.DIINGATKAN, tanggal=HARI)
    with pytest.raises(ForbiddenError):
        distribusi.texts(demo, orang, 2025, HARI)


def test_teks_tiap_seksi_siap_disalin(demo: Store) -> None:
    key = seksi.list_seksi(demo)[0].id
    make_format(demo, key)
    hand_over(demo, key)
    teks = distribusi.texts(demo, ANALIS, 2025, date(2026, 1, 18), {key: ("Realisasi TW IV",)})
    assert len(teks) == 4
    assert "Jumat, 16 Januari 2026" in teks[key].pengantar.isi
    assert "terlambat 2 hari" in teks[key].pendek
    assert "- Realisasi TW IV" in teks[key].pengingat.isi


def test_peristiwa_dibaca_kembali_seperti_ditulis(demo: Store) -> None:
    key = seksi.list_seksi(demo)[0].id
    event = Distribusi(0, 2025, key, Peristiwa.DIINGATKAN, HARI, None, "Rina", "Surel", TENGGAT, "dua kali")
    with demo.deed(OPERATOR, "uji") as deed:
        format_seksi.add_distribusi(deed, [event])
        format_seksi.set_seksi_program(deed, key, ["7.01.02", "7.01.01", "7.01.02"])
    with demo.read() as connection:
        (read,) = format_seksi.load_distribusi(connection, 2025)
        assert format_seksi.load_seksi_program(connection)[key] == ("7.01.01", "7.01.02")
        assert format_seksi.find_format(connection, "tidak ada") is None
    assert (read.kepada, read.cara, read.tenggat, read.catatan) == ("Rina", "Surel", TENGGAT, "dua kali")


def test_nama_kepala_seksi_dan_kontaknya_tersimpan_dan_menjadi_alamat_surat(demo: Store) -> None:
    satu = seksi.list_seksi(demo)[0]
    seksi.change_seksi(demo, OPERATOR, replace(satu, kepala="  Rina   Contoh ", kontak=" 0800 "))
    kept = seksi.list_seksi(demo)[0]
    assert (kept.kepala, kept.kontak, kept.nama) == ("Rina Contoh", "0800", satu.nama)
    make_format(demo, satu.id)
    hand_over(demo, satu.id)
    handed = line(demo, satu.id).disampaikan
    assert handed is not None
    assert handed.kepada == "Rina Contoh"
    teks = distribusi.texts(demo, ANALIS, 2025, HARI)[satu.id]
    assert teks.pengantar.isi.startswith("Yth. Rina Contoh, Kepala ")
