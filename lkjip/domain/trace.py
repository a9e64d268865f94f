"""Where a number comes from: the source cell and the steps that led from it to the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, overload


def place(lembar: str, sel: str = "", *, awal: bool = True) -> str:
    """A cell as all pages name it: "Lembar 'IKU', sel F12"; within a sentence (`awal` False) with a small letter."""
    named = ", ".join([*([f"lembar '{lembar}'"] if lembar else []), *([f"sel {sel}"] if sel else [])])
    return named[:1].upper() + named[1:] if awal else named


def places(cells: Iterable[tuple[str, str]]) -> str:
    """Several cells inside a sentence, each sheet named once: "lembar 'IKU', sel F12, F14; lembar 'PK', sel C3"."""
    sheets: dict[str, list[str]] = {}
    for lembar, sel in cells:
        sheets.setdefault(lembar, []).append(sel)
    named = (place(lembar, ", ".join(filter(None, cells)), awal=False) for lembar, cells in sheets.items())
    return "; ".join(filter(None, named))


@dataclass(frozen=True, slots=True)
class Source:
    """The origin of one value: a cell of a stored file, or a form entry (then `berkas` is "")."""

    berkas: str = ""
    lembar: str = ""
    sel: str = ""
    sha256: str = ""
    oleh: str = ""
    pada: str = ""

    def __str__(self) -> str:
        if not self.berkas:
            return f"isian formulir oleh {self.oleh or 'pengguna'}" + (f" pada {self.pada}" if self.pada else "")
        return f"{self.berkas}, {place(self.lembar, self.sel, awal=False)}"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a computation: what was done, with which values, and the result as text."""

    langkah: str
    isi: str
    sumber: Source | None = None


Trace = Sequence[Step]


class LazyTrace(Sequence[Step]):
    """Steps that are written down when somebody first looks at them.

    An evaluation holds a trace for every number, and nobody reads most of them. `build` is a pure function of a
    module and `values` its arguments, so a trace can be compared, hashed and pickled like the tuple it stands for.
    """

    __slots__ = ("_build", "_steps", "_values")

    def __init__(self, build: Callable[..., tuple[Step, ...]], *values: Any) -> None:
        self._build = build
        self._values = values
        self._steps: tuple[Step, ...] | None = None

    def steps(self) -> tuple[Step, ...]:
        """The steps, built at the first call."""
        if self._steps is None:
            self._steps = self._build(*self._values)
        return self._steps

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, index: int | slice) -> Step | tuple[Step, ...]:
        return self.steps()[index]

    def __len__(self) -> int:
        return len(self.steps())

    def __eq__(self, other: object) -> bool:
        return self.steps() == tuple(other) if isinstance(other, LazyTrace | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.steps())

    def __repr__(self) -> str:
        return repr(self.steps())
