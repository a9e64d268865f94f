"""Where a number comes from: the source cell and the steps that led from it to the result."""

from __future__ import annotations

from dataclasses import dataclass


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
        return (
            f"{self.berkas}, lembar '{self.lembar}', sel {self.sel}"
            if self.lembar
            else f"{self.berkas}, sel {self.sel}"
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a computation: what was done, with which values, and the result as text."""

    langkah: str
    isi: str
    sumber: Source | None = None


Trace = tuple[Step, ...]
