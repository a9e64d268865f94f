"""The programme tree: what tells lines apart, and parts that do not add up."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.pagu import BarisPagu, identities, sums_that_differ

PROGRAM, KEGIATAN = TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN


def line(urutan: int, pagu: Nilai | int, induk: int | None = None, kode: str = "", uraian: str = "Satu") -> BarisPagu:
    nilai = terukur(pagu) if isinstance(pagu, int) else pagu
    level = PROGRAM if induk is None else KEGIATAN
    return BarisPagu(2025, Tahap.MURNI, urutan, kode, uraian, level, nilai, induk)


def test_baris_dikenali_dari_kodenya() -> None:
    lama, baru = line(1, 10, kode="7.01.01", uraian="Lama"), line(1, 10, kode="7.01.01", uraian="Baru")
    assert identities([lama]) == identities([baru])


def test_tanpa_kode_baris_dikenali_dari_nama_di_bawah_induknya() -> None:
    tree = [
        line(1, 10, uraian="Satu"),
        line(2, 10, uraian="Dua"),
        line(3, 5, 1, uraian="Rapat"),
        line(4, 5, 2, uraian="Rapat"),
    ]
    assert len(set(identities(tree).values())) == 4
    assert identities([line(1, 1, uraian="SATU  program")]) == identities([line(1, 1, uraian="Satu program")])


def test_jumlah_bagian_yang_berbeda_disebut_dengan_jumlahnya() -> None:
    whole = [line(1, 10), line(2, 6, 1), line(3, 4, 1)]
    assert sums_that_differ(whole) == ()
    short = [line(1, 10), line(2, 6, 1), line(3, 3, 1)]
    assert sums_that_differ(short) == ((short[0], Decimal(9)),)


def test_bagian_yang_belum_diisi_bukan_nol() -> None:
    assert sums_that_differ([line(1, 10), line(2, 6, 1), line(3, kosong(), 1)]) == ()
    assert sums_that_differ([line(1, kosong()), line(2, 6, 1)]) == ()
