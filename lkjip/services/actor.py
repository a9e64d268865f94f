"""Who acts. People come from their login session (`accounts.who`); the command line acts for this computer."""

from __future__ import annotations

from lkjip.domain.access import Actor, Peran

__all__ = ["OPERATOR", "Actor"]

OPERATOR = Actor("Pengguna komputer ini", Peran.PERINTAH)
