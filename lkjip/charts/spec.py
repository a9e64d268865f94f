"""One description of a chart for screen and print: what it says, its numbers, its table; no drawing library."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.domain.capaian import Ketercapaian


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BARS = "bars"
    STACK = "stack"
    LINES = "lines"
    PAIRED = "paired"
    SCATTER = "scatter"
    HEAT = "heat"
    PANELS = "panels"


@dataclass(frozen=True, slots=True)
class Point:
    """One mark. `value` None is drawn as its `text` only, never as zero.

    `label` is the full name, `x` the place on a numeric x axis (year, percent), `target` the mark beside the
    value, `upper` the end of a range, `key` what a page learns when the mark is selected.
    """

    label: str
    value: Decimal | None
    text: str = ""
    hover: str = ""
    key: str = ""
    color: str = ""
    x: Decimal | None = None
    target: Decimal | None = None
    upper: Decimal | None = None
    status: Ketercapaian | None = None


class LineStyle(StrEnum):
    """How a series of a line chart is drawn: what was reached, what was promised, what was planned."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Series:
    """Marks that belong together, with a name, a colour and (for lines) a style."""

    name: str
    points: tuple[Point, ...]
    color: str
    style: LineStyle = LineStyle.SOLID


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The table beside a chart: headers with units, rows as written, and which columns are numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart. `title` is its finding, `alt` the same in one sentence for those who do not see it.

    `reference` is a line across all marks (target 100). `limit` cuts longer bars, which then carry an arrow.
    `panels` holds the charts of small multiples; `subject` names what a panel is about. `demo` marks invented data.
    """

    id: str
    kind: ChartKind
    title: str
    alt: str
    source: str
    table: ChartTable
    series: tuple[Series, ...] = ()
    x_title: str = ""
    y_title: str = ""
    reference: Decimal | None = None
    reference_label: str = ""
    limit: Decimal | None = None
    panels: tuple[ChartSpec, ...] = ()
    subject: str = ""
    demo: bool = False

    @property
    def empty(self) -> bool:
        """True where there is nothing to draw: a page then shows `alt` alone."""
        if self.panels:
            return all(panel.empty for panel in self.panels)
        return not any(point.value is not None for line in self.series for point in line.points)
