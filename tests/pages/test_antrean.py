"""The list of dropped files: read once, kept until saved, saved once however often the button is pressed."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

from lkjip.domain.kantor import Kantor
from lkjip.services import importing
from lkjip.services.held_bytes import HeldBytes
from lkjip.services.opening import Store
from lkjip.ui.berkas import Berkas
from lkjip.ui.guard import Sesi
from tests.pages.conftest import PENGUJI
from tests.pages.test_unggah_data import GALAT, KINERJA


def waiting(isi: str) -> Berkas:
    """A file that has been read and waits."""
    content = isi.encode()
    berkas = Berkas(hashlib.sha256(content).hexdigest(), "kinerja.csv", HeldBytes(content), tahun=2025)
    berkas.first_reading()
    return berkas


def session(store: Store) -> Sesi:
    return Sesi("unggah_data", PENGUJI, store, Kantor("Kecamatan Uji", "Kabupaten Uji"), 2025)


def test_lima_klik_bersamaan_menyimpan_satu_catatan(kantor_baru: Store) -> None:
    berkas, sesi = waiting(KINERJA), session(kantor_baru)
    with ThreadPoolExecutor(5) as pool:
        for done in [pool.submit(berkas.save, sesi) for _ in range(5)]:
            done.result()
    assert len(importing.history(kantor_baru, PENGUJI)) == 1
    assert berkas.tersimpan is not None
    assert not berkas.tersimpan.sudah_ada


def test_setelah_tersimpan_isi_berkas_dilepas_dari_ingatan(kantor_baru: Store) -> None:
    berkas = waiting(KINERJA)
    berkas.save(session(kantor_baru))
    assert (berkas.isi.read(), berkas.read()) == (b"", None)
    assert berkas.tahun_isi == (2025,)
    assert berkas.keadaan == "● tersimpan"


def test_penolakan_tidak_menghilangkan_apa_pun(kantor_baru: Store) -> None:
    berkas = waiting(GALAT)
    berkas.save(session(kantor_baru))
    assert "galat belum diperbaiki" in berkas.ditolak
    assert berkas.isi.read() == GALAT.encode()
    assert berkas.tersimpan is None
    assert importing.history(kantor_baru, PENGUJI) == ()


def test_berkas_bergalat_tidak_dihitung_siap() -> None:
    assert waiting(KINERJA).siap
    assert not waiting(GALAT).siap
    assert waiting(GALAT).keadaan == "✕ 1 galat"
