"""An account: a person with one role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lkjip.domain.access import Actor, Peran


@dataclass(frozen=True, slots=True)
class Pengguna:
    """`pengguna` is the name to log in with; `seksi` binds the role Seksi to its section (id)."""

    id: int
    pengguna: str
    nama: str
    peran: Peran
    seksi: int | None = None
    aktif: bool = True
    harus_ganti: bool = False
    contoh: bool = False
    versi: int = 1

    def acting(self, sesi: str = "") -> Actor:
        """This person as actor, in the login session `sesi`."""
        return Actor(self.nama, self.peran, self.pengguna, self.id, self.seksi, sesi)


@dataclass(frozen=True, slots=True)
class Sesi:
    """One login session. `sidik` is the SHA-256 of the token that only the browser has."""

    sidik: str
    pengguna_id: int
    dibuat: datetime
    terakhir: datetime
    alamat: str = ""
    berakhir: datetime | None = None
    sebab: str = ""
