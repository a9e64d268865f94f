"""How much an account may upload: each edge from below, at and above, and a window that slides."""

from __future__ import annotations

import pytest

from lkjip.web.quota import PER_FILE, Quota


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def status(answer: tuple[int, str] | None) -> int:
    return answer[0] if answer else 200


@pytest.mark.parametrize(("ukuran", "harapan"), [(PER_FILE - 1, 200), (PER_FILE, 200), (PER_FILE + 1, 413)])
def test_batas_satu_berkas(ukuran: int, harapan: int) -> None:
    assert status(Quota().refuse(1, str(ukuran))) == harapan


@pytest.mark.parametrize(("kedua", "harapan"), [(39, 200), (40, 200), (41, 429)])
def test_batas_satu_jendela(kedua: int, harapan: int) -> None:
    quota = Quota(per_window=100)
    assert quota.refuse(1, "60") is None
    assert status(quota.refuse(1, str(kedua))) == harapan


@pytest.mark.parametrize(("lewat", "harapan"), [(599.9, 429), (600.0, 200), (600.1, 200)])
def test_jendela_bergeser(lewat: float, harapan: int) -> None:
    clock = Clock()
    quota = Quota(per_window=100, clock=clock)
    assert quota.refuse(1, "100") is None
    clock.now += lewat
    assert status(quota.refuse(1, "1")) == harapan


def test_yang_ditolak_tidak_dihitung_dan_yang_lama_lepas_satu_per_satu() -> None:
    clock = Clock()
    quota = Quota(per_window=100, clock=clock)
    for detik in (0, 300):
        clock.now = 1000.0 + detik
        assert quota.refuse(1, "50") is None
    assert status(quota.refuse(1, "1")) == 429
    clock.now = 1600.0
    assert quota.refuse(1, "50") is None
    assert status(quota.refuse(1, "1")) == 429


def test_setiap_akun_punya_jatah_sendiri() -> None:
    quota = Quota(per_window=100)
    assert quota.refuse(1, "100") is None
    assert quota.refuse(2, "100") is None
    assert status(quota.refuse(1, "1")) == 429


@pytest.mark.parametrize("panjang", [None, "", "-1", "1.5", "abc", "1e3", " 5", "+5", "٣", "0x10", "5,5"])
def test_ukuran_yang_tidak_disebut_dengan_benar_ditolak(panjang: str | None) -> None:
    assert status(Quota().refuse(1, panjang)) == 411


def test_angka_sepanjang_apa_pun_hanya_terlalu_besar() -> None:
    assert status(Quota().refuse(1, "9" * 6000)) == 413
