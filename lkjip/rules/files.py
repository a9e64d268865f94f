"""Reading rule files: TOML with exact decimals, and a short hash over all of them."""

from __future__ import annotations

import hashlib
import tomllib
from decimal import Decimal
from pathlib import Path

from lkjip.errors import RuleError
from lkjip.rules.checked import Checked

FOLDER = Path(__file__).parent


def read_rules(folder: Path, nama: str) -> Checked:
    """The rule file `nama` (relative to `folder`) as a checked table."""
    berkas = f"aturan {nama}"
    try:
        isi = tomllib.loads((folder / nama).read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError:
        raise RuleError(f"{berkas}: berkas tidak ada. Pasang ulang aplikasi atau kembalikan berkas itu.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as sebab:
        raise RuleError(f"{berkas}: bukan TOML yang sah ({sebab}). Perbaiki baris itu.") from sebab
    return Checked(berkas, isi)


def rule_names(folder: Path, bagian: str) -> tuple[str, ...]:
    """The rule files of one kind ("formulas", "scales"), at least one, in the order of their names."""
    nama = tuple(sorted(f"{bagian}/{jalan.name}" for jalan in (folder / bagian).glob("*.toml")))
    if not nama:
        raise RuleError(f"aturan {bagian}: tidak ada satu berkas .toml pun. Kembalikan berkas-berkas itu.")
    return nama


def rules_version(folder: Path) -> str:
    """A short hash of all rule files: two reports with the same one were computed under the same rules."""
    sidik = hashlib.sha256()
    for jalan in sorted(folder.rglob("*.toml")):
        sidik.update(jalan.relative_to(folder).as_posix().encode())
        sidik.update(jalan.read_bytes().replace(b"\r\n", b"\n"))
    return sidik.hexdigest()[:12]
