"""Hostile and odd files dropped into the running application: told in a sentence, nothing stored, nothing left."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip.domain.access import Peran
from lkjip.rules import load_aturan
from lkjip.services import importing
from lkjip.spreadsheets.files.read import read_workbook
from tests.makers.hammer import Pulse
from tests.makers.invariants import Watch, assert_sentence
from tests.makers.outcomes import refusal
from tests.server.conftest import Begin

MADE = (  # of the generator: one of each class that is made in less than a second
    "bomb_styles", "bomb_overlap", "manysheets", "laughs_shared", "quadratic", "xxe_sheet", "far_cell", "row_overflow",
    "cols_16k", "traversal", "truncated", "badcrc", "empty", "nosheets", "badvalues", "dup_cell", "xlsm", "is_docx",
    "is_xml2003", "ods_repeat", "ods_laughs", "styled_blank", "odd_strict", "is_html",
)  # fmt: skip
TAKEN = (  # of the corpus: each class of its index
    "poi/protected_sha512.xlsx", "sheetjs/password_2002_40_xor.xls", "calamine/pass_protected.ods",
    "calamine/OOM_alloc3.xls", "poi/invalid.xlsx", "poi/54764.xlsx", "poi/duplicate-filename.xlsx",
    "strings/HTML5sec_Injections.txt", "strings/blns.txt", "poi/52348.xlsx", "poi/sample.strict.xlsx",
)  # fmt: skip
ODD_NAMES = ("=cmd|calc.xlsx", "<b>tebal</b>.xlsx", "a" * 200 + ".xlsx", "😀 kinerja.xlsx")
SLOWER_THAN_BARE = 4.0  # times the slowest answer of a bare server on the same machine at the same time


@pytest.fixture
def files(bad_files: Path, tmp_path: Path) -> dict[str, bytes]:
    """Name -> content of one file of each class."""
    made = tmp_path / "buatan"
    command = [sys.executable, "-B", str(bad_files / "generate_workbooks.py"), str(made), *MADE]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found = {path.name: path.read_bytes() for path in sorted(made.iterdir())}
    found |= {Path(name).name: (bad_files / "corpus" / name).read_bytes() for name in TAKEN}
    return found | {name: bytes(number) for number, name in enumerate(ODD_NAMES, start=1)}


def test_setiap_golongan_berkas_jahat_diceritakan_dan_tidak_merusak_apa_pun(
    begin: Begin, files: dict[str, bytes], tmp_path: Path
) -> None:
    kota, katalog = begin(), load_aturan().katalog
    with kota.visit(Peran.ANALIS).tab() as tab, kota.visit(Peran.SEKRETARIS).tab() as other:
        tab.run("unggah_data")
        tab.drop(("biasa.xlsx", files["odd_strict.xlsx"]))  # what is loaded once is no leftover
        tab.press("Buang dari daftar")
        before = kota.contents()
        watch = Watch(data=kota.server.data, outside=(tmp_path / "luar",), pid=kota.server.process.pid)
        with Pulse(kota.server) as pulse:
            for name, content in files.items():
                tab.drop((name, content))
                why = refusal(read_workbook(name, content, katalog))
                text = re.sub(r"\\(.)", r"\1", tab.text())
                assert "Traceback" not in text
                assert "Terjadi gangguan" not in text
                if why is not None:
                    assert_sentence(f"{why.pesan.replace(why.berkas, '')} {why.saran}")
                    words = re.findall(r"[A-Za-z]{4,}", f"{why.pesan.replace(why.berkas, '')} {why.saran}")
                    assert [word for word in words if word not in text] == [], name
                    shown = "".join(letter for letter in why.berkas[:20] if letter.isascii() and letter.isalnum())
                    assert shown in re.sub(r"[^A-Za-z0-9]", "", text), name
                    assert all(button.disabled for button in tab.buttons("Simpan")), name
                assert "Kecamatan Uji" in other.run("capaian").says()
                tab.press("Buang dari daftar")
        assert (pulse.lost, pulse.slowest < 1 + SLOWER_THAN_BARE * pulse.floor) == (0, True), pulse
    assert kota.contents() == before
    assert importing.history(kota.store, kota.warga.analis.actor) == ()
    watch.assert_nothing_left()
    kota.assert_well()
    assert "Traceback" not in kota.log().replace("reading process ended", "")
