"""Is it the same indicator? Texts of files and of the plan compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lkjip.domain.indikator import Indikator, JenisTarget, Sasaran
from lkjip.domain.numbers import terukur
from lkjip.domain.printed import Cocok
from lkjip.domain.reading import Bacaan, BacaanIndikator
from lkjip.services.grouping import gather
from lkjip.services.matching import UNGROUPED, Known, Kunci, keys_of, text_key
from lkjip.services.nearest import misspelt


def _baris(
    urutan: int, indikator: str, sasaran: str = "", *, tahun: int | None = 2025, triwulan: int | None = None
) -> BacaanIndikator:
    return BacaanIndikator(
        urutan, sasaran, indikator, "", tahun, triwulan, JenisTarget.PK,
        terukur(10), terukur(8), terukur(80), Cocok("ya"), {"indikator": f"B{urutan}"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "ditulis",
    [
        "Nilai SAKIP (Kec.)",
        "1. Nilai SAKIP Kec",
        "  nilai\nsakip   KEC ",
        "a) Nilai SAKIP, Kec",
        "2.1. Nilai–SAKIP kec",
    ],
)
def test_penulisan_yang_berbeda_adalah_indikator_yang_sama(ditulis: str) -> None:
    assert text_key(ditulis) == "nilai sakip kec"


@pytest.mark.parametrize("lain", ["Nilai SAKIP", "Nilai SAKIP Kec 2", "Nilai LAKIP Kec"])
def test_teks_yang_berbeda_tetap_berbeda(lain: str) -> None:
    assert text_key(lain) != text_key("Nilai SAKIP Kec")


@given(st.text(max_size=60))
@example("0.")
def test_bentuk_banding_tidak_berubah_bila_dibandingkan_lagi_huruf_besar_kecilnya(teks: str) -> None:
    assert text_key(f"  {teks} ") == text_key(teks)


def test_teks_yang_hanya_tanda_baca_tetap_punya_bentuk_banding() -> None:
    assert text_key("---") == "---"
    assert text_key("%") != text_key("#")


def test_baris_tahun_dan_triwulan_yang_berbeda_adalah_satu_indikator() -> None:
    rows = [_baris(1, "IKM", tahun=2023), _baris(2, "IKM", tahun=2024), _baris(3, "IKM", triwulan=1)]
    assert {key.ke for key in keys_of(rows)} == {0}


def test_baris_yang_mengulang_tahun_yang_sama_adalah_indikator_kedua() -> None:
    assert [key.ke for key in keys_of([_baris(1, "IKM"), _baris(2, "IKM"), _baris(3, "ikm.")])] == [0, 1, 2]


def test_indikator_bernama_sama_di_dua_sasaran_tetap_dua() -> None:
    known = Known.of(
        [Sasaran(1, 1, "A"), Sasaran(2, 2, "B")], [Indikator(7, 1, 1, "IKM", ""), Indikator(8, 2, 1, "IKM", "")]
    )
    assert known.find(Kunci("b", "ikm"), alone=False) == Indikator(8, 2, 1, "IKM", "")
    assert known.find(Kunci("c", "ikm"), alone=False) is None
    assert known.find(Kunci("", "ikm"), alone=True) is None, "tanpa sasaran tidak jelas mana yang dimaksud"


def test_sasaran_yang_dirumuskan_ulang_tidak_menggandakan_indikator() -> None:
    known = Known.of([Sasaran(1, 1, "Meningkatnya pelayanan")], [Indikator(7, 1, 1, "IKM", "")])
    found = known.find(Kunci("meningkatnya mutu pelayanan", "ikm"), alone=True)
    assert found is not None
    assert found.id == 7


def test_indikator_tanpa_kelompok_dikenali_walau_berkas_menyebut_beberapa_sasaran() -> None:
    known = Known.of([Sasaran(1, 1, UNGROUPED)], [Indikator(7, 1, 1, "IKM", "")])
    found = known.find(Kunci("a", "ikm"), alone=False)
    assert found is not None
    assert found.id == 7


def test_tabel_dengan_dan_tanpa_sasaran_disatukan() -> None:
    first = Bacaan("A", 1, (_baris(1, "IKM", "Pelayanan"),))
    second = Bacaan("B", 1, (_baris(1, "IKM", tahun=2024),))
    (group,) = gather([first, second], Known(), "")
    assert (group.sasaran, len(group.records)) == ("Pelayanan", 2)


RENCANA = (
    Indikator(7, 1, 1, "Jumlah pengaduan ditangani", ""),
    Indikator(8, 1, 2, "Indeks Kepuasan Masyarakat", ""),
)


@pytest.mark.parametrize(
    ("berkas", "ditawarkan"),
    [
        (["Jumlah pengaduan ditangai"], ["Jumlah pengaduan ditangani"]),
        (["Jumlah pengaduan ditangani"], []),  # known
        (["Persentase arsip tertata"], []),  # nothing like it
        (["Jumlah pengaduan ditangai", "Jumlah pengaduan ditangani"], []),  # the file names both: two indicators
        (["Jumlah pengaduan ditangai", "Indeks Kepuasan Masyarkat"], [satu.teks for satu in RENCANA]),
        (["x" * 2_001], []),
    ],
)
def test_nama_baru_yang_mirip_dengan_rencana_diberi_usul(berkas: list[str], ditawarkan: list[str]) -> None:
    rows = tuple(_baris(place, teks, "A") for place, teks in enumerate(berkas, 1))
    known = Known.of([Sasaran(1, 1, "A")], RENCANA)
    sentences = misspelt(gather([Bacaan("IKU", 1, rows)], known, ""), RENCANA)
    assert [satu.split("yang mirip: '")[1].split("'")[0] for satu in sentences] == ditawarkan


@pytest.mark.parametrize("sisipan", ["\u200f", "\u00ad", "\u200b", "\ufeff", "\u2060"])
def test_tanda_yang_tidak_terlihat_tidak_membedakan_nama(sisipan: str) -> None:
    assert text_key(f"{sisipan}Nilai SA{sisipan}KIP") == text_key("Nilai SAKIP")
