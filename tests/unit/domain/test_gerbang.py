"""A year is opened only when its plan is whole: Renstra, PK, a target and an owner for every indicator."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lkjip.domain.dokumen import Dokumen, JenisDokumen
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.gerbang import all_met, gates
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import kosong
from lkjip.domain.renstra import RencanaRenstra, Renstra, TahunLaporan
from tests.makers.kinerja import data_kinerja

PK = Dokumen(1, JenisDokumen.PK_MURNI, 2025, "900/1", date(2025, 1, 15))


def whole(**changes: object) -> DataKinerja:
    """The invented office with a Renstra and an owner for every indicator."""
    data = data_kinerja()
    owned = tuple(replace(satu, seksi=1) for satu in data.indikator)
    rencana = RencanaRenstra((Renstra(1, "Renstra 2021-2026", 2021, 2026),))
    return replace(data, **{"indikator": owned, "rencana": rencana, **changes})  # type: ignore[arg-type]


def test_semua_syarat_terpenuhi_membuka_tahun() -> None:
    found = gates(whole(), (PK,), 2025)
    assert all_met(found)
    assert [satu.kalimat for satu in found] == [
        "Tahun 2025 diukur terhadap Renstra 2021-2026.",
        "PK 2025 memuat 12 indikator; PK murni nomor 900/1.",
        "Semua 12 indikator punya target 2025.",
        "Semua 12 indikator punya seksi penanggung jawab.",
    ]


@pytest.mark.parametrize(("tahun", "boleh"), [(2020, False), (2021, True), (2026, True), (2027, False)])
def test_tahun_harus_di_dalam_renstra(tahun: int, boleh: bool) -> None:
    gate = gates(whole(), (PK,), tahun)[0]
    assert gate.terpenuhi is boleh
    assert boleh or "Catat Renstranya di Perencanaan" in gate.kalimat


def test_renstra_pilihan_yang_tidak_memuat_tahun_itu_disebut() -> None:
    rencana = RencanaRenstra((Renstra(1, "Rencana Lama", 2016, 2021),), tahun=(TahunLaporan(2025, 1),))
    gate = gates(whole(rencana=rencana), (PK,), 2025)[0]
    assert not gate.terpenuhi
    assert gate.kalimat == "Rencana Lama (2016-2021) tidak memuat tahun 2025. Pilih Renstra lain."


def test_tanpa_pk_tahun_tidak_dibuka_walau_ada_target_renstra() -> None:
    data = whole()
    only = tuple(satu for satu in data.target if satu.jenis is JenisTarget.RENSTRA)
    found = gates(replace(data, target=only), (), 2025)
    assert [satu.terpenuhi for satu in found] == [True, False, True, True]
    assert found[1].kalimat == "Belum ada target PK 2025. Muat PK di Perencanaan."


def test_pk_perubahan_lebih_dahulu_disebut_daripada_pk_murni() -> None:
    later = Dokumen(2, JenisDokumen.PK_PERUBAHAN, 2025, "900/7", date(2025, 9, 1))
    assert "PK perubahan nomor 900/7" in gates(whole(), (later, PK), 2025)[1].kalimat
    assert "nomor dokumen PK belum dicatat" in gates(whole(), (), 2025)[1].kalimat


def test_target_kosong_bukan_target() -> None:
    data = whole()
    bare = tuple(replace(satu, nilai=kosong()) if satu.indikator_id == 4 and satu.tahun == 2025 else satu
                 for satu in data.target)  # fmt: skip
    gate = gates(replace(data, target=bare), (PK,), 2025)[2]
    assert not gate.terpenuhi
    assert gate.kurang == ("Persentase desa yang menetapkan APBDes tepat waktu",)
    assert gate.kalimat.startswith("1 dari 12 indikator belum punya target 2025: 'Persentase desa")


def test_indikator_tanpa_penanggung_jawab_disebut_tiga_dan_sisanya_dihitung() -> None:
    gate = gates(replace(whole(), indikator=data_kinerja().indikator), (PK,), 2025)[3]
    assert not gate.terpenuhi
    assert len(gate.kurang) == 12
    assert gate.kalimat.endswith(", dan 9 lagi.")
    assert gate.kalimat.count(" dan ") == 1


def test_kantor_tanpa_indikator_belum_dapat_dibuka() -> None:
    bare = replace(whole(), indikator=(), sasaran=())
    assert [satu.terpenuhi for satu in gates(bare, (PK,), 2025)] == [True, False, False, False]
