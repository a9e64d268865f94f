"""The disposisi sheet that opens the year (SOP step 1): one A4 page to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lkjip.domain.kantor import Kantor
from lkjip.domain.tahun import Disposisi
from lkjip.domain.tanggal import write_date, write_weekday
from lkjip.reports.model import Cover, Document
from lkjip.reports.pdf_paper import LEFT, MUTED, POINT, RIGHT, Paper

SIZE, LINE, PAD = 10.5, 5.2, 2.6
LABEL = 42.0  # mm for the names of the fields


@dataclass(frozen=True, slots=True)
class LembarDisposisi:
    """What stands on the sheet; `syarat` are the conditions met, in words; `penanda` who signs."""

    kantor: Kantor
    disposisi: Disposisi
    syarat: Sequence[str]
    penanda: str
    jabatan: str = "Sekretaris"


def write_disposisi(lembar: LembarDisposisi, made: datetime | None = None) -> bytes:
    """The PDF file of the sheet."""
    kantor, satu = lembar.kantor, lembar.disposisi
    title = f"Lembar Disposisi Penyusunan LKjIP Tahun {satu.tahun}"
    cover = Cover(title, str(satu.tahun), kantor.nama, kantor.daerah)
    paper = Paper(Document(cover, (), title, kantor.nama, title, f"Disposisi nomor {satu.nomor}", kantor.demo))
    paper.set_creation_date(made or datetime.now(UTC))
    paper.add_page()
    y = _head(paper, kantor)
    paper.put_center(paper.w / 2, y + 8, "LEMBAR DISPOSISI", 14, "B")
    y = _rows(paper, y + 14, (
        ("Nomor", satu.nomor),
        ("Tanggal", write_weekday(satu.tanggal)),
        ("Dari", satu.dari),
        ("Kepada", satu.kepada),
        ("Perihal", f"Penyusunan Laporan Kinerja Instansi Pemerintah (LKjIP) tahun {satu.tahun}"),
        ("Tenggat", write_weekday(satu.tenggat)),
    ))  # fmt: skip
    y = _text_box(paper, y + 5, "Isi disposisi", (satu.isi,), least=45.0)
    y = _text_box(paper, y + 5, "Keadaan saat disposisi dibuat", lembar.syarat)
    _signature(paper, y + 12, lembar)
    return bytes(paper.output())


def _head(paper: Paper, kantor: Kantor) -> float:
    """The letterhead in words; returns where it ends."""
    middle, y = paper.w / 2, 20.0
    for text, size, style in (
        (f"PEMERINTAH {kantor.daerah.upper()}", 12, "B"),
        (kantor.nama.upper(), 15, "B"),
        (kantor.alamat, 9, ""),
    ):
        for line in paper.lines(text, paper.room, size, style):
            paper.put_center(middle, y, line, size, style)
            y += size * POINT * 1.45
    paper.rule(LEFT, y, paper.w - RIGHT, y, 0.7)
    paper.rule(LEFT, y + 1.1, paper.w - RIGHT, y + 1.1, 0.2)
    return y + 3


def _rows(paper: Paper, y: float, rows: Sequence[tuple[str, str]]) -> float:
    top = y
    for label, text in rows:
        lines = paper.lines(text, paper.room - LABEL - 2 * PAD, SIZE) or ("",)
        paper.put(LEFT + PAD, y + LINE, label, SIZE, color=MUTED)
        for place, line in enumerate(lines):
            paper.put(LEFT + LABEL + PAD, y + LINE * (place + 1), line, SIZE)
        y += LINE * len(lines) + PAD
        paper.rule(LEFT, y, paper.w - RIGHT, y)
    paper.rule(LEFT, top, paper.w - RIGHT, top)
    for x in (LEFT, LEFT + LABEL, paper.w - RIGHT):
        paper.rule(x, top, x, y)
    return y


def _text_box(paper: Paper, y: float, label: str, texts: Sequence[str], least: float = 0.0) -> float:
    """A framed text; what does not fit on the sheet is cut with a word about it, never printed over the signature."""
    top = y
    paper.put(LEFT + PAD, y + LINE, label, SIZE, color=MUTED)
    y += LINE + 1.5
    lines = [
        line for text in texts for part in text.splitlines() for line in paper.lines(part, paper.room - 2 * PAD, SIZE)
    ]
    fitting = int((paper.floor - 62 - y) / LINE)
    if len(lines) > fitting:
        lines = [*lines[: max(fitting - 1, 0)], "(selebihnya terbaca di aplikasi)"]
    for line in lines:
        y += LINE
        paper.put(LEFT + PAD, y, line, SIZE)
    y = max(y + PAD, top + least)
    paper.rect(LEFT, top, paper.room, y - top)
    return y


def _signature(paper: Paper, y: float, lembar: LembarDisposisi) -> None:
    x = paper.w - RIGHT - 70
    place = lembar.kantor.ibu_kota or "................"
    for text, style in ((f"{place}, {write_date(lembar.disposisi.tanggal)}", ""), (f"{lembar.jabatan},", "")):
        paper.put(x, y, paper.clean(text), SIZE, style)
        y += LINE
    y += 20
    paper.put(x, y, paper.clean(lembar.penanda or "................................"), SIZE, "B")
    paper.put(LEFT, paper.h - 12, paper.clean(f"Dicatat oleh {lembar.disposisi.oleh} pada {lembar.disposisi.pada}."
              if lembar.disposisi.oleh else ""), 7.5, color=MUTED)  # fmt: skip
