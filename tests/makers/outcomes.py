"""What became of a file, in one line of a table: refused with which finding, or read with which counts.

The tables lie in `tests/unit/spreadsheets/outcomes`. After a wanted change `python -m tests.makers.outcomes` writes
them anew; the difference is looked at line by line before it is kept.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from decimal import Decimal
from pathlib import Path

from lkjip.domain.finding import Finding, Tingkat
from lkjip.rules import load_aturan
from lkjip.spreadsheets.cells import Workbook
from lkjip.spreadsheets.files.read import read_workbook

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "unit" / "spreadsheets" / "outcomes"
BAD_FILES = ROOT.parent / "shared" / "bad-files"
HEADER = ("berkas", "hasil", "jenis", "lembar", "sel", "jumlah", "catatan")


@dataclass(frozen=True, slots=True)
class Outcome:
    """`hasil`: "dibaca" or the code of the refusal; `jumlah`: sum of the numeric cells; `catatan`: codes of notices."""

    berkas: str
    hasil: str
    jenis: str = ""
    lembar: str = ""
    sel: str = ""
    jumlah: str = ""
    catatan: str = ""


def outcome(berkas: str, workbook: Workbook) -> Outcome:
    """The line of a file as read."""
    refused = [finding.kode for finding in workbook.findings if finding.tingkat is Tingkat.GALAT]
    if refused or not workbook.sheets:
        return Outcome(berkas, "+".join(refused) or "TANPA SEBAB")
    cells = [cell for sheet in workbook.sheets for cell in sheet.cells]
    numbers = [float(cell.value) for cell in cells if isinstance(cell.value, Decimal)]
    notices = " ".join(sorted({finding.kode for finding in workbook.findings}))
    return Outcome(
        berkas, "dibaca", workbook.kind, str(len(workbook.sheets)), str(len(cells)), f"{sum(numbers):.12g}", notices
    )


def read_all(files: dict[str, Path]) -> dict[str, Workbook]:
    """Every file as an upload of its own name."""
    katalog = load_aturan().katalog
    with ThreadPoolExecutor(2) as pool:
        read = pool.map(lambda path: read_workbook(path.name, path.read_bytes(), katalog), files.values())
        return dict(zip(files, read, strict=True))


def refusal(workbook: Workbook) -> Finding | None:
    """The one finding of a refused file."""
    return next((finding for finding in workbook.findings if finding.tingkat is Tingkat.GALAT), None)


def table(name: str) -> dict[str, Outcome]:
    """A table as it is kept."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return {row["berkas"]: Outcome(**row) for row in csv.DictReader(lines)}


def corpus() -> dict[str, Path]:
    """Every file of the index."""
    return {row["path"]: BAD_FILES / "corpus" / row["path"] for row in index()}


def index() -> list[dict[str, str]]:
    """The rows of INDEX.csv."""
    with (BAD_FILES / "corpus" / "INDEX.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def generated(folder: Path, *, big: bool = False) -> dict[str, Path]:
    """Everything both generators make, in processes of their own side by side; `big`: bombs of 5 GiB."""
    kinds = {"bombs": folder / "bombs", "workbooks": folder / "workbooks"}
    for where in kinds.values():
        where.mkdir()
    run = [sys.executable, "-W", "ignore", "-B", "-m", "tests.makers.packing"]
    commands = (
        [*run, str(BAD_FILES / "generate_bombs.py")],
        [*run, str(BAD_FILES / "generate_workbooks.py"), str(kinds["workbooks"]), *(["--big"] if big else [])],
    )
    found = {**os.environ, "PYTHONPATH": str(ROOT)}
    making = [
        subprocess.Popen(command, cwd=kinds["bombs"], env=found, stdout=subprocess.DEVNULL) for command in commands
    ]
    try:
        assert [process.wait() for process in making] == [0, 0]
    finally:
        for process in making:
            process.kill()
    return {f"{kind}/{path.name}": path for kind, where in kinds.items() for path in sorted(where.iterdir())}


def write(name: str, outcomes: list[Outcome]) -> None:
    """Keep a table."""
    with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(astuple(one) for one in outcomes)


def main() -> None:
    """Write all tables anew."""
    write("corpus", [outcome(berkas, workbook) for berkas, workbook in read_all(corpus()).items()])
    with tempfile.TemporaryDirectory() as folder:
        read = read_all(generated(Path(folder)))
        write("generated", [outcome(berkas, workbook) for berkas, workbook in read.items()])


if __name__ == "__main__":
    main()
