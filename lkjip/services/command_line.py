"""What the command line prints for people: short Indonesian lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip.domain.capaian import Capaian
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.finding import Finding, sorted_findings
from lkjip.domain.numbers import format_ringkas
from lkjip.domain.showing import show_capaian, show_nilai, show_percent, show_status
from lkjip.services import hasil_baca, ringkasan
from lkjip.services.choices import Preview
from lkjip.services.reading import Reading


def calculation_lines(capaian: Capaian, predikat: str) -> Iterator[str]:
    """Result, grade, notes and steps."""
    if capaian.nilai is None:
        yield f"Capaian tidak dapat dihitung: {capaian.alasan}"
    else:
        yield f"Capaian {show_percent(capaian.nilai)}% ({predikat})"
    yield from (f"  catatan: {satu}" for satu in capaian.catatan)
    yield from (f"  {step.langkah}: {step.isi}" for step in capaian.trace)


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings, errors first."""
    for satu in sorted_findings(tuple(findings)):
        yield f"{satu.tingkat.value.upper()}: {satu.pesan} {satu.saran}".rstrip()


def reading_lines(reading: Reading) -> Iterator[str]:
    """Tables, control totals, findings, questions."""
    yield f"Berkas: {reading.berkas}"
    for tabel, bacaan in zip(reading.tabel, reading.bacaan, strict=True):
        yield hasil_baca.table_sentence(tabel, bacaan)
        yield from (f"  {label}: {format_ringkas(jumlah)}" for label, jumlah in bacaan.kontrol.items())
    yield from finding_lines(reading.temuan)
    for satu in reading.pertanyaan:
        yield f"PERTANYAAN {satu.kunci}: kolom '{satu.judul}', misalnya {', '.join(satu.contoh)}"
        yield from (f"  {kode} = {arti}" for kode, arti in satu.pilihan)


def preview_lines(preview: Preview) -> Iterator[str]:
    """What an import would do."""
    for satu in preview.hitung:
        yield f"  {satu.jenis}: {satu.baru} baru, {satu.berubah} berubah, {satu.sama} sama"
    yield from (f"  catatan: {satu}" for satu in preview.catatan)
    for usul in preview.usulan:
        yield f"  usul rumus {usul.rumus} untuk '{usul.indikator}': {usul.kalimat}"


def evaluation_lines(evaluasi: Evaluasi) -> Iterator[str]:
    """The year in one sentence, each indicator by sasaran, the budget, findings."""
    demo = " [DEMO, CONTOH]" if evaluasi.data.kantor.demo else ""
    yield f"{evaluasi.data.kantor.nama}, tahun {evaluasi.tahun}{demo}"
    yield ringkasan.sentence(evaluasi)
    for sasaran in evaluasi.sasaran:
        yield f"{sasaran.sasaran.urutan}. {sasaran.sasaran.teks}: rata-rata {show_percent(sasaran.rerata)}"
        for satu in sasaran.indikator:
            target = show_nilai(satu.target.nilai if satu.target else None)
            realisasi = show_nilai(satu.realisasi.nilai if satu.realisasi else None)
            yield (
                f"   {show_status(satu.ketercapaian)} | {satu.indikator.teks} | target {target} | "
                f"realisasi {realisasi} | capaian {show_capaian(satu.capaian)} {satu.predikat}".rstrip()
            )
    yield from (f"{angka.judul}: {angka.nilai} ({angka.keterangan})" for angka in ringkasan.figures(evaluasi)[2:])
    yield from finding_lines(evaluasi.temuan)
