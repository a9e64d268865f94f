"""Small spreadsheet files byte by byte: what no library would write, or not in this way."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Indikator</t></is></c><c r="B1"><v>95</v></c></row>'
PERCENT_STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="10"/></cellXfs></styleSheet>'
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def xlsx_parts(
    rows: str = ROWS, *, after: str = "", before: str = "", head: str = "", sheets: int = 1
) -> dict[str, str]:
    """The parts of a workbook whose sheets all hold `rows`."""
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, sheets + 1)
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{content_type}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{content_type}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{content_type}.worksheet+xml"/>'
            for n in numbers
        )
        + "</Types>",
        "_rels/.rels": f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        + "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId9000" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in numbers
        )
        + "</Relationships>",
        "xl/styles.xml": PERCENT_STYLES,
    }
    for n in numbers:
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'{XML}{head}<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{before}'
            f"<sheetData>{rows}</sheetData>{after}</worksheet>"
        )
    return parts


def xlsx(rows: str = ROWS, *, after: str = "", before: str = "", head: str = "", sheets: int = 1) -> bytes:
    """A workbook whose sheets all hold `rows`."""
    return package(xlsx_parts(rows, after=after, before=before, head=head, sheets=sheets))


def strict(parts: Mapping[str, str]) -> dict[str, str]:
    """The same workbook as "Strict Open XML Spreadsheet"."""
    return {name: text.replace(MAIN, STRICT_MAIN).replace(RELATIONS, STRICT_RELATIONS) for name, text in parts.items()}


_ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def ods(rows: str, *, styles: str = "", table: str = "", head: str = "", before: str = "") -> bytes:
    """An OpenDocument workbook with one table of these rows."""
    spaces = " ".join(f'xmlns:{name}="{_ODS}{name}:1.0"' for name in ("office", "table", "text", "style"))
    content = (
        f"{XML}{head}<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet>{before}<table:table table:name="IKU" {table}>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'{XML}<manifest:manifest xmlns:manifest="{_ODS}manifest:1.0"/>'
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def biff2(cells: Iterable[tuple[int, int, str | float]]) -> bytes:
    """An Excel 2 workbook: the oldest .xls, one stream without container; rows and columns count from 0."""
    out = struct.pack("<HHHH", 0x0009, 4, 2, 0x10)
    for row, column, value in cells:
        place = struct.pack("<HH3x", row, column)
        if isinstance(value, str):
            text = value.encode("cp1252")
            body = place + bytes([len(text)]) + text
            out += struct.pack("<HH", 0x0004, len(body)) + body
        else:
            body = place + struct.pack("<d", value)
            out += struct.pack("<HH", 0x0003, len(body)) + body
    return out + struct.pack("<HH", 0x000A, 0)
