"""An explanation is due under the target and where an indicator is worse than last year, in its own direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.wajib_jelas import lacking_words, why_explain
from lkjip.rules.load import load_aturan
from tests.makers.kinerja import evaluate_data
from tests.makers.kinerja import nilai as of_text
from tests.makers.nilai import tidak_berlaku

SASARAN = Sasaran(1, 1, "Sasaran")


def nilai(teks: str) -> Nilai:
    return terukur(teks) if teks.startswith("-") else of_text(teks)


def reason(rumus: str, target: str, ini: str, lalu: str = "") -> str:
    data = DataKinerja(
        Kantor("Kecamatan Uji", "Uji"), Pengaturan(), (SASARAN,),
        (Indikator(1, 1, 1, "IKM", "", rumus, rumus_ditetapkan=True),),
        (Target(1, 2025, JenisTarget.PK, nilai(target)),),
        (Realisasi(1, 2025, nilai(ini)), *([Realisasi(1, 2024, nilai(lalu))] if lalu else [])),
        (),
    )  # fmt: skip
    (satu,) = evaluate_data(data).indikator
    return why_explain(satu, load_aturan(), data.pengaturan)


@pytest.mark.parametrize(
    ("rumus", "target", "ini", "wajib"),
    [
        ("naik", "90", "89.99", True), ("naik", "90", "90", False), ("naik", "90", "90.01", False),
        ("turun", "10", "11", True), ("turun", "10", "10", False), ("turun", "10", "9", False),
        ("predikat", "BB", "B", True), ("predikat", "BB", "BB", False), ("predikat", "BB", "A", False),
        ("rentang_turun", "2-3", "3.5", True), ("rentang_turun", "2-3", "3", False),
        ("naik", "", "5", False), ("naik", "5", "", False), ("naik", "0", "0", False),
    ],
)  # fmt: skip
def test_di_bawah_target_wajib_dijelaskan(rumus: str, target: str, ini: str, wajib: bool) -> None:
    assert reason(rumus, target, ini).startswith("target tidak tercapai") is wajib
    assert bool(reason(rumus, target, ini)) is wajib


@pytest.mark.parametrize(
    ("rumus", "target", "ini", "lalu", "wajib"),
    [
        ("naik", "80", "89", "90", True), ("naik", "80", "90", "90", False), ("naik", "80", "91", "90", False),
        ("naik", "-9", "-3", "-5", False), ("naik", "-9", "-6", "-5", True),
        ("turun", "20", "12", "11", True), ("turun", "20", "11", "11", False), ("turun", "20", "10", "11", False),
        ("turun_rasio", "20", "12", "11", True), ("turun_rasio", "20", "0", "11", False),
        ("predikat", "B", "BB", "A", True), ("predikat", "B", "A", "A", False), ("predikat", "B", "A", "BB", False),
        ("stabil", "10", "10", "9", False), ("rentang_naik", "2-9", "3", "8", False),
        ("naik", "80", "89", "", False),
    ],
)  # fmt: skip
def test_lebih_buruk_dari_tahun_lalu_wajib_dijelaskan(
    rumus: str, target: str, ini: str, lalu: str, wajib: bool
) -> None:
    assert ("lebih buruk dari tahun lalu" in reason(rumus, target, ini, lalu)) is wajib


def test_menjauh_dari_rentang_lebih_buruk_walau_arahnya_dua() -> None:
    assert "lebih buruk dari tahun lalu: 12, tahun lalu 11" in reason("stabil", "10", "12", "11")


def test_kedua_sebab_disebut_sekaligus() -> None:
    assert (
        reason("naik", "90", "81", "88")
        == "target tidak tercapai: 81, target 90; lebih buruk dari tahun lalu: 81, tahun lalu 88"
    )


def test_selama_triwulan_belum_lengkap_belum_wajib() -> None:
    data = DataKinerja(
        Kantor("Kecamatan Uji", "Uji"), Pengaturan(), (SASARAN,), (Indikator(1, 1, 1, "IKM", ""),),
        (Target(1, 2025, JenisTarget.PK, nilai("90")),), (Realisasi(1, 2025, nilai("20"), 1),), (),
    )  # fmt: skip
    (satu,) = evaluate_data(data).indikator
    assert why_explain(satu, load_aturan(), data.pengaturan) == ""
    full = replace(data, realisasi=tuple(Realisasi(1, 2025, nilai("20"), tw) for tw in (1, 2, 3, 4)))
    assert "target tidak tercapai" in why_explain(evaluate_data(full).indikator[0], load_aturan(), data.pengaturan)


@pytest.mark.parametrize("rumus", ["naik", "predikat", "stabil", "karangan"])
def test_yang_tidak_terukur_tidak_menuntut_penjelasan(rumus: str) -> None:
    data = DataKinerja(
        Kantor("Kecamatan Uji", "Uji"), Pengaturan(), (SASARAN,), (Indikator(1, 1, 1, "IKM", "", rumus),), (),
        (Realisasi(1, 2025, tidak_berlaku()), Realisasi(1, 2024, kosong())), (),
    )  # fmt: skip
    assert why_explain(evaluate_data(data).indikator[0], load_aturan(), data.pengaturan) == ""


def test_penjelasan_cukup_dengan_penghambat_dan_jalan_keluarnya() -> None:
    assert lacking_words(None) == ("penghambat", "upaya atau tindak lanjut")
    assert lacking_words(Penjelasan(1, 2025, pendorong="baik")) == ("penghambat", "upaya atau tindak lanjut")
    assert lacking_words(Penjelasan(1, 2025, penghambat="hujan")) == ("upaya atau tindak lanjut",)
    assert lacking_words(Penjelasan(1, 2025, penghambat=" - ", upaya="pompa")) == ("penghambat",)
    assert lacking_words(Penjelasan(1, 2025, penghambat="hujan", upaya="pompa")) == ()
    assert lacking_words(Penjelasan(1, 2025, penghambat="hujan", tindak_lanjut="anggarkan")) == ()
