"""Kondisi awal and target akhir by form: read like targets, appended, nothing of a colleague passed over."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import StatusNilai, terukur
from lkjip.domain.renstra import PosisiRenstra, Renstra
from lkjip.errors import RefusedError, StaleError
from lkjip.services import evaluation, isian_kinerja, kantor, perencanaan, posisi, renstra
from lkjip.services.actor import OPERATOR
from lkjip.services.posisi import IsianPosisi
from lkjip.store import Store
from lkjip.store import renstra as records
from tests.integration.conftest import ANALIS, REKAN

KOSONG = IsianPosisi()


def with_a_plan(store: Store) -> None:
    """Two indicators under one sasaran, one Renstra without positions."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    renstra.add(store, ANALIS, Renstra(0, "Renstra 2025-2029", 2025, 2029))
    sasaran = perencanaan.add_sasaran(store, ANALIS, "Sasaran satu")
    for nomor in ("satu", "dua"):
        perencanaan.add_indikator(store, ANALIS, sasaran, f"Indikator {nomor}", "%")


FILLINGS = {"office": with_a_plan}


@pytest.fixture
def office(store: Store) -> Store:
    return store


def shown(store: Store, indikator_id: int = 1) -> IsianPosisi:
    return posisi.shown(renstra.load(store, ANALIS), 1, indikator_id)


def rows(store: Store) -> int:
    with store.read() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM posisi_renstra")) or 0)


def test_kondisi_awal_dan_target_akhir_disimpan_dan_dipakai(office: Store) -> None:
    assert posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("84,5", 2024, "90"))
    assert shown(office) == IsianPosisi("84,5", 2024, "90")
    last = evaluation.evaluate(office, ANALIS, 2025).indikator[0].akhir_renstra
    assert last is not None
    assert (last.tahun, last.nilai.teks) == (2029, "90")
    assert len(evaluation.evaluate(office, ANALIS, 2025).indikator) == 2, "the other indicator stays in the year"


def test_yang_tidak_berubah_tidak_ditulis(office: Store) -> None:
    posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("84,5", 2024, "90"))
    before, version = rows(office), evaluation.data_version(office)
    seen = shown(office)
    assert not posisi.save(office, ANALIS, 1, 1, seen, seen)
    assert not posisi.save(office, ANALIS, 1, 1, seen, IsianPosisi(" 84,50", 2024, "90"))
    assert not posisi.save(office, ANALIS, 1, 2, KOSONG, IsianPosisi(" ", None, ""))
    assert (rows(office), evaluation.data_version(office)) == (before, version)


@pytest.mark.parametrize(
    ("diketik", "sebab"),
    [
        (IsianPosisi("1.234"), "Kondisi awal Renstra 2025-2029 '1.234' dapat berarti 1.234 atau 1,234"),
        (IsianPosisi("", None, "1.234"), "Target akhir Renstra 2025-2029 '1.234' dapat berarti"),
        (IsianPosisi("80", 1999), "Tahun kondisi awal 1999"),
        (IsianPosisi("80", 2026), "antara 2000 dan 2025"),
    ],
)
def test_yang_meragukan_ditanyakan_dan_tidak_ada_yang_disimpan(office: Store, diketik: IsianPosisi, sebab: str) -> None:
    with pytest.raises(RefusedError, match=sebab):
        posisi.save(office, ANALIS, 1, 1, KOSONG, diketik)
    assert rows(office) == 0


@pytest.mark.parametrize("tahun", [2000, 2024, 2025])
def test_tahun_kondisi_awal_sampai_tahun_pertama_renstra(office: Store, tahun: int) -> None:
    assert posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("80", tahun))


@pytest.mark.parametrize(
    ("teks", "status"),
    [
        ("tidak berlaku", StatusNilai.TIDAK_BERLAKU),
        ("BB", StatusNilai.TEKS),
        ("80-90", StatusNilai.TERUKUR),
        ("0", StatusNilai.TERUKUR),
    ],
)
def test_sebutan_rentang_nol_dan_tidak_berlaku_diterima(office: Store, teks: str, status: StatusNilai) -> None:
    posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("", None, teks))
    (place,) = (satu for satu in renstra.load(office, ANALIS).posisi if satu.indikator_id == 1)
    assert place.akhir is not None
    assert place.akhir.status is status
    assert shown(office).akhir == teks


def test_yang_dikosongkan_bukan_nol_dan_bukan_nilai(office: Store) -> None:
    posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("84", 2024, "90"))
    assert posisi.save(office, ANALIS, 1, 1, shown(office), IsianPosisi("84", None, ""))
    (place,) = (satu for satu in renstra.load(office, ANALIS).posisi if satu.indikator_id == 1)
    assert (place.awal, place.tahun_awal, place.akhir) == (terukur("84"), None, None)
    assert evaluation.evaluate(office, ANALIS, 2025).indikator[0].akhir_renstra is None


def test_isian_rekan_tidak_dilewati_tetapi_kolom_lain_boleh(office: Store) -> None:
    posisi.save(office, REKAN, 1, 1, KOSONG, IsianPosisi("84", 2024, ""))
    with pytest.raises(StaleError, match="Kondisi awal kini '84'"):
        posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("70", None, "90"))
    assert posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("", None, "90"))
    assert shown(office) == IsianPosisi("84", 2024, "90")


def test_indikator_di_luar_renstra_dimasukkan_dengan_menyimpan(office: Store) -> None:
    with office.deed(ANALIS, "uji", "posisi") as deed:
        records.add_posisi(deed, [PosisiRenstra(1, 2, 1)])
    rencana = renstra.load(office, ANALIS)
    assert not posisi.belongs(rencana, 1, 1)
    assert posisi.belongs(rencana, 1, 2)
    posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("", None, "90"))
    assert posisi.belongs(renstra.load(office, ANALIS), 1, 1)
    assert rows(office) == 2


def test_formulirnya_untuk_renstra_tahun_itu_lalu_yang_memuatnya(office: Store) -> None:
    renstra.add(office, ANALIS, Renstra(0, "Renstra 2021-2026", 2021, 2026))
    posisi.save(office, ANALIS, 2, 1, KOSONG, IsianPosisi("70", 2020, "80"))
    rencana = renstra.load(office, ANALIS)
    assert [satu.id for satu in posisi.renstra_with(rencana, 1, 2025)] == [1, 2]
    assert [satu.id for satu in posisi.renstra_with(rencana, 1, 2022)] == [2]
    assert posisi.renstra_with(rencana, 1, 2040) == (rencana.renstra[0],), "only the one it stands in"


def test_yang_sudah_tidak_ada_ditolak(office: Store) -> None:
    with pytest.raises(RefusedError, match="Renstra ini sudah tidak ada"):
        posisi.save(office, ANALIS, 9, 1, KOSONG, IsianPosisi("1"))
    with pytest.raises(RefusedError, match="Indikator ini sudah tidak ada"):
        posisi.save(office, ANALIS, 1, 9, KOSONG, IsianPosisi("1"))


def test_jejaknya_menyebut_sebelum_dan_sesudah(office: Store) -> None:
    posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("84", 2024, ""))
    posisi.save(office, ANALIS, 1, 1, shown(office), IsianPosisi("85", 2024, ""))
    with office.read() as connection:
        row = connection.execute(text("SELECT objek, sebelum, sesudah FROM jejak_audit ORDER BY id DESC")).first()
    assert row == ("Renstra 2025-2029: Indikator satu", '{"Kondisi awal": "84"}', '{"Kondisi awal": "85"}')


def test_target_yang_sudah_ada_di_tahun_akhir_tetap_berlaku(office: Store) -> None:
    isian_kinerja.set_target(office, ANALIS, 1, 2029, "95", jenis=isian_kinerja.JenisTarget.RENSTRA)
    posisi.save(office, ANALIS, 1, 1, KOSONG, IsianPosisi("", None, "90"))
    last = evaluation.evaluate(office, ANALIS, 2025).indikator[0].akhir_renstra
    assert last is not None
    assert last.nilai.teks == "95"
