"""The ledger of targets: revisions with their effect on capaian; the same value again is none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lkjip.domain.buku_target import RevisiTarget, Ukuran, ledger
from lkjip.domain.dokumen import Dokumen, JenisDokumen
from lkjip.domain.indikator import Indikator, JenisTarget, Target
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, terukur
from lkjip.domain.trace import Source
from lkjip.rules import load_aturan

ATURAN = load_aturan()
UKURAN = Ukuran(ATURAN.rumus, Pengaturan(), ATURAN.istilah.urutan_label)
IKM = Indikator(1, 1, 1, "IKM", "Nilai", "naik")
PK = JenisTarget.PK


def target(nilai: str, tahun: int = 2025, jenis: JenisTarget = PK, **more: object) -> Target:
    return Target(1, tahun, jenis, terukur(nilai), Source(oleh="Siti", pada="hari ini"), **more)  # type: ignore[arg-type]


def entries(oldest_first: Iterable[Target], realisasi: dict[int, Nilai] | None = None) -> tuple[RevisiTarget, ...]:
    papers = {3: Dokumen(3, JenisDokumen.PK_PERUBAHAN, 2025, "900/7", date(2025, 9, 1))}
    return ledger(IKM, tuple(reversed(list(oldest_first))), papers, realisasi or {}, UKURAN)


def test_perubahan_menyebut_lama_baru_dokumen_alasan_dan_akibatnya() -> None:
    found = entries([target("80"), target("85", dokumen=3, alasan="Refocusing")], {2025: terukur("82")})
    newest, first = found
    assert (newest.lama, newest.baru) == (terukur("80"), terukur("85"))
    assert (newest.dokumen, newest.alasan, newest.oleh) == (
        "PK perubahan 900/7, 1 September 2025",
        "Refocusing",
        "Siti",
    )
    assert newest.capaian_lama == Decimal("102.5")
    assert newest.capaian_baru is not None
    assert round(newest.capaian_baru, 2) == Decimal("96.47")
    assert (first.lama, first.capaian_lama) == (None, None)


def test_nilai_yang_sama_disimpan_lagi_bukan_perubahan() -> None:
    assert len(entries([target("80"), target("80.0"), target("85"), target("85")])) == 2


def test_tahun_dan_janji_yang_lain_berdiri_sendiri() -> None:
    found = entries(
        [target("80"), target("81", 2024), target("82", jenis=JenisTarget.RENSTRA), target("83", renstra=2)]
    )
    assert all(satu.lama is None for satu in found)


def test_tanpa_realisasi_tidak_ada_akibat_yang_dihitung() -> None:
    assert {satu.capaian_baru for satu in entries([target("80"), target("85")])} == {None}


def test_kembali_ke_nilai_semula_tetap_dua_perubahan() -> None:
    assert [satu.baru.teks for satu in entries([target("80"), target("85"), target("80")])] == ["80", "85", "80"]
