"""Files kept for fetching back with marks: for their sender alone, and not without bound."""

from __future__ import annotations

from lkjip.domain.access import Actor, Peran
from lkjip.domain.finding import Finding, Tingkat
from lkjip.services.bertanda import Rak, Titipan

SITI, RINA = Actor("Siti", Peran.ANALIS, pengguna_id=1), Actor("Rina", Peran.SEKSI, pengguna_id=2, seksi=4)
TEMUAN = (Finding("x", Tingkat.GALAT, "salah"),)


def test_hanya_pengirimnya_yang_mendapatkannya_kembali() -> None:
    rak = Rak()
    key = rak.put(Titipan(2, 4, "isian.xlsx", b"isi", TEMUAN))
    found = rak.get(key, RINA)
    assert found is not None
    assert (found.nama, found.isi, found.temuan) == ("isian.xlsx", b"isi", TEMUAN)
    assert rak.get(key, SITI) is None
    assert rak.get("lain", RINA) is None


def test_berkas_yang_sama_disimpan_sekali_temuan_lain_berarti_nama_lain() -> None:
    rak = Rak(most_bytes=7)
    satu, sama = (rak.put(Titipan(2, 4, "isian.xlsx", b"isi", TEMUAN)) for _ in range(2))
    lain = rak.put(Titipan(2, 4, "isian.xlsx", b"isi", ()))
    assert satu == sama != lain
    assert rak.get(satu, RINA) is not None


def test_yang_paling_lama_tidak_dipakai_dilepas_lebih_dahulu() -> None:
    rak = Rak(most_bytes=10)
    a, b = (rak.put(Titipan(2, 4, nama, b"12345", ())) for nama in ("a", "b"))
    assert rak.get(a, RINA) is not None
    c = rak.put(Titipan(2, 4, "c", b"12345", ()))
    assert rak.get(b, RINA) is None
    assert rak.get(a, RINA) is not None
    assert rak.get(c, RINA) is not None
    besar = rak.put(Titipan(2, 4, "besar", b"x" * 99, ()))
    assert rak.get(besar, RINA) is not None, "yang sedang dikerjakan tidak pernah dilepas"
