"""Jejak audit: who did what and when, before and after, with which result; filters, export, the chain."""

from __future__ import annotations

from lkjip.services import audit_log
from lkjip.services.audit_log import Saringan
from lkjip.ui import jejak
from lkjip.ui.guard import guard
from lkjip.ui.layout import headline

sesi = guard("jejak_audit")
_rows, jumlah = audit_log.rows(sesi.store, sesi.actor, Saringan(), count=1)
headline("Jejak audit", jejak.sentence(jumlah, audit_log.broken(sesi.store, sesi.actor)))
jejak.show_rows(sesi, jejak.choose(sesi))
