"""What holds for every target and realisasi, not only for the examples."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lkjip.domain.aturan import Skala
from lkjip.domain.capaian import Capaian
from lkjip.domain.formulas import FUNGSI, TANPA_ANGKA, compute_capaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, StatusNilai, round_half_up, terukur
from lkjip.domain.predikat import grade
from lkjip.domain.printed import check_printed
from lkjip.domain.showing import show_percent
from lkjip.domain.trace import Step
from lkjip.rules import load_aturan

ATURAN = load_aturan()
BERANGKA = sorted(set(FUNGSI) - TANPA_ANGKA)
SKALA = list(ATURAN.skala.values())


def desimal(bawah: str = "-1000000", atas: str = "1000000", tempat: int = 4) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(bawah), Decimal(atas), places=tempat)


POSITIF = desimal("0.0001")


def nilai(rumus: str, target: Decimal, realisasi: Decimal, **pengaturan: object) -> Capaian:
    return compute_capaian(rumus, terukur(target), terukur(realisasi), Pengaturan(**pengaturan))  # type: ignore[arg-type]


@pytest.mark.parametrize("rumus", BERANGKA)
@given(target=desimal(), realisasi=desimal())
def test_capaian_tidak_pernah_di_bawah_nol_dan_menyimpan_nilai_mentah(
    rumus: str, target: Decimal, realisasi: Decimal
) -> None:
    hasil = nilai(rumus, target, realisasi)
    if hasil.nilai is None:
        assert hasil.alasan
        assert (hasil.mentah, hasil.untuk_rerata) == (None, None)
    else:
        assert hasil.mentah is not None
        assert hasil.nilai == max(hasil.mentah, Decimal(0))
        assert hasil.alasan == ""


@pytest.mark.parametrize("rumus", ["naik", "rentang_naik"])
@given(target=POSITIF, satu=desimal(), dua=desimal())
def test_makin_tinggi_realisasi_tidak_pernah_menurunkan_capaian(
    rumus: str, target: Decimal, satu: Decimal, dua: Decimal
) -> None:
    rendah, tinggi = (nilai(rumus, target, angka).nilai for angka in sorted((satu, dua)))
    assert rendah is not None
    assert tinggi is not None
    assert rendah <= tinggi


@pytest.mark.parametrize("rumus", ["turun", "turun_rasio", "rentang_turun"])
@given(target=POSITIF, satu=POSITIF, dua=POSITIF)
def test_makin_rendah_realisasi_tidak_pernah_menurunkan_capaian(
    rumus: str, target: Decimal, satu: Decimal, dua: Decimal
) -> None:
    rendah, tinggi = (nilai(rumus, target, angka).nilai for angka in sorted((satu, dua)))
    assert rendah is not None
    assert tinggi is not None
    assert rendah >= tinggi


@pytest.mark.parametrize("rumus", BERANGKA)
@given(target=POSITIF)
def test_realisasi_sama_dengan_target_tepat_seratus(rumus: str, target: Decimal) -> None:
    assert nilai(rumus, target, target).nilai == 100


@pytest.mark.parametrize("rumus", BERANGKA)
@given(target=POSITIF, realisasi=POSITIF, kali=st.sampled_from([Decimal("0.001"), Decimal(2), Decimal(1000)]))
def test_satuan_tidak_mengubah_capaian(rumus: str, target: Decimal, realisasi: Decimal, kali: Decimal) -> None:
    assert nilai(rumus, target, realisasi).mentah == nilai(rumus, target * kali, realisasi * kali).mentah


@given(bawah=POSITIF, lebar=desimal("0"), realisasi=POSITIF)
def test_di_dalam_rentang_seratus_di_luar_tidak(bawah: Decimal, lebar: Decimal, realisasi: Decimal) -> None:
    target = terukur(bawah, sampai=bawah + lebar)
    hasil = compute_capaian("rentang_naik", target, terukur(realisasi)).nilai
    assert (hasil == 100) is (bawah <= realisasi <= bawah + lebar)


@given(target=POSITIF, realisasi=desimal(), batas=st.sampled_from([Decimal(100), Decimal(110), Decimal(120)]))
def test_batas_tidak_pernah_dilampaui_dalam_rata_rata(target: Decimal, realisasi: Decimal, batas: Decimal) -> None:
    bebas, dibatasi = nilai("naik", target, realisasi), nilai("naik", target, realisasi, batas=batas)
    assert dibatasi.untuk_rerata is not None
    assert dibatasi.untuk_rerata <= batas
    assert (dibatasi.nilai, dibatasi.mentah) == (bebas.nilai, bebas.mentah)


@pytest.mark.parametrize("rumus", sorted(FUNGSI))
@given(data=st.data())
def test_apa_pun_isinya_tidak_pernah_gagal_dan_tidak_pernah_biner(rumus: str, data: st.DataObject) -> None:
    target, realisasi = data.draw(SEMUA_NILAI), data.draw(SEMUA_NILAI)
    hasil = compute_capaian(rumus, target, realisasi, Pengaturan(), ATURAN.istilah.urutan_label)
    for angka in (hasil.nilai, hasil.mentah, hasil.untuk_rerata):
        assert angka is None or isinstance(angka, Decimal)
    assert (hasil.nilai is None) is bool(hasil.alasan)
    assert all(isinstance(langkah, Step) and langkah.isi for langkah in hasil.trace)


_TANPA_ANGKA = st.builds(
    Nilai,
    st.sampled_from([StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU, StatusNilai.AMBIGU, StatusNilai.TEKS]),
    teks=st.one_of(st.sampled_from(["BB", "A", "Level 3", "Ya", "belum", "WTP", "1.234"]), st.text(max_size=20)),
)
_ANGKA = st.one_of(
    st.decimals(Decimal("-1E+40"), Decimal("1E+40"), allow_nan=False),
    st.sampled_from([Decimal("Infinity"), Decimal("-Infinity"), Decimal("1E-40"), Decimal("-0")]),
)
_RENTANG = st.builds(lambda bawah, atas: terukur(bawah, sampai=atas), desimal(), desimal())
SEMUA_NILAI = st.one_of(_TANPA_ANGKA, _RENTANG, _ANGKA.map(terukur))


@pytest.mark.parametrize("skala", SKALA, ids=[skala.id for skala in SKALA])
@given(angka=desimal("-1000", "30000", tempat=6))
def test_skala_tanpa_celah_dan_tanpa_tumpang_tindih(skala: Skala, angka: Decimal) -> None:
    """Every number falls into exactly one band, and a higher number never into a lower one."""
    urutan = [jenjang.predikat for jenjang in skala.jenjang]
    assert urutan.count(grade(skala, angka)) == 1
    assert urutan.index(grade(skala, angka + Decimal("0.000001"))) <= urutan.index(grade(skala, angka))


@given(utuh=st.integers(0, 200), geser=desimal("-0.02", "0.02", tempat=8))
def test_angka_yang_tampil_dan_predikatnya_tidak_bertentangan(utuh: int, geser: Decimal) -> None:
    """Grades begin at whole percents: there the shown number must stay on the side of the graded one."""
    angka = max(utuh + geser, Decimal(0))
    tampil = Decimal(show_percent(angka).replace(",", "."))
    for skala in SKALA:
        assert grade(skala, tampil) == grade(skala, angka)


@pytest.mark.parametrize("rumus", ["naik", "turun", "turun_rasio"])
@given(target=desimal("1", "1000", 2), realisasi=desimal("1", "1000", 2), tempat=st.integers(0, 4))
def test_yang_tercetak_menurut_rumus_selalu_dikenali(
    rumus: str, target: Decimal, realisasi: Decimal, tempat: int
) -> None:
    mentah = nilai(rumus, target, realisasi).mentah
    assert mentah is not None
    cocok = check_printed(terukur(target), terukur(realisasi), terukur(round_half_up(mentah, tempat)), rumus)
    assert (cocok.hasil, cocok.rumus, cocok.hitungan) == ("ya", rumus, mentah)


@given(target=desimal("10", "1000", 2), realisasi=desimal("10", "1000", 2), geser=desimal("6", "50", 2))
def test_angka_yang_jauh_dari_semua_rumus_ditolak(target: Decimal, realisasi: Decimal, geser: Decimal) -> None:
    dikenal = [nilai(rumus, target, realisasi).mentah or Decimal(0) for rumus in ("naik", "turun", "turun_rasio")]
    tercetak = round_half_up(max(dikenal) + geser, 2)
    assume(tercetak not in {100, 110, 120})
    assert check_printed(terukur(target), terukur(realisasi), terukur(tercetak)).hasil == "tidak"
