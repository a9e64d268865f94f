"""A year: its evaluation, its documents."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from lkjip.cli.common import DONE, JSON, SEBAGAI, TAHUN, acting, open_store, print_json, print_lines
from lkjip.cli.help import command


@command
@TAHUN
@SEBAGAI
@JSON
def evaluasi(tahun: int, sebagai: str | None, as_json: bool) -> int:
    """Capaian setahun: per indikator, per sasaran, keseluruhan, anggaran."""
    from lkjip.services import batch, command_line, json_evaluasi

    store = open_store()
    hasil = batch.evaluate_year(store, acting(store, sebagai), tahun)
    if as_json:
        print_json(json_evaluasi.evaluation_json(hasil))
    else:
        print_lines(command_line.evaluation_lines(hasil))
    return DONE


@command
@TAHUN
@click.option("--format", "bentuk", type=click.Choice(["pdf", "xlsx"]), required=True, metavar="FORMAT",
              help="pdf atau xlsx.")  # fmt: skip
@click.option("--keluar", required=True, type=click.Path(dir_okay=False), metavar="BERKAS", help="Berkas hasil.")
@SEBAGAI
def ekspor(tahun: int, bentuk: str, keluar: str, sebagai: str | None) -> int:
    """Buat draf LKjIP (pdf) atau tabel evaluasi (xlsx)."""
    from lkjip.services import batch, downloads, reporting

    store = open_store()
    actor = acting(store, sebagai)
    batch.evaluate_year(store, actor, tahun)  # refused where the year has no data
    reporting.write_file(Path(keluar), downloads.document(store, actor, tahun, bentuk).isi)
    click.echo(f"Tersimpan: {keluar}")
    return DONE


@command
@TAHUN
@click.option("--keluar", required=True, type=click.Path(file_okay=False), metavar="FOLDER", help="Folder hasil.")
@click.option("--tenggat", type=click.DateTime(["%Y-%m-%d"]), metavar="TANGGAL",
              help="Batas pengembalian yang tercetak, misalnya 2026-01-15.")  # fmt: skip
@SEBAGAI
def format_command(tahun: int, keluar: str, tenggat: datetime | None, sebagai: str | None) -> int:
    """Buat format pengumpulan data: satu buku kerja tiap seksi."""
    from lkjip.services import format_seksi, reporting

    store = open_store()
    actor = acting(store, sebagai)
    made = format_seksi.make(store, actor, tahun, tenggat=tenggat.date() if tenggat else None)
    folder = Path(keluar)
    folder.mkdir(parents=True, exist_ok=True)
    for satu in made:
        nama, isi = format_seksi.workbook(store, actor, satu.id)
        reporting.write_file(folder / nama, isi)
        click.echo(f"Tersimpan: {folder / nama}")
    print_lines(satu.alasan for satu in format_seksi.overview(store, actor, tahun) if satu.alasan)
    return DONE
