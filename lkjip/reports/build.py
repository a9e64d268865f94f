"""The LKjIP as a document: everything the data can say, and a marked place for everything they cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip.domain.evaluasi import DataKinerja, Evaluasi
from lkjip.reports.build_annex import build_annex
from lkjip.reports.build_front import JUDUL, build_cover, build_front
from lkjip.reports.build_open import build_open, build_review_page
from lkjip.reports.build_opening import build_opening
from lkjip.reports.build_plan import TAHUN_TEGAK, build_plan
from lkjip.reports.build_result import build_closing, build_result
from lkjip.reports.model import Block, Document, FigureImage, Listed, Section, Table, places_of, without_empty


def build_document(
    evaluasi: Evaluasi,
    figures: Mapping[str, FigureImage],
    *,
    dasar_hukum: tuple[str, ...] = (),
    tanggal: str = "",
) -> Document:
    """Cover, Bab I-IV and Lampiran. `figures` are the rendered charts by their id; `tanggal` as it is to be printed."""
    kantor = evaluasi.data.kantor
    sections = _tidy(
        build_front(evaluasi, tanggal),
        Section(build_opening(evaluasi, dasar_hukum)),
        *_turned(build_plan(evaluasi)),
        Section(build_result(evaluasi, figures)),
        Section(build_closing(evaluasi)),
        *build_annex(evaluasi),
    )
    cover = build_cover(evaluasi)
    places = (Listed("Sampul", "Bagian atas", cover.emblem), *places_of(sections))
    return Document(
        cover=cover,
        sections=(*sections, build_open(evaluasi, places), build_review_page()),
        title=f"{JUDUL} {kantor.nama} Tahun {evaluasi.tahun}",
        author=f"{kantor.nama}, {kantor.daerah}",
        running=f"LKjIP {kantor.nama} Tahun {evaluasi.tahun}",
        seal=seal_of(evaluasi.data),
        demo=kantor.demo,
    )


def _tidy(*sections: Section) -> tuple[Section, ...]:
    """No column of codes or units where the office has none."""
    return tuple(
        replace(
            section,
            blocks=tuple(without_empty(b, "Kode", "Satuan") if isinstance(b, Table) else b for b in section.blocks),
        )
        for section in sections
    )


def seal_of(data: DataKinerja) -> str:
    """What ties a page to its data: the data version and the short hash of the facts."""
    return f"Versi data {data.versi}" + (f" · segel {data.sidik}" if data.sidik else "")


def _turned(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """A chapter in sections: tables with many year columns stand on landscape pages of their own."""
    sections: list[Section] = []
    upright: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and len(block.columns) > TAHUN_TEGAK + 3:
            sections.append(Section(tuple(upright)))
            sections.append(Section((block,), landscape=True))
            upright = []
        else:
            upright.append(block)
    if upright:
        sections.append(Section(tuple(upright)))
    return tuple(sections)
