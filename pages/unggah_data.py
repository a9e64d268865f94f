"""Unggah data: drop files, look at what was read, correct it, and store it once nothing stands against it."""

from __future__ import annotations

from lkjip.domain.access import Aksi
from lkjip.ui import navigation, unggah, unggah_seksi
from lkjip.ui.guard import guard
from lkjip.ui.layout import headline
from lkjip.ui.unggah_berkas import show_file

sesi = guard("unggah_data")
boleh = sesi.may(Aksi.UNGGAH)
headline(
    navigation.halaman("unggah_data").judul_bagi(sesi.actor), unggah.sentence() if boleh else unggah.reader_sentence()
)
if boleh:
    unggah.show_own_indicators(sesi)
    unggah_seksi.choose_section(sesi)
    unggah.show_uploader(sesi)
    berkas = unggah.choose_file(sesi)
    if berkas is not None:
        show_file(sesi, berkas)
    unggah_seksi.show_own_versions(sesi)
unggah.show_history(sesi)
