"""Alembic without alembic.ini: the configuration is made here, the connection is the caller's transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def known_revisions() -> set[str]:
    """All revisions this program knows."""
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def upgrade(connection: Connection) -> None:
    """Bring the schema to the newest revision inside the open transaction: all of it or nothing."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
