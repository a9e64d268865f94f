"""Plausibility beside what is stored: each threshold from below, at, above."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.datang import KodeDatang, RealisasiDatang
from lkjip.domain.dokumen import Tahap
from lkjip.domain.indikator import Agregasi, Indikator
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, terukur
from lkjip.domain.pagu import BarisPagu
from lkjip.rules import load_aturan
from lkjip.validation.kewajaran import code_findings, realisasi_findings

KATALOG = load_aturan().katalog
AMBANG = Decimal(50)


def indikator(satuan: str = "dokumen", agregasi: Agregasi = Agregasi.TERAKHIR, rumus: str = "naik") -> Indikator:
    return Indikator(1, 1, 1, "Jumlah dokumen", satuan, rumus, agregasi)


def codes(*angka: str | Nilai, lalu: Nilai | None = None, tw: bool = False, satu: Indikator | None = None) -> list[str]:
    values = [terukur(teks) if isinstance(teks, str) else teks for teks in angka]
    came = [RealisasiDatang(satu or indikator(), 2025, place if tw else None, nilai, "Indikator", f"F{place}")
            for place, nilai in enumerate(values, 1)]  # fmt: skip
    return [found.kode for found in realisasi_findings(came, {1: lalu} if lalu else {}, AMBANG, KATALOG)]


@pytest.mark.parametrize(
    ("kini", "kode"),
    [
        ("149.9", []), ("150", []), ("150.1", ["realisasi_melonjak"]), ("50", []), ("49.9", ["realisasi_melonjak"]),
        ("0", ["realisasi_melonjak"]), ("100", []),
        ("1000", ["realisasi_salah_koma"]), ("1050", ["realisasi_salah_koma"]), ("1051", ["realisasi_melonjak"]),
        ("950", ["realisasi_salah_koma"]), ("949", ["realisasi_melonjak"]),
        ("10000", ["realisasi_salah_koma"]), ("10", ["realisasi_salah_koma"]), ("1", ["realisasi_salah_koma"]),
    ],
)  # fmt: skip
def test_lonjakan_dan_koma_bergeser_terhadap_tahun_lalu_100(kini: str, kode: list[str]) -> None:
    assert codes(kini, lalu=terukur("100")) == kode


def test_temuan_menyebut_kedua_angka_dan_sarannya() -> None:
    came = [RealisasiDatang(indikator(), 2025, None, terukur("160"), "Indikator", "F8")]
    (satu,) = realisasi_findings(came, {1: terukur("100")}, AMBANG, KATALOG)
    assert satu.pesan == (
        "Lembar 'Indikator', sel F8: realisasi 'Jumlah dokumen' 160, tahun 2024 100: berubah 60 %, lebih dari 50 %."
    )
    assert satu.saran


@pytest.mark.parametrize("lalu", [None, terukur("0"), kosong(), Nilai(StatusNilai.TEKS, teks="BB")])
def test_tanpa_angka_tahun_lalu_tidak_ada_yang_dibandingkan(lalu: Nilai | None) -> None:
    assert codes("500", lalu=lalu) == []


def test_rentang_dan_teks_tidak_dibandingkan() -> None:
    assert codes(terukur("500", sampai=Decimal(600)), kosong(), lalu=terukur("100")) == []


@pytest.mark.parametrize(("angka", "kode"), [("99.9", []), ("100", []), ("100.01", ["persen_di_atas_100"])])
@pytest.mark.parametrize("satuan", ["%", "Persen"])
def test_bagian_tidak_lebih_dari_keseluruhan(angka: str, kode: list[str], satuan: str) -> None:
    assert codes(angka, satu=indikator(satuan)) == kode


def test_satuan_lain_boleh_di_atas_100() -> None:
    assert codes("100.01", satu=indikator("orang")) == []


@pytest.mark.parametrize(
    ("triwulan", "kode"),
    [
        (("3", "5", "9", "12"), []),
        (("3", "3", "3", "3"), []),
        (("3", "5", "4", "12"), ["triwulan_menurun"]),
        (("9", "5", "4", "1"), ["triwulan_menurun"] * 3),
    ],
)
def test_hitungan_kumulatif_tidak_dapat_turun(triwulan: tuple[str, ...], kode: list[str]) -> None:
    assert codes(*triwulan, tw=True) == kode


@pytest.mark.parametrize(
    "satu",
    [indikator("%"), indikator("Nilai"), indikator(""), indikator(agregasi=Agregasi.JUMLAH), indikator(rumus="turun")],
)
def test_yang_bukan_hitungan_kumulatif_boleh_turun(satu: Indikator) -> None:
    assert codes("9", "5", "4", "1", tw=True, satu=satu) == []


def test_triwulan_empat_yang_menjadi_angka_setahun_dibandingkan_dengan_tahun_lalu() -> None:
    assert codes("10", "20", "30", "500", tw=True, lalu=terukur("45")) == ["realisasi_melonjak"]
    jumlah = indikator(agregasi=Agregasi.JUMLAH)
    assert codes("10", "20", "30", "500", tw=True, lalu=terukur("45"), satu=jumlah) == []


RENCANA = (
    BarisPagu(2025, Tahap.PERUBAHAN, 1, "7.01.02", "PENYELENGGARAAN PEMERINTAHAN", TingkatAnggaran.PROGRAM,
              terukur("1000")),
    BarisPagu(2025, Tahap.PERUBAHAN, 2, "7.01.03", "PEMBERDAYAAN MASYARAKAT", TingkatAnggaran.PROGRAM, terukur("500")),
)  # fmt: skip


def kode(kode: str, pagu: str | None = None) -> list[tuple[str, str]]:
    line = KodeDatang(kode, "Program", terukur(pagu) if pagu else None, "Anggaran", "A5")
    return [(satu.kode, satu.pesan) for satu in code_findings([line], RENCANA, KATALOG)]


def test_kode_yang_tidak_ada_di_rencana_ditawari_yang_terdekat() -> None:
    ((code, pesan),) = kode("7.01.2")
    assert code == "kode_tidak_di_rencana"
    assert "Maksud Anda 7.01.02 (PENYELENGGARAAN PEMERINTAHAN)?" in pesan
    ((_code, pesan),) = kode("9.9")
    assert "Periksa kodenya." in pesan


def test_pagu_yang_lain_dari_rencana_disebut_dengan_tahapnya() -> None:
    assert kode("7.01.02", "1000") == []
    assert kode("7.01.02") == []
    ((code, pesan),) = kode("7.01.02", "1001")
    assert code == "pagu_beda_rencana"
    assert "Rp1.001, di pohon program (anggaran perubahan) Rp1.000" in pesan


def test_baris_tanpa_kode_dan_tahun_tanpa_pohon_program_dilewati() -> None:
    assert kode("") == []
    assert list(code_findings([KodeDatang("1", "x", None)], (), KATALOG)) == []
