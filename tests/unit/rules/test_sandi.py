"""The words that make a password easy to guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.domain.masuk import plain, refuse_password
from lkjip.errors import RuleError
from lkjip.rules.sandi import common_words

LENGKAP = 'sumber = "uji"\numum = ["password"]\nkonteks = ["lkjip"]\n'


def test_daftar_memuat_kata_umum_dan_kata_pekerjaan() -> None:
    assert {"password", "qwerty", "rahasia", "samboja", "lkjip", "kecamatan"} <= common_words()
    assert all(word == word.casefold() and len(plain(word)) >= 3 for word in common_words())


@pytest.mark.parametrize(
    "sandi",
    [
        "password123456",
        "rahasia123456",
        "admin1234567890",
        "Kutai Kartanegara 1",
        "qwertyuiop123",
        "LKJIP-SAMBOJA-2026",
    ],
)
def test_kata_sandi_yang_lazim_ditolak(sandi: str) -> None:
    assert refuse_password(sandi, common_words())


@pytest.mark.parametrize("sandi", ["perahu kuning di muara", "h7kx-92mq-ptvw-4ncr", "bubur ayam jam tujuh"])
def test_kalimat_sendiri_dan_kata_sandi_acak_diterima(sandi: str) -> None:
    assert refuse_password(sandi, common_words()) == ""


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (LENGKAP.replace('sumber = "uji"\n', ""), "sumber"),
        (LENGKAP.replace('umum = ["password"]\n', ""), "umum"),
        (LENGKAP + 'lain = "x"\n', "lain"),
    ],
)
def test_berkas_yang_tidak_lengkap_atau_berlebih_ditolak(tmp_path: Path, isi: str, kata: str) -> None:
    (tmp_path / "sandi.toml").write_text(isi)
    with pytest.raises(RuleError, match=kata):
        common_words(tmp_path)
