"""Panduan shows the rules as they are, not a copy of them."""

from __future__ import annotations

from lkjip.services import aturan
from lkjip.services.opening import Store
from tests.pages.conftest import Visit, open_part, texts


def test_setiap_rumus_skala_dan_langkah_sop_dijelaskan(visit: Visit, demo: Store) -> None:
    app = visit("panduan")
    for bagian in ("Cara angka dihitung", "Langkah SOP"):
        app = open_part(app, bagian)
    shown = texts(app) + "\n".join(table.value.to_csv() for table in app.table)
    for rumus in aturan.current().rumus.values():
        assert rumus.nama.split(" (")[0] in shown.replace("\\", "")
    for skala in aturan.current().skala.values():
        assert skala.nama in shown.replace("\\", "")
    for langkah in aturan.sop():
        assert langkah.kegiatan in shown.replace("\\", "")


def test_cara_masuk_peran_dan_kata_sandi_dijelaskan(visit: Visit, demo: Store) -> None:
    shown = texts(visit("panduan"))
    for kata in ("Kata sandi", "Peran", "30 menit", "8 jam", "15 menit", "Jejak audit"):
        assert kata in shown


def test_untuk_setiap_penolakan_berkas_ada_jalan_keluarnya(visit: Visit, demo: Store) -> None:
    shown = texts(visit("panduan", bagian="Berkas yang ditolak"))
    for kata in ("terkunci kata sandi", "berisi makro", "rusak", "berbahaya", "15 MB", "Ctrl+End", "Menunggu giliran"):
        assert kata in shown
