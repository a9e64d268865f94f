"""A form that adds something counts once: double click, the old button sent again, a card used before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.services import perencanaan, seksi, users
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.ui import editing
from tests.makers.invariants import assert_store_whole
from tests.pages.conftest import Login, Visit


@dataclass(frozen=True)
class Formulir:
    """One form: who fills it where, its fields, its button, and what it has stored."""

    peran: Peran
    halaman: str
    bagian: str | None
    isi: Callable[[AppTest], object]
    tombol: str
    jumlah: Callable[[Store], int]

    def open(self, visit: Visit) -> AppTest:
        """The page with this form on the screen."""
        return visit(self.halaman, **({"bagian": self.bagian} if self.bagian else {}))


def by_label(kind: Any, label: str, place: int = 0) -> Any:
    return [satu for satu in kind if satu.label == label][place]


def fill_account(app: AppTest) -> None:
    by_label(app.text_input, "Nama lengkap").set_value("Tono Contoh")
    by_label(app.text_input, "Nama pengguna").set_value("tono")
    by_label(app.selectbox, "Peran").set_value(Peran.CAMAT)


FORMULIR = {
    "sasaran": Formulir(
        Peran.ANALIS, "perencanaan", "Tambah",
        lambda app: by_label(app.text_area, "Sasaran strategis baru").set_value("Sasaran yang dikirim dua kali"),
        "Tambah sasaran", lambda store: len(perencanaan.list_sasaran(store, OPERATOR)),
    ),
    "indikator": Formulir(
        Peran.ANALIS, "perencanaan", "Tambah",
        lambda app: by_label(app.text_area, "Indikator").set_value("Indikator yang dikirim dua kali"),
        "Tambah indikator", lambda store: len(perencanaan.list_indikator(store, OPERATOR)),
    ),
    "akun": Formulir(
        Peran.ADMIN, "pengguna", None, fill_account, "Buat akun", lambda store: len(users.accounts(store, OPERATOR)),
    ),
    "seksi": Formulir(
        Peran.ADMIN, "pengaturan", None,
        lambda app: by_label(app.text_input, "Seksi baru").set_value("Seksi yang dikirim dua kali"),
        "Tambah seksi", lambda store: len(seksi.list_seksi(store)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", FORMULIR)
def test_kiriman_yang_sama_diulang_menambah_tepat_satu(nama: str, visit: Visit, demo: Store, login: Login) -> None:
    formulir = FORMULIR[nama]
    login(formulir.peran)
    app = formulir.open(visit)
    sebelum = formulir.jumlah(demo)
    formulir.isi(app)
    by_label(app.button, formulir.tombol).click()
    kiriman = app._tree.get_widget_states()  # what the browser sent, button and fields
    for _ in range(3):
        app._run(kiriman)
        assert not app.exception
    assert formulir.jumlah(demo) == sebelum + 1
    assert_store_whole(demo)


@pytest.mark.parametrize("terjawab", [True, False])
@pytest.mark.parametrize("nama", FORMULIR)
def test_kartu_yang_sudah_terpakai_dikatakan_dan_formulir_dapat_dipakai_lagi(  # noqa: PLR0917
    nama: str, terjawab: bool, visit: Visit, demo: Store, login: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first sending has stored but its answer never came: the second must neither store nor block the form.

    Where the first run was overtaken, its answer is given by the second one.
    """
    formulir = FORMULIR[nama]
    login(formulir.peran)
    app = formulir.open(visit)
    sebelum = formulir.jumlah(demo)
    formulir.isi(app)
    by_label(app.button, formulir.tombol).click()
    kiriman = app._tree.get_widget_states()
    with monkeypatch.context() as broken:
        broken.setattr(editing, "saved", lambda nama, kalimat: None)
        app._run(kiriman)
    assert formulir.jumlah(demo) == sebelum + 1
    if not terjawab:
        app.session_state[editing.HASIL] = {}
    app._run(kiriman)
    assert formulir.jumlah(demo) == sebelum + 1
    assert ("tidak di" in app.success[0].value) is not terjawab
    assert ("dibuat" if nama == "akun" else "tambahkan" if terjawab else "disimpan") in app.success[0].value
    assert app.run().success, "a second click does not wipe it away"
    monkeypatch.setattr(editing, "TERBACA", 0)
    assert not app.run().success
