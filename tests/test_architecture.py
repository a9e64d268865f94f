"""The layers of docs/architecture.md, walked import by import."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

ROOMS = {"domain", "rules", "spreadsheets", "validation", "store", "charts", "reports", "services", "ui", "web", "cli"}
ADAPTERS = {"rules", "spreadsheets", "validation", "store"}
SHARED_MODULES = {"errors", "config"}  # lkjip/errors.py and lkjip/config.py belong to every room

MAY_IMPORT: dict[str, set[str]] = {
    "domain": {"domain"},
    **{room: {"domain", room} for room in ADAPTERS},
    "charts": {"domain", "charts"},
    "reports": {"domain", "reports"},
    "services": {"domain", "rules", "spreadsheets", "validation", "store", "charts", "reports", "services"},
    "ui": {"domain", "services", "ui", "web"},
    "web": {"domain", "services", "ui", "web"},
    "pages": {"domain", "services", "ui"},
    "app": {"domain", "services", "ui", "web"},
    "cli": {"domain", "services", "cli"},
    "__main__": {"cli"},
}
MAY_USE_STREAMLIT = {"ui", "pages", "app", "web"}
MAY_USE_PANDAS = {"charts", "reports", "services", "ui", "pages", "app", "web"}


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "lkjip" and len(parts) > 1 else parts[0]


def _sources() -> list[Path]:
    return sorted([ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "lkjip").rglob("*.py")])


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(_text(path))))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: impor relatif; tulis nama lengkapnya"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _violations() -> list[str]:
    wrong = []
    for path in _sources():
        room = _room(path)
        if room in SHARED_MODULES or path == ROOT / "lkjip" / "__init__.py":
            allowed: set[str] = set()
        else:
            allowed = MAY_IMPORT[room]
        for module in set(_imports(path)):
            parts = module.split(".")
            target = parts[1] if parts[0] == "lkjip" and len(parts) > 1 else ""
            if target in ROOMS and target not in allowed:
                wrong.append(f"{_name(path)} ({room}) mengimpor {module}")
            if parts[0] == "streamlit" and room not in MAY_USE_STREAMLIT:
                wrong.append(f"{_name(path)} mengimpor streamlit")
            if parts[0] == "pandas" and room not in MAY_USE_PANDAS:
                wrong.append(f"{_name(path)} mengimpor pandas")
            if room == "domain" and parts[0] not in _STDLIB and target != "domain":
                wrong.append(f"{_name(path)} (domain) mengimpor {module}")
    return wrong


_STDLIB = {
    "__future__", "bisect", "calendar", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "hashlib", "itertools", "json", "math", "operator", "re", "types", "typing", "unicodedata", "difflib",
}  # fmt: skip


def test_each_room_imports_only_what_its_row_of_the_table_allows() -> None:
    assert _violations() == []


def _longest(path: Path) -> int:
    return 40 if path.name == "app.py" else 120 if _room(path) == "pages" else 250


def test_no_module_is_longer_than_250_lines_nor_a_page_than_120() -> None:
    lengths = {path: len(_text(path).splitlines()) for path in _sources()}
    assert {_name(path): length for path, length in lengths.items() if length > _longest(path)} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    long = [
        f"{_name(path)}: {node.name} ({length} baris)"
        for path in _sources()
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > 50
    ]
    assert long == []


BANNED = ("unsafe_allow_html", "unsafe_allow_javascript", "read_pickle", "pickle.load", 'persist="disk"', "pyplot")


def test_no_banned_call_in_the_source() -> None:
    wrong = [
        f"{_name(path)}: {word}"
        for path in _sources()
        for word in BANNED
        if any(use in _text(path) for use in (f"{word}=", f"import {word}", f"{word}("))
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_each_page_begins_with_its_guard(path: Path) -> None:
    statements = [
        node
        for node in ast.parse(_text(path)).body
        if not isinstance(node, ast.Import | ast.ImportFrom)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        and not isinstance(node, ast.FunctionDef)
    ]
    assert "guard(" in ast.unparse(statements[0]), f"{path.name}: pernyataan pertama harus guard(...)"
    assert f'"{path.stem}"' in ast.unparse(statements[0]).replace("'", '"')


def test_the_bounds_of_years_stand_in_one_place() -> None:
    bounds = re.compile(r"\b(?:2099|range\(2000)\b")
    named = [path.name for path in _sources() if bounds.search(_text(path))]
    assert named == ["tanggal.py"], "use the names in lkjip/domain/tanggal.py"


def test_pages_do_no_arithmetic() -> None:
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "pages").glob("*.py"))
        for node in _nodes(path)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Sub | ast.Mult | ast.Div | ast.FloorDiv | ast.Mod | ast.Pow)
    ]
    assert wrong == []


WRITES_BY_ITSELF = {
    "rights.py": "the door itself",
    "accounts.py": "whoever logs in is nobody yet; a session in use is written down",
    "first_start.py": "there is nobody yet who could have a right",
    "sisa_isian.py": "what somebody was typing when his session ended is kept for himself",
}


def _writes(path: Path) -> list[str]:
    """Calls that open a deed or a writing transaction: `anything.deed(...)`, and `.write()`, which files never have."""
    return [
        f"{_name(path)}:{node.lineno}"
        for node in _nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) != "rights"
        and (node.func.attr == "deed" or (node.func.attr == "write" and not node.args and not node.keywords))
    ]


def test_services_write_only_through_rights() -> None:
    """Who opens a deed beside `rights.deed` asks nobody whether he may."""
    found = {path.name: _writes(path) for path in sorted((ROOT / "lkjip" / "services").rglob("*.py"))}
    assert {name: places for name, places in found.items() if places and name not in WRITES_BY_ITSELF} == {}
    assert {name for name, places in found.items() if places} == set(WRITES_BY_ITSELF), "an exception nobody uses"


def test_pages_and_command_line_neither_write_nor_know_the_store() -> None:
    outside = [path for path in _sources() if _room(path) in ("ui", "web", "pages", "app", "cli", "__main__")]
    assert len(outside) > 20
    assert [place for path in outside for place in _writes(path)] == []
    wrong = [
        f"{_name(path)} mengimpor {module}"
        for path in outside
        for module in set(_imports(path))
        if module.startswith("lkjip.store") or module.split(".")[0] in ("sqlalchemy", "alembic", "sqlite3", "psycopg")
    ]
    assert wrong == []
