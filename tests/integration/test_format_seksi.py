"""Section workbooks from the stored plan: what they are filled with, made once, handed out to whom they belong."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.indikator import Agregasi, JenisTarget
from lkjip.domain.numbers import terukur
from lkjip.domain.pagu import BarisPagu
from lkjip.errors import ForbiddenError, RefusedError
from lkjip.rules import load_aturan
from lkjip.services import first_start, format_seksi, isian_kinerja, perencanaan, seksi
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.isi_format import filled_with
from lkjip.spreadsheets.files.read import read_workbook
from lkjip.spreadsheets.template.original import prefilled_of
from lkjip.spreadsheets.template.read import identify, read_isian
from lkjip.store import Store, pagu
from lkjip.store import format_seksi as records
from tests.makers.akun import SEKSI, Warga, found_office, logged_in


@dataclass(frozen=True, slots=True)
class Kantor:
    """An office whose first section answers for two indicators and one programme."""

    store: Store
    warga: Warga
    seksi: int
    lain: int
    ikm: int
    gangguan: int


def with_a_plan(store: Store) -> None:
    found_office(store)
    with logged_in(store) as warga:
        _plan(store, warga.analis.actor, warga.seksi.actor.seksi)


def _plan(store: Store, analis: Actor, home: int | None) -> None:
    sasaran = perencanaan.add_sasaran(store, analis, "Meningkatnya pelayanan")
    ikm = perencanaan.add_indikator(store, analis, sasaran, "Indeks Kepuasan Masyarakat", "nilai", seksi=home)
    gangguan = perencanaan.add_indikator(
        store, analis, sasaran, "Gangguan ketertiban", "kejadian", rumus="turun", agregasi=Agregasi.JUMLAH, seksi=home
    )
    for key, tahun, jenis, teks in (
        (ikm, 2025, JenisTarget.PK, "88,5"), (ikm, 2025, JenisTarget.RENSTRA, "87"), (ikm, 2024, JenisTarget.PK, "86"),
        (gangguan, 2025, JenisTarget.RENSTRA, "10"),
    ):  # fmt: skip
        isian_kinerja.set_target(store, analis, key, tahun, teks, jenis=jenis, terlihat="belum ada")
    isian_kinerja.set_realisasi(store, analis, ikm, 2024, "86,25", terlihat="belum ada")


FILLINGS = {"kantor": with_a_plan}


@pytest.fixture
def kantor(store: Store, warga: Warga) -> Kantor:
    home, other = warga.seksi.actor.seksi, warga.seksi_lain.actor.seksi
    assert home is not None
    assert other is not None
    ids = {satu.teks: satu.id for satu in perencanaan.list_indikator(store, OPERATOR)}
    return Kantor(store, warga, home, other, ids["Indeks Kepuasan Masyarakat"], ids["Gangguan ketertiban"])


def _tree(kantor: Kantor, tahap: Tahap, amount: int) -> None:
    lines = (
        BarisPagu(2025, tahap, 1, "7.01.02", "Pelayanan Publik", TingkatAnggaran.PROGRAM, terukur(amount)),
        BarisPagu(
            2025, tahap, 2, "7.01.02.2.01", "Koordinasi", TingkatAnggaran.KEGIATAN, terukur(amount - 5), induk=1
        ),
    )  # fmt: skip
    with kantor.store.deed(kantor.warga.analis.actor, "muat pagu uji", "2025") as deed:
        pagu.add_pagu(deed, lines)


def test_terisi_target_pk_atau_renstra_dan_angka_tahun_lalu(kantor: Kantor) -> None:
    isi = format_seksi.prefill(kantor.store, kantor.warga.seksi.actor, 2025, kantor.seksi)
    assert (isi.seksi, isi.tahun, isi.kantor_kode) == (SEKSI[0], 2025, "00.00.09")
    ikm, gangguan = isi.indikator
    assert [satu and satu.angka for satu in (ikm.target, ikm.target_lalu, ikm.realisasi_lalu)] == [
        Decimal("88.5"), 86, Decimal("86.25"),
    ]  # fmt: skip
    assert gangguan.target is not None
    assert gangguan.target.angka == 10, "tanpa target PK dipakai target Renstra"
    assert (gangguan.target_lalu, gangguan.realisasi_lalu) == (None, None)
    assert (gangguan.rumus, gangguan.agregasi, gangguan.sasaran) == ("turun", Agregasi.JUMLAH, "Meningkatnya pelayanan")
    assert isi.anggaran == ()


def test_pagu_perubahan_mendahului_murni(kantor: Kantor) -> None:
    _tree(kantor, Tahap.MURNI, 100)
    format_seksi.set_program(kantor.store, kantor.warga.analis.actor, kantor.seksi, ["7.01.02", " 7.01.02 "])
    (murni,) = format_seksi.prefill(kantor.store, kantor.warga.analis.actor, 2025, kantor.seksi).anggaran
    assert (murni.kode, murni.uraian, murni.tingkat, murni.pagu) == ("7.01.02", "Pelayanan Publik", "program", 100)
    _tree(kantor, Tahap.PERUBAHAN, 120)
    (berubah,) = format_seksi.prefill(kantor.store, kantor.warga.analis.actor, 2025, kantor.seksi).anggaran
    assert berubah.pagu == 120


def test_kode_yang_tidak_ada_dalam_anggaran_ditolak(kantor: Kantor) -> None:
    _tree(kantor, Tahap.MURNI, 100)
    with pytest.raises(RefusedError, match=r"7\.01\.09"):
        format_seksi.set_program(kantor.store, kantor.warga.analis.actor, kantor.seksi, ["7.01.02", "7.01.09"])
    assert format_seksi.code_choices(kantor.store, kantor.warga.analis.actor, 2025) == (
        ("7.01.02", "Pelayanan Publik"), ("7.01.02.2.01", "Koordinasi"),
    )  # fmt: skip


def test_kode_tanpa_pagu_di_tahun_itu_tetap_disebut(kantor: Kantor) -> None:
    _tree(kantor, Tahap.MURNI, 100)
    format_seksi.set_program(kantor.store, kantor.warga.analis.actor, kantor.seksi, ["7.01.02"])
    (baris,) = format_seksi.prefill(kantor.store, kantor.warga.analis.actor, 2026, kantor.seksi).anggaran
    assert (baris.kode, baris.pagu) == ("7.01.02", None)


def test_kode_seksi_diganti_seluruhnya_dan_tercatat(kantor: Kantor) -> None:
    _tree(kantor, Tahap.MURNI, 100)
    for codes in (["7.01.02", "7.01.02.2.01"], ["7.01.02.2.01"], []):
        format_seksi.set_program(kantor.store, kantor.warga.analis.actor, kantor.seksi, codes)
        with kantor.store.read() as connection:
            assert records.load_seksi_program(connection).get(kantor.seksi, ()) == tuple(codes)


def test_yang_dibuat_terbaca_kembali_lewat_pintu_unggahan(kantor: Kantor) -> None:
    (made,) = format_seksi.make(kantor.store, kantor.warga.analis.actor, 2025, tenggat=date(2026, 1, 15))
    nama, content = format_seksi.workbook(kantor.store, kantor.warga.seksi.actor, made.id)
    assert nama == "format-2025-seksi-pelayanan.xlsx"
    aturan = load_aturan()
    workbook = read_workbook(nama, content, aturan.katalog)
    identitas = identify(workbook.sheets)
    assert identitas is not None
    assert (identitas.seksi_id, identitas.tahun, identitas.sidik) == (kantor.seksi, 2025, made.sidik)
    with kantor.store.read() as connection:
        isi = filled_with(connection, made)
        assert records.find_format(connection, made.sidik) == made
    assert isi is not None
    assert isi.tenggat == date(2026, 1, 15)
    assert read_isian(workbook, isi, aturan.istilah, aturan.katalog).temuan == ()


def test_tanpa_perubahan_yang_ada_dipakai_lagi(kantor: Kantor) -> None:
    actor = kantor.warga.analis.actor
    first = format_seksi.make(kantor.store, actor, 2025)
    assert format_seksi.make(kantor.store, actor, 2025) == first
    assert format_seksi.make(kantor.store, actor, 2025, [kantor.seksi]) == first
    (state, _) = format_seksi.overview(kantor.store, actor, 2025)
    assert (state.format, state.basi, state.indikator) == (first[0], False, 2)


def test_tenggat_lain_dicetak_di_format_baru_dengan_sidik_yang_sama(kantor: Kantor) -> None:
    actor = kantor.warga.analis.actor
    (first,) = format_seksi.make(kantor.store, actor, 2025)
    (second,) = format_seksi.make(kantor.store, actor, 2025, tenggat=date(2026, 1, 15))
    assert (second.sidik, second.id > first.id) == (first.sidik, True)
    assert format_seksi.make(kantor.store, actor, 2025, tenggat=date(2026, 1, 15)) == (second,)
    assert format_seksi.make(kantor.store, actor, 2025) == (second,)


def test_rencana_yang_berubah_membuat_format_lama_basi(kantor: Kantor) -> None:
    actor = kantor.warga.analis.actor
    (first,) = format_seksi.make(kantor.store, actor, 2025)
    isian_kinerja.set_target(kantor.store, actor, kantor.ikm, 2025, "89", jenis=JenisTarget.PK, terlihat="88,5")
    (state, _) = format_seksi.overview(kantor.store, actor, 2025)
    assert (state.format, state.basi) == (first, True)
    (second,) = format_seksi.make(kantor.store, actor, 2025)
    assert second.sidik != first.sidik
    old = format_seksi.workbook(kantor.store, actor, first.id)[1]
    isi = prefilled_of(old)
    assert isi is not None
    assert isi.sidik == first.sidik, "yang lama tetap tahu isinya semula"


def test_seksi_tanpa_indikator_dan_kode_tidak_mendapat_format_dan_disebut(kantor: Kantor) -> None:
    actor = kantor.warga.analis.actor
    assert [satu.seksi_id for satu in format_seksi.make(kantor.store, actor, 2025)] == [kantor.seksi]
    (_, other) = format_seksi.overview(kantor.store, actor, 2025)
    assert other.format is None
    assert other.alasan.startswith(f"{SEKSI[1]} tidak mendapat format")
    with pytest.raises(RefusedError, match="tidak mendapat format"):
        format_seksi.make(kantor.store, actor, 2025, [kantor.lain])
    with pytest.raises(RefusedError, match="Belum ada seksi"):
        format_seksi.make(kantor.store, actor, 2025, [])


def test_seksi_hanya_mengambil_formatnya_sendiri(kantor: Kantor) -> None:
    (made,) = format_seksi.make(kantor.store, kantor.warga.analis.actor, 2025)
    assert format_seksi.workbook(kantor.store, kantor.warga.seksi.actor, made.id)[1]
    for call in (
        lambda: format_seksi.workbook(kantor.store, kantor.warga.seksi_lain.actor, made.id),
        lambda: format_seksi.zip_all(kantor.store, kantor.warga.seksi.actor, 2025),
        lambda: format_seksi.make(kantor.store, kantor.warga.seksi.actor, 2025),
    ):
        with pytest.raises(ForbiddenError):
            call()
    with pytest.raises(RefusedError, match="tidak ada"):
        format_seksi.workbook(kantor.store, kantor.warga.seksi.actor, made.id + 99)


def test_zip_memuat_format_terakhir_tiap_seksi_dan_selalu_sama(kantor: Kantor) -> None:
    actor = kantor.warga.analis.actor
    with pytest.raises(RefusedError, match="Belum ada format"):
        format_seksi.zip_all(kantor.store, actor, 2025)
    perencanaan.add_indikator(
        kantor.store, actor, perencanaan.list_sasaran(kantor.store, actor)[0].id, "Desa mandiri", seksi=kantor.lain
    )
    format_seksi.make(kantor.store, actor, 2025)
    nama, content = format_seksi.zip_all(kantor.store, actor, 2025)
    assert nama == "format-pengumpulan-2025.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.namelist() == ["format-2025-seksi-pelayanan.xlsx", "format-2025-seksi-pemberdayaan.xlsx"]
    assert format_seksi.zip_all(kantor.store, actor, 2025)[1] == content


def test_dua_seksi_yang_namanya_hampir_sama_tidak_saling_menimpa_dalam_zip(kantor: Kantor) -> None:
    actor = kantor.warga.analis.actor
    twin = seksi.add_seksi(kantor.store, kantor.warga.admin.actor, f"{SEKSI[0]}!")
    sasaran = perencanaan.list_sasaran(kantor.store, actor)[0].id
    perencanaan.add_indikator(kantor.store, actor, sasaran, "Desa mandiri", seksi=twin)
    format_seksi.make(kantor.store, actor, 2025)
    with zipfile.ZipFile(io.BytesIO(format_seksi.zip_all(kantor.store, actor, 2025)[1])) as packed:
        assert len(packed.namelist()) == 2


@pytest.mark.parametrize(
    ("nama", "berkas"),
    [("Seksi Pelayanan", "format-2025-seksi-pelayanan.xlsx"), ("../../etc", "format-2025-etc.xlsx"),
     ("Kel. Sei/Merdeka", "format-2025-kel-sei-merdeka.xlsx"), ("村", "format-2025-seksi.xlsx"),
     ("x" * 90, f"format-2025-{'x' * 60}.xlsx")],
)  # fmt: skip
def test_nama_berkas_hanya_huruf_biasa(nama: str, berkas: str) -> None:
    assert format_seksi.file_name(nama, 2025) == berkas


def test_kantor_contoh_mendapat_format_bertanda_contoh_dan_tetap_dapat_diakhiri(demo: Store) -> None:
    made = format_seksi.make(demo, OPERATOR, 2025)
    _, content = format_seksi.workbook(demo, OPERATOR, made[0].id)
    isi = prefilled_of(content)
    assert isi is not None
    assert isi.demo
    first_start.end_demo(demo, OPERATOR)
    with demo.read() as connection:
        assert records.load_format(connection) == ()


def test_berkas_yang_bukan_format_tidak_mengaku_terisi() -> None:
    assert prefilled_of(b"PK\x03\x04 rusak") is None
    assert prefilled_of(b"") is None
