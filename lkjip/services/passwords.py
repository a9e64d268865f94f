"""Passwords: hashed with argon2id, compared, judged, and made. At most two at a time: each takes 19 MiB and a core."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from lkjip.domain.masuk import refuse_password
from lkjip.errors import RefusedError
from lkjip.rules.sandi import common_words

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)
_AT_A_TIME = threading.BoundedSemaphore(2)
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are taken for another: i l o 0 1
GROUPS, GROUP = 4, 4
NO_PASSWORD = "-"  # the account of a demo role: nothing can be typed that fits  # noqa: S105


def hash_password(sandi: str) -> str:
    """The argon2id text of a password."""
    with _AT_A_TIME:
        return _HASHER.hash(sandi)


def matches(sandi: str, hashed: str) -> bool:
    """Does it fit? Takes as long where nothing can (no account, a demo account): no name is found by the clock."""
    with _AT_A_TIME:
        try:
            known = hashed not in ("", NO_PASSWORD)
            return _HASHER.verify(hashed if known else _dummy(), sandi) and known
        except (InvalidHashError, VerificationError):
            return False


def outdated(hashed: str) -> bool:
    """Was it hashed with weaker parameters than today's?"""
    return _HASHER.check_needs_rehash(hashed)


def first_password() -> str:
    """A random password to be told once: 4 groups of 4 signs, about 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def checked(sandi: str, ulang: str, konteks: Iterable[str]) -> str:
    """The new password, or the reason why it may not be used."""
    if sandi != ulang:
        raise RefusedError("Kata sandi dan ulangannya tidak sama. Tulis lagi keduanya.")
    reason = refuse_password(sandi, common_words(), konteks)
    if reason:
        raise RefusedError(reason)
    return sandi


_dummies: list[str] = []


def _dummy() -> str:
    if not _dummies:
        _dummies.append(_HASHER.hash(secrets.token_hex(16)))
    return _dummies[0]
