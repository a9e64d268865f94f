"""The sentences of a sasaran: alike is said once, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.domain.evaluasi import EvaluasiSasaran
from lkjip.domain.indikator import UNGROUPED, JenisTarget
from lkjip.domain.numbers import terukur
from lkjip.reports import narrative_figures, narrative_sasaran
from lkjip.reports.build import build_document
from lkjip.reports.model import Bullets, Document, Heading, Paragraph, Place
from tests.makers.kinerja import data_kinerja, evaluasi, evaluate_data


def _exactly(banyak: int) -> EvaluasiSasaran:
    """The second sasaran with its first indicators and its last one exactly at their target, `banyak` in all."""
    data = data_kinerja()
    indikator = [satu.indikator.id for satu in evaluasi().sasaran[1].indikator]
    tepat = set(indikator[: banyak - 1])
    target = tuple(replace(t, nilai=terukur(50)) if t.indikator_id in tepat else t for t in data.target)
    nyata = tuple(replace(r, nilai=terukur(50)) if r.indikator_id in tepat else r for r in data.realisasi)
    data = replace(data, target=target, realisasi=nyata)
    rumus = tuple(replace(i, rumus="naik") if i.id in tepat else i for i in data.indikator)
    return evaluate_data(replace(data, indikator=rumus)).sasaran[1]


@pytest.mark.parametrize("banyak", [2, 3])
def test_indikator_yang_tepat_mencapai_target_disebut_dalam_satu_kalimat(banyak: int) -> None:
    satu = _exactly(banyak)
    kalimat = narrative_sasaran.achievements(satu)
    bersama = [teks for teks in kalimat if teks.startswith(f"Sebanyak {banyak} indikator tepat mencapai target")]
    assert len(bersama) == 1
    assert len(kalimat) == len(satu.indikator) - banyak + 1
    for i in satu.indikator:
        assert sum(i.indikator.teks in teks for teks in kalimat) == 1


def test_satu_indikator_yang_tepat_tetap_kalimat_sendiri() -> None:
    satu = _exactly(1)
    assert len(narrative_sasaran.achievements(satu)) == len(satu.indikator)


def test_indikator_yang_tetap_disebut_bersama_dengan_tahun_dan_capaiannya() -> None:
    kalimat = narrative_sasaran.against_last_year(_exactly(3))
    assert any(
        teks.startswith("Sebanyak 2 indikator memiliki realisasi 2025 yang tetap seperti pada 2024; capaian terhadap")
        for teks in kalimat
    )


def test_target_tahun_terakhir_renstra_yang_juga_dasar_capaian_tidak_diceritakan_ulang() -> None:
    data = data_kinerja()
    renstra = tuple(t for t in data.target if t.jenis is JenisTarget.RENSTRA and t.tahun <= 2025)
    satu = evaluate_data(replace(data, target=renstra)).sasaran[1]
    (kalimat,) = narrative_sasaran.against_renstra(satu)
    assert kalimat.startswith("Tahun 2025 adalah tahun terakhir target Renstra")
    assert len(narrative_sasaran.against_renstra(evaluasi().sasaran[1])) > 1


def test_kalimat_gambar_menyebut_yang_tertinggi_dan_terendah() -> None:
    hasil = evaluasi()
    known = [i for i in hasil.indikator if i.capaian.nilai is not None]
    tinggi = max(known, key=lambda i: i.capaian.nilai or Decimal(0))
    rendah = min(known, key=lambda i: i.capaian.nilai or Decimal(0))
    kalimat = narrative_figures.extremes(hasil)
    assert kalimat.index(tinggi.indikator.teks) < kalimat.index(rendah.indikator.teks)


def test_kalimat_gambar_tanpa_data_tidak_dibuat() -> None:
    kosong = evaluate_data(replace(data_kinerja(), realisasi=()))
    assert narrative_figures.extremes(kosong) == ""
    assert narrative_figures.unmet_sasaran(kosong) == ""
    assert narrative_figures.absorption(()) == ""


def _sentences(document: Document) -> list[tuple[str, list[str]]]:
    """The sentences of each part between two headings."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for block in document.blocks():
        if isinstance(block, Heading):
            parts.append((block.full, []))
        elif isinstance(block, Paragraph | Place):
            parts[-1][1].extend(block.text.split(". "))
        elif isinstance(block, Bullets):
            parts[-1][1].extend(kalimat for item in block.items for kalimat in item.split(". "))
    return parts


def test_tidak_ada_kalimat_yang_berulang_di_satu_bagian() -> None:
    for satu in (evaluasi(), evaluasi(tahun=2024)):
        for judul, kalimat in _sentences(build_document(satu, {}, dasar_hukum=("Aturan",))):
            terang = [teks.rstrip(".") for teks in kalimat if not teks.startswith(("Capaian 1", "Sumber: "))]
            assert len(terang) == len(set(terang)), judul


def test_indikator_tanpa_sasaran_tidak_disebut_sebagai_satu_sasaran() -> None:
    data = data_kinerja()
    semua = replace(data.sasaran[0], teks=UNGROUPED)
    tanpa = tuple(replace(i, sasaran_id=semua.id, satuan="") for i in data.indikator)
    document = build_document(evaluate_data(replace(data, sasaran=(semua,), indikator=tanpa)), {})
    teks = [block.text for block in document.blocks() if isinstance(block, Paragraph | Heading)]
    places = [block.text for block in document.blocks() if isinstance(block, Place)]
    assert not any("1 sasaran strategis" in satu for satu in teks)
    assert "Indikator yang Belum Dikelompokkan" in teks
    assert "sasaran strategis dari 12 indikator yang belum dikelompokkan" in places
    assert any(satu.startswith("satuan ") for satu in places)
