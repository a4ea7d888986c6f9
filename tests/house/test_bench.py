"""Tests that a ratio that falls behind its pinned one by more than a tenth is reported, and no other."""

import tomllib

from bench.__main__ import NAMES, PINNED, compared, pinned_form
from bench.in_turn import Line, measured


def line(way: str, ratio: float) -> Line:
    """Return a line of a benchmark."""
    return Line("importing", way, 1.0, "record", ratio, "driver alone")


def test_what_is_worse_by_more_than_a_tenth_is_reported() -> None:
    pinned = {"importing": {"at once": 2.0, "file": 3.0}}
    lines = [line("at once", 2.19), line("file", 3.31), line("not pinned", 9.0)]
    assert compared(lines, pinned) == [
        "importing, file: 3.31 x driver alone, pinned 3",
        "importing, not pinned: 9 x driver alone, and none is pinned; see --pin",
    ]


def test_what_was_measured_is_what_is_pinned() -> None:
    written = tomllib.loads(pinned_form([line("driver alone", 1.0), line("at once", 0.00084)]))
    assert written == {"importing": {"at once": 0.00084}}


def test_every_benchmark_has_pinned_ratios() -> None:
    assert set(tomllib.loads(PINNED.read_text(encoding="utf-8"))) == set(NAMES)


def test_ways_take_turns() -> None:
    done: list[str] = []
    ways = {name: (lambda name=name: done.append(name), 1) for name in ("one", "two")}
    lines = measured("a", "unit", ways, 2, before=lambda: done.append("before"))
    assert done == ["before", "one", "before", "two"] * 2
    assert [(one.way, one.to) for one in lines] == [("one", "one"), ("two", "one")]
