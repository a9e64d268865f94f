"""Rules of logging in: how long a session lasts, when an account locks, which password is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

DIAM_PALING_LAMA = timedelta(minutes=30)
PALING_LAMA = timedelta(hours=8)
SALAH_PALING_BANYAK = 5
SALAH_SEALAMAT = 50  # an office behind one address may mistype more often than one person
TERKUNCI_SELAMA = timedelta(minutes=15)
SANDI_TERPENDEK = 12
SANDI_TERPANJANG = 128  # more is only work for the hash

_LEET = str.maketrans("013457@$!", "oieastasi")
_PENGGUNA = re.compile(r"[a-z][a-z0-9._-]{2,31}")


def session_end(dibuat: datetime, terakhir: datetime, now: datetime) -> str:
    """Why a session has ended by itself; "" while it lasts. A clock set back ends nothing early."""
    if now - dibuat >= PALING_LAMA:
        return "Sesi sudah 8 jam. Masuk lagi untuk melanjutkan."
    if now - terakhir >= DIAM_PALING_LAMA:
        return "Sesi berakhir karena 30 menit tidak dipakai. Masuk lagi untuk melanjutkan."
    return ""


@dataclass(frozen=True, slots=True)
class Percobaan:
    """Failed attempts under one name or from one address since the last success or the last lock."""

    gagal: int = 0
    terakhir: datetime | None = None
    terkunci_sampai: datetime | None = None

    def locked(self, now: datetime) -> bool:
        """Closed for the moment?"""
        return self.terkunci_sampai is not None and now < self.terkunci_sampai

    def after_failure(self, now: datetime, paling_banyak: int = SALAH_PALING_BANYAK) -> Percobaan:
        """One more failure. Failures older than the lock time are forgotten; the last allowed one locks.

        While locked nothing is counted: an attempt that came in beside the last one must not open the lock.
        """
        if self.locked(now):
            return self
        old = self.terakhir is None or now - self.terakhir >= TERKUNCI_SELAMA
        gagal = 1 if old else self.gagal + 1
        if gagal < paling_banyak:
            return Percobaan(gagal, now)
        return Percobaan(0, now, now + TERKUNCI_SELAMA)


def plain(text: str) -> str:
    """Letters and digits only, in lower case, with the usual disguises undone: "S@mb0ja" -> "samboja"."""
    return "".join(sign.translate(_LEET) for sign in _signs(text))


def _signs(text: str) -> list[str]:
    """The letters, digits and disguises of a text, in lower case."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return [sign for sign in text if sign.translate(_LEET).isalnum()]


def _letters_left(sandi: str, words: Collection[str]) -> int:
    """How many letters as typed are part of no word, disguised or not, in the reading that leaves the fewest.

    Not longest word first: "zxcvbn maret" would lose "zxcvbnm", and what remains of "maret" would count as unknown.
    """
    typed, read = _signs(sandi), plain(sandi)
    lengths = sorted({len(word) for word in words})
    left = [0] * (len(read) + 1)
    for at in reversed(range(len(read))):
        ends = (at + length for length in lengths if at + length <= len(read) and read[at : at + length] in words)
        left[at] = min((left[at + 1] + typed[at].isalpha(), *(left[end] for end in ends)))
    return left[0]


def refuse_password(sandi: str, umum: Iterable[str], konteks: Iterable[str] = ()) -> str:
    """Why this password may not be used, as a sentence with its cure; "" when it may.

    `umum`: common passwords and words; `konteks`: names of the user, the office, the program. A password made of
    nothing but such words and digits is refused; as part of a longer one they are fine.
    """
    if len(sandi) < SANDI_TERPENDEK:
        return f"Kata sandi paling sedikit {SANDI_TERPENDEK} tanda; yang ditulis {len(sandi)}. Pakai beberapa kata."
    if len(sandi) > SANDI_TERPANJANG:
        return f"Kata sandi paling banyak {SANDI_TERPANJANG} tanda."
    if not sandi.isprintable():
        return "Kata sandi memuat tanda yang tidak terlihat. Tulis dengan huruf, angka, dan spasi."
    if len(set(sandi.casefold())) < 5:
        return "Kata sandi terlalu seragam. Pakai beberapa kata yang tidak berhubungan."
    words = {read for word in (*umum, *konteks) if len(read := plain(word)) >= 3}
    if _letters_left(sandi, words) < 4:
        return "Kata sandi mudah ditebak (kata umum, nama, atau angka urut). Pakai beberapa kata lain."
    return ""


def refuse_user_name(pengguna: str) -> str:
    """Why this user name may not be used; "" when it may."""
    if _PENGGUNA.fullmatch(pengguna):
        return ""
    return (
        "Nama pengguna 3 sampai 32 tanda, diawali huruf kecil, lalu huruf kecil, angka, titik, garis, "
        "atau garis bawah. Contoh: siti.aminah"
    )
