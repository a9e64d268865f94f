"""Section workbooks: the right one, what is wrong with it, stored as versions, accepted or returned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.indikator import Agregasi, JenisTarget
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.pengumpulan import Keadaan, Penjelasan
from lkjip.errors import ForbiddenError, RefusedError, StaleError
from lkjip.services import downloads, evaluation, importing, isian_kinerja, kiriman, papan, perencanaan, seksi
from lkjip.services import kantor as offices
from lkjip.services.actor import OPERATOR
from lkjip.services.evaluation import load_from
from lkjip.services.kiriman import SeksiTahun
from lkjip.store import Store, penjelasan
from tests.makers.akun import Warga
from tests.makers.kiriman import TAHUN, Kantor, collecting, collection_of, complete, filled, reading_of, values, words

FILLINGS = {"kantor": collecting}


@pytest.fixture
def kantor(store: Store, warga: Warga) -> Kantor:
    return collection_of(store, warga)


def codes(seen: kiriman.Pratinjau) -> list[str]:
    return [satu.kode for satu in seen.temuan]


def value(kantor: Kantor, key: int, triwulan: int | None = None) -> str:
    data = evaluation.load(kantor.store, OPERATOR)
    fact = next(
        (x for x in data.realisasi if (x.indikator_id, x.tahun, x.triwulan) == (key, TAHUN, triwulan)), None
    )  # fmt: skip
    if fact is None:
        return "-"
    return fact.nilai.alasan if fact.nilai.status is StatusNilai.KOSONG else str(fact.nilai.angka)


def state(kantor: Kantor, seksi_id: int) -> papan.BarisPapan:
    return next(x for x in papan.board(kantor.store, OPERATOR, TAHUN).baris if x.seksi.id == seksi_id)


def newest(kantor: Kantor, seksi_id: int | None = None) -> kiriman.RiwayatKiriman:
    return kiriman.history(kantor.store, kantor.warga.analis.actor, TAHUN, seksi_id or kantor.pelayanan)[0]


def test_buku_kerja_lengkap_tersimpan_sekali_dengan_semua_isinya(kantor: Kantor) -> None:
    rina, isi = kantor.warga.seksi.actor, filled(complete(), kantor.workbook(kantor.pelayanan))
    seen = kantor.look(rina, isi, kantor.pelayanan)
    assert (codes(seen), seen.boleh_simpan, seen.versi) == ([], True, 1)
    assert [(x.ada, x.dari) for x in seen.bagian] == [(2, 2), (0, 0), (2, 2), (1, 1)]
    saved = kantor.send(rina, isi, kantor.pelayanan)
    assert saved.kalimat == "Tersimpan: Seksi Pelayanan tahun 2025, versi 1, 6 isian."
    assert (value(kantor, kantor.ikm), value(kantor, kantor.arsip)) == ("87", "91")
    with kantor.store.read() as connection:
        (bukti, _) = penjelasan.load_data_dukung(connection, TAHUN)
        (serapan,) = penjelasan.load_serapan(connection, TAHUN)
    assert (bukti.tautan, bukti.sumber.lembar) == ("https://contoh.example/survei", "Data Dukung")
    assert (serapan.seksi_id, serapan.kode, serapan.nilai.angka) == (kantor.pelayanan, "7.01.02", 90_000_000)
    baris = state(kantor, kantor.pelayanan)
    assert (baris.keadaan, baris.berlaku and baris.berlaku.versi) == (Keadaan.SIAP, 1)
    again = kantor.send(rina, isi, kantor.pelayanan)
    assert (again.sudah_ada, again.versi) == (True, 1)
    assert "sudah tersimpan sebagai versi 1 oleh Rina Contoh" in again.kalimat
    assert len(kiriman.history(kantor.store, rina, TAHUN, kantor.pelayanan)) == 1


def test_yang_diunggah_analis_untuk_seksi_terlihat_oleh_seksi_itu(kantor: Kantor) -> None:
    isi = filled(complete(), kantor.workbook(kantor.pelayanan))
    kantor.send(kantor.warga.analis.actor, isi, kantor.pelayanan)
    (satu,) = importing.history(kantor.store, kantor.warga.seksi.actor)
    assert [(x.jenis, x.baru) for x in satu.hitung] == [("Realisasi", 2)]
    assert downloads.original(kantor.store, kantor.warga.seksi.actor, satu.id).isi == isi
    assert importing.history(kantor.store, kantor.warga.seksi_lain.actor) == ()


def test_buku_kerja_seksi_atau_tahun_lain_ditolak_dengan_nama_yang_benar(kantor: Kantor) -> None:
    analis, joko = kantor.warga.analis.actor, kantor.warga.seksi_lain.actor
    pelayanan = filled(complete(), kantor.workbook(kantor.pelayanan))
    kantor.workbook(kantor.pemberdayaan)
    (satu,) = kantor.look(analis, pelayanan, kantor.pemberdayaan).temuan
    assert satu.kode == "kiriman_untuk_seksi_lain"
    assert satu.pesan == "Berkas ini untuk Seksi Pelayanan tahun 2025, bukan Seksi Pemberdayaan tahun 2025."
    assert satu.saran.startswith("Pilih Seksi Pelayanan tahun 2025, atau unggah buku kerja Seksi Pemberdayaan")
    (satu,) = kantor.look(joko, pelayanan, kantor.pemberdayaan).temuan
    assert (satu.kode, "Pilih" in satu.saran) == ("kiriman_bukan_milik_anda", False)
    lama = kantor.workbook(kantor.pelayanan, 2024)
    (satu,) = kantor.look(analis, lama, kantor.pelayanan).temuan
    assert satu.pesan == "Berkas ini untuk Seksi Pelayanan tahun 2024, bukan Seksi Pelayanan tahun 2025."
    with pytest.raises(RefusedError, match="Berkas ini untuk Seksi Pelayanan tahun 2025"):
        kantor.send(analis, pelayanan, kantor.pemberdayaan)
    assert importing.history(kantor.store, analis) == ()


def test_buku_kerja_yang_tidak_dibuat_di_sini_ditolak_dengan_menyebut_yang_benar(kantor: Kantor) -> None:
    analis = kantor.warga.analis.actor
    isi = filled(complete(), kantor.workbook(kantor.pelayanan, tercatat=False))
    (satu,) = kantor.look(analis, isi, kantor.pelayanan).temuan
    assert satu.kode == "kiriman_tidak_dikenal"
    assert satu.saran.startswith("Ambil buku kerja Seksi Pelayanan tahun 2025 di halaman Format pengumpulan")
    isian_kinerja.set_target(kantor.store, analis, kantor.ikm, TAHUN, "86", jenis=JenisTarget.PK, terlihat="85")
    kantor.workbook(kantor.pelayanan)
    (satu,) = kantor.look(analis, isi, kantor.pelayanan).temuan
    assert "Ambil buku kerja Seksi Pelayanan tahun 2025 (dibuat " in satu.saran
    offices.change_office(
        kantor.store,
        kantor.warga.admin.actor,
        replace(offices.current(kantor.store), nama="Kecamatan Lain"),  # type: ignore[type-var]
    )
    (satu,) = kantor.look(analis, isi, kantor.pelayanan).temuan
    assert satu.kode == "kiriman_kantor_lain"
    assert "milik 00.00.09 Kecamatan Uji, bukan 00.00.09 Kecamatan Lain" in satu.pesan


def test_versi_lama_yang_masih_cocok_dibaca_dengan_catatan(kantor: Kantor) -> None:
    analis, isi = kantor.warga.analis.actor, filled(complete(), kantor.workbook(kantor.pelayanan))
    isian_kinerja.set_target(kantor.store, analis, kantor.ikm, TAHUN, "86", jenis=JenisTarget.PK, terlihat="85")
    kantor.workbook(kantor.pelayanan)
    seen = kantor.look(analis, isi, kantor.pelayanan)
    assert codes(seen) == ["kiriman_versi_lama_dibaca"]
    assert "pakai buku kerja Seksi Pelayanan tahun 2025 (dibuat " in seen.temuan[0].saran
    assert kantor.send(analis, isi, kantor.pelayanan).versi == 1


def test_versi_lama_yang_tidak_cocok_lagi_ditolak(kantor: Kantor) -> None:
    analis, isi = kantor.warga.analis.actor, filled(complete(), kantor.workbook(kantor.pelayanan))
    satu = next(x for x in perencanaan.list_indikator(kantor.store, analis) if x.id == kantor.desa)
    perencanaan.edit_indikator(
        kantor.store, analis, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus="naik",
        agregasi=Agregasi.TERAKHIR, seksi=kantor.pelayanan,
    )  # fmt: skip
    kantor.workbook(kantor.pelayanan)
    (temuan,) = kantor.look(analis, isi, kantor.pelayanan).temuan
    assert temuan.kode == "kiriman_versi_lama"
    assert "tidak lagi cocok dengan rencana Seksi Pelayanan tahun 2025" in temuan.pesan
    with pytest.raises(RefusedError, match="versi lama"):
        kantor.send(analis, isi, kantor.pelayanan)


def test_selama_ada_galat_tidak_ada_yang_tersimpan(kantor: Kantor) -> None:
    rina = kantor.warga.seksi.actor
    salah = filled(complete(ikm="98.5.3"), kantor.workbook(kantor.pelayanan))
    seen = kantor.look(rina, salah, kantor.pelayanan)
    assert seen.temuan[0].kode == "isian_bukan_angka"
    assert not seen.boleh_simpan
    with pytest.raises(RefusedError, match="1 galat belum diperbaiki"):
        kantor.send(rina, salah, kantor.pelayanan)
    assert value(kantor, kantor.arsip) == "-"
    assert state(kantor, kantor.pelayanan).keadaan is Keadaan.MENUNGGU
    baik = filled(complete(), kantor.workbook(kantor.pelayanan))
    assert kantor.send(rina, baik, kantor.pelayanan).versi == 1


def test_pemeriksaan_nilai_memakai_ruang_yang_sama_dengan_berkas_lain(kantor: Kantor) -> None:
    isi = {**complete(ikm=-87, arsip="0,91"), ("Anggaran", "setahun", 1): 120}
    seen = kantor.look(kantor.warga.seksi.actor, filled(isi, kantor.workbook(kantor.pelayanan)), kantor.pelayanan)
    assert {"nilai_negatif"} <= set(codes(seen))
    assert len([x for x in seen.temuan if x.sel == "J7"]) <= 1, "satu sel tidak disebut dua kali"


def test_di_bawah_target_atau_lebih_buruk_wajib_dijelaskan_di_buku_kerja_atau_di_layar(kantor: Kantor) -> None:
    rina = kantor.warga.seksi.actor
    kurang = filled(complete(ikm=84, arsip=86), kantor.workbook(kantor.pelayanan))
    seen = kantor.look(rina, kurang, kantor.pelayanan)
    assert codes(seen) == ["penjelasan_wajib", "penjelasan_wajib"]
    assert [x.alasan for x in seen.wajib] == [
        "target tidak tercapai: 84, target 85",
        "target tidak tercapai: 86, target 90; lebih buruk dari tahun lalu: 86, tahun lalu 87",
    ]  # fmt: skip
    assert (seen.temuan[0].lembar, seen.temuan[0].sel) == ("Analisis", "E6")
    assert seen.boleh_simpan, "wajib dijelaskan, tetapi data tidak ditahan"
    dijelaskan = filled({**complete(ikm=84, arsip=86), **words("antrean", "loket baru", 1)},
                        kantor.workbook(kantor.pelayanan))  # fmt: skip
    ketikan = {kantor.arsip: Penjelasan(kantor.arsip, TAHUN, penghambat=" banjir ", tindak_lanjut="rak baru")}
    seen = kantor.look(rina, dijelaskan, kantor.pelayanan, ketikan=ketikan)
    assert codes(seen) == []
    kantor.send(rina, dijelaskan, kantor.pelayanan, ketikan=ketikan)
    with kantor.store.read() as connection:
        said = {x.indikator_id: x for x in penjelasan.load_penjelasan(connection, TAHUN)}
    assert (said[kantor.ikm].upaya, said[kantor.ikm].sumber.lembar) == ("loket baru", "Analisis")
    assert (said[kantor.arsip].penghambat, said[kantor.arsip].sumber.berkas) == ("banjir", "")
    assert state(kantor, kantor.pelayanan).keadaan is Keadaan.SIAP


def test_ketikan_untuk_indikator_seksi_lain_tidak_tersimpan(kantor: Kantor) -> None:
    ketikan = {kantor.desa: Penjelasan(kantor.desa, TAHUN, penghambat="x")}
    isi = filled(complete(), kantor.workbook(kantor.pelayanan))
    kantor.send(kantor.warga.seksi.actor, isi, kantor.pelayanan, ketikan=ketikan)
    with kantor.store.read() as connection:
        assert penjelasan.load_penjelasan(connection, TAHUN) == ()


def test_buku_kerja_kosong_tercatat_nol_dan_tidak_pernah_siap(kantor: Kantor) -> None:
    for key in (kantor.ikm, kantor.arsip):
        isian_kinerja.set_realisasi(kantor.store, kantor.warga.analis.actor, key, TAHUN - 1, "80")
    csv = (
        b"Indikator Kinerja;Satuan;Realisasi 2025\nIndeks Kepuasan Masyarakat;nilai;87\nPersentase arsip tertata;%;95\n"
    )
    reading = importing.read("lama.csv", csv, tahun=TAHUN)
    importing.save(kantor.store, kantor.warga.analis.actor, reading, csv, tahun=TAHUN)
    assert state(kantor, kantor.pelayanan).bagian[0].ada == 2, "sebelum ada kiriman, yang dimuat analis dihitung"
    kosong = kantor.workbook(kantor.pelayanan)
    seen = kantor.look(kantor.warga.seksi.actor, kosong, kantor.pelayanan)
    assert (codes(seen), seen.boleh_simpan) == (["kiriman_tanpa_isi"], True)
    kantor.send(kantor.warga.seksi.actor, kosong, kantor.pelayanan)
    baris = state(kantor, kantor.pelayanan)
    assert baris.keadaan is Keadaan.SEBAGIAN
    assert [(x.ada, x.dari) for x in baris.bagian] == [(0, 2), (0, 0), (0, 2), (0, 1)]
    assert value(kantor, kantor.ikm) == "87", "yang dimuat analis tetap berlaku untuk capaian"


def test_versi_baru_menambahkan_yang_berubah_dan_menarik_yang_dikosongkan(kantor: Kantor) -> None:
    rina, buku = kantor.warga.seksi.actor, kantor.workbook(kantor.pelayanan)
    pertama = {**complete(), **values(tw1={1: 80, 2: 70}), **words("antrean", "loket", 1)}
    kantor.send(rina, filled(pertama, buku), kantor.pelayanan)
    kedua = {**complete(ikm=88), **values(tw1={1: 80})}
    seen = kantor.look(rina, filled(kedua, buku), kantor.pelayanan)
    assert {str(x.kunci): (x.sebelum, x.sesudah) for x in seen.perubahan} == {
        f"indikator {kantor.ikm} | setahun | realisasi": ("87", "88"),
        f"indikator {kantor.arsip} | TW I | realisasi": ("70", ""),
        f"indikator {kantor.ikm} | penjelasan | penghambat": ("antrean", ""),
        f"indikator {kantor.ikm} | penjelasan | upaya": ("loket", ""),
    }
    assert kantor.send(rina, filled(kedua, buku), kantor.pelayanan).versi == 2
    assert value(kantor, kantor.ikm) == "88"
    assert value(kantor, kantor.arsip, 1) == "dikosongkan pada kiriman versi 2"
    v2, v1 = kiriman.history(kantor.store, rina, TAHUN, kantor.pelayanan)
    assert kiriman.changes(kantor.store, rina, v1.kiriman.id, v2.kiriman.id) == seen.perubahan
    (satu,) = [x for x in importing.history(kantor.store, rina) if x.id == v2.kiriman.impor_id]
    assert [(x.baru, x.berubah) for x in satu.hitung] == [(0, 2)]
    kembali = kantor.send(rina, filled(pertama, buku), kantor.pelayanan)
    assert kembali.versi == 3, "kembali ke isi lama adalah versi baru"
    assert value(kantor, kantor.arsip, 1) == "70"


def test_indikator_yang_pindah_ke_seksi_lain_tetap_disebut_namanya_di_perubahan(kantor: Kantor) -> None:
    rina, buku = kantor.warga.seksi.actor, kantor.workbook(kantor.pelayanan)
    kantor.send(rina, filled(complete(), buku), kantor.pelayanan)
    analis = kantor.warga.analis.actor
    satu = next(x for x in perencanaan.list_indikator(kantor.store, analis) if x.id == kantor.arsip)
    perencanaan.edit_indikator(
        kantor.store, analis, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus="naik",
        agregasi=satu.agregasi, seksi=kantor.pemberdayaan,
    )  # fmt: skip
    baru = {**values(setahun={1: 87}), **words("antrean", "loket", 1)}
    seen = kantor.look(rina, filled(baru, kantor.workbook(kantor.pelayanan)), kantor.pelayanan)
    assert kantor.arsip in {x.kunci.indikator_id for x in seen.perubahan}
    assert seen.nama == {
        kantor.ikm: "Indeks Kepuasan Masyarakat", kantor.arsip: "Persentase arsip tertata",
    }  # fmt: skip


def test_fakta_satu_seksi_sama_dengan_bagiannya_dari_semua(kantor: Kantor) -> None:
    kantor.send(kantor.warga.seksi.actor, filled(complete(), kantor.workbook(kantor.pelayanan)), kantor.pelayanan)
    with kantor.store.read() as connection:
        semua = load_from(connection, semua=True)
        satu = load_from(connection, semua=True, seksi=kantor.pelayanan)
    mine = {kantor.ikm, kantor.arsip}
    assert {x.id for x in satu.indikator} == mine
    assert satu.indikator == tuple(x for x in semua.indikator if x.id in mine)
    assert satu.target == tuple(x for x in semua.target if x.indikator_id in mine)
    assert satu.realisasi == tuple(x for x in semua.realisasi if x.indikator_id in mine)
    assert len(satu.realisasi) == 4 < len(semua.realisasi)
    assert (satu.anggaran, satu.pagu, satu.versi) == (semua.anggaran, semua.pagu, semua.versi)


def test_isi_sama_dalam_berkas_lain_disebut_sebelum_disimpan(kantor: Kantor) -> None:
    rina, buku = kantor.warga.seksi.actor, kantor.workbook(kantor.pelayanan)
    kantor.send(rina, filled(complete(), buku), kantor.pelayanan)
    lain = filled({**complete(), ("Indikator", "keterangan", 1): "disimpan ulang"}, buku)
    seen = kantor.look(rina, lain, kantor.pelayanan)
    assert seen.catatan == ("Tidak ada isian yang berubah dibanding versi 1.",)


def test_menerima_mengembalikan_dan_memperbaiki(kantor: Kantor) -> None:
    rina, analis, buku = kantor.warga.seksi.actor, kantor.warga.analis.actor, kantor.workbook(kantor.pelayanan)
    kantor.send(rina, filled(complete(), buku), kantor.pelayanan)
    satu = newest(kantor)
    with pytest.raises(RefusedError, match="Catatan untuk seksi belum diisi"):
        kiriman.return_with_reason(kantor.store, analis, satu.kiriman.id, None, " - ")
    kiriman.return_with_reason(kantor.store, analis, satu.kiriman.id, None, "IKM belum memakai survei 2025.")
    baris = state(kantor, kantor.pelayanan)
    assert (baris.keadaan, baris.putusan and baris.putusan.alasan) == (
        Keadaan.DIKEMBALIKAN, "IKM belum memakai survei 2025.",
    )  # fmt: skip
    perbaikan = filled(complete(ikm=86), buku)
    assert "dikembalikan oleh Siti Contoh: IKM belum" in kantor.look(rina, perbaikan, kantor.pelayanan).catatan[0]
    kantor.send(rina, perbaikan, kantor.pelayanan)
    assert state(kantor, kantor.pelayanan).keadaan is Keadaan.SIAP
    with pytest.raises(StaleError, match="Sudah ada versi 2, dikirim Rina Contoh"):
        kiriman.accept(kantor.store, analis, satu.kiriman.id, None)
    kiriman.accept(kantor.store, analis, newest(kantor).kiriman.id, None)
    assert state(kantor, kantor.pelayanan).keadaan is Keadaan.DITERIMA
    lagi = kantor.look(rina, filled(complete(ikm=89), buku), kantor.pelayanan)
    assert lagi.catatan == ("Versi 2 sudah diterima. Versi baru harus diterima analis lagi.",)


def test_dua_analis_tidak_menimpa_putusan_satu_sama_lain(kantor: Kantor) -> None:
    analis = kantor.warga.analis.actor
    kantor.send(analis, filled(complete(), kantor.workbook(kantor.pelayanan)), kantor.pelayanan)
    key = newest(kantor).kiriman.id
    kiriman.return_with_reason(kantor.store, analis, key, None, "Periksa arsip.")
    with pytest.raises(StaleError, match="Versi 1 sudah dikembalikan oleh Siti Contoh"):
        kiriman.accept(kantor.store, analis, key, None)
    kiriman.accept(kantor.store, analis, key, newest(kantor).putusan, "diperiksa lagi")
    kiriman.accept(kantor.store, analis, key, None, "diperiksa lagi")  # the same word twice is one
    assert newest(kantor).putusan.keadaan is Keadaan.DITERIMA  # type: ignore[union-attr]


def test_hanya_yang_berhak_menilai_dan_melihat(kantor: Kantor) -> None:
    warga, isi = kantor.warga, filled(complete(), kantor.workbook(kantor.pelayanan))
    kantor.send(warga.seksi.actor, isi, kantor.pelayanan)
    key = newest(kantor).kiriman.id
    for orang in (warga.seksi, warga.sekretaris, warga.camat, warga.admin):
        with pytest.raises(ForbiddenError):
            kiriman.accept(kantor.store, orang.actor, key, None)
    with pytest.raises(ForbiddenError, match="seksi Anda sendiri"):
        kiriman.history(kantor.store, warga.seksi_lain.actor, TAHUN, kantor.pelayanan)
    with pytest.raises(ForbiddenError, match="seksi Anda sendiri"):
        kiriman.changes(kantor.store, warga.seksi_lain.actor, key, key)
    with pytest.raises(ForbiddenError, match="seksi Anda sendiri"):
        kantor.send(warga.seksi_lain.actor, isi, kantor.pelayanan)
    assert len(papan.board(kantor.store, warga.seksi_lain.actor, TAHUN).baris) == 2


def test_hanya_yang_diterima_yang_dihitung_bila_diminta(kantor: Kantor) -> None:
    analis, buku = kantor.warga.analis.actor, kantor.workbook(kantor.pelayanan)
    kantor.send(analis, filled(complete(), buku), kantor.pelayanan)
    offices.set_pengaturan(kantor.store, analis, Pengaturan(hanya_diterima=True), 1)

    def measured() -> list[str]:
        evaluasi = evaluation.evaluate(kantor.store, analis, TAHUN)
        return [x.indikator.teks for x in evaluasi.indikator if x.realisasi is not None]

    assert measured() == []
    assert len(evaluation.load(kantor.store, analis).ditahan) == 2
    assert "2 realisasi 2025 tidak ikut dihitung" in evaluation.evaluate(kantor.store, analis, TAHUN).aturan[-1]
    assert state(kantor, kantor.pelayanan).keadaan is Keadaan.SIAP, "papan tetap melihat semuanya"
    kiriman.accept(kantor.store, analis, newest(kantor).kiriman.id, None)
    assert measured() == ["Indeks Kepuasan Masyarakat", "Persentase arsip tertata"]
    kantor.send(analis, filled(complete(ikm=90), buku), kantor.pelayanan)
    assert measured() == ["Persentase arsip tertata"], "yang tidak berubah tetap diterima"
    kiriman.return_with_reason(kantor.store, analis, newest(kantor).kiriman.id, None, "salah")
    assert measured() == ["Persentase arsip tertata"]
    offices.set_pengaturan(kantor.store, analis, Pengaturan(), 2)
    assert len(measured()) == 2


def test_bukan_buku_kerja_seksi_ditolak_dengan_kalimat(kantor: Kantor) -> None:
    csv = b"Indikator Kinerja;Realisasi 2025\nIKM;5\n"
    reading = importing.read("biasa.csv", csv, tahun=TAHUN)
    untuk = SeksiTahun(kantor.pelayanan, TAHUN)
    with pytest.raises(RefusedError, match=r"'biasa\.csv' bukan buku kerja seksi"):
        kiriman.preview(kantor.store, kantor.warga.analis.actor, reading, untuk)
    buku = kantor.workbook(kantor.pelayanan)
    with pytest.raises(RefusedError, match="Ini buku kerja Seksi Pelayanan tahun 2025"):
        importing.save(kantor.store, kantor.warga.analis.actor, reading_of(buku), buku, tahun=TAHUN)
    with pytest.raises(RefusedError, match="berubah sejak dibaca"):
        kiriman.save(kantor.store, kantor.warga.analis.actor, reading_of(buku), b"lain", untuk=untuk)


def test_kantor_tanpa_rencana_mengatakan_belum_ada_yang_diminta(store: Store, warga: Warga) -> None:
    hasil = papan.board(store, warga.camat.actor, TAHUN)
    assert papan.sentence(hasil) == "Belum ada seksi yang diminta mengirim data tahun 2025."


def test_kalimat_papan_menyebut_setiap_keadaan(kantor: Kantor) -> None:
    analis = kantor.warga.analis.actor
    assert papan.sentence(papan.board(kantor.store, analis, TAHUN)) == "0 dari 2 seksi sudah mengirim."
    kantor.send(analis, filled(complete(), kantor.workbook(kantor.pelayanan)), kantor.pelayanan)
    kantor.send(analis, kantor.workbook(kantor.pemberdayaan), kantor.pemberdayaan)
    kiriman.accept(kantor.store, analis, newest(kantor).kiriman.id, None)
    assert papan.sentence(papan.board(kantor.store, analis, TAHUN)) == (
        "2 dari 2 seksi sudah mengirim: 1 diterima dan 1 belum lengkap."
    )
    seksi.add_seksi(kantor.store, kantor.warga.admin.actor, "Seksi Tanpa Tugas")
    assert len(papan.board(kantor.store, analis, TAHUN).baris) == 2


def test_angka_yang_melonjak_dari_tahun_lalu_disebut_dengan_selnya(kantor: Kantor) -> None:
    content = filled(complete(ikm=830), kantor.workbook(kantor.pelayanan))
    seen = kantor.look(kantor.warga.seksi.actor, content, kantor.pelayanan)
    (found,) = [satu for satu in seen.temuan if satu.kode == "realisasi_salah_koma"]
    assert "hampir tepat 10 kali lipat tahun 2024 (83)" in found.pesan
    assert found.lembar == "Indikator"
    assert found.sel
    assert seen.boleh_simpan
