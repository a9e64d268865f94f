"""The other published documents as workbooks in their printed layout. Figures come from ../shared/real-data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

Indicator = dict[str, Any]
Row = list[Any]


def load(real_data: Path, number: str) -> dict[str, Any]:
    """One document by its number ("01")."""
    (path,) = real_data.glob(f"{number}_*.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def years_of(indicator: Indicator, last: int) -> dict[int, Indicator]:
    """Year -> figures, for the years in which the document prints a whole triple."""
    earlier = indicator.get("prev_year") or {}
    found = {int(y): dict(f) for y, f in earlier.items() if y.isdigit() and isinstance(f, dict) and "target" in f}
    return {**found, last: indicator}


def workbook(document: dict[str, Any], number: str) -> bytes:
    """The document's tables, one a sheet: indicators as `LAYOUTS` says, budget lines by year where there are years."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if document["indicators"]:
        sheet.title = "Kinerja"
        LAYOUTS.get(number, _plain)(sheet, document)
    else:
        book.remove(sheet)
    if document["budget"]:
        _budget(book.create_sheet("Anggaran"), document)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _put(sheet: Any, first: int, rows: Sequence[Row]) -> int:
    for row, values in enumerate(rows, first):
        for column, value in enumerate(values, 1):
            if value not in (None, ""):
                sheet.cell(row, column, value)
    return first + len(rows)


def _figures(one: Indicator) -> Row:
    return [one.get("target"), one.get("realisasi"), one.get("capaian_printed")]


def _plain(sheet: Any, document: dict[str, Any]) -> None:
    """Sasaran | Indikator | Satuan | Target | Realisasi | Capaian | Kriteria, sasaran merged over its indicators."""
    head = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian", "Kriteria"]
    _put(sheet, 1, [[f"Pengukuran Kinerja {document['instansi']} Tahun {document['tahun']}"], [], head])
    rows, starts = [], []
    before = object()
    for place, one in enumerate(document["indicators"], 1):
        sasaran = one.get("sasaran")
        if sasaran != before:
            starts.append(place)
        rows.append(
            [place, sasaran if sasaran != before else None, one["indikator"], one.get("satuan"), *_figures(one),
             one.get("kategori_printed")]
        )  # fmt: skip
        before = sasaran
    _put(sheet, 4, rows)
    for start, end in zip(starts, [*starts[1:], len(rows) + 1], strict=True):
        if end - start > 1 and rows[start - 1][1]:
            sheet.merge_cells(f"B{start + 3}:B{end + 2}")


def _gunung_kaler(sheet: Any, document: dict[str, Any]) -> None:
    head = [part.strip() for part in document["header_as_printed"].split("|")]
    rows = []
    for place, one in enumerate(document["indicators"], 1):
        both = years_of(one, 2020)
        rows.append([place, one["indikator"], one["satuan"], *(both[y][k] for k in KEYS for y in (2019, 2020))])
    sums = [[None, row["label"], *[None] * 5, row["2019"], row["2020"]] for row in document["summary_rows"]]
    _put(sheet, 1, [[document["table_title_as_printed"]], [], head, *rows, *sums])


KEYS = ("target", "realisasi", "capaian_printed")


def _sasaran_last(sheet: Any, document: dict[str, Any]) -> None:
    head = [part.strip() for part in document["header_as_printed"].split("|")]
    rows = [
        [i, o["indikator"], o["satuan"], *_figures(o), o["sasaran"]] for i, o in enumerate(document["indicators"], 1)
    ]
    _put(sheet, 1, [["Tahun 2019"], head, *rows])


def _percent_sign(sheet: Any, document: dict[str, Any]) -> None:
    rows = [[i, o["indikator"], o["satuan"], *_figures(o)] for i, o in enumerate(document["indicators"], 1)]
    mean = document["summary_rows"][0]
    _put(
        sheet, 1,
        [[f"Sasaran 1 : {document['indicators'][0]['sasaran']}"],
         ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "%"],
         *rows, [mean["label"], None, None, None, None, mean["printed"]], [None, "KRITERIA", None, None, None, "Baik"]],
    )  # fmt: skip


def _earlier_as_capaian(sheet: Any, document: dict[str, Any]) -> None:
    """Manggarai Timur: "Capaian Kinerja Tahun" 2015-2018 hold realisasi, then target, realisasi, capaian of 2019."""
    top = ["NO.", "Indikator Sasaran", "Capaian Kinerja Tahun", None, None, None, "Tahun 2019", None, None]
    low = [None, None, 2015, 2016, 2017, 2018, "Target", "Realisasi", "Capaian Kinerja Tahun 2019"]
    rows = [
        [i, o["indikator"], *(o["prev_year"][str(y)] for y in range(2015, 2019)), *_figures(o)]
        for i, o in enumerate(document["indicators"], 1)
    ]
    mean = document["summary_rows"][0]
    _put(
        sheet,
        1,
        [top, low, *rows, [None, mean["label"], *(mean[str(y)] for y in range(2015, 2019)), None, None, mean["2019"]]],
    )
    for span in ("A1:A2", "B1:B2", "C1:F1", "G1:I1"):
        sheet.merge_cells(span)


def _tk_rk_ck(sheet: Any, document: dict[str, Any]) -> None:
    top: Row = ["INDIKATOR KINERJA"]
    low: Row = [None]
    for year in (2014, 2015, 2016):
        top += [year, None, None]
        low += ["TK", "RK", "CK"]
    rows = []
    for one in document["indicators"]:
        figures = years_of(one, 2016)
        rows.append(
            [one["indikator"], *(figures[y][k] for y in (2014, 2015, 2016) for k in KEYS), one["renstra_target"]]
        )
    note = ["Ket. TK = Target Kinerja RK = Realisasi Kinerja CK = Capaian Kinerja"]
    _put(sheet, 1, [["Sasaran : Menurunnya Tingkat Pengangguran"], [*top, "Target Akhir RPJMD"], low, *rows, note])
    for span in ("A2:A3", "B2:D2", "E2:G2", "H2:J2", "K2:K3"):
        sheet.merge_cells(span)


def _capaian_is_realisasi(sheet: Any, document: dict[str, Any]) -> None:
    head = [part.strip() for part in document["header_as_printed"].split("|")]
    rows = [
        [i, o["indikator"], o["target"], o["realisasi"], o["kategori_printed"]]
        for i, o in enumerate(document["indicators"], 1)
    ]
    _put(sheet, 1, [[f"Indikator Kinerja Tambahan Tahun {document['tahun']}"], head, *rows])


def _no_unit(sheet: Any, document: dict[str, Any]) -> None:
    head = [part.strip() for part in document["header_as_printed"].split("|")]
    rows = [[i, o["indikator"], *_figures(o), o["kategori_printed"]] for i, o in enumerate(document["indicators"], 1)]
    mean = document["summary_rows"][0]
    total = [None, mean["label"], None, None, mean["printed"], mean["predikat"]]
    _put(sheet, 1, [["Sasaran 1: Meningkatnya kualitas penyelenggaraan perpustakaan"], head, *rows, total])


def _year_blocks(sheet: Any, document: dict[str, Any]) -> None:
    """Renstra layout: target, realisasi and ratio with one sub-column a year, header merged over two rows."""
    years = sorted({y for one in document["indicators"] for y in years_of(one, document["tahun"])})
    heads = ["Target Renstra Tahun ke-", "Realisasi Capaian Tahun ke-", "Rasio Capaian pada Tahun ke-"]
    top: Row = ["No", "Indikator Kinerja sesuai Tugas dan Fungsi", "Satuan"]
    low: Row = [None, None, None]
    for head in heads:
        top += [head, *[None] * (len(years) - 1)]
        low += years
    rows = []
    for place, one in enumerate(document["indicators"], 1):
        figures = years_of(one, document["tahun"])
        rows.append(
            [place, one["indikator"], one.get("satuan"), *(figures.get(y, {}).get(k) for k in KEYS for y in years)]
        )
    numbers = [f"({n})" for n in range(1, len(low) + 1)]
    _put(sheet, 1, [[f"Pencapaian Kinerja Pelayanan {document['instansi']}"], top, low, numbers, *rows])
    for column in range(1, 4):
        sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    for block in range(3):
        first = 4 + block * len(years)
        sheet.merge_cells(start_row=2, end_row=2, start_column=first, end_column=first + len(years) - 1)


LAYOUTS: dict[str, Callable[[Any, dict[str, Any]], None]] = {
    "01": _gunung_kaler, "12": _sasaran_last, "13": _percent_sign, "18": _earlier_as_capaian, "26": _tk_rk_ck,
    "37": _capaian_is_realisasi, "39": _no_unit, "53": _year_blocks, "61": _year_blocks, "64": _year_blocks,
}  # fmt: skip


def _budget(sheet: Any, document: dict[str, Any]) -> None:
    if any("tahun" in line for line in document["budget"]):
        _budget_years(sheet, document)
        return
    head = ["NO", "PROGRAM", "PAGU ANGGARAN (Rp.)", "REALISASI", None, "Sisa (Rp.)"]
    sub = [None, None, None, "(Rp.)", "%", None]
    numbers = [1, 2, 3, 4, 5, 6]
    lines = [
        [i, b["program_kegiatan"], b["pagu"], b["realisasi"], b.get("persen_printed")]
        for i, b in enumerate((b for b in document["budget"] if b.get("level") != "total"), 1)
    ]
    totals = [
        [None, b["program_kegiatan"], b["pagu"], b["realisasi"]]
        for b in document["budget"]
        if b.get("level") == "total"
    ]
    half = len(lines) // 2
    again = [head, sub, numbers] if len(lines) > 6 else []
    title = [[f"Realisasi Anggaran Tahun {document['tahun']}"], []]
    _put(sheet, 1, [*title, head, sub, numbers, *lines[:half], *again, *lines[half:], *totals])


def _budget_years(sheet: Any, document: dict[str, Any]) -> None:
    years = sorted({line["tahun"] for line in document["budget"]})
    names = list(dict.fromkeys(line["program_kegiatan"] for line in document["budget"]))
    by_key = {(line["program_kegiatan"], line["tahun"]): line for line in document["budget"]}
    heads = ["Anggaran Tahun", "Realisasi Anggaran Tahun", "Rasio antara Realisasi dan Anggaran Tahun"]
    top: Row = ["No", "Uraian"]
    for head in heads:
        top += [head, *[None] * (len(years) - 1)]
    rows = [
        [i, name, *(by_key[name, y].get(k) for k in ("pagu", "realisasi", "persen_printed") for y in years)]
        for i, name in enumerate(names, 1)
    ]
    _put(sheet, 1, [top, [None, None, *years * 3], *rows])
    for block in range(3):
        first, last = 3 + block * len(years), 2 + (block + 1) * len(years)
        sheet.merge_cells(f"{get_column_letter(first)}1:{get_column_letter(last)}1")


def flat_csv(document: dict[str, Any], separator: str) -> bytes:
    """The indicators as a plain list, one line for each year, headers as a database would export them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(["sasaran", "indikator", "satuan", "tahun", *KEYS, "kategori_printed"])
    for one in document["indicators"]:
        for year, figures in years_of(one, document["tahun"]).items():
            writer.writerow(
                [
                    one.get("sasaran"),
                    one["indikator"],
                    one.get("satuan"),
                    year,
                    *_figures(figures),
                    figures.get("kategori_printed"),
                ]
            )
    return text.getvalue().encode()
