"""The first start: office and admin, or the demo. Served only while nobody has an account, and only to this machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from lkjip.config import Config
from lkjip.domain.kantor import Kantor
from lkjip.errors import RefusedError
from lkjip.services import first_start
from lkjip.services.first_start import AdminPertama, Awal
from lkjip.services.opening import shared_store
from lkjip.web import cookies, listening
from lkjip.web.forms import read_form
from lkjip.web.html import NO_STORE, Isian, form, page, section
from lkjip.web.masuk import SANDI_ULANG
from lkjip.web.perimeter import from_this_machine

ONLY_HERE = "Aplikasi ini belum disiapkan. Siapkan di komputer tempat ia dijalankan, lewat alamat http://127.0.0.1."
KANTOR = (
    Isian("kantor", "Nama kantor", bantuan="Misalnya: Kecamatan Samboja"),
    Isian("kabupaten", "Kabupaten atau kota", bantuan="Misalnya: Kabupaten Kutai Kartanegara"),
    Isian("pimpinan", "Nama Camat (boleh diisi nanti)", wajib=False),
    Isian("tahun", "Tahun laporan", "number", paling_panjang=4),
)
ADMIN = (
    Isian("nama", "Nama lengkap Anda", bantuan="Anda menjadi admin: membuat akun untuk yang lain."),
    Isian("pengguna", "Nama pengguna", otomatis="username", paling_panjang=32, bantuan="Misalnya: siti.aminah"),
    Isian("baru", "Kata sandi", "password", otomatis="new-password", paling_panjang=128,
          bantuan="Paling sedikit 12 tanda. Beberapa kata yang tidak berhubungan mudah diingat."),
    Isian("ulang", "Ulangi kata sandi", SANDI_ULANG.jenis, otomatis="new-password", paling_panjang=128),
)  # fmt: skip


def routes() -> list[Route]:
    """The addresses of this module."""
    return [
        Route("/mulai", _start, methods=["GET", "POST"]),
        Route("/mulai/contoh", _demo, methods=["POST"]),
    ]


async def _start(request: Request) -> Response:
    store = shared_store(config := Config.from_env())
    awal = await run_in_threadpool(first_start.state, store)
    if awal.ada_akun:
        return RedirectResponse("/masuk", 303, headers=NO_STORE)
    if not from_this_machine(request.scope):
        return PlainTextResponse(ONLY_HERE, 403, headers=NO_STORE)
    if request.method != "POST":
        return _start_page(request, awal, {})
    fields: Mapping[str, str] = {}
    try:
        fields = await read_form(request)
        admin = AdminPertama(*(fields.get(name, "") for name in ("nama", "pengguna", "baru", "ulang")))
        alamat = request.client.host if request.client else ""
        office = _office(fields) if awal.kantor is None else None
        masuk = await run_in_threadpool(first_start.begin_office, store, office, admin, alamat)
    except RefusedError as error:
        return _start_page(request, awal, fields, str(error))
    answer = RedirectResponse("/", 303, headers=NO_STORE)
    cookies.set_session(answer, masuk.token, config.alamat)
    return answer


async def _demo(request: Request) -> Response:
    store = shared_store(config := Config.from_env())
    awal = await run_in_threadpool(first_start.state, store)
    in_demo = awal.kantor is not None and awal.kantor.demo
    if (awal.ada_akun and not in_demo) or not from_this_machine(request.scope):
        return RedirectResponse("/mulai", 303, headers=NO_STORE)
    try:
        await read_form(request)
        listening.must_be_local()
        masuk = await run_in_threadpool(first_start.begin_demo, store, request.client.host if request.client else "")
    except RefusedError as error:
        return _start_page(request, awal, {}, str(error))
    answer = RedirectResponse("/", 303, headers=NO_STORE)
    cookies.set_session(answer, masuk.token, config.alamat)
    return answer


def _office(fields: Mapping[str, str]) -> Kantor:
    tahun = fields.get("tahun", "").strip()
    if not (tahun.isascii() and tahun.isdecimal() and len(tahun) == 4):
        raise RefusedError(f"Tahun laporan '{tahun}' bukan tahun. Tulis empat angka, misalnya 2025.")
    return Kantor(
        fields.get("kantor", ""), fields.get("kabupaten", ""),
        nama_pimpinan=fields.get("pimpinan", ""), tahun_aktif=int(tahun),
    )  # fmt: skip


def _start_page(request: Request, awal: Awal, fields: Mapping[str, str], salah: str = "") -> Response:
    token = cookies.form_token(request)
    typed = {"tahun": str(datetime.now().astimezone().year - 1), **fields}  # an LKjIP is about the year before

    def again(satu: Isian) -> Isian:
        return Isian(satu.nama, satu.judul, satu.jenis, typed.get(satu.nama, ""), satu.bantuan, satu.otomatis,
                     satu.wajib, satu.paling_panjang)  # fmt: skip

    office = () if awal.kantor is not None else tuple(again(satu) for satu in KANTOR)
    own = form("/mulai", token, (*office, *(again(satu) for satu in ADMIN)), "Mulai untuk kantor ini")
    if awal.kantor is not None and not awal.kantor.demo:
        body = section(f"Admin untuk {awal.kantor.nama}", own, "Data kantor sudah ada; tinggal akun admin.")
        demo = ""
    else:
        body = section("Mulai untuk kantor ini", own, "Kantor, lalu akun pertama. Akun lain dibuat dari dalam.")
        demo = section(
            "Coba dengan data contoh",
            form("/mulai/contoh", token, (), "Coba dengan data contoh", utama=False),
            "Sebuah kecamatan rekaan: 4 sasaran, 12 indikator, 5 tahun, triwulan, dan anggaran, dengan satu akun untuk "
            "setiap peran. Semua halaman bertanda DEMO dan CONTOH. Kapan saja dapat diganti dengan kantor sendiri.",
        )
    answer = page(
        "Laporan Kinerja dari lembar kerja seksi", f'<div class="dua">{body}{demo}</div>' if demo else body,
        kalimat="Unggah tabel capaian dan anggaran, periksa hasil hitungannya, lalu ekspor draf LKjIP. "
        "Semua data tetap di komputer ini; tidak perlu internet.",
        salah=salah, status=403 if salah else 200,
    )  # fmt: skip
    cookies.set_form_token(answer, token, Config.from_env().alamat)
    return answer
