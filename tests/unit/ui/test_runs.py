"""Only so many page runs compute at once; one that waits for something else gives its place away meanwhile."""

from __future__ import annotations

import threading

from lkjip.ui.runs import Runs


def enters(runs: Runs) -> threading.Event:
    """Set once another thread has found a place."""
    inside = threading.Event()

    def run() -> None:
        with runs.inside():
            inside.set()

    threading.Thread(target=run, daemon=True).start()
    return inside


def test_yang_melebihi_batas_menunggu_sampai_ada_tempat() -> None:
    runs = Runs(at_a_time=1)
    with runs.inside(), runs.inside():  # a second time by the same run: no other place
        waiting = enters(runs)
        assert not waiting.wait(0.2)
    assert waiting.wait(10)


def test_yang_menunggu_di_luar_memberi_tempatnya_kepada_yang_lain() -> None:
    runs = Runs(at_a_time=1)
    with runs.inside():
        with runs.outside():
            assert enters(runs).wait(10)
        assert not enters(runs).wait(0.2)
    with runs.outside():  # whoever has no place gives none away
        assert enters(runs).wait(10)


def test_galat_di_dalam_dan_di_luar_tidak_menghilangkan_tempat() -> None:
    runs = Runs(at_a_time=1)
    for _ in range(3):
        try:
            with runs.inside(), runs.outside():
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
    assert enters(runs).wait(10)
