"""The second face of the services: `python -m lkjip`. Exit 0 done, 1 findings or refusal, 2 wrong call."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from lkjip.config import Config
from lkjip.domain.finding import blocks
from lkjip.errors import LkjipError

MOST_BYTES = 64 * 1024 * 1024  # more is not even read; the limit for a spreadsheet is far below
DONE, FINDINGS, WRONG_CALL = 0, 1, 2


class Perintah(click.Command):
    """A command whose help is Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """First line of the help."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, without click's English remarks."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        names = [(option.get_help_record(ctx) or ("",))[0] for option in options]
        texts = [f"{option.help} (wajib)" if option.required else option.help or "" for option in options]
        with formatter.section("Pilihan"):
            formatter.write_dl(list(zip(names, texts, strict=True)))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, explained in Indonesian."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan bantuan ini."
        return option


class Kelompok(Perintah, click.Group):
    """The list of commands."""

    command_class = Perintah

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in their order."""
        rows = [(name, self.commands[name].get_short_help_str(90)) for name in self.commands]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the work, not of the alphabet."""
        return list(self.commands)


@click.group(cls=Kelompok, context_settings={"max_content_width": 110}, subcommand_metavar="PERINTAH ...",
             options_metavar="", no_args_is_help=False)  # fmt: skip
def lkjip() -> None:
    """LKjIP: dari lembar kerja seksi sampai draf laporan kinerja."""


def _open() -> Any:
    from lkjip.services.opening import open_store

    return open_store(Config.from_env())


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(content: Any) -> None:
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def _bytes(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES)


def _operator() -> Any:
    from lkjip.services.actor import OPERATOR

    return OPERATOR


BERKAS = click.Path(exists=True, dir_okay=False, readable=True)
TAHUN = click.option("--tahun", type=click.IntRange(2000, 2099), required=True, metavar="TAHUN", help="Tahun laporan.")
JSON = click.option("--json", "as_json", is_flag=True, help="Keluaran JSON untuk program lain.")


@lkjip.command(options_metavar="")
def contoh() -> int:
    """Muat kantor contoh (CONTOH) ke basis data yang disetel."""
    from lkjip.services import evaluation, kantor

    store = _open()
    office = kantor.load_demo(store, _operator())
    data = evaluation.load(store, _operator())
    click.echo(
        f"Data contoh dimuat ke {store.place}: {office.nama}, {len(data.sasaran)} sasaran, {len(data.indikator)} "
        f"indikator, {len(data.anggaran)} baris anggaran, tahun {', '.join(map(str, evaluation.years(store)))}."
    )
    return DONE


@lkjip.command(options_metavar="[PILIHAN]")
@click.option("--rumus", required=True, metavar="RUMUS", help="naik, turun, turun_rasio, rentang_naik, ...")
@click.option("--target", required=True, metavar="NILAI", help="Target, misalnya 10, 87,5 atau rentang 80-90.")
@click.option("--realisasi", required=True, metavar="NILAI", help="Realisasi.")
@JSON
def hitung(rumus: str, target: str, realisasi: str, as_json: bool) -> int:
    """Hitung satu capaian, dengan jejak hitungannya."""
    from lkjip.services import aturan, calculating, command_line, json_values
    from lkjip.services.usage import WrongValue

    if rumus not in aturan.current().rumus:
        raise WrongValue(f"Rumus '{rumus}' tidak dikenal. Pilih: {', '.join(aturan.current().rumus)}.")
    capaian, predikat = calculating.hitung(rumus, target, realisasi)
    if as_json:
        _print_json(
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
        _print(command_line.calculation_lines(capaian, predikat))
    return DONE


@lkjip.command(options_metavar="[PILIHAN]")
@click.argument("berkas", type=BERKAS)
@click.option("--jenis", type=click.Choice(["auto", "capaian", "anggaran", "renstra", "pk"]), default="auto",
              metavar="JENIS", help="capaian, anggaran, renstra, pk, atau auto (bawaan).")  # fmt: skip
@JSON
def baca(berkas: str, jenis: str, as_json: bool) -> int:
    """Baca satu berkas tanpa menyimpan: tabel, nilai, temuan."""
    from lkjip.services import command_line, json_reading, reading

    found = reading.read(Path(berkas).name, _bytes(berkas))
    if as_json:
        _print_json(json_reading.reading_json(found, jenis))
    else:
        _print(command_line.reading_lines(found))
    return FINDINGS if blocks(found.temuan) else DONE


@lkjip.command(options_metavar="[PILIHAN]")
@click.argument("berkas", type=BERKAS, nargs=-1, required=True, metavar="BERKAS...")
@TAHUN
@click.option("--unit", metavar="KODE", help="Kode kantor; impor ditolak bila basis data milik kantor lain.")
@click.option("--sebagai", metavar="PENGGUNA", help="Nama pengguna sebuah akun; haknya yang berlaku.")
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
    from lkjip.services.accounts import by_name
    from lkjip.services.batch import Perintah as Batch
    from lkjip.services.batch import import_file, open_office

    store = _open()
    actor = _operator() if sebagai is None else by_name(store, sebagai)
    _print(open_office(store, actor, unit, tahun))
    batch = Batch(tahun, pilihan["jenis_target"], pilihan["cara"], pilihan["triwulan"] or "", pilihan["jawab"],
                  terima_rumus=pilihan["terima_rumus"])  # fmt: skip
    refused = 0
    for path in berkas:
        lines, accepted = import_file(store, actor, Path(path).name, _bytes(path), batch)
        _print(lines)
        refused += not accepted
    return FINDINGS if refused else DONE


@lkjip.command(options_metavar="[PILIHAN]")
@TAHUN
@JSON
def evaluasi(tahun: int, as_json: bool) -> int:
    """Capaian setahun: per indikator, per sasaran, keseluruhan, anggaran."""
    from lkjip.services import command_line, json_evaluasi
    from lkjip.services.batch import evaluate_year

    hasil = evaluate_year(_open(), _operator(), tahun)
    if as_json:
        _print_json(json_evaluasi.evaluation_json(hasil))
    else:
        _print(command_line.evaluation_lines(hasil))
    return DONE


@lkjip.command(options_metavar="[PILIHAN]")
@TAHUN
@click.option("--format", "bentuk", type=click.Choice(["pdf", "xlsx"]), required=True, metavar="FORMAT",
              help="pdf atau xlsx.")  # fmt: skip
@click.option("--keluar", required=True, type=click.Path(dir_okay=False), metavar="BERKAS", help="Berkas hasil.")
def ekspor(tahun: int, bentuk: str, keluar: str) -> int:
    """Buat draf LKjIP (pdf) atau tabel evaluasi (xlsx)."""
    from lkjip.services import reporting
    from lkjip.services.batch import evaluate_year

    hasil = evaluate_year(_open(), _operator(), tahun)
    make: Callable[..., bytes] = {"pdf": reporting.build_pdf, "xlsx": reporting.build_xlsx}[bentuk]
    reporting.write_file(Path(keluar), make(hasil))
    click.echo(f"Tersimpan: {keluar}")
    return DONE


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code; errors become one Indonesian line."""
    from lkjip.services.usage import explain_bug, explain_usage

    logging.getLogger("lkjip").addHandler(logging.NullHandler())  # what a user needs is in findings and exit codes
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        arguments = sys.argv[1:] if arguments is None else arguments
        return int(lkjip.main(arguments or ["--help"], prog_name="python -m lkjip", standalone_mode=False) or DONE)
    except click.ClickException as error:
        click.echo(explain_usage(error), err=True)
        return WRONG_CALL
    except LkjipError as error:
        click.echo(str(error), err=True)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
    except Exception as error:  # the last net: a user sees a sentence, a developer sets LKJIP_DEBUG=1
        if os.environ.get("LKJIP_DEBUG"):
            raise
        click.echo(explain_bug(error), err=True)
    return FINDINGS


if __name__ == "__main__":
    sys.exit(main())
