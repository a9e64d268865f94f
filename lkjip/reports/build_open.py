"""The last annexes: what is still to be written, what the data make one wonder about, the page of the Inspektorat."""

from __future__ import annotations

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.finding import sorted_findings
from lkjip.reports.model import Align, Block, Column, Heading, Paragraph, Row, Section, Table


def build_open(evaluasi: Evaluasi, places: tuple[tuple[str, str], ...]) -> Section:
    """What is still to be written and what the data make one wonder about; and the page kept for the Inspektorat."""
    blocks: list[Block] = [Heading(1, "Bagian yang Masih Harus Diisi", "LAMPIRAN 5")]
    if places:
        blocks.append(
            Paragraph(
                f"Draf ini memuat {len(places)} tempat yang harus diisi kantor. Hapus lampiran ini setelah lengkap."
            )
        )
        blocks.append(
            Table(
                "L.5",
                "Tempat yang harus diisi",
                (Column("No", 8, Align.CENTER), Column("Bagian", 62), Column("Isi yang diperlukan", 92)),
                tuple(Row((str(urut), head, text)) for urut, (head, text) in enumerate(places, 1)),
            )
        )
    else:
        blocks.append(Paragraph("Tidak ada lagi bagian yang harus diisi."))
    blocks.extend(_findings(evaluasi))
    return Section(tuple(blocks))


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
