"""Words that make a password easy to guess: `sandi.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lkjip.rules.files import FOLDER, read_rules


@cache
def common_words(folder: Path = FOLDER) -> frozenset[str]:
    """Common passwords and the words of this work, in lower case."""
    berkas = read_rules(folder, "sandi.toml")
    berkas.text("sumber")
    words = {*berkas.words("umum"), *berkas.words("konteks")}
    berkas.done()
    return frozenset(words)
