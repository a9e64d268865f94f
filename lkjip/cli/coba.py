"""To look around: the demo office, one computation."""

from __future__ import annotations

import click

from lkjip.cli.common import DONE, JSON, open_store, operator, print_json, print_lines
from lkjip.cli.help import command
from lkjip.cli.usage import WrongValue


@command
def contoh() -> int:
    """Muat kantor contoh (CONTOH) ke basis data yang disetel."""
    from lkjip.services import evaluation, kantor

    store = open_store()
    office = kantor.load_demo(store, operator())
    data = evaluation.load(store, operator())
    click.echo(
        f"Data contoh dimuat ke {store.place}: {office.nama}, {len(data.sasaran)} sasaran, {len(data.indikator)} "
        f"indikator, {len(data.anggaran)} baris anggaran, tahun {', '.join(map(str, evaluation.years(store)))}."
    )
    return DONE


@command
@click.option("--rumus", required=True, metavar="RUMUS", help="naik, turun, turun_rasio, rentang_naik, ...")
@click.option("--target", required=True, metavar="NILAI", help="Target, misalnya 10, 87,5 atau rentang 80-90.")
@click.option("--realisasi", required=True, metavar="NILAI", help="Realisasi.")
@JSON
def hitung(rumus: str, target: str, realisasi: str, as_json: bool) -> int:
    """Hitung satu capaian, dengan jejak hitungannya."""
    from lkjip.services import aturan, calculating, command_line, json_values

    if rumus not in aturan.current().rumus:
        raise WrongValue(f"Rumus '{rumus}' tidak dikenal. Pilih: {', '.join(aturan.current().rumus)}.")
    capaian, predikat = calculating.hitung(rumus, target, realisasi)
    if as_json:
        print_json(
            {
                "capaian": json_values.number(capaian.nilai),
                "status": capaian.status.value,
                "predikat": predikat or None,
                "rumus": capaian.rumus,
                "alasan": capaian.alasan or None,
                "catatan": list(capaian.catatan),
                "jejak": json_values.trace(capaian.trace),
            }
        )
    else:
        print_lines(command_line.calculation_lines(capaian, predikat))
    return DONE
