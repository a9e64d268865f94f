"""Plans from spreadsheets: what would change, what is refused, what is stored; both engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from lkjip.domain.dokumen import JenisDokumen, Tahap
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.finding import Tingkat
from lkjip.domain.indikator import UNGROUPED, JenisTarget
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.renstra import Renstra
from lkjip.errors import RefusedError
from lkjip.services import evaluation, impor_rencana, importing, isian_kinerja, kantor, renstra, seksi
from lkjip.services.actor import OPERATOR
from lkjip.services.rencana_pilihan import (
    BARU,
    Diterapkan,
    Golongan,
    JenisRencana,
    PilihanRencana,
    PratinjauRencana,
)
from lkjip.store import Store, dokumen
from tests.integration.conftest import ANALIS
from tests.makers import muncar
from tests.makers import rencana as maker

PK = PilihanRencana(JenisRencana.PK, 2025, nomor="100.1/PK/2025", tanggal=date(2025, 1, 15))
PERUBAHAN = replace(PK, tahap=Tahap.PERUBAHAN, nomor="100.2/PK/2025", alasan="pergeseran anggaran")
PROGRAM = PilihanRencana(JenisRencana.PROGRAM, 2025)
MATRIKS = maker.matrix()


@pytest.fixture
def kantor_uji(store: Store) -> Store:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    return store


@pytest.fixture
def pilihan(kantor_uji: Store) -> PilihanRencana:
    key = renstra.add(kantor_uji, ANALIS, Renstra(0, "Renstra 2025-2029", 2025, 2029, "Keputusan 1/2025"))
    return PilihanRencana(JenisRencana.RENSTRA, 2025, key)


def see(store: Store, content: bytes, pilihan: PilihanRencana, **read: Any) -> PratinjauRencana:
    reading = importing.read("rencana.xlsx", content, tahun=pilihan.tahun, **read)
    return impor_rencana.preview(store, ANALIS, reading, pilihan)


def put(store: Store, content: bytes, pilihan: PilihanRencana) -> Diterapkan:
    reading = importing.read("rencana.xlsx", content, tahun=pilihan.tahun)
    return impor_rencana.apply(store, ANALIS, reading, content, pilihan)


def codes(shown: PratinjauRencana, tingkat: Tingkat = Tingkat.GALAT) -> list[str]:
    return [satu.kode for satu in shown.temuan if satu.tingkat is tingkat]


def said(shown: PratinjauRencana, golongan: Golongan) -> set[tuple[str, str, int | None, str, str, str]]:
    return {
        (satu.butir, satu.apa, satu.tahun, satu.sebelum, satu.sesudah, satu.sel)
        for satu in shown.usulan.perubahan
        if satu.golongan is golongan
    }


def facts(store: Store) -> DataKinerja:
    return evaluation.load(store, ANALIS)


def targets(store: Store, jenis: JenisTarget) -> dict[tuple[str, int], str]:
    data = facts(store)
    names = {satu.id: satu.teks for satu in data.indikator}
    return {(names[t.indikator_id], t.tahun): t.nilai.teks for t in data.target if t.jenis is jenis}


def changed(baris: Sequence[Sequence[Any]], place: int, column: int, value: object) -> list[list[Any]]:
    rows = [list(row) for row in baris]
    rows[place][column] = value
    return rows


def test_matriks_renstra_tersimpan_seluruhnya(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    assert see(kantor_uji, MATRIKS, pilihan).halangan == ()
    put(kantor_uji, MATRIKS, pilihan)
    data = facts(kantor_uji)
    assert [satu.teks for satu in data.sasaran] == list(maker.SASARAN)
    assert [satu.teks for satu in data.rencana.tujuan] == [maker.TUJUAN, "Meningkatnya tata kelola"]
    assert [(satu.teks, satu.satuan) for satu in data.indikator] == [(row[3], row[4]) for row in maker.BARIS]
    assert {satu.renstra for satu in data.target} == {pilihan.renstra_id}
    assert targets(kantor_uji, JenisTarget.RENSTRA) == {
        (row[3], year): str(row[6 + place]) for row in maker.BARIS for place, year in enumerate(range(2025, 2030))
    }
    first = data.rencana.posisi[0]
    assert first.awal is not None
    assert first.akhir is not None
    assert (first.awal.angka, first.tahun_awal, first.akhir.angka) == (Decimal("84.5"), 2024, Decimal(90))
    assert first.sumber.berkas == "rencana.xlsx"


def test_berkas_yang_sama_sekali_lagi_tidak_mengubah_apa_pun(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    version = evaluation.data_version(kantor_uji)
    shown = see(kantor_uji, MATRIKS, pilihan)
    assert (shown.usulan.perubahan, shown.usulan.sama) == ((), 18)
    assert "sudah disimpan oleh Siti Contoh" in shown.sudah_ada
    assert put(kantor_uji, MATRIKS, pilihan).sudah_ada
    assert evaluation.data_version(kantor_uji) == version


def test_pratinjau_menyebut_nilai_lama_nilai_baru_dan_selnya(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    rows = changed(changed(maker.BARIS, 0, 6, 86.5), 2, 5, 77)
    shown = see(kantor_uji, maker.matrix(rows), pilihan)
    assert said(shown, Golongan.BERUBAH) == {
        ("Indeks Kepuasan Masyarakat", "Target Renstra", 2025, "85", "86,5", "G4"),
        ("Nilai SAKIP kecamatan", "Kondisi awal", 2024, "78", "77", "F6"),
    }
    assert said(shown, Golongan.BARU) == set()
    put(kantor_uji, maker.matrix(rows), pilihan)
    ikm = next(satu for satu in facts(kantor_uji).indikator if "Kepuasan" in satu.teks)
    history = isian_kinerja.target_history(kantor_uji, ANALIS, ikm.id)
    assert [satu.nilai.teks for satu in history if satu.tahun == 2025] == ["86.5", "85"]


def test_yang_tidak_ada_di_berkas_tetap_kecuali_dikeluarkan(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    short = maker.matrix(maker.BARIS[:2])
    shown = see(kantor_uji, short, pilihan)
    assert [satu.butir for satu in shown.usulan.hilang] == ["Nilai SAKIP kecamatan"]
    assert shown.usulan.perubahan == ()
    out = replace(pilihan, keluarkan=frozenset({shown.usulan.hilang[0].kunci}))
    assert {satu.golongan for satu in see(kantor_uji, short, out).usulan.perubahan} == {Golongan.DIHAPUS}
    put(kantor_uji, short, out)
    data = facts(kantor_uji)
    assert [satu.berlaku for satu in data.rencana.posisi] == [True, True, False]
    assert len(data.indikator) == 3
    assert len(evaluation.evaluate(kantor_uji, ANALIS, 2025).indikator) == 2
    back = see(kantor_uji, MATRIKS, pilihan)
    assert said(back, Golongan.BERUBAH) == {
        ("Nilai SAKIP kecamatan", "Bagian dari Renstra 2025-2029", None, "tidak", "ya", "D6")
    }


def test_indikator_yang_namanya_mirip_ditanyakan(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    other = maker.matrix(changed(maker.BARIS, 1, 3, "Persentase aduan yang selesai tepat waktu"))
    shown = see(kantor_uji, other, pilihan)
    assert codes(shown) == ["rencana_indikator_mirip"]
    (asked,) = shown.usulan.tak_dikenal
    ((key, name),) = asked.calon
    assert name == "Persentase aduan yang selesai"
    with pytest.raises(RefusedError, match="mirip dengan"):
        put(kantor_uji, other, pilihan)
    same = see(kantor_uji, other, replace(pilihan, padanan={asked.kunci: key}))
    assert (same.halangan, same.usulan.perubahan) == ((), ())
    new = see(kantor_uji, other, replace(pilihan, padanan={asked.kunci: BARU}))
    assert new.halangan == ()
    assert "Indikator" in {satu.apa for satu in new.usulan.perubahan}
    assert see(kantor_uji, other, replace(pilihan, semua_baru=True)).halangan == ()


def test_dua_baris_untuk_satu_indikator_ditolak(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, maker.matrix(maker.BARIS[:1]), pilihan)
    (ikm,) = facts(kantor_uji).indikator
    rows = [maker.BARIS[0], changed(maker.BARIS, 0, 3, "Indeks Kepuasan Masyarakat Kecamatan")[0]]
    shown = see(kantor_uji, maker.matrix(rows), pilihan)
    kunci = [satu.kunci for satu in shown.usulan.tak_dikenal]
    assert kunci == []  # the stored one is taken by the line that names it exactly
    rows = [changed(maker.BARIS, 0, 3, f"Indeks Kepuasan Masyarakat {tail}")[0] for tail in ("kota", "desa")]
    asked = [satu.kunci for satu in see(kantor_uji, maker.matrix(rows), pilihan).usulan.tak_dikenal]
    both = replace(pilihan, padanan=dict.fromkeys(asked, ikm.id))
    assert codes(see(kantor_uji, maker.matrix(rows), both)) == ["rencana_indikator_ganda"]


def test_satuan_yang_berbeda_ditolak_kecuali_satuan_berkas_dipilih(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    other = maker.matrix(changed(maker.BARIS, 0, 4, "poin"))
    assert codes(see(kantor_uji, other, pilihan)) == ["rencana_satuan_berbeda"]
    chosen = replace(pilihan, ganti_satuan=True)
    assert said(see(kantor_uji, other, chosen), Golongan.BERUBAH) == {
        ("Indeks Kepuasan Masyarakat", "Satuan", None, "nilai", "poin", "E4")
    }
    put(kantor_uji, other, chosen)
    assert facts(kantor_uji).indikator[0].satuan == "poin"


@pytest.mark.parametrize(("tahun", "galat"), [(2024, True), (2025, False), (2029, False), (2030, True)])
def test_target_di_luar_tahun_renstra_ditolak(
    kantor_uji: Store, pilihan: PilihanRencana, tahun: int, *, galat: bool
) -> None:
    head = ("No", "Sasaran", "Indikator", "Satuan", "Target 2026", f"Target {tahun}")
    content = maker.book({"Matriks": [head, (1, "Sasaran satu", "Indikator satu", "%", 80, 81)]})
    expected = ["rencana_tahun_di_luar_renstra"] if galat else []
    assert codes(see(kantor_uji, content, pilihan)) == expected


def test_target_tahun_ke_dihitung_dari_tahun_pertama_renstra(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    content = maker.book({"Matriks": [
        ("No", "Sasaran", "Indikator", "Satuan", "Target Tahun ke-1", "Target Tahun ke-2"),
        (1, "Sasaran satu", "Indikator satu", "%", 80, 81),
    ]})  # fmt: skip
    put(kantor_uji, content, pilihan)
    assert targets(kantor_uji, JenisTarget.RENSTRA) == {("Indikator satu", 2025): "80", ("Indikator satu", 2026): "81"}


def test_kolom_target_tanpa_tahun_ditolak(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    content = maker.book({"Matriks": [("No", "Sasaran", "Indikator", "Satuan", "Target"),
                                      (1, "Sasaran satu", "Indikator satu", "%", 80)]})  # fmt: skip
    assert codes(see(kantor_uji, content, pilihan)) == ["rencana_target_tanpa_tahun"]


def test_dua_target_yang_berbeda_untuk_tahun_yang_sama_ditolak(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    rows = [maker.BARIS[0], changed(maker.BARIS, 0, 6, 99)[0]]
    assert codes(see(kantor_uji, maker.matrix(rows), pilihan)) == ["rencana_target_ganda"]


def test_berkas_tanpa_tabel_yang_dicari_menyebut_yang_ditemukan(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    shown = see(kantor_uji, MATRIKS, PROGRAM)
    assert codes(shown) == ["rencana_tanpa_tabel"]
    assert "tabel kinerja di lembar 'Matriks'" in shown.halangan[0]
    assert codes(see(kantor_uji, maker.program(), pilihan)) == ["rencana_tanpa_tabel"]
    none = replace(pilihan, tabel=frozenset())
    assert codes(see(kantor_uji, MATRIKS, none)) == ["rencana_tabel_belum_dipilih"]


def test_tanpa_renstra_yang_dipilih_belum_dapat_diterapkan(kantor_uji: Store) -> None:
    shown = see(kantor_uji, MATRIKS, PilihanRencana(JenisRencana.RENSTRA, 2025))
    assert shown.halangan == ("Pilih Renstra yang diisi berkas ini, atau mulai Renstra baru.",)


def test_berkas_dapat_memulai_renstra_baru_dalam_satu_perbuatan(kantor_uji: Store) -> None:
    chosen = PilihanRencana(JenisRencana.RENSTRA, 2025, renstra_baru=Renstra(0, "Renstra 2025-2029", 2025, 2029))
    put(kantor_uji, MATRIKS, chosen)
    (made,) = facts(kantor_uji).rencana.renstra
    assert (made.nama, made.mulai, made.akhir) == ("Renstra 2025-2029", 2025, 2029)
    assert put(kantor_uji, MATRIKS, chosen).sudah_ada
    assert len(facts(kantor_uji).rencana.renstra) == 1


def test_rincian_dan_penanggung_jawab_ikut_tersimpan(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    pelayanan = seksi.add_seksi(kantor_uji, OPERATOR, "Seksi Pelayanan")
    head = ("No", "Sasaran", "Indikator", "Definisi Operasional", "Formulasi", "Sumber Data", "Satuan", "Target 2025",
            "Penanggung Jawab", "Bukti Dukung")  # fmt: skip
    row = (
        1,
        "Sasaran satu",
        "Indikator satu",
        "Artinya ini",
        "a / b x 100",
        "Survei",
        "%",
        80,
        "Seksi Pelayanan",
        "Laporan",
    )
    put(kantor_uji, maker.book({"IKU": [head, row]}), pilihan)
    (made,) = facts(kantor_uji).indikator
    detail = made.rincian
    assert (detail.definisi, detail.cara_ukur, detail.sumber_data, detail.bukti) == (
        "Artinya ini", "a / b x 100", "Survei", "Laporan",
    )  # fmt: skip
    assert made.seksi == pelayanan
    other = maker.book({"IKU": [head, (*row[:3], "Artinya itu", *row[4:8], "Seksi Lain", "Laporan")]})
    shown = see(kantor_uji, other, pilihan)
    assert codes(shown, Tingkat.PERINGATAN) == ["rencana_penanggung_tak_dikenal"]
    assert said(shown, Golongan.BERUBAH) == {("Indikator satu", "Definisi", None, "Artinya ini", "Artinya itu", "D2")}


def test_angka_bermakna_ganda_menghalangi_sampai_dijawab(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    content = maker.book({"Matriks": [("No", "Sasaran", "Indikator", "Satuan", "Kondisi Awal", "Target 2025"),
                                      (1, "Sasaran satu", "Indikator satu", "orang", "1.234", 1300)]})  # fmt: skip
    shown = see(kantor_uji, content, pilihan)
    (asked,) = shown.pertanyaan
    assert any("pertanyaan tentang angka" in satu for satu in shown.halangan)
    answered = see(kantor_uji, content, pilihan, answers={asked.kunci: asked.pilihan[0][0]})
    assert answered.halangan == ()


def test_pk_menambah_target_dengan_dokumennya(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    put(kantor_uji, maker.pk(maker.PK), PK)
    data = facts(kantor_uji)
    with kantor_uji.read() as connection:
        (document,) = dokumen.load_dokumen(connection)
    assert (document.jenis, document.nomor, document.tanggal) == (JenisDokumen.PK_MURNI, PK.nomor, PK.tanggal)
    assert {t.dokumen for t in data.target if t.jenis is JenisTarget.PK} == {document.id}
    assert put(kantor_uji, maker.pk(maker.PK), PK).sudah_ada


def test_pk_memberi_sasaran_kepada_indikator_yang_belum_dikelompokkan(kantor_uji: Store) -> None:
    """Regression: a table of figures came first, without sasaran; the PK that names them left all ungrouped."""
    bare = [(nomor, None, *rest) for nomor, _sasaran, *rest in maker.PK]
    put(kantor_uji, maker.pk(bare), PK)
    (stand_in,) = facts(kantor_uji).sasaran
    assert stand_in.ungrouped
    shown = see(kantor_uji, maker.pk(maker.PK), replace(PK, nomor="100.3/PK/2025"))
    assert {(satu.butir, satu.sebelum, satu.sesudah) for satu in shown.usulan.perubahan if satu.apa == "Sasaran"} >= {
        ("Indeks Kepuasan Masyarakat", UNGROUPED, maker.SASARAN[0]),
        ("Nilai SAKIP kecamatan", UNGROUPED, maker.SASARAN[1]),
    }
    put(kantor_uji, maker.pk(maker.PK), replace(PK, nomor="100.3/PK/2025"))
    data = facts(kantor_uji)
    names = {satu.id: satu.teks for satu in data.sasaran}
    assert [names[satu.sasaran_id] for satu in data.indikator] == [*[maker.SASARAN[0]] * 2, maker.SASARAN[1]]
    assert put(kantor_uji, maker.pk(maker.PK), replace(PK, nomor="100.3/PK/2025")).sudah_ada


def test_pk_tidak_memindahkan_indikator_yang_sudah_punya_sasaran(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    before = [satu.sasaran_id for satu in facts(kantor_uji).indikator]
    lain = [(1, "Sasaran yang lain", *maker.PK[0][2:]), *maker.PK[1:]]
    put(kantor_uji, maker.pk(lain), PK)
    assert [satu.sasaran_id for satu in facts(kantor_uji).indikator][: len(before)] == before


def test_pk_perubahan_tidak_menimpa_dan_menyebut_alasannya(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    put(kantor_uji, MATRIKS, pilihan)
    put(kantor_uji, maker.pk(maker.PK), PK)
    revised = maker.pk(changed(maker.PK, 0, 4, 87))
    shown = see(kantor_uji, revised, PERUBAHAN)
    assert said(shown, Golongan.BERUBAH) == {("Indeks Kepuasan Masyarakat", "Target PK", 2025, "85", "87", "E4")}
    put(kantor_uji, revised, PERUBAHAN)
    ikm = facts(kantor_uji).indikator[0]
    history = [t for t in isian_kinerja.target_history(kantor_uji, ANALIS, ikm.id) if t.jenis is JenisTarget.PK]
    assert [(t.nilai.teks, t.alasan) for t in history] == [("87", "pergeseran anggaran"), ("85", "")]
    assert codes(see(kantor_uji, maker.pk(maker.PK), PK)) == ["rencana_pk_murni_terlambat"]


def test_pk_perubahan_tanpa_pk_murni_diperingatkan(kantor_uji: Store) -> None:
    shown = see(kantor_uji, maker.pk(maker.PK), PERUBAHAN)
    assert codes(shown, Tingkat.PERINGATAN) == ["rencana_pk_perubahan_tanpa_murni"]
    assert shown.halangan == ()


@pytest.mark.parametrize(
    ("kurang", "kalimat"),
    [
        ({"nomor": " "}, "Isi nomor PK perubahan."),
        ({"nomor": "", "tanggal": None, "alasan": ""}, "Isi nomor, tanggal, dan alasan perubahan PK perubahan."),
    ],
)
def test_pk_tanpa_nomor_tanggal_atau_alasan_belum_dapat_diterapkan(
    kantor_uji: Store, kurang: dict[str, Any], kalimat: str
) -> None:
    assert see(kantor_uji, maker.pk(maker.PK), replace(PERUBAHAN, **kurang)).halangan == (kalimat,)


def test_pk_tahun_lain_ditolak(kantor_uji: Store) -> None:
    shown = see(kantor_uji, maker.pk(maker.PK, "Perjanjian Kinerja Tahun 2024 (CONTOH)"), PK)
    assert codes(shown) == ["rencana_pk_tanpa_target"]
    assert "2024" in shown.halangan[0]


def test_indikator_yang_tidak_lagi_diperjanjikan(kantor_uji: Store) -> None:
    put(kantor_uji, maker.pk(maker.PK), PK)
    short = maker.pk(maker.PK[:2])
    lost = see(kantor_uji, short, PERUBAHAN).usulan.hilang
    assert [satu.butir for satu in lost] == ["Nilai SAKIP kecamatan"]
    put(kantor_uji, short, replace(PERUBAHAN, keluarkan_semua=True))
    status = [t.nilai.status for t in facts(kantor_uji).target]
    assert status.count(StatusNilai.TIDAK_BERLAKU) == 1
    assert see(kantor_uji, short, PERUBAHAN).usulan.hilang == ()


def test_pohon_program_murni_dan_perubahan_berdampingan(kantor_uji: Store) -> None:
    put(kantor_uji, maker.program(), PROGRAM)
    shown = see(kantor_uji, maker.program(), replace(PROGRAM, tahap=Tahap.PERUBAHAN, nomor="DPPA-1"))
    assert ("7.01.01 Program Penunjang Urusan Pemerintahan Daerah", "Pagu", 2025, "Rp1.000.000 (murni)",
            "Rp1.100.000", "D4") in said(shown, Golongan.BARU)  # fmt: skip
    put(kantor_uji, maker.program(), replace(PROGRAM, tahap=Tahap.PERUBAHAN, nomor="DPPA-1"))
    data = facts(kantor_uji)
    assert [(satu.tahap, satu.kode, satu.induk, satu.pagu.angka) for satu in data.pagu] == [
        (tahap, row[0], induk, Decimal(row[column] * 1000))
        for tahap, column in ((Tahap.MURNI, 2), (Tahap.PERUBAHAN, 3))
        for row, induk in zip(maker.POHON, (None, 1, 2, 1, 4), strict=True)
    ]
    assert [satu.dokumen_id is None for satu in data.pagu] == [True] * 5 + [False] * 5
    assert put(kantor_uji, maker.program(), PROGRAM).sudah_ada


def test_baris_program_yang_tidak_ada_di_berkas_tetap_kecuali_dikeluarkan(kantor_uji: Store) -> None:
    put(kantor_uji, maker.program(), PROGRAM)
    short = maker.program(changed(maker.POHON[:3], 0, 2, 600))
    shown = see(kantor_uji, short, PROGRAM)
    assert [satu.butir.split()[0] for satu in shown.usulan.hilang] == ["7.01.01.2.06", "7.01.01.2.06.0004"]
    put(kantor_uji, short, PROGRAM)
    kept = facts(kantor_uji).pagu
    assert [(satu.kode, satu.induk) for satu in kept[3:]] == [("7.01.01.2.06", 1), ("7.01.01.2.06.0004", 4)]
    put(kantor_uji, short, replace(PROGRAM, keluarkan_semua=True))
    assert [satu.kode for satu in facts(kantor_uji).pagu] == [row[0] for row in maker.POHON[:3]]


def test_baris_program_yang_tidak_disebut_berkas_tetap_dengan_asal_dan_dokumennya(kantor_uji: Store) -> None:
    """A newer file of three lines: the two it does not name still come from the older file, and from its DPA."""
    whole, short = maker.program(), maker.program(changed(maker.POHON[:3], 0, 2, 600))
    put(kantor_uji, whole, replace(PROGRAM, nomor="DPA-1"))
    before = facts(kantor_uji).pagu
    put(kantor_uji, short, replace(PROGRAM, nomor="DPA-2"))
    now = facts(kantor_uji).pagu
    assert [satu.sumber.sha256 for satu in now] == [sha256(satu).hexdigest() for satu in (*[short] * 3, *[whole] * 2)]
    assert [(satu.sumber, satu.dokumen_id) for satu in now[3:]] == [
        (satu.sumber, satu.dokumen_id) for satu in before[3:]
    ]
    assert {satu.dokumen_id for satu in now[:3]}.isdisjoint({satu.dokumen_id for satu in before})


def test_pagu_yang_tidak_sama_dengan_jumlah_bagiannya_diperingatkan(kantor_uji: Store) -> None:
    shown = see(kantor_uji, maker.program(changed(maker.POHON, 0, 2, 900)), PROGRAM)
    assert codes(shown, Tingkat.PERINGATAN)[-1:] == ["rencana_pagu_jumlah_beda"]
    assert shown.halangan == ()


def test_baris_program_ganda_dan_pagu_bukan_angka_ditolak(kantor_uji: Store) -> None:
    twice = maker.program([*maker.POHON, ("7.01.01.2.06", "Administrasi Umum Perangkat Daerah", 500, 500)])
    assert "rencana_pagu_ganda" in codes(see(kantor_uji, twice, PROGRAM))
    head = ("Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu (Rp)")
    rows = [("7.01.01", "Program satu", 1000), ("7.01.02", "Program dua", "seribu rupiah saja")]
    assert "rencana_pagu_bukan_angka" in codes(see(kantor_uji, maker.book({"DPA": [head, *rows]}), PROGRAM))


def test_program_tahun_lain_menyebut_tahun_di_berkas(kantor_uji: Store) -> None:
    shown = see(kantor_uji, maker.program(), replace(PROGRAM, tahun=2026))
    assert codes(shown) == ["rencana_program_kosong"]
    assert "tahun di berkas: 2025" in shown.halangan[0]


def test_berkas_yang_berubah_sejak_dibaca_ditolak(kantor_uji: Store, pilihan: PilihanRencana) -> None:
    reading = importing.read("rencana.xlsx", MATRIKS, tahun=2025)
    with pytest.raises(RefusedError, match="berubah sejak dibaca"):
        impor_rencana.apply(kantor_uji, ANALIS, reading, MATRIKS + b" ", pilihan)


def test_renstra_muncar_menurut_angka_terbitannya(kantor_uji: Store, real_data: Path) -> None:
    chosen = PilihanRencana(JenisRencana.RENSTRA, 2024, renstra_baru=Renstra(0, "Renstra 2020-2024", 2020, 2024))
    put(kantor_uji, maker.muncar_matrix(real_data), chosen)
    published = muncar.document(real_data)["indicators"]
    assert targets(kantor_uji, JenisTarget.RENSTRA) == {
        (satu["indikator"], year): muncar.year_of(satu, year)["target"] for satu in published for year in muncar.YEARS
    }
    again = see(kantor_uji, muncar.kinerja_workbook(real_data), replace(chosen, renstra_baru=None, renstra_id=1))
    assert (again.halangan, again.usulan.perubahan) == ((), ())  # the printed layout says the same


def test_pohon_program_dari_laporan_realisasi_sipd(kantor_uji: Store, real_data: Path) -> None:
    path = real_data / "spreadsheets" / "lampungselatan_kominfo_lra_2026_01_januari.xlsx"
    shown = see(kantor_uji, path.read_bytes(), PilihanRencana(JenisRencana.PROGRAM, 2026))
    assert shown.halangan == ()
    assert dict(shown.usulan.kontrol) == {
        "Banyak program": 5, "Pagu program (Rp)": Decimal("10810941900.00"),
        "Banyak kegiatan": 11, "Pagu kegiatan (Rp)": Decimal("10810941900.00"),
        "Banyak sub kegiatan": 42, "Pagu sub kegiatan (Rp)": Decimal("10810941900.00"),
    }  # fmt: skip
