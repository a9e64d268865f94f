"""The programme tree with one line more: numbering, parents and order, whatever is added."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.numbers import terukur
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.pohon_pagu import (
    BELUM,
    level_below,
    parent_by_code,
    parts_of,
    renumbered,
    tree_of,
    twin_by_name,
    uncoded,
    with_line,
)

T = TingkatAnggaran
LEVEL = {3: T.PROGRAM, 5: T.KEGIATAN, 6: T.SUB_KEGIATAN}


def line(kode: str, urutan: int = BELUM, induk: int | None = None, tahap: Tahap = Tahap.MURNI) -> BarisPagu:
    return BarisPagu(2025, tahap, urutan, kode, kode, LEVEL[kode.count(".") + 1], terukur(1), induk, 7)


def grown(codes: Sequence[str]) -> tuple[BarisPagu, ...]:
    """A tree that these lines were added to one by one; those without a parent are left out."""
    lines: tuple[BarisPagu, ...] = ()
    for kode in dict.fromkeys(codes):
        new = line(kode)
        above = parent_by_code(lines, kode, new.tingkat)
        if above is not None or new.tingkat is T.PROGRAM:
            lines = renumbered(with_line(lines, line(kode, induk=above.urutan if above else None)))
    return lines


_PROGRAM = some.sampled_from(["7.01.01", "7.01.02", "7.01.03"])
_KEGIATAN = some.builds("{}.2.0{}".format, _PROGRAM, some.integers(1, 3))
_SUB = some.builds("{}.000{}".format, _KEGIATAN, some.integers(1, 3))


@given(some.lists(_PROGRAM | _KEGIATAN | _SUB, max_size=25))
def test_setiap_pohon_bernomor_urut_menurut_kode_dengan_induk_di_atas_bagiannya(codes: list[str]) -> None:
    lines = grown(codes)
    assert [satu.urutan for satu in lines] == list(range(1, len(lines) + 1))
    assert [satu.kode for satu in lines] == sorted(satu.kode for satu in lines)
    for satu in lines:
        if satu.induk is not None:
            above = lines[satu.induk - 1]
            assert above.urutan < satu.urutan
            assert satu.kode.startswith(f"{above.kode}.")
        else:
            assert satu.tingkat is T.PROGRAM


def test_induk_dicari_pada_tingkat_tepat_di_atas_dan_titiknya_dihitung() -> None:
    lines = (line("7.01.01", 1), line("7.01.01.2.01", 2, 1))
    assert parent_by_code(lines, "7.01.01.2.01.0001", T.SUB_KEGIATAN) == lines[1]
    assert parent_by_code(lines, "7.01.01.2.011.0001", T.SUB_KEGIATAN) is None, "2.011 is not a part of 2.01"
    assert parent_by_code(lines, "7.01.01.2.02", T.KEGIATAN) == lines[0]
    assert parent_by_code(lines, "7.01.01", T.PROGRAM) is None


@pytest.mark.parametrize(
    ("tahap", "ada", "kode"),
    [
        (Tahap.MURNI, (Tahap.MURNI,), ["7.01.01"]),
        (Tahap.MURNI, (Tahap.PERUBAHAN,), []),
        (Tahap.PERUBAHAN, (Tahap.MURNI,), ["7.01.01"]),
        (Tahap.PERUBAHAN, (), []),
    ],
)
def test_perubahan_yang_belum_dimulai_seperti_murni(tahap: Tahap, ada: tuple[Tahap, ...], kode: list[str]) -> None:
    lines = tree_of([line("7.01.01", 1, tahap=satu) for satu in ada], 2025, tahap)
    assert [satu.kode for satu in lines] == kode
    assert {satu.tahap for satu in lines} <= {tahap}


def test_salinan_murni_tidak_membawa_dokumen_murni_dan_tahun_lain_tidak_ikut() -> None:
    murni = [line("7.01.01", 1)]
    assert [satu.dokumen_id for satu in tree_of(murni, 2025, Tahap.MURNI)] == [7]
    assert [satu.dokumen_id for satu in tree_of(murni, 2025, Tahap.PERUBAHAN)] == [None]
    assert tree_of(murni, 2024, Tahap.PERUBAHAN) == ()


def test_bagian_sebuah_baris_hanya_yang_langsung_di_bawahnya() -> None:
    tree = grown(["7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001", "7.01.01.2.02", "7.01.02"])
    program = next(satu for satu in tree if satu.kode == "7.01.01")
    assert [satu.kode for satu in parts_of(tree, program.urutan)] == ["7.01.01.2.01", "7.01.01.2.02"]


def nameless(urutan: int, uraian: str, tingkat: TingkatAnggaran, induk: int | None = None) -> BarisPagu:
    """A line without a code."""
    return BarisPagu(2025, Tahap.MURNI, urutan, "", uraian, tingkat, terukur(1), induk)


def test_bagian_program_adalah_kegiatan_dan_sub_kegiatan_tanpa_bagian() -> None:
    assert level_below(None) is T.PROGRAM
    assert level_below(line("7.01.01")) is T.KEGIATAN
    assert level_below(line("7.01.01.2.01")) is T.SUB_KEGIATAN
    assert level_below(line("7.01.01.2.01.0001")) is None


def test_satu_baris_tanpa_kode_sudah_membuat_pohon_tanpa_kode() -> None:
    assert not uncoded([])
    assert not uncoded([line("7.01.01", 1)])
    assert uncoded([line("7.01.01", 1), nameless(2, "Satu", T.KEGIATAN, 1)])


def test_nama_yang_sama_hanya_kembar_di_bawah_induk_yang_sama() -> None:
    lines = (
        nameless(1, "Program", T.PROGRAM), nameless(2, "Satu", T.KEGIATAN, 1), nameless(3, "Lain", T.PROGRAM),
        line("7.01.01", 4),
    )  # fmt: skip
    assert twin_by_name(lines, nameless(BELUM, " SATU ", T.KEGIATAN, 1)) == lines[1]
    assert twin_by_name(lines, nameless(BELUM, "Satu", T.KEGIATAN, 3)) is None
    assert twin_by_name(lines, lines[1]) is None, "a line is not its own twin"
    assert twin_by_name(lines, nameless(BELUM, "7.01.01", T.PROGRAM)) is None, "a line with a code is told by its code"


def test_baris_tanpa_kode_berdiri_di_belakang_saudaranya_juga_yang_berkode() -> None:
    lines = (line("7.01.01", 1), line("7.01.01.2.01", 2, 1), line("7.01.02", 3))
    tree = with_line(lines, nameless(BELUM, "Satu", T.KEGIATAN, 1))
    assert [satu.uraian for satu in tree] == ["7.01.01", "7.01.01.2.01", "Satu", "7.01.02"]
