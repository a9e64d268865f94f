"""Which report years one may go to."""

from __future__ import annotations

from lkjip.domain.tahun import year_choices


def test_tahun_berikutnya_dapat_dipilih_agar_dapat_dibuka_dari_tahun_lalu() -> None:
    assert year_choices((2020, 2021, 2024, 2026), 2024) == [2026, 2025, 2024, 2021, 2020]
    assert year_choices((), 2025) == [2026, 2025]
    assert year_choices((2025, 2026), 2025) == [2026, 2025]
