"""Our plain pages: every text escaped, no script, nothing inline that a strict policy would have to allow."""

from __future__ import annotations

import re

import pytest

from lkjip.web.html import Isian, form, page, section

JAHAT = "\"><script>alert('x')</script><img src=x onerror=y>&amp;"


def written(html: str) -> str:
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    return html


@pytest.mark.parametrize("nama", ["judul", "kalimat", "salah", "catatan"])
def test_setiap_teks_halaman_dijinakkan(nama: str) -> None:
    texts = {"judul": "J", "kalimat": "", "salah": "", "catatan": "", nama: JAHAT}
    answer = page(texts["judul"], "", kalimat=texts["kalimat"], salah=texts["salah"], catatan=texts["catatan"])
    html = written(bytes(answer.body).decode())
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in html
    assert "&amp;amp;" in html


def test_setiap_teks_formulir_dijinakkan() -> None:
    isian = Isian("a", JAHAT, isi=JAHAT, bantuan=JAHAT)
    html = written(form(JAHAT, JAHAT, [isian], JAHAT, tersembunyi=[("lanjut", JAHAT)]) + section(JAHAT, "", JAHAT))
    assert html.count("&lt;script&gt;") == 9


def test_kata_sandi_tidak_pernah_ditulis_kembali() -> None:
    assert "rahasia" not in Isian("sandi", "Kata sandi", "password", isi="rahasia").html()


def test_halaman_tanpa_skrip_gaya_sebaris_atau_isi_dari_luar() -> None:
    html = bytes(page("Masuk", form("/masuk", "t", [Isian("a", "A", bantuan="b")], "Kirim"), salah="s").body).decode()
    assert "<script" not in html
    assert "<style" not in html
    assert not re.search(r"\s(?:style|on\w+)=", html)
    assert set(re.findall(r'(?:src|href|action)="(/[^/"]*)', html)) == {"/aset", "/masuk"}
    assert not re.search(r'(?:src|href|action)="(?!/)', html)


def test_bidang_dapat_dibaca_pembaca_layar() -> None:
    html = Isian("a", "Nama", bantuan="Misalnya").html()
    assert '<label for="a">' in html
    assert 'aria-describedby="a-bantuan"' in html
    assert '<small id="a-bantuan">' in html
    assert 'role="alert"' in bytes(page("J", "", salah="x").body).decode()


def test_halaman_tidak_disimpan_peramban() -> None:
    assert page("J", "").headers["cache-control"] == "no-store"
