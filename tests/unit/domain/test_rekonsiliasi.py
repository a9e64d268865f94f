"""Renstra, PK and budget held against each other: every kind of difference, and none where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import Indikator, JenisTarget, Sasaran, Target
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.pengumpulan import SerapanSeksi
from lkjip.domain.rekonsiliasi import Beda, JenisBeda, differences, section_spending
from tests.makers.kinerja import KANTOR, anggaran, data_kinerja

PK, RENSTRA = JenisTarget.PK, JenisTarget.RENSTRA
SASARAN = (Sasaran(1, 1, "Meningkatnya pelayanan", ("7.01.01",)),)


def office(*target: Target, indikator: tuple[str, ...] = ("Indeks Kepuasan Masyarakat",)) -> DataKinerja:
    plan = tuple(Indikator(key, 1, key, teks, "Nilai") for key, teks in enumerate(indikator, 1))
    return replace(data_kinerja(), kantor=KANTOR, sasaran=SASARAN, indikator=plan, target=target, realisasi=(),
                   anggaran=(), pagu=())  # fmt: skip


def target(jenis: JenisTarget, nilai: Nilai | str, key: int = 1, tahun: int = 2025) -> Target:
    return Target(key, tahun, jenis, terukur(nilai) if isinstance(nilai, str) else nilai)


def kinds(data: DataKinerja) -> list[JenisBeda]:
    return [beda.jenis for beda in differences(data, 2025)]


@pytest.mark.parametrize(
    ("renstra", "pk", "beda"),
    [("85", "85", []), ("85", "85.0", []), ("85", "86", [JenisBeda.TARGET]), ("85", "84.99", [JenisBeda.TARGET])],
)
def test_target_pk_dibandingkan_dengan_renstra_menurut_angkanya(renstra: str, pk: str, beda: list[JenisBeda]) -> None:
    assert kinds(office(target(RENSTRA, renstra), target(PK, pk))) == beda


def test_indikator_yang_hanya_ada_di_satu_dokumen_disebut() -> None:
    assert kinds(office(target(RENSTRA, "85"))) == [JenisBeda.HANYA_RENSTRA]
    assert kinds(office(target(PK, "85"))) == [JenisBeda.HANYA_PK]
    assert kinds(office(target(PK, kosong()), target(RENSTRA, kosong()))) == []
    assert kinds(office(target(PK, "85", tahun=2024))) == []


def test_satuan_yang_berbeda_disebut_keduanya() -> None:
    one = replace(terukur("85"), satuan="%")
    (beda,) = differences(office(target(RENSTRA, one), target(PK, "85")), 2025)
    assert (beda.jenis, beda.renstra, beda.pk) == (JenisBeda.SATUAN, "%", "Nilai")


def test_rumusan_yang_hampir_sama_dianggap_satu_indikator_yang_ditulis_dua_kali() -> None:
    texts = ("Indeks Kepuasan Masyarakat kecamatan", "Indeks kepuasan masyarakat Kecamatan (IKM)", "Nilai SAKIP")
    found = differences(
        office(target(RENSTRA, "85", 1), target(PK, "85", 2), target(PK, "70", 3), indikator=texts), 2025
    )
    assert [beda.jenis for beda in found] == [
        JenisBeda.RUMUSAN, JenisBeda.HANYA_RENSTRA, JenisBeda.HANYA_PK, JenisBeda.HANYA_PK,
    ]  # fmt: skip
    assert (found[0].renstra, found[0].pk) == texts[:2]


def pagu(kode: str, angka: str, tahap: Tahap = Tahap.MURNI, uraian: str = "Program") -> BarisPagu:
    return BarisPagu(2025, tahap, 1, kode, uraian, TingkatAnggaran.PROGRAM, terukur(angka))


def budget(*plan: BarisPagu) -> list[tuple[JenisBeda, str]]:
    lines = tuple(line for line in anggaran() if line.tingkat is TingkatAnggaran.PROGRAM)[:2]
    named = (replace(SASARAN[0], program=tuple(line.kode for line in lines)),)
    data = replace(office(), sasaran=named, anggaran=lines, pagu=plan)
    return [(beda.jenis, beda.apa.split(maxsplit=1)[0]) for beda in differences(data, 2025)]


def same_plan(tahap: Tahap = Tahap.MURNI) -> list[BarisPagu]:
    lines = tuple(line for line in anggaran() if line.tingkat is TingkatAnggaran.PROGRAM)[:2]
    return [replace(pagu(line.kode, str(line.pagu.angka), tahap), uraian=line.uraian) for line in lines]


def test_rencana_dan_laporan_anggaran_yang_sama_tidak_berbeda() -> None:
    assert budget(*same_plan()) == []
    assert budget() == []


def test_kode_yang_hanya_di_satu_sisi_dan_pagu_yang_berbeda_disebut() -> None:
    one, other = same_plan()
    assert budget(one) == [(JenisBeda.KODE, other.kode)]
    assert (JenisBeda.KODE, "9.99.99") in budget(one, other, pagu("9.99.99", "5"))
    assert budget(one, replace(other, pagu=terukur("1"))) == [(JenisBeda.PAGU, other.kode)]


def test_pagu_perubahan_mengganti_pagu_murni_dalam_perbandingan() -> None:
    murni = [replace(satu, pagu=terukur("1")) for satu in same_plan()]
    assert budget(*murni, *same_plan(Tahap.PERUBAHAN)) == []


def test_program_tanpa_sasaran_dan_sasaran_tanpa_program_disebut() -> None:
    lines = tuple(line for line in anggaran() if line.tingkat is TingkatAnggaran.PROGRAM)[:1]
    named = (replace(SASARAN[0], program=("7.77.77",)),)
    found = differences(replace(office(), sasaran=named, anggaran=lines), 2025)
    assert [(beda.jenis, beda.anggaran) for beda in found] == [
        (JenisBeda.PROGRAM, "belum dihubungkan dengan sasaran"),
        (JenisBeda.PROGRAM, "tidak ada di anggaran"),
    ]


def test_isi_yang_lain_adalah_perbedaan_lain() -> None:
    one = Beda(JenisBeda.TARGET, "IKM", "85", "86", indikator_id=1)
    assert one.kunci == replace(one, indikator_id=2).kunci
    assert one.kunci != replace(one, pk="87").kunci
    assert one.kunci != replace(one, renstra="8", pk="586").kunci


def spending(*facts: tuple[int | None, str], seksi: int = 1) -> tuple[SerapanSeksi, ...]:
    kode = next(line.kode for line in anggaran() if line.tingkat is TingkatAnggaran.PROGRAM)
    return tuple(SerapanSeksi(seksi, 2025, kode, terukur(angka), triwulan) for triwulan, angka in facts)


def spent() -> str:
    line = next(line for line in anggaran() if line.tingkat is TingkatAnggaran.PROGRAM)
    return str(line.realisasi.angka)


def test_serapan_menurut_seksi_dibandingkan_dengan_laporan_setelah_setahun_penuh() -> None:
    data = data_kinerja()
    assert section_spending(data, spending((None, spent())), 2025) == ()
    assert section_spending(data, spending((1, "1"), (2, "1"), (3, "1")), 2025) == ()
    (beda,) = section_spending(data, spending((1, "1"), (2, "1"), (3, "1"), (4, "0")), 2025)
    assert (beda.jenis, beda.pk) == (JenisBeda.SERAPAN, "menurut seksi Rp3")
    (beda,) = section_spending(data, (*spending((None, "1")), *spending((None, "2"), seksi=2)), 2025)
    assert beda.pk == "menurut seksi Rp3"
    assert section_spending(data, spending((None, "1")), 2024) == ()


def test_kode_yang_dua_kali_dan_tingkat_di_luar_pohon_tidak_dibandingkan() -> None:
    one, other = same_plan()
    lines = tuple(line for line in anggaran() if line.tingkat is TingkatAnggaran.PROGRAM)[:2]
    named = (replace(SASARAN[0], program=tuple(line.kode for line in lines)),)
    below = replace(lines[0], kode=f"{lines[0].kode}.2.99", tingkat=TingkatAnggaran.KEGIATAN)
    data = replace(office(), sasaran=named, anggaran=(*lines, below, lines[1]), pagu=(one, other))
    found = {(beda.jenis, beda.apa.split(maxsplit=1)[0]) for beda in differences(data, 2025)}
    assert (JenisBeda.KODE, below.kode) not in found
    assert (JenisBeda.PAGU, other.kode) not in found
