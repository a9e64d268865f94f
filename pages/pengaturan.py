"""Pengaturan: the office and its head, the year in work, the rules in force."""

from __future__ import annotations

from lkjip.domain.access import Aksi
from lkjip.services import aturan
from lkjip.services import kantor as kantor_service
from lkjip.ui import help as bantuan
from lkjip.ui.editing import show_notice
from lkjip.ui.guard import guard
from lkjip.ui.layout import details, headline, section
from lkjip.ui.seksi import show_sections
from lkjip.ui.settings import leave_demo, office_form, rules_form, show_rules

sesi = guard("pengaturan")

pengaturan, _versi = kantor_service.pengaturan(sesi.store)
skala = aturan.current().skala[pengaturan.skala]
headline("Pengaturan", f"Predikat diberikan menurut {skala.nama}.")
show_rules(pengaturan)
show_notice()

section("Aturan yang berlaku", "Setiap pilihan di bawah ini tercetak di samping hasil dan di lampiran draf.")
rules_form(sesi)
with details("Batas setiap skala dan sumbernya"):
    bantuan.show_scales(pengaturan.skala)

if sesi.may(Aksi.ATUR_KANTOR):
    section("Kantor dan pimpinan", "Tercetak di kop, halaman pengesahan, dan kaki draf.")
    office_form(sesi)
    section("Seksi", "Yang mengirim data kinerja: seksi, subbagian, kelurahan.")
    show_sections(sesi)

if sesi.kantor.demo and sesi.may(Aksi.MULAI):
    section("Beralih ke kantor sendiri", "Data contoh dihapus; kantor baru mulai tanpa data.")
    leave_demo(sesi)
