"""Targets typed as a table: all years and both promises in one transaction, nobody's newer value passed over."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, terukur
from lkjip.errors import RefusedError, StaleError
from lkjip.services import evaluation, kantor, perencanaan, tabel_target
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.opening import Store, open_store
from lkjip.services.tabel_target import Isian

PK, RENSTRA = JenisTarget.PK, JenisTarget.RENSTRA
REKAN = Actor("Rekan", Peran.ANALIS)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(Config(tmp_path, f"sqlite:///{tmp_path / 'uji.db'}"))
    kantor.start_office(opened, OPERATOR, Kantor("Kecamatan CONTOH", "Kabupaten CONTOH"))
    yield opened
    opened.close()


@pytest.fixture
def indikator(store: Store) -> int:
    sasaran = perencanaan.add_sasaran(store, OPERATOR, "Meningkatnya pelayanan")
    return perencanaan.add_indikator(store, OPERATOR, sasaran, "Indeks Kepuasan Masyarakat", "nilai")


def target(nilai: Nilai) -> Target:
    return Target(1, 2025, PK, nilai)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (terukur("87.5"), "87,5"),
        (terukur("1234567"), "1234567"),
        (terukur("80", sampai=Decimal(90)), "80-90"),
        (Nilai(StatusNilai.TEKS, teks="BB"), "BB"),
        (kosong(), ""),
    ],
)
def test_target_tertulis_di_formulir_tanpa_titik_ribuan(nilai: Nilai, teks: str) -> None:
    assert tabel_target.written(target(nilai)) == teks


def test_yang_belum_ada_tertulis_kosong() -> None:
    assert tabel_target.written(None) == ""


def test_lima_tahun_di_sekitar_tahun_laporan_selalu_dapat_diisi() -> None:
    assert tabel_target.years([], 2025) == (2023, 2024, 2025, 2026, 2027)


def test_tahun_yang_sudah_bertarget_ikut_tampil() -> None:
    assert tabel_target.years([Target(1, 2020, RENSTRA, terukur(1))], 2025) == (2020, 2023, 2024, 2025, 2026, 2027)


def test_semua_tersimpan_dalam_satu_perbuatan(store: Store, indikator: int) -> None:
    sebelum = evaluation.data_version(store)
    isian = {(2025, PK): Isian("", "86"), (2025, RENSTRA): Isian("", "85,5"), (2026, RENSTRA): Isian("", "80-90")}
    assert tabel_target.save(store, OPERATOR, indikator, isian) == 3
    assert evaluation.data_version(store) == sebelum + 1
    berlaku = tabel_target.load(store, OPERATOR, indikator)
    assert berlaku[2025, RENSTRA].nilai.angka == Decimal("85.5")
    assert berlaku[2026, RENSTRA].nilai.sampai == Decimal(90)


def test_yang_tidak_berubah_tidak_menambah_apa_pun(store: Store, indikator: int) -> None:
    tabel_target.save(store, OPERATOR, indikator, {(2025, PK): Isian("", "86")})
    versi = evaluation.data_version(store)
    assert tabel_target.save(store, OPERATOR, indikator, {(2025, PK): Isian("86", " 86 ")}) == 0
    assert evaluation.data_version(store) == versi


def test_satu_isian_yang_meragukan_menahan_semuanya(store: Store, indikator: int) -> None:
    isian = {(2025, PK): Isian("", "86"), (2025, RENSTRA): Isian("", "1.234")}
    with pytest.raises(RefusedError, match=r"Target Renstra 2025 '1\.234' dapat berarti"):
        tabel_target.save(store, OPERATOR, indikator, isian)
    assert tabel_target.load(store, OPERATOR, indikator) == {}


def test_nilai_rekan_yang_lebih_baru_disebut_dan_tidak_tertimpa(store: Store, indikator: int) -> None:
    tabel_target.save(store, REKAN, indikator, {(2025, PK): Isian("", "90")})
    with pytest.raises(StaleError, match="PK 2025 kini '90' \\(isian Anda: '86'\\)"):
        tabel_target.save(store, OPERATOR, indikator, {(2025, PK): Isian("", "86"), (2026, PK): Isian("", "87")})
    assert {tempat: satu.nilai.teks for tempat, satu in tabel_target.load(store, OPERATOR, indikator).items()} == {
        (2025, PK): "90"
    }


def test_target_dapat_dikosongkan_dan_yang_lama_tetap_tercatat(store: Store, indikator: int) -> None:
    tabel_target.save(store, OPERATOR, indikator, {(2025, PK): Isian("", "90")})
    tabel_target.save(store, OPERATOR, indikator, {(2025, PK): Isian("90", "")})
    assert tabel_target.load(store, OPERATOR, indikator)[2025, PK].nilai.status is StatusNilai.KOSONG
    assert [satu.nilai.teks for satu in perencanaan.target_history(store, OPERATOR, indikator)] == ["", "90"]


def test_indikator_yang_sudah_tidak_ada_ditolak(store: Store) -> None:
    with pytest.raises(RefusedError, match="sudah tidak ada"):
        tabel_target.save(store, OPERATOR, 999, {(2025, PK): Isian("", "90")})
