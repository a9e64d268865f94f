"""Tujuan by form: added, reworded, taken out; and the tujuan a sasaran serves in a Renstra."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from lkjip.domain.kantor import Kantor
from lkjip.domain.renstra import Renstra
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import evaluation, kantor, perencanaan, renstra, tujuan
from lkjip.services.actor import OPERATOR
from lkjip.services.tujuan import NONE, SEVERAL, PindahTujuan, TujuanSasaran
from lkjip.store import Store
from lkjip.store import renstra as records
from tests.integration.conftest import ANALIS, REKAN

TAHUN = 2025


def with_a_plan(store: Store) -> None:
    """Two sasaran with an indicator each, one Renstra without positions."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    renstra.add(store, ANALIS, Renstra(0, "Renstra 2025-2029", 2025, 2029))
    for nomor in ("satu", "dua"):
        key = perencanaan.add_sasaran(store, ANALIS, f"Sasaran {nomor}")
        perencanaan.add_indikator(store, ANALIS, key, f"Indikator {nomor}", "%")


FILLINGS = {"office": with_a_plan}


@pytest.fixture
def office(store: Store) -> Store:
    return store


def goal_of(store: Store, sasaran_id: int) -> TujuanSasaran:
    found = tujuan.of_sasaran(evaluation.load(store, ANALIS), sasaran_id, TAHUN)
    assert found is not None
    return found


def move(store: Store, sasaran_id: int, dilihat: int, dipilih: int) -> None:
    satu = next(satu for satu in perencanaan.list_sasaran(store, ANALIS) if satu.id == sasaran_id)
    pindah = PindahTujuan(1, dilihat, dipilih)
    perencanaan.edit_sasaran(store, ANALIS, satu.id, satu.versi, satu.teks, tujuan=pindah)


def test_tujuan_ditambah_diubah_dan_dihapus(office: Store) -> None:
    key = tujuan.add(office, ANALIS, 1, "Meningkatnya  pelayanan ")
    assert [satu.teks for satu in renstra.load(office, ANALIS).tujuan] == ["Meningkatnya pelayanan"]
    assert tujuan.change(office, ANALIS, key, 1, "Meningkatnya tata kelola")
    assert not tujuan.change(office, ANALIS, key, 2, "Meningkatnya tata kelola")
    with pytest.raises(StaleError, match="sudah diubah oleh"):
        tujuan.change(office, REKAN, key, 1, "Lain")
    tujuan.remove(office, ANALIS, key, 2)
    assert renstra.load(office, ANALIS).tujuan == ()
    with pytest.raises(RefusedError, match="sudah tidak ada"):
        tujuan.change(office, ANALIS, key, 3, "Lagi")


def test_tujuan_yang_tidak_dapat_dipakai_ditolak(office: Store) -> None:
    key = tujuan.add(office, ANALIS, 1, "Meningkatnya pelayanan", kartu="kartu-1")
    for nama, call, sebab in (
        ("kosong", lambda: tujuan.add(office, ANALIS, 1, " "), "Tujuan belum diisi"),
        ("sama", lambda: tujuan.add(office, ANALIS, 1, "meningkatnya PELAYANAN"), "sudah ada dalam Renstra 2025-2029"),
        ("tanpa Renstra", lambda: tujuan.add(office, ANALIS, 9, "Lain"), "Renstra ini sudah tidak ada"),
    ):
        with pytest.raises(RefusedError, match=sebab):
            call()
        assert len(renstra.load(office, ANALIS).tujuan) == 1, nama
    with pytest.raises(AlreadyDoneError):
        tujuan.add(office, ANALIS, 1, "Lain", kartu="kartu-1")
    assert tujuan.change(office, ANALIS, key, 1, "Meningkatnya Pelayanan"), "only its letters differ from itself"
    renstra.add(office, ANALIS, Renstra(0, "Renstra lain", 2021, 2026))
    assert tujuan.add(office, ANALIS, 2, "Meningkatnya pelayanan"), "another Renstra may have the same tujuan"


def test_sasaran_ditempatkan_di_bawah_tujuan_tanpa_mengeluarkan_yang_lain(office: Store) -> None:
    key = tujuan.add(office, ANALIS, 1, "Tujuan satu")
    assert goal_of(office, 1).terpilih == NONE
    move(office, 1, NONE, key)
    assert (goal_of(office, 1).terpilih, goal_of(office, 2).terpilih) == (key, NONE)
    assert len(evaluation.evaluate(office, ANALIS, TAHUN).indikator) == 2, "the other indicator stays in the year"
    with office.read() as connection:
        objek = connection.scalar(text("SELECT objek FROM jejak_audit ORDER BY id DESC LIMIT 1"))
    assert objek == "sasaran 1: Sasaran satu (2 indikator dicatat sebagai bagian Renstra 2025-2029)"
    move(office, 1, key, NONE)
    assert goal_of(office, 1).terpilih == NONE


def test_tujuan_yang_masih_memuat_sasaran_tidak_dihapus(office: Store) -> None:
    key = tujuan.add(office, ANALIS, 1, "Tujuan satu")
    move(office, 1, NONE, key)
    with pytest.raises(RefusedError, match="masih memuat 1 sasaran: 'Sasaran satu'"):
        tujuan.remove(office, ANALIS, key, 1)
    satu = perencanaan.list_indikator(office, ANALIS)[0]
    perencanaan.remove_indikator(office, ANALIS, satu.id, satu.versi)
    tujuan.remove(office, ANALIS, key, 1)
    assert renstra.load(office, ANALIS).tujuan == (), "an indicator out of use holds no tujuan"


def test_tujuan_yang_dipindah_rekan_tidak_dilewati(office: Store) -> None:
    satu, dua = (tujuan.add(office, ANALIS, 1, f"Tujuan {nomor}") for nomor in ("satu", "dua"))
    move(office, 1, NONE, satu)
    with pytest.raises(StaleError, match="sudah diubah menjadi Tujuan satu"):
        move(office, 1, NONE, dua)
    assert goal_of(office, 1).terpilih == satu
    move(office, 1, NONE, NONE)
    assert goal_of(office, 1).terpilih == satu, "a field left alone says nothing"


def test_tujuan_renstra_lain_tidak_dapat_dipilih(office: Store) -> None:
    renstra.add(office, ANALIS, Renstra(0, "Renstra lain", 2021, 2026))
    with pytest.raises(RefusedError, match="milik Renstra lain"):
        move(office, 1, NONE, tujuan.add(office, ANALIS, 2, "Tujuan lain"))


def test_tujuan_yang_berbeda_menurut_indikator_tidak_disamakan_diam_diam(office: Store) -> None:
    perencanaan.add_indikator(office, ANALIS, 1, "Indikator tiga", "%")
    satu, dua = (tujuan.add(office, ANALIS, 1, f"Tujuan {nomor}") for nomor in ("satu", "dua"))
    move(office, 1, NONE, satu)
    with office.deed(ANALIS, "uji", "posisi") as deed:
        places = records.load_rencana(deed.connection).posisi
        third = next(place for place in places if place.indikator_id == 3)
        records.add_posisi(deed, [type(third)(1, 3, 1, dua)])
    assert goal_of(office, 1).terpilih == SEVERAL
    move(office, 1, SEVERAL, SEVERAL)
    assert goal_of(office, 1).terpilih == SEVERAL
    move(office, 1, SEVERAL, satu)
    assert goal_of(office, 1).terpilih == satu


def test_sasaran_tanpa_indikator_tidak_berada_di_renstra(office: Store) -> None:
    key = perencanaan.add_sasaran(office, ANALIS, "Sasaran tiga")
    assert tujuan.of_sasaran(evaluation.load(office, ANALIS), key, TAHUN) is None


def test_sasaran_renstra_lama_memakai_tujuan_renstra_lamanya(office: Store) -> None:
    key = tujuan.add(office, ANALIS, 1, "Tujuan satu")
    move(office, 1, NONE, key)
    renstra.add(office, ANALIS, Renstra(0, "Renstra 2030-2034", 2030, 2034))
    data = evaluation.load(office, ANALIS)
    with office.deed(ANALIS, "uji", "posisi") as deed:
        records.add_posisi(deed, [records.PosisiRenstra(2, 2, 2)])
    data = evaluation.load(office, ANALIS)
    found = tujuan.of_sasaran(data, 1, 2030)
    assert found is not None
    assert (found.renstra.id, found.terpilih) == (1, key)


def test_indikator_baru_dan_yang_pindah_sasaran_ikut_dalam_renstranya(office: Store) -> None:
    key = tujuan.add(office, ANALIS, 1, "Tujuan dua")
    move(office, 2, NONE, key)
    baru = perencanaan.add_indikator(office, ANALIS, 1, "Indikator baru", "%", renstra_id=1)
    shown = {satu.indikator.id: satu.sasaran.id for satu in evaluation.evaluate(office, ANALIS, TAHUN).indikator}
    assert shown[baru] == 1
    satu = next(satu for satu in perencanaan.list_indikator(office, ANALIS) if satu.id == baru)
    perencanaan.edit_indikator(
        office, ANALIS, baru, satu.versi, teks=satu.teks, satuan="%", rumus="naik", agregasi=satu.agregasi,
        sasaran_id=2, renstra_id=1,
    )  # fmt: skip
    shown = {satu.indikator.id: satu.sasaran.id for satu in evaluation.evaluate(office, ANALIS, TAHUN).indikator}
    assert shown[baru] == 2
    assert goal_of(office, 2).terpilih == key, "under its new sasaran it serves that sasaran's tujuan"
