"""All rules in force, read once per process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lkjip.domain.aturan import Aturan
from lkjip.rules.files import FOLDER, rules_version
from lkjip.rules.findings import read_findings
from lkjip.rules.formulas import read_formulas
from lkjip.rules.programs import read_programs
from lkjip.rules.scales import read_scales
from lkjip.rules.sources import read_sources
from lkjip.rules.terms import read_terms


@cache
def load_aturan(folder: Path = FOLDER) -> Aturan:
    """Read and check every rule file of `folder`; a RuleError names file, key, what was found and what to write."""
    sumber = read_sources(folder)
    return Aturan(
        rumus=read_formulas(folder, sumber),
        skala=read_scales(folder, sumber),
        istilah=read_terms(folder),
        program=read_programs(folder, sumber),
        katalog=read_findings(folder),
        sumber=sumber,
        versi=rules_version(folder),
    )
