"""Completeness is tested, not promised: findings, pages, commands, settings, decisions, changelog."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lkjip.rules import load_aturan
from lkjip.rules.sop import load_sop

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))


def _text(*patterns: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for pattern in patterns for path in sorted(ROOT.glob(pattern)))


SOURCE = _text("lkjip/**/*.py")
TESTS = _text("tests/**/*.py")
CODES = sorted(load_aturan().katalog.teks)


def test_each_finding_is_used_and_tested() -> None:
    assert len(CODES) > 100
    assert [kode for kode in CODES if f'"{kode}"' not in SOURCE] == [], "nobody makes these findings"
    assert [kode for kode in CODES if f'"{kode}"' not in TESTS] == [], "no test names these findings"


def test_each_finding_says_what_to_do() -> None:
    texts = load_aturan().katalog.teks
    assert [kode for kode in CODES if not texts[kode].saran.strip()] == [], "without a cure"
    sentence = (".", "}")
    assert [kode for kode in CODES if not texts[kode].pesan.rstrip().endswith(sentence)] == [], "no sentence"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_has_a_page_test_and_a_browser_path(page: Path) -> None:
    assert page.stem in _text("tests/pages/*.py")
    assert re.search(rf"\b{page.stem}\b|/{page.stem}", _text("tests/browser/*.py")), f"{page.stem}: tanpa uji peramban"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_stands_in_the_readme(page: Path) -> None:
    title = page.stem.replace("_", " ").capitalize().replace("lkjip", "LKjIP")
    assert f"**{title}**" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["README.md", "docs/panduan/perintah.md"])
def test_each_command_stands_in_readme_and_guide(document: str) -> None:
    from lkjip.cli.help import Kelompok
    from lkjip.cli.program import lkjip

    calls = []
    for name, command in lkjip.commands.items():
        calls += [f"{name} {part}" for part in command.commands] if isinstance(command, Kelompok) else [name]
    written = (ROOT / document).read_text(encoding="utf-8")
    assert [call for call in calls if f"python -m lkjip {call}" not in written] == []


def test_each_setting_stands_in_the_readme() -> None:
    settings = set(re.findall(r"\bLKJIP_[A-Z_]+\b", SOURCE + _text("app.py", "pages/*.py", "tests/**/*.py")))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sorted(name for name in settings if f"`{name}`" not in readme) == []


def test_each_decision_has_a_date_and_a_state() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in decisions:
        head = path.read_text(encoding="utf-8").splitlines()
        assert head[0].startswith("# "), path.name
        assert re.match(r"20\d\d-\d\d-\d\d\. (Accepted|Replaced)", head[2]), path.name


def test_the_sop_has_its_eleven_steps() -> None:
    assert [step.nomor for step in load_sop()] == list(range(1, 12))


def test_no_path_of_a_developers_machine_in_the_repository() -> None:
    folders = tuple(f"/{name}/" for name in ("work", "root"))
    ours = [top for top in ROOT.iterdir() if top.name not in {".venv", ".git"}]
    paths = [path for top in ours for path in (top.rglob("*") if top.is_dir() else [top])]
    texts = [path for path in paths if path.suffix in {".py", ".toml", ".md", ".txt"}]
    assert len(texts) > 500
    assert [path for path in texts if any(folder in path.read_text(encoding="utf-8") for folder in folders)] == []
