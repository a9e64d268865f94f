"""Whatever a section may write into a workbook comes back as written, or is named: never lost, never moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lkjip.domain.finding import Tingkat
from lkjip.domain.isian_format import AnggaranFormat, IndikatorFormat, IsiFormat
from lkjip.domain.numbers import StatusNilai, terukur
from lkjip.spreadsheets.template.locate import prefilled_in
from lkjip.spreadsheets.template.rows import shown
from tests.makers.section_format import INDIKATOR, ISI, bacaan, dibaca, filled, read_cells, workbook_bytes

ANGKA = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
RUPIAH = st.integers(min_value=0, max_value=10**14)
KALIMAT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=2, max_size=40).filter(
    lambda text: any(sign.isalnum() for sign in text) and not text.startswith(("#", "="))
)
KODE = st.from_regex(r"7\.01\.0[1-6](\.2\.0[1-9])?", fullmatch=True)
TW = st.sampled_from(["tw1", "tw2", "tw3", "tw4", "setahun"])
BARIS = st.sampled_from([1, 2, 5])  # measured by a number
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
fewer = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_TRIWULAN = {"tw1": 1, "tw2": 2, "tw3": 3, "tw4": 4, "setahun": None}
_ID = {n: satu.indikator_id for n, satu in enumerate(INDIKATOR, 1)}


@few
@given(st.dictionaries(st.tuples(TW, BARIS), ANGKA, max_size=12))
def test_tiap_angka_kembali_di_triwulan_dan_indikatornya(isian: dict[tuple[str, int], Decimal]) -> None:
    hasil = dibaca({("Indikator", kunci, baris): float(angka) for (kunci, baris), angka in isian.items()})
    came = {(satu.indikator_id, satu.triwulan): satu.nilai.angka for satu in hasil.realisasi}
    assert came == {
        (_ID[baris], _TRIWULAN[kunci]): Decimal(format(float(a), ".15g")) for (kunci, baris), a in isian.items()
    }
    assert not [satu for satu in hasil.temuan if satu.tingkat is Tingkat.GALAT]


@few
@given(st.dictionaries(st.tuples(TW, st.sampled_from([1, 2])), RUPIAH, max_size=10))
def test_tiap_rupiah_kembali_di_kodenya(isian: dict[tuple[str, int], int]) -> None:
    hasil = dibaca({("Anggaran", kunci, baris): jumlah for (kunci, baris), jumlah in isian.items()})
    came = {(satu.kode, satu.triwulan): satu.nilai.angka for satu in hasil.serapan}
    assert came == {
        (ISI.anggaran[baris - 1].kode, _TRIWULAN[kunci]): jumlah for (kunci, baris), jumlah in isian.items()
    }


@few
@given(st.sampled_from(["pendorong", "penghambat", "upaya", "tindak_lanjut"]), KALIMAT)
@example("upaya", "-5% dari target")
def test_tiap_penjelasan_kembali_huruf_demi_huruf(kunci: str, teks: str) -> None:
    (satu,) = dibaca({("Analisis", kunci, 2): teks}).penjelasan
    assert getattr(satu, kunci) == teks.strip()


@few
@given(st.one_of(st.text(max_size=30), st.floats(allow_nan=False), st.booleans(), st.dates(), st.none()), TW, BARIS)
def test_apa_pun_yang_ditulis_dibaca_atau_disebut(isi: object, kunci: str, baris: int) -> None:
    """A value comes back, or a finding stands at its cell: nothing disappears silently, nothing raises."""
    if isinstance(isi, str) and (isi.startswith("=") or not isi.strip() or any(ord(sign) < 32 for sign in isi)):
        return
    hasil = dibaca({("Indikator", kunci, baris): isi})
    if isi is None:
        assert (hasil.realisasi, hasil.temuan) == ((), ())
    else:
        assert hasil.realisasi or hasil.temuan
    for satu in hasil.realisasi:
        assert satu.nilai.terukur or satu.nilai.status is not StatusNilai.TERUKUR


@fewer
@given(
    st.dictionaries(st.tuples(TW, BARIS), ANGKA, min_size=1, max_size=6),
    KALIMAT,
    st.dates(date(2025, 1, 1), date(2025, 12, 31)),
)
def test_lewat_berkas_sungguhan_pun_sama(isian: dict[tuple[str, int], Decimal], teks: str, hari: date) -> None:
    written: dict[tuple[str, str, int], object] = {
        ("Indikator", kunci, baris): float(angka) for (kunci, baris), angka in isian.items()
    }
    written |= {
        ("Analisis", "upaya", 1): f"x{teks}",
        ("Data Dukung", "indikator", 1): "2. Gangguan ketertiban (CONTOH)",
        ("Data Dukung", "uraian", 1): f"x{teks}",
        ("Data Dukung", "tanggal", 1): hari,
    }
    hasil, plain = bacaan(filled(written)), dibaca(written)
    assert [satu.nilai for satu in hasil.realisasi] == [satu.nilai for satu in plain.realisasi]
    assert hasil.penjelasan[0].upaya == f"x{teks}"
    assert hasil.data_dukung[0].tanggal == hari


@fewer
@given(
    st.lists(st.tuples(KALIMAT, KALIMAT, st.one_of(st.none(), ANGKA)), max_size=4),
    st.lists(st.tuples(KODE, RUPIAH), max_size=4, unique_by=lambda pair: pair[0]),
)  # fmt: skip
def test_format_apa_pun_yang_dibuat_terbaca_kosong_tanpa_temuan(
    plan: list[tuple[str, str, Decimal | None]], budget: list[tuple[str, int]]
) -> None:
    indikator = tuple(
        IndikatorFormat(
            number, sasaran, f"{number} {teks}", "nilai", "naik", INDIKATOR[0].agregasi,
            None if target is None else terukur(target),
        )
        for number, (sasaran, teks, target) in enumerate(plan, 1)
    )  # fmt: skip
    anggaran = tuple(AnggaranFormat(kode, f"Kegiatan {kode}", "kegiatan", Decimal(pagu)) for kode, pagu in budget)
    isi: IsiFormat = replace(ISI, indikator=indikator, anggaran=anggaran)
    content = workbook_bytes(isi)
    hasil = bacaan(content, isi)
    assert (hasil.temuan, hasil.realisasi, hasil.serapan) == ((), (), ())
    assert hasil.identitas == isi.identitas
    assert prefilled_in(read_cells(content).sheets) == isi


@few
@given(ANGKA, st.sampled_from(["", "%", "nilai"]))
def test_target_tampil_dengan_angka_yang_sama(angka: Decimal, satuan: str) -> None:
    assert shown(terukur(angka, satuan=satuan), satuan) == angka
