"""All commands in the order of the work, and the one place where errors become a sentence and an exit code.

Exit 0 done, 1 findings or refusal, 2 wrong call.
"""

from __future__ import annotations

import logging
import os
import sys

import click

from lkjip.cli.akun import pengguna
from lkjip.cli.berkas import baca, impor
from lkjip.cli.coba import contoh, hitung
from lkjip.cli.common import DONE, FINDINGS, WRONG_CALL
from lkjip.cli.help import group
from lkjip.cli.pemeriksaan import periksa
from lkjip.cli.seksi import seksi
from lkjip.cli.tahun import ekspor, evaluasi, format_command
from lkjip.cli.usage import explain_bug, explain_usage
from lkjip.errors import LkjipError


@group("lkjip", context_settings={"max_content_width": 110})
def lkjip() -> None:
    """LKjIP: dari lembar kerja seksi sampai draf laporan kinerja."""


for _command in (contoh, hitung, baca, impor, evaluasi, ekspor, format_command, seksi, pengguna, periksa):
    lkjip.add_command(_command)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code; errors become one Indonesian line."""
    logging.getLogger("lkjip").addHandler(logging.NullHandler())  # what a user needs is in findings and exit codes
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        return int(lkjip.main(arguments, prog_name="python -m lkjip", standalone_mode=False) or DONE)
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
