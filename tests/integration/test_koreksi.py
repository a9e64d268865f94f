"""Correcting one stored value by record, on both databases."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.domain.koreksi import ObjekKoreksi
from lkjip.errors import AlreadyDoneError, ForbiddenError, RefusedError, StaleError
from lkjip.services import evaluation, koreksi, perencanaan
from lkjip.services.koreksi import DapatDikoreksi, NasibKoreksi
from lkjip.store import Store
from tests.integration.conftest import ANALIS, CAMAT, REKAN, SEKRETARIS


def pick(store: Store, awal: str = "Realisasi 2025 triwulan 4") -> DapatDikoreksi:
    """A stored value of the first indicator."""
    key = perencanaan.list_indikator(store, ANALIS)[0].id
    values = koreksi.values_of_indicator(store, ANALIS, key, 2025)
    return next(satu for satu in values if satu.apa.startswith(awal))


def capaian(store: Store) -> Decimal | None:
    return evaluation.evaluate(store, ANALIS, 2025).indikator[0].capaian.nilai


def fates(store: Store) -> list[tuple[int, NasibKoreksi]]:
    return [(satu.koreksi.id, satu.nasib) for satu in koreksi.register(store, ANALIS, 2025)]


def test_koreksi_mengubah_capaian_dan_mencabutnya_mengembalikannya(demo: Store) -> None:
    before, seal = capaian(demo), evaluation.load(demo, ANALIS).sidik
    satu = pick(demo)
    key = koreksi.declare(demo, ANALIS, satu, "70", alasan="Salah salin", dokumen="ND 1/2026", kartu="k")
    assert capaian(demo) != before
    assert pick(demo).tertulis == "70"
    assert pick(demo).tersimpan == satu.tersimpan
    assert fates(demo) == [(key, NasibKoreksi.BERLAKU)]
    with pytest.raises(AlreadyDoneError):
        koreksi.declare(demo, ANALIS, satu, "70", alasan="Salah salin", kartu="k")
    koreksi.withdraw(demo, ANALIS, key, "Angka semula benar")
    assert (capaian(demo), evaluation.load(demo, ANALIS).sidik) == (before, seal)
    assert fates(demo) == [(key, NasibKoreksi.DICABUT)]
    with pytest.raises(RefusedError, match="sudah dicabut"):
        koreksi.withdraw(demo, ANALIS, key, "lagi")


def test_jejak_angka_menyebut_koreksi_dan_alasannya(demo: Store) -> None:
    koreksi.declare(demo, ANALIS, pick(demo), "70", alasan="Salah salin")
    trace = evaluation.evaluate(demo, ANALIS, 2025).indikator[0].capaian.trace
    assert any("Salah salin" in str(step.sumber) for step in trace)


def test_nilai_yang_sudah_lain_dari_yang_terlihat_menolak_koreksi(demo: Store) -> None:
    seen = pick(demo)
    koreksi.declare(demo, REKAN, seen, "70", alasan="Salah salin")
    with pytest.raises(StaleError, match="kini '70', bukan"):
        koreksi.declare(demo, ANALIS, seen, "71", alasan="Menurut saya 71")
    second = koreksi.declare(demo, ANALIS, pick(demo), "71", alasan="Sesuai dokumen")
    assert [fate for _key, fate in fates(demo)] == [NasibKoreksi.BERLAKU, NasibKoreksi.DIGANTI]
    assert pick(demo).tertulis == "71"
    koreksi.withdraw(demo, ANALIS, second, "ternyata 70")
    assert pick(demo).tertulis == "70"


def test_isian_baru_membuat_koreksi_basi_dan_evaluasi_mengatakannya(demo: Store) -> None:
    satu = pick(demo)
    koreksi.declare(demo, ANALIS, satu, "70", alasan="Salah salin")
    perencanaan.set_realisasi(demo, ANALIS, int(satu.kunci.split("|")[0]), 2025, "77", triwulan=4)
    assert pick(demo).tertulis == "77"
    assert [fate for _key, fate in fates(demo)] == [NasibKoreksi.BASI]
    findings = evaluation.evaluate(demo, ANALIS, 2025).temuan
    (found,) = [satu for satu in findings if satu.kode == "koreksi_basi"]
    assert "menjadi '70') tidak dipakai lagi" in found.pesan


@pytest.mark.parametrize(
    ("baru", "alasan", "kata"),
    [("70", " ", "Alasan koreksi belum diisi"), ("1.234", "x", "dapat berarti"), ("", "x", "tidak ada yang dikoreksi")],
)
def test_koreksi_yang_tidak_jelas_ditolak(demo: Store, baru: str, alasan: str, kata: str) -> None:
    satu = pick(demo)
    with pytest.raises(RefusedError, match=kata):
        koreksi.declare(demo, ANALIS, satu, baru or satu.tertulis, alasan=alasan)
    assert koreksi.register(demo, ANALIS, 2025) == ()


def test_pagu_dan_realisasi_anggaran_dikoreksi_dengan_rupiah(demo: Store) -> None:
    values = koreksi.values_of_budget(demo, ANALIS, 2025)
    pagu = next(satu for satu in values if satu.objek is ObjekKoreksi.PAGU)
    with pytest.raises(RefusedError, match="bukan jumlah rupiah"):
        koreksi.declare(demo, ANALIS, pagu, "belum ada", alasan="x")
    koreksi.declare(demo, ANALIS, pagu, "1.500.000.000", alasan="DPPA")
    line = evaluation.load(demo, ANALIS).anggaran
    assert any(satu.pagu.angka == Decimal(1_500_000_000) and satu.tahun == 2025 for satu in line)


def test_hanya_analis_yang_mengoreksi(demo: Store) -> None:
    satu = pick(demo)
    for actor in (SEKRETARIS, CAMAT):
        with pytest.raises(ForbiddenError):
            koreksi.declare(demo, actor, satu, "70", alasan="x")
    assert koreksi.register(demo, CAMAT, 2025) == ()


def test_nilai_yang_tidak_ada_ditolak(demo: Store) -> None:
    satu = replace(pick(demo), kunci="987654|2025|4")
    with pytest.raises(RefusedError, match="tidak ada lagi"):
        koreksi.declare(demo, ANALIS, satu, "70", alasan="x")
    with pytest.raises(RefusedError, match="tidak ada"):
        koreksi.withdraw(demo, ANALIS, 987, "x")
