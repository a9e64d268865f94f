"""The documents of a year: draft LKjIP as PDF, evaluation as XLSX. Charts are rendered here, for the writers."""

from __future__ import annotations

import os
import re
from pathlib import Path

from lkjip.charts.build import document_charts
from lkjip.domain.evaluasi import Evaluasi
from lkjip.errors import RefusedError
from lkjip.reports.build import build_document
from lkjip.reports.model import Document, FigureImage
from lkjip.rules import load_aturan

LEGAL_BASIS = ("perpres_29_2014", "permendagri_52_2011", "permenpanrb_53_2014")  # as the SOP names them
MIME = {"pdf": "application/pdf", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def build_pdf(evaluasi: Evaluasi) -> bytes:
    """The draft LKjIP."""
    from lkjip.reports.pdf import write_pdf

    return write_pdf(document(evaluasi))


def build_xlsx(evaluasi: Evaluasi) -> bytes:
    """The evaluation as a workbook."""
    from lkjip.reports.xlsx import write_xlsx

    return write_xlsx(evaluasi)


def document(evaluasi: Evaluasi) -> Document:
    """The draft as a document, with its charts; refused where there is nothing to report on."""
    if not evaluasi.indikator:
        raise RefusedError(f"Belum ada indikator untuk tahun {evaluasi.tahun}. Unggah tabel kinerja lebih dahulu.")
    sumber = load_aturan().sumber
    return build_document(evaluasi, _figures(evaluasi), dasar_hukum=tuple(sumber[id_].judul for id_ in LEGAL_BASIS))


def _figures(evaluasi: Evaluasi) -> dict[str, FigureImage]:
    from lkjip.charts.print import to_svg

    charts = document_charts(evaluasi)
    return {id_: FigureImage(to_svg(spec), spec.title, spec.alt) for id_, spec in charts.items()}


def file_name(evaluasi: Evaluasi, kind: str) -> str:
    """ "LKjIP-2025-Kecamatan-Samboja.pdf": letters, digits and hyphens only."""
    nama = re.sub(r"[^0-9A-Za-z]+", "-", evaluasi.data.kantor.nama).strip("-")
    title = "LKjIP" if kind == "pdf" else "Evaluasi"
    return f"{title}-{evaluasi.tahun}-{nama}.{kind}"


def write_file(path: Path, content: bytes) -> None:
    """Write whole or not at all: under another name first, then renamed."""
    if not path.parent.is_dir():
        raise RefusedError(f"Folder '{path.parent}' tidak ada. Buat dahulu, atau pilih folder lain.")
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        sentence = f"Berkas '{path.name}' tidak dapat ditulis. Tutup berkas itu atau pilih nama lain."
        raise RefusedError(sentence) from error
