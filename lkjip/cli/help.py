"""Click's commands and groups with Indonesian help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class Perintah(click.Command):
    """A command whose help is Indonesian."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """[PILIHAN] where there is an option, then the arguments; click's own list begins with "[OPTIONS]"."""
        pieces = super().collect_usage_pieces(ctx)[1:]
        return ["[PILIHAN]", *pieces] if any(isinstance(param, click.Option) for param in self.params) else pieces

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
    """A list of commands; called without one it shows the list."""

    command_class = Perintah

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Without a command: the help."""
        return super().parse_args(ctx, args or ["--help"])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in their order."""
        rows = [(name, self.commands[name].get_short_help_str(90)) for name in self.commands]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the work, not of the alphabet."""
        return list(self.commands)


def command(run: Callable[..., int]) -> Perintah:
    """A command that returns its exit code, named after its function."""
    return click.command(cls=Perintah)(run)


def group(name: str, **settings: Any) -> Callable[[Callable[..., None]], Kelompok]:
    """A group of commands."""
    return click.group(name, cls=Kelompok, subcommand_metavar="PERINTAH ...", **settings)
