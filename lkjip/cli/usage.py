"""A wrong call of the command line, explained in Indonesian instead of click's English."""

from __future__ import annotations

import traceback
from pathlib import Path

import click

PROGRAM = "python -m lkjip"


class WrongValue(click.UsageError):
    """A value of an option that only the program can judge; its text is already Indonesian."""


def explain_usage(error: click.ClickException) -> str:
    """One sentence: which part of the call is wrong, and what to write; then whose help to read."""
    ctx = getattr(error, "ctx", None)
    return f"{_explain(error)} Lihat: {ctx.command_path if ctx is not None else PROGRAM} --help"


def _explain(error: click.ClickException) -> str:
    param = getattr(error, "param", None)
    name = _name(param) if param is not None else ""
    match error:
        case WrongValue():
            sentence = error.message
        case click.MissingParameter():
            sentence = f"{name} belum diisi."
        case click.NoSuchOption():
            near = f" Maksud Anda {', '.join(error.possibilities)}?" if error.possibilities else ""
            sentence = f"Pilihan {error.option_name} tidak dikenal.{near}"
        case click.BadOptionUsage():
            sentence = f"Pilihan {error.option_name} perlu satu nilai sesudahnya."
        case click.BadParameter():
            sentence = f"{name} tidak dapat dipakai: {_wanted(param, error)}"
        case click.UsageError(ctx=click.Context(command=click.Group() as group)):
            sentence = f"Perintah itu tidak ada. Pilih: {', '.join(group.commands)}."
        case _:
            sentence = "Cara memanggil belum benar."
    return sentence


def explain_bug(error: Exception) -> str:
    """The last net: a user sees a sentence with the place, a developer sets LKJIP_DEBUG=1 for the rest."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, baris {last.lineno}"
    return (
        f"Kesalahan dalam program ini ({place}). Tidak ada yang tersimpan. Laporkan kepada pengelola bersama berkasnya."
    )


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "").upper()


def _wanted(param: click.Parameter | None, error: click.BadParameter) -> str:
    kind = param.type if param is not None else None
    if isinstance(kind, click.Choice):
        return f"pilih salah satu: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange):
        return f"tulis bilangan {kind.min} sampai {kind.max}."
    if isinstance(kind, click.Path):
        reason = "adalah folder, bukan berkas" if "is a directory" in error.message else "tidak ditemukan"
        return f"berkas {reason}."
    return "periksa nilainya."
