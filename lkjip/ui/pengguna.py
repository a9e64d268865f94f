"""User administration: the accounts, the first password shown once, and the deeds on one account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from lkjip.domain.access import NAMA_PERAN, PERAN_AKUN, Peran
from lkjip.domain.kantor import Seksi
from lkjip.domain.tanggal import WITA
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import seksi as seksi_service
from lkjip.services import users
from lkjip.services.users import Akun
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.sidebar import SEBUTAN
from lkjip.ui.table import Kolom, show_table

SANDI_PERTAMA = "sandi_pertama"
SUDAH_DIBUAT = (
    "Akun ini sudah dibuat; tidak dibuat dua kali. Bila kata sandi pertamanya tidak sempat tampil, pilih akunnya lalu "
    "tekan 'Atur ulang kata sandi'."
)


def sentence(akun: Sequence[Akun]) -> str:
    """How many may log in, in one sentence."""
    aktif = [satu for satu in akun if satu.pengguna.aktif]
    tanpa = [peran for peran in PERAN_AKUN if not any(satu.pengguna.peran is peran for satu in aktif)]
    words = f"{len(aktif)} akun aktif dari {len(akun)}"
    if tanpa:
        return f"{words}; belum ada akun {', '.join(NAMA_PERAN[peran] for peran in tanpa)}."
    return f"{words}; setiap peran sudah mempunyai akun."


def in_order(akun: Sequence[Akun]) -> list[Akun]:
    """The oldest first: the chosen row stays the same person when somebody is renamed or added meanwhile."""
    return sorted(akun, key=lambda satu: satu.pengguna.id)


def show_first_password() -> None:
    """The new password, until the admin says that it has been told."""
    waiting = _first_password()
    if not waiting:
        return
    told = waiting[-1]
    with st.container(border=True):
        st.markdown(f"**Kata sandi pertama untuk {formats.plain(told[0])}** (hanya tampil sekali)")
        st.code(told[1], language=None)
        st.caption("Sampaikan langsung kepada orangnya. Saat pertama masuk ia harus menggantinya.")
        st.button("Sudah disampaikan", key="sandi_disampaikan", on_click=waiting.clear)


def _first_password() -> list[tuple[str, str]]:
    """Whose and which; taken out before the deed, so that an overtaken run still has told it (see `editing.once`)."""
    waiting: list[tuple[str, str]] = st.session_state.setdefault(SANDI_PERTAMA, [])
    return waiting


def show_accounts(akun: Sequence[Akun]) -> Akun | None:
    """All accounts; the chosen one."""
    place = show_table(
        [_row(satu) for satu in akun],
        [
            Kolom("nama", "Nama", lebar=175),
            Kolom("pengguna", "Nama pengguna", lebar=130),
            Kolom("peran", "Peran", lebar=85),
            Kolom("seksi", "Seksi", lebar=160),
            Kolom("keadaan", "Keadaan", lebar=145),
            Kolom("sesi", "Sesi", "ringkas", lebar=55, bantuan="Berapa sesi yang sedang terbuka"),
        ],
        key="daftar_akun",
        alt="Semua akun, yang terbaru di bawah",
        pilih=True,
    )
    return None if place is None else akun[place]


def _row(akun: Akun) -> dict[str, object]:
    satu = akun.pengguna
    return {
        "nama": satu.nama,
        "pengguna": satu.pengguna,
        "peran": SEBUTAN[satu.peran],
        "seksi": akun.seksi.nama if akun.seksi else formats.TANDA_HUBUNG,
        "keadaan": _state(akun),
        "sesi": len(akun.sesi),
    }


def _state(akun: Akun) -> str:
    if not akun.pengguna.aktif:
        return "✕ dikunci admin"
    if akun.terkunci_sampai is not None:
        return f"▲ terkunci sampai {akun.terkunci_sampai.astimezone(WITA):%H.%M}"
    return "◐ belum ganti sandi" if akun.pengguna.harus_ganti else "● aktif"


def new_form(sesi: Sesi) -> None:
    """A new account; its first password is shown once."""
    nama = "akun_baru"
    seksi = [satu for satu in seksi_service.list_seksi(sesi.store) if satu.aktif]
    with st.form("buat_akun", border=True):
        kiri, kanan = st.columns(2)
        lengkap = kiri.text_input("Nama lengkap", max_chars=120, key=editing.field_key(nama, "nama"))
        masuk = kanan.text_input(
            "Nama pengguna", max_chars=32, key=editing.field_key(nama, "pengguna"),
            help="Untuk masuk: huruf kecil, angka, titik, garis. Misalnya siti.aminah",
        )  # fmt: skip
        peran, milik = _role_fields(nama, seksi, Peran.SEKSI, None)
        if not st.form_submit_button("Buat akun", type="primary", key=editing.button_key(nama)):
            return
    waiting = _first_password()

    def create(kartu: str) -> None:
        first = users.create(sesi.store, sesi.actor, masuk, lengkap, peran, seksi=milik, kartu=kartu)
        waiting[:] = [(lengkap.strip(), first)]

    try:
        editing.once(nama, create)
    except AlreadyDoneError:
        editing.saved(nama, SUDAH_DIBUAT)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"Akun {formats.plain(masuk.strip().casefold())} dibuat.")


def _role_fields(nama: str, seksi: Sequence[Seksi], peran: Peran, milik: int | None) -> tuple[Peran, int | None]:
    kiri, kanan = st.columns(2)
    names = {satu.id: satu.nama for satu in seksi}
    chosen = kiri.selectbox(
        "Peran", PERAN_AKUN, PERAN_AKUN.index(peran), format_func=NAMA_PERAN.__getitem__,
        key=editing.field_key(nama, "peran"),
    )  # fmt: skip
    home = kanan.selectbox(
        "Seksi (hanya untuk peran Seksi/Kelurahan)", list(names),
        list(names).index(milik) if milik in names else None, format_func=names.__getitem__,
        key=editing.field_key(nama, "seksi"), placeholder="Pilih seksi" if names else "Tambahkan seksi di Pengaturan",
    )  # fmt: skip
    return chosen, home


def show_account(sesi: Sesi, akun: Akun) -> None:
    """Change one account, and the four deeds on it."""
    satu = akun.pengguna
    nama = f"akun_{satu.id}"
    st.subheader(formats.plain(satu.nama), anchor=False)
    if akun.sesi:
        st.caption(f"Sesi terakhir dipakai {formats.waktu(akun.sesi[0].terakhir)}.")
    if satu.contoh:
        st.caption("Akun kantor contoh tidak dapat diubah: setiap peran memerlukan satu.")
        return
    dilihat = editing.seen(nama, lambda: satu)
    seksi = [one for one in seksi_service.list_seksi(sesi.store) if one.aktif]
    with st.form(f"ubah_{nama}", border=True):
        lengkap = st.text_input("Nama lengkap", dilihat.nama, max_chars=120, key=editing.field_key(nama, "nama"))
        peran, milik = _role_fields(nama, seksi, dilihat.peran, dilihat.seksi)
        save = st.form_submit_button("Simpan akun", type="primary", key=editing.button_key(nama))
    if save:
        change = partial(users.change, nama=lengkap, peran=peran, seksi=milik)
        _do(sesi, nama, lambda: change(sesi.store, sesi.actor, satu.id, dilihat.versi), "Akun tersimpan.")
    _deeds(sesi, akun, nama)


def _deeds(sesi: Sesi, akun: Akun, nama: str) -> None:
    satu, who = akun.pengguna, (sesi.store, sesi.actor, akun.pengguna.id)
    with st.container(horizontal=True):
        if st.button("Atur ulang kata sandi", key=f"reset_{nama}", icon=":material/key:"):
            _do(sesi, nama, lambda: _reset(sesi, akun), "Kata sandi diatur ulang; sesi lamanya berakhir.")
        if satu.aktif and st.button("Kunci akun", key=f"kunci_{nama}", icon=":material/lock:"):
            _do(sesi, nama, lambda: users.lock(*who, satu.versi), "Akun dikunci; sesinya berakhir saat ini juga.")
        locked = not satu.aktif or akun.terkunci_sampai is not None
        if locked and st.button("Buka kunci", key=f"buka_{nama}", icon=":material/lock_open:"):
            _do(sesi, nama, lambda: users.unlock(*who, satu.versi), "Kunci dibuka.")
        lain = [one for one in akun.sesi if one.sidik != sesi.actor.sesi]  # the admin's own session goes on
        if st.button(f"Akhiri {len(lain)} sesi", key=f"akhiri_{nama}", disabled=not lain, icon=":material/logout:"):
            _do(sesi, nama, lambda: users.end_sessions(*who), "Sesi diakhiri.")


def _reset(sesi: Sesi, akun: Akun) -> None:
    satu, waiting = akun.pengguna, _first_password()
    first = users.reset_password(sesi.store, sesi.actor, satu.id, satu.versi)
    waiting[:] = [(satu.nama, first)]


def _do(sesi: Sesi, nama: str, deed: Callable[[], object], kalimat: str) -> None:
    try:
        deed()
    except StaleError as error:
        editing.show_newer(nama, error)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, kalimat)
