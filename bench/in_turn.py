"""Measure several ways of doing the same in turn, so that a busy moment of the machine affects them all."""

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

Work = Callable[[], object]


class Line(NamedTuple):
    """One way: its processor time for each `unit`, and that relative to another way, the limit or a peer."""

    bench: str
    way: str
    microseconds: float
    unit: str
    ratio: float
    to: str


def measured(
    bench: str, unit: str, ways: Mapping[str, tuple[Work, float]], rounds: int, before: Work | None = None
) -> list[Line]:
    """Return a line for each way of doing so many units; the first is that to which the others are compared.

    Figures are medians of all rounds, and so are ratios, which are taken within each round. `before` is done before
    each way, and does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, (work, units) in ways.items():
            if before:
                before()
            taken[name].append(seconds(work) / units)
    return lines(bench, unit, taken)


def lines(bench: str, unit: str, taken: Mapping[str, Sequence[float]]) -> list[Line]:
    """Return a line for each way, by the seconds that a unit took in each round; the others compare with the first."""
    to, *_ = taken
    return [
        Line(
            bench,
            name,
            round(1e6 * median(times), 2),
            unit,
            median(one / other for one, other in zip(times, taken[to], strict=True)),
            to,
        )
        for name, times in taken.items()
    ]


def seconds(work: Work) -> float:
    """Return the processor time that some work takes in this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def show(lines: list[Line]) -> None:
    """Print a table."""
    for one in lines:
        figure = f"{one.microseconds:12,.1f} µs a {one.unit}"
        print(f"{one.bench:10} {one.way:42} {figure:32} {one.ratio:9.3g} x {one.to}", flush=True)
