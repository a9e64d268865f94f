"""The last annexes: what is still to be written, what the data make one wonder about, the page of the Inspektorat."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.finding import sorted_findings
from lkjip.reports.model import Align, Block, Column, Heading, Listed, Paragraph, Row, RowKind, Section, Table


def build_open(evaluasi: Evaluasi, places: tuple[Listed, ...]) -> Section:
    """What is still to be written and what the data make one wonder about; and the page kept for the Inspektorat."""
    blocks: list[Block] = [Heading(1, "Bagian yang Masih Harus Diisi", "LAMPIRAN 5")]
    if places:
        blocks.append(
            Paragraph(
                f"Draf ini memuat {len(places)} tempat yang harus diisi kantor, bertanda “[Diisi: …]”. Tabel L.5 "
                "menyebut letak dan isinya. Hapus lampiran ini setelah semuanya diisi."
            )
        )
        blocks.append(
            Table(
                "L.5",
                "Tempat yang harus diisi",
                (
                    Column("No", 8, Align.CENTER),
                    Column("Bagian", 48, merge=True),
                    Column("Isi yang diperlukan", 90),
                    Column("Halaman", 16, Align.CENTER),
                ),
                tuple(_by_chapter(places)),
                place_pages=True,
            )
        )
    else:
        blocks.append(Paragraph("Tidak ada lagi bagian yang harus diisi."))
    blocks.extend(_findings(evaluasi))
    return Section(tuple(blocks))


def _by_chapter(places: tuple[Listed, ...]) -> Iterator[Row]:
    """A line for each chapter and sasaran, its places below; the page is known to the writer only."""
    chapter = ""
    for urut, satu in enumerate(places, 1):
        if satu.chapter != chapter:
            chapter = satu.chapter
            yield Row((chapter,), RowKind.GROUP)
        yield Row((str(urut), satu.heading, satu.text, ""))


def _findings(evaluasi: Evaluasi) -> tuple[Block, ...]:
    temuan = sorted_findings(evaluasi.temuan)
    if not temuan:
        return ()
    return (
        Heading(2, "Catatan atas Data"),
        Paragraph(f"Tabel L.6 memuat {len(temuan)} catatan atas data beserta sarannya."),
        Table(
            "L.6",
            "Catatan atas data",
            (Column("No", 8, Align.CENTER), Column("Catatan", 82), Column("Saran", 64, merge=True)),
            tuple(Row((str(urut), satu.pesan, satu.saran)) for urut, satu in enumerate(temuan, 1)),
        ),
    )


def build_review_page() -> Section:
    """The page that belongs to the Inspektorat: named, and left empty."""
    return Section(
        (
            Heading(1, "Pernyataan Telah Direviu", "LAMPIRAN 6"),
            Paragraph(
                "Halaman ini disediakan untuk pernyataan reviu Inspektorat dan tidak diisi oleh aplikasi.", note=True
            ),
        )
    )
