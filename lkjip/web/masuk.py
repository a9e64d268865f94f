"""Login, logout, own password: plain HTML pages."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lkjip.config import Config
from lkjip.errors import RefusedError
from lkjip.services import accounts, kantor
from lkjip.services.opening import Store, shared_store
from lkjip.web import cookies
from lkjip.web.forms import inside, read_form
from lkjip.web.gate import ACTOR
from lkjip.web.html import NO_STORE, Isian, form, page

NAMA = Isian("pengguna", "Nama pengguna", otomatis="username", paling_panjang=32)
SANDI = Isian("sandi", "Kata sandi", "password", otomatis="current-password", paling_panjang=128)
SANDI_LAMA = Isian("lama", "Kata sandi sekarang", "password", otomatis="current-password", paling_panjang=128)
SANDI_BARU = Isian(
    "baru", "Kata sandi baru", "password", otomatis="new-password", paling_panjang=128,
    bantuan="Paling sedikit 12 tanda. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.",
)  # fmt: skip
DEMO = "<p><small>Kantor contoh tidak memakai kata sandi. Peran dipilih di dalamnya.</small></p>"
SANDI_ULANG = Isian("ulang", "Ulangi kata sandi baru", "password", otomatis="new-password", paling_panjang=128)


def routes() -> list[Route]:
    """The addresses of this module. `/auth/logout` is where `st.logout()` leads."""
    return [
        Route("/masuk", _login, methods=["GET", "POST"]),
        Route("/auth/logout", _logout, methods=["GET"]),
        Route("/sandi", _password, methods=["GET", "POST"]),
    ]


async def _login(request: Request) -> Response:
    store = shared_store(config := Config.from_env())
    lanjut = inside(request.query_params.get("lanjut", "/"))
    if request.method != "POST":
        token = request.cookies.get(cookies.SESI)
        hadir = await run_in_threadpool(accounts.who, store, token)
        if hadir.actor is not None:
            return RedirectResponse(lanjut, 303, headers=NO_STORE)
        if not await run_in_threadpool(accounts.any_account, store):
            return RedirectResponse("/mulai", 303, headers=NO_STORE)
        note = "Anda sudah keluar." if "keluar" in request.query_params else hadir.sebab
        return await _login_page(request, store, lanjut, catatan=note)
    nama = ""
    try:
        fields = await read_form(request)
        nama, lanjut = fields.get("pengguna", "")[:64], inside(fields.get("lanjut", "/"))
        alamat = request.client.host if request.client else ""
        masuk = await run_in_threadpool(accounts.log_in, store, nama, fields.get("sandi", ""), alamat)
    except RefusedError as error:
        return await _login_page(request, store, lanjut, salah=str(error), nama=nama)
    await run_in_threadpool(accounts.log_out, store, request.cookies.get(cookies.SESI))
    answer = RedirectResponse("/sandi" if masuk.harus_ganti else lanjut, 303, headers=NO_STORE)
    cookies.set_session(answer, masuk.token, config.alamat)
    return answer


async def _login_page(
    request: Request, store: Store, lanjut: str, *, salah: str = "", catatan: str = "", nama: str = ""
) -> Response:
    office = await run_in_threadpool(kantor.current, store)
    token = cookies.form_token(request)
    fields = (Isian(NAMA.nama, NAMA.judul, isi=nama, otomatis="username", paling_panjang=32), SANDI)
    body = form("/masuk", token, fields, "Masuk", tersembunyi=[("lanjut", lanjut)])
    body += "<p><small>Lupa kata sandi? Minta admin mengatur ulang kata sandi Anda.</small></p>"
    if office is not None and office.demo:
        body = form("/mulai/contoh", token, (), "Buka kantor contoh") + DEMO
    judul = office.nama if office is not None else "Masuk"
    answer = page(
        judul, body, kalimat="Laporan Kinerja Instansi Pemerintah. Masuk dengan akun Anda.", salah=salah,
        catatan=catatan, status=403 if salah else 200,
    )  # fmt: skip
    cookies.set_form_token(answer, token, Config.from_env().alamat)
    return answer


async def _logout(request: Request) -> Response:
    if request.headers.get("sec-fetch-site", "same-origin") in {"cross-site", "same-site"}:
        return RedirectResponse("/", 303, headers=NO_STORE)  # another site may not log anybody out
    await run_in_threadpool(accounts.log_out, shared_store(Config.from_env()), request.cookies.get(cookies.SESI))
    answer = RedirectResponse("/masuk?keluar=1", 303, headers=NO_STORE)
    cookies.clear_session(answer)
    return answer


async def _password(request: Request) -> Response:
    store, actor = shared_store(config := Config.from_env()), request.scope[ACTOR]
    token, salah = cookies.form_token(request), ""
    if request.method == "POST":
        try:
            fields = await read_form(request)
            await run_in_threadpool(
                accounts.change_password, store, actor,
                fields.get("lama", ""), fields.get("baru", ""), fields.get("ulang", ""),
            )  # fmt: skip
            return RedirectResponse("/", 303, headers=NO_STORE)
        except RefusedError as error:
            salah = str(error)
    body = form("/sandi", token, (SANDI_LAMA, SANDI_BARU, SANDI_ULANG), "Ganti kata sandi")
    body += '<p><a href="/">Kembali ke aplikasi</a> · <a href="/auth/logout">Keluar</a></p>'
    sentence = f"{actor.nama}, pilih kata sandi yang hanya Anda ketahui."
    answer = page("Ganti kata sandi", body, kalimat=sentence, salah=salah, status=403 if salah else 200)
    cookies.set_form_token(answer, token, config.alamat)
    return answer
