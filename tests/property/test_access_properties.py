"""Rules of rights and passwords that hold for every input."""

from __future__ import annotations

import string
from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from lkjip.domain.access import Actor, Aksi, Peran, may
from lkjip.domain.masuk import SALAH_PALING_BANYAK, TERKUNCI_SELAMA, Percobaan, refuse_password
from lkjip.rules.sandi import common_words

PAGI = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
SEKSI = st.one_of(st.none(), st.integers(1, 9))


@given(st.sampled_from(Peran), st.sampled_from(Aksi), SEKSI, SEKSI)
def test_setiap_jawaban_ya_atau_tidak_dengan_kalimat(
    peran: Peran, aksi: Aksi, rumah: int | None, milik: int | None
) -> None:
    izin = may(Actor("x", peran, seksi=rumah), aksi, milik)
    assert bool(izin) is (izin.alasan == "")
    assert izin or izin.alasan.endswith(".")


@given(st.sampled_from(Aksi), SEKSI, SEKSI)
def test_seksi_tidak_pernah_berhak_atas_unggahan_dan_narasi_seksi_lain(
    aksi: Aksi, rumah: int | None, milik: int | None
) -> None:
    if aksi in (Aksi.UNGGAH, Aksi.LIHAT_UNGGAHAN, Aksi.NARASI):
        assert bool(may(Actor("x", Peran.SEKSI, seksi=rumah), aksi, milik)) is (rumah is not None and rumah == milik)


@given(st.lists(st.sampled_from(sorted(common_words())), min_size=1, max_size=6), st.text(string.digits, max_size=12))
@example(["zxcvbn", "maret"], "")  # "zxcvbnm" is a word too
def test_kata_umum_dan_angka_saja_tidak_pernah_diterima(kata: list[str], angka: str) -> None:
    for sandi in ("".join(kata) + angka, angka + " ".join(kata), "".join(kata).upper() + angka):
        assert refuse_password(sandi, common_words())


@given(st.lists(st.integers(0, 30 * 60), max_size=40))
def test_kesalahan_kelima_selalu_mengunci_selama_15_menit_penuh(jarak: list[int]) -> None:
    """The count never reaches five unlocked, and no attempt moves the end of a lock."""
    now, percobaan = PAGI, Percobaan()
    for detik in jarak:
        now += timedelta(seconds=detik)
        if percobaan.locked(now):
            assert percobaan.after_failure(now) == percobaan
            continue
        percobaan = percobaan.after_failure(now)
        if percobaan.locked(now):
            assert percobaan.terkunci_sampai == now + TERKUNCI_SELAMA
        assert percobaan.gagal < SALAH_PALING_BANYAK
