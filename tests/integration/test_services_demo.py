"""The demo office: what it must show, and that it equals its own example workbooks."""

from __future__ import annotations

import time
from io import BytesIO

import openpyxl
import pytest

from lkjip.config import SAMPLE_FOLDER
from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.capaian import StatusCapaian
from lkjip.services import contoh_workbooks, evaluation, importing, kantor
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, impor

EXAMPLES = sorted(path.name for path in SAMPLE_FOLDER.glob("*.xlsx"))


def test_kantor_contoh_memuat_semua_polaritas_dan_semua_keadaan(demo: Store) -> None:
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    assert evaluation.years(demo) == (2021, 2022, 2023, 2024, 2025)
    assert len(evaluasi.sasaran) == 4
    assert len(evaluasi.indikator) == 12
    assert {satu.indikator.rumus for satu in evaluasi.indikator} == {
        "naik", "turun", "turun_rasio", "rentang_naik", "stabil", "predikat", "ya_tidak",
    }  # fmt: skip
    states = {satu.capaian.status for satu in evaluasi.indikator}
    assert states == {StatusCapaian.TERUKUR, StatusCapaian.BELUM_ADA_DATA, StatusCapaian.TIDAK_BERLAKU}
    assert any(satu.target is not None and satu.target.nilai.angka == 0 for satu in evaluasi.indikator)
    hitungan = evaluasi.hitungan
    assert min(hitungan.tercapai, hitungan.hampir, hitungan.tidak_tercapai, hitungan.tidak_terukur) > 0
    assert {baris.baris.kode for baris in evaluasi.anggaran.setingkat(TingkatAnggaran.PROGRAM)} == {
        f"7.01.0{nomor}" for nomor in range(1, 7)
    }
    assert {satu.triwulan for satu in evaluasi.data.realisasi if satu.tahun == 2025} == {None, 1, 2, 3, 4}


def test_kantor_contoh_bertanda_contoh(demo: Store) -> None:
    office = kantor.current(demo)
    assert office is not None
    assert office.demo
    assert "CONTOH" in office.nama
    assert "CONTOH" in office.nama_pimpinan


def test_kantor_contoh_dimuat_di_bawah_dua_detik(store: Store) -> None:
    start = time.perf_counter()
    kantor.load_demo(store, OPERATOR)
    assert time.perf_counter() - start < 2


def test_setiap_angka_contoh_menyebut_berkas_lembar_dan_selnya(demo: Store) -> None:
    data = evaluation.load(demo, OPERATOR)
    with demo.read() as connection:
        kept = {sha256: isi for sha256, _nama, isi in impor.every_file(connection)}
    for fakta in (*data.target, *data.realisasi, *data.anggaran):
        assert fakta.sumber.berkas in EXAMPLES
        assert fakta.sumber.lembar
        assert fakta.sumber.sel
        assert kept[fakta.sumber.sha256] == (SAMPLE_FOLDER / fakta.sumber.berkas).read_bytes()


@pytest.mark.parametrize("nama", EXAMPLES)
def test_membaca_berkas_contoh_memberi_persis_yang_dimuat(demo: Store, nama: str) -> None:
    reading = importing.read(nama, (SAMPLE_FOLDER / nama).read_bytes(), tahun=2025)
    preview = importing.preview(demo, OPERATOR, reading, 2025)
    assert preview.halangan == ()
    assert preview.hitung
    assert all((satu.baru, satu.berubah, satu.dilewati) == (0, 0, 0) for satu in preview.hitung), preview.perubahan
    assert not preview.ada_perubahan
    assert preview.sudah_ada.startswith("Berkas ini sudah disimpan oleh Pengguna komputer ini")


def test_berkas_contoh_yang_tersimpan_sama_dengan_yang_ditulis_dari_datanya() -> None:
    written = contoh_workbooks.workbooks()
    assert sorted(written) == EXAMPLES
    for nama, content in written.items():
        assert _values(content) == _values((SAMPLE_FOLDER / nama).read_bytes()), (
            f"{nama}: tulis ulang dengan python -m lkjip.services.contoh_workbooks"
        )


def _values(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}
