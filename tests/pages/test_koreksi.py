"""Correcting one value where it is seen; the register with what became of it; plan and ledger beside it."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import terukur
from lkjip.domain.pagu import BarisPagu
from lkjip.services import buku_target, evaluation, koreksi, perencanaan, rekonsiliasi
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.store import pagu
from tests.pages.conftest import PENGUJI, Login, Visit, texts

TOMBOL = "Koreksi satu nilai (tanpa mengunggah ulang)"


def by_label(kind: Any, label: str) -> Any:
    return next(satu for satu in kind if satu.label == label)


def open_form(app: AppTest) -> AppTest:
    app = by_label(app.toggle, TOMBOL).set_value(True).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    app = by_label(app.button, label).click().run()
    assert not app.exception
    return app


def test_nilai_anggaran_dikoreksi_dan_koreksinya_terdaftar_lalu_dicabut(visit: Visit, demo: Store) -> None:
    before = evaluation.evaluate(demo, OPERATOR, 2025).anggaran.realisasi
    app = open_form(visit("anggaran"))
    assert "Nilai baru" not in [satu.label for satu in app.text_input], "nobody has said yet which value"
    app = by_label(app.selectbox, "Nilai yang dikoreksi").select_index(0).run()
    by_label(app.text_input, "Nilai baru").set_value("1.000.000")
    app = press(app, "Simpan koreksi")
    assert "Alasan koreksi belum diisi" in texts(app)
    by_label(app.text_input, "Alasan").set_value("Salah salin")
    app = press(app, "Simpan koreksi")
    assert "dikoreksi menjadi" in texts(app)
    (satu,) = koreksi.register(demo, PENGUJI, 2025)
    assert satu.koreksi.alasan == "Salah salin"
    app = by_label(app.toggle, "Daftar koreksi nilai 2025").set_value(True).run()
    app.session_state[f"tabel_koreksi_{satu.koreksi.id}"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app = app.run()
    by_label(app.text_input, f"Alasan mencabut koreksi {satu.koreksi.id}").set_value("Angka semula benar")
    app = press(app, "Cabut koreksi ini")
    assert "dicabut" in texts(app)
    assert evaluation.evaluate(demo, OPERATOR, 2025).anggaran.realisasi == before


def test_pembaca_melihat_daftar_tetapi_tidak_isian_koreksi(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.CAMAT)
    app = visit("anggaran")
    assert TOMBOL not in [satu.label for satu in app.toggle]
    app = by_label(app.toggle, "Daftar koreksi nilai 2025").set_value(True).run()
    assert "Belum ada nilai tahun 2025 yang dikoreksi." in texts(app)


def test_koreksi_indikator_ada_di_bawah_indikatornya(visit: Visit, demo: Store) -> None:
    app = visit("capaian")
    indikator = evaluation.evaluate(demo, OPERATOR, 2025).indikator[0]
    label = f"{indikator.sasaran.urutan}.{indikator.indikator.urutan} {indikator.indikator.teks}"
    app.query_params["indikator"] = label
    app = open_form(app.run())
    pilihan = by_label(app.selectbox, "Nilai yang dikoreksi")
    assert all(indikator.indikator.teks in satu for satu in pilihan.options)


def test_pagu_murni_dan_perubahan_berdiri_di_samping_pagu_laporan(visit: Visit, demo: Store) -> None:
    line = next(satu for satu in evaluation.load(demo, OPERATOR).anggaran if satu.tahun == 2025 and satu.kode)
    with demo.deed(OPERATOR, "uji") as deed:
        pagu.add_pagu(deed, [
            BarisPagu(2025, tahap, 1, line.kode, line.uraian, line.tingkat, terukur(angka))
            for tahap, angka in ((Tahap.MURNI, "1000"), (Tahap.PERUBAHAN, "2000"))
        ])  # fmt: skip
    tabel = next(satu.value for satu in visit("anggaran").dataframe if "Uraian" in satu.value.columns)
    assert {"Pagu murni (Rp)", "Pagu perubahan (Rp)", "Pagu (Rp)"} <= set(tabel.columns)


def test_target_diubah_dengan_dokumen_dari_buku_perubahan(visit: Visit, demo: Store) -> None:
    app = visit("perencanaan", bagian="Indikator dan target")
    by_label(app.text_input, "Target baru").set_value("91")
    app = press(app, "Simpan perubahan target")
    assert "Alasan perubahan belum diisi" in texts(app) or "Nomor dokumen belum diisi" in texts(app)
    by_label(app.text_input, "Nomor dokumen").set_value("900/7")
    by_label(app.text_input, "Alasan perubahan").set_value("Anggaran bertambah")
    app = press(app, "Simpan perubahan target")
    assert "yang lama tercatat" in texts(app)
    key = perencanaan.list_indikator(demo, OPERATOR)[0].id
    newest = buku_target.entries(demo, PENGUJI, key)[0]
    assert (newest.baru.teks, newest.alasan) == ("91", "Anggaran bertambah")


def test_perbedaan_renstra_dan_pk_diputuskan_dengan_alasan(visit: Visit, demo: Store) -> None:
    key = perencanaan.list_indikator(demo, OPERATOR)[0].id
    perencanaan.set_target(demo, OPERATOR, key, 2025, "99", jenis=JenisTarget.PK)
    lines = rekonsiliasi.overview(demo, PENGUJI, 2025)
    terbuka = sum(satu.terbuka for satu in lines)
    app = visit("perencanaan", bagian="Rekonsiliasi")
    assert f"{len(lines)} perbedaan" in texts(app)
    app.session_state[f"rekonsiliasi_2025_{len(lines)}_{terbuka}"] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    app = app.run()
    by_label(app.text_input, "Alasan").set_value("Sudah dibahas")
    app = press(app, "Simpan keputusan")
    assert "Keputusan tersimpan." in texts(app)
    assert sum(satu.terbuka for satu in rekonsiliasi.overview(demo, PENGUJI, 2025)) == terbuka - 1
