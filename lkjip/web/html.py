"""Our few pages outside Streamlit: plain HTML, no script, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from starlette.responses import HTMLResponse

from lkjip.web.assets import asset_url

NO_STORE = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Isian:
    """One field of a form."""

    nama: str
    judul: str
    jenis: str = "text"
    isi: str = ""
    bantuan: str = ""
    otomatis: str = "off"  # what the browser may fill in: username, current-password, new-password
    wajib: bool = True
    paling_panjang: int = 120

    def html(self) -> str:
        """Label, field, help."""
        help_id = f"{self.nama}-bantuan"
        described = f' aria-describedby="{help_id}"' if self.bantuan else ""
        help_text = f'<small id="{help_id}">{escape(self.bantuan)}</small>' if self.bantuan else ""
        value = f' value="{escape(self.isi)}"' if self.isi and self.jenis != "password" else ""
        return (
            f'<label for="{self.nama}">{escape(self.judul)}</label>'
            f'<input id="{self.nama}" name="{self.nama}" type="{self.jenis}" maxlength="{self.paling_panjang}" '
            f'autocomplete="{self.otomatis}" autocapitalize="none" spellcheck="false"'
            f"{' required' if self.wajib else ''}{described}{value}>{help_text}"
        )


def form(action: str, token: str, isian: Iterable[Isian], tombol: str, *, tersembunyi: Iterable[tuple[str, str]] = (),
         utama: bool = True) -> str:  # fmt: skip
    """A form with its token and one button."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(nama)}" value="{escape(isi)}">'
        for nama, isi in (("formulir", token), *tersembunyi)
    )
    fields = "".join(satu.html() for satu in isian)
    kind = "utama" if utama else "kedua"
    return (
        f'<form method="post" action="{escape(action)}">{hidden}{fields}'
        f'<button class="{kind}" type="submit">{escape(tombol)}</button></form>'
    )


def section(judul: str, isi: str, keterangan: str = "") -> str:
    """A card with a heading."""
    note = f"<p>{escape(keterangan)}</p>" if keterangan else ""
    return f"<section><h2>{escape(judul)}</h2>{note}{isi}</section>"


def page(
    judul: str, isi: str, *, kalimat: str = "", salah: str = "", catatan: str = "", status: int = 200
) -> HTMLResponse:
    """A whole page. `salah` is what is wrong, `catatan` what has just been done."""
    messages = f'<p class="salah" role="alert">{escape(salah)}</p>' if salah else ""
    messages += f'<p class="catatan" role="status">{escape(catatan)}</p>' if catatan else ""
    sentence = f"<p>{escape(kalimat)}</p>" if kalimat else ""
    html = (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(judul)} · LKjIP</title>"
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("lambang.svg")}">'
        f'<link rel="stylesheet" href="{asset_url("masuk.css")}"></head><body><main>'
        f'<img class="nama" src="{asset_url("nama.svg")}" alt="LKjIP"><h1>{escape(judul)}</h1>'
        f"{sentence}{messages}{isi}</main></body></html>"
    )
    return HTMLResponse(html, status_code=status, headers=NO_STORE)
