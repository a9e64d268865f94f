"""Downloads: the right is asked, a row is left, and the name of the file breaks no header."""

from __future__ import annotations

import io
import re
from datetime import date
from urllib.parse import unquote

import openpyxl
import pytest
from sqlalchemy import text
from starlette.types import ASGIApp

from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.domain.finding import Finding, Tingkat
from lkjip.services import audit_log, bertanda, downloads
from lkjip.services.audit_log import Saringan
from lkjip.services.downloads import Unduhan
from lkjip.store import Store
from lkjip.web.cookies import SESI
from tests.makers.akun import Orang, Warga
from tests.makers.asgi import Answer
from tests.makers.invariants import assert_sentence
from tests.makers.kiriman import filled, open_collection, values
from tests.makers.section_format import workbook_bytes
from tests.unit.web.conftest import Browser


def ask(app: ASGIApp, orang: Orang, path: str) -> Answer:
    return Browser(app, {SESI: orang.token}).ask(path)


def sentence(answer: Answer) -> str:
    found = re.search(r'<p class="salah" role="alert">(.*?)</p>', answer.text)
    assert found is not None
    assert_sentence(found[1])
    return found[1]


def rows(store: Store, perbuatan: str) -> list[tuple[str, str]]:
    with store.read() as connection:
        query = text("SELECT oleh, hasil FROM jejak_audit WHERE perbuatan = :p ORDER BY id")
        return [(row.oleh, row.hasil) for row in connection.execute(query, {"p": perbuatan})]


def test_dokumen_untuk_yang_berhak_dengan_baris_jejak(store: Store, warga: Warga, app: ASGIApp) -> None:
    answer = ask(app, warga.camat, "/unduh/dokumen/2025/xlsx")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"].endswith("-2025-Kecamatan-Uji.xlsx")
    assert [oleh for oleh, _ in rows(store, "unduh dokumen")] == [warga.camat.actor.tertulis]


def test_draf_tanpa_data_ditolak_dengan_kalimat(store: Store, warga: Warga, app: ASGIApp) -> None:
    answer = ask(app, warga.camat, "/unduh/dokumen/2025/pdf")
    assert (answer.status, "Unggah tabel kinerja" in sentence(answer)) == (403, True)
    assert rows(store, "unduh dokumen") == []


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_setiap_peran_mendapat_hanya_yang_menjadi_haknya(warga: Warga, app: ASGIApp, peran: Peran) -> None:
    may_export = peran in (Peran.ANALIS, Peran.SEKRETARIS, Peran.CAMAT)
    may_audit = peran in (Peran.SEKRETARIS, Peran.CAMAT, Peran.ADMIN)
    draft, trail = (ask(app, warga.of(peran), path) for path in ("/unduh/dokumen/2025/xlsx", "/unduh/jejak-audit"))
    assert (draft.status, trail.status) == (200 if may_export else 403, 200 if may_audit else 403)
    for answer in (draft, trail):
        assert answer.status == 200 or "tidak berhak" in sentence(answer)
    missing = ask(app, warga.of(peran), "/unduh/asli/999")
    assert missing.status == 403
    assert ("tidak berhak" if peran is Peran.ADMIN else "tidak ada") in sentence(missing)


@pytest.mark.parametrize(
    "path",
    ["/unduh/dokumen/2025/exe", "/unduh/dokumen/2025/PDF", "/unduh/asli/0", "/unduh/asli/2147483648",
     "/unduh/asli/99999999999999999999999999", "/unduh/dokumen/99999999999999999999999999/pdf"],
)  # fmt: skip
def test_yang_tidak_ada_ditolak_dengan_kalimat(warga: Warga, app: ASGIApp, path: str) -> None:
    answer = ask(app, warga.analis, path)
    assert answer.status == 403
    assert sentence(answer)


@pytest.mark.parametrize("path", ["/unduh/asli/-1", "/unduh/asli/x", "/unduh/dokumen/2025", "/unduh/asli/1/../2"])
def test_alamat_lain_bukan_unduhan(warga: Warga, app: ASGIApp, path: str) -> None:
    answer = ask(app, warga.analis, path)
    assert "content-disposition" not in answer.headers


NAMES = [
    'kutip".xlsx', "baris\r\nSet-Cookie: a=b.xlsx", "titik;koma=1.xlsx", "é ü 漢字 😀.xlsx", "a" * 300 + ".xlsx",
    "../../etc/passwd", "C:\\x\\y.xlsx", "", "\x00.xlsx", "%22%0d%0a.xlsx", "\u202egpj.xlsx", "pasangan \udcff.xlsx",
]  # fmt: skip


@pytest.mark.parametrize("nama", NAMES)
def test_nama_berkas_yang_aneh_tidak_merusak_kepala(
    warga: Warga, app: ASGIApp, monkeypatch: pytest.MonkeyPatch, nama: str
) -> None:
    monkeypatch.setattr(downloads, "original", lambda *_: Unduhan(nama, downloads.ORIGINAL, b"isi"))
    answer = ask(app, warga.analis, "/unduh/asli/1")
    assert (answer.status, answer.sent) == (200, b"isi")
    written = answer.headers["content-disposition"]
    assert re.fullmatch(r"attachment; filename\*=UTF-8''[A-Za-z0-9._~%-]*", written)
    assert unquote(written.partition("''")[2]) == nama.replace("\udcff", "?")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_sesi_yang_berakhir_di_tengah_mengantar_ke_halaman_masuk(
    warga: Warga, app: ASGIApp, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = downloads.document

    def end_first(*asked: object) -> Unduhan:
        with store.write() as connection:
            connection.execute(text("UPDATE sesi SET berakhir = terakhir, sebab = 'Sesi diakhiri admin.'"))
        return real(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(downloads, "document", end_first)
    answer = ask(app, warga.analis, "/unduh/dokumen/2025/pdf")
    assert (answer.status, 'href="/masuk"' in answer.text) == (401, True)
    assert rows(store, "unduh dokumen") == []


def test_saringan_jejak_dibaca_dari_alamat(warga: Warga, app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Saringan] = []

    def export(_store: Store, _actor: object, saringan: Saringan) -> Unduhan:
        asked.append(saringan)
        return Unduhan("jejak.csv", "text/csv", b"")

    monkeypatch.setattr(audit_log, "export", export)
    query = "?oleh=siti&perbuatan=masuk&hasil=ditolak&sejak=2025-02-28&sampai=2025-02-30&cari=%27%3B--"
    assert ask(app, warga.camat, "/unduh/jejak-audit" + query).status == 200
    assert asked == [Saringan("siti", "masuk", "ditolak", date(2025, 2, 28), None, "';--")]


def test_buku_kerja_bertanda_hanya_untuk_pengirimnya(store: Store, warga: Warga, app: ASGIApp) -> None:
    temuan = (
        Finding(
            "isian_bukan_angka", Tingkat.GALAT, "Lembar 'Indikator', sel J6: bukan angka.", "", "", "Indikator", "J6"
        ),
    )
    actor = warga.seksi.actor
    key = bertanda.keep(actor, actor.seksi, "isian.xlsx", workbook_bytes(), temuan)
    answer = ask(app, warga.seksi, f"/unduh/bertanda/{key}")
    assert answer.status == 200
    assert unquote(answer.headers["content-disposition"].partition("''")[2]).endswith(".xlsx")
    assert answer.sent.startswith(b"PK")
    assert [oleh for oleh, _ in rows(store, "unduh buku kerja bertanda")] == [actor.tertulis]
    for orang, kata in (
        (warga.seksi_lain, "tidak tersedia"),
        (warga.analis, "tidak tersedia"),
        (warga.camat, "tidak berhak"),
    ):
        refused = ask(app, orang, f"/unduh/bertanda/{key}")
        assert (refused.status, kata in sentence(refused)) == (403, True)
    assert ask(app, warga.seksi, "/unduh/bertanda/karangan").status == 403


def test_versi_tersimpan_bertanda_hanya_untuk_seksinya_dan_pembacanya(store: Store, warga: Warga, app: ASGIApp) -> None:
    kantor = open_collection(store, warga)
    isi = filled(values(setahun={1: 84}), kantor.workbook(kantor.pelayanan))
    key = kantor.send(warga.seksi.actor, isi, kantor.pelayanan).kiriman_id
    answer = ask(app, warga.seksi, f"/unduh/kiriman/{key}/bertanda")
    assert (answer.status, answer.sent[:2]) == (200, b"PK")
    book = openpyxl.load_workbook(io.BytesIO(answer.sent))
    assert "Temuan" in book.sheetnames
    assert ask(app, warga.sekretaris, f"/unduh/kiriman/{key}/bertanda").status == 200
    other = ask(app, warga.seksi_lain, f"/unduh/kiriman/{key}/bertanda")
    assert (other.status, "seksi Anda sendiri" in sentence(other)) == (403, True)
    assert ask(app, warga.analis, "/unduh/kiriman/99999999999/bertanda").status == 403
    assert ask(app, warga.analis, "/unduh/kiriman/999/bertanda").status == 403
