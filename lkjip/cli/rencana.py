"""A plan from a spreadsheet: Renstra matrix, PK, programme tree with pagu."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from lkjip.cli.common import BERKAS, DONE, FINDINGS, SEBAGAI, TAHUN, acting, open_store, print_lines, read_bytes
from lkjip.cli.help import command


@command
@click.argument("berkas", type=BERKAS)
@click.option("--jenis", type=click.Choice(["renstra", "pk", "program"]), required=True, metavar="JENIS",
              help="renstra, pk, atau program.")  # fmt: skip
@TAHUN
@click.option("--renstra", default="", metavar="NAMA",
              help="Nama atau tahun Renstra, misalnya 2025-2029; yang belum ada dimulai.")  # fmt: skip
@click.option("--tahap", type=click.Choice(["murni", "perubahan"]), default="murni", metavar="TAHAP",
              help="murni (bawaan) atau perubahan.")  # fmt: skip
@click.option("--nomor", default="", metavar="NOMOR", help="Nomor PK atau DPA.")
@click.option("--tanggal", type=click.DateTime(["%Y-%m-%d"]), metavar="TANGGAL", help="Tanggal dokumen: 2025-01-31.")
@click.option("--alasan", default="", metavar="TEKS", help="Alasan perubahan PK.")
@click.option("--sama", multiple=True, metavar="TEKS=TERSIMPAN", help="Indikator di berkas = indikator tersimpan.")
@click.option("--semua-baru", is_flag=True, help="Semua indikator yang belum tersimpan memang baru.")
@click.option("--ganti-satuan", is_flag=True, help="Satuan di berkas menggantikan yang tersimpan.")
@click.option("--keluarkan", is_flag=True, help="Keluarkan semua yang tersimpan tetapi tidak ada di berkas.")
@click.option("--jawab", multiple=True, metavar="KUNCI=PILIHAN", help="Jawaban atas pertanyaan tentang angka.")
@click.option("--pratinjau", is_flag=True, help="Tunjukkan saja apa yang akan berubah.")
@SEBAGAI
def rencana(berkas: str, jenis: str, tahun: int, sebagai: str | None, **pilihan: Any) -> int:
    """Impor rencana: matriks Renstra, PK, atau pohon program dengan pagu."""
    from lkjip.domain.dokumen import Tahap
    from lkjip.services import batch, perintah_rencana
    from lkjip.services.rencana_pilihan import JenisRencana, PilihanRencana

    store = open_store()
    actor = acting(store, sebagai)
    print_lines(batch.open_office(store, actor, None, tahun))
    tanggal: datetime | None = pilihan["tanggal"]
    chosen = PilihanRencana(
        JenisRencana(jenis), tahun, tahap=Tahap(pilihan["tahap"]), nomor=pilihan["nomor"],
        tanggal=tanggal.date() if tanggal else None, alasan=pilihan["alasan"], semua_baru=pilihan["semua_baru"],
        ganti_satuan=pilihan["ganti_satuan"], keluarkan_semua=pilihan["keluarkan"],
    )  # fmt: skip
    perintah = perintah_rencana.PerintahRencana(
        chosen, pilihan["renstra"], pilihan["sama"], pilihan["jawab"], pratinjau=pilihan["pratinjau"]
    )
    lines, accepted = perintah_rencana.import_plan(store, actor, Path(berkas).name, read_bytes(berkas), perintah)
    print_lines(lines)
    return DONE if accepted else FINDINGS
