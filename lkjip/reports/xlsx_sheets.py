"""The sheets of the evaluation as rows of values; how they look is the writer's."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.explain import TULISAN
from lkjip.domain.finding import sorted_findings
from lkjip.domain.numbers import Nilai
from lkjip.domain.showing import KATA_KETERCAPAIAN, show_capaian, show_nilai, show_status, value_of
from lkjip.reports import narrative
from lkjip.reports.xlsx_cells import Amount, Cell, Percent, Sheet


def sheets_of(evaluasi: Evaluasi) -> tuple[Sheet, ...]:
    """All sheets in order."""
    return (
        _summary(evaluasi),
        _measurement(evaluasi),
        _by_sasaran(evaluasi),
        _history(evaluasi),
        _budget(evaluasi),
        _rules(evaluasi),
    )


def _value(nilai: Nilai | None) -> Cell:
    """A number as a number; a range, a label or a missing value as its words."""
    if nilai is not None and nilai.angka is not None and nilai.sampai is None:
        return nilai.angka
    return show_nilai(nilai)


def _percent(angka: Decimal | None, kata: str = "–") -> Cell:
    return kata if angka is None else Percent(angka)


def _amount(angka: Decimal | None) -> Cell:
    return "–" if angka is None else Amount(angka)


def _summary(evaluasi: Evaluasi) -> Sheet:
    h, uang = evaluasi.hitungan, evaluasi.anggaran
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Keadaan", narrative.overall(evaluasi)),
        ("Rata-rata capaian (%)", _percent(evaluasi.rerata)),
        ("Predikat", evaluasi.predikat or "–"),
        ("Jumlah indikator", h.jumlah),
        *(
            (KATA_KETERCAPAIAN[status], jumlah)
            for status, jumlah in zip(
                KATA_KETERCAPAIAN, (h.tercapai, h.hampir, h.tidak_tercapai, h.tidak_terukur), strict=True
            )
        ),
        ("Anggaran", narrative.budget(evaluasi)),
        ("Pagu (Rp)", _amount(uang.pagu)),
        ("Realisasi (Rp)", _amount(uang.realisasi)),
        ("Serapan (%)", _percent(uang.serapan)),
        *(("Catatan atas data", f"{satu.pesan} {satu.saran}".strip()) for satu in sorted_findings(evaluasi.temuan)),
    )
    return Sheet("Ringkasan", f"Ringkasan tahun {evaluasi.tahun}", (("Butir", 28), ("Isi", 100)), rows)


def _measurement(evaluasi: Evaluasi) -> Sheet:
    return Sheet(
        "Pengukuran Kinerja",
        f"Pengukuran kinerja tahun {evaluasi.tahun}",
        (
            ("No", 5),
            ("Sasaran strategis", 34),
            ("Indikator kinerja", 44),
            ("Satuan", 12),
            ("Target", 12),
            ("Dasar target", 12),
            ("Realisasi", 12),
            ("Capaian (%)", 12),
            ("Predikat", 15),
            ("Status", 18),
            ("Rumus", 38),
            ("Catatan", 40),
            ("Sumber target", 34),
            ("Sumber realisasi", 34),
        ),
        tuple(_measured(urut, i) for urut, i in enumerate(evaluasi.indikator, 1)),
        frozen=3,
        printed=10,
    )


def _measured(urut: int, i: EvaluasiIndikator) -> tuple[Cell, ...]:
    return (
        urut,
        i.sasaran.teks,
        i.indikator.teks,
        i.indikator.satuan,
        _value(value_of(i.target)),
        narrative.SEBUTAN[i.dasar] if i.dasar else "–",
        _value(value_of(i.realisasi)),
        _percent(i.capaian.nilai, show_capaian(i.capaian)),
        i.predikat or "–",
        show_status(i.ketercapaian),
        TULISAN.get(i.capaian.rumus, i.capaian.rumus),
        " ".join((*i.catatan, *i.capaian.catatan, i.capaian.alasan)).strip(),
        str(i.target.sumber) if i.target else "–",
        str(i.realisasi.sumber) if i.realisasi else "–",
    )


def _by_sasaran(evaluasi: Evaluasi) -> Sheet:
    rows = tuple(
        (
            satu.sasaran.urutan,
            satu.sasaran.teks,
            satu.hitungan.jumlah,
            satu.hitungan.tercapai,
            satu.hitungan.hampir,
            satu.hitungan.tidak_tercapai,
            satu.hitungan.tidak_terukur,
            _percent(satu.rerata),
            satu.predikat or "–",
            _amount(satu.efisiensi.pagu if satu.efisiensi else None),
            _amount(satu.efisiensi.realisasi if satu.efisiensi else None),
            _percent(satu.efisiensi.serapan if satu.efisiensi else None),
            narrative.efficiency(satu),
        )
        for satu in evaluasi.sasaran
    )
    return Sheet(
        "Per Sasaran",
        f"Capaian per sasaran strategis tahun {evaluasi.tahun}",
        (
            ("No", 5),
            ("Sasaran strategis", 46),
            ("Indikator", 10),
            ("Tercapai", 10),
            ("Hampir tercapai", 10),
            ("Tidak tercapai", 10),
            ("Tidak terukur", 10),
            ("Rata-rata capaian (%)", 12),
            ("Predikat", 15),
            ("Pagu (Rp)", 18),
            ("Realisasi (Rp)", 18),
            ("Serapan (%)", 12),
            ("Efisiensi", 60),
        ),
        rows,
        frozen=2,
        printed=12,
    )


def _history(evaluasi: Evaluasi) -> Sheet:
    rows = tuple(
        (
            i.indikator.teks,
            i.indikator.satuan,
            tahun.tahun,
            _value(value_of(tahun.target_pk)),
            _value(value_of(tahun.target_renstra)),
            _value(value_of(tahun.realisasi)),
            _percent(tahun.capaian_tahun.nilai, show_capaian(tahun.capaian_tahun)),
            show_status(tahun.ketercapaian),
        )
        for i in evaluasi.indikator
        for tahun in i.riwayat
    )
    return Sheet(
        "Riwayat",
        "Target, realisasi, dan capaian dari tahun ke tahun",
        (
            ("Indikator kinerja", 60),
            ("Satuan", 12),
            ("Tahun", 8),
            ("Target PK", 14),
            ("Target Renstra", 14),
            ("Realisasi", 14),
            ("Capaian (%)", 14),
            ("Status", 18),
        ),
        rows,
        frozen=1,
    )


def _budget(evaluasi: Evaluasi) -> Sheet:
    rows = tuple(
        (
            line.baris.kode,
            line.baris.uraian,
            line.baris.tingkat.replace("_", " "),
            _amount(line.baris.pagu.angka) if line.baris.pagu.terukur else show_nilai(line.baris.pagu),
            _amount(line.baris.realisasi.angka) if line.baris.realisasi.terukur else show_nilai(line.baris.realisasi),
            _percent(line.serapan, line.alasan or "–"),
            str(line.baris.sumber),
        )
        for line in evaluasi.anggaran.baris
    )
    return Sheet(
        "Anggaran",
        f"Realisasi anggaran tahun {evaluasi.tahun}",
        (
            ("Kode", 22),
            ("Uraian", 60),
            ("Tingkat", 14),
            ("Pagu (Rp)", 20),
            ("Realisasi (Rp)", 20),
            ("Serapan (%)", 12),
            ("Sumber", 40),
        ),
        rows,
        frozen=2,
    )


def _rules(evaluasi: Evaluasi) -> Sheet:
    rows: tuple[tuple[Cell, ...], ...] = (
        *(("Aturan", teks) for teks in evaluasi.aturan),
        *(
            (i.indikator.teks, "; ".join(f"{step.langkah}: {step.isi}" for step in i.capaian.trace) or i.capaian.alasan)
            for i in evaluasi.indikator
        ),
    )
    return Sheet("Aturan & Sumber", "Aturan yang berlaku dan langkah perhitungan", (("Bagian", 50), ("Isi", 110)), rows)
