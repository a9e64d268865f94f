"""What the text says beside a figure: not its title again, but what else the eye should look for."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip.domain.anggaran import SerapanBaris
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.showing import join_words, show_apart, show_percent_sign

BIDANG = (
    "Sasaran pada atau di sebelah kanan garis tegak mencapai target; sasaran di bawah garis mendatar menyerap kurang "
    "dari 100% pagunya."
)


def extremes(evaluasi: Evaluasi) -> str:
    """The highest and the lowest achievement; nothing to say where all are equal."""
    known = [(i.capaian.nilai, i.indikator.teks) for i in evaluasi.indikator if i.capaian.nilai is not None]
    if not known:
        return ""
    (rendah, bawah), (tinggi, atas) = (pick(known, key=lambda satu: satu[0]) for pick in (min, max))
    if rendah == tinggi:
        return ""
    tulis_rendah, tulis_tinggi = show_apart((rendah, tinggi))
    return (
        f"Capaian tertinggi, {tulis_tinggi}%, ada pada indikator {atas}; capaian terendah, {tulis_rendah}%, pada "
        f"indikator {bawah}."
    )


def unmet_sasaran(evaluasi: Evaluasi) -> str:
    """Which sasaran still have indicators below their target."""
    belum = [s.sasaran for s in evaluasi.sasaran if s.hitungan.hampir + s.hitungan.tidak_tercapai]
    if not belum:
        return ""
    return f"Indikator yang belum mencapai target ada pada {join_words(satu.sebutan for satu in belum)}."


def years(evaluasi: Evaluasi) -> str:
    """How many indicators met their target in each year."""
    tahun = sorted({t.tahun for i in evaluasi.indikator for t in i.riwayat if t.tahun <= evaluasi.tahun})
    if len(tahun) < 2:
        return ""
    tercapai = dict.fromkeys(tahun, 0)
    for satu in evaluasi.indikator:
        for t in satu.riwayat:
            if t.tahun in tercapai and t.ketercapaian is Ketercapaian.TERCAPAI:
                tercapai[t.tahun] += 1
    urutan = join_words(f"{banyak} pada {satu}" for satu, banyak in tercapai.items())
    return f"Jumlah indikator yang mencapai target tahunnya: {urutan}."


def absorption(lines: Sequence[SerapanBaris]) -> str:
    """The span of serapan over the programmes."""
    known = [line.serapan for line in lines if line.serapan is not None]
    if len(known) < 2:
        return ""
    return f"Serapan per program berkisar antara {show_percent_sign(min(known))} dan {show_percent_sign(max(known))}."
