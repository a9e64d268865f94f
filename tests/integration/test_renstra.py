"""Renstra periods by form, the choice of a report year, and targets by form or upload once there is a Renstra."""

from __future__ import annotations

import pytest

from lkjip.domain.indikator import JenisTarget
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import StatusNilai, terukur
from lkjip.domain.renstra import PosisiRenstra, Renstra
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import evaluation, importing, isian_kinerja, kantor, perencanaan, renstra, tabel_target
from lkjip.services.actor import OPERATOR
from lkjip.services.tabel_target import Isian
from lkjip.store import Store
from lkjip.store import renstra as records
from tests.integration.conftest import ANALIS, REKAN

LAMA = Renstra(0, "Renstra 2021-2026", 2021, 2026, "Keputusan 9/2021")
BARU = Renstra(0, "Renstra 2025-2029", 2025, 2029)
RENSTRA = JenisTarget.RENSTRA


@pytest.fixture
def kantor_uji(store: Store) -> Store:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    return store


def one(store: Store) -> Renstra:
    return renstra.load(store, ANALIS).renstra[0]


def indicator(store: Store) -> int:
    sasaran = perencanaan.add_sasaran(store, ANALIS, "Sasaran satu")
    return perencanaan.add_indikator(store, ANALIS, sasaran, "Indikator satu", "%")


def test_renstra_ditambah_dan_diubah(kantor_uji: Store) -> None:
    renstra.add(kantor_uji, ANALIS, LAMA)
    first = one(kantor_uji)
    assert (first.nama, first.mulai, first.akhir, first.dokumen) == (LAMA.nama, 2021, 2026, "Keputusan 9/2021")
    renstra.change(kantor_uji, ANALIS, Renstra(first.id, "Renstra  Kecamatan", 2021, 2025, "", first.versi))
    assert one(kantor_uji) == Renstra(first.id, "Renstra Kecamatan", 2021, 2025, "", 2)
    with pytest.raises(StaleError, match="sudah diubah oleh"):
        renstra.change(kantor_uji, REKAN, first)


@pytest.mark.parametrize(
    ("satu", "sebab"),
    [
        (Renstra(0, "  ", 2025, 2029), "Nama Renstra belum diisi"),
        (Renstra(0, "Renstra", 2025, 2024), "harus sesudah tahun pertama"),
        (Renstra(0, "Renstra", 2025, 2035), "paling lama 10 tahun"),
        (Renstra(0, "Renstra", 1999, 2003), "antara 2000 dan 2099"),
        (Renstra(0, "renstra 2021-2026", 2021, 2026), "sudah ada"),
    ],
)
def test_renstra_yang_tidak_mungkin_ditolak(kantor_uji: Store, satu: Renstra, sebab: str) -> None:
    renstra.add(kantor_uji, ANALIS, LAMA)
    with pytest.raises(RefusedError, match=sebab):
        renstra.add(kantor_uji, ANALIS, satu)
    assert len(renstra.load(kantor_uji, ANALIS).renstra) == 1


@pytest.mark.parametrize("akhir", [2025, 2034])
def test_renstra_satu_sampai_sepuluh_tahun_diterima(kantor_uji: Store, akhir: int) -> None:
    assert renstra.add(kantor_uji, ANALIS, Renstra(0, "Renstra", 2025, akhir))


def test_formulir_renstra_baru_hanya_berlaku_sekali(kantor_uji: Store) -> None:
    renstra.add(kantor_uji, ANALIS, LAMA, kartu="kartu-1")
    with pytest.raises(AlreadyDoneError):
        renstra.add(kantor_uji, ANALIS, BARU, kartu="kartu-1")


def test_tahun_yang_sudah_bertarget_tidak_dapat_dikeluarkan_dari_renstra(kantor_uji: Store) -> None:
    renstra.add(kantor_uji, ANALIS, LAMA)
    isian_kinerja.set_target(kantor_uji, ANALIS, indicator(kantor_uji), 2026, "80", jenis=RENSTRA)
    first = one(kantor_uji)
    with pytest.raises(RefusedError, match="sudah memuat target tahun 2026"):
        renstra.change(kantor_uji, ANALIS, Renstra(first.id, first.nama, 2021, 2025, "", first.versi))


def test_renstra_kosong_dapat_dihapus_yang_berisi_tidak(kantor_uji: Store) -> None:
    lama, baru = renstra.add(kantor_uji, ANALIS, LAMA), renstra.add(kantor_uji, ANALIS, BARU)
    isian_kinerja.set_target(kantor_uji, ANALIS, indicator(kantor_uji), 2021, "80", jenis=RENSTRA)
    with pytest.raises(RefusedError, match="memuat 0 indikator dan 1 target"):
        renstra.remove(kantor_uji, ANALIS, lama, 1)
    renstra.choose(kantor_uji, ANALIS, 2025, baru, 0)
    with pytest.raises(RefusedError, match="dipakai mengukur tahun 2025"):
        renstra.remove(kantor_uji, ANALIS, baru, 1)
    renstra.choose(kantor_uji, ANALIS, 2025, None, 1)
    renstra.remove(kantor_uji, ANALIS, baru, 1)
    assert [satu.id for satu in renstra.load(kantor_uji, ANALIS).renstra] == [lama]


def test_tahun_peralihan_dipilihkan_renstranya(kantor_uji: Store) -> None:
    assert renstra.measured_by(renstra.load(kantor_uji, ANALIS), 2025).endswith("Belum ada Renstra.")
    lama, baru = renstra.add(kantor_uji, ANALIS, LAMA), renstra.add(kantor_uji, ANALIS, BARU)
    seen = renstra.load(kantor_uji, ANALIS)
    assert renstra.measured_by(seen, 2025) == (
        "Tahun 2025 diukur menurut Renstra 2025-2029 (yang terbaru dari yang memuatnya)."
    )
    assert (
        renstra.measured_by(seen, 2024) == "Tahun 2024 diukur menurut Renstra 2021-2026 (satu-satunya yang memuatnya)."
    )
    assert renstra.measured_by(seen, 2030) == "Tahun 2030 tidak berada dalam Renstra mana pun."
    renstra.choose(kantor_uji, ANALIS, 2025, lama, 0)
    assert "Renstra 2021-2026 (dipilih)" in renstra.measured_by(renstra.load(kantor_uji, ANALIS), 2025)
    with pytest.raises(StaleError):
        renstra.choose(kantor_uji, REKAN, 2025, baru, 0)
    with pytest.raises(RefusedError, match="berlaku 2021-2026"):
        renstra.choose(kantor_uji, ANALIS, 2027, lama, 0)
    version = evaluation.data_version(kantor_uji)
    renstra.choose(kantor_uji, ANALIS, 2025, lama, 1)
    assert evaluation.data_version(kantor_uji) == version


def test_posisi_terbaru_yang_berlaku(kantor_uji: Store) -> None:
    key, satu = renstra.add(kantor_uji, ANALIS, BARU), indicator(kantor_uji)
    sasaran = perencanaan.list_sasaran(kantor_uji, ANALIS)[0].id
    with kantor_uji.deed(ANALIS, "uji", "posisi") as deed:
        tujuan = records.add_tujuan(deed, key, "Tujuan satu")
        place = PosisiRenstra(key, satu, sasaran, tujuan, 2024, terukur("80"), terukur("90"))
        records.add_posisi(deed, [PosisiRenstra(key, satu, sasaran)])
        records.add_posisi(deed, [place])
        records.change_tujuan(deed, tujuan, 1, {"teks": "Tujuan dua"})
    loaded = renstra.load(kantor_uji, ANALIS)
    (found,) = loaded.posisi
    assert (found.tujuan_id, found.tahun_awal, found.awal, found.akhir) == (tujuan, 2024, terukur("80"), terukur("90"))
    assert [goal.teks for goal in loaded.tujuan] == ["Tujuan dua"]


def test_target_dari_formulir_menjadi_milik_renstra_tahunnya(kantor_uji: Store) -> None:
    key, satu = renstra.add(kantor_uji, ANALIS, BARU), indicator(kantor_uji)
    isian_kinerja.set_target(kantor_uji, ANALIS, satu, 2025, "80", jenis=RENSTRA)
    tabel_target.save(kantor_uji, ANALIS, satu, {(2025, RENSTRA): Isian("80", "82"), (2024, RENSTRA): Isian("", "70")})
    stored = evaluation.load(kantor_uji, ANALIS).target
    assert {(t.tahun, t.renstra, t.nilai.teks) for t in stored} == {(2024, None, "70"), (2025, key, "82")}
    assert tabel_target.written(tabel_target.load(kantor_uji, ANALIS, satu)[2025, RENSTRA]) == "82"


def test_target_lama_tanpa_renstra_tetap_berlaku_sampai_diganti(kantor_uji: Store) -> None:
    satu = indicator(kantor_uji)
    isian_kinerja.set_target(kantor_uji, ANALIS, satu, 2025, "80", jenis=RENSTRA)
    renstra.add(kantor_uji, ANALIS, BARU)
    ini = evaluation.evaluate(kantor_uji, ANALIS, 2025).indikator[0].ini
    assert ini.target_renstra is not None
    assert ini.target_renstra.nilai.teks == "80"
    tabel_target.save(kantor_uji, ANALIS, satu, {(2025, RENSTRA): Isian("80", "82")})
    ini = evaluation.evaluate(kantor_uji, ANALIS, 2025).indikator[0].ini
    assert ini.target_renstra is not None
    assert ini.target_renstra.nilai.teks == "82"


def test_target_renstra_dari_unggahan_dibandingkan_dengan_renstra_tahunnya(kantor_uji: Store) -> None:
    key, satu = renstra.add(kantor_uji, ANALIS, BARU), indicator(kantor_uji)
    isian_kinerja.set_target(kantor_uji, ANALIS, satu, 2025, "80", jenis=RENSTRA)
    content = b"Sasaran;Indikator;Satuan;Target Renstra 2025;Realisasi 2025\nSasaran satu;Indikator satu;%;81;79\n"
    reading = importing.read("kinerja.csv", content, tahun=2025)
    changes = importing.preview(kantor_uji, ANALIS, reading, 2025).perubahan
    assert [(satu.sebelum, satu.sesudah) for satu in changes] == [("80", "81")]
    importing.save(kantor_uji, ANALIS, reading, content, tahun=2025)
    (stored,) = evaluation.load(kantor_uji, ANALIS).target
    assert (stored.renstra, stored.nilai.angka, stored.nilai.status) == (key, 81, StatusNilai.TERUKUR)
