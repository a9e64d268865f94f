"""Opening a year: gates, disposisi kept in order, promises carried over; on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lkjip.domain.access import Peran
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.tahun import Disposisi
from lkjip.errors import AlreadyDoneError, ForbiddenError, RefusedError, StaleError
from lkjip.services import buka_tahun, kantor, perencanaan
from lkjip.services.actor import OPERATOR, Actor
from lkjip.store import Store, penjelasan, renstra
from tests.integration.conftest import ANALIS, CAMAT, SEKRETARIS

ISIAN = Disposisi(0, 2025, " B.12/Kec ", date(2026, 1, 5), "Susun LKjIP.\nLaporkan tiap Jumat.", date(2026, 2, 20),
                  "Sekretaris", "Kasubag")  # fmt: skip


def test_sekretaris_membuka_tahun_dan_disposisi_tercatat(demo: Store) -> None:
    assert buka_tahun.state(demo, SEKRETARIS, 2025).siap_dibuka
    buka_tahun.open_year(demo, SEKRETARIS, ISIAN, kartu="a")
    now = buka_tahun.state(demo, CAMAT, 2025)
    assert now.dibuka_oleh == "Dewi Contoh"
    assert now.dibuka
    (satu,) = now.disposisi
    assert (satu.nomor, satu.tenggat, satu.isi) == ("B.12/Kec", date(2026, 2, 20), "Susun LKjIP.\nLaporkan tiap Jumat.")
    with pytest.raises(AlreadyDoneError):
        buka_tahun.open_year(demo, SEKRETARIS, ISIAN, kartu="a")
    assert len(buka_tahun.state(demo, CAMAT, 2025).disposisi) == 1


def test_disposisi_baru_berlaku_dan_yang_lama_tetap_tercatat(demo: Store) -> None:
    buka_tahun.open_year(demo, SEKRETARIS, ISIAN)
    first = buka_tahun.state(demo, ANALIS, 2025)
    buka_tahun.open_year(demo, SEKRETARIS, replace(ISIAN, nomor="B.13", tenggat=date(2026, 2, 27)))
    now = buka_tahun.state(demo, ANALIS, 2025)
    assert [satu.nomor for satu in now.disposisi] == ["B.13", "B.12/Kec"]
    assert now.dibuka == first.dibuka


@pytest.mark.parametrize("actor", [ANALIS, CAMAT, Actor("Rina Contoh", Peran.SEKSI, seksi=1)])
def test_hanya_sekretaris_membuka_tahun(demo: Store, actor: Actor) -> None:
    with pytest.raises(ForbiddenError):
        buka_tahun.open_year(demo, actor, ISIAN)
    assert not buka_tahun.state(demo, ANALIS, 2025).dibuka


def test_syarat_yang_belum_terpenuhi_menolak_dengan_alasannya(demo: Store) -> None:
    satu = perencanaan.list_indikator(demo, ANALIS)[0]
    perencanaan.edit_indikator(demo, ANALIS, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus=satu.rumus,
                               agregasi=satu.agregasi, seksi=0)  # fmt: skip
    with pytest.raises(RefusedError, match="1 dari 12 indikator belum punya seksi penanggung jawab"):
        buka_tahun.open_year(demo, SEKRETARIS, ISIAN)
    assert buka_tahun.state(demo, ANALIS, 2025).disposisi == ()


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"nomor": "  "}, "Nomor disposisi belum diisi"),
        ({"isi": " \n "}, "Isi disposisi belum ditulis"),
        ({"isi": "x" * 1501}, "terlalu panjang"),
        ({"tenggat": date(2026, 1, 4)}, "Tenggat 4 Januari 2026 lebih awal"),
        ({"dari": ""}, "Dari belum diisi"),
        ({"kepada": ""}, "Kepada belum diisi"),
    ],
)
def test_isian_disposisi_yang_tidak_lengkap_ditolak(demo: Store, ubah: dict[str, object], kata: str) -> None:
    with pytest.raises(RefusedError, match=kata):
        buka_tahun.open_year(demo, SEKRETARIS, replace(ISIAN, **ubah))  # type: ignore[arg-type]


def test_tenggat_pada_hari_disposisi_diterima(demo: Store) -> None:
    buka_tahun.open_year(demo, SEKRETARIS, replace(ISIAN, tenggat=ISIAN.tanggal))
    assert buka_tahun.state(demo, ANALIS, 2025).dibuka


def test_membuka_tahun_menjadikannya_tahun_kerja(demo: Store) -> None:
    for satu in perencanaan.list_indikator(demo, ANALIS):
        perencanaan.set_target(demo, ANALIS, satu.id, 2026, "80", jenis=JenisTarget.PK)
    buka_tahun.open_year(
        demo, SEKRETARIS, replace(ISIAN, tahun=2026, tanggal=date(2027, 1, 4), tenggat=date(2027, 2, 1))
    )
    office = kantor.current(demo)
    assert office is not None
    assert office.tahun_aktif == 2026


def test_tahun_digulirkan_membawa_janji_sekali_dan_hasilnya_dicatat(demo: Store) -> None:
    key = perencanaan.list_indikator(demo, ANALIS)[0].id
    with demo.deed(OPERATOR, "uji") as deed:
        penjelasan.add_penjelasan(deed, [Penjelasan(key, 2025, tindak_lanjut="Tambah loket pelayanan")])
    assert [satu.uraian for satu in buka_tahun.preview_roll(demo, ANALIS, 2026).janji] == ["Tambah loket pelayanan"]
    assert buka_tahun.roll(demo, ANALIS, 2026) == 1
    assert buka_tahun.roll(demo, ANALIS, 2026) == 0
    (satu,) = buka_tahun.state(demo, ANALIS, 2026).tindak_lanjut
    assert (satu.asal_tahun, satu.selesai) == (2025, False)
    with pytest.raises(RefusedError, match="Keterangan belum diisi"):
        buka_tahun.settle(demo, ANALIS, satu, selesai=True, keterangan=" ")
    buka_tahun.settle(demo, ANALIS, satu, selesai=True, keterangan="Dua loket dibuka")
    with pytest.raises(StaleError):
        buka_tahun.settle(demo, ANALIS, satu, selesai=False, keterangan="")
    (now,) = buka_tahun.state(demo, ANALIS, 2026).tindak_lanjut
    assert (now.selesai, now.keterangan) == (True, "Dua loket dibuka")
    assert buka_tahun.preview_roll(demo, ANALIS, 2027).janji == ()


def test_renstra_tahun_dan_tujuan_tersimpan_dan_terbaca_kembali(demo: Store) -> None:
    with demo.deed(OPERATOR, "uji") as deed:
        key = renstra.add_renstra(deed, "Renstra 2025-2029", 2025, 2029, "Perbup 1/2025")
        goal = renstra.add_tujuan(deed, key, "Terwujudnya pelayanan prima")
        renstra.change_tujuan(deed, goal, 1, {"teks": "Pelayanan prima"})
        renstra.change_renstra(deed, key, 1, {"dokumen": "Perbup 2/2025"})
    with demo.read() as connection:
        rencana = renstra.load_rencana(connection)
    assert [(satu.nama, satu.dokumen) for satu in rencana.renstra][1] == ("Renstra 2025-2029", "Perbup 2/2025")
    assert [(satu.renstra_id, satu.urutan, satu.teks) for satu in rencana.tujuan] == [(key, 1, "Pelayanan prima")]
