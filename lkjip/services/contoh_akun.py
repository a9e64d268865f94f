"""The people of the demo office (CONTOH): its sections and one account per role, without passwords."""

from __future__ import annotations

from lkjip.domain.access import Peran
from lkjip.domain.pengguna import Pengguna
from lkjip.services.contoh_tables import sample
from lkjip.services.passwords import NO_PASSWORD
from lkjip.store import Deed, pengguna
from lkjip.store import kantor as offices
from lkjip.store import seksi as sections


def add_people(deed: Deed) -> dict[str, int]:
    """Sections and accounts; returns the id of each section by its name."""
    seksi = {nama: sections.add_seksi(deed, nama) for nama in sample()["seksi"]}
    for satu in sample()["akun"]:
        peran = Peran(satu["peran"])
        home = seksi[satu["seksi"]] if peran is Peran.SEKSI else None
        account = Pengguna(0, satu["pengguna"], satu["nama"], peran, home, contoh=True)
        pengguna.add_pengguna(deed, account, NO_PASSWORD)
    return seksi


def clear_demo(deed: Deed) -> None:
    """Remove the demo office: facts, sections, every account made in it. Files and audit trail stay as evidence."""
    pengguna.remove_accounts(deed)
    offices.clear_office(deed)
    sections.remove_all(deed)
