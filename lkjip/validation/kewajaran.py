"""Is what arrives plausible beside what is stored? Jumps, slipped commas, shares above 100, falling sums, codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise

from lkjip.domain.datang import KodeDatang, RealisasiDatang
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.indikator import Agregasi
from lkjip.domain.numbers import Nilai, format_ringkas, format_rupiah
from lkjip.domain.pagu import BarisPagu

SLIP = Decimal("0.05")  # how near to 10 or 100 times speaks for a slipped comma
SHARE_UNITS = ("%", "persen", "persentase")
MEASURE_UNITS = (*SHARE_UNITS, "nilai", "indeks", "skor", "predikat", "poin", "hari", "menit", "jam")


def realisasi_findings(
    came: Sequence[RealisasiDatang], lalu: Mapping[int, Nilai], ambang: Decimal, katalog: Katalog
) -> Iterator[Finding]:
    """Findings of values against last year's (`lalu`: by indicator id) and among the quarters of one year.

    `ambang`: percent of change from which a value is questioned.
    """
    for satu in came:
        yield from _share(satu, katalog)
        if satu.triwulan is None or (satu.triwulan == 4 and satu.indikator.agregasi is Agregasi.TERAKHIR):
            yield from _against_last_year(satu, lalu.get(satu.indikator.id), ambang, katalog)
    yield from _falling(came, katalog)


def _share(satu: RealisasiDatang, katalog: Katalog) -> Iterator[Finding]:
    """A part of a whole cannot be more than the whole."""
    if satu.nilai.angka is not None and satu.nilai.angka > 100 and satu.indikator.satuan.casefold() in SHARE_UNITS:
        yield katalog.temuan("persen_di_atas_100", **_place(satu), indikator=satu.indikator.teks)


def _against_last_year(
    satu: RealisasiDatang, before: Nilai | None, ambang: Decimal, katalog: Katalog
) -> Iterator[Finding]:
    now = satu.nilai.angka
    if now is None or before is None or not before.angka or satu.nilai.sampai is not None:
        return
    was = before.angka
    words = {"indikator": satu.indikator.teks, "lalu": format_ringkas(was, 4), "tahun_lalu": str(satu.tahun - 1)}
    factor = _slipped(now, was)
    if factor:
        yield katalog.temuan("realisasi_salah_koma", **_place(satu), **words, kali=factor)
        return
    change = abs(now - was) * 100 / abs(was)
    if change > ambang:
        percent = {"perubahan": format_ringkas(change, 1), "ambang": format_ringkas(ambang)}
        yield katalog.temuan("realisasi_melonjak", **_place(satu), **words, **percent)


def _slipped(now: Decimal, was: Decimal) -> str:
    """ "10 kali lipat" or "seperseratus", where one number is nearly 10 or 100 times the other; else ""."""
    for factor, up, down in ((10, "10 kali lipat", "sepersepuluh"), (100, "100 kali lipat", "seperseratus")):
        if abs(now - was * factor) <= abs(was * factor) * SLIP:
            return up
        if now and abs(was - now * factor) <= abs(now * factor) * SLIP:
            return down
    return ""


def _falling(came: Sequence[RealisasiDatang], katalog: Katalog) -> Iterator[Finding]:
    """Counts whose year is the last quarter are cumulative: they cannot fall from one quarter to the next."""
    series: dict[tuple[int, int], list[RealisasiDatang]] = {}
    for satu in came:
        if satu.triwulan is not None and satu.nilai.angka is not None and _is_running_count(satu):
            series.setdefault((satu.indikator.id, satu.tahun), []).append(satu)
    for quarters in series.values():
        ordered = sorted(quarters, key=lambda satu: satu.triwulan or 0)
        for earlier, later in pairwise(ordered):
            if (later.nilai.angka or 0) < (earlier.nilai.angka or 0):
                yield katalog.temuan(
                    "triwulan_menurun",
                    **_place(later),
                    indikator=later.indikator.teks,
                    sebelum=earlier.nilai.teks,
                    tw_sebelum=earlier.triwulan,
                    tw=later.triwulan,
                )


def _is_running_count(satu: RealisasiDatang) -> bool:
    of_count = satu.indikator.satuan.casefold() not in MEASURE_UNITS and bool(satu.indikator.satuan)
    last = satu.indikator.agregasi in (Agregasi.TERAKHIR, Agregasi.MAKSIMUM)
    return of_count and last and not satu.indikator.rumus.startswith("turun")


def _place(satu: RealisasiDatang) -> dict[str, str]:
    return {"lembar": satu.lembar, "sel": satu.sel, "nilai": satu.nilai.teks}


def code_findings(came: Iterable[KodeDatang], rencana: Sequence[BarisPagu], katalog: Katalog) -> Iterator[Finding]:
    """Codes that are not in the programme tree of the year (the nearest is offered), and other amounts than planned."""
    planned = {satu.kode: satu for satu in rencana if satu.kode}
    if not planned:
        return
    for satu in came:
        if not satu.kode:
            continue
        place = {"lembar": satu.lembar, "sel": satu.sel, "nilai": satu.kode, "uraian": satu.uraian}
        found = planned.get(satu.kode)
        if found is None:
            near = get_close_matches(satu.kode, list(planned), n=1, cutoff=0.6)
            offer = f"Maksud Anda {near[0]} ({planned[near[0]].uraian})?" if near else "Periksa kodenya."
            yield katalog.temuan("kode_tidak_di_rencana", **place, usulan=offer)
        elif satu.pagu is not None and satu.pagu.angka is not None and found.pagu.angka is not None \
                and satu.pagu.angka != found.pagu.angka:  # fmt: skip
            yield katalog.temuan(
                "pagu_beda_rencana", **place, pagu=format_rupiah(satu.pagu.angka),
                rencana=format_rupiah(found.pagu.angka), tahap=found.tahap.value,
            )  # fmt: skip
