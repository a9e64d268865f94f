"""Pengguna: who may log in, with which role; first passwords, locks, sessions."""

from __future__ import annotations

from lkjip.services import users
from lkjip.ui import pengguna
from lkjip.ui.editing import show_notice
from lkjip.ui.guard import guard
from lkjip.ui.layout import headline, section

sesi = guard("pengguna")
akun = pengguna.in_order(users.accounts(sesi.store, sesi.actor))
headline("Pengguna", pengguna.sentence(akun))
show_notice()
pengguna.show_first_password()
dipilih = pengguna.show_accounts(akun)
if dipilih is not None:
    pengguna.show_account(sesi, dipilih)

section("Akun baru", "Kata sandi pertama dibuat acak, tampil sekali, dan harus diganti saat pertama masuk.")
pengguna.new_form(sesi)
