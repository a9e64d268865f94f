"""The sections of the office."""

from __future__ import annotations

import click

from lkjip.cli.common import DONE, JSON, open_store, operator, print_json, print_table
from lkjip.cli.help import group


@group("seksi")
def seksi() -> None:
    """Seksi, subbagian, dan kelurahan: daftar, tambah."""


@seksi.command("daftar")
@JSON
def list_sections(as_json: bool) -> int:
    """Semua seksi."""
    from lkjip.services.seksi import list_seksi

    found = list_seksi(open_store())
    if as_json:
        print_json([{"nama": satu.nama, "aktif": satu.aktif} for satu in found])
    elif found:
        print_table(("SEKSI", "KEADAAN"), [(satu.nama, "aktif" if satu.aktif else "tidak dipakai") for satu in found])
    else:
        click.echo("Belum ada seksi. Menambah: python -m lkjip seksi tambah NAMA")
    return DONE


@seksi.command("tambah")
@click.argument("nama")
def add_section(nama: str) -> int:
    """Tambah satu seksi."""
    from lkjip.services.seksi import add_seksi

    add_seksi(open_store(), operator(), nama)
    click.echo(f"Seksi '{' '.join(nama.split())}' ditambahkan.")
    return DONE
