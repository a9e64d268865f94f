"""The invariants I1-I8 that hold after anything at all (04-quality.md §1), to be asked after every bad-input test.

`assert_store_whole` asks a database (I2, I3, I4), `assert_sentence` a message (I5), `Watch` a process and the folders
around it (I6, I7, I8), `assert_server_well` a running server (I1).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select, text

from lkjip.services import periksa
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, audit, impor
from lkjip.store.metadata import metadata

MEMORY = 150 * 1024 * 1024
PATIENCE = 5.0  # seconds for a process to let go of what it holds


NOT_DATA = ("sesi", "percobaan", "isian_tersisa")  # logins, attempts, texts kept for their writer


def contents(store: Store) -> dict[str, str]:
    """Seal of each table's rows, without logins and without the audit rows of refusals and logins."""
    seals: dict[str, str] = {}
    with store.read() as connection:
        for table in metadata.sorted_tables:
            if table.name in NOT_DATA:
                continue
            query = select(table)
            if table.name == "jejak_audit":
                query = select(table.c.perbuatan, table.c.objek).where(table.c.hasil == "berhasil")
            rows = sorted(repr(tuple(row)) for row in connection.execute(query))
            seals[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return seals


def assert_store_whole(store: Store) -> None:
    """I2 database sound, I3 chain and archive verify, I4 no half state."""
    assert store.check() == []
    with store.read() as connection:
        assert audit.broken_rows(connection) == []
        for sha256, nama, isi in impor.every_file(connection):
            assert hashlib.sha256(isi).hexdigest() == sha256, f"berkas '{nama}' bukan lagi yang diunggah"
        assert list(impor.without_file(connection)) == []
        for table in ("target", "realisasi", "anggaran"):
            orphans = f"SELECT id FROM {table} WHERE impor_id IS NOT NULL AND impor_id NOT IN (SELECT id FROM impor)"
            assert connection.execute(text(orphans)).all() == []
        _every_import_is_whole(connection)
        _every_refusal_left_only_itself(connection)


def assert_checked(store: Store) -> None:
    """The same seen through `python -m lkjip periksa`."""
    hasil = periksa.check(store, OPERATOR)
    assert hasil.sehat, periksa.lines(hasil)


def _every_import_is_whole(connection: Connection) -> None:
    """One audit row, and as many facts as the import says it has brought."""
    noted: dict[tuple[int, str], int] = {}
    importing = "perbuatan IN ('simpan unggahan', 'simpan kiriman') OR perbuatan LIKE 'impor %'"
    rows = connection.execute(text(f"SELECT sesudah FROM jejak_audit WHERE hasil = 'berhasil' AND ({importing})"))
    for row in rows:
        after = json.loads(row.sesudah)
        noted[after["impor"], after["sha256"]] = noted.get((after["impor"], after["sha256"]), 0) + 1
    for row in connection.execute(text("SELECT id, sha256, ringkasan FROM impor")):
        summary = json.loads(row.ringkasan)
        if summary.get("contoh"):
            continue
        assert noted.get((row.id, row.sha256)) == 1, f"impor {row.id}: harus tepat satu baris jejak audit"
        brought = {"target": 0, "realisasi": 0, **summary.get("baris", {})}  # an imported plan counts its rows itself
        for satu in summary["hitung"]:
            kind = satu["jenis"].split()[0].lower()
            if kind in brought:
                brought[kind] += satu["baru"] + satu["berubah"]
        for table, count in brought.items():
            mine = "impor_id = :id"
            if table == "pagu":  # a line that is only stated again by a form, in a later load, keeps its file
                first = "SELECT tahap, muatan FROM pagu WHERE impor_id = :id ORDER BY id LIMIT 1"
                mine += f" AND (tahap, muatan) = ({first})"
            stored = connection.scalar(text(f"SELECT count(*) FROM {table} WHERE {mine}"), {"id": row.id})
            assert stored == count, f"impor {row.id}: {table} {stored} baris, dicatat {count}"


def _every_refusal_left_only_itself(connection: Connection) -> None:
    told = "SELECT id FROM jejak_audit WHERE hasil LIKE 'ditolak%' AND (sebelum <> '' OR sesudah <> '')"
    assert connection.execute(text(told)).all() == []
    refused = {row.pada for row in connection.execute(text("SELECT pada FROM jejak_audit WHERE hasil LIKE 'ditolak%'"))}
    kept = {row.pada for row in connection.execute(text("SELECT pada FROM impor"))}
    assert not refused & kept, "impor dari unggahan yang ditolak"


_FOREIGN = re.compile(
    r"Traceback|Exception|Error\b|\bNone\b|\bnull\b|sqlalchemy|sqlite3|psycopg|streamlit|openpyxl|"
    r"\bSELECT\b|\bINSERT\b|\bUPDATE\b|\bDELETE\b|\.py\b|(?<![\w.])/(?:home|root|tmp|usr|var|work|app|etc)/|[A-Z]:\\|"
    r"\b(?:failed|invalid|cannot|could not|not found|unexpected|permission denied|expected|must be)\b",
)


def assert_sentence(pesan: str, *words: str) -> None:
    """I5: a sentence for the user: no path, no SQL, no traceback, no English; it names `words` (file, sheet, cell)."""
    found = _FOREIGN.search(pesan)
    assert found is None, f"bukan untuk pengguna ({found.group()}): {pesan}"
    assert pesan.strip(), "pesan kosong"
    assert [word for word in words if word not in pesan] == [], pesan


@dataclass(slots=True)
class Watch:
    """I6, I7, I8: what one process has and what lies in the folders around it, before and after.

    `temp`: folders for temporary files, `data`: where the process may write, `outside`: where it may not.
    """

    data: Path
    temp: tuple[Path, ...] = ()
    outside: tuple[Path, ...] = ()
    pid: int = field(default_factory=os.getpid)
    _children: set[int] = field(init=False)
    _files: set[Path] = field(init=False)
    _memory: int = field(init=False)

    def __post_init__(self) -> None:
        """Look at everything before."""
        self._children = children(self.pid)
        self._files = self._seen()
        self._memory = memory(self.pid)

    def assert_nothing_left(self) -> None:
        """No new child, no new temporary file, nothing outside the data folder, memory back."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and (children(self.pid) - self._children or self._seen() - self._files):
            time.sleep(0.05)
        assert children(self.pid) - self._children == set(), "proses anak tertinggal"
        left = sorted(map(str, self._seen() - self._files))
        assert left == [], f"berkas tertinggal di luar folder data: {left}"
        assert memory(self.pid) - self._memory <= MEMORY, "memori tidak kembali"

    def _seen(self) -> set[Path]:
        return {
            path for folder in (*self.temp, *self.outside) for path in _walk(folder) if not _within(path, self.data)
        }


_NOT_OURS = {".git", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", "node_modules"}


def _walk(folder: Path) -> Iterable[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_OURS]
        yield from (Path(here, name) for name in files)


def _within(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder)


def children(pid: int) -> set[int]:
    """Processes below this one, zombies included (Linux; elsewhere none are seen)."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):  # gone meanwhile
            continue
    found: set[int] = set()
    fresh = {pid}
    while fresh:
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return found


def memory(pid: int) -> int:
    """Resident memory in bytes (0 where it cannot be seen)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found.group(1)) * 1024 if found else 0


def assert_server_well(address: str, cookie: str = "", seconds: float = 5.0) -> None:
    """I1: the health endpoint answers, and another session (`cookie`: "name=token") still gets its page."""
    assert _fetch(f"{address}/_stcore/health", "", seconds) == (200, "ok")
    if cookie:
        status, body = _fetch(f"{address}/", cookie, seconds)
        assert status == 200
        assert "<html" in body


def _fetch(address: str, cookie: str, seconds: float) -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.urlopen(request, timeout=seconds) as answer:
        return answer.status, answer.read().decode("utf-8", "replace")
