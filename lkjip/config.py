"""Where the data stand: one setting for the database, one for the folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Config:
    """The folder of run-time data, the database address (`sqlite:///...` or `postgresql://...`), the public address.

    `alamat` is where other machines reach the application ("" : only this machine does).
    """

    data: Path
    database_url: str
    alamat: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Config:
        """`LKJIP_DATA` names the folder, `LKJIP_DATABASE_URL` the database, `LKJIP_ALAMAT` the public address.

        Default: `data/lkjip.db` of this copy, for this machine only.
        """
        data = Path(env.get("LKJIP_DATA") or ROOT / "data").resolve()
        url = env.get("LKJIP_DATABASE_URL") or f"sqlite:///{data / 'lkjip.db'}"
        return cls(data, url, env.get("LKJIP_ALAMAT", "").strip().rstrip("/"))


SAMPLE_FOLDER = ROOT / "data" / "contoh"
