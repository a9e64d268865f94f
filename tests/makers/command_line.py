"""Calling the command line in this process, as its users read it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lkjip.cli import program
from lkjip.config import Config
from lkjip.services.opening import Store, open_store
from tests.makers import ready

ENGLISH = ("Usage", "Error", "Options", "Missing", "Invalid", "No such", "Traceback", "required", "Show this")


@dataclass(frozen=True, slots=True)
class CommandLine:
    """`call(...)` gives exit code, output, error output; no English word of click may stand in either."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        code = program.main([str(satu) for satu in arguments])
        captured = self.capsys.readouterr()
        assert not [word for word in ENGLISH if word in captured.out + captured.err], captured.err
        return code, captured.out, captured.err

    def done(self, *arguments: str | Path) -> str:
        """The output of a call that must succeed."""
        code, out, err = self(*arguments)
        assert (code, err) == (0, ""), out
        return out

    def json(self, *arguments: str | Path) -> Any:
        """The answer of a call with --json, whatever its exit code."""
        return json.loads(self(*arguments, "--json")[1])

    def refused(self, *arguments: str | Path) -> str:
        """The sentence of a call that must be refused."""
        code, _out, err = self(*arguments)
        assert code == 1, err
        return err

    def lay(self, fill: ready.Fill = ready.nothing) -> None:
        """Put a migrated database with what `fill` writes where these calls look for it."""
        ready.lay(Config.from_env(), fill)

    def store(self) -> Store:
        """The database these calls work on."""
        return open_store(Config.from_env())

    def bytes_on_disk(self) -> bytes:
        """Everything that lies in the folder of the database."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())


def command_line(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A command line on a database in `folder` that does not exist yet."""
    monkeypatch.setenv("LKJIP_DATABASE_URL", f"sqlite:///{folder / 'lkjip.db'}")
    return CommandLine(folder, capsys)
