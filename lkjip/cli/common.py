"""What the commands share: the store, who acts, options, and how results are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lkjip.config import Config
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:  # a call for help or with a wrong option loads no database
    from lkjip.services.actor import Actor
    from lkjip.services.opening import Store

DONE, FINDINGS, WRONG_CALL = 0, 1, 2
MOST_BYTES = 64 * 1024 * 1024  # more is not even read; the limit for a spreadsheet is far below

BERKAS = click.Path(exists=True, dir_okay=False, readable=True)
TAHUN = click.option(
    "--tahun", type=click.IntRange(FIRST_YEAR, LAST_YEAR), required=True, metavar="TAHUN", help="Tahun laporan."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Keluaran JSON untuk program lain.")
SEBAGAI = click.option("--sebagai", metavar="PENGGUNA", help="Nama pengguna sebuah akun; haknya yang berlaku.")


def open_store() -> Store:
    """The store of the settings."""
    from lkjip.services import opening

    return opening.open_store(Config.from_env())


def operator() -> Actor:
    """Whoever sits at this computer."""
    from lkjip.services.actor import OPERATOR

    return OPERATOR


def acting(store: Store, sebagai: str | None) -> Actor:
    """The account of `--sebagai` with its rights, else whoever sits at this computer."""
    from lkjip.services.accounts import by_name

    return operator() if sebagai is None else by_name(store, sebagai)


def read_bytes(path: str) -> bytes:
    """The content of a file, up to the most that is looked at."""
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES)


def print_lines(lines: Iterable[str]) -> None:
    """One line each."""
    for line in lines:
        click.echo(line)


def print_json(content: Any) -> None:
    """For other programs."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns under their heads; a sign that would steer the terminal is shown as "?"."""
    cells = [[_visible(text) for text in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        click.echo("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def _visible(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text)
