"""A year rolled forward: what stays, what changed, which promises come along."""

from __future__ import annotations

from dataclasses import replace

from lkjip.domain.gulir import roll_forward
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import terukur
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.renstra import PosisiRenstra, RencanaRenstra, Renstra
from lkjip.domain.tahun import TindakLanjut
from tests.makers.kinerja import data_kinerja

LAMA, BARU = Renstra(1, "Renstra 2021-2024", 2021, 2024), Renstra(2, "Renstra 2025-2029", 2025, 2029)


def test_indikator_yang_sama_tetap_dan_target_yang_berubah_ditunjukkan() -> None:
    gulir = roll_forward(data_kinerja(), 2025, (), (), ())
    assert len(gulir.tetap) + len({satu.indikator for satu in gulir.perubahan}) == 12
    ikm = next(satu for satu in gulir.perubahan if satu.indikator.startswith("Indeks Kepuasan"))
    assert (ikm.apa, ikm.sebelum, ikm.sesudah) == ("target PK", "85", "86")
    assert any(satu.startswith("Predikat evaluasi SAKIP") for satu in gulir.tetap)


def test_renstra_baru_menunjukkan_indikator_baru_yang_keluar_dan_yang_pindah_sasaran() -> None:
    data = data_kinerja()
    old = tuple(PosisiRenstra(1, key, 1) for key in (1, 2))
    new = (PosisiRenstra(2, 2, 4), PosisiRenstra(2, 10, 4))
    kept = tuple(satu for satu in data.target if satu.jenis is JenisTarget.RENSTRA)
    facts = replace(data, target=kept, realisasi=(), rencana=RencanaRenstra((LAMA, BARU), posisi=old + new))
    changes = {(satu.indikator[:9], satu.apa) for satu in roll_forward(facts, 2025, (), (), ()).perubahan}
    assert changes == {("Predikat ", "indikator baru"), ("Indeks Ke", "tidak diukur lagi"), ("Persentas", "sasaran")}


def test_target_pk_yang_baru_ada_tahun_ini_berasal_dari_tidak_ada() -> None:
    data = data_kinerja()
    facts = replace(data, target=(Target(1, 2025, JenisTarget.PK, terukur(86)),))
    (satu,) = roll_forward(facts, 2025, (), (), ()).perubahan
    assert (satu.apa, satu.sebelum, satu.sesudah) == ("target PK", "", "86")


def test_janji_tahun_lalu_yang_belum_selesai_terbawa_sekali_saja() -> None:
    said = (Penjelasan(5, 2024, tindak_lanjut=" Forum Musrenbang tematik "), Penjelasan(6, 2024, tindak_lanjut=" "))
    terbuka = (
        TindakLanjut(1, 2024, 2023, "Pelatihan petugas", 1),
        TindakLanjut(2, 2024, 2023, "Sudah beres", 1, selesai=True),
    )
    janji = roll_forward(data_kinerja(), 2025, said, terbuka, ()).janji
    assert [(satu.tahun, satu.asal_tahun, satu.uraian, satu.indikator_id) for satu in janji] == [
        (2025, 2023, "Pelatihan petugas", 1),
        (2025, 2024, "Forum Musrenbang tematik", 5),
    ]
    assert roll_forward(data_kinerja(), 2025, said, terbuka, janji).janji == ()
