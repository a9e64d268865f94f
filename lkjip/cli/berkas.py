"""Files: read one without storing, import some."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from lkjip.cli.common import (
    BERKAS,
    DONE,
    FINDINGS,
    JSON,
    SEBAGAI,
    TAHUN,
    acting,
    open_store,
    print_json,
    print_lines,
    read_bytes,
)
from lkjip.cli.help import command
from lkjip.domain.finding import blocks


@command
@click.argument("berkas", type=BERKAS)
@click.option("--jenis", type=click.Choice(["auto", "capaian", "anggaran", "renstra", "pk"]), default="auto",
              metavar="JENIS", help="capaian, anggaran, renstra, pk, atau auto (bawaan).")  # fmt: skip
@JSON
def baca(berkas: str, jenis: str, as_json: bool) -> int:
    """Baca satu berkas tanpa menyimpan: tabel, nilai, temuan."""
    from lkjip.services import command_line, json_reading, reading

    found = reading.read(Path(berkas).name, read_bytes(berkas))
    if as_json:
        print_json(json_reading.reading_json(found, jenis))
    else:
        print_lines(command_line.reading_lines(found))
    return FINDINGS if blocks(found.temuan) else DONE


@command
@click.argument("berkas", type=BERKAS, nargs=-1, required=True, metavar="BERKAS...")
@TAHUN
@click.option("--unit", metavar="KODE", help="Kode kantor; impor ditolak bila basis data milik kantor lain.")
@SEBAGAI
@click.option("--target", "jenis_target", type=click.Choice(["otomatis", "pk", "renstra", "keduanya"]),
              default="otomatis", metavar="JENIS", help="otomatis (bawaan), pk, renstra, atau keduanya.")  # fmt: skip
@click.option("--anggaran", "cara", type=click.Choice(["ganti", "tambah"]), default="ganti", metavar="CARA",
              help="ganti (bawaan) atau tambah baris anggaran tahun itu.")  # fmt: skip
@click.option("--triwulan", type=click.Choice(["jumlah", "kumulatif"]), metavar="CARA",
              help="Arti triwulan dalam tabel anggaran: jumlah atau kumulatif.")  # fmt: skip
@click.option("--jawab", multiple=True, metavar="KUNCI=PILIHAN", help="Jawaban atas pertanyaan tentang angka.")
@click.option("--terima-rumus", is_flag=True, help="Tetapkan rumus yang diusulkan dari persentase tercetak.")
def impor(berkas: tuple[str, ...], tahun: int, unit: str | None, sebagai: str | None, **pilihan: Any) -> int:
    """Baca dan simpan berkas; berkas yang bermasalah ditolak seluruhnya."""
    from lkjip.services import batch

    store = open_store()
    actor = acting(store, sebagai)
    print_lines(batch.open_office(store, actor, unit, tahun))
    perintah = batch.Perintah(tahun, pilihan["jenis_target"], pilihan["cara"], pilihan["triwulan"] or "",
                              pilihan["jawab"], terima_rumus=pilihan["terima_rumus"])  # fmt: skip
    refused = 0
    for path in berkas:
        lines, accepted = batch.import_file(store, actor, Path(path).name, read_bytes(path), perintah)
        print_lines(lines)
        refused += not accepted
    return FINDINGS if refused else DONE
