"""Office, settings, plan and values by form."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.domain.indikator import Agregasi, JenisTarget
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import StatusNilai
from lkjip.errors import RefusedError, StaleError
from lkjip.services import evaluation, kantor, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from tests.integration.conftest import ADMIN, ANALIS, REKAN

KANTOR = Kantor("Kecamatan Uji", "Kutai Kartanegara", tahun_aktif=2025)


@pytest.fixture
def office(store: Store) -> Store:
    kantor.start_office(store, OPERATOR, KANTOR)
    return store


def test_basis_data_baru_belum_punya_kantor(store: Store) -> None:
    assert kantor.current(store) is None
    with pytest.raises(RefusedError, match="Belum ada kantor"):
        evaluation.load(store, OPERATOR)


def test_nama_kantor_dirapikan_dan_wajib_diisi(store: Store) -> None:
    with pytest.raises(RefusedError, match="Nama kantor belum diisi"):
        kantor.start_office(store, OPERATOR, replace(KANTOR, nama="  "))
    started = kantor.start_office(store, OPERATOR, replace(KANTOR, nama="  Kecamatan \n Uji "))
    assert started.nama == "Kecamatan Uji"
    assert kantor.current(store) == started


@pytest.mark.parametrize(("tahun", "boleh"), [(1999, False), (2000, True), (2099, True), (2100, False)])
def test_tahun_laporan_dari_2000_sampai_2099(store: Store, tahun: int, boleh: bool) -> None:
    if boleh:
        assert kantor.start_office(store, OPERATOR, replace(KANTOR, tahun_aktif=tahun)).tahun_aktif == tahun
    else:
        with pytest.raises(RefusedError, match=f"Tahun {tahun}"):
            kantor.start_office(store, OPERATOR, replace(KANTOR, tahun_aktif=tahun))


def test_kantor_sendiri_menggantikan_data_contoh_dan_tidak_menyisakannya(demo: Store) -> None:
    kantor.start_office(demo, OPERATOR, KANTOR)
    data = evaluation.load(demo, OPERATOR)
    assert (data.kantor.nama, data.kantor.demo) == ("Kecamatan Uji", False)
    assert (data.sasaran, data.indikator, data.target, data.realisasi, data.anggaran) == ((), (), (), (), ())
    assert evaluation.years(demo) == ()


def test_data_contoh_tidak_pernah_dimuat_di_atas_kantor_sungguhan(office: Store) -> None:
    with pytest.raises(RefusedError, match="sudah dipakai Kecamatan Uji"):
        kantor.load_demo(office, OPERATOR)
    present = kantor.current(office)
    assert present is not None
    assert present.nama == "Kecamatan Uji"


def test_ubah_data_kantor_tidak_dapat_mengubah_tanda_contoh(demo: Store) -> None:
    present = kantor.current(demo)
    assert present is not None
    kantor.change_office(demo, ADMIN, replace(present, demo=False, alamat="Jalan Baru"))
    changed = kantor.current(demo)
    assert changed is not None
    assert (changed.demo, changed.alamat) == (True, "Jalan Baru")


@pytest.mark.parametrize(
    ("salah", "kata"),
    [
        ({"skala": "karangan"}, "Skala 'karangan' tidak dikenal"),
        ({"batas": Decimal(99)}, "di bawah 100"),
        ({"batas_untuk": "sebagian"}, "tidak dikenal"),
        ({"rasio_nol": Decimal(50)}, "hanya dapat"),
    ],
)
def test_pengaturan_yang_tidak_masuk_akal_ditolak(office: Store, salah: dict[str, object], kata: str) -> None:
    with pytest.raises(RefusedError, match=kata):
        kantor.set_pengaturan(office, ANALIS, replace(Pengaturan(), **salah), 1)  # type: ignore[arg-type]
    assert kantor.pengaturan(office) == (Pengaturan(), 1)


def test_pengaturan_disimpan_dan_penyimpan_kedua_diberi_tahu(office: Store) -> None:
    kantor.set_pengaturan(office, ANALIS, Pengaturan(batas=Decimal(110), rasio_nol=Decimal(100)), 1)
    assert kantor.pengaturan(office) == (Pengaturan(batas=Decimal(110), rasio_nol=Decimal(100)), 2)
    with pytest.raises(StaleError, match="Pengaturan sudah diubah oleh Siti Contoh"):
        kantor.set_pengaturan(office, ADMIN, Pengaturan(), 1)


def test_menyusun_rencana_dengan_formulir(office: Store) -> None:
    sasaran = perencanaan.add_sasaran(office, ANALIS, "  Meningkatnya   pelayanan ")
    satu = perencanaan.add_indikator(office, ANALIS, sasaran, "Indeks Kepuasan Masyarakat", "nilai")
    dua = perencanaan.add_indikator(office, ANALIS, sasaran, "Jumlah pengaduan", "pengaduan", rumus="turun")
    perencanaan.set_program(office, ANALIS, sasaran, 1, ["7.01.02", " 7.01.02", "7.01.03", ""])
    assert perencanaan.list_sasaran(office, OPERATOR)[0].teks == "Meningkatnya pelayanan"
    assert perencanaan.list_sasaran(office, OPERATOR)[0].program == ("7.01.02", "7.01.03")
    daftar = perencanaan.list_indikator(office, OPERATOR)
    assert [(x.id, x.urutan, x.rumus, x.rumus_ditetapkan) for x in daftar] == [
        (satu, 1, "naik", True),
        (dua, 2, "turun", True),
    ]


def test_ubah_indikator_memindahkan_dan_menetapkan_rumus(demo: Store) -> None:
    first = perencanaan.list_indikator(demo, OPERATOR)[0]
    tujuan = perencanaan.list_sasaran(demo, OPERATOR)[3]
    versi = perencanaan.edit_indikator(
        demo, ANALIS, first.id, first.versi, teks="IKM", satuan="indeks", rumus="stabil",
        agregasi=Agregasi.RATA_RATA, sasaran_id=tujuan.id,
    )  # fmt: skip
    changed = next(satu for satu in perencanaan.list_indikator(demo, OPERATOR) if satu.id == first.id)
    assert changed == replace(
        first,
        sasaran_id=tujuan.id,
        teks="IKM",
        satuan="indeks",
        rumus="stabil",
        agregasi=Agregasi.RATA_RATA,
        versi=versi,
    )
    with pytest.raises(StaleError, match="Indikator ini sudah diubah oleh Siti Contoh"):
        perencanaan.edit_indikator(
            demo, REKAN, first.id, first.versi, teks="IKM", satuan="", rumus="naik", agregasi=Agregasi.TERAKHIR
        )


def test_rumus_yang_tidak_ada_ditolak_dengan_daftar_yang_ada(office: Store) -> None:
    sasaran = perencanaan.add_sasaran(office, ANALIS, "Sasaran")
    with pytest.raises(RefusedError, match=r"Rumus 'kira-kira' tidak dikenal. Pilih salah satu: naik"):
        perencanaan.add_indikator(office, ANALIS, sasaran, "Indikator", rumus="kira-kira")


def test_sasaran_dan_indikator_kembar_ditolak(demo: Store) -> None:
    sasaran = perencanaan.list_sasaran(demo, OPERATOR)[0]
    with pytest.raises(RefusedError, match="sudah ada"):
        perencanaan.add_sasaran(demo, ANALIS, sasaran.teks.upper())
    with pytest.raises(RefusedError, match="sudah ada"):
        perencanaan.add_indikator(demo, ANALIS, sasaran.id, "indeks kepuasan masyarakat (ikm)")


def test_sasaran_yang_masih_berisi_tidak_dapat_dihapus(demo: Store) -> None:
    sasaran = perencanaan.list_sasaran(demo, OPERATOR)[2]
    with pytest.raises(RefusedError, match="masih memuat 2 indikator"):
        perencanaan.remove_sasaran(demo, ANALIS, sasaran.id, sasaran.versi)
    for satu in [one for one in perencanaan.list_indikator(demo, OPERATOR) if one.sasaran_id == sasaran.id]:
        perencanaan.remove_indikator(demo, ANALIS, satu.id, satu.versi)
    perencanaan.remove_sasaran(demo, ANALIS, sasaran.id, sasaran.versi)
    assert len(perencanaan.list_sasaran(demo, OPERATOR)) == 3
    assert evaluation.evaluate(demo, OPERATOR, 2025).hitungan.jumlah == 10


def test_target_baru_berlaku_dan_yang_lama_tetap_tercatat(demo: Store) -> None:
    satu = perencanaan.list_indikator(demo, OPERATOR)[0]
    perencanaan.set_target(demo, REKAN, satu.id, 2025, "86,5", jenis=JenisTarget.PK)
    berlaku = [
        x for x in evaluation.load(demo, OPERATOR).target
        if (x.indikator_id, x.tahun, x.jenis) == (satu.id, 2025, JenisTarget.PK)
    ]  # fmt: skip
    assert [x.nilai.angka for x in berlaku] == [Decimal("86.5")]
    assert str(berlaku[0].sumber).startswith("isian formulir oleh Tono Contoh pada ")
    riwayat = [x.nilai.teks for x in perencanaan.target_history(demo, OPERATOR, satu.id) if x.jenis is JenisTarget.PK]
    assert riwayat[0] == "86,5"
    assert "85,5" in riwayat


def test_isian_di_atas_nilai_yang_sudah_berubah_diberi_tahu(demo: Store) -> None:
    satu = perencanaan.list_indikator(demo, OPERATOR)[0]
    perencanaan.set_target(demo, REKAN, satu.id, 2025, "86", jenis=JenisTarget.PK, terlihat="85,5")
    with pytest.raises(StaleError, match="sudah diubah menjadi '86' oleh Tono Contoh"):
        perencanaan.set_target(demo, ANALIS, satu.id, 2025, "87", jenis=JenisTarget.PK, terlihat="85,5")


@pytest.mark.parametrize(
    ("ditulis", "status"),
    [
        ("87,5", StatusNilai.TERUKUR),
        ("0", StatusNilai.TERUKUR),
        ("", StatusNilai.KOSONG),
        ("n/a", StatusNilai.TIDAK_BERLAKU),
        ("WTP", StatusNilai.TEKS),
    ],
)
def test_nol_kosong_tidak_berlaku_dan_kata_tetap_berbeda_sesudah_disimpan(
    demo: Store, ditulis: str, status: StatusNilai
) -> None:
    satu = perencanaan.list_indikator(demo, OPERATOR)[0]
    perencanaan.set_realisasi(demo, ANALIS, satu.id, 2025, ditulis)
    tersimpan = next(
        x
        for x in evaluation.load(demo, OPERATOR).realisasi
        if (x.indikator_id, x.tahun, x.triwulan) == (satu.id, 2025, None)
    )
    assert tersimpan.nilai.status is status
    assert tersimpan.nilai.teks == ditulis


def test_isian_yang_berarti_dua_ditanyakan_kembali(demo: Store) -> None:
    satu = perencanaan.list_indikator(demo, OPERATOR)[0]
    with pytest.raises(RefusedError, match=r"Realisasi 2025 '1.234' dapat berarti 1.234 atau 1,234"):
        perencanaan.set_realisasi(demo, ANALIS, satu.id, 2025, "1.234")


@pytest.mark.parametrize("triwulan", [0, 5])
def test_triwulan_hanya_satu_sampai_empat(demo: Store, triwulan: int) -> None:
    with pytest.raises(RefusedError, match=f"Triwulan {triwulan} tidak ada"):
        perencanaan.set_realisasi(demo, ANALIS, 1, 2025, "5", triwulan=triwulan)


def test_segel_sama_untuk_fakta_yang_sama_dan_berubah_bersama_fakta(demo: Store) -> None:
    before = evaluation.load(demo, OPERATOR).sidik
    kantor.load_demo(demo, OPERATOR)
    assert evaluation.load(demo, OPERATOR).sidik == before, "waktu dan nomor baris tidak ikut dalam segel"
    satu = perencanaan.list_indikator(demo, OPERATOR)[0]
    perencanaan.set_realisasi(demo, ANALIS, satu.id, 2025, "90")
    assert evaluation.load(demo, OPERATOR).sidik != before


def test_nomor_sasaran_dan_indikator_tetap_urut_setelah_ada_yang_dihapus(office: Store) -> None:
    """A report that begins with "Sasaran 2" is wrong: numbers follow what is in use."""
    for teks in ("Belum dikelompokkan", "Sasaran satu", "Sasaran dua"):
        perencanaan.add_sasaran(office, ANALIS, teks)
    kosong, satu, dua = perencanaan.list_sasaran(office, OPERATOR)
    for teks in ("A", "B", "C"):
        perencanaan.add_indikator(office, ANALIS, satu.id, teks)
    perencanaan.remove_sasaran(office, ANALIS, kosong.id, kosong.versi)
    pertama = perencanaan.list_indikator(office, OPERATOR)[0]
    perencanaan.remove_indikator(office, ANALIS, pertama.id, pertama.versi)
    assert [(x.urutan, x.id) for x in perencanaan.list_sasaran(office, OPERATOR)] == [(1, satu.id), (2, dua.id)]
    assert [(x.urutan, x.teks) for x in perencanaan.list_indikator(office, OPERATOR)] == [(1, "B"), (2, "C")]
    baru = perencanaan.add_sasaran(office, ANALIS, "Sasaran tiga")
    assert [x.id for x in perencanaan.list_sasaran(office, OPERATOR)] == [satu.id, dua.id, baru]
