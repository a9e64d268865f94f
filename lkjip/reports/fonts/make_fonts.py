"""Make the faces of 'LKjIP Sans' from Open Sans and DejaVu Sans; see README.md beside this file."""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FACES = {
    "Regular": ("OpenSans-Regular", "DejaVuSans"),
    "Bold": ("OpenSans-Bold", "DejaVuSans-Bold"),
    "Italic": ("OpenSans-Italic", "DejaVuSans"),
}
SHAPES = "←↑→↓↔■□▪▫▲△▶▼▽◆◇○◐●◦☐☑✓✗"
RANGES = (
    (0x20, 0x250),
    (0x2B0, 0x300),
    (0x370, 0x400),
    (0x1E00, 0x1F00),
    (0x2000, 0x20C0),
    (0x2100, 0x2190),
    (0x2200, 0x2300),
    (0xFB01, 0xFB03),
    (0xFFFD, 0xFFFE),
)


def cut(font: TTFont) -> None:
    """Keep the wanted characters; drop hinting and layout tables (shaping is off in the writer)."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for start, end in RANGES for code in range(start, end)])
    cutter.subset(font)


def add_shapes(font: TTFont, donor: TTFont) -> None:
    """Copy the outlines of SHAPES; both families are drawn on 2048 units per em."""
    glyphs, donor_names = donor.getGlyphSet(), donor.getBestCmap()
    for shape in (sign for sign in SHAPES if ord(sign) not in font.getBestCmap()):
        name, origin = f"shape{ord(shape):04X}", donor_names[ord(shape)]
        pen = TTGlyphPen(None)
        glyphs[origin].draw(pen)
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = pen.glyph()
        font["glyf"].glyphOrder = font.getGlyphOrder()
        font["hmtx"].metrics[name] = donor["hmtx"].metrics[origin]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(shape)] = name


def rename(font: TTFont, face: str) -> None:
    """A changed font carries its own name."""
    texts = {1: "LKjIP Sans", 4: f"LKjIP Sans {face}", 6: f"LKjIPSans-{face}", 16: "LKjIP Sans"}
    for record in font["name"].names:
        if record.nameID in texts:
            record.string = texts[record.nameID]


def main(open_sans: Path, dejavu: Path, out: Path) -> None:
    """Write the three faces into `out`."""
    for face, (base, donor) in FACES.items():
        font = TTFont(open_sans / f"{base}.ttf")
        cut(font)
        add_shapes(font, TTFont(dejavu / f"{donor}.ttf"))
        rename(font, face)
        font.save(out / f"LKjIPSans-{face}.ttf")


if __name__ == "__main__":
    main(*(Path(text) for text in sys.argv[1:]))
