"""A later version: only what changed is appended, what it leaves empty is taken back, what was typed in stays."""

from __future__ import annotations

from datetime import date

from lkjip.domain.indikator import Agregasi, Realisasi
from lkjip.domain.isian_format import AnggaranFormat, BacaanFormat, IndikatorFormat, IsiFormat, RealisasiFormat
from lkjip.domain.isian_kiriman import differences, fields_of
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.pengumpulan import DataDukung, Penjelasan, SerapanSeksi
from lkjip.domain.rencana_kiriman import RencanaKiriman, carried_out, plan_kiriman
from lkjip.domain.terkumpul import Isian
from lkjip.domain.trace import Source
from tests.makers.nilai import angka

SEL = Source("v2.xlsx", "Indikator", "F7")
ISI = IsiFormat(
    "00", "Kecamatan Uji", False, 1, "Seksi Pelayanan", 2025, date(2026, 1, 15),
    tuple(IndikatorFormat(n, "Sasaran", f"Indikator {n}", "%", "naik", Agregasi.TERAKHIR, angka("90")) for n in (1, 2)),
    (AnggaranFormat("7.01", "Program", "program", None),),
)  # fmt: skip


def values(*cells: tuple[int, int | None, str]) -> BacaanFormat:
    return BacaanFormat(None, tuple(RealisasiFormat(i, tw, angka(teks), SEL) for i, tw, teks in cells))


def plan(lama: BacaanFormat, baru: BacaanFormat, isian: Isian | None = None) -> RencanaKiriman:
    before = isian or carried_out(Isian(2025), plan_kiriman(Isian(2025), lama, ISI, (), 1))
    return plan_kiriman(before, baru, ISI, differences(fields_of(lama), fields_of(baru)), 2)


def test_versi_pertama_menyimpan_semua_isinya() -> None:
    rencana = plan_kiriman(Isian(2025), values((1, 1, "5"), (2, None, "0")), ISI, (), 1)
    assert [(r.indikator_id, r.tahun, r.triwulan, r.nilai.angka, r.sumber) for r in rencana.realisasi] == [
        (1, 2025, 1, 5, SEL), (2, 2025, None, 0, SEL),
    ]  # fmt: skip


def test_hanya_yang_berbeda_yang_ditambahkan() -> None:
    rencana = plan(values((1, 1, "5"), (1, 2, "6")), values((1, 1, "5.0"), (1, 2, "7")))
    assert [(r.triwulan, r.nilai.teks) for r in rencana.realisasi] == [(2, "7")]


def test_yang_dikosongkan_ditarik_kembali_dengan_sebabnya() -> None:
    (ditarik,) = plan(values((1, 1, "5"), (1, 2, "6")), values((1, 1, "5"))).realisasi
    assert (ditarik.triwulan, ditarik.nilai.status) == (2, StatusNilai.KOSONG)
    assert ditarik.nilai.alasan == "dikosongkan pada kiriman versi 2"


def test_yang_kosong_sejak_awal_tidak_menghapus_nilai_dari_tempat_lain() -> None:
    lain = Isian(2025, (Realisasi(1, 2025, angka("9"), None),))
    assert plan(values(), values((1, 1, "5")), lain).realisasi[0].triwulan == 1
    assert len(plan(values(), values((1, 1, "5")), lain).realisasi) == 1


def test_indikator_yang_pindah_seksi_tidak_dikosongkan_oleh_seksi_lama() -> None:
    assert plan(values((1, 1, "5"), (9, 1, "6")), values((1, 1, "5"))).realisasi == ()


def test_penjelasan_yang_diketik_bertahan_yang_dihapus_dari_buku_kerja_hilang() -> None:
    lama = BacaanFormat(None, penjelasan=(Penjelasan(1, 2025, penghambat="hujan", pendorong="baik"),))
    baru = BacaanFormat(None, penjelasan=(Penjelasan(1, 2025, penghambat="banjir"),))
    diketik = Isian(2025, penjelasan=(Penjelasan(1, 2025, pendorong="baik", penghambat="hujan", upaya="pompa"),))
    (kata,) = plan(lama, baru, diketik).penjelasan
    assert (kata.pendorong, kata.penghambat, kata.upaya) == ("", "banjir", "pompa")
    (habis,) = plan(lama, BacaanFormat(None), diketik).penjelasan
    assert (habis.pendorong, habis.penghambat, habis.upaya) == ("", "", "pompa")
    assert plan(lama, lama, diketik).penjelasan == ()


def test_data_dukung_diganti_seluruhnya_per_indikator_bila_berbeda() -> None:
    def bukti(*tautan: str) -> BacaanFormat:
        return BacaanFormat(
            None, data_dukung=tuple(DataDukung(1, 2025, n, tautan=t) for n, t in enumerate(tautan, 1))
        )  # fmt: skip

    assert plan(bukti("a", "b"), bukti("a", "b")).data_dukung == {}
    berubah = plan(bukti("a", "b"), bukti("a")).data_dukung
    assert berubah is not None
    assert [satu.tautan for satu in berubah[1]] == ["a"]
    assert plan(bukti("a"), bukti()).data_dukung == {1: ()}
    assert plan(bukti(), bukti()).data_dukung == {}


def test_serapan_dibandingkan_per_kode_dan_triwulan() -> None:
    def serapan(*cells: tuple[str, int | None, str]) -> BacaanFormat:
        return BacaanFormat(None, serapan=tuple(SerapanSeksi(1, 2025, k, angka(t), tw) for k, tw, t in cells))

    rencana = plan(serapan(("7.01", 1, "5"), ("7.01", 2, "6"), ("7.09", 1, "7")), serapan(("7.01", 1, "8")))
    assert [(s.kode, s.triwulan, s.nilai.status.value) for s in rencana.serapan] == [
        ("7.01", 1, "terukur"), ("7.01", 2, "kosong"),
    ]  # fmt: skip


def test_setelah_dilaksanakan_rencana_yang_sama_tidak_menambah_apa_pun() -> None:
    isi = BacaanFormat(
        None, values((1, 1, "5"), (2, None, "7")).realisasi, (Penjelasan(1, 2025, upaya="pompa"),),
        (DataDukung(1, 2025, 1, tautan="a"),), (SerapanSeksi(1, 2025, "7.01", angka("5"), 1),),
    )  # fmt: skip
    sesudah = carried_out(Isian(2025), plan_kiriman(Isian(2025), isi, ISI, (), 1))
    assert len(sesudah.realisasi) == 2
    assert plan_kiriman(sesudah, isi, ISI, (), 2) == RencanaKiriman(data_dukung={})
