"""Is everything that was stored still what it was?"""

from __future__ import annotations

import re
from dataclasses import asdict

import click

from lkjip.cli.common import DONE, FINDINGS, JSON, open_store, operator, print_json, print_lines
from lkjip.cli.help import command
from lkjip.cli.usage import WrongValue


@command
@click.option("--kepala", metavar="SEGEL", default="", help="Segel terakhir yang dicatat dahulu; harus masih ada.")
@JSON
def periksa(kepala: str, as_json: bool) -> int:
    """Periksa basis data, rantai jejak audit, dan arsip berkas."""
    from lkjip.services import periksa as checking

    kepala = kepala.strip().lower()
    if kepala and not re.fullmatch(r"[0-9a-f]{12,64}", kepala):
        raise WrongValue("--kepala tidak dapat dipakai: tulis segelnya, 12 sampai 64 tanda 0-9 dan a-f.")
    store = open_store()
    hasil = checking.check(store, operator(), kepala)
    if as_json:
        print_json({"sehat": hasil.sehat, **asdict(hasil)})
    else:
        print_lines(checking.lines(hasil))
        if not hasil.baris:
            click.echo(
                f"Basis data ini ({store.place}) masih kosong. Bila mestinya berisi, periksa LKJIP_DATABASE_URL."
            )
    return DONE if hasil.sehat else FINDINGS
