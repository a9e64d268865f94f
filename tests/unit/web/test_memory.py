"""Forgotten objects are collected, seldom: nobody waits for it often."""

from __future__ import annotations

import asyncio
import gc
import weakref

import pytest

from lkjip.web import memory


@pytest.mark.parametrize(("took", "then"), [(0.0, 15.0), (0.149, 15.0), (0.15, 15.0), (0.2, 20.0), (2.0, 200.0)])
def test_yang_lama_dikumpulkan_lebih_jarang(took: float, then: float) -> None:
    assert memory.pause(took) == pytest.approx(then)


def test_dikumpulkan_berulang_kali_dengan_jeda_menurut_lamanya() -> None:
    collected: list[bool] = []
    asked: list[float] = []

    async def run() -> None:
        enough = asyncio.Event()
        loop = asyncio.get_running_loop()

        def collect() -> None:
            collected.append(True)
            if len(collected) == 3:
                loop.call_soon_threadsafe(enough.set)

        def measured(took: float) -> float:
            asked.append(took)
            return 0.0

        task = asyncio.create_task(memory.collect_seldom(collect, measured))
        await enough.wait()
        task.cancel()

    asyncio.run(asyncio.wait_for(run(), 60))
    assert asked[0] == 0.0
    assert len(asked) >= 3
    assert all(took > 0 for took in asked[1:])


def test_yang_terlupakan_dilepas() -> None:
    class Ring:
        me: object

    ring = Ring()
    ring.me = ring
    gone = weakref.ref(ring)
    del ring
    gc.disable()

    async def run() -> None:
        task = asyncio.create_task(memory.collect_seldom(pause_after=lambda _took: 0.01))
        while gone() is not None:
            await asyncio.sleep(0.01)
        task.cancel()

    try:
        asyncio.run(asyncio.wait_for(run(), 60))
    finally:
        gc.enable()
    assert gone() is None
