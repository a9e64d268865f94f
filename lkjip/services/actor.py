"""Who acts. Until accounts exist there is one local user."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Name and role, as they stand in the audit trail."""

    nama: str
    peran: str


LOCAL_USER = Actor("Pengguna komputer ini", "analis")
