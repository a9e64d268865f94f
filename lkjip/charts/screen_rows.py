"""The names of rows on screen: beside the bars, or above them where a narrow screen leaves no room beside.

Margins are set from an estimate of the text: plotly's own `automargin` draws a chart a second time to measure it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lkjip.charts import palette
from lkjip.charts.labels import wrap_label
from lkjip.charts.screen_canvas import Drawing, escape
from lkjip.charts.spec import Point

BESIDE, ABOVE = 42, 46  # characters in a line of a name; 46 of them fill a phone of 360 pixels
LINE, AIR = 17, 11  # pixels: a line of a name above its bar, and what separates the rows
TICK = 10  # pixels between a name beside and its bar
SIZE = 13
GAP = 5  # pixels between a name above and its bar: the target mark stands out of the bar
# Pixels of the letters of Source Sans, which Streamlit brings along; all others are as broad as "n".
LETTERS = {**dict.fromkeys("iljI.,:;'|! ", 3.4), **dict.fromkeys("rtsfcz()-/", 5.3), **dict.fromkeys("mwMW%@&", 11.0)}
CAPITAL, LETTER = 7.7, 7.0


def width_of(teks: str) -> float:
    """About how many pixels a text of size 13 takes, rather more than less."""
    return sum(LETTERS.get(sign, CAPITAL if sign.isupper() else LETTER) for sign in teks)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a bar chart: `bar` is the thickness of the bars and `row` the distance between them, in pixels."""

    points: tuple[Point, ...]
    bar: float
    row: float
    narrow: bool = False

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The name of each row in at most two lines."""
        return tuple(wrap_label(point.label, ABOVE if self.narrow else BESIDE) for point in self.points)

    @property
    def pitch(self) -> float:
        """Pixels from one bar to the next."""
        return self.bar + self._head + AIR if self.narrow else self.row

    @property
    def _head(self) -> float:
        return LINE * max(map(len, self.names), default=1) + GAP

    @property
    def height(self) -> float:
        """Pixels of all rows."""
        return self.pitch * len(self.points)

    @property
    def room(self) -> int:
        """Pixels left of the bars."""
        if self.narrow:
            return 2
        return round(max((width_of(line) for name in self.names for line in name), default=0)) + TICK

    def thickness(self, pixels: float) -> float:
        """A thickness in pixels as a part of the distance between rows."""
        return pixels / self.pitch

    def axis(self) -> dict[str, Any]:
        """Rows from above; the names themselves may repeat, so rows are numbers."""
        last = len(self.points) - 1
        quiet = {"fixedrange": True, "showgrid": False, "zeroline": False}
        if self.narrow:
            above, below = self.bar / 2 + self._head + AIR / 2, self.bar / 2 + AIR / 2
            return {**quiet, "showticklabels": False, "range": [last + below / self.pitch, -above / self.pitch]}
        return {
            **quiet,
            "tickmode": "array",
            "tickvals": list(range(len(self.points))),
            "ticktext": ["<br>".join(map(escape, name)) for name in self.names],
            "range": [last + 0.55, -0.6],
            "tickfont": {"size": SIZE},
        }

    def put(self, drawn: Drawing) -> None:
        """The axis, and on a narrow screen the names above their bars."""
        drawn.lay(yaxis=self.axis())
        if not self.narrow:
            return
        edge = (self.bar / 2 + GAP) / self.pitch
        drawn.add(
            "scatter",
            x=[0] * len(self.points),
            y=[row - edge for row in range(len(self.points))],
            mode="text",
            text=["<br>".join(map(escape, name)) for name in self.names],
            textposition="top right",
            textfont={"size": SIZE, "color": palette.TEXT},
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        )
